//! The sources: what each document says of itself.

use leptos::prelude::*;

use crate::domain::id::SourceId;
use crate::domain::source::Source;
use crate::session::Session;

use super::attribution::outlet_name;
use super::claim::quoted;
use super::tag::{DOT, Tag, tag, text};

/// These sources, each with its address in the page.
pub fn sources(session: &Session, ids: &[SourceId]) -> AnyView {
    let items = ids
        .iter()
        .filter_map(|id| session.dataset.source(id))
        .map(|source| source_view(session, source));
    let title = session.messages.text("section.sources");
    tag("section")
        .class("sources")
        .with("aria-labelledby", "sources")
        .child(tag("h2").with("id", "sources").text(title))
        .child(tag("ul").children(items))
        .view()
}

fn source_view(session: &Session, source: &Source) -> AnyView {
    tag("li")
        .with("id", ["source-", source.id.as_str()].concat())
        .class("source")
        .child(tag("p").class("source-outlet").children(outlet_words(session, source)))
        .child(headline_line(session, source))
        .child(notes_line(session, source))
        .view()
}

/// The headline, in the report's language; nothing where the report has none, which its note says.
pub fn headline_line(session: &Session, source: &Source) -> Option<Tag> {
    let headline = &source.headline;
    let words = || quoted(session, &headline.language, &headline.text);
    (!headline.text.is_empty()).then(|| tag("p").class("source-headline").child(words()))
}

/// Whose report it is, and when it was published.
pub fn outlet_words(session: &Session, source: &Source) -> Vec<AnyView> {
    let m = &session.messages;
    let agencies = match source.with_agencies {
        true => [" ", m.text("source.with-agencies")].concat(),
        false => String::new(),
    };
    let inferred = if source.is_date_inferred { m.text("source.inferred") } else { "" };
    let words = [agencies.as_str(), DOT, &m.date(source.published), inferred].concat();
    vec![tag("b").text(outlet_name(session, &source.id)).view(), text(words)]
}

/// What else the document says of itself, and where it can be read.
pub fn notes_line(session: &Session, source: &Source) -> Tag {
    let m = &session.messages;
    let mut notes: Vec<String> = Vec::new();
    notes.extend(source.published_note.clone());
    notes.extend(source.dateline.as_ref().map(|it| m.fill("source.dateline", &[("place", it)])));
    notes.extend(
        source.republished_by.as_ref().map(|it| m.fill("source.republished", &[("by", it)])),
    );
    notes.extend(
        source.point_of_view.as_ref().map(|it| m.fill("source.point-of-view", &[("view", it)])),
    );
    notes.extend(source.note.clone());
    let notes = notes.into_iter().map(|note| tag("span").class("source-note").text(note).view());
    let address = match &source.address {
        Some(address) => {
            tag("a").with("href", address.as_str()).with("rel", "noopener").text(address.as_str())
        }
        None => tag("span").text(m.text("source.no-address")),
    };
    tag("p")
        .class("source-notes")
        .children(notes)
        .child(tag("span").class("source-note").child(address))
}
