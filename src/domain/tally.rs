//! How many events each value of each facet would leave, counted for all at once.
//!
//! An event counts for a value if it has it and passes every filter but those of the value's own
//! facet: a reader who chose one place sees how many events each other place would add. So it
//! counts for every facet if it passes all filters, and for one alone if it fails that one only.

use std::sync::{Arc, OnceLock};

use super::dataset::Dataset;
use super::date::Date;
use super::event::Event;
use super::facet::{Facet, Whereabouts};
use super::filter::Filters;
use super::order::ordered;

/// A dataset's values as numbers, so that counting compares no text. Made once a dataset.
#[derive(Clone, PartialEq, Debug)]
pub struct FacetTable {
    /// For each facet, its values in their order.
    values: Vec<Vec<String>>,
    /// For each event, its values: the facet's place and the value's.
    events: Vec<EventValues>,
    /// What nothing chosen leaves.
    all: Arc<Tally>,
}

#[derive(Clone, PartialEq, Debug)]
struct EventValues {
    days: (Date, Date),
    values: Vec<(u8, u32)>,
}

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
    /// How many events the facet's value at that place of [`Facet::values`] would leave.
    pub fn count(&self, facet: Facet, at: usize) -> usize {
        let counts = self.counts.get(facet.index());
        counts.and_then(|counts| counts.get(at)).map_or(0, |count| *count as usize)
    }
}

/// The dates as one more facet, which has no values to count.
const DATES: u32 = 1 << 31;

impl FacetTable {
    /// The table of a dataset.
    pub fn new(dataset: &Dataset) -> Self {
        let values: Vec<Vec<&str>> = Facet::ALL.iter().map(|it| it.values(dataset)).collect();
        let sorted: Vec<Vec<usize>> = values
            .iter()
            .map(|values| ordered(values.len(), &|a, b| values[a].cmp(values[b])))
            .collect();
        let find = |facet: usize, value: &str| {
            let order = &sorted[facet];
            let at = order.partition_point(|at| values[facet][*at] < value);
            order.get(at).copied().filter(|at| values[facet][*at] == value)
        };
        let events = dataset.events.iter().map(|event| {
            let mut own: Vec<(u8, u32)> = Vec::new();
            let mut add = |facet: Facet, value: &str| {
                if let Some(at) = find(facet.index(), value) {
                    let entry = (facet.index() as u8, at as u32);
                    if !own.contains(&entry) {
                        own.push(entry);
                    }
                }
            };
            for facet in Facet::ALL.iter().copied() {
                for value in facet.of_event(event) {
                    add(facet, value);
                }
            }
            let places = event.places.iter().filter_map(|id| {
                find(Facet::Place.index(), id.as_str()).map(|at| &dataset.places[at])
            });
            add(Facet::Where, Whereabouts::of(places).key());
            EventValues { days: event.when.days(), values: own }
        });
        let events = events.collect();
        let values = values.iter().map(|list| list.iter().map(|it| (*it).to_owned()).collect());
        let mut table = Self { values: values.collect(), events, all: Arc::default() };
        table.all = Arc::new(table.count(dataset, &Filters::default(), &|_| true));
        table
    }

    /// The facet's values, as a link writes them.
    pub fn values(&self, facet: Facet) -> &[String] {
        &self.values[facet.index()]
    }

    /// What nothing chosen leaves: how many events have each value.
    pub fn all(&self) -> &Arc<Tally> {
        &self.all
    }

    /// What the filters leave. `has_text` answers for the free text of the event at a place of the
    /// dataset's list.
    pub fn tally(
        &self,
        dataset: &Dataset,
        filters: &Filters,
        has_text: &dyn Fn(usize) -> bool,
    ) -> Arc<Tally> {
        if filters.is_empty() {
            return Arc::clone(&self.all);
        }
        Arc::new(self.count(dataset, filters, has_text))
    }

    fn count(
        &self,
        dataset: &Dataset,
        filters: &Filters,
        has_text: &dyn Fn(usize) -> bool,
    ) -> Tally {
        let mut tally = Tally {
            counts: self.values.iter().map(|values| vec![0; values.len()]).collect(),
            ..Tally::default()
        };
        let mut asked = 0;
        let mut chosen: Vec<(u8, u32)> = Vec::new();
        for (facet, value) in &filters.chosen {
            asked |= 1 << facet.index();
            let at = self.values(*facet).iter().position(|own| own == value);
            chosen.extend(at.map(|at| (facet.index() as u8, at as u32)));
        }
        for (at, own) in self.events.iter().enumerate() {
            if !has_text(at) || !in_area(dataset, filters, &dataset.events[at]) {
                continue;
            }
            let mut missed: u32 = asked;
            for value in own.values.iter().filter(|value| chosen.contains(value)) {
                missed &= !(1 << value.0);
            }
            if !filters.admits_dates(own.days) {
                missed |= DATES;
            }
            for (facet, value) in &own.values {
                if missed & !(1 << facet) == 0 {
                    tally.counts[*facet as usize][*value as usize] += 1;
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
}

fn in_area(dataset: &Dataset, filters: &Filters, event: &Event) -> bool {
    filters.area.is_none_or(|area| {
        event.places.iter().filter_map(|id| dataset.place(id)).any(|place| area.holds(place))
    })
}

/// A dataset's table, made when it is first asked for. What is made from a dataset doesn't tell it
/// from another.
#[derive(Clone, Debug, Default)]
pub struct MadeTable(OnceLock<Arc<FacetTable>>);

impl PartialEq for MadeTable {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Dataset {
    /// Its values as numbers.
    pub fn facet_table(&self) -> &Arc<FacetTable> {
        self.table.0.get_or_init(|| Arc::new(FacetTable::new(self)))
    }
}
