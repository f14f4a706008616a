//! What the map shows: one mark a place, and with each whose claims put something there.

use qawlan::data::resolve::Edition;
use qawlan::domain::dataset::Dataset;
use qawlan::domain::event::Subject;
use qawlan::domain::id::EventId;
use qawlan::domain::party::Pair;
use qawlan::map_scene::sheet::{BaseMap, Drawer, Position, SIZE_PX, Sheet, UNITS_PER_PX};
use qawlan::map_scene::{LabelSide, MapScene, NamedBy, Outlook, compose, place_labels};

#[path = "fixtures/folder.rs"]
mod folder;

fn english() -> Edition {
    folder::edition(&folder::north_south(), "en")
}

fn scene(edition: &Edition, pair: &Pair, shown: &[&str], chosen: Option<&str>) -> MapScene {
    let events = edition.dataset.events.iter().enumerate();
    let shown: Vec<usize> =
        events.filter(|(_, event)| shown.contains(&event.id.as_str())).map(|(at, _)| at).collect();
    let chosen: Option<Subject> = chosen.map(|id| folder::subject(edition, id));
    let outlook = Outlook { pair, shown: &shown, chosen: chosen.as_ref(), as_of: None };
    compose(&edition.dataset, &outlook)
}

const BRIDGE: &str = "2031-04-02-bridge";
const TOWN: &str = "2031-04-03-town";
const CROSSING: &str = "2031-06-crossing";
const CONVOY: &str = "2031-07-01-convoy";

#[test]
fn each_place_has_one_mark_that_counts_the_shown_events() {
    let edition = english();
    let pair = &edition.dataset.pair;
    for (shown, expected) in [
        (&[][..], &[][..]),
        (&[TOWN], &[("oak-town", 1), ("pine-town", 1)]),
        (&[TOWN, CROSSING], &[("oak-town", 2), ("pine-town", 1)]),
        (&[BRIDGE], &[("hill-district", 1), ("mill-village", 1)]),
        // A place whose point nobody knows is in the list, and not on the map.
        (&[CONVOY], &[]),
    ] {
        let scene = scene(&edition, pair, shown, None);
        let mut marks: Vec<(&str, usize)> =
            scene.marks.iter().map(|m| (m.place.as_str(), m.events)).collect();
        marks.sort_unstable();
        assert_eq!(marks, expected, "{shown:?}");
        assert_eq!(scene.bounds.is_none(), expected.is_empty(), "{shown:?}");
    }
}

#[test]
fn a_mark_says_whose_claims_put_something_there() {
    let edition = english();
    let pair = &edition.dataset.pair;
    let swapped = pair.led_by(&pair.second);
    for (shown, chosen, place, expected, mirrored) in [
        (&[BRIDGE][..], None, "mill-village", NamedBy::First, NamedBy::Second),
        (&[BRIDGE], None, "hill-district", NamedBy::Second, NamedBy::First),
        (&[TOWN], None, "oak-town", NamedBy::First, NamedBy::Second),
        (&[TOWN, CROSSING], None, "oak-town", NamedBy::Both, NamedBy::Both),
        // Of the chosen event only its own claims count.
        (&[TOWN, CROSSING], Some(TOWN), "oak-town", NamedBy::First, NamedBy::Second),
    ] {
        for (pair, expected) in [(pair, expected), (&swapped, mirrored)] {
            let scene = scene(&edition, pair, shown, chosen);
            let mark = scene.marks.iter().find(|mark| mark.place.as_str() == place);
            let mark = mark.unwrap_or_else(|| panic!("no mark at {place}"));
            assert_eq!(mark.named_by, expected, "{shown:?} {chosen:?} {place}");
        }
    }
}

#[test]
fn the_chosen_subject_stands_out_even_where_the_filter_hides_it() {
    let edition = english();
    let pair = &edition.dataset.pair;
    let chosen_places = |shown: &[&str], chosen| -> Vec<String> {
        let scene = scene(&edition, pair, shown, Some(chosen));
        let is_last =
            scene.marks.iter().skip_while(|mark| !mark.is_chosen).all(|mark| mark.is_chosen);
        assert!(is_last, "chosen marks lie on top");
        let chosen = scene.marks.iter().filter(|mark| mark.is_chosen);
        let mut places: Vec<String> = chosen.map(|mark| mark.place.to_string()).collect();
        places.sort_unstable();
        places
    };
    assert_eq!(chosen_places(&[BRIDGE, TOWN], TOWN), ["oak-town", "pine-town"]);
    assert_eq!(chosen_places(&[BRIDGE], TOWN), ["oak-town", "pine-town"]);
    assert_eq!(
        chosen_places(&[], "2031-spring"),
        ["hill-district", "mill-village", "oak-town", "pine-town"]
    );
    assert_eq!(chosen_places(&[TOWN], "2031-05-10-border"), [""; 0], "an event without a place");
}

#[test]
fn the_map_looks_at_the_chosen_places_and_never_from_too_near() {
    let edition = english();
    let pair = &edition.dataset.pair;
    for (shown, chosen) in [
        (&[BRIDGE, TOWN][..], None),
        (&[BRIDGE, TOWN], Some(BRIDGE)),
        (&[CROSSING], Some(CROSSING)),
    ] {
        let scene = scene(&edition, pair, shown, chosen);
        let (south_west, north_east) = scene.bounds.expect("there are marks");
        let any_chosen = scene.marks.iter().any(|mark| mark.is_chosen);
        for mark in scene.marks.iter().filter(|mark| mark.is_chosen || !any_chosen) {
            assert!(
                (south_west.latitude..=north_east.latitude).contains(&mark.point.latitude),
                "{chosen:?}"
            );
            assert!(
                (south_west.longitude..=north_east.longitude).contains(&mark.point.longitude),
                "{chosen:?}"
            );
        }
        assert!(north_east.latitude - south_west.latitude > 0.69, "{chosen:?}");
        assert!(north_east.longitude - south_west.longitude > 0.69, "{chosen:?}");
    }
}

#[test]
fn a_name_that_finds_no_room_is_left_out() {
    let edition = english();
    let mut marks = scene(&edition, &edition.dataset.pair, &[BRIDGE, TOWN], Some(BRIDGE)).marks;
    let spread = |point: qawlan::domain::place::Point| {
        ((point.longitude - 19.0) * 250.0, (12.5 - point.latitude) * 200.0)
    };
    place_labels(&mut marks, (700.0, 500.0), spread);
    assert!(marks.iter().all(|mark| mark.label.is_some()), "there is room for all");
    place_labels(&mut marks, (700.0, 500.0), |_| (350.0, 5.0));
    let named: Vec<&str> =
        marks.iter().filter(|m| m.label.is_some()).map(|m| m.place.as_str()).collect();
    assert_eq!(named.len(), 1, "one spot at the upper edge holds one name: {named:?}");
    assert!(
        marks.iter().all(|mark| mark.label.is_none() || mark.is_chosen),
        "the chosen is named first"
    );
    place_labels(&mut marks, (10.0, 10.0), spread);
    assert!(marks.iter().all(|mark| mark.label.is_none()), "no room at all");
}

#[test]
fn a_name_crosses_a_regions_outline_only_where_no_other_side_is_free() {
    let edition = english();
    let mut marks = scene(&edition, &edition.dataset.pair, &[TOWN], None).marks;
    let [region, place] = &mut marks[..] else { panic!("two places: {marks:?}") };
    (region.is_wide, place.is_wide) = (true, false);
    let region = region.point;
    // The place lies just below the region's lower edge, so that a name above it lies across that.
    let at = |x: f64| move |point| if point == region { (x, 250.0) } else { (x, 287.0) };
    place_labels(&mut marks, (700.0, 500.0), at(350.0));
    assert_eq!(marks[1].label, Some(LabelSide::South));
    place_labels(&mut marks, (100.0, 300.0), at(40.0));
    assert_eq!(marks[1].label, Some(LabelSide::North), "better than none");
}

fn draw(scene: &MapScene, base: &BaseMap) -> Sheet {
    Drawer::new(base).draw(scene)
}

/// A square island, a border down its middle, and a coast far to the east.
fn base_map() -> BaseMap {
    let island = vec![[19.5, 9.5], [21.5, 9.5], [21.5, 11.5], [19.5, 11.5], [19.5, 9.5]];
    BaseMap {
        area: [19.0, 9.0, 22.0, 12.0],
        land: vec![vec![island.clone()]],
        coast: vec![island, vec![[60.0, 9.5], [60.0, 11.5]]],
        borders: vec![vec![[20.5, 9.5], [20.5, 11.5]]],
    }
}

/// The lines of SVG path data, point by point, in the sheet's units.
fn lines(path: &str) -> Vec<Vec<[i32; 2]>> {
    let numbers = |text: &str| -> [i32; 2] {
        let (x, y) = text.split_once(' ').expect("two numbers");
        [x.parse().expect("a whole number"), y.parse().expect("a whole number")]
    };
    let lines = path.split('M').skip(1).map(|line| {
        let mut points: Vec<[i32; 2]> = Vec::new();
        for step in line.trim_end_matches('Z').split('l').map(numbers) {
            let from = points.last().copied().unwrap_or_default();
            points.push([from[0] + step[0], from[1] + step[1]]);
        }
        points
    });
    lines.collect()
}

#[test]
fn the_drawn_map_has_the_marks_of_its_scene_in_sight() {
    let edition = english();
    let pair = &edition.dataset.pair;
    let size = [SIZE_PX.0, SIZE_PX.1].map(|px| (px * UNITS_PER_PX) as i32);
    for (shown, chosen) in [
        (&[BRIDGE, TOWN, CROSSING][..], None),
        (&[BRIDGE, TOWN], Some(BRIDGE)),
        (&[], Some("2031-spring")),
        (&[CROSSING], None),
    ] {
        let scene = scene(&edition, pair, shown, chosen);
        let sheet = draw(&scene, &base_map());
        let mut drawn: Vec<_> = sheet.marks.iter().map(|(mark, _)| mark.clone()).collect();
        for mark in &mut drawn {
            mark.label = None;
        }
        assert!(!drawn.is_empty());
        assert_eq!(drawn, scene.marks, "{shown:?} {chosen:?}");
        let any_chosen = scene.marks.iter().any(|mark| mark.is_chosen);
        for (mark, [x, y]) in &sheet.marks {
            let is_in_sight = (0..=size[0]).contains(x) && (0..=size[1]).contains(y);
            assert!(
                is_in_sight || (any_chosen && !mark.is_chosen),
                "{shown:?} {chosen:?}: {} at {x} {y}",
                mark.place
            );
            assert!(is_in_sight || mark.label.is_none(), "{} is out of sight", mark.place);
        }
        assert!(sheet.marks.iter().any(|(mark, _)| mark.label.is_some()), "{shown:?} {chosen:?}");
    }
}

#[test]
fn north_is_up_and_east_is_right_on_the_drawn_map_in_every_language() {
    for language in folder::languages(&folder::north_south()) {
        let edition = folder::edition(&folder::north_south(), language);
        let scene = scene(&edition, &edition.dataset.pair, &[BRIDGE, TOWN], None);
        let sheet = draw(&scene, &base_map());
        for (one, [x, y]) in &sheet.marks {
            for (other, [other_x, other_y]) in &sheet.marks {
                let is_north = one.point.latitude > other.point.latitude;
                let is_east = one.point.longitude > other.point.longitude;
                assert_eq!(is_north, y < other_y, "{language}: {} {}", one.place, other.place);
                assert_eq!(is_east, x > other_x, "{language}: {} {}", one.place, other.place);
            }
        }
    }
}

#[test]
fn what_lies_nearer_together_is_drawn_larger() {
    let edition = english();
    let pair = &edition.dataset.pair;
    let apart = |shown: &[&str], chosen| {
        let sheet = draw(&scene(&edition, pair, shown, chosen), &base_map());
        let at = |id: &str| {
            let found = sheet.marks.iter().find(|(mark, _)| mark.place.as_str() == id);
            found.unwrap_or_else(|| panic!("no mark at {id}")).1
        };
        let ([x, y], [other_x, other_y]) = (at("hill-district"), at("mill-village"));
        let border = lines(&sheet.borders);
        let [[_, south], [_, north]] = border[0][..] else { panic!("{border:?}") };
        (f64::from(x - other_x).hypot(f64::from(y - other_y)), south - north)
    };
    let near = apart(&[BRIDGE], None);
    let far = apart(&[BRIDGE, TOWN], None);
    assert!(near.0 > far.0, "the marks: {near:?} {far:?}");
    assert!(near.1 > far.1, "the border: {near:?} {far:?}");
    assert_eq!(apart(&[BRIDGE, TOWN], Some(BRIDGE)), near, "the chosen is looked at alone");
}

#[test]
fn lines_out_of_sight_are_left_out_of_the_drawn_map() {
    let edition = english();
    let scene = scene(&edition, &edition.dataset.pair, &[BRIDGE], None);
    let sheet = draw(&scene, &base_map());
    assert_eq!(lines(&sheet.coast).len(), 1, "the island's, not the far one");
    assert_eq!(lines(&sheet.borders).len(), 1);
    assert!(sheet.land.ends_with('Z'), "land is filled");
    let far_away: Vec<Position> = vec![[60.0, 9.5], [60.0, 11.5]];
    let nothing = BaseMap {
        area: base_map().area,
        land: vec![vec![far_away.clone()]],
        coast: vec![far_away.clone()],
        borders: vec![far_away],
    };
    let sheet = draw(&scene, &nothing);
    assert_eq!([sheet.land, sheet.coast, sheet.borders], [""; 3]);
}

#[test]
fn a_map_without_marks_shows_all_of_the_base_map() {
    let edition = english();
    let scene = scene(&edition, &edition.dataset.pair, &[], None);
    let sheet = draw(&scene, &base_map());
    assert!(sheet.marks.is_empty());
    let [width, height] = [SIZE_PX.0, SIZE_PX.1].map(|px| (px * UNITS_PER_PX) as i32);
    for [x, y] in lines(&sheet.land).concat() {
        assert!((0..=width).contains(&x) && (0..=height).contains(&y), "{x} {y}");
    }
}

#[test]
fn a_line_keeps_its_ends_and_loses_points_too_near_to_be_seen() {
    let edition = english();
    let scene = scene(&edition, &edition.dataset.pair, &[BRIDGE], None);
    let straight = |points: u32| -> Vec<Position> {
        (0..=points).map(|at| [20.0 + f64::from(at) / f64::from(points), 10.5]).collect()
    };
    let drawn = |line: Vec<Position>| {
        let base = BaseMap { borders: vec![line], ..base_map() };
        lines(&draw(&scene, &base).borders).concat()
    };
    let (few, many) = (drawn(straight(1)), drawn(straight(100_000)));
    assert_eq!(few.len(), 2);
    assert_eq!([many.first(), many.last()], [few.first(), few.last()]);
    assert!(many.len() < 500, "{} points for a line of {few:?}", many.len());
}

#[test]
fn what_was_counted_beforehand_is_what_the_events_say() {
    let edition = english();
    let dataset = &edition.dataset;
    let all: Vec<usize> = (0..dataset.events.len()).collect();
    let mut with_another = Dataset::clone(dataset);
    let mut nowhere = dataset.events[0].clone();
    (nowhere.id, nowhere.places) = (EventId::new("nowhere"), Vec::new());
    with_another.events.push(nowhere);
    for pair in [dataset.pair.clone(), dataset.pair.led_by(&dataset.pair.second)] {
        let outlook = Outlook { pair: &pair, shown: &all, chosen: None, as_of: None };
        let counted = compose(dataset, &outlook);
        let looked_at = compose(&with_another, &outlook);
        assert_eq!(counted, looked_at);
        assert!(counted.marks.iter().any(|mark| mark.named_by != NamedBy::Neither));
    }
}
