//! One more language is strings alone: a missing one is a finding that says where it belongs, and
//! what is published in a translation says that it is one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use qawlan::data::records_folder;
use qawlan::data::validation::validate;
use qawlan::domain::date::{Moment, Precision, When};
use qawlan::i18n::LOCALES;
use qawlan::i18n::messages::Messages;
use qawlan::publish::Failure;
use serde_json::{Value, json};

#[path = "fixtures/build.rs"]
mod build;
#[path = "fixtures/folder.rs"]
mod folder;

use build::{Build, TEMPLATE};

/// A language that nobody has written yet.
const FIFTH: &str = "xx";

fn messages(language: &str) -> Messages {
    let (code, json) = LOCALES.iter().find(|(code, _)| *code == language).expect("one of ours");
    Messages::parse(code, json).expect("an object of texts")
}

/// Every file of a folder of records, relative to it.
fn record_files(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for below in ["", "events/", "statements/"] {
        let entries = fs::read_dir(folder.join(below)).expect("the folder can be listed");
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        files.extend(names.filter(|it| it.ends_with(".json")).map(|name| format!("{below}{name}")));
    }
    files
}

/// Calls `on` with every map of language to string in a value, and its path as findings write it.
fn each_text(value: &mut Value, path: &str, on: &mut dyn FnMut(&str, &mut Value)) {
    let is_text =
        |map: &serde_json::Map<String, Value>| map.contains_key("ar") && map.contains_key("en");
    match value {
        Value::Object(map) if is_text(map) => on(path, value),
        Value::Object(map) => {
            for (name, inner) in map {
                let dot = if path.is_empty() { "" } else { "." };
                each_text(inner, &format!("{path}{dot}{name}"), on);
            }
        }
        Value::Array(list) => {
            for (at, inner) in list.iter_mut().enumerate() {
                each_text(inner, &format!("{path}[{at}]"), on);
            }
        }
        _ => {}
    }
}

/// The shipped records with a further language in the manifest, and where each text stands.
fn with_a_fifth_language() -> (tempfile::TempDir, BTreeSet<(String, String)>) {
    let copy = folder::copy_of(&folder::shipped());
    let mut manifest = folder::json(copy.path(), "manifest.json");
    let mut fifth = manifest["languages"][1].clone();
    fifth["code"] = json!(FIFTH);
    folder::put(&mut manifest, "/languages/-", Some(fifth));
    folder::write(copy.path(), "manifest.json", &manifest);
    let mut places = BTreeSet::new();
    for file in record_files(copy.path()) {
        each_text(&mut folder::json(copy.path(), &file), "", &mut |path, _| {
            places.insert((file.clone(), path.to_owned()));
        });
    }
    (copy, places)
}

#[test]
fn a_further_language_lists_every_string_that_it_lacks() {
    let (copy, places) = with_a_fifth_language();
    assert!(places.len() > 400, "{} texts", places.len());
    let (records, findings) = records_folder::read(copy.path());
    assert_eq!(findings, [], "the records can be read");
    let found = validate(&records.expect("a manifest"));
    for finding in &found {
        assert!(finding.what.contains(&format!("missing in \"{FIFTH}\"")), "{finding}");
        assert!(finding.mend.contains("every language"), "{finding}");
    }
    let listed: BTreeSet<(String, String)> =
        found.iter().map(|it| (it.file.clone(), it.path.clone())).collect();
    assert_eq!(listed.len(), found.len(), "each once");
    assert_eq!(listed, places);
}

#[test]
fn with_its_strings_written_a_further_language_lacks_the_interface_alone() {
    let (copy, _) = with_a_fifth_language();
    for file in record_files(copy.path()) {
        let mut value = folder::json(copy.path(), &file);
        each_text(&mut value, "", &mut |_, text| text[FIFTH] = text["en"].clone());
        folder::write(copy.path(), &file, &value);
    }
    let edition = folder::edition(copy.path(), FIFTH);
    let english = folder::edition(&folder::shipped(), "en");
    let seals = |edition: &qawlan::data::resolve::Edition| -> Vec<String> {
        edition.dataset.parties.iter().map(|party| party.seal.clone()).collect()
    };
    assert_eq!(seals(&edition), seals(&english));
    assert_eq!(edition.dataset.events.len(), english.dataset.events.len());
    let Err(Failure::Other(sentence)) = Build::new(TEMPLATE).publish(copy.path()) else {
        panic!("a language without an interface was published");
    };
    for part in ["src/i18n/xx.json", "src/i18n.rs"] {
        assert!(sentence.contains(part), "{sentence}");
    }
}

#[test]
fn every_seal_has_letters_of_its_own_in_every_language() {
    for language in folder::languages(&folder::shipped()) {
        let dataset = folder::edition(&folder::shipped(), language).dataset;
        let letters = |id| dataset.party(id).expect("a party").seal.clone();
        let [first, second] = [&dataset.pair.first, &dataset.pair.second].map(letters);
        assert_ne!(first, second, "{language}");
        for letters in [first, second] {
            assert!((1..=2).contains(&letters.chars().count()), "{language}: {letters}");
        }
    }
}

/// How often a page says some words, whatever isolates their parts.
fn times(page: &str, words: &str) -> usize {
    let escaped = words.replace('&', "&amp;").replace('<', "&lt;");
    page.replace(is_isolate, "").matches(&escaped.replace(is_isolate, "")).count()
}

#[test]
fn every_page_says_once_whether_it_is_a_translation_who_made_it_and_who_checked_it() {
    let build = Build::new(TEMPLATE);
    build.publish(&folder::shipped()).expect("no finding");
    for language in folder::languages(&folder::shipped()) {
        let m = messages(language);
        let edition = folder::edition(&folder::shipped(), language);
        let about = edition.dataset.about.languages.iter().find(|it| it.code == language);
        let own = about.expect("the manifest has it");
        let pages: Vec<String> = build
            .files()
            .into_iter()
            .filter(|file| file.starts_with(&format!("{language}/")) && file.ends_with(".html"))
            .collect();
        assert!(pages.len() > 20, "{language} has {pages:?}");
        let copied = m.text("static.copied-unchecked");
        for page in pages {
            let html = build.read(&page);
            let expect = |key: &str, is_said: bool| {
                assert_eq!(times(&html, m.text(key)), usize::from(is_said), "{page}: {key}");
            };
            expect("language.translation", own.is_translation);
            expect("language.original", !own.is_translation);
            expect("language.checked", own.is_checked);
            let beside = times(copied, m.text("language.unchecked"));
            assert_eq!(beside, 0, "what is copied along has words of its own");
            expect("language.unchecked", !own.is_checked);
            assert_eq!(times(&html, &m.fill("language.made-by", &[("by", &own.made_by)])), 1);
            assert_eq!(times(&html, copied), usize::from(own.is_translation), "{page}: copies");
        }
    }
}

#[test]
fn nothing_but_a_reports_own_words_stands_in_quotation_marks() {
    let build = Build::new(TEMPLATE);
    build.publish(&folder::shipped()).expect("no finding");
    let reports: BTreeSet<String> = {
        let edition = folder::edition(&folder::shipped(), "en");
        edition.dataset.sources.iter().map(|source| source.headline.language.clone()).collect()
    };
    let mut quoted = 0;
    for page in build.files().iter().filter(|file| file.ends_with(".html")) {
        let html = build.read(page);
        for opening in html.split("<q ").skip(1).filter_map(|rest| rest.split('>').next()) {
            let is_a_reports = |it: &String| opening.contains(&format!("lang=\"{it}\""));
            assert!(reports.iter().any(is_a_reports), "{page}: {opening}");
            quoted += 1;
        }
        assert_eq!(html.matches("<q>").count(), 0, "{page}");
    }
    assert!(quoted > 100, "{quoted} quotations");
    for file in record_files(&folder::shipped()) {
        each_text(&mut folder::json(&folder::shipped(), &file), "", &mut |path, text| {
            for (language, wording) in text.as_object().expect("a map") {
                let words = wording["text"].as_str().or(wording.as_str()).expect("words");
                let is_marked = words.contains(['«', '»', '“', '”', '„', '"']);
                assert!(!is_marked, "{file} {path} in {language}: {words}");
            }
        });
    }
}

#[test]
fn no_armenian_sentence_is_put_together_with_the_marks_of_another_language() {
    let build = Build::new(TEMPLATE);
    build.publish(&folder::shipped()).expect("no finding");
    let is_armenian = |letter: char| matches!(letter, '\u{0531}'..='\u{0587}');
    for page in build.files().iter().filter(|it| it.starts_with("hy/") && it.ends_with(".html")) {
        let html = build.read(page).replace(is_isolate, "");
        let text: String = html
            .split('<')
            .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text))
            .collect();
        for mark in [": ", "; "] {
            let glued = text.match_indices(mark).find(|(at, _)| text[..*at].ends_with(is_armenian));
            let around = glued.map(|(at, _)| text[..at].chars().rev().take(30).collect::<String>());
            assert_eq!(around, None, "{page}: \"{mark}\" after these letters, from the last");
        }
        for twice in ["։։", "։.", ".։"] {
            assert!(!text.contains(twice), "{page}: {twice}");
        }
    }
}

#[test]
fn no_word_mixes_armenian_letters_with_latin_ones() {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for file in record_files(&folder::shipped()) {
        each_text(&mut folder::json(&folder::shipped(), &file), "", &mut |path, text| {
            let words = text["hy"]["text"].as_str().or(text["hy"].as_str());
            texts.insert(format!("{file} {path}"), words.expect("words").to_owned());
        });
    }
    let interface = messages("hy");
    for key in interface.keys() {
        texts.insert(key.to_owned(), interface.text(key).to_owned());
    }
    assert!(texts.len() > 700, "{}", texts.len());
    for (place, text) in texts {
        let words = text.split(|c: char| !c.is_alphabetic());
        for word in words {
            let (own, others): (String, String) =
                word.chars().partition(|c| matches!(c, '\u{0531}'..='\u{0587}'));
            assert!(own.is_empty() || others.is_empty(), "{place}: {word}");
        }
    }
}

/// What is said of a time: its precision, from, to; in short and in full, without isolates.
fn said(language: &str, precision: Precision, from: &str, to: Option<&str>) -> [String; 2] {
    let moment = |text: &str| Moment::parse(text).expect("a moment");
    let when =
        When { from: moment(from), to: to.map(moment), precision, wording: None, note: None };
    let m = messages(language);
    [m.when_short(&when), m.when_long(&when, 240)]
        .map(|text| text.replace(is_isolate, "").replace('\u{a0}', " "))
}

fn is_isolate(letter: char) -> bool {
    matches!(letter, '\u{2066}'..='\u{2069}')
}

#[test]
fn dates_are_written_as_armenian_and_azerbaijani_write_them() {
    let (minute, day, month) = ("2022-09-13T00:05", "2022-09-13", "2022-09-01");
    for (language, precision, from, to, short, full) in [
        (
            "hy",
            Precision::Minute,
            minute,
            None,
            "2022 թ. սեպտեմբերի 13 · 00:05",
            "2022 թ. սեպտեմբերի 13, երեքշաբթի, տեղական ժամանակով՝ 00:05 (երկուշաբթի, 20:05 UTC)",
        ),
        (
            "az",
            Precision::Minute,
            minute,
            None,
            "13 sentyabr 2022 · 00:05",
            "13 sentyabr 2022, çərşənbə axşamı, yerli vaxtla 00:05 (bazar ertəsi, 20:05 UTC)",
        ),
        (
            "hy",
            Precision::Day,
            day,
            Some("2022-09-15"),
            "2022 թ. սեպտեմբերի 13–15",
            "2022 թ. սեպտեմբերի 13–15",
        ),
        (
            "az",
            Precision::Day,
            day,
            Some("2022-09-15"),
            "13–15 sentyabr 2022",
            "13–15 sentyabr 2022",
        ),
        (
            "hy",
            Precision::Day,
            day,
            Some("2022-11-01"),
            "2022 թ. սեպտեմբերի 13 – 2022 թ. նոյեմբերի 1",
            "2022 թ. սեպտեմբերի 13 – 2022 թ. նոյեմբերի 1",
        ),
        (
            "az",
            Precision::Day,
            day,
            Some("2022-11-01"),
            "13 sentyabr 2022 – 1 noyabr 2022",
            "13 sentyabr 2022 – 1 noyabr 2022",
        ),
        ("hy", Precision::Month, month, None, "2022 թ. սեպտեմբեր", "2022 թ. սեպտեմբեր"),
        ("az", Precision::Month, month, None, "sentyabr 2022", "sentyabr 2022"),
    ] {
        let [in_short, in_full] = said(language, precision, from, to);
        assert_eq!((in_short.as_str(), in_full.as_str()), (short, full), "{language} {from}");
    }
}

#[test]
fn armenian_counts_none_as_it_counts_one_and_azerbaijani_does_not() {
    let counted = r#"{ "x#one": "one {n}", "x#other": "other {n}" }"#;
    for (language, expected) in
        [("hy", ["one 0", "one 1", "other 2"]), ("az", ["other 0", "one 1", "other 2"])]
    {
        let m = Messages::parse(language, counted).expect("an object");
        assert_eq!([0, 1, 2].map(|n| m.count("x", n)), expected, "{language}");
    }
    for key in ["count.reports", "count.events", "count.claims", "list.found"] {
        assert!(messages("hy").count(key, 0).starts_with('0'), "{key}: none is said as a number");
    }
}
