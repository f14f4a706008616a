//! The whole page: masthead, list, and beside it the explorer's or a subject's matter.

use leptos::prelude::*;

use crate::domain::event::Subject;
use crate::session::Session;
use crate::view_state::Pane;

use super::balance::Balance;
use super::event_list::EventList;
use super::explorer::{ExplorerIntroduction, ExplorerMatter};
use super::facets::FacetPanel;
use super::footer::Footer;
use super::map_pane::MapPane;
use super::masthead::Masthead;
use super::notices::Notices;
use super::subject::{SubjectHeader, SubjectMatter};

/// The page. Takes its [`Session`] from the context.
#[component]
pub fn Page() -> impl IntoView {
    let session = expect_context::<Session>();
    let skip = session.messages.text("page.skip").to_owned();
    let chosen = session.chosen;
    let has_subject = Memo::new(move |_| chosen.get().is_some());
    let state = session.state;
    let shows_map = move || state.with(|state| state.pane == Pane::Map);
    let browse_label = session.messages.text("list.label").to_owned();
    view! {
        <a class="skip-link" href="#main">{skip}</a>
        <Masthead/>
        <div class="page" class:has-subject=has_subject class:shows-map=shows_map>
            <Balance/>
            <Notices/>
            <PaneSwitch/>
            <aside class="browse" aria-label=browse_label>
                <FacetPanel/>
                <EventList/>
            </aside>
            <main id="main" class="matter" tabindex="-1">
                {move || match has_subject.get() {
                    true => view! { <SubjectHeader/> }.into_any(),
                    false => view! { <ExplorerIntroduction/> }.into_any(),
                }}
                <MapPane/>
                {move || match has_subject.get() {
                    true => view! { <SubjectMatter/> }.into_any(),
                    false => view! { <ExplorerMatter/> }.into_any(),
                }}
            </main>
        </div>
        <Footer/>
    }
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

/// Between list, comparison and map, where the screen is too narrow for them side by side.
#[component]
fn PaneSwitch() -> impl IntoView {
    let session = expect_context::<Session>();
    let m = session.messages.clone();
    let label = m.text("panes.label").to_owned();
    let (list, words, map) = (
        m.text("panes.list").to_owned(),
        m.text("panes.comparison").to_owned(),
        m.text("panes.map").to_owned(),
    );
    let state = session.state;
    let current = move |is: bool| if is { Some("page") } else { None };
    let is_list = move || {
        current(state.with(|s| s.subject.is_none() && s.pane == Pane::Words))
    };
    let is_words = move || {
        current(state.with(|s| s.subject.is_some() && s.pane == Pane::Words))
    };
    let is_map = move || current(state.with(|s| s.pane == Pane::Map));
    let to = |subject: bool, pane: Pane| {
        let session = session.clone();
        move || {
            session.href_with(|state| {
                state.pane = pane;
                if !subject {
                    state.subject = None;
                }
            })
        }
    };
    let (list_href, words_href, map_href) =
        (to(false, Pane::Words), to(true, Pane::Words), to(true, Pane::Map));
    view! {
        <nav class="pane-switch" aria-label=label>
            <a href=list_href aria-current=is_list>{list}</a>
            <Show when=move || state.with(|s| s.subject.is_some())>
                <a href=words_href.clone() aria-current=is_words>{words.clone()}</a>
            </Show>
            <a href=map_href aria-current=is_map>{map}</a>
        </nav>
    }
}
