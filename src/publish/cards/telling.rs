//! Which row of a comparison a card shows, and which claim of each side in it.
//!
//! No rule here asks which party stands first: the same statements with the sides swapped make
//! the same card with its columns swapped.

use std::cmp::Reverse;

use crate::domain::comparison::{Cell, ClaimRef, Comparison, Fill, Row, as_said};
use crate::domain::dataset::Dataset;
use crate::domain::figure::Figure;
use crate::domain::party::Side;
use crate::domain::row_state::Reason;

/// The row that tells most, `None` where the pair said nothing on the subject.
///
/// A row in which both sides' own words are carried comes before one where they are heard
/// jointly, that before one where what a side said is not carried, and that before one side
/// alone. Among them the order of the states decides, then whether
/// figures were compared, then how many claims there are, then the order of topics. Two rows of
/// one topic, on the losses of the one and of the other, come in the order in which they were
/// first spoken of; of losses told at the same moment, those of the party whose id is first.
pub fn telling_row<'a>(dataset: &Dataset, comparison: &'a Comparison) -> Option<&'a Row> {
    let topic = |row: &Row| dataset.topics.iter().position(|topic| topic.id == row.topic);
    comparison.rows.iter().min_by_key(|row| {
        (
            Reverse(heard(row)),
            row.state,
            compared_figures(row).is_none(),
            Reverse(row.first.claims.len() + row.second.claims.len() + row.joint.len()),
            topic(row),
            first_said(row),
            row.whose.clone(),
        )
    })
}

/// The two figures that the row set beside each other, the first side's first.
pub fn compared_figures(row: &Row) -> Option<[&Figure; 2]> {
    match &row.reason {
        Reason::FiguresSame(figure) => Some([figure, figure]),
        Reason::FiguresApart { first, second, .. }
        | Reason::FiguresCompatible { first, second }
        | Reason::FiguresOfDifferentThings { first, second } => Some([first, second]),
        _ => None,
    }
}

/// The claim that stands for a side: the one whose figure the row compared; the one that denies
/// or is denied; else the first that was carried, in a paragraph before a headline; else the one
/// that doesn't say.
pub fn standing_claim(row: &Row, side: Side) -> Option<&ClaimRef> {
    let cell = row.cell(side);
    let has = |claim: &&ClaimRef, figure: &Figure| claim.claim().figures.contains(figure);
    let with_figure = compared_figures(row)
        .and_then(|figures| cell.claims.iter().rfind(|c| has(c, figures[side as usize])));
    let in_denial = match &row.reason {
        Reason::Denied { by, denied } => cell.claims.iter().find(|c| *c == by || *c == denied),
        _ => None,
    };
    with_figure
        .or(in_denial)
        .or_else(|| cell.claims.iter().find(|c| c.claim().is_comparable()))
        .or_else(|| cell.claims.first())
        .or_else(|| row.joint.first())
        .or_else(|| cell.unsaid.first())
}

/// Three for a side whose own words are carried, two for one that is heard jointly, one for one
/// that spoke otherwise.
fn heard(row: &Row) -> u8 {
    let of = |cell: &Cell| match cell.fill() {
        Fill::Claims => 3,
        _ if !row.joint.is_empty() => 2,
        Fill::NotCarried | Fill::NotSaid => 1,
        Fill::NoStatement => 0,
    };
    of(&row.first) + of(&row.second)
}

/// When the row was first spoken of, by whichever side.
fn first_said(row: &Row) -> Option<i64> {
    let claims: Vec<ClaimRef> =
        row.first.claims.iter().chain(&row.second.claims).cloned().collect();
    as_said(&claims).first().map(|claim| claim.statement.said.latest.end())
}
