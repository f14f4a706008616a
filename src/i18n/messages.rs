//! A language's messages: looked up by key, holes filled, counted forms chosen.

use crate::domain::order::ordered;

use super::plurals::category;

/// The messages of one language.
#[derive(Clone, PartialEq, Debug)]
pub struct Messages {
    /// BCP 47.
    pub language: String,
    /// Each key with its text, in the order of the keys.
    texts: Vec<(String, String)>,
}

impl Messages {
    /// The messages of these keys and texts.
    pub fn new(language: &str, texts: Vec<(String, String)>) -> Self {
        let order = ordered(texts.len(), &|a, b| texts[a].0.cmp(&texts[b].0));
        let texts = order.into_iter().map(|at| texts[at].clone()).collect();
        Self { language: language.to_owned(), texts }
    }

    /// Reads a language's file: one JSON object of key to text. The error says what is wrong.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn parse(language: &str, json: &str) -> Result<Self, String> {
        let Ok(serde_json::Value::Object(object)) = serde_json::from_str(json) else {
            return Err("this is no JSON object".to_owned());
        };
        let texts = object.into_iter().filter_map(|(key, value)| match value {
            serde_json::Value::String(text) => Some((key, text)),
            _ => None,
        });
        Ok(Self::new(language, texts.collect()))
    }

    /// The message as it stands. A key that is missing comes back itself, so that nothing is
    /// hidden; a test holds every key in every language.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// The message, if there is one.
    pub fn find(&self, key: &str) -> Option<&str> {
        let at = self.texts.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok()?;
        Some(&self.texts[at].1)
    }

    /// The message under `family.name`: for the words of a closed list, such as a state's.
    pub fn word(&self, family: &str, name: &str) -> String {
        let key = [family, ".", name].concat();
        self.text(&key).to_owned()
    }

    /// The message with its `{holes}` filled. Each value is isolated, so that a name or a number
    /// in the other direction can't disturb the sentence.
    pub fn fill(&self, key: &str, holes: &[(&str, &str)]) -> String {
        fill(self.text(key), holes)
    }

    /// The form of a counted message for `n`, with `{n}` filled.
    pub fn count(&self, key: &str, n: u64) -> String {
        self.count_with(key, n, &[])
    }

    /// [`Messages::count`] with further holes.
    pub fn count_with(&self, key: &str, n: u64, holes: &[(&str, &str)]) -> String {
        let number = n.to_string();
        let mut all = vec![("n", number.as_str())];
        all.extend_from_slice(holes);
        fill(self.counted(key, n), &all)
    }

    /// The form of a counted message for `n`, holes unfilled.
    pub fn counted<'a>(&'a self, key: &'a str, n: u64) -> &'a str {
        let form = [key, "#", category(&self.language, n).key()].concat();
        let other = [key, "#other"].concat();
        self.find(&form).or_else(|| self.find(&other)).unwrap_or(key)
    }

    /// The messages as a page loads them: without those whose family begins with `static`, which
    /// stand only in what the build writes.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn to_json(&self) -> String {
        let loaded = self.texts.iter().filter(|(key, _)| !key.starts_with("static"));
        let texts = loaded.map(|(key, text)| (key.clone(), text.as_str().into()));
        serde_json::Value::Object(texts.collect()).to_string()
    }

    /// Every key, for tests.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|(key, _)| key.as_str())
    }
}

/// First strong isolate and its end (Unicode Bidirectional Algorithm, X5c and X6a).
const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

/// The text shielded from the direction of what surrounds it. Text of digits alone needs none.
pub fn isolated(text: &str) -> String {
    let mut shielded = String::with_capacity(text.len() + 6);
    if text.chars().all(|c| c.is_ascii_digit()) {
        shielded.push_str(text);
    } else {
        shielded.push(ISOLATE);
        shielded.push_str(text);
        shielded.push(END_OF_ISOLATE);
    }
    shielded
}

fn fill(pattern: &str, holes: &[(&str, &str)]) -> String {
    filled(pattern, holes, isolated)
}

/// Fills holes without isolating them: the parts of a date or a figure are of one direction.
pub fn fill_plain(pattern: &str, holes: &[(&str, &str)]) -> String {
    filled(pattern, holes, str::to_owned)
}

fn filled(pattern: &str, holes: &[(&str, &str)], shown: fn(&str) -> String) -> String {
    let mut text = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            rest = after;
            break;
        };
        if let Some((_, value)) = holes.iter().find(|(hole, _)| *hole == name) {
            text.push_str(&shown(value));
        }
        rest = behind;
    }
    text.push_str(rest);
    text
}
