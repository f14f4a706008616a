//! Events and episodes.

use super::balance::Balance;
use super::date::{Date, Moment, When};
use super::facet::Value;
use super::id::{EpisodeId, EventId, KindId, PartyId, PlaceId, TopicId};
use super::place::Role;
use super::row_state::{EditorState, RowState};

/// What a list shows of an event before its claims are loaded.
#[derive(Clone, PartialEq, Debug)]
pub struct Event {
    pub id: EventId,
    /// `None` for an event that belongs to no episode.
    pub episode: Option<EpisodeId>,
    pub title: String,
    pub summary: String,
    pub kind: KindId,
    pub when: When,
    pub places: Vec<PlaceId>,
    pub editor_states: Vec<EditorState>,
    pub changes: Vec<Change>,
    pub published: Date,
    /// Counted and found from the event's claims, so that lists and filters need no claims.
    pub found: Found,
    /// What it has in each facet.
    pub values: Vec<Value>,
}

/// What was counted and found in an event's claims.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Found {
    /// Claims of each party; a joint claim counts for each of its claimants.
    pub claims_by_party: Vec<(PartyId, usize)>,
    pub topics: Vec<TopicId>,
    /// How many statements speak of it.
    pub statements: usize,
    /// The states of the comparison's rows and bands with how many rows, in the order of
    /// [`RowState::ALL`].
    pub states: Vec<(RowState, usize)>,
    /// Whose the claims are, with the dataset's first as first.
    pub balance: Balance,
    /// Which party's claims put what where: for the map.
    pub placings: Vec<Placing>,
}

/// One party's claim puts a place in a role.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placing {
    pub place: PlaceId,
    pub party: PartyId,
    pub role: Role,
    /// The latest moment at which the first of its statements that does can have been made.
    pub by: Moment,
}

impl Found {
    /// What puts what where by the statements made by then; `None`: by all.
    pub fn known_placings(&self, as_of: Option<Moment>) -> impl Iterator<Item = &Placing> {
        let is_known =
            move |placing: &&Placing| as_of.is_none_or(|moment| placing.by.end() <= moment.end());
        self.placings.iter().filter(is_known)
    }

    /// How many claims that party made.
    pub fn claims_of(&self, party: &PartyId) -> usize {
        self.claims_by_party.iter().find(|(p, _)| p == party).map_or(0, |(_, n)| *n)
    }
}

/// A run of events readers know as one.
#[derive(Clone, PartialEq, Debug)]
pub struct Episode {
    pub id: EpisodeId,
    pub title: String,
    pub summary: String,
    pub from: Date,
    pub to: Date,
    pub editor_states: Vec<EditorState>,
    pub changes: Vec<Change>,
    pub published: Date,
    pub found: Found,
}

/// A public correction.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    pub date: Date,
    pub what: String,
    pub why: String,
}

/// A kind of event, such as shelling or a ceasefire.
#[derive(Clone, PartialEq, Debug)]
pub struct Kind {
    pub id: KindId,
    pub name: String,
}

/// What a claim is about and a comparison is made of.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Subject {
    Event(EventId),
    Episode(EpisodeId),
}

impl Subject {
    /// As addresses and the names of files have it: `events/…` or `episodes/…`.
    pub fn path(&self) -> String {
        let (folder, id) = match self {
            Subject::Event(id) => ("events/", id.as_str()),
            Subject::Episode(id) => ("episodes/", id.as_str()),
        };
        [folder, id].concat()
    }
}
