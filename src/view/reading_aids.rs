//! What stands above every page of the site's own, made at build time and left alone by the app: links
//! past what a reader has no use for, the choice of a theme, and what leads to the keys.

use leptos::prelude::*;

use crate::session::Session;

use super::standing::Standing;
use super::tag::{Tag, tag};

/// Where a link past other things leads, and the message that names it.
type Skip = (&'static str, &'static str);

/// On a page that stays as it was made there is only its matter.
const TO_CONTENT: Skip = ("#main", "static.skip-content");
/// In the app's pages, in their order; the sheet leaves out what isn't in view.
const WITHIN_APP: [Skip; 3] =
    [("#search", "static.skip-search"), ("#list", "static.skip-list"), ("#map", "static.skip-map")];
const TO_COMPARISON: Skip = ("#comparison", "static.skip-comparison");

/// What stands above a page of the app, or above one that stays as it was made.
pub fn reading_aids(session: &Session, runs_app: bool) -> AnyView {
    let has_subject = runs_app && session.chosen.with_untracked(Option::is_some);
    let mut skips = vec![TO_CONTENT];
    skips.extend(runs_app.then_some(WITHIN_APP).into_iter().flatten());
    skips.extend(has_subject.then_some(TO_COMPARISON));
    let m = &session.messages;
    let links = skips
        .into_iter()
        .map(|(href, key)| tag("a").class("skip-link").with("href", href).text(m.text(key)).view());
    let skips =
        tag("nav").class("skip-links").with("aria-label", m.text("static.skips")).children(links);
    let aids = tag("section")
        .class("reading-aids")
        .with("aria-label", m.text("static.reading-aids"))
        .child(theme(session))
        .child(to_keys(session));
    vec![skips.view(), aids.view()].into_any()
}

/// As the device has it, light, or dark; the page's own script obeys it.
fn theme(session: &Session) -> Tag {
    let m = &session.messages;
    let options = ["", "light", "dark"].map(|value| {
        let word = if value.is_empty() { "device" } else { value };
        tag("option").with("value", value).text(m.word("static-theme", word)).view()
    });
    tag("label")
        .class("theme")
        .child(icon("icon icon-theme"))
        .child(tag("span").class("visually-hidden").text(m.text("static.theme")))
        .child(tag("select").with("id", "theme").with("name", "theme").children(options))
}

/// The section of the page on method that documents the keys, which scripts open over the page.
fn to_keys(session: &Session) -> Tag {
    let href = [&Standing::Method.href(session), "#keys"].concat();
    tag("a")
        .class("to-keys")
        .with("href", href)
        .with("aria-keyshortcuts", "?")
        .child(icon("icon icon-help"))
        .child(tag("span").class("to-keys-words").text(session.messages.text("static.keys")))
}

fn icon(class: &'static str) -> Tag {
    tag("span").class(class).with("aria-hidden", "true")
}
