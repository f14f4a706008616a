//! Identifiers: one newtype a kind, so that an event's id can't be taken for a place's.

use std::fmt;
use std::sync::Arc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes the text as it stands; [`is_well_formed`] says whether it may be an id.
            pub fn new(text: &str) -> Self {
                Self(text.into())
            }

            /// The id as it is written in records and addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// An event's id.
    EventId,
    /// An episode's id; it carries its year.
    EpisodeId,
    /// A party's id.
    PartyId,
    /// A place's id.
    PlaceId,
    /// A source's (one document's) id.
    SourceId,
    /// An outlet's or agency's id.
    OutletId,
    /// A topic's id.
    TopicId,
    /// A kind of event's id.
    KindId,
    /// A speaker's id.
    SpeakerId,
    /// A statement's id.
    StatementId,
    /// A claim's id: its statement's id, a dot, and a word.
    ClaimId,
}

/// Whether a text may be an id: lower-case Latin letters, digits, hyphens, and dots inside.
pub fn is_well_formed(text: &str) -> bool {
    let edge = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    edge(text.chars().next())
        && edge(text.chars().next_back())
        && text.len() <= 96
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.')
}
