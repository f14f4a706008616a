//! Starts the app beside the static page and swaps the two in one frame after the first render.
//! If anything prevents it, the static page stays, and says what doesn't work.

use std::sync::Arc;

use futures_util::future::join;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::session::{Load, Notice, Session};
use crate::view_state::{BadValue, ViewState};

use super::loader::{self, Loaded};
use super::{address, document, map};

/// Takes the static page over with `page`; `title` gives the document's title in a state.
pub fn start<N: IntoView + 'static>(
    page: impl FnOnce() -> N + 'static,
    title: fn(&Session) -> String,
) {
    std::panic::set_hook(Box::new(|_| fail("app")));
    super::spawn(async move {
        let document = document();
        let Some(html) = document.document_element() else { return };
        match begin(page, title).await {
            Ok(()) => mark(&html, "running"),
            Err(file) => fail(&file),
        }
    });
}

/// Says on the page what doesn't work; the words stay.
fn fail(what: &str) {
    let document = document();
    if let Ok(Some(place)) = document.query_selector(".boot-file") {
        place.set_text_content(Some(what));
    }
    if let Some(html) = document.document_element() {
        mark(&html, "failed");
    }
}

fn mark(html: &Element, how: &str) {
    // Fails only for a malformed name.
    let _ = html.set_attribute("data-app", how);
}

/// Everything the first render needs, fetched side by side, then the swap. The error names the
/// file that couldn't be had.
async fn begin<N: IntoView + 'static>(
    page: impl FnOnce() -> N + 'static,
    title: fn(&Session) -> String,
) -> Result<(), String> {
    let root = address::root();
    let (state, bad) = address::read(&root).ok_or_else(|| "address".to_owned())?;
    let language = state.language.clone();
    let (messages, dataset) =
        join(loader::messages(&root, &language), loader::dataset(&root, &language)).await;
    let (messages, dataset) = (Arc::new(messages?), dataset?);
    let first = FirstLoad { messages, dataset, state, bad };

    let shell: HtmlElement = document()
        .create_element("div")
        .ok()
        .and_then(|element| element.dyn_into().ok())
        .ok_or_else(|| "page".to_owned())?;
    shell.set_id("page");
    let owner = Owner::new();
    let session = owner.with(|| first.session(&root));
    load_subject(&session).await?;
    let mounted = leptos::mount::mount_to(shell.clone(), {
        let session = session.clone();
        move || {
            provide_context(session);
            page()
        }
    });
    mounted.forget();
    owner.with(|| {
        loader::follow(&session);
        address::follow(&session, title);
    });
    if let Some(fixed) = document().get_element_by_id("page") {
        let _ = fixed.replace_with_with_node_1(&shell);
    }
    owner.with(|| map::follow(&session));
    // The visit lasts as long as the document.
    std::mem::forget(owner);
    Ok(())
}

struct FirstLoad {
    messages: Arc<crate::i18n::messages::Messages>,
    dataset: Loaded<crate::domain::dataset::Dataset>,
    state: ViewState,
    bad: Vec<BadValue>,
}

impl FirstLoad {
    fn session(self, root: &str) -> Session {
        let Loaded { value, notice } = self.dataset;
        let session = Session::new(Arc::new(value), self.messages, root, self.state, self.bad);
        if let Some(notice) = notice {
            session.notices.update(|notices: &mut Vec<Notice>| notices.push(notice));
        }
        session
    }
}

/// What the first view shows besides the list. If it can't be had the static page, which has it,
/// stays. The error names the file.
async fn load_subject(session: &Session) -> Result<(), String> {
    let language = session.messages.language.clone();
    let notice = match session.chosen.get_untracked() {
        Some(subject) => {
            let Loaded { value, notice } =
                loader::subject(&session.root, &language, subject).await?;
            session.subject.set(Load::Ready(Arc::new(value)));
            notice
        }
        None => {
            let Loaded { value, notice } = loader::general(&session.root, &language).await?;
            session.general.set(Load::Ready(Arc::new(value)));
            notice
        }
    };
    if let Some(notice) = notice {
        session.notices.update(|notices| notices.push(notice));
    }
    Ok(())
}
