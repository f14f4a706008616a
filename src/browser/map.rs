//! The owner of Leaflet: loads it when the map comes into view, draws scenes, and frees what it
//! opened. Everything on the map is in the list too.

mod base;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use leaflet::{
    DivIconOptions, Event, Evented, EventedHandle, LatLng, LatLngBounds, Map, MapOptions, Marker,
    MarkerOptions, Point as Pixel,
};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

use crate::domain::id::PlaceId;
use crate::domain::place::Area;
use crate::map_scene::{MapScene, Mark, place_labels};
use crate::session::{Load, Session};
use crate::view_state::MapPosition;

use super::{document, fetch, pause};
use base::BaseMap;

/// The version is part of the folder's name, so that it can be cached for ever.
const LEAFLET: &str = "leaflet-1.9.4/leaflet";
const BASE_MAP: &str = "published/base-map.json";

#[wasm_bindgen]
extern "C" {
    // What leaflet-rs lacks: an icon without a picture (its `DivIcon` makes an `Icon`), a
    // marker's element, and the map's handlers.
    #[wasm_bindgen(js_namespace = L, js_name = divIcon)]
    fn div_icon(options: &DivIconOptions) -> leaflet::Icon;

    type MarkerElement;
    #[wasm_bindgen(method, js_name = getElement)]
    fn get_element(this: &MarkerElement) -> Option<HtmlElement>;

    type Handlers;
    #[wasm_bindgen(method, getter)]
    fn dragging(this: &Handlers) -> leaflet::Handler;
    #[wasm_bindgen(method, getter, js_name = scrollWheelZoom)]
    fn scroll_wheel_zoom(this: &Handlers) -> leaflet::Handler;
    #[wasm_bindgen(method, getter, js_name = touchZoom)]
    fn touch_zoom(this: &Handlers) -> leaflet::Handler;
}

/// Draws the session's scene from the moment the map comes into view.
pub fn follow(session: &Session) {
    let Ok(Some(canvas)) = document().query_selector(".map-canvas") else { return };
    let Ok(canvas) = canvas.dyn_into::<HtmlElement>() else { return };
    let session = session.clone();
    let owner = Owner::current();
    when_in_view(&canvas.clone(), move || {
        let (session, canvas) = (session.clone(), canvas.clone());
        let draw = move || {
            super::effect(move || {
                session.attempts.track();
                let is_needed =
                    session.map.with_untracked(|map| matches!(map, Load::Idle | Load::Failed(_)));
                if is_needed {
                    session.map.set(Load::Loading);
                    super::spawn(open(session.clone(), canvas.clone()));
                }
            });
        };
        match &owner {
            Some(owner) => owner.with(draw),
            None => draw(),
        }
    });
}

fn when_in_view(element: &HtmlElement, mut then: impl FnMut() + 'static) {
    let seen = Closure::<dyn FnMut(Array, web_sys::IntersectionObserver)>::new(
        move |entries: Array, observer: web_sys::IntersectionObserver| {
            let is_seen = entries.iter().any(|entry| {
                entry.unchecked_into::<web_sys::IntersectionObserverEntry>().is_intersecting()
            });
            if is_seen {
                observer.disconnect();
                then();
            }
        },
    );
    if let Ok(observer) = web_sys::IntersectionObserver::new(seen.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    seen.forget();
}

async fn open(session: Session, canvas: HtmlElement) {
    let loaded = async {
        load_leaflet(&session.root).await?;
        let json = fetch::text(&session.root, BASE_MAP).await?;
        let base = base::read(&json).ok_or_else(|| BASE_MAP.to_owned())?;
        pause().await;
        OpenMap::new(&session, canvas, &base)
    };
    match loaded.await {
        Ok(map) => {
            pause().await;
            session.map.set(Load::Ready(std::sync::Arc::new(())));
            Rc::new(map).follow(session);
        }
        Err(file) => session.map.set(Load::Failed(file)),
    }
}

async fn load_leaflet(root: &str) -> Result<(), String> {
    if js_sys::Reflect::has(&window(), &"L".into()).unwrap_or(false) {
        return Ok(());
    }
    let sheet =
        element("link", &[("rel", "stylesheet"), ("href", &[root, LEAFLET, ".css"].concat())]);
    let script = element("script", &[("src", &[root, LEAFLET, ".js"].concat())]);
    for (part, end) in [(sheet, ".css"), (script, ".js")] {
        let failed = || [LEAFLET, end].concat();
        let part = part.ok_or_else(failed)?;
        let arrived = js_sys::Promise::new(&mut |resolve, reject| {
            let _ = part.add_event_listener_with_callback("load", &resolve);
            let _ = part.add_event_listener_with_callback("error", &reject);
        });
        if let Some(head) = document().head() {
            let _ = head.append_child(&part);
        }
        if JsFuture::from(arrived).await.is_err() {
            part.remove();
            return Err(failed());
        }
    }
    Ok(())
}

fn element(name: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    for (name, value) in attributes {
        element.set_attribute(name, value).ok()?;
    }
    Some(element)
}

/// A mark on the map.
struct Drawn {
    place: PlaceId,
    marker: Marker,
    button: Element,
    label: Element,
}

/// The map and all it holds. Dropping it would free it; it lives as long as the visit.
struct OpenMap {
    map: Map,
    canvas: HtmlElement,
    drawn: RefCell<Vec<Drawn>>,
    scene: RefCell<MapScene>,
    /// Set while the map is moved by us and not by the reader.
    is_moving: Cell<bool>,
    handles: RefCell<Vec<EventedHandle<Event>>>,
}

impl OpenMap {
    fn new(session: &Session, canvas: HtmlElement, base: &BaseMap) -> Result<Self, String> {
        let options = MapOptions::default();
        options.set_attribution_control(false);
        options.set_zoom_control(false);
        options.set_scroll_wheel_zoom(false);
        options.set_zoom_snap(0.25);
        options.set_min_zoom(5.0);
        options.set_max_zoom(12.0);
        let is_still = prefers("(prefers-reduced-motion: reduce)");
        options.set_zoom_animation(!is_still);
        options.set_fade_animation(!is_still);
        let failed = |_| BASE_MAP.to_owned();
        let map = Map::new_with_element(&canvas, &options).map_err(failed)?;
        map.set_view(&LatLng::new(40.3, 46.3), 7.0);
        base::draw(&map, base);
        zoom_control(session, &map);
        let open = Self {
            map,
            canvas,
            drawn: RefCell::default(),
            scene: RefCell::default(),
            is_moving: Cell::new(false),
            handles: RefCell::default(),
        };
        open.let_page_scroll_pass();
        Ok(open)
    }

    /// The wheel, and on touch screens one finger, move the page until the reader enters the map
    /// by a click or by focus; leaving it gives them back.
    fn let_page_scroll_pass(&self) {
        let is_touch = prefers("(pointer: coarse)");
        let handlers: Handlers = self.map.clone().unchecked_into();
        if is_touch {
            handlers.dragging().disable();
            handlers.touch_zoom().disable();
        }
        let box_of_map = self.canvas.parent_element();
        let set = move |is_entered: bool| {
            let switch = |handler: leaflet::Handler| {
                if is_entered {
                    handler.enable()
                } else {
                    handler.disable()
                };
            };
            switch(handlers.scroll_wheel_zoom());
            if is_touch {
                switch(handlers.dragging());
                switch(handlers.touch_zoom());
            }
            if let Some(outer) = &box_of_map {
                let _ = outer.class_list().toggle_with_force("is-entered", is_entered);
            }
        };
        let set = Rc::new(set);
        for (kind, is_entered) in
            [("click", true), ("focusin", true), ("mouseleave", false), ("focusout", false)]
        {
            let set = Rc::clone(&set);
            let closure = Closure::<dyn FnMut()>::new(move || set(is_entered));
            let _ = self
                .canvas
                .add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
            closure.forget();
        }
    }

    fn follow(self: Rc<Self>, session: Session) {
        let ended = {
            let (this, session) = (Rc::clone(&self), session.clone());
            move |_: Event| this.moved(&session)
        };
        let handle = Evented::on_leaflet_event(&&self.map, "moveend", ended);
        self.handles.borrow_mut().push(handle);
        let resized = {
            let this = Rc::clone(&self);
            move |_: Event| this.label()
        };
        let handle = Evented::on_leaflet_event(&&self.map, "resize", resized);
        self.handles.borrow_mut().push(handle);

        let this = self;
        let mut last: Option<(MapScene, Option<MapPosition>)> = None;
        super::effect(move || {
            let scene = session.scene.get();
            let position = session.state.with(|state| state.map);
            this.map.invalidate_size(false);
            let last_scene = last.as_ref().map(|(scene, _)| scene);
            if last_scene != Some(&scene) {
                this.draw(&session, &scene);
            }
            match position {
                Some(position) if position != this.position() => this.move_to(position),
                Some(_) => {}
                None => {
                    let was_moved = last.as_ref().is_some_and(|(_, position)| position.is_some());
                    if was_moved || last_scene.map(|last| last.bounds) != Some(scene.bounds) {
                        this.fit(&scene);
                    }
                }
            }
            this.label();
            last = Some((scene, position));
        });
    }

    fn move_to(&self, position: MapPosition) {
        let centre = LatLng::new(
            f64::from(position.latitude_milli) / 1000.0,
            f64::from(position.longitude_milli) / 1000.0,
        );
        self.is_moving.set(true);
        self.map.set_view(&centre, f64::from(position.zoom));
        self.is_moving.set(false);
    }

    fn fit(&self, scene: &MapScene) {
        let Some((south_west, north_east)) = scene.bounds else { return };
        let bounds = LatLngBounds::new(
            &LatLng::new(south_west.latitude, south_west.longitude),
            &LatLng::new(north_east.latitude, north_east.longitude),
        );
        let options = js_sys::Object::new();
        let padding = Array::of2(&36.into(), &36.into());
        for (name, value) in [
            ("padding", JsValue::from(padding)),
            ("maxZoom", 9.into()),
            ("animate", JsValue::FALSE),
        ] {
            let _ = js_sys::Reflect::set(&options, &name.into(), &value);
        }
        self.is_moving.set(true);
        self.map.fit_bounds_with_options(&bounds, &options);
        self.is_moving.set(false);
    }

    fn position(&self) -> MapPosition {
        let centre = self.map.get_center();
        let milli = |degrees: f64| (degrees * 1000.0).round() as i32;
        MapPosition {
            latitude_milli: milli(centre.lat()),
            longitude_milli: milli(centre.lng()),
            zoom: self.map.get_zoom().round() as u8,
        }
    }

    fn moved(&self, session: &Session) {
        self.label();
        let (position, area) = (self.position(), self.area());
        session.seen.set(Some((position, area)));
        let is_entered =
            self.canvas.parent_element().is_some_and(|e| e.class_list().contains("is-entered"));
        if self.is_moving.get() || !is_entered {
            return;
        }
        if session.state.with_untracked(|state| state.map) != Some(position) {
            session.state.update(|state| {
                state.map = Some(position);
                state.filters.area = state.filters.area.and(Some(area));
            });
        }
    }

    /// What is in sight.
    fn area(&self) -> Area {
        let bounds = self.map.get_bounds();
        let (low, high) = (bounds.get_south_west(), bounds.get_north_east());
        let milli = |degrees: f64| (degrees * 1000.0).round() as i32;
        let [south, west] = [low.lat(), low.lng()].map(milli);
        let [north, east] = [high.lat(), high.lng()].map(milli);
        Area { south, west, north, east }
    }

    /// Draws the difference to what is drawn: keeps marks that stay, frees those that go.
    fn draw(&self, session: &Session, scene: &MapScene) {
        let mut drawn = self.drawn.borrow_mut();
        drawn.retain(|old| {
            let stays = scene.marks.iter().any(|mark| mark.place == old.place);
            if !stays {
                self.map.remove_layer(&old.marker);
            }
            stays
        });
        for (order, mark) in scene.marks.iter().enumerate() {
            let known = drawn.iter().position(|old| old.place == mark.place);
            let at = match known {
                Some(at) => at,
                None => match self.add(mark) {
                    Some(new) => {
                        drawn.push(new);
                        drawn.len() - 1
                    }
                    None => continue,
                },
            };
            let it = &drawn[at];
            it.marker.set_z_index_offset(order as f64);
            it.button.set_class_name(&mark_class(mark));
            it.label.set_text_content(Some(&mark.name));
            let words = session.messages.count_with(
                "map.mark",
                mark.events as u64,
                &[("place", mark.name.as_str())],
            );
            let _ = it.button.set_attribute("aria-label", &words);
        }
        *self.scene.borrow_mut() = scene.clone();
    }

    fn add(&self, mark: &Mark) -> Option<Drawn> {
        let icon = DivIconOptions::default();
        icon.set_class_name("map-mark".to_owned());
        icon.set_icon_size(Pixel::new(28.0, 28.0));
        let options = MarkerOptions::default();
        options.set_icon(div_icon(&icon));
        options.set_keyboard(false);
        options.set_interactive(false);
        let at = LatLng::new(mark.point.latitude, mark.point.longitude);
        let marker = Marker::new_with_options(&at, &options);
        self.map.add_layer(&marker);
        let holder = marker.unchecked_ref::<MarkerElement>().get_element()?;
        let button = element(
            "button",
            &[("type", "button"), ("tabindex", "-1"), ("data-place-mark", mark.place.as_str())],
        )?;
        let label = element("span", &[("class", "map-label"), ("aria-hidden", "true")])?;
        holder.append_child(&button).ok()?;
        holder.append_child(&label).ok()?;
        Some(Drawn { place: mark.place.clone(), marker, button, label })
    }

    /// Gives each name a free side of its mark, or none.
    fn label(&self) {
        let size = self.map.get_size();
        let mut marks = self.scene.borrow().marks.clone();
        place_labels(&mut marks, (size.x(), size.y()), |point| {
            let pixel =
                self.map.lat_lng_to_container_point(&LatLng::new(point.latitude, point.longitude));
            (pixel.x(), pixel.y())
        });
        let drawn = self.drawn.borrow();
        for mark in &marks {
            let Some(it) = drawn.iter().find(|it| it.place == mark.place) else { continue };
            let side = mark.label.map_or("none", |side| side.key());
            let chosen = if mark.is_chosen { " is-chosen" } else { "" };
            it.label.set_class_name(&["map-label map-label-", side, chosen].concat());
        }
    }
}

fn zoom_control(session: &Session, map: &Map) {
    let m = &session.messages;
    let mut options = leaflet::ZoomOptions::default();
    options.set_zoom_in_text("+");
    options.set_zoom_out_text("−");
    options.set_zoom_in_title(m.text("map.zoom-in"));
    options.set_zoom_out_title(m.text("map.zoom-out"));
    options.set_position("topright");
    map.add_control(&leaflet::Zoom::new(&options));
}

fn mark_class(mark: &Mark) -> String {
    let size = match mark.events {
        0 | 1 => "1",
        2 | 3 => "2",
        _ => "3",
    };
    let chosen = if mark.is_chosen { " is-chosen" } else { "" };
    let wide = if mark.is_wide { " is-wide" } else { "" };
    ["map-sign map-sign-", mark.named_by.key(), " map-sign-size-", size, wide, chosen].concat()
}

fn prefers(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}
