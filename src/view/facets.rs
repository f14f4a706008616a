//! Search and filters. Values within one filter widen the list; filters narrow each other.

use leptos::prelude::*;

use crate::domain::date::Date;
use crate::domain::filter::Filters;
use crate::domain::row_state::RowState;
use crate::domain::shortlist::shortlist;
use crate::session::Session;

use super::event_list::clear_link;
use super::further::further;
use super::tag::{live, live_text, piece, tag};

/// A filter offers at most so many values, so that a page stays light however large the dataset.
const MOST_CHOICES: usize = 30;

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
    let label = m.text("filters.search");
    tag("search")
        .class("facet-panel")
        .child(tag("label").class("visually-hidden").with("for", "search").text(label))
        .child(search_box(session))
        .child(tag("div").class("facets").children(facets).child(dates(session)))
        .child(clear)
        .child(tag("noscript").child(script))
        .view()
}

fn search_box(session: &Session) -> AnyView {
    let state = session.state;
    let text = move || state.with(|state| state.filters.text.clone());
    let write = move |ev| {
        let typed = event_target_value(&ev);
        state.update(|state| {
            state.filters.text = typed;
            state.page = 1;
        });
    };
    let hint = session.messages.text("filters.search-hint").to_owned();
    view! {
        <input
            id="search"
            class="search-box"
            type="search"
            autocomplete="off"
            placeholder=hint
            prop:value=text
            on:input=write
        />
    }
    .into_any()
}

/// Of parties, topics and places those with most events are offered, in the dataset's order; of
/// episodes the newest.
fn facets(session: &Session) -> Vec<Facet> {
    let (dataset, m) = (&session.dataset, &session.messages);
    let episodes = dataset.episodes.iter().map(|e| (1, choice(&e.id, &e.title)));
    let parties = dataset.parties.iter().map(|p| (p.events, choice(&p.id, &p.name)));
    let topics = dataset.topics.iter().map(|t| (t.events, choice(&t.id, &t.short)));
    let places = dataset.places.iter().map(|p| (p.events, choice(&p.id, &p.name)));
    let occurring = RowState::ALL.iter().filter(|state| {
        dataset.events.iter().any(|event| event.found.states.iter().any(|(s, _)| s == *state))
    });
    let states = occurring.map(|s| (1, (s.key().to_owned(), m.word("state", s.key()))));
    vec![
        facet("episode", episodes.collect()),
        facet("party", parties.collect()),
        facet("topic", topics.collect()),
        facet("place", places.collect()),
        facet("state", states.collect()),
    ]
}

fn choice(id: &impl ToString, words: &str) -> Choice {
    (id.to_string(), words.to_owned())
}

/// The filter of these values, each with the number of its events.
fn facet(name: &'static str, values: Vec<(usize, Choice)>) -> Facet {
    let events: Vec<usize> = values.iter().map(|(events, _)| *events).collect();
    let further = events.iter().filter(|n| **n > 0).count().saturating_sub(MOST_CHOICES);
    let listed = shortlist(&events, MOST_CHOICES);
    let (mut offered, mut others) = (Vec::new(), Vec::new());
    for ((_, choice), is_listed) in values.into_iter().zip(listed) {
        if is_listed { offered.push(choice) } else { others.push(choice) }
    }
    Facet { name, offered, others, further }
}

fn facet_view(session: &Session, facet: &Facet) -> AnyView {
    let state = session.state;
    let Facet { name, offered, others, further } = facet;
    let name = *name;
    let m = &session.messages;
    let offered = offered.iter().map(|choice| choice_view(session, name, choice));
    let list = tag("ul").children(offered).child(chosen_others(session, name, others.clone()));
    let more = self::further(session, "further.choices", *further);
    let chosen = live_text(move || number(state.with(|state| state.chosen(name).len())));
    folded("facet", m.word("facet", name), chosen, tag("div").child(list).child(more).view())
}

fn choice_view(session: &Session, name: &'static str, (value, words): &Choice) -> AnyView {
    let box_ = checkbox(session, name, value.clone());
    let label = tag("label").child(box_).child(tag("span").text(words.as_str()));
    tag("li").child(label).view()
}

/// Those of the others that were chosen. They stay for the visit, so that each can be taken out
/// and put back.
fn chosen_others(session: &Session, name: &'static str, others: Vec<Choice>) -> AnyView {
    let (session, state) = (session.clone(), session.state);
    let values: Vec<String> = others.iter().map(|(value, _)| value.clone()).collect();
    let shown = Memo::new(move |before: Option<&Vec<usize>>| {
        let mut shown = before.cloned().unwrap_or_default();
        state.with(|state| {
            for chosen in state.chosen(name) {
                let at = values.iter().position(|value| value == chosen);
                shown.extend(at.filter(|at| !shown.contains(at)));
            }
        });
        shown
    });
    live(move || {
        let shown = shown.get();
        let items = shown.iter().map(|at| choice_view(&session, name, &others[*at]));
        Some(items.collect::<Vec<AnyView>>().into_any())
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
