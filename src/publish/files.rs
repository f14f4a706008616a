//! Writes files, with an error that names the file.

use std::fs;
use std::path::Path;

/// Writes a file below `folder`, making the folders on the way.
pub fn write_file(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = folder.join(name);
    let result = match path.parent() {
        Some(parent) => fs::create_dir_all(parent).and_then(|()| fs::write(&path, text)),
        None => fs::write(&path, text),
    };
    result.map_err(|error| format!("{}: can't be written: {error}", path.display()))
}
