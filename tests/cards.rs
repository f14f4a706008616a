//! Preview cards: both sides with equal weight, in letters that are all there, drawn once.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use leptos::prelude::Owner;
use qawlan::data::resolve::Edition;
use qawlan::data::statements::Statements;
use qawlan::domain::event::Subject;
use qawlan::domain::party::{Pair, Side};
use qawlan::domain::row_state::RowState;
use qawlan::i18n::LOCALES;
use qawlan::i18n::messages::Messages;
use qawlan::publish::Failure;
use qawlan::publish::cards::content::{Account, Accounts, Content, RowWords, Said};
use qawlan::publish::cards::fonts::{Face, Fonts};
use qawlan::publish::cards::layout::{Layout, lay_out};
use qawlan::publish::cards::sheet::{Colour, HEIGHT, MARGIN, Mark, WIDTH};
use qawlan::publish::cards::typesetting::Typesetter;
use qawlan::publish::cards::wrapping::Ends;
use qawlan::publish::cards::{Card, Drawn, Job, alternative, cards, draw_cards, file};
use qawlan::publish::page::visit;
use qawlan::view_state::ViewState;
use serde_json::json;
use tempfile::TempDir;

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/page.rs"]
mod pages;

/// As npm lays them out.
fn font_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/@expo-google-fonts")
}

static FONTS: LazyLock<Fonts> =
    LazyLock::new(|| Fonts::read(&font_folder()).expect("npm has fetched the fonts"));

const FACES: [Face; 4] = [Face::Serif, Face::SerifBold, Face::Sans, Face::SansBold];

fn messages(language: &str) -> Arc<Messages> {
    let json = LOCALES.iter().find(|(code, _)| *code == language).expect("a language of ours").1;
    Arc::new(Messages::parse(language, json).expect("an object of texts"))
}

fn typesetter(language: &'static str) -> Typesetter<'static> {
    Typesetter { fonts: &FONTS, language, is_right_to_left: language == "ar" }
}

fn cards_of(edition: &Edition, language: &str) -> Vec<Card> {
    cards(edition, &messages(language), &FONTS).expect("every letter has a font")
}

/// One folder of records in one language, with its cards.
struct Published {
    language: &'static str,
    edition: Edition,
    cards: Vec<Card>,
}

/// Both folders in each of their languages.
static PUBLISHED: LazyLock<Vec<Published>> = LazyLock::new(|| {
    let folders = [folder::north_south(), folder::shipped()];
    let both = folders.iter().flat_map(|records| {
        folder::languages(records).into_iter().map(move |language| {
            let edition = folder::edition(records, language);
            let cards = cards_of(&edition, language);
            Published { language, edition, cards }
        })
    });
    both.collect()
});

fn apart(content: &Content) -> Option<&[Account; 2]> {
    match &content.accounts {
        Accounts::Apart(accounts) => Some(accounts),
        Accounts::Joint { .. } => None,
    }
}

/// A drawing of one folder of records, and what is kept of it.
struct Workshop {
    cache: TempDir,
    into: TempDir,
}

impl Workshop {
    fn new() -> Self {
        let folder = || tempfile::tempdir().expect("a temporary folder");
        Self { cache: folder(), into: folder() }
    }

    fn draw(&self, records: &Path) -> Result<Drawn, Failure> {
        draw_cards(&Job {
            records: records.to_owned(),
            fonts: font_folder(),
            cache: self.cache.path().to_owned(),
            into: self.into.path().to_owned(),
        })
    }

    fn kept(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(self.cache.path()).expect("the cache").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }
}

#[test]
fn every_event_every_episode_and_the_site_has_a_card_in_every_language() {
    for records in [folder::north_south(), folder::shipped()] {
        let workshop = Workshop::new();
        let drawn = workshop.draw(&records).expect("no finding");
        let mut expected = 0;
        for language in folder::languages(&records) {
            let edition = folder::edition(&records, language);
            let subjects = folder::subjects(&edition);
            for subject in subjects.iter().map(Some).chain([None]) {
                let path = workshop.into.path().join(file(language, subject));
                let png = fs::read(&path).unwrap_or_else(|_| panic!("{}", path.display()));
                let side =
                    |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four"));
                assert_eq!((&png[1..4], side(16), side(20)), (&b"PNG"[..], 1200, 630));
                assert!(png.len() < 80 * 1024, "{} is {} bytes", path.display(), png.len());
                expected += 1;
            }
        }
        assert_eq!(drawn, Drawn { cards: expected, drawn: expected });
    }
    let event = Subject::Event(qawlan::domain::id::EventId::new("2031-04-02-bridge"));
    assert_eq!(file("en", Some(&event)), "cards/en/events/2031-04-02-bridge.png");
    assert_eq!(file("ar", None), "cards/ar/site.png");
}

#[test]
fn both_sides_get_boxes_and_letters_of_one_size() {
    let mut cut: Vec<&str> = Vec::new();
    for Published { cards, .. } in PUBLISHED.iter() {
        for card in cards {
            let [first, second] = card.layout.columns.as_slice() else {
                assert_eq!(apart(&card.content), None, "{}", card.file);
                continue;
            };
            let name = &card.file;
            assert_eq!(first.words_size, second.words_size, "{name}");
            let size = |column: &qawlan::publish::cards::columns::Column| {
                (column.frame.y, column.frame.width, column.frame.height)
            };
            assert_eq!(size(first), size(second), "{name}");
            let ends = [first.frame.x.min(second.frame.x), first.frame.x.max(second.frame.x)];
            assert_eq!(ends[0], MARGIN, "{name}");
            assert_eq!(ends[1] + first.frame.width, WIDTH - MARGIN, "{name}");
            cut.extend((first.is_cut || second.is_cut).then_some(name.as_str()));
            let accounts = apart(&card.content).expect("two columns are two accounts");
            assert_eq!(accounts[0].figure.is_some(), accounts[1].figure.is_some(), "{name}");
        }
    }
    assert_eq!(cut, [""; 0], "words are left out");
}

#[test]
fn no_title_and_nothing_of_how_a_claim_came_to_us_is_cut() {
    let mut cut: Vec<String> = Vec::new();
    for Published { cards, .. } in PUBLISHED.iter() {
        for card in cards {
            for mark in &card.layout.marks {
                let Mark::Words { line, .. } = mark else { continue };
                // A speaker's name may be longer than any line.
                let is_name = line.glyphs.iter().all(|glyph| glyph.face == Face::SansBold);
                if line.words.ends_with('…') && !is_name {
                    cut.push(format!("{}: {}", card.file, line.words));
                }
            }
        }
    }
    assert_eq!(cut, [""; 0]);
}

#[test]
fn nothing_stands_in_what_networks_crop() {
    for Published { cards, .. } in PUBLISHED.iter() {
        for card in cards {
            for mark in &card.layout.marks[1..] {
                let (x, width, top, bottom) = match mark {
                    Mark::Block { frame, .. } => {
                        (frame.x, frame.width, frame.y, frame.y + frame.height)
                    }
                    Mark::Sign { x, y, size, .. } => (*x, *size, *y, *y + *size),
                    Mark::Words { line, x, baseline, size, .. } => {
                        (*x, line.width * size, *baseline, *baseline)
                    }
                };
                let name = &card.file;
                assert!(x >= MARGIN - 0.5 && x + width <= WIDTH - MARGIN + 0.5, "{name} {mark:?}");
                assert!(top >= MARGIN && bottom <= HEIGHT - MARGIN + 0.5, "{name} {mark:?}");
            }
        }
    }
}

#[test]
fn the_first_party_stands_at_the_inline_start() {
    for Published { language, edition, cards } in PUBLISHED.iter() {
        let pair = &edition.dataset.pair;
        let name = |side| &edition.dataset.party(pair.party(side)).expect("a party").name;
        for card in cards {
            let [first, second] = card.layout.columns.as_slice() else { continue };
            assert_eq!((&first.party, &second.party), (name(Side::First), name(Side::Second)));
            let comes_first_from_the_left = first.frame.x < second.frame.x;
            assert_eq!(comes_first_from_the_left, *language != "ar", "{}", card.file);
        }
    }
}

#[test]
fn swapping_the_sides_swaps_the_columns_and_nothing_else() {
    for Published { language, edition, cards } in PUBLISHED.iter() {
        let mut swapped = edition.clone();
        let Pair { first, second } = edition.dataset.pair.clone();
        let dataset = Arc::make_mut(&mut swapped.dataset);
        dataset.pair = Pair { first: second, second: first };
        dataset.about.claim_counts.swap(0, 1);
        let both = cards.iter().zip(cards_of(&swapped, language));
        for (card, mirror) in both {
            let name = &card.file;
            let row = |card: &Card| card.content.row.as_ref().map(|r| (r.topic.clone(), r.state));
            assert_eq!(row(card), row(&mirror), "{name}");
            assert_eq!(card.content.note, mirror.content.note, "{name}");
            match (&card.content.accounts, &mirror.content.accounts) {
                (Accounts::Apart([a, b]), Accounts::Apart([c, d])) => {
                    assert_eq!([a, b], [d, c], "{name}");
                }
                (Accounts::Joint { said, .. }, Accounts::Joint { said: same, .. }) => {
                    assert_eq!(said, same, "{name}");
                }
                _ => panic!("{name} is another card"),
            }
            let words =
                |card: &Card, at: usize| card.layout.columns.get(at).map(|c| c.words.clone());
            assert_eq!(words(card, 0), words(&mirror, 1), "{name}");
            assert_eq!(words(card, 1), words(&mirror, 0), "{name}");
        }
    }
}

/// The text of a page, without marks of direction, with one space between words.
fn page_text(edition: &Edition, language: &str, subject: &Subject) -> String {
    let state = ViewState::explorer(language).with_subject(Some(subject.clone()));
    let html = pages::page(edition, state);
    let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    let text: String = pieces.collect();
    let text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
    plain(&text.replace("&quot;", "\"").replace("&#39;", "'").replace("&#x27;", "'"))
}

fn plain(text: &str) -> String {
    let is_mark = |c: char| matches!(c, '\u{2066}'..='\u{2069}');
    text.replace(is_mark, "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_card_says_nothing_that_the_page_does_not() {
    for Published { language, edition, cards } in PUBLISHED.iter() {
        for (card, subject) in cards.iter().zip(folder::subjects(edition)) {
            let page = page_text(edition, language, &subject);
            let Content { title, row, note, .. } = &card.content;
            let mut said: Vec<&str> = vec![title];
            // Where the pair has no row, the page says of both at once that nothing was found.
            let has_row = row.as_ref().is_some_and(|row| row.state != RowState::ThirdPartiesOnly);
            let no_rows = match &subject {
                Subject::Episode(_) => "comparison.no-rows-episode",
                Subject::Event(_) => "comparison.no-rows",
            };
            let no_rows = messages(language).text(no_rows).to_owned();
            for account in apart(&card.content).into_iter().flatten() {
                said.push(if has_row { &account.said.words } else { &no_rows });
                said.extend([&*account.said.speaker, &account.party.name]);
                said.extend(account.said.origin.iter().map(String::as_str));
                said.extend(account.figure.as_deref());
            }
            if let Some(RowWords { topic, state_name, reason, .. }) = row {
                said.extend([&**topic, state_name, reason]);
            }
            let note = note.as_ref().map_or("", |note| &note.words);
            said.extend(note.split([',', '،']));
            for words in said {
                assert!(page.contains(&plain(words)), "{}: {words}", card.file);
            }
        }
    }
}

#[test]
fn a_side_of_which_nothing_was_found_has_its_place_and_says_so() {
    let mut silent = 0;
    for Published { cards, .. } in PUBLISHED.iter() {
        for card in cards {
            for account in apart(&card.content).into_iter().flatten() {
                if !account.said.is_found {
                    assert!(!account.said.words.is_empty(), "{}", card.file);
                    assert!(account.figure.is_none(), "{}", card.file);
                    silent += 1;
                }
            }
        }
    }
    assert!(silent > 20, "both folders have silent sides");
}

#[test]
fn a_denial_is_shown_with_what_it_answers() {
    let mut denials = 0;
    for Published { cards, .. } in PUBLISHED.iter() {
        for card in cards {
            let is_denied = card.content.row.as_ref().is_some_and(|r| r.state == RowState::Denied);
            let Some(accounts) = apart(&card.content).filter(|_| is_denied) else { continue };
            let both_found = accounts.iter().all(|account| account.said.is_found);
            assert!(both_found || card.content.note.is_some(), "{}", card.file);
            denials += 1;
        }
    }
    assert!(denials > 0, "there is a denial to show");
}

#[test]
fn a_row_in_which_both_sides_are_heard_is_shown_before_any_other() {
    for Published { edition, cards, .. } in PUBLISHED.iter() {
        for (card, subject) in cards.iter().zip(folder::subjects(edition)) {
            let statements = edition.statements_about(Some(&subject));
            let states = match &subject {
                Subject::Event(id) => {
                    &edition.dataset.event(id).expect("it is there").editor_states
                }
                Subject::Episode(id) => {
                    &edition.dataset.episode(id).expect("it is there").editor_states
                }
            };
            let pair = &edition.dataset.pair;
            let comparison =
                qawlan::domain::comparison::compare(&edition.dataset, pair, states, &statements);
            let has_both = comparison
                .rows
                .iter()
                .any(|row| !row.first.claims.is_empty() && !row.second.claims.is_empty());
            let shows_both =
                apart(&card.content).is_some_and(|a| a.iter().all(|a| a.said.is_found));
            assert!(!has_both || shows_both, "{}", card.file);
        }
    }
}

#[test]
fn what_both_said_together_stands_under_both_names() {
    let (language, mut edition) = ("en", folder::edition(&folder::shipped(), "en"));
    let pair = edition.dataset.pair.clone();
    let mut joint = edition.statements.to_vec();
    joint.retain(|s| Side::BOTH.iter().all(|side| s.voice.is_of(pair.party(*side))));
    edition.statements = Statements::new(joint);
    let cards = cards_of(&edition, language);
    let joint: Vec<&Card> = cards.iter().filter(|card| apart(&card.content).is_none()).collect();
    assert!(!joint.is_empty(), "the pair said something together");
    for card in joint {
        let drawn = words_of(&card.layout);
        for side in Side::BOTH {
            let name = &edition.dataset.party(pair.party(side)).expect("a party").name;
            assert!(drawn.contains(name), "{}: {drawn:?}", card.file);
        }
        assert!(card.layout.columns.is_empty());
    }
}

fn words_of(layout: &Layout) -> Vec<String> {
    let words = layout.marks.iter().filter_map(|mark| match mark {
        Mark::Words { line, .. } => Some(line.words.clone()),
        _ => None,
    });
    words.collect()
}

/// A card of North and South on which they say that.
fn card_saying(first: &str, second: &str) -> Content {
    let edition = folder::edition(&folder::north_south(), "en");
    let mut content = cards_of(&edition, "en").swap_remove(0).content;
    let account = |words: &str| Account {
        party: apart(&content).expect("two accounts")[0].party.clone(),
        count: String::new(),
        figure: None,
        said: Said { words: words.to_owned(), is_found: true, ..Said::default() },
    };
    content.accounts = Accounts::Apart([account(first), account(second)]);
    content.note = None;
    content
}

const LONG: &str = "Their forces shelled the crossing, then the school beside it, then the road to the \
    hospital, and went on shelling until the evening, when the guns fell silent.";

#[test]
fn smaller_letters_for_one_are_smaller_letters_for_both() {
    let sizes = |first: &str, second: &str| -> Vec<f32> {
        let content = card_saying(first, second);
        let layout = lay_out(&content, &typesetter("en")).expect("every letter has a font");
        layout.columns.iter().map(|column| column.words_size).collect()
    };
    let short = sizes("They began.", "They began.");
    let mixed = sizes(LONG, "They began.");
    assert_eq!(mixed, sizes("They began.", LONG));
    assert_eq!(mixed[0], mixed[1]);
    assert!(mixed[0] < short[0], "{mixed:?} {short:?}");
}

#[test]
fn what_does_not_fit_is_cut_at_a_word() {
    let endless = LONG.repeat(6);
    let layout = lay_out(&card_saying(&endless, "They began."), &typesetter("en"))
        .expect("every letter has a font");
    let [first, second] = layout.columns.as_slice() else { panic!("{layout:?}") };
    assert!(first.is_cut && !second.is_cut);
    assert_eq!(first.words_size, second.words_size);
    let shown = first.words.join(" ");
    let kept = shown.strip_suffix('…').expect("an ellipsis says that more was said");
    let rest = endless.strip_prefix(kept).expect("the words are kept as they stood");
    assert!(rest.starts_with([' ', ',', '.']), "{kept}|{rest}");
    assert_eq!(second.words, ["They began."]);
}

#[test]
fn words_that_fit_stay_whole_on_as_few_lines_as_they_need() {
    let set = typesetter("en");
    for (words, width, most, lines) in [
        ("one two three", 100.0, 3, vec!["one two three"]),
        ("one two three", 4.0, 3, vec!["one two", "three"]),
        ("  one \n two \u{2029} ", 100.0, 1, vec!["one two"]),
        ("one\u{a0}two three", 4.5, 3, vec!["one\u{a0}two", "three"]),
        ("one, two, three, four", 5.0, 1, vec!["one, two…"]),
        ("incomprehensibilities", 2.0, 1, vec!["…"]),
        ("", 10.0, 2, vec![]),
    ] {
        let wrapped =
            set.measure(Face::Serif, words).and_then(|it| it.wrap(width, most, Ends::Filled));
        let wrapped = wrapped.expect("letters");
        let found: Vec<&str> = wrapped.lines.iter().map(|line| line.words.as_str()).collect();
        assert_eq!(found, lines, "{words} in {width}");
        assert_eq!(wrapped.is_cut, lines.iter().any(|line| line.ends_with('…')), "{words}");
        assert!(wrapped.lines.iter().all(|line| line.width <= width * 1.001), "{words}");
    }
}

#[test]
fn no_word_is_left_alone_on_the_last_line_if_the_others_can_help() {
    let words = "The delegations met for the second time that day";
    let set = typesetter("en");
    let whole = set.line(Face::Serif, words).expect("letters").width;
    let measured = set.measure(Face::Serif, words).expect("letters");
    for share in 20..100 {
        let width = whole * share as f32 / 100.0;
        let wrapped = measured.wrap(width, 9, Ends::Filled).expect("letters");
        if wrapped.lines.len() == 2 {
            let last = &wrapped.lines[1].words;
            assert!(last.contains(' '), "{share}: {last}");
        }
    }
}

#[test]
fn arabic_letters_are_joined_and_run_from_the_right() {
    let set = typesetter("ar");
    let ids = |words: &str| -> Vec<u32> {
        let line = set.line(Face::Serif, words).expect("letters");
        line.glyphs.iter().map(|glyph| glyph.id.to_u32()).collect()
    };
    let joined = ids("سلام");
    let alone: Vec<u32> = "سلام".chars().flat_map(|letter| ids(&letter.to_string())).collect();
    assert_ne!(joined, alone, "letters take the forms of their places");
    let two = set.line(Face::Serif, "باب دار").expect("letters");
    let first_word = ids("باب");
    let end: Vec<u32> =
        two.glyphs[two.glyphs.len() - first_word.len()..].iter().map(|g| g.id.to_u32()).collect();
    assert_eq!(end, first_word, "the word that is read first stands at the right");
}

#[test]
fn digits_are_of_the_font_of_the_words_around_them() {
    let set = typesetter("hy");
    let scripts = |words: &str| -> BTreeSet<String> {
        let line = set.line(Face::Serif, words).expect("letters");
        line.glyphs.iter().map(|glyph| format!("{:?}", glyph.script)).collect()
    };
    assert_eq!(scripts("2022 թ. սեպտեմբերի 12–13").len(), 1);
    assert_eq!(scripts("12–13 September 2022").len(), 1);
    assert_ne!(scripts("2022 թ."), scripts("In 2022"));
}

#[test]
fn numbers_in_arabic_run_from_the_left() {
    let set = typesetter("ar");
    let ids = |words: &str| -> Vec<u32> {
        let line = set.line(Face::Serif, words).expect("letters");
        line.glyphs.iter().map(|glyph| glyph.id.to_u32()).collect()
    };
    for (words, number) in [
        ("ليلة \u{2066}12–13\u{2069} سبتمبر", "\u{2066}12–13\u{2069}"),
        ("عند الساعة 00:05 تمامًا", "00:05"),
        ("قُتل 105 جنود", "105"),
    ] {
        let number = ids(number);
        assert!(ids(words).windows(number.len()).any(|part| part == number), "{words}");
        let ordered = set.line(Face::Serif, words).expect("letters");
        assert!(ordered.glyphs.windows(2).all(|pair| pair[0].x <= pair[1].x + 0.6), "{words}");
    }
    let quoted = "قال \u{2068}North said much more than that\u{2069} اليوم";
    let wrapped = set.measure(Face::Serif, quoted).and_then(|it| it.wrap(8.0, 1, Ends::Filled));
    let wrapped = wrapped.expect("letters");
    let [line] = wrapped.lines.as_slice() else { panic!("{wrapped:?}") };
    assert!(
        line.words.ends_with("\u{2069}…"),
        "an isolate is closed before the ellipsis: {line:?}"
    );
}

#[test]
fn letters_of_every_language_have_fonts() {
    let texts = [
        ("az", "Əə Iı İi Öö Üü Çç Ğğ Şş Xx Qq – “Qarşılaşma” «dedi», 12–13 sentyabr…"),
        (
            "hy",
            "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ և ՝ ։ ՞ ՛ «ասաց», 12–13…",
        ),
        ("en", "AZ az 0–9 “said” ‘it’ — é ü km² ¶ · …"),
        ("ar", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ًٌٍَُِّْٰ «قال»، ؛ ؟ ٪ ـ 0–9 كم²…"),
    ];
    for (language, text) in texts {
        for face in FACES {
            let set = typesetter(language);
            set.line(face, text)
                .unwrap_or_else(|missing| panic!("{language} {face:?} {missing:?}"));
        }
    }
}

#[test]
fn marks_of_direction_and_joiners_are_no_letters() {
    for language in folder::languages(&folder::shipped()) {
        let set = typesetter(language);
        let plain = set.line(Face::Sans, "ab 12").expect("letters");
        let marked = "\u{200E}\u{2066}a\u{2069}\u{200F}b\u{202A}\u{202C} \u{061C}\u{2067}\u{2068}12\u{2069}\u{2069}\u{202B}\u{202D}\u{202E}\u{202C}\u{200D}\u{200C}\u{FEFF}\u{00AD}\u{FE0F}\u{2060}";
        let line = set.line(Face::Sans, marked).expect("none of them is missing");
        assert!((line.width - plain.width).abs() < 0.001, "{language}: nothing is drawn for them");
    }
    let set = typesetter("ar");
    let ids = |words: &str| -> Vec<u32> {
        let line = set.line(Face::Serif, words).expect("letters");
        line.glyphs.iter().map(|glyph| glyph.id.to_u32()).collect()
    };
    assert_ne!(ids("هـ"), ids("ه"));
    assert!(ids("ه\u{200D}").contains(&ids("هـ")[1]), "a joiner still joins");
}

#[test]
fn a_letter_that_no_font_has_fails_and_says_where() {
    let records = folder::copy_of(&folder::north_south());
    let name = "events/2031-04-02-bridge.json";
    let mut event = folder::json(records.path(), name);
    folder::put(&mut event, "/title/en", Some(json!("The bridge 橋")));
    folder::write(records.path(), name, &event);
    let workshop = Workshop::new();
    let Err(Failure::Other(sentence)) = workshop.draw(records.path()) else {
        panic!("a box was drawn");
    };
    for part in ["cards/en/events/2031-04-02-bridge.png", "橋", "U+6A4B", "The bridge", "fonts.rs"]
    {
        assert!(sentence.contains(part), "{sentence}");
    }
}

#[test]
fn a_finding_stops_the_drawing() {
    let records = folder::copy_of(&folder::north_south());
    let mut topics = folder::json(records.path(), "topics.json");
    folder::put(&mut topics, "/0/short/en", Some(json!("")));
    folder::write(records.path(), "topics.json", &topics);
    let workshop = Workshop::new();
    assert!(matches!(workshop.draw(records.path()), Err(Failure::Findings(_))));
    assert!(workshop.kept().is_empty());
}

#[test]
fn a_font_that_is_missing_or_broken_is_named() {
    let empty = tempfile::tempdir().expect("a temporary folder");
    let message = |folder: &Path| Fonts::read(folder).err().expect("no fonts are there");
    assert!(message(empty.path()).contains("NotoSerif_400Regular.ttf"));
    let path = empty.path().join("noto-serif/400Regular");
    fs::create_dir_all(&path).expect("a folder");
    fs::write(path.join("NotoSerif_400Regular.ttf"), "no font").expect("a file");
    let message = message(empty.path());
    assert!(
        message.contains("NotoSerif_400Regular.ttf") && message.contains("npm ci"),
        "{message}"
    );
}

#[test]
fn a_card_is_drawn_again_only_when_it_says_something_else() {
    let records = folder::copy_of(&folder::north_south());
    let workshop = Workshop::new();
    let first = workshop.draw(records.path()).expect("no finding");
    assert_eq!(first.cards, first.drawn);
    let kept = workshop.kept();
    fs::write(workshop.cache.path().join("notes.txt"), "mine").expect("a file");
    fs::write(workshop.cache.path().join("0123456789abcdef.png"), "old").expect("a file");
    let again = workshop.draw(records.path()).expect("no finding");
    assert_eq!(again, Drawn { cards: first.cards, drawn: 0 });
    let mut expected = kept.clone();
    expected.insert("notes.txt".to_owned());
    assert_eq!(workshop.kept(), expected, "what no card uses is removed, what isn't ours stays");
    let name = "events/2031-04-02-bridge.json";
    let mut event = folder::json(records.path(), name);
    folder::put(&mut event, "/title/en", Some(json!("Shots at the bridge")));
    folder::write(records.path(), name, &event);
    let changed = workshop.draw(records.path()).expect("no finding");
    assert_eq!(changed, Drawn { cards: first.cards, drawn: 1 });
    assert_eq!(workshop.kept().len(), expected.len(), "the card it had before is removed");
}

#[test]
fn the_colours_are_those_of_the_page() {
    let tokens = include_str!("../style/tokens.css");
    let light = tokens.split("@media").next().expect("light comes first");
    for colour in Colour::ALL {
        let (name, value) = colour.token();
        assert!(light.contains(&format!("--{name}: {value};")), "{name} is {value}");
    }
}

#[test]
fn the_words_for_a_card_give_both_accounts() {
    for Published { language, edition, cards } in PUBLISHED.iter() {
        let messages = messages(language);
        let subjects = folder::subjects(edition);
        for (card, subject) in cards.iter().zip(subjects.iter().map(Some).chain([None])) {
            let state = ViewState::explorer(language).with_subject(subject.cloned());
            let words = Owner::new()
                .with(|| plain(&alternative(&visit(edition, &messages, "", state), subject)));
            let mut said = vec![card.content.title.as_str()];
            for account in apart(&card.content).into_iter().flatten() {
                said.extend([
                    &*account.party.name,
                    account.said.words.trim_end_matches(['.', '։']),
                ]);
                said.extend(account.figure.as_deref());
            }
            said.extend(card.content.row.as_ref().map(|row| row.state_name.as_str()));
            for part in said {
                assert!(words.contains(&plain(part)), "{}: {words} lacks {part}", card.file);
            }
            assert!(["..", "։։", ".։"].iter().all(|twice| !words.contains(twice)), "{words}");
            assert!(!words.contains(['{', '}']), "{words}");
        }
    }
}
