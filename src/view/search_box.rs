//! The search box, and what may be meant by what is typed in it.
//!
//! The keys of the list, which opens while one types, are `public/boot/combobox.js`'s to see to. Its
//! entries are links, so that they work by touch, and nothing appears where the app isn't.

use leptos::prelude::*;

use crate::domain::event::Subject;
use crate::domain::facet::Facet;
use crate::domain::id::{EpisodeId, EventId};
use crate::domain::search::Query;
use crate::domain::search::hits::Suggestion;
use crate::domain::search::index::EntryKind;
use crate::session::Session;
use crate::view_state::ViewState;

use super::search_hit::with_marks;
use super::tag::{Tag, live, tag};

/// At most so many are suggested.
const MOST_SUGGESTIONS: usize = 8;

/// The box with its label and its list.
pub fn search_box(session: &Session) -> AnyView {
    let label = session.messages.text("filters.search");
    let list = tag("div")
        .with_all(&[
            ("id", "suggestions"),
            ("class", "suggestions"),
            ("role", "listbox"),
            ("aria-label", session.messages.text("suggestion.label")),
            ("hidden", ""),
        ])
        .child(suggestions(session));
    tag("div")
        .class("search-field")
        .child(tag("label").class("visually-hidden").with("for", "search").text(label))
        .child(field(session))
        .child(list)
        .view()
}

fn field(session: &Session) -> Tag {
    let state = session.state;
    tag("input")
        .with_all(&[
            ("id", "search"),
            ("class", "search-box"),
            ("type", "search"),
            ("role", "combobox"),
            ("aria-expanded", "false"),
            ("aria-controls", "suggestions"),
            ("aria-autocomplete", "list"),
            ("aria-keyshortcuts", "/"),
            ("maxlength", "200"),
            ("autocomplete", "off"),
            ("placeholder", session.messages.text("filters.search-hint")),
        ])
        .text_property("value", move || state.with(|state| state.filters.text.clone()))
        .on("input", move |event| {
            let typed = event_target_value(&event);
            state.update(|state| {
                state.filters.text = typed;
                state.page = 1;
            });
        })
}

fn suggestions(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let hits = session.found()?;
        let mut options = Vec::new();
        for suggestion in hits.suggestions(MOST_SUGGESTIONS) {
            options.push(option(&session, &suggestion, &hits.query, options.len()));
        }
        Some(options.into_any())
    })
}

fn option(session: &Session, suggestion: &Suggestion, query: &Query, number: usize) -> AnyView {
    let named = |name: &str| tag("bdi").child(with_marks(name, query)).view();
    let kind = session.messages.word("suggestion", suggestion.kind.key());
    let form = (!suggestion.form.is_empty()).then(|| named(&suggestion.form));
    tag("a")
        .with_all(&[
            ("id", &["suggestion-", &number.to_string()].concat()),
            ("role", "option"),
            ("aria-selected", "false"),
            ("tabindex", "-1"),
            ("href", &session.href(&chosen(session, suggestion))),
        ])
        .child(named(&suggestion.name))
        .child(form)
        .child(tag("span").class("suggestion-kind").text(kind))
        .view()
}

/// The page once the suggestion is chosen. An event or an episode is gone to; a place, a party or a
/// speaker is filtered by; an outlet's name is typed.
fn chosen(session: &Session, suggestion: &Suggestion) -> ViewState {
    let mut state = session.state.get_untracked();
    let id = suggestion.id.as_str();
    let facet = match suggestion.kind {
        EntryKind::Event => {
            return state.with_subject(Some(Subject::Event(EventId::new(id))));
        }
        EntryKind::Episode => {
            return state.with_subject(Some(Subject::Episode(EpisodeId::new(id))));
        }
        EntryKind::Place => Some(Facet::Place),
        EntryKind::Party => Some(Facet::Party),
        EntryKind::Speaker => Some(Facet::Speaker),
        EntryKind::Outlet => None,
    };
    state.page = 1;
    state.filters.text = if facet.is_none() { suggestion.name.clone() } else { String::new() };
    if let Some(facet) = facet.filter(|facet| !state.filters.has(*facet, id)) {
        state.toggle(facet, id);
    }
    state
}
