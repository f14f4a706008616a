//! What one reader's visit holds, as signals: the address, what has been loaded, and what went
//! wrong. Views read it; the browser fills it.

use std::collections::VecDeque;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::comparison::{Comparison, compare};
use crate::domain::dataset::Dataset;
use crate::domain::event::Subject;
use crate::domain::party::Pair;
use crate::domain::search::{Query, SearchIndex, fold};
use crate::domain::statement::Statement;
use crate::i18n::messages::Messages;
use crate::map_scene::{MapScene, compose};
use crate::view_state::{BadValue, ViewState};

/// One visit. Cheap to clone; reached from every component through context.
#[derive(Clone)]
pub struct Session {
    pub dataset: Arc<Dataset>,
    pub messages: Arc<Messages>,
    /// What stands before an address: a relative path on a static page, the site's own path in
    /// the browser. Ends in `/` or is empty.
    pub root: Arc<str>,
    pub state: RwSignal<ViewState>,
    /// The statements on the chosen subject.
    pub subject: RwSignal<Load<SubjectStatements>>,
    /// The statements on the conflict as a whole.
    pub general: RwSignal<Load<Vec<Arc<Statement>>>>,
    pub search: RwSignal<Load<SearchIndex>>,
    /// Whether the map is drawn.
    pub map: RwSignal<Load<()>>,
    pub notices: RwSignal<Vec<Notice>>,
    /// Counts the reader's "try again"; whatever failed is tried again when it changes.
    pub attempts: RwSignal<u32>,
    pub chosen: Memo<Option<Subject>>,
    pub pair: Memo<Pair>,
    /// Where in the dataset's list the events stand that pass the filters.
    pub shown: Memo<Vec<usize>>,
    pub comparison: Memo<Option<Arc<Comparison>>>,
    pub scene: Memo<MapScene>,
    /// The pieces of the page whose turn hasn't come, while it is made piece by piece.
    waiting: StoredValue<Option<VecDeque<RwSignal<bool>>>>,
}

/// What was loaded for a subject.
#[derive(Clone, PartialEq, Debug)]
pub struct SubjectStatements {
    pub subject: Subject,
    /// Claims on the subject itself.
    pub statements: Vec<Arc<Statement>>,
    /// For an episode: claims on losses in its single events.
    pub event_losses: Vec<Arc<Statement>>,
}

/// Something that is fetched.
#[derive(Clone, PartialEq, Debug)]
pub enum Load<T> {
    /// Nobody asked for it.
    Idle,
    Loading,
    Ready(Arc<T>),
    /// The file that couldn't be fetched or read.
    Failed(String),
}

impl<T> Load<T> {
    pub fn ready(&self) -> Option<&Arc<T>> {
        match self {
            Load::Ready(value) => Some(value),
            _ => None,
        }
    }
}

/// What the reader should know of.
#[derive(Clone, PartialEq, Debug)]
pub enum Notice {
    /// Values in the link that couldn't be obeyed.
    BadLink(Vec<BadValue>),
    /// Items of a file that couldn't be read were left out: the file, and what was wrong with
    /// each.
    LeftOut { file: String, faults: Vec<String> },
}

impl Session {
    /// A visit that starts at `state`, with nothing but the dataset loaded.
    pub fn new(
        dataset: Arc<Dataset>,
        messages: Arc<Messages>,
        root: &str,
        mut state: ViewState,
        mut bad: Vec<BadValue>,
    ) -> Self {
        bad.extend(state.check(&dataset));
        let notices = if bad.is_empty() { Vec::new() } else { vec![Notice::BadLink(bad)] };
        let state = RwSignal::new(state);
        let subject = RwSignal::new(Load::Idle);
        let search = RwSignal::new(Load::<SearchIndex>::Idle);
        let chosen = Memo::new(move |_| state.with(|state| state.subject.clone()));
        let pair = Memo::new({
            let dataset = Arc::clone(&dataset);
            move |_| {
                state.with(|state| match &state.first {
                    Some(party) => dataset.pair.led_by(party),
                    None => dataset.pair.clone(),
                })
            }
        });
        let shown = Memo::new({
            let dataset = Arc::clone(&dataset);
            move |_| {
                let search = search.get();
                state.with(|state| {
                    let query = Query::new(&state.filters.text);
                    state.filters.select(&dataset, |at| {
                        let event = &dataset.events[at];
                        match search.ready() {
                            Some(index) => index.matches(at, &event.id, &query),
                            // Until the search index has come: titles alone.
                            None => query.matches(&fold(&event.title)),
                        }
                    })
                })
            }
        });
        let comparison = Memo::new({
            let dataset = Arc::clone(&dataset);
            move |_| {
                let pair = pair.get();
                subject.with(|subject| {
                    let loaded: &Arc<SubjectStatements> = subject.ready()?;
                    let editor_states = match &loaded.subject {
                        Subject::Event(id) => &dataset.event(id)?.editor_states,
                        Subject::Episode(id) => &dataset.episode(id)?.editor_states,
                    };
                    Some(Arc::new(compare(&dataset, &pair, editor_states, &loaded.statements)))
                })
            }
        });
        let scene = Memo::new({
            let dataset = Arc::clone(&dataset);
            move |_| shown.with(|it| compose(&dataset, &pair.get(), it, chosen.get().as_ref()))
        });
        Self {
            dataset,
            messages,
            root: root.into(),
            state,
            subject,
            general: RwSignal::new(Load::Idle),
            search,
            map: RwSignal::new(Load::Idle),
            notices: RwSignal::new(notices),
            attempts: RwSignal::new(0),
            chosen,
            pair,
            shown,
            comparison,
            scene,
            waiting: StoredValue::new(None),
        }
    }

    /// From here on the page is made piece by piece, so that no piece keeps a slow phone busy for
    /// long: each waits for [`Session::next_piece`].
    pub fn make_in_pieces(&self) {
        self.waiting.set_value(Some(VecDeque::new()));
    }

    /// Has the next piece made. Once there is none left, the page is made at once again.
    pub fn next_piece(&self) -> bool {
        let next = self.waiting.try_update_value(|waiting| waiting.as_mut()?.pop_front()).flatten();
        match next {
            Some(turn) => turn.set(true),
            None => self.waiting.set_value(None),
        }
        next.is_some()
    }

    /// Whether a piece of the page may be made, where it has to wait for its turn.
    pub fn turn(&self) -> Option<RwSignal<bool>> {
        let join = |waiting: &mut Option<VecDeque<RwSignal<bool>>>| {
            let turn = RwSignal::new(false);
            waiting.as_mut()?.push_back(turn);
            Some(turn)
        };
        self.waiting.try_update_value(join).flatten()
    }

    /// The address of another state of the page.
    pub fn href(&self, state: &ViewState) -> String {
        [&*self.root, &state.address()].concat()
    }

    /// The address that differs from the present one by `change`. Follows the present one.
    pub fn href_with(&self, change: impl Fn(&mut ViewState)) -> String {
        let mut state = self.state.get();
        change(&mut state);
        self.href(&state)
    }
}
