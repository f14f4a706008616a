//! Pins: copies of frames that never change, each one file named by its hash. An article that quotes
//! a pin goes on showing what its editor saw; the pin itself says when it was made and, where it may
//! ask, that the record has changed since.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::data::resolve::resolve;
use crate::domain::date::Date;
use crate::domain::event::Subject;
use crate::map_scene::sheet::Drawer;
use crate::view_state::{Frame, ViewState};

use super::files::write_file;
use super::frame::{Framed, Inlined, document, foot};
use super::page::{Matter, PageOf, Shared};
use super::sharing::Stock;
use super::site::Site;
use super::template::{Template, escape};
use super::version::{changes, file, named, said, version};
use super::{Failure, base_map, examine, messages, subjects};

/// The folder of pins, below the site's root and below `public/`.
pub const FOLDER: &str = "pinned";

/// The mark by which a pin is known: language, subject and the day it was made.
const MARK: &str = "<meta name=\"qawlan-pin\" content=\"";

/// A pin may stand where there is no icon to ask for.
const ICON: &str = "<link rel=\"icon\" href=\"data:,\">";

/// What is to be pinned, from where and to where.
#[derive(Clone, Debug)]
pub struct Job {
    /// The folder of records.
    pub records: PathBuf,
    /// The base map that tools/base-map.mjs made.
    pub base_map: PathBuf,
    /// The folder of what pins have inlined: `frame.css` and `pin.js`.
    pub frame: PathBuf,
    /// The folder of pins.
    pub into: PathBuf,
    /// The site's address, where it is another than the manifest's.
    pub site: Option<String>,
    pub language: String,
    /// As addresses name it: `events/…` or `episodes/…`.
    pub subject: String,
    /// The day on which it is made.
    pub day: Date,
}

/// A pin that exists.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pin {
    /// Its file below the site's root.
    pub path: String,
    pub language: String,
    /// As addresses name it.
    pub subject: String,
    /// The day on which it was made.
    pub day: Date,
}

/// Writes a pin and answers its file's path below the site's root. The same pin made again on the
/// same day is the same file.
pub fn pin(job: &Job) -> Result<String, Failure> {
    let (records, findings) = examine(&job.records);
    let records = match records {
        Some(records) if findings.is_empty() => records,
        _ => return Err(Failure::Findings(findings)),
    };
    let manifest = &records.manifest.record;
    let languages: Vec<&str> = manifest.languages.iter().map(|it| it.code.as_str()).collect();
    if !languages.contains(&job.language.as_str()) {
        return Err(Failure::Other(format!(
            "there is no language \"{}\"; there are {}",
            job.language,
            languages.join(", ")
        )));
    }
    let edition = resolve(&records, &job.language);
    let is_meant = |subject: &Subject| subject.path() == job.subject;
    let subject = subjects(&edition).into_iter().find(is_meant).ok_or_else(|| {
        format!("there is no \"{}\" in the records: see public/data/", job.subject)
    })?;
    let site = Site::new(job.site.as_deref(), manifest.site.as_deref())?;
    let connect = if site.is_local { String::new() } else { site.url("") };
    let shared = Shared {
        template: Template::none(),
        base_map: Arc::new(Drawer::new(&base_map::read(&job.base_map)?)),
        inlined: Inlined::read(&job.frame, "pin.js", &connect)?,
        stock: Stock::default(),
        site,
        default_language: manifest.default_language.clone(),
    };
    let state = ViewState {
        subject: Some(subject.clone()),
        frame: Some(Frame::default()),
        ..ViewState::explorer(&job.language)
    };
    let messages = Arc::new(messages(&job.language)?);
    let of = PageOf {
        shared: &shared,
        edition: &edition,
        messages: &messages,
        matter: Matter::State(state),
    };
    let html = copy(&of, &subject, job.day);
    let name = format!("{}.html", named(&html));
    write_file(&job.into, &name, &html)?;
    Ok(format!("{FOLDER}/{name}"))
}

/// The pin's HTML. Its links are whole addresses where the site has one, since a pin may be kept
/// anywhere.
fn copy(of: &PageOf, subject: &Subject, day: Date) -> String {
    let (m, language) = (&of.messages, &of.messages.language);
    let site = &of.shared.site;
    let root = if site.is_local { "../".to_owned() } else { site.url("") };
    let current = format!("{root}{}", of.state().in_full().path());
    let made = m.fill("static.pin-made", &[("date", &m.date(day))]);
    let data = m.fill("static.frame-data", &[("date", &m.date(of.edition.dataset.about.updated))]);
    let top = format!(
        "<div class=\"pin-note\"><p>{}</p><p class=\"pin-news\" role=\"status\" data-changed=\"{}\"></p></div>",
        escape(&made),
        escape(m.text("static.pin-changed")),
    );
    let attributes = format!(
        " data-pin=\"{}\" data-known=\"{}\" data-version=\"{}\"",
        version(of.edition, subject, &said(of.edition, subject)),
        changes(of.edition, subject).len(),
        escape(&format!("{root}{}", file(language, subject))),
    );
    let mark = format!("{MARK}{language} {} {}\">", subject.path(), day.iso());
    let foot = foot(of, m.text("static.pin-current"), &current, &data);
    let inlined = &of.shared.inlined;
    document(
        of,
        Framed { inlined, root: &root, attributes, head: vec![mark, ICON.to_owned()], top, foot },
    )
}

/// The pins of a folder, in the order of their names; none where there is no folder. The error names
/// one that isn't as it was made.
pub fn read(folder: &Path) -> Result<Vec<(Pin, String)>, String> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    paths.sort();
    paths.iter().map(|path| read_one(path)).collect()
}

fn read_one(path: &Path) -> Result<(Pin, String), String> {
    let shown = path.display();
    let html =
        fs::read_to_string(path).map_err(|error| format!("{shown}: can't be read: {error}"))?;
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if named(&html) != name {
        return Err(format!(
            "{shown}: a pin never changes, and this one isn't what its name says. Take it back from the history, or make another with  make pin"
        ));
    }
    let mark = html.split_once(MARK).and_then(|(_, rest)| rest.split_once('"'));
    let mut words = mark.map_or("", |(words, _)| words).split(' ');
    let (language, subject, day) = (words.next(), words.next(), words.next().and_then(Date::parse));
    let (Some(language), Some(subject), Some(day)) = (language, subject, day) else {
        return Err(format!("{shown}: is no pin. Make one with  make pin EVENT=… LANG=…"));
    };
    let path = format!("{FOLDER}/{name}.html");
    let pin = Pin { path, language: language.to_owned(), subject: subject.to_owned(), day };
    Ok((pin, html))
}
