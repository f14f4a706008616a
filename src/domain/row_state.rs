//! The eight states a comparison's row can have, and the rules by which a row gets one.

use super::claim::Position;
use super::comparison::{Cell, ClaimRef};
use super::dataset::Dataset;
use super::figure::{Figure, FigureComparison, compare_figures};
use super::id::{PartyId, PlaceId, TopicId};
use super::party::{Pair, Side};
use super::place::Role;
use super::topic::TopicKind;
use super::word::words;

/// What a row found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RowState {
    /// Both accuse; one, both or neither may be right.
    EachBlamesTheOther,
    /// Both gave a figure, a time or a place for the same thing, and they don't meet.
    Differ,
    /// The two exclude each other.
    Contradict,
    /// A claim in the row is denied by another in it.
    Denied,
    /// Both assert the same thing. Compatible is not agreement.
    Agree,
    /// Both spoke, about different things.
    NotComparable,
    /// No claim of the other side was found.
    OneSideOnly,
    /// Neither of the pair spoke of it.
    ThirdPartiesOnly,
}

words!(RowState {
    EachBlamesTheOther = "each-blames-the-other",
    Differ = "differ",
    Contradict = "contradict",
    Denied = "denied",
    Agree = "agree",
    NotComparable = "not-comparable",
    OneSideOnly = "one-side-only",
    ThirdPartiesOnly = "third-parties-only",
});

/// A state over words, found by an editor and recorded with its reason.
#[derive(Clone, PartialEq, Debug)]
pub struct EditorState {
    pub topic: TopicId,
    pub state: RowState,
    /// In the page's language; shown with the state.
    pub reason: String,
}

/// Why a row has its state.
#[derive(Clone, PartialEq, Debug)]
pub enum Reason {
    Editor(String),
    EachBlames,
    /// A claim the two made together, as an outlet summarised it.
    SaidJointly,
    FiguresSame(Figure),
    FiguresApart {
        gap: u64,
        first: Figure,
        second: Figure,
    },
    FiguresCompatible {
        first: Figure,
        second: Figure,
    },
    /// Figures of different measures, people or owners.
    FiguresOfDifferentThings {
        first: Figure,
        second: Figure,
    },
    NumberNotGiven(Side),
    PlacesSame,
    PlacesApart,
    PlacesOverlap,
    /// The places play different parts in what each said.
    PlacesOfDifferentThings,
    TimesSame,
    TimesApart {
        minutes: i64,
    },
    TimesOverlap,
    Denied {
        by: ClaimRef,
        denied: ClaimRef,
    },
    OnlySideFound(Side),
    /// The only statement found is of this side, and it doesn't say.
    OnlyUnsaid(Side),
    NotCarried(Side),
    NotSaid(Side),
    /// Both spoke, and no editor has compared their words yet.
    NotJudged,
    OnlyThirdParties,
}

/// One side's and the joint claims of a row, and what is needed to judge them.
pub struct Evidence<'a> {
    pub dataset: &'a Dataset,
    pub pair: &'a Pair,
    pub kind: TopicKind,
    pub first: &'a Cell,
    pub second: &'a Cell,
    pub joint: &'a [ClaimRef],
    pub third: &'a [ClaimRef],
    pub editor: Option<&'a EditorState>,
    /// Where the row is of one party's losses: only its figures are compared.
    pub whose: Option<&'a PartyId>,
}

impl Evidence<'_> {
    fn cell(&self, side: Side) -> &Cell {
        match side {
            Side::First => self.first,
            Side::Second => self.second,
        }
    }

    fn carried(&self, side: Side) -> impl Iterator<Item = &ClaimRef> {
        self.cell(side).claims.iter().filter(|c| c.claim().is_comparable())
    }

    fn has_carried(&self, side: Side) -> bool {
        !self.cell(side).claims.is_empty() || !self.joint.is_empty()
    }
}

/// Gives a row its state and says why.
///
/// In this order: a denial of a claim in the row; a side that is not found, or whose words are
/// not carried; figures, places and times by computation; for words the editor's recorded state,
/// each side blaming the other, or a claim made jointly.
///
/// With the sides swapped the state is the same, and so is the reason with its sides swapped. Only
/// where both are in the same position (each denies the other, neither statement says, neither
/// gives its number) does the reason name the one that stands first; and of several figures that
/// don't meet, those that it gave first.
///
/// The cases, which `tests/states.rs` goes through; parties are North (first), South and East:
///
/// | case | state | reason |
/// |---|---|---|
/// | the other side's claim is denied | Denied | denied south north |
/// | a third party's claim is denied | Denied | denied north east |
/// | a third party denies | Denied | denied east north |
/// | what is denied stands in another row | NotComparable | not judged |
/// | each denies the other | Denied | denied north south |
/// | one side alone | OneSideOnly | only First |
/// | one side alone with a figure | OneSideOnly | only First |
/// | a caption is a claim found | OneSideOnly | only First |
/// | the other side's words aren't carried | NotComparable | not carried Second |
/// | the other side's statement doesn't say | NotComparable | not said Second |
/// | the only statement doesn't say | OneSideOnly | only unsaid First |
/// | the only words aren't carried | OneSideOnly | only unsaid First |
/// | neither statement says | NotComparable | not said First |
/// | nobody's words are carried | NotComparable | not carried First |
/// | only a third party spoke | ThirdPartiesOnly | only third parties |
/// | the same number with the same hedge | Agree | figures same 7 |
/// | numbers that don't meet | Differ | figures apart 18: 12 30 |
/// | a number below the least | Differ | figures apart 20: 20 40 |
/// | a number above the least | NotComparable | figures compatible: 50 40 |
/// | the same number hedged by one | NotComparable | figures compatible: 7 7 |
/// | figures of different things | NotComparable | figures of different things: 7 7 |
/// | a loss without its number | NotComparable | number not given First |
/// | losses of both without a number | NotComparable | number not given First |
/// | a later number revises | Agree | figures same 12 |
/// | a caption is no input | Agree | figures same 12 |
/// | of several, what doesn't meet is said | Differ | figures apart 3: 1 4 |
/// | several don't meet, in another order | Differ | figures apart 2: 9 7 |
/// | a figure meets words | NotComparable | not judged |
/// | the same places | Agree | places same |
/// | places that don't meet | Differ | places apart |
/// | a place inside the other's | NotComparable | places overlap |
/// | some places the same | NotComparable | places overlap |
/// | places in different roles | NotComparable | places of different things |
/// | a place that is only mentioned | NotComparable | not judged |
/// | the same time | Agree | times same |
/// | times that don't meet | Differ | times apart 15 |
/// | times that may be one | NotComparable | times overlap |
/// | an editor judged the words | Contradict | editor |
/// | an editor comes before mutual blame | NotComparable | editor |
/// | an editor judges words on places | Differ | editor |
/// | computation comes before an editor | Agree | figures same 7 |
/// | each blames the other | EachBlamesTheOther | each blames |
/// | one blames, the other doesn't | NotComparable | not judged |
/// | both said it together | Agree | said jointly |
/// | both accuse each other, as summed up | EachBlamesTheOther | said jointly |
/// | nobody has judged the words | NotComparable | not judged |
pub fn judge(evidence: &Evidence) -> (RowState, Reason) {
    if let Some(denial) = find_denial(evidence) {
        return denial;
    }
    if let Some(absence) = find_absence(evidence) {
        return absence;
    }
    let computed = match evidence.kind {
        TopicKind::Figure | TopicKind::Losses => judge_figures(evidence),
        TopicKind::Place => judge_places(evidence),
        TopicKind::Time => judge_times(evidence),
        TopicKind::Words => None,
    };
    computed.unwrap_or_else(|| judge_words(evidence))
}

fn find_denial(evidence: &Evidence) -> Option<(RowState, Reason)> {
    let all = || {
        let cells = [evidence.first, evidence.second].into_iter().flat_map(|c| &c.claims);
        cells.chain(evidence.joint).chain(evidence.third)
    };
    all().find_map(|by| {
        let target = by.claim().denies.as_ref()?;
        let denied = all().find(|c| c.claim().id == *target)?;
        Some((RowState::Denied, Reason::Denied { by: by.clone(), denied: denied.clone() }))
    })
}

fn find_absence(evidence: &Evidence) -> Option<(RowState, Reason)> {
    let carried = Side::BOTH.map(|side| evidence.has_carried(side));
    let unsaid = |side: Side| evidence.cell(side).unsaid.first();
    let silence = |side: Side| match unsaid(side)?.claim().content {
        super::claim::Content::NotSaid => Some(Reason::NotSaid(side)),
        _ => Some(Reason::NotCarried(side)),
    };
    match carried {
        [true, true] => None,
        [true, false] | [false, true] => {
            let speaking = if carried[0] { Side::First } else { Side::Second };
            Some(match silence(speaking.other()) {
                Some(reason) => (RowState::NotComparable, reason),
                None => (RowState::OneSideOnly, Reason::OnlySideFound(speaking)),
            })
        }
        [false, false] => Some(match (silence(Side::First), silence(Side::Second)) {
            (Some(reason), Some(_)) => (RowState::NotComparable, reason),
            (Some(_), None) => (RowState::OneSideOnly, Reason::OnlyUnsaid(Side::First)),
            (None, Some(_)) => (RowState::OneSideOnly, Reason::OnlyUnsaid(Side::Second)),
            (None, None) => (RowState::ThirdPartiesOnly, Reason::OnlyThirdParties),
        }),
    }
}

/// Compares the newest figure of each history of one side with the newest of the other's that
/// counts the same.
fn judge_figures(evidence: &Evidence) -> Option<(RowState, Reason)> {
    let current = |side| newest_figures(evidence.carried(side), evidence.whose);
    let (firsts, seconds) = (current(Side::First), current(Side::Second));
    let (first_any, second_any) = (*firsts.first()?, *seconds.first()?);
    let mut found: Option<(u8, RowState, Reason)> = None;
    for a in &firsts {
        for b in seconds.iter().filter(|b| a.counts_the_same_as(b)) {
            let (first, second) = ((*a).clone(), (*b).clone());
            let (rank, state, reason) = match compare_figures(a, b) {
                FigureComparison::Apart(gap) => {
                    (3, RowState::Differ, Reason::FiguresApart { gap, first, second })
                }
                FigureComparison::Compatible => {
                    (2, RowState::NotComparable, Reason::FiguresCompatible { first, second })
                }
                FigureComparison::Incomparable => {
                    let side = if a.admits().is_none() { Side::First } else { Side::Second };
                    (1, RowState::NotComparable, Reason::NumberNotGiven(side))
                }
                FigureComparison::Same => (0, RowState::Agree, Reason::FiguresSame(first)),
            };
            if found.as_ref().is_none_or(|(best, ..)| rank > *best) {
                found = Some((rank, state, reason));
            }
        }
    }
    Some(found.map_or_else(
        || {
            let (first, second) = (first_any.clone(), second_any.clone());
            (RowState::NotComparable, Reason::FiguresOfDifferentThings { first, second })
        },
        |(_, state, reason)| (state, reason),
    ))
}

/// The newest figure of each thing counted. Claims come in the order they were made, so a later
/// one replaces the one it revises.
fn newest_figures<'a>(
    claims: impl Iterator<Item = &'a ClaimRef>,
    whose: Option<&PartyId>,
) -> Vec<&'a Figure> {
    let mut newest: Vec<&Figure> = Vec::new();
    for figure in claims.flat_map(|c| &c.claim().figures) {
        if whose.is_some_and(|party| !figure.whose.contains(party)) {
            continue;
        }
        match newest.iter_mut().find(|known| known.counts_the_same_as(figure)) {
            Some(known) => *known = figure,
            None => newest.push(figure),
        }
    }
    newest
}

/// A place as one side names it: where, in what role, and whose act it places.
#[derive(PartialEq)]
struct NamedPlace<'a> {
    place: &'a PlaceId,
    role: Role,
    act_of: Option<&'a PartyId>,
}

impl NamedPlace<'_> {
    /// Whether two places answer the same question. Where one side says the other struck is no
    /// answer to where that one says the first struck.
    fn answers_with(&self, other: &Self) -> bool {
        self.role == other.role && self.act_of == other.act_of
    }
}

/// Places are compared only where role and act are the same. A place inside another is
/// compatible with it, not different from it.
fn judge_places(evidence: &Evidence) -> Option<(RowState, Reason)> {
    let (firsts, seconds) =
        (named_places(evidence, Side::First), named_places(evidence, Side::Second));
    if firsts.is_empty() || seconds.is_empty() {
        return None;
    }
    if !firsts.iter().any(|a| seconds.iter().any(|b| a.answers_with(b))) {
        return Some((RowState::NotComparable, Reason::PlacesOfDifferentThings));
    }
    let dataset = evidence.dataset;
    let meets = |a: &NamedPlace, b: &NamedPlace| {
        a.answers_with(b)
            && (dataset.lies_within(a.place, b.place) || dataset.lies_within(b.place, a.place))
    };
    let is_same =
        |from: &[NamedPlace], to: &[NamedPlace]| from.iter().all(|place| to.contains(place));
    Some(if is_same(&firsts, &seconds) && is_same(&seconds, &firsts) {
        (RowState::Agree, Reason::PlacesSame)
    } else if firsts.iter().any(|a| seconds.iter().any(|b| meets(a, b))) {
        (RowState::NotComparable, Reason::PlacesOverlap)
    } else {
        (RowState::Differ, Reason::PlacesApart)
    })
}

fn named_places<'a>(evidence: &'a Evidence, side: Side) -> Vec<NamedPlace<'a>> {
    let claims = evidence.carried(side).map(ClaimRef::claim);
    let places = claims.flat_map(|claim| {
        let act_of = claim.against.as_ref();
        claim.places.iter().map(move |(place, role)| NamedPlace { place, role: *role, act_of })
    });
    places.filter(|named| named.role != Role::Mentioned).collect()
}

fn judge_times(evidence: &Evidence) -> Option<(RowState, Reason)> {
    let time = |side| evidence.carried(side).filter_map(|c| c.claim().time.as_ref()).last();
    let (first, second) = (time(Side::First)?, time(Side::Second)?);
    let ((a_from, a_to), (b_from, b_to)) = (first.span(), second.span());
    Some(if (a_from, a_to) == (b_from, b_to) {
        (RowState::Agree, Reason::TimesSame)
    } else if a_from > b_to {
        (RowState::Differ, Reason::TimesApart { minutes: a_from - b_to })
    } else if b_from > a_to {
        (RowState::Differ, Reason::TimesApart { minutes: b_from - a_to })
    } else {
        (RowState::NotComparable, Reason::TimesOverlap)
    })
}

fn judge_words(evidence: &Evidence) -> (RowState, Reason) {
    if let Some(editor) = evidence.editor {
        return (editor.state, Reason::Editor(editor.reason.clone()));
    }
    let blames = |side: Side| {
        let other = evidence.pair.party(side.other());
        evidence.carried(side).any(|c| {
            c.claim().position == Position::Blames && c.claim().against.as_ref() == Some(other)
        })
    };
    if blames(Side::First) && blames(Side::Second) {
        return (RowState::EachBlamesTheOther, Reason::EachBlames);
    }
    match evidence.joint.first() {
        Some(joint) if joint.claim().position == Position::Blames => {
            (RowState::EachBlamesTheOther, Reason::SaidJointly)
        }
        Some(_) => (RowState::Agree, Reason::SaidJointly),
        None => (RowState::NotComparable, Reason::NotJudged),
    }
}
