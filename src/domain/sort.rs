//! The order of the list.

use super::dataset::Dataset;
use super::event::Event;
use super::order::ordered;
use super::row_state::RowState;
use super::word::words;

/// By what the list is ordered. Of events that are alike in it the newest come first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sort {
    /// The best match where something is searched for; else the newest first.
    #[default]
    Best,
    /// The newest first, whatever is searched for.
    Time,
    /// Those first on which the sides are furthest apart: see [`gap`].
    Gap,
    /// Those first of which the pair claims most.
    Claims,
}

words!(Sort { Best = "", Time = "time", Gap = "gap", Claims = "claims" });

/// How far apart the sides are on an event: how many rows of its comparison found that the accounts
/// don't meet, be it that they differ, contradict, deny, or blame each other. What one side alone
/// says, or what can't be compared, is no distance.
pub fn gap(event: &Event) -> usize {
    let apart = |state: &RowState| {
        use RowState::*;
        matches!(state, EachBlamesTheOther | Differ | Contradict | Denied)
    };
    event.found.states.iter().filter(|(state, _)| apart(state)).map(|(_, rows)| rows).sum()
}

/// Puts events, given newest first by their places in the dataset's list, in order. `score` tells how
/// well one matches what is searched for.
pub fn sorted(
    dataset: &Dataset,
    passing: &[usize],
    sort: Sort,
    score: &dyn Fn(usize) -> u32,
) -> Vec<usize> {
    let weigh = |at: usize| match sort {
        Sort::Best => score(at) as usize,
        Sort::Time => 0,
        Sort::Gap => gap(&dataset.events[at]),
        Sort::Claims => {
            let [first, second, _] = dataset.events[at].found.balance.claims;
            first + second
        }
    };
    let weights: Vec<usize> = passing.iter().map(|at| weigh(*at)).collect();
    if weights.iter().all(|weight| *weight == 0) {
        return passing.to_vec();
    }
    let order = ordered(passing.len(), &|a, b| weights[b].cmp(&weights[a]));
    order.into_iter().map(|nth| passing[nth]).collect()
}
