//! One glossary: every word of uncertainty is defined once, in every language, at an address that
//! pages lead to.

use std::collections::{BTreeMap, BTreeSet};

use qawlan::data::resolve::Edition;
use qawlan::domain::claim::Position;
use qawlan::domain::comparison::Fill;
use qawlan::domain::date::Precision;
use qawlan::domain::figure::{Measure, Qualifier};
use qawlan::domain::place::{Exactness, Role};
use qawlan::domain::row_state::RowState;
use qawlan::i18n::LOCALES;
use qawlan::view::standing::Standing;
use qawlan::view_state::ViewState;

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/page.rs"]
mod pages;

/// North and South in English. The interface's own words are in whatever language a page asks for.
fn edition() -> Edition {
    folder::edition(&folder::north_south(), "en")
}

fn glossary(language: &str) -> String {
    pages::standing(&edition(), language, Standing::Glossary)
}

/// Each entry's id with its word and its meaning, as text.
fn entries(html: &str) -> BTreeMap<String, (String, String)> {
    let entry = |part: &str| {
        let (id, rest) = part.split_once('"').expect("an id");
        let (_, rest) = rest.split_once('>').expect("the end of its tag");
        let (word, rest) = rest.split_once("</dt>").expect("the end of the word");
        let (_, rest) = rest.split_once("<dd>").expect("its meaning");
        let (meaning, _) = rest.split_once("</dd>").expect("the end of the meaning");
        (id.to_owned(), (text(word), text(meaning)))
    };
    html.split("<dt id=\"").skip(1).map(entry).collect()
}

/// The words between tags.
fn text(html: &str) -> String {
    let parts = html.split('<').enumerate();
    let words = parts.map(|(at, part)| match at {
        0 => part,
        _ => part.split_once('>').map_or("", |(_, words)| words),
    });
    words.collect::<String>().trim().to_owned()
}

/// The addresses of every entry that closed lists ask for.
fn required() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    fn of<T: Copy>(ids: &mut BTreeSet<String>, list: &str, all: &[T], key: fn(T) -> &'static str) {
        ids.extend(all.iter().map(|entry| format!("{list}-{}", key(*entry))));
    }
    of(&mut ids, "state", RowState::ALL, RowState::key);
    of(&mut ids, "fill", Fill::ALL, Fill::key);
    of(&mut ids, "qualifier", Qualifier::ALL, Qualifier::key);
    of(&mut ids, "position", Position::ALL, Position::key);
    of(&mut ids, "precision", Precision::ALL, Precision::key);
    of(&mut ids, "exactness", Exactness::ALL, Exactness::key);
    of(&mut ids, "role", Role::ALL, Role::key);
    of(&mut ids, "measure", Measure::ALL, Measure::key);
    let marks = [
        "fill-in-joint",
        "fill-no-statement-then",
        "whose-stated",
        "whose-inferred",
        "revision",
        "variant",
        "as-printed",
        "summarised",
        "quotation",
        "maybe-said",
        "undocumented-name",
    ];
    ids.extend(marks.map(str::to_owned));
    ids
}

#[test]
fn every_word_of_every_closed_list_is_defined_in_every_language() {
    for (language, _) in LOCALES {
        let entries = entries(&glossary(language));
        let found: BTreeSet<String> = entries.keys().cloned().collect();
        assert_eq!(found, required(), "{language}");
        for (id, (word, meaning)) in &entries {
            assert!(!word.is_empty(), "{language} #{id} has no word");
            assert!(meaning.chars().count() > 10, "{language} #{id} is not defined: {meaning}");
            // A message that isn't there comes back as its key, which is Latin and has a dot inside.
            for words in [word, meaning] {
                let is_key = |word: &str| {
                    word.starts_with("static")
                        || word.split('.').count() == 2 && !word.ends_with('.')
                };
                assert!(!words.split(' ').any(is_key), "{language} #{id}: {words}");
            }
        }
    }
}

#[test]
fn no_two_words_of_one_list_read_alike() {
    for (language, _) in LOCALES {
        let mut seen: BTreeMap<(&str, String), String> = BTreeMap::new();
        for (id, (word, _)) in entries(&glossary(language)) {
            let list = ["state", "fill", "qualifier", "position", "precision", "role", "measure"]
                .into_iter()
                .find(|list| id.starts_with(&format!("{list}-")))
                .unwrap_or("mark");
            if let Some(other) = seen.insert((list, word.clone()), id.clone()) {
                panic!("{language}: #{id} and #{other} both read \"{word}\"");
            }
        }
    }
}

#[test]
fn an_entry_has_the_very_word_that_the_comparison_shows() {
    let edition = edition();
    let entries = entries(&pages::standing(&edition, "en", Standing::Glossary));
    let mut shown = 0;
    for subject in folder::subjects(&edition) {
        let state = ViewState::explorer("en").with_subject(Some(subject));
        let html = pages::page(&edition, state);
        for part in html.split("en/glossary/#").skip(1) {
            let (id, rest) = part.split_once('"').expect("the end of the address");
            let (_, rest) = rest.split_once('>').expect("the end of the tag");
            let (words, _) = rest.split_once("</a>").expect("the end of the link");
            let (word, _) = entries.get(id).unwrap_or_else(|| panic!("no entry #{id}"));
            assert_eq!(&text(words), word);
            shown += 1;
        }
    }
    assert!(shown > 20, "each row's state leads to the glossary: {shown}");
}

#[test]
fn every_row_says_its_state_with_a_link_to_its_meaning_and_no_link_holds_another() {
    let edition = edition();
    let mut rows = 0;
    for subject in folder::subjects(&edition) {
        let state = ViewState::explorer("en").with_subject(Some(subject.clone()));
        let html = pages::page(&edition, state);
        for row in html.split("class=\"row\"").skip(1) {
            let found = row.split("data-state=\"").nth(1).and_then(|rest| rest.split('"').next());
            let Some(found) = found else { continue };
            let link = format!("href=\"en/glossary/#state-{found}\"");
            assert!(row.contains(&link), "{subject:?}: {found}");
            rows += 1;
        }
        for part in html.split("<a ").skip(1) {
            let inside = part.split("</a>").next().unwrap_or("");
            assert!(!inside.contains("<a "), "{subject:?}: a link in a link: {inside}");
        }
    }
    assert!(rows > 20, "{rows}");
}

#[test]
fn no_meaning_is_worded_twice_on_the_pages_that_stand() {
    for (language, _) in LOCALES {
        let method = pages::standing(&edition(), language, Standing::Method);
        for (id, (_, meaning)) in entries(&glossary(language)) {
            assert!(
                !method.contains(&meaning),
                "{language}: #{id} stands on the page on method too"
            );
        }
        for section in ["states", "fills"] {
            let link = format!("href=\"{language}/glossary/#{section}\"");
            assert!(method.contains(&link), "{language}: {link}");
            assert!(glossary(language).contains(&format!("id=\"{section}\"")), "{language}");
        }
    }
}

#[test]
fn the_foot_of_every_page_leads_to_every_page_that_stands() {
    let edition = edition();
    let state = ViewState::explorer("en");
    let mut all = vec![pages::page(&edition, state)];
    all.extend(Standing::ALL.iter().map(|page| pages::standing(&edition, "en", *page)));
    for html in all {
        let (_, foot) = html.split_once("<footer").expect("a foot");
        for page in Standing::ALL {
            assert!(foot.contains(&format!("href=\"en/{}\"", page.path())), "{page:?}");
        }
    }
}

#[test]
fn a_page_that_stands_offers_itself_in_every_language() {
    let edition = edition();
    for page in Standing::ALL {
        let html = pages::standing(&edition, "en", *page);
        for language in &edition.dataset.about.languages {
            let href = format!("href=\"{}/{}\"", language.code, page.path());
            assert!(html.contains(&href), "{page:?}: {href}");
        }
    }
}
