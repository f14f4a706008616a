//! Small drawings: paths in a box. SVG needs its namespace, so this is the one place that writes
//! it; geometry is attributes, never styles.

use leptos::prelude::*;

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
    let view_box = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    let paths = strokes.into_iter().map(|it| view! { <path class=it.class d=it.path></path> });
    let words = words.into_iter().map(|it| {
        let [x, y] = it.at.map(|n| n.to_string());
        let anchor = if it.is_end { "end" } else { "start" };
        view! { <text class=it.class x=x y=y text-anchor=anchor>{it.text}</text> }
    });
    view! {
        <svg
            class=class
            viewBox=view_box
            width=width.to_string()
            height=height.to_string()
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            {paths.collect_view()}
            {words.collect_view()}
        </svg>
    }
    .into_any()
}
