//! Search and filters. Values within one filter widen the list; filters narrow each other.

use leptos::prelude::*;

use crate::domain::date::Date;
use crate::domain::row_state::RowState;
use crate::session::Session;

use super::event_list::ClearLink;

/// A filter of choices: the parameter's name in a link, and value and wording of each choice.
struct Facet {
    name: &'static str,
    choices: Vec<(String, String)>,
}

/// Search box, choices, dates, and the one action that clears all.
#[component]
pub fn FacetPanel() -> impl IntoView {
    let session = expect_context::<Session>();
    let state = session.state;
    let m = session.messages.clone();
    let is_filtered = move || state.with(|state| !state.filters.is_empty());
    let facets = facets(&session).into_iter().map(|facet| facet_view(&session, facet)).collect_view();
    let text = move || state.with(|state| state.filters.text.clone());
    let write = move |ev| {
        let typed = event_target_value(&ev);
        state.update(|state| {
            state.filters.text = typed;
            state.page = 1;
        });
    };
    view! {
        <search class="facet-panel">
            <label class="visually-hidden" for="search">{m.text("filters.search").to_owned()}</label>
            <input
                id="search"
                class="search-box"
                type="search"
                autocomplete="off"
                placeholder=m.text("filters.search-hint").to_owned()
                prop:value=text
                on:input=write
            />
            <div class="facets">{facets} <DateFacet/></div>
            <Show when=is_filtered><ClearLink/></Show>
            <noscript><p class="needs-script">{m.text("filters.need-script").to_owned()}</p></noscript>
        </search>
    }
}

fn facets(session: &Session) -> Vec<Facet> {
    let (dataset, m) = (&session.dataset, &session.messages);
    let used_topics = dataset.topics_in_order().into_iter().filter(|topic| {
        dataset.events.iter().any(|event| event.found.topics.contains(&topic.id))
    });
    let speaking = dataset.parties.iter().filter(|party| {
        dataset.events.iter().any(|event| event.found.claims_of(&party.id) > 0)
    });
    let visited = dataset.places.iter().filter(|place| {
        dataset.events.iter().any(|event| event.places.contains(&place.id))
    });
    let occurring = RowState::ALL.iter().filter(|state| {
        dataset.events.iter().any(|event| event.found.states.iter().any(|(s, _)| s == *state))
    });
    vec![
        Facet {
            name: "episode",
            choices: dataset.episodes.iter().map(|e| (e.id.to_string(), e.title.clone())).collect(),
        },
        Facet { name: "party", choices: speaking.map(|p| (p.id.to_string(), p.name.clone())).collect() },
        Facet { name: "topic", choices: used_topics.map(|t| (t.id.to_string(), t.short.clone())).collect() },
        Facet { name: "place", choices: visited.map(|p| (p.id.to_string(), p.name.clone())).collect() },
        Facet {
            name: "state",
            choices: occurring.map(|s| (s.key().to_owned(), m.word("state", s.key()))).collect(),
        },
    ]
}

fn facet_view(session: &Session, facet: Facet) -> AnyView {
    let state = session.state;
    let name = facet.name;
    let heading = session.messages.word("facet", name);
    let chosen = move || {
        let n = state.with(|state| state.chosen(name).len());
        (n > 0).then(|| [" · ", &n.to_string()].concat())
    };
    let choices = facet.choices.into_iter().map(|(value, words)| {
        let (own, toggled) = (value.clone(), value.clone());
        let is_chosen = move || state.with(|state| state.chosen(name).contains(&own.as_str()));
        let change = move |_| state.update(|state| state.toggle(name, &toggled));
        view! {
            <li>
                <label>
                    <input type="checkbox" name=name value=value prop:checked=is_chosen on:change=change/>
                    <span>{words}</span>
                </label>
            </li>
        }
    });
    view! {
        <details class="facet" name="facets">
            <summary>{heading.clone()} <span class="facet-count">{chosen}</span></summary>
            <fieldset>
                <legend class="visually-hidden">{heading}</legend>
                <ul>{choices.collect_view()}</ul>
            </fieldset>
        </details>
    }
    .into_any()
}

/// From and to.
#[component]
fn DateFacet() -> impl IntoView {
    let session = expect_context::<Session>();
    let (state, m) = (session.state, session.messages.clone());
    let heading = m.text("facet.dates").to_owned();
    let from = move || state.with(|s| s.filters.from.map_or_else(String::new, Date::iso));
    let to = move || state.with(|s| s.filters.to.map_or_else(String::new, Date::iso));
    let chosen = move || {
        let n = state.with(|s| usize::from(s.filters.from.is_some()) + usize::from(s.filters.to.is_some()));
        (n > 0).then(|| [" · ", &n.to_string()].concat())
    };
    let set_from = move |ev| {
        let date = Date::parse(&event_target_value(&ev));
        state.update(|s| s.filters.from = date);
    };
    let set_to = move |ev| {
        let date = Date::parse(&event_target_value(&ev));
        state.update(|s| s.filters.to = date);
    };
    view! {
        <details class="facet facet-dates" name="facets">
            <summary>{heading.clone()} <span class="facet-count">{chosen}</span></summary>
            <fieldset>
                <legend class="visually-hidden">{heading}</legend>
                <label>{m.text("facet.from").to_owned()} <input type="date" prop:value=from on:change=set_from/></label>
                <label>{m.text("facet.to").to_owned()} <input type="date" prop:value=to on:change=set_to/></label>
            </fieldset>
        </details>
    }
}
