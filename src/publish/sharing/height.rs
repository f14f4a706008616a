//! How high a frame will be, told from its words. The reader's own browser measures it: this is for
//! those who place a frame before it is there, and for hosts that never ask.
//!
//! A text of n letters in a column of w pixels takes n × letter / w lines, rounded up. Letters, lines
//! and what stands around them are as measured in Chromium, in the mean of all languages; a frame with
//! much of third parties or of background comes out higher than is expected here. Where a comparison's
//! cells stand side by side a row is as high as the higher one, where they don't as high as both.

use leptos::prelude::GetUntracked;

use crate::domain::comparison::{ClaimRef, Comparison, Row};
use crate::domain::party::Side;
use crate::session::Session;
use crate::view::{
    PAGE_LENGTH, appearance_words, origin_words, outlet_name, reason, topic_heading,
};

/// A letter's mean width and a line's height, in pixels, of claims and of what stands around them.
const CLAIM: (f32, f32) = (8.6, 29.0);
const SMALL: (f32, f32) = (7.6, 21.0);
/// From this width on the cells of a row stand side by side.
const SIDE_BY_SIDE: u32 = 520;
/// Around the whole, between its cells, and beside a claim, where its side's bar is.
const MARGIN: f32 = 32.0;
const GAP: f32 = 24.0;
const BAR: f32 = 19.0;
/// Who speaks, and the claim's own margin.
const SPEAKER: f32 = 36.0;
/// A row's head has the state's name beside its words: so much of the width is left to them.
const HEAD: f32 = 0.6;
/// The map over the explorer's list.
const MAP: f32 = 330.0;

/// What isn't told from words, which is higher where lines are short.
struct Fixed {
    /// Heading, foot and all margins between the parts.
    head_and_foot: f32,
    /// Around a row's words.
    row: f32,
    /// Each source in the list of them.
    source: f32,
    /// Each event in the list of them.
    event: f32,
}

const NARROW: Fixed = Fixed { head_and_foot: 480.0, row: 56.0, source: 205.0, event: 112.0 };
const WIDE: Fixed = Fixed { head_and_foot: 370.0, row: 44.0, source: 144.0, event: 92.0 };

/// The height in pixels at this width, rounded up to tens.
pub fn estimate(session: &Session, width: u32) -> u32 {
    let is_wide = width >= SIDE_BY_SIDE;
    let fixed = if is_wide { WIDE } else { NARROW };
    let frame = Frame { session, width: width as f32 - MARGIN, is_wide, fixed };
    let height = match session.comparison.get_untracked() {
        Some(compared) => frame.comparison(&compared.comparison),
        None => frame.explorer(),
    };
    ((frame.fixed.head_and_foot + height) / 10.0).ceil() as u32 * 10
}

/// A frame of that inner width.
struct Frame<'a> {
    session: &'a Session,
    width: f32,
    is_wide: bool,
    fixed: Fixed,
}

impl Frame<'_> {
    fn comparison(&self, comparison: &Comparison) -> f32 {
        let rows: f32 = comparison.rows.iter().map(|row| self.row(row)).sum();
        let bands = comparison.third_parties_only.iter();
        let bands: f32 = bands.map(|it| self.fixed.row + self.claims(&it.claims, self.width)).sum();
        rows + bands + comparison.cited().len() as f32 * self.fixed.source
    }

    /// The map, and a page of the list.
    fn explorer(&self) -> f32 {
        let events = self.session.dataset.events.len().min(PAGE_LENGTH);
        MAP + events as f32 * self.fixed.event
    }

    fn row(&self, row: &Row) -> f32 {
        let inside = if self.is_wide { (self.width - GAP) / 2.0 } else { self.width } - BAR;
        let [first, second] = Side::BOTH.map(|side| {
            let cell = row.cell(side);
            let claims = [&*cell.claims, &*cell.unsaid].concat();
            // A cell that is empty says why.
            self.claims(&claims, inside).max(2.0 * CLAIM.1)
        });
        let cells = if self.is_wide { first.max(second) } else { first + second };
        let others = [&*row.joint, &*row.third].concat();
        let head = [&topic_heading(self.session, row), &*reason(self.session, row)].concat();
        self.fixed.row
            + lines(&head, self.width * HEAD, SMALL)
            + cells
            + self.claims(&others, self.width - BAR)
    }

    fn claims(&self, claims: &[ClaimRef], width: f32) -> f32 {
        claims.iter().map(|claim| claim_height(self.session, claim, width)).sum()
    }
}

fn claim_height(session: &Session, claim: &ClaimRef, width: f32) -> f32 {
    let it = claim.claim();
    let figures = it.figures.len() as f32 * SMALL.1;
    let mut origin = origin_words(session, claim).join(" · ");
    for source in it.sources() {
        origin.push_str(&outlet_name(session, source));
        origin.push_str(&appearance_words(session, it, source));
    }
    lines(&it.summary, width, CLAIM) + SPEAKER + figures + lines(&origin, width, SMALL)
}

/// How high a text is, in letters of that width on lines of that height.
fn lines(text: &str, width: f32, (letter, line): (f32, f32)) -> f32 {
    (text.chars().count() as f32 * letter / width).ceil() * line
}
