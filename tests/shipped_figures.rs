//! Every figure of the five reports is in the shipped records, with its claimant, and no two of
//! them are taken for one.

use std::collections::BTreeSet;

use qawlan::data::resolve::Edition;
use qawlan::domain::claim::Passage;
use qawlan::domain::comparison::{ClaimRef, Comparison, Fill, compare};
use qawlan::domain::event::Subject;
use qawlan::domain::figure::{Amount, Figure, Measure, People, Qualifier};
use qawlan::domain::id::PartyId;
use qawlan::domain::losses::{LossEntry, LossGroup, Step, tabulate};
use qawlan::domain::party::Side;
use qawlan::domain::statement::Voice;

#[path = "fixtures/folder.rs"]
mod folder;

use Measure::{
    AreaKm2, BodiesHeld, Captured, GovernmentBuildings, Houses, Killed, Losses, Percent, Wounded,
};
use Qualifier::{About, AsStated, MoreThan, NotGiven, SoFar};

const ARMENIA: &str = "armenia";
const AZERBAIJAN: &str = "azerbaijan";

fn english() -> Edition {
    folder::edition(&folder::shipped(), "en")
}

/// A party's id; for an outlet's own words, its report's.
fn claimant(claim: &ClaimRef) -> String {
    match &claim.statement.voice {
        Voice::Outlet(source) => source.to_string(),
        Voice::Speakers(speakers) => {
            speakers.iter().map(|(_, party)| party.as_str()).collect::<Vec<_>>().join("+")
        }
    }
}

fn about(claim: &ClaimRef) -> &str {
    match &claim.claim().about {
        Some(Subject::Event(id)) => id.as_str(),
        Some(Subject::Episode(id)) => id.as_str(),
        None => "none",
    }
}

fn whose(figure: &Figure) -> Vec<&str> {
    figure.whose.iter().map(PartyId::as_str).collect()
}

/// Whether the report says whose a figure is, or the project inferred it.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Basis {
    Stated,
    Inferred,
    Open,
}

fn basis(figure: &Figure) -> Basis {
    match (figure.whose.is_empty(), &figure.inferred_because) {
        (true, _) => Basis::Open,
        (false, Some(_)) => Basis::Inferred,
        (false, None) => Basis::Stated,
    }
}

const SEPTEMBER: &str = "2022-september";
const FIGHTING: &str = "2021-11-16-border-fighting";
const CIVILIANS: &str = "2020-10-01-civilian-victims";

/// Claimant, subject, measure, number (`None`: not given), qualifier, whose, basis, and the
/// reports it stands in.
type Reported = (
    &'static str,
    &'static str,
    Measure,
    Option<u64>,
    Qualifier,
    &'static [&'static str],
    Basis,
    &'static [&'static str],
);

const FIGURES: &[Reported] = &[
    // September 2022.
    (
        ARMENIA,
        SEPTEMBER,
        Killed,
        Some(49),
        SoFar,
        &[ARMENIA],
        Basis::Stated,
        &["report-0", "report-3"],
    ),
    (ARMENIA, SEPTEMBER, Killed, Some(105), AsStated, &[ARMENIA], Basis::Stated, &["report-1"]),
    (ARMENIA, SEPTEMBER, Killed, Some(100), AsStated, &[ARMENIA], Basis::Stated, &["report-1"]),
    (
        AZERBAIJAN,
        SEPTEMBER,
        Killed,
        Some(50),
        AsStated,
        &[AZERBAIJAN],
        Basis::Inferred,
        &["report-0"],
    ),
    (
        AZERBAIJAN,
        "2022-09-14-bodies",
        BodiesHeld,
        Some(100),
        AsStated,
        &[ARMENIA],
        Basis::Stated,
        &["report-1"],
    ),
    (
        "report-0",
        SEPTEMBER,
        Killed,
        Some(100),
        About,
        &[ARMENIA, AZERBAIJAN],
        Basis::Stated,
        &["report-0"],
    ),
    (ARMENIA, SEPTEMBER, AreaKm2, Some(10), AsStated, &[ARMENIA], Basis::Inferred, &["report-1"]),
    (ARMENIA, SEPTEMBER, AreaKm2, Some(40), AsStated, &[ARMENIA], Basis::Inferred, &["report-1"]),
    (
        AZERBAIJAN,
        "2022-09-13-outbreak",
        Losses,
        None,
        NotGiven,
        &[AZERBAIJAN],
        Basis::Stated,
        &["report-3"],
    ),
    (
        ARMENIA,
        "2022-09-soldier-killed",
        Killed,
        Some(1),
        AsStated,
        &[ARMENIA],
        Basis::Stated,
        &["report-3"],
    ),
    // November 2021.
    (ARMENIA, FIGHTING, Killed, Some(15), AsStated, &[ARMENIA], Basis::Stated, &["report-2"]),
    (ARMENIA, FIGHTING, Captured, Some(12), AsStated, &[ARMENIA], Basis::Stated, &["report-2"]),
    (AZERBAIJAN, FIGHTING, Wounded, None, NotGiven, &[AZERBAIJAN], Basis::Stated, &["report-2"]),
    // October 2020.
    (
        AZERBAIJAN,
        CIVILIANS,
        Killed,
        Some(19),
        AsStated,
        &[AZERBAIJAN],
        Basis::Inferred,
        &["report-4"],
    ),
    (
        AZERBAIJAN,
        CIVILIANS,
        Wounded,
        Some(55),
        AsStated,
        &[AZERBAIJAN],
        Basis::Inferred,
        &["report-4"],
    ),
    (
        AZERBAIJAN,
        CIVILIANS,
        Houses,
        Some(169),
        AsStated,
        &[AZERBAIJAN],
        Basis::Inferred,
        &["report-4"],
    ),
    (
        AZERBAIJAN,
        CIVILIANS,
        GovernmentBuildings,
        Some(40),
        AsStated,
        &[AZERBAIJAN],
        Basis::Inferred,
        &["report-4"],
    ),
    (
        "report-4",
        CIVILIANS,
        Killed,
        Some(19),
        AsStated,
        &[AZERBAIJAN],
        Basis::Inferred,
        &["report-4"],
    ),
    // Earlier wars, as the outlets tell them.
    ("report-2", "none", Killed, Some(4000), About, &[ARMENIA], Basis::Inferred, &["report-2"]),
    (
        "report-2",
        "none",
        Killed,
        Some(10_000),
        MoreThan,
        &[AZERBAIJAN],
        Basis::Stated,
        &["report-2"],
    ),
    ("report-2", "none", Percent, Some(70), AsStated, &[], Basis::Open, &["report-2"]),
    ("report-3", "none", Killed, Some(6500), About, &[], Basis::Open, &["report-3"]),
    ("report-3", "none", Killed, Some(30_000), AsStated, &[], Basis::Open, &["report-3"]),
];

#[test]
fn every_figure_of_the_reports_is_there_with_its_claimant() {
    for language in folder::languages(&folder::shipped()) {
        let edition = folder::edition(&folder::shipped(), language);
        let claims = ClaimRef::all_of(&edition.statements);
        for reported in FIGURES {
            let (who, subject, measure, number, qualifier, owners, expected_basis, reports) =
                reported;
            let amount = number.map_or(Amount::NotGiven, Amount::Exactly);
            let found =
                claims.iter().filter(|claim| claimant(claim) == *who && about(claim) == *subject);
            let found: Vec<_> = found
                .flat_map(|claim| claim.claim().figures.iter().map(move |figure| (claim, figure)))
                .filter(|(_, f)| {
                    f.measure == *measure && f.amount == amount && f.qualifier == *qualifier
                })
                .collect();
            assert_eq!(found.len(), 1, "{reported:?}");
            let (claim, figure) = found[0];
            assert_eq!(whose(figure), *owners, "{reported:?}");
            assert_eq!(basis(figure), *expected_basis, "{reported:?}");
            let sources: BTreeSet<&str> =
                claim.claim().sources().into_iter().map(|s| s.as_str()).collect();
            assert_eq!(sources, reports.iter().copied().collect(), "{reported:?}");
        }
    }
}

#[test]
fn a_figure_is_military_civilian_or_left_open_as_its_report_has_it() {
    let edition = english();
    let claims = ClaimRef::all_of(&edition.statements);
    let people = |subject: &str, measure: Measure, n: u64| -> BTreeSet<&str> {
        let on_it = claims.iter().filter(|claim| about(claim) == subject);
        let figures = on_it.flat_map(|claim| &claim.claim().figures);
        let those = figures.filter(|f| f.measure == measure && f.amount == Amount::Exactly(n));
        those.map(|figure| figure.people.key()).collect()
    };
    for (subject, measure, n, expected) in [
        (SEPTEMBER, Killed, 49, People::Military),
        (SEPTEMBER, Killed, 105, People::Military),
        (SEPTEMBER, Killed, 50, People::Military),
        (FIGHTING, Killed, 15, People::Military),
        (FIGHTING, Captured, 12, People::Military),
        (CIVILIANS, Killed, 19, People::Civilian),
        (CIVILIANS, Houses, 169, People::None),
        (SEPTEMBER, AreaKm2, 10, People::None),
        ("none", Killed, 30_000, People::Unspecified),
        ("none", Killed, 6500, People::Unspecified),
    ] {
        assert_eq!(people(subject, measure, n), BTreeSet::from([expected.key()]), "{subject} {n}");
    }
}

fn september() -> (Edition, Vec<qawlan::domain::losses::LossTable>) {
    let edition = english();
    let subject = folder::subject(&edition, SEPTEMBER);
    let mut claims = ClaimRef::all_of(&edition.statements_about(Some(&subject)));
    claims.extend(ClaimRef::all_of(&edition.event_losses(&subject)));
    let tables = tabulate(&edition.dataset.pair, &claims);
    (edition, tables)
}

fn steps(entries: &[LossEntry], measure: Measure) -> Vec<(Amount, Step)> {
    let of_measure = entries.iter().filter(|entry| entry.figure.measure == measure);
    of_measure.map(|entry| (entry.figure.amount, entry.step)).collect()
}

#[test]
fn the_three_hundreds_of_september_2022_stay_apart() {
    let (edition, tables) = september();
    let claims = ClaimRef::all_of(&edition.statements);
    let hundred = |figure: &Figure| figure.amount == Amount::Exactly(100);
    let hundreds: Vec<&ClaimRef> =
        claims.iter().filter(|claim| claim.claim().figures.iter().any(hundred)).collect();
    let ids: BTreeSet<&str> = hundreds.iter().map(|claim| claim.claim().id.as_str()).collect();
    assert_eq!(ids.len(), hundreds.len(), "each is a claim of its own");
    let kinds: BTreeSet<(String, &str, bool)> = hundreds
        .iter()
        .flat_map(|claim| {
            claim.claim().figures.iter().filter(|f| hundred(f)).map(move |f| (claim, f))
        })
        .map(|(claim, figure)| (claimant(claim), figure.measure.key(), claim.claim().is_variant()))
        .collect();
    let expected = [
        (ARMENIA.to_owned(), "killed", true),
        (AZERBAIJAN.to_owned(), "bodies-held", false),
        ("report-0".to_owned(), "killed", true),
    ];
    assert_eq!(kinds, BTreeSet::from(expected));

    let pair = &edition.dataset.pair;
    for table in &tables {
        for (who, of) in Side::BOTH.iter().flat_map(|a| Side::BOTH.map(|b| (*a, b))) {
            for measure in Measure::ALL {
                let entries = &table.cell(who, of).entries;
                let steps = steps(entries, *measure);
                let hundreds: Vec<_> =
                    steps.iter().filter(|(n, _)| *n == Amount::Exactly(100)).collect();
                let owners: BTreeSet<String> = entries
                    .iter()
                    .filter(|e| e.figure.measure == *measure)
                    .map(|e| claimant(&e.claim))
                    .collect();
                assert!(owners.iter().all(|owner| owner == pair.party(who).as_str()), "{owners:?}");
                assert!(hundreds.iter().all(|(_, step)| *step != Step::Revision), "{steps:?}");
            }
        }
    }
}

#[test]
fn armenias_own_dead_are_49_then_105_and_a_captions_100_beside_them() {
    let (_, tables) = september();
    let military =
        tables.iter().find(|table| table.group == LossGroup::Military).expect("military losses");
    let own: Vec<_> = military
        .cell(Side::First, Side::First)
        .entries
        .iter()
        .filter(|entry| about(&entry.claim) == SEPTEMBER)
        .cloned()
        .collect();
    let steps = steps(&own, Killed);
    assert_eq!(steps.len(), 3, "{steps:?}");
    for expected in [
        (Amount::Exactly(49), Step::First),
        (Amount::Exactly(105), Step::Revision),
        (Amount::Exactly(100), Step::Variant),
    ] {
        assert!(steps.contains(&expected), "{steps:?}");
    }
    let at = |n| steps.iter().position(|(amount, _)| *amount == Amount::Exactly(n));
    assert!(at(49) < at(105), "the older first");
    let caption = own.iter().find(|entry| entry.step == Step::Variant).expect("the caption's");
    assert!(caption.claim.claim().appearances.iter().all(|a| a.passage == Passage::Caption));
}

#[test]
fn what_one_side_says_of_itself_and_of_the_other_stand_in_four_cells() {
    let (_, tables) = september();
    let military =
        tables.iter().find(|table| table.group == LossGroup::Military).expect("military losses");
    let killed_and_held = |who, of| -> BTreeSet<(&str, u64)> {
        let entries = military.cell(who, of).entries.iter();
        let numbers = entries.filter_map(|entry| match entry.figure.amount {
            Amount::Exactly(n) => Some((entry.figure.measure.key(), n)),
            _ => None,
        });
        numbers.collect()
    };
    assert!(killed_and_held(Side::First, Side::First).contains(&("killed", 105)));
    assert!(killed_and_held(Side::Second, Side::Second).contains(&("killed", 50)));
    assert!(killed_and_held(Side::Second, Side::First).contains(&("bodies-held", 100)));
    assert!(
        !killed_and_held(Side::Second, Side::First).contains(&("killed", 100)),
        "bodies held are not the dead"
    );
    assert_eq!(
        killed_and_held(Side::First, Side::Second),
        BTreeSet::new(),
        "Armenia announced none of the other's"
    );
}

#[test]
fn a_loss_without_a_number_is_shown_and_is_no_zero() {
    let edition = english();
    let claims = ClaimRef::all_of(&edition.statements);
    let figures: Vec<&Figure> = claims.iter().flat_map(|claim| &claim.claim().figures).collect();
    assert!(figures.iter().all(|figure| figure.amount != Amount::Exactly(0)));
    let without = figures.iter().filter(|figure| figure.amount == Amount::NotGiven);
    let owners: BTreeSet<&str> = without.flat_map(|figure| whose(figure)).collect();
    assert_eq!(owners, BTreeSet::from([AZERBAIJAN]));
}

fn comparison(edition: &Edition, subject: &Subject) -> Comparison {
    let dataset = &edition.dataset;
    let states = match subject {
        Subject::Event(id) => &dataset.event(id).expect("a known event").editor_states,
        Subject::Episode(id) => &dataset.episode(id).expect("a known episode").editor_states,
    };
    compare(dataset, &dataset.pair, states, &edition.statements_about(Some(subject)))
}

#[test]
fn each_of_the_four_kinds_of_cell_occurs() {
    let edition = english();
    let mut fills = BTreeSet::new();
    for subject in folder::subjects(&edition) {
        for row in comparison(&edition, &subject).rows {
            fills.extend(Side::BOTH.map(|side| row.cell(side).fill().key()));
        }
    }
    assert_eq!(fills, Fill::ALL.iter().map(|fill| fill.key()).collect());
}

#[test]
fn armenia_is_not_silent_on_civilian_victims_on_1_october_2020() {
    let edition = english();
    let subject = folder::subject(&edition, CIVILIANS);
    let side = edition.dataset.pair.side_of(&PartyId::new(ARMENIA)).expect("one of the pair");
    let rows = comparison(&edition, &subject).rows;
    let rows: Vec<_> = rows.iter().filter(|row| row.topic.as_str() == "civilian-victims").collect();
    assert!(!rows.is_empty());
    for row in rows {
        assert_eq!(
            row.cell(side).fill(),
            Fill::NotCarried,
            "it spoke; the report doesn't carry what it said"
        );
    }
    let tables = tabulate(
        &edition.dataset.pair,
        &ClaimRef::all_of(&edition.statements_about(Some(&subject))),
    );
    let civilian =
        tables.iter().find(|table| table.group == LossGroup::Civilian).expect("civilian losses");
    for whose in Side::BOTH {
        assert_eq!(civilian.cell(side, whose).fill, Fill::NotCarried, "{whose:?}");
    }
}

#[test]
fn the_ministry_that_does_not_say_what_a_missile_did_is_not_said_to_be_silent() {
    let edition = english();
    let subject = folder::subject(&edition, "2020-10-01-jabrayil-fuzuli-missile");
    let side = edition.dataset.pair.side_of(&PartyId::new(AZERBAIJAN)).expect("one of the pair");
    let comparison = comparison(&edition, &subject);
    let row =
        comparison.rows.iter().find(|row| row.topic.as_str() == "damage").expect("a row of damage");
    assert_eq!(row.cell(side).fill(), Fill::NotSaid);
}

#[test]
fn nobody_but_an_outlet_makes_an_outlets_sum() {
    let (edition, _) = september();
    let comparison = comparison(&edition, &folder::subject(&edition, SEPTEMBER));
    let sum = comparison
        .background
        .iter()
        .find(|claim| claim.claim().figures.iter().any(|figure| figure.whose.len() == 2));
    assert!(sum.is_some(), "the sum of both sides' dead is background");
}
