//! Tells the page's own script what is shown, when it asks: it makes the downloads.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::domain::event::Subject;
use crate::session::Session;

#[wasm_bindgen(js_namespace = qawlan)]
extern "C" {
    /// Keeps what answers, with a subject a line.
    #[wasm_bindgen(js_name = answerShown)]
    fn answer_shown(list: &Closure<dyn Fn() -> String>);
}

/// Answers from here on, for as long as the document lasts.
pub fn answer(session: &Session) {
    let session = session.clone();
    let list: Box<dyn Fn() -> String> = Box::new(move || shown(&session));
    let list = Closure::wrap(list);
    answer_shown(&list);
    list.forget();
}

/// The chosen subject. In the explorer the events that pass the filters and, where nothing is
/// filtered, all else too: the episodes and what was said of the conflict as a whole.
fn shown(session: &Session) -> String {
    if let Some(subject) = session.chosen.get_untracked() {
        return subject.path();
    }
    let mut list = String::new();
    let mut add = |subject: Subject| {
        list.push_str(&subject.path());
        list.push('\n');
    };
    let dataset = &session.dataset;
    for at in session.shown.get_untracked() {
        add(Subject::Event(dataset.events[at].id.clone()));
    }
    if session.state.with_untracked(|state| state.filters.is_empty()) {
        for episode in &dataset.episodes {
            add(Subject::Episode(episode.id.clone()));
        }
        list.push_str("general");
    }
    list
}
