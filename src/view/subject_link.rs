//! Links to an event or an episode, with everything else the reader chose, and to what shares it.

use crate::domain::event::Subject;
use crate::session::Session;

use super::tag::{Tag, tag};

/// A link, as yet without words, to a subject's page, with everything else as it is.
pub fn subject_link(session: &Session, subject: Subject) -> Tag {
    let (to, subject) = (session.clone(), Some(subject));
    tag("a").href(move || to.href_with(|state| *state = state.with_subject(subject.clone())))
}

/// A link to the page that shares what is shown. `public/boot/sharing.js` opens that page over this
/// one.
pub fn share_link(session: &Session) -> Tag {
    let to = session.clone();
    let words = session.messages.text("tools.share");
    tag("a").class("to-share").href(move || to.share_href()).text(words)
}
