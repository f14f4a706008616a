//! How much of what a view shows is each side's: the imbalance of the corpus is disclosed rather
//! than hidden.

use super::comparison::{ClaimRef, Comparison, Fill};
use super::event::Event;
use super::id::{ClaimId, TopicId};
use super::party::{Pair, Side};

/// Counts over one view. None of them is a figure of a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Balance {
    /// Claims by the pair's first, its second, and third parties. A claim that several make
    /// counts for each of the three; what outlets say in their own voice isn't counted.
    pub claims: [usize; 3],
    /// Topics of which anybody spoke, event by event.
    pub topics: usize,
    /// On how many of them no statement of the first was found, and of the second.
    pub unanswered: [usize; 2],
}

impl Balance {
    /// Of one subject. Silence is judged by topic: a topic of several rows counts once, and a
    /// side that speaks in one of them isn't silent on it.
    pub fn of_comparison(comparison: &Comparison, pair: &Pair) -> Self {
        let mut seen: Vec<&ClaimId> = Vec::new();
        let mut balance = Self::default();
        for claim in claims(comparison) {
            if !seen.contains(&&claim.claim().id) {
                seen.push(&claim.claim().id);
                balance.add(claim, pair);
            }
        }
        let mut topics: Vec<(&TopicId, [bool; 2])> = Vec::new();
        for row in &comparison.rows {
            let spoke = Side::BOTH
                .map(|side| row.cell(side).fill() != Fill::NoStatement || !row.joint.is_empty());
            match topics.iter_mut().find(|(topic, _)| *topic == &row.topic) {
                Some((_, known)) => *known = [known[0] || spoke[0], known[1] || spoke[1]],
                None => topics.push((&row.topic, spoke)),
            }
        }
        let bands = comparison.third_parties_only.len();
        balance.topics = topics.len() + bands;
        balance.unanswered =
            [0, 1].map(|side| topics.iter().filter(|(_, spoke)| !spoke[side]).count() + bands);
        balance
    }

    /// Of several events together, by what was counted in each when the dataset was made, with
    /// the `counted` pair's first as first.
    pub fn of_events<'a>(
        events: impl Iterator<Item = &'a Event>,
        pair: &Pair,
        counted: &Pair,
    ) -> Self {
        let mut sum = Self::default();
        for Balance { claims, topics, unanswered } in events.map(|event| event.found.balance) {
            sum.topics += topics;
            for (at, n) in claims.into_iter().enumerate() {
                sum.claims[at] += n;
            }
            for (at, n) in unanswered.into_iter().enumerate() {
                sum.unanswered[at] += n;
            }
        }
        if pair.first != counted.first {
            sum.claims.swap(0, 1);
            sum.unanswered.swap(0, 1);
        }
        sum
    }

    /// All of it in a row, for the published form: claims, topics, unanswered.
    pub fn numbers(&self) -> [usize; 6] {
        let ([a, b, others], [c, d]) = (self.claims, self.unanswered);
        [a, b, others, self.topics, c, d]
    }

    /// The inverse of [`Balance::numbers`]; a number that is missing is none.
    pub fn from_numbers(numbers: &[u64]) -> Self {
        let n = |at: usize| numbers.get(at).copied().unwrap_or(0) as usize;
        Self { claims: [n(0), n(1), n(2)], topics: n(3), unanswered: [n(4), n(5)] }
    }

    fn add(&mut self, claim: &ClaimRef, pair: &Pair) {
        let sides = Side::BOTH.map(|side| claim.statement.voice.is_of(pair.party(side)));
        for (at, is_of) in sides.into_iter().enumerate() {
            self.claims[at] += usize::from(is_of);
        }
        let mut parties = claim.statement.voice.parties();
        self.claims[2] += usize::from(parties.any(|party| pair.side_of(party).is_none()));
    }
}

/// Every claim of the comparison, some of them twice.
fn claims(comparison: &Comparison) -> impl Iterator<Item = &ClaimRef> {
    let rows = comparison.rows.iter().flat_map(|row| {
        let cells = [&row.first, &row.second].into_iter();
        cells
            .flat_map(|cell| cell.claims.iter().chain(&cell.unsaid))
            .chain(&row.joint)
            .chain(&row.third)
    });
    rows.chain(comparison.third_parties_only.iter().flat_map(|band| &band.claims))
}
