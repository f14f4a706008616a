//! What the build makes from records: the published form, and every page as it stands before any
//! script.

pub mod cards;
pub mod files;
pub mod page;
pub mod template;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::data::finding::Finding;
use crate::data::published::write;
use crate::data::records_folder::{self, Records};
use crate::data::resolve::{Edition, resolve};
use crate::data::validation::validate;
use crate::domain::event::Subject;
use crate::i18n::LOCALES;
use crate::i18n::messages::Messages;
use crate::view::PAGE_LENGTH;
use crate::view_state::ViewState;

use files::write_file;
use page::PageOf;
use template::Template;

/// What is published, from where and to where.
#[derive(Clone, Debug)]
pub struct Job {
    /// The folder of records.
    pub records: PathBuf,
    /// The staging folder, with the template at `index.html`.
    pub into: PathBuf,
}

/// Why nothing was published.
#[derive(Debug)]
pub enum Failure {
    /// The records have findings.
    Findings(Vec<Finding>),
    /// Anything else, in a sentence.
    Other(String),
}

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Failure::Other(sentence)
    }
}

/// Reads and validates a folder of records. `None` with findings where it has no manifest.
pub fn examine(folder: &Path) -> (Option<Records>, Vec<Finding>) {
    let (records, mut findings) = records_folder::read(folder);
    if let Some(records) = &records {
        findings.extend(validate(records));
    }
    (records, findings)
}

/// Writes the published form and every page. Returns how many pages.
pub fn publish(job: &Job) -> Result<usize, Failure> {
    let (records, findings) = examine(&job.records);
    let records = match records {
        Some(records) if findings.is_empty() => records,
        _ => return Err(Failure::Findings(findings)),
    };
    let template = Template::read(&job.into)?;
    let manifest = &records.manifest.record;
    let mut pages = 0;
    for language in &manifest.languages {
        let edition = resolve(&records, &language.code);
        let messages = Arc::new(messages(&language.code)?);
        write_published(&job.into, &language.code, &edition, &messages)?;
        pages += write_pages(job, &template, &edition, &messages)?;
        if language.code == manifest.default_language {
            let state = ViewState::explorer(&language.code);
            let html = page::render(&PageOf {
                template: &template,
                edition: &edition,
                messages: &messages,
                state,
                is_root: true,
            });
            write_file(&job.into, "index.html", &html)?;
            pages += 1;
        }
    }
    Ok(pages)
}

fn messages(language: &str) -> Result<Messages, String> {
    let (_, json) = LOCALES.iter().find(|(code, _)| *code == language).ok_or_else(|| {
        format!("The interface has no messages in \"{language}\": add src/i18n/{language}.json and name it in src/i18n.rs.")
    })?;
    Messages::parse(language, json).map_err(|error| format!("src/i18n/{language}.json: {error}"))
}

fn write_published(
    into: &Path,
    language: &str,
    edition: &Edition,
    messages: &Messages,
) -> Result<(), String> {
    let put = |name: &str, text: String| {
        write_file(into, &format!("published/{language}/{name}.json"), &text)
    };
    put("messages", messages.to_json())?;
    put("index", write::dataset(&edition.dataset))?;
    put("search", write::search_index(&edition.search_index()))?;
    put("general", write::statements(&edition.statements_about(None), &[]))?;
    subjects(edition).par_iter().try_for_each(|subject| {
        let name = match subject {
            Subject::Event(id) => format!("events/{id}"),
            Subject::Episode(id) => format!("episodes/{id}"),
        };
        let own = edition.statements_about(Some(subject));
        put(&name, write::statements(&own, &edition.event_losses(subject)))
    })
}

/// Every event and episode.
pub fn subjects(edition: &Edition) -> Vec<Subject> {
    let events = edition.dataset.events.iter().map(|event| Subject::Event(event.id.clone()));
    let episodes = edition.dataset.episodes.iter().map(|e| Subject::Episode(e.id.clone()));
    events.chain(episodes).collect()
}

fn write_pages(
    job: &Job,
    template: &Template,
    edition: &Edition,
    messages: &Arc<Messages>,
) -> Result<usize, String> {
    let explorer = ViewState::explorer(&messages.language);
    let list_pages = edition.dataset.events.len().div_ceil(PAGE_LENGTH).max(1);
    let lists = (1..=list_pages).map(|page| ViewState { page, ..explorer.clone() });
    let comparisons =
        subjects(edition).into_iter().map(|subject| explorer.with_subject(Some(subject)));
    let states: Vec<ViewState> = lists.chain(comparisons).collect();
    states.par_iter().try_for_each(|state| {
        let of = PageOf { template, edition, messages, state: state.clone(), is_root: false };
        write_file(&job.into, &format!("{}index.html", state.path()), &page::render(&of))
    })?;
    Ok(states.len())
}
