//! Locations, and their names in each usage.

use super::id::{PartyId, PlaceId};
use super::word::words;

/// A location that reports name.
#[derive(Clone, PartialEq, Debug)]
pub struct Place {
    pub id: PlaceId,
    /// In the page's language.
    pub name: String,
    /// `None`: the place is in lists and filters, but not on the map.
    pub point: Option<Point>,
    pub exactness: Exactness,
    /// The larger place it lies in.
    pub within: Option<PlaceId>,
    pub toponyms: Vec<Toponym>,
    /// Spellings the reports use.
    pub as_reported: Vec<String>,
    pub note: Option<String>,
    /// How many events are there.
    pub events: usize,
    /// Whose of the compared parties' claims, on any event, put something there.
    pub placed_by: Vec<PartyId>,
}

/// Degrees, WGS 84.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Point {
    pub latitude: f64,
    pub longitude: f64,
}

/// A part of the earth between two parallels and two meridians, in thousandths of a degree, as a link
/// carries it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Area {
    pub south: i32,
    pub west: i32,
    pub north: i32,
    pub east: i32,
}

impl Area {
    /// Whether the place is known to lie in it.
    pub fn holds(&self, place: &Place) -> bool {
        place.point.is_some_and(|point| {
            let milli = |degrees: f64| (degrees * 1000.0) as i32;
            let (latitude, longitude) = (milli(point.latitude), milli(point.longitude));
            (self.south..=self.north).contains(&latitude)
                && (self.west..=self.east).contains(&longitude)
        })
    }
}

impl Point {
    /// Longitude and latitude in whole millionths of a degree: a tenth of a metre, on the ground.
    pub fn millionths(self) -> [i64; 2] {
        [self.longitude, self.latitude].map(|degrees| (degrees * 1e6).round() as i64)
    }

    /// What [`Point::millionths`] gives, back into degrees.
    pub fn from_millionths(millionths: [i64; 2]) -> Self {
        let [longitude, latitude] = millionths.map(|number| number as f64 / 1e6);
        Self { latitude, longitude }
    }
}

/// How exact a location is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exactness {
    Exact,
    Town,
    District,
    Region,
    Vague,
}

words!(Exactness {
    Exact = "exact",
    Town = "town",
    District = "district",
    Region = "region",
    Vague = "vague",
});

/// A place's name in one party's usage and one language.
#[derive(Clone, PartialEq, Debug)]
pub struct Toponym {
    pub usage: PartyId,
    /// The name's own language, a BCP 47 code.
    pub language: String,
    pub text: String,
    /// The same in Latin letters, where the name is in another script.
    pub latin: Option<String>,
}

/// What a place is to a claim.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    LaunchedFrom,
    Hit,
    FightingAt,
    AdvancedTo,
    Mentioned,
}

words!(Role {
    LaunchedFrom = "launched-from",
    Hit = "hit",
    FightingAt = "fighting-at",
    AdvancedTo = "advanced-to",
    Mentioned = "mentioned",
});
