//! The published form: what is written comes back, and what is damaged is left out and counted.

use std::sync::{Arc, OnceLock};

use proptest::prelude::*;
use qawlan::data::published::{Reading, read, write};
use qawlan::data::resolve::Edition;
use qawlan::domain::dataset::Dataset;
use qawlan::domain::search::hits::search;
use qawlan::domain::search::index::{Entry, EntryKind, SearchIndex};
use qawlan::domain::statement::Statement;
use serde_json::{Value, json};

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/texts.rs"]
mod texts;

/// Both folders in every language.
fn editions() -> Vec<(String, Edition)> {
    let folders = [folder::north_south(), folder::shipped()];
    let each = folders.iter().flat_map(|folder| {
        folder::languages(folder).into_iter().map(move |language| {
            (format!("{} in {language}", folder.display()), folder::edition(folder, language))
        })
    });
    each.collect()
}

fn english() -> &'static Edition {
    static EDITION: OnceLock<Edition> = OnceLock::new();
    EDITION.get_or_init(|| folder::edition(&folder::north_south(), "en"))
}

fn index() -> Value {
    serde_json::from_str(&write::dataset(&english().dataset)).expect("what is written is JSON")
}

/// The file of the spring's statements: own ones and its events' losses.
fn spring() -> (Value, [Vec<Arc<Statement>>; 2]) {
    let edition = english();
    let subject = folder::subject(edition, "2031-spring");
    let lists = [edition.statements_about(Some(&subject)), edition.event_losses(&subject)];
    let json = write::statements(&lists[0], &lists[1]);
    (serde_json::from_str(&json).expect("what is written is JSON"), lists)
}

#[test]
fn a_dataset_comes_back_as_it_was_written() {
    for (name, edition) in editions() {
        let reading = read::dataset(&write::dataset(&edition.dataset)).expect("it can be read");
        let value = Dataset::clone(&edition.dataset);
        assert_eq!(reading, Reading { value, faults: Vec::new() }, "{name}");
    }
}

#[test]
fn statements_come_back_as_they_were_written() {
    for (name, edition) in editions() {
        let mut files: Vec<[Vec<Arc<Statement>>; 2]> = folder::subjects(&edition)
            .iter()
            .map(|subject| [edition.statements_about(Some(subject)), edition.event_losses(subject)])
            .collect();
        files.push([edition.statements_about(None), Vec::new()]);
        for lists in files {
            let reading =
                read::statements(&write::statements(&lists[0], &lists[1])).expect("it can be read");
            assert_eq!(reading, Reading { value: lists, faults: Vec::new() }, "{name}");
        }
    }
}

#[test]
fn every_claim_is_published_under_its_subject() {
    for (name, edition) in editions() {
        let mut published: Vec<String> = folder::subjects(&edition)
            .iter()
            .map(Some)
            .chain([None])
            .flat_map(|subject| edition.statements_about(subject))
            .flat_map(|statement| {
                statement.claims.iter().map(|c| c.id.to_string()).collect::<Vec<_>>()
            })
            .collect();
        let mut written: Vec<String> =
            edition.statements.iter().flat_map(|s| &s.claims).map(|c| c.id.to_string()).collect();
        published.sort();
        written.sort();
        assert_eq!(published, written, "{name}");
        assert_eq!(edition.dataset.about.claim_count, written.len(), "{name}");
    }
}

#[test]
fn search_words_come_back_as_they_were_written() {
    for folder in [folder::north_south(), folder::shipped()] {
        for language in folder::languages(&folder) {
            let edition = folder::edition(&folder, language);
            let entries = texts::entries(&folder, &edition, language);
            let reading =
                read::search_entries(&write::search_entries(&entries)).expect("it can be read");
            assert_eq!(reading, Reading { value: entries, faults: Vec::new() }, "{language}");
        }
    }
}

/// A list of the index, a field without which its items can't be read, and the dataset without
/// the item at a place.
type WithoutOne = fn(&mut Dataset, usize);
const LISTS: &[(&str, &str, WithoutOne)] = &[
    ("parties", "name", |dataset, at| drop(dataset.parties.remove(at))),
    ("speakers", "party", |dataset, at| drop(dataset.speakers.remove(at))),
    ("outlets", "id", |dataset, at| drop(dataset.outlets.remove(at))),
    ("sources", "headline", |dataset, at| drop(dataset.sources.remove(at))),
    ("topics", "kind", |dataset, at| drop(dataset.topics.remove(at))),
    ("kinds", "name", |dataset, at| drop(dataset.kinds.remove(at))),
    ("places", "exactness", |dataset, at| drop(dataset.places.remove(at))),
    ("episodes", "from", |dataset, at| drop(dataset.episodes.remove(at))),
    ("events", "when", |dataset, at| drop(dataset.events.remove(at))),
];

#[test]
fn a_broken_item_is_left_out_and_counted_and_the_rest_is_whole() {
    for (list, field, without_one) in LISTS {
        let length = index()[list].as_array().map_or(0, Vec::len);
        for at in [0, length - 1] {
            for damage in [None, Some(json!(["nonsense"]))] {
                let mut damaged = index();
                folder::put(&mut damaged, &format!("/{list}/{at}/{field}"), damage);
                let reading = read::dataset(&damaged.to_string()).expect("the rest can be read");
                let mut expected = Dataset::clone(&english().dataset);
                without_one(&mut expected, at);
                assert_eq!(reading.value, expected, "{list} {at}");
                assert_eq!(reading.faults.len(), 1, "{list} {at}: {:?}", reading.faults);
                let fault = &reading.faults[0];
                assert!(
                    fault.starts_with(&format!("{list}[{at}]")) && fault.contains(field),
                    "{fault}"
                );
            }
        }
    }
}

#[test]
fn an_item_that_is_no_object_is_left_out_and_counted() {
    for junk in [json!(null), json!(7), json!("text"), json!([])] {
        let mut damaged = index();
        damaged["events"][1] = junk.clone();
        let reading = read::dataset(&damaged.to_string()).expect("the rest can be read");
        assert_eq!(reading.value.events.len(), english().dataset.events.len() - 1, "{junk}");
        assert_eq!(reading.faults.len(), 1, "{junk}");
    }
}

#[test]
fn two_broken_items_are_two_faults() {
    let mut damaged = index();
    folder::put(&mut damaged, "/events/0/id", None);
    folder::put(&mut damaged, "/places/1/at", Some(json!([1])));
    let reading = read::dataset(&damaged.to_string()).expect("the rest can be read");
    assert_eq!(reading.faults.len(), 2, "{:?}", reading.faults);
}

#[test]
fn a_broken_statement_is_left_out_and_counted() {
    let (file, lists) = spring();
    for (which, list) in ["statements", "event_losses"].into_iter().enumerate() {
        let mut damaged = file.clone();
        folder::put(&mut damaged, &format!("/{list}/0/said/latest"), Some(json!("2031-02-30")));
        let reading = read::statements(&damaged.to_string()).expect("the rest can be read");
        let mut expected = lists.clone();
        expected[which].remove(0);
        assert_eq!(reading.value, expected, "{list}");
        assert_eq!(reading.faults.len(), 1, "{list}: {:?}", reading.faults);
        assert!(reading.faults[0].starts_with(&format!("{list}[0]")), "{:?}", reading.faults);
    }
}

#[test]
fn a_broken_claim_does_not_take_its_statement_along() {
    let (file, lists) = spring();
    for (field, damage) in [
        ("topic", None),
        ("position", Some(json!("admits"))),
        ("content", Some(json!(1))),
        ("figures/0/measure", Some(json!("dead"))),
        ("figures/0/amount", Some(json!(-3))),
        ("figures/0/amount", Some(json!([1, 2, 3]))),
        ("figures/0/whose", Some(json!([7]))),
        ("in/0/at", Some(json!("footnote"))),
        ("denies", Some(json!(7))),
        ("summary", Some(json!({ "en": "x" }))),
    ] {
        let with_two =
            lists[1].iter().position(|s| s.claims.len() > 1).expect("a statement with two claims");
        let mut damaged = file.clone();
        folder::put(&mut damaged, &format!("/event_losses/{with_two}/claims/0/{field}"), damage);
        let reading = read::statements(&damaged.to_string()).expect("the rest can be read");
        let mut expected = lists.clone();
        let mut statement = Statement::clone(&expected[1][with_two]);
        statement.claims.remove(0);
        expected[1][with_two] = Arc::new(statement);
        assert_eq!(reading.value, expected, "{field}");
        assert_eq!(reading.faults.len(), 1, "{field}: {:?}", reading.faults);
        assert!(reading.faults[0].contains("claims[0]"), "{:?}", reading.faults);
    }
}

#[test]
fn a_broken_search_entry_is_left_out_and_counted_and_no_other_takes_its_place() {
    let edition = english();
    let entries = texts::entries(&folder::north_south(), edition, "en");
    let whole: Value = serde_json::from_str(&write::search_entries(&entries)).expect("JSON");
    for field in ["title", "holds", "kind", "n"] {
        let mut damaged = whole.clone();
        let pointer = format!("/entries/{}/{field}", entries.len() - 2);
        folder::put(&mut damaged, &pointer, Some(json!({})));
        let reading = read::search_entries(&damaged.to_string()).expect("the rest can be read");
        assert_eq!(reading.value.len(), entries.len() - 1);
        assert_eq!(reading.faults.len(), 1, "{field}");
    }
    let mut damaged = whole;
    folder::put(&mut damaged, "/entries/0/names", None);
    let reading = read::search_entries(&damaged.to_string()).expect("the rest can be read");
    assert_eq!(reading.faults.len(), 1);
    // The events' numbers still mean the same names.
    let events = &edition.dataset.events;
    let found = |entries: &[Entry], words: &str| -> Vec<bool> {
        let index = Arc::new(SearchIndex::whole("en", entries.to_vec(), events));
        let hits = search(vec![index], vec![0], events.len(), words).expect("a word");
        (0..events.len()).map(|at| hits.score(at) > 0).collect()
    };
    let mut asked = 0;
    for name in entries[1..].iter().filter(|entry| entry.kind != EntryKind::Event) {
        let joined: String = name.texts[0].text.split(' ').collect();
        assert_eq!(found(&entries, &joined), found(&reading.value, &joined), "{joined}");
        asked += 1;
    }
    assert!(asked > 5);
}

#[test]
fn an_address_that_is_no_web_address_is_no_link() {
    for (address, expected) in [
        (json!("https://example.org/a"), Some("https://example.org/a")),
        (json!("javascript:alert(1)"), None),
        (json!("data:text/html,x"), None),
        (json!("//example.org"), None),
    ] {
        let mut changed = index();
        changed["sources"][0]["address"] = address;
        let reading = read::dataset(&changed.to_string()).expect("it can be read");
        assert_eq!(reading.value.sources[0].address.as_deref(), expected);
    }
}

#[test]
fn a_file_without_its_frame_is_an_error_that_says_what_is_wrong() {
    for (json, what) in [
        ("", "no JSON"),
        ("[]", "not an object"),
        ("null", "not an object"),
        ("{}", "about is not"),
        ("{\"about\":[]}", "about is not"),
        ("<!doctype html>", "no JSON"),
    ] {
        let error = read::dataset(json).expect_err("nothing of it can be read");
        assert!(error.contains(what), "{json}: {error}");
    }
    for json in ["", "[]", "7", "{\"statements\":{}}"] {
        read::statements(json).expect_err("nothing of it can be read");
    }
    for json in ["", "[]", "{\"entries\":7}"] {
        read::search_entries(json).expect_err("nothing of it can be read");
    }
}

#[test]
fn a_truncated_file_is_an_error() {
    for json in [write::dataset(&english().dataset), spring().0.to_string()] {
        for end in (0..json.len()).filter(|end| json.is_char_boundary(*end)).step_by(61) {
            assert!(read::dataset(&json[..end]).is_err(), "{end}");
            assert!(read::statements(&json[..end]).is_err(), "{end}");
            assert!(read::search_entries(&json[..end]).is_err(), "{end}");
        }
    }
}

/// Pointers to every value of a file.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (name, inner) in map {
                let at = format!("{at}/{name}");
                all.push(at.clone());
                pointers(inner, &at, all);
            }
        }
        Value::Array(list) => {
            for (number, inner) in list.iter().enumerate() {
                let at = format!("{at}/{number}");
                all.push(at.clone());
                pointers(inner, &at, all);
            }
        }
        _ => {}
    }
}

fn junk() -> impl Strategy<Value = Value> {
    proptest::sample::select(vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(1e300),
        json!(u64::MAX),
        json!(""),
        json!("x"),
        json!("ar"),
        json!([]),
        json!([[]]),
        json!({}),
        json!([1, 2]),
        json!(["x", "x"]),
    ])
}

fn damaged(file: &Value, wounds: &[(proptest::sample::Index, Value)]) -> String {
    let mut file = file.clone();
    let mut all = Vec::new();
    pointers(&file, "", &mut all);
    for (index, junk) in wounds {
        if let Some(value) = file.pointer_mut(&all[index.index(all.len())]) {
            *value = junk.clone();
        }
    }
    file.to_string()
}

proptest! {
    #[test]
    fn random_damage_never_brings_the_page_down(
        wounds in proptest::collection::vec((any::<proptest::sample::Index>(), junk()), 1..4),
    ) {
        for file in [index(), spring().0] {
            let json = damaged(&file, &wounds);
            // Reading may refuse or leave out; it may not panic.
            let _ = read::dataset(&json);
            let _ = read::statements(&json);
            let _ = read::search_entries(&json);
        }
    }

    #[test]
    fn no_item_vanishes_uncounted(
        wounds in proptest::collection::vec((any::<proptest::sample::Index>(), junk()), 1..4),
    ) {
        let json = damaged(&index(), &wounds);
        if let Ok(reading) = read::dataset(&json) {
            let file: Value = serde_json::from_str(&json).expect("JSON");
            let written: usize = LISTS.iter().filter_map(|(list, ..)| file[list].as_array()).map(Vec::len).sum();
            let d = &reading.value;
            let read = d.parties.len() + d.speakers.len() + d.outlets.len() + d.sources.len() + d.topics.len()
                + d.kinds.len() + d.places.len() + d.episodes.len() + d.events.len();
            prop_assert_eq!(read + reading.faults.len(), written, "{:?}", reading.faults);
        }
    }

    #[test]
    fn random_bytes_never_bring_the_page_down(
        at in any::<proptest::sample::Index>(), with in any::<u8>(), length in 0usize..40,
    ) {
        let mut bytes = write::dataset(&english().dataset).into_bytes();
        let from = at.index(bytes.len());
        let to = (from + length).min(bytes.len());
        bytes.splice(from..to, [with]);
        let json = String::from_utf8_lossy(&bytes);
        let _ = read::dataset(&json);
        let _ = read::statements(&json);
    }
}
