//! The fonts that cards are set in: files named in a list and taken from npm, never the system's.

use std::fs;
use std::path::Path;

use harfrust::Font;

/// A part that type plays on a card.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Face {
    /// What was said.
    Serif,
    /// Titles and numbers.
    SerifBold,
    /// Everything around it.
    Sans,
    /// Names, topics and states.
    SansBold,
}

impl Face {
    const ALL: [Face; 4] = [Face::Serif, Face::SerifBold, Face::Sans, Face::SansBold];
}

/// A script that cards can be written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Script {
    Latin,
    Arabic,
    Armenian,
}

/// In which script's font a letter is looked for first: in the page's own, so that digits and
/// marks, which several fonts have, match the words around them.
const LEFT_TO_RIGHT: [Script; 3] = [Script::Latin, Script::Armenian, Script::Arabic];
const RIGHT_TO_LEFT: [Script; 3] = [Script::Arabic, Script::Latin, Script::Armenian];

/// The file of a face in a script, below the folder of fonts. npm has Armenian only without
/// serifs, so it stands in for both.
fn file(face: Face, script: Script) -> &'static str {
    match (script, face) {
        (Script::Latin, Face::Serif) => "noto-serif/400Regular/NotoSerif_400Regular.ttf",
        (Script::Latin, Face::SerifBold) => "noto-serif/700Bold/NotoSerif_700Bold.ttf",
        (Script::Latin, Face::Sans) => "noto-sans/400Regular/NotoSans_400Regular.ttf",
        (Script::Latin, Face::SansBold) => "noto-sans/700Bold/NotoSans_700Bold.ttf",
        (Script::Arabic, Face::Serif) => {
            "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf"
        }
        (Script::Arabic, Face::SerifBold) => {
            "noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf"
        }
        (Script::Arabic, Face::Sans) => "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
        (Script::Arabic, Face::SansBold) => "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
        (Script::Armenian, Face::Serif | Face::Sans) => {
            "noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf"
        }
        (Script::Armenian, Face::SerifBold | Face::SansBold) => {
            "noto-sans-armenian/700Bold/NotoSansArmenian_700Bold.ttf"
        }
    }
}

/// Every face in every script, read.
pub struct Fonts {
    fonts: Vec<(Face, Script, Font)>,
}

impl Fonts {
    /// Reads the fonts below `folder`. The error names the file that is missing or broken.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let mut fonts = Vec::new();
        for face in Face::ALL {
            for script in LEFT_TO_RIGHT {
                let path = folder.join(file(face, script));
                let bytes = fs::read(&path).map_err(|error| {
                    format!(
                        "{}: can't be read: {error}. Cards are set in this font; `npm ci` fetches it.",
                        path.display()
                    )
                })?;
                let font = Font::new(bytes, 0).ok_or_else(|| {
                    format!("{}: is no font. `npm ci` fetches it anew.", path.display())
                })?;
                fonts.push((face, script, font));
            }
        }
        Ok(Self { fonts })
    }

    /// The font of a face in a script.
    pub fn font(&self, face: Face, script: Script) -> &Font {
        let mut fonts = self.fonts.iter();
        let found = fonts.find(|(f, s, _)| (*f, *s) == (face, script));
        &found.expect("every face is read in every script").2
    }

    /// The script whose font draws a letter on a page of that direction, if any does.
    pub fn script_of(&self, letter: char, face: Face, is_right_to_left: bool) -> Option<Script> {
        let order = if is_right_to_left { RIGHT_TO_LEFT } else { LEFT_TO_RIGHT };
        let draws = |script: &Script| {
            self.font(face, *script).charmap().map_unicode(letter).is_some_and(|id| id.to_u32() > 0)
        };
        order.into_iter().find(draws)
    }
}
