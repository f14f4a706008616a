//! One claim: its words, its quotation, its figures, and who said it.

use leptos::prelude::*;

use crate::domain::comparison::ClaimRef;
use crate::domain::figure::Figure;
use crate::domain::source::Quotation;
use crate::session::Session;

use super::attribution::{origin, speakers};

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
    let position = m.word("position", it.position.key());
    let variant = it.is_variant().then(|| {
        view! { <p class="claim-variant">{m.text("claim.variant").to_owned()}</p> }
    });
    let printed = it.as_printed.as_ref().map(|note| {
        let words = [m.text("claim.as-printed"), " ", note.as_str()].concat();
        view! { <p class="claim-printed">{words}</p> }
    });
    let figures = it.figures.iter().map(|figure| figure_line(session, figure));
    let quotations = it.quotations.iter().map(|quotation| quotation_line(session, quotation));
    view! {
        <article class="claim" id=id data-claim-id=it.id.to_string()>
            <p class="claim-summary">{it.summary.clone()}</p>
            {quotations.collect_view()}
            {(!it.figures.is_empty()).then(|| view! { <ul class="claim-figures">{figures.collect_view()}</ul> })}
            {variant}
            {printed}
            <p class="claim-speaker">
                {speakers(session, claim, style.with_party)}
                <span class="claim-position">" · " {position}</span>
            </p>
            {origin(session, claim)}
        </article>
    }
    .into_any()
}

/// The report's rendering of the claimant's words, in its own language and direction.
fn quotation_line(session: &Session, quotation: &Quotation) -> AnyView {
    let m = &session.messages;
    let direction = if is_right_to_left(&quotation.language) { "rtl" } else { "ltr" };
    let language = quotation.language.clone();
    view! {
        <p class="claim-quotation">
            <span class="claim-quotation-label">{m.text("claim.quotation").to_owned()}</span>
            " "
            <q lang=language dir=direction>{quotation.text.clone()}</q>
        </p>
    }
    .into_any()
}

fn figure_line(session: &Session, figure: &Figure) -> AnyView {
    view! {
        <li>
            <span class="figure-words">{session.messages.figure(figure)}</span>
            {figure_notes(session, figure)}
        </li>
    }
    .into_any()
}

/// Whose losses a figure counts, whether that is stated or inferred and why, and the report's own
/// wording.
pub fn figure_notes(session: &Session, figure: &Figure) -> AnyView {
    let m = &session.messages;
    let names: Vec<String> =
        figure.whose.iter().map(|party| super::seal::party_name(session, party)).collect();
    let names = names.join(m.text("list.and"));
    let whose = match (&figure.inferred_because, figure.whose.is_empty()) {
        (_, true) => None,
        (None, false) => Some(m.fill("figure.whose", &[("party", &names)])),
        (Some(why), false) => {
            Some(m.fill("figure.whose-inferred", &[("party", names.as_str()), ("why", why)]))
        }
    };
    let wording = figure.wording.as_ref().map(|wording| {
        view! { " · " <q lang="ar" dir="rtl">{wording.clone()}</q> }
    });
    view! { {whose.map(|whose| view! { <span class="figure-whose">" · " {whose}</span> })} {wording} }
        .into_any()
}

/// Whether a language is written from right to left.
pub fn is_right_to_left(language: &str) -> bool {
    matches!(language.split('-').next(), Some("ar" | "fa" | "he" | "ur"))
}
