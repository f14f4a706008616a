//! Words into lines: shaped, put into the order in which they are seen, measured and wrapped.
//!
//! All widths are in ems of the face, so that they can be scaled to any size.

use std::ops::Range;

use harfrust::{Buffer, Direction, GlyphId, Language, ShapeOptions, ShaperFont, shape};
use unicode_bidi::{BidiInfo, Level};

use super::fonts::{Face, Fonts, Script};

/// Sets words of one page's language.
pub struct Typesetter<'a> {
    pub fonts: &'a Fonts,
    /// BCP 47.
    pub language: &'a str,
    pub is_right_to_left: bool,
}

/// One line as it is seen, from left to right.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// In the order in which they are read.
    pub words: String,
    pub width: f32,
    pub glyphs: Vec<Glyph>,
}

/// One drawn shape and where it stands: to the right of the line's left end, and above its
/// baseline.
#[derive(Clone, PartialEq, Debug)]
pub struct Glyph {
    pub face: Face,
    pub script: Script,
    pub id: GlyphId,
    pub x: f32,
    pub y: f32,
}

/// Lines that words were wrapped into.
#[derive(Clone, PartialEq, Debug)]
pub struct Wrapped {
    pub lines: Vec<Line>,
    /// Words had to be left out; an ellipsis stands in their place.
    pub is_cut: bool,
}

/// How the ends of lines fall.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ends {
    /// Lines are filled one after the other; only a last line of one short word is helped.
    Filled,
    /// Lines are made as even as they can be.
    Even,
}

/// A letter that none of the fonts has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missing {
    pub letter: char,
    /// The words it stands in.
    pub words: String,
}

impl Typesetter<'_> {
    /// Everything on one line, however long.
    pub fn line(&self, face: Face, words: &str) -> Result<Line, Missing> {
        let text = one_spaced(words);
        let mut lines = self.lines(face, &text, &[0..text.len()])?;
        Ok(lines.pop().expect("one range makes one line"))
    }

    /// Wraps words to a width. What doesn't fit into `most` lines is left out at a word, with an
    /// ellipsis.
    pub fn wrap(
        &self,
        face: Face,
        words: &str,
        width: f32,
        most: usize,
        ends: Ends,
    ) -> Result<Wrapped, Missing> {
        let text = one_spaced(words);
        if let Some(lines) = self.fit(face, &text, width, most, ends)? {
            return Ok(Wrapped { lines, is_cut: false });
        }
        let mut shorter = text.as_str();
        while let Some((rest, _)) = shorter.rsplit_once(' ') {
            shorter = rest;
            if let Some(lines) = self.fit(face, &ended(shorter), width, most, ends)? {
                return Ok(Wrapped { lines, is_cut: true });
            }
        }
        Ok(Wrapped { lines: vec![self.line(face, "…")?], is_cut: true })
    }

    /// The lines, if they are no more than `most` and no word is wider than the width.
    fn fit(
        &self,
        face: Face,
        text: &str,
        width: f32,
        most: usize,
        ends: Ends,
    ) -> Result<Option<Vec<Line>>, Missing> {
        let words = word_ranges(text);
        let set = self.lines(face, text, &words)?;
        let widths: Vec<f32> = set.iter().map(|word| word.width).collect();
        let space = self.line(face, "n n")?.width - self.line(face, "nn")?.width;
        let filled = fill(&widths, space, width);
        if filled.len() > most || widths.iter().any(|word| *word > width) {
            return Ok(None);
        }
        let chosen = match ends {
            Ends::Filled => without_lone_word(&widths, space, width, filled),
            Ends::Even => evened(&widths, space, width, filled),
        };
        let ranges: Vec<Range<usize>> =
            chosen.iter().map(|line| words[line.start].start..words[line.end - 1].end).collect();
        self.lines(face, text, &ranges).map(Some)
    }

    /// Each range of one paragraph as a line. Directions are resolved for the paragraph as a
    /// whole (UAX #9), since an isolate may open on one line and close on the next.
    fn lines(&self, face: Face, text: &str, ranges: &[Range<usize>]) -> Result<Vec<Line>, Missing> {
        let level = if self.is_right_to_left { Level::rtl() } else { Level::ltr() };
        let bidi = BidiInfo::new(text, Some(level));
        let line = |range: &Range<usize>| {
            let mut line =
                Line { words: text[range.clone()].to_owned(), width: 0.0, glyphs: Vec::new() };
            if let (Some(paragraph), false) = (bidi.paragraphs.first(), range.is_empty()) {
                let (levels, runs) = bidi.visual_runs(paragraph, range.clone());
                for run in runs {
                    let is_right_to_left = levels[run.start].is_rtl();
                    self.add_run(face, &text[run], is_right_to_left, &mut line)?;
                }
            }
            Ok(line)
        };
        ranges.iter().map(line).collect()
    }

    /// Adds letters of one direction to the right end of a line.
    fn add_run(
        &self,
        face: Face,
        letters: &str,
        is_right_to_left: bool,
        line: &mut Line,
    ) -> Result<(), Missing> {
        let mut pieces: Vec<(Script, String)> = Vec::new();
        for letter in letters.chars().filter(|letter| !is_bidi_control(*letter)) {
            let before = pieces.last().map(|(script, _)| *script);
            let script = match self.script_of(letter, face, before) {
                Some(script) => script,
                None => return Err(Missing { letter, words: line.words.clone() }),
            };
            match pieces.last_mut() {
                Some((last, piece)) if *last == script => piece.push(letter),
                _ => pieces.push((script, letter.into())),
            }
        }
        if is_right_to_left {
            pieces.reverse();
        }
        for (script, piece) in pieces {
            self.add_piece(face, script, &piece, is_right_to_left, line)?;
        }
        Ok(())
    }

    /// The script whose font draws a letter. Spaces, joiners and marks above or below a letter
    /// stay with what stands before them.
    fn script_of(&self, letter: char, face: Face, before: Option<Script>) -> Option<Script> {
        let own = self.fonts.script_of(letter, face, self.is_right_to_left);
        if is_ignorable(letter) {
            return before.or(own).or(Some(Script::Latin));
        }
        let stays = letter.is_whitespace() || is_mark(letter);
        let has = |script: &Script| {
            self.fonts.font(face, *script).charmap().map_unicode(letter).is_some()
        };
        before.filter(|script| stays && has(script)).or(own)
    }

    /// Adds letters of one direction and one font.
    fn add_piece(
        &self,
        face: Face,
        script: Script,
        piece: &str,
        is_right_to_left: bool,
        line: &mut Line,
    ) -> Result<(), Missing> {
        let font = self.fonts.font(face, script);
        let mut buffer = Buffer::new();
        buffer.push_str(piece);
        buffer.set_direction(match is_right_to_left {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        });
        buffer.set_language(Language::new(self.language));
        buffer.guess_segment_properties();
        shape(&ShaperFont::new(font), &mut buffer, ShapeOptions::new())
            .expect("a new buffer with a direction can be shaped");
        let em = f32::from(font.units_per_em());
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            if info.glyph_id == 0 {
                let cluster = &piece[info.cluster as usize..];
                let letter = cluster.chars().next().expect("a cluster has a letter");
                return Err(Missing { letter, words: line.words.clone() });
            }
            line.glyphs.push(Glyph {
                face,
                script,
                id: GlyphId::new(info.glyph_id),
                x: line.width + position.x_offset as f32 / em,
                y: position.y_offset as f32 / em,
            });
            line.width += position.x_advance as f32 / em;
        }
        Ok(())
    }
}

/// Words with one plain space between each two. A no-break space stays within its word.
fn one_spaced(words: &str) -> String {
    let words: Vec<&str> = words.split([' ', '\n', '\t', '\r']).filter(|w| !w.is_empty()).collect();
    words.join(" ")
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
    let is_dropped = |c: char| " ,;:.–—-(«“\"،؛՝".contains(c) || is_bidi_control(c);
    let kept = words.trim_end_matches(is_dropped);
    let opened = kept.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count();
    let closed = kept.matches('\u{2069}').count();
    let mut text = kept.to_owned();
    text.extend(std::iter::repeat_n('\u{2069}', opened.saturating_sub(closed)));
    text.push('…');
    text
}

/// Marks, embeddings, overrides and isolates: they order letters and are never drawn.
fn is_bidi_control(letter: char) -> bool {
    matches!(letter, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What shaping may need and a font needn't draw: joiners, soft hyphens, variation selectors.
fn is_ignorable(letter: char) -> bool {
    is_bidi_control(letter)
        || matches!(letter, '\u{00AD}' | '\u{034F}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2065}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Combining marks of the three scripts.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036F}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06ED}')
}
