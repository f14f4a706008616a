//! Fetches text through gloo-net.

use gloo_net::http::Request;

/// A file's text. The error is the file's name: it is what a reader is told.
pub async fn text(root: &str, file: &str) -> Result<String, String> {
    let failed = || file.to_owned();
    let response = Request::get(&[root, file].concat()).send().await.map_err(|_| failed())?;
    if !response.ok() {
        return Err(failed());
    }
    let text = response.text().await.map_err(|_| failed())?;
    // To read it is a task's work.
    super::pause().await;
    Ok(text)
}
