//! A small file for each subject that says which state its record is in, so that a copy of its page
//! can tell whether the record has changed since.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::data::published::write;
use crate::data::resolve::Edition;
use crate::domain::event::{Change, Subject};
use crate::i18n::messages::Messages;

/// How many hexadecimal digits of a hash name a state.
const DIGITS: usize = 16;

/// Where the file lies below the site's root.
pub fn file(language: &str, subject: &Subject) -> String {
    format!("published/{language}/versions/{}.json", subject.path())
}

/// All that is said on the subject, as a page loads it.
pub fn said(edition: &Edition, subject: &Subject) -> String {
    let own = edition.statements_about(Some(subject));
    write::statements(&own, &edition.event_losses(subject))
}

/// The state's name: the same as long as the page says the same of the subject in this language.
/// `said` is what is said on it.
pub fn version(edition: &Edition, subject: &Subject, said: &str) -> String {
    let dataset = &edition.dataset;
    let told = match subject {
        Subject::Event(id) => dataset.event(id).map(|it| (&it.title, &it.summary, &it.changes)),
        Subject::Episode(id) => dataset.episode(id).map(|it| (&it.title, &it.summary, &it.changes)),
    };
    let told = told.map(|(title, summary, changes)| {
        [title.as_str(), summary, &changes.len().to_string()].join("\n")
    });
    named(&[told.unwrap_or_default().as_str(), said].join("\n"))
}

/// What a state or a file that never changes is called: the beginning of its hash.
pub fn named(content: &str) -> String {
    let hash = Sha256::digest(content);
    hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>()[..DIGITS].to_owned()
}

/// Every correction to what stands on the subject's page, in the order of their days.
pub fn changes<'a>(edition: &'a Edition, subject: &Subject) -> &'a [Change] {
    let dataset = &edition.dataset;
    match subject {
        Subject::Event(id) => dataset.event(id).map(|it| it.changes.as_slice()),
        Subject::Episode(id) => dataset.episode(id).map(|it| it.changes.as_slice()),
    }
    .unwrap_or_default()
}

/// The file: the state's name, the date of the data, and every correction with its day in words.
pub fn told(edition: &Edition, messages: &Messages, subject: &Subject, said: &str) -> Value {
    let change = |change: &Change| {
        json!({ "date": change.date.iso(), "day": messages.date(change.date),
            "what": change.what, "why": change.why })
    };
    json!({
        "version": version(edition, subject, said),
        "updated": edition.dataset.about.updated.iso(),
        "changes": changes(edition, subject).iter().map(change).collect::<Vec<Value>>(),
    })
}
