//! Records as an editor writes them: `public/data/README.md`, in types.

use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer, Error};

use crate::domain::claim::{Content, Position};
use crate::domain::date::{Date, Moment, Precision};
use crate::domain::figure::{Amount, Measure, People, Qualifier};
use crate::domain::id::*;
use crate::domain::place::{Exactness, Role};
use crate::domain::row_state::RowState;
use crate::domain::topic::TopicKind;

/// The project's own wording, by language.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(transparent)]
pub struct Text(pub BTreeMap<String, Wording>);

/// A text in one language.
#[derive(Clone, PartialEq, Debug)]
pub struct Wording {
    pub text: String,
    /// Where it differs from what the manifest says of the language.
    pub translation: Option<bool>,
    pub checked: Option<bool>,
}

impl Text {
    /// The wording in that language; empty where it is missing, which is a finding.
    pub fn in_language(&self, language: &str) -> String {
        self.0.get(language).map_or_else(String::new, |wording| wording.text.clone())
    }
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    pub id: String,
    pub title: Text,
    pub subtitle: Text,
    pub pair: [PartyId; 2],
    pub order_reason: Text,
    pub languages: Vec<Language>,
    pub default_language: String,
    pub site: Option<String>,
    pub publisher: Text,
    pub corrections: Option<String>,
    pub time_zone: TimeZone,
    pub corpus: Text,
    /// West, south, east, north, in degrees.
    pub map_box: Option<[f64; 4]>,
    pub licence: String,
    pub updated: Date,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    pub code: String,
    pub name: String,
    pub direction: Direction,
    pub translation: bool,
    pub checked: bool,
    pub made_by: Text,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    Ltr,
    Rtl,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeZone {
    pub name: Text,
    pub utc_offset_minutes: i32,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    pub id: PartyId,
    pub name: Text,
    pub adjective: Option<Text>,
    pub seal: Option<Text>,
    pub kind: PartyKind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    State,
    Bloc,
    Organisation,
    ArmedGroup,
    UnrecognisedEntity,
    Mediator,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    pub id: SpeakerId,
    pub party: PartyId,
    pub person: Option<Text>,
    pub office: Option<Text>,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlet {
    pub id: OutletId,
    pub name: Text,
    pub named: bool,
    pub kind: OutletKind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutletKind {
    Newspaper,
    Broadcaster,
    NewsSite,
    Agency,
    Unknown,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: SourceId,
    pub outlet: OutletId,
    pub with_agencies: bool,
    pub published: Date,
    pub published_basis: PublishedBasis,
    pub published_note: Option<Text>,
    pub dateline: Option<Text>,
    /// Its text is empty where the report has none, which the note then says.
    pub headline: Quotation,
    pub republished_by: Option<Text>,
    pub point_of_view: Option<Text>,
    pub address: Option<String>,
    pub paragraphs: u64,
    pub note: Option<Text>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublishedBasis {
    Stated,
    Inferred,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotation {
    pub language: String,
    pub text: String,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub id: TopicId,
    pub question: Text,
    pub short: Text,
    pub kind: TopicKind,
    pub order: i64,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub id: KindId,
    pub name: Text,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub id: PlaceId,
    pub name: Text,
    pub kind: PlaceKind,
    pub point: Option<Point>,
    pub precision: Exactness,
    pub within: Option<PlaceId>,
    #[serde(default)]
    pub names: Vec<Toponym>,
    #[serde(default)]
    pub as_reported: Vec<String>,
    pub coordinate_source: Option<String>,
    pub note: Option<Text>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    Village,
    Town,
    City,
    District,
    Region,
    Country,
    Border,
    LineOfContact,
}

#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    pub latitude: f64,
    pub longitude: f64,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Toponym {
    pub usage: PartyId,
    pub language: String,
    pub text: String,
    pub latin: Option<String>,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Episode {
    pub id: EpisodeId,
    pub title: Text,
    pub summary: Text,
    pub from: Date,
    pub to: Date,
    #[serde(default)]
    pub states: Vec<EditorState>,
    pub published: Date,
    pub changes: Vec<Change>,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub id: EventId,
    pub episode: Option<EpisodeId>,
    pub title: Text,
    pub summary: Text,
    pub kind: KindId,
    pub when: When,
    pub places: Vec<PlaceId>,
    #[serde(default)]
    pub states: Vec<EditorState>,
    pub published: Date,
    pub changes: Vec<Change>,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    pub from: Moment,
    pub to: Option<Moment>,
    pub precision: Precision,
    pub wording: Option<String>,
    pub note: Option<Text>,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditorState {
    pub topic: TopicId,
    pub state: RowState,
    pub reason: Text,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub date: Date,
    pub what: Text,
    pub why: Text,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    pub id: StatementId,
    #[serde(default)]
    pub speakers: Vec<SpeakerId>,
    pub outlet_speaks: Option<SourceId>,
    #[serde(default)]
    pub tellers: Vec<SpeakerId>,
    pub channel: Option<Text>,
    pub agency: Option<OutletId>,
    pub said: Said,
    pub claims: Vec<Claim>,
    pub published: Date,
    pub changes: Vec<Change>,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    pub earliest: Option<Moment>,
    pub latest: Option<Moment>,
    pub precision: Precision,
    pub basis: SaidBasis,
    pub wording: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SaidBasis {
    Stated,
    ReportDate,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub id: ClaimId,
    pub about: About,
    pub topic: TopicId,
    pub position: Position,
    pub content: Content,
    pub against: Option<PartyId>,
    pub denies: Option<ClaimId>,
    pub summary: Text,
    #[serde(default)]
    pub quotations: Vec<Quotation>,
    #[serde(default)]
    pub figures: Vec<Figure>,
    #[serde(default)]
    pub places: Vec<PlaceRole>,
    pub time: Option<When>,
    #[serde(default)]
    pub as_summarised: bool,
    pub as_printed: Option<Text>,
    pub appearances: Vec<Appearance>,
}

/// `{"event": …}`, `{"episode": …}` or `"none"`.
#[derive(Clone, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    Event(EventId),
    Episode(EpisodeId),
    None,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceRole {
    pub place: PlaceId,
    pub role: Role,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appearance {
    pub source: SourceId,
    #[serde(rename = "in")]
    pub part: Part,
    pub paragraph: Option<u64>,
    pub verb: Option<String>,
    pub note: Option<Text>,
    #[serde(default)]
    pub renderings: Vec<Rendering>,
}

/// How an appearance gives one of its claim's figures, where it gives it otherwise.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rendering {
    /// Counted from 1.
    pub figure: usize,
    pub qualifier: Qualifier,
    pub wording: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    Headline,
    Subheading,
    Caption,
    Paragraph,
}

#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub measure: Measure,
    pub amount: Amount,
    pub qualifier: Qualifier,
    pub people: People,
    #[serde(default)]
    pub whose: Vec<PartyId>,
    pub whose_basis: Option<PublishedBasis>,
    pub whose_reason: Option<Text>,
    pub wording: Option<String>,
}

impl<'de> Deserialize<'de> for Wording {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(untagged, deny_unknown_fields)]
        enum Form {
            Plain(String),
            Detailed { text: String, translation: Option<bool>, checked: Option<bool> },
        }
        Ok(match Form::deserialize(deserializer)? {
            Form::Plain(text) => Wording { text, translation: None, checked: None },
            Form::Detailed { text, translation, checked } => Wording { text, translation, checked },
        })
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        let read = match &value {
            serde_json::Value::String(text) if text == "not-given" => Some(Amount::NotGiven),
            serde_json::Value::Array(ends) => match ends.as_slice() {
                [low, high] => low.as_u64().zip(high.as_u64()).map(|(l, h)| Amount::Range(l, h)),
                _ => None,
            },
            other => other.as_u64().map(Amount::Exactly),
        };
        read.ok_or_else(|| {
            D::Error::custom("expected a whole number, [low, high], or \"not-given\"")
        })
    }
}

macro_rules! read_words {
    ($($name:ident),*) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                $name::from_key(&text).ok_or_else(|| {
                    let words: Vec<&str> = $name::ALL.iter().map(|entry| entry.key()).collect();
                    D::Error::custom(format!("unknown word \"{text}\", expected one of {}", words.join(", ")))
                })
            }
        }
    )*};
}

read_words!(
    Content, Position, Precision, Measure, People, Qualifier, Exactness, Role, RowState, TopicKind
);

macro_rules! read_ids {
    ($($name:ident),*) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                if is_well_formed(&text) {
                    Ok($name::new(&text))
                } else {
                    Err(D::Error::custom(format!(
                        "\"{text}\" is no id: use lower-case Latin letters, digits and hyphens"
                    )))
                }
            }
        }
    )*};
}

read_ids!(
    EventId,
    EpisodeId,
    PartyId,
    PlaceId,
    SourceId,
    OutletId,
    TopicId,
    KindId,
    SpeakerId,
    StatementId,
    ClaimId
);

macro_rules! read_times {
    ($($name:ident: $form:literal),*) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                $name::parse(&text).ok_or_else(|| {
                    D::Error::custom(format!("\"{text}\" is no date that exists; write {}", $form))
                })
            }
        }
    )*};
}

read_times!(Date: "2022-09-13", Moment: "2022-09-13 or 2022-09-13T16:55");
