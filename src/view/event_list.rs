//! The event list: newest first, grouped by episode.

use leptos::prelude::*;

use crate::domain::event::{Event, Subject};
use crate::domain::id::EventId;
use crate::domain::party::Side;
use crate::session::Session;

use super::seal::{party_name, side_class};
use super::state_sign::state_name;
use super::subject::place_names;

/// Events a page of the list.
pub const PAGE_LENGTH: usize = 50;

/// Marks a party in a card at most; beyond them the number stands alone.
const MOST_MARKS: usize = 8;

/// The events that pass the filters, with their number announced.
#[component]
pub fn EventList() -> impl IntoView {
    let session = expect_context::<Session>();
    let (shown, state, m) = (session.shown, session.state, session.messages.clone());
    let found = {
        let m = m.clone();
        move || m.count("list.found", shown.with(Vec::len) as u64)
    };
    let page = Memo::new(move |_| state.with(|state| state.page));
    let on_page = Memo::new(move |_| {
        shown.with(|shown| {
            let from = (page.get() - 1) * PAGE_LENGTH;
            shown.iter().skip(from).take(PAGE_LENGTH).cloned().collect::<Vec<EventId>>()
        })
    });
    let groups = {
        let session = session.clone();
        move || {
            let ids = on_page.get();
            if ids.is_empty() { nothing_found(&session) } else { list(&session, &ids) }
        }
    };
    view! {
        <p class="list-found" role="status">{found}</p>
        {groups}
        <Pages/>
    }
}

fn nothing_found(session: &Session) -> AnyView {
    let m = &session.messages;
    view! {
        <div class="list-nothing">
            <p>{m.text("list.nothing").to_owned()}</p>
            <ClearLink/>
        </div>
    }
    .into_any()
}

/// The way back to all events.
#[component]
pub fn ClearLink() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.messages.text("filters.clear").to_owned();
    let href = move || {
        session.href_with(|state| {
            state.filters = Default::default();
            state.page = 1;
        })
    };
    view! { <a class="clear-link" href=href data-keep-scroll="">{words}</a> }
}

fn list(session: &Session, ids: &[EventId]) -> AnyView {
    let mut groups: Vec<(String, Option<Subject>, Vec<AnyView>)> = Vec::new();
    for event in ids.iter().filter_map(|id| session.dataset.event(id)) {
        let episode = event.episode.as_ref().and_then(|id| session.dataset.episode(id));
        let (title, subject) = match episode {
            Some(episode) => (episode.title.clone(), Some(Subject::Episode(episode.id.clone()))),
            None => (session.messages.text("list.no-episode").to_owned(), None),
        };
        let card = card(session, event);
        match groups.last_mut() {
            Some((last, _, cards)) if *last == title => cards.push(card),
            _ => groups.push((title, subject, vec![card])),
        }
    }
    let groups = groups.into_iter().map(|(title, subject, cards)| {
        let heading = match subject {
            Some(subject) => {
                let session = session.clone();
                let href = move || {
                    session.href_with(|state| *state = state.with_subject(Some(subject.clone())))
                };
                view! { <a href=href>{title}</a> }.into_any()
            }
            None => title.into_any(),
        };
        view! { <section class="list-group"><h2>{heading}</h2><ul>{cards}</ul></section> }
    });
    view! { <div class="event-list">{groups.collect_view()}</div> }.into_any()
}

fn card(session: &Session, event: &Event) -> AnyView {
    let m = &session.messages;
    let subject = Subject::Event(event.id.clone());
    let (chosen, own) = (session.chosen, subject.clone());
    let current = move || chosen.with(|c| c.as_ref() == Some(&own)).then_some("page");
    let href = {
        let session = session.clone();
        move || session.href_with(|state| *state = state.with_subject(Some(subject.clone())))
    };
    let kind = session.dataset.kind(&event.kind).map(|kind| kind.name.clone()).unwrap_or_default();
    let places = place_names(session, &event.places);
    let where_and_what = [kind.as_str(), if places.is_empty() { "" } else { " · " }, &places].concat();
    let states = event.found.states.iter().map(|(state, _)| state_name(session, *state));
    let marks = {
        let (session, event) = (session.clone(), event.clone());
        move || claim_marks(&session, &event)
    };
    view! {
        <li class="event-card" data-event-id=event.id.to_string()>
            <p class="card-when">{m.when_short(&event.when)}</p>
            <h3><a href=href aria-current=current>{event.title.clone()}</a></h3>
            <p class="card-where">{where_and_what}</p>
            <p class="card-found">
                {marks}
                {states.collect_view()}
            </p>
        </li>
    }
    .into_any()
}

/// One mark a claim, a dashed one for a side of which none was found; in words for those who
/// can't see them.
fn claim_marks(session: &Session, event: &Event) -> AnyView {
    let pair = session.pair.get();
    let m = &session.messages;
    let words: Vec<String> = Side::BOTH
        .iter()
        .map(|side| {
            let n = event.found.claims_of(pair.party(*side)) as u64;
            m.count_with("card.claims", n, &[("party", &party_name(session, pair.party(*side)))])
        })
        .collect();
    let mut marks: Vec<AnyView> = Vec::new();
    for side in Side::BOTH {
        let n = event.found.claims_of(pair.party(side));
        let class = ["mark mark-", side_class(side), if n == 0 { " mark-none" } else { "" }].concat();
        for _ in 0..n.clamp(1, MOST_MARKS) {
            marks.push(view! { <i class=class.clone()></i> }.into_any());
        }
    }
    view! {
        <span class="visually-hidden">{words.join(m.text("list.semicolon"))} ". "</span>
        <span class="marks" aria-hidden="true">{marks}</span>
    }
    .into_any()
}

/// Links to the list's pages, where it has more than one.
#[component]
fn Pages() -> impl IntoView {
    let session = expect_context::<Session>();
    move || {
        let pages = session.shown.with(|shown| shown.len().div_ceil(PAGE_LENGTH));
        let m = session.messages.clone();
        (pages > 1).then(|| {
            let current = session.state.with(|state| state.page);
            let links = (1..=pages).map(|page| {
                let href = session.href_with(|state| {
                    state.page = page;
                    state.subject = None;
                });
                let is_current = (page == current).then_some("page");
                view! { <li><a href=href aria-current=is_current>{page.to_string()}</a></li> }
            });
            view! {
                <nav class="pages" aria-label=m.text("list.pages").to_owned()>
                    <ul>{links.collect_view()}</ul>
                </nav>
            }
        })
    }
}
