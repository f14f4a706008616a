//! Licence, corpus, corrections, and the pages about the dataset as a whole; on the page of an event
//! or an episode, who made its texts.

use leptos::prelude::*;

use crate::session::Session;

use super::explorer::language_note;
use super::tag::{live, tag};

/// The pages that stand as the build made them, below the language, and what leads to each.
const STANDING: [(&str, &str); 3] = [
    ("/method/", "footer.method"),
    ("/reports/", "footer.reports"),
    ("/glossary/", "footer.glossary"),
];

/// The foot of every page. On an event's or an episode's it says who made the texts in the page's
/// language; the others say it above.
pub fn footer(session: &Session) -> AnyView {
    let (m, about) = (&session.messages, &session.dataset.about);
    let corrections = match &about.corrections {
        Some(contact) => m.fill("footer.corrections", &[("contact", contact)]),
        None => m.text("footer.no-corrections").to_owned(),
    };
    let holes = [("licence", about.licence.as_str()), ("publisher", &about.publisher)];
    let updated = m.fill("footer.updated", &[("date", &m.date(about.updated))]);
    let links = STANDING.map(|(page, key)| {
        let href = [&*session.root, &m.language, page].concat();
        tag("a").with("href", href).text([m.text(key), " "].concat()).view()
    });
    tag("footer")
        .class("footer")
        .child(tag("p").class("footer-standing").children(links))
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
