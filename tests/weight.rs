//! The same weight for both sides in what is drawn and not said in words: the marks of a card, the
//! places of a timeline.

use qawlan::data::resolve::Edition;
use qawlan::domain::event::Event;
use qawlan::domain::id::{EventId, PartyId};
use qawlan::domain::party::Side;
use qawlan::view_state::{Frame, ViewState};
use serde_json::json;

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/page.rs"]
mod pages;

const EXPLORER: fn() -> ViewState = || ViewState::explorer("en");

/// The claims of each side on an event, and the marks on its card.
fn marks(edition: &Edition, event: &Event) -> [(usize, usize); 2] {
    let html = pages::page(edition, EXPLORER());
    let card = html.split(&format!("data-event-id=\"{}\"", event.id)).nth(1).expect("its card");
    Side::BOTH.map(|side| {
        let class = ["class=\"mark-first\"", "class=\"mark-second\""][side as usize];
        let path = card.split("data-event-id=").next().and_then(|card| {
            let path = card.split("<path").find(|path| path.contains(class))?;
            path.split(" d=\"").nth(1)?.split('"').next()
        });
        let drawn = path.map_or(0, |path| path.matches('M').count());
        (event.found.claims_of(edition.dataset.pair.party(side)), drawn)
    })
}

#[test]
fn a_card_has_a_mark_a_claim_up_to_twelve() {
    let mut seen = 0;
    for records in [folder::north_south(), folder::shipped()] {
        let edition = folder::edition(&records, "en");
        for event in &edition.dataset.events {
            let both = marks(&edition, event);
            if both.iter().all(|(claims, _)| *claims <= 12) {
                seen += both.iter().filter(|(claims, _)| *claims > 0).count();
                assert!(both.iter().all(|(claims, drawn)| claims == drawn), "{both:?}");
            }
        }
    }
    assert!(seen > 10, "{seen} sides that spoke");
}

#[test]
fn more_claims_than_twelve_are_drawn_in_proportion() {
    let file = "statements/2031-04-02-north-defence.json";
    for further in [1, 20, 60] {
        let copy = folder::copy_of(&folder::north_south());
        let mut statement = folder::json(copy.path(), file);
        let claim = statement["claims"][0].clone();
        for n in 0..further {
            let mut more = claim.clone();
            more["id"] = json!(format!("2031-04-02-north-defence.more-{n}"));
            folder::put(&mut statement, "/claims/-", Some(more));
        }
        folder::write(copy.path(), file, &statement);
        let edition = folder::edition(copy.path(), "en");
        let event = edition.dataset.event(&EventId::new("2031-04-02-bridge")).expect("the bridge");
        let [first, second] = marks(&edition, event);
        assert!(first.0 > 12 && second.0 > 0 && second.0 < first.0, "{first:?} {second:?}");
        assert_eq!(first.1, 12, "of {first:?}");
        // To the next whole mark: who spoke has one.
        assert_eq!(second.1, (second.0 as f64 * 12.0 / first.0 as f64).ceil() as usize);
    }
}

/// The steps of the timeline in a frame of an event, as their classes and words.
fn steps(id: &str, first: Option<&str>) -> Vec<(String, String)> {
    let edition = folder::edition(&folder::north_south(), "en");
    let mut state = EXPLORER().with_subject(Some(folder::subject(&edition, id)));
    state.first = first.map(PartyId::new);
    state.frame = Some(Frame::default());
    let html = pages::page(&edition, state);
    let (_, timeline) = html.split_once("data-part=\"timeline\"").expect("the timeline");
    let timeline = timeline.split("data-part=").next().unwrap_or_default();
    let step = |step: &str| {
        let (class, rest) = step.split_once('"').expect("the end of the class");
        let text: String =
            rest.split('<').filter_map(|it| it.split_once('>')).map(|it| it.1).collect();
        (class.to_owned(), text)
    };
    timeline.split("<li class=\"timeline-step ").skip(1).map(step).collect()
}

#[test]
fn a_third_party_stands_between_the_sides_and_a_silent_side_says_so() {
    for (first, sides) in [(None, ["North", "South"]), (Some("south"), ["South", "North"])] {
        let steps = steps("2031-07-01-convoy", first);
        let classes: Vec<&str> = steps.iter().map(|(class, _)| class.as_str()).collect();
        let [one, other] =
            ["first", "second"].map(|side| format!("timeline-empty timeline-{side}"));
        assert_eq!(classes, [one.as_str(), other.as_str(), "timeline-others", "timeline-others"]);
        for (step, party) in steps.iter().zip(sides) {
            assert!(step.1.contains("No statement") && step.1.ends_with(party), "{step:?}");
        }
        assert!(steps[2].1.contains("East"), "{:?}", steps[2]);
    }
}

#[test]
fn a_side_that_spoke_is_nowhere_called_silent_and_a_joint_claim_is_of_both() {
    let bridge = steps("2031-04-02-bridge", None);
    assert!(bridge.iter().all(|(class, _)| !class.contains("empty")), "{bridge:?}");
    for side in ["timeline-first", "timeline-second"] {
        assert!(bridge.iter().any(|(class, _)| class == side), "{side}: {bridge:?}");
    }
    let joint = bridge.iter().filter(|(class, _)| class == "timeline-joint").count();
    assert_eq!(joint, 1, "{bridge:?}");
}
