//! The map's place in the page, its legend, and the card of a chosen place. What is drawn on the
//! map is the browser's to draw; everything on it is in the list too.

use leptos::prelude::*;

use crate::domain::event::{Placing, Subject};
use crate::domain::facet::{Facet, Whereabouts};
use crate::domain::id::PlaceId;
use crate::domain::party::{Pair, Side};
use crate::domain::place::{Place, Toponym};
use crate::session::{Load, Session};
use crate::view_state::Pane;

use super::further::further;
use super::notices::failed;
use super::seal::{party_name, seal};
use super::subject_link::subject_link;
use super::tag::{DOT, Tag, live, live_text, tag, text};

/// Map, legend, place card.
pub fn map_pane(session: &Session) -> AnyView {
    let m = &session.messages;
    let lines = [" ", m.text("map.lines")].concat();
    let legend = tag("p").class("map-legend").child(legend(session)).text(lines);
    tag("section")
        .class("map-pane")
        .with("id", "map")
        .with("aria-label", m.text("map.label"))
        .child(not_on_map(session))
        .child(map_box(session))
        .child(only_shown(session))
        .child(legend)
        .child(left_out(session))
        .child(unplaced(session))
        .child(tag("p").class("map-credit").text(m.text("map.credit")))
        .child(place_card(session))
        .view()
}

fn map_box(session: &Session) -> Tag {
    let m = &session.messages;
    let canvas =
        tag("div").class("map-canvas").with("dir", "ltr").with("lang", m.language.as_str());
    let map_box = tag("div").class("map-box");
    #[cfg(not(target_arch = "wasm32"))]
    let map_box = map_box.child(super::static_map::static_map(session));
    let session = session.clone();
    let problem = move || {
        session.map.with(|map| match map {
            Load::Failed(file) => Some(failed(&session, file)),
            _ => None,
        })
    };
    map_box.child(canvas).child(tag("p").class("map-enter").text(m.text("map.enter"))).live(problem)
}

/// That no place of the chosen event is on the map: what is drawn then are other events' places.
fn not_on_map(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let Some(Subject::Event(id)) = session.chosen.get() else { return None };
        let event = session.dataset.event(&id)?;
        let mut places = event.places.iter().filter_map(|id| session.dataset.place(id));
        let is_there = places.any(|place| place.point.is_some());
        let words = session.messages.text("map.none");
        (!is_there).then(|| tag("p").class("map-none").text(words).view())
    })
}

fn legend(session: &Session) -> AnyView {
    let session = session.clone();
    live_text(move || {
        let pair = session.pair.get();
        let [first, second] = Side::BOTH.map(|side| party_name(&session, pair.party(side)));
        session.messages.fill("map.legend", &[("first", &first), ("second", &second)])
    })
}

/// Has the list follow the map.
fn only_shown(session: &Session) -> Tag {
    let (state, seen) = (session.state, session.seen);
    let input = tag("input")
        .with("type", "checkbox")
        .checked(move || state.with(|state| state.filters.area.is_some()))
        .on("change", move |_| {
            state.update(|state| {
                let seen = seen.get_untracked().filter(|_| state.filters.area.is_none());
                state.map = seen.map(|(position, _)| position).or(state.map);
                state.filters.area = seen.map(|(_, area)| area);
                state.page = 1;
            });
        });
    let words = session.messages.text("map.only-shown");
    tag("label").class("map-only").child(input).child(tag("span").text(words))
}

/// How many events that are shown can't be found on the map, each a way to them.
fn unplaced(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let m = &session.messages;
        let [unnamed, vague] = [Whereabouts::Unnamed, Whereabouts::Vague].map(|whereabouts| {
            let at = whereabouts as usize;
            session.tally.with(|tally| tally.count(Facet::Where, at))
        });
        let links = [
            (Whereabouts::Unnamed, unnamed, m.count("map.unnamed", unnamed as u64)),
            (Whereabouts::Vague, vague, m.count("map.vague", vague as u64)),
        ];
        let links = links.into_iter().filter(|(_, events, _)| *events > 0);
        let links = links.map(|(whereabouts, _, words)| {
            let to = session.clone();
            let href = move || {
                to.href_with(|state| {
                    state.filters.area = None;
                    state.pane = Pane::Words;
                    if !state.filters.has(Facet::Where, whereabouts.key()) {
                        state.toggle(Facet::Where, whereabouts.key());
                    }
                })
            };
            tag("li").child(tag("a").href(href).text(words)).view()
        });
        let links: Vec<AnyView> = links.collect();
        (!links.is_empty()).then(|| tag("ul").class("map-unplaced").children(links).view())
    })
}

/// How many places are not drawn.
fn left_out(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let left_out = session.scene.get().left_out;
        further(&session, "further.marks", left_out).map(Tag::view)
    })
}

/// What is known of the one place that is chosen: its names, how exact it is, and which party's
/// claim puts what there.
fn place_card(session: &Session) -> AnyView {
    let (session, state) = (session.clone(), session.state);
    let place = Memo::new(move |_| {
        state.with(|state| {
            let mut places = state.filters.values(Facet::Place);
            places.next().filter(|_| places.next().is_none()).map(PlaceId::new)
        })
    });
    live(move || {
        let id = place.get()?;
        let place = session.dataset.place(&id)?;
        Some(card(&session, place, &session.pair.get()))
    })
}

fn card(session: &Session, place: &Place, pair: &Pair) -> AnyView {
    let m = &session.messages;
    let exactness = m.word("exactness", place.exactness.key());
    let note = place.note.as_deref().unwrap_or_default();
    let placings = placings(session, &place.id);
    let none = if placings.is_empty() { m.text("place.no-claims") } else { "" };
    let end = tag("p").text([none, " "].concat()).child(clear(session, &place.id));
    tag("div")
        .class("place-card")
        .with("data-place-id", place.id.as_str())
        .child(tag("h2").text(session.place_name(place)))
        .child(tag("p").class("place-exactness").text([exactness.as_str(), " ", note].concat()))
        .child(names(session, place, pair))
        .child(tag("ul").children(placings))
        .child(end)
        .view()
}

/// What each side calls the place, and how the reports spell it.
fn names(session: &Session, place: &Place, pair: &Pair) -> Tag {
    let m = &session.messages;
    let mut list = tag("dl");
    for side in Side::BOTH {
        let party = pair.party(side);
        let usage = m.fill("place.usage", &[("party", &party_name(session, party))]);
        let toponym = place.toponyms.iter().find(|name| name.usage == *party);
        let name = match toponym {
            Some(name) => toponym_name(tag("dd"), name),
            None => {
                tag("dd").child(tag("span").class("place-unknown").text(m.text("place.no-name")))
            }
        };
        list = list.child(tag("dt").child(seal(session, side, party)).text(usage)).child(name);
    }
    if place.as_reported.is_empty() {
        return list;
    }
    let spellings = tag("bdi").text(place.as_reported.join(m.text("list.comma")));
    list.child(tag("dt").text(m.text("place.as-reported"))).child(tag("dd").child(spellings))
}

fn toponym_name(into: Tag, name: &Toponym) -> Tag {
    let latin = name.latin.as_ref().map(|latin| text([" (", latin.as_str(), ")"].concat()));
    into.child(tag("bdi").with("lang", name.language.as_str()).text(name.text.as_str()))
        .child(tag("bdi").child(latin))
}

/// Each claim, on an event that is shown, which puts something at the place.
fn placings(session: &Session, place: &PlaceId) -> Vec<AnyView> {
    let mut items = Vec::new();
    let as_of = session.as_of.get();
    for event in session.shown.get().into_iter().map(|at| &session.dataset.events[at]) {
        for placing in event.found.known_placings(as_of).filter(|placing| placing.place == *place) {
            let words = [placing_words(session, placing).as_str(), DOT].concat();
            let link = subject_link(session, Subject::Event(event.id.clone()));
            items.push(tag("li").text(words).child(link.text(event.title.as_str())).view());
        }
    }
    items
}

fn placing_words(session: &Session, placing: &Placing) -> String {
    let role = session.messages.word("role", placing.role.key());
    let party = party_name(session, &placing.party);
    session.messages.fill("place.placing", &[("party", &party), ("role", &role)])
}

fn clear(session: &Session, place: &PlaceId) -> Tag {
    let (to, place) = (session.clone(), place.clone());
    tag("a")
        .href(move || to.href_with(|state| state.toggle(Facet::Place, place.as_str())))
        .text(session.messages.text("place.clear"))
}
