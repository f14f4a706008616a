//! One dataset in one language: the pair, the things that claims name, and all events.

use std::sync::Arc;

use super::comparison::ClaimRef;
use super::date::Date;
use super::event::{Episode, Event, Kind, Subject};
use super::id::{
    EpisodeId, EventId, KindId, OutletId, PartyId, PlaceId, SourceId, SpeakerId, TopicId,
};
use super::order::ordered;
use super::party::{Pair, Party, Speaker};
use super::place::Place;
use super::source::{Outlet, Source};
use super::statement::Statement;
use super::tally::WholeTally;
use super::topic::Topic;

/// What the dataset says of itself, in the page's language.
#[derive(Clone, PartialEq, Debug)]
pub struct About {
    pub title: String,
    pub subtitle: String,
    pub order_reason: String,
    pub publisher: String,
    pub corpus: String,
    pub licence: String,
    /// Where a reader reports a mistake; `None`: none is set.
    pub corrections: Option<String>,
    pub updated: Date,
    pub time_zone: String,
    pub utc_offset_minutes: i32,
    pub languages: Vec<Language>,
    /// How many claims the whole dataset holds.
    pub claim_count: usize,
    /// Claims by the pair's first, its second, and third parties; outlets' own not counted.
    pub claim_counts: [usize; 3],
}

/// A language the dataset is published in.
#[derive(Clone, PartialEq, Debug)]
pub struct Language {
    /// BCP 47.
    pub code: String,
    /// In itself.
    pub name: String,
    pub is_right_to_left: bool,
    /// Whether its texts are translations.
    pub is_translation: bool,
    /// Whether a native reader checked them.
    pub is_checked: bool,
    /// By what or whom they were made, in the page's language.
    pub made_by: String,
}

/// Everything that lists, filters and headings need. Claims are loaded subject by subject.
#[derive(Clone, PartialEq, Debug)]
pub struct Dataset {
    pub about: About,
    pub pair: Pair,
    pub parties: Vec<Party>,
    pub speakers: Vec<Speaker>,
    pub outlets: Vec<Outlet>,
    /// By date.
    pub sources: Vec<Source>,
    /// In the order in which rows stand.
    pub topics: Vec<Topic>,
    pub kinds: Vec<Kind>,
    pub places: Vec<Place>,
    /// Newest first.
    pub episodes: Vec<Episode>,
    /// Newest first.
    pub events: Vec<Event>,
    /// The values of each facet, in the order of [`super::facet::Facet::ALL`].
    pub facets: Vec<Vec<String>>,
    pub tally: WholeTally,
    pub register: Register,
}

macro_rules! lookups {
    ($($(#[$doc:meta])* $name:ident, $list:ident, $id:ty, $item:ty;)*) => {
        /// Where things stand in long lists. The build asks for them millions of times; what the
        /// browser asks for is found as fast without. It only hints: lists may change after.
        #[derive(Clone, Debug, Default)]
        pub struct Register {$(
            #[cfg(not(target_arch = "wasm32"))]
            $name: std::sync::OnceLock<std::collections::HashMap<$id, usize>>,
        )*}

        impl Dataset {$(
            $(#[$doc])*
            pub fn $name(&self, id: &$id) -> Option<&$item> {
                #[cfg(not(target_arch = "wasm32"))]
                if self.$list.len() > LONG {
                    let all = || self.$list.iter().enumerate().rev();
                    let register = || all().map(|(at, item)| (item.id.clone(), at)).collect();
                    let at = self.register.$name.get_or_init(register).get(id);
                    let item = at.and_then(|at| self.$list.get(*at));
                    if let Some(item) = item.filter(|item| item.id == *id) {
                        return Some(item);
                    }
                }
                self.$list.iter().find(|item| item.id == *id)
            }
        )*}
    };
}

lookups! {
    /// The party of that id.
    party, parties, PartyId, Party;
    /// The speaker of that id.
    speaker, speakers, SpeakerId, Speaker;
    /// The outlet of that id.
    outlet, outlets, OutletId, Outlet;
    /// The source of that id.
    source, sources, SourceId, Source;
    /// The topic of that id.
    topic, topics, TopicId, Topic;
    /// The kind of that id.
    kind, kinds, KindId, Kind;
    /// The place of that id.
    place, places, PlaceId, Place;
    /// The episode of that id.
    episode, episodes, EpisodeId, Episode;
    /// The event of that id.
    event, events, EventId, Event;
}

/// From this length on a list is registered.
#[cfg(not(target_arch = "wasm32"))]
const LONG: usize = 16;

/// Two datasets that hold the same are the same, whatever was looked up in them.
impl PartialEq for Register {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Dataset {
    /// Whether `inner` is `outer` or lies in it, at any depth.
    pub fn lies_within(&self, inner: &PlaceId, outer: &PlaceId) -> bool {
        let mut place = inner;
        // No chain is longer than the list of places, so a circle in the data ends too.
        for _ in 0..=self.places.len() {
            if place == outer {
                return true;
            }
            match self.place(place).and_then(|p| p.within.as_ref()) {
                Some(larger) => place = larger,
                None => return false,
            }
        }
        false
    }
}

/// Claims with figures that count losses in the single events of an episode: listed beside the
/// episode's own, each with its event, and never added to them. A statement that gives the same
/// figure for the episode as a whole is not listed twice.
pub fn loss_claims_of_events(
    dataset: &Dataset,
    statements: &[Arc<Statement>],
    episode: &EpisodeId,
) -> Vec<ClaimRef> {
    let whole = Subject::Episode(episode.clone());
    let events = dataset.events.iter().filter(|event| event.episode.as_ref() == Some(episode));
    let events: Vec<&EventId> = events.map(|event| &event.id).collect();
    let order = ordered(events.len(), &|a, b| events[a].cmp(events[b]));
    let mut claims = ClaimRef::all_of(statements);
    claims.retain(|claim| {
        let Some(Subject::Event(event)) = &claim.claim().about else { return false };
        let belongs = order.binary_search_by(|at| events[*at].cmp(event)).is_ok();
        let said_of_whole = claim.statement.claims.iter().any(|other| {
            other.about.as_ref() == Some(&whole) && other.figures == claim.claim().figures
        });
        let counts_losses = claim.claim().figures.iter().any(|figure| !figure.whose.is_empty());
        belongs && counts_losses && !said_of_whole
    });
    claims
}
