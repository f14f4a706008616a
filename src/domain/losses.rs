//! Losses, two by two: who claims, and whose losses.
//!
//! A side stating its own dead and a side announcing the other's never share a cell, and nothing
//! is ever added up.

use super::claim::Content;
use super::comparison::{ClaimRef, Fill, as_said};
use super::figure::{Figure, Measure, People};
use super::id::TopicId;
use super::party::{Pair, Side};
use super::word::words;

/// What is lost. Groups are never mixed in one table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LossGroup {
    Military,
    Civilian,
    /// People of whom the report doesn't say whether they bore arms.
    People,
    Property,
    Territory,
}

words!(LossGroup {
    Military = "military",
    Civilian = "civilian",
    People = "people",
    Property = "property",
    Territory = "territory",
});

impl LossGroup {
    fn of(figure: &Figure) -> Option<Self> {
        match (figure.measure, figure.people) {
            (Measure::Percent, _) => None,
            (Measure::AreaKm2, _) => Some(LossGroup::Territory),
            (Measure::Houses | Measure::GovernmentBuildings, _) => Some(LossGroup::Property),
            (_, People::Military) => Some(LossGroup::Military),
            (_, People::Civilian) => Some(LossGroup::Civilian),
            (_, People::Unspecified | People::None) => Some(LossGroup::People),
        }
    }
}

/// One group's two-by-two.
#[derive(Clone, PartialEq, Debug)]
pub struct LossTable {
    pub group: LossGroup,
    cells: [[LossCell; 2]; 2],
}

impl LossTable {
    /// What `claimant` says of `whose` losses.
    pub fn cell(&self, claimant: Side, whose: Side) -> &LossCell {
        &self.cells[claimant as usize][whose as usize]
    }
}

/// What one side says of one side's losses.
#[derive(Clone, PartialEq, Debug)]
pub struct LossCell {
    /// By measure, then in the order the statements were made, variants last.
    pub entries: Vec<LossEntry>,
    /// How the cell is filled; tells why it is empty.
    pub fill: Fill,
}

/// One figure in its claimant's history.
#[derive(Clone, PartialEq, Debug)]
pub struct LossEntry {
    pub claim: ClaimRef,
    pub figure: Figure,
    pub step: Step,
}

/// What a figure is to the one before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// The first of its history.
    First,
    /// Replaces the step before: same claimant, measure, people, owner and subject, and a later
    /// statement.
    Revision,
    /// Stands in a caption or headline only: beside the history, never a step in it.
    Variant,
}

/// Makes the two-by-two of each group of which at least one of the pair gave a figure.
pub fn tabulate(pair: &Pair, claims: &[ClaimRef]) -> Vec<LossTable> {
    let claims = as_said(claims);
    LossGroup::ALL.iter().filter_map(|group| tabulate_group(pair, &claims, *group)).collect()
}

fn tabulate_group(pair: &Pair, claims: &[ClaimRef], group: LossGroup) -> Option<LossTable> {
    let topics = topics_of(pair, claims, group);
    if topics.is_empty() {
        return None;
    }
    let cell = |claimant: Side, whose: Side| {
        let said: Vec<&ClaimRef> =
            claims.iter().filter(|c| c.statement.voice.is_of(pair.party(claimant))).collect();
        let mut entries = Vec::new();
        for measure in Measure::ALL {
            entries.extend(history(&said, group, *measure, pair.party(whose)));
        }
        let fill = if entries.is_empty() { empty_fill(&said, &topics) } else { Fill::Claims };
        LossCell { entries, fill }
    };
    let row = |claimant| [cell(claimant, Side::First), cell(claimant, Side::Second)];
    Some(LossTable { group, cells: [row(Side::First), row(Side::Second)] })
}

fn topics_of<'a>(pair: &Pair, claims: &'a [ClaimRef], group: LossGroup) -> Vec<&'a TopicId> {
    let mut topics = Vec::new();
    for claim in claims {
        let is_of_pair =
            Side::BOTH.iter().any(|side| claim.statement.voice.is_of(pair.party(*side)));
        let counts = claim.claim().figures.iter().any(|figure| {
            LossGroup::of(figure) == Some(group)
                && Side::BOTH.iter().any(|side| figure.whose.contains(pair.party(*side)))
        });
        if is_of_pair && counts && !topics.contains(&&claim.claim().topic) {
            topics.push(&claim.claim().topic);
        }
    }
    topics
}

fn history(
    said: &[&ClaimRef],
    group: LossGroup,
    measure: Measure,
    whose: &super::id::PartyId,
) -> Vec<LossEntry> {
    let mut entries: Vec<LossEntry> = Vec::new();
    for claim in said.iter().filter(|c| c.claim().content == Content::Carried) {
        for figure in &claim.claim().figures {
            let counts = figure.measure == measure
                && LossGroup::of(figure) == Some(group)
                && figure.whose.contains(whose);
            if !counts {
                continue;
            }
            let is_later = |known: &LossEntry| {
                known.step != Step::Variant
                    && known.figure.counts_the_same_as(figure)
                    && known.claim.claim().about == claim.claim().about
                    && known.claim.statement.id != claim.statement.id
                    && known.claim.statement.said.latest < claim.statement.said.latest
            };
            let step = if claim.claim().is_variant() {
                Step::Variant
            } else if entries.iter().any(is_later) {
                Step::Revision
            } else {
                Step::First
            };
            entries.push(LossEntry { claim: (*claim).clone(), figure: figure.clone(), step });
        }
    }
    let (variants, mut ordered): (Vec<LossEntry>, Vec<LossEntry>) =
        entries.into_iter().partition(|entry| entry.step == Step::Variant);
    ordered.extend(variants);
    ordered
}

/// Why a cell has no figure. Silence is judged by topic.
fn empty_fill(said: &[&ClaimRef], topics: &[&TopicId]) -> Fill {
    let unsaid = said
        .iter()
        .find(|c| c.claim().content != Content::Carried && topics.contains(&&c.claim().topic));
    match unsaid.map(|c| c.claim().content) {
        Some(Content::NotSaid) => Fill::NotSaid,
        Some(_) => Fill::NotCarried,
        None => Fill::NoStatement,
    }
}
