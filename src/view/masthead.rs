//! The site's name and the languages.

use leptos::prelude::*;

use crate::session::Session;

/// The top of every page.
#[component]
pub fn Masthead() -> impl IntoView {
    let session = expect_context::<Session>();
    let about = &session.dataset.about;
    let (title, subtitle) = (about.title.clone(), about.subtitle.clone());
    let label = session.messages.text("languages.label").to_owned();
    let home = {
        let session = session.clone();
        move || {
            session.href_with(|state| {
                let first = state.first.take();
                *state = crate::view_state::ViewState::explorer(&state.language);
                state.first = first;
            })
        }
    };
    let own = session.messages.language.clone();
    let languages = about.languages.iter().map(|language| {
        let (code, session) = (language.code.clone(), session.clone());
        let href = move || session.href_with(|state| state.language.clone_from(&code));
        let current = (language.code == own).then_some("true");
        let direction = if language.is_right_to_left { "rtl" } else { "ltr" };
        view! {
            <a
                href=href
                hreflang=language.code.clone()
                lang=language.code.clone()
                dir=direction
                aria-current=current
            >
                {language.name.clone()}
            </a>
        }
    });
    view! {
        <header class="masthead">
            <a class="masthead-title" href=home>{title}</a>
            <p class="masthead-subtitle">{subtitle}</p>
            <nav class="languages" aria-label=label>{languages.collect_view()}</nav>
        </header>
    }
}
