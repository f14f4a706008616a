//! What events can be chosen by: each facet, and the values an event has in it.

use super::dataset::Dataset;
use super::event::Event;
use super::place::{Exactness, Place};
use super::word::words;

/// One way to narrow the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Facet {
    Episode,
    Place,
    /// How surely an event can be found on a map.
    Where,
    Kind,
    Topic,
    /// Parties that spoke, third parties included.
    Party,
    Speaker,
    Position,
    State,
    /// Reports that carry a claim on the event.
    Source,
    /// What the figures in its claims count.
    Measure,
}

words!(Facet {
    Episode = "episode",
    Place = "place",
    Where = "where",
    Kind = "kind",
    Topic = "topic",
    Party = "party",
    Speaker = "speaker",
    Position = "position",
    State = "state",
    Source = "source",
    Measure = "measure",
});

/// How surely an event can be found on a map.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whereabouts {
    /// At least one of its places is known to a district or better.
    Known,
    /// Its places are whole regions, vague, or have no point.
    Vague,
    /// The reports name no place.
    Unnamed,
}

words!(Whereabouts { Known = "known", Vague = "vague", Unnamed = "unnamed" });

impl Whereabouts {
    /// Of an event at these places.
    pub fn of<'a>(places: impl Iterator<Item = &'a Place>) -> Self {
        let mut whereabouts = Whereabouts::Unnamed;
        for place in places {
            let is_wide = matches!(place.exactness, Exactness::Region | Exactness::Vague);
            if place.point.is_some() && !is_wide {
                return Whereabouts::Known;
            }
            whereabouts = Whereabouts::Vague;
        }
        whereabouts
    }
}

impl Facet {
    /// Its place in [`Facet::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Every value there is, as a link writes it, in the order in which a reader is offered them.
    pub fn values(self, dataset: &Dataset) -> Vec<&str> {
        match self {
            Facet::Episode => texts(&dataset.episodes, |it| it.id.as_str()),
            Facet::Place => texts(&dataset.places, |it| it.id.as_str()),
            Facet::Where => texts(Whereabouts::ALL, |it| it.key()),
            Facet::Kind => texts(&dataset.kinds, |it| it.id.as_str()),
            Facet::Topic => texts(&dataset.topics, |it| it.id.as_str()),
            Facet::Party => texts(&dataset.parties, |it| it.id.as_str()),
            Facet::Speaker => texts(&dataset.speakers, |it| it.id.as_str()),
            Facet::Position => texts(super::claim::Position::ALL, |it| it.key()),
            Facet::State => texts(super::row_state::RowState::ALL, |it| it.key()),
            Facet::Source => texts(&dataset.sources, |it| it.id.as_str()),
            Facet::Measure => texts(super::figure::Measure::ALL, |it| it.key()),
        }
    }

    /// The values an event has. Where it stands on the map is not its own to say:
    /// [`Whereabouts::of`] its places.
    pub fn of_event(self, event: &Event) -> Vec<&str> {
        let found = &event.found;
        match self {
            Facet::Episode => event.episode.iter().map(|it| it.as_str()).collect(),
            Facet::Place => texts(&event.places, |it| it.as_str()),
            Facet::Where => Vec::new(),
            Facet::Kind => vec![event.kind.as_str()],
            Facet::Topic => texts(&found.topics, |it| it.as_str()),
            Facet::Party => texts(&found.claims_by_party, |(it, _)| it.as_str()),
            Facet::Speaker => texts(&found.speakers, |it| it.as_str()),
            Facet::Position => texts(&found.positions, |it| it.key()),
            Facet::State => texts(&found.states, |(it, _)| it.key()),
            Facet::Source => texts(&found.sources, |it| it.as_str()),
            Facet::Measure => texts(&found.measures, |it| it.key()),
        }
    }
}

fn texts<T>(list: &[T], text: fn(&T) -> &str) -> Vec<&str> {
    list.iter().map(text).collect()
}
