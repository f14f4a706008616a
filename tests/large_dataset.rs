//! Pages of a large dataset: as light as those of a small one, with what they leave out counted
//! and within reach.

use std::sync::Arc;

use qawlan::data::facets::fill_facets;
use qawlan::data::resolve::Edition;
use qawlan::data::statements::Statements;
use qawlan::domain::dataset::Dataset;
use qawlan::domain::event::Subject;
use qawlan::domain::facet::Facet;
use qawlan::domain::id::{ClaimId, EpisodeId, EventId, PlaceId, SourceId, StatementId};
use qawlan::domain::statement::Statement;
use qawlan::map_scene::{Outlook, compose};
use qawlan::view_state::ViewState;

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/page.rs"]
mod pages;

use pages::page;

const MOST_ELEMENTS: usize = 2500;
const BRIDGE: &str = "2031-04-02-bridge";
/// Of how many of the further events there is a claim on losses.
const WITH_LOSSES: usize = 100;
const SPRING: &str = "2031-spring";

/// North and South with hundreds of further places, episodes and sources and thousands of further
/// events, all in the spring. The further places have one event each.
fn large() -> Edition {
    let edition = folder::edition(&folder::north_south(), "en");
    let mut dataset = Dataset::clone(&edition.dataset);
    let of = |kind: &str, n: usize| format!("{kind}-{n}");
    let bridge = dataset.event(&EventId::new(BRIDGE)).expect("the bridge").clone();
    for n in 0..3000 {
        let mut event = bridge.clone();
        event.id = EventId::new(&of("event", n));
        event.places = (n < 400).then(|| PlaceId::new(&of("place", n))).into_iter().collect();
        dataset.events.push(event);
    }
    for n in 0..400 {
        let mut place = dataset.places[0].clone();
        (place.id, place.name, place.events) = (PlaceId::new(&of("place", n)), of("Place", n), 1);
        dataset.places.push(place);
        let mut episode = dataset.episodes[0].clone();
        (episode.id, episode.title) = (EpisodeId::new(&of("episode", n)), of("Episode", n));
        dataset.episodes.push(episode);
        let mut source = dataset.sources[0].clone();
        source.id = SourceId::new(&of("source", n));
        dataset.sources.push(source);
    }
    let mut statements = edition.statements.to_vec();
    statements.extend((0..WITH_LOSSES).map(|n| loss_in(&edition, &of("event", n))));
    let statements = Statements::new(statements);
    fill_facets(&mut dataset, &statements);
    Edition { dataset: Arc::new(dataset), statements }
}

/// North's statement on the bridge's dead, as one on another event's.
fn loss_in(edition: &Edition, event: &str) -> Arc<Statement> {
    let mut statements = edition.statements.iter();
    let known = statements.find(|s| s.id.as_str() == "2031-04-02-north-defence");
    let mut statement = Statement::clone(known.expect("North's statement"));
    statement.id = StatementId::new(&format!("north-on-{event}"));
    statement.claims.retain(|claim| claim.id.as_str().ends_with(".dead"));
    let claim = statement.claims.first_mut().expect("North states its dead");
    claim.id = ClaimId::new(&format!("north-on-{event}.dead"));
    claim.about = Some(Subject::Event(EventId::new(event)));
    Arc::new(statement)
}

fn explorer() -> ViewState {
    ViewState::explorer("en")
}

fn elements(html: &str) -> usize {
    let opens = |part: &&str| part.starts_with(|c: char| c.is_ascii_alphabetic());
    html.split('<').skip(1).filter(opens).count()
}

#[test]
fn no_page_grows_with_the_dataset() {
    let edition = large();
    for state in [
        explorer(),
        ViewState { page: 50, ..explorer() },
        explorer().with_subject(Some(Subject::Event(EventId::new(BRIDGE)))),
        explorer().with_subject(Some(Subject::Episode(EpisodeId::new(SPRING)))),
    ] {
        let path = state.path();
        let elements = elements(&page(&edition, state));
        assert!((300..MOST_ELEMENTS).contains(&elements), "{path} has {elements}");
    }
}

#[test]
fn what_a_page_leaves_out_is_counted() {
    let edition = large();
    let listed = |state: ViewState, sentence: &str| {
        let html = page(&edition, state).replace(['\u{2068}', '\u{2069}'], "");
        assert!(html.contains(sentence), "{sentence}");
    };
    let dataset = &edition.dataset;
    let visited = dataset.places.iter().filter(|place| place.events > 0).count();
    let in_spring = dataset
        .events
        .iter()
        .filter(|event| event.episode.as_ref().is_some_and(|episode| episode.as_str() == SPRING));
    let further = |n: usize, rest: &str| format!("Not listed here: {n}. {rest}");
    let mut opened = explorer();
    opened.toggle(Facet::Place, "hill-district");
    listed(opened, &further(visited - 16, "Search for them"));
    listed(explorer(), &further(dataset.episodes.len() - 30, "Each stands above"));
    let spring = Subject::Episode(EpisodeId::new(SPRING));
    let losses = edition.event_losses(&spring).iter().map(|s| s.claims.len()).sum::<usize>();
    assert!(losses > WITH_LOSSES, "{losses}");
    let spring = explorer().with_subject(Some(spring));
    listed(spring.clone(), &further(in_spring.count() - 60, "They stand in the list"));
    listed(spring, &format!("in single events, not listed here: {losses}."));
}

#[test]
fn the_map_draws_the_places_of_most_events_and_those_of_what_is_chosen() {
    let edition = large();
    let dataset = &edition.dataset;
    let event = |place: &str| {
        let mut event = dataset.event(&EventId::new(BRIDGE)).expect("the bridge").clone();
        event.places = vec![PlaceId::new(place)];
        event
    };
    let mut scattered = Dataset::clone(dataset);
    scattered.events = (0..400).map(|n| event(&format!("place-{n}"))).collect();
    scattered.events.push(event("place-399"));
    scattered.events[300].id = EventId::new("chosen");
    scattered.events.push(event("hill-district"));
    let shown: Vec<usize> = (0..401).collect();
    let chosen = Subject::Event(EventId::new("chosen"));
    let outlook =
        Outlook { pair: &scattered.pair, shown: &shown, chosen: Some(&chosen), as_of: None };
    let scene = compose(&scattered, &outlook);
    assert_eq!((scene.marks.len(), scene.left_out), (20, 380));
    for (place, is_drawn) in
        [("place-0", true), ("place-300", true), ("place-399", true), ("place-398", false)]
    {
        let found = scene.marks.iter().any(|mark| mark.place.as_str() == place);
        assert_eq!(found, is_drawn, "{place}");
    }
}

#[test]
fn a_source_that_a_claim_on_the_page_leads_to_is_listed() {
    let html = page(&large(), explorer());
    let led_to = html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next());
    let mut count = 0;
    for id in led_to {
        assert!(html.contains(&format!("id=\"{id}\"")), "{id}");
        count += 1;
    }
    assert!(count > 1, "the explorer's claims name their sources");
}

#[test]
fn the_places_of_most_events_are_offered_and_any_other_once_it_is_chosen() {
    let edition = large();
    let offers = |chosen: &str, place: &str| {
        let mut state = explorer();
        state.toggle(Facet::Place, chosen);
        let value = format!("name=\"place\" value=\"{place}\"");
        page(&edition, state).matches(&value).count()
    };
    assert_eq!(offers("place-398", "hill-district"), 1, "it has two events");
    assert_eq!(offers("place-398", "place-399"), 0, "it has one, like hundreds of others");
    assert_eq!(offers("place-399", "place-399"), 1);
    assert_eq!(offers("hill-district", "hill-district"), 1, "offered once");
}
