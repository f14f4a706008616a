//! What the map should show, as plain data: a native test can compare two scenes, and one owner
//! of the map draws the difference.

#[cfg(not(target_arch = "wasm32"))]
pub mod sheet;

use crate::domain::dataset::Dataset;
use crate::domain::date::Moment;
use crate::domain::event::Subject;
use crate::domain::id::PlaceId;
use crate::domain::order::ordered;
use crate::domain::party::{Pair, Side};
use crate::domain::place::{Exactness, Place, Point};
use crate::domain::shortlist::shortlist;

/// A scene has at most so many marks: the chosen places and those of most events.
const MOST_MARKS: usize = 20;
/// A chosen place counts for more than any number of events.
const CHOSEN: usize = usize::MAX / 2;

/// The marks, and what the map should have in sight.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct MapScene {
    /// One mark a place; wide ones first and chosen ones last, so that those lie on top.
    pub marks: Vec<Mark>,
    /// How many places of fewer events are left out, so that neither page nor eye is flooded.
    pub left_out: usize,
    /// South-west and north-east corner of what should be seen; `None` leaves the map where it is.
    pub bounds: Option<(Point, Point)>,
}

/// One place on the map.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    pub place: PlaceId,
    pub name: String,
    pub point: Point,
    /// How many of the shown events are there.
    pub events: usize,
    /// Whether the chosen event or episode is there.
    pub is_chosen: bool,
    pub named_by: NamedBy,
    /// The point stands for a whole region: drawn as a wide ring under the others.
    pub is_wide: bool,
    /// Where the name stands beside the mark; `None` where it would lie over another.
    pub label: Option<LabelSide>,
}

/// Which of the pair's claims put something there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NamedBy {
    First,
    Second,
    Both,
    Neither,
}

impl NamedBy {
    /// The word for it in class names.
    pub fn key(self) -> &'static str {
        match self {
            NamedBy::First => "first",
            NamedBy::Second => "second",
            NamedBy::Both => "both",
            NamedBy::Neither => "neither",
        }
    }
}

/// The side of a mark its name stands on. The map is not mirrored in right-to-left pages, so
/// these are sides of the earth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LabelSide {
    North,
    South,
    East,
    West,
}

impl LabelSide {
    /// The word for it in class names.
    pub fn key(self) -> &'static str {
        match self {
            LabelSide::North => "north",
            LabelSide::South => "south",
            LabelSide::East => "east",
            LabelSide::West => "west",
        }
    }
}

/// What events say of one place.
#[derive(Clone, Default)]
struct Tally {
    events: usize,
    /// Whether a claim of the first, and of the second, puts something there.
    named_by: [bool; 2],
}

/// What a scene is made of.
#[derive(Clone, Copy, Debug)]
pub struct Outlook<'a> {
    pub pair: &'a Pair,
    /// Where the shown events stand in the dataset's list.
    pub shown: &'a [usize],
    pub chosen: Option<&'a Subject>,
    /// Only what had been said by then puts something anywhere.
    pub as_of: Option<Moment>,
}

/// Makes the scene of the shown events, with the chosen subject standing out.
pub fn compose(dataset: &Dataset, outlook: &Outlook) -> MapScene {
    let Outlook { shown, chosen, .. } = *outlook;
    let places = &dataset.places;
    let by_id = ordered(places.len(), &|a, b| places[a].id.cmp(&places[b].id));
    let shown = if shown.len() == dataset.events.len() && outlook.as_of.is_none() {
        tally_of_all(dataset, outlook.pair)
    } else {
        tally(dataset, outlook, &by_id, shown)
    };
    let chosen = tally(dataset, outlook, &by_id, &events_of(dataset, chosen));
    let weigh = |(at, place): (usize, &Place)| match place.point {
        None => 0,
        Some(_) if chosen[at].events > 0 => CHOSEN,
        Some(_) => shown[at].events,
    };
    let weights: Vec<usize> = dataset.places.iter().enumerate().map(weigh).collect();
    let listed = shortlist(&weights, MOST_MARKS);
    let mut marks: Vec<Mark> = Vec::new();
    let mut left_out = 0;
    for (at, place) in dataset.places.iter().enumerate() {
        let Some(point) = place.point else { continue };
        if !listed[at] {
            left_out += usize::from(weights[at] > 0);
            continue;
        }
        let is_chosen = weights[at] == CHOSEN;
        let of_interest = if is_chosen { &chosen[at] } else { &shown[at] };
        marks.push(Mark {
            place: place.id.clone(),
            name: place.name.clone(),
            point,
            events: shown[at].events,
            is_chosen,
            is_wide: matches!(place.exactness, Exactness::Region | Exactness::Vague),
            named_by: named_by(of_interest.named_by),
            label: None,
        });
    }
    let (chosen, others): (Vec<Mark>, Vec<Mark>) =
        marks.into_iter().partition(|mark| mark.is_chosen);
    let (wide, exact): (Vec<Mark>, Vec<Mark>) =
        others.into_iter().chain(chosen).partition(|mark| mark.is_wide);
    let marks: Vec<Mark> = wide.into_iter().chain(exact).collect();
    let bounds = bounds(&marks);
    MapScene { marks, left_out, bounds }
}

/// What all events say of each place: counted when the dataset was made.
fn tally_of_all(dataset: &Dataset, pair: &Pair) -> Vec<Tally> {
    let tally = |place: &Place| Tally {
        events: place.events,
        named_by: Side::BOTH.map(|side| place.placed_by.contains(pair.party(side))),
    };
    dataset.places.iter().map(tally).collect()
}

/// Where the events of the chosen subject stand.
fn events_of(dataset: &Dataset, chosen: Option<&Subject>) -> Vec<usize> {
    let mut events = Vec::new();
    for (at, event) in dataset.events.iter().enumerate() {
        let is_chosen = match chosen {
            Some(Subject::Event(id)) => event.id == *id,
            Some(Subject::Episode(id)) => event.episode.as_ref() == Some(id),
            None => false,
        };
        if is_chosen {
            events.push(at);
        }
    }
    events
}

/// What the events at these places of the list say of each place. `by_id` is where the places
/// stand, in the order of their ids.
fn tally(dataset: &Dataset, outlook: &Outlook, by_id: &[usize], events: &[usize]) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); dataset.places.len()];
    let find = |id: &PlaceId| {
        by_id.binary_search_by_key(&id, |at| &dataset.places[*at].id).ok().map(|at| by_id[at])
    };
    for event in events.iter().map(|at| &dataset.events[*at]) {
        for (nth, id) in event.places.iter().enumerate() {
            // A place that an event lists twice counts once.
            let is_first = !event.places[..nth].contains(id);
            let is_known = outlook.as_of.is_none_or(|moment| {
                event.found.known_placings(Some(moment)).any(|placing| placing.place == *id)
            });
            if let Some(at) = find(id).filter(|_| is_first && is_known) {
                tallies[at].events += 1;
            }
        }
        for placing in event.found.known_placings(outlook.as_of) {
            let side = outlook.pair.side_of(&placing.party);
            if let (Some(side), Some(at)) = (side, find(&placing.place)) {
                tallies[at].named_by[side as usize] = true;
            }
        }
    }
    tallies
}

/// The part of the scene's bounds that a map shows at once, widened so that one place alone
/// isn't seen from too near.
fn bounds(marks: &[Mark]) -> Option<(Point, Point)> {
    const LEAST_HALF_SPAN: f64 = 0.35;
    let any_chosen = marks.iter().any(|mark| mark.is_chosen);
    let mut points = marks.iter().filter(|m| m.is_chosen || !any_chosen).map(|m| m.point);
    let first = points.next()?;
    let (mut south_west, mut north_east) = (first, first);
    for point in points {
        south_west.latitude = south_west.latitude.min(point.latitude);
        south_west.longitude = south_west.longitude.min(point.longitude);
        north_east.latitude = north_east.latitude.max(point.latitude);
        north_east.longitude = north_east.longitude.max(point.longitude);
    }
    let widen = |low: &mut f64, high: &mut f64| {
        let lacking = LEAST_HALF_SPAN - (*high - *low) / 2.0;
        if lacking > 0.0 {
            *low -= lacking;
            *high += lacking;
        }
    };
    widen(&mut south_west.latitude, &mut north_east.latitude);
    widen(&mut south_west.longitude, &mut north_east.longitude);
    Some((south_west, north_east))
}

fn named_by(sides: [bool; 2]) -> NamedBy {
    match sides {
        [true, false] => NamedBy::First,
        [false, true] => NamedBy::Second,
        [true, true] => NamedBy::Both,
        [false, false] => NamedBy::Neither,
    }
}

/// A box on the screen, in pixels.
#[derive(Clone, Copy)]
struct Box {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Box {
    fn meets(&self, other: &Box) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn fits(&self, within: (f64, f64)) -> bool {
        self.left >= 0.0 && self.top >= 0.0 && self.right <= within.0 && self.bottom <= within.1
    }
}

const LABEL_HEIGHT_PX: f64 = 18.0;
const LABEL_LETTER_PX: f64 = 7.6;
const MARK_HALF_PX: f64 = 9.0;
/// A wide mark is a ring, inside which exact marks may lie: only its name keeps clear of it.
const WIDE_MARK_HALF_PX: f64 = 25.0;

/// Chooses a side for each name so that no two names and no name and mark collide. Chosen places
/// are named first, then those with most events; a name that finds no free side is left out (the
/// list has it). `project` gives a point's pixel in the map's box of `size_px`.
pub fn place_labels(
    marks: &mut [Mark],
    size_px: (f64, f64),
    project: impl Fn(Point) -> (f64, f64),
) {
    let mut taken: Vec<Box> = marks
        .iter()
        .map(|mark| {
            let (x, y) = project(mark.point);
            around(x, y, MARK_HALF_PX)
        })
        .collect();
    let wide = marks.iter().filter(|mark| mark.is_wide);
    let outlines: Vec<Box> = wide.flat_map(|mark| outline(project(mark.point))).collect();
    let mut waiting: Vec<usize> = (0..marks.len()).collect();
    while let Some(next) = (0..waiting.len())
        .rev()
        .max_by_key(|at| (marks[waiting[*at]].is_chosen, marks[waiting[*at]].events))
    {
        let at = waiting.remove(next);
        let (x, y) = project(marks[at].point);
        let half_width = marks[at].name.chars().count() as f64 * LABEL_LETTER_PX / 2.0 + 3.0;
        let sides = [LabelSide::North, LabelSide::South, LabelSide::East, LabelSide::West];
        let gap = if marks[at].is_wide { WIDE_MARK_HALF_PX } else { MARK_HALF_PX };
        // A name across the outline of a region is better than none.
        let mut free = None;
        for side in sides {
            let label = label_box(side, x, y, half_width, gap);
            let is_free = label.fits(size_px)
                && taken.iter().enumerate().all(|(other, b)| other == at || !b.meets(&label));
            if is_free && !outlines.iter().any(|b| b.meets(&label)) {
                free = Some((side, label));
                break;
            }
            if is_free && free.is_none() {
                free = Some((side, label));
            }
        }
        marks[at].label = free.map(|(side, label)| {
            taken.push(label);
            side
        });
    }
}

fn label_box(side: LabelSide, x: f64, y: f64, half_width: f64, gap: f64) -> Box {
    let half_height = LABEL_HEIGHT_PX / 2.0;
    let (x, y) = match side {
        LabelSide::North => (x, y - gap - half_height),
        LabelSide::South => (x, y + gap + half_height),
        LabelSide::East => (x + gap + half_width, y),
        LabelSide::West => (x - gap - half_width, y),
    };
    Box {
        left: x - half_width,
        right: x + half_width,
        top: y - half_height,
        bottom: y + half_height,
    }
}

/// The four edges of a wide mark around a point.
fn outline((x, y): (f64, f64)) -> [Box; 4] {
    let Box { left, right, top, bottom } = around(x, y, WIDE_MARK_HALF_PX - 1.0);
    [
        Box { left, right, top, bottom: top },
        Box { left, right, top: bottom, bottom },
        Box { left, right: left, top, bottom },
        Box { left: right, right, top, bottom },
    ]
}

fn around(x: f64, y: f64, half: f64) -> Box {
    Box { left: x - half, right: x + half, top: y - half, bottom: y + half }
}
