//! Narrowing the list: values within one filter widen it, filters narrow each other.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use proptest::prelude::*;
use qawlan::data::resolve::Edition;
use qawlan::domain::comparison::compare;
use qawlan::domain::date::Date;
use qawlan::domain::event::{Event, Subject};
use qawlan::domain::facet::Facet;
use qawlan::domain::filter::Filters;
use qawlan::domain::place::{Area, Exactness, Place};
use qawlan::domain::search::hits::search;
use qawlan::domain::search::index::SearchIndex;
use qawlan::domain::statement::Voice;
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

/// Whether the event at a place of the list has what is typed.
fn has_text(filters: &Filters) -> impl Fn(usize) -> bool + use<> {
    let (edition, index) = arabic();
    let events = edition.dataset.events.len();
    let hits = search(vec![Arc::clone(index)], vec![0], events, &filters.text);
    move |at| hits.as_ref().is_none_or(|hits| hits.score(at) > 0)
}

fn selected(filters: &Filters) -> Vec<String> {
    let (edition, _) = arabic();
    let events = &edition.dataset.events;
    let has_text = has_text(filters);
    let tally = edition.dataset.tally(filters, &has_text);
    tally.passing.iter().map(|at| events[*at].id.to_string()).collect()
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
        ("where=known", &[crossing, town, bridge]),
        ("where=vague", &[convoy]),
        ("where=unnamed", &[border]),
        ("kind=none-such", &[]),
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
    choice.toggle(Facet::Party, "east");
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
    let mut state = ViewState::explorer("ar");
    for facet in Facet::ALL.iter().copied() {
        state.toggle(facet, "x");
        state.toggle(facet, "y");
        assert_eq!(state.filters.values(facet).collect::<Vec<_>>(), ["x", "y"], "{facet:?}");
        state.toggle(facet, "x");
        assert_eq!(state.filters.values(facet).collect::<Vec<_>>(), ["y"], "{facet:?}");
        state.toggle(facet, "y");
        assert!(state.filters.is_empty(), "{facet:?}");
    }
}

#[test]
fn choosing_a_value_leads_back_to_the_first_page() {
    let mut state = ViewState::explorer("ar");
    state.page = 4;
    state.toggle(Facet::Party, "east");
    assert_eq!(state.page, 1);
}

/// Up to three values of a facet, one of them perhaps none of its own.
fn values(facet: Facet) -> impl Strategy<Value = Vec<(Facet, String)>> {
    let dataset = &arabic().0.dataset;
    let mut values = dataset.values(facet).to_vec();
    values.push("stranger".to_owned());
    let most = values.len().min(3);
    let some = proptest::sample::subsequence(values, 1..=most);
    proptest::option::weighted(0.25, some)
        .prop_map(move |some| some.into_iter().flatten().map(|value| (facet, value)).collect())
}

fn day() -> impl Strategy<Value = Option<Date>> {
    let dates = ["2031-04-01", "2031-04-03", "2031-05-10", "2031-06-15", "2032-01-01"];
    proptest::option::weighted(0.3, proptest::sample::select(dates.to_vec()))
        .prop_map(|text| text.and_then(Date::parse))
}

fn area() -> impl Strategy<Value = Option<Area>> {
    let degrees = || -90_000i32..90_000;
    let area = (degrees(), degrees(), degrees(), degrees());
    let area = area.prop_map(|(a, b, c, d)| Area {
        south: a.min(b),
        north: a.max(b),
        west: c.min(d),
        east: c.max(d),
    });
    proptest::option::weighted(0.3, area)
}

fn any_filters() -> impl Strategy<Value = Filters> {
    let chosen: Vec<_> = Facet::ALL.iter().map(|facet| values(*facet).boxed()).collect();
    let text = proptest::sample::select(vec!["", "", "", "الجنوب", "جسر", "zzz"]);
    (chosen, day(), day(), area(), text).prop_map(|(chosen, from, to, area, text)| Filters {
        chosen: chosen.into_iter().flatten().collect(),
        from,
        to,
        area,
        text: text.to_owned(),
    })
}

/// Both choices at once: every facet and date of `a`, and those of `b` where `a` has none.
fn narrowed(a: &Filters, b: &Filters) -> Filters {
    let mut both = a.clone();
    let others = b.chosen.iter().filter(|(facet, _)| a.values(*facet).next().is_none());
    both.chosen.extend(others.cloned());
    both.from = a.from.or(b.from);
    both.to = a.to.or(b.to);
    both.area = a.area.or(b.area);
    both.text = if a.text.is_empty() { b.text.clone() } else { a.text.clone() };
    both
}

/// `a` with more values in each facet in which it has any.
fn widened(a: &Filters, b: &Filters) -> Filters {
    let mut more = a.clone();
    for (facet, value) in &b.chosen {
        if a.values(*facet).next().is_some() && !a.has(*facet, value) {
            more.toggle(*facet, value);
        }
    }
    more
}

/// What the filters mean, event by event, from the records themselves.
fn admits(filters: &Filters, edition: &Edition, event: &Event) -> bool {
    let dataset = &edition.dataset;
    let statements = edition.statements_about(Some(&Subject::Event(event.id.clone())));
    let spoken: Vec<_> =
        statements.iter().filter(|s| matches!(s.voice, Voice::Speakers(_))).collect();
    let places: Vec<&Place> = event.places.iter().filter_map(|id| dataset.place(id)).collect();
    let is_known = |place: &&Place| {
        let is_wide = [Exactness::Region, Exactness::Vague].contains(&place.exactness);
        place.point.is_some() && !is_wide
    };
    let has = |facet: Facet, value: &str| match facet {
        Facet::Episode => event.episode.as_ref().is_some_and(|it| it.as_str() == value),
        Facet::Place => event.places.iter().any(|it| it.as_str() == value),
        Facet::Where => match value {
            "unnamed" => places.is_empty(),
            "known" => places.iter().any(is_known),
            "vague" => !places.is_empty() && !places.iter().any(is_known),
            _ => false,
        },
        Facet::Kind => event.kind.as_str() == value,
        Facet::Topic => {
            statements.iter().flat_map(|s| &s.claims).any(|it| it.topic.as_str() == value)
        }
        Facet::Party => statements.iter().any(|s| s.voice.parties().any(|it| it.as_str() == value)),
        Facet::Speaker => spoken.iter().any(|s| match &s.voice {
            Voice::Speakers(list) => list.iter().any(|(it, _)| it.as_str() == value),
            Voice::Outlet(_) => false,
        }),
        Facet::Position => {
            spoken.iter().flat_map(|s| &s.claims).any(|it| it.position.key() == value)
        }
        Facet::State => {
            let comparison = compare(dataset, &dataset.pair, &event.editor_states, &statements);
            comparison.rows.iter().any(|row| row.state.key() == value)
                || (value == "third-parties-only" && !comparison.third_parties_only.is_empty())
        }
        Facet::Source => statements
            .iter()
            .flat_map(|s| &s.claims)
            .any(|it| it.sources().iter().any(|source| source.as_str() == value)),
        Facet::Measure => spoken
            .iter()
            .flat_map(|s| &s.claims)
            .flat_map(|claim| &claim.figures)
            .any(|it| !it.whose.is_empty() && it.measure.key() == value),
    };
    let is_chosen = |facet: Facet| {
        let mut chosen = filters.values(facet).peekable();
        chosen.peek().is_none() || chosen.any(|value| has(facet, value))
    };
    let (first, last) = event.when.days();
    Facet::ALL.iter().all(|facet| is_chosen(*facet))
        && filters.from.is_none_or(|from| last >= from)
        && filters.to.is_none_or(|to| first <= to)
        && filters.area.is_none_or(|area| places.iter().any(|place| area.holds(place)))
}

fn set(filters: &Filters) -> BTreeSet<String> {
    selected(filters).into_iter().collect()
}

proptest! {
    #[test]
    fn the_filters_let_through_what_they_mean(filters in any_filters()) {
        let (edition, _) = arabic();
        let has_text = has_text(&filters);
        let meant = edition.dataset.events.iter().enumerate();
        let meant = meant.filter(|(at, event)| admits(&filters, edition, event) && has_text(*at));
        let meant: Vec<String> = meant.map(|(_, event)| event.id.to_string()).collect();
        prop_assert_eq!(selected(&filters), meant);
    }

    /// Counted the long way: by choosing that value alone in its facet.
    #[test]
    fn each_value_says_how_many_events_choosing_it_would_leave(filters in any_filters()) {
        let (edition, _) = arabic();
        let dataset = &edition.dataset;
        let has_text = has_text(&filters);
        let tally = dataset.tally(&filters, &has_text);
        for facet in Facet::ALL.iter().copied() {
            for (at, value) in dataset.values(facet).iter().enumerate() {
                let mut alone = filters.clone();
                alone.chosen.retain(|(own, _)| *own != facet);
                alone.toggle(facet, value);
                prop_assert_eq!(tally.count(facet, at), selected(&alone).len(), "{:?} {}", facet, value);
            }
        }
        let undated = Filters { from: None, to: None, ..filters };
        prop_assert_eq!(tally.at_any_date.len(), selected(&undated).len());
    }

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
