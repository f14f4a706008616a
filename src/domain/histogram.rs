//! Events and what the pair claims of them, over time: a bar for each day, month or year, as the
//! span demands. The axis is even, so that a gap in time is a gap on it.

use super::dataset::Dataset;
use super::date::Date;

/// What one bar stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    Day,
    Month,
    Year,
}

/// A span has at most so many days, or months, before the next larger unit is taken: so many bars
/// a phone's width can still tell apart.
const MOST_DAYS: i32 = 62;
const MOST_MONTHS: i32 = 72;

impl Unit {
    /// The number of the unit in which a day lies.
    fn number(self, date: Date) -> i32 {
        match self {
            Unit::Day => date.day_number(),
            Unit::Month => date.year * 12 + i32::from(date.month) - 1,
            Unit::Year => date.year,
        }
    }

    /// The first day of the unit of that number.
    fn first_day(self, number: i32) -> Date {
        match self {
            Unit::Day => Date::from_day_number(number),
            Unit::Month => {
                let month = (number.rem_euclid(12) + 1) as u8;
                Date { year: number.div_euclid(12), month, day: 1 }
            }
            Unit::Year => Date { year: number, month: 1, day: 1 },
        }
    }
}

/// The time that a dataset's events take up, in even steps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    pub unit: Unit,
    /// The number of the first step's unit.
    first: i32,
    /// How many steps there are; at least one.
    pub length: usize,
}

/// What happened in one step, and what was claimed of it. An event of several days stands at the
/// first of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Bar {
    pub events: usize,
    pub statements: usize,
    /// Claims by the dataset's first party, its second, and third parties.
    pub claims: [usize; 3],
}

impl Span {
    /// From the first event's first day to the last one's last; `None` without events.
    pub fn of(dataset: &Dataset) -> Option<Self> {
        let days = || dataset.events.iter().map(|event| event.when.days());
        let (from, to) = (days().map(|(from, _)| from).min()?, days().map(|(_, to)| to).max()?);
        let length = |unit: Unit| unit.number(to) - unit.number(from) + 1;
        let unit = if length(Unit::Day) <= MOST_DAYS {
            Unit::Day
        } else if length(Unit::Month) <= MOST_MONTHS {
            Unit::Month
        } else {
            Unit::Year
        };
        Some(Self { unit, first: unit.number(from), length: length(unit).max(1) as usize })
    }

    /// The step in which a day lies, or the nearest.
    pub fn step(&self, date: Date) -> usize {
        (self.unit.number(date) - self.first).clamp(0, self.length as i32 - 1) as usize
    }

    /// The first day of a step; of the one after the last too.
    pub fn first_day(&self, step: usize) -> Date {
        self.unit.first_day(self.first + step as i32)
    }

    /// The last day of a step.
    pub fn last_day(&self, step: usize) -> Date {
        Date::from_day_number(self.first_day(step + 1).day_number() - 1)
    }

    /// A bar for each step, of the events at these places of the dataset's list.
    pub fn bars(&self, dataset: &Dataset, events: &[usize]) -> Vec<Bar> {
        let mut bars = vec![Bar::default(); self.length];
        for event in events.iter().map(|at| &dataset.events[*at]) {
            let bar = &mut bars[self.step(event.when.from.date)];
            bar.events += 1;
            bar.statements += event.found.statements;
            for (sum, own) in bar.claims.iter_mut().zip(event.found.balance.claims) {
                *sum += own;
            }
        }
        bars
    }
}
