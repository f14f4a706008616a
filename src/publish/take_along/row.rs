//! One claim as a flat row: everything its record says, each id with the name a reader knows it
//! by. `public/data/README.md` says of each field what it is.
//!
//! What a record leaves out is left out here too: there is no empty text and no zero that nobody
//! reported.

use serde::Serialize;
use serde_json::Value;

/// An id with its name in the file's language.
#[derive(Serialize, Debug)]
pub struct Named {
    pub id: String,
    pub name: String,
}

/// Who speaks or tells.
#[derive(Serialize, Debug)]
pub struct SpeakerEntry {
    pub id: String,
    pub name: String,
    pub party: Named,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
}

/// What the comparison found of a row in which the claim stands.
#[derive(Serialize, Debug)]
pub struct StateEntry {
    pub state: &'static str,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whose: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Words of a report in their own language.
#[derive(Serialize, Debug)]
pub struct QuotationEntry {
    pub language: String,
    pub text: String,
}

/// A figure as reported.
#[derive(Serialize, Debug)]
pub struct FigureEntry {
    pub measure: &'static str,
    /// The figure in words.
    pub words: String,
    /// A number, both ends of a range, or `"not-given"`.
    pub amount: Value,
    /// The least and the greatest number that the report gives; absent where it gives none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<u64>,
    pub qualifier: &'static str,
    pub people: &'static str,
    pub whose: Vec<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whose_basis: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whose_reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
}

/// A place in its role.
#[derive(Serialize, Debug)]
pub struct PlaceEntry {
    pub id: String,
    pub name: String,
    pub role: &'static str,
    pub role_name: String,
    pub exactness: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
}

/// A time that a claim or an event gives.
#[derive(Serialize, Debug)]
pub struct TimeEntry {
    pub from: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    pub precision: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Where the claim stands in a report.
#[derive(Serialize, Debug)]
pub struct AppearanceEntry {
    pub source: String,
    pub outlet: Named,
    pub published: String,
    pub published_basis: &'static str,
    pub headline: QuotationEntry,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    #[serde(rename = "in")]
    pub part: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u64>,
    /// The part in words.
    pub passage: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verb: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How one appearance gives a figure that it gives otherwise than the claim does.
#[derive(Serialize, Debug)]
pub struct RenderingEntry {
    /// Which of the appearances, and which of the figures, counted from 1.
    pub appearance: usize,
    pub figure: usize,
    pub qualifier: &'static str,
    /// The figure in words, as it stands there.
    pub words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
}

/// A public correction of the statement.
#[derive(Serialize, Debug)]
pub struct ChangeEntry {
    pub date: String,
    pub what: String,
    pub why: String,
}

/// One claim with everything that is known of it.
#[derive(Serialize, Debug)]
pub struct ClaimRow {
    pub claim: String,
    /// Where the claim stands on the site.
    pub address: String,
    pub statement: String,
    /// `event`, `episode` or `none`: the conflict as a whole.
    pub about: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_time: Option<TimeEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub episode: Option<Named>,
    pub topic: Named,
    pub question: String,
    pub states: Vec<StateEntry>,
    pub position: Named,
    pub content: &'static str,
    /// Who makes the claim, in words: parties, or the outlet.
    pub claimants: String,
    pub speakers: Vec<SpeakerEntry>,
    /// The source whose outlet speaks in its own voice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet_speaks: Option<String>,
    pub tellers: Vec<SpeakerEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denies: Option<String>,
    pub summary: String,
    pub quotations: Vec<QuotationEntry>,
    pub figures: Vec<FigureEntry>,
    pub places: Vec<PlaceEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeEntry>,
    pub as_summarised: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_printed: Option<String>,
    /// Whether it stands only in captions, headlines and subheadings.
    pub is_variant: bool,
    /// When it was said, in words.
    pub said: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_earliest: Option<String>,
    pub said_latest: String,
    pub said_precision: &'static str,
    pub said_basis: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_wording: Option<String>,
    pub appearances: Vec<AppearanceEntry>,
    pub renderings: Vec<RenderingEntry>,
    pub published: String,
    pub changes: Vec<ChangeEntry>,
}
