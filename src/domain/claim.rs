//! Claims: one checkable assertion inside a statement, on one topic, about one event or episode.

use super::carrying::Rendering;
use super::date::When;
use super::event::Subject;
use super::figure::Figure;
use super::id::{ClaimId, PartyId, PlaceId, SourceId, TopicId};
use super::place::Role;
use super::source::Quotation;
use super::word::words;

/// One checkable assertion.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    pub id: ClaimId,
    /// `None`: about the conflict as a whole.
    pub about: Option<Subject>,
    pub topic: TopicId,
    pub position: Position,
    pub content: Content,
    /// Whom it blames or accuses.
    pub against: Option<PartyId>,
    /// The claim it answers with a denial.
    pub denies: Option<ClaimId>,
    /// The project's own words, in the page's language.
    pub summary: String,
    /// The report's rendering of the claimant's words.
    pub quotations: Vec<Quotation>,
    pub figures: Vec<Figure>,
    pub places: Vec<(PlaceId, Role)>,
    pub time: Option<When>,
    /// The outlet summed up what was said, rather than carrying one statement.
    pub is_summarised: bool,
    /// What looks mistaken in the report and is kept.
    pub as_printed: Option<String>,
    pub appearances: Vec<Appearance>,
}

impl Claim {
    /// Whether the claim stands only in captions, headlines and subheadings. Such a claim is a
    /// variant of its report: shown beside the others, never a step in a figure's history and
    /// never an input to a state.
    pub fn is_variant(&self) -> bool {
        self.appearances.iter().all(|a| !matches!(a.passage, Passage::Paragraph(_)))
    }

    /// Whether it may be compared with the other side's: carried, and no variant.
    pub fn is_comparable(&self) -> bool {
        self.content == Content::Carried && !self.is_variant()
    }

    /// The sources it stands in, each once, in order of appearance.
    pub fn sources(&self) -> Vec<&SourceId> {
        let mut sources: Vec<&SourceId> = Vec::new();
        for appearance in &self.appearances {
            if !sources.contains(&&appearance.source) {
                sources.push(&appearance.source);
            }
        }
        sources
    }
}

/// What a claim does. A side's own losses always take the same position, whoever the side is;
/// the report's verb is kept with the appearance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Position {
    Asserts,
    Denies,
    Blames,
    Demands,
    Offers,
    Announces,
    Warns,
    Acknowledges,
}

words!(Position {
    Asserts = "asserts",
    Denies = "denies",
    Blames = "blames",
    Demands = "demands",
    Offers = "offers",
    Announces = "announces",
    Warns = "warns",
    Acknowledges = "acknowledges",
});

/// Whether the report carries what was said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Content {
    Carried,
    /// The side spoke of it, but the report doesn't carry what it said.
    NotCarried,
    /// The statement doesn't say.
    NotSaid,
}

words!(Content {
    Carried = "carried",
    NotCarried = "not-carried",
    NotSaid = "not-said",
});

/// Where a claim stands in a source.
#[derive(Clone, PartialEq, Debug)]
pub struct Appearance {
    pub source: SourceId,
    pub passage: Passage,
    /// The report's own verb, in its language. Never used for either column.
    pub verb: Option<String>,
    pub note: Option<String>,
    /// Figures that this passage gives otherwise than the claim does.
    pub renderings: Vec<Rendering>,
}

/// The part of a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Passage {
    Headline,
    Subheading,
    Caption,
    /// Body paragraphs counted from 1.
    Paragraph(u64),
}
