//! What was known at a moment: the statements that had been made by then, and those that may
//! have been.
//!
//! It goes by the time of the statement, not by the report's. A statement that its report doesn't
//! date can have been made as late as the report, and counts only from there.

use std::sync::Arc;

use super::comparison::{ClaimRef, as_said, covering_sources};
use super::dataset::Dataset;
use super::date::Moment;
use super::id::SourceId;
use super::order::ordered;
use super::row_state::EditorState;
use super::statement::{Statement, Voice};

/// What makes a comparison one of a moment.
#[derive(Clone, PartialEq, Debug)]
pub struct AsOf {
    pub moment: Moment,
    /// How many statements had been made by then.
    pub statements: usize,
    /// How many of the reports that cover the subject had been published by then.
    pub reports: usize,
    /// Claims that may have been made by then, or only later.
    pub maybe: Vec<ClaimRef>,
    /// The sources in which what was or may have been said by then stands, by date.
    pub sources: Vec<SourceId>,
}

/// Statements parted by a moment. What was said later is in neither.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Known {
    /// Made by then.
    pub said: Vec<Arc<Statement>>,
    /// Made by then or only later: the moment lies within the time in which each can have been
    /// made. One without a lower bound may have been made at any time before its latest.
    pub maybe: Vec<Arc<Statement>>,
}

/// Parts what was said by `moment` from what may have been. A moment of which only the day is
/// given is that day's end.
pub fn known_by(moment: Moment, statements: &[Arc<Statement>]) -> Known {
    let now = moment.end();
    let mut known = Known::default();
    for statement in statements {
        let said = &statement.said;
        if said.latest.end() <= now {
            known.said.push(Arc::clone(statement));
        } else if earliest(statement).is_none_or(|earliest| earliest.start() <= now) {
            known.maybe.push(Arc::clone(statement));
        }
    }
    known
}

/// The earliest at which a statement can have been made. An outlet speaks on the day its report
/// comes out.
fn earliest(statement: &Statement) -> Option<Moment> {
    match statement.voice {
        Voice::Outlet(_) => Some(Moment { date: statement.said.latest.date, minute: Some(0) }),
        Voice::Speakers(_) => statement.said.earliest,
    }
}

impl AsOf {
    /// What is said of the moment beside the comparison. `covered_by`: the reports that cover the
    /// subject.
    pub fn new(moment: Moment, known: &Known, dataset: &Dataset, covered_by: &[SourceId]) -> Self {
        let is_out = |id: &&SourceId| {
            let day =
                |source: &super::source::Source| Moment { date: source.published, minute: None };
            dataset.source(id).is_some_and(|source| day(source).end() <= moment.end())
        };
        let maybe = as_said(&ClaimRef::all_of(&known.maybe));
        let mut told = ClaimRef::all_of(&known.said);
        told.extend(maybe.iter().cloned());
        Self {
            moment,
            sources: covering_sources(dataset, &told),
            statements: known.said.len(),
            reports: covered_by.iter().filter(is_out).count(),
            maybe,
        }
    }
}

/// The moments at which something more is known or possible, each once, in order: what is known
/// at any other moment is what was known at the last of these before it.
pub fn moments(statements: &[Arc<Statement>]) -> Vec<Moment> {
    let mut all = Vec::new();
    for statement in statements {
        all.push(statement.said.latest);
        if let Some(Moment { date, minute }) = earliest(statement) {
            all.push(Moment { date, minute: minute.or(Some(0)) });
        }
    }
    let order = ordered(all.len(), &|a, b| all[a].end().cmp(&all[b].end()));
    let mut moments: Vec<Moment> = order.into_iter().map(|at| all[at]).collect();
    moments.dedup_by_key(|moment| moment.end());
    moments
}

/// The editor's states that can be shown. One was found over all that was said on its topic: it is
/// no state of a part of it, and its reason may name what was said later.
pub fn states_then(
    states: &[EditorState],
    whole: &[Arc<Statement>],
    said: &[Arc<Statement>],
) -> Vec<EditorState> {
    let count = |statements: &[Arc<Statement>], state: &EditorState| {
        let claims = statements.iter().flat_map(|statement| &statement.claims);
        claims.filter(|claim| claim.topic == state.topic).count()
    };
    states.iter().filter(|state| count(whole, state) == count(said, state)).cloned().collect()
}
