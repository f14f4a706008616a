//! What every key does: a section of the page on method, which scripts open over any page.

use crate::session::Session;

use super::tag::{Tag, tag};

/// The keys, as they are written on them, and the name of the message that says what they do.
pub const KEYS: [(&[&str], &str); 7] = [
    (&["/"], "search"),
    (&["?"], "help"),
    (&["↓", "↑"], "suggestions"),
    (&["→", "←"], "range"),
    (&["←", "↑", "→", "↓"], "map"),
    (&["+", "−"], "zoom"),
    (&["Esc"], "escape"),
];

/// The list of keys, and the switch of those that are a single character.
pub fn keys(session: &Session) -> Vec<Tag> {
    let m = &session.messages;
    let items = KEYS.iter().map(|(keys, does)| {
        let keys = keys.iter().map(|key| tag("kbd").with("dir", "ltr").text(*key).view());
        tag("div")
            .child(tag("dt").children(keys))
            .child(tag("dd").text(m.word("static-keys", does)))
            .view()
    });
    let list =
        tag("dl").class("keys").with("data-close", m.text("static.share-close")).children(items);
    vec![tag("p").text(m.text("static.keys-lead")), list, switch(session)]
}

/// What is a single character can be taken for a command by who speaks or types with few keys: it can
/// be turned off (WCAG 2.1.4). The page's own script obeys it.
fn switch(session: &Session) -> Tag {
    let m = &session.messages;
    let control = tag("input")
        .with("type", "checkbox")
        .with("id", "single-keys")
        .with("name", "single-keys")
        .with("checked", "");
    let label = tag("label").with("for", "single-keys").text(m.text("static.keys-single"));
    tag("div")
        .class("keys-switch")
        .child(tag("p").child(control).child(label))
        .child(tag("p").class("section-note").text(m.text("static.keys-single-note")))
}
