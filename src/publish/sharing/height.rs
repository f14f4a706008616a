//! How high a frame will be, told from its words. The reader's own browser measures it: this is for
//! those who place a frame before it is there, and for hosts that never ask.
//!
//! A text of n letters in a column of w pixels takes n × letter / w lines, rounded up, plus half a
//! line for what doesn't fill its line. Where a comparison's cells stand side by side a row is as
//! high as the higher one, where they don't as high as both.

use leptos::prelude::GetUntracked;

use crate::domain::comparison::{ClaimRef, Comparison, Row};
use crate::domain::party::Side;
use crate::session::Session;
use crate::view::{appearance_words, origin_words, outlet_name, reason};

/// A letter's mean width and a line's height, in pixels, of claims and of what stands under them.
const CLAIM: (f32, f32) = (8.6, 30.0);
const SMALL: (f32, f32) = (6.9, 22.0);
/// Around a claim; around a row and over its cells.
const AROUND_CLAIM: f32 = 14.0;
const AROUND_ROW: f32 = 96.0;
/// From this width on the cells of a row stand side by side.
const SIDE_BY_SIDE: f32 = 560.0;
/// Around the whole, between its cells, and all that isn't told from words: heading and foot.
const MARGIN: f32 = 32.0;
const GAP: f32 = 24.0;
const HEAD_AND_FOOT: f32 = 420.0;
/// A source in the list of them.
const SOURCE: f32 = 64.0;
/// The explorer's frame: its list scrolls inside.
const EXPLORER: u32 = 900;

/// The height in pixels at this width, rounded up to tens.
pub fn estimate(session: &Session, width: u32) -> u32 {
    let Some(compared) = session.comparison.get_untracked() else { return EXPLORER };
    let comparison = &compared.comparison;
    let width = width as f32 - MARGIN;
    let rows: f32 = comparison.rows.iter().map(|row| row_height(session, row, width)).sum();
    let bands: f32 = comparison
        .third_parties_only
        .iter()
        .map(|band| AROUND_ROW + claims_height(session, &band.claims, width))
        .sum();
    let height = HEAD_AND_FOOT + rows + bands + sources_height(comparison);
    (height / 10.0).ceil() as u32 * 10
}

fn row_height(session: &Session, row: &Row, width: f32) -> f32 {
    let is_side_by_side = width + MARGIN >= SIDE_BY_SIDE;
    let inside = if is_side_by_side { (width - GAP) / 2.0 } else { width };
    let [first, second] = Side::BOTH.map(|side| {
        let cell = row.cell(side);
        let claims = [&*cell.claims, &*cell.unsaid].concat();
        claims_height(session, &claims, inside).max(CLAIM.1 + AROUND_CLAIM)
    });
    let cells = if is_side_by_side { first.max(second) } else { first + second + GAP };
    let others = [&*row.joint, &*row.third].concat();
    let why = lines(&reason(session, row), width, SMALL);
    AROUND_ROW + why + cells + claims_height(session, &others, width)
}

fn claims_height(session: &Session, claims: &[ClaimRef], width: f32) -> f32 {
    claims.iter().map(|claim| claim_height(session, claim, width)).sum()
}

fn claim_height(session: &Session, claim: &ClaimRef, width: f32) -> f32 {
    let it = claim.claim();
    let figures = it.figures.len() as f32 * SMALL.1;
    let mut origin = origin_words(session, claim).join(" · ");
    for source in it.sources() {
        origin.push_str(&outlet_name(session, source));
        origin.push_str(&appearance_words(session, it, source));
    }
    let speaker_and_tools = 3.0 * SMALL.1;
    AROUND_CLAIM
        + lines(&it.summary, width, CLAIM)
        + figures
        + speaker_and_tools
        + lines(&origin, width, SMALL)
}

fn sources_height(comparison: &Comparison) -> f32 {
    comparison.cited().len() as f32 * SOURCE
}

/// How high a text is, in letters of that width on lines of that height.
fn lines(text: &str, width: f32, (letter, line): (f32, f32)) -> f32 {
    match text.chars().count() {
        0 => 0.0,
        letters => (letters as f32 * letter / width + 0.5).ceil() * line,
    }
}
