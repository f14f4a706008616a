//! What one reader's visit holds, as signals: the address, what has been loaded, and what went
//! wrong. Views read it; the browser fills it.

pub mod searching;

use std::collections::VecDeque;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::as_of::{AsOf, known_by, states_then};
use crate::domain::balance::Balance;
use crate::domain::comparison::{ClaimRef, Comparison, compare, covering_sources};
use crate::domain::dataset::Dataset;
use crate::domain::date::Moment;
use crate::domain::event::Subject;
use crate::domain::naming::Naming;
use crate::domain::party::Pair;
use crate::domain::place::{Area, Place};
use crate::domain::row_state::EditorState;
use crate::domain::search::hits::Hits;
use crate::domain::sort::sorted;
use crate::domain::statement::Statement;
use crate::domain::tally::Tally;
use crate::i18n::messages::Messages;
use crate::map_scene::{MapScene, Outlook, compose};
use crate::view_state::{BadValue, MapPosition, ViewState};

use searching::{Searching, searched};

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
    /// The texts that are searched.
    pub search: Searching,
    /// What the search found; `None` where no word is typed.
    pub hits: Memo<Option<Arc<Hits>>>,
    /// Whether the map is drawn.
    pub map: RwSignal<Load<()>>,
    /// What the map has in sight, once it is drawn.
    pub seen: RwSignal<Option<(MapPosition, Area)>>,
    pub notices: RwSignal<Vec<Notice>>,
    /// Counts the reader's "try again"; whatever failed is tried again when it changes.
    pub attempts: RwSignal<u32>,
    pub chosen: Memo<Option<Subject>>,
    pub pair: Memo<Pair>,
    /// Where in the dataset's list the events stand that pass the filters, in the order shown.
    pub shown: Memo<Vec<usize>>,
    /// How many events each value of each facet would leave.
    pub tally: Memo<Arc<Tally>>,
    /// The moment as of which the subject is compared.
    pub as_of: Memo<Option<Moment>>,
    /// By which of its names a place is called.
    pub names: Memo<Naming>,
    pub comparison: Memo<Option<Arc<Compared>>>,
    pub scene: Memo<MapScene>,
    /// What of the page comes once the rest of it is on the screen, where someone lets it come.
    pub late: RwSignal<Option<RwSignal<bool>>>,
    /// Whether there is someone.
    has_late: StoredValue<bool>,
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

/// What a subject's page shows.
#[derive(Clone, PartialEq, Debug)]
pub struct Compared {
    pub comparison: Comparison,
    /// What was compared: all that was loaded, or what had been said by the moment.
    pub known: SubjectStatements,
}

/// Compares all that was said, or as of a moment what had been said by then. `None` for a subject
/// that the dataset doesn't have.
fn compared(
    dataset: &Dataset,
    pair: &Pair,
    as_of: Option<Moment>,
    whole: &SubjectStatements,
) -> Option<Compared> {
    let editor_states: &[EditorState] = match &whole.subject {
        Subject::Event(id) => &dataset.event(id)?.editor_states,
        Subject::Episode(id) => &dataset.episode(id)?.editor_states,
    };
    let mut known = whole.clone();
    let Some(moment) = as_of else {
        let comparison = compare(dataset, pair, editor_states, &known.statements);
        return Some(Compared { comparison, known });
    };
    let [mut own, of_events] =
        [&whole.statements, &whole.event_losses].map(|statements| known_by(moment, statements));
    let states = states_then(editor_states, &whole.statements, &own.said);
    let mut comparison = compare(dataset, pair, &states, &own.said);
    comparison.covered_by = covering_sources(dataset, &ClaimRef::all_of(&whole.statements));
    own.maybe.extend(of_events.maybe);
    comparison.as_of = Some(AsOf::new(moment, &own, dataset, &comparison.covered_by));
    (known.statements, known.event_losses) = (own.said, of_events.said);
    Some(Compared { comparison, known })
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
        let search = Searching::new(&dataset.about.languages);
        let hits = searched(Arc::clone(&dataset), &messages.language, state, &search);
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
        let tally = Memo::new({
            let dataset = Arc::clone(&dataset);
            move |_| {
                let hits = hits.get();
                let has_text = |at: usize| hits.as_ref().is_none_or(|hits| hits.score(at) > 0);
                state.with(|state| dataset.tally(&state.filters, &has_text))
            }
        });
        let shown = Memo::new({
            let dataset = Arc::clone(&dataset);
            move |_| {
                let sort = state.with(|state| state.sort);
                let hits = hits.get();
                let score = |at: usize| hits.as_ref().map_or(0, |hits| hits.score(at));
                sorted(&dataset, &tally.get().passing, sort, &score)
            }
        });
        let as_of = Memo::new(move |_| state.with(|state| state.as_of));
        let names = Memo::new(move |_| state.with(|state| state.names.clone()));
        let comparison = Memo::new({
            let dataset = Arc::clone(&dataset);
            move |_| {
                let (pair, as_of) = (pair.get(), as_of.get());
                subject.with(|subject| {
                    compared(&dataset, &pair, as_of, subject.ready()?).map(Arc::new)
                })
            }
        });
        let scene = Memo::new({
            let dataset = Arc::clone(&dataset);
            move |_| {
                let (pair, chosen) = (pair.get(), chosen.get());
                let names = names.get();
                shown.with(|shown| {
                    let as_of = as_of.get();
                    let outlook = Outlook { pair: &pair, shown, chosen: chosen.as_ref(), as_of };
                    let mut scene = compose(&dataset, &outlook);
                    for mark in &mut scene.marks {
                        if let Some(place) = dataset.place(&mark.place) {
                            mark.name = names.name(place, &pair);
                        }
                    }
                    scene
                })
            }
        });
        Self {
            dataset,
            messages,
            root: root.into(),
            state,
            subject,
            general: RwSignal::new(Load::Idle),
            search,
            hits,
            map: RwSignal::new(Load::Idle),
            seen: RwSignal::new(None),
            notices: RwSignal::new(notices),
            attempts: RwSignal::new(0),
            chosen,
            pair,
            shown,
            tally,
            as_of,
            names,
            comparison,
            scene,
            late: RwSignal::new(None),
            has_late: StoredValue::new(false),
            waiting: StoredValue::new(None),
        }
    }

    /// From here on what may come late does: whoever calls this lets it come.
    pub fn let_come_late(&self) {
        self.has_late.set_value(true);
    }

    /// Turns true once the rest of the page is on the screen; `None` where nothing comes late.
    pub fn later(&self) -> Option<RwSignal<bool>> {
        self.has_late.get_value().then(|| {
            let turn = RwSignal::new(false);
            self.late.set(Some(turn));
            turn
        })
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

    /// How much of what is shown is whose; `None` until it is loaded. Follows the session.
    pub fn balance(&self) -> Option<Balance> {
        let pair = self.pair.get();
        if self.chosen.with(Option::is_some) {
            let compared = self.comparison.get()?;
            return Some(Balance::of_comparison(&compared.comparison, &pair));
        }
        let dataset = &self.dataset;
        Some(self.shown.with(|shown| {
            let events = shown.iter().map(|at| &dataset.events[*at]);
            Balance::of_events(events, &pair, &dataset.pair)
        }))
    }

    /// What the search found. Follows the session.
    #[inline(never)]
    pub fn found(&self) -> Option<Arc<Hits>> {
        self.hits.get()
    }

    /// The place's name, as the reader wants places named. Follows the session.
    pub fn place_name(&self, place: &Place) -> String {
        let pair = self.pair.get();
        self.names.with(|names| names.name(place, &pair))
    }

    /// Whether the page stands inside another.
    pub fn is_framed(&self) -> bool {
        self.state.with_untracked(|state| state.frame.is_some())
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

    /// The address of the page that shares what is shown. Follows the session.
    pub fn share_href(&self) -> String {
        let state = self.state.get();
        let address = ViewState { page: 1, ..state.in_full() }.address();
        let (language, rest) = address.split_at(state.language.len());
        [&*self.root, language, "/share", rest].concat()
    }
}
