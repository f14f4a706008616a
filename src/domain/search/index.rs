//! What is searched: the texts of one language, and the words they fold to.
//!
//! Each different word is kept once, with a number; a text is the numbers of its words. So a
//! keystroke compares what was typed with some thousands of words and then looks at numbers.

use super::super::event::Event;
use super::super::fold::each_word;
use super::super::id::EventId;
use super::super::source::Quotation;
use super::super::word::words;
use super::{Quality, Word};

/// What `search.json` holds: names in every usage, script and language, and prose in one language.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct SearchTexts {
    pub names: Vec<Name>,
    pub entries: Vec<Entry>,
}

/// A thing that events hold, with all its names.
#[derive(Clone, PartialEq, Debug)]
pub struct Name {
    /// By which entries name it.
    pub number: usize,
    pub kind: NameKind,
    /// Its id in the dataset.
    pub id: String,
    /// The first is the one that the page's language shows.
    pub forms: Vec<String>,
}

/// What bears a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameKind {
    Place,
    Speaker,
    Party,
    Outlet,
    Episode,
}

words!(NameKind {
    Place = "place",
    Speaker = "speaker",
    Party = "party",
    Outlet = "outlet",
    Episode = "episode",
});

/// The texts of one event.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    pub event: EventId,
    /// The numbers of the names it holds.
    pub names: Vec<usize>,
    pub title: String,
    /// Its kind and its date, in words and in figures.
    pub card: String,
    pub summary: String,
    pub claims: Vec<String>,
    pub quotations: Vec<Quotation>,
}

/// Where in an event a word stands; more is better.
#[derive(Clone, Copy)]
enum Part {
    Quotation = 1,
    Claim,
    Summary,
    Name,
    Title,
}

/// How much a hit counts.
fn score(part: u32, quality: Quality) -> u32 {
    part * 4 + quality as u32
}

/// The texts of one language, ready to be searched once all of them are taken in.
pub struct SearchIndex {
    /// BCP 47.
    pub language: String,
    pub texts: SearchTexts,
    words: Words,
    /// A word's number times eight, and the part it stands in.
    tokens: Vec<u32>,
    /// Where in `tokens` those of each name end, and then those of each entry.
    ends: Vec<usize>,
    /// Where in the dataset's list each entry's event stands.
    places: Vec<Option<usize>>,
}

/// So many names or entries are taken in at once.
const SLICE: usize = 16;

impl SearchIndex {
    /// An index of these texts, as yet without any of them.
    pub fn new(language: &str, texts: SearchTexts) -> Self {
        Self {
            language: language.to_owned(),
            texts,
            words: Words::default(),
            tokens: Vec::new(),
            ends: Vec::new(),
            places: Vec::new(),
        }
    }

    /// An index of the titles alone.
    pub fn of_titles(language: &str, events: &[Event]) -> Self {
        let mut texts = SearchTexts::default();
        for event in events {
            texts.entries.push(Entry {
                event: event.id.clone(),
                names: Vec::new(),
                title: event.title.clone(),
                card: String::new(),
                summary: String::new(),
                claims: Vec::new(),
                quotations: Vec::new(),
            });
        }
        Self::whole(language, texts, events)
    }

    /// An index of all these texts.
    pub fn whole(language: &str, texts: SearchTexts, events: &[Event]) -> Self {
        let mut index = Self::new(language, texts);
        while index.take_in(events) {}
        index
    }

    /// Takes in some more of the texts; `false` once there are none left.
    pub fn take_in(&mut self, events: &[Event]) -> bool {
        let names = self.texts.names.len();
        let from = self.ends.len();
        for at in from..(from + SLICE).min(names + self.texts.entries.len()) {
            let texts = &self.texts;
            let mut add = |text: &str, part: Part| {
                each_word(text, &mut |_, word| {
                    self.tokens.push(self.words.number(word) * 8 + part as u32);
                });
            };
            if at < names {
                for form in &texts.names[at].forms {
                    add(form, Part::Name);
                    add(&joined(form), Part::Name);
                }
            } else {
                let entry = &texts.entries[at - names];
                add(&entry.title, Part::Title);
                add(&entry.card, Part::Name);
                add(&entry.summary, Part::Summary);
                for claim in &entry.claims {
                    add(claim, Part::Claim);
                }
                for quotation in &entry.quotations {
                    add(&quotation.text, Part::Quotation);
                }
                self.places.push(place_of(entry, at - names, events));
            }
            self.ends.push(self.tokens.len());
        }
        self.ends.len() > from
    }

    /// The texts of the event at that place of the dataset's list.
    pub(super) fn entry(&self, place: usize) -> Option<&Entry> {
        let at = self.places.iter().position(|known| *known == Some(place))?;
        self.texts.entries.get(at)
    }

    /// The name of that number.
    pub(super) fn name(&self, number: usize) -> Option<&Name> {
        self.texts.names.get(self.place_of_name(number)?)
    }

    /// It stands at its number, unless an unreadable one was left out.
    fn place_of_name(&self, number: usize) -> Option<usize> {
        let names = &self.texts.names;
        let is_it = |at: &usize| names.get(*at).is_some_and(|name| name.number == number);
        Some(number).filter(is_it).or_else(|| (0..names.len()).find(is_it))
    }

    /// Raises, for each event of the dataset's list and each name, the score to that of the word's
    /// best hit; whether there is any.
    pub(super) fn find(&self, word: &Word, events: &mut [u32], names: &mut Vec<u32>) -> bool {
        let mut is_found = false;
        let mut qualities = Vec::with_capacity(self.words.ends.len());
        for number in 0..self.words.ends.len() {
            let quality = word.hits(self.words.word(number));
            is_found |= quality.is_some();
            qualities.push(quality);
        }
        names.resize(self.texts.names.len(), 0);
        if !is_found {
            return false;
        }
        let mut from = 0;
        for (at, end) in self.ends.iter().enumerate() {
            let mut best = 0;
            for token in &self.tokens[from..*end] {
                if let Some(quality) = qualities[*token as usize / 8] {
                    best = best.max(score(token % 8, quality));
                }
            }
            from = *end;
            let Some(entry) = at.checked_sub(self.texts.names.len()) else {
                names[at] = best;
                continue;
            };
            for number in &self.texts.entries[entry].names {
                best = best.max(self.place_of_name(*number).map_or(0, |at| names[at]));
            }
            if let Some(event) = self.places[entry].and_then(|place| events.get_mut(place)) {
                *event = best.max(*event);
            }
        }
        true
    }
}

/// Where in the dataset's list the entry's event stands: there too, unless an unreadable one was
/// left out.
fn place_of(entry: &Entry, at: usize, events: &[Event]) -> Option<usize> {
    let is_its_own =
        |place: &usize| events.get(*place).is_some_and(|event| event.id == entry.event);
    Some(at).filter(is_its_own).or_else(|| (0..events.len()).find(is_its_own))
}

/// A name of several words as some write it: as one.
fn joined(form: &str) -> String {
    let mut joined = String::new();
    let mut words = 0;
    each_word(form, &mut |_, word| {
        joined.push_str(word);
        words += 1;
    });
    if words < 2 { String::new() } else { joined }
}

/// Each different word once. A table of its own: the standard library's would cost every reader
/// more than this.
#[derive(Default)]
struct Words {
    text: String,
    /// Where in `text` each word ends.
    ends: Vec<u32>,
    /// Numbers of words plus one, each at the first free place from its hash on; 0 is free.
    slots: Vec<u32>,
}

impl Words {
    fn word(&self, number: usize) -> &str {
        let from = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[from as usize..self.ends[number] as usize]
    }

    /// The number of the word, a new one if it has none.
    fn number(&mut self, word: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(word);
        if self.slots[slot] == 0 {
            self.text.push_str(word);
            self.ends.push(self.text.len() as u32);
            self.slots[slot] = self.ends.len() as u32;
        }
        self.slots[slot] - 1
    }

    /// Where the word's number stands, or is to stand.
    fn slot(&self, word: &str) -> usize {
        // FNV-1a.
        let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let mask = self.slots.len() - 1;
        let mut slot = word.bytes().fold(0x811C_9DC5, mix) as usize & mask;
        while self.slots[slot] != 0 && self.word(self.slots[slot] as usize - 1) != word {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(1024)];
        for number in 0..self.ends.len() {
            let slot = self.slot(self.word(number));
            self.slots[slot] = number as u32 + 1;
        }
    }
}
