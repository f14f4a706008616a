//! What a search hit, marked where it stands.

use leptos::prelude::*;

use crate::domain::event::Event;
use crate::domain::search::hits::Excerpt;
use crate::domain::search::{Query, marks};
use crate::session::{Load, Session};

use super::notices::failed;
use super::tag::{Tag, live, tag, text};

/// Text in which what the search hit is marked. Follows the session.
pub fn marked(session: &Session, words: Box<dyn Fn() -> String + Send>) -> AnyView {
    let session = session.clone();
    live(move || {
        let words = words();
        Some(match session.found() {
            Some(hits) => with_marks(&words, &hits.query),
            None => text(words),
        })
    })
}

/// The text with a mark around each word that the query hits.
pub fn with_marks(words: &str, query: &Query) -> AnyView {
    let mut parts = Vec::new();
    let mut from = 0;
    for span in marks(words, query) {
        parts.push(text(&words[from..span.start]));
        parts.push(tag("mark").text(&words[span.start..span.end]).view());
        from = span.end;
    }
    parts.push(text(&words[from..]));
    parts.into_any()
}

/// A line of the event's texts with what the search hit, where that isn't in what is `shown` of it.
/// `at` is its place in the dataset's list.
pub fn excerpt(session: &Session, at: usize, shown: fn(&Session, &Event) -> String) -> AnyView {
    let session = session.clone();
    live(move || {
        let hits = session.found()?;
        let excerpt = hits.excerpt(at, &shown(&session, &session.dataset.events[at]))?;
        Some(excerpt_line(&session, &excerpt, &hits.query).view())
    })
}

fn excerpt_line(session: &Session, excerpt: &Excerpt, query: &Query) -> Tag {
    let m = &session.messages;
    let claimant = |line: Tag| match excerpt.by.as_str() {
        "" => line,
        by => line.child(tag("bdi").text(by)).text(m.text("list.colon")),
    };
    let languages = &session.dataset.about.languages;
    let known = languages.iter().find(|it| it.code == excerpt.language);
    let direction = known.map_or("auto", |it| if it.is_right_to_left { "rtl" } else { "ltr" });
    let in_its_language = |mut words: Tag| {
        if !excerpt.language.is_empty() {
            words = words.with("lang", excerpt.language.as_str());
        }
        words.with("dir", direction)
    };
    let words = with_marks(&excerpt.text, query);
    let line = tag("p").class("card-excerpt");
    if excerpt.is_quotation {
        let introduced = claimant(line).text([m.text("claim.quotation"), " "].concat());
        return introduced.child(in_its_language(tag("q").child(words)));
    }
    // Prose names its claimant in its own language, so both run one way.
    line.child(in_its_language(claimant(tag("span")).child(words)))
}

/// That the search isn't whole: texts are still on their way, or couldn't be had. A search that
/// can't be made must not look like one that found nothing.
pub fn search_notice(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let mut is_waiting = false;
        for language in &session.found()?.languages {
            let failed_file = session.search.load(*language).with(|load| match load {
                Load::Failed(file) => Some(file.clone()),
                Load::Ready(_) => None,
                _ => {
                    is_waiting = true;
                    None
                }
            });
            if let Some(file) = failed_file {
                return Some(failed(&session, &file));
            }
        }
        let words = session.messages.text("search.loading");
        is_waiting.then(|| tag("p").class("loading").with("role", "status").text(words).view())
    })
}
