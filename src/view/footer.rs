//! Licence, corpus, corrections; on the page of an event or an episode, who made its texts.

use leptos::prelude::*;

use crate::session::Session;

use super::explorer::language_note;
use super::tag::{live, tag};

/// The foot of every page. The list and the page on method say at another place who made the
/// texts in the page's language.
pub fn footer(session: &Session) -> AnyView {
    let (m, about) = (&session.messages, &session.dataset.about);
    let corrections = match &about.corrections {
        Some(contact) => m.fill("footer.corrections", &[("contact", contact)]),
        None => m.text("footer.no-corrections").to_owned(),
    };
    let holes = [("licence", about.licence.as_str()), ("publisher", &about.publisher)];
    let updated = m.fill("footer.updated", &[("date", &m.date(about.updated))]);
    let method = [&*session.root, &m.language, "/method/"].concat();
    let method = tag("a").with("href", method).text(m.text("footer.method"));
    tag("footer")
        .class("footer")
        .child(tag("p").class("footer-method").child(method))
        .child(tag("p").text(about.corpus.as_str()))
        .child(language(session))
        .child(tag("p").text(m.fill("footer.licence", &holes)))
        .child(tag("p").text([updated.as_str(), " ", &corrections].concat()))
        .view()
}

fn language(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let has_subject = session.chosen.with(Option::is_some);
        let note = language_note(&session).filter(|_| has_subject)?;
        Some(tag("p").class("footer-language").text(note).view())
    })
}
