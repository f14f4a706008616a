//! The states of a row, case by case: the table in the documentation of `judge`, in the same order,
//! and each case with the sides swapped.

use std::collections::BTreeSet;
use std::sync::Arc;

use qawlan::data::resolve::Edition;
use qawlan::domain::claim::{Claim, Content, Passage, Position};
use qawlan::domain::comparison::{Cell, ClaimRef};
use qawlan::domain::date::{Moment, Precision, When};
use qawlan::domain::figure::{Amount, Figure, Measure, People, Qualifier};
use qawlan::domain::id::{ClaimId, PartyId, PlaceId, SpeakerId};
use qawlan::domain::place::Role;
use qawlan::domain::row_state::{EditorState, Evidence, Reason, RowState, judge};
use qawlan::domain::statement::{Statement, Voice};
use qawlan::domain::topic::TopicKind;

use Says::*;

#[path = "fixtures/folder.rs"]
mod folder;

/// What one claim says, beyond that it was made.
#[derive(Clone, Copy)]
enum Says {
    Words,
    /// Blames the other side; a joint claim, each the other.
    Accuses,
    /// Denies the claim of that party.
    Denies(&'static str),
    Killed(u64, Qualifier),
    Wounded(u64),
    KilledUnnumbered,
    /// A number of killed in a caption.
    Captioned(u64),
    /// A place that was hit.
    Hit(&'static str),
    /// A place from which it was launched.
    Launched(&'static str),
    /// A place that is only mentioned.
    Mentions(&'static str),
    /// From one minute past midnight to another.
    Between(u16, u16),
    NotCarried,
    NotSaid,
}

/// Whether swapping the sides swaps the reason, or what it names depends on who stands first.
#[derive(Clone, Copy, PartialEq)]
enum Mirror {
    Swaps,
    NamesTheFirst,
    /// Of several figures that don't meet, the one that the first side gave first.
    FollowsTheFirst,
}
use Mirror::{FollowsTheFirst, NamesTheFirst, Swaps};

struct Case {
    name: &'static str,
    kind: TopicKind,
    first: &'static [Says],
    second: &'static [Says],
    joint: &'static [Says],
    third: &'static [Says],
    editor: Option<RowState>,
    state: RowState,
    reason: &'static str,
    mirror: Mirror,
}

/// One line a case. Parts that a line leaves out are empty.
macro_rules! cases {
    ($($name:literal: $kind:ident [$($first:expr),*] [$($second:expr),*]
        $(joint [$($joint:expr),*])? $(third [$($third:expr),*])? $(editor $editor:ident)?
        => $state:ident, $reason:literal, $mirror:ident;)*) => {
        &[$(Case {
            name: $name,
            kind: TopicKind::$kind,
            first: &[$($first),*],
            second: &[$($second),*],
            joint: &[$($($joint),*)?],
            third: &[$($($third),*)?],
            editor: [$(Some(RowState::$editor),)? None][0],
            state: RowState::$state,
            reason: $reason,
            mirror: $mirror,
        }),*]
    };
}

const AT_LEAST: Qualifier = Qualifier::AtLeast;
const AS_STATED: Qualifier = Qualifier::AsStated;
const SO_FAR: Qualifier = Qualifier::SoFar;

#[rustfmt::skip]
const CASES: &[Case] = cases! {
    // A denial of a claim in the row comes before everything else.
    "the other side's claim is denied": Words [Words] [Denies("north")] => Denied, "denied south north", Swaps;
    "a third party's claim is denied": Words [Denies("east")] [] third [Words] => Denied, "denied north east", Swaps;
    "a third party denies": Figure [Killed(3, AS_STATED)] [Killed(9, AS_STATED)] third [Denies("north")] => Denied, "denied east north", Swaps;
    "what is denied stands in another row": Words [Words] [Denies("nobody")] => NotComparable, "not judged", Swaps;
    "each denies the other": Words [Denies("south")] [Denies("north")] => Denied, "denied north south", NamesTheFirst;
    // Then a side that isn't found, or whose words aren't there.
    "one side alone": Words [Words] [] => OneSideOnly, "only First", Swaps;
    "one side alone with a figure": Losses [Killed(3, AS_STATED)] [] => OneSideOnly, "only First", Swaps;
    "a caption is a claim found": Figure [Captioned(3)] [] => OneSideOnly, "only First", Swaps;
    "the other side's words aren't carried": Words [Words] [NotCarried] => NotComparable, "not carried Second", Swaps;
    "the other side's statement doesn't say": Figure [Killed(3, AS_STATED)] [NotSaid] => NotComparable, "not said Second", Swaps;
    "the only statement doesn't say": Words [NotSaid] [] => OneSideOnly, "only unsaid First", Swaps;
    "the only words aren't carried": Words [NotCarried] [] => OneSideOnly, "only unsaid First", Swaps;
    "neither statement says": Words [NotSaid] [NotSaid] => NotComparable, "not said First", NamesTheFirst;
    "nobody's words are carried": Words [NotCarried] [NotSaid] => NotComparable, "not carried First", NamesTheFirst;
    "only a third party spoke": Words [] [] third [Words] => ThirdPartiesOnly, "only third parties", Swaps;
    // Figures: the newest of each side that count the same.
    "the same number with the same hedge": Figure [Killed(7, AS_STATED)] [Killed(7, AS_STATED)] => Agree, "figures same 7", Swaps;
    "numbers that don't meet": Figure [Killed(12, AS_STATED)] [Killed(30, AS_STATED)] => Differ, "figures apart 18: 12 30", Swaps;
    "a number below the least": Losses [Killed(20, AS_STATED)] [Killed(40, AT_LEAST)] => Differ, "figures apart 20: 20 40", Swaps;
    "a number above the least": Figure [Killed(50, AS_STATED)] [Killed(40, AT_LEAST)] => NotComparable, "figures compatible: 50 40", Swaps;
    "the same number hedged by one": Figure [Killed(7, AS_STATED)] [Killed(7, SO_FAR)] => NotComparable, "figures compatible: 7 7", Swaps;
    "figures of different things": Figure [Killed(7, AS_STATED)] [Wounded(7)] => NotComparable, "figures of different things: 7 7", Swaps;
    "a loss without its number": Losses [KilledUnnumbered] [Killed(7, AS_STATED)] => NotComparable, "number not given First", Swaps;
    "losses of both without a number": Losses [KilledUnnumbered] [KilledUnnumbered] => NotComparable, "number not given First", NamesTheFirst;
    "a later number revises": Figure [Killed(5, SO_FAR), Killed(12, AS_STATED)] [Killed(12, AS_STATED)] => Agree, "figures same 12", Swaps;
    "a caption is no input": Figure [Killed(12, AS_STATED), Captioned(40)] [Killed(12, AS_STATED)] => Agree, "figures same 12", Swaps;
    "of several, what doesn't meet is said": Figure [Killed(7, AS_STATED), Wounded(1)] [Killed(7, AS_STATED), Wounded(4)] => Differ, "figures apart 3: 1 4", Swaps;
    "several don't meet, in another order": Figure [Killed(9, AS_STATED), Wounded(1)] [Wounded(4), Killed(7, AS_STATED)] => Differ, "figures apart 2: 9 7", FollowsTheFirst;
    "a figure meets words": Figure [Killed(7, AS_STATED)] [Words] => NotComparable, "not judged", Swaps;
    // Places: only those of the same role and the same act.
    "the same places": Place [Hit("oak-town")] [Hit("oak-town")] => Agree, "places same", Swaps;
    "places that don't meet": Place [Hit("oak-town")] [Hit("mill-village")] => Differ, "places apart", Swaps;
    "a place inside the other's": Place [Hit("mill-village")] [Hit("hill-district")] => NotComparable, "places overlap", Swaps;
    "some places the same": Place [Hit("oak-town"), Hit("mill-village")] [Hit("oak-town")] => NotComparable, "places overlap", Swaps;
    "places in different roles": Place [Hit("oak-town")] [Launched("oak-town")] => NotComparable, "places of different things", Swaps;
    "a place that is only mentioned": Place [Mentions("oak-town")] [Hit("oak-town")] => NotComparable, "not judged", Swaps;
    // Times.
    "the same time": Time [Between(60, 120)] [Between(60, 120)] => Agree, "times same", Swaps;
    "times that don't meet": Time [Between(60, 120)] [Between(135, 150)] => Differ, "times apart 15", Swaps;
    "times that may be one": Time [Between(60, 120)] [Between(90, 150)] => NotComparable, "times overlap", Swaps;
    // Words, and whatever computation finds nothing to compare in.
    "an editor judged the words": Words [Words] [Words] editor Contradict => Contradict, "editor", Swaps;
    "an editor comes before mutual blame": Words [Accuses] [Accuses] editor NotComparable => NotComparable, "editor", Swaps;
    "an editor judges words on places": Place [Words] [Words] editor Differ => Differ, "editor", Swaps;
    "computation comes before an editor": Figure [Killed(7, AS_STATED)] [Killed(7, AS_STATED)] editor Contradict => Agree, "figures same 7", Swaps;
    "each blames the other": Words [Accuses] [Accuses] => EachBlamesTheOther, "each blames", Swaps;
    "one blames, the other doesn't": Words [Accuses] [Words] => NotComparable, "not judged", Swaps;
    "both said it together": Words [] [] joint [Words] => Agree, "said jointly", Swaps;
    "both accuse each other, as summed up": Words [] [] joint [Accuses] => EachBlamesTheOther, "said jointly", Swaps;
    "nobody has judged the words": Words [Words] [Words] => NotComparable, "not judged", Swaps;
};

/// A claim of these parties. Its id is theirs, so that a denial can name it.
fn claim(edition: &Edition, parties: &[&str], at: usize, says: Says) -> ClaimRef {
    let mut statement = Statement::clone(edition.statements.first().expect("a statement"));
    let speaker = |party: &&str| (SpeakerId::new(party), PartyId::new(party));
    statement.voice = Voice::Speakers(parties.iter().map(speaker).collect());
    let other = if parties == ["north"] { "south" } else { "north" };
    let mut claim = Claim {
        id: ClaimId::new(&[&parties.concat(), ".", &at.to_string()].concat()),
        position: Position::Asserts,
        content: Content::Carried,
        against: None,
        denies: None,
        quotations: Vec::new(),
        figures: Vec::new(),
        places: Vec::new(),
        time: None,
        ..statement.claims[0].clone()
    };
    let figure = |measure, amount, qualifier| Figure {
        measure,
        amount,
        qualifier,
        people: People::Military,
        whose: vec![PartyId::new("north")],
        inferred_because: None,
        wording: None,
    };
    let exactly = |measure, n, qualifier| figure(measure, Amount::Exactly(n), qualifier);
    match says {
        Words => {}
        Accuses => {
            claim.position = Position::Blames;
            claim.against = (parties.len() == 1).then(|| PartyId::new(other));
        }
        Denies(whose) => {
            claim.position = Position::Denies;
            claim.denies = Some(ClaimId::new(&[whose, ".0"].concat()));
        }
        Killed(n, qualifier) => claim.figures.push(exactly(Measure::Killed, n, qualifier)),
        Wounded(n) => claim.figures.push(exactly(Measure::Wounded, n, AS_STATED)),
        KilledUnnumbered => {
            claim.figures.push(figure(Measure::Killed, Amount::NotGiven, Qualifier::NotGiven));
        }
        Captioned(n) => {
            claim.figures.push(exactly(Measure::Killed, n, AS_STATED));
            claim.appearances.iter_mut().for_each(|a| a.passage = Passage::Caption);
        }
        Hit(place) => claim.places.push((PlaceId::new(place), Role::Hit)),
        Launched(place) => claim.places.push((PlaceId::new(place), Role::LaunchedFrom)),
        Mentions(place) => claim.places.push((PlaceId::new(place), Role::Mentioned)),
        Between(from, to) => claim.time = Some(span(from, to)),
        NotCarried => claim.content = Content::NotCarried,
        NotSaid => claim.content = Content::NotSaid,
    }
    statement.claims = vec![claim];
    ClaimRef::all_of(&[Arc::new(statement)]).remove(0)
}

fn span(from: u16, to: u16) -> When {
    let day = Moment::parse("2031-04-02").expect("a day");
    let at = |minute| Moment { minute: Some(minute), ..day };
    When {
        from: at(from),
        to: Some(at(to)),
        precision: Precision::Minute,
        wording: None,
        note: None,
    }
}

fn claims(edition: &Edition, parties: &[&str], says: &[Says]) -> Vec<ClaimRef> {
    says.iter().enumerate().map(|(at, one)| claim(edition, parties, at, *one)).collect()
}

/// Carried claims and the others, as a row holds them.
fn cell(edition: &Edition, party: &str, says: &[Says]) -> Cell {
    let all = claims(edition, &[party], says);
    let is_carried = |claim: &ClaimRef| claim.claim().content == Content::Carried;
    let (claims, unsaid) = all.into_iter().partition(is_carried);
    Cell { claims, unsaid }
}

/// What `judge` finds, with that party first.
fn judged(edition: &Edition, case: &Case, leader: &str) -> (RowState, Reason) {
    let dataset = &edition.dataset;
    let cells = [cell(edition, "north", case.first), cell(edition, "south", case.second)];
    let [first, second] =
        if leader == "north" { [&cells[0], &cells[1]] } else { [&cells[1], &cells[0]] };
    let editor = case.editor.map(|state| EditorState {
        topic: dataset.topics[0].id.clone(),
        state,
        reason: "a reason".to_owned(),
    });
    judge(&Evidence {
        dataset,
        pair: &dataset.pair.led_by(&PartyId::new(leader)),
        kind: case.kind,
        first,
        second,
        joint: &claims(edition, &["north", "south"], case.joint),
        third: &claims(edition, &["east"], case.third),
        editor: editor.as_ref(),
        whose: (case.kind == TopicKind::Losses).then_some(&PartyId::new("north")),
    })
}

/// The reason in a few words: its name, then what it names.
fn words(reason: &Reason) -> String {
    let number = |figure: &Figure| match figure.amount {
        Amount::Exactly(n) => n.to_string(),
        _ => "-".to_owned(),
    };
    let two = |first, second| format!("{} {}", number(first), number(second));
    let party = |claim: &ClaimRef| {
        claim.statement.voice.parties().map(PartyId::as_str).collect::<Vec<_>>().join("+")
    };
    match reason {
        Reason::Editor(_) => "editor".to_owned(),
        Reason::EachBlames => "each blames".to_owned(),
        Reason::SaidJointly => "said jointly".to_owned(),
        Reason::FiguresSame(figure) => format!("figures same {}", number(figure)),
        Reason::FiguresApart { gap, first, second } => {
            format!("figures apart {gap}: {}", two(first, second))
        }
        Reason::FiguresCompatible { first, second } => {
            format!("figures compatible: {}", two(first, second))
        }
        Reason::FiguresOfDifferentThings { first, second } => {
            format!("figures of different things: {}", two(first, second))
        }
        Reason::NumberNotGiven(side) => format!("number not given {side:?}"),
        Reason::PlacesSame => "places same".to_owned(),
        Reason::PlacesApart => "places apart".to_owned(),
        Reason::PlacesOverlap => "places overlap".to_owned(),
        Reason::PlacesOfDifferentThings => "places of different things".to_owned(),
        Reason::TimesSame => "times same".to_owned(),
        Reason::TimesApart { minutes } => format!("times apart {minutes}"),
        Reason::TimesOverlap => "times overlap".to_owned(),
        Reason::Denied { by, denied } => format!("denied {} {}", party(by), party(denied)),
        Reason::OnlySideFound(side) => format!("only {side:?}"),
        Reason::OnlyUnsaid(side) => format!("only unsaid {side:?}"),
        Reason::NotCarried(side) => format!("not carried {side:?}"),
        Reason::NotSaid(side) => format!("not said {side:?}"),
        Reason::NotJudged => "not judged".to_owned(),
        Reason::OnlyThirdParties => "only third parties".to_owned(),
    }
}

/// The same reason, told with the sides swapped.
fn swapped(reason: Reason) -> Reason {
    match reason {
        Reason::FiguresApart { gap, first, second } => {
            Reason::FiguresApart { gap, first: second, second: first }
        }
        Reason::FiguresCompatible { first, second } => {
            Reason::FiguresCompatible { first: second, second: first }
        }
        Reason::FiguresOfDifferentThings { first, second } => {
            Reason::FiguresOfDifferentThings { first: second, second: first }
        }
        Reason::NumberNotGiven(side) => Reason::NumberNotGiven(side.other()),
        Reason::OnlySideFound(side) => Reason::OnlySideFound(side.other()),
        Reason::OnlyUnsaid(side) => Reason::OnlyUnsaid(side.other()),
        Reason::NotCarried(side) => Reason::NotCarried(side.other()),
        Reason::NotSaid(side) => Reason::NotSaid(side.other()),
        same => same,
    }
}

fn edition() -> Edition {
    folder::edition(&folder::north_south(), "en")
}

#[test]
fn each_case_has_its_state_and_its_reason() {
    let edition = edition();
    for case in CASES {
        let (state, reason) = judged(&edition, case, "north");
        assert_eq!((state, words(&reason).as_str()), (case.state, case.reason), "{}", case.name);
    }
}

#[test]
fn each_case_has_the_same_state_and_the_mirrored_reason_with_the_sides_swapped() {
    let edition = edition();
    for case in CASES {
        let (state, reason) = judged(&edition, case, "north");
        let (mirrored_state, mirrored) = judged(&edition, case, "south");
        assert_eq!(state, mirrored_state, "{}", case.name);
        let is_swapped = mirrored == swapped(reason);
        assert_eq!(is_swapped, case.mirror == Swaps, "{}: {mirrored:?}", case.name);
    }
}

#[test]
fn where_a_reason_does_not_swap_both_sides_are_in_the_same_position_and_the_first_is_named() {
    let edition = edition();
    for case in CASES.iter().filter(|case| case.mirror == NamesTheFirst) {
        for leader in ["north", "south"] {
            let named = words(&judged(&edition, case, leader).1);
            let is_first =
                named.ends_with("First") || named.starts_with(&format!("denied {leader}"));
            assert!(is_first, "{}, {leader} first: {named}", case.name);
        }
    }
}

/// The reason's name, without what it names.
fn name(words: &str) -> String {
    let is_named = |word: &&str| {
        !word.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase())
            && !["north", "south", "east"].contains(word)
    };
    words.split(' ').take_while(is_named).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_state_and_every_reason_has_a_case() {
    let reasons: BTreeSet<String> = CASES.iter().map(|case| name(case.reason)).collect();
    // `words` names them all, and doesn't compile with one missing.
    assert_eq!(reasons.len(), 22, "{reasons:#?}");
    for state in RowState::ALL {
        assert!(CASES.iter().any(|case| case.state == *state), "{state:?}");
    }
    let names: BTreeSet<&str> = CASES.iter().map(|case| case.name).collect();
    assert_eq!(names.len(), CASES.len(), "each case once");
}

#[test]
fn the_documented_table_has_the_cases_of_this_one() {
    let source = include_str!("../src/domain/row_state.rs");
    let rows = source
        .lines()
        .filter_map(|line| line.strip_prefix("/// | "))
        .filter(|row| !row.starts_with("case |"));
    let documented: Vec<String> = rows.map(|row| row.trim_end_matches(" |").to_owned()).collect();
    let expected: Vec<String> = CASES
        .iter()
        .map(|case| format!("{} | {:?} | {}", case.name, case.state, case.reason))
        .collect();
    assert_eq!(documented, expected);
}
