//! The two accounts: boxes of one size, letters of one size, whatever they say. Nothing here is
//! chosen for one side alone.

use crate::domain::party::Side;

use super::content::{Account, PartyWords, Said, joined};
use super::fonts::Face;
use super::sheet::{Colour, Frame, INNER, MARGIN, Place, Sheet, Type};
use super::typesetting::{Line, Missing};
use super::wrapping::{Ends, Measured};

/// Between the two boxes.
const GAP: f32 = 40.0;
/// From a box's edge, where its bar is, to its words.
const INSET: f32 = 28.0;
/// From the top of a box to what was said.
const HEAD: f32 = SEAL + 12.0;

/// Letters of what was said. The largest that holds both sides' words is taken for both.
const WORDS_SIZES: [f32; 10] = [38.0, 36.0, 34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0];
/// Figures are this much larger than the words under them.
const FIGURE: f32 = 1.4;
/// Between what was said and who said it, at least.
const FOOT_GAP: f32 = 10.0;
/// Most lines that say how it came to us.
const ORIGIN_LINES: usize = 3;
/// Letters of the feet.
const FOOT_SIZES: [f32; 3] = [SMALL_SIZE, 18.0, 17.0];
const NAME_SIZE: f32 = 25.0;
const SMALL_SIZE: f32 = 19.0;
const SEAL_SIZE: f32 = 16.0;

const SEAL: f32 = 38.0;
const BAR: f32 = 6.0;

/// One side's box, as it came out.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    pub frame: Frame,
    /// The party that has it.
    pub party: String,
    /// Size of the letters of what was said.
    pub words_size: f32,
    /// The lines that hold it, in the order in which they are read.
    pub words: Vec<String>,
    pub is_cut: bool,
}

/// What a box says, set, as yet without its place.
struct Fitted {
    figure: Vec<Line>,
    words: Vec<Line>,
    size: f32,
    is_cut: bool,
}

/// Who said it and how it came to us, set, as yet without its place.
struct Foot {
    speaker: Vec<Line>,
    origin: Vec<Line>,
    size: f32,
    is_cut: bool,
}

/// Lays both accounts out side by side.
pub fn columns(
    sheet: &mut Sheet,
    accounts: &[Account; 2],
    top: f32,
    height: f32,
) -> Result<Vec<Column>, Missing> {
    let width = (INNER - GAP) / 2.0;
    let inside = width - INSET;
    let feet = feet(sheet, &[&accounts[0].said, &accounts[1].said], inside)?;
    let foot_height = foot_height(sheet, &feet);
    let texts = accounts.each_ref().map(|a| (a.figure.as_deref(), &a.said));
    let fitted = fit(sheet, &texts, inside, height - HEAD - foot_height)?;
    let mut columns = Vec::new();
    for (((side, account), fitted), foot) in
        Side::BOTH.into_iter().zip(accounts).zip(fitted).zip(feet)
    {
        let start = MARGIN + side as usize as f32 * (width + GAP);
        columns.push(Column {
            frame: Frame { x: sheet.x(start, width), y: top, width, height },
            party: account.party.name.clone(),
            words_size: fitted.size,
            words: fitted.words.iter().map(|line| line.words.clone()).collect(),
            is_cut: fitted.is_cut,
        });
        let bar = if account.said.is_found { Some(side) } else { None };
        draw_bar(sheet, bar, start, top, height);
        party(sheet, side, &account.party, start + INSET, top)?;
        let place = Place { start: start + INSET, baseline: top + SEAL / 2.0 + 8.0, width: inside };
        let small =
            Type { face: Face::Sans, size: sheet.size(SMALL_SIZE), colour: Colour::InkThird };
        sheet.words_at_end(&account.count, small, place)?;
        draw_words(sheet, fitted, account.said.is_found, start + INSET, top + HEAD);
        draw_foot(sheet, foot, start + INSET, top + height - foot_height);
    }
    Ok(columns)
}

/// Lays out what both say together: one box under both names, and nobody's bar.
pub fn joint_column(
    sheet: &mut Sheet,
    parties: &[PartyWords; 2],
    said: &Said,
    top: f32,
    height: f32,
) -> Result<(), Missing> {
    let (start, inside) = (MARGIN + INSET, INNER - INSET);
    sheet.block(MARGIN, top, (BAR, height), Colour::Ink);
    let mut next = start;
    for (side, words) in Side::BOTH.into_iter().zip(parties) {
        next = party(sheet, side, words, next, top)? + 36.0;
    }
    let feet = feet(sheet, &[said], inside)?;
    let foot_height = foot_height(sheet, &feet);
    let fitted = fit(sheet, &[(None, said)], inside, height - HEAD - foot_height)?;
    for fitted in fitted {
        draw_words(sheet, fitted, true, start, top + HEAD);
    }
    for foot in feet {
        draw_foot(sheet, foot, start, top + height - foot_height);
    }
    Ok(())
}

/// Sets all these words in the largest size in which all fit whole; where there is none, in the
/// smallest, each cut to the same number of lines.
fn fit(
    sheet: &Sheet,
    texts: &[(Option<&str>, &Said)],
    width: f32,
    room: f32,
) -> Result<Vec<Fitted>, Missing> {
    let set = sheet.typesetter;
    let measure = |(figure, said): &(Option<&str>, &Said)| {
        let figure = figure.map(|words| set.measure(Face::SerifBold, words)).transpose()?;
        Ok(Text { figure, words: set.measure(Face::Serif, &said.words)? })
    };
    let texts: Vec<Text> = texts.iter().map(measure).collect::<Result<_, Missing>>()?;
    let has_figures = texts.iter().any(|text| text.figure.is_some());
    let mut last = Vec::new();
    for size in WORDS_SIZES {
        let size = sheet.size(size);
        let figures = if has_figures { FIGURE * sheet.leading(size) } else { 0.0 };
        let most = ((room - figures) / sheet.leading(size)).floor().max(1.0) as usize;
        let fit = |text: &Text| text.fit(size, width, most);
        last = texts.iter().map(fit).collect::<Result<Vec<Fitted>, Missing>>()?;
        if last.iter().all(|fitted| !fitted.is_cut) {
            break;
        }
    }
    Ok(last)
}

/// What a box says, measured.
struct Text<'a> {
    figure: Option<Measured<'a>>,
    words: Measured<'a>,
}

impl Text<'_> {
    fn fit(&self, size: f32, width: f32, most: usize) -> Result<Fitted, Missing> {
        let words = self.words.wrap(width / size, most, Ends::Filled)?;
        let figure = self.figure.as_ref();
        let figure = figure.map(|it| it.wrap(width / (size * FIGURE), 1, Ends::Filled));
        let figure = figure.transpose()?;
        let is_cut = words.is_cut || figure.as_ref().is_some_and(|figure| figure.is_cut);
        let figure = figure.map_or(Vec::new(), |figure| figure.lines);
        Ok(Fitted { figure, words: words.lines, size, is_cut })
    }
}

/// Draws what was fitted, from `top`.
fn draw_words(sheet: &mut Sheet, fitted: Fitted, is_found: bool, start: f32, top: f32) {
    let leading = sheet.leading(fitted.size);
    let mut bottom = top;
    for line in fitted.figure {
        bottom += FIGURE * leading;
        let size = fitted.size * FIGURE;
        sheet.line(line, start, bottom - leading * 0.4, size, Colour::Ink);
    }
    let colour = if is_found { Colour::Ink } else { Colour::InkSecond };
    for line in fitted.words {
        bottom += leading;
        sheet.line(line, start, bottom - leading * 0.27, fitted.size, colour);
    }
}

/// The side's bar along its box: one for the first, two for the second, of the same ink
/// together; dashed where nothing was found.
fn draw_bar(sheet: &mut Sheet, side: Option<Side>, start: f32, top: f32, height: f32) {
    match side {
        None => {
            let (dash, gap) = (12.0, 8.0);
            let dashes = ((height + gap) / (dash + gap)).floor();
            let dash = (height + gap) / dashes - gap;
            for at in 0..dashes as usize {
                let y = top + at as f32 * (dash + gap);
                sheet.block(start, y, (BAR, dash), Colour::RuleStrong);
            }
        }
        Some(Side::First) => sheet.block(start, top, (BAR, height), Colour::First),
        Some(Side::Second) => {
            sheet.block(start, top, (BAR / 2.0, height), Colour::Second);
            sheet.block(start + BAR, top, (BAR / 2.0, height), Colour::Second);
        }
    }
}

/// Seal and name: a circle for the first, a square for the second. Returns where they end.
fn party(
    sheet: &mut Sheet,
    side: Side,
    party: &PartyWords,
    start: f32,
    top: f32,
) -> Result<f32, Missing> {
    let radius = match side {
        Side::First => SEAL / 2.0,
        Side::Second => 4.0,
    };
    sheet.rounded(start, top, (SEAL, SEAL), radius, Colour::of(side));
    let letters = sheet.typesetter.line(Face::SansBold, &party.seal)?;
    let centred = start + (SEAL - letters.width * SEAL_SIZE) / 2.0;
    sheet.line(letters, centred, top + SEAL / 2.0 + 5.5, SEAL_SIZE, Colour::OnParty);
    let name = Type { face: Face::SansBold, size: sheet.size(NAME_SIZE), colour: Colour::Ink };
    let start = start + SEAL + 12.0;
    let place = Place { start, baseline: top + SEAL / 2.0 + 9.0, width: INNER / 3.0 };
    sheet.words(&party.name, name, place)
}

/// Sets the feet of these boxes in the first size in which each origin fits whole on one line;
/// where there is none, in the first in which it fits on two, or on three.
fn feet(sheet: &Sheet, said: &[&Said], width: f32) -> Result<Vec<Foot>, Missing> {
    let set_in = |size: f32| -> Result<Vec<Foot>, Missing> {
        said.iter().map(|said| foot(sheet, said, width, sheet.size(size))).collect()
    };
    for most in 1..=ORIGIN_LINES {
        for size in FOOT_SIZES {
            let feet = set_in(size)?;
            if feet.iter().all(|foot| foot.origin.len() <= most && !foot.is_cut) {
                return Ok(feet);
            }
        }
    }
    set_in(FOOT_SIZES[FOOT_SIZES.len() - 1])
}

fn foot(sheet: &Sheet, said: &Said, width: f32, size: f32) -> Result<Foot, Missing> {
    let (set, width) = (sheet.typesetter, width / size);
    let speaker = set.measure(Face::SansBold, &said.speaker)?.wrap(width, 1, Ends::Filled)?;
    let mut origin: Vec<Line> = Vec::new();
    let mut is_cut = speaker.is_cut;
    let mut rest = said.origin.as_slice();
    while !rest.is_empty() {
        let is_last = origin.len() + 1 == ORIGIN_LINES;
        let most = if is_last { rest.len() } else { longest(sheet, rest, width)? };
        let (parts, left) = rest.split_at(most);
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let line = set.measure(Face::Sans, &joined(&parts))?.wrap(width, 1, Ends::Filled)?;
        is_cut |= line.is_cut;
        origin.extend(line.lines);
        rest = left;
    }
    Ok(Foot { speaker: speaker.lines, origin, size, is_cut })
}

/// How many of these parts go on one line; at least one. A line ends between two parts, so that
/// no dot is left at its end.
fn longest(sheet: &Sheet, parts: &[String], width: f32) -> Result<usize, Missing> {
    for most in (2..=parts.len()).rev() {
        let parts: Vec<&str> = parts[..most].iter().map(String::as_str).collect();
        if sheet.typesetter.line(Face::Sans, &joined(&parts))?.width <= width {
            return Ok(most);
        }
    }
    Ok(1)
}

/// The height of every foot: that of the tallest.
fn foot_height(sheet: &Sheet, feet: &[Foot]) -> f32 {
    let lines = feet.iter().map(|foot| foot.speaker.len() + foot.origin.len()).max().unwrap_or(0);
    let gap = if lines > 0 { FOOT_GAP } else { 0.0 };
    gap + lines as f32 * foot_leading(sheet)
}

fn foot_leading(sheet: &Sheet) -> f32 {
    sheet.size(SMALL_SIZE) * 1.42
}

/// Draws a foot, from `top`.
fn draw_foot(sheet: &mut Sheet, foot: Foot, start: f32, top: f32) {
    let (size, leading) = (foot.size, foot_leading(sheet));
    let mut baseline = top + FOOT_GAP - leading * 0.2;
    for line in foot.speaker {
        baseline += leading;
        sheet.line(line, start, baseline, size, Colour::Ink);
    }
    for line in foot.origin {
        baseline += leading;
        sheet.line(line, start, baseline, size, Colour::InkThird);
    }
}
