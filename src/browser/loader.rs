//! Loads what the page needs, when it needs it, and keeps what couldn't be read as notices.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::published::{Reading, read};
use crate::domain::dataset::Dataset;
use crate::domain::event::Subject;
use crate::domain::search::index::SearchIndex;
use crate::domain::statement::Statement;
use crate::i18n::messages::Messages;
use crate::session::{Load, Notice, Session, SubjectStatements};

use super::fetch;

/// A file read item by item, with a notice of what was left out.
pub struct Loaded<T> {
    pub value: T,
    pub notice: Option<Notice>,
}

impl<T> Loaded<T> {
    fn new(reading: Reading<T>, file: &str) -> Self {
        let notice = (!reading.faults.is_empty())
            .then(|| Notice::LeftOut { file: file.to_owned(), faults: reading.faults });
        Self { value: reading.value, notice }
    }
}

/// The interface's words. The error names the file.
pub async fn messages(root: &str, language: &str) -> Result<Messages, String> {
    let file = published(language, "messages");
    let json = fetch::text(root, &file).await?;
    read::messages(&json).map(|texts| Messages::new(language, texts)).map_err(|_| file)
}

/// The dataset. The error names the file.
pub async fn dataset(root: &str, language: &str) -> Result<Loaded<Dataset>, String> {
    let file = published(language, "index");
    let json = fetch::text(root, &file).await?;
    read::dataset(&json).map(|reading| Loaded::new(reading, &file)).map_err(|_| file)
}

/// The statements on a subject. The error names the file.
pub async fn subject(
    root: &str,
    language: &str,
    subject: Subject,
) -> Result<Loaded<SubjectStatements>, String> {
    let name = subject.path();
    let Loaded { value: [statements, event_losses], notice } =
        statements(root, language, &name).await?;
    Ok(Loaded { value: SubjectStatements { subject, statements, event_losses }, notice })
}

/// The statements on the conflict as a whole. The error names the file.
pub async fn general(root: &str, language: &str) -> Result<Loaded<Vec<Arc<Statement>>>, String> {
    let Loaded { value: [statements, _], notice } = statements(root, language, "general").await?;
    Ok(Loaded { value: statements, notice })
}

async fn statements(
    root: &str,
    language: &str,
    name: &str,
) -> Result<Loaded<[Vec<Arc<Statement>>; 2]>, String> {
    let file = published(language, name);
    let json = fetch::text(root, &file).await?;
    read::statements(&json).map(|reading| Loaded::new(reading, &file)).map_err(|_| file)
}

fn published(language: &str, name: &str) -> String {
    ["published/", language, "/", name, ".json"].concat()
}

/// What was asked for, and in which attempt: asked again only when either changes.
#[derive(Clone, PartialEq)]
struct Wanted {
    subject: Option<Subject>,
    /// The languages into whose texts the search looks.
    search: Vec<usize>,
    attempt: u32,
}

/// Loads on demand from here on: a chosen subject, the conflict as a whole when the explorer is
/// shown, a language's texts once a search looks into them. "Try again" tries what failed.
pub fn follow(session: &Session) {
    let session = session.clone();
    let mut last = None;
    super::effect(move || {
        let attempt = session.attempts.get();
        let wanted = session.state.with(|state| Wanted {
            subject: state.subject.clone(),
            search: session.found().map_or_else(Vec::new, |hits| hits.languages.clone()),
            attempt,
        });
        if last.as_ref() != Some(&wanted) {
            match &wanted.subject {
                Some(subject) => want_subject(&session, subject),
                None => want_general(&session),
            }
            // What failed is left alone while other languages join it.
            let asked = last.as_ref().filter(|last: &&Wanted| last.attempt == attempt);
            let asked = asked.map_or(&[][..], |last| &last.search);
            for language in wanted.search.iter().filter(|language| !asked.contains(language)) {
                want_search(&session, *language);
            }
        }
        last = Some(wanted);
    });
}

fn want_subject(session: &Session, subject: &Subject) {
    let is_loaded = session
        .subject
        .with_untracked(|load| load.ready().is_some_and(|loaded| loaded.subject == *subject));
    if is_loaded {
        return;
    }
    session.subject.set(Load::Loading);
    let (session, subject) = (session.clone(), subject.clone());
    super::spawn(async move {
        let language = session.messages.language.clone();
        let loaded = self::subject(&session.root, &language, subject.clone()).await;
        if session.chosen.get_untracked().as_ref() == Some(&subject) {
            settle(&session, session.subject, loaded);
        }
    });
}

fn want_general(session: &Session) {
    if session.general.with_untracked(|load| load.ready().is_some()) {
        return;
    }
    session.general.set(Load::Loading);
    let session = session.clone();
    super::spawn(async move {
        let loaded = self::general(&session.root, &session.messages.language).await;
        settle(&session, session.general, loaded);
    });
}

fn want_search(session: &Session, language: usize) {
    let load = session.search.load(language);
    let is_asked = load.with_untracked(|load| matches!(load, Load::Loading | Load::Ready(_)));
    if is_asked {
        return;
    }
    load.set(Load::Loading);
    let session = session.clone();
    super::spawn(async move {
        let code = &session.dataset.about.languages[language].code;
        settle(&session, load, search_index(&session, code).await);
    });
}

/// A language's texts, ready to be searched. The error names the file.
async fn search_index(session: &Session, language: &str) -> Result<Loaded<SearchIndex>, String> {
    let file = published(language, "search");
    let json = fetch::text(&session.root, &file).await?;
    let Ok(Reading { value, faults }) = read::search_entries(&json) else { return Err(file) };
    let mut value = SearchIndex::new(language, value);
    super::pause().await;
    while value.take_in(&session.dataset.events) {
        super::pause().await;
    }
    Ok(Loaded::new(Reading { value, faults }, &file))
}

fn settle<T: Send + Sync + 'static>(
    session: &Session,
    signal: RwSignal<Load<T>>,
    loaded: Result<Loaded<T>, String>,
) {
    match loaded {
        Ok(Loaded { value, notice }) => {
            signal.set(Load::Ready(Arc::new(value)));
            if let Some(notice) = notice {
                session.notices.update(|notices| notices.push(notice));
            }
        }
        Err(file) => signal.set(Load::Failed(file)),
    }
}
