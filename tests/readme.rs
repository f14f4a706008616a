//! What the README says is so: its example works to the letter, and its tables are the project's.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use qawlan::domain::comparison::compare;
use qawlan::domain::facet::Facet;
use qawlan::domain::id::PartyId;
use qawlan::domain::party::Side;
use qawlan::domain::row_state::{Reason, RowState};
use qawlan::view_state::ViewState;

#[path = "fixtures/folder.rs"]
mod folder;

const README: &str = include_str!("../README.md");

/// The fenced blocks that say which file they are: path and text.
fn files() -> Vec<(&'static str, &'static str)> {
    let blocks = README.split("```json ").skip(1);
    blocks
        .map(|block| {
            let (path, rest) = block.split_once('\n').expect("a block begins with its file's name");
            (path, rest.split("```").next().unwrap_or(rest))
        })
        .collect()
}

/// The section under a heading.
fn section(heading: &str) -> &'static str {
    let (_, rest) = README
        .split_once(&format!("## {heading}\n"))
        .unwrap_or_else(|| panic!("no section {heading}"));
    rest.split("\n## ").next().unwrap_or(rest)
}

/// The rows of a section's tables, cell by cell; heads left out.
fn rows(section: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = section.lines().collect();
    let is_row = |at: &usize| {
        let next = lines.get(at + 1).copied().unwrap_or("");
        lines[*at].starts_with('|') && !lines[*at].starts_with("|--") && !next.starts_with("|--")
    };
    (0..lines.len())
        .filter(is_row)
        .map(|at| lines[at].trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

/// What stands between backticks.
fn codes(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn adding_an_event_works_as_described() {
    let copy = folder::copy_of(&folder::north_south());
    let files = files();
    assert_eq!(files.len(), 3, "an event and two statements");
    for (path, text) in files {
        fs::write(copy.path().join(path), text).expect("the file can be written");
    }
    let edition = folder::edition(copy.path(), "en");
    let event = edition.dataset.events.iter().find(|event| event.id.as_str() == "2031-04-05-depot");
    let event = event.expect("the event is in the dataset");
    assert_eq!(event.title, "The fire at the depot");
    let subject = folder::subject(&edition, event.id.as_str());
    let dataset = &edition.dataset;
    let statements = edition.statements_about(Some(&subject));
    let comparison = compare(dataset, &dataset.pair, &event.editor_states, &statements);
    let told: Vec<(String, String)> = comparison
        .rows
        .iter()
        .map(|row| {
            let of = row.whose.as_ref().map_or_else(String::new, |party| format!(" of `{party}`"));
            (format!("`{}`{of}", row.topic), format!("`{}`", row.state.key()))
        })
        .collect();
    let described: Vec<(String, String)> = rows(section("Add an event"))
        .into_iter()
        .map(|row| (row[0].to_owned(), row[1].to_owned()))
        .collect();
    assert_eq!(told, described);
    assert_eq!(comparison.rows[0].reason, Reason::NotSaid(Side::Second));
    assert!(matches!(comparison.rows[1].reason, Reason::FiguresApart { gap: 2, .. }));
    assert_eq!(comparison.rows[1].whose, Some(PartyId::new("north")));
}

#[test]
fn the_commands_are_those_of_the_makefile() {
    let makefile = read("Makefile");
    let named: BTreeSet<&str> = rows(section("Commands"))
        .iter()
        .flat_map(|row| codes(row[0]))
        .filter_map(|code| code.strip_prefix("make "))
        .collect();
    let targets = makefile.lines().filter_map(|line| line.split_once(':')).map(|(name, _)| name);
    let targets =
        targets.filter(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase()));
    let internal = ["help", "setup"];
    assert_eq!(named, targets.filter(|target| !internal.contains(target)).collect());
}

#[test]
fn the_layout_names_what_is_there() {
    for row in rows(section("How it is laid out")) {
        for path in codes(row[0]) {
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists(), "{path}");
        }
    }
}

#[test]
fn the_addresses_are_understood() {
    let dataset = folder::edition(&folder::north_south(), "en").dataset;
    let mut names = BTreeSet::new();
    for row in rows(section("Addresses")) {
        let (path, query) = match row.len() {
            2 => (codes(row[0])[0], ""),
            // The list as a whole has no moment.
            _ if codes(row[0]) == ["asof"] => ("en/episodes/2031-spring/", codes(row[2])[0]),
            _ => ("en/", codes(row[2])[0]),
        };
        let (mut state, bad) =
            ViewState::parse(path, query).unwrap_or_else(|| panic!("{path} is ours"));
        assert_eq!(bad, [], "{path} {query}");
        assert_eq!(state.check(&dataset), [], "{path} {query}");
        let written = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
        assert_eq!(state.address(), written);
        if row.len() == 3 {
            names.extend(codes(row[0]));
        }
    }
    let others =
        ["from", "to", "area", "q", "sort", "first", "asof", "names", "view", "map"].into_iter();
    assert_eq!(names, Facet::ALL.iter().map(|facet| facet.key()).chain(others).collect());
}

#[test]
fn the_hooks_are_in_the_pages() {
    let mut sources = String::new();
    let views = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view");
    let entries = fs::read_dir(views).expect("the views").flatten();
    for entry in entries.filter(|entry| entry.path().is_file()) {
        sources.push_str(&fs::read_to_string(entry.path()).expect("a source is UTF-8"));
    }
    for row in rows(section("Hooks")) {
        for hook in codes(row[0]) {
            assert!(sources.contains(hook), "no view writes {hook}");
        }
    }
    for state in codes(section("Hooks"))
        .into_iter()
        .filter(|code| ["agree", "differ", "denied"].contains(code))
    {
        assert!(RowState::from_key(state).is_some());
    }
}

#[test]
fn the_budgets_are_those_that_are_measured() {
    let budgets: serde_json::Value = serde_json::from_str(&read("budgets.json")).expect("JSON");
    let told: BTreeSet<(String, u64)> = rows(section("Budgets"))
        .iter()
        .map(|row| (codes(row[1])[0].to_owned(), row[2].parse().expect("a number")))
        .collect();
    let measured: BTreeSet<(String, u64)> = budgets
        .as_object()
        .expect("an object")
        .iter()
        .filter_map(|(name, value)| Some((name.clone(), value.as_u64()?)))
        .collect();
    assert_eq!(told, measured);
}

#[test]
fn every_file_it_links_to_is_there() {
    let links = README.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
    for link in links.filter(|link| !link.starts_with("http")) {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(link).exists(), "{link}");
    }
}
