//! Free-text search: spelling variants are folded away, and every word typed must begin a word
//! of the text.

use super::id::EventId;

/// The folded words of each event.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct SearchIndex {
    /// Each text as [`fold`] leaves it, in the order of the dataset's events.
    pub entries: Vec<(EventId, String)>,
}

impl SearchIndex {
    /// Whether every word of the query begins a word of that event's text. `at` is where the
    /// event stands in the dataset's list: its entry stands there too, unless an unreadable one
    /// was left out.
    pub fn matches(&self, at: usize, event: &EventId, query: &Query) -> bool {
        let is_its_own = |entry: &&(EventId, String)| entry.0 == *event;
        let here = self.entries.get(at).filter(is_its_own);
        let entry = here.or_else(|| self.entries.iter().find(is_its_own));
        entry.is_some_and(|(_, text)| query.matches(text))
    }
}

/// A query, folded and split once.
#[derive(Clone, PartialEq, Debug)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    pub fn new(text: &str) -> Self {
        Self { words: fold(text).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect() }
    }

    /// Whether every word of the query begins a word of this folded text. An Arabic article or
    /// conjunction before the word doesn't hide it.
    pub fn matches(&self, folded: &str) -> bool {
        self.words.iter().all(|word| folded.split(' ').any(|known| begins(known, word)))
    }
}

/// Prefixes that Arabic writes onto a word: the article, and "and", "by", "to" before it.
const ARABIC_PREFIXES: [&str; 6] = ["ال", "وال", "بال", "لل", "و", "ب"];

fn begins(known: &str, word: &str) -> bool {
    known.starts_with(word)
        || ARABIC_PREFIXES
            .iter()
            .any(|prefix| known.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(word)))
}

/// Folds what readers spell in several ways, so that either spelling finds the other: Arabic
/// tashkeel, tatweel, hamza forms, ta marbuta, alef maqsura; Latin case and diacritics; Armenian
/// case and the ligature և; three kinds of digits. All else becomes one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{064B}'..='\u{0655}' | '\u{0670}' | '\u{0640}' | '\u{0300}'..='\u{036F}' => {}
            'أ' | 'إ' | 'آ' | 'ٱ' => folded.push('ا'),
            'ى' | 'ئ' => folded.push('ي'),
            'ؤ' => folded.push('و'),
            'ة' => folded.push('ه'),
            '٠'..='٩' => push_digit(&mut folded, c as u32 - '٠' as u32),
            '۰'..='۹' => push_digit(&mut folded, c as u32 - '۰' as u32),
            'և' => folded.push_str("եւ"),
            _ => fold_letter(&mut folded, c),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push_digit(folded: &mut String, digit: u32) {
    folded.push(char::from(b'0' + digit as u8));
}

fn fold_letter(folded: &mut String, c: char) {
    let lower = lower_case(c);
    match lower {
        'ə' => folded.push('e'),
        'ı' => folded.push('i'),
        'ş' => folded.push('s'),
        'ç' => folded.push('c'),
        'ğ' => folded.push('g'),
        'à'..='å' => folded.push('a'),
        'è'..='ë' => folded.push('e'),
        'ì'..='ï' => folded.push('i'),
        'ò'..='ö' => folded.push('o'),
        'ù'..='ü' => folded.push('u'),
        _ if is_letter(lower) => folded.push(lower),
        _ if !folded.is_empty() && !folded.ends_with(' ') => folded.push(' '),
        _ => {}
    }
}

/// Lower case of the scripts this project is read in. The standard library's tables for all of
/// Unicode would cost every reader some seven kilobytes.
fn lower_case(c: char) -> char {
    let shifted = |by: u32| char::from_u32(c as u32 + by).unwrap_or(c);
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => shifted(32),
        'Ѐ'..='Џ' => shifted(80),
        'Ա'..='Ֆ' => shifted(48),
        'Ə' => 'ə',
        'İ' => 'i',
        'Ğ' | 'Ş' => shifted(1),
        _ => c,
    }
}

/// Whether a character belongs to a word: everything but spaces, signs and punctuation of those
/// scripts.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{BF}' | '×' | '÷' => false,
        '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' | '\u{FE00}'..='\u{FE0F}' => false,
        '،' | '؛' | '؟' | '٪'..='٭' | '۔' => false,
        '՚'..='՟' | '։' | '֊' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_variants_fold_to_one() {
        for (a, b) in [
            ("أحمدلي", "احمدلى"),
            ("قُتِلوا", "قتلوا"),
            ("هدنـــة", "هدنه"),
            ("Şuşa", "susa"),
            ("Kəlbəcər", "KELBECER"),
            ("ԳՈՐԻՍ", "գորիս"),
            ("٤٩", "49"),
            ("۴۹", "49"),
            ("Güney", "guney"),
            ("İrəvan", "irevan"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn every_word_must_begin_a_word() {
        let text = fold("وقف إطلاق النار من الساعة 20:00");
        assert!(Query::new("نار وقف").matches(&text));
        assert!(Query::new("الساعه 20").matches(&text));
        assert!(!Query::new("وقف قصف").matches(&text));
        assert!(Query::new("  ").matches(&text));
    }
}
