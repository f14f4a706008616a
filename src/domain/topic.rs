//! Topics: the questions that claims answer.

use super::id::TopicId;
use super::word::words;

/// A question both sides can be asked of the same event.
#[derive(Clone, PartialEq, Debug)]
pub struct Topic {
    pub id: TopicId,
    /// "Who attacked first?"
    pub question: String,
    /// The row's heading.
    pub short: String,
    pub kind: TopicKind,
    /// Rows stand in this order.
    pub order: i64,
    /// Of how many events a claim answers it.
    pub events: usize,
}

/// By what the claims on a topic are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TopicKind {
    /// Words: an editor's state, or each blaming the other.
    Words,
    /// The figures of both, by computation.
    Figure,
    /// The places both name, by computation.
    Place,
    /// The times both name, by computation.
    Time,
    /// Figures, with one row for each party whose losses they are.
    Losses,
}

words!(TopicKind {
    Words = "words",
    Figure = "figure",
    Place = "place",
    Time = "time",
    Losses = "losses",
});
