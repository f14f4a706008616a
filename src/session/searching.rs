//! The search of one visit: which languages' texts it needs, what of them has come, what they hold.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::dataset::{Dataset, Language};
use crate::domain::search::Query;
use crate::domain::search::hits::{Hits, is_foreign, search, shares_script};
use crate::domain::search::index::SearchIndex;
use crate::view_state::ViewState;

use super::Load;

/// What has come of each language's texts. Cheap to clone.
#[derive(Clone)]
pub struct Searching {
    /// In the order of the dataset's languages.
    loads: Arc<[RwSignal<Load<SearchIndex>>]>,
}

impl Searching {
    /// Nothing of any language.
    pub fn new(languages: &[Language]) -> Self {
        Self { loads: languages.iter().map(|_| RwSignal::new(Load::Idle)).collect() }
    }

    /// What has come of that language of the dataset.
    pub fn load(&self, language: usize) -> RwSignal<Load<SearchIndex>> {
        self.loads[language]
    }

    /// The languages among these whose texts are there. Follows them.
    fn ready(&self, languages: &[usize]) -> Vec<Arc<SearchIndex>> {
        let ready = |at: &usize| self.loads[*at].with(|load| load.ready().cloned());
        languages.iter().filter_map(ready).collect()
    }
}

/// The search for what is typed; `None` where that is no word.
///
/// It looks into the page's own language; into those in whose script something was typed that the
/// page's isn't written in; and, if nothing was found, into all others of the page's script. Until
/// the page's own texts have come, titles alone are searched.
pub fn searched(
    dataset: Arc<Dataset>,
    page: &str,
    state: RwSignal<ViewState>,
    texts: &Searching,
) -> Memo<Option<Arc<Hits>>> {
    let typed = Memo::new(move |_| state.with(|state| state.filters.text.clone()));
    let (page, texts) = (page.to_owned(), texts.clone());
    Memo::new(move |_| {
        let typed = typed.get();
        let query = Query::new(&typed)?;
        let languages = &dataset.about.languages;
        let own = languages.iter().position(|language| language.code == page)?;
        let (mut scope, mut kin) = (vec![own], Vec::new());
        for (at, language) in languages.iter().enumerate() {
            if is_foreign(&typed, &languages[own].name, &language.name) {
                scope.push(at);
            } else if at != own && shares_script(&languages[own].name, &language.name) {
                kin.push(at);
            }
        }
        let is_here = texts.load(own).with(|load| load.ready().is_some());
        let look = |scope: Vec<usize>| {
            let mut indexes = texts.ready(&scope);
            if !is_here {
                indexes.insert(0, Arc::new(SearchIndex::of_titles(&page, &dataset.events)));
            }
            search(indexes, scope, dataset.events.len(), query.clone())
        };
        let mut hits = look(scope.clone());
        if is_here && hits.is_empty() && !kin.is_empty() {
            scope.extend(kin);
            hits = look(scope);
        }
        Some(Arc::new(hits))
    })
}
