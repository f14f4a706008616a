//! The eight states: a small drawn sign, one wording, and the reason in a sentence.

use leptos::prelude::*;

use crate::domain::comparison::Row;
use crate::domain::figure::Figure;
use crate::domain::party::Side;
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
    tag.class("state-name").child(state_sign(state)).text([" ", &word].concat())
}

/// Why a row has its state, in a sentence made from the data.
pub fn reason(session: &Session, row: &Row) -> String {
    let m = &session.messages;
    let pair = session.pair.get_untracked();
    let name = |side: Side| party_name(session, pair.party(side));
    let two = |key: &str, first: &Figure, second: &Figure, gap: &str| {
        m.fill(
            key,
            &[
                ("first", name(Side::First).as_str()),
                ("second", &name(Side::Second)),
                ("a", &m.figure(first)),
                ("b", &m.figure(second)),
                ("gap", gap),
            ],
        )
    };
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
        Reason::PlacesSame => m.text("reason.places-same").to_owned(),
        Reason::PlacesApart => m.text("reason.places-apart").to_owned(),
        Reason::PlacesOverlap => m.text("reason.places-overlap").to_owned(),
        Reason::PlacesOfDifferentThings => m.text("reason.places-of-different-things").to_owned(),
        Reason::TimesSame => m.text("reason.times-same").to_owned(),
        Reason::TimesApart { minutes } => m.count("reason.times-apart", minutes.unsigned_abs()),
        Reason::TimesOverlap => m.text("reason.times-overlap").to_owned(),
        Reason::Denied { by, denied } => {
            let claimants = |claim: &crate::domain::comparison::ClaimRef| {
                super::attribution::claimants(session, claim)
            };
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
