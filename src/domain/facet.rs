//! What events can be chosen by.

use super::dataset::Dataset;
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
}

/// One value of one facet, by its place among the facet's values: [`Dataset::values`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Value {
    pub facet: usize,
    pub at: usize,
}

/// More than there are facets: a value is published as one number.
const FACETS: usize = 16;

impl Value {
    /// The number that stands for it in the published form.
    pub fn number(self) -> u64 {
        (self.at * FACETS + self.facet) as u64
    }

    /// What [`Value::number`] gives, back into a value.
    pub fn from_number(number: u64) -> Self {
        Self { facet: number as usize % FACETS, at: number as usize / FACETS }
    }
}

impl Dataset {
    /// Every value of a facet, as a link writes it, in the order in which a reader is offered them.
    pub fn values(&self, facet: Facet) -> &[String] {
        self.facets.get(facet.index()).map_or(&[], Vec::as_slice)
    }
}
