//! Words into a line: shaped, put into the order in which they are seen, and measured.
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

/// A letter that none of the fonts has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missing {
    pub letter: char,
    /// The words it stands in.
    pub words: String,
}

/// Letters of one direction, and the script that leads the text they stand in.
struct Run<'a> {
    letters: &'a str,
    is_right_to_left: bool,
    leading: Option<Script>,
}

impl Typesetter<'_> {
    /// Everything on one line, however long.
    pub fn line(&self, face: Face, words: &str) -> Result<Line, Missing> {
        let text = one_spaced(words);
        let whole = 0..text.len();
        let mut lines = self.lines(face, &text, std::slice::from_ref(&whole))?;
        Ok(lines.pop().expect("one range makes one line"))
    }

    /// Each range of one paragraph as a line. Directions are resolved for the paragraph as a
    /// whole (UAX #9), since an isolate may open on one line and close on the next.
    pub fn lines(
        &self,
        face: Face,
        text: &str,
        ranges: &[Range<usize>],
    ) -> Result<Vec<Line>, Missing> {
        let level = if self.is_right_to_left { Level::rtl() } else { Level::ltr() };
        let bidi = BidiInfo::new(text, Some(level));
        let leading = self.leading_script(face, text);
        let line = |range: &Range<usize>| -> Result<Line, char> {
            let mut line =
                Line { words: text[range.clone()].to_owned(), width: 0.0, glyphs: Vec::new() };
            if let (Some(paragraph), false) = (bidi.paragraphs.first(), range.is_empty()) {
                let (levels, runs) = bidi.visual_runs(paragraph, range.clone());
                for run in runs {
                    let is_right_to_left = levels[run.start].is_rtl();
                    let run = Run { letters: &text[run], is_right_to_left, leading };
                    self.add_run(face, run, &mut line)?;
                }
            }
            Ok(line)
        };
        let lines: Result<Vec<Line>, char> = ranges.iter().map(line).collect();
        lines.map_err(|letter| Missing { letter, words: text.to_owned() })
    }

    /// Adds letters of one direction to the right end of a line. Fails with a letter that no font
    /// has.
    fn add_run(&self, face: Face, run: Run, line: &mut Line) -> Result<(), char> {
        let Run { letters, is_right_to_left, leading } = run;
        let mut pieces: Vec<(Script, String)> = Vec::new();
        for letter in letters.chars().filter(|letter| !is_bidi_control(*letter)) {
            let before = pieces.last().map(|(script, _)| *script);
            let script = self.script_of(letter, face, before, leading).ok_or(letter)?;
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

    /// The script of a text's first letter, from whose font its digits and marks are taken too.
    /// From right to left that is always the page's own.
    fn leading_script(&self, face: Face, text: &str) -> Option<Script> {
        let first = text.chars().find(|letter| letter.is_alphabetic())?;
        let script = self.fonts.script_of(first, face, self.is_right_to_left)?;
        (!self.is_right_to_left).then_some(script)
    }

    /// The script whose font draws a letter. Spaces, joiners and marks above or below a letter
    /// stay with what stands before them.
    fn script_of(
        &self,
        letter: char,
        face: Face,
        before: Option<Script>,
        leading: Option<Script>,
    ) -> Option<Script> {
        let stays = letter.is_whitespace() || is_mark(letter);
        let has = |script: &Script| {
            self.fonts.font(face, *script).charmap().map_unicode(letter).is_some()
        };
        let leading = leading.filter(|script| !letter.is_alphabetic() && has(script));
        let own = leading.or_else(|| self.fonts.script_of(letter, face, self.is_right_to_left));
        if is_ignorable(letter) {
            return before.or(own).or(Some(Script::Latin));
        }
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
    ) -> Result<(), char> {
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
                return Err(cluster.chars().next().expect("a cluster has a letter"));
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

/// Words as one paragraph with one plain space between each two. A no-break space stays within
/// its word.
pub fn one_spaced(words: &str) -> String {
    let is_gap = |c: char| c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let words: Vec<&str> = words.split(is_gap).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Marks, embeddings, overrides and isolates: they order letters and are never drawn.
pub fn is_bidi_control(letter: char) -> bool {
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
