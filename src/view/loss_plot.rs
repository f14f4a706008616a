//! The drawing of one history of figures: numbers over time, a revision as a step, a time that
//! isn't exactly known as a line. The words beside it say all of it.

use leptos::prelude::*;

use crate::domain::dataset::Language;
use crate::domain::losses::{LossEntry, Step};
use crate::domain::party::Side;
use crate::i18n::messages::isolated;
use crate::loss_chart::{BASE, HEIGHT, Mark, Plot, Scale, WIDTH};
use crate::session::Session;

use super::drawing::{Stroke, Words, picture};

/// How far a mark reaches from its middle.
const HALF: i64 = 5;

/// Two amounts nearer to each other than this would lie on each other.
const LINE: [i64; 2] = [60, 14];

/// The plot of one claimant's history; nothing where none of its figures has a number.
pub fn loss_plot(
    session: &Session,
    scale: &Scale,
    claimant: Side,
    history: &[&LossEntry],
) -> Option<AnyView> {
    let plot = scale.plot(history);
    if plot.marks.is_empty() {
        return None;
    }
    let own = |it: &&Language| it.code == session.messages.language;
    let language = session.dataset.about.languages.iter().find(own);
    let is_mirrored = language.is_some_and(|language| language.is_right_to_left);
    // Time runs as the page reads.
    let across = |x: i64| if is_mirrored { WIDTH - x } else { x };
    let mut strokes = vec![Stroke { class: "plot-axis", path: line([0, WIDTH], [BASE, BASE]) }];
    strokes.extend(steps(&plot, &across));
    let mut words: Vec<Words> = Vec::new();
    for mark in &plot.marks {
        strokes.extend(strokes_of(mark, claimant, &across));
        let is_end = across(mark.x) * 2 > WIDTH;
        let x = across(mark.x) + if is_end { -HALF - 2 } else { HALF + 2 };
        let above = mark.y_high.unwrap_or(mark.y_low) - HALF - 2;
        let is_near = |other: &Words| {
            (other.at[0] - x).abs() < LINE[0] && (other.at[1] - above).abs() < LINE[1]
        };
        let y = if words.iter().any(is_near) { mark.y_low + HALF + LINE[1] } else { above };
        let text = isolated(&session.messages.amount(&history[mark.entry].figure));
        words.push(Words { class: "plot-amount", at: [x, y], is_end, text });
    }
    // A single day is written once, at the end up to which time is counted.
    let ends = [(scale.from, 0), (scale.to, WIDTH)];
    for (date, x) in ends.into_iter().skip(usize::from(scale.from == scale.to)) {
        let x = across(x);
        let text = isolated(&session.messages.day_and_month(date));
        words.push(Words { class: "plot-day", at: [x, HEIGHT - 4], is_end: x > 0, text });
    }
    Some(picture("loss-plot", [WIDTH, HEIGHT], strokes, words))
}

/// From each figure to the one that replaces it. Two that stand beside each other aren't joined.
fn steps(plot: &Plot, across: &impl Fn(i64) -> i64) -> Option<Stroke> {
    let marks = plot.marks.iter().filter(|mark| mark.step != Step::Variant);
    let mut path = String::new();
    for (before, mark) in marks.clone().zip(marks.skip(1)) {
        if mark.step == Step::Revision {
            path += &at("M", across(before.x), before.y_low);
            path += &at("L", across(mark.x), before.y_low);
            path += &at("L", across(mark.x), mark.y_low);
        }
    }
    (!path.is_empty()).then_some(Stroke { class: "plot-step", path })
}

/// When it can have been said, which numbers it admits, and the mark itself: round for the first,
/// square for the second, as their seals are.
fn strokes_of(mark: &Mark, claimant: Side, across: &impl Fn(i64) -> i64) -> Vec<Stroke> {
    let (x, y) = (across(mark.x), mark.y_low);
    let time_class = if mark.x_earliest.is_some() { "plot-time" } else { "plot-time-open" };
    let time = line([across(mark.x_earliest.unwrap_or(0)), x], [y, y]);
    let mut strokes = vec![Stroke { class: time_class, path: time }];
    match mark.y_high {
        // More than the number, without an end.
        None => strokes.push(Stroke { class: "plot-open", path: line([x, x], [y, y - 4 * HALF]) }),
        Some(high) if high != y => {
            strokes.push(Stroke { class: "plot-range", path: line([x, x], [y, high]) });
        }
        Some(_) => {}
    }
    let class = if mark.step == Step::Variant { "plot-mark plot-variant" } else { "plot-mark" };
    let path = match claimant {
        Side::First => at("M", x - HALF, y) + "a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z",
        Side::Second => at("M", x - HALF, y - HALF) + "h10v10h-10Z",
    };
    strokes.push(Stroke { class, path });
    strokes
}

fn line(x: [i64; 2], y: [i64; 2]) -> String {
    at("M", x[0], y[0]) + &at("L", x[1], y[1])
}

fn at(verb: &str, x: i64, y: i64) -> String {
    [verb, &x.to_string(), " ", &y.to_string()].concat()
}
