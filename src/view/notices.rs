//! What the reader should know of: broken links, items left out, files that failed, and waiting.

use leptos::prelude::*;

use crate::session::{Notice, Session};

/// Notices on the link and the data, each as it comes.
#[component]
pub fn Notices() -> impl IntoView {
    let session = expect_context::<Session>();
    let notices = session.notices;
    let items = move || {
        let shown = notices.with(|all| all.iter().map(|notice| notice_view(&session, notice)).collect::<Vec<_>>());
        (!shown.is_empty()).then(|| view! { <div class="notices">{shown}</div> })
    };
    view! { <div role="status">{items}</div> }
}

fn notice_view(session: &Session, notice: &Notice) -> AnyView {
    let m = &session.messages;
    match notice {
        Notice::BadLink(values) => {
            let values: Vec<String> =
                values.iter().map(|bad| [bad.name.as_str(), "=", &bad.value].concat()).collect();
            let list = values.join(m.text("list.comma"));
            let words = m.count_with("notice.bad-link", values.len() as u64, &[("values", &list)]);
            view! { <p class="notice">{words}</p> }.into_any()
        }
        Notice::LeftOut { file, faults } => {
            let words = m.count_with("notice.left-out", faults.len() as u64, &[("file", file)]);
            let faults = faults.iter().map(|fault| view! { <li dir="ltr">{fault.clone()}</li> });
            view! {
                <details class="notice notice-left-out">
                    <summary>{words}</summary>
                    <ul>{faults.collect_view()}</ul>
                </details>
            }
            .into_any()
        }
    }
}

/// A file that couldn't be fetched, and another try.
pub fn failed(session: &Session, file: &str) -> AnyView {
    let m = &session.messages;
    let attempts = session.attempts;
    let again = move |_| attempts.update(|n| *n += 1);
    view! {
        <div class="failed" role="alert">
            <p>{m.fill("load.failed", &[("file", file)])}</p>
            <button type="button" on:click=again>{m.text("load.again").to_owned()}</button>
        </div>
    }
    .into_any()
}

/// Shown only once waiting has become long: the style sheet delays it.
pub fn loading(session: &Session) -> AnyView {
    let words = session.messages.text("load.loading").to_owned();
    view! { <p class="loading" role="status">{words}</p> }.into_any()
}
