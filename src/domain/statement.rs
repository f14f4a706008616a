//! Statements: what was said at one time, by whom, told by whom, through what.

use super::claim::Claim;
use super::date::{Date, Said};
use super::id::{OutletId, PartyId, SourceId, SpeakerId, StatementId};

/// What was said at one time. The chain speaker, teller, agency, report is kept whole.
#[derive(Clone, PartialEq, Debug)]
pub struct Statement {
    pub id: StatementId,
    pub voice: Voice,
    /// Who told what the speakers said, where it was others.
    pub tellers: Vec<SpeakerId>,
    pub channel: Option<String>,
    pub agency: Option<OutletId>,
    pub said: Said,
    pub claims: Vec<Claim>,
    pub published: Date,
}

/// Who makes a statement's claims.
#[derive(Clone, PartialEq, Debug)]
pub enum Voice {
    /// One speaker, or several jointly, with the parties they speak for.
    Speakers(Vec<(SpeakerId, PartyId)>),
    /// The outlet of this source in its own voice: background, or a sum of its own.
    Outlet(SourceId),
}

impl Voice {
    /// Whether that party is a claimant.
    pub fn is_of(&self, party: &PartyId) -> bool {
        self.parties().any(|p| p == party)
    }

    /// The claimants' parties; none for an outlet. A party with two speakers comes twice.
    pub fn parties(&self) -> impl Iterator<Item = &PartyId> {
        match self {
            Voice::Speakers(speakers) => speakers.as_slice(),
            Voice::Outlet(_) => &[],
        }
        .iter()
        .map(|(_, party)| party)
    }
}
