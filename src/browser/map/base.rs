//! The base map: land, coasts and state borders as Natural Earth has them, styled by class.

use js_sys::{Array, JSON, Reflect};
use leaflet::{Map, Polygon, Polyline, PolylineOptions};
use wasm_bindgen::{JsCast, JsValue};

/// A base map whose parts are there.
pub struct BaseMap {
    land: Array,
    coast: Array,
    borders: Array,
}

/// Reads the file; `None` if it isn't one.
pub fn read(json: &str) -> Option<BaseMap> {
    let base = JSON::parse(json).ok()?;
    let lines = |name: &str| Reflect::get(&base, &name.into()).ok()?.dyn_into::<Array>().ok();
    Some(BaseMap { land: lines("land")?, coast: lines("coast")?, borders: lines("borders")? })
}

/// Draws the base map's lines.
pub fn draw(map: &Map, base: &BaseMap) {
    for polygon in base.land.iter() {
        let polygon = Polygon::new_with_options(&lat_lngs(&polygon), &style("map-land"));
        map.add_layer(&polygon);
    }
    for (lines, class) in [(&base.coast, "map-coast"), (&base.borders, "map-border")] {
        map.add_layer(&Polyline::new_with_options(&lat_lngs(lines), &style(class)));
    }
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
