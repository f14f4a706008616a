//! What the reader should know of: broken links, items left out, files that failed, and waiting.

use leptos::prelude::*;

use crate::session::{Notice, Session};
use crate::view_state::BadValue;

use super::tag::{Tag, tag};

/// Notices on the link and the data, each as it comes.
pub fn notices(session: &Session) -> AnyView {
    let session = session.clone();
    let items = move || {
        session.notices.with(|all| {
            let shown = all.iter().map(|notice| notice_view(&session, notice).view());
            (!all.is_empty()).then(|| tag("div").class("notices").children(shown).view())
        })
    };
    tag("div").with("role", "status").live(items).view()
}

fn notice_view(session: &Session, notice: &Notice) -> Tag {
    match notice {
        Notice::BadLink(values) => bad_link(session, values),
        Notice::LeftOut { file, faults } => left_out(session, file, faults),
    }
}

fn bad_link(session: &Session, values: &[BadValue]) -> Tag {
    let m = &session.messages;
    let pairs: Vec<String> =
        values.iter().map(|bad| [bad.name.as_str(), "=", &bad.value].concat()).collect();
    let list = pairs.join(m.text("list.comma"));
    let words = m.count_with("notice.bad-link", values.len() as u64, &[("values", &list)]);
    tag("p").class("notice").text(words)
}

fn left_out(session: &Session, file: &str, faults: &[String]) -> Tag {
    let n = faults.len() as u64;
    let words = session.messages.count_with("notice.left-out", n, &[("file", file)]);
    let faults =
        faults.iter().map(|fault| tag("li").with("dir", "ltr").text(fault.as_str()).view());
    tag("details")
        .class("notice notice-left-out")
        .child(tag("summary").text(words))
        .child(tag("ul").children(faults))
}

/// A file that couldn't be fetched, and another try.
pub fn failed(session: &Session, file: &str) -> AnyView {
    let m = &session.messages;
    let attempts = session.attempts;
    let again = tag("button")
        .with("type", "button")
        .on("click", move |_| attempts.update(|n| *n += 1))
        .text(m.text("load.again"));
    tag("div")
        .class("failed")
        .with("role", "alert")
        .child(tag("p").text(m.fill("load.failed", &[("file", file)])))
        .child(again)
        .view()
}

/// Shown only once waiting has become long: the style sheet delays it.
pub fn loading(session: &Session) -> AnyView {
    let words = session.messages.text("load.loading");
    tag("p").class("loading").with("role", "status").text(words).view()
}
