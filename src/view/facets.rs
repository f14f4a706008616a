//! Search and filters. Values within one facet widen the list; facets narrow each other. Each value
//! says how many events it would leave.

use leptos::prelude::*;

use crate::domain::date::Date;
use crate::domain::facet::Facet;
use crate::domain::filter::Filters;
use crate::domain::shortlist::shortlist;
use crate::session::Session;

use super::chosen::value_name;
use super::further::further;
use super::search_box::search_box;
use super::tag::{Tag, live, live_text, piece, settled, tag};

/// A facet offers at most so many values, so that a page stays light however large the dataset.
const MOST_CHOICES: usize = 16;

/// Search box and facets.
pub fn facet_panel(session: &Session) -> AnyView {
    let m = &session.messages;
    let script = tag("p").class("needs-script").text(m.text("filters.need-script"));
    tag("search")
        .class("facet-panel")
        .child(search_box(session))
        .child(opener(session))
        .child(sheet(session))
        .child(tag("noscript").child(script))
        .view()
}

/// Opens the sheet of filters, where the screen is too narrow for them to stand there.
fn opener(session: &Session) -> Tag {
    let m = &session.messages;
    let state = session.state;
    let chosen = live_text(move || number(state.with(|state| chosen_count(&state.filters))));
    tag("button")
        .class("facets-open")
        .with("type", "button")
        .with("popovertarget", "facets")
        .child(tag("span").class("icon icon-filter").with("aria-hidden", "true"))
        .text([m.text("filters.open"), " "].concat())
        .child(tag("span").class("facet-count").child(chosen))
}

/// How many things narrow the list, besides the text, which stands in its own box.
fn chosen_count(filters: &Filters) -> usize {
    let dates = [filters.from, filters.to].into_iter().flatten().count();
    filters.chosen.len() + dates + usize::from(filters.area.is_some())
}

/// The facets: on a wide screen in their place, on a narrow one a sheet over the page, which says
/// how many events are left while one chooses.
fn sheet(session: &Session) -> Tag {
    let m = session.messages.clone();
    let facets = Facet::ALL.iter().map(|facet| {
        let own = session.clone();
        piece(session, Box::new(move || facet_view(&own, *facet)))
    });
    let heading = tag("p").class("sheet-heading").text(m.text("filters.open"));
    let (shown, words) = (session.shown, m.clone());
    let found = live_text(move || words.count("filters.show", shown.with(Vec::len) as u64));
    let close = tag("button")
        .class("sheet-close")
        .with("type", "button")
        .with("popovertarget", "facets")
        .with("popovertargetaction", "hide")
        .child(found);
    tag("div")
        .with("id", "facets")
        .with("popover", "")
        .class("facets")
        .with("role", "group")
        .with("aria-label", m.text("filters.open"))
        .child(heading)
        .children(facets)
        .child(dates(session))
        .child(close)
}

fn facet_view(session: &Session, facet: Facet) -> AnyView {
    if session.dataset.whole_tally().counts(facet).iter().all(|events| *events == 0) {
        return ().into_any();
    }
    let state = session.state;
    let chosen =
        settled(move || state.with(|it| it.filters.values(facet).map(str::to_owned).collect()));
    let heading = session.messages.word("facet", facet.key());
    let was_opened = RwSignal::new(false);
    let count = live_text(move || number(chosen.with(Vec::len)));
    folded(heading, count, choices(session, facet, chosen, was_opened))
        .on("toggle", move |_| was_opened.set(true))
        .view()
}

/// Of each facet those values are offered that have most events, in the dataset's order; others
/// once a link, the map or a search chose them. Numbers that nobody has looked at yet don't change
/// with every letter that is typed.
fn choices(
    session: &Session,
    facet: Facet,
    chosen: RwSignal<Vec<String>>,
    was_opened: RwSignal<bool>,
) -> AnyView {
    let values = session.dataset.values(facet);
    let events = session.dataset.whole_tally().counts(facet);
    let events: Vec<usize> = events.iter().map(|events| *events as usize).collect();
    let listed = shortlist(&events, MOST_CHOICES);
    let further_values = (0..values.len()).filter(|at| !listed[*at] && events[*at] > 0).count();
    let offered = (0..values.len()).filter(|at| listed[*at]);
    let offered = offered.map(|at| choice(session, facet, at, chosen, was_opened).view());
    let list = tag("div").class("choices").children(offered);
    let list = list.child(chosen_others(session, facet, listed.clone(), chosen, was_opened));
    let more = further(session, "further.choices", further_values);
    tag("div").child(list).child(more).view()
}

/// A value with how many events it would leave.
fn choice(
    session: &Session,
    facet: Facet,
    at: usize,
    chosen: RwSignal<Vec<String>>,
    was_opened: RwSignal<bool>,
) -> Tag {
    let (tally, state) = (session.tally, session.state);
    let value = session.dataset.values(facet)[at].as_str();
    let left = move || {
        let tally = if was_opened.get() { tally.get() } else { tally.get_untracked() };
        tally.count(facet, at)
    };
    let is_none = move || (left() == 0).then(|| "is-none".to_owned());
    let (own, named) = (session.clone(), value.to_owned());
    let (own_value, toggled) = (value.to_owned(), value.to_owned());
    let input = tag("input")
        .with("type", "checkbox")
        .with("name", facet.key())
        .with("value", value)
        .checked(move || chosen.with(|chosen| chosen.contains(&own_value)))
        .on("change", move |_| state.update(|state| state.toggle(facet, &toggled)));
    let words = live_text(move || [value_name(&own, facet, &named).as_str(), " "].concat());
    let count = tag("span").class("choice-count").child(live_text(move || left().to_string()));
    tag("label").with_live("class", is_none).child(input).child(words).child(count)
}

/// Those of the others that were chosen. They stay for the visit, so that each can be taken out
/// and put back.
fn chosen_others(
    session: &Session,
    facet: Facet,
    listed: Vec<bool>,
    chosen: RwSignal<Vec<String>>,
    was_opened: RwSignal<bool>,
) -> AnyView {
    let session = session.clone();
    let dataset = session.dataset.clone();
    let shown = Memo::new(move |before: Option<&Vec<usize>>| {
        let mut shown = before.cloned().unwrap_or_default();
        chosen.with(|chosen| {
            for value in chosen {
                let at = dataset.values(facet).iter().position(|own| own == value);
                shown.extend(at.filter(|at| !listed[*at] && !shown.contains(at)));
            }
        });
        shown
    });
    live(move || {
        let others = shown.get().into_iter();
        let others = others.map(|at| choice(&session, facet, at, chosen, was_opened).view());
        Some(others.collect::<Vec<_>>().into_any())
    })
}

/// A facet that opens; one at a time.
fn folded(heading: String, chosen: AnyView, matter: AnyView) -> Tag {
    let summary = tag("summary")
        .text([heading.as_str(), " "].concat())
        .child(tag("span").class("facet-count").child(chosen));
    let legend = tag("legend").class("visually-hidden").text(heading);
    tag("details")
        .class("facet")
        .with("name", "facets")
        .child(summary)
        .child(tag("fieldset").child(legend).child(matter))
}

/// How many values are chosen; nothing for none.
fn number(chosen: usize) -> String {
    if chosen == 0 { String::new() } else { ["· ", &chosen.to_string()].concat() }
}

/// From and to.
fn dates(session: &Session) -> Tag {
    let state = session.state;
    let m = &session.messages;
    let chosen = live_text(move || {
        let dates = |s: &crate::view_state::ViewState| [s.filters.from, s.filters.to];
        number(state.with(dates).into_iter().flatten().count())
    });
    let fields = [
        date_field(session, m.text("facet.from"), |filters| &mut filters.from),
        date_field(session, m.text("facet.to"), |filters| &mut filters.to),
    ];
    let matter = tag("div").class("facet-dates").children(fields).view();
    folded(m.text("facet.dates").to_owned(), chosen, matter)
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
    let change = move |event| {
        let date = Date::parse(&event_target_value(&event));
        state.update(|state| {
            *field(&mut state.filters) = date;
            state.page = 1;
        });
    };
    let input =
        tag("input").with("type", "date").text_property("value", value).on("change", change);
    tag("label").text([words, " "].concat()).child(input).view()
}
