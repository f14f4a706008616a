//! What is searched in one language: the names of all things that events hold, in every usage,
//! script and language, and each event's prose.
//!
//! Claims about an episode or the conflict as a whole belong to no event, so no search finds them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::dataset::Dataset;
use crate::domain::event::{Event, Subject};
use crate::domain::fold::fold;
use crate::domain::search::index::{Entry, EntryKind, EntryText, Part};
use crate::domain::source::Quotation;
use crate::domain::statement::Voice;

use super::record::{self, Text};
use super::records_folder::Records;
use super::resolve::Edition;

/// The things that events hold, and the events of an edition. `date` gives an event's date in words.
pub fn search_entries(
    records: &Records,
    edition: &Edition,
    language: &str,
    date: &dyn Fn(&Event) -> String,
) -> Vec<Entry> {
    let mut names = Names::new(records, language);
    let events = edition.dataset.events.iter();
    let mut events: Vec<Entry> = events.map(|it| entry(edition, it, &mut names, date)).collect();
    let mentions = Mentions::new(&names.held, records);
    let prose = prose(records);
    for event in &mut events {
        let texts = prose.get(event.id.as_str()).into_iter().flatten();
        let mentioned: BTreeSet<usize> = texts.flat_map(|text| mentions.of(text)).collect();
        event.mentions = mentioned.into_iter().filter(|n| !event.holds.contains(n)).collect();
    }
    names.held.into_iter().chain(events).collect()
}

fn entry(
    edition: &Edition,
    event: &Event,
    names: &mut Names,
    date: &dyn Fn(&Event) -> String,
) -> Entry {
    let dataset = &edition.dataset;
    let day = event.when.from.date;
    let kind = dataset.kind(&event.kind).map_or("", |kind| kind.name.as_str());
    // A month is typed as 09 or as 9.
    let card = [kind, &date(event), &day.iso(), &day.month.to_string()].join(" ");
    let mut texts = vec![
        EntryText::new(Part::Title, &event.title),
        EntryText::new(Part::Name, &card),
        EntryText::new(Part::Summary, &event.summary),
    ];
    let mut quotations = Vec::new();
    let mut holds = BTreeSet::new();
    let mut hold = |kind: EntryKind, id: &str| holds.extend(names.number(kind, id));
    if let Some(episode) = &event.episode {
        hold(EntryKind::Episode, episode.as_str());
    }
    for place in &event.places {
        hold(EntryKind::Place, place.as_str());
    }
    for statement in edition.statements_about(Some(&Subject::Event(event.id.clone()))) {
        let by = claimants(dataset, &statement.voice);
        let mut speakers: Vec<_> = statement.tellers.iter().collect();
        if let Voice::Speakers(own) = &statement.voice {
            speakers.extend(own.iter().map(|(speaker, _)| speaker));
        }
        for speaker in speakers.into_iter().filter_map(|id| dataset.speaker(id)) {
            hold(EntryKind::Speaker, speaker.id.as_str());
            hold(EntryKind::Party, speaker.party.as_str());
        }
        if let Some(agency) = &statement.agency {
            hold(EntryKind::Outlet, agency.as_str());
        }
        for claim in &statement.claims {
            let claimed = EntryText::new(Part::Claim, &claim.summary);
            texts.push(EntryText { by: by.clone(), ..claimed });
            quotations.extend(claim.quotations.iter().map(|Quotation { language, text }| {
                let (by, language, text) = (by.clone(), language.clone(), text.clone());
                EntryText { part: Part::Quotation, by, language, text }
            }));
            for (place, _) in &claim.places {
                hold(EntryKind::Place, place.as_str());
            }
            for source in claim.sources().into_iter().filter_map(|id| dataset.source(id)) {
                hold(EntryKind::Outlet, source.outlet.as_str());
            }
        }
    }
    texts.extend(quotations);
    Entry {
        kind: EntryKind::Event,
        number: 0,
        id: event.id.to_string(),
        holds: holds.into_iter().collect(),
        mentions: Vec::new(),
        texts,
    }
}

/// Whose a statement's claims are: each party once, or the outlet.
fn claimants(dataset: &Dataset, voice: &Voice) -> String {
    let mut names: Vec<&str> = Vec::new();
    match voice {
        Voice::Speakers(_) => {
            for party in voice.parties() {
                let name = dataset.party(party).map_or(party.as_str(), |party| &party.name);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        Voice::Outlet(source) => {
            let outlet = dataset.source(source).and_then(|it| dataset.outlet(&it.outlet));
            names.push(outlet.map_or(source.as_str(), |outlet| &outlet.name));
        }
    }
    names.join(" · ")
}

/// The names that are held so far, each with its number.
struct Names<'a> {
    /// The names of all things in the records.
    forms: BTreeMap<(&'static str, &'a str), Vec<String>>,
    numbers: BTreeMap<(&'static str, String), usize>,
    held: Vec<Entry>,
}

impl<'a> Names<'a> {
    fn new(records: &'a Records, language: &str) -> Self {
        let mut forms: BTreeMap<_, Vec<String>> = BTreeMap::new();
        let mut add =
            |kind: EntryKind, id: &'a str, texts: &[Option<&Text>], others: Vec<String>| {
                let wordings =
                    |text: &&Text| text.0.values().map(|it| it.text.clone()).collect::<Vec<_>>();
                let own = texts.iter().flatten().map(|text| text.in_language(language));
                let all = own.chain(texts.iter().flatten().flat_map(wordings)).chain(others);
                let mut different: Vec<String> = Vec::new();
                for form in all {
                    if !form.is_empty() && !different.contains(&form) {
                        different.push(form);
                    }
                }
                if !different.is_empty() {
                    forms.insert((kind.key(), id), different);
                }
            };
        for place in records.places.iter().map(|it| &it.record) {
            let names = place.names.iter();
            let toponyms = names.flat_map(|name| [Some(name.text.clone()), name.latin.clone()]);
            let others = toponyms.flatten().chain(place.as_reported.iter().cloned()).collect();
            add(EntryKind::Place, place.id.as_str(), &[Some(&place.name)], others);
        }
        for it in records.speakers.iter().map(|it| &it.record) {
            let texts = [it.person.as_ref(), it.office.as_ref()];
            add(EntryKind::Speaker, it.id.as_str(), &texts, Vec::new());
        }
        for it in records.parties.iter().map(|it| &it.record) {
            let texts = [Some(&it.name), it.adjective.as_ref()];
            add(EntryKind::Party, it.id.as_str(), &texts, Vec::new());
        }
        for it in records.outlets.iter().map(|it| &it.record) {
            add(EntryKind::Outlet, it.id.as_str(), &[Some(&it.name)], Vec::new());
        }
        for it in records.episodes.iter().map(|it| &it.record) {
            add(EntryKind::Episode, it.id.as_str(), &[Some(&it.title)], Vec::new());
        }
        Self { forms, numbers: BTreeMap::new(), held: Vec::new() }
    }

    /// The number of that thing's name; `None` for one without a name of its own.
    fn number(&mut self, kind: EntryKind, id: &str) -> Option<usize> {
        let forms = self.forms.get(&(kind.key(), id))?;
        let next = self.held.len();
        let number = *self.numbers.entry((kind.key(), id.to_owned())).or_insert(next);
        if number == next {
            let names = forms.iter().map(|form| EntryText::new(Part::Name, form));
            self.held.push(Entry {
                kind,
                number,
                id: id.to_owned(),
                holds: Vec::new(),
                mentions: Vec::new(),
                texts: names.collect(),
            });
        }
        Some(number)
    }
}

/// Each event's texts in every language.
fn prose(records: &Records) -> BTreeMap<&str, Vec<&str>> {
    let mut prose: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for event in records.events.iter().map(|it| &it.record) {
        let texts = event.title.0.values().chain(event.summary.0.values());
        prose
            .entry(event.id.as_str())
            .or_default()
            .extend(texts.map(|wording| wording.text.as_str()));
    }
    for claim in records.statements.iter().flat_map(|it| &it.record.claims) {
        if let record::About::Event(event) = &claim.about {
            let own = prose.entry(event.as_str()).or_default();
            own.extend(claim.summary.0.values().map(|wording| wording.text.as_str()));
            own.extend(claim.quotations.iter().map(|quotation| quotation.text.as_str()));
        }
    }
    prose
}

/// The names that are held somewhere, by the first word of each form.
struct Mentions {
    by_first: BTreeMap<String, Vec<(Vec<String>, usize)>>,
}

impl Mentions {
    /// Texts mention a person by the last word of the name, too.
    fn new(names: &[Entry], records: &Records) -> Self {
        let mut by_first: BTreeMap<String, Vec<(Vec<String>, usize)>> = BTreeMap::new();
        let mut add = |words: Vec<String>, number: usize| {
            if let Some(first) = words.first() {
                by_first.entry(first.clone()).or_default().push((words, number));
            }
        };
        for name in names {
            name.texts.iter().for_each(|form| add(folded(&form.text), name.number));
            let is_speaker = |speaker: &&record::Speaker| {
                name.kind == EntryKind::Speaker && speaker.id.as_str() == name.id
            };
            let speaker = records.speakers.iter().map(|it| &it.record).find(is_speaker);
            let person = speaker.and_then(|speaker| speaker.person.as_ref());
            for wording in person.into_iter().flat_map(|person| person.0.values()) {
                add(folded(&wording.text).pop().into_iter().collect(), name.number);
            }
        }
        Self { by_first }
    }

    /// The names that the text has a form of, word by word.
    fn of(&self, text: &str) -> Vec<usize> {
        let words = folded(text);
        let mut found = Vec::new();
        for at in 0..words.len() {
            for (form, number) in self.by_first.get(&words[at]).into_iter().flatten() {
                if words[at..].starts_with(form) {
                    found.push(*number);
                }
            }
        }
        found
    }
}

fn folded(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
