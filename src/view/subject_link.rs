//! Links to an event or an episode, with everything else the reader chose.

use crate::domain::event::Subject;
use crate::session::Session;

use super::tag::{Tag, tag};

/// A link, as yet without words, to a subject's page, with everything else as it is.
pub fn subject_link(session: &Session, subject: Subject) -> Tag {
    let (to, subject) = (session.clone(), Some(subject));
    tag("a").href(move || to.href_with(|state| *state = state.with_subject(subject.clone())))
}
