//! The whole page: masthead, list, and beside it the explorer's or a subject's matter.

use leptos::prelude::*;

use crate::domain::event::Subject;
use crate::session::Session;
use crate::view_state::{Pane, ViewState};

use super::balance::balance;
use super::brush::brush;
use super::chosen::chips;
use super::event_list::event_list;
use super::explorer::{explorer_introduction, explorer_matter};
use super::facets::facet_panel;
use super::footer::footer;
use super::frame::frame;
use super::map_pane::map_pane;
use super::masthead::masthead;
use super::notices::notices;
use super::subject::{subject_header, subject_matter};
use super::tag::{Tag, live, piece, tag};

/// The page. Takes its [`Session`] from the context.
#[component]
pub fn Page() -> AnyView {
    let session = expect_context::<Session>();
    if session.is_framed() {
        return frame(&session);
    }
    let chosen = session.chosen;
    let has_subject = Memo::new(move |_| chosen.with(Option::is_some));
    let (beside, within) = (session.clone(), session.clone());
    let page = tag("div")
        .with_live("class", page_class(&session, has_subject))
        .child(balance(&session, has_subject))
        .child(notices(&session))
        .child(pane_switch(&session, has_subject))
        .child(piece(&session, Box::new(move || browse(&beside).view())))
        .child(piece(&session, Box::new(move || matter(&within, has_subject).view())));
    vec![masthead(&session), page.view(), footer(&session)].into_any()
}

/// The document's title in a state: subject first, the site's name last.
pub fn title(session: &Session) -> String {
    let dataset = &session.dataset;
    let subject = session.chosen.get();
    let name = match &subject {
        Some(Subject::Event(id)) => dataset.event(id).map(|event| event.title.as_str()),
        Some(Subject::Episode(id)) => dataset.episode(id).map(|episode| episode.title.as_str()),
        None => Some(dataset.about.subtitle.as_str()),
    };
    [name.unwrap_or_default(), " · ", &dataset.about.title].concat()
}

/// What the style sheet needs to know to show one pane at a time.
fn page_class(
    session: &Session,
    has_subject: Memo<bool>,
) -> impl Fn() -> Option<String> + Send + use<> {
    let state = session.state;
    move || {
        let subject = if has_subject.get() { " has-subject" } else { "" };
        let map = if state.with(|state| state.pane == Pane::Map) { " shows-map" } else { "" };
        Some(["page", subject, map].concat())
    }
}

fn browse(session: &Session) -> Tag {
    tag("aside")
        .class("browse")
        .with("aria-label", session.messages.text("list.label"))
        .child(facet_panel(session))
        .child(brush(session))
        .child(chips(session))
        .child(event_list(session))
}

fn matter(session: &Session, has_subject: Memo<bool>) -> Tag {
    tag("main")
        .with("id", "main")
        .class("matter")
        .with("tabindex", "-1")
        .child(either(session, has_subject, subject_header, explorer_introduction))
        .child(map_pane(session))
        .child(either(session, has_subject, subject_matter, explorer_matter))
}

/// The one where a subject is chosen, the other where none is.
fn either(
    session: &Session,
    has_subject: Memo<bool>,
    subjects: fn(&Session) -> AnyView,
    explorers: fn(&Session) -> AnyView,
) -> AnyView {
    let session = session.clone();
    live(move || Some(if has_subject.get() { subjects(&session) } else { explorers(&session) }))
}

/// What a narrow screen can show, one at a time.
#[derive(Clone, Copy)]
enum Choice {
    List,
    Comparison,
    Map,
}

impl Choice {
    fn key(self) -> &'static str {
        match self {
            Choice::List => "panes.list",
            Choice::Comparison => "panes.comparison",
            Choice::Map => "panes.map",
        }
    }

    fn is_shown(self, state: &ViewState) -> bool {
        match self {
            Choice::List => state.subject.is_none() && state.pane != Pane::Map,
            Choice::Comparison => state.subject.is_some() && state.pane != Pane::Map,
            Choice::Map => state.pane == Pane::Map,
        }
    }

    fn choose(self, state: &mut ViewState) {
        state.pane = match self {
            Choice::List | Choice::Comparison => Pane::Words,
            Choice::Map => Pane::Map,
        };
        if matches!(self, Choice::List) {
            state.subject = None;
        }
    }
}

/// Between list, comparison and map, where the screen is too narrow for them side by side.
fn pane_switch(session: &Session, has_subject: Memo<bool>) -> Tag {
    let own = session.clone();
    tag("nav")
        .class("pane-switch")
        .with("aria-label", session.messages.text("panes.label"))
        .child(pane_link(session, Choice::List))
        .live(move || has_subject.get().then(|| pane_link(&own, Choice::Comparison)))
        .child(pane_link(session, Choice::Map))
}

fn pane_link(session: &Session, choice: Choice) -> AnyView {
    let (to, state) = (session.clone(), session.state);
    let current = move || state.with(|state| choice.is_shown(state)).then(|| "page".to_owned());
    tag("a")
        .href(move || to.href_with(|state| choice.choose(state)))
        .with_live("aria-current", current)
        .text(session.messages.text(choice.key()))
        .view()
}
