//! The browser half: the only code that talks to the browser. It fetches, keeps the address bar,
//! takes over the static page, and owns the map. What is seen is `view`'s, which it never names.

mod address;
mod fetch;
mod loader;
mod map;
mod shown;
mod takeover;

pub use takeover::start;

use leptos::prelude::{Effect, window};
use wasm_bindgen::prelude::*;
use web_sys::Document;

#[wasm_bindgen(js_namespace = qawlan)]
extern "C" {
    /// Ends the task at hand if it has lasted for long, so that the browser can see to the reader.
    async fn pause();

    /// Waits until what was made is on the screen.
    async fn painted();
}

/// Runs a task beside the page. One compiled type for all of them.
fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: std::pin::Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    wasm_bindgen_futures::spawn_local(task);
}

/// Runs `run` soon, and again whenever what it has read of the session changes. One compiled type
/// for all of them, so what one run tells the next is for the closure to keep.
fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_: Option<()>| run());
}

/// The document; there is one wherever this code runs.
fn document() -> Document {
    window().document().expect("a window has a document")
}
