//! Narrowing the list: values within one filter widen it, filters narrow each other.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use proptest::prelude::*;
use qawlan::data::resolve::Edition;
use qawlan::domain::date::Date;
use qawlan::domain::filter::{Filters, toggle};
use qawlan::domain::id::{EpisodeId, PartyId, PlaceId, TopicId};
use qawlan::domain::row_state::RowState;
use qawlan::domain::search::hits::search;
use qawlan::domain::search::index::SearchIndex;
use qawlan::view_state::ViewState;

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/texts.rs"]
mod texts;

fn arabic() -> &'static (Edition, Arc<SearchIndex>) {
    static EDITION: OnceLock<(Edition, Arc<SearchIndex>)> = OnceLock::new();
    EDITION.get_or_init(|| {
        let edition = folder::edition(&folder::north_south(), "ar");
        let index = texts::index(&folder::north_south(), &edition, "ar");
        (edition, Arc::new(index))
    })
}

fn selected(filters: &Filters) -> Vec<String> {
    let (edition, index) = arabic();
    let events = &edition.dataset.events;
    let hits = search(vec![Arc::clone(index)], vec![0], events.len(), &filters.text);
    let score = |at: usize| hits.as_ref().map_or(1, |hits| hits.score(at));
    let passing = filters.select(&edition.dataset, |at| score(at) > 0);
    passing.into_iter().map(|at| events[at].id.to_string()).collect()
}

/// A link's query, as filters.
fn filters(query: &str) -> Filters {
    let (state, bad) = ViewState::parse("ar/", query).expect("an address of ours");
    assert_eq!(bad, [], "{query}");
    state.filters
}

const ALL: [&str; 5] = [
    "2031-07-01-convoy",
    "2031-06-crossing",
    "2031-05-10-border",
    "2031-04-03-town",
    "2031-04-02-bridge",
];

#[test]
fn each_filter_lets_through_what_it_names() {
    let [convoy, crossing, border, town, bridge] = ALL;
    for (query, expected) in [
        ("", &ALL[..]),
        ("episode=2031-spring", &[town, bridge]),
        ("episode=2031-spring,2031-summer", &[convoy, crossing, town, bridge]),
        ("episode=none-such", &[]),
        ("party=north", &[crossing, border, town, bridge]),
        ("party=east", &[convoy, town, bridge]),
        ("party=east,north", &ALL),
        ("topic=ceasefire", &[town, bridge]),
        ("topic=ceasefire,damage", &[border, town, bridge]),
        ("place=oak-town", &[crossing, town]),
        ("place=far-border", &[convoy, crossing]),
        ("place=oak-town,mill-village", &[crossing, town, bridge]),
        ("state=contradict", &[bridge]),
        ("state=third-parties-only", &[convoy, bridge]),
        ("state=contradict,one-side-only", &[town, bridge]),
        ("place=oak-town&party=east", &[town]),
        ("place=oak-town&party=east&state=contradict", &[]),
        ("episode=2031-spring&topic=mediation", &[bridge]),
    ] {
        assert_eq!(selected(&filters(query)), expected, "{query}");
    }
}

#[test]
fn dates_let_through_every_event_that_may_have_happened_then() {
    let [convoy, crossing, border, town, bridge] = ALL;
    for (query, expected) in [
        ("from=2031-04-03", &ALL[..4]),
        ("to=2031-04-02", &[bridge]),
        ("from=2031-04-02&to=2031-04-02", &[bridge]),
        ("from=2031-06-30&to=2031-06-30", &[crossing]),
        ("from=2031-06-15&to=2031-12-31", &[convoy, crossing]),
        ("from=2031-05-10&to=2031-05-10", &[border]),
        ("from=2031-04-03&to=2031-04-02", &[]),
        ("to=2031-04-03", &[town, bridge]),
    ] {
        assert_eq!(selected(&filters(query)), expected, "{query}");
    }
}

#[test]
fn words_find_an_event_in_any_spelling() {
    let [convoy, crossing, border, town, bridge] = ALL;
    for (text, expected) in [
        ("الجسر", &[bridge][..]),
        ("جسر", &[bridge]),
        ("ألجسر", &[bridge]),
        ("الطاحُون", &[bridge]),
        ("blur", &[bridge]),
        ("ԲԼՈՒՐ", &[bridge]),
        // A claim about the border names the town.
        ("SEHER", &[crossing, border, town]),
        ("şəhər", &[crossing, border, town]),
        ("سالم", &[bridge]),
        ("قافلة", &[convoy]),
        ("قافله", &[convoy]),
        ("٤٠", &[bridge]),
        ("الجنوب جسر", &[bridge]),
        ("قافلة جسر", &[]),
        ("zzz", &[]),
        ("ظهرا", &[border]),
        ("   ", &ALL),
    ] {
        let filters = Filters { text: text.to_owned(), ..Filters::default() };
        assert_eq!(selected(&filters), expected, "{text}");
    }
}

#[test]
fn words_and_choices_narrow_each_other() {
    let mut choice = filters("place=oak-town");
    choice.text = "seher".to_owned();
    assert_eq!(selected(&choice), ["2031-06-crossing", "2031-04-03-town"]);
    choice.parties = vec![PartyId::new("east")];
    assert_eq!(selected(&choice), ["2031-04-03-town"]);
}

#[test]
fn clearing_brings_every_event_back() {
    let mut choice = filters("party=east&state=contradict&from=2031-04-02&q=x");
    assert!(!choice.is_empty());
    choice = Filters::default();
    assert!(choice.is_empty());
    assert_eq!(selected(&choice), ALL);
}

#[test]
fn choosing_a_value_twice_takes_it_back() {
    let mut chosen = vec!["one"];
    toggle(&mut chosen, "two");
    assert_eq!(chosen, ["one", "two"]);
    toggle(&mut chosen, "one");
    assert_eq!(chosen, ["two"]);
    let mut state = ViewState::explorer("ar");
    for name in ["episode", "party", "topic", "place"] {
        state.toggle(name, "x");
        assert_eq!(state.chosen(name), ["x"], "{name}");
        state.toggle(name, "x");
        assert_eq!(state.chosen(name), [""; 0], "{name}");
    }
    state.toggle("state", "agree");
    assert_eq!(state.filters.states, [RowState::Agree]);
    state.toggle("state", "no-such-state");
    state.toggle("no-such-filter", "x");
    assert_eq!(state.filters.states, [RowState::Agree]);
}

#[test]
fn choosing_a_value_leads_back_to_the_first_page() {
    let mut state = ViewState::explorer("ar");
    state.page = 4;
    state.toggle("party", "east");
    assert_eq!(state.page, 1);
}

fn some_of(values: Vec<String>) -> impl Strategy<Value = Vec<String>> {
    let most = values.len().min(3);
    proptest::sample::subsequence(values, 0..=most)
}

fn with_stranger(mut values: Vec<String>) -> Vec<String> {
    values.push("stranger".to_owned());
    values
}

fn day() -> impl Strategy<Value = Option<Date>> {
    let dates = ["2031-04-01", "2031-04-03", "2031-05-10", "2031-06-15", "2032-01-01"];
    proptest::option::weighted(0.3, proptest::sample::select(dates.to_vec()))
        .prop_map(|text| text.and_then(Date::parse))
}

fn any_filters() -> impl Strategy<Value = Filters> {
    let dataset = &arabic().0.dataset;
    let ids = |values: Vec<String>| some_of(with_stranger(values));
    (
        ids(dataset.episodes.iter().map(|e| e.id.to_string()).collect()),
        ids(dataset.parties.iter().map(|p| p.id.to_string()).collect()),
        ids(dataset.topics.iter().map(|t| t.id.to_string()).collect()),
        ids(dataset.places.iter().map(|p| p.id.to_string()).collect()),
        proptest::sample::subsequence(RowState::ALL.to_vec(), 0..=3),
        day(),
        day(),
        proptest::sample::select(vec!["", "", "", "الجنوب", "جسر", "zzz"]),
    )
        .prop_map(|(episodes, parties, topics, places, states, from, to, text)| Filters {
            episodes: episodes.iter().map(|id| EpisodeId::new(id)).collect(),
            parties: parties.iter().map(|id| PartyId::new(id)).collect(),
            topics: topics.iter().map(|id| TopicId::new(id)).collect(),
            places: places.iter().map(|id| PlaceId::new(id)).collect(),
            states,
            from,
            to,
            text: text.to_owned(),
        })
}

/// Both choices at once: every list and date of `a`, and those of `b` where `a` has none.
fn narrowed(a: &Filters, b: &Filters) -> Filters {
    fn or<T: Clone>(a: &[T], b: &[T]) -> Vec<T> {
        if a.is_empty() { b.to_vec() } else { a.to_vec() }
    }
    Filters {
        episodes: or(&a.episodes, &b.episodes),
        parties: or(&a.parties, &b.parties),
        topics: or(&a.topics, &b.topics),
        places: or(&a.places, &b.places),
        states: or(&a.states, &b.states),
        from: a.from.or(b.from),
        to: a.to.or(b.to),
        text: if a.text.is_empty() { b.text.clone() } else { a.text.clone() },
    }
}

/// `a` with more values in each filter that is not empty.
fn widened(a: &Filters, b: &Filters) -> Filters {
    fn more<T: Clone + PartialEq>(a: &[T], b: &[T]) -> Vec<T> {
        let mut all = a.to_vec();
        if !a.is_empty() {
            all.extend(b.iter().filter(|value| !a.contains(value)).cloned());
        }
        all
    }
    Filters {
        episodes: more(&a.episodes, &b.episodes),
        parties: more(&a.parties, &b.parties),
        topics: more(&a.topics, &b.topics),
        places: more(&a.places, &b.places),
        states: more(&a.states, &b.states),
        ..a.clone()
    }
}

fn set(filters: &Filters) -> BTreeSet<String> {
    selected(filters).into_iter().collect()
}

proptest! {
    #[test]
    fn selecting_adds_no_event_and_keeps_the_order(filters in any_filters()) {
        let events = selected(&filters);
        let in_order: Vec<&str> = ALL.into_iter().filter(|id| events.iter().any(|e| e == id)).collect();
        prop_assert_eq!(events, in_order);
    }

    #[test]
    fn adding_a_filter_never_widens(a in any_filters(), b in any_filters()) {
        prop_assert!(set(&narrowed(&a, &b)).is_subset(&set(&a)));
    }

    #[test]
    fn adding_a_value_within_a_filter_never_narrows(a in any_filters(), b in any_filters()) {
        prop_assert!(set(&a).is_subset(&set(&widened(&a, &b))));
    }
}
