//! Pictures kept from one build to the next, under a name that holds all they were made from.

use std::collections::HashSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::picture;

/// The locked versions of everything that turns an SVG into a PNG.
const RENDERERS: [&str; 4] = ["resvg", "usvg", "tiny-skia", "png"];

/// A folder of pictures.
pub struct Cache<'a> {
    folder: &'a Path,
    renderer: String,
}

/// A picture in the folder.
pub struct Kept {
    pub path: PathBuf,
    /// It was there already.
    pub is_reused: bool,
}

impl<'a> Cache<'a> {
    /// Opens the folder, making it if need be.
    pub fn open(folder: &'a Path) -> Result<Self, String> {
        fs::create_dir_all(folder)
            .map_err(|error| format!("{}: can't be made: {error}", folder.display()))?;
        Ok(Self { folder, renderer: renderer(include_str!("../../../Cargo.lock")) })
    }

    /// The picture of an SVG: the one that was kept, or a new one. Letters are outlines in the
    /// SVG, so that another font is another SVG.
    pub fn picture(&self, svg: &str) -> Result<Kept, String> {
        let path = self.folder.join(self.name(svg));
        if path.exists() {
            return Ok(Kept { path, is_reused: true });
        }
        // Written whole before it gets its name: a build that is stopped leaves no half picture.
        let unfinished = path.with_extension("part");
        fs::write(&unfinished, picture::draw(svg))
            .and_then(|()| fs::rename(&unfinished, &path))
            .map_err(|error| format!("{}: can't be written: {error}", path.display()))?;
        Ok(Kept { path, is_reused: false })
    }

    /// Removes every picture but these. Other files are left alone.
    pub fn keep_only(&self, kept: &[Kept]) -> Result<(), String> {
        let kept: HashSet<&Path> = kept.iter().map(|kept| kept.path.as_path()).collect();
        let entries = fs::read_dir(self.folder)
            .map_err(|error| format!("{}: can't be listed: {error}", self.folder.display()))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            if is_picture(&path) && !kept.contains(path.as_path()) {
                fs::remove_file(&path)
                    .map_err(|error| format!("{}: can't be removed: {error}", path.display()))?;
            }
        }
        Ok(())
    }

    fn name(&self, svg: &str) -> String {
        let mut hasher = DefaultHasher::new();
        (svg, &self.renderer, include_str!("./picture.rs")).hash(&mut hasher);
        format!("{:016x}.png", hasher.finish())
    }
}

/// Whether a file has a name this cache gives.
fn is_picture(path: &Path) -> bool {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy());
    let is_name = stem.is_some_and(|s| s.len() == 16 && s.chars().all(|c| c.is_ascii_hexdigit()));
    is_name && path.extension().is_some_and(|ending| ending == "png" || ending == "part")
}

/// The versions that a lockfile names.
fn renderer(lock: &str) -> String {
    let version = |name: &str| {
        let entry = format!("name = \"{name}\"\nversion = ");
        lock.split_once(&entry).and_then(|(_, rest)| rest.lines().next()).unwrap_or_default()
    };
    RENDERERS.map(|name| [name, " ", version(name)].concat()).join(", ")
}

#[cfg(test)]
mod tests {
    use super::{RENDERERS, renderer};

    #[test]
    fn every_renderer_has_a_locked_version() {
        let versions = renderer(include_str!("../../../Cargo.lock"));
        assert_eq!(versions.matches('"').count(), 2 * RENDERERS.len(), "{versions}");
    }
}
