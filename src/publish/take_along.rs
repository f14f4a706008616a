//! What can be taken along: for each subject a file of its claims as flat rows, from which the
//! scripts in `public/take-along/` make every download, in the reader's browser and, for the whole
//! dataset, at build time.
//!
//! A file holds `claims`, each with its JSON-LD in `nodes` at the same place, and in `described`
//! what those nodes are about. An episode's also holds, under `losses`, the claims on losses in
//! its single events, which stand in the events' own files as well.

mod about;
mod row;
mod telling;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use leptos::prelude::*;
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::data::record;
use crate::data::records_folder::Records;
use crate::data::resolve::Edition;
use crate::domain::claim::Content;
use crate::domain::comparison::{ClaimRef, Comparison, compare};
use crate::domain::event::{Change, Subject};
use crate::domain::row_state::EditorState;
use crate::domain::statement::Statement;
use crate::i18n::messages::Messages;
use crate::session::Session;
use crate::view_state::ViewState;

use super::files::write_file;
use super::site::Site;
use super::structured_data::Described;
use super::subjects;

use telling::Teller;

/// What is written, of what and in which language.
pub struct TakeAlong<'a> {
    pub site: &'a Site,
    pub records: &'a Records,
    pub edition: &'a Edition,
    pub messages: &'a Arc<Messages>,
}

/// Corrections by the statement they are of.
type Changes = BTreeMap<String, Vec<Change>>;

impl TakeAlong<'_> {
    /// Writes the files of one language into the staging folder.
    pub fn write(&self, into: &Path) -> Result<(), String> {
        let changes = self.changes();
        let put = |name: &str, value: &Value| {
            let name = ["published/", &self.messages.language, "/claims/", name, ".json"].concat();
            write_file(into, &name, &without_isolates(&value.to_string()))
        };
        put("about", &self.on_a_visit(|session| about::about(self, session)))?;
        put("general", &self.on_a_visit(|session| self.claims(session, &changes, None)))?;
        subjects(self.edition).par_iter().try_for_each(|subject| {
            let claims = self.on_a_visit(|session| self.claims(session, &changes, Some(subject)));
            put(&subject.path(), &claims)
        })
    }

    /// What is made on a visit of its own: one that several threads read at once for the first time
    /// would have what it remembers computed by each of them, and Leptos panics where they meet.
    fn on_a_visit(&self, make: impl FnOnce(&Session) -> Value) -> Value {
        Owner::new().with(|| {
            let state = ViewState::explorer(&self.messages.language);
            let dataset = Arc::clone(&self.edition.dataset);
            make(&Session::new(dataset, Arc::clone(self.messages), "", state, Vec::new()))
        })
    }

    fn claims(&self, session: &Session, changes: &Changes, subject: Option<&Subject>) -> Value {
        let statements = self.edition.statements_about(subject);
        let mut value = self.part(session, changes, subject, &statements);
        let Some(subject @ Subject::Episode(_)) = subject else { return value };
        let mut losses = json!({ "claims": [], "nodes": [] });
        for (event, own) in by_event(&self.edition.event_losses(subject)) {
            let part = self.part(session, changes, Some(&event), &own);
            for name in ["claims", "nodes"] {
                let more = part[name].as_array().cloned().unwrap_or_default();
                if let Some(list) = losses[name].as_array_mut() {
                    list.extend(more);
                }
            }
        }
        value["losses"] = losses;
        value
    }

    fn part(
        &self,
        session: &Session,
        changes: &Changes,
        subject: Option<&Subject>,
        statements: &[Arc<Statement>],
    ) -> Value {
        let (title, description) = self.words(subject);
        let described = Described {
            site: self.site,
            edition: self.edition,
            language: &self.messages.language,
            url: &self.url(subject),
            title: &title,
            description: &description,
        };
        let happening = subject.map(|subject| described.happening(subject));
        let of = happening
            .as_ref()
            .map_or_else(|| json!(described.dataset_id()), |happening| happening["@id"].clone());
        let comparison = subject.map(|subject| self.comparison(subject));
        let url = self.url(subject);
        let teller = Teller { session, url, comparison: comparison.as_ref() };
        let claims = ClaimRef::all_of(statements);
        let rows: Vec<_> = claims
            .iter()
            .map(|claim| {
                let own = changes.get(claim.statement.id.as_str());
                teller.row(claim, own.map_or(&[], Vec::as_slice))
            })
            .collect();
        let nodes: Vec<Value> =
            claims.iter().map(|claim| self.node(&described, claim, &of)).collect();
        json!({ "described": happening.into_iter().collect::<Vec<_>>(), "claims": rows, "nodes": nodes })
    }

    /// The claim in JSON-LD. A download leaves no claim out, so one whose words no report carries
    /// is there too, and says so.
    fn node(&self, described: &Described, claim: &ClaimRef, of: &Value) -> Value {
        let mut node = described.claim(claim, of);
        let content = claim.claim().content;
        if content != Content::Carried {
            let words = self.messages.word("fill", content.key());
            node["disambiguatingDescription"] = words.into();
        }
        node
    }

    fn comparison(&self, subject: &Subject) -> Comparison {
        let dataset = &self.edition.dataset;
        let editor_states: &[EditorState] = match subject {
            Subject::Event(id) => dataset.event(id).map_or(&[], |event| &event.editor_states),
            Subject::Episode(id) => dataset.episode(id).map_or(&[], |it| &it.editor_states),
        };
        let statements = self.edition.statements_about(Some(subject));
        compare(dataset, &dataset.pair, editor_states, &statements)
    }

    /// The address of the subject's page; of the explorer for the conflict as a whole.
    fn url(&self, subject: Option<&Subject>) -> String {
        let page = subject.map_or_else(String::new, |subject| subject.path() + "/");
        self.site.url(&[&self.messages.language, "/", &page].concat())
    }

    fn words(&self, subject: Option<&Subject>) -> (String, String) {
        let dataset = &self.edition.dataset;
        let of_subject = match subject {
            Some(Subject::Event(id)) => {
                dataset.event(id).map(|event| (event.title.clone(), event.summary.clone()))
            }
            Some(Subject::Episode(id)) => {
                dataset.episode(id).map(|it| (it.title.clone(), it.summary.clone()))
            }
            None => None,
        };
        of_subject.unwrap_or_else(|| (dataset.about.subtitle.clone(), dataset.about.corpus.clone()))
    }

    fn changes(&self) -> Changes {
        let change = |change: &record::Change| Change {
            date: change.date,
            what: change.what.in_language(&self.messages.language),
            why: change.why.in_language(&self.messages.language),
        };
        let statements = self.records.statements.iter().map(|at| &at.record);
        let changed = statements.filter(|statement| !statement.changes.is_empty());
        changed.map(|it| (it.id.to_string(), it.changes.iter().map(change).collect())).collect()
    }
}

/// These statements by what their claims are about, each with those claims alone.
fn by_event(statements: &[Arc<Statement>]) -> BTreeMap<Subject, Vec<Arc<Statement>>> {
    let mut parts: BTreeMap<Subject, Vec<Arc<Statement>>> = BTreeMap::new();
    for statement in statements {
        let events: BTreeSet<&Subject> =
            statement.claims.iter().filter_map(|claim| claim.about.as_ref()).collect();
        for event in events {
            let mut own = Statement::clone(statement);
            own.claims.retain(|claim| claim.about.as_ref() == Some(event));
            parts.entry(event.clone()).or_default().push(Arc::new(own));
        }
    }
    parts
}

/// Marks that isolate a piece of text from its surroundings' direction are the page's: in a cell or
/// a reference manager they are letters that nobody sees and no search finds.
fn without_isolates(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}
