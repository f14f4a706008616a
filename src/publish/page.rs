//! One page, rendered with the components the browser uses.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::resolve::Edition;
use crate::domain::event::Subject;
use crate::i18n::messages::Messages;
use crate::session::{Load, Session, SubjectStatements};
use crate::view::{Page, title};
use crate::view_state::ViewState;

use super::template::{Filling, Template, escape};

/// What a page may load and run: its own files, and WebAssembly. Nothing inline, nothing evaluated,
/// no other host.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// Everything a page is made from.
pub struct PageOf<'a> {
    pub template: &'a Template,
    pub edition: &'a Edition,
    pub messages: &'a Arc<Messages>,
    pub state: ViewState,
    /// The site's bare root, which shows the default language's explorer.
    pub is_root: bool,
}

/// The page's HTML.
pub fn render(of: &PageOf) -> String {
    let owner = Owner::new();
    owner.with(|| {
        let depth = if of.is_root { 0 } else { of.state.path().matches('/').count() };
        let session = session(of, &"../".repeat(depth));
        let head = head(of, &session);
        provide_context(session);
        // Marks between texts by which a page could be hydrated; this one is replaced whole.
        let matter = view! { <Page/> }.to_html().replace("<!>", "");
        let body = format!("<div id=\"page\">{matter}</div>{}", failure(of.messages));
        let language = &of.messages.language;
        let languages = &of.edition.dataset.about.languages;
        let is_right_to_left = languages.iter().any(|l| l.code == *language && l.is_right_to_left);
        of.template.fill(&Filling { language, is_right_to_left, depth, head: &head, body: &body })
    })
}

/// A visit in which everything the page shows has been loaded.
pub fn session(of: &PageOf, root: &str) -> Session {
    let dataset = Arc::clone(&of.edition.dataset);
    let messages = Arc::clone(of.messages);
    let session = Session::new(dataset, messages, root, of.state.clone(), Vec::new());
    match &of.state.subject {
        Some(subject) => session.subject.set(Load::Ready(Arc::new(SubjectStatements {
            subject: subject.clone(),
            statements: of.edition.statements_about(Some(subject)),
            event_losses: of.edition.event_losses(subject),
        }))),
        None => session.general.set(Load::Ready(Arc::new(of.edition.statements_about(None)))),
    }
    session
}

fn head(of: &PageOf, session: &Session) -> String {
    let dataset = &of.edition.dataset;
    let description = match &of.state.subject {
        Some(Subject::Event(id)) => dataset.event(id).map(|event| event.summary.as_str()),
        Some(Subject::Episode(id)) => dataset.episode(id).map(|episode| episode.summary.as_str()),
        None => Some(dataset.about.corpus.as_str()),
    };
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n<meta name=\"color-scheme\" content=\"light dark\">",
        escape(&title(session)),
        escape(description.unwrap_or_default()),
    )
}

/// What a reader is told when the app couldn't start; the style sheet shows it only then.
fn failure(messages: &Messages) -> String {
    format!(
        "<div class=\"boot-failed\" role=\"alert\"><p>{} <span class=\"boot-file\" dir=\"ltr\"></span></p><p><a href=\"\">{}</a></p></div>",
        escape(messages.text("boot.failed")),
        escape(messages.text("load.again")),
    )
}
