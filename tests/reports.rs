//! Who carried what: each appearance is counted once, under its report and its claimants, and the
//! page says so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;
use qawlan::data::resolve::Edition;
use qawlan::data::statements::Statements;
use qawlan::domain::carrying::{Carrying, Claimants, carrying, figures_at, is_rendered_otherwise};
use qawlan::domain::claim::{Appearance, Claim, Passage};
use qawlan::domain::comparison::ClaimRef;
use qawlan::domain::dataset::Dataset;
use qawlan::domain::figure::Qualifier;
use qawlan::domain::id::{ClaimId, PartyId, SourceId, SpeakerId, StatementId};
use qawlan::domain::party::{Pair, Side};
use qawlan::domain::statement::{Statement, Voice};
use qawlan::view::standing::Standing;
use qawlan::view_state::ViewState;

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/page.rs"]
mod pages;

fn english() -> Edition {
    folder::edition(&folder::north_south(), "en")
}

fn found(edition: &Edition) -> Carrying {
    let dataset = &edition.dataset;
    carrying(&dataset.pair, &dataset.sources, &ClaimRef::all_of(&edition.statements))
}

/// The counts of each row, in the order of the sources.
fn rows(carrying: &Carrying) -> Vec<[usize; 5]> {
    let count = |carried: &qawlan::domain::carrying::Carried| {
        [0, 1, 2, 3, 4].map(|at| carried.count(Claimants::ALL[at]))
    };
    carrying.reports.iter().map(|report| count(&report.carried)).collect()
}

/// What must hold of any corpus: nothing counted twice, nothing lost.
fn assert_adds_up(pair: &Pair, statements: &[Arc<Statement>], carrying: &Carrying) {
    let claims = || statements.iter().flat_map(|s| s.claims.iter().map(move |claim| (s, claim)));
    let appearances =
        || claims().flat_map(|(s, claim)| claim.appearances.iter().map(move |a| (s, claim, a)));
    let all = Carrying::sum(&carrying.reports);
    assert_eq!(all.total(), appearances().count(), "the whole");
    for (at, report) in carrying.reports.iter().enumerate() {
        let own = || appearances().filter(|(.., a)| a.source == report.source);
        assert_eq!(report.carried.total(), own().count(), "row {at}");
        for side in Side::BOTH {
            let party = pair.party(side);
            let alone = |s: &Statement| s.voice.parties().all(|p| p == party);
            let of_side = own().filter(|(s, ..)| s.voice.is_of(party));
            let (alone, with_others): (Vec<_>, Vec<_>) = of_side.partition(|(s, ..)| alone(s));
            assert_eq!(report.carried.count(Claimants::of_side(side)), alone.len(), "row {at}");
            assert_eq!(report.carried.with_joint(side), alone.len() + with_others.len());
            let verbs: usize = report.verbs(side).iter().map(|(_, n)| n).sum();
            assert_eq!(verbs + report.without_verb(side), alone.len(), "row {at}: its verbs");
        }
        let third: usize = report.third.iter().map(|(_, n)| n).sum();
        assert_eq!(third, report.carried.count(Claimants::Third), "row {at}: third parties");
        let carried = report.alone.len() + report.shared.len();
        let standing = claims().filter(|(_, c)| c.sources().contains(&&report.source)).count();
        assert_eq!(carried, standing, "row {at}: its claims");
    }
    for claimants in Claimants::ALL {
        let column: usize = carrying.reports.iter().map(|r| r.carried.count(*claimants)).sum();
        assert_eq!(column, all.count(*claimants), "{claimants:?}");
    }
    let several = claims().filter(|(_, claim)| claim.sources().len() > 1).count();
    assert_eq!(carrying.shared.len(), several);
}

#[test]
fn the_matrix_adds_up_to_the_appearances_of_the_shipped_records() {
    let folder = folder::shipped();
    let edition = folder::edition(&folder, "ar");
    assert_adds_up(&edition.dataset.pair, &edition.statements, &found(&edition));
    // And to the entries as an editor wrote them, read past the program.
    let mut written = 0;
    for file in std::fs::read_dir(folder.join("statements")).expect("the statements") {
        let name = file.expect("a file").file_name();
        let name = format!("statements/{}", name.to_string_lossy());
        let statement = folder::json(&folder, &name);
        for claim in statement["claims"].as_array().expect("claims") {
            written += claim["appearances"].as_array().expect("appearances").len();
        }
    }
    let counted = Carrying::sum(&found(&edition).reports).total();
    assert_eq!((counted, counted > 100), (written, true));
}

#[test]
fn each_appearance_stands_in_the_row_of_its_report_and_the_column_of_its_claimants() {
    let edition = english();
    let carrying = found(&edition);
    assert_adds_up(&edition.dataset.pair, &edition.statements, &carrying);
    let sources: Vec<&str> = carrying.reports.iter().map(|r| r.source.as_str()).collect();
    assert_eq!(sources, ["report-a", "report-b", "report-c"]);
    //                             North South joint third outlet
    assert_eq!(rows(&carrying), [[10, 10, 0, 0, 0], [11, 6, 2, 3, 3], [8, 8, 0, 2, 0]]);
    let both = &carrying.reports[1].carried;
    assert_eq!(Side::BOTH.map(|side| both.with_joint(side)), [13, 8], "joint for each claimant");
}

#[test]
fn a_claim_in_two_reports_is_one_claim_with_two_appearances() {
    let carrying = found(&english());
    let [shared] = carrying.shared.as_slice() else { panic!("{:?}", carrying.shared) };
    assert_eq!(shared.claim().id.as_str(), "2031-04-03-north-premier.dead");
    for (at, is_there) in [(0, true), (1, true), (2, false)] {
        assert_eq!(carrying.reports[at].shared.contains(shared), is_there);
        assert!(!carrying.reports[at].alone.contains(shared));
    }
}

#[test]
fn the_forty_nine_stands_in_two_reports_so_far_in_one_and_bare_in_the_other() {
    let edition = folder::edition(&folder::shipped(), "en");
    let carrying = found(&edition);
    let is_it =
        |claim: &&ClaimRef| claim.claim().id.as_str().ends_with("pashinyan-parliament.killed");
    let shared: Vec<&ClaimRef> = carrying.shared.iter().filter(is_it).collect();
    let [shared] = shared.as_slice() else { panic!("{shared:?}") };
    let claim = shared.claim();
    let given: Vec<(&str, Qualifier)> = claim
        .appearances
        .iter()
        .map(|a| (a.source.as_str(), figures_at(claim, a)[0].qualifier))
        .collect();
    assert_eq!(given, [("report-0", Qualifier::SoFar), ("report-3", Qualifier::AsStated)]);
}

#[test]
fn a_passage_gives_a_figure_as_the_claim_does_unless_it_is_recorded_otherwise() {
    let edition = english();
    let claims = ClaimRef::all_of(&edition.statements);
    let of = |id: &str| claims.iter().find(|c| c.claim().id.as_str() == id).expect("a claim");
    let premier = of("2031-04-03-north-premier.dead").claim();
    assert!(is_rendered_otherwise(premier));
    let [first, second] = premier.appearances.as_slice() else { panic!("two appearances") };
    assert_eq!(figures_at(premier, first), premier.figures);
    let [figure] = figures_at(premier, second).try_into().expect("one figure");
    assert_eq!(
        (figure.qualifier, figure.wording.as_deref()),
        (Qualifier::About, Some("نحو عشرين"))
    );
    assert_eq!(figure.amount, premier.figures[0].amount, "the number is the claim's");
    assert!(!is_rendered_otherwise(of("2031-04-02-north-defence.dead").claim()));
}

/// Where a claim stands: which source, where in it, and with what verb.
type Place = (usize, Passage, Option<&'static str>);

/// A statement of random parties with claims in random passages.
fn statements() -> impl Strategy<Value = Vec<Arc<Statement>>> {
    let passage = prop_oneof![
        Just(Passage::Headline),
        Just(Passage::Caption),
        (1u64..9).prop_map(Passage::Paragraph)
    ];
    let verb = prop::option::of(prop::sample::select(vec!["قال", "أعلن", "says"]));
    let appearance = (0usize..3, passage, verb);
    let claims = prop::collection::vec(prop::collection::vec(appearance, 1..5), 1..4);
    let parties = prop::sample::subsequence(vec!["north", "south", "east", "north"], 0..=4);
    let one = (parties, claims);
    prop::collection::vec(one, 0..12).prop_map(|all| {
        let edition = english();
        let source = |at: usize| edition.dataset.sources[at].id.clone();
        let known = edition.statements.first().expect("a statement");
        let of = |at: usize, parties: &[&str], claims: &[Vec<Place>]| {
            let mut statement = Statement::clone(known);
            let speaker = |party: &&str| (SpeakerId::new(party), PartyId::new(party));
            statement.voice = match parties {
                [] => Voice::Outlet(source(0)),
                _ => Voice::Speakers(parties.iter().map(speaker).collect()),
            };
            let claim = |(number, places): (usize, &Vec<Place>)| Claim {
                id: ClaimId::new(&format!("{at}.{number}")),
                appearances: places
                    .iter()
                    .map(|(at, passage, verb)| Appearance {
                        source: source(*at),
                        passage: *passage,
                        verb: verb.map(str::to_owned),
                        note: None,
                        renderings: Vec::new(),
                    })
                    .collect(),
                ..known.claims[0].clone()
            };
            statement.claims = claims.iter().enumerate().map(claim).collect();
            Arc::new(statement)
        };
        let each = all.iter().enumerate();
        each.map(|(at, (parties, claims))| of(at, parties, claims)).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_matrix_of_any_corpus_adds_up_to_its_appearances(statements in statements()) {
        let edition = english();
        let (pair, sources) = (&edition.dataset.pair, &edition.dataset.sources);
        let carrying = carrying(pair, sources, &ClaimRef::all_of(&statements));
        assert_adds_up(pair, &statements, &carrying);
    }

    #[test]
    fn the_mirrored_pair_gives_the_mirrored_matrix(statements in statements()) {
        let edition = english();
        let (pair, sources) = (&edition.dataset.pair, &edition.dataset.sources);
        let claims = ClaimRef::all_of(&statements);
        let (straight, swapped) =
            (carrying(pair, sources, &claims), carrying(&pair.led_by(&pair.second), sources, &claims));
        for (one, other) in straight.reports.iter().zip(&swapped.reports) {
            for side in Side::BOTH {
                assert_eq!(one.carried.with_joint(side), other.carried.with_joint(side.other()));
                assert_eq!(one.verbs(side), other.verbs(side.other()));
                assert_eq!(
                    one.carried.count(Claimants::of_side(side)),
                    other.carried.count(Claimants::of_side(side.other()))
                );
            }
            assert_eq!((&one.third, &one.alone, &one.shared), (&other.third, &other.alone, &other.shared));
        }
    }
}

#[test]
fn verbs_stand_by_how_often_they_were_used() {
    let edition = folder::edition(&folder::shipped(), "ar");
    for report in found(&edition).reports {
        for side in Side::BOTH {
            let counts: Vec<usize> = report.verbs(side).iter().map(|(_, n)| *n).collect();
            assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
            let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
            report.verbs(side).iter().for_each(|(verb, _)| *kinds.entry(verb).or_default() += 1);
            assert!(kinds.values().all(|n| *n == 1), "each verb once: {kinds:?}");
        }
    }
}

fn reports_page(edition: &Edition, language: &str) -> String {
    let html = pages::standing(edition, language, Standing::Reports);
    html.replace("<!>", "").replace(['\u{2068}', '\u{2069}', '\u{2066}'], "")
}

/// The text of what begins with `start`, up to `end`.
fn texts(html: &str, start: &str, end: &str) -> Vec<String> {
    html.split(start).skip(1).map(|rest| text(rest.split(end).next().unwrap_or(""))).collect()
}

/// The words of some HTML, its first tag perhaps cut short.
fn text(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    let words = parts.collect::<Vec<_>>().join("");
    let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    words.replace("&amp;", "&").replace("&#x27;", "'")
}

/// The counts of each row of the matrix as the page shows them, the row of all last.
fn shown_matrix(html: &str) -> Vec<Vec<usize>> {
    let (_, matrix) = html.split_once("class=\"matrix\"").expect("the matrix");
    let matrix = matrix.split("</table>").next().expect("its end");
    let rows = matrix.split("<tr").skip(2);
    rows.map(|row| {
        let counts = texts(row, "<span class=\"matrix-count\"", "</span>");
        counts.iter().map(|count| count.replace(',', "").parse().expect("a count")).collect()
    })
    .collect()
}

#[test]
fn the_matrix_on_the_page_adds_up_row_by_row_and_column_by_column() {
    for (folder, language) in
        [(folder::north_south(), "en"), (folder::shipped(), "ar"), (folder::shipped(), "hy")]
    {
        let source = if folder == folder::shipped() { language } else { "en" };
        let edition = folder::edition(&folder, source);
        let carrying = found(&edition);
        let shown = shown_matrix(&reports_page(&edition, language));
        let (whole, rows) = shown.split_last().expect("rows");
        assert_eq!(rows.len(), carrying.reports.len(), "{language}");
        for (row, expected) in rows.iter().zip(self::rows(&carrying)) {
            assert_eq!(row[..5], expected, "{language}");
        }
        for row in &shown {
            assert_eq!(row[..5].iter().sum::<usize>(), row[5], "{language}: {row:?}");
        }
        for column in 0..6 {
            let sum: usize = rows.iter().map(|row| row[column]).sum();
            assert_eq!(sum, whole[column], "{language}: column {column}");
        }
        assert_eq!(whole[5], Carrying::sum(&carrying.reports).total(), "{language}");
    }
}

#[test]
fn both_sides_have_their_verbs_in_one_template() {
    let html = reports_page(&folder::edition(&folder::shipped(), "en"), "en");
    let first = html.matches("class=\"verbs-first\"").count();
    assert_eq!((first, first > 4), (html.matches("class=\"verbs-second\"").count(), true));
    // Nothing but the side's class and its seal tells one column from the other.
    let kinds = |side: &str| {
        let start = format!("<div class=\"verbs-{side}\">");
        let columns =
            html.split(&start).skip(1).map(|rest| rest.split("</div>").next().unwrap_or(""));
        let tags = columns.flat_map(tags).map(|tag| tag.replace(&format!("seal-{side}"), "seal-"));
        tags.filter(|tag| !tag.contains("verb-rest")).collect::<BTreeSet<String>>()
    };
    assert_eq!(kinds("first"), kinds("second"));
}

/// The opening tags.
fn tags(html: &str) -> Vec<String> {
    let parts = html.split('<').skip(1).filter(|part| !part.starts_with('/'));
    parts.map(|part| part.split('>').next().unwrap_or("").to_owned()).collect()
}

#[test]
fn every_report_shows_its_own_words_and_every_claim_that_it_alone_carries() {
    let edition = folder::edition(&folder::shipped(), "en");
    let html = reports_page(&edition, "en");
    let reports: Vec<&str> = html.split("<article class=\"report\"").skip(1).collect();
    let carrying = found(&edition);
    assert_eq!(reports.len(), carrying.reports.len());
    for (html, report) in reports.iter().zip(&carrying.reports) {
        let source = edition.dataset.source(&report.source).expect("a source");
        let words = text(html);
        for said in
            [Some(&source.headline.text), source.point_of_view.as_ref()].into_iter().flatten()
        {
            assert!(words.contains(said.as_str()), "{}: {said}", source.id);
        }
        for side in Side::BOTH {
            for (verb, n) in report.verbs(side) {
                let shown = format!("lang=\"ar\" dir=\"rtl\">{verb}</q> ×{n}");
                assert!(html.contains(&shown), "{}: {verb}", source.id);
            }
        }
        for claim in &report.alone {
            let link = format!("#claim-{}\"", claim.claim().id);
            assert_eq!(html.matches(&link).count(), 1, "{}: {link}", source.id);
        }
    }
}

#[test]
fn a_difference_between_reports_stands_at_each_appearance_on_both_pages() {
    for (language, so_far, bare) in
        [("en", "49 killed so far", "49 killed"), ("ar", "49 قتيلًا حتى حينه", "49 قتيلًا")]
    {
        let edition = folder::edition(&folder::shipped(), language);
        let shared = reports_page(&edition, language);
        let figures = texts(&shared, "<b class=\"figure-words\"", "</b>");
        assert_eq!(figures, [so_far, bare], "{language}");
        let state = ViewState::explorer(language)
            .with_subject(Some(folder::subject(&edition, "2022-september")));
        let html = pages::page(&edition, state);
        let html = html.replace(['\u{2068}', '\u{2069}', '\u{2066}'], "");
        let claim = html
            .split("data-claim-id=\"2022-09-13-armenia-pashinyan-parliament.killed\"")
            .nth(1)
            .and_then(|rest| rest.split("</article>").next())
            .expect("the claim");
        let places: Vec<String> = texts(claim, "<span class=\"appearance\"", "</span>");
        assert_eq!(places.len(), 2, "{language}: {places:?}");
        assert!(places[0].contains(&format!(": {so_far}")), "{language}: {places:?}");
        assert!(
            places[1].contains(&format!(": {bare}")) && !places[1].contains(so_far),
            "{places:?}"
        );
    }
}

#[test]
fn a_report_that_isnt_listed_still_counts_and_the_page_stays_light() {
    let edition = english();
    let mut dataset = Dataset::clone(&edition.dataset);
    let mut statements = edition.statements.to_vec();
    for n in 0..400 {
        let mut source = dataset.sources[0].clone();
        source.id = SourceId::new(&format!("report-{n:03}"));
        for it in edition.statements.iter() {
            let mut statement = Statement::clone(it);
            statement.id = StatementId::new(&format!("{}-{n}", it.id));
            for claim in &mut statement.claims {
                claim.id = ClaimId::new(&format!("{}-{n}", claim.id));
                claim.appearances.iter_mut().for_each(|a| {
                    a.source = source.id.clone();
                    a.verb = Some(format!("verb {}", claim.topic));
                });
                if n % 2 == 0 {
                    let mut other = claim.appearances[0].clone();
                    other.source = dataset.sources[0].id.clone();
                    claim.appearances.push(other);
                }
            }
            statements.push(Arc::new(statement));
        }
        dataset.sources.push(source);
    }
    let large = Edition { dataset: Arc::new(dataset), statements: Statements::new(statements) };
    let html = reports_page(&large, "en");
    let opens = |part: &&str| part.starts_with(|c: char| c.is_ascii_alphabetic());
    let elements = html.split('<').skip(1).filter(opens).count();
    assert!((300..2500).contains(&elements), "{elements}");
    let shown = shown_matrix(&html);
    let (whole, rows) = shown.split_last().expect("rows");
    assert!(rows.len() < 20, "{}", rows.len());
    let sum: usize = rows.iter().map(|row| row[5]).sum();
    let counted = Carrying::sum(&large.carrying().reports).total();
    assert_eq!((sum, whole[5]), (counted, counted));
    assert!(text(&html).contains(&format!("Reports not listed here: {}", 403 - 10)));
    let shared = large.carrying().shared.len() - 24;
    let shared = format!("{},{:03}", shared / 1000, shared % 1000);
    assert!(text(&html).contains(&format!("Claims not listed here: {shared}.")), "{shared}");
}

/// What a reader must find of a claim's chain: speakers, tellers, agency and every outlet.
fn chain(edition: &Edition, claim: &ClaimRef) -> Vec<String> {
    let dataset = &edition.dataset;
    let statement = &claim.statement;
    let mut names = Vec::new();
    let speakers = match &statement.voice {
        Voice::Speakers(speakers) => speakers.iter().map(|(id, _)| id).collect(),
        Voice::Outlet(_) => Vec::new(),
    };
    for id in speakers.into_iter().chain(&statement.tellers) {
        let speaker = dataset.speaker(id).expect("a speaker");
        let party = dataset.party(&speaker.party).expect("a party");
        let own = [&speaker.person, &speaker.office].into_iter().flatten().cloned();
        let own: Vec<String> = own.collect();
        names.extend(if own.is_empty() { vec![party.name.clone()] } else { own });
    }
    names.extend(
        statement.agency.iter().map(|id| dataset.outlet(id).expect("an agency").name.clone()),
    );
    for source in claim.claim().sources() {
        let source = dataset.source(source).expect("a source");
        names.push(dataset.outlet(&source.outlet).expect("an outlet").name.clone());
    }
    names
}

#[test]
fn speaker_teller_agency_and_outlet_stand_with_every_claim_of_the_shipped_records() {
    for language in ["ar", "en"] {
        let edition = folder::edition(&folder::shipped(), language);
        let mut seen = 0;
        for subject in folder::subjects(&edition).into_iter().map(Some).chain([None]) {
            let state = ViewState::explorer(language).with_subject(subject.clone());
            let html = pages::page(&edition, state);
            let html = html.replace(['\u{2068}', '\u{2069}', '\u{2066}'], "");
            for claim in ClaimRef::all_of(&edition.statements_about(subject.as_ref())) {
                let id = &claim.claim().id;
                let start = format!("data-claim-id=\"{id}\"");
                let shown: Vec<String> = texts(&html, &start, "</article>");
                assert!(!shown.is_empty(), "{language} {subject:?}: {id} is not shown");
                for (words, name) in shown
                    .iter()
                    .flat_map(|w| chain(&edition, &claim).into_iter().map(move |n| (w, n)))
                {
                    let name = name.replace(['\u{2066}', '\u{2069}'], "");
                    assert!(words.contains(&name), "{language} {id} doesn't name {name}: {words}");
                }
                seen += 1;
            }
        }
        assert_eq!(seen, edition.dataset.about.claim_count, "{language}: every claim");
    }
}
