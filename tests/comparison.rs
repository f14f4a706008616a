//! The rules of the comparison, on a folder of records in which every state and every kind of
//! cell occurs.

use std::collections::BTreeSet;

use qawlan::data::resolve::Edition;
use qawlan::data::statements::Statements;
use qawlan::domain::comparison::{Cell, ClaimRef, Comparison, Fill, Row, compare};
use qawlan::domain::event::Subject;
use qawlan::domain::figure::{Amount, Figure, Measure, Qualifier};
use qawlan::domain::id::{PartyId, TopicId};
use qawlan::domain::losses::{LossGroup, LossTable, Step, tabulate};
use qawlan::domain::party::{Pair, Side};
use qawlan::domain::row_state::{Reason, RowState};
use qawlan::domain::statement::Voice;

#[path = "fixtures/folder.rs"]
mod folder;

const BRIDGE: &str = "2031-04-02-bridge";
const TOWN: &str = "2031-04-03-town";
const BORDER: &str = "2031-05-10-border";
const CROSSING: &str = "2031-06-crossing";
const CONVOY: &str = "2031-07-01-convoy";
const SPRING: &str = "2031-spring";
const SUMMER: &str = "2031-summer";

fn english() -> Edition {
    folder::edition(&folder::north_south(), "en")
}

fn compared(edition: &Edition, pair: &Pair, id: &str) -> Comparison {
    let dataset = &edition.dataset;
    let subject = folder::subject(edition, id);
    let states = match &subject {
        Subject::Event(id) => &dataset.event(id).expect("a known event").editor_states,
        Subject::Episode(id) => &dataset.episode(id).expect("a known episode").editor_states,
    };
    compare(dataset, pair, states, &edition.statements_about(Some(&subject)))
}

fn comparison(edition: &Edition, id: &str) -> Comparison {
    compared(edition, &edition.dataset.pair, id)
}

/// The row of a topic; `whose` is `""` where the row is of nobody's losses.
fn row<'a>(comparison: &'a Comparison, topic: &str, whose: &str) -> &'a Row {
    let is_it = |row: &&Row| {
        row.topic.as_str() == topic && row.whose.as_ref().map_or("", PartyId::as_str) == whose
    };
    let found = comparison.rows.iter().find(is_it);
    found.unwrap_or_else(|| panic!("no row of {topic} {whose}"))
}

fn words(cell: &Cell) -> Vec<&str> {
    cell.claims.iter().chain(&cell.unsaid).map(|claim| claim.claim().id.as_str()).collect()
}

fn amounts(first: &Figure, second: &Figure) -> String {
    format!("{:?} and {:?}", first.amount, second.amount)
}

/// A reason without what the table says elsewhere.
fn in_short(reason: &Reason) -> String {
    match reason {
        Reason::Editor(_) => "editor".to_owned(),
        Reason::FiguresSame(figure) => format!("figures same: {:?}", figure.amount),
        Reason::FiguresApart { gap, first, second } => {
            format!("figures apart by {gap}: {}", amounts(first, second))
        }
        Reason::FiguresCompatible { first, second } => {
            format!("figures compatible: {}", amounts(first, second))
        }
        Reason::FiguresOfDifferentThings { first, second } => {
            format!("figures of {} and {}", first.measure.key(), second.measure.key())
        }
        Reason::Denied { by, denied } => {
            format!("{} denies {}", by.claim().id, denied.claim().id)
        }
        other => format!("{other:?}"),
    }
}

/// Every row of the folder: subject, topic, whose losses, state, reason.
const ROWS: &[(&str, &str, &str, RowState, &str)] = &[
    (BRIDGE, "who-attacked", "", RowState::EachBlamesTheOther, "EachBlames"),
    (BRIDGE, "where", "", RowState::NotComparable, "PlacesOverlap"),
    (BRIDGE, "when", "", RowState::Differ, "TimesApart { minutes: 90 }"),
    (BRIDGE, "weapons", "", RowState::Contradict, "editor"),
    (
        BRIDGE,
        "losses",
        "north",
        RowState::Differ,
        "figures apart by 10: Exactly(20) and Exactly(30)",
    ),
    (BRIDGE, "losses", "south", RowState::NotComparable, "NumberNotGiven(Second)"),
    (BRIDGE, "civilians", "north", RowState::NotComparable, "NotCarried(Second)"),
    (
        BRIDGE,
        "territory",
        "",
        RowState::NotComparable,
        "figures compatible: Exactly(10) and Exactly(10)",
    ),
    (
        BRIDGE,
        "ceasefire",
        "",
        RowState::Denied,
        "2031-04-02-north-defence.ceasefire denies 2031-04-02-south-defence.ceasefire",
    ),
    (BRIDGE, "mediation", "", RowState::Agree, "SaidJointly"),
    (TOWN, "who-attacked", "", RowState::OneSideOnly, "OnlySideFound(First)"),
    (TOWN, "where", "", RowState::Differ, "PlacesApart"),
    (TOWN, "when", "", RowState::Agree, "TimesSame"),
    (TOWN, "weapons", "", RowState::NotComparable, "NotSaid(Second)"),
    (TOWN, "losses", "south", RowState::Agree, "figures same: Exactly(7)"),
    (TOWN, "damage", "", RowState::OneSideOnly, "OnlySideFound(First)"),
    (TOWN, "ceasefire", "", RowState::OneSideOnly, "OnlyUnsaid(Second)"),
    (
        TOWN,
        "fighters",
        "",
        RowState::Denied,
        "2031-04-04-north-defence-town.fighters denies 2031-04-03-east-foreign.town-fighters",
    ),
    (BORDER, "who-attacked", "", RowState::NotComparable, "editor"),
    (BORDER, "where", "", RowState::NotComparable, "PlacesOfDifferentThings"),
    (BORDER, "when", "", RowState::NotComparable, "TimesOverlap"),
    (BORDER, "weapons", "", RowState::Agree, "editor"),
    (BORDER, "losses", "", RowState::NotComparable, "NotCarried(First)"),
    (BORDER, "damage", "", RowState::NotComparable, "figures of houses and government-buildings"),
    (CROSSING, "where", "", RowState::Agree, "PlacesSame"),
    (CROSSING, "losses", "north", RowState::NotComparable, "figures of killed and bodies-held"),
    (
        SPRING,
        "losses",
        "north",
        RowState::NotComparable,
        "figures compatible: Exactly(100) and Exactly(90)",
    ),
    (SPRING, "ceasefire", "", RowState::EachBlamesTheOther, "SaidJointly"),
];

#[test]
fn every_row_says_what_it_found_and_why() {
    let edition = english();
    for (id, topic, whose, state, reason) in ROWS {
        let comparison = comparison(&edition, id);
        let row = row(&comparison, topic, whose);
        assert_eq!(
            (row.state, in_short(&row.reason).as_str()),
            (*state, *reason),
            "{id} {topic} {whose}"
        );
    }
}

#[test]
fn the_table_above_leaves_no_row_out() {
    let edition = english();
    let found: usize = folder::subjects(&edition)
        .iter()
        .map(|subject| match subject {
            Subject::Event(id) => comparison(&edition, id.as_str()).rows.len(),
            Subject::Episode(id) => comparison(&edition, id.as_str()).rows.len(),
        })
        .sum();
    assert_eq!(found, ROWS.len());
}

#[test]
fn every_state_occurs_in_the_lists_and_filters() {
    let edition = english();
    let events = edition.dataset.events.iter().flat_map(|event| &event.found.states);
    let found: BTreeSet<RowState> = events.map(|(state, _)| *state).collect();
    assert_eq!(found, RowState::ALL.iter().copied().collect());
}

#[test]
fn rows_stand_in_the_order_of_their_topics() {
    let edition = english();
    let comparison = comparison(&edition, BRIDGE);
    let topics: Vec<&str> = comparison.rows.iter().map(|row| row.topic.as_str()).collect();
    let expected = [
        "who-attacked",
        "where",
        "when",
        "weapons",
        "losses",
        "losses",
        "civilians",
        "territory",
        "ceasefire",
        "mediation",
    ];
    assert_eq!(topics, expected);
}

#[test]
fn a_state_is_the_same_in_every_language() {
    let states = |language| -> Vec<_> {
        let edition = folder::edition(&folder::north_south(), language);
        let events = edition.dataset.events.iter();
        events.map(|event| (event.id.clone(), event.found.states.clone())).collect()
    };
    assert_eq!(states("ar"), states("en"));
}

#[test]
fn a_cell_is_filled_in_one_of_four_ways() {
    let edition = english();
    for (id, topic, whose, north, south) in [
        (BRIDGE, "who-attacked", "", Fill::Claims, Fill::Claims),
        (BRIDGE, "losses", "south", Fill::Claims, Fill::Claims),
        (BRIDGE, "civilians", "north", Fill::Claims, Fill::NotCarried),
        (TOWN, "who-attacked", "", Fill::Claims, Fill::NoStatement),
        (TOWN, "weapons", "", Fill::Claims, Fill::NotSaid),
        (TOWN, "ceasefire", "", Fill::NoStatement, Fill::NotCarried),
        (BORDER, "losses", "", Fill::NotCarried, Fill::NotSaid),
        (CROSSING, "losses", "north", Fill::Claims, Fill::Claims),
    ] {
        let comparison = comparison(&edition, id);
        let row = row(&comparison, topic, whose);
        let fills = (row.cell(Side::First).fill(), row.cell(Side::Second).fill());
        assert_eq!(fills, (north, south), "{id} {topic} {whose}");
    }
}

#[test]
fn no_statement_found_counts_the_reports_that_cover_this_subject() {
    let edition = english();
    for (id, reports) in [
        (BRIDGE, vec!["report-a", "report-b"]),
        (TOWN, vec!["report-b"]),
        (BORDER, vec!["report-c"]),
        (CROSSING, vec!["report-c"]),
        (CONVOY, vec!["report-c"]),
        (SPRING, vec!["report-b"]),
        (SUMMER, vec![]),
    ] {
        let comparison = comparison(&edition, id);
        let covered: Vec<&str> =
            comparison.covered_by.iter().map(|source| source.as_str()).collect();
        assert_eq!(covered, reports, "{id}");
    }
}

#[test]
fn a_side_that_speaks_of_the_others_bodies_is_not_silent_on_the_others_dead() {
    let edition = english();
    let comparison = comparison(&edition, CROSSING);
    let row = row(&comparison, "losses", "north");
    assert_eq!(words(&row.second), ["2031-06-21-south-crossing.bodies"]);
    assert_eq!(row.second.fill(), Fill::Claims);
    assert_eq!(row.state, RowState::NotComparable, "bodies held are not all the dead");
}

#[test]
fn third_parties_stand_under_the_row_they_answer_and_in_nobodys_column() {
    let edition = english();
    let comparison = comparison(&edition, BRIDGE);
    let row = row(&comparison, "ceasefire", "");
    let third: Vec<&str> = row.third.iter().map(|claim| claim.claim().id.as_str()).collect();
    assert_eq!(third, ["2031-04-03-east-foreign.call"]);
    let east = PartyId::new("east");
    for row in &comparison.rows {
        for claim in row.first.claims.iter().chain(&row.second.claims) {
            assert!(!claim.statement.voice.is_of(&east), "{}", claim.claim().id);
        }
    }
}

#[test]
fn what_only_third_parties_spoke_of_stands_in_a_band_of_its_own() {
    let edition = english();
    for (id, topics) in [
        (BRIDGE, vec!["fighters"]),
        (TOWN, vec![]),
        (CONVOY, vec!["where", "mediation"]),
        (SPRING, vec![]),
    ] {
        let comparison = comparison(&edition, id);
        let bands: Vec<&str> =
            comparison.third_parties_only.iter().map(|b| b.topic.as_str()).collect();
        assert_eq!(bands, topics, "{id}");
        for band in bands {
            assert!(!comparison.rows.iter().any(|row| row.topic.as_str() == band), "{id} {band}");
        }
    }
}

#[test]
fn an_outlets_own_words_are_background_and_no_partys() {
    let edition = english();
    for (id, expected) in [
        (BRIDGE, vec!["2031-04-06-unnamed-own-words.before"]),
        (SPRING, vec!["2031-04-06-unnamed-own-words.sum"]),
    ] {
        let comparison = comparison(&edition, id);
        let background: Vec<&str> =
            comparison.background.iter().map(|c| c.claim().id.as_str()).collect();
        assert_eq!(background, expected, "{id}");
        for row in &comparison.rows {
            let shown = row
                .first
                .claims
                .iter()
                .chain(&row.second.claims)
                .chain(&row.joint)
                .chain(&row.third);
            assert!(
                shown.into_iter().all(|claim| matches!(claim.statement.voice, Voice::Speakers(_)))
            );
        }
    }
}

#[test]
fn a_joint_claim_stands_once_and_in_neither_column() {
    let edition = english();
    let comparison = comparison(&edition, BRIDGE);
    let row = row(&comparison, "mediation", "");
    assert_eq!(row.joint.len(), 1);
    assert_eq!((row.first.fill(), row.second.fill()), (Fill::NoStatement, Fill::NoStatement));
    let of_both =
        edition.dataset.event(&qawlan::domain::id::EventId::new(BRIDGE)).expect("the bridge");
    assert_eq!(
        of_both.found.claims_of(&PartyId::new("north")),
        12,
        "a joint claim counts for each"
    );
    assert_eq!(of_both.found.claims_of(&PartyId::new("south")), 11);
}

#[test]
fn a_caption_is_shown_beside_the_others_and_moves_no_state() {
    let edition = english();
    let shown = comparison(&edition, BRIDGE);
    let row_of_dead = row(&shown, "losses", "north");
    assert!(words(&row_of_dead.first).contains(&"2031-04-06-north-caption.dead"));
    let mut without = edition.clone();
    let others = edition.statements.iter().filter(|s| s.id.as_str() != "2031-04-06-north-caption");
    without.statements = Statements::new(others.cloned().collect());
    let without = comparison(&without, BRIDGE);
    for (with, without) in shown.rows.iter().zip(&without.rows) {
        assert_eq!(
            (with.state, in_short(&with.reason)),
            (without.state, in_short(&without.reason)),
            "{}",
            with.topic
        );
    }
}

#[test]
fn compatible_figures_are_no_agreement() {
    let edition = english();
    for (id, topic, whose) in [(BRIDGE, "territory", ""), (SPRING, "losses", "north")] {
        let comparison = comparison(&edition, id);
        assert_ne!(row(&comparison, topic, whose).state, RowState::Agree, "{id} {topic}");
    }
}

#[test]
fn figures_meet_by_the_numbers_they_admit() {
    use qawlan::domain::figure::{FigureComparison::*, compare_figures};
    let figure = |amount, qualifier| Figure {
        measure: Measure::Killed,
        amount,
        qualifier,
        people: qawlan::domain::figure::People::Military,
        whose: vec![PartyId::new("north")],
        inferred_because: None,
        wording: None,
    };
    let stated = |n| figure(Amount::Exactly(n), Qualifier::AsStated);
    let at_least = |n| figure(Amount::Exactly(n), Qualifier::AtLeast);
    let between = |a, b| figure(Amount::Range(a, b), Qualifier::Between);
    let about = |n| figure(Amount::Exactly(n), Qualifier::About);
    let more_than = |n| figure(Amount::Exactly(n), Qualifier::MoreThan);
    let so_far = |n| figure(Amount::Exactly(n), Qualifier::SoFar);
    let not_given = || figure(Amount::NotGiven, Qualifier::NotGiven);
    for (a, b, expected) in [
        (stated(7), stated(7), Same),
        (stated(7), stated(9), Apart(2)),
        (stated(0), stated(1), Apart(1)),
        (stated(0), not_given(), Incomparable),
        (not_given(), not_given(), Incomparable),
        (at_least(7), stated(9), Compatible),
        (at_least(9), stated(7), Apart(2)),
        (at_least(7), at_least(900), Compatible),
        (more_than(7), stated(7), Apart(1)),
        (more_than(7), stated(8), Compatible),
        (so_far(7), stated(9), Compatible),
        (so_far(9), stated(7), Apart(2)),
        (between(3, 5), stated(5), Compatible),
        (between(3, 5), stated(6), Apart(1)),
        (between(3, 5), between(3, 5), Same),
        (about(100), stated(105), Compatible),
        (about(100), stated(106), Apart(1)),
        (about(10), stated(10), Compatible),
    ] {
        assert_eq!(compare_figures(&a, &b), expected, "{a:?} {b:?}");
        assert_eq!(compare_figures(&b, &a), expected, "and the other way round: {b:?} {a:?}");
    }
}

fn tables(edition: &Edition, id: &str) -> Vec<LossTable> {
    let subject = folder::subject(edition, id);
    let mut claims = ClaimRef::all_of(&edition.statements_about(Some(&subject)));
    claims.extend(ClaimRef::all_of(&edition.event_losses(&subject)));
    tabulate(&edition.dataset.pair, &claims)
}

fn table(edition: &Edition, id: &str, group: LossGroup) -> LossTable {
    let found = tables(edition, id).into_iter().find(|table| table.group == group);
    found.unwrap_or_else(|| panic!("no {} table of {id}", group.key()))
}

fn steps(table: &LossTable, claimant: Side, whose: Side) -> Vec<(Measure, Amount, Step)> {
    let entries = table.cell(claimant, whose).entries.iter();
    entries.map(|entry| (entry.figure.measure, entry.figure.amount, entry.step)).collect()
}

#[test]
fn a_newer_figure_revises_an_older_one_and_a_caption_revises_nothing() {
    let table = table(&english(), BRIDGE, LossGroup::Military);
    assert_eq!(
        steps(&table, Side::First, Side::First),
        [
            (Measure::Killed, Amount::Exactly(12), Step::First),
            (Measure::Killed, Amount::Exactly(20), Step::Revision),
            (Measure::Killed, Amount::Exactly(18), Step::Variant),
        ]
    );
}

#[test]
fn own_dead_and_the_others_announced_dead_never_share_a_cell() {
    let edition = english();
    let table = table(&edition, BRIDGE, LossGroup::Military);
    assert_eq!(
        steps(&table, Side::First, Side::Second),
        [(Measure::Killed, Amount::Exactly(40), Step::First)]
    );
    assert_eq!(
        steps(&table, Side::Second, Side::First),
        [
            (Measure::Killed, Amount::Exactly(30), Step::First),
            (Measure::BodiesHeld, Amount::Exactly(15), Step::First),
        ]
    );
    assert_eq!(
        steps(&table, Side::Second, Side::Second),
        [(Measure::Killed, Amount::NotGiven, Step::First)]
    );
    for subject in [BRIDGE, TOWN, BORDER, CROSSING, CONVOY, SPRING] {
        for table in tables(&edition, subject) {
            for (claimant, whose) in Side::BOTH.iter().flat_map(|a| Side::BOTH.map(|b| (*a, b))) {
                for entry in &table.cell(claimant, whose).entries {
                    let pair = &edition.dataset.pair;
                    assert!(entry.claim.statement.voice.is_of(pair.party(claimant)), "{subject}");
                    assert!(entry.figure.whose.contains(pair.party(whose)), "{subject}");
                }
            }
        }
    }
}

#[test]
fn military_and_civilian_losses_stand_apart() {
    let edition = english();
    let groups: Vec<LossGroup> = tables(&edition, BRIDGE).iter().map(|table| table.group).collect();
    assert_eq!(groups, [LossGroup::Military, LossGroup::Civilian, LossGroup::Territory]);
    let civilian = table(&edition, BRIDGE, LossGroup::Civilian);
    assert_eq!(
        steps(&civilian, Side::First, Side::First),
        [(Measure::Wounded, Amount::Range(3, 5), Step::First)]
    );
    assert_eq!(civilian.cell(Side::Second, Side::First).fill, Fill::NotCarried);
    assert_eq!(civilian.cell(Side::First, Side::Second).fill, Fill::NoStatement);
}

#[test]
fn a_loss_without_a_number_is_no_zero() {
    let table = table(&english(), BRIDGE, LossGroup::Military);
    let cell = table.cell(Side::Second, Side::Second);
    assert_eq!(cell.fill, Fill::Claims, "it was acknowledged");
    assert_eq!(cell.entries[0].figure.admits(), None, "and no number stands for it");
}

#[test]
fn nothing_is_added_up() {
    let edition = english();
    let claims = ClaimRef::all_of(&edition.statements);
    let reported: Vec<&Figure> = claims.iter().flat_map(|claim| &claim.claim().figures).collect();
    for id in [BRIDGE, TOWN, CROSSING, SPRING] {
        for table in tables(&edition, id) {
            for (claimant, whose) in Side::BOTH.iter().flat_map(|a| Side::BOTH.map(|b| (*a, b))) {
                for entry in &table.cell(claimant, whose).entries {
                    assert!(entry.claim.claim().figures.contains(&entry.figure), "{id}");
                    assert!(reported.contains(&&entry.figure), "{id}");
                }
            }
        }
    }
}

#[test]
fn an_episodes_total_stands_beside_its_events_losses_and_revises_none() {
    let edition = english();
    let table = table(&edition, SPRING, LossGroup::Military);
    let own = steps(&table, Side::First, Side::First);
    assert!(own.contains(&(Measure::Killed, Amount::Exactly(100), Step::First)), "{own:?}");
    assert!(own.contains(&(Measure::Killed, Amount::Exactly(12), Step::First)), "{own:?}");
    let announced = steps(&table, Side::Second, Side::First);
    assert!(
        announced.contains(&(Measure::Killed, Amount::Exactly(90), Step::First)),
        "{announced:?}"
    );
    assert!(
        !announced.contains(&(Measure::Killed, Amount::Exactly(100), Step::First)),
        "the outlet's sum is nobody's"
    );
    let other_episode = edition.event_losses(&folder::subject(&edition, SUMMER));
    let ids: Vec<&str> =
        other_episode.iter().flat_map(|s| &s.claims).map(|c| c.id.as_str()).collect();
    assert_eq!(ids, ["2031-06-20-north-crossing.dead", "2031-06-21-south-crossing.bodies"]);
}

#[test]
fn swapping_the_columns_mirrors_the_comparison() {
    let edition = english();
    let swapped = edition.dataset.pair.led_by(&PartyId::new("south"));
    assert_eq!((swapped.first.as_str(), swapped.second.as_str()), ("south", "north"));
    for id in [BRIDGE, TOWN, BORDER, CROSSING, CONVOY, SPRING, SUMMER] {
        let (one, other) = (comparison(&edition, id), compared(&edition, &swapped, id));
        assert_eq!(one.rows.len(), other.rows.len(), "{id}");
        for row_before in &one.rows {
            let whose = row_before.whose.as_ref().map_or("", PartyId::as_str);
            let row_after = row(&other, row_before.topic.as_str(), whose);
            assert_eq!(row_before.state, row_after.state, "{id} {} {whose}", row_before.topic);
            assert_eq!(row_before.first, row_after.second, "{id} {} {whose}", row_before.topic);
            assert_eq!(row_before.second, row_after.first, "{id} {} {whose}", row_before.topic);
            assert_eq!(row_before.joint, row_after.joint);
            assert_eq!(row_before.third, row_after.third);
        }
        assert_eq!(one.third_parties_only, other.third_parties_only, "{id}");
        assert_eq!(one.background, other.background, "{id}");
        assert_eq!(one.covered_by, other.covered_by, "{id}");
    }
}

#[test]
fn swapping_the_columns_transposes_the_two_by_two() {
    let edition = english();
    let claims = |id| {
        let subject = folder::subject(&edition, id);
        let mut claims = ClaimRef::all_of(&edition.statements_about(Some(&subject)));
        claims.extend(ClaimRef::all_of(&edition.event_losses(&subject)));
        claims
    };
    let pair = &edition.dataset.pair;
    let swapped = pair.led_by(&pair.second);
    for id in [BRIDGE, TOWN, BORDER, CROSSING, SPRING] {
        let (one, other) = (tabulate(pair, &claims(id)), tabulate(&swapped, &claims(id)));
        assert_eq!(one.len(), other.len());
        for (before, after) in one.iter().zip(&other) {
            for (claimant, whose) in Side::BOTH.iter().flat_map(|a| Side::BOTH.map(|b| (*a, b))) {
                assert_eq!(
                    before.cell(claimant, whose),
                    after.cell(claimant.other(), whose.other()),
                    "{id}"
                );
            }
        }
    }
}

#[test]
fn a_party_that_is_none_of_the_pair_cannot_stand_first() {
    let pair = english().dataset.pair.clone();
    assert_eq!(pair.led_by(&PartyId::new("east")), pair);
    assert_eq!(pair.led_by(&PartyId::new("north")), pair);
}

#[test]
fn a_statement_its_report_does_not_date_is_bound_by_the_reports_date() {
    let edition = english();
    let find = |id: &str| {
        edition.statements.iter().find(|s| s.id.as_str() == id).expect("a known statement")
    };
    let caption = find("2031-04-06-north-caption");
    assert_eq!((caption.said.latest.iso().as_str(), caption.said.is_stated), ("2031-04-06", false));
    assert_eq!(caption.said.earliest, None);
    let premier = find("2031-04-03-north-premier");
    assert_eq!(
        (premier.said.latest.iso().as_str(), premier.said.is_stated),
        ("2031-04-03T18:00", true)
    );
}

#[test]
fn a_place_lies_within_itself_and_all_that_holds_it() {
    let dataset = english().dataset;
    let lies = |a: &str, b: &str| {
        use qawlan::domain::id::PlaceId;
        dataset.lies_within(&PlaceId::new(a), &PlaceId::new(b))
    };
    for (inner, outer, expected) in [
        ("mill-village", "hill-district", true),
        ("hill-district", "mill-village", false),
        ("oak-town", "oak-town", true),
        ("oak-town", "pine-town", false),
        ("nowhere", "oak-town", false),
    ] {
        assert_eq!(lies(inner, outer), expected, "{inner} in {outer}");
    }
}

#[test]
fn a_subject_nobody_spoke_of_has_an_empty_comparison() {
    let edition = english();
    let comparison = comparison(&edition, SUMMER);
    assert!(comparison.rows.is_empty() && comparison.third_parties_only.is_empty());
    assert!(tables(&edition, CONVOY).is_empty());
    assert_eq!(
        edition.statements_about(None).iter().map(|s| s.claims.len()).sum::<usize>(),
        2,
        "claims on the whole"
    );
    assert!(edition.dataset.topic(&TopicId::new("nothing")).is_none());
}
