//! Reads a folder of records. Each file, and each item of a list, fails alone.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::finding::Finding;
use super::record;

/// A record and where it stands.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// Relative to the records' folder.
    pub file: String,
    /// `[3]` for an item of a list; empty for a file of its own.
    pub path: String,
    pub record: T,
}

/// All records that could be read.
#[derive(Clone, Debug)]
pub struct Records {
    pub manifest: Located<record::Manifest>,
    pub parties: Vec<Located<record::Party>>,
    pub speakers: Vec<Located<record::Speaker>>,
    pub outlets: Vec<Located<record::Outlet>>,
    pub sources: Vec<Located<record::Source>>,
    pub topics: Vec<Located<record::Topic>>,
    pub kinds: Vec<Located<record::Kind>>,
    pub places: Vec<Located<record::Place>>,
    pub episodes: Vec<Located<record::Episode>>,
    pub events: Vec<Located<record::Event>>,
    pub statements: Vec<Located<record::Statement>>,
}

/// Reads every record of the folder, with a finding for each that can't be read.
///
/// Without a readable manifest there is nothing to go by: then the findings alone come back.
pub fn read(folder: &Path) -> (Option<Records>, Vec<Finding>) {
    let mut findings = Vec::new();
    let manifest = one(folder, "manifest.json", &mut findings);
    let rest = (
        list(folder, "parties.json", &mut findings),
        list(folder, "speakers.json", &mut findings),
        list(folder, "outlets.json", &mut findings),
        list(folder, "sources.json", &mut findings),
        list(folder, "topics.json", &mut findings),
        list(folder, "kinds.json", &mut findings),
        list(folder, "places.json", &mut findings),
        list(folder, "episodes.json", &mut findings),
        each_file(folder, "events", &mut findings),
        each_file(folder, "statements", &mut findings),
    );
    let (parties, speakers, outlets, sources, topics, kinds, places, episodes, events, statements) =
        rest;
    let records = manifest.map(|manifest| Records {
        manifest,
        parties,
        speakers,
        outlets,
        sources,
        topics,
        kinds,
        places,
        episodes,
        events,
        statements,
    });
    (records, findings)
}

fn text(folder: &Path, file: &str, findings: &mut Vec<Finding>) -> Option<String> {
    match fs::read_to_string(folder.join(file)) {
        Ok(text) => Some(text.trim_start_matches('\u{feff}').to_owned()),
        Err(error) => {
            findings.push(Finding {
                file: file.to_owned(),
                path: String::new(),
                what: format!("The file can't be read: {error}."),
                mend: "Write the file, in UTF-8; public/data/README.md shows its form.".to_owned(),
            });
            None
        }
    }
}

fn one<T: DeserializeOwned>(
    folder: &Path,
    file: &str,
    findings: &mut Vec<Finding>,
) -> Option<Located<T>> {
    let text = text(folder, file, findings)?;
    let value = json(file, &text, findings)?;
    item(file, String::new(), value, findings)
}

fn list<T: DeserializeOwned>(
    folder: &Path,
    file: &str,
    findings: &mut Vec<Finding>,
) -> Vec<Located<T>> {
    let Some(value) = text(folder, file, findings).and_then(|text| json(file, &text, findings))
    else {
        return Vec::new();
    };
    let Value::Array(values) = value else {
        findings.push(Finding {
            file: file.to_owned(),
            path: String::new(),
            what: "The file holds no list.".to_owned(),
            mend: "Put the records between [ and ].".to_owned(),
        });
        return Vec::new();
    };
    let items = values.into_iter().enumerate();
    items.filter_map(|(at, value)| item(file, format!("[{at}]"), value, findings)).collect()
}

fn each_file<T: DeserializeOwned>(
    folder: &Path,
    sub_folder: &str,
    findings: &mut Vec<Finding>,
) -> Vec<Located<T>> {
    let entries = match fs::read_dir(folder.join(sub_folder)) {
        Ok(entries) => entries,
        Err(error) => {
            findings.push(Finding {
                file: sub_folder.to_owned(),
                path: String::new(),
                what: format!("The folder can't be read: {error}."),
                mend: format!("Make the folder {sub_folder}, with one file a record."),
            });
            return Vec::new();
        }
    };
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".json"))
        .collect();
    names.sort();
    let files = names.into_iter().map(|name| format!("{sub_folder}/{name}"));
    files.filter_map(|file| one(folder, &file, findings)).collect()
}

fn json(file: &str, text: &str, findings: &mut Vec<Finding>) -> Option<Value> {
    match serde_json::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            findings.push(Finding {
                file: file.to_owned(),
                path: format!("line {}, column {}", error.line(), error.column()),
                what: format!("This is no JSON: {error}."),
                mend: "Look for a missing comma, quote or bracket just before that place."
                    .to_owned(),
            });
            None
        }
    }
}

fn item<T: DeserializeOwned>(
    file: &str,
    path: String,
    value: Value,
    findings: &mut Vec<Finding>,
) -> Option<Located<T>> {
    match serde_path_to_error::deserialize(value) {
        Ok(record) => Some(Located { file: file.to_owned(), path, record }),
        Err(error) => {
            let inner = error.path().to_string();
            let path = match (path.as_str(), inner.as_str()) {
                (_, ".") => path,
                ("", _) => inner,
                _ => format!("{path}.{inner}"),
            };
            findings.push(Finding {
                file: file.to_owned(),
                path,
                what: format!("{}.", error.into_inner()),
                mend: "Write the field as public/data/README.md describes it.".to_owned(),
            });
            None
        }
    }
}
