//! The texts to paste, made from the templates beside this file.
//!
//! A template is filled twice. Here with the words, which no choice changes; then with the
//! addresses and heights, by [`Offer`](crate::view::share::Offer) for the page as it is made and by
//! `public/share/snippets.js` for what the reader chooses.

use crate::publish::template::escape;
use crate::view::share::{Snippet, fill};

use super::Sharing;
use super::table::table;

/// Each kind with its template, in the order in which they are offered.
const TEMPLATES: [(&str, &str); 7] = [
    ("listener", include_str!("./listener.html")),
    ("frame", include_str!("./frame.html")),
    ("element", include_str!("./element.html")),
    ("amp", include_str!("./amp.html")),
    ("png", include_str!("./png.html")),
    ("svg", include_str!("./svg.html")),
    ("table", include_str!("./table.html")),
];

/// Every kind of snippet, as yet without addresses and heights.
pub fn snippets(sharing: &Sharing) -> Vec<Snippet> {
    let m = sharing.messages;
    let about = &sharing.edition.dataset.about;
    let own = about.languages.iter().find(|language| language.code == m.language);
    let direction = if own.is_some_and(|own| own.is_right_to_left) { "rtl" } else { "ltr" };
    let read = m.fill("static.share-read", &[("title", &sharing.title())]);
    let updated = m.fill("footer.updated", &[("date", &m.date(about.updated))]);
    let (frame_title, alternative) = (safe(&sharing.frame_title()), safe(sharing.alternative()));
    let words = |name: &str| match name {
        "lang" => Some(m.language.clone()),
        "dir" => Some(direction.to_owned()),
        "frame-title" => Some(frame_title.clone()),
        "alternative" => Some(alternative.clone()),
        "read" => Some(safe(&read)),
        "read-on" => Some(safe(m.text("static.share-read-on"))),
        "updated" => Some(safe(&updated)),
        "png" | "svg" => Some(safe(&sharing.picture(name))),
        "element" => Some(safe(&sharing.site.url("embed.js"))),
        "listener" => Some(sharing.stock.listener.clone()),
        "table" => Some(table(sharing)),
        _ => None,
    };
    let snippet = |(kind, template): (&'static str, &str)| Snippet {
        kind,
        template: fill(template.trim_end(), words),
    };
    TEMPLATES.into_iter().map(snippet).collect()
}

/// Text made safe for HTML, and so that nothing in it can be taken for a hole.
pub fn safe(text: &str) -> String {
    escape(text).replace('{', "&#123;")
}
