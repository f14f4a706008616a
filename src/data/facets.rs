//! What each facet offers, and what each event has in it.

use std::collections::BTreeMap;

use crate::domain::claim::Position;
use crate::domain::dataset::Dataset;
use crate::domain::event::{Event, Subject};
use crate::domain::facet::{Facet, Value, Whereabouts};
use crate::domain::figure::Measure;
use crate::domain::row_state::RowState;
use crate::domain::statement::Voice;

use super::statements::Statements;

/// Fills in the values of each facet and of each event.
pub fn fill_facets(dataset: &mut Dataset, statements: &Statements) {
    dataset.facets = Facet::ALL.iter().map(|facet| offered(dataset, *facet)).collect();
    let mut numbers: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    for (facet, values) in dataset.facets.iter().enumerate() {
        numbers.extend(values.iter().enumerate().map(|(at, value)| ((facet, value.as_str()), at)));
    }
    let of_event = |event: &Event| {
        let mut values: Vec<Value> = Vec::new();
        for facet in Facet::ALL.iter().map(|facet| facet.index()) {
            for value in values_of(dataset, statements, event, Facet::ALL[facet]) {
                let at = numbers.get(&(facet, value.as_str())).copied();
                let value = at.map(|at| Value { facet, at });
                values.extend(value.filter(|value| !values.contains(value)));
            }
        }
        values
    };
    let values: Vec<Vec<Value>> = dataset.events.iter().map(of_event).collect();
    for (event, values) in dataset.events.iter_mut().zip(values) {
        event.values = values;
    }
}

/// The facet's values, in the order in which a reader is offered them.
fn offered(dataset: &Dataset, facet: Facet) -> Vec<String> {
    match facet {
        Facet::Episode => dataset.episodes.iter().map(|it| it.id.to_string()).collect(),
        Facet::Place => dataset.places.iter().map(|it| it.id.to_string()).collect(),
        Facet::Where => Whereabouts::ALL.iter().map(|it| it.key().to_owned()).collect(),
        Facet::Kind => dataset.kinds.iter().map(|it| it.id.to_string()).collect(),
        Facet::Topic => dataset.topics.iter().map(|it| it.id.to_string()).collect(),
        Facet::Party => dataset.parties.iter().map(|it| it.id.to_string()).collect(),
        Facet::Speaker => dataset.speakers.iter().map(|it| it.id.to_string()).collect(),
        Facet::Position => Position::ALL.iter().map(|it| it.key().to_owned()).collect(),
        Facet::State => RowState::ALL.iter().map(|it| it.key().to_owned()).collect(),
        Facet::Source => dataset.sources.iter().map(|it| it.id.to_string()).collect(),
        Facet::Measure => Measure::ALL.iter().map(|it| it.key().to_owned()).collect(),
    }
}

/// What the event has in the facet: of what was said, what parties said, not what outlets wrote of
/// their own; and every report that carries either.
fn values_of(
    dataset: &Dataset,
    statements: &Statements,
    event: &Event,
    facet: Facet,
) -> Vec<String> {
    let about = || statements.about(Some(&Subject::Event(event.id.clone())));
    let by_parties = || {
        let spoken = |voice: &Voice| matches!(voice, Voice::Speakers(_));
        about().into_iter().filter(move |statement| spoken(&statement.voice))
    };
    let mut values = Vec::new();
    match facet {
        Facet::Episode => values.extend(event.episode.iter().map(|it| it.to_string())),
        Facet::Place => values.extend(event.places.iter().map(|it| it.to_string())),
        Facet::Where => {
            let places = event.places.iter().filter_map(|id| dataset.place(id));
            values.push(Whereabouts::of(places).key().to_owned());
        }
        Facet::Kind => values.push(event.kind.to_string()),
        Facet::Topic => values.extend(event.found.topics.iter().map(|it| it.to_string())),
        Facet::Party => {
            values.extend(event.found.claims_by_party.iter().map(|(it, _)| it.to_string()));
        }
        Facet::State => {
            values.extend(event.found.states.iter().map(|(it, _)| it.key().to_owned()));
        }
        Facet::Speaker => {
            for statement in by_parties() {
                if let Voice::Speakers(speakers) = &statement.voice {
                    values.extend(speakers.iter().map(|(speaker, _)| speaker.to_string()));
                }
            }
        }
        Facet::Position => {
            for statement in by_parties() {
                values.extend(statement.claims.iter().map(|it| it.position.key().to_owned()));
            }
        }
        Facet::Measure => {
            for claim in by_parties().flat_map(|statement| statement.claims.clone()) {
                let losses = claim.figures.iter().filter(|figure| !figure.whose.is_empty());
                values.extend(losses.map(|figure| figure.measure.key().to_owned()));
            }
        }
        Facet::Source => {
            for claim in about().iter().flat_map(|statement| &statement.claims) {
                values.extend(claim.sources().into_iter().map(|it| it.to_string()));
            }
        }
    }
    values
}
