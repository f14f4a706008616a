//! Folding: spelling variants are brought to one form, so that either finds the other.
//!
//! - Arabic: tashkeel, tatweel and hamza fall away, alef has one form, alef maqsura is ya, ta
//!   marbuta is ha, and Persian letters are the Arabic ones nearest to them.
//! - Latin: case and diacritics fall away; ə is e, ı is i, ł is l.
//! - Armenian: case and the signs written above letters fall away; և, եւ and եվ are one.
//! - Cyrillic: case falls away; ё is е, й is и.
//! - Digits: three kinds are one.
//! - Apostrophes within a word fall away, so do signs nobody sees; a hyphen parts two words.
//!
//! The standard library's tables for all of Unicode would cost every reader some seven kilobytes.

/// The folded words of the text with one space between them.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_word(text, &mut |_, word| {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    });
    folded
}

/// Where a word stands in a text, in bytes.
pub type Span = std::ops::Range<usize>;

/// Calls `take` with each word of the text: where it stands, and how it folds.
pub fn each_word(text: &str, take: &mut dyn FnMut(Span, &str)) {
    let mut word = String::new();
    let mut span = 0..0;
    for (at, c) in text.char_indices() {
        let letters = word.len();
        let part = fold_letter(&mut word, c);
        if word.len() > letters {
            if letters == 0 {
                span.start = at;
            }
            span.end = at + c.len_utf8();
        } else if part == Part::Sign {
            span.end = at + c.len_utf8();
        } else if part == Part::Gap && !word.is_empty() {
            take(span.clone(), &word);
            word.clear();
        }
    }
    if !word.is_empty() {
        take(span, &word);
    }
}

/// What a character is to a word.
#[derive(PartialEq)]
enum Part {
    Letter,
    /// Written on a letter or between two, and folded away.
    Sign,
    /// Folded away, and no part of the word where it stands at its end.
    Unseen,
    /// Parts two words.
    Gap,
}

fn fold_letter(word: &mut String, c: char) -> Part {
    let folded = match c {
        // Tashkeel, tatweel, hamza, Quranic signs, diacritics that stand alone, Armenian emphasis.
        '\u{64B}'..='\u{65F}' | '\u{610}'..='\u{61A}' | '\u{6D6}'..='\u{6ED}' => return Part::Sign,
        '\u{670}' | '\u{640}' | 'ء' | '\u{300}'..='\u{36F}' | '՛' | '՜' | '՞' => {
            return Part::Sign;
        }
        // Apostrophes, what steers direction and joining, the soft hyphen.
        '\'' | '`' | '´' | 'ʹ'..='ʿ' | '‘' | '’' | '՚' => return Part::Unseen,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => return Part::Unseen,
        '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => return Part::Unseen,
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' | 'ی' | 'ې' => 'ي',
        'ؤ' => 'و',
        'ة' | 'ھ' | 'ہ' | 'ە' | 'ۀ' => 'ه',
        'ک' | 'گ' => 'ك',
        'پ' => 'ب',
        'چ' => 'ج',
        'ڤ' => 'ف',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        'և' => {
            word.push_str("եվ");
            return Part::Letter;
        }
        // In ու it is a letter's second half; elsewhere it is the older form of վ.
        'ւ' | 'Ւ' => {
            if word.ends_with('ո') {
                'ւ'
            } else {
                'վ'
            }
        }
        'Ա'..='Ֆ' => moved(c, 48),
        'А'..='Я' | 'Ѐ'..='Џ' | 'ё' | 'й' => cyrillic(c),
        'A'..='Z' => c.to_ascii_lowercase(),
        'À'..='ſ' if c != '×' && c != '÷' => latin(c),
        'ə' | 'Ə' => 'e',
        _ if is_letter(c) => c,
        _ => return Part::Gap,
    };
    word.push(folded);
    Part::Letter
}

fn digit(c: char, zero: char) -> char {
    char::from(b'0' + (c as u32 - zero as u32) as u8)
}

fn moved(c: char, by: u32) -> char {
    char::from_u32(c as u32 + by).unwrap_or(c)
}

fn cyrillic(c: char) -> char {
    let small = match c {
        'А'..='Я' => moved(c, 32),
        'Ѐ'..='Џ' => moved(c, 80),
        _ => c,
    };
    match small {
        'ё' | 'ѐ' => 'е',
        'й' | 'ѝ' => 'и',
        _ => small,
    }
}

/// The bare letters from À to ſ, large and small alike.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllll\
    lnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

fn latin(c: char) -> char {
    LATIN.get(c as usize - 'À' as usize).map_or(c, |letter| char::from(*letter))
}

/// Whether a character belongs to a word: everything but spaces, signs and punctuation of the
/// scripts this project is read in.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{BF}' | '×' | '÷' => false,
        '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' | '\u{E000}'..='\u{F8FF}' => false,
        '\u{FFF0}'..='\u{FFFF}' => false,
        '،' | '؛' | '؟' | '٪'..='٭' | '۔' => false,
        '՚'..='՟' | '։' | '֊' => false,
        _ => true,
    }
}

/// The scripts of the text's letters, a bit each; digits and signs are of none.
pub fn scripts(text: &str) -> u64 {
    let mut scripts = 0;
    for c in text.chars() {
        let script = match c {
            '0'..='9' | '٠'..='٩' | '۰'..='۹' => continue,
            _ if !is_letter(c) => continue,
            '\0'..='\u{24F}' | 'ə' => 0,
            '\u{400}'..='\u{52F}' => 1,
            '\u{530}'..='\u{58F}' => 2,
            '\u{590}'..='\u{5FF}' => 3,
            '\u{600}'..='\u{77F}' => 4,
            '\u{2E80}'.. => 5,
            // Most other scripts have a block of this size to themselves; should two of them share
            // a bit, one more language's texts are searched.
            _ => 6 + (c as u32 >> 7) % 58,
        };
        scripts |= 1 << script;
    }
    scripts
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
            ("ٱلجسر", "الجسر"),
            ("سماء", "سما"),
            ("رئيس", "رييس"),
            ("مؤتمر", "موتمر"),
            ("کلبجار", "كلبجار"),
            ("علی", "علي"),
            ("Şuşa", "susa"),
            ("Kəlbəcər", "KELBECER"),
            ("Łódź", "lodz"),
            ("ÇIRAQ", "çıraq"),
            ("ԳՈՐԻՍ", "գորիս"),
            ("Երևան", "ԵՐԵՎԱՆ"),
            ("Երևան", "երեւան"),
            ("ինչո՞ւ", "ԻՆՉՈՒ"),
            ("Артём", "артем"),
            ("Ереван", "ЕРЕВАН"),
            ("٤٩", "49"),
            ("۴۹", "49"),
            ("Güney", "guney"),
            ("İrəvan", "irevan"),
            ("O’Brien", "o'brien"),
            ("O'Brien", "obrien"),
            ("\u{2066}12–13\u{2069}", "12-13"),
            ("  a \u{0} <b>  ", "a b"),
            ("", " ؟ … "),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn a_word_is_found_where_it_stands_with_the_signs_on_it() {
        let words = |text: &str| {
            let mut words = Vec::new();
            each_word(text, &mut |span, word| words.push((text[span].to_owned(), word.to_owned())));
            words
        };
        for (text, expected) in [
            ("«قُتِلَ» جنديٌّ.", &[("قُتِلَ", "قتل"), ("جنديٌّ", "جندي")][..]),
            ("‘Al-Quds’ O’Brien’s", &[("Al", "al"), ("Quds", "quds"), ("O’Brien’s", "obriens")]),
            ("Ի՞նչ, և։", &[("Ի՞նչ", "ինչ"), ("և", "եվ")]),
            ("\u{2066}12–13\u{2069}", &[("12", "12"), ("13", "13")]),
            ("ءَ", &[]),
        ] {
            let expected: Vec<(String, String)> =
                expected.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect();
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn a_text_is_known_by_the_scripts_of_its_letters() {
        assert_eq!(scripts("Azərbaycanca"), scripts("english"));
        assert_eq!(scripts("فارسی ک"), scripts("العربية"));
        assert_ne!(scripts("Հայերեն"), scripts("English"));
        assert_eq!(scripts("12 ٤٩ – « »"), 0);
        assert_eq!(scripts("Goris غوريس"), scripts("Goris") | scripts("غوريس"));
    }
}
