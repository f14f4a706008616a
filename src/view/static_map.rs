//! The map as it stands in a page before any script: the same marks, drawn. The app keeps it
//! until its own map stands. Made at build time only.

use std::sync::Arc;

use leptos::prelude::*;

use crate::map_scene::sheet::{Drawer, SIZE_PX, UNITS_PER_PX};
use crate::map_scene::{LabelSide, Mark};
use crate::session::Session;

use super::tag::{Tag, tag};

/// The session's scene, drawn on the base map that the context holds; nothing where it holds
/// none.
pub fn static_map(session: &Session) -> Option<Tag> {
    let sheet = use_context::<Arc<Drawer>>()?.draw(&session.scene.get_untracked());
    let m = &session.messages;
    let places: Vec<String> = sheet
        .marks
        .iter()
        .map(|(mark, _)| m.count_with("map.mark", mark.events as u64, &[("place", &mark.name)]))
        .collect();
    let words = m.fill("static.map-label", &[("places", &places.join(m.text("list.semicolon")))]);
    let view_box = format!("0 0 {} {}", SIZE_PX.0 * UNITS_PER_PX, SIZE_PX.1 * UNITS_PER_PX);
    let map = tag("svg")
        .class("static-map")
        .with("viewBox", view_box)
        .with("role", "img")
        .with("aria-label", words)
        .with("direction", "ltr")
        .child(path("map-land", &sheet.land))
        .child(path("map-coast", &sheet.coast))
        .child(path("map-border", &sheet.borders))
        .children(sheet.marks.iter().map(|(mark, at)| sign(mark, *at).view()))
        .children(sheet.marks.iter().filter_map(|(mark, at)| label(mark, *at)));
    Some(map)
}

fn path(class: &str, data: &str) -> Option<Tag> {
    (!data.is_empty()).then(|| tag("path").class(class).with("d", data))
}

/// The mark's sign: the same shapes and sizes as on the app's map.
fn sign(mark: &Mark, [x, y]: [i32; 2]) -> Tag {
    let chosen = if mark.is_chosen { " is-chosen" } else { "" };
    let wide = if mark.is_wide { " is-wide" } else { "" };
    let key = mark.named_by.key();
    let class = format!("static-mark static-mark-{key}{wide}{chosen}");
    let half_px = match mark.events {
        0 | 1 => 6.0,
        2 | 3 => 8.0,
        _ => 10.0,
    };
    let half = (if mark.is_wide { 24.0 } else { half_px } * UNITS_PER_PX) as i32;
    let at = |tag: Tag, name: &'static str, value: i32| tag.with(name, value.to_string());
    let sign = match key {
        "second" => {
            let square = at(at(tag("rect"), "x", x - half), "y", y - half);
            at(at(square, "width", 2 * half), "height", 2 * half)
        }
        "both" => {
            // As large as a square on its corner; a region's, no larger than its name keeps clear of.
            let stretch = if mark.is_wide { 1.0 } else { 2_f64.sqrt() };
            let corner = (f64::from(half) * stretch).round() as i32;
            tag("path").with(
                "d",
                format!(
                    "M{x} {}l{corner} {corner}-{corner} {corner}-{corner}-{corner}Z",
                    y - corner
                ),
            )
        }
        _ => at(at(at(tag("circle"), "cx", x), "cy", y), "r", half),
    };
    sign.class(class)
}

/// The mark's name on the side that is free; nothing where none is.
fn label(mark: &Mark, [x, y]: [i32; 2]) -> Option<AnyView> {
    let side = mark.label?;
    let gap_px = if mark.is_wide { 32.0 } else { 13.0 };
    let gap = (gap_px * UNITS_PER_PX) as i32;
    let (anchor, x, y) = match side {
        LabelSide::North => ("middle", x, y - gap + 2),
        LabelSide::South => ("middle", x, y + gap + 16),
        LabelSide::East => ("start", x + gap, y + 8),
        LabelSide::West => ("end", x - gap, y + 8),
    };
    let chosen = if mark.is_chosen { " is-chosen" } else { "" };
    let label = tag("text")
        .class(["static-label", chosen].concat())
        .with("x", x.to_string())
        .with("y", y.to_string())
        .with("text-anchor", anchor)
        .text(mark.name.as_str());
    Some(label.view())
}
