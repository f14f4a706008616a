//! Small drawings: paths in a box. SVG needs its namespace, so this is the one place that writes
//! it; geometry is attributes, never styles.

use leptos::prelude::*;

/// A path and the class that colours it.
pub struct Stroke {
    pub class: &'static str,
    /// SVG path data.
    pub path: String,
}

/// A drawing of that size in pixels. It adds nothing to the words beside it, so it is hidden from
/// readers of the accessibility tree.
pub fn drawing(class: &'static str, width: usize, height: usize, strokes: Vec<Stroke>) -> AnyView {
    let view_box = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    let paths = strokes.into_iter().map(|it| view! { <path class=it.class d=it.path></path> });
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
        </svg>
    }
    .into_any()
}
