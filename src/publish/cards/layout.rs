//! Where everything on a card stands.
//!
//! The two accounts get boxes of the same size and letters of the same size, whatever they say:
//! sizes are chosen for both at once. Places are worked out from the inline start and mirrored
//! for languages that are written from right to left; letters and signs are not.

use crate::domain::party::Side;
use crate::domain::row_state::RowState;

use super::content::{Account, Accounts, Content, Note, PartyWords, RowWords, Said};
use super::fonts::Face;
use super::typesetting::{Ends, Line, Missing, Typesetter, Wrapped};

/// The size that Open Graph and Twitter show whole, in pixels.
pub const WIDTH: f32 = 1200.0;
pub const HEIGHT: f32 = 630.0;

/// What some networks crop.
const MARGIN: f32 = 60.0;
const INNER: f32 = WIDTH - 2.0 * MARGIN;

/// Between the two boxes.
const GAP: f32 = 40.0;

/// From a box's edge, where its bar is, to its words.
const INSET: f32 = 28.0;

/// Letters of titles: from one line of the first to two of the last.
const TITLE_SIZES: [f32; 4] = [48.0, 44.0, 40.0, 36.0];
/// Letters of what was said, the largest that holds both sides' words is taken for both.
const WORDS_SIZES: [f32; 8] = [36.0, 34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0];
/// Figures are this much larger than the words under them.
const FIGURE_TO_WORDS: f32 = 1.45;
const NAME_SIZE: f32 = 25.0;
const LABEL_SIZE: f32 = 22.0;
const SMALL_SIZE: f32 = 19.0;

const SEAL: f32 = 38.0;
const SIGN: f32 = 20.0;

/// A colour of style/tokens.css, light.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Colour {
    Paper,
    Ink,
    InkSecond,
    InkThird,
    Rule,
    RuleStrong,
    First,
    Second,
    OnParty,
}

impl Colour {
    pub const ALL: [Colour; 9] = [
        Colour::Paper,
        Colour::Ink,
        Colour::InkSecond,
        Colour::InkThird,
        Colour::Rule,
        Colour::RuleStrong,
        Colour::First,
        Colour::Second,
        Colour::OnParty,
    ];

    /// Its name in the sheet of tokens, and its value there.
    pub fn token(self) -> (&'static str, &'static str) {
        match self {
            Colour::Paper => ("paper", "#fbfaf7"),
            Colour::Ink => ("ink", "#1d1b18"),
            Colour::InkSecond => ("ink-second", "#55514a"),
            Colour::InkThird => ("ink-third", "#6b665d"),
            Colour::Rule => ("rule", "#e2ddd2"),
            Colour::RuleStrong => ("rule-strong", "#cfc8ba"),
            Colour::First => ("first", "#5a479c"),
            Colour::Second => ("second", "#8a5a00"),
            Colour::OnParty => ("on-party", "#ffffff"),
        }
    }

    fn of(side: Side) -> Self {
        match side {
            Side::First => Colour::First,
            Side::Second => Colour::Second,
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
    /// A state's sign: strokes and a solid in a box of 14, as on the page.
    Sign { state: RowState, x: f32, y: f32, size: f32, colour: Colour },
    /// A line of words, from its left end, on its baseline.
    Words { line: Line, x: f32, baseline: f32, size: f32, colour: Colour },
}

/// One side's box, as it came out.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    pub frame: Frame,
    /// Size of the letters of what was said.
    pub words_size: f32,
    /// The lines that hold it, in the order in which they are read.
    pub words: Vec<String>,
    pub is_cut: bool,
}

/// A card, laid out.
#[derive(Clone, PartialEq, Debug)]
pub struct Layout {
    /// In the order in which they are drawn.
    pub marks: Vec<Mark>,
    /// First's and second's; none on a card with a joint claim alone.
    pub columns: Vec<Column>,
}

/// Lays a card out. Fails on a letter that no font has.
pub fn lay_out(content: &Content, typesetter: &Typesetter) -> Result<Layout, Missing> {
    let mut sheet = Sheet { typesetter, marks: Vec::new(), columns: Vec::new() };
    sheet.block(0.0, 0.0, WIDTH, HEIGHT, 0.0, Colour::Paper);
    sheet.masthead(content)?;
    let mut top = sheet.title(content)?;
    if let Some(row) = &content.row {
        top = sheet.row(row, top)?;
    }
    sheet.block(MARGIN, top, INNER, 2.0, 0.0, Colour::Ink);
    let bottom = match &content.note {
        Some(note) => sheet.note(note)?,
        None => HEIGHT - MARGIN,
    };
    let (top, height) = (top + 20.0, bottom - top - 20.0);
    match &content.accounts {
        Accounts::Apart(accounts) => sheet.accounts(accounts, top, height)?,
        Accounts::Joint { parties, label, said } => {
            sheet.joint(parties, label, said, top, height)?;
        }
    }
    Ok(Layout { marks: sheet.marks, columns: sheet.columns })
}

struct Sheet<'a> {
    typesetter: &'a Typesetter<'a>,
    marks: Vec<Mark>,
    columns: Vec<Column>,
}

/// Words that were set for one box, as yet without their place.
struct Fitted {
    figure: Option<Wrapped>,
    words: Wrapped,
    size: f32,
}

impl Sheet<'_> {
    /// The left end of what starts at `start` and is that wide.
    fn x(&self, start: f32, width: f32) -> f32 {
        if self.typesetter.is_right_to_left { WIDTH - start - width } else { start }
    }

    fn block(&mut self, start: f32, y: f32, width: f32, height: f32, radius: f32, colour: Colour) {
        let frame = Frame { x: self.x(start, width), y, width, height };
        self.marks.push(Mark::Block { frame, radius, colour });
    }

    fn words(&mut self, line: Line, start: f32, baseline: f32, size: f32, colour: Colour) {
        let x = self.x(start, line.width * size);
        self.marks.push(Mark::Words { line, x, baseline, size, colour });
    }

    /// One line, cut where it would leave `width`. Returns where it ends.
    fn label(
        &mut self,
        face: Face,
        words: &str,
        (start, baseline, width): (f32, f32, f32),
        size: f32,
        colour: Colour,
    ) -> Result<f32, Missing> {
        let mut set = self.typesetter.wrap(face, words, width / size, 1, Ends::Filled)?;
        let line = set.lines.pop().expect("there is one line");
        let end = start + line.width * size;
        self.words(line, start, baseline, size, colour);
        Ok(end)
    }

    /// How far apart baselines are, in sizes: Arabic letters reach higher and deeper.
    fn leading(&self) -> f32 {
        if self.typesetter.is_right_to_left { 1.58 } else { 1.36 }
    }

    fn masthead(&mut self, content: &Content) -> Result<(), Missing> {
        let baseline = MARGIN + 26.0;
        let site = self.label(
            Face::SerifBold,
            &content.site,
            (MARGIN, baseline, 400.0),
            30.0,
            Colour::Ink,
        )?;
        let width = WIDTH - MARGIN - site - 16.0;
        let place = (site + 16.0, baseline, width);
        self.label(Face::Sans, &content.subtitle, place, SMALL_SIZE, Colour::InkThird)?;
        self.block(MARGIN, MARGIN + 44.0, INNER, 1.0, 0.0, Colour::RuleStrong);
        Ok(())
    }

    /// When and what. Returns where the rest begins.
    fn title(&mut self, content: &Content) -> Result<f32, Missing> {
        let place = (MARGIN, MARGIN + 80.0, INNER);
        self.label(Face::Sans, &content.about, place, LABEL_SIZE, Colour::InkSecond)?;
        let (set, size) = self.title_lines(&content.title)?;
        let mut baseline = MARGIN + 92.0;
        for line in set.lines {
            baseline += size * if self.typesetter.is_right_to_left { 1.32 } else { 1.16 };
            self.words(line, MARGIN, baseline, size, Colour::Ink);
        }
        Ok(baseline + if content.row.is_some() { 12.0 } else { 30.0 })
    }

    fn title_lines(&self, title: &str) -> Result<(Wrapped, f32), Missing> {
        let wrap = |size: f32, most| {
            self.typesetter.wrap(Face::SerifBold, title, INNER / size, most, Ends::Even)
        };
        for most in [1, 2] {
            for size in TITLE_SIZES {
                let set = wrap(size, most)?;
                if !set.is_cut {
                    return Ok((set, size));
                }
            }
        }
        let size = TITLE_SIZES[TITLE_SIZES.len() - 1];
        Ok((wrap(size, 2)?, size))
    }

    /// Topic, sign, state, and the reason where it fits whole: half a reason could say another
    /// thing. Returns where the rule under it stands.
    fn row(&mut self, row: &RowWords, top: f32) -> Result<f32, Missing> {
        let baseline = top + 32.0;
        let topic = (MARGIN, baseline, INNER / 2.0);
        let end = self.label(Face::SansBold, &row.topic, topic, LABEL_SIZE, Colour::Ink)? + 26.0;
        let (x, y) = (self.x(end, SIGN), baseline - SIGN + 3.0);
        self.marks.push(Mark::Sign { state: row.state, x, y, size: SIGN, colour: Colour::Ink });
        let state = (end + SIGN + 9.0, baseline, INNER - end);
        let end =
            self.label(Face::SansBold, &row.state_name, state, LABEL_SIZE, Colour::Ink)? + 12.0;
        let reason = self.typesetter.line(Face::Sans, &row.reason)?;
        if end + reason.width * SMALL_SIZE <= WIDTH - MARGIN {
            self.words(reason, end, baseline, SMALL_SIZE, Colour::InkSecond);
        }
        Ok(baseline + 16.0)
    }

    /// At the foot of the card. Returns where what is above it ends.
    fn note(&mut self, note: &Note) -> Result<f32, Missing> {
        let size = 21.0;
        let set = self.typesetter.wrap(Face::Serif, &note.words, INNER / size, 2, Ends::Filled)?;
        let leading = size * self.leading();
        let mut baseline = HEIGHT - MARGIN - 6.0 - leading * set.lines.len() as f32;
        let top = baseline - if note.label.is_empty() { 4.0 } else { 34.0 };
        self.block(MARGIN, top, INNER, 1.0, 0.0, Colour::RuleStrong);
        if !note.label.is_empty() {
            let place = (MARGIN, baseline - 2.0, INNER);
            self.label(Face::SansBold, &note.label, place, SMALL_SIZE, Colour::Ink)?;
        }
        for line in set.lines {
            baseline += leading;
            self.words(line, MARGIN, baseline, size, Colour::InkSecond);
        }
        Ok(top - 20.0)
    }

    fn accounts(&mut self, accounts: &[Account; 2], top: f32, height: f32) -> Result<(), Missing> {
        let width = (INNER - GAP) / 2.0;
        let foot = foot_height(accounts.iter().map(|account| &account.said));
        let room = height - SEAL - 14.0 - foot;
        let fitted = self.fit_both(accounts, width - INSET, room)?;
        for ((side, account), fitted) in Side::BOTH.into_iter().zip(accounts).zip(fitted) {
            let start = MARGIN + side as usize as f32 * (width + GAP);
            let frame = Frame { x: self.x(start, width), y: top, width, height };
            self.bar(side, account.said.is_claim, start, top, height);
            let inside = start + INSET;
            self.party(side, &account.party, inside, top)?;
            let lines = fitted.words.lines.iter().map(|line| line.words.clone()).collect();
            self.columns.push(Column {
                frame,
                words_size: fitted.size,
                words: lines,
                is_cut: fitted.words.is_cut,
            });
            self.count(account, inside, width - INSET, top)?;
            self.set(fitted, &account.said, inside, top + SEAL + 14.0);
            self.foot(&account.said, inside, width - INSET, top + height - foot)?;
        }
        Ok(())
    }

    /// Sets both sides' words in the largest size in which both fit whole; where there is none,
    /// in the smallest, both cut to the same number of lines.
    fn fit_both(
        &self,
        accounts: &[Account; 2],
        width: f32,
        room: f32,
    ) -> Result<[Fitted; 2], Missing> {
        for size in WORDS_SIZES {
            let [first, second] = self.fit_at(accounts, size, width, room)?;
            let is_whole = |it: &Fitted| {
                !it.words.is_cut && !it.figure.as_ref().is_some_and(|figure| figure.is_cut)
            };
            let is_last = size == WORDS_SIZES[WORDS_SIZES.len() - 1];
            if is_last || (is_whole(&first) && is_whole(&second)) {
                return Ok([first, second]);
            }
        }
        unreachable!("the last size is always taken")
    }

    fn fit_at(
        &self,
        accounts: &[Account; 2],
        size: f32,
        width: f32,
        room: f32,
    ) -> Result<[Fitted; 2], Missing> {
        let leading = size * self.leading();
        let has_figures = accounts.iter().any(|account| account.figure.is_some());
        let figures = if has_figures { FIGURE_TO_WORDS * leading } else { 0.0 };
        let most = ((room - figures) / leading).floor().max(1.0) as usize;
        let fit = |account: &Account| {
            let face = if account.said.is_claim { Face::Serif } else { Face::Sans };
            let words = &account.said.words;
            let figure = account.figure.as_ref().map(|figure| {
                let width = width / (size * FIGURE_TO_WORDS);
                self.typesetter.wrap(Face::SerifBold, figure, width, 1, Ends::Filled)
            });
            Ok(Fitted {
                figure: figure.transpose()?,
                words: self.typesetter.wrap(face, words, width / size, most, Ends::Filled)?,
                size,
            })
        };
        Ok([fit(&accounts[0])?, fit(&accounts[1])?])
    }

    /// Draws what was fitted below `top`.
    fn set(&mut self, fitted: Fitted, said: &Said, start: f32, top: f32) {
        let leading = fitted.size * self.leading();
        let mut baseline = top;
        for line in fitted.figure.into_iter().flat_map(|figure| figure.lines) {
            baseline += FIGURE_TO_WORDS * leading;
            let size = fitted.size * FIGURE_TO_WORDS;
            self.words(line, start, baseline - leading * 0.3, size, Colour::Ink);
        }
        let colour = if said.is_claim { Colour::Ink } else { Colour::InkSecond };
        for line in fitted.words.lines {
            baseline += leading;
            self.words(line, start, baseline - leading * 0.28, fitted.size, colour);
        }
    }

    /// The side's bar along its box: one for the first, two for the second, of the same ink
    /// together; dashed where nothing was found.
    fn bar(&mut self, side: Side, is_claim: bool, start: f32, top: f32, height: f32) {
        match (is_claim, side) {
            (false, _) => {
                let (dash, gap) = (12.0, 8.0);
                let dashes = ((height + gap) / (dash + gap)).floor();
                let stretched = (height + gap) / dashes - gap;
                for at in 0..dashes as usize {
                    let y = top + at as f32 * (stretched + gap);
                    self.block(start, y, 6.0, stretched, 0.0, Colour::RuleStrong);
                }
            }
            (true, Side::First) => self.block(start, top, 6.0, height, 0.0, Colour::First),
            (true, Side::Second) => {
                self.block(start, top, 3.0, height, 0.0, Colour::Second);
                self.block(start + 6.0, top, 3.0, height, 0.0, Colour::Second);
            }
        }
    }

    /// Seal and name. Returns where they end.
    fn party(
        &mut self,
        side: Side,
        party: &PartyWords,
        start: f32,
        top: f32,
    ) -> Result<f32, Missing> {
        let radius = match side {
            Side::First => SEAL / 2.0,
            Side::Second => 4.0,
        };
        self.block(start, top, SEAL, SEAL, radius, Colour::of(side));
        let letters = self.typesetter.line(Face::SansBold, &party.seal)?;
        let centre = start + (SEAL - letters.width * 16.0) / 2.0;
        self.words(letters, centre, top + SEAL / 2.0 + 6.0, 16.0, Colour::OnParty);
        let place = (start + SEAL + 12.0, top + SEAL / 2.0 + 9.0, INNER / 3.0);
        self.label(Face::SansBold, &party.name, place, NAME_SIZE, Colour::Ink)
    }

    /// How many claims of the side the page has, at the far end of its head.
    fn count(
        &mut self,
        account: &Account,
        start: f32,
        width: f32,
        top: f32,
    ) -> Result<(), Missing> {
        let line = self.typesetter.line(Face::Sans, &account.count)?;
        let start = start + width - line.width * SMALL_SIZE;
        self.words(line, start, top + SEAL / 2.0 + 7.0, SMALL_SIZE, Colour::InkThird);
        Ok(())
    }

    /// Who speaks, and how it came to us.
    fn foot(&mut self, said: &Said, start: f32, width: f32, top: f32) -> Result<(), Missing> {
        let place = |baseline| (start, top + baseline, width);
        if !said.speaker.is_empty() {
            self.label(Face::SansBold, &said.speaker, place(30.0), SMALL_SIZE, Colour::Ink)?;
        }
        if !said.origin.is_empty() {
            self.label(Face::Sans, &said.origin, place(58.0), SMALL_SIZE, Colour::InkThird)?;
        }
        Ok(())
    }

    /// One box for what both say together, under both names.
    fn joint(
        &mut self,
        parties: &[PartyWords; 2],
        label: &str,
        said: &Said,
        top: f32,
        height: f32,
    ) -> Result<(), Missing> {
        let start = MARGIN + INSET;
        self.block(MARGIN, top, 6.0, height, 0.0, Colour::Ink);
        let mut end = start;
        for (side, party) in Side::BOTH.into_iter().zip(parties) {
            end = self.party(side, party, end, top)? + 36.0;
        }
        let line = self.typesetter.line(Face::Sans, label)?;
        let place = WIDTH - MARGIN - line.width * SMALL_SIZE;
        self.words(line, place, top + SEAL / 2.0 + 7.0, SMALL_SIZE, Colour::InkThird);
        let foot = foot_height([said]);
        let account = Account {
            party: parties[0].clone(),
            count: String::new(),
            figure: None,
            said: said.clone(),
        };
        let both = [account.clone(), account];
        let room = height - SEAL - 14.0 - foot;
        let [fitted, _] = self.fit_both(&both, INNER - INSET, room)?;
        self.set(fitted, said, start, top + SEAL + 14.0);
        self.foot(said, start, INNER - INSET, top + height - foot)
    }
}

/// The height of both feet: where one side has a speaker to name, the other's box keeps the room.
fn foot_height<'a>(both: impl IntoIterator<Item = &'a Said>) -> f32 {
    let has_foot = both.into_iter().any(|said| !said.speaker.is_empty() || !said.origin.is_empty());
    if has_foot { 64.0 } else { 0.0 }
}
