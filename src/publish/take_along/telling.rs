//! Makes the rows of one subject: ids looked up, closed words put into the reader's.

use serde_json::{Value, json};

use crate::domain::carrying::{Rendering, figures_at};
use crate::domain::claim::{Appearance, Claim, Passage};
use crate::domain::comparison::{ClaimRef, Comparison, Row};
use crate::domain::date::{Moment, When};
use crate::domain::event::{Change, Subject};
use crate::domain::figure::{Amount, Figure};
use crate::domain::id::{OutletId, PartyId, PlaceId, SourceId, SpeakerId, TopicId};
use crate::domain::place::Role;
use crate::domain::row_state::RowState;
use crate::domain::source::Quotation;
use crate::domain::statement::Voice;
use crate::session::Session;
use crate::view::{claimants, outlet_name, party_name, passage, reason, speaker_name};

use super::row::{
    AppearanceEntry, ChangeEntry, ClaimRow, FigureEntry, Named, PlaceEntry, QuotationEntry,
    RenderingEntry, SpeakerEntry, StateEntry, TimeEntry,
};

/// What the rows of one subject are made with.
pub struct Teller<'a> {
    pub session: &'a Session,
    /// The address of the subject's page.
    pub url: String,
    /// What was found on the subject; `None` for the conflict as a whole, which isn't compared.
    pub comparison: Option<&'a Comparison>,
}

impl Teller<'_> {
    /// The claim's row; `changes` are its statement's.
    pub fn row(&self, claim: &ClaimRef, changes: &[Change]) -> ClaimRow {
        let (it, statement) = (claim.claim(), &claim.statement);
        let m = &self.session.messages;
        let (speakers, outlet_speaks) = match &statement.voice {
            Voice::Speakers(speakers) => {
                (speakers.iter().map(|(id, party)| self.speaker_of(id, party)).collect(), None)
            }
            Voice::Outlet(source) => (Vec::new(), Some(source.to_string())),
        };
        let said = &statement.said;
        ClaimRow {
            claim: it.id.to_string(),
            address: [&self.url, "#claim-", it.id.as_str()].concat(),
            statement: statement.id.to_string(),
            about: match &it.about {
                Some(Subject::Event(_)) => "event",
                Some(Subject::Episode(_)) => "episode",
                None => "none",
            },
            event: self.event(it),
            event_time: self.event_time(it),
            episode: self.episode(it),
            topic: self.topic(&it.topic),
            question: self.question(&it.topic),
            states: self.states(claim),
            position: named(it.position.key(), m.word("position", it.position.key())),
            content: it.content.key(),
            claimants: claimants(self.session, claim),
            speakers,
            outlet_speaks,
            tellers: statement.tellers.iter().map(|id| self.teller(id)).collect(),
            channel: statement.channel.clone(),
            agency: statement.agency.as_ref().map(|id| self.outlet(id)),
            against: it.against.as_ref().map(|id| self.party(id)),
            denies: it.denies.as_ref().map(ToString::to_string),
            summary: it.summary.clone(),
            quotations: it.quotations.iter().map(quotation).collect(),
            figures: it.figures.iter().map(|figure| self.figure(figure)).collect(),
            places: it.places.iter().filter_map(|(id, role)| self.place(id, *role)).collect(),
            time: it.time.as_ref().map(time),
            as_summarised: it.is_summarised,
            as_printed: it.as_printed.clone(),
            is_variant: it.is_variant(),
            said: m.said(said),
            said_earliest: said.earliest.map(Moment::iso),
            said_latest: said.latest.iso(),
            said_precision: said.precision.key(),
            said_basis: if said.is_stated { "stated" } else { "report-date" },
            said_wording: said.wording.clone(),
            appearances: it.appearances.iter().filter_map(|a| self.appearance(a)).collect(),
            renderings: self.renderings(it),
            published: statement.published.iso(),
            changes: changes.iter().map(change).collect(),
        }
    }

    fn event(&self, claim: &Claim) -> Option<Named> {
        let Some(Subject::Event(id)) = &claim.about else { return None };
        let event = self.session.dataset.event(id)?;
        Some(named(id.as_str(), &event.title))
    }

    fn event_time(&self, claim: &Claim) -> Option<TimeEntry> {
        let Some(Subject::Event(id)) = &claim.about else { return None };
        Some(time(&self.session.dataset.event(id)?.when))
    }

    /// The episode that the claim is on, or its event belongs to.
    fn episode(&self, claim: &Claim) -> Option<Named> {
        let dataset = &self.session.dataset;
        let id = match claim.about.as_ref()? {
            Subject::Event(id) => dataset.event(id)?.episode.as_ref()?,
            Subject::Episode(id) => id,
        };
        Some(named(id.as_str(), &dataset.episode(id)?.title))
    }

    fn topic(&self, id: &TopicId) -> Named {
        let topic = self.session.dataset.topic(id);
        named(id.as_str(), topic.map_or("", |topic| &topic.short))
    }

    fn question(&self, id: &TopicId) -> String {
        self.session.dataset.topic(id).map_or_else(String::new, |topic| topic.question.clone())
    }

    /// The states of every row and band in which the claim stands.
    fn states(&self, claim: &ClaimRef) -> Vec<StateEntry> {
        let Some(comparison) = self.comparison else { return Vec::new() };
        let rows = comparison.rows.iter().filter(|row| has(row, claim));
        let bands = comparison.third_parties_only.iter().filter(|b| b.claims.contains(claim));
        let of_row = |row: &Row| StateEntry {
            whose: row.whose.as_ref().map(|party| self.party(party)),
            reason: Some(reason(self.session, row)),
            ..self.state(row.state)
        };
        rows.map(of_row).chain(bands.map(|_| self.state(RowState::ThirdPartiesOnly))).collect()
    }

    fn state(&self, state: RowState) -> StateEntry {
        let name = self.session.messages.word("state", state.key());
        StateEntry { state: state.key(), name, whose: None, reason: None }
    }

    fn party(&self, id: &PartyId) -> Named {
        named(id.as_str(), party_name(self.session, id))
    }

    fn outlet(&self, id: &OutletId) -> Named {
        let outlet = self.session.dataset.outlet(id);
        named(id.as_str(), outlet.map_or("", |outlet| &outlet.name))
    }

    fn teller(&self, id: &SpeakerId) -> SpeakerEntry {
        let party = self.session.dataset.speaker(id).map(|speaker| speaker.party.clone());
        self.speaker_of(id, &party.unwrap_or_else(|| PartyId::new("unknown")))
    }

    fn speaker_of(&self, id: &SpeakerId, party: &PartyId) -> SpeakerEntry {
        let speaker = self.session.dataset.speaker(id);
        SpeakerEntry {
            id: id.to_string(),
            name: speaker_name(self.session, id),
            party: self.party(party),
            person: speaker.and_then(|speaker| speaker.person.clone()),
            office: speaker.and_then(|speaker| speaker.office.clone()),
        }
    }

    fn figure(&self, figure: &Figure) -> FigureEntry {
        let (amount, low, high): (Value, _, _) = match figure.amount {
            Amount::Exactly(n) => (json!(n), Some(n), Some(n)),
            Amount::Range(low, high) => (json!([low, high]), Some(low), Some(high)),
            Amount::NotGiven => (json!("not-given"), None, None),
        };
        let basis = match figure.inferred_because {
            Some(_) => "inferred",
            None => "stated",
        };
        FigureEntry {
            measure: figure.measure.key(),
            words: self.session.messages.figure(figure),
            amount,
            low,
            high,
            qualifier: figure.qualifier.key(),
            people: figure.people.key(),
            whose: figure.whose.iter().map(|party| self.party(party)).collect(),
            whose_basis: (!figure.whose.is_empty()).then_some(basis),
            whose_reason: figure.inferred_because.clone(),
            wording: figure.wording.clone(),
        }
    }

    fn place(&self, id: &PlaceId, role: Role) -> Option<PlaceEntry> {
        let place = self.session.dataset.place(id)?;
        Some(PlaceEntry {
            id: id.to_string(),
            name: place.name.clone(),
            role: role.key(),
            role_name: self.session.messages.word("role", role.key()),
            exactness: place.exactness.key(),
            latitude: place.point.map(|point| point.latitude),
            longitude: place.point.map(|point| point.longitude),
        })
    }

    /// Each figure that an appearance gives otherwise than the claim does.
    fn renderings(&self, claim: &Claim) -> Vec<RenderingEntry> {
        let of_appearance = |(at, appearance): (usize, &Appearance)| {
            let figures = figures_at(claim, appearance);
            let entry = |it: &Rendering| {
                Some(RenderingEntry {
                    appearance: at + 1,
                    figure: it.figure + 1,
                    qualifier: it.qualifier.key(),
                    words: self.session.messages.figure(figures.get(it.figure)?),
                    wording: it.wording.clone(),
                })
            };
            appearance.renderings.iter().filter_map(entry).collect::<Vec<_>>()
        };
        claim.appearances.iter().enumerate().flat_map(of_appearance).collect()
    }

    fn appearance(&self, appearance: &Appearance) -> Option<AppearanceEntry> {
        let source = self.session.dataset.source(&appearance.source)?;
        let (part, paragraph) = match appearance.passage {
            Passage::Headline => ("headline", None),
            Passage::Subheading => ("subheading", None),
            Passage::Caption => ("caption", None),
            Passage::Paragraph(n) => ("paragraph", Some(n)),
        };
        Some(AppearanceEntry {
            source: source.id.to_string(),
            outlet: named(source.outlet.as_str(), self.outlet_of(&source.id)),
            published: source.published.iso(),
            published_basis: if source.is_date_inferred { "inferred" } else { "stated" },
            headline: quotation(&source.headline),
            address: source.address.clone(),
            part,
            paragraph,
            passage: passage(self.session, appearance.passage),
            verb: appearance.verb.clone(),
            note: appearance.note.clone(),
        })
    }

    fn outlet_of(&self, source: &SourceId) -> String {
        outlet_name(self.session, source)
    }
}

fn has(row: &Row, claim: &ClaimRef) -> bool {
    let cells = [&row.first, &row.second].into_iter().flat_map(|cell| [&cell.claims, &cell.unsaid]);
    cells.chain([&row.joint, &row.third]).any(|claims| claims.contains(claim))
}

fn named(id: &str, name: impl Into<String>) -> Named {
    Named { id: id.to_owned(), name: name.into() }
}

fn quotation(quotation: &Quotation) -> QuotationEntry {
    QuotationEntry { language: quotation.language.clone(), text: quotation.text.clone() }
}

fn time(when: &When) -> TimeEntry {
    TimeEntry {
        from: when.from.iso(),
        to: when.to.map(Moment::iso),
        precision: when.precision.key(),
        wording: when.wording.clone(),
        note: when.note.clone(),
    }
}

fn change(change: &Change) -> ChangeEntry {
    ChangeEntry { date: change.date.iso(), what: change.what.clone(), why: change.why.clone() }
}
