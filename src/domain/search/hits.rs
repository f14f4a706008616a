//! What a search found: a score for each event, what to suggest, and an excerpt where the hit is in
//! no words that the reader sees already.

use std::sync::Arc;

use super::super::fold::Span;
use super::super::order::ordered;
use super::Query;
use super::index::{Entry, EntryKind, EntryText, Part, SearchIndex};

/// What was found.
pub struct Hits {
    pub query: Query,
    typed: String,
    /// Of each event in the dataset's list.
    scores: Vec<u32>,
    /// Of each name, by its number.
    names: Vec<u32>,
    /// What was searched, the page's language first.
    indexes: Vec<Arc<SearchIndex>>,
    /// Into which of the dataset's languages the search looks, whether their texts have come or not.
    pub languages: Vec<usize>,
}

/// No search is another, even if it finds the same.
impl PartialEq for Hits {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Searches a dataset of so many events; `None` where no word is typed.
pub fn search(
    indexes: Vec<Arc<SearchIndex>>,
    languages: Vec<usize>,
    events: usize,
    typed: &str,
) -> Option<Hits> {
    let mut query = Query::new(typed)?;
    let mut scores: Vec<u32> = Vec::new();
    let mut names: Vec<u32> = Vec::new();
    for word in &mut query.words {
        let mut of_events = vec![0; events];
        let mut of_names = Vec::new();
        for is_forgiven in [false, true] {
            word.is_forgiven = is_forgiven;
            let mut is_found = false;
            for index in &indexes {
                is_found |= index.find(word, &mut of_events, &mut of_names);
            }
            if is_found {
                break;
            }
        }
        add(&mut scores, of_events);
        add(&mut names, of_names);
    }
    Some(Hits { query, typed: typed.to_owned(), scores, names, indexes, languages })
}

/// Adds a further word's scores; what one word misses is missed.
fn add(sums: &mut Vec<u32>, scores: Vec<u32>) {
    if sums.is_empty() {
        *sums = scores;
        return;
    }
    for (sum, score) in sums.iter_mut().zip(scores) {
        *sum = if *sum == 0 || score == 0 { 0 } else { *sum + score };
    }
}

/// A part of an event's texts that was hit.
#[derive(Clone, PartialEq, Debug)]
pub struct Excerpt {
    /// Cut at words around the first hit.
    pub text: String,
    /// Whose claim it is, in words: no claim stands without its claimant. Empty where it is none.
    pub by: String,
    /// Empty for a name.
    pub language: String,
    pub is_quotation: bool,
}

/// What may be meant.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    pub kind: EntryKind,
    pub id: String,
    /// As the page's language shows it.
    pub name: String,
    /// The form that was hit, where it is another; else empty.
    pub form: String,
}

/// Of the suggestions at most so many are names.
const MOST_NAMES: usize = 5;

impl Hits {
    /// How well the event at that place of the dataset's list matches; 0: not at all. Before any
    /// texts have come, all match alike.
    pub fn score(&self, at: usize) -> u32 {
        if self.indexes.is_empty() { 1 } else { self.scores.get(at).copied().unwrap_or(0) }
    }

    /// Whether this is what was typed, searched for in these texts.
    pub fn is_of(&self, typed: &str, indexes: &[Arc<SearchIndex>]) -> bool {
        let mut pairs = self.indexes.iter().zip(indexes);
        self.typed == typed
            && self.indexes.len() == indexes.len()
            && pairs.all(|(a, b)| Arc::ptr_eq(a, b))
    }

    /// Whether no event matches.
    pub fn is_empty(&self) -> bool {
        !self.indexes.is_empty() && self.scores.iter().all(|score| *score == 0)
    }

    /// Whether a word hit nothing as it was typed.
    pub fn is_forgiven(&self) -> bool {
        self.query.words.iter().any(|word| word.is_forgiven)
    }

    /// The best names, then the best events that have every word in their titles.
    pub fn suggestions(&self, most: usize) -> Vec<Suggestion> {
        let mut suggestions = Vec::new();
        let Some(index) = self.indexes.first() else { return suggestions };
        for number in best_first(&self.names) {
            if suggestions.len() < MOST_NAMES {
                suggestions.extend(index.named(number).and_then(|entry| self.suggestion(entry)));
            }
        }
        for place in best_first(&self.scores) {
            if suggestions.len() < most {
                suggestions.extend(index.event(place).and_then(|entry| self.suggestion(entry)));
            }
        }
        suggestions
    }

    /// The entry, if every word is in one of its names; of an event, in its title.
    fn suggestion(&self, entry: &Entry) -> Option<Suggestion> {
        let shown = entry.texts.first()?;
        let forms = entry.texts.iter().filter(|form| form.part == shown.part);
        let hit = forms.into_iter().find(|form| self.query.is_in(&form.text));
        // A name may be hit in the page's language by one word and in another by the next.
        let hit = match entry.kind {
            EntryKind::Event => hit?,
            _ => hit.unwrap_or(shown),
        };
        let form = if hit.text == shown.text { "" } else { &hit.text };
        let (id, name) = (entry.id.clone(), shown.text.clone());
        Some(Suggestion { kind: entry.kind, id, name, form: form.to_owned() })
    }

    /// The first part of that event's texts with a word of the query that what is `shown` of the
    /// event hasn't.
    pub fn excerpt(&self, at: usize, shown: &str) -> Option<Excerpt> {
        let missing = self.query.missing(shown);
        for index in &self.indexes {
            let found = index.event(at).and_then(|event| self.hit_text(event, missing, index));
            if found.is_some() {
                return found;
            }
        }
        let index = self.indexes.first()?;
        let event = index.event(at)?;
        for held in [&event.holds, &event.mentions] {
            for number in held {
                let name = index.named(*number);
                let found = name.and_then(|name| self.hit_text(name, missing, index));
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    fn hit_text(&self, entry: &Entry, words: u32, index: &SearchIndex) -> Option<Excerpt> {
        for EntryText { part, by, language, text } in &entry.texts {
            if let Some(hit) = self.query.first_hit(text, words) {
                let language = match part {
                    Part::Name => "",
                    Part::Quotation => language,
                    _ => &index.language,
                };
                return Some(Excerpt {
                    text: around(text, &hit),
                    by: by.clone(),
                    language: language.to_owned(),
                    is_quotation: *part == Part::Quotation,
                });
            }
        }
        None
    }
}

/// The places of what scores at all, the best first and of equals the first.
fn best_first(scores: &[u32]) -> Vec<usize> {
    let mut best = ordered(scores.len(), &|a, b| scores[b].cmp(&scores[a]));
    best.retain(|at| scores[*at] > 0);
    best
}

/// So many letters before and after a hit are shown.
const BEFORE: usize = 40;
const AFTER: usize = 80;

/// The text around a hit, cut at words.
fn around(text: &str, hit: &Span) -> String {
    let bytes = text.as_bytes();
    let a_letter = if bytes[hit.start].is_ascii() { 1 } else { 2 };
    let is_space = |byte: &u8| *byte == b' ';
    let mut start = text.floor_char_boundary(hit.start.saturating_sub(BEFORE * a_letter));
    if start > 0 {
        start += bytes[start..hit.start].iter().position(is_space).map_or(0, |space| space + 1);
    }
    let mut end = text.floor_char_boundary(hit.end + AFTER * a_letter);
    if end < text.len() {
        end = hit.end + bytes[hit.end..end].iter().rposition(is_space).unwrap_or(0);
    }
    let dots = |is_cut: bool| if is_cut { "…" } else { "" };
    [dots(start > 0), &text[start..end], dots(end < text.len())].concat()
}
