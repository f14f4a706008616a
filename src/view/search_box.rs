//! The search box, and what may be meant by what is typed in it.
//!
//! The keys of the list, which opens while one types, are `public/boot/combobox.js`'s to see to. Its
//! entries are links, so that they work by touch, and nothing appears where the app isn't.

use leptos::prelude::*;

use crate::domain::event::Subject;
use crate::domain::facet::Facet;
use crate::domain::id::EpisodeId;
use crate::domain::search::hits::{Hits, Suggestion};
use crate::domain::search::index::{Name, NameKind};
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
        .with("id", "suggestions")
        .class("suggestions")
        .with("role", "listbox")
        .with("aria-label", session.messages.text("suggestion.label"))
        .with("hidden", "")
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
    let text = move || state.with(|state| state.filters.text.clone());
    let write = move |ev| {
        let typed = event_target_value(&ev);
        state.update(|state| {
            state.filters.text = typed;
            state.page = 1;
        });
    };
    tag("input")
        .with("id", "search")
        .class("search-box")
        .with("type", "search")
        .with("role", "combobox")
        .with("aria-expanded", "false")
        .with("aria-controls", "suggestions")
        .with("aria-autocomplete", "list")
        .with("aria-keyshortcuts", "/")
        .with("maxlength", "200")
        .with("autocomplete", "off")
        .with("placeholder", session.messages.text("filters.search-hint"))
        .text_property("value", text)
        .on("input", write)
}

fn suggestions(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let hits = session.hits.get()?;
        let meant = hits.suggestions(&session.dataset.events, MOST_SUGGESTIONS);
        let mut options = Vec::new();
        for (at, suggestion) in meant.iter().enumerate() {
            let option = match suggestion {
                Suggestion::Name(name, form) => of_name(&session, &hits, name, form.as_deref()),
                Suggestion::Event(place) => of_event(&session, &hits, *place),
            };
            let id = ["suggestion-", &at.to_string()].concat();
            let option =
                option.with("id", id).with("role", "option").with("aria-selected", "false");
            options.push(option.with("tabindex", "-1").view());
        }
        Some(options.into_any())
    })
}

/// An episode is gone to, a place or a party is filtered by, and of all else the name is typed.
fn of_name(session: &Session, hits: &Hits, name: &Name, form: Option<&str>) -> Tag {
    let mut state = session.state.get_untracked();
    state.filters.text.clear();
    state.page = 1;
    match name.kind {
        NameKind::Episode => {
            state = state.with_subject(Some(Subject::Episode(EpisodeId::new(&name.id))));
        }
        NameKind::Place => choose(&mut state, Facet::Place, &name.id),
        NameKind::Party => choose(&mut state, Facet::Party, &name.id),
        NameKind::Speaker => choose(&mut state, Facet::Speaker, &name.id),
        NameKind::Outlet => state.filters.text.clone_from(&name.forms[0]),
    }
    let form = form.map(|form| tag("bdi").child(with_marks(form, &hits.query)).view());
    let kind = session.messages.word("suggestion", name.kind.key());
    option(session, &state, kind)
        .child(tag("bdi").child(with_marks(&name.forms[0], &hits.query)))
        .child(form)
}

fn choose(state: &mut ViewState, facet: Facet, value: &str) {
    if !state.filters.has(facet, value) {
        state.toggle(facet, value);
    }
}

fn of_event(session: &Session, hits: &Hits, at: usize) -> Tag {
    let event = &session.dataset.events[at];
    let state = session.state.get_untracked();
    let state = state.with_subject(Some(Subject::Event(event.id.clone())));
    option(session, &state, session.messages.when_short(&event.when))
        .child(tag("bdi").child(with_marks(&event.title, &hits.query)))
}

fn option(session: &Session, to: &ViewState, kind: String) -> Tag {
    let kind = tag("span").class("suggestion-kind").text(kind);
    tag("a").with("href", session.href(to)).child(kind)
}
