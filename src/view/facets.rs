//! Search and filters. Values within one filter widen the list; filters narrow each other.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::date::Date;
use crate::domain::event::Event;
use crate::domain::filter::Filters;
use crate::domain::id::PlaceId;
use crate::domain::row_state::RowState;
use crate::domain::shortlist::shortlist;
use crate::session::Session;

use super::event_list::clear_link;
use super::further::further;
use super::search_box::search_box;
use super::subject::place_names;
use super::tag::{live, live_text, piece, tag};

/// A filter offers at most so many values, so that a page stays light however large the dataset.
const MOST_CHOICES: usize = 16;

/// A filter of choices: the parameter's name in a link, and its values.
struct Facet {
    name: &'static str,
    offered: Vec<Choice>,
    /// Values that are shown only where a link or the map chose them.
    others: Vec<Choice>,
    /// How many of the others have events.
    further: usize,
}

/// A value as a link writes it, and its wording.
type Choice = (String, String);

/// Search box, choices, dates, and the one action that clears all.
pub fn facet_panel(session: &Session) -> AnyView {
    let m = &session.messages;
    let facets = facets(session).into_iter().map(|facet| {
        let own = session.clone();
        piece(session, Box::new(move || facet_view(&own, &facet)))
    });
    let clear = {
        let (state, session) = (session.state, session.clone());
        let is_filtered = Memo::new(move |_| state.with(|state| !state.filters.is_empty()));
        live(move || is_filtered.get().then(|| clear_link(&session)))
    };
    let script = tag("p").class("needs-script").text(m.text("filters.need-script"));
    tag("search")
        .class("facet-panel")
        .child(search_box(session))
        .child(tag("div").class("facets").children(facets).child(dates(session)))
        .child(clear)
        .child(tag("noscript").child(script))
        .view()
}

/// What the list is narrowed to, value by value, where no filter shows it; nothing where it isn't.
pub fn chosen_words(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let (m, state) = (&session.messages, session.state.get());
        let filters = &state.filters;
        let mut words: Vec<String> = Vec::new();
        for facet in facets(&session) {
            for value in state.chosen(facet.name) {
                let mut choices = facet.offered.iter().chain(&facet.others);
                words.extend(choices.find(|(own, _)| own == value).map(|(_, it)| it.clone()));
            }
        }
        for (key, date) in [("facet.from", filters.from), ("facet.to", filters.to)] {
            words.extend(date.map(|date| [m.text(key), " ", &m.date(date)].concat()));
        }
        if !filters.text.is_empty() {
            words.push(filters.text.clone());
        }
        let values = words.join(" · ");
        let only = m.fill("list.only", &[("values", &values)]);
        (!words.is_empty()).then(|| tag("p").class("list-only").text(only).view())
    })
}

/// Of parties, topics and places those with most events are offered, in the dataset's order; of
/// episodes the newest.
fn facets(session: &Session) -> Vec<Facet> {
    let (dataset, m) = (&session.dataset, &session.messages);
    let mut facets = Vec::new();
    let mut values = Values::default();
    for episode in &dataset.episodes {
        values.add(episode.id.as_str(), &episode.title, 1);
    }
    facets.push(values.facet("episode"));
    for party in &dataset.parties {
        values.add(party.id.as_str(), &party.name, party.events);
    }
    facets.push(values.facet("party"));
    for topic in &dataset.topics {
        values.add(topic.id.as_str(), &topic.short, topic.events);
    }
    facets.push(values.facet("topic"));
    for place in &dataset.places {
        values.add(place.id.as_str(), &place.name, place.events);
    }
    facets.push(values.facet("place"));
    for state in RowState::ALL {
        let occurs = |event: &Event| event.found.states.iter().any(|(s, _)| s == state);
        if dataset.events.iter().any(occurs) {
            values.add(state.key(), &m.word("state", state.key()), 1);
        }
    }
    facets.push(values.facet("state"));
    facets
}

/// The values of one filter, each with the number of its events.
#[derive(Default)]
struct Values {
    choices: Vec<Choice>,
    events: Vec<usize>,
}

impl Values {
    fn add(&mut self, value: &str, words: &str, events: usize) {
        self.choices.push((value.to_owned(), words.to_owned()));
        self.events.push(events);
    }

    /// The filter of the values added since the last one.
    fn facet(&mut self, name: &'static str) -> Facet {
        let mut facet = Facet { name, offered: Vec::new(), others: Vec::new(), further: 0 };
        let listed = shortlist(&self.events, MOST_CHOICES);
        for (at, choice) in std::mem::take(&mut self.choices).into_iter().enumerate() {
            if listed[at] {
                facet.offered.push(choice);
            } else {
                facet.further += usize::from(self.events[at] > 0);
                facet.others.push(choice);
            }
        }
        self.events.clear();
        facet
    }
}

fn facet_view(session: &Session, facet: &Facet) -> AnyView {
    let state = session.state;
    let Facet { name, offered, others, further } = facet;
    let name = *name;
    let m = &session.messages;
    let offered = offered.iter().map(|choice| choice_view(session, name, choice));
    let list = tag("div").class("choices").children(offered);
    let list = list.child(chosen_others(session, name, others.clone()));
    let more = self::further(session, "further.choices", *further);
    let chosen = live_text(move || number(state.with(|state| state.chosen(name).len())));
    folded("facet", m.word("facet", name), chosen, tag("div").child(list).child(more).view())
}

fn choice_view(session: &Session, name: &'static str, (value, words): &Choice) -> AnyView {
    let label = tag("label").child(checkbox(session, name, value.clone()));
    if name == "place" {
        return label.child(place_names(session, &[PlaceId::new(value)])).view();
    }
    label.text(words.as_str()).view()
}

/// Those of the others that were chosen. They stay for the visit, so that each can be taken out
/// and put back.
fn chosen_others(session: &Session, name: &'static str, others: Vec<Choice>) -> AnyView {
    let (session, state) = (session.clone(), session.state);
    let others = Arc::new(others);
    let known = Arc::clone(&others);
    let shown = Memo::new(move |before: Option<&Vec<usize>>| {
        let mut shown = before.cloned().unwrap_or_default();
        let state = state.get();
        let chosen = state.chosen(name);
        for (at, (value, _)) in known.iter().enumerate() {
            if chosen.contains(&value.as_str()) && !shown.contains(&at) {
                shown.push(at);
            }
        }
        shown
    });
    live(move || {
        let mut items = Vec::new();
        for at in shown.get() {
            items.push(choice_view(&session, name, &others[at]));
        }
        Some(items.into_any())
    })
}

fn checkbox(session: &Session, name: &'static str, value: String) -> AnyView {
    let state = session.state;
    let (own, toggled) = (value.clone(), value.clone());
    let is_chosen = move || state.with(|state| state.chosen(name).contains(&own.as_str()));
    let change = move |_| state.update(|state| state.toggle(name, &toggled));
    view! { <input type="checkbox" name=name value=value prop:checked=is_chosen on:change=change/> }
        .into_any()
}

/// A filter that opens; one at a time.
fn folded(class: &'static str, heading: String, chosen: AnyView, matter: AnyView) -> AnyView {
    let summary = tag("summary")
        .text([heading.as_str(), " "].concat())
        .child(tag("span").class("facet-count").child(chosen));
    let legend = tag("legend").class("visually-hidden").text(heading);
    tag("details")
        .class(class)
        .with("name", "facets")
        .child(summary)
        .child(tag("fieldset").child(legend).child(matter))
        .view()
}

/// How many values are chosen; nothing for none.
fn number(chosen: usize) -> String {
    if chosen == 0 { String::new() } else { ["· ", &chosen.to_string()].concat() }
}

/// From and to.
fn dates(session: &Session) -> AnyView {
    let state = session.state;
    let m = &session.messages;
    let chosen =
        live_text(move || {
            number(state.with(|s| {
                usize::from(s.filters.from.is_some()) + usize::from(s.filters.to.is_some())
            }))
        });
    let fields = [
        date_field(session, m.text("facet.from"), |filters| &mut filters.from),
        date_field(session, m.text("facet.to"), |filters| &mut filters.to),
    ];
    let matter = tag("div").children(fields).view();
    folded("facet facet-dates", m.text("facet.dates").to_owned(), chosen, matter)
}

fn date_field(
    session: &Session,
    words: &str,
    field: fn(&mut Filters) -> &mut Option<Date>,
) -> AnyView {
    let state = session.state;
    let value = move || {
        let mut filters = state.with(|state| state.filters.clone());
        field(&mut filters).map_or_else(String::new, Date::iso)
    };
    let change = move |ev| {
        let date = Date::parse(&event_target_value(&ev));
        state.update(|state| {
            *field(&mut state.filters) = date;
            state.page = 1;
        });
    };
    let input = view! { <input type="date" prop:value=value on:change=change/> }.into_any();
    tag("label").text([words, " "].concat()).child(input).view()
}
