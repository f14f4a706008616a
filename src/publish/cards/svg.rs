//! A layout as SVG. Letters are written as their outlines, each once, so that the text needs no font
//! and no understanding of direction from whoever draws it.

use harfrust::GlyphId;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};

use crate::publish::template::escape;
use crate::view::strokes;

use super::fonts::{Face, Fonts, Script};
use super::layout::Layout;
use super::sheet::{Colour, Frame, HEIGHT, Mark, WIDTH};
use super::typesetting::Line;

/// The card's SVG.
pub fn write(layout: &Layout, fonts: &Fonts) -> String {
    let mut letters = Letters { fonts, known: Vec::new(), outlines: String::new() };
    let mut marks = String::new();
    for mark in &layout.marks {
        marks.push_str(&match mark {
            Mark::Block { frame, radius, colour } => block(frame, *radius, *colour),
            Mark::Sign { state, x, y, size } => sign(strokes(*state), (*x, *y, *size)),
            Mark::Words { line, x, baseline, size, colour } => {
                let (fill, scale) = (hex(*colour), size / EM);
                let set = letters.set(line);
                format!(
                    "<g fill=\"{fill}\" transform=\"matrix({scale:.5} 0 0 -{scale:.5} {x:.2} {baseline:.2})\">{set}</g>\n"
                )
            }
        });
    }
    let outlines = letters.outlines;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\">\n<defs>{outlines}</defs>\n{marks}</svg>\n"
    )
}

/// The SVG with its title and its words, for those who don't see it.
pub fn told(svg: &str, title: &str, words: &str) -> String {
    let (title, words) = (escape(title), escape(words));
    let told = format!(
        " role=\"img\" aria-labelledby=\"title words\">\n<title id=\"title\">{title}</title>\n<desc id=\"words\">{words}</desc>"
    );
    svg.replacen('>', &told, 1)
}

fn hex(colour: Colour) -> &'static str {
    colour.token().1
}

fn block(frame: &Frame, radius: f32, colour: Colour) -> String {
    let Frame { x, y, width, height } = frame;
    let fill = hex(colour);
    format!(
        "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" rx=\"{radius}\" fill=\"{fill}\"/>\n"
    )
}

/// A state's sign: drawn in a box of 14 with strokes of 1.5, as style/state.css has it.
fn sign((line, solid): (&str, &str), (x, y, size): (f32, f32, f32)) -> String {
    let (ink, scale) = (hex(Colour::Ink), size / 14.0);
    format!(
        "<g transform=\"translate({x:.2} {y:.2}) scale({scale:.3})\"><path fill=\"none\" stroke=\"{ink}\" stroke-width=\"1.5\" d=\"{line}\"/><path fill=\"{ink}\" d=\"{solid}\"/></g>\n"
    )
}

/// Letters are drawn in thousandths of their size.
const EM: f32 = 1000.0;

/// The letters of a card, each of which is outlined once however often it stands there.
struct Letters<'a> {
    fonts: &'a Fonts,
    known: Vec<(Face, Script, GlyphId)>,
    outlines: String,
}

impl Letters<'_> {
    /// A line's letters, each in its place.
    fn set(&mut self, line: &Line) -> String {
        let mut set = String::new();
        for glyph in &line.glyphs {
            let own = (glyph.face, glyph.script, glyph.id);
            let at = self.known.iter().position(|known| *known == own);
            let at = at.unwrap_or_else(|| self.outline(own));
            let (x, y) = (glyph.x * EM, glyph.y * EM);
            set.push_str(&format!("<use href=\"#g{at}\" x=\"{x:.0}\" y=\"{y:.0}\"/>"));
        }
        set
    }

    fn outline(&mut self, own @ (face, script, id): (Face, Script, GlyphId)) -> usize {
        let font = self.fonts.font(face, script);
        let mut pen = Pen { path: String::new(), scale: EM / f32::from(font.units_per_em()) };
        if let Some(outline) = font.outline_glyphs().get(id) {
            outline
                .draw(&DrawOptions::default(), DrawMemory::Scratch, &mut pen)
                .expect("a glyph that was shaped has an outline that can be read");
        }
        let at = self.known.len();
        self.known.push(own);
        self.outlines.push_str(&format!("<path id=\"g{at}\" d=\"{}\"/>\n", pen.path));
        at
    }
}

/// Writes an outline in font units as path data in thousandths, upward as fonts have it.
struct Pen {
    path: String,
    scale: f32,
}

impl Pen {
    fn put(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (at, (x, y)) in points.iter().enumerate() {
            let gap = if at > 0 { " " } else { "" };
            let (x, y) = (x * self.scale, y * self.scale);
            self.path.push_str(&format!("{gap}{x:.0} {y:.0}"));
        }
    }
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.put('L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.put('Q', &[(cx0, cy0), (x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.put('C', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }

    fn close(&mut self) {
        self.put('Z', &[]);
    }
}
