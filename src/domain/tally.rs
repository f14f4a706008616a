//! How many events each value of each facet would leave, counted for all at once.
//!
//! An event counts for a value if it has it and passes every filter but those of the value's own
//! facet: a reader who chose one place sees how many events each other place would add. So it
//! counts for every facet if it passes all filters, and for one alone if it fails that one only.

use std::sync::{Arc, OnceLock};

use super::dataset::Dataset;
use super::event::Event;
use super::facet::{Facet, Value};
use super::filter::Filters;

/// What filters leave.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Tally {
    /// Where in the dataset's list the events stand that pass, in its order.
    pub passing: Vec<usize>,
    /// Those that pass all filters but the dates.
    pub at_any_date: Vec<usize>,
    /// For each facet and each of its values, how many events choosing it would leave.
    counts: Vec<Vec<u32>>,
}

impl Tally {
    /// How many events the facet's value at that place of [`Dataset::values`] would leave.
    pub fn count(&self, facet: Facet, at: usize) -> usize {
        let counts = self.counts.get(facet.index());
        counts.and_then(|counts| counts.get(at)).map_or(0, |count| *count as usize)
    }

    /// The same for each of the facet's values.
    pub fn counts(&self, facet: Facet) -> &[u32] {
        self.counts.get(facet.index()).map_or(&[], Vec::as_slice)
    }
}

/// The dates as one more facet, which has no values to count.
const DATES: u32 = 1 << 31;

impl Dataset {
    /// What nothing chosen leaves: how many events have each value.
    pub fn whole_tally(&self) -> &Arc<Tally> {
        self.tally.0.get_or_init(|| Arc::new(count(self, &Filters::default(), &|_| true)))
    }

    /// What the filters leave. `has_text` answers for the free text of the event at a place of the
    /// list of events.
    pub fn tally(&self, filters: &Filters, has_text: &dyn Fn(usize) -> bool) -> Arc<Tally> {
        if filters.is_empty() {
            return Arc::clone(self.whole_tally());
        }
        Arc::new(count(self, filters, has_text))
    }
}

fn count(dataset: &Dataset, filters: &Filters, has_text: &dyn Fn(usize) -> bool) -> Tally {
    let counts = dataset.facets.iter().map(|values| vec![0; values.len()]).collect();
    let mut tally = Tally { counts, ..Tally::default() };
    let mut asked = 0;
    let mut chosen: Vec<Value> = Vec::new();
    for (facet, value) in &filters.chosen {
        asked |= 1 << facet.index();
        let at = dataset.values(*facet).iter().position(|own| own == value);
        chosen.extend(at.map(|at| Value { facet: facet.index(), at }));
    }
    for (at, event) in dataset.events.iter().enumerate() {
        if !has_text(at) || !in_area(dataset, filters, event) {
            continue;
        }
        let mut missed: u32 = asked;
        for value in event.values.iter().filter(|value| chosen.contains(value)) {
            missed &= !(1 << value.facet);
        }
        if !filters.admits_dates(event.when.days()) {
            missed |= DATES;
        }
        for Value { facet, at } in event.values.iter().copied() {
            let count = tally.counts.get_mut(facet).and_then(|counts| counts.get_mut(at));
            if let Some(count) = count.filter(|_| missed & !(1 << facet) == 0) {
                *count += 1;
            }
        }
        if missed & !DATES == 0 {
            tally.at_any_date.push(at);
        }
        if missed == 0 {
            tally.passing.push(at);
        }
    }
    tally
}

fn in_area(dataset: &Dataset, filters: &Filters, event: &Event) -> bool {
    filters.area.is_none_or(|area| {
        event.places.iter().filter_map(|id| dataset.place(id)).any(|place| area.holds(place))
    })
}

/// What nothing chosen leaves, counted when it is first asked for. What is counted in a dataset
/// doesn't tell it from another.
#[derive(Clone, Debug, Default)]
pub struct WholeTally(OnceLock<Arc<Tally>>);

impl PartialEq for WholeTally {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
