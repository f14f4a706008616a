//! One claim: its words, its quotation, its figures, and who said it.

use leptos::prelude::*;

use crate::domain::comparison::ClaimRef;
use crate::domain::figure::Figure;
use crate::domain::source::Quotation;
use crate::session::Session;

use super::attribution::{claimants, origin, speakers};
use super::seal::party_name;
use super::tag::{DOT, Tag, tag, text};

/// How a claim is shown where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ClaimStyle {
    /// Whether it carries the claim's address; once a page.
    pub is_anchor: bool,
    /// Whether the claimant's party is named: not needed in a party's own cell.
    pub with_party: bool,
}

/// A claim with everything a reader needs to weigh it.
pub fn claim(session: &Session, claim: &ClaimRef, style: ClaimStyle) -> AnyView {
    let m = &session.messages;
    let it = claim.claim();
    let id = style.is_anchor.then(|| ["claim-", it.id.as_str()].concat());
    let variant =
        it.is_variant().then(|| tag("p").class("claim-variant").text(m.text("claim.variant")));
    let printed = it.as_printed.as_ref().map(|note| {
        let words = [m.text("claim.as-printed"), " ", note.as_str()].concat();
        tag("p").class("claim-printed").text(words)
    });
    tag("article")
        .class("claim")
        .with_maybe("id", id.clone())
        .with("data-claim-id", it.id.as_str())
        .with_maybe("data-claimants", (!style.with_party).then(|| claimants(session, claim)))
        .child(tag("p").class("claim-summary").text(it.summary.as_str()))
        .children(it.quotations.iter().map(|quotation| quotation_line(session, quotation)))
        .child(figure_list(session, &it.figures))
        .child(variant)
        .child(printed)
        .child(speaker_line(session, claim, style))
        .child(origin(session, claim))
        .child((!session.is_framed()).then(|| tools(session, id)))
        .view()
}

/// To take the claim along: its text with whose it is, and its address where it has one. What the
/// button does is in `public/boot/copying.js`, which copies what stands in the claim; the claimant
/// that a party's own cell leaves out is in `data-claimants`.
fn tools(session: &Session, id: Option<String>) -> Tag {
    let m = &session.messages;
    let link = id.map(|id| {
        tag("a")
            .class("claim-link")
            .with("href", ["#", &id].concat())
            .with("aria-label", m.text("claim.link"))
            .text("#")
    });
    let copy = tag("button")
        .class("claim-copy")
        .with("type", "button")
        .with("data-copy", "")
        .with("aria-label", m.text("claim.copy"))
        .text(m.text("claim.copy-short"));
    tag("p").class("claim-tools").text(" ").child(copy).child(link)
}

fn speaker_line(session: &Session, claim: &ClaimRef, style: ClaimStyle) -> Tag {
    let position = session.messages.word("position", claim.claim().position.key());
    let position = tag("span").class("claim-position").text([DOT, &position].concat());
    tag("p")
        .class("claim-speaker")
        .children(speakers(session, claim, style.with_party))
        .child(position)
}

/// The report's rendering of the claimant's words, in its own language and direction.
fn quotation_line(session: &Session, quotation: &Quotation) -> AnyView {
    let label = session.messages.text("claim.quotation");
    let words = quoted(session, &quotation.language, &quotation.text);
    tag("p")
        .class("claim-quotation")
        .child(tag("span").class("claim-quotation-label").text(label))
        .text(" ")
        .child(words)
        .view()
}

fn figure_list(session: &Session, figures: &[Figure]) -> Option<Tag> {
    if figures.is_empty() {
        return None;
    }
    let lines = figures.iter().enumerate().map(|(at, figure)| {
        let before = at.checked_sub(1).map(|before| &figures[before]);
        figure_line(session, figure, before.is_some_and(|before| has_reason_of(figure, before)))
    });
    Some(tag("ul").class("claim-figures").children(lines))
}

/// Whether it is inferred of both whose losses they count, and for the same reason.
fn has_reason_of(figure: &Figure, other: &Figure) -> bool {
    figure.inferred_because.is_some()
        && figure.inferred_because == other.inferred_because
        && figure.whose == other.whose
}

/// The figure, whose losses it counts, whether that is stated or inferred and why, and the report's
/// own wording. A reason that the line before gives isn't given again.
fn figure_line(session: &Session, figure: &Figure, is_reason_given: bool) -> AnyView {
    let mut notes = Vec::new();
    let inferred = || session.messages.text("losses.inferred").to_owned();
    let whose = if is_reason_given { Some(inferred()) } else { whose_losses(session, figure) };
    if let Some(whose) = whose {
        notes.push(tag("span").class("figure-whose").text([DOT, &whose].concat()).view());
    }
    if let Some(wording) = &figure.wording {
        notes.push(text(DOT));
        notes.push(quoted(session, report_language(session), wording).view());
    }
    tag("li")
        .child(tag("span").class("figure-words").text(session.messages.figure(figure)))
        .children(notes)
        .view()
}

fn whose_losses(session: &Session, figure: &Figure) -> Option<String> {
    if figure.whose.is_empty() {
        return None;
    }
    let m = &session.messages;
    let names: Vec<String> = figure.whose.iter().map(|party| party_name(session, party)).collect();
    let names = names.join(m.text("list.and"));
    Some(match &figure.inferred_because {
        None => m.fill("figure.whose", &[("party", &names)]),
        Some(why) => m.fill("figure.whose-inferred", &[("party", names.as_str()), ("why", why)]),
    })
}

/// A report's own words, in their language and its direction.
pub fn quoted(session: &Session, language: &str, words: &str) -> Tag {
    let known = session.dataset.about.languages.iter().find(|it| it.code == language);
    let direction = known.map_or("auto", |it| if it.is_right_to_left { "rtl" } else { "ltr" });
    tag("q").with("lang", language).with("dir", direction).text(words)
}

/// The language of the reports, which their wordings of times and figures are in: that of their
/// headlines.
pub fn report_language(session: &Session) -> &str {
    session.dataset.sources.first().map_or("", |source| &source.headline.language)
}
