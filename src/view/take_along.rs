//! Downloads: what is shown, which the page's own scripts make into a file, and the whole dataset,
//! which the build did.

use leptos::prelude::*;

use crate::session::Session;

use super::tag::tag;

/// The forms there are: how a file's name ends, and what the form is called in every language. The
/// last is plain text, which each language has a word for.
const FORMS: [(&str, &str); 7] = [
    ("csv", "CSV"),
    ("json", "JSON"),
    ("geojson", "GeoJSON"),
    ("jsonld", "JSON-LD"),
    ("bib", "BibTeX"),
    ("ris", "RIS"),
    ("txt", ""),
];

/// Both, form by form. `public/boot/taking.js` heeds the buttons.
pub fn take_along(session: &Session) -> AnyView {
    let (m, about) = (&session.messages, &session.dataset.about);
    let date = m.date(about.updated);
    let note = m.fill("take.note", &[("licence", &about.licence), ("date", &date)]);
    let shown = FORMS.map(|(ending, name)| {
        let button = tag("button").with("type", "button").with("data-take", ending);
        button.text(name_of(session, name)).view()
    });
    let whole = FORMS.map(|(ending, name)| {
        let file = ["qawlan-", &m.language, ".", ending].concat();
        let address = [&*session.root, "downloads/", &file].concat();
        let link = tag("a").with("href", address).with("download", file);
        link.text(name_of(session, name)).view()
    });
    tag("section")
        .class("take-along")
        .with("aria-labelledby", "take-along")
        .child(tag("h2").with("id", "take-along").text(m.text("take.title")))
        .child(tag("p").class("section-note").text([m.text("take.formats"), " ", &note].concat()))
        .children(group("take-shown", m.text("take.shown"), shown))
        .children(group("take-whole", m.text("take.whole"), whole))
        .view()
}

fn name_of<'a>(session: &'a Session, name: &'a str) -> &'a str {
    if name.is_empty() { session.messages.text("take.text") } else { name }
}

/// Not a list: a page has only so many elements, and a group says as much.
fn group(id: &'static str, heading: &str, controls: [AnyView; 7]) -> [AnyView; 2] {
    let heading = tag("h3").with("id", id).class(id).text(heading);
    let group = tag("div").class(id).with("role", "group").with("aria-labelledby", id);
    [heading.view(), group.children(controls).view()]
}
