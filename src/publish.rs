//! What the build makes from records: the published form, and every page as it stands before any
//! script.

mod base_map;
pub mod cards;
pub mod feed;
pub mod files;
pub mod frame;
pub mod head;
pub mod page;
pub mod pin;
pub mod sharing;
pub mod site;
pub mod sitemap;
pub mod structured_data;
pub mod take_along;
pub mod template;
pub mod version;
mod xml;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::data::finding::Finding;
use crate::data::published::write;
use crate::data::records_folder::{self, Records};
use crate::data::resolve::{Edition, resolve};
use crate::data::search_entries::search_entries;
use crate::data::validation::validate;
use crate::domain::event::{Event, Subject};
use crate::i18n::LOCALES;
use crate::i18n::messages::Messages;
use crate::map_scene::sheet::Drawer;
use crate::view::PAGE_LENGTH;
use crate::view::standing::Standing;
use crate::view_state::{Frame, ViewState};

use files::write_file;
use frame::Inlined;
use page::{Matter, PageOf, Shared};
use sharing::Stock;
use site::Site;
use take_along::TakeAlong;
use template::Template;

/// What is published, from where and to where.
#[derive(Clone, Debug)]
pub struct Job {
    /// The folder of records.
    pub records: PathBuf,
    /// The base map that tools/base-map.mjs made.
    pub base_map: PathBuf,
    /// The folder of what frames and snippets have inlined: `frame.css`, `frame.js` and `listener.js`.
    pub frame: PathBuf,
    /// The folder of pins, which are published as they are.
    pub pins: PathBuf,
    /// The staging folder, with the template at `index.html`.
    pub into: PathBuf,
    /// The site's address, where it is another than the manifest's.
    pub site: Option<String>,
}

/// What was published.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Published {
    /// How many pages.
    pub pages: usize,
    /// Whether no address of the site is known, so that pages name the local one.
    pub is_local: bool,
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

/// Writes the published form, every page, feeds and sitemap.
pub fn publish(job: &Job) -> Result<Published, Failure> {
    let (records, findings) = examine(&job.records);
    let records = match records {
        Some(records) if findings.is_empty() => records,
        _ => return Err(Failure::Findings(findings)),
    };
    let manifest = &records.manifest.record;
    let pins = pin::read(&job.pins)?;
    for (pin, html) in &pins {
        write_file(&job.into, &pin.path, html)?;
    }
    let shared = Shared {
        template: Template::read(&job.into)?,
        site: Site::new(job.site.as_deref(), manifest.site.as_deref())?,
        base_map: Arc::new(Drawer::new(&base_map::read(&job.base_map)?)),
        inlined: Inlined::read(&job.frame, "frame.js", "")?,
        stock: Stock::read(&job.frame, pins.into_iter().map(|(pin, _)| pin).collect())?,
        default_language: manifest.default_language.clone(),
    };
    let mut pages = 0;
    for language in &manifest.languages {
        let edition = resolve(&records, &language.code);
        let messages = Arc::new(messages(&language.code)?);
        let matters = matters(&edition, &messages.language, &shared.default_language);
        write_published(&job.into, &records, &language.code, &edition, &messages)?;
        let (site, records) = (&shared.site, &records);
        TakeAlong { site, records, edition: &edition, messages: &messages }.write(&job.into)?;
        let of = |matter: &Matter| PageOf {
            shared: &shared,
            edition: &edition,
            messages: &messages,
            matter: matter.clone(),
        };
        let put = |of: &PageOf, html: String| {
            write_file(&job.into, &format!("{}index.html", of.path()), &html)
        };
        matters.par_iter().map(of).try_for_each(|of| put(&of, page::render(&of)))?;
        let frames = frames(&edition, &messages.language);
        frames.par_iter().map(of).try_for_each(|of| put(&of, frame::render(&of)))?;
        let shares = shares(&edition);
        shares.par_iter().map(of).try_for_each(|of| {
            let (html, oembed) = page::render_share(&of);
            put(&of, html)?;
            write_file(&job.into, &of.oembed_path(), &oembed.to_string())
        })?;
        pages += matters.len() + frames.len() + shares.len();
        let feed = feed::feed(&shared.site, &edition, &messages);
        write_file(&job.into, &format!("{}/feed.xml", language.code), &feed)?;
        if language.code == manifest.default_language {
            let languages: Vec<&str> = manifest.languages.iter().map(|l| l.code.as_str()).collect();
            let mapped = sitemap::mapped(&edition, &matters);
            for (name, xml) in sitemap::sitemap(&shared.site, &languages, &mapped) {
                write_file(&job.into, &name, &xml)?;
            }
        }
    }
    write_file(&job.into, "robots.txt", &sitemap::robots(&shared.site))?;
    Ok(Published { pages, is_local: shared.site.is_local })
}

fn messages(language: &str) -> Result<Messages, String> {
    let (_, json) = LOCALES.iter().find(|(code, _)| *code == language).ok_or_else(|| {
        format!("The interface has no messages in \"{language}\": add src/i18n/{language}.json and name it in src/i18n.rs.")
    })?;
    Messages::parse(language, json).map_err(|error| format!("src/i18n/{language}.json: {error}"))
}

fn write_published(
    into: &Path,
    records: &Records,
    language: &str,
    edition: &Edition,
    messages: &Messages,
) -> Result<(), String> {
    let put = |name: &str, text: String| {
        write_file(into, &format!("published/{language}/{name}.json"), &text)
    };
    put("messages", messages.to_json())?;
    put("index", write::dataset(&edition.dataset))?;
    let date = |event: &Event| messages.when_short(&event.when);
    put("search", write::search_entries(&search_entries(records, edition, language, &date)))?;
    put("general", write::statements(&edition.statements_about(None), &[]))?;
    subjects(edition).par_iter().try_for_each(|subject| {
        let said = version::said(edition, subject);
        let version = version::told(edition, messages, subject, &said);
        put(&subject.path(), said)?;
        write_file(into, &version::file(language, subject), &version.to_string())
    })
}

/// Every event and episode.
pub fn subjects(edition: &Edition) -> Vec<Subject> {
    let events = edition.dataset.events.iter().map(|event| Subject::Event(event.id.clone()));
    let episodes = edition.dataset.episodes.iter().map(|e| Subject::Episode(e.id.clone()));
    events.chain(episodes).collect()
}

/// What can stand inside another page in that language: the explorer and every subject.
fn frames(edition: &Edition, language: &str) -> Vec<Matter> {
    let explorer = ViewState::explorer(language);
    let framed = |subject: Option<Subject>| {
        let frame = Some(Frame::default());
        Matter::State(ViewState { subject, frame, ..explorer.clone() })
    };
    let subjects = subjects(edition).into_iter().map(Some);
    subjects.chain([None]).map(framed).collect()
}

/// What is offered for other pages: every subject, and the explorer.
fn shares(edition: &Edition) -> Vec<Matter> {
    subjects(edition).into_iter().map(Some).chain([None]).map(Matter::Share).collect()
}

/// Everything that has a page in that language: the list's pages, every subject, those that
/// stand as they are made, and in the default language the root.
fn matters(edition: &Edition, language: &str, default_language: &str) -> Vec<Matter> {
    let explorer = ViewState::explorer(language);
    let list_pages = edition.dataset.events.len().div_ceil(PAGE_LENGTH).max(1);
    let lists = (1..=list_pages).map(|page| ViewState { page, ..explorer.clone() });
    let comparisons =
        subjects(edition).into_iter().map(|subject| explorer.with_subject(Some(subject)));
    let mut matters: Vec<Matter> = lists.chain(comparisons).map(Matter::State).collect();
    matters.extend(Standing::ALL.iter().copied().map(Matter::Standing));
    if language == default_language {
        matters.push(Matter::Root(explorer));
    }
    matters
}
