//! Search: what a word typed finds, and how what it finds is ranked.
//!
//! Every word typed must hit some word of the event: of its title; of a name it holds (place,
//! speaker, party, outlet, episode, its kind, its date) or mentions, in any usage and script; of
//! its summary; of a claim's summary; or of a quotation. A word hits another that begins with it,
//! both as [`fold`](super::fold) leaves them, and no prefix that Arabic writes onto a word hides
//! either. From four letters on, what is wholly a word of some name is not the beginning of another
//! name: a town isn't taken for a person whose name begins as the town's does. Only where a word
//! hits nothing anywhere is one mistyped letter forgiven, from five letters on, and is what may be a
//! prefix of one letter taken for one.
//!
//! Ranked is by this and nothing else: for each word typed its best hit counts, first by where it
//! stands (title before name, name before summary, summary before claim or name that is mentioned,
//! claim before quotation), then by how (the whole word, its beginning, a forgiven one); these are added up, and of equals
//! the newest event stands first. Whose claim it is counts for nothing.

pub mod hits;
pub mod index;

use super::fold::{Span, each_word};

/// Words that are searched for, folded and split once.
#[derive(Clone, PartialEq, Debug)]
pub struct Query {
    words: Vec<Word>,
}

/// What is typed beyond some two hundred letters, or so many words, is no search any more.
const MOST_BYTES: usize = 400;
const MOST_WORDS: usize = 32;

impl Query {
    /// What was typed; `None` where it has no word in it.
    pub fn new(text: &str) -> Option<Self> {
        let text = &text[..text.floor_char_boundary(MOST_BYTES)];
        let mut words: Vec<Word> = Vec::new();
        each_word(text, &mut |_, word| {
            if words.len() < MOST_WORDS {
                words.push(Word::new(word));
            }
        });
        (!words.is_empty()).then_some(Self { words })
    }

    /// Whether every word hits one of the text's.
    pub fn is_in(&self, text: &str) -> bool {
        self.missing(text) == 0
    }

    /// The words that hit none of the text's, a bit each.
    fn missing(&self, text: &str) -> u32 {
        let mut hit = 0;
        each_word(text, &mut |_, known| hit |= self.hits(known));
        !hit & (u32::MAX >> (32 - self.words.len()))
    }

    /// The words that hit the known one, a bit each.
    fn hits(&self, known: &str) -> u32 {
        let mut hits = 0;
        for (at, word) in self.words.iter().enumerate() {
            hits |= u32::from(word.hits(known).is_some()) << at;
        }
        hits
    }

    /// Where the first of the text's words stands that is hit by any of these of the query's.
    fn first_hit(&self, text: &str, words: u32) -> Option<Span> {
        let mut first = None;
        each_word(text, &mut |span, known| {
            if first.is_none() && self.hits(known) & words != 0 {
                first = Some(span);
            }
        });
        first
    }
}

/// Where the words stand in a text that the query hits: whole words, so that letters that are
/// joined in writing stay joined.
pub fn marks(text: &str, query: &Query) -> Vec<Span> {
    let mut marks = Vec::new();
    each_word(text, &mut |span, known| {
        if query.hits(known) != 0 {
            marks.push(span);
        }
    });
    marks
}

/// How a word typed hits a known one; more is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Quality {
    Forgiven = 1,
    Beginning,
    Whole,
}

/// One word that was typed.
#[derive(Clone, PartialEq, Debug)]
struct Word {
    /// As typed and, where it has the Arabic article, without it.
    forms: Vec<String>,
    /// Without what may be a prefix of one letter.
    stems: Vec<String>,
    /// Whether one letter may be wrong, missing, too many, or in the next one's place.
    is_forgivable: bool,
    /// Long enough to be meant as a whole.
    is_long: bool,
    /// Whether it hits nothing as it is typed.
    is_forgiven: bool,
}

const LONG_FROM: usize = 4;

/// Mistypings are forgiven from so many letters on; never in a number.
const FORGIVEN_FROM: usize = 5;

impl Word {
    fn new(word: &str) -> Self {
        let mut forms = vec![word.to_owned()];
        let mut stems = Vec::new();
        each_stem(word, &mut |stem, has_article| {
            let list = if has_article { &mut forms } else { &mut stems };
            list.push(stem.to_owned());
            false
        });
        let letters = word.chars().count();
        let is_number = word.bytes().any(|byte| byte.is_ascii_digit());
        let is_forgivable = letters >= FORGIVEN_FROM && !is_number;
        Self { forms, stems, is_forgivable, is_long: letters >= LONG_FROM, is_forgiven: false }
    }

    fn hits(&self, known: &str) -> Option<Quality> {
        if !self.is_forgiven {
            return best(&self.forms, known);
        }
        let typed = &self.forms[0];
        let is_meant = best(&self.stems, known).is_some()
            || self.is_forgivable
                && (is_mistyped(typed, known)
                    || each_stem(known, &mut |stem, _| is_mistyped(typed, stem)));
        is_meant.then_some(Quality::Forgiven)
    }
}

fn best(forms: &[String], known: &str) -> Option<Quality> {
    let mut best = None;
    for form in forms {
        let mut compare = |known: &str| {
            if known.starts_with(form.as_str()) {
                let is_whole = known.len() == form.len();
                best = best.max(Some(if is_whole { Quality::Whole } else { Quality::Beginning }));
            }
            false
        };
        compare(known);
        each_stem(known, &mut |stem, _| compare(stem));
    }
    best
}

/// Calls `take` with the word without each prefix that Arabic may have written onto it, until it
/// answers `true`: "and", "so", then "by", "to", "as", then the article, and whether that was the
/// last. What is left is no shorter than three letters, or two where the article stood.
fn each_stem(word: &str, take: &mut dyn FnMut(&str, bool) -> bool) -> bool {
    let mut rest = word;
    for (prefixes, least) in [(&["و", "ف"][..], 6), (&["ب", "ل", "ك"], 6), (&["ال"], 4)] {
        let stem = prefixes.iter().find_map(|prefix| rest.strip_prefix(prefix));
        if let Some(stem) = stem.filter(|stem| stem.len() >= least) {
            // "To the" is written without the article's alef.
            let (stem, has_article) = match stem.strip_prefix('ل') {
                Some(short) if rest.starts_with('ل') && short.len() >= 4 => (short, true),
                _ => (stem, least == 4),
            };
            if take(stem, has_article) {
                return true;
            }
            rest = stem;
        }
    }
    false
}

/// Whether the known word begins as typed but for one letter.
fn is_mistyped(typed: &str, known: &str) -> bool {
    let mut typed = typed.chars();
    let mut known = known.chars();
    loop {
        let (before, beside) = (typed.clone(), known.clone());
        let Some(a) = typed.next() else { return false };
        let Some(b) = known.next() else { return typed.next().is_none() };
        if a == b {
            continue;
        }
        let goes_on = |known: &std::str::Chars, typed: &std::str::Chars| {
            known.as_str().starts_with(typed.as_str())
        };
        let (mut after, mut behind) = (typed.clone(), known.clone());
        return goes_on(&known, &typed)
            || goes_on(&known, &before)
            || goes_on(&beside, &typed)
            || (after.next() == Some(b) && behind.next() == Some(a) && goes_on(&behind, &after));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_begin_a_word() {
        let text = "وقف إطلاق النار من الساعة 20:00";
        let is_in = |words: &str| Query::new(words).expect("words").is_in(text);
        assert!(is_in("نار وقف"));
        assert!(is_in("الساعه 20"));
        assert!(!is_in("وقف قصف"));
        assert!(Query::new("  ").is_none());
        assert!(Query::new("؟ <>").is_none());
    }

    #[test]
    fn no_arabic_prefix_hides_a_word_on_either_side() {
        for known in ["جسر", "الجسر", "والجسر", "بالجسر", "للجسر", "وبالجسر", "فالجسر", "كالجسر"]
        {
            for typed in ["جسر", "الجسر", "والجسر", "للجسر"] {
                assert!(Query::new(typed).expect("a word").is_in(known), "{typed} {known}");
            }
        }
        let mut word = Word::new("بجسر");
        assert_eq!(word.hits("الجسر"), None);
        word.is_forgiven = true;
        assert_eq!(word.hits("الجسر"), Some(Quality::Forgiven));
    }

    #[test]
    fn one_mistyped_letter_is_forgiven_and_no_second() {
        for (typed, known, expected) in [
            ("gariss", "goriss", true),
            ("gorriss", "goriss", true),
            ("griss", "goriss", true),
            ("groiss", "goriss", true),
            ("oriss", "goriss", true),
            ("agoriss", "goriss", true),
            ("gorix", "goriss", true),
            ("goriss", "goris", true),
            ("gorisss", "goris", false),
            ("garix", "goriss", false),
            ("gxrxss", "goriss", false),
        ] {
            assert_eq!(is_mistyped(typed, known), expected, "{typed} {known}");
        }
        assert!(!Word::new("2022").is_forgivable && !Word::new("120221").is_forgivable);
        assert!(!Word::new("ցորի").is_forgivable && Word::new("ցորիս").is_forgivable);
    }
}
