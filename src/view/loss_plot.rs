//! The drawing of one history of figures: numbers over time, a revision as a step, a time that
//! isn't exactly known as a line. The words beside it say all of it.

use leptos::prelude::*;

use crate::domain::losses::{LossEntry, Step};
use crate::loss_chart::{BASE, HEIGHT, Mark, Plot, Scale, WIDTH};
use crate::session::Session;

use super::claim::is_right_to_left;
use super::drawing::{Stroke, Words, picture};

/// How far a mark reaches from its middle.
const HALF: i64 = 5;

/// The plot of a history; nothing where none of its figures has a number.
pub fn loss_plot(session: &Session, scale: &Scale, history: &[&LossEntry]) -> Option<AnyView> {
    let plot = scale.plot(history);
    if plot.marks.is_empty() {
        return None;
    }
    let is_mirrored = is_right_to_left(&session.messages.language);
    // Time runs as the page reads.
    let across = |x: i64| if is_mirrored { WIDTH - x } else { x };
    let mut strokes = vec![Stroke { class: "plot-axis", path: line([0, WIDTH], [BASE, BASE]) }];
    strokes.extend(steps(&plot, &across));
    let mut words = Vec::new();
    for mark in &plot.marks {
        strokes.extend(strokes_of(mark, &across));
        let x = across(mark.x);
        words.push(Words {
            class: "plot-amount",
            at: [x, mark.y_high.unwrap_or(mark.y_low) - 2 * HALF],
            is_end: x * 2 > WIDTH,
            text: session.messages.amount(&history[mark.entry].figure),
        });
    }
    for (date, x) in [(scale.from, 0), (scale.to, WIDTH)] {
        let x = across(x);
        let text = session.messages.day_and_month(date);
        words.push(Words { class: "plot-day", at: [x, HEIGHT - 4], is_end: x > 0, text });
    }
    Some(picture("loss-plot", [WIDTH, HEIGHT], strokes, words))
}

/// From each step of the history to the next.
fn steps(plot: &Plot, across: &impl Fn(i64) -> i64) -> Option<Stroke> {
    let mut marks = plot.marks.iter().filter(|mark| mark.step != Step::Variant);
    let first = marks.next()?;
    let mut path = at('M', across(first.x), first.y_low);
    let mut before = first.y_low;
    for mark in marks {
        path.push_str(&at('L', across(mark.x), before));
        path.push_str(&at('L', across(mark.x), mark.y_low));
        before = mark.y_low;
    }
    Some(Stroke { class: "plot-step", path })
}

/// When it can have been said, which numbers it admits, and the mark itself.
fn strokes_of(mark: &Mark, across: &impl Fn(i64) -> i64) -> Vec<Stroke> {
    let (x, y) = (across(mark.x), mark.y_low);
    let time_class = if mark.x_earliest.is_some() { "plot-time" } else { "plot-time-open" };
    let time = line([across(mark.x_earliest.unwrap_or(0)), x], [y, y]);
    let mut strokes = vec![Stroke { class: time_class, path: time }];
    match mark.y_high {
        // More than the number, without an end.
        None => strokes.push(Stroke { class: "plot-open", path: line([x, x], [y, y - 3 * HALF]) }),
        Some(high) if high != y => {
            strokes.push(Stroke { class: "plot-range", path: line([x, x], [y, high]) });
        }
        Some(_) => {}
    }
    let class = if mark.step == Step::Variant { "plot-mark plot-variant" } else { "plot-mark" };
    let corners = [[x, y - HALF], [x + HALF, y], [x, y + HALF], [x - HALF, y]];
    let mut path = String::new();
    for (nth, [x, y]) in corners.into_iter().enumerate() {
        path.push_str(&at(if nth == 0 { 'M' } else { 'L' }, x, y));
    }
    path.push('Z');
    strokes.push(Stroke { class, path });
    strokes
}

fn line(x: [i64; 2], y: [i64; 2]) -> String {
    at('M', x[0], y[0]) + &at('L', x[1], y[1])
}

fn at(verb: char, x: i64, y: i64) -> String {
    let mut path = String::from(verb);
    path.push_str(&[x.to_string().as_str(), " ", &y.to_string()].concat());
    path
}
