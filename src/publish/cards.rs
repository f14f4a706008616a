//! Preview cards: a picture of each event, each episode and the site, for links that are shared.
//!
//! A card shows what the page shows first: title, date, and both sides' places in the row that
//! tells most, with equal weight. It is laid out as plain data, written as SVG, and drawn once:
//! pictures are kept from build to build.

mod cache;
pub mod columns;
pub mod content;
pub mod fonts;
pub mod layout;
mod picture;
pub mod sheet;
pub mod svg;
pub mod telling;
pub mod typesetting;
pub mod wrapping;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use leptos::prelude::Owner;
use rayon::prelude::*;

use crate::data::resolve::{Edition, resolve};
use crate::domain::event::Subject;
use crate::i18n::messages::Messages;
use crate::session::Session;
use crate::view_state::ViewState;

use super::page::visit;
use super::{Failure, examine, messages, subjects};
use cache::{Cache, Kept};
use content::{Accounts, Content, content, joined};
use fonts::Fonts;
use layout::{Layout, lay_out};
use typesetting::{Missing, Typesetter};

/// What is drawn, with what, and where it goes.
#[derive(Clone, Debug)]
pub struct Job {
    /// The folder of records.
    pub records: PathBuf,
    /// The folder of fonts, as npm lays it out.
    pub fonts: PathBuf,
    /// Where pictures are kept from one build to the next.
    pub cache: PathBuf,
    /// The staging folder.
    pub into: PathBuf,
}

/// How many cards there are, and how many of them had to be drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Drawn {
    pub cards: usize,
    pub drawn: usize,
}

/// One card before it is drawn.
pub struct Card {
    /// Below the site's root.
    pub file: String,
    pub content: Content,
    pub layout: Layout,
    /// The card in words.
    pub words: String,
}

/// Writes every card in every language: as a picture of dots for previews, and as its SVG for
/// whoever prints it. The SVG is what the picture is drawn from, and costs no drawing.
pub fn draw_cards(job: &Job) -> Result<Drawn, Failure> {
    let (records, findings) = examine(&job.records);
    let records = match records {
        Some(records) if findings.is_empty() => records,
        _ => return Err(Failure::Findings(findings)),
    };
    let fonts = Fonts::read(&job.fonts)?;
    let cache = Cache::open(&job.cache)?;
    let mut kept: Vec<Kept> = Vec::new();
    for language in &records.manifest.record.languages {
        let edition = resolve(&records, &language.code);
        let messages = Arc::new(messages(&language.code)?);
        let cards = cards(&edition, &messages, &fonts)?;
        let drawn: Result<Vec<Kept>, String> =
            cards.par_iter().map(|card| put(job, &cache, &fonts, card)).collect();
        kept.extend(drawn?);
    }
    cache.keep_only(&kept)?;
    let drawn = kept.iter().filter(|kept| !kept.is_reused).count();
    Ok(Drawn { cards: kept.len(), drawn })
}

/// Every card of an edition, laid out. The error names the card and the letter that no font has.
pub fn cards(
    edition: &Edition,
    messages: &Arc<Messages>,
    fonts: &Fonts,
) -> Result<Vec<Card>, String> {
    let language = &messages.language;
    let languages = &edition.dataset.about.languages;
    let is_right_to_left = languages.iter().any(|l| l.code == *language && l.is_right_to_left);
    let typesetter = Typesetter { fonts, language, is_right_to_left };
    let mut subjects: Vec<Option<Subject>> = subjects(edition).into_iter().map(Some).collect();
    subjects.push(None);
    let card = |subject: &Option<Subject>| {
        let file = file(language, subject.as_ref());
        let state = ViewState::explorer(language).with_subject(subject.clone());
        let content =
            Owner::new().with(|| content(&visit(edition, messages, "", state), subject.as_ref()));
        let layout = lay_out(&content, &typesetter).map_err(|missing| lacks(&file, &missing))?;
        let words = in_words(&content, messages);
        Ok(Card { file, content, layout, words })
    };
    subjects.par_iter().map(card).collect()
}

/// Where a subject's card lies below the site's root; `None`: the site's own.
pub fn file(language: &str, subject: Option<&Subject>) -> String {
    let name = subject.map_or_else(|| "site".to_owned(), Subject::path);
    format!("cards/{language}/{name}.png")
}

/// A card in words, for those who don't see it: title, when, what was found, both sides' places,
/// and whoever else is heard. The session is of a visit to the subject's page.
pub fn alternative(session: &Session, subject: Option<&Subject>) -> String {
    in_words(&content(session, subject), &session.messages)
}

fn in_words(content: &Content, messages: &Messages) -> String {
    let says = |who: &str, words: &str| {
        let words = words.trim_end_matches(['.', '։']);
        messages.fill("static.card-says", &[("who", who), ("words", words)])
    };
    let heading = joined(&[&content.title, &content.about]);
    let mut sentences = vec![messages.fill("static.card-heading", &[("heading", &heading)])];
    sentences.extend(content.row.as_ref().map(|row| says(&row.topic, &row.state_name)));
    match &content.accounts {
        Accounts::Apart(accounts) => sentences.extend(accounts.iter().map(|account| {
            let figure = account.figure.as_deref().unwrap_or_default();
            says(&account.party.name, &joined(&[figure, &account.said.words]))
        })),
        Accounts::Joint { parties, said } => {
            let names = parties.each_ref().map(|party| &*party.name);
            sentences.push(says(&names.join(messages.text("list.and")), &said.words));
        }
    }
    sentences.extend(content.note.as_ref().map(|note| match note.label.is_empty() {
        true => note.words.clone(),
        false => says(&note.label, &note.words),
    }));
    sentences.join(" ")
}

fn lacks(file: &str, missing: &Missing) -> String {
    let Missing { letter, words } = missing;
    format!(
        "{file}: no font has \"{letter}\" (U+{:04X}), in \"{words}\". Write the words without it, or name a font that has it in src/publish/cards/fonts.rs.",
        u32::from(*letter)
    )
}

fn put(job: &Job, cache: &Cache, fonts: &Fonts, card: &Card) -> Result<Kept, String> {
    let svg = svg::write(&card.layout, fonts);
    let kept = cache.picture(&svg)?;
    let path: PathBuf = job.into.join(&card.file);
    let folder: &Path = path.parent().expect("a card lies in a folder");
    let told = svg::told(&svg, &card.content.title, &card.words);
    fs::create_dir_all(folder)
        .and_then(|()| fs::copy(&kept.path, &path))
        .and_then(|_| fs::write(path.with_extension("svg"), told))
        .map_err(|error| format!("{}: can't be written: {error}", path.display()))?;
    Ok(kept)
}
