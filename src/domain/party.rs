//! Whoever can speak or act: parties, and the people and offices that speak for them.

use super::id::{PartyId, SpeakerId};

/// A state, a bloc, an armed group. Which two are compared is the dataset's choice.
#[derive(Clone, PartialEq, Debug)]
pub struct Party {
    pub id: PartyId,
    /// In the page's language.
    pub name: String,
    /// The letters of its seal in the page's script; empty for a third party.
    pub seal: String,
    /// How many events it spoke of.
    pub events: usize,
}

/// Who can make a statement: a person in an office, an office, or a party itself.
#[derive(Clone, PartialEq, Debug)]
pub struct Speaker {
    pub id: SpeakerId,
    pub party: PartyId,
    pub person: Option<String>,
    pub office: Option<String>,
}

/// Which of the two compared parties; by order, never by place on the screen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Side {
    First,
    Second,
}

impl Side {
    pub const BOTH: [Side; 2] = [Side::First, Side::Second];

    /// The other of the two.
    pub fn other(self) -> Self {
        match self {
            Side::First => Side::Second,
            Side::Second => Side::First,
        }
    }
}

/// The two parties that are compared, the one that stands first first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pair {
    pub first: PartyId,
    pub second: PartyId,
}

impl Pair {
    /// The party on that side.
    pub fn party(&self, side: Side) -> &PartyId {
        match side {
            Side::First => &self.first,
            Side::Second => &self.second,
        }
    }

    /// The side a party is on, `None` for a third party.
    pub fn side_of(&self, party: &PartyId) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self.party(*side) == party)
    }

    /// The same pair with `party` standing first, if it is one of the two.
    pub fn led_by(&self, party: &PartyId) -> Self {
        if *party == self.second {
            Self { first: self.second.clone(), second: self.first.clone() }
        } else {
            self.clone()
        }
    }
}
