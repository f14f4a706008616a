//! Licence, corpus, corrections, and the pages about the dataset as a whole.

use leptos::prelude::*;

use crate::session::Session;

use super::tag::tag;

/// The pages that stand as the build made them, below the language, and what leads to each.
const STANDING: [(&str, &str); 3] = [
    ("/method/", "footer.method"),
    ("/reports/", "footer.reports"),
    ("/glossary/", "footer.glossary"),
];

/// The foot of every page.
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
        .child(tag("p").text(m.fill("footer.licence", &holes)))
        .child(tag("p").text([updated.as_str(), " ", &corrections].concat()))
        .view()
}
