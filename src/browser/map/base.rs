//! The base map: land, coasts and state borders as Natural Earth has them, styled by class.

use js_sys::Array;
use leaflet::{Map, Polygon, Polyline, PolylineOptions};
use serde_json::Value;

/// Draws the base map's lines. `None` if the file isn't one.
pub fn draw(map: &Map, json: &str) -> Option<()> {
    let base: Value = serde_json::from_str(json).ok()?;
    for polygon in base.get("land")?.as_array()? {
        let polygon = Polygon::new_with_options(&lat_lngs(polygon), &style("map-land"));
        map.add_layer(&polygon);
    }
    for (name, class) in [("coast", "map-coast"), ("borders", "map-border")] {
        let lines = lat_lngs(base.get(name)?);
        map.add_layer(&Polyline::new_with_options(&lines, &style(class)));
    }
    Some(())
}

fn style(class: &str) -> PolylineOptions {
    let options = PolylineOptions::default();
    // Set by name: leaflet-rs has no setter for a path's class on a polyline.
    for (name, value) in [("className", class.into()), ("interactive", wasm_bindgen::JsValue::FALSE)] {
        let _ = js_sys::Reflect::set(&options, &name.into(), &value);
    }
    options
}

/// Lists of `[longitude, latitude]`, however deep, into Leaflet's order.
fn lat_lngs(value: &Value) -> Array {
    let list = value.as_array().map_or(&[][..], Vec::as_slice);
    match list {
        [Value::Number(longitude), Value::Number(latitude)] => {
            let degrees = |number: &serde_json::Number| number.as_f64().unwrap_or(0.0).into();
            Array::of2(&degrees(latitude), &degrees(longitude))
        }
        _ => list.iter().map(lat_lngs).collect(),
    }
}
