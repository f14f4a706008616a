//! Who carried what: each appearance is counted once, under its report and its claimants, and the
//! page says so.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use qawlan::data::resolve::Edition;
use qawlan::domain::carrying::{Carrying, Claimants, carrying, figures_at, is_rendered_otherwise};
use qawlan::domain::claim::{Appearance, Claim, Passage};
use qawlan::domain::comparison::ClaimRef;
use qawlan::domain::figure::Qualifier;
use qawlan::domain::id::{ClaimId, PartyId, SpeakerId};
use qawlan::domain::party::{Pair, Side};
use qawlan::domain::statement::{Statement, Voice};

#[path = "fixtures/folder.rs"]
mod folder;

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
        let of = |at: usize, parties: &[&str], claims: &[Vec<(usize, Passage, Option<&str>)>]| {
            let mut statement = Statement::clone(known);
            let speaker = |party: &&str| (SpeakerId::new(party), PartyId::new(party));
            statement.voice = match parties {
                [] => Voice::Outlet(source(0)),
                _ => Voice::Speakers(parties.iter().map(speaker).collect()),
            };
            let claim = |(number, places): (usize, &Vec<(usize, Passage, Option<&str>)>)| Claim {
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
