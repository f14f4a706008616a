//! The base map: land, coasts and state borders as Natural Earth has them, styled by class.

use js_sys::{Array, JSON, Reflect};
use leaflet::{Map, Polygon, Polyline, PolylineOptions};
use wasm_bindgen::{JsCast, JsValue};

/// Draws the base map's lines. `None` if the file isn't one.
pub fn draw(map: &Map, json: &str) -> Option<()> {
    let base = JSON::parse(json).ok()?;
    let lines = |name: &str| Reflect::get(&base, &name.into()).ok()?.dyn_into::<Array>().ok();
    for polygon in lines("land")?.iter() {
        let polygon = Polygon::new_with_options(&lat_lngs(&polygon), &style("map-land"));
        map.add_layer(&polygon);
    }
    for (name, class) in [("coast", "map-coast"), ("borders", "map-border")] {
        let lines = lat_lngs(lines(name)?.as_ref());
        map.add_layer(&Polyline::new_with_options(&lines, &style(class)));
    }
    Some(())
}

fn style(class: &str) -> PolylineOptions {
    let options = PolylineOptions::default();
    // Set by name: leaflet-rs has no setter for a path's class on a polyline.
    for (name, value) in [("className", class.into()), ("interactive", JsValue::FALSE)] {
        let _ = Reflect::set(&options, &name.into(), &value);
    }
    options
}

/// Lists of `[longitude, latitude]`, however deep, into Leaflet's order.
fn lat_lngs(value: &JsValue) -> Array {
    let list = Array::from(value);
    if list.get(0).is_object() {
        list.iter().map(|inner| JsValue::from(lat_lngs(&inner))).collect()
    } else {
        Array::of2(&list.get(1), &list.get(0))
    }
}
