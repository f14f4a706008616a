//! A scene on a sheet of fixed size, as it stands in a page before any script: the base map's
//! lines and the marks, projected to the sheet's own units. Made at build time only.
//!
//! The sheet is drawn for a phone's width and grows with its box. What lies beside it is drawn too,
//! so that a wider box has no bare margins.

use std::f64::consts::PI;

use crate::domain::place::Point;

use super::{MapScene, Mark, place_labels};

/// Width and height of what is always in sight, in pixels of a phone's screen.
pub const SIZE_PX: (f64, f64) = (340.0, 230.0);
/// Lines are drawn to half a pixel.
pub const UNITS_PER_PX: f64 = 2.0;

/// What is drawn beside the sheet, in sheets to each side.
const MARGIN: f64 = 1.0;
/// Free space around the outermost marks, as on the map in the app.
const PADDING_PX: f64 = 36.0;
/// The app's map comes no nearer: 256 px for the world at zoom 0, doubled nine times.
const MOST_PX_PER_DEGREE: f64 = 256.0 * 512.0 / 360.0;
/// Points of a line nearer than this to the last one are left out.
const LEAST_STEP: f64 = 2.0;

/// `[longitude, latitude]`.
pub type Position = [f64; 2];

/// Land, coasts and borders within a box, in degrees.
#[derive(Clone, PartialEq, Debug)]
pub struct BaseMap {
    /// West, south, east, north.
    pub area: [f64; 4],
    /// Polygons, each an outer ring and its holes.
    pub land: Vec<Vec<Vec<Position>>>,
    pub coast: Vec<Vec<Position>>,
    pub borders: Vec<Vec<Position>>,
}

/// A drawing of a scene: SVG path data, and the marks with their place.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet {
    pub land: String,
    pub coast: String,
    pub borders: String,
    /// In the scene's order, with their labels' sides chosen.
    pub marks: Vec<(Mark, [i32; 2])>,
}

/// Draws a scene on the base map.
pub fn draw(scene: &MapScene, base: &BaseMap) -> Sheet {
    let projection = Projection::of(scene, base);
    let mut marks = scene.marks.clone();
    place_labels(&mut marks, SIZE_PX, |point| {
        let [x, y] = projection.project([point.longitude, point.latitude]);
        (x / UNITS_PER_PX, y / UNITS_PER_PX)
    });
    let marks = marks.into_iter().map(|mark| {
        let [x, y] = projection.project([mark.point.longitude, mark.point.latitude]);
        (mark, [x.round() as i32, y.round() as i32])
    });
    let rings = base.land.iter().flatten();
    Sheet {
        land: rings.map(|ring| projection.path(ring, "Z")).collect(),
        coast: base.coast.iter().map(|line| projection.path(line, "")).collect(),
        borders: base.borders.iter().map(|line| projection.path(line, "")).collect(),
        marks: marks.collect(),
    }
}

/// From degrees to the sheet's units (spherical Mercator, as web maps are drawn).
struct Projection {
    centre: Position,
    units_per_degree: f64,
}

/// Latitude stretched as Mercator does, in degrees at the equator.
fn stretched(latitude: f64) -> f64 {
    (PI / 4.0 + latitude.to_radians() / 2.0).tan().ln().to_degrees()
}

impl Projection {
    /// All that the scene wants in sight; without marks, all that the base map holds.
    fn of(scene: &MapScene, base: &BaseMap) -> Self {
        let [west, south, east, north] = base.area;
        let whole = (
            Point { latitude: south, longitude: west },
            Point { latitude: north, longitude: east },
        );
        let (south_west, north_east) = scene.bounds.unwrap_or(whole);
        let (bottom, top) = (stretched(south_west.latitude), stretched(north_east.latitude));
        let centre =
            [f64::midpoint(south_west.longitude, north_east.longitude), f64::midpoint(bottom, top)];
        let room = |size: f64, span: f64| (size - 2.0 * PADDING_PX) / span;
        let px_per_degree = room(SIZE_PX.0, north_east.longitude - south_west.longitude)
            .min(room(SIZE_PX.1, top - bottom))
            .min(MOST_PX_PER_DEGREE);
        Self { centre, units_per_degree: px_per_degree * UNITS_PER_PX }
    }

    fn project(&self, [longitude, latitude]: Position) -> Position {
        [
            SIZE_PX.0 * UNITS_PER_PX / 2.0 + (longitude - self.centre[0]) * self.units_per_degree,
            SIZE_PX.1 * UNITS_PER_PX / 2.0
                - (stretched(latitude) - self.centre[1]) * self.units_per_degree,
        ]
    }

    /// SVG path data in whole units; empty for a line of which nothing can be seen.
    fn path(&self, line: &[Position], end: &str) -> String {
        let points: Vec<Position> = line.iter().map(|position| self.project(*position)).collect();
        if !can_be_seen(&points) {
            return String::new();
        }
        let mut data = String::new();
        let mut last: Option<[i32; 2]> = None;
        for (at, [x, y]) in points.iter().enumerate() {
            let is_end = at == points.len() - 1;
            let here = [x.round() as i32, y.round() as i32];
            match last {
                None => data.push_str(&format!("M{} {}", here[0], here[1])),
                Some(last) => {
                    let step = [here[0] - last[0], here[1] - last[1]];
                    let length = f64::from(step[0]).hypot(f64::from(step[1]));
                    if step == [0, 0] || (length <= LEAST_STEP && !is_end) {
                        continue;
                    }
                    data.push_str(&format!("l{} {}", step[0], step[1]));
                }
            }
            last = Some(here);
        }
        data + end
    }
}

/// Whether the line's box meets the sheet or what is drawn beside it.
fn can_be_seen(points: &[Position]) -> bool {
    let meets = |axis: usize, size_px: f64| {
        let size = size_px * UNITS_PER_PX;
        let reach = |all: fn(f64, f64) -> f64, start: f64| {
            points.iter().map(|point| point[axis]).fold(start, all)
        };
        reach(f64::max, f64::NEG_INFINITY) > -MARGIN * size
            && reach(f64::min, f64::INFINITY) < (1.0 + MARGIN) * size
    };
    meets(0, SIZE_PX.0) && meets(1, SIZE_PX.1)
}
