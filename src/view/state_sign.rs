//! The eight states: a small drawn sign, one wording, and the reason in a sentence.

use leptos::prelude::*;

use crate::domain::comparison::{Cell, ClaimRef, Row};
use crate::domain::figure::Figure;
use crate::domain::party::Side;
use crate::domain::place::Role;
use crate::domain::row_state::{Reason, RowState};
use crate::session::Session;

use super::drawing::{Stroke, drawing};
use super::seal::party_name;
use super::tag::{Tag, tag};

/// The sign's strokes in a box of 14; solid shapes are closed and filled by class.
pub fn strokes(state: RowState) -> (&'static str, &'static str) {
    match state {
        RowState::EachBlamesTheOther => {
            ("M2 5H11M8.5 2.5L11 5L8.5 7.5M12 9.5H3M5.5 7L3 9.5L5.5 12", "")
        }
        RowState::Differ => ("M2 5H12M2 9H12M9.5 2L4.5 12", ""),
        RowState::Contradict => ("M3 3L11 11M11 3L3 11", ""),
        RowState::Denied => ("M7 2A5 5 0 1 1 7 12A5 5 0 1 1 7 2M3.6 10.4L10.4 3.6", ""),
        RowState::Agree => ("M2 5H12M2 9H12", ""),
        RowState::NotComparable => ("M5 2.5V11.5M9 2.5V11.5", ""),
        RowState::OneSideOnly => ("M7 2A5 5 0 1 1 7 12A5 5 0 1 1 7 2", "M7 2A5 5 0 0 1 7 12Z"),
        RowState::ThirdPartiesOnly => ("M7 2.5L12 11.5H2Z", ""),
    }
}

/// The sign alone.
pub fn state_sign(state: RowState) -> AnyView {
    let (line, solid) = strokes(state);
    let mut drawn = vec![Stroke { class: "sign-line", path: line.to_owned() }];
    if !solid.is_empty() {
        drawn.push(Stroke { class: "sign-solid", path: solid.to_owned() });
    }
    drawing("state-sign", 14, 14, drawn)
}

/// Sign and wording.
pub fn state_name(session: &Session, state: RowState) -> AnyView {
    named(session, state, tag("span")).view()
}

/// Sign and wording, leading to what the glossary says of the state. Not inside another link.
pub fn state_link(session: &Session, state: RowState) -> AnyView {
    let glossary = [&*session.root, &session.messages.language, "/glossary/#state-", state.key()];
    named(session, state, tag("a").with("href", glossary.concat())).view()
}

fn named(session: &Session, state: RowState, tag: Tag) -> Tag {
    let word = session.messages.word("state", state.key());
    tag.class("state-name").child(state_sign(state)).text(word)
}

/// Why a row has its state, in a sentence made from the data.
pub fn reason(session: &Session, row: &Row) -> String {
    let m = &session.messages;
    let pair = session.pair.get_untracked();
    let name = |side: Side| party_name(session, pair.party(side));
    let named = |key: &str, [a, b]: [String; 2], gap: &str| {
        let [first, second] = Side::BOTH.map(name);
        let holes =
            [("first", first.as_str()), ("second", &second), ("a", &a), ("b", &b), ("gap", gap)];
        m.fill(key, &holes)
    };
    let two = |key: &str, first: &Figure, second: &Figure, gap: &str| {
        named(key, [m.figure(first), m.figure(second)], gap)
    };
    let places = |key: &str| {
        let places = Side::BOTH.map(|side| places_of(session, row.cell(side)));
        named(key, places, "")
    };
    let times = || Side::BOTH.map(|side| time_of(session, row.cell(side)));
    let of = |key: &str, side: Side| {
        m.fill(key, &[("party", name(side).as_str()), ("other", &name(side.other()))])
    };
    match &row.reason {
        Reason::Editor(reason) => reason.clone(),
        Reason::EachBlames => m.text("reason.each-blames").to_owned(),
        Reason::SaidJointly => m.text("reason.said-jointly").to_owned(),
        Reason::FiguresSame(figure) => m.fill("reason.figures-same", &[("a", &m.figure(figure))]),
        Reason::FiguresApart { gap, first, second } => {
            two("reason.figures-apart", first, second, &m.number(*gap))
        }
        Reason::FiguresCompatible { first, second } => {
            two("reason.figures-compatible", first, second, "")
        }
        Reason::FiguresOfDifferentThings { first, second } => {
            two("reason.figures-of-different-things", first, second, "")
        }
        Reason::NumberNotGiven(side) => of("reason.number-not-given", *side),
        Reason::PlacesSame => places("reason.places-same"),
        Reason::PlacesApart => places("reason.places-apart"),
        Reason::PlacesOverlap => places("reason.places-overlap"),
        Reason::PlacesOfDifferentThings => places("reason.places-of-different-things"),
        Reason::TimesSame => named("reason.times-same", times(), ""),
        Reason::TimesApart { minutes } => {
            let ([first, second], [a, b]) = (Side::BOTH.map(name), times());
            let holes = [("first", first.as_str()), ("second", &second), ("a", &a), ("b", &b)];
            m.count_with("reason.times-apart", minutes.unsigned_abs(), &holes)
        }
        Reason::TimesOverlap => named("reason.times-overlap", times(), ""),
        Reason::Denied { by, denied } => {
            let claimants = |claim: &ClaimRef| super::attribution::claimants(session, claim);
            m.fill(
                "reason.denied",
                &[("by", claimants(by).as_str()), ("denied", &claimants(denied))],
            )
        }
        Reason::OnlySideFound(side) => of("reason.only-side", *side),
        Reason::OnlyUnsaid(side) => of("reason.only-unsaid", *side),
        Reason::NotCarried(side) => of("reason.not-carried", *side),
        Reason::NotSaid(side) => of("reason.not-said", *side),
        Reason::NotJudged => m.text("reason.not-judged").to_owned(),
        Reason::OnlyThirdParties => m.text("reason.only-third-parties").to_owned(),
    }
}

/// The places a side's compared claims name, each once.
fn places_of(session: &Session, cell: &Cell) -> String {
    let mut names: Vec<String> = Vec::new();
    for claim in cell.claims.iter().map(ClaimRef::claim).filter(|it| it.is_comparable()) {
        for (id, role) in &claim.places {
            let name = session.dataset.place(id).map(|place| session.place_name(place));
            if let Some(name) =
                name.filter(|name| *role != Role::Mentioned && !names.contains(name))
            {
                names.push(name);
            }
        }
    }
    names.join(session.messages.text("list.comma"))
}

/// The time a side gives, the one it is compared by.
fn time_of(session: &Session, cell: &Cell) -> String {
    let claims = cell.claims.iter().map(ClaimRef::claim).filter(|it| it.is_comparable());
    let time = claims.filter_map(|it| it.time.as_ref()).next_back();
    time.map_or_else(String::new, |time| session.messages.when_short(time))
}
