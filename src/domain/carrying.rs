//! Who carried what: in which reports each side's claims stand, and how each report gives them.
//!
//! The unit is the appearance: one claim in one passage of one source. All numbers here are
//! counts of appearances or of claims, never figures.

use std::collections::BTreeMap;

use super::claim::{Appearance, Claim};
use super::comparison::ClaimRef;
use super::figure::{Figure, Qualifier};
use super::id::{PartyId, SourceId};
use super::party::{Pair, Side};
use super::source::Source;
use super::statement::Voice;

/// How one appearance gives a figure of its claim, where it gives it otherwise than the claim
/// itself: "so far" in one report, bare in another.
#[derive(Clone, PartialEq, Debug)]
pub struct Rendering {
    /// Which of the claim's figures, counted from 0.
    pub figure: usize,
    pub qualifier: Qualifier,
    /// The report's own short wording beside the number.
    pub wording: Option<String>,
}

/// The claim's figures as that appearance gives them. One that it doesn't render otherwise stands
/// there as the claim has it.
pub fn figures_at(claim: &Claim, appearance: &Appearance) -> Vec<Figure> {
    let mut figures = claim.figures.clone();
    for rendering in &appearance.renderings {
        if let Some(figure) = figures.get_mut(rendering.figure) {
            figure.qualifier = rendering.qualifier;
            figure.wording.clone_from(&rendering.wording);
        }
    }
    figures
}

/// Whether the appearances of a claim don't all give its figures in the same way.
pub fn is_rendered_otherwise(claim: &Claim) -> bool {
    claim.appearances.iter().any(|appearance| !appearance.renderings.is_empty())
}

/// Whose an appearance is. Each appearance is of exactly one kind, so that the counts add up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Claimants {
    /// The pair's first party alone.
    First,
    /// The pair's second party alone.
    Second,
    /// Several parties together, whichever they are.
    Joint,
    /// One third party alone.
    Third,
    /// No party: the outlet in its own voice.
    Outlet,
}

impl Claimants {
    /// Every kind, in the order of the columns.
    pub const ALL: &'static [Claimants] = &[
        Claimants::First,
        Claimants::Second,
        Claimants::Joint,
        Claimants::Third,
        Claimants::Outlet,
    ];

    /// Who makes the claims of a statement. A party that speaks through two speakers is one party.
    pub fn of(pair: &Pair, voice: &Voice) -> Self {
        let parties = distinct_parties(voice);
        match parties.as_slice() {
            [] => Claimants::Outlet,
            [party] => match pair.side_of(party) {
                Some(side) => Self::of_side(side),
                None => Claimants::Third,
            },
            _ => Claimants::Joint,
        }
    }

    /// One side of the pair alone.
    pub fn of_side(side: Side) -> Self {
        match side {
            Side::First => Claimants::First,
            Side::Second => Claimants::Second,
        }
    }
}

/// What one report carries, or several together.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Carried {
    /// Appearances by whose they are, in the order of [`Claimants::ALL`].
    counts: [usize; 5],
    /// Appearances that are of each side of the pair, alone or with others: a joint one counts for
    /// each claimant here, so these don't add up.
    with_joint: [usize; 2],
}

impl Carried {
    /// How many appearances are of these claimants.
    pub fn count(&self, claimants: Claimants) -> usize {
        self.counts[claimants as usize]
    }

    /// How many appearances are of that side, joint ones among them.
    pub fn with_joint(&self, side: Side) -> usize {
        self.with_joint[side as usize]
    }

    /// All appearances, each once.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    fn add(&mut self, pair: &Pair, voice: &Voice) {
        self.counts[Claimants::of(pair, voice) as usize] += 1;
        for side in Side::BOTH.into_iter().filter(|side| voice.is_of(pair.party(*side))) {
            self.with_joint[side as usize] += 1;
        }
    }

    fn add_all(&mut self, other: &Carried) {
        for (own, more) in self.counts.iter_mut().zip(other.counts) {
            *own += more;
        }
        for (own, more) in self.with_joint.iter_mut().zip(other.with_joint) {
            *own += more;
        }
    }
}

/// Words with how often each stands, the most frequent first.
pub type Tally<T> = Vec<(T, usize)>;

/// One report's row.
#[derive(Clone, PartialEq, Debug)]
pub struct Report {
    pub source: SourceId,
    pub carried: Carried,
    /// The verbs it uses for claims of each side alone.
    verbs: [Tally<String>; 2],
    /// Appearances of each side alone for which no verb is recorded.
    without_verb: [usize; 2],
    /// Appearances of each third party alone.
    pub third: Tally<PartyId>,
    /// Claims whose every appearance lies in this report.
    pub alone: Vec<ClaimRef>,
    /// Claims that stand in this report and in another.
    pub shared: Vec<ClaimRef>,
}

impl Report {
    /// The report's own verbs for that side's claims; joint claims are left aside.
    pub fn verbs(&self, side: Side) -> &[(String, usize)] {
        &self.verbs[side as usize]
    }

    /// Appearances of that side alone for which no verb is recorded. With the verbs they make the
    /// side's count.
    pub fn without_verb(&self, side: Side) -> usize {
        self.without_verb[side as usize]
    }
}

/// All reports with what they carry.
#[derive(Clone, PartialEq, Debug)]
pub struct Carrying {
    /// One for each source, in the order of the sources.
    pub reports: Vec<Report>,
    /// Claims that stand in several reports, each once.
    pub shared: Vec<ClaimRef>,
}

impl Carrying {
    /// What these reports carry together.
    pub fn sum(reports: &[Report]) -> Carried {
        let mut all = Carried::default();
        for report in reports {
            all.add_all(&report.carried);
        }
        all
    }
}

/// Finds what each report carries. Every appearance in one of the sources is counted once: in its
/// source's row, under its claimants. That no appearance names another source is a rule of the
/// records.
pub fn carrying(pair: &Pair, sources: &[Source], claims: &[ClaimRef]) -> Carrying {
    let mut reports: Vec<Report> = sources.iter().map(|source| blank(&source.id)).collect();
    let places: BTreeMap<&SourceId, usize> =
        sources.iter().enumerate().map(|(at, source)| (&source.id, at)).collect();
    let mut shared = Vec::new();
    for claim in claims {
        let it = claim.claim();
        for appearance in &it.appearances {
            if let Some(at) = places.get(&appearance.source) {
                add(&mut reports[*at], pair, &claim.statement.voice, appearance);
            }
        }
        let cited = it.sources();
        for at in cited.iter().filter_map(|source| places.get(source)) {
            let report = &mut reports[*at];
            let list = if cited.len() == 1 { &mut report.alone } else { &mut report.shared };
            list.push(claim.clone());
        }
        if cited.len() > 1 {
            shared.push(claim.clone());
        }
    }
    for report in &mut reports {
        report.verbs.iter_mut().for_each(most_first);
        most_first(&mut report.third);
    }
    Carrying { reports, shared }
}

fn blank(source: &SourceId) -> Report {
    Report {
        source: source.clone(),
        carried: Carried::default(),
        verbs: [Vec::new(), Vec::new()],
        without_verb: [0; 2],
        third: Vec::new(),
        alone: Vec::new(),
        shared: Vec::new(),
    }
}

fn add(report: &mut Report, pair: &Pair, voice: &Voice, appearance: &Appearance) {
    report.carried.add(pair, voice);
    match (Claimants::of(pair, voice), &appearance.verb) {
        (Claimants::First, Some(verb)) => tally(&mut report.verbs[0], verb),
        (Claimants::First, None) => report.without_verb[0] += 1,
        (Claimants::Second, Some(verb)) => tally(&mut report.verbs[1], verb),
        (Claimants::Second, None) => report.without_verb[1] += 1,
        (Claimants::Third, _) => {
            distinct_parties(voice).into_iter().for_each(|party| tally(&mut report.third, party));
        }
        (Claimants::Joint | Claimants::Outlet, _) => {}
    }
}

fn distinct_parties(voice: &Voice) -> Vec<&PartyId> {
    let mut parties: Vec<&PartyId> = Vec::new();
    for party in voice.parties() {
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
    parties
}

fn tally<T: Clone + PartialEq>(counts: &mut Tally<T>, entry: &T) {
    match counts.iter_mut().find(|(known, _)| known == entry) {
        Some((_, n)) => *n += 1,
        None => counts.push((entry.clone(), 1)),
    }
}

/// Of equals, the one that came first stays first.
fn most_first<T>(counts: &mut Tally<T>) {
    counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
}
