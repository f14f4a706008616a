//! The sheet a card is laid out on: marks with their places, and helpers that mirror them.
//!
//! Places are worked out from the inline start and mirrored for languages that are written from
//! right to left; letters and signs are not.

use crate::domain::party::Side;
use crate::domain::row_state::RowState;

use super::fonts::Face;
use super::typesetting::{Line, Missing, Typesetter};
use super::wrapping::Ends;

/// The size that Open Graph and Twitter show whole, in pixels.
pub const WIDTH: f32 = 1200.0;
pub const HEIGHT: f32 = 630.0;

/// What some networks crop.
pub const MARGIN: f32 = 60.0;
/// Between the margins.
pub const INNER: f32 = WIDTH - 2.0 * MARGIN;

/// A colour of style/tokens.css, light.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Colour {
    Paper,
    Ink,
    InkSecond,
    InkThird,
    RuleStrong,
    First,
    Second,
    OnParty,
}

impl Colour {
    pub const ALL: [Colour; 8] = [
        Colour::Paper,
        Colour::Ink,
        Colour::InkSecond,
        Colour::InkThird,
        Colour::RuleStrong,
        Colour::First,
        Colour::Second,
        Colour::OnParty,
    ];

    /// The side's own.
    pub fn of(side: Side) -> Self {
        match side {
            Side::First => Colour::First,
            Side::Second => Colour::Second,
        }
    }

    /// Its name in the sheet of tokens, and its value there.
    pub fn token(self) -> (&'static str, &'static str) {
        match self {
            Colour::Paper => ("paper", "#fbfaf7"),
            Colour::Ink => ("ink", "#1d1b18"),
            Colour::InkSecond => ("ink-second", "#55514a"),
            Colour::InkThird => ("ink-third", "#6b665d"),
            Colour::RuleStrong => ("rule-strong", "#cfc8ba"),
            Colour::First => ("first", "#5a479c"),
            Colour::Second => ("second", "#8a5a00"),
            Colour::OnParty => ("on-party", "#ffffff"),
        }
    }
}

/// A place on the card, in pixels from its top left.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Frame {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Something drawn.
#[derive(Clone, PartialEq, Debug)]
pub enum Mark {
    /// With corners of that radius.
    Block { frame: Frame, radius: f32, colour: Colour },
    /// A state's sign, as on the page.
    Sign { state: RowState, x: f32, y: f32, size: f32 },
    /// A line of words, from its left end, on its baseline.
    Words { line: Line, x: f32, baseline: f32, size: f32, colour: Colour },
}

/// How letters are set.
#[derive(Clone, Copy)]
pub struct Type {
    pub face: Face,
    pub size: f32,
    pub colour: Colour,
}

/// A line's place: where it starts, on which baseline, and how wide it may be.
#[derive(Clone, Copy)]
pub struct Place {
    pub start: f32,
    pub baseline: f32,
    pub width: f32,
}

/// What has been laid out so far.
pub struct Sheet<'a> {
    pub typesetter: &'a Typesetter<'a>,
    /// In the order in which they are drawn.
    pub marks: Vec<Mark>,
}

impl Sheet<'_> {
    /// The left end of what starts at `start` and is that wide.
    pub fn x(&self, start: f32, width: f32) -> f32 {
        if self.typesetter.is_right_to_left { WIDTH - start - width } else { start }
    }

    /// A size for the script: Arabic letters are smaller in their em than Latin ones.
    pub fn size(&self, size: f32) -> f32 {
        if self.typesetter.is_right_to_left { size * 1.06 } else { size }
    }

    /// How far apart baselines of that size are: Arabic letters reach higher and deeper.
    pub fn leading(&self, size: f32) -> f32 {
        size * if self.typesetter.is_right_to_left { 1.52 } else { 1.36 }
    }

    /// A block from `start`, in pixels from the card's inline start.
    pub fn block(&mut self, start: f32, y: f32, (width, height): (f32, f32), colour: Colour) {
        self.rounded(start, y, (width, height), 0.0, colour);
    }

    /// A block with round corners.
    pub fn rounded(
        &mut self,
        start: f32,
        y: f32,
        (width, height): (f32, f32),
        radius: f32,
        colour: Colour,
    ) {
        let frame = Frame { x: self.x(start, width), y, width, height };
        self.marks.push(Mark::Block { frame, radius, colour });
    }

    /// A line that was set before.
    pub fn line(&mut self, line: Line, start: f32, baseline: f32, size: f32, colour: Colour) {
        if !line.glyphs.is_empty() {
            let x = self.x(start, line.width * size);
            self.marks.push(Mark::Words { line, x, baseline, size, colour });
        }
    }

    /// Words on one line, cut where they would leave their place. Returns where they end.
    pub fn words(&mut self, words: &str, set_in: Type, place: Place) -> Result<f32, Missing> {
        let Type { face, size, colour } = set_in;
        let set =
            self.typesetter.measure(face, words)?.wrap(place.width / size, 1, Ends::Filled)?;
        let mut end = place.start;
        for line in set.lines {
            end += line.width * size;
            self.line(line, place.start, place.baseline, size, colour);
        }
        Ok(end)
    }

    /// Words on one line that end where their place ends.
    pub fn words_at_end(&mut self, words: &str, set_in: Type, place: Place) -> Result<(), Missing> {
        let line = self.typesetter.line(set_in.face, words)?;
        let start = place.start + place.width - line.width * set_in.size;
        self.line(line, start, place.baseline, set_in.size, set_in.colour);
        Ok(())
    }
}
