//! A scene on a sheet of fixed size, as it stands in a page before any script: the base map's
//! lines and the marks, projected to the sheet's own units. Made at build time only.
//!
//! The sheet is drawn for a phone's width and grows with its box. What lies beside it is drawn too,
//! so that a wider box has no bare margins.

use std::f64::consts::PI;
use std::fmt::Write;

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
const LEAST_STEP: i32 = 2;

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

/// A base map that is ready to be drawn, again and again: what no scene changes is computed.
#[derive(Clone, PartialEq, Debug)]
pub struct Drawer {
    area: [f64; 4],
    land: Vec<Line>,
    coast: Vec<Line>,
    borders: Vec<Line>,
}

/// A line whose latitudes are stretched, with the corners of the box it lies in.
#[derive(Clone, PartialEq, Debug)]
struct Line {
    points: Vec<Position>,
    south_west: Position,
    north_east: Position,
}

impl Line {
    fn new(points: &[Position]) -> Self {
        let points: Vec<Position> = points.iter().map(|[x, y]| [*x, stretched(*y)]).collect();
        let corner = |all: fn(f64, f64) -> f64, start: f64| {
            [0, 1].map(|axis| points.iter().map(|point| point[axis]).fold(start, all))
        };
        let south_west = corner(f64::min, f64::INFINITY);
        let north_east = corner(f64::max, f64::NEG_INFINITY);
        Self { points, south_west, north_east }
    }
}

impl Drawer {
    pub fn new(base: &BaseMap) -> Self {
        let lines = |lines: &[Vec<Position>]| lines.iter().map(|line| Line::new(line)).collect();
        Self {
            area: base.area,
            land: base.land.iter().flatten().map(|ring| Line::new(ring)).collect(),
            coast: lines(&base.coast),
            borders: lines(&base.borders),
        }
    }

    /// Draws a scene.
    pub fn draw(&self, scene: &MapScene) -> Sheet {
        let projection = Projection::of(scene, self.area);
        let path = |line: &Line, end| projection.path(line, end);
        Sheet {
            land: self.land.iter().map(|ring| path(ring, "Z")).collect(),
            coast: self.coast.iter().map(|line| path(line, "")).collect(),
            borders: self.borders.iter().map(|line| path(line, "")).collect(),
            marks: projection.marks(scene),
        }
    }
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
    fn of(scene: &MapScene, area: [f64; 4]) -> Self {
        let [west, south, east, north] = area;
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

    /// The scene's marks on the sheet.
    fn marks(&self, scene: &MapScene) -> Vec<(Mark, [i32; 2])> {
        let mut marks = scene.marks.clone();
        place_labels(&mut marks, SIZE_PX, |point| {
            let [x, y] = self.project([point.longitude, point.latitude]);
            (x / UNITS_PER_PX, y / UNITS_PER_PX)
        });
        let marks = marks.into_iter().map(|mark| {
            let [x, y] = self.project([mark.point.longitude, mark.point.latitude]);
            (mark, [x.round() as i32, y.round() as i32])
        });
        marks.collect()
    }

    fn project(&self, [longitude, latitude]: Position) -> Position {
        self.place([longitude, stretched(latitude)])
    }

    /// Where a point is that is stretched already.
    fn place(&self, [x, y]: Position) -> Position {
        [
            SIZE_PX.0 * UNITS_PER_PX / 2.0 + (x - self.centre[0]) * self.units_per_degree,
            SIZE_PX.1 * UNITS_PER_PX / 2.0 - (y - self.centre[1]) * self.units_per_degree,
        ]
    }

    /// SVG path data in whole units; empty for a line of which nothing can be seen.
    fn path(&self, line: &Line, end: &str) -> String {
        let mut data = String::new();
        if !self.shows(line) {
            return data;
        }
        let mut last: Option<[i32; 2]> = None;
        for (at, point) in line.points.iter().enumerate() {
            let is_end = at == line.points.len() - 1;
            let here = self.place(*point).map(|unit| unit.round() as i32);
            let written = match last {
                None => write!(data, "M{} {}", here[0], here[1]),
                Some(last) => {
                    let [x, y] = [here[0] - last[0], here[1] - last[1]];
                    let is_short = x.abs().max(y.abs()) <= LEAST_STEP
                        && x * x + y * y <= LEAST_STEP * LEAST_STEP;
                    if [x, y] == [0, 0] || (is_short && !is_end) {
                        continue;
                    }
                    write!(data, "l{x} {y}")
                }
            };
            written.expect("a string takes whatever is written");
            last = Some(here);
        }
        data + end
    }

    /// Whether the line's box meets the sheet or what is drawn beside it.
    fn shows(&self, line: &Line) -> bool {
        let [west, south] = self.place(line.south_west);
        let [east, north] = self.place(line.north_east);
        let meets = |low: f64, high: f64, size_px: f64| {
            let size = size_px * UNITS_PER_PX;
            high > -MARGIN * size && low < (1.0 + MARGIN) * size
        };
        meets(west, east, SIZE_PX.0) && meets(north, south, SIZE_PX.1)
    }
}
