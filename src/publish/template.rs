//! The template that Trunk wrote: it knows the hashed names of script, module and sheet, and has
//! a marker where a page's head goes and one for its body.

use std::fs;
use std::path::Path;

const HEAD: &str = "<!-- head -->";
const PAGE: &str = "<!-- page -->";
/// What Trunk.toml puts on the lines that name the app's script and module.
const APP_LINK: &str = " data-app=";

/// A page without its matter.
#[derive(Clone, Debug)]
pub struct Template(String);

/// What fills a template.
pub struct Filling<'a> {
    pub language: &'a str,
    pub is_right_to_left: bool,
    /// How many folders the page lies below the site's root.
    pub depth: usize,
    /// Whether the app takes the page over; otherwise nothing of it is loaded.
    pub runs_app: bool,
    pub head: &'a str,
    pub body: &'a str,
}

impl Template {
    /// Reads `index.html` of the staging folder.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let path = folder.join("index.html");
        let text = fs::read_to_string(&path)
            .map_err(|error| format!("{}: can't be read: {error}", path.display()))?;
        for marker in ["<html>", HEAD, PAGE] {
            if text.matches(marker).count() != 1 {
                return Err(format!(
                    "{}: the marker {marker} must stand in it once",
                    path.display()
                ));
            }
        }
        Ok(Self(text))
    }

    /// For pages that name nothing that Trunk wrote.
    pub fn none() -> Self {
        Self(String::new())
    }

    /// A whole page. Addresses in the template are relative to the root, and are deepened.
    pub fn fill(&self, filling: &Filling) -> String {
        let up = "../".repeat(filling.depth);
        let direction = if filling.is_right_to_left { "rtl" } else { "ltr" };
        let html = format!(
            "<html lang=\"{}\" dir=\"{direction}\" data-root=\"{up}\">",
            escape(filling.language)
        );
        let is_kept = |line: &&str| filling.runs_app || !line.contains(APP_LINK);
        let lines: Vec<&str> = self.0.lines().filter(is_kept).collect();
        (lines.join("\n") + "\n")
            .replace("\"./", &format!("\"{}", if up.is_empty() { "./" } else { &up }))
            .replace("<html>", &html)
            .replace(HEAD, filling.head)
            .replace(PAGE, filling.body)
    }
}

/// What of the app's parts a page names that doesn't start it: lines for its head, each address
/// relative to the site's root.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AppParts {
    /// The elements that name the app's script and module.
    pub links: Vec<String>,
    /// The script that starts the app.
    pub boot: Option<String>,
    /// The element that names the site's icon.
    pub icon: Option<String>,
}

impl Template {
    /// The app's parts, deepened for a page that lies `depth` folders below the root.
    pub fn app_parts(&self, depth: usize) -> AppParts {
        let up = "../".repeat(depth);
        let deepened = |text: &str| text.replace("\"./", &format!("\"{up}"));
        let links = self.0.lines().filter(|line| line.contains(APP_LINK)).map(deepened);
        let boot = self.0.lines().filter(|line| !line.contains(APP_LINK)).find_map(|line| {
            let (_, rest) = line.split_once("<script src=\"./")?;
            let (name, _) = rest.split_once('"')?;
            Some([&up, name].concat())
        });
        let icon = self.0.lines().find(|line| line.contains("rel=\"icon\"")).map(deepened);
        AppParts { links: links.collect(), boot, icon }
    }
}

/// Text made safe for HTML, in content and in quoted attributes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
