//! What is searched for in one language: the names of all things that events hold, in every usage,
//! script and language, and each event's prose.
//!
//! Claims about an episode or the conflict as a whole belong to no event, so no search finds them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::event::{Event, Subject};
use crate::domain::search::index::{Entry, Name, NameKind, SearchTexts};
use crate::domain::statement::Voice;

use super::record::Text;
use super::records_folder::Records;
use super::resolve::Edition;

/// The texts of an edition. `date` gives an event's date in words.
pub fn search_texts(
    records: &Records,
    edition: &Edition,
    language: &str,
    date: &dyn Fn(&Event) -> String,
) -> SearchTexts {
    let mut texts = SearchTexts::default();
    let mut names = Names::new(records, language);
    for event in &edition.dataset.events {
        texts.entries.push(entry(edition, event, &mut names, date));
    }
    texts.names = names.held;
    texts
}

fn entry(
    edition: &Edition,
    event: &Event,
    names: &mut Names,
    date: &dyn Fn(&Event) -> String,
) -> Entry {
    let dataset = &edition.dataset;
    let mut held = BTreeSet::new();
    let mut hold = |kind: NameKind, id: &str| held.extend(names.number(kind, id));
    let mut claims = Vec::new();
    let mut quotations = Vec::new();
    if let Some(episode) = &event.episode {
        hold(NameKind::Episode, episode.as_str());
    }
    for place in &event.places {
        hold(NameKind::Place, place.as_str());
    }
    for statement in edition.statements_about(Some(&Subject::Event(event.id.clone()))) {
        let mut speakers: Vec<_> = statement.tellers.iter().collect();
        if let Voice::Speakers(own) = &statement.voice {
            speakers.extend(own.iter().map(|(speaker, _)| speaker));
        }
        for speaker in speakers.into_iter().filter_map(|id| dataset.speaker(id)) {
            hold(NameKind::Speaker, speaker.id.as_str());
            hold(NameKind::Party, speaker.party.as_str());
        }
        if let Some(agency) = &statement.agency {
            hold(NameKind::Outlet, agency.as_str());
        }
        for claim in &statement.claims {
            claims.push(claim.summary.clone());
            quotations.extend(claim.quotations.iter().cloned());
            for (place, _) in &claim.places {
                hold(NameKind::Place, place.as_str());
            }
            for source in claim.sources().into_iter().filter_map(|id| dataset.source(id)) {
                hold(NameKind::Outlet, source.outlet.as_str());
            }
        }
    }
    let day = event.when.from.date;
    let kind = dataset.kind(&event.kind).map_or("", |kind| kind.name.as_str());
    Entry {
        event: event.id.clone(),
        names: held.into_iter().collect(),
        title: event.title.clone(),
        // A month is typed as 09 or as 9.
        card: [kind, &date(event), &day.iso(), &day.month.to_string()].join(" "),
        summary: event.summary.clone(),
        claims,
        quotations,
    }
}

/// The names that are held so far, each with its number.
struct Names<'a> {
    /// The names of all things in the records.
    forms: BTreeMap<(&'static str, &'a str), Vec<String>>,
    numbers: BTreeMap<(&'static str, String), usize>,
    held: Vec<Name>,
}

impl<'a> Names<'a> {
    fn new(records: &'a Records, language: &str) -> Self {
        let mut forms: BTreeMap<_, Vec<String>> = BTreeMap::new();
        let mut add =
            |kind: NameKind, id: &'a str, texts: &[Option<&Text>], others: Vec<String>| {
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
            add(NameKind::Place, place.id.as_str(), &[Some(&place.name)], others);
        }
        for it in records.speakers.iter().map(|it| &it.record) {
            let texts = [it.person.as_ref(), it.office.as_ref()];
            add(NameKind::Speaker, it.id.as_str(), &texts, Vec::new());
        }
        for it in records.parties.iter().map(|it| &it.record) {
            let texts = [Some(&it.name), it.adjective.as_ref()];
            add(NameKind::Party, it.id.as_str(), &texts, Vec::new());
        }
        for it in records.outlets.iter().map(|it| &it.record) {
            add(NameKind::Outlet, it.id.as_str(), &[Some(&it.name)], Vec::new());
        }
        for it in records.episodes.iter().map(|it| &it.record) {
            add(NameKind::Episode, it.id.as_str(), &[Some(&it.title)], Vec::new());
        }
        Self { forms, numbers: BTreeMap::new(), held: Vec::new() }
    }

    /// The number of that thing's name; `None` for one without a name of its own.
    fn number(&mut self, kind: NameKind, id: &str) -> Option<usize> {
        let forms = self.forms.get(&(kind.key(), id))?;
        let next = self.held.len();
        let number = *self.numbers.entry((kind.key(), id.to_owned())).or_insert(next);
        if number == next {
            self.held.push(Name { number, kind, id: id.to_owned(), forms: forms.clone() });
        }
        Some(number)
    }
}
