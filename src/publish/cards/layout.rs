//! Where everything on a card stands: masthead, title and row from the top, a note at the foot,
//! and both accounts in what is left between.

use super::columns::{Column, columns, joint_column};
use super::content::{Accounts, Content, Note, RowWords};
use super::fonts::Face;
use super::sheet::{Colour, HEIGHT, INNER, MARGIN, Mark, Place, Sheet, Type, WIDTH};
use super::typesetting::{Missing, Typesetter};
use super::wrapping::{Ends, Wrapped};

/// Letters of a title on one line, and on two.
const TITLE_SIZES: [(f32, usize); 7] =
    [(48.0, 1), (45.0, 1), (42.0, 1), (39.0, 1), (40.0, 2), (37.0, 2), (34.0, 2)];

/// Letters of a party's words in a note, on two lines at most.
const NOTE_SIZES: [(f32, usize); 3] = [(24.0, 2), (22.0, 2), (20.0, 2)];
/// Letters of what the site says of itself, on three.
const SITE_NOTE_SIZES: [(f32, usize); 4] = [(28.0, 3), (26.0, 3), (24.0, 3), (22.0, 3)];

const SITE_SIZE: f32 = 30.0;
const LABEL_SIZE: f32 = 22.0;
const SMALL_SIZE: f32 = 19.0;
const SIGN: f32 = 20.0;

/// A card, laid out.
#[derive(Clone, PartialEq, Debug)]
pub struct Layout {
    /// In the order in which they are drawn.
    pub marks: Vec<Mark>,
    /// First's and second's; none on a card with a joint claim alone.
    pub columns: Vec<Column>,
}

/// Lays a card out. Fails on a letter that no font has.
///
/// The reason of a row may take a line of its own, but not at the cost of what was said.
pub fn lay_out(content: &Content, typesetter: &Typesetter) -> Result<Layout, Missing> {
    let roomy = lay_out_with(content, typesetter, true)?;
    if roomy.columns.iter().any(|column| column.is_cut) {
        return lay_out_with(content, typesetter, false);
    }
    Ok(roomy)
}

fn lay_out_with(
    content: &Content,
    typesetter: &Typesetter,
    reason_may_have_a_line: bool,
) -> Result<Layout, Missing> {
    let mut sheet = Sheet { typesetter, marks: Vec::new() };
    sheet.block(0.0, 0.0, (WIDTH, HEIGHT), Colour::Paper);
    masthead(&mut sheet, content)?;
    let below_title = title(&mut sheet, &content.title)?;
    let rule = match &content.row {
        Some(row) => row_head(&mut sheet, row, below_title, reason_may_have_a_line)?,
        None => below_title + 14.0,
    };
    sheet.block(MARGIN, rule, (INNER, 2.0), Colour::Ink);
    let bottom = match &content.note {
        Some(words) => note(&mut sheet, words)?,
        None => HEIGHT - MARGIN,
    };
    let top = rule + 22.0;
    let columns = match &content.accounts {
        Accounts::Apart(accounts) => columns(&mut sheet, accounts, top, bottom - top)?,
        Accounts::Joint { parties, said } => {
            joint_column(&mut sheet, parties, said, top, bottom - top)?;
            Vec::new()
        }
    };
    Ok(Layout { marks: sheet.marks, columns })
}

/// Sets words in the first of these sizes, each with the most lines it may take, in which they
/// fit whole; where there is none, cut in the last.
fn fit(
    sheet: &Sheet,
    face: Face,
    words: &str,
    sizes: &[(f32, usize)],
    ends: Ends,
) -> Result<(Wrapped, f32), Missing> {
    let measured = sheet.typesetter.measure(face, words)?;
    let mut last = None;
    for (size, most) in sizes {
        let size = sheet.size(*size);
        let set = measured.wrap(INNER / size, *most, ends)?;
        let is_whole = !set.is_cut;
        last = Some((set, size));
        if is_whole {
            break;
        }
    }
    Ok(last.expect("there is a size to set words in"))
}

/// The site at the start; when, and of which episode, at the end; between them what the site is,
/// where there is room.
fn masthead(sheet: &mut Sheet, content: &Content) -> Result<(), Missing> {
    let site = Type { face: Face::SerifBold, size: sheet.size(SITE_SIZE), colour: Colour::Ink };
    let small = Type { face: Face::Sans, size: sheet.size(SMALL_SIZE), colour: Colour::InkThird };
    let about = Type { colour: Colour::InkSecond, ..small };
    let baseline = MARGIN + 25.0;
    let place = Place { start: MARGIN, baseline, width: INNER };
    let start = sheet.words(&content.site, site, place)? + 16.0;
    sheet.words_at_end(&content.about, about, place)?;
    let taken = sheet.typesetter.line(small.face, &content.about)?.width * small.size;
    let subtitle = sheet.typesetter.line(small.face, &content.subtitle)?;
    if start + subtitle.width * small.size + 30.0 <= WIDTH - MARGIN - taken {
        sheet.line(subtitle, start, baseline, small.size, small.colour);
    }
    sheet.block(MARGIN, MARGIN + 43.0, (INNER, 1.0), Colour::RuleStrong);
    Ok(())
}

/// Returns where the title's letters end.
fn title(sheet: &mut Sheet, words: &str) -> Result<f32, Missing> {
    let (set, size) = fit(sheet, Face::SerifBold, words, &TITLE_SIZES, Ends::Even)?;
    let leading = sheet.leading(size);
    let mut baseline = MARGIN + 58.0;
    for line in set.lines {
        baseline += leading * 0.86;
        sheet.line(line, MARGIN, baseline, size, Colour::Ink);
    }
    Ok(baseline + leading * 0.22)
}

/// Topic, sign, state, and the reason where it fits whole: half a reason could say another thing.
/// Returns where the rule under it stands.
fn row_head(
    sheet: &mut Sheet,
    row: &RowWords,
    top: f32,
    reason_may_have_a_line: bool,
) -> Result<f32, Missing> {
    let bold = Type { face: Face::SansBold, size: sheet.size(LABEL_SIZE), colour: Colour::Ink };
    let mut baseline = top + 35.0;
    let place = Place { start: MARGIN, baseline, width: INNER / 2.0 };
    let sign = sheet.words(&row.topic, bold, place)? + 26.0;
    let (x, y) = (sheet.x(sign, SIGN), baseline - SIGN + 3.0);
    sheet.marks.push(Mark::Sign { state: row.state, x, y, size: SIGN });
    let start = sign + SIGN + 9.0;
    let place = Place { start, baseline, width: WIDTH - MARGIN - start };
    let end = sheet.words(&row.state_name, bold, place)? + 12.0;
    let size = sheet.size(SMALL_SIZE);
    let reason = sheet.typesetter.line(Face::Sans, &row.reason)?;
    let width = reason.width * size;
    if end + width <= WIDTH - MARGIN {
        sheet.line(reason, end, baseline, size, Colour::InkSecond);
    } else if reason_may_have_a_line && width <= INNER {
        baseline += sheet.leading(size) * 1.12;
        sheet.line(reason, MARGIN, baseline, size, Colour::InkSecond);
    }
    Ok(baseline + 18.0)
}

/// At the foot of the card: whose words beside them where both fit on a line, else above them.
/// Returns where what is above the note ends.
fn note(sheet: &mut Sheet, note: &Note) -> Result<f32, Missing> {
    let sizes: &[(f32, usize)] = match note.label.is_empty() {
        true => &SITE_NOTE_SIZES,
        false => &NOTE_SIZES,
    };
    let (set, size) = fit(sheet, Face::Serif, &note.words, sizes, Ends::Filled)?;
    let label_size = sheet.size(SMALL_SIZE);
    let label = sheet.typesetter.line(Face::SansBold, &note.label)?;
    let beside = if note.label.is_empty() { 0.0 } else { label.width * label_size + 16.0 };
    let is_beside = set.lines.len() == 1 && beside + set.lines[0].width * size <= INNER;
    let (start, above) = if is_beside { (MARGIN + beside, 12.0) } else { (MARGIN, 42.0) };
    let above = if note.label.is_empty() { 12.0 } else { above };
    let leading = sheet.leading(size);
    let top = HEIGHT - MARGIN - leading * set.lines.len() as f32 - above;
    sheet.block(MARGIN, top, (INNER, 1.0), Colour::RuleStrong);
    let mut baseline = top + above - leading * 0.24;
    let label_baseline = if is_beside { baseline + leading } else { top + 30.0 };
    sheet.line(label, MARGIN, label_baseline, label_size, Colour::Ink);
    for line in set.lines {
        baseline += leading;
        sheet.line(line, start, baseline, size, Colour::InkSecond);
    }
    Ok(top - 22.0)
}
