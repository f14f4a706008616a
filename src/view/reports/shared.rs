//! Claims that stand in several reports: one claim, with each report's way of giving it.

use leptos::prelude::*;

use crate::domain::carrying::{Carrying, figures_at, is_rendered_otherwise};
use crate::domain::claim::{Appearance, Claim};
use crate::domain::comparison::ClaimRef;
use crate::domain::figure::Figure;
use crate::session::Session;

use crate::view::attribution::{outlet_name, passage};
use crate::view::claim::quoted;
use crate::view::further::further;
use crate::view::tag::{DOT, Tag, tag};

use super::claim_line;

/// The page lists at most so many.
const MOST_SHARED: usize = 24;

/// The section's matter.
pub fn matter(session: &Session, carrying: &Carrying) -> Vec<Tag> {
    let m = &session.messages;
    if carrying.shared.is_empty() {
        return vec![tag("p").text(m.text("static.carrying-shared-none"))];
    }
    let left_out = carrying.shared.len().saturating_sub(MOST_SHARED);
    let items = carrying.shared.iter().take(MOST_SHARED).map(|claim| shared_claim(session, claim));
    let mut matter = vec![
        tag("p").text(m.text("static.carrying-shared-note")),
        tag("ul").class("shared").children(items),
    ];
    matter.extend(further(session, "static.carrying-left-out", left_out));
    matter
}

fn shared_claim(session: &Session, claim: &ClaimRef) -> AnyView {
    let it = claim.claim();
    let words = session.messages.text("static.carrying-differs");
    let differs = is_rendered_otherwise(it).then(|| tag("p").class("shared-differs").text(words));
    let appearances = it.appearances.iter().map(|at| appearance(session, it, at));
    tag("li")
        .child(claim_line(session, claim))
        .child(differs)
        .child(tag("ul").class("shared-appearances").children(appearances))
        .view()
}

/// Report and passage, the figures as they stand there, the report's verb, and the note.
fn appearance(session: &Session, claim: &Claim, appearance: &Appearance) -> AnyView {
    let comma = session.messages.text("list.comma");
    let source = session.dataset.source(&appearance.source);
    let language = source.map_or("", |source| source.headline.language.as_str());
    let date = source.map(|source| session.messages.date(source.published)).unwrap_or_default();
    let place = [comma, &date, comma, &passage(session, appearance.passage)].concat();
    let report = tag("a")
        .with("href", ["#source-", appearance.source.as_str()].concat())
        .text(outlet_name(session, &appearance.source));
    let figures = figures_at(claim, appearance);
    let figures = figures.iter().map(|figure| figure_line(session, figure, language).view());
    let verb = appearance.verb.as_deref();
    let label = [session.messages.text("static.carrying-verb"), " "].concat();
    let verb = verb.map(|verb| tag("p").text(label).child(quoted(session, language, verb)));
    let note = appearance.note.as_deref();
    let note = note.map(|note| tag("p").class("shared-note").text(note));
    tag("li")
        .child(tag("p").class("shared-place").child(report).text(place))
        .children(figures)
        .child(verb)
        .child(note)
        .view()
}

fn figure_line(session: &Session, figure: &Figure, language: &str) -> Tag {
    let words = tag("b").class("figure-words").text(session.messages.figure(figure));
    let line = tag("p").class("shared-figure").child(words);
    match &figure.wording {
        Some(wording) => line.text(DOT).child(quoted(session, language, wording)),
        None => line,
    }
}
