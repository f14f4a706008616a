//! What a page leaves out, so that it stays light however large the dataset: said with its number
//! and with where it is found, never left out in silence.

use crate::session::Session;

use super::tag::{Tag, tag};

/// The sentence that `key` words, where anything is left out.
pub fn further(session: &Session, key: &str, left_out: usize) -> Option<Tag> {
    let m = &session.messages;
    let number = m.number(left_out as u64);
    (left_out > 0).then(|| tag("p").class("section-note").text(m.fill(key, &[("n", &number)])))
}
