//! Records into the dataset of one language, with everything counted and found that lists and
//! filters need.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::carrying::{Carrying, Rendering, carrying};
use crate::domain::claim::{Appearance, Claim, Passage};
use crate::domain::comparison::{ClaimRef, compare, summarise};
use crate::domain::dataset::{About, Dataset, Language, loss_claims_of_events};
use crate::domain::date::{Date, Moment, Said, When};
use crate::domain::event::{Change, Episode, Event, Found, Kind, Subject};
use crate::domain::figure::Figure;
use crate::domain::id::{ClaimId, EventId, PartyId, PlaceId, SourceId, SpeakerId};
use crate::domain::party::{Pair, Party, Side, Speaker};
use crate::domain::place::{Place, Point, Toponym};
use crate::domain::row_state::EditorState;
use crate::domain::source::{Outlet, Quotation, Source};
use crate::domain::statement::{Statement, Voice};
use crate::domain::topic::Topic;

use super::facets::fill_facets;
use super::record::{self, Direction, Part, PublishedBasis, SaidBasis, Text};
use super::records_folder::Records;
use super::statements::{Statements, with_only};

/// A dataset in one language with all its statements.
#[derive(Clone, PartialEq, Debug)]
pub struct Edition {
    pub dataset: Arc<Dataset>,
    pub statements: Statements,
}

impl Edition {
    /// The statements on a subject; `None`: on the conflict as a whole.
    pub fn statements_about(&self, subject: Option<&Subject>) -> Vec<Arc<Statement>> {
        self.statements.about(subject)
    }

    /// For an episode: the statements on losses in its events, each with those claims alone.
    pub fn event_losses(&self, subject: &Subject) -> Vec<Arc<Statement>> {
        let Subject::Episode(episode) = subject else { return Vec::new() };
        let events = self.dataset.events.iter().filter(|e| e.episode.as_ref() == Some(episode));
        let events = events.map(|event| Subject::Event(event.id.clone()));
        let statements = self.statements.about_any(events);
        let claims = loss_claims_of_events(&self.dataset, &statements, episode);
        let ids: BTreeSet<&ClaimId> = claims.iter().map(|claim| &claim.claim().id).collect();
        statements
            .iter()
            .map(|statement| with_only(statement, |claim| ids.contains(&claim.id)))
            .filter(|statement| !statement.claims.is_empty())
            .collect()
    }

    /// Which report carries whose claims.
    pub fn carrying(&self) -> Carrying {
        let dataset = &self.dataset;
        carrying(&dataset.pair, &dataset.sources, &ClaimRef::all_of(&self.statements))
    }
}

/// Makes the edition of one language. Records with findings may come out incomplete; nothing
/// panics.
pub fn resolve(records: &Records, language: &str) -> Edition {
    let manifest = &records.manifest.record;
    let pair = Pair { first: manifest.pair[0].clone(), second: manifest.pair[1].clone() };
    let resolver = Resolver::new(records, language);
    let statements = Statements::new(
        records.statements.iter().map(|s| Arc::new(resolver.statement(&s.record))).collect(),
    );
    let mut dataset = Dataset {
        about: resolver.about(&pair, &statements),
        parties: records.parties.iter().map(|p| resolver.party(&p.record, &pair)).collect(),
        pair,
        speakers: records.speakers.iter().map(|s| resolver.speaker(&s.record)).collect(),
        outlets: records.outlets.iter().map(|o| resolver.outlet(&o.record)).collect(),
        sources: records.sources.iter().map(|s| resolver.source(&s.record)).collect(),
        topics: records.topics.iter().map(|t| resolver.topic(&t.record)).collect(),
        kinds: records.kinds.iter().map(|k| resolver.kind(&k.record)).collect(),
        places: records.places.iter().map(|p| resolver.place(&p.record)).collect(),
        episodes: records.episodes.iter().map(|e| resolver.episode(&e.record)).collect(),
        events: records.events.iter().map(|e| resolver.event(&e.record)).collect(),
        facets: Vec::new(),
        tally: Default::default(),
        register: Default::default(),
    };
    dataset.events.sort_by_key(newest_first);
    dataset.episodes.sort_by(|a, b| (b.from, &a.id).cmp(&(a.from, &b.id)));
    dataset.topics.sort_by_key(|topic| topic.order);
    dataset.sources.sort_by(|a, b| (a.published, &a.id).cmp(&(b.published, &b.id)));
    add_changes_of_statements(&mut dataset, &resolver, &statements);
    fill_found(&mut dataset, &statements);
    count_events(&mut dataset);
    fill_facets(&mut dataset, &statements);
    Edition { dataset: Arc::new(dataset), statements }
}

/// A subject's page shows every correction to what stands on it: to its own record, and to the
/// statements that speak of it, in the order of their days.
fn add_changes_of_statements(
    dataset: &mut Dataset,
    resolver: &Resolver,
    statements: &[Arc<Statement>],
) {
    let mut changes: BTreeMap<&Subject, Vec<Change>> = BTreeMap::new();
    for (statement, record) in statements.iter().zip(&resolver.records.statements) {
        let own = resolver.changes(&record.record.changes);
        let about: BTreeSet<&Subject> =
            statement.claims.iter().filter_map(|claim| claim.about.as_ref()).collect();
        for subject in about.into_iter().filter(|_| !own.is_empty()) {
            changes.entry(subject).or_default().extend(own.clone());
        }
    }
    let mut add = |subject: &Subject, to: &mut Vec<Change>| {
        to.extend(changes.remove(subject).unwrap_or_default());
        to.sort_by_key(|change| change.date);
    };
    for event in &mut dataset.events {
        add(&Subject::Event(event.id.clone()), &mut event.changes);
    }
    for episode in &mut dataset.episodes {
        add(&Subject::Episode(episode.id.clone()), &mut episode.changes);
    }
}

fn newest_first(event: &Event) -> (std::cmp::Reverse<(i64, i64)>, EventId) {
    (std::cmp::Reverse(event.when.span()), event.id.clone())
}

fn fill_found(dataset: &mut Dataset, statements: &Statements) {
    let find = |subject: Subject, editor_states: &[EditorState]| -> Found {
        let about = statements.about(Some(&subject));
        let comparison = compare(dataset, &dataset.pair, editor_states, &about);
        summarise(&comparison, &dataset.pair, &about)
    };
    let of_events: Vec<Found> = dataset
        .events
        .iter()
        .map(|event| find(Subject::Event(event.id.clone()), &event.editor_states))
        .collect();
    let of_episodes: Vec<Found> = dataset
        .episodes
        .iter()
        .map(|episode| find(Subject::Episode(episode.id.clone()), &episode.editor_states))
        .collect();
    for (event, found) in dataset.events.iter_mut().zip(of_events) {
        event.found = found;
    }
    for (episode, found) in dataset.episodes.iter_mut().zip(of_episodes) {
        episode.found = found;
    }
}

/// Counts the events of each party, topic and place, and finds who places something where.
fn count_events(dataset: &mut Dataset) {
    let events = &dataset.events;
    let parties = tally(events.iter().flat_map(|e| e.found.claims_by_party.iter().map(|(p, _)| p)));
    let topics = tally(events.iter().flat_map(|event| &event.found.topics));
    // A place that an event lists twice counts once.
    let places =
        tally(events.iter().flat_map(|event| event.places.iter().collect::<BTreeSet<_>>()));
    for party in &mut dataset.parties {
        party.events = parties.get(&party.id).copied().unwrap_or(0);
    }
    for topic in &mut dataset.topics {
        topic.events = topics.get(&topic.id).copied().unwrap_or(0);
    }
    let placings = events.iter().flat_map(|event| &event.found.placings);
    let placed: BTreeSet<(&PlaceId, &PartyId)> = placings.map(|p| (&p.place, &p.party)).collect();
    for place in &mut dataset.places {
        place.events = places.get(&place.id).copied().unwrap_or(0);
        let parties = Side::BOTH.map(|side| dataset.pair.party(side));
        let placing = parties.into_iter().filter(|party| placed.contains(&(&place.id, *party)));
        place.placed_by = placing.cloned().collect();
    }
}

fn tally<'a, T: Ord>(ids: impl Iterator<Item = &'a T>) -> BTreeMap<&'a T, usize> {
    let mut counts = BTreeMap::new();
    for id in ids {
        *counts.entry(id).or_default() += 1;
    }
    counts
}

struct Resolver<'a> {
    language: &'a str,
    records: &'a Records,
    party_of: BTreeMap<&'a SpeakerId, &'a PartyId>,
    published: BTreeMap<&'a SourceId, Date>,
}

impl<'a> Resolver<'a> {
    fn new(records: &'a Records, language: &'a str) -> Self {
        let speakers = records.speakers.iter().map(|at| (&at.record.id, &at.record.party));
        let sources = records.sources.iter().map(|at| (&at.record.id, at.record.published));
        Self { language, records, party_of: speakers.collect(), published: sources.collect() }
    }

    fn say(&self, text: &Text) -> String {
        text.in_language(self.language)
    }

    fn maybe(&self, text: &Option<Text>) -> Option<String> {
        text.as_ref().map(|text| self.say(text))
    }

    fn about(&self, pair: &Pair, statements: &[Arc<Statement>]) -> About {
        let manifest = &self.records.manifest.record;
        let count = |counts: &dyn Fn(&Voice) -> bool| {
            statements.iter().filter(|s| counts(&s.voice)).map(|s| s.claims.len()).sum::<usize>()
        };
        let of_pair = |voice: &Voice| Side::BOTH.iter().any(|side| voice.is_of(pair.party(*side)));
        About {
            title: self.say(&manifest.title),
            subtitle: self.say(&manifest.subtitle),
            order_reason: self.say(&manifest.order_reason),
            publisher: self.say(&manifest.publisher),
            corpus: self.say(&manifest.corpus),
            licence: manifest.licence.clone(),
            corrections: manifest.corrections.clone(),
            updated: manifest.updated,
            time_zone: self.say(&manifest.time_zone.name),
            utc_offset_minutes: manifest.time_zone.utc_offset_minutes,
            languages: manifest.languages.iter().map(|l| self.language(l)).collect(),
            claim_count: count(&|_| true),
            claim_counts: [
                count(&|voice| voice.is_of(&pair.first)),
                count(&|voice| voice.is_of(&pair.second)),
                count(&|voice| voice.parties().next().is_some() && !of_pair(voice)),
            ],
        }
    }

    fn language(&self, language: &record::Language) -> Language {
        Language {
            code: language.code.clone(),
            name: language.name.clone(),
            is_right_to_left: language.direction == Direction::Rtl,
            is_translation: language.translation,
            is_checked: language.checked,
            made_by: self.say(&language.made_by),
        }
    }

    fn party(&self, party: &record::Party, pair: &Pair) -> Party {
        let seal = party.seal.as_ref().filter(|_| pair.side_of(&party.id).is_some());
        let seal = seal.map_or_else(String::new, |letters| self.say(letters));
        Party { id: party.id.clone(), name: self.say(&party.name), seal, events: 0 }
    }

    fn speaker(&self, speaker: &record::Speaker) -> Speaker {
        Speaker {
            id: speaker.id.clone(),
            party: speaker.party.clone(),
            person: self.maybe(&speaker.person),
            office: self.maybe(&speaker.office),
        }
    }

    fn outlet(&self, outlet: &record::Outlet) -> Outlet {
        Outlet { id: outlet.id.clone(), name: self.say(&outlet.name), is_named: outlet.named }
    }

    fn source(&self, source: &record::Source) -> Source {
        Source {
            id: source.id.clone(),
            outlet: source.outlet.clone(),
            with_agencies: source.with_agencies,
            published: source.published,
            is_date_inferred: source.published_basis == PublishedBasis::Inferred,
            published_note: self.maybe(&source.published_note),
            dateline: self.maybe(&source.dateline),
            headline: quotation(&source.headline),
            republished_by: self.maybe(&source.republished_by),
            point_of_view: self.maybe(&source.point_of_view),
            address: source.address.clone(),
            note: self.maybe(&source.note),
        }
    }

    fn topic(&self, topic: &record::Topic) -> Topic {
        Topic {
            id: topic.id.clone(),
            question: self.say(&topic.question),
            short: self.say(&topic.short),
            kind: topic.kind,
            order: topic.order,
            events: 0,
        }
    }

    fn kind(&self, kind: &record::Kind) -> Kind {
        Kind { id: kind.id.clone(), name: self.say(&kind.name) }
    }

    fn place(&self, place: &record::Place) -> Place {
        let toponym = |name: &record::Toponym| Toponym {
            usage: name.usage.clone(),
            language: name.language.clone(),
            text: name.text.clone(),
            latin: name.latin.clone(),
        };
        Place {
            id: place.id.clone(),
            name: self.say(&place.name),
            point: place.point.map(|p| Point { latitude: p.latitude, longitude: p.longitude }),
            exactness: place.precision,
            within: place.within.clone(),
            toponyms: place.names.iter().map(toponym).collect(),
            as_reported: place.as_reported.clone(),
            note: self.maybe(&place.note),
            events: 0,
            placed_by: Vec::new(),
        }
    }

    fn episode(&self, episode: &record::Episode) -> Episode {
        Episode {
            id: episode.id.clone(),
            title: self.say(&episode.title),
            summary: self.say(&episode.summary),
            from: episode.from,
            to: episode.to,
            editor_states: self.editor_states(&episode.states),
            changes: self.changes(&episode.changes),
            published: episode.published,
            found: Found::default(),
        }
    }

    fn event(&self, event: &record::Event) -> Event {
        Event {
            id: event.id.clone(),
            episode: event.episode.clone(),
            title: self.say(&event.title),
            summary: self.say(&event.summary),
            kind: event.kind.clone(),
            when: self.when(&event.when),
            places: event.places.clone(),
            editor_states: self.editor_states(&event.states),
            changes: self.changes(&event.changes),
            published: event.published,
            values: Vec::new(),
            found: Found::default(),
        }
    }

    fn editor_states(&self, states: &[record::EditorState]) -> Vec<EditorState> {
        let one = |s: &record::EditorState| EditorState {
            topic: s.topic.clone(),
            state: s.state,
            reason: self.say(&s.reason),
        };
        states.iter().map(one).collect()
    }

    fn changes(&self, changes: &[record::Change]) -> Vec<Change> {
        let one = |c: &record::Change| Change {
            date: c.date,
            what: self.say(&c.what),
            why: self.say(&c.why),
        };
        changes.iter().map(one).collect()
    }

    fn when(&self, when: &record::When) -> When {
        When {
            from: when.from,
            to: when.to,
            precision: when.precision,
            wording: when.wording.clone(),
            note: self.maybe(&when.note),
        }
    }

    fn statement(&self, statement: &record::Statement) -> Statement {
        let party_of = |id: &SpeakerId| {
            let party = self.party_of.get(id).copied().cloned();
            party.unwrap_or_else(|| PartyId::new("unknown"))
        };
        let speakers = statement.speakers.iter().map(|id| (id.clone(), party_of(id))).collect();
        Statement {
            id: statement.id.clone(),
            voice: match &statement.outlet_speaks {
                Some(source) => Voice::Outlet(source.clone()),
                None => Voice::Speakers(speakers),
            },
            tellers: statement.tellers.clone(),
            channel: self.maybe(&statement.channel),
            agency: statement.agency.clone(),
            said: self.said(statement),
            claims: statement.claims.iter().map(|claim| self.claim(claim)).collect(),
            published: statement.published,
        }
    }

    /// Where a report doesn't date a statement, the report's own date is the latest it can have
    /// been; of several reports, the earliest's.
    fn said(&self, statement: &record::Statement) -> Said {
        let said = &statement.said;
        let appearances = statement.claims.iter().flat_map(|claim| &claim.appearances);
        let dates = appearances.filter_map(|appearance| self.published.get(&appearance.source));
        let bound = dates.min().copied().unwrap_or(statement.published);
        Said {
            earliest: said.earliest,
            latest: said.latest.unwrap_or(Moment { date: bound, minute: None }),
            precision: said.precision,
            is_stated: said.basis == SaidBasis::Stated,
            wording: said.wording.clone(),
        }
    }

    fn claim(&self, claim: &record::Claim) -> Claim {
        Claim {
            id: claim.id.clone(),
            about: match &claim.about {
                record::About::Event(id) => Some(Subject::Event(id.clone())),
                record::About::Episode(id) => Some(Subject::Episode(id.clone())),
                record::About::None => None,
            },
            topic: claim.topic.clone(),
            position: claim.position,
            content: claim.content,
            against: claim.against.clone(),
            denies: claim.denies.clone(),
            summary: self.say(&claim.summary),
            quotations: claim.quotations.iter().map(quotation).collect(),
            figures: claim.figures.iter().map(|figure| self.figure(figure)).collect(),
            places: claim.places.iter().map(|p| (p.place.clone(), p.role)).collect(),
            time: claim.time.as_ref().map(|time| self.when(time)),
            is_summarised: claim.as_summarised,
            as_printed: self.maybe(&claim.as_printed),
            appearances: claim.appearances.iter().map(|a| self.appearance(a)).collect(),
        }
    }

    fn figure(&self, figure: &record::Figure) -> Figure {
        Figure {
            measure: figure.measure,
            amount: figure.amount,
            qualifier: figure.qualifier,
            people: figure.people,
            whose: figure.whose.clone(),
            inferred_because: self.maybe(&figure.whose_reason),
            wording: figure.wording.clone(),
        }
    }

    fn appearance(&self, appearance: &record::Appearance) -> Appearance {
        Appearance {
            source: appearance.source.clone(),
            passage: match appearance.part {
                Part::Headline => Passage::Headline,
                Part::Subheading => Passage::Subheading,
                Part::Caption => Passage::Caption,
                Part::Paragraph => Passage::Paragraph(appearance.paragraph.unwrap_or(1)),
            },
            verb: appearance.verb.clone(),
            note: self.maybe(&appearance.note),
            renderings: appearance.renderings.iter().map(rendering).collect(),
        }
    }
}

fn rendering(rendering: &record::Rendering) -> Rendering {
    Rendering {
        figure: rendering.figure.saturating_sub(1),
        qualifier: rendering.qualifier,
        wording: rendering.wording.clone(),
    }
}

fn quotation(quotation: &record::Quotation) -> Quotation {
    Quotation { language: quotation.language.clone(), text: quotation.text.clone() }
}
