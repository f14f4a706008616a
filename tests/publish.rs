//! What a build writes, and that it writes nothing at all when a record has a finding.

#[path = "fixtures/folder.rs"]
mod folder;

use std::fs;
use std::path::{Path, PathBuf};

use qawlan::publish::{Failure, Job, publish};
use serde_json::json;
use tempfile::TempDir;

const TEMPLATE: &str = "<!DOCTYPE html>\n<html>\n<head>\n<!-- head -->\n\
    <link rel=\"stylesheet\" href=\"./site.css\">\n</head>\n<body>\n<!-- page -->\n</body>\n</html>\n";

fn staging(template: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("index.html"), template).expect("the template is written");
    folder
}

fn job(records: &Path, into: &TempDir) -> Job {
    Job { records: records.to_owned(), into: into.path().to_owned() }
}

/// Every file below a folder, relative to it.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(next).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below the folder");
                found.push(name.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_subject_has_a_page_and_a_file_in_every_language() {
    let staging = staging(TEMPLATE);
    let pages = publish(&job(&folder::north_south(), &staging)).expect("no finding");
    let files = files(staging.path());
    let written = files.iter().filter(|name| name.ends_with(".html")).count();
    assert_eq!(pages, written);
    for language in ["ar", "en"] {
        let edition = folder::edition(&folder::north_south(), language);
        for event in &edition.dataset.events {
            for file in [
                format!("{language}/events/{}/index.html", event.id),
                format!("published/{language}/events/{}.json", event.id),
            ] {
                assert!(files.contains(&file), "{file}");
            }
        }
        for file in ["index", "messages", "search", "general"] {
            assert!(files.contains(&format!("published/{language}/{file}.json")), "{file}");
        }
    }
}

#[test]
fn a_page_knows_its_language_its_depth_and_its_policy() {
    let staging = staging(TEMPLATE);
    publish(&job(&folder::north_south(), &staging)).expect("no finding");
    for (page, opening, sheet) in [
        ("index.html", "<html lang=\"ar\" dir=\"rtl\" data-root=\"\">", "\"./site.css\""),
        ("en/index.html", "<html lang=\"en\" dir=\"ltr\" data-root=\"../\">", "\"../site.css\""),
        (
            "ar/events/2031-04-02-bridge/index.html",
            "<html lang=\"ar\" dir=\"rtl\" data-root=\"../../../\">",
            "\"../../../site.css\"",
        ),
    ] {
        let html = fs::read_to_string(staging.path().join(page)).expect("the page is there");
        assert!(html.contains(opening), "{page}");
        assert!(html.contains(sheet), "{page}");
        assert!(html.contains("Content-Security-Policy"), "{page}");
        for forbidden in
            ["unsafe-inline", "'unsafe-eval'", " style=", "<style", "<script>", " onclick"]
        {
            assert!(!html.contains(forbidden), "{page} holds {forbidden}");
        }
    }
}

#[test]
fn a_finding_stops_the_build_and_nothing_is_written() {
    let records = folder::copy_of(&folder::north_south());
    let mut topics = folder::json(records.path(), "topics.json");
    folder::put(&mut topics, "/0/short/en", Some(json!("")));
    folder::write(records.path(), "topics.json", &topics);
    let staging = staging(TEMPLATE);
    let Err(Failure::Findings(findings)) = publish(&job(records.path(), &staging)) else {
        panic!("an empty text was published");
    };
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!((finding.file.as_str(), finding.path.as_str()), ("topics.json", "[0].short"));
    assert!(!finding.mend.is_empty());
    assert_eq!(files(staging.path()), ["index.html"]);
    let left = fs::read_to_string(staging.path().join("index.html")).expect("the template");
    assert_eq!(left, TEMPLATE);
}

#[test]
fn a_template_without_its_markers_is_named() {
    for marker in ["<html>", "<!-- head -->", "<!-- page -->"] {
        let staging = staging(&TEMPLATE.replace(marker, ""));
        let Err(Failure::Other(sentence)) = publish(&job(&folder::north_south(), &staging)) else {
            panic!("published without {marker}");
        };
        assert!(sentence.contains(marker), "{sentence}");
        assert_eq!(files(staging.path()), ["index.html"]);
    }
}
