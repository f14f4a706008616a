//! The event list: newest first, grouped by episode.

use leptos::prelude::*;

use crate::domain::event::{Event, Subject};
use crate::domain::id::EpisodeId;
use crate::domain::party::Side;
use crate::domain::sort::Sort;
use crate::session::Session;
use crate::view_state::ViewState;

use super::drawing::{Stroke, drawing};
use super::further::further;
use super::seal::party_name;
use super::search_hit::{excerpt, marked, search_notice};
use super::state_sign::state_name;
use super::subject::named_places;
use super::subject_link::subject_link;
use super::tag::{DOT, Tag, live, live_text, piece, tag, text};

/// Events a page of the list.
pub const PAGE_LENGTH: usize = 50;

/// A frame lists at most so many events, the newest.
const MOST_IN_FRAME: usize = 10;

/// So many cards fill a screen: the others come when those are on it, so that a list that changes with
/// every letter typed keeps up.
const ON_A_SCREEN: usize = 6;

/// Marks a party in a card at most. Where one has more claims, both have fewer marks than claims, in
/// the same proportion, so that neither looks like less beside the other than it is.
const MOST_MARKS: usize = 12;

/// A card names at most so many states, the first in their order, and counts the rest.
const MOST_STATES: usize = 5;

/// The events that pass the filters, with their number announced.
pub fn event_list(session: &Session) -> AnyView {
    let (shown, m) = (session.shown, session.messages.clone());
    let found = move || m.count("list.found", shown.with(Vec::len) as u64);
    let found = tag("p")
        .class("list-found")
        .with("id", "list")
        .with("role", "status")
        .child(live_text(found));
    let rest = if session.is_framed() { left_out(session) } else { pages(session) };
    let head = tag("div").class("list-head").child(found).child(order(session));
    let parts = vec![search_notice(session), head.view(), events_on_page(session), rest];
    parts.into_any()
}

/// By what the list can be ordered.
fn order(session: &Session) -> Tag {
    let links = Sort::ALL.iter().map(|sort| {
        let (sort, own, state) = (*sort, session.clone(), session.state);
        live(move || {
            // Where nothing is searched for the best match is the newest.
            let (is_offered, is_current) = state.with(|state| {
                let is_offered = sort != Sort::Best || searches(state);
                (is_offered, order_of(state) == sort)
            });
            let to = own.clone();
            let link = tag("a").href(move || {
                to.href_with(|state| {
                    let is_default = sort == Sort::Time && !searches(state);
                    state.sort = if is_default { Sort::Best } else { sort };
                    state.page = 1;
                })
            });
            let current = is_current.then(|| "true".to_owned());
            let link = link.with_maybe("aria-current", current).text(order_name(&own, sort));
            is_offered.then(|| tag("li").child(link).view())
        })
    });
    tag("nav")
        .class("list-order")
        .with("aria-label", session.messages.text("sort.label"))
        .child(tag("ul").children(links))
}

fn searches(state: &ViewState) -> bool {
    !state.filters.text.trim().is_empty()
}

/// What the list is ordered by: where nothing is searched for the best match is the newest.
fn order_of(state: &ViewState) -> Sort {
    if state.sort == Sort::Best && !searches(state) { Sort::Time } else { state.sort }
}

fn order_name(session: &Session, sort: Sort) -> String {
    session.messages.word("sort", if sort == Sort::Best { "best" } else { sort.key() })
}

/// How many events a frame leaves to the page of its own.
fn left_out(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let left_out = session.shown.with(Vec::len).saturating_sub(MOST_IN_FRAME);
        further(&session, "further.in-full", left_out).map(Tag::view)
    })
}

/// An episode's events, the newest first and no more than a frame lists.
pub fn events_of(session: &Session, episode: &EpisodeId) -> AnyView {
    let all = session.dataset.events.iter().enumerate();
    let own: Vec<usize> =
        all.filter(|(_, it)| it.episode.as_ref() == Some(episode)).map(|(at, _)| at).collect();
    let listed = &own[..own.len().min(MOST_IN_FRAME)];
    let rest = further(session, "further.in-full", own.len() - listed.len()).map(Tag::view);
    vec![list(session, listed, Sort::Time), rest.into_any()].into_any()
}

/// The way back to all events.
pub fn clear_link(session: &Session) -> AnyView {
    let to = session.clone();
    let href = move || {
        to.href_with(|state| {
            state.filters = Default::default();
            state.page = 1;
        })
    };
    tag("a").class("clear-link").href(href).text(session.messages.text("filters.clear")).view()
}

/// Made anew only when other events stand on the page: what else follows the session are
/// attributes and marks within the cards.
fn events_on_page(session: &Session) -> AnyView {
    let (shown, state) = (session.shown, session.state);
    let length = if session.is_framed() { MOST_IN_FRAME } else { PAGE_LENGTH };
    let page = Memo::new(move |_| state.with(|state| state.page));
    let sort = Memo::new(move |_| state.with(order_of));
    let on_page = Memo::new(move |_| {
        shown.with(|shown| {
            let from = shown.len().min((page.get() - 1) * length);
            let to = shown.len().min(from + length);
            (sort.get(), shown[from..to].to_vec())
        })
    });
    let session = session.clone();
    live(move || {
        let (sort, events) = on_page.get();
        Some(if events.is_empty() {
            nothing_found(&session)
        } else {
            list(&session, &events, sort)
        })
    })
}

fn nothing_found(session: &Session) -> AnyView {
    let is_search = session.found().is_some();
    tag("div")
        .class("list-nothing")
        .child(tag("p").text(session.messages.text("list.nothing")))
        .child(is_search.then(|| tag("p").text(session.messages.text("search.nothing"))))
        .child(session.is_framed().then(|| clear_link(session)))
        .view()
}

/// In the order of time the events of an episode stand together. What a screen doesn't hold is made
/// once the rest is on it, where it may come late.
fn list(session: &Session, events: &[usize], sort: Sort) -> AnyView {
    let mut groups: Vec<(String, Option<Subject>, Vec<usize>)> = Vec::new();
    for at in events {
        let event = &session.dataset.events[*at];
        let episode = event.episode.as_ref().and_then(|id| session.dataset.episode(id));
        let (title, subject) = match episode {
            _ if sort != Sort::Time => (order_name(session, sort), None),
            Some(episode) => (episode.title.clone(), Some(Subject::Episode(episode.id.clone()))),
            None => (session.messages.text("list.no-episode").to_owned(), None),
        };
        match groups.last_mut() {
            Some((last, _, own)) if *last == title => own.push(*at),
            _ => groups.push((title, subject, vec![*at])),
        }
    }
    let later = if events.len() > ON_A_SCREEN { session.later() } else { None };
    let mut room = if later.is_some() { ON_A_SCREEN } else { events.len() };
    let mut view = tag("div").class("event-list");
    for (title, subject, own) in groups {
        let (at_once, rest) = own.split_at(own.len().min(room));
        room -= at_once.len();
        let mut cards: Vec<AnyView> = at_once
            .iter()
            .map(|at| {
                let (own, at) = (session.clone(), *at);
                piece(session, Box::new(move || card(&own, at)))
            })
            .collect();
        if let Some(turn) = later.filter(|_| !rest.is_empty()) {
            let (own, rest) = (session.clone(), rest.to_vec());
            let make = move || rest.iter().map(|at| card(&own, *at)).collect::<Vec<_>>().into_any();
            cards.push(live(move || turn.get().then(&make)));
        }
        view = view.child(group(session, title, subject, sort, cards));
    }
    view.view()
}

/// In another order than time's the heading says no more than the choice above does.
fn group(
    session: &Session,
    title: String,
    subject: Option<Subject>,
    sort: Sort,
    cards: Vec<AnyView>,
) -> Tag {
    let class = if sort == Sort::Time { "" } else { "visually-hidden" };
    let heading = match subject {
        Some(subject) => subject_link(session, subject).text(title).view(),
        None => text(title),
    };
    tag("section")
        .class("list-group")
        .child(tag("h2").class(class).child(heading))
        .child(tag("ul").children(cards))
}

fn card(session: &Session, at: usize) -> AnyView {
    let event = &session.dataset.events[at];
    let (chosen, own) = (session.chosen, Subject::Event(event.id.clone()));
    let title = event.title.clone();
    let link = subject_link(session, own.clone())
        .with_live("aria-current", move || {
            chosen.with(|chosen| chosen.as_ref() == Some(&own)).then(|| "page".to_owned())
        })
        .child(marked(session, Box::new(move || title.clone())));
    tag("li")
        .class("event-card")
        .with("data-event-id", event.id.as_str())
        .child(tag("p").class("card-when").text(session.messages.when_short(&event.when)))
        .child(tag("h3").child(link))
        .child(tag("p").class("card-where").children(where_and_what(session, event)))
        .child(excerpt(session, at, card_words))
        .child(card_found(session, at))
        .view()
}

fn where_and_what(session: &Session, event: &Event) -> Vec<AnyView> {
    let kind = session.dataset.kind(&event.kind).map_or("", |kind| kind.name.as_str());
    let mut parts = vec![text(kind)];
    if !event.places.is_empty() {
        let (own, places) = (session.clone(), event.places.clone());
        parts.extend([text(DOT), marked(session, Box::new(move || named_places(&own, &places)))]);
    }
    parts
}

/// What a card shows of its event. Follows the session.
fn card_words(session: &Session, event: &Event) -> String {
    let kind = session.dataset.kind(&event.kind).map_or("", |kind| kind.name.as_str());
    let when = session.messages.when_short(&event.when);
    [&event.title, kind, &when, &named_places(session, &event.places)].join(" ")
}

fn card_found(session: &Session, at: usize) -> Tag {
    let all = &session.dataset.events[at].found.states;
    let states = all.iter().take(MOST_STATES).map(|(state, _)| state_name(session, *state));
    let left_out = all.len().saturating_sub(MOST_STATES);
    let more = (left_out > 0).then(|| text([" +", &left_out.to_string()].concat()));
    tag("p").class("card-found").child(claim_marks(session, at)).children(states).child(more)
}

/// One mark a claim, a dashed one for a side of which none was found; in words for those who
/// can't see them. All of a card's marks are one drawing: an element each would make a page of
/// fifty cards half as heavy again.
pub fn claim_marks(session: &Session, at: usize) -> AnyView {
    let session = session.clone();
    live(move || Some(marks(&session, &session.dataset.events[at])))
}

fn marks(session: &Session, event: &Event) -> AnyView {
    let pair = session.pair.get();
    let m = &session.messages;
    let mut words: Vec<String> = Vec::new();
    let mut strokes: Vec<Stroke> = Vec::new();
    let mut marks = 0;
    let most = Side::BOTH.map(|side| event.found.claims_of(pair.party(side))).into_iter().max();
    let most = most.unwrap_or(0).max(MOST_MARKS);
    for side in Side::BOTH {
        let party = pair.party(side);
        let n = event.found.claims_of(party);
        let name = party_name(session, party);
        words.push(m.count_with("card.claims", n as u64, &[("party", &name)]));
        let (class, shape) = mark(side, n);
        let mut path = String::new();
        for _ in 0..(n * MOST_MARKS).div_ceil(most).max(1) {
            path += &["M", &(marks * MARK_STEP).to_string(), shape].concat();
            marks += 1;
        }
        strokes.push(Stroke { class, path });
    }
    let words = words.join(m.text("list.semicolon")) + m.text("list.stop");
    let words = tag("span").class("visually-hidden").text(words).view();
    let gap = MARK_STEP - MARK_SIZE;
    vec![words, drawing("marks", marks * MARK_STEP - gap, MARK_SIZE, strokes)].into_any()
}

/// The side and the distance of marks, in pixels.
const MARK_SIZE: usize = 10;
const MARK_STEP: usize = 13;

/// The class of a side's marks, and what follows `M` and a whole number in the path of one:
/// circles for the first, squares for the second, outlines where `n` is none.
fn mark(side: Side, n: usize) -> (&'static str, &'static str) {
    match (side, n) {
        (Side::First, 0) => ("mark-none", ".5 5a4.5 4.5 0 1 1 9 0a4.5 4.5 0 1 1-9 0Z"),
        (Side::First, _) => ("mark-first", " 5a5 5 0 1 1 10 0a5 5 0 1 1-10 0Z"),
        (Side::Second, 0) => ("mark-none", ".5 .5h9v9h-9Z"),
        (Side::Second, _) => ("mark-second", " 0h10v10h-10Z"),
    }
}

/// Links to the list's pages, where it has more than one.
fn pages(session: &Session) -> AnyView {
    let (shown, state) = (session.shown, session.state);
    let linked = Memo::new(move |_| {
        let pages = shown.with(|shown| shown.len().div_ceil(PAGE_LENGTH));
        linked_pages(state.with(|state| state.page), pages)
    });
    let session = session.clone();
    live(move || {
        let linked = linked.get();
        (linked.len() > 1).then(|| {
            let links = linked.iter().map(|page| page_link(&session, *page));
            tag("nav")
                .class("pages")
                .with("aria-label", session.messages.text("list.pages"))
                .child(tag("ul").children(links))
                .view()
        })
    })
}

/// The pages that one of so many links to: the first and the last, those near it, and from there
/// by tens and hundreds, so that every page is a few steps away.
fn linked_pages(current: usize, pages: usize) -> Vec<usize> {
    let mut linked = Vec::new();
    for page in 1..=pages {
        let away = page.abs_diff(current);
        if page == 1 || page == pages || away <= 2 || away == 10 || away == 100 {
            linked.push(page);
        }
    }
    linked
}

fn page_link(session: &Session, page: usize) -> AnyView {
    let (to, state) = (session.clone(), session.state);
    let href = move || {
        to.href_with(|state| {
            state.page = page;
            state.subject = None;
        })
    };
    let current = move || state.with(|state| state.page == page).then(|| "page".to_owned());
    let link = tag("a").href(href).with_live("aria-current", current).text(page.to_string());
    tag("li").child(link).view()
}

#[cfg(test)]
mod tests {
    use super::linked_pages;

    #[test]
    fn a_page_links_to_its_neighbours_and_in_strides_to_the_rest() {
        for (current, pages, expected) in [
            (1, 0, &[][..]),
            (1, 1, &[1]),
            (1, 3, &[1, 2, 3]),
            (5, 8, &[1, 3, 4, 5, 6, 7, 8]),
            (1, 334, &[1, 2, 3, 11, 101, 334]),
            (200, 334, &[1, 100, 190, 198, 199, 200, 201, 202, 210, 300, 334]),
            (99, 3, &[1, 3]),
        ] {
            assert_eq!(linked_pages(current, pages), expected, "{current} of {pages}");
        }
    }
}
