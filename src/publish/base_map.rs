//! Reads the base map that was cut out of Natural Earth, for the maps drawn at build time.

use std::fs;
use std::path::Path;

use crate::map_scene::sheet::{BaseMap, Position};

/// The file as tools/base-map.mjs writes it.
#[derive(serde::Deserialize)]
struct File {
    #[serde(rename = "box")]
    area: [f64; 4],
    land: Vec<Vec<Vec<Position>>>,
    coast: Vec<Vec<Position>>,
    borders: Vec<Vec<Position>>,
}

/// Reads it. The error names the file and says how it is made.
pub fn read(path: &Path) -> Result<BaseMap, String> {
    let fault = |error: &dyn std::fmt::Display| {
        format!("{}: {error}. It is made by tools/base-map.mjs.", path.display())
    };
    let json = fs::read_to_string(path).map_err(|error| fault(&error))?;
    let file: File = serde_json::from_str(&json).map_err(|error| fault(&error))?;
    Ok(BaseMap { area: file.area, land: file.land, coast: file.coast, borders: file.borders })
}
