//! The files from which downloads are made: every claim stands in its subject's file once, with all
//! that its record says.

#[path = "fixtures/build.rs"]
mod build;
#[path = "fixtures/folder.rs"]
mod folder;

use std::collections::BTreeMap;

use build::{Build, TEMPLATE};
use qawlan::domain::claim::Content;
use qawlan::domain::comparison::ClaimRef;
use qawlan::domain::event::Subject;
use serde_json::{Value, json};

fn file(build: &Build, language: &str, name: &str) -> Value {
    let text = build.read(&format!("published/{language}/claims/{name}.json"));
    serde_json::from_str(&text).expect("a row file holds JSON")
}

fn name(subject: Option<&Subject>) -> String {
    match subject {
        Some(Subject::Event(id)) => format!("events/{id}"),
        Some(Subject::Episode(id)) => format!("episodes/{id}"),
        None => "general".to_owned(),
    }
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().unwrap_or_else(|| panic!("no list {name}"))
}

fn published() -> Build {
    let build = Build::new(TEMPLATE);
    build.publish(&folder::north_south()).expect("no finding");
    build
}

fn row<'a>(file: &'a Value, claim: &str) -> &'a Value {
    let rows = list(file, "claims").iter();
    rows.clone().find(|row| row["claim"] == claim).unwrap_or_else(|| panic!("no row {claim}"))
}

#[test]
fn every_claim_stands_once_in_its_subjects_file_with_its_json_ld() {
    let build = published();
    for language in folder::languages(&folder::north_south()) {
        let edition = folder::edition(&folder::north_south(), language);
        let subjects = folder::subjects(&edition);
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for subject in subjects.iter().map(Some).chain([None]) {
            let file = file(&build, language, &name(subject));
            let claims = ClaimRef::all_of(&edition.statements_about(subject));
            let ids: Vec<&str> = claims.iter().map(|claim| claim.claim().id.as_str()).collect();
            let rows: Vec<&Value> = list(&file, "claims").iter().map(|row| &row["claim"]).collect();
            assert_eq!(rows, ids, "{language} {}", name(subject));
            for (row, node) in list(&file, "claims").iter().zip(list(&file, "nodes")) {
                assert_eq!(row["address"], node["@id"]);
                assert_eq!(row["summary"], node["text"]);
                *seen.entry(row["claim"].to_string()).or_default() += 1;
            }
            assert_eq!(list(&file, "nodes").len(), ids.len());
            assert_eq!(list(&file, "described").len(), usize::from(subject.is_some()));
        }
        assert!(seen.values().all(|count| *count == 1), "{seen:?}");
        let all: usize = edition.statements.iter().map(|it| it.claims.len()).sum();
        assert_eq!(seen.len(), all, "{language}");
    }
}

#[test]
fn a_claim_whose_words_no_report_carries_is_there_and_says_so() {
    let build = published();
    let edition = folder::edition(&folder::north_south(), "en");
    let mut unsaid = 0;
    for subject in folder::subjects(&edition) {
        let file = file(&build, "en", &name(Some(&subject)));
        let claims = ClaimRef::all_of(&edition.statements_about(Some(&subject)));
        for (claim, node) in claims.iter().zip(list(&file, "nodes")) {
            let is_carried = claim.claim().content == Content::Carried;
            assert_eq!(node["disambiguatingDescription"].is_null(), is_carried);
            assert_eq!(
                row(&file, claim.claim().id.as_str())["content"],
                claim.claim().content.key()
            );
            unsaid += usize::from(!is_carried);
        }
    }
    assert!(unsaid > 1, "the fixture has some of them");
}

#[test]
fn an_episodes_file_holds_the_losses_in_its_events_apart_from_its_own_claims() {
    let build = published();
    let edition = folder::edition(&folder::north_south(), "en");
    let mut losses = 0;
    for subject in folder::subjects(&edition) {
        let file = file(&build, "en", &name(Some(&subject)));
        let mut expected: Vec<String> = ClaimRef::all_of(&edition.event_losses(&subject))
            .iter()
            .map(|claim| claim.claim().id.to_string())
            .collect();
        expected.sort();
        let Subject::Episode(_) = &subject else {
            assert!(file["losses"].is_null(), "{}", name(Some(&subject)));
            continue;
        };
        let rows = list(&file["losses"], "claims");
        let mut found: Vec<&str> = rows.iter().filter_map(|row| row["claim"].as_str()).collect();
        found.sort_unstable();
        assert_eq!(found, expected);
        for (row, node) in rows.iter().zip(list(&file["losses"], "nodes")) {
            assert_eq!(row["about"], "event");
            let own = self::file(&build, "en", &format!("events/{}", as_text(&row["event"]["id"])));
            assert_eq!(self::row(&own, as_text(&row["claim"])), row, "as in its event's own file");
            assert!(list(&own, "nodes").contains(node));
        }
        losses += rows.len();
    }
    assert!(losses > 0, "the fixture has some of them");
}

fn as_text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

#[test]
fn ids_stand_beside_the_names_that_readers_know() {
    let build = published();
    let file = file(&build, "en", "events/2031-04-02-bridge");
    let edition = folder::edition(&folder::north_south(), "en");
    let mut figures = 0;
    for row in list(&file, "claims") {
        assert_eq!(row["event"]["id"], "2031-04-02-bridge");
        let party = &row["speakers"][0]["party"];
        let names: Vec<&str> = edition.dataset.parties.iter().map(|it| it.name.as_str()).collect();
        assert!(party.is_null() || names.contains(&as_text(&party["name"])), "{party}");
        for state in list(row, "states") {
            assert!(state["reason"].is_null() || !as_text(&state["reason"]).is_empty());
            assert_ne!(state["name"], state["state"], "a word for readers");
        }
        for figure in list(row, "figures") {
            figures += 1;
            let given = figure["amount"] != "not-given";
            assert_eq!(figure["low"].is_u64(), given, "{figure}");
            assert_eq!(figure["high"].is_u64(), given, "{figure}");
        }
    }
    assert!(figures > 1);
}

#[test]
fn a_correction_of_a_statement_goes_along_with_its_claims() {
    let changes = json!([{
        "date": "2031-09-01",
        "what": { "ar": "صُحح العدد", "en": "The number was corrected" },
        "why": { "ar": "خطأ في النقل", "en": "It was copied wrongly" },
    }]);
    let statement = "statements/2031-04-02-north-defence.json";
    let records = folder::changed(&[(statement, "/changes", changes)]);
    let build = Build::new(TEMPLATE);
    build.publish(records.path()).expect("no finding");
    let file = file(&build, "en", "events/2031-04-02-bridge");
    let mut changed = 0;
    for row in list(&file, "claims") {
        let expected = match as_text(&row["statement"]) {
            "2031-04-02-north-defence" => json!([{
                "date": "2031-09-01",
                "what": "The number was corrected",
                "why": "It was copied wrongly",
            }]),
            _ => json!([]),
        };
        changed += list(row, "changes").len();
        assert_eq!(row["changes"], expected);
    }
    assert!(changed > 0);
}

#[test]
fn marks_of_direction_stay_on_the_page() {
    let build = published();
    let is_mark = |c: char| ('\u{2066}'..='\u{2069}').contains(&c);
    let files = build.files();
    let page = build.read("ar/episodes/2031-spring/index.html");
    assert!(page.contains(is_mark), "the page has some");
    let own: Vec<&String> = files.iter().filter(|name| name.contains("/claims/")).collect();
    assert!(own.len() > 10);
    for name in own {
        assert!(!build.read(name).contains(is_mark), "{name}");
    }
}

#[test]
fn the_dataset_says_whose_it_is_and_of_when() {
    let build = published();
    for language in folder::languages(&folder::north_south()) {
        let about = file(&build, language, "about");
        let own = folder::edition(&folder::north_south(), language).dataset.about.clone();
        let dataset = &about["dataset"];
        assert_eq!(dataset["licence"], own.licence.as_str());
        assert_eq!(dataset["corpus"], own.corpus.as_str());
        assert_eq!(dataset["data_date"], own.updated.iso());
        assert_eq!(dataset["language"], language);
        assert!(!as_text(&dataset["language_note"]).is_empty(), "how its words were made");
        assert_eq!(dataset["link"], format!("http://127.0.0.1:8080/{language}/"));
        assert_eq!(about["node"]["@type"], "Dataset");
    }
}
