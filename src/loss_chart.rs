//! The charts of losses as plain data: one plot for each history of figures, all of one table on
//! one scale of numbers and one of time, so that both claimants can be compared by eye. A native
//! test can read from them that no figure was lost or invented.

use crate::domain::claim::Claim;
use crate::domain::date::{Date, Moment, Said};
use crate::domain::figure::{Amount, Figure};
use crate::domain::losses::{LossEntry, LossTable, Step};
use crate::domain::party::Side;

/// A plot's size. All lengths are in the user units of its drawing, a pixel where it is shown in
/// full.
pub const WIDTH: i64 = 280;
pub const HEIGHT: i64 = 96;
/// Where zero is.
pub const BASE: i64 = 76;
/// Where the scale's greatest number is; above it stands that number.
const TOP: i64 = 24;
const INSET: i64 = 8;

/// The scales that all plots of a table share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scale {
    /// The greatest number.
    pub most: u64,
    /// First and last day, both included.
    pub from: Date,
    pub to: Date,
}

/// One history: figures of one claimant, measure and people, on one subject.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plot {
    /// In the order of the history, variants last.
    pub marks: Vec<Mark>,
}

/// One figure that has a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Where in the history its entry stands.
    pub entry: usize,
    /// From when on it can have been said; `None`: the report gives no lower bound.
    pub x_earliest: Option<i64>,
    /// The latest at which it can have been said.
    pub x: i64,
    /// The lowest and the highest number it admits; `y_high` is `None` where there is no highest.
    pub y_low: i64,
    pub y_high: Option<i64>,
    pub step: Step,
}

impl Scale {
    /// The scale of a table's figures. `None` with fewer than two numbers: one alone is no
    /// comparison, and the words say it better.
    pub fn of(table: &LossTable) -> Option<Self> {
        let cells = Side::BOTH.map(|claimant| Side::BOTH.map(|whose| table.cell(claimant, whose)));
        let entries = cells.iter().flatten().flat_map(|cell| &cell.entries);
        let mut scale: Option<Self> = None;
        let mut numbers = 0;
        for entry in entries {
            let Some(most) = highest(&entry.figure) else { continue };
            numbers += 1;
            let (from, to) = days(&entry.claim.statement.said);
            let known = scale.unwrap_or(Self { most, from, to });
            scale = Some(Self {
                most: known.most.max(most),
                from: known.from.min(from),
                to: known.to.max(to),
            });
        }
        scale.filter(|_| numbers > 1)
    }

    /// The plot of a history. Empty where no figure has a number.
    pub fn plot(&self, history: &[&LossEntry]) -> Plot {
        let mark = |(entry, it): (usize, &&LossEntry)| {
            let (low, _) = it.figure.admits()?;
            let said = &it.claim.statement.said;
            let exact = highest(&it.figure)?;
            let open = it.figure.admits().is_some_and(|(_, high)| high == u64::MAX);
            Some(Mark {
                entry,
                x_earliest: said.earliest.map(|earliest| self.x(earliest.start())),
                x: self.x(said.latest.end()),
                y_low: self.y(if open { exact } else { low }),
                y_high: (!open).then(|| self.y(it.figure.admits().map_or(exact, |(_, high)| high))),
                step: it.step,
            })
        };
        Plot { marks: history.iter().enumerate().filter_map(mark).collect() }
    }

    fn x(&self, minute: i64) -> i64 {
        let start = Moment { date: self.from, minute: None }.start();
        let end = Moment { date: self.to, minute: None }.end();
        INSET + (minute - start).clamp(0, end - start) * (WIDTH - 2 * INSET) / (end - start)
    }

    fn y(&self, number: u64) -> i64 {
        let most = self.most.max(1) as i64;
        BASE - (number.min(self.most) as i64) * (BASE - TOP) / most
    }
}

/// Parts a cell's entries into histories. Figures of two measures are never put in one.
pub fn histories(entries: &[LossEntry]) -> Vec<Vec<&LossEntry>> {
    let is_of_one = |a: &LossEntry, b: &LossEntry| {
        let about = |entry: &LossEntry| -> Option<_> { claim(entry).about.clone() };
        a.figure.counts_the_same_as(&b.figure) && about(a) == about(b)
    };
    let mut histories: Vec<Vec<&LossEntry>> = Vec::new();
    for entry in entries {
        match histories.iter_mut().find(|history| is_of_one(history[0], entry)) {
            Some(history) => history.push(entry),
            None => histories.push(vec![entry]),
        }
    }
    histories
}

fn claim(entry: &LossEntry) -> &Claim {
    entry.claim.claim()
}

/// The highest number that the report gives; `None` where it gives none.
fn highest(figure: &Figure) -> Option<u64> {
    match figure.amount {
        Amount::Exactly(n) | Amount::Range(_, n) => Some(n),
        Amount::NotGiven => None,
    }
}

/// The days over which a statement can have been made. Where there is no lower bound it is drawn
/// open from the scale's first day on, and adds no day to it.
fn days(said: &Said) -> (Date, Date) {
    (said.earliest.unwrap_or(said.latest).date, said.latest.date)
}
