//! What is searched: the texts of one language, and the words they fold to.
//!
//! Each different word is kept once, with a number; a text is the numbers of its words. So a
//! keystroke compares what was typed with some thousands of words and then looks at numbers.

use super::super::event::Event;
use super::super::fold::each_word;
use super::super::word::words;
use super::{Quality, Word};

/// An event with its prose in one language, or a thing that events hold with all its names.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    pub kind: EntryKind,
    /// By which events' entries name it, if it is no event.
    pub number: usize,
    /// In the dataset.
    pub id: String,
    /// The numbers of the things that the event holds.
    pub holds: Vec<usize>,
    /// Of those that its texts, in whatever language, only mention.
    pub mentions: Vec<usize>,
    /// The first is the event's title, or the name that the page's language shows.
    pub texts: Vec<EntryText>,
}

/// What an entry is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryKind {
    Event,
    Place,
    Speaker,
    Party,
    Outlet,
    Episode,
}

words!(EntryKind {
    Event = "event",
    Place = "place",
    Speaker = "speaker",
    Party = "party",
    Outlet = "outlet",
    Episode = "episode",
});

/// One of an entry's texts.
#[derive(Clone, PartialEq, Debug)]
pub struct EntryText {
    pub part: Part,
    /// Whose claim it is, in words; empty where it is none.
    pub by: String,
    /// A quotation's own language; else empty.
    pub language: String,
    pub text: String,
}

/// Where a word stands; more is better.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    Quotation = 1,
    Claim,
    Summary,
    /// A name, or an event's kind and date, in words and in figures.
    Name,
    Title,
}

impl EntryText {
    /// A text in the language of all, or a name.
    pub fn new(part: Part, text: &str) -> Self {
        Self { part, by: String::new(), language: String::new(), text: text.to_owned() }
    }
}

/// How much a hit counts.
fn score(part: u32, quality: Quality) -> u32 {
    part * 4 + quality as u32
}

/// A name that is only mentioned counts as much as a word of a claim.
const LOWERED: u32 = (Part::Name as u32 - Part::Claim as u32) * 4;

/// The texts of one language, ready to be searched once all of them are taken in.
pub struct SearchIndex {
    /// BCP 47.
    pub language: String,
    pub entries: Vec<Entry>,
    words: Words,
    /// A word's number times eight, and the part it stands in.
    tokens: Vec<u32>,
    /// Where in `tokens` those of each entry end.
    ends: Vec<usize>,
    /// Where in the dataset's list each entry's event stands; `NOWHERE` for all else.
    places: Vec<usize>,
}

/// A place that no event has.
const NOWHERE: usize = usize::MAX;

/// So many entries are taken in at once.
const SLICE: usize = 16;

impl SearchIndex {
    /// An index of these entries, as yet without any of them.
    pub fn new(language: &str, entries: Vec<Entry>) -> Self {
        Self {
            language: language.to_owned(),
            entries,
            words: Words::default(),
            tokens: Vec::new(),
            ends: Vec::new(),
            places: Vec::new(),
        }
    }

    /// An index of all these entries.
    pub fn whole(language: &str, entries: Vec<Entry>, events: &[Event]) -> Self {
        let mut index = Self::new(language, entries);
        while index.take_in(events) {}
        index
    }

    /// Takes in some more of the entries; `false` once there are none left.
    pub fn take_in(&mut self, events: &[Event]) -> bool {
        let taken = self.ends.len();
        for entry in self.entries.iter().skip(taken).take(SLICE) {
            for EntryText { part, text, .. } in &entry.texts {
                let mut joined = String::new();
                let mut add = |word: &str| {
                    self.tokens.push(self.words.number(word) * 8 + *part as u32);
                };
                each_word(text, &mut |_, word| {
                    add(word);
                    joined.push_str(word);
                });
                // A name of several words, as some write it.
                if entry.kind != EntryKind::Event {
                    add(&joined);
                }
            }
            self.ends.push(self.tokens.len());
            self.places.push(match entry.kind {
                EntryKind::Event => self.place_of(&entry.id, events),
                _ => NOWHERE,
            });
        }
        self.ends.len() > taken
    }

    /// It is the next one, unless an unreadable one was left out.
    fn place_of(&self, id: &str, events: &[Event]) -> usize {
        let is_it = |place: &usize| events.get(*place).is_some_and(|event| event.id.as_str() == id);
        let next = self.places.last().map_or(0, |last| last.wrapping_add(1));
        if is_it(&next) { next } else { (0..events.len()).find(is_it).unwrap_or(NOWHERE) }
    }

    /// The entry of the event at that place of the dataset's list.
    pub(super) fn event(&self, place: usize) -> Option<&Entry> {
        let at = self.places.iter().position(|known| *known == place)?;
        self.entries.get(at)
    }

    /// The entry of that number.
    pub(super) fn named(&self, number: usize) -> Option<&Entry> {
        self.entries.iter().find(|it| it.kind != EntryKind::Event && it.number == number)
    }

    /// Raises, for each event of the dataset's list and for each number of a name, the score to that
    /// of the word's best hit; whether there is any.
    pub(super) fn find(&self, word: &Word, events: &mut [u32], names: &mut Vec<u32>) -> bool {
        let mut is_found = false;
        let mut qualities = Vec::with_capacity(self.words.ends.len());
        for number in 0..self.words.ends.len() {
            let quality = word.hits(self.words.word(number));
            is_found |= quality.is_some();
            qualities.push(quality);
        }
        if !is_found {
            return false;
        }
        let mut scores = Vec::with_capacity(self.ends.len());
        let mut from = 0;
        for end in &self.ends {
            let mut best = 0;
            for token in &self.tokens[from..*end] {
                if let Some(quality) = qualities[*token as usize / 8] {
                    best = best.max(score(token % 8, quality));
                }
            }
            scores.push(best);
            from = *end;
        }
        let whole = score(Part::Name as u32, Quality::Whole);
        let mut least = 1;
        for (entry, score) in self.entries.iter().zip(&scores) {
            if entry.kind != EntryKind::Event {
                names.resize(names.len().max(entry.number + 1), 0);
                names[entry.number] = *score;
                if word.is_long && *score == whole {
                    least = whole;
                }
            }
        }
        let of_name = |number: &usize| {
            names.get(*number).copied().filter(|score| *score >= least).unwrap_or(0)
        };
        for (at, entry) in self.entries.iter().enumerate() {
            let mut best = scores[at];
            for number in &entry.holds {
                best = best.max(of_name(number));
            }
            for number in &entry.mentions {
                best = best.max(of_name(number).saturating_sub(LOWERED));
            }
            if let Some(event) = events.get_mut(self.places[at]) {
                *event = best.max(*event);
            }
        }
        names.iter_mut().filter(|score| **score < least).for_each(|score| *score = 0);
        true
    }
}

/// Each different word once. A table of its own: the standard library's would cost every reader
/// more than this.
#[derive(Default)]
struct Words {
    text: String,
    /// Where in `text` each word ends.
    ends: Vec<usize>,
    /// Numbers of words plus one, each at the first free place from its hash on; 0 is free.
    slots: Vec<usize>,
}

impl Words {
    fn word(&self, number: usize) -> &str {
        let from = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[from..self.ends[number]]
    }

    /// The number of the word, a new one if it has none.
    fn number(&mut self, word: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.slots = vec![0; (self.slots.len() * 2).max(1024)];
            for number in 0..self.ends.len() {
                let slot = self.slot(self.word(number));
                self.slots[slot] = number + 1;
            }
        }
        let slot = self.slot(word);
        if self.slots[slot] == 0 {
            self.text.push_str(word);
            self.ends.push(self.text.len());
            self.slots[slot] = self.ends.len();
        }
        self.slots[slot] as u32 - 1
    }

    /// Where the word's number stands, or is to stand.
    fn slot(&self, word: &str) -> usize {
        // FNV-1a.
        let mut hash = 0x811C_9DC5_u32;
        for byte in word.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot] != 0 && self.word(self.slots[slot] - 1) != word {
            slot = (slot + 1) & mask;
        }
        slot
    }
}
