//! The timeline over the list: a bar a day, month or year, the first party's claims above the axis and
//! the second's below it, and two handles between which events are shown.
//!
//! The handles are the browser's own sliders, so keyboard, touch and assistive technology know them;
//! `public/boot/brush.js` follows them, and turns a stroke over the bars into moving them.

use leptos::prelude::*;

use crate::domain::date::Date;
use crate::domain::histogram::{Bar, Span, Unit};
use crate::domain::party::Side;
use crate::session::Session;

use super::drawing::{Stroke, drawing};
use super::further::further;
use super::seal::{party_name, seal};
use super::tag::{Tag, live, live_text, tag};

/// The drawing's size, in units of its own: it is stretched over the width that there is.
const STEP: usize = 12;
const GAP: usize = 2;
const HALF: usize = 30;
const AXIS: usize = 3;

/// The table lists at most so many steps, the newest.
const MOST_ROWS: usize = 40;

/// Bars, handles, table; nothing where all events lie in one step.
pub fn brush(session: &Session) -> AnyView {
    let Some(span) = Span::of(&session.dataset).filter(|span| span.length > 1) else {
        return ().into_any();
    };
    let m = &session.messages;
    let (own, chosen) = (session.clone(), session.clone());
    // From a step's first day on, up to the day before the next one's.
    let days: Vec<String> = (0..=span.length).map(|step| span.first_day(step).iso()).collect();
    let chart = tag("div")
        .class("brush-chart")
        .child(side(session, Side::First))
        .live(move || Some(chart(&own, span)))
        .child(side(session, Side::Second));
    tag("section")
        .class("brush")
        .with("aria-label", m.text("brush.region"))
        .with("data-days", days.join(" "))
        .child(
            tag("p")
                .class("brush-chosen")
                .text([m.text("brush.label"), " "].concat())
                .child(tag("b").child(live_text(move || chosen_words(&chosen, span)))),
        )
        .child(chart)
        .child(
            tag("div")
                .class("brush-handles")
                .child(handle(session, span, "from", m.text("facet.from")))
                .child(handle(session, span, "to", m.text("facet.to"))),
        )
        .child(ends(session, span))
        .child(table(session, span))
        .view()
}

/// Whose bars stand there.
fn side(session: &Session, side: Side) -> Tag {
    let own = session.clone();
    let label = live(move || {
        let pair = own.pair.get();
        let party = pair.party(side);
        let name = tag("span").text(party_name(&own, party));
        Some(vec![seal(&own, side, party), name.view()].into_any())
    });
    tag("p").class("brush-side").with("aria-hidden", "true").child(label)
}

/// The bars of the events that pass all filters but the dates.
fn bars(session: &Session, span: Span) -> Vec<Bar> {
    let events = session.tally.get();
    span.bars(&session.dataset, &events.at_any_date)
}

/// Claims of the side that stands first.
fn claims(session: &Session, bar: &Bar, side: Side) -> usize {
    let pair = session.pair.get();
    let is_counted_first = pair.party(side) == &session.dataset.pair.first;
    bar.claims[usize::from(!is_counted_first)]
}

fn chart(session: &Session, span: Span) -> AnyView {
    let bars = bars(session, span);
    let claims = |bar: &Bar, side| claims(session, bar, side);
    let most = bars.iter().flat_map(|bar| Side::BOTH.map(|side| claims(bar, side))).max();
    let most = most.unwrap_or(0).max(1);
    let mut strokes: Vec<Stroke> = Vec::new();
    let (from, to) = chosen_steps(session, span);
    strokes.push(Stroke {
        class: "brush-window",
        path: rectangle(from * STEP, 0, (to + 1 - from) * STEP, 2 * HALF + AXIS),
    });
    let mut axis = rectangle(0, HALF + AXIS / 2, span.length * STEP, 1);
    for (side, class) in [(Side::First, "mark-first"), (Side::Second, "mark-second")] {
        let mut path = String::new();
        for (step, bar) in bars.iter().enumerate() {
            // One claim is seen beside a hundred.
            let height = (claims(bar, side) * HALF).div_ceil(most);
            let top = if side == Side::First { HALF - height } else { HALF + AXIS };
            if height > 0 {
                path += &rectangle(step * STEP + GAP / 2, top, STEP - GAP, height);
            }
        }
        strokes.push(Stroke { class, path });
    }
    for (step, bar) in bars.iter().enumerate() {
        if bar.events > 0 {
            axis += &rectangle(step * STEP + GAP / 2, HALF, STEP - GAP, AXIS);
        }
    }
    strokes.push(Stroke { class: "brush-axis", path: axis });
    drawing("brush-bars", span.length * STEP, 2 * HALF + AXIS, strokes)
}

fn rectangle(x: usize, y: usize, width: usize, height: usize) -> String {
    let [x, y, width, height] = [x, y, width, height].map(|n| n.to_string());
    ["M", &x, " ", &y, "h", &width, "v", &height, "h-", &width, "Z"].concat()
}

/// The first and the last step between which events are shown.
fn chosen_steps(session: &Session, span: Span) -> (usize, usize) {
    let (from, to) = session.state.with(|state| (state.filters.from, state.filters.to));
    let first = from.map_or(0, |date| span.step(date));
    (first, to.map_or(span.length - 1, |date| span.step(date)).max(first))
}

/// One end of what is chosen.
fn handle(session: &Session, span: Span, end: &'static str, label: &str) -> Tag {
    let (own, words) = (session.clone(), session.clone());
    let step = move |session: &Session| {
        let (from, to) = chosen_steps(session, span);
        if end == "from" { from } else { to }
    };
    let named = move || Some(step_words(&words, span, step(&words)));
    tag("input")
        .class(["brush-handle brush-", end].concat())
        .with("type", "range")
        .with("min", "0")
        .with("max", (span.length - 1).to_string())
        .with("data-end", end)
        .with("aria-label", label)
        .with_live("value", move || Some(step(&own).to_string()))
        .with_live("aria-valuetext", named)
}

/// The axis's first and last step.
fn ends(session: &Session, span: Span) -> Tag {
    let end = |step| tag("span").text(step_words(session, span, step));
    tag("p")
        .class("brush-ends")
        .with("aria-hidden", "true")
        .child(end(0))
        .child(end(span.length - 1))
}

fn step_words(session: &Session, span: Span, step: usize) -> String {
    let (m, day) = (&session.messages, span.first_day(step));
    match span.unit {
        Unit::Day => m.date(day),
        Unit::Month => m.month_of_year(day),
        Unit::Year => day.year.to_string(),
    }
}

fn chosen_words(session: &Session, span: Span) -> String {
    let m = &session.messages;
    let filters = session.state.with(|state| (state.filters.from, state.filters.to));
    match filters {
        (None, None) => m.text("brush.all").to_owned(),
        (from, to) => {
            let last = span.last_day(span.length - 1);
            let days: (Date, Date) = (from.unwrap_or(span.first_day(0)), to.unwrap_or(last));
            m.date_range(days.0, days.1)
        }
    }
}

/// The same in numbers, made when it is opened.
fn table(session: &Session, span: Span) -> AnyView {
    let is_open = RwSignal::new(false);
    let m = &session.messages;
    let summary = tag("summary").text(m.text("brush.table"));
    let session = session.clone();
    let matter = live(move || is_open.get().then(|| rows(&session, span)));
    tag("details")
        .class("brush-table")
        .child(summary)
        .child(matter)
        .on("toggle", move |_| is_open.set(true))
        .view()
}

fn rows(session: &Session, span: Span) -> AnyView {
    let (m, pair) = (&session.messages, session.pair.get());
    let column = || tag("th").with("scope", "col");
    let head = ["brush.when", "brush.events", "brush.statements"];
    let head = head.map(|key| column().text(m.text(key)).view());
    let sides = Side::BOTH.map(|side| {
        let party = pair.party(side);
        let name = tag("span").class("visually-hidden").text(party_name(session, party));
        column().child(seal(session, side, party)).child(name).view()
    });
    let head = head.into_iter().chain(sides);
    let all = bars(session, span);
    let filled: Vec<usize> = (0..all.len()).filter(|at| all[*at].events > 0).collect();
    let listed = filled.len().min(MOST_ROWS);
    let rows = filled[filled.len() - listed..].iter().map(|step| {
        let bar = &all[*step];
        let [first, second] = Side::BOTH.map(|side| claims(session, bar, side));
        let cells = [bar.events, bar.statements, first, second];
        let cells = cells.into_iter().map(|n| tag("td").text(n.to_string()).view());
        let when = tag("th").with("scope", "row").text(step_words(session, span, *step));
        tag("tr").child(when).children(cells).view()
    });
    let note = tag("p").class("section-note").text(m.text("brush.note"));
    let left_out = further(session, "further.steps", filled.len() - listed);
    let table = tag("table")
        .child(tag("thead").child(tag("tr").children(head)))
        .child(tag("tbody").children(rows));
    tag("div").child(note).child(table).child(left_out).view()
}
