//! Small drawings: paths in a box. SVG needs its namespace, so this is the one place that writes
//! it; geometry is attributes, never styles.

use leptos::prelude::*;
use leptos::svg;

use super::tag::{attribute, text};

/// A path and the class that colours it.
pub struct Stroke {
    pub class: &'static str,
    /// SVG path data.
    pub path: String,
}

/// Words in a drawing, written from `at` on, or up to it where `is_end`.
pub struct Words {
    pub class: &'static str,
    pub at: [i64; 2],
    pub is_end: bool,
    pub text: String,
}

/// A drawing of that size in pixels. It adds nothing to the words beside it, so it is hidden from
/// readers of the accessibility tree.
pub fn drawing(class: &'static str, width: usize, height: usize, strokes: Vec<Stroke>) -> AnyView {
    picture(class, [width as i64, height as i64], strokes, Vec::new())
}

/// A [`drawing`] with words in it. It is never mirrored: whoever draws it places what it holds.
pub fn picture(
    class: &'static str,
    [width, height]: [i64; 2],
    strokes: Vec<Stroke>,
    words: Vec<Words>,
) -> AnyView {
    let path = |it: Stroke| {
        let attributes = vec![attribute("class", it.class), attribute("d", it.path)];
        svg::path().add_any_attr(attributes).into_any()
    };
    let word = |it: Words| {
        let [x, y] = it.at.map(|n| n.to_string());
        let anchor = if it.is_end { "end" } else { "start" };
        let attributes = vec![
            attribute("class", it.class),
            attribute("x", x),
            attribute("y", y),
            attribute("text-anchor", anchor),
        ];
        svg::text().add_any_attr(attributes).child(vec![text(it.text)]).into_any()
    };
    let mut drawn: Vec<AnyView> = strokes.into_iter().map(path).collect();
    drawn.extend(words.into_iter().map(word));
    let [width, height] = [width, height].map(|n| n.to_string());
    let attributes = vec![
        attribute("class", class),
        attribute("viewBox", ["0 0 ", &width, " ", &height].concat()),
        attribute("width", width),
        attribute("height", height),
        attribute("preserveAspectRatio", "none"),
        attribute("aria-hidden", "true"),
    ];
    svg::svg().add_any_attr(attributes).child(drawn).into_any()
}
