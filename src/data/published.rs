//! The published form: what a page loads, one language at a time.
//!
//! - `index.json`: everything lists, filters and headings need.
//! - `events/ID.json`, `episodes/ID.json`, `general.json`: the statements on one subject.
//! - `search.json`: all names of what events hold, and each event's prose.
//!
//! Every file is one JSON object whose lists hold items read one by one: an item that can't be
//! read is left out and its fault kept, and the rest is not lost. Keys are short because a
//! hundred thousand events repeat them; [`read`] and [`write`] are the only places that know them.

pub mod field;
pub mod json;
pub mod read;
#[cfg(not(target_arch = "wasm32"))]
pub mod write;

/// What was read, and what was left out.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading<T> {
    pub value: T,
    /// One sentence for each item left out: where it stood and what was wrong.
    pub faults: Vec<String>,
}
