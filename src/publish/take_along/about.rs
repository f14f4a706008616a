//! What every download says of the dataset, and the few words that the scripts put between data.

use serde_json::{Value, json};

use crate::session::Session;
use crate::view::language_note;

use super::TakeAlong;
use crate::publish::structured_data::{Described, licence};

/// The dataset in one language, for the head of each file.
pub fn about(of: &TakeAlong, session: &Session) -> Value {
    let (about, m) = (&of.edition.dataset.about, of.messages);
    let url = of.url(None);
    let described = Described {
        site: of.site,
        edition: of.edition,
        language: &m.language,
        url: &url,
        title: &about.subtitle,
        description: &about.corpus,
    };
    let mut node = described.dataset();
    if let Some(node) = node.as_object_mut() {
        node.remove("@context");
    }
    json!({
        "dataset": {
            "id": of.records.manifest.record.id,
            "title": about.title,
            "subtitle": about.subtitle,
            "publisher": about.publisher,
            "licence": about.licence,
            "licence_address": licence(&about.licence),
            "licence_note": m.fill("footer.licence", &[
                ("publisher", &about.publisher),
                ("licence", &about.licence),
            ]),
            "corpus": about.corpus,
            "data_date": about.updated.iso(),
            "language": m.language,
            "language_note": language_note(session).unwrap_or_default(),
            "time_zone": about.time_zone,
            "link": url,
        },
        "node": node,
        "words": {
            "as_of": m.text("static.take-as-of"),
            "maybe": m.text("static.take-maybe"),
            "as_printed": m.text("claim.as-printed"),
            "variant": m.text("claim.variant"),
            "summarised": m.text("origin.summarised"),
            "told_by": m.text("origin.told-by"),
            "agency": m.text("origin.agency"),
            "not_carried": m.text("fill.not-carried"),
            "not_said": m.text("fill.not-said"),
            "data_date": m.text("footer.updated"),
            "and": m.text("list.and"),
            "comma": m.text("list.comma"),
        },
    })
}
