//! The comparison: the pair's claims on one event or episode, topic by topic.

use std::sync::Arc;

use super::as_of::AsOf;
use super::balance::Balance;
use super::claim::{Claim, Content};
use super::dataset::Dataset;
use super::date::Moment;
use super::event::{Found, Placing};
use super::id::{PartyId, PlaceId, SourceId, TopicId};
use super::order::ordered;
use super::party::{Pair, Side};
use super::place::Role;
use super::row_state::{EditorState, Evidence, Reason, RowState, judge};
use super::statement::{Statement, Voice};
use super::topic::{Topic, TopicKind};
use super::word::words;

/// A claim together with the statement it stands in: a claim is never shown without its claimant.
#[derive(Clone, Debug)]
pub struct ClaimRef {
    pub statement: Arc<Statement>,
    index: usize,
}

impl ClaimRef {
    /// Every claim of these statements, in order.
    pub fn all_of(statements: &[Arc<Statement>]) -> Vec<ClaimRef> {
        let claims = statements.iter().flat_map(|statement| {
            (0..statement.claims.len())
                .map(|index| ClaimRef { statement: Arc::clone(statement), index })
        });
        claims.collect()
    }

    pub fn claim(&self) -> &Claim {
        &self.statement.claims[self.index]
    }
}

impl PartialEq for ClaimRef {
    fn eq(&self, other: &Self) -> bool {
        self.claim().id == other.claim().id
    }
}

/// What the pair, third parties and outlets said on one subject.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    /// One row for each topic on which at least one of the pair spoke.
    pub rows: Vec<Row>,
    /// Topics of which only third parties spoke.
    pub third_parties_only: Vec<Band>,
    /// What outlets say in their own voice.
    pub background: Vec<ClaimRef>,
    /// The sources that carry any claim on the subject, by date.
    pub covered_by: Vec<SourceId>,
    /// Where the comparison is of what was known at a moment.
    pub as_of: Option<AsOf>,
}

impl Comparison {
    /// The sources to which the claims lead: as of a moment those alone that are needed by then.
    pub fn cited(&self) -> &[SourceId] {
        self.as_of.as_ref().map_or(&self.covered_by, |as_of| &as_of.sources)
    }
}

/// One topic, both sides.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    pub topic: TopicId,
    /// Whose losses, where the row is of one party's losses.
    pub whose: Option<PartyId>,
    pub state: RowState,
    pub reason: Reason,
    pub first: Cell,
    pub second: Cell,
    /// Claims that both sides make, as an outlet summarised them.
    pub joint: Vec<ClaimRef>,
    /// Third parties answering the same question.
    pub third: Vec<ClaimRef>,
}

impl Row {
    pub fn cell(&self, side: Side) -> &Cell {
        match side {
            Side::First => &self.first,
            Side::Second => &self.second,
        }
    }
}

/// One side's place in a row: filled, or visibly empty.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Cell {
    /// Carried claims, variants among them, in the order they were made.
    pub claims: Vec<ClaimRef>,
    /// Claims whose words are not carried, and statements that don't say.
    pub unsaid: Vec<ClaimRef>,
}

/// The four ways in which a cell is filled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fill {
    Claims,
    /// Spoke of it, but the report doesn't carry what was said.
    NotCarried,
    /// The statement doesn't say.
    NotSaid,
    /// No statement found in the reports that cover the subject.
    NoStatement,
}

words!(Fill {
    Claims = "claims",
    NotCarried = "not-carried",
    NotSaid = "not-said",
    NoStatement = "no-statement",
});

impl Cell {
    pub fn fill(&self) -> Fill {
        match (self.claims.is_empty(), self.unsaid.first()) {
            (false, _) => Fill::Claims,
            (true, Some(unsaid)) if unsaid.claim().content == Content::NotSaid => Fill::NotSaid,
            (true, Some(_)) => Fill::NotCarried,
            (true, None) => Fill::NoStatement,
        }
    }
}

/// One topic of which neither of the pair spoke.
#[derive(Clone, PartialEq, Debug)]
pub struct Band {
    pub topic: TopicId,
    pub claims: Vec<ClaimRef>,
}

/// Compares what these statements say. All their claims are taken to be on one subject.
pub fn compare(
    dataset: &Dataset,
    pair: &Pair,
    editor_states: &[EditorState],
    statements: &[Arc<Statement>],
) -> Comparison {
    let mut claims = as_said(&ClaimRef::all_of(statements));
    let mut comparison = Comparison {
        rows: Vec::new(),
        third_parties_only: Vec::new(),
        background: claims
            .iter()
            .filter(|c| matches!(c.statement.voice, Voice::Outlet(_)))
            .cloned()
            .collect(),
        covered_by: covering_sources(dataset, &claims),
        as_of: None,
    };
    claims.retain(|c| matches!(c.statement.voice, Voice::Speakers(_)));
    for topic in &dataset.topics {
        let on_topic: Vec<&ClaimRef> =
            claims.iter().filter(|c| c.claim().topic == topic.id).collect();
        if on_topic.is_empty() {
            continue;
        }
        let is_of_pair = |c: &&ClaimRef| {
            Side::BOTH.iter().any(|side| c.statement.voice.is_of(pair.party(*side)))
        };
        if !on_topic.iter().any(is_of_pair) {
            let claims = on_topic.into_iter().cloned().collect();
            comparison.third_parties_only.push(Band { topic: topic.id.clone(), claims });
            continue;
        }
        let editor = editor_states.iter().find(|state| state.topic == topic.id);
        for whose in row_keys(topic, pair, &on_topic) {
            comparison.rows.push(make_row(dataset, pair, topic, whose, &on_topic, editor));
        }
    }
    comparison
}

/// Counts claims, topics, states and places, for lists and filters.
pub fn summarise(comparison: &Comparison, pair: &Pair, statements: &[Arc<Statement>]) -> Found {
    let balance = Balance::of_comparison(comparison, pair);
    let mut found = Found { balance, ..Found::default() };
    for statement in statements {
        let mut parties: Vec<&PartyId> = statement.voice.parties().collect();
        parties.dedup();
        for party in parties {
            let count = statement.claims.len();
            match found.claims_by_party.iter_mut().find(|(p, _)| p == party) {
                Some((_, n)) => *n += count,
                None => found.claims_by_party.push((party.clone(), count)),
            }
            for (place, role) in statement.claims.iter().flat_map(|claim| &claim.places) {
                put_placing(&mut found.placings, place, party, *role, statement.said.latest);
            }
        }
        for claim in &statement.claims {
            if !found.topics.contains(&claim.topic) {
                found.topics.push(claim.topic.clone());
            }
        }
    }
    found.topics.sort();
    found.statements = statements.len();
    found.states = states_of(comparison);
    found
}

/// One party puts a place in a role once, from the first statement that does.
fn put_placing(
    placings: &mut Vec<Placing>,
    place: &PlaceId,
    party: &PartyId,
    role: Role,
    by: Moment,
) {
    let known = placings
        .iter_mut()
        .find(|placing| placing.place == *place && placing.party == *party && placing.role == role);
    match known {
        Some(known) if by.end() < known.by.end() => known.by = by,
        Some(_) => {}
        None => placings.push(Placing { place: place.clone(), party: party.clone(), role, by }),
    }
}

/// The states of the comparison's rows and bands with how many have each, in the order of
/// [`RowState::ALL`].
pub fn states_of(comparison: &Comparison) -> Vec<(RowState, usize)> {
    let mut states = Vec::new();
    let bands = comparison.third_parties_only.len();
    for state in RowState::ALL.iter().copied() {
        let rows = comparison.rows.iter().filter(|row| row.state == state).count();
        let count = if state == RowState::ThirdPartiesOnly { rows + bands } else { rows };
        if count > 0 {
            states.push((state, count));
        }
    }
    states
}

/// The claims in the order in which they were made; those of one moment stay as they stood.
pub fn as_said(claims: &[ClaimRef]) -> Vec<ClaimRef> {
    let order = ordered(claims.len(), &|a, b| order_said(&claims[a]).cmp(&order_said(&claims[b])));
    order.into_iter().map(|at| claims[at].clone()).collect()
}

/// The order in which claims were made: by the latest moment each can have been made, then the
/// earliest. A statement its report doesn't date comes after those of the same day that are.
fn order_said(claim: &ClaimRef) -> (i64, bool, i64) {
    let said = &claim.statement.said;
    let earliest = said.earliest.map_or(i64::MIN, |moment| moment.start());
    (said.latest.end(), !said.is_stated, earliest)
}

/// Whose losses each row of this topic is of: one row a party for losses, one for all else.
fn row_keys(topic: &Topic, pair: &Pair, on_topic: &[&ClaimRef]) -> Vec<Option<PartyId>> {
    if topic.kind != TopicKind::Losses {
        return vec![None];
    }
    let counted = |party: &&PartyId| {
        let mut figures = on_topic.iter().flat_map(|c| &c.claim().figures);
        figures.any(|figure| figure.whose.contains(party))
    };
    let parties: Vec<Option<PartyId>> = Side::BOTH
        .iter()
        .map(|side| pair.party(*side))
        .filter(counted)
        .cloned()
        .map(Some)
        .collect();
    if parties.is_empty() { vec![None] } else { parties }
}

fn make_row(
    dataset: &Dataset,
    pair: &Pair,
    topic: &Topic,
    whose: Option<PartyId>,
    on_topic: &[&ClaimRef],
    editor: Option<&EditorState>,
) -> Row {
    let mut row = Row {
        topic: topic.id.clone(),
        whose,
        state: RowState::NotComparable,
        reason: Reason::NotJudged,
        first: Cell::default(),
        second: Cell::default(),
        joint: Vec::new(),
        third: Vec::new(),
    };
    for claim in on_topic.iter().filter(|c| belongs(c.claim(), row.whose.as_ref())) {
        let sides = Side::BOTH.map(|side| claim.statement.voice.is_of(pair.party(side)));
        let is_carried = claim.claim().content == Content::Carried;
        let claim = (*claim).clone();
        match sides {
            [true, true] if is_carried => row.joint.push(claim),
            [false, false] => row.third.push(claim),
            _ => {
                for (spoke, cell) in sides.into_iter().zip([&mut row.first, &mut row.second]) {
                    if spoke && is_carried {
                        cell.claims.push(claim.clone());
                    } else if spoke {
                        cell.unsaid.push(claim.clone());
                    }
                }
            }
        }
    }
    let evidence = Evidence {
        dataset,
        pair,
        kind: topic.kind,
        first: &row.first,
        second: &row.second,
        joint: &row.joint,
        third: &row.third,
        editor,
        whose: row.whose.as_ref(),
    };
    let (state, reason) = judge(&evidence);
    (row.state, row.reason) = (state, reason);
    row
}

/// Silence is judged by topic: a claim that doesn't say whose losses belongs to every row of its
/// topic.
fn belongs(claim: &Claim, whose: Option<&PartyId>) -> bool {
    let Some(party) = whose else { return true };
    let mut owners = claim.figures.iter().flat_map(|figure| &figure.whose).peekable();
    owners.peek().is_none() || owners.any(|owner| owner == party)
}

/// The sources in which these claims stand, by date.
pub fn covering_sources(dataset: &Dataset, claims: &[ClaimRef]) -> Vec<SourceId> {
    let appearances = claims.iter().flat_map(|c| &c.claim().appearances);
    let cited: Vec<&SourceId> = appearances.map(|appearance| &appearance.source).collect();
    let order = ordered(cited.len(), &|a, b| cited[a].cmp(cited[b]));
    let is_cited = |source: &&SourceId| order.binary_search_by(|at| cited[*at].cmp(source)).is_ok();
    dataset.sources.iter().map(|source| &source.id).filter(is_cited).cloned().collect()
}
