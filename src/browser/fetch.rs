//! Fetches text. The page's own script does it, which can in a line what costs kilobytes from here.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_namespace = qawlan)]
extern "C" {
    /// What the address answers; an error unless it is a file.
    #[wasm_bindgen(catch, js_name = readText)]
    async fn read_text(address: &str) -> Result<JsValue, JsValue>;
}

/// A file's text. The error is the file's name: it is what a reader is told.
pub async fn text(root: &str, file: &str) -> Result<String, String> {
    let read = read_text(&[root, file].concat()).await;
    let text = read.ok().and_then(|text| text.as_string()).ok_or_else(|| file.to_owned())?;
    // To read it is a task's work.
    super::pause().await;
    Ok(text)
}
