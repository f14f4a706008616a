//! The site's name and the languages.

use leptos::prelude::*;

use crate::domain::dataset::Language;
use crate::session::Session;
use crate::view_state::ViewState;

use super::tag::{Tag, tag};

/// The top of every page of its own that the app shows.
pub fn masthead(session: &Session) -> AnyView {
    headed(session, language_links(session))
}

/// The page at hand in every language.
pub fn languages(session: &Session) -> Tag {
    navigation(session, language_links(session))
}

fn language_links(session: &Session) -> Vec<AnyView> {
    let languages = session.dataset.about.languages.iter();
    languages.map(|language| language_link(session, language)).collect()
}

/// The top of a page that lies at `path` below every language, and that no state of the app shows.
#[cfg(not(target_arch = "wasm32"))]
pub fn masthead_of(session: &Session, path: &str) -> AnyView {
    let languages = session.dataset.about.languages.iter();
    let link = |language: &Language| {
        let href = [&*session.root, &language.code, "/", path].concat();
        language_frame(session, language).with("href", href).view()
    };
    headed(session, languages.map(link).collect())
}

fn headed(session: &Session, languages: Vec<AnyView>) -> AnyView {
    let about = &session.dataset.about;
    tag("header")
        .class("masthead")
        .child(home_link(session).text(about.title.as_str()))
        .child(tag("p").class("masthead-subtitle").text(about.subtitle.as_str()))
        .child(navigation(session, languages))
        .view()
}

fn navigation(session: &Session, languages: Vec<AnyView>) -> Tag {
    tag("nav")
        .class("languages")
        .with("aria-label", session.messages.text("languages.label"))
        .children(languages)
}

fn home_link(session: &Session) -> Tag {
    let to = session.clone();
    let href = move || {
        to.href_with(|state| {
            let first = state.first.take();
            *state = ViewState::explorer(&state.language);
            state.first = first;
        })
    };
    tag("a").class("masthead-title").href(href)
}

fn language_link(session: &Session, language: &Language) -> AnyView {
    let (to, code) = (session.clone(), language.code.clone());
    language_frame(session, language)
        .href(move || to.href_with(|state| state.language.clone_from(&code)))
        .view()
}

fn language_frame(session: &Session, language: &Language) -> Tag {
    let is_own = language.code == session.messages.language;
    tag("a")
        .with("hreflang", language.code.as_str())
        .with("lang", language.code.as_str())
        .with("dir", if language.is_right_to_left { "rtl" } else { "ltr" })
        .with_maybe("aria-current", is_own.then(|| "true".to_owned()))
        .text(language.name.as_str())
}
