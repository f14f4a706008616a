//! The search of one visit: which languages' texts it needs, and what those hold that have come.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::dataset::{Dataset, Language};
use crate::domain::fold::scripts;
use crate::domain::search::hits::{Hits, search};
use crate::domain::search::index::SearchIndex;
use crate::view_state::ViewState;

use super::Load;

/// What has come of each language's texts. Cheap to clone.
#[derive(Clone)]
pub struct Searching {
    /// In the order of the dataset's languages.
    loads: Arc<Vec<RwSignal<Load<SearchIndex>>>>,
}

impl Searching {
    /// Nothing of any language.
    pub fn new(languages: &[Language]) -> Self {
        Self { loads: Arc::new(languages.iter().map(|_| RwSignal::new(Load::Idle)).collect()) }
    }

    /// What has come of that language of the dataset.
    pub fn load(&self, language: usize) -> RwSignal<Load<SearchIndex>> {
        self.loads[language]
    }

    /// The texts of these languages that are there. Follows them.
    fn ready(&self, languages: &[usize]) -> Vec<Arc<SearchIndex>> {
        let mut ready = Vec::new();
        for language in languages {
            ready.extend(self.loads[*language].with(|load| load.ready().cloned()));
        }
        ready
    }
}

/// The search for what is typed; `None` where that is no word.
///
/// It looks into the page's own language; into those in whose script something was typed that the
/// page's isn't written in; and, if nothing was found, into all others of the page's script. A
/// language's script is that of its own name. Until any of their texts have come nothing is left
/// out.
pub fn searched(
    dataset: Arc<Dataset>,
    page: &str,
    state: RwSignal<ViewState>,
    texts: &Searching,
) -> Memo<Option<Arc<Hits>>> {
    let (page, texts) = (page.to_owned(), texts.clone());
    Memo::new(move |before: Option<&Option<Arc<Hits>>>| {
        let typed = state.with(|state| state.filters.text.clone());
        let about = &dataset.about.languages;
        let own = about.iter().position(|language| language.code == page)?;
        let script = scripts(&about[own].name);
        let foreign = scripts(&typed) & !script;
        let (mut languages, mut kin) = (vec![own], Vec::new());
        for (at, language) in about.iter().enumerate() {
            let its = scripts(&language.name);
            if its & foreign != 0 {
                languages.push(at);
            } else if its & script != 0 && at != own {
                kin.push(at);
            }
        }
        let look = |languages: Vec<usize>| {
            let indexes = texts.ready(&languages);
            // Something else of the page may have changed.
            let last = before.and_then(Option::as_ref);
            if let Some(last) = last.filter(|last| last.is_of(&typed, &indexes)) {
                return Some(Arc::clone(last));
            }
            search(indexes, languages, dataset.events.len(), &typed).map(Arc::new)
        };
        let hits = look(languages.clone())?;
        if kin.is_empty() || !hits.is_empty() {
            return Some(hits);
        }
        languages.extend(kin);
        look(languages)
    })
}
