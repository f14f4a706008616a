//! All statements of an edition, found by what they speak of.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;

use crate::domain::claim::Claim;
use crate::domain::event::Subject;
use crate::domain::statement::Statement;

/// Statements in the order of the records. Reads as a slice of them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Statements {
    all: Vec<Arc<Statement>>,
    /// Where in `all` those with a claim on a subject stand; `None`: on the conflict as a whole.
    by_subject: BTreeMap<Option<Subject>, Vec<usize>>,
}

impl Statements {
    /// Files these statements by subject.
    pub fn new(all: Vec<Arc<Statement>>) -> Self {
        let mut by_subject: BTreeMap<Option<Subject>, Vec<usize>> = BTreeMap::new();
        for (at, statement) in all.iter().enumerate() {
            for claim in &statement.claims {
                let filed = by_subject.entry(claim.about.clone()).or_default();
                if filed.last() != Some(&at) {
                    filed.push(at);
                }
            }
        }
        Self { all, by_subject }
    }

    /// Those that make claims about the subject, each with only those claims. `None`: the claims
    /// about the conflict as a whole.
    pub fn about(&self, subject: Option<&Subject>) -> Vec<Arc<Statement>> {
        let is_about = |claim: &Claim| claim.about.as_ref() == subject;
        let filed = self.filed(&subject.cloned()).iter();
        filed.map(|at| with_only(&self.all[*at], is_about)).collect()
    }

    /// Those that make a claim about any of the subjects, whole.
    pub fn about_any(&self, subjects: impl Iterator<Item = Subject>) -> Vec<Arc<Statement>> {
        let filed: BTreeSet<usize> =
            subjects.flat_map(|subject| self.filed(&Some(subject))).copied().collect();
        filed.into_iter().map(|at| Arc::clone(&self.all[at])).collect()
    }

    fn filed(&self, subject: &Option<Subject>) -> &[usize] {
        self.by_subject.get(subject).map_or(&[], Vec::as_slice)
    }
}

impl Deref for Statements {
    type Target = [Arc<Statement>];

    fn deref(&self) -> &Self::Target {
        &self.all
    }
}

/// The statement with those of its claims alone. The statement itself where it has no others.
pub fn with_only(statement: &Arc<Statement>, keeps: impl Fn(&Claim) -> bool) -> Arc<Statement> {
    if statement.claims.iter().all(&keeps) {
        return Arc::clone(statement);
    }
    let claims = statement.claims.iter().filter(|claim| keeps(claim)).cloned().collect();
    // Field by field, so that the claims left out aren't cloned first.
    Arc::new(Statement {
        id: statement.id.clone(),
        voice: statement.voice.clone(),
        tellers: statement.tellers.clone(),
        channel: statement.channel.clone(),
        agency: statement.agency.clone(),
        said: statement.said.clone(),
        claims,
        published: statement.published,
    })
}
