//! What the map shows: one mark a place, and with each whose claims put something there.

use qawlan::data::resolve::Edition;
use qawlan::domain::event::Subject;
use qawlan::domain::party::Pair;
use qawlan::map_scene::{MapScene, NamedBy, compose, place_labels};

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
    compose(&edition.dataset, pair, &shown, chosen.as_ref())
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
