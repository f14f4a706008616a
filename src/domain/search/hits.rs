//! What a search found: a score for each event, what to suggest, and an excerpt where the hit is in
//! no words that the reader sees already.

use std::sync::Arc;

use super::super::event::Event;
use super::super::fold::{Span, scripts};
use super::super::order::ordered;
use super::index::{Entry, Name, SearchIndex};
use super::{Query, Way, marks};

/// What was found.
pub struct Hits {
    pub query: Query,
    /// Of each event in the dataset's list.
    scores: Vec<u32>,
    /// Of each name in the first index.
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

/// Searches a dataset of so many events. Names to suggest are taken from the first index alone:
/// they are the same in all.
pub fn search(
    indexes: Vec<Arc<SearchIndex>>,
    languages: Vec<usize>,
    events: usize,
    mut query: Query,
) -> Hits {
    let mut scores: Vec<u32> = Vec::new();
    let mut names: Vec<u32> = Vec::new();
    for word in &mut query.words {
        let mut of_events = vec![0; events];
        let mut of_names = Vec::new();
        for way in Way::ALL {
            word.way = way;
            let mut is_found = false;
            for (at, index) in indexes.iter().enumerate() {
                let mut others = Vec::new();
                let names = if at == 0 { &mut of_names } else { &mut others };
                is_found |= index.find(word, &mut of_events, names);
            }
            if is_found {
                break;
            }
        }
        add(&mut scores, of_events);
        add(&mut names, of_names);
    }
    Hits { query, scores, names, indexes, languages }
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
    /// `None` for a name.
    pub language: Option<String>,
    pub is_quotation: bool,
}

/// What may be meant.
#[derive(Clone, PartialEq, Debug)]
pub enum Suggestion {
    /// A name, and that of its forms that was hit where it isn't the one that is shown.
    Name(Name, Option<String>),
    /// The event at that place of the dataset's list.
    Event(usize),
}

/// Of the suggestions at most so many are names.
const MOST_NAMES: usize = 5;

impl Hits {
    /// How well the event at that place of the dataset's list matches; 0: not at all.
    pub fn score(&self, at: usize) -> u32 {
        self.scores.get(at).copied().unwrap_or(0)
    }

    /// Whether no event matches.
    pub fn is_empty(&self) -> bool {
        self.scores.iter().all(|score| *score == 0)
    }

    /// The best names, then the best events that have every word in their titles.
    pub fn suggestions(&self, events: &[Event], most: usize) -> Vec<Suggestion> {
        let mut suggestions = Vec::new();
        for at in best_first(&self.names).into_iter().take(MOST_NAMES) {
            let name = &self.indexes[0].texts.names[at];
            let hit = name.forms.iter().find(|form| self.query.is_in(form));
            let other = hit.filter(|form| **form != name.forms[0]).cloned();
            suggestions.push(Suggestion::Name(name.clone(), other));
        }
        for at in best_first(&self.scores) {
            if suggestions.len() == most {
                break;
            }
            if self.query.is_in(&events[at].title) {
                suggestions.push(Suggestion::Event(at));
            }
        }
        suggestions
    }

    /// The first part of that event's texts with a word of the query that what is `shown` of the
    /// event hasn't.
    pub fn excerpt(&self, at: usize, shown: &str) -> Option<Excerpt> {
        let missing = Query { words: self.query.missing(shown).cloned().collect() };
        if missing.words.is_empty() {
            return None;
        }
        let entries = self.indexes.iter().filter_map(|index| Some((index, index.entry(at)?)));
        let mut excerpts = entries.filter_map(|(index, entry)| excerpt(index, entry, &missing));
        excerpts.next()
    }
}

fn excerpt(index: &SearchIndex, entry: &Entry, query: &Query) -> Option<Excerpt> {
    let around = |text: &str, language: Option<&str>, is_quotation: bool| {
        let hit = marks(text, query).into_iter().next()?;
        let language = language.map(str::to_owned);
        Some(Excerpt { text: cut(text, &hit), language, is_quotation })
    };
    let own = Some(index.language.as_str());
    for text in [&entry.title, &entry.summary].into_iter().chain(&entry.claims) {
        if let Some(excerpt) = around(text, own, false) {
            return Some(excerpt);
        }
    }
    for quotation in &entry.quotations {
        if let Some(excerpt) = around(&quotation.text, Some(&quotation.language), true) {
            return Some(excerpt);
        }
    }
    let names = entry.names.iter().filter_map(|number| index.name(*number));
    let mut forms = names.flat_map(|name| &name.forms);
    forms.find_map(|form| around(form, None, false))
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

fn cut(text: &str, hit: &Span) -> String {
    let (before, after) = (&text[..hit.start], &text[hit.end..]);
    let start = before
        .char_indices()
        .rev()
        .nth(BEFORE)
        .map_or(0, |(at, _)| at + before[at..].find(' ').map_or(0, |space| space + 1));
    let end = after
        .char_indices()
        .nth(AFTER)
        .map_or(text.len(), |(at, _)| hit.end + after[..at].rfind(' ').unwrap_or(at));
    let dots = |is_cut: bool| if is_cut { "…" } else { "" };
    [dots(start > 0), &text[start..end], dots(end < text.len())].concat()
}

/// Whether the texts of a language are worth searching for what was typed on a page of another: it
/// has letters of that language's script, in which the page's isn't written. A language's script is
/// that of its own name.
pub fn is_foreign(text: &str, page: &str, language: &str) -> bool {
    let (typed, own) = (scripts(text), scripts(page));
    scripts(language).iter().any(|script| typed.contains(script) && !own.contains(script))
}

/// Whether two languages share a script; both by their own names.
pub fn shares_script(page: &str, language: &str) -> bool {
    let own = scripts(page);
    scripts(language).iter().any(|script| own.contains(script))
}
