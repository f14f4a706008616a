//! oEmbed 1.0, written beforehand: one file for each subject and language, which the head of its
//! page names.
//!
//! WordPress keeps of an unknown site's `html` one quotation without attributes and the frame after
//! it, and shows the quotation until the frame has answered; it adds a sandbox and a secret itself.

use serde_json::{Value, json};

use crate::domain::event::Subject;

use super::Sharing;
use super::snippets::safe;
use crate::view::share::WIDTHS;

/// How long a consumer may keep it, in seconds: records are corrected.
const CACHE_AGE: u32 = 3600;
/// The width that is told: that of most articles' columns.
const MIDDLE: usize = 1;

/// Where a subject's file lies below the site's root.
pub fn path(language: &str, subject: Option<&Subject>) -> String {
    match subject {
        Some(Subject::Event(id)) => format!("{language}/oembed/events/{id}.json"),
        Some(Subject::Episode(id)) => format!("{language}/oembed/episodes/{id}.json"),
        None => format!("{language}/oembed/explorer.json"),
    }
}

/// The file's content.
pub fn oembed(sharing: &Sharing) -> Value {
    let about = &sharing.edition.dataset.about;
    let language = &sharing.messages.language;
    let (width, height) = (WIDTHS[MIDDLE], sharing.heights()[MIDDLE]);
    json!({
        "version": "1.0",
        "type": "rich",
        "title": sharing.frame_title(),
        "author_name": about.publisher,
        "provider_name": about.title,
        "provider_url": sharing.site.url(&[language, "/"].concat()),
        "cache_age": CACHE_AGE,
        "width": width,
        "height": height,
        "thumbnail_url": sharing.picture("png"),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "html": html(sharing, width, height),
    })
}

fn html(sharing: &Sharing, width: u32, height: u32) -> String {
    format!(
        "<blockquote><a href=\"{}\">{}</a> {}</blockquote>\n<iframe src=\"{}\" width=\"{width}\" height=\"{height}\" title=\"{}\"></iframe>",
        safe(&sharing.page()),
        safe(&sharing.title()),
        safe(sharing.alternative()),
        safe(&sharing.frame()),
        safe(&sharing.frame_title()),
    )
}
