//! Filters over the event list: values within one facet widen it, facets narrow each other.

use super::date::Date;
use super::facet::Facet;
use super::place::Area;

/// What a reader chose. No value and `None` let everything pass.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filters {
    /// Values, each with its facet and as a link writes it: in the facets' order, those of one in the
    /// order in which they were chosen.
    pub chosen: Vec<(Facet, String)>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// Where at least one of an event's places must lie.
    pub area: Option<Area>,
    /// Free text.
    pub text: String,
}

impl Filters {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The values chosen in that facet.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.chosen.iter().filter(move |(own, _)| *own == facet).map(|(_, value)| value.as_str())
    }

    /// Whether that value is chosen.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.values(facet).any(|chosen| chosen == value)
    }

    /// Puts a value into the choice, or takes it out again.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        if self.has(facet, value) {
            self.chosen.retain(|(own, chosen)| *own != facet || chosen != value);
        } else {
            let after = self.chosen.iter().position(|(own, _)| own.index() > facet.index());
            let at = after.unwrap_or(self.chosen.len());
            self.chosen.insert(at, (facet, value.to_owned()));
        }
    }

    /// Whether what may have happened between these two days may have happened in the time chosen.
    pub fn admits_dates(&self, (first_day, last_day): (Date, Date)) -> bool {
        self.from.is_none_or(|from| last_day >= from) && self.to.is_none_or(|to| first_day <= to)
    }
}
