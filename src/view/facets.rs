//! Search and filters. Values within one filter widen the list; filters narrow each other.

use leptos::prelude::*;

use crate::domain::date::Date;
use crate::domain::filter::Filters;
use crate::domain::row_state::RowState;
use crate::session::Session;

use super::event_list::clear_link;
use super::tag::{live, live_text, tag};

/// A filter of choices: the parameter's name in a link, and value and wording of each choice.
struct Facet {
    name: &'static str,
    choices: Vec<(String, String)>,
}

/// Search box, choices, dates, and the one action that clears all.
pub fn facet_panel(session: &Session) -> AnyView {
    let m = &session.messages;
    let facets = facets(session).into_iter().map(|facet| facet_view(session, facet));
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

fn facets(session: &Session) -> Vec<Facet> {
    let (dataset, m) = (&session.dataset, &session.messages);
    let used_topics = dataset
        .topics
        .iter()
        .filter(|topic| dataset.events.iter().any(|event| event.found.topics.contains(&topic.id)));
    let speaking = dataset
        .parties
        .iter()
        .filter(|party| dataset.events.iter().any(|event| event.found.claims_of(&party.id) > 0));
    let visited = dataset
        .places
        .iter()
        .filter(|place| dataset.events.iter().any(|event| event.places.contains(&place.id)));
    let occurring = RowState::ALL.iter().filter(|state| {
        dataset.events.iter().any(|event| event.found.states.iter().any(|(s, _)| s == *state))
    });
    vec![
        Facet {
            name: "episode",
            choices: dataset.episodes.iter().map(|e| (e.id.to_string(), e.title.clone())).collect(),
        },
        Facet {
            name: "party",
            choices: speaking.map(|p| (p.id.to_string(), p.name.clone())).collect(),
        },
        Facet {
            name: "topic",
            choices: used_topics.map(|t| (t.id.to_string(), t.short.clone())).collect(),
        },
        Facet {
            name: "place",
            choices: visited.map(|p| (p.id.to_string(), p.name.clone())).collect(),
        },
        Facet {
            name: "state",
            choices: occurring.map(|s| (s.key().to_owned(), m.word("state", s.key()))).collect(),
        },
    ]
}

fn facet_view(session: &Session, facet: Facet) -> AnyView {
    let state = session.state;
    let name = facet.name;
    let choices = facet.choices.into_iter().map(|(value, words)| {
        let box_ = checkbox(session, name, value);
        tag("li").child(tag("label").child(box_).child(tag("span").text(words))).view()
    });
    let heading = session.messages.word("facet", name);
    let chosen = live_text(move || number(state.with(|state| state.chosen(name).len())));
    folded("facet", heading, chosen, tag("ul").children(choices).view())
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
