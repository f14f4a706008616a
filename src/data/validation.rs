//! What can be wrong with records that can be read: dangling ids, missing languages, impossible
//! dates, and what would break a rule of the comparison.

mod claims;
mod lists;
mod renderings;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::comparison::compare;
use crate::domain::event::Subject;
use crate::domain::id::{ClaimId, EpisodeId, EventId, PlaceId, SourceId, SpeakerId};
use crate::domain::row_state::{EditorState, Reason};
use crate::domain::topic::TopicKind;

use super::finding::Finding;
use super::record::{self, Text};
use super::records_folder::Records;
use super::resolve::resolve;

/// A quotation is a fragment of at most this many words.
pub const QUOTATION_WORDS: usize = 12;

/// Every finding in the records, by file and place.
pub fn validate(records: &Records) -> Vec<Finding> {
    let mut check = Check { records, known: Known::of(records), findings: Vec::new() };
    lists::check(&mut check);
    claims::check(&mut check);
    if check.findings.is_empty() {
        editor_states(&mut check);
    }
    check.findings.sort();
    check.findings
}

/// The records under examination and what was found.
struct Check<'a> {
    records: &'a Records,
    known: Known<'a>,
    findings: Vec<Finding>,
}

/// The records that thousands of others name, by their ids. Of two with one id, which is a
/// finding, the first.
struct Known<'a> {
    speakers: BTreeSet<&'a SpeakerId>,
    places: BTreeSet<&'a PlaceId>,
    episodes: BTreeSet<&'a EpisodeId>,
    events: BTreeSet<&'a EventId>,
    sources: BTreeMap<&'a SourceId, &'a record::Source>,
    claims: BTreeMap<&'a ClaimId, &'a record::Claim>,
}

impl<'a> Known<'a> {
    fn of(records: &'a Records) -> Self {
        // From the last to the first, since the later insertion stays.
        let sources = records.sources.iter().rev();
        let claims = records.statements.iter().rev().flat_map(|at| at.record.claims.iter().rev());
        Self {
            speakers: records.speakers.iter().map(|at| &at.record.id).collect(),
            places: records.places.iter().map(|at| &at.record.id).collect(),
            episodes: records.episodes.iter().map(|at| &at.record.id).collect(),
            events: records.events.iter().map(|at| &at.record.id).collect(),
            sources: sources.map(|at| (&at.record.id, &at.record)).collect(),
            claims: claims.map(|claim| (&claim.id, claim)).collect(),
        }
    }
}

impl Check<'_> {
    fn find(&mut self, file: &str, path: &str, what: String, mend: &str) {
        self.findings.push(Finding {
            file: file.to_owned(),
            path: path.to_owned(),
            what,
            mend: mend.to_owned(),
        });
    }

    /// Every language of the manifest, none besides, none empty.
    fn text(&mut self, file: &str, path: &str, text: &Text) {
        let languages: Vec<String> =
            self.records.manifest.record.languages.iter().map(|l| l.code.clone()).collect();
        for language in &languages {
            match text.0.get(language) {
                None => self.find(
                    file,
                    path,
                    format!("The text is missing in \"{language}\"."),
                    "Write it in every language of the manifest.",
                ),
                Some(wording) if wording.text.trim().is_empty() => self.find(
                    file,
                    path,
                    format!("The text is empty in \"{language}\"."),
                    "Write it, or leave the whole field out where it is optional.",
                ),
                Some(_) => {}
            }
        }
        for language in text.0.keys().filter(|language| !languages.contains(language)) {
            self.find(
                file,
                path,
                format!("\"{language}\" is no language of the manifest."),
                "Add the language to the manifest, or take the text out.",
            );
        }
    }

    fn maybe_text(&mut self, file: &str, path: &str, text: &Option<Text>) {
        if let Some(text) = text {
            self.text(file, path, text);
        }
    }

    fn reference(&mut self, file: &str, path: &str, kind: &str, id: &str, is_known: bool) {
        if !is_known {
            self.find(
                file,
                path,
                format!("There is no {kind} \"{id}\"."),
                "Correct the id, or add the record it names.",
            );
        }
    }

    fn duplicates<'i>(
        &mut self,
        kind: &str,
        ids: impl Iterator<Item = (&'i str, &'i str, &'i str)>,
    ) {
        let mut seen = BTreeSet::new();
        for (file, path, id) in ids {
            if !seen.insert(id.to_owned()) {
                self.find(
                    file,
                    &field(path, "id"),
                    format!("Another {kind} has the id \"{id}\" already."),
                    "Give each its own id.",
                );
            }
        }
    }

    fn when(&mut self, file: &str, path: &str, when: &record::When) {
        if when.to.is_some_and(|to| to.end() < when.from.start()) {
            self.find(
                file,
                &field(path, "to"),
                "It ends before it begins.".to_owned(),
                "Swap the two moments or correct one.",
            );
        }
        self.maybe_text(file, &field(path, "note"), &when.note);
    }
}

/// `path.name`, or `name` at the top.
fn field(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// A row in which words of both sides meet needs an editor's state and its reason; one whose
/// figures can be compared takes none.
fn editor_states(check: &mut Check) {
    let records = check.records;
    let language = records.manifest.record.default_language.clone();
    let edition = resolve(records, &language);
    let pair = &edition.dataset.pair;
    let mut examine = |file: &str, path: &str, subject: Subject, states: &[EditorState]| {
        let statements = edition.statements_about(Some(&subject));
        let rows = compare(&edition.dataset, pair, states, &statements).rows;
        for row in rows.iter().filter(|row| row.reason == Reason::NotJudged) {
            check.find(
                file,
                &field(path, "states"),
                format!("Both sides spoke on \"{}\", and no state is recorded.", row.topic),
                "Compare the two, and record the state with its reason.",
            );
        }
        for (at, state) in states.iter().enumerate() {
            let kind = edition.dataset.topic(&state.topic).map(|topic| topic.kind);
            let is_of_figures = matches!(kind, Some(TopicKind::Figure | TopicKind::Losses));
            let is_used = rows
                .iter()
                .any(|r| r.topic == state.topic && matches!(r.reason, Reason::Editor(_)));
            if is_of_figures && !is_used {
                check.find(
                    file,
                    &field(path, &format!("states[{at}]")),
                    format!(
                        "\"{}\" is a topic of figures, and figures are compared by computation.",
                        state.topic
                    ),
                    "Take the state out.",
                );
            }
        }
    };
    let of_events: BTreeMap<&EventId, &[EditorState]> =
        edition.dataset.events.iter().map(|e| (&e.id, e.editor_states.as_slice())).collect();
    for event in &records.events {
        let id = &event.record.id;
        let states = of_events.get(id).copied().unwrap_or_default();
        examine(&event.file, &event.path, Subject::Event(id.clone()), states);
    }
    for episode in &records.episodes {
        let id = &episode.record.id;
        let states =
            edition.dataset.episode(id).map(|e| e.editor_states.clone()).unwrap_or_default();
        examine(&episode.file, &episode.path, Subject::Episode(id.clone()), &states);
    }
}
