//! Starts the app beside the static page, in tasks short enough for a slow phone, and has it take
//! the page over. When that is, what the reader keeps, and what happens when it fails is the page's
//! own script's to see to: `public/boot/`.

use std::sync::Arc;

use futures_util::future::join;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::session::{Load, Notice, Session};
use crate::view_state::{BadValue, ViewState};

use super::loader::{self, Loaded};
use super::{address, document, map, painted, pause, shown};

#[wasm_bindgen(js_namespace = qawlan)]
extern "C" {
    /// Says what failed; the static page stays, or comes back.
    fn fail(what: &str);

    /// Puts the app's page in the static page's place once the reader's hands are off it.
    #[wasm_bindgen(js_name = takeOver)]
    async fn take_over(page: &HtmlElement);
}

/// Takes the static page over with `page`; `title` gives the document's title in a state.
pub fn start<N: IntoView + 'static>(
    page: impl FnOnce() -> N + 'static,
    title: fn(&Session) -> String,
) {
    std::panic::set_hook(Box::new(|_| panicked()));
    super::spawn(async move {
        if let Err(file) = begin(page, title).await {
            fail(&file);
        }
    });
}

/// What is left of a panic: tools/trim-wasm.mjs, which knows it by its name, takes out the rest.
#[inline(never)]
fn panicked() {
    fail("app");
}

/// Everything the first render needs, fetched side by side, then the frame of the page, the pieces
/// that fill it, and the swap, with pauses between. The error names the file that couldn't be had.
async fn begin<N: IntoView + 'static>(
    page: impl FnOnce() -> N + 'static,
    title: fn(&Session) -> String,
) -> Result<(), String> {
    // What compiled and started the module was a task's work already.
    pause().await;
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
    pause().await;
    let session = owner.with(|| first.session(&root));
    session.make_in_pieces();
    pause().await;
    let mounted = leptos::mount::mount_to(shell.clone(), {
        let session = session.clone();
        move || {
            provide_context(session);
            page()
        }
    });
    mounted.forget();
    load_matter(&session).await?;
    pause().await;
    while session.next_piece() {
        pause().await;
    }
    take_over(&shell).await;
    owner.with(|| {
        loader::follow(&session);
        let_come_late(&session);
        address::follow(&session, title);
        map::follow(&session);
        shown::answer(&session);
    });
    // The visit lasts as long as the document.
    std::mem::forget(owner);
    Ok(())
}

/// From here on what is not in sight at first is made when what is has been painted.
fn let_come_late(session: &Session) {
    session.let_come_late();
    let late = session.late;
    super::effect(move || {
        if let Some(turn) = late.get() {
            super::spawn(async move {
                painted().await;
                // Another list may have taken its place.
                let _ = turn.try_set(true);
            });
        }
    });
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

/// What the first view shows besides the list, put into the page already mounted. If it can't be
/// had the static page, which has it, stays. The error names the file.
async fn load_matter(session: &Session) -> Result<(), String> {
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
