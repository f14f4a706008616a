//! Words into lines of a width: as many words on each as fit, cut at a word where there are too
//! many.

use std::ops::Range;

use super::fonts::Face;
use super::typesetting::{Line, Missing, Typesetter, is_bidi_control, one_spaced};

/// Lines that words were wrapped into.
#[derive(Clone, PartialEq, Debug)]
pub struct Wrapped {
    pub lines: Vec<Line>,
    /// Words had to be left out; an ellipsis stands in their place.
    pub is_cut: bool,
}

/// Words with the width of each.
pub struct Measured<'a> {
    typesetter: &'a Typesetter<'a>,
    face: Face,
    text: String,
    /// Where each word stands in the text.
    words: Vec<Range<usize>>,
    widths: Vec<f32>,
    space: f32,
}

/// How the ends of lines fall.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ends {
    /// Lines are filled one after the other; only a last line of one short word is helped.
    Filled,
    /// Lines are made as even as they can be.
    Even,
}

impl Typesetter<'_> {
    /// Measures words, so that they can be wrapped.
    pub fn measure(&self, face: Face, words: &str) -> Result<Measured<'_>, Missing> {
        let text = one_spaced(words);
        let words = word_ranges(&text);
        let widths = self.lines(face, &text, &words)?.iter().map(|word| word.width).collect();
        let space = self.line(face, "n n")?.width - self.line(face, "nn")?.width;
        Ok(Measured { typesetter: self, face, text, words, widths, space })
    }
}

impl Measured<'_> {
    /// Wraps the words to a width. What doesn't fit into `most` lines is left out at a word, with
    /// an ellipsis.
    pub fn wrap(&self, width: f32, most: usize, ends: Ends) -> Result<Wrapped, Missing> {
        if let Some(lines) = self.fit(width, most, ends)? {
            return Ok(Wrapped { lines, is_cut: false });
        }
        let fitting = fill(&self.widths, self.space, width).into_iter().take(most);
        for end in (1..=fitting.map(|line| line.len()).sum()).rev() {
            let kept = ended(&self.text[..self.words[end - 1].end]);
            let shorter = self.typesetter.measure(self.face, &kept)?;
            if let Some(lines) = shorter.fit(width, most, ends)? {
                return Ok(Wrapped { lines, is_cut: true });
            }
        }
        Ok(Wrapped { lines: vec![self.typesetter.line(self.face, "…")?], is_cut: true })
    }

    /// The lines, if they are no more than `most` and no word is wider than the width.
    fn fit(&self, width: f32, most: usize, ends: Ends) -> Result<Option<Vec<Line>>, Missing> {
        let filled = fill(&self.widths, self.space, width);
        if filled.len() > most || self.widths.iter().any(|word| *word > width) {
            return Ok(None);
        }
        let chosen = match ends {
            Ends::Filled => without_lone_word(&self.widths, self.space, width, filled),
            Ends::Even => evened(&self.widths, self.space, width, filled),
        };
        let ends = |line: &Range<usize>| self.words[line.start].start..self.words[line.end - 1].end;
        let ranges: Vec<Range<usize>> = chosen.iter().map(ends).collect();
        self.typesetter.lines(self.face, &self.text, &ranges).map(Some)
    }
}

fn word_ranges(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let ranges = text.split(' ').map(|word| {
        let range = start..start + word.len();
        start = range.end + 1;
        range
    });
    ranges.filter(|range| !range.is_empty()).collect()
}

/// The words of each line, as many on each as fit.
fn fill(widths: &[f32], space: f32, limit: f32) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut used = 0.0;
    for (at, width) in widths.iter().enumerate() {
        match lines.last_mut() {
            Some(line) if used + space + width <= limit => {
                line.end = at + 1;
                used += space + width;
            }
            _ => {
                lines.push(at..at + 1);
                used = *width;
            }
        }
    }
    lines
}

/// The same number of lines within the narrowest width that still holds them.
fn evened(widths: &[f32], space: f32, limit: f32, filled: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let widest = widths.iter().copied().fold(0.0, f32::max);
    let (mut low, mut high, mut best) = (widest, limit, filled);
    for _ in 0..12 {
        let middle = (low + high) / 2.0;
        let tried = fill(widths, space, middle);
        if tried.len() > best.len() {
            low = middle;
        } else {
            (high, best) = (middle, tried);
        }
    }
    best
}

/// Gives a last line of one word company, if slightly narrower lines do it.
fn without_lone_word(
    widths: &[f32],
    space: f32,
    limit: f32,
    filled: Vec<Range<usize>>,
) -> Vec<Range<usize>> {
    let is_lone = |lines: &[Range<usize>]| lines.last().is_some_and(|line| line.len() == 1);
    if filled.len() < 2 || !is_lone(&filled) {
        return filled;
    }
    let narrower = (1..=15).map(|step| fill(widths, space, limit * (1.0 - 0.02 * step as f32)));
    let mut kept = narrower.take_while(|lines| lines.len() == filled.len());
    kept.find(|lines| !is_lone(lines)).unwrap_or(filled)
}

/// Words that go on, said with an ellipsis: no comma before it, and no isolate left open around
/// it, which would put it on the wrong side.
fn ended(words: &str) -> String {
    let is_dropped = |c: char| " ·,;:.–—-(«“\"،؛՝։".contains(c) || is_bidi_control(c);
    let kept = words.trim_end_matches(is_dropped);
    let opened = kept.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count();
    let closed = kept.matches('\u{2069}').count();
    let mut text = kept.to_owned();
    text.extend(std::iter::repeat_n('\u{2069}', opened.saturating_sub(closed)));
    text.push('…');
    text
}
