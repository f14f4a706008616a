//! Fetches text.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// A file's text. The error is the file's name: it is what a reader is told.
pub async fn text(root: &str, file: &str) -> Result<String, String> {
    ask([root, file].concat()).await.ok_or_else(|| file.to_owned())
}

async fn ask(address: String) -> Option<String> {
    let response = JsFuture::from(window().fetch_with_str(&address)).await.ok()?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
