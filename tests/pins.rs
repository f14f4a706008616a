//! Pins: copies of frames that never change.

use std::fs;
use std::path::Path;

use qawlan::domain::date::Date;
use qawlan::publish::Failure;
use qawlan::publish::pin::{Job, pin, read};
use qawlan::publish::version::{named, said, version};
use serde_json::{Value, json};
use tempfile::TempDir;

#[path = "fixtures/build.rs"]
mod build;
#[path = "fixtures/folder.rs"]
mod folder;

use build::{Build, TEMPLATE};

const BRIDGE: &str = "events/2031-04-02-bridge";
const STATEMENT: &str = "statements/2031-04-02-north-defence.json";

fn job(build: &Build, records: &Path, into: &Path) -> Job {
    let told = build.job(records);
    Job {
        records: told.records,
        base_map: told.base_map,
        frame: told.frame,
        into: into.to_owned(),
        site: None,
        language: "en".to_owned(),
        subject: BRIDGE.to_owned(),
        day: Date::new(2031, 9, 1).expect("a day"),
    }
}

/// A pin of the bridge, in a folder of its own: its file's name and what it holds.
fn pinned(change: impl Fn(&mut Job)) -> (String, String, TempDir) {
    let (build, into) = (Build::new(TEMPLATE), tempfile::tempdir().expect("a temporary folder"));
    let mut job = job(&build, &folder::north_south(), into.path());
    change(&mut job);
    let path = pin(&job).unwrap_or_else(|failure| panic!("{failure:?}"));
    let name = path.strip_prefix("pinned/").expect("among the pins").to_owned();
    let html = fs::read_to_string(into.path().join(&name)).expect("it was written");
    (name, html, into)
}

#[test]
fn a_pin_is_called_by_the_hash_of_what_it_holds() {
    let (name, html, _into) = pinned(|_| {});
    assert_eq!(name, format!("{}.html", named(&html)));
    assert_eq!(pinned(|_| {}).0, name, "made again it is the same file");
    let (other, ..) = pinned(|job| job.day = Date::new(2031, 9, 2).expect("a day"));
    assert_ne!(other, name);
}

#[test]
fn a_pin_says_when_it_was_made_and_leads_to_the_page_as_it_is_now() {
    let (_, html, _into) = pinned(|_| {});
    assert!(html.contains("made on \u{2068}1 September 2031\u{2069}"), "{html}");
    assert!(html.contains("href=\"../en/events/2031-04-02-bridge/\""));
    assert!(
        html.contains("data-version=\"../published/en/versions/events/2031-04-02-bridge.json\"")
    );
    let (_, html, _into) = pinned(|job| job.site = Some("https://example.org/two".to_owned()));
    for address in [
        "href=\"https://example.org/two/en/events/2031-04-02-bridge/\"",
        "data-version=\"https://example.org/two/published/en/versions/events/2031-04-02-bridge.json\"",
        "connect-src 'self' https://example.org/two/;",
    ] {
        assert!(html.contains(address), "{address}");
    }
}

#[test]
fn a_pin_is_one_file_that_names_no_part_of_the_app() {
    let (_, html, _into) = pinned(|_| {});
    for absent in ["app-boot", "data-app=", "<link rel=\"stylesheet\"", "src=", "boot.js"] {
        assert!(!html.contains(absent), "{absent}");
    }
    for present in
        ["<style>p{margin:0}</style>", "<script>0</script>", "data-topic=", "id=\"sources\""]
    {
        assert!(html.contains(present), "{present}");
    }
}

#[test]
fn a_build_publishes_pins_as_they_are_and_stops_at_one_that_was_touched() {
    let (name, html, into) = pinned(|_| {});
    let build = Build::new(TEMPLATE);
    let mut told = build.job(&folder::north_south());
    told.pins = into.path().to_owned();
    qawlan::publish::publish(&told).unwrap_or_else(|failure| panic!("{failure:?}"));
    assert_eq!(build.read(&format!("pinned/{name}")), html);
    let share = build.read("en/share/events/2031-04-02-bridge/index.html");
    assert!(share.contains(&format!("pinned/{name}")), "the share page offers it");
    let other = build.read("ar/share/events/2031-04-02-bridge/index.html");
    assert!(!other.contains(&format!("pinned/{name}")), "in its own language");

    fs::write(into.path().join(&name), html.replace("shelled", "bombed") + " ").expect("touched");
    let Err(Failure::Other(sentence)) = qawlan::publish::publish(&told) else {
        panic!("a touched pin was published");
    };
    assert!(sentence.contains(&name) && sentence.contains("never changes"), "{sentence}");
    fs::write(into.path().join(format!("{}.html", named("<p>"))), "<p>").expect("no pin");
    fs::remove_file(into.path().join(&name)).expect("it was there");
    let Err(sentence) = read(into.path()) else { panic!("what is no pin was taken for one") };
    assert!(sentence.contains("is no pin"), "{sentence}");
}

#[test]
fn what_cannot_be_pinned_is_told() {
    for (change, part) in [
        ((|job: &mut Job| job.language = "xx".to_owned()) as fn(&mut Job), "no language \"xx\""),
        (|job| job.subject = "events/nowhere".to_owned(), "no \"events/nowhere\""),
        (|job| job.subject = "events/".to_owned(), "no \"events/\""),
    ] {
        let (build, into) = (Build::new(TEMPLATE), tempfile::tempdir().expect("a folder"));
        let mut job = job(&build, &folder::north_south(), into.path());
        change(&mut job);
        let Err(Failure::Other(sentence)) = pin(&job) else { panic!("{part}: was pinned") };
        assert!(sentence.contains(part), "{sentence}");
        assert_eq!(fs::read_dir(into.path()).expect("a folder").count(), 0);
    }
}

/// The version file of the bridge, built from these records.
fn version_file(records: &Path) -> Value {
    let build = Build::new(TEMPLATE);
    build.publish(records).unwrap_or_else(|failure| panic!("{failure:?}"));
    let file = build.read("published/en/versions/events/2031-04-02-bridge.json");
    serde_json::from_str(&file).expect("JSON")
}

#[test]
fn the_version_changes_with_what_is_said_and_tells_each_correction() {
    let before = version_file(&folder::north_south());
    assert_eq!(before["changes"][0]["what"], json!("The time was corrected"));
    assert_eq!(before["changes"][0]["day"], json!("2 August 2031"));
    let change = json!({ "date": "2031-08-20",
        "what": { "ar": "صُحِّح عدد", "en": "A number was corrected" },
        "why": { "ar": "خطأ في القراءة", "en": "It was misread again" } });
    let changed = folder::changed(&[(STATEMENT, "/changes", json!([change]))]);
    let after = version_file(changed.path());
    assert_ne!(after["version"], before["version"]);
    let added = after["changes"].as_array().expect("a list").last().cloned().expect("the change");
    assert_eq!(added["what"], json!("A number was corrected"), "a statement's correction counts");
    assert_eq!(added["why"], json!("It was misread again"));
}

#[test]
fn each_subject_has_a_version_of_its_own_in_each_language() {
    let records = folder::north_south();
    let mut versions: Vec<String> = Vec::new();
    for language in folder::languages(&records) {
        let edition = folder::edition(&records, language);
        versions.extend(
            folder::subjects(&edition).iter().map(|it| version(&edition, it, &said(&edition, it))),
        );
    }
    let all = versions.len();
    versions.sort();
    versions.dedup();
    assert_eq!(versions.len(), all);
}
