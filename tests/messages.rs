//! The words of the interface: every one that is used is there in every language, in every form
//! that language counts with, and none is left over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use qawlan::domain::claim::Position;
use qawlan::domain::comparison::Fill;
use qawlan::domain::date::Precision;
use qawlan::domain::facet::{Facet, Whereabouts};
use qawlan::domain::figure::{Amount, Figure, Measure, People, Qualifier};
use qawlan::domain::losses::LossGroup;
use qawlan::domain::place::{Exactness, Role};
use qawlan::domain::row_state::RowState;
use qawlan::domain::search::index::EntryKind;
use qawlan::i18n::LOCALES;
use qawlan::i18n::messages::Messages;
use qawlan::i18n::plurals::{categories, category};
use qawlan::view::keys::KEYS;

fn messages(language: &str) -> Messages {
    let (code, json) =
        LOCALES.iter().find(|(code, _)| *code == language).expect("a language of ours");
    Messages::parse(code, json).expect("its file is one object of texts")
}

/// The sources that speak to readers.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths: Vec<PathBuf> =
        ["session.rs", "main.rs", "view.rs", "publish.rs"].map(|name| root.join(name)).into();
    let mut folders = ["view", "i18n", "browser", "publish"].map(|name| root.join(name)).to_vec();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|ending| ending == "rs") {
                paths.push(entry.path());
            }
        }
    }
    paths.sort();
    let texts = paths.iter().filter_map(|path| fs::read_to_string(path).ok());
    let texts: Vec<String> = texts.map(|text| code(&text)).collect();
    assert!(texts.len() > 10, "the sources are where they were");
    texts
}

/// A source without its comments and its own tests.
fn code(text: &str) -> String {
    let lines = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    lines.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Every string literal with the code just before it.
fn literals(code: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = code[at..].find('"').map(|start| at + start) {
        if code[..start].ends_with('\'') {
            at = start + 1;
            continue;
        }
        let mut end = start + 1;
        while let Some(c) = code[end..].chars().next() {
            match c {
                '\\' => end += 1 + code[end + 1..].chars().next().map_or(0, char::len_utf8),
                '"' => break,
                other => end += other.len_utf8(),
            }
        }
        found.push((code[..start].trim_end(), &code[start + 1..end]));
        at = (end + 1).min(code.len());
    }
    found
}

fn is_key(text: &str) -> bool {
    let is_part = |part: &str| {
        let mut chars = part.chars();
        let is_inside = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        chars.next().is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
            && chars.all(is_inside)
    };
    let is_file = ["html", "json", "css", "js", "wasm", "svg", "txt", "xml"]
        .iter()
        .any(|ending| text.ends_with(&format!(".{ending}")));
    let is_named = text.starts_with(|c: char| c.is_ascii_lowercase());
    is_named && text.split('.').count() == 2 && text.split('.').all(is_part) && !is_file
}

/// What the sources ask for: plain keys, counted keys, and families of words.
#[derive(Default, Debug)]
struct Asked {
    plain: BTreeSet<String>,
    counted: BTreeSet<String>,
    families: BTreeSet<String>,
}

fn asked_in(sources: &[String]) -> Asked {
    let mut asked = Asked::default();
    for (before, literal) in sources.iter().flat_map(|source| literals(source)) {
        let counts =
            [".count(", ".count_with(", ".counted("].iter().any(|call| before.ends_with(call));
        if before.ends_with(".word(") {
            asked.families.insert(literal.to_owned());
        } else if counts {
            asked.counted.insert(literal.to_owned());
        } else if is_key(literal) {
            asked.plain.insert(literal.to_owned());
        }
    }
    asked
}

fn words<T: Copy>(all: &[T], key: fn(T) -> &'static str) -> Vec<String> {
    all.iter().map(|entry| key(*entry).to_owned()).collect()
}

/// The names in a family of words.
fn family(name: &str) -> Vec<String> {
    match name {
        "state" | "static-state" | "static-found" => words(RowState::ALL, RowState::key),
        "position" | "static-position" => words(Position::ALL, Position::key),
        // An empty cell without a statement counts the reports, and is a message of its own.
        "fill" => words(Fill::ALL, Fill::key)
            .into_iter()
            .filter(|key| key != Fill::NoStatement.key())
            .collect(),
        "static-qualifier" => words(Qualifier::ALL, Qualifier::key),
        "static-precision" | "static-precision-means" => words(Precision::ALL, Precision::key),
        "static-fill" => words(Fill::ALL, Fill::key),
        "measure" | "static-measure" => words(Measure::ALL, Measure::key),
        "role" | "static-role" => words(Role::ALL, Role::key),
        "exactness" | "static-exactness" => words(Exactness::ALL, Exactness::key),
        "losses" => words(LossGroup::ALL, LossGroup::key),
        "facet" => words(Facet::ALL, Facet::key),
        "where" => words(Whereabouts::ALL, Whereabouts::key),
        "sort" => ["best", "time", "gap", "claims"].map(str::to_owned).into(),
        "suggestion" => words(EntryKind::ALL, EntryKind::key),
        "static-theme" => ["device", "light", "dark"].map(str::to_owned).into(),
        "static-keys" => KEYS.iter().map(|(_, does)| (*does).to_owned()).collect(),
        "static-share-theme" => ["follow", "light", "dark"].map(str::to_owned).into(),
        "static-share-view" => ["losses", "list", "map", "timeline"].map(str::to_owned).into(),
        "static-share-width" => ["phone", "tablet", "desktop"].map(str::to_owned).into(),
        "static-snippet" | "static-snippet-note" => {
            ["listener", "frame", "element", "amp", "png", "svg", "table"].map(str::to_owned).into()
        }
        "month" => (1..=12).map(|n: u32| n.to_string()).collect(),
        "weekday" => (1..=7).map(|n: u32| n.to_string()).collect(),
        other => panic!("the sources ask for words of \"{other}\": say here which there are"),
    }
}

/// Every key a language must have, and no other.
fn required(language: &str) -> BTreeSet<String> {
    let asked = asked_in(&sources());
    let mut keys = asked.plain.clone();
    let mut counted = asked.counted.clone();
    for name in &asked.families {
        keys.extend(family(name).iter().map(|word| format!("{name}.{word}")));
    }
    // A measure agrees with its number; src/i18n/figures.rs makes the key.
    counted.extend(family("measure").iter().map(|word| format!("measure.{word}")));
    for key in counted {
        keys.extend(
            categories(language).iter().map(|category| format!("{key}#{}", category.key())),
        );
    }
    keys
}

#[test]
fn a_key_is_seen_wherever_it_is_asked_for() {
    let source = "m.text(\"a.b\"); m.count(\n    \"c.d\", n); m.word(\"state\", k); of(\"e.f-g\", side); \
                  let q = '\"'; m.fill(\"h.i\", &[(\"party\", \"x\\\"y\")]); fetch(\"index.json\")";
    let asked = asked_in(&[source.to_owned()]);
    assert_eq!(asked.plain, ["a.b", "e.f-g", "h.i"].map(str::to_owned).into());
    assert_eq!(asked.counted, ["c.d"].map(str::to_owned).into());
    assert_eq!(asked.families, ["state"].map(str::to_owned).into());
    assert_eq!(code("//! \"a.b\"\nlet x;\n#[cfg(test)]\n\"c.d\""), "let x;");
}

#[test]
fn every_message_that_is_used_is_there_in_every_language() {
    for (language, _) in LOCALES {
        let messages = messages(language);
        let missing: Vec<String> =
            required(language).into_iter().filter(|key| messages.find(key).is_none()).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:#?}");
    }
}

#[test]
fn no_message_is_left_over() {
    for (language, _) in LOCALES {
        let messages = messages(language);
        let required = required(language);
        let unused: Vec<&str> = messages.keys().filter(|key| !required.contains(*key)).collect();
        assert!(unused.is_empty(), "{language} has {unused:#?}, which nothing asks for");
    }
}

#[test]
fn every_message_says_something() {
    for (language, json) in LOCALES {
        let object: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(json).expect("an object");
        for (key, value) in object {
            let text = value.as_str().unwrap_or_else(|| panic!("{language} {key} is no text"));
            assert!(!text.is_empty(), "{language} {key} is empty");
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{language} {key}");
        }
    }
}

#[test]
fn no_key_stands_twice_in_a_file() {
    for (language, json) in LOCALES {
        let lines = json.lines().filter(|line| line.trim_start().starts_with('"'));
        let keys: Vec<&str> =
            lines.filter_map(|line| line.trim_start().split('"').nth(1)).collect();
        let distinct: BTreeSet<&&str> = keys.iter().collect();
        assert_eq!(keys.len(), distinct.len(), "{language}");
    }
}

fn holes(text: &str) -> BTreeSet<String> {
    let inside = text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    inside.map(str::to_owned).collect()
}

/// Holes that name what is counted or where it was: where nothing is counted there is nothing to
/// name.
const LISTS: [&str; 4] = ["reports", "values", "faults", "file"];

#[test]
fn a_message_has_the_same_holes_in_every_language_and_every_form() {
    let mut of_key: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let all: Vec<(&str, Messages)> =
        LOCALES.iter().map(|(language, _)| (*language, messages(language))).collect();
    let texts = || {
        all.iter().flat_map(|(language, m)| m.keys().map(move |key| (*language, key, m.text(key))))
    };
    for (_, key, text) in texts() {
        let base = key.split('#').next().unwrap_or(key);
        of_key.entry(base.to_owned()).or_default().extend(holes(text));
    }
    for (language, key, text) in texts() {
        let (base, form) = key.split_once('#').unwrap_or((key, ""));
        let mut expected = of_key[base].clone();
        // "One report", "two reports" may say the number in words, and none may name nothing.
        if matches!(form, "zero" | "one" | "two") && !holes(text).contains("n") {
            expected.remove("n");
        }
        if form == "zero" {
            expected.retain(|hole| !LISTS.contains(&hole.as_str()) || holes(text).contains(hole));
        }
        assert_eq!(holes(text), expected, "{language} {key}");
    }
}

#[test]
fn a_language_counts_in_its_own_forms() {
    for (language, n, form) in [
        ("ar", 0, "zero"),
        ("ar", 1, "one"),
        ("ar", 2, "two"),
        ("ar", 3, "few"),
        ("ar", 10, "few"),
        ("ar", 11, "many"),
        ("ar", 99, "many"),
        ("ar", 100, "other"),
        ("ar", 101, "other"),
        ("ar", 103, "few"),
        ("en", 0, "other"),
        ("en", 1, "one"),
        ("en", 2, "other"),
        ("en", 101, "other"),
    ] {
        assert_eq!(category(language, n).key(), form, "{language} {n}");
        assert!(categories(language).contains(&category(language, n)), "{language} {n}");
    }
}

#[test]
fn arabic_counts_reports_as_arabic_does() {
    let json = r#"{ "x#zero": "لا تقارير", "x#one": "تقرير واحد", "x#two": "تقريران",
        "x#few": "{n} تقارير", "x#many": "{n} تقريرًا", "x#other": "{n} تقرير" }"#;
    let messages = Messages::parse("ar", json).expect("an object");
    for (n, expected) in [
        (0, "لا تقارير"),
        (1, "تقرير واحد"),
        (2, "تقريران"),
        (3, "3 تقارير"),
        (11, "11 تقريرًا"),
        (100, "100 تقرير"),
        (102, "102 تقرير"),
        (103, "103 تقارير"),
    ] {
        assert_eq!(messages.count("x", n), expected, "{n}");
    }
}

#[test]
fn a_number_is_never_lost_from_a_counted_message() {
    for (language, _) in LOCALES {
        let messages = messages(language);
        for key in asked_in(&sources()).counted {
            for n in [0, 1, 2, 3, 11, 100] {
                let text = messages.counted(&key, n);
                assert_ne!(text, key, "{language} {key} {n}");
                let form = category(language, n).key();
                if !matches!(form, "zero" | "one" | "two") {
                    let words = messages.count(&key, n);
                    assert!(words.contains(&n.to_string()), "{language} {key} {n}: {words}");
                }
            }
        }
    }
}

#[test]
fn arabic_says_one_two_and_many_apart() {
    let messages = messages("ar");
    for key in ["count.reports", "count.events", "count.claims", "list.found"] {
        let forms: BTreeSet<String> = [0, 1, 2, 3, 11, 100]
            .into_iter()
            .map(|n| messages.count(key, n).replace(char::is_numeric, ""))
            .collect();
        assert_eq!(forms.len(), 6, "{key}: {forms:?}");
    }
}

#[test]
fn a_value_cannot_turn_the_sentence_around_it() {
    let messages = Messages::parse("ar", r#"{ "x": "قال {who} إن {n}", "broken": "قال {who" }"#)
        .expect("an object");
    let filled = messages.fill("x", &[("who", "North"), ("n", "49")]);
    assert_eq!(filled, "قال \u{2068}North\u{2069} إن 49");
    assert_eq!(
        messages.fill("x", &[("who", "{n}"), ("n", "1")]),
        "قال \u{2068}{n}\u{2069} إن 1",
        "a value is no message"
    );
    assert_eq!(messages.fill("broken", &[("who", "x")]), "قال who");
    assert_eq!(messages.fill("missing.key", &[]), "missing.key", "nothing is hidden");
}

#[test]
fn a_file_that_is_no_object_of_texts_is_refused_or_told() {
    for json in ["", "[]", "\"x\"", "{\"a\":"] {
        assert!(Messages::parse("en", json).is_err(), "{json}");
    }
    let messages = Messages::parse("en", r#"{ "a": 1, "b": "x" }"#).expect("an object");
    assert_eq!(messages.keys().collect::<Vec<_>>(), ["b"]);
}

fn figure(measure: Measure, amount: Amount, qualifier: Qualifier) -> Figure {
    let people = if measure == Measure::Houses { People::None } else { People::Military };
    Figure {
        measure,
        amount,
        qualifier,
        people,
        whose: Vec::new(),
        inferred_because: None,
        wording: None,
    }
}

#[test]
fn every_figure_is_worded_in_every_language() {
    let amounts = [0, 1, 2, 3, 11, 100, 30_000].map(Amount::Exactly);
    let amounts: Vec<Amount> = amounts.into_iter().chain([Amount::Range(3, 5)]).collect();
    for (language, _) in LOCALES {
        let messages = messages(language);
        for measure in Measure::ALL {
            for qualifier in Qualifier::ALL.iter().filter(|q| **q != Qualifier::NotGiven) {
                for amount in &amounts {
                    let text = messages.figure(&figure(*measure, *amount, *qualifier));
                    assert!(!text.contains(['{', '}', '#']), "{language}: {text}");
                    assert!(
                        !text.contains("measure.") && !text.contains("qualifier."),
                        "{language}: {text}"
                    );
                    let number = match amount {
                        Amount::Exactly(n) => messages.number(*n),
                        _ => "3–5".to_owned(),
                    };
                    assert!(text.contains(&number), "{language}: {text} says {number}");
                }
            }
            let text = messages.figure(&figure(*measure, Amount::NotGiven, Qualifier::NotGiven));
            assert!(
                !text.contains(['{', '}', '#']) && !text.contains("measure."),
                "{language}: {text}"
            );
            assert!(
                !text.contains(char::is_numeric),
                "{language}: a number not given is no number: {text}"
            );
        }
    }
}

#[test]
fn a_hedge_is_heard_in_the_words() {
    for (language, _) in LOCALES {
        let messages = messages(language);
        let of =
            |qualifier| messages.figure(&figure(Measure::Killed, Amount::Exactly(49), qualifier));
        let hedges = [
            Qualifier::AsStated,
            Qualifier::AtLeast,
            Qualifier::About,
            Qualifier::MoreThan,
            Qualifier::SoFar,
        ];
        let distinct: BTreeSet<String> = hedges.into_iter().map(of).collect();
        assert_eq!(distinct.len(), hedges.len(), "{language}: {distinct:?}");
    }
}

#[test]
fn a_range_keeps_its_order_in_right_to_left_text() {
    let messages = messages("ar");
    let text = messages.amount(&figure(Measure::Killed, Amount::Range(3, 5), Qualifier::Between));
    assert_eq!(
        text, "\u{2067}3–5\u{2069}",
        "isolated, from right to left: its low end is met first"
    );
}
