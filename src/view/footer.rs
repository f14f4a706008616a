//! Licence, corpus, corrections.

use leptos::prelude::*;

use crate::session::Session;

/// The foot of every page.
#[component]
pub fn Footer() -> impl IntoView {
    let session = expect_context::<Session>();
    let (m, about) = (session.messages.clone(), session.dataset.about.clone());
    let corrections = match &about.corrections {
        Some(contact) => m.fill("footer.corrections", &[("contact", contact)]),
        None => m.text("footer.no-corrections").to_owned(),
    };
    view! {
        <footer class="footer">
            <p>{about.corpus.clone()}</p>
            <p>{m.fill("footer.licence", &[("licence", about.licence.as_str()), ("publisher", &about.publisher)])}</p>
            <p>{m.fill("footer.updated", &[("date", &m.date(about.updated))])} " " {corrections}</p>
        </footer>
    }
}
