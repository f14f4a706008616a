//! Search over the shipped records: what readers type, in whatever script and spelling, and what
//! they find first.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::{GetUntracked, Update};
use proptest::prelude::*;
use qawlan::domain::fold::fold;
use qawlan::domain::search::hits::{Suggestion, search};
use qawlan::domain::search::index::{Entry, EntryKind, Part, SearchIndex};
use qawlan::domain::search::{Query, marks};

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/texts.rs"]
mod texts;
#[path = "fixtures/visit.rs"]
mod visit;

use visit::Visit;

const OUTBREAK: &str = "2022-09-13-outbreak";
const AHMADLI: &str = "2022-09-13-ahmadli-shelling";
const BORDER: &str = "2021-11-16-border-fighting";
const MISSILE: &str = "2020-10-01-jabrayil-fuzuli-missile";
const TALKS: &str = "2022-09-15-putin-aliyev";
const CALL: &str = "2020-09-30-putin-macron-call";
const OTHER_CALL: &str = "2020-09-30-lavrov-bayramov-call";
const CONTACTS: &str = "2022-09-13-pashinyan-contacts";
const BODIES: &str = "2022-09-14-bodies";
const TRUCE: &str = "2022-09-13-ceasefire";
const CEASEFIRE: &str = "2022-09-14-ceasefire";
const EARLIER_CEASEFIRE: &str = "2021-11-16-ceasefire";
const VICTIMS: &str = "2020-10-01-civilian-victims";
const FIGHTERS: &str = "2020-10-01-fighters-from-syria";
const LINES: &str = "2020-10-01-contact-lines";
const SUPPORT: &str = "2022-09-15-turkish-support";
const SOLDIER: &str = "2022-09-soldier-killed";
const COUNCIL: &str = "2022-09-15-security-council";
const NOTHING: &str = "";

/// The page's language, what is typed, and the event that is listed first.
const SEARCHES: &[(&str, &str, &str)] = &[
    // Places, in the names of both usages, in every script, and as the reports spell them.
    ("en", "Goris", OUTBREAK),
    ("en", "Gorus", OUTBREAK),
    ("ar", "غوريس", OUTBREAK),
    ("ar", "جوريس", OUTBREAK),
    ("az", "ԳՈՐԻՍ", OUTBREAK),
    ("en", "Sotk", OUTBREAK),
    ("en", "Zod", OUTBREAK),
    ("ar", "سوتاك", OUTBREAK),
    ("en", "Սոթք", OUTBREAK),
    ("hy", "ջերմուկ", OUTBREAK),
    ("en", "Dashkasan", OUTBREAK),
    ("en", "DAŞKƏSƏN", OUTBREAK),
    ("en", "Herik", AHMADLI),
    ("en", "Əhmədli", AHMADLI),
    ("ar", "احمدلى", AHMADLI),
    ("ar", "أَحْمَدلـــي", AHMADLI),
    ("ar", "لاشين", AHMADLI),
    ("hy", "Berdzor", AHMADLI),
    ("az", "semerqend", TALKS),
    ("hy", "Սամարղանդ", TALKS),
    ("ar", "فضولي", MISSILE),
    ("en", "Jrakan", MISSILE),
    ("ar", "قرهباغ", BORDER),
    ("ar", "قرة باغ", BORDER),
    // Persons and offices.
    ("en", "Pashinyan", CONTACTS),
    ("ar", "باشینیان", CONTACTS),
    ("hy", "ՓԱՇԻՆՅԱՆ", CONTACTS),
    ("en", "Aliyev", TALKS),
    ("hy", "Ալիեւ", TALKS),
    ("hy", "ԱԼԻԵՎ", TALKS),
    ("ar", "إلهام علييف", BORDER),
    ("en", "Lavrov Bayramov", OTHER_CALL),
    ("az", "Makron", CALL),
    ("ar", "اردوغان", SUPPORT),
    ("az", "erdogan", SUPPORT),
    ("hy", "Էրդողան", SUPPORT),
    ("en", "prisoners commission", CEASEFIRE),
    // Parties and outlets.
    ("en", "Turkiye", SUPPORT),
    ("ar", "التركية", SUPPORT),
    ("en", "aljazeera", TALKS),
    ("en", "Al-Jazeera", TALKS),
    ("ar", "عربي٢١", LINES),
    ("az", "reuters", BORDER),
    // Words of titles, summaries, claims and quotations, with what is written onto them.
    ("ar", "هدنة", TRUCE),
    ("ar", "الهدنه", TRUCE),
    ("ar", "والهدنة", TRUCE),
    ("ar", "للجثث", BODIES),
    ("ar", "صاروخ", MISSILE),
    ("ar", "مقاتلون سوريا", FIGHTERS),
    ("ar", "التزام أقصى درجات ضبط النفس", CALL),
    ("en", "drones", OUTBREAK),
    ("en", "mortars", OUTBREAK),
    ("en", "ceasefire", CEASEFIRE),
    ("en", "killed soldier", SOLDIER),
    ("en", "Élysée", COUNCIL),
    ("az", "ateskes", CEASEFIRE),
    ("az", "Atəşkəs", CEASEFIRE),
    ("hy", "հրադադար", EARLIER_CEASEFIRE),
    ("az", "1997-ci", "2021-11-16-armenia-asks-russia"),
    // Prose of another language.
    ("ar", "ceasefire", CEASEFIRE),
    ("en", "الجثث", BODIES),
    ("en", "atəşkəs", CEASEFIRE),
    ("az", "mortars", OUTBREAK),
    ("hy", "صاروخ", MISSILE),
    // Numbers and dates.
    ("en", "169", VICTIMS),
    ("ar", "١٦٩", VICTIMS),
    ("ar", "۱۶۹", VICTIMS),
    ("en", "2020-10-01 missile", MISSILE),
    ("en", "13 September Ahmadli", AHMADLI),
    ("hy", "սեպտեմբերի 13", TRUCE),
    ("ar", "١٣ سبتمبر", TRUCE),
    ("en", "00:05", OUTBREAK),
    // A mistyped letter, from five letters on.
    ("en", "Pashinian", CONTACTS),
    ("en", "ceasefre", CEASEFIRE),
    ("en", "macorn", CALL),
    ("ar", "باشنيان", CONTACTS),
    ("hy", "հրադադրա", CEASEFIRE),
    ("az", "atəşkəss", CEASEFIRE),
    ("en", "Sokt", NOTHING),
    ("en", "1996", NOTHING),
    ("en", "psahinian", NOTHING),
    // Nonsense, and what means something elsewhere.
    ("en", "zzzz", NOTHING),
    ("ar", "ضضضضض", NOTHING),
    ("hy", "ԺԺԺԺԺ", NOTHING),
    ("en", "ceasefire zzzz", NOTHING),
    ("en", "<script>alert(1)</script>", NOTHING),
    ("en", "<img src=x onerror=alert(1)>", NOTHING),
    ("en", "../../etc/passwd", NOTHING),
    ("en", "'; DROP TABLE events; --", NOTHING),
    ("en", "{{constructor}}", NOTHING),
    ("en", "\u{0}null\u{0}", NOTHING),
    ("en", "${jndi:ldap}", NOTHING),
    ("en", "\u{202E}siroG", NOTHING),
    // What is drawn into words hides none of them.
    ("en", "Gor\u{AD}is", OUTBREAK),
    ("en", "<b>Goris</b>", OUTBREAK),
    ("en", "“Goris”?!", OUTBREAK),
    ("ar", "\u{200F}غوريس،", OUTBREAK),
];

#[test]
fn what_is_typed_finds_its_event_first() {
    assert!(SEARCHES.len() >= 60);
    let mut wrong = Vec::new();
    for (language, typed, expected) in SEARCHES {
        let found = Visit::new(&folder::shipped(), language).finds(typed);
        let first = found.first().map_or(NOTHING, String::as_str);
        if first != *expected {
            wrong.push(format!("{language} {typed}: {first}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_name_finds_the_same_events_in_every_spelling_and_script() {
    for (spellings, least) in [
        (&["Shusha", "Shushi", "Şuşa", "Şuşi", "Շուշի", "Շուշա", "شوشا", "شوشي", "شوشى"][..], 1),
        (&["Kalbajar", "Kəlbəcər", "Քելբաջար", "Քարվաճառ", "Karvachar", "كلبجار", "کالباجار"], 2),
        (
            &["Karabakh", "Qarabağ", "Ղարաբաղ", "Արցախ", "Artsakh", "قره باغ", "كاراباخ", "آرتساخ"],
            6,
        ),
        (&["Lachin", "Laçın", "Լաչին", "Բերձոր", "Berdzor", "لاتشين", "لاشين"], 3),
        (&["Pashinyan", "Paşinyan", "Փաշինյան", "باشينيان", "PASHINYAN", "pashinian"], 3),
        (&["Aliyev", "Əliyev", "Ալիև", "Ալիեվ", "علييف", "Aliev"], 3),
        (&["Putin", "Պուտին", "بوتين", "پوتين", "PUTİN"], 3),
    ] {
        for language in ["ar", "en", "hy", "az"] {
            let found = |typed: &&str| -> BTreeSet<String> {
                Visit::new(&folder::shipped(), language).finds(typed).into_iter().collect()
            };
            let first = found(&spellings[0]);
            assert!(first.len() >= least, "{language} {}", spellings[0]);
            for spelling in spellings {
                assert_eq!(found(spelling), first, "{language} {spelling}");
            }
        }
    }
}

#[test]
fn every_name_of_what_an_event_holds_finds_it_in_every_language() {
    for language in ["ar", "en", "hy", "az"] {
        let edition = folder::edition(&folder::shipped(), language);
        let entries = texts::entries(&folder::shipped(), &edition, language);
        let events = &edition.dataset.events;
        let index = Arc::new(SearchIndex::whole(language, entries.clone(), events));
        let (of_events, of_names): (Vec<&Entry>, Vec<&Entry>) =
            entries.iter().partition(|entry| entry.kind == EntryKind::Event);
        let mut asked = 0;
        for name in of_names {
            for form in &name.texts {
                let index = vec![Arc::clone(&index)];
                let hits = search(index, vec![0], events.len(), &form.text).expect("words");
                for (at, entry) in of_events.iter().enumerate() {
                    if entry.holds.contains(&name.number) {
                        assert!(hits.score(at) > 0, "{language} {} {}", form.text, entry.id);
                        asked += 1;
                    }
                }
            }
        }
        assert!(asked > 500, "{asked}");
    }
}

#[test]
fn another_languages_texts_are_asked_for_only_where_they_may_be_meant() {
    for (page, typed, expected) in [
        ("ar", "غوريس", &["ar"][..]),
        ("ar", "zzzz", &["ar", "en", "az"]),
        ("ar", "ԳՈՐԻՍ", &["ar", "hy"]),
        ("ar", "١٢ – 13", &["ar"]),
        ("en", "ceasefire", &["en"]),
        ("en", "zzzz", &["en", "az"]),
        ("en", "هدنة", &["en", "ar"]),
        ("hy", "հրադադար", &["hy"]),
        ("hy", "ժժժ", &["hy"]),
        ("en", "؟", &[]),
    ] {
        let mut visit = Visit::new(&folder::shipped(), page);
        visit.finds(typed);
        assert_eq!(visit.loaded(), expected, "{page} {typed}");
    }
}

#[test]
fn what_was_loaded_for_one_search_changes_no_other() {
    let mut visit = Visit::new(&folder::shipped(), "en");
    let before = visit.finds("Goris");
    let nothing = visit.finds("zzzz");
    assert_eq!(nothing, [""; 0]);
    assert_eq!(visit.loaded(), ["en", "az"]);
    assert_eq!(visit.finds("Goris"), before);
    assert_eq!(visit.finds("").len(), visit.session.dataset.events.len());
}

#[test]
fn until_the_texts_have_come_nothing_is_left_out() {
    let visit = Visit::new(&folder::shipped(), "en");
    visit.session.state.update(|state| "jermuk".clone_into(&mut state.filters.text));
    assert_eq!(visit.session.shown.get_untracked().len(), visit.session.dataset.events.len());
    assert_eq!(visit.hits().languages, [1]);
    assert!(visit.hits().suggestions(8).is_empty());
}

#[test]
fn ten_thousand_letters_and_a_hundred_words_are_searched_without_harm() {
    let mut visit = Visit::new(&folder::shipped(), "en");
    assert_eq!(visit.finds(&"z".repeat(10_000)), [""; 0]);
    assert_eq!(visit.finds(&"\u{64B}".repeat(10_000)).len(), 21);
    assert_eq!(visit.finds(&"goris ".repeat(2000)), visit.finds("goris"));
    let words: String = ('a'..='z').map(|c| format!("{c} ")).collect();
    visit.finds(&words.repeat(4));
}

#[test]
fn ranking_goes_by_where_and_how_and_then_by_time() {
    let found = |typed: &str| Visit::new(&folder::shipped(), "en").finds(typed);
    let stands_before = |typed: &str, first: &str, second: &str| {
        let found = found(typed);
        let at = |id: &str| found.iter().position(|known| known == id).expect(id);
        assert!(at(first) < at(second), "{typed}: {found:?}");
    };
    // A title before what is newer and has it in a claim alone.
    stands_before("ceasefire", EARLIER_CEASEFIRE, OTHER_CALL);
    // Of equals the newest.
    stands_before("ceasefire", CEASEFIRE, TRUCE);
    stands_before("ceasefire", TRUCE, EARLIER_CEASEFIRE);
    stands_before("goris", OUTBREAK, MISSILE);
}

#[test]
fn ranking_is_blind_to_whose_claim_it_is() {
    let folder = folder::north_south();
    let edition = folder::edition(&folder, "en");
    let events = &edition.dataset.events;
    let entries = texts::entries(&folder, &edition, "en");
    let mut swapped = entries.clone();
    for entry in &mut swapped {
        entry.id = match entry.id.as_str() {
            "north" => "south".to_owned(),
            "south" => "north".to_owned(),
            other => other.to_owned(),
        };
    }
    let scores = |entries, words: &str| -> Vec<u32> {
        let index = Arc::new(SearchIndex::whole("en", entries, events));
        let hits = search(vec![index], vec![0], events.len(), words).expect("words");
        (0..events.len()).map(|at| hits.score(at)).collect()
    };
    for words in ["north", "south", "bridge", "shelled"] {
        assert_eq!(scores(entries.clone(), words), scores(swapped.clone(), words));
    }
    let best = |words| scores(entries.clone(), words).into_iter().max();
    assert_eq!(best("north"), best("south"));
}

#[test]
fn hits_are_marked_as_whole_words_where_they_stand_though_folded() {
    for (typed, text, expected) in [
        ("gor", "At Goris, in Gorisʼ centre", &["Goris", "Goris"][..]),
        ("شوشى", "قُتِلَ في شُوشِي وبشوشي", &["شُوشِي", "وبشوشي"]),
        ("الجسر", "عند الجِسْرِ والجسور وللجسر", &["الجِسْرِ", "وللجسر"]),
        ("سوسه susa", "Şuşa (Şuşi)", &["Şuşa"]),
        ("եվրոպ", "Եվրոպա և ԵՎՐՈՊԱ", &["Եվրոպա", "ԵՎՐՈՊԱ"]),
        ("12", "\u{2066}12–13\u{2069} Sept", &["12"]),
        ("oconnor", "O’Connor’s", &["O’Connor’s"]),
        ("<b>", "a <b> c", &["b"]),
        ("zzz", "nothing here", &[]),
    ] {
        let query = Query::new(typed).expect("words");
        let marked: Vec<&str> = marks(text, &query).into_iter().map(|span| &text[span]).collect();
        assert_eq!(marked, expected, "{typed} in {text}");
    }
}

#[test]
fn an_excerpt_shows_what_the_card_does_not() {
    let mut visit = Visit::new(&folder::shipped(), "en");
    visit.finds("mortars");
    let events = Arc::clone(&visit.session.dataset);
    let at = |id: &str| events.events.iter().position(|event| event.id.as_str() == id).expect(id);
    let excerpt = visit.hits().excerpt(at(OUTBREAK), "Outbreak").expect("mortars are in no title");
    assert!(excerpt.text.contains("mortars"), "{excerpt:?}");
    assert!(excerpt.text.chars().count() <= 140, "{excerpt:?}");
    assert_eq!(excerpt.language, "en");
    assert!(["Armenia", "Azerbaijan"].contains(&excerpt.by.as_str()), "{excerpt:?}");
    assert_eq!(visit.hits().excerpt(at(OUTBREAK), "with mortars"), None);
    // A quotation keeps its language and is said to be one.
    visit.finds("العدو يحاول");
    let excerpt = visit.hits().excerpt(at(OUTBREAK), "Outbreak").expect("it is quoted");
    assert!(excerpt.is_quotation && excerpt.language == "ar", "{excerpt:?}");
    assert_eq!(excerpt.by, "Armenia", "no claim without its claimant");
    // A name that the page spells otherwise.
    visit.finds("Berdzor");
    let excerpt = visit.hits().excerpt(at(AHMADLI), "Lachin").expect("the town's other name");
    assert_eq!((excerpt.text.as_str(), excerpt.language.as_str()), ("Berdzor", ""));
}

#[test]
fn names_are_suggested_before_events_and_no_more_than_asked_for() {
    let mut visit = Visit::new(&folder::shipped(), "en");
    let mut suggested = |typed: &str| -> Vec<String> {
        visit.finds(typed);
        let told = |it: Suggestion| {
            let form = if it.form.is_empty() { String::new() } else { format!(" ({})", it.form) };
            format!("{} {}{form}", it.kind.key(), it.name)
        };
        visit.hits().suggestions(8).into_iter().map(told).collect()
    };
    assert_eq!(suggested("goris"), ["place Goris"]);
    assert_eq!(suggested("gorus"), ["place Goris (Gorus)"]);
    assert_eq!(suggested("shush"), ["place Shusha / Shushi", "speaker Shushan Stepanyan"]);
    assert_eq!(suggested("zzzz"), [""; 0]);
    let many = suggested("a");
    assert_eq!(many.len(), 8);
    let kinds: Vec<&str> = many.iter().filter_map(|it| it.split(' ').next()).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "event").count(), 3, "{many:?}");
    assert!(kinds[..5].iter().all(|kind| *kind != "event"), "{many:?}");
}

#[test]
fn no_claim_is_shown_without_its_claimant() {
    for language in ["ar", "en", "hy", "az"] {
        let edition = folder::edition(&folder::shipped(), language);
        let entries = texts::entries(&folder::shipped(), &edition, language);
        let mut claims = 0;
        for text in entries.iter().flat_map(|entry| &entry.texts) {
            let is_said = matches!(text.part, Part::Claim | Part::Quotation);
            assert_eq!(!text.by.is_empty(), is_said, "{text:?}");
            claims += usize::from(is_said);
        }
        assert!(claims > 100);
    }
}

/// Letters of all scripts the project is read in, with what is written on them.
fn any_text() -> impl Strategy<Value = String> {
    let ours = "[ a-zA-ZÀ-žəƏ'’\\-0-9٠-٩ء-ْԱ-֊А-ё\u{2066}\u{2069}«»،]{0,40}";
    prop_oneof![ours.prop_map(String::from), any::<String>()]
}

/// The word with one letter wrong, missing, too many, or in the next one's place.
fn mistyped(word: &str, at: usize, kind: u8) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = at % (letters.len() - 1);
    match kind {
        0 => letters[at] = if letters[at] == 'ж' { 'ш' } else { 'ж' },
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, 'ж'),
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

proptest! {
    #[test]
    fn what_is_folded_folds_to_itself(text in any_text()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn marks_are_whole_words_in_order(text in any_text(), typed in any_text()) {
        if let Some(query) = Query::new(&typed) {
            let mut end = 0;
            for span in marks(&text, &query) {
                prop_assert!(span.start >= end && span.end > span.start && span.end <= text.len());
                prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                prop_assert!(fold(&text).split(' ').any(|word| word == fold(&text[span.clone()])));
                end = span.end;
            }
        }
    }

    #[test]
    fn every_word_of_a_text_finds_it_and_is_marked(text in any_text()) {
        for word in fold(&text).split(' ').filter(|word| !word.is_empty()).take(5) {
            let query = Query::new(word).expect("it is a word");
            prop_assert!(query.is_in(&text));
            let marked = marks(&text, &query);
            prop_assert!(marked.iter().any(|span| fold(&text[span.clone()]) == word), "{}", word);
        }
    }

    #[test]
    fn a_mistyped_word_finds_what_the_word_finds(
        language in 0usize..4, pick in any::<proptest::sample::Index>(), at in 0usize..40, kind in 0u8..4,
    ) {
        let language = ["ar", "en", "hy", "az"][language];
        let mut visit = Visit::new(&folder::shipped(), language);
        let titles: Vec<String> =
            visit.session.dataset.events.iter().map(|event| fold(&event.title)).collect();
        let all = titles.join(" ");
        // A mistyped prefix is no prefix: without it the word finds more.
        let is_picked = |word: &&str| {
            word.chars().count() >= 6
                && !word.chars().any(|c| c.is_ascii_digit())
                && !word.starts_with(['ا', 'و', 'ف', 'ب', 'ل', 'ك'])
        };
        let words: Vec<&str> = all.split(' ').filter(is_picked).collect();
        let word = words[pick.index(words.len())];
        let typo = mistyped(word, at, kind);
        // In some scripts two letters fold together: then it is more than one that is wrong.
        prop_assume!(fold(&typo) == typo);
        let found: BTreeSet<String> = visit.finds(word).into_iter().collect();
        prop_assert!(!found.is_empty());
        let by_typo: BTreeSet<String> = visit.finds(&typo).into_iter().collect();
        // What finds something as typed isn't mistyped.
        prop_assert!(!by_typo.is_empty());
        let hits = visit.hits();
        prop_assert!(!hits.is_forgiven() || by_typo.is_superset(&found), "{} for {}", typo, word);
    }
}
