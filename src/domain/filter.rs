//! Filters over the event list: values within one widen it, filters narrow each other.

use super::dataset::Dataset;
use super::date::Date;
use super::event::Event;
use super::id::{EpisodeId, PartyId, PlaceId, TopicId};
use super::row_state::RowState;

/// What a reader chose. Empty lists and `None` let everything pass.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filters {
    pub episodes: Vec<EpisodeId>,
    /// Parties that spoke, third parties included.
    pub parties: Vec<PartyId>,
    pub topics: Vec<TopicId>,
    pub places: Vec<PlaceId>,
    pub states: Vec<RowState>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// Free text.
    pub text: String,
}

impl Filters {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the event passes every filter but the free text, which needs a search index.
    pub fn admits(&self, event: &Event) -> bool {
        let (first_day, last_day) = event.when.days();
        let any = |is_empty: bool, hit: bool| is_empty || hit;
        any(
            self.episodes.is_empty(),
            event.episode.as_ref().is_some_and(|e| self.episodes.contains(e)),
        ) && any(self.parties.is_empty(), self.parties.iter().any(|p| event.found.claims_of(p) > 0))
            && any(
                self.topics.is_empty(),
                self.topics.iter().any(|t| event.found.topics.contains(t)),
            )
            && any(self.places.is_empty(), self.places.iter().any(|p| event.places.contains(p)))
            && any(
                self.states.is_empty(),
                event.found.states.iter().any(|(state, _)| self.states.contains(state)),
            )
            && self.from.is_none_or(|from| last_day >= from)
            && self.to.is_none_or(|to| first_day <= to)
    }

    /// Where in the dataset's list the events stand that pass. `matches_text` answers for the
    /// free text of the event at a place in that list.
    pub fn select(&self, dataset: &Dataset, matches_text: impl Fn(usize) -> bool) -> Vec<usize> {
        let has_text = !self.text.trim().is_empty();
        let mut passing = Vec::new();
        for (at, event) in dataset.events.iter().enumerate() {
            if self.admits(event) && (!has_text || matches_text(at)) {
                passing.push(at);
            }
        }
        passing
    }
}

/// Puts a value into a choice, or takes it out again.
pub fn toggle<T: PartialEq>(choice: &mut Vec<T>, value: T) {
    match choice.iter().position(|chosen| *chosen == value) {
        Some(at) => {
            choice.remove(at);
        }
        None => choice.push(value),
    }
}
