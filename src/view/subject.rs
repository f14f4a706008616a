//! An event's or an episode's page: what it is, and everything said about it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::comparison::states_of;
use crate::domain::date::{Date, When};
use crate::domain::event::{Change, Episode, Event, Subject};
use crate::domain::id::PlaceId;
use crate::domain::naming::Naming;
use crate::domain::row_state::RowState;
use crate::i18n::messages::isolated;
use crate::session::{Compared, Load, Session};

use super::as_of::{as_of_control, maybe_said};
use super::claim::{quoted, report_language};
use super::comparison::{Anchors, background, comparison_table, third_parties_only};
use super::event_list::events_of;
use super::frame::named;
use super::further::further;
use super::losses::loss_tables;
use super::names::names_switch;
use super::notices::{failed, loading};
use super::sources::sources;
use super::state_sign::state_name;
use super::subject_link::{share_link, subject_link};
use super::tag::{DOT, Tag, live, live_text, piece, tag, text};
use super::take_along::take_along;
use super::timeline::timeline;

/// Title, time, place, reports, and the states found. Made anew only for another subject.
pub fn subject_header(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let header = match session.chosen.get()? {
            Subject::Event(id) => event_header(&session, session.dataset.event(&id)?),
            Subject::Episode(id) => episode_header(&session, session.dataset.episode(&id)?),
        };
        Some(header.view())
    })
}

/// Rows, losses, third parties, background, sources, corrections, downloads.
pub fn subject_matter(session: &Session) -> AnyView {
    let control = as_of_control(session);
    let session = session.clone();
    let subject = live(move || {
        if let Some(compared) = session.comparison.get() {
            let (session, anchors) = (session.clone(), Anchors::default());
            return Some(matter(&Said { session, compared, anchors }));
        }
        Some(session.subject.with(|load| match load {
            Load::Failed(file) => failed(&session, file),
            _ => loading(&session),
        }))
    });
    vec![control, subject].into_any()
}

/// The names of these places, as the reader wants places named.
pub fn place_names(session: &Session, places: &[PlaceId]) -> AnyView {
    let (session, places) = (session.clone(), places.to_vec());
    live_text(move || named_places(&session, &places))
}

/// The places' names, as the reader wants places named. Follows the session.
pub fn named_places(session: &Session, places: &[PlaceId]) -> String {
    let places = places.iter().filter_map(|id| session.dataset.place(id));
    let is_pair = session.names.with(|naming| *naming == Naming::Both);
    let names = places.map(|place| {
        let name = session.place_name(place);
        // Two scripts in one: each pair runs by itself, and on one line.
        if is_pair { isolated(&name.replace(' ', "\u{a0}")) } else { name }
    });
    names.collect::<Vec<_>>().join(session.messages.text("list.comma"))
}

fn event_header(session: &Session, event: &Event) -> Tag {
    let kind = session.dataset.kind(&event.kind).map(|kind| text(kind.name.as_str()));
    let meta = tag("p")
        .class("subject-meta")
        .child(when_line(session, &event.when))
        .child(tag("span").child(place_names(session, &event.places)))
        .child(tag("span").child(kind))
        .child(coverage(session));
    let note = event.when.note.as_deref().map(|note| tag("p").class("subject-note").text(note));
    tag("header")
        .class("subject-header")
        .child(tag("p").class("subject-episode").child(episode_of(session, event)))
        .child(heading(&event.title))
        .child(meta)
        .child(note)
        .child(tag("p").class("subject-summary").text(event.summary.as_str()))
        .child(states(session, event.found.states.clone()))
        .child(tools(session))
}

/// An episode's page lists at most so many of its events, the newest.
const MOST_EVENTS: usize = 60;

fn episode_header(session: &Session, episode: &Episode) -> Tag {
    let m = &session.messages;
    let mut items = Vec::new();
    let mut count = 0;
    for event in &session.dataset.events {
        if event.episode.as_ref() == Some(&episode.id) {
            count += 1;
            if count <= MOST_EVENTS {
                items.push(event_item(session, event));
            }
        }
    }
    let meta = tag("p")
        .class("subject-meta")
        .child(tag("span").text(m.date_range(episode.from, episode.to)))
        .child(tag("span").text(m.count("count.events", count as u64)))
        .child(coverage(session));
    let left_out = count - items.len();
    let events = tag("details")
        .class("episode-events")
        .child(tag("summary").text(m.text("subject.episode-events")))
        .child(tag("ul").children(items))
        .child(further(session, "further.events", left_out));
    tag("header")
        .class("subject-header")
        .child(tag("p").class("subject-episode").text(m.text("subject.episode")))
        .child(heading(&episode.title))
        .child(meta)
        .child(tag("p").class("subject-summary").text(episode.summary.as_str()))
        .child(tag("p").class("subject-note").text(m.text("subject.episode-note")))
        .child(states(session, episode.found.states.clone()))
        .child(tools(session))
        .child((!session.is_framed()).then_some(events))
}

/// The title. A number and its ending, as in "2021-ci il", stay on one line.
fn heading(title: &str) -> Tag {
    let mut heading = tag("h1").with("tabindex", "-1");
    if !title.contains('-') {
        return heading.text(title);
    }
    for (at, word) in title.split(' ').enumerate() {
        heading = if at > 0 { heading.text(" ") } else { heading };
        heading = heading.child(tag("span").class("unbroken").text(word));
    }
    heading
}

fn episode_of(session: &Session, event: &Event) -> Tag {
    match event.episode.as_ref().and_then(|id| session.dataset.episode(id)) {
        Some(episode) => {
            subject_link(session, Subject::Episode(episode.id.clone())).text(episode.title.as_str())
        }
        None => tag("span").text(session.messages.text("subject.no-episode")),
    }
}

fn when_line(session: &Session, when: &When) -> Tag {
    let m = &session.messages;
    let line = tag("span").text(m.when_long(when, session.dataset.about.utc_offset_minutes));
    let Some(wording) = &when.wording else { return line };
    let quoted = quoted(session, report_language(session), wording);
    let label = [m.text("subject.report-wording"), " "].concat();
    line.text(DOT).child(tag("span").text(label).child(quoted))
}

fn event_item(session: &Session, event: &Event) -> AnyView {
    let subject = Subject::Event(event.id.clone());
    tag("li")
        .child(subject_link(session, subject).text(event.title.as_str()))
        .text(" ")
        .child(tag("span").text(session.messages.when_short(&event.when)))
        .view()
}

/// How many reports cover the subject, once its statements are there.
fn coverage(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let covered_by = session.comparison.get()?.comparison.covered_by.len();
        let words = session.messages.count("count.covering", covered_by as u64);
        Some(tag("span").text(words).view())
    })
}

/// The states found, `whole`; as of a moment those of what was known then.
fn states(session: &Session, whole: Vec<(RowState, usize)>) -> Tag {
    let label = session.messages.text("subject.states");
    let list = tag("ul").class("states").with("aria-label", label);
    let session = session.clone();
    list.live(move || {
        let then = session.as_of.get().and_then(|_| session.comparison.get());
        let states = then.map_or_else(|| whole.clone(), |it| states_of(&it.comparison));
        let items = states.into_iter().map(|(state, n)| {
            let count = [DOT, &n.to_string()].concat();
            tag("li")
                .with("data-state", state.key())
                .child(state_name(&session, state))
                .child(tag("span").class("states-count").text(count))
                .view()
        });
        Some(items.collect::<Vec<AnyView>>().into_any())
    })
}

/// What a reader can do with the comparison.
fn tools(session: &Session) -> Tag {
    let m = &session.messages;
    let to = session.clone();
    let swap = move || {
        to.href_with(|state| {
            state.first = match state.first {
                Some(_) => None,
                None => Some(to.dataset.pair.second.clone()),
            };
        })
    };
    let swap = tag("a").href(swap).text(m.text("tools.swap"));
    tag("ul")
        .class("tools")
        .with("aria-label", m.text("tools.label"))
        .child(tag("li").child(swap))
        .child(tag("li").child(share_link(session)))
        .child(tag("li").child(names_switch(session)))
}

/// What the parts of a subject's matter are made from.
#[derive(Clone)]
struct Said {
    session: Session,
    compared: Arc<Compared>,
    anchors: Anchors,
}

/// Makes a part of a subject's matter; nothing where there is nothing to say.
type Part = fn(&Said) -> Option<AnyView>;

const ROWS: Part = |it| Some(rows(it).view());
const LOSSES: Part = |it| loss_tables(&it.session, &it.compared);
const MAYBE_SAID: Part = |it| maybe_said(&it.session, &it.compared.comparison, &it.anchors);
const THIRD_PARTIES: Part =
    |it| third_parties_only(&it.session, &it.compared.comparison.third_parties_only, &it.anchors);
const BACKGROUND: Part =
    |it| background(&it.session, &it.compared.comparison.background, &it.anchors);
const SOURCES: Part = |it| Some(sources(&it.session, it.compared.comparison.cited()));

/// The parts of a page of its own.
const IN_FULL: &[Part] = &[
    ROWS,
    LOSSES,
    MAYBE_SAID,
    THIRD_PARTIES,
    BACKGROUND,
    SOURCES,
    |it| changes_of(&it.session, &it.compared.known.subject),
    |it| Some(take_along(&it.session)),
];

/// The parts of a frame, each with what it is called there: of those that are called the same, all
/// are shown or none.
const IN_FRAME: &[(&str, Part)] = &[
    ("comparison", ROWS),
    ("comparison", MAYBE_SAID),
    ("comparison", THIRD_PARTIES),
    ("comparison", |it| BACKGROUND(it).map(|view| folded(&it.session, view))),
    ("losses", LOSSES),
    ("list", |it| match &it.compared.known.subject {
        Subject::Episode(id) => Some(events_of(&it.session, id)),
        Subject::Event(_) => None,
    }),
    ("timeline", |it| timeline(&it.session, &it.compared)),
    ("sources", SOURCES),
];

fn matter(said: &Said) -> AnyView {
    let part = |name: &'static str, part: Part| {
        let own = said.clone();
        let make = move || {
            let view = part(&own);
            if name.is_empty() {
                view.into_any()
            } else {
                view.map(|it| named(name, it)).into_any()
            }
        };
        piece(&said.session, Box::new(make))
    };
    let parts: Vec<AnyView> = if said.session.is_framed() {
        IN_FRAME.iter().map(|(name, make)| part(name, *make)).collect()
    } else {
        IN_FULL.iter().map(|make| part("", *make)).collect()
    };
    parts.into_any()
}

/// What is not the parties' own stands folded in a frame.
fn folded(session: &Session, view: AnyView) -> AnyView {
    let summary = tag("summary").text(session.messages.text("section.background"));
    tag("details").class("frame-fold").child(summary).child(view).view()
}

fn rows(Said { session, compared, anchors }: &Said) -> Tag {
    let m = &session.messages;
    let matter = if compared.comparison.rows.is_empty() {
        let is_episode = matches!(session.chosen.get_untracked(), Some(Subject::Episode(_)));
        let key = match (compared.comparison.as_of.is_some(), is_episode) {
            (true, true) => "comparison.no-rows-episode-then",
            (true, false) => "comparison.no-rows-then",
            (false, true) => "comparison.no-rows-episode",
            (false, false) => "comparison.no-rows",
        };
        tag("p").class("section-note").text(m.text(key)).view()
    } else {
        comparison_table(session, compared, anchors)
    };
    let heading = tag("h2")
        .with("id", "comparison")
        .class("visually-hidden")
        .text(m.text("comparison.label"));
    let event = match session.chosen.get_untracked() {
        Some(Subject::Event(id)) => Some(id.to_string()),
        _ => None,
    };
    tag("section")
        .class("comparison-section")
        .with_maybe("data-event-id", event)
        .with("aria-labelledby", "comparison")
        .child(heading)
        .child(matter)
}

fn changes_of(session: &Session, subject: &Subject) -> Option<AnyView> {
    let (published, changes) = match subject {
        Subject::Event(id) => {
            let event = session.dataset.event(id)?;
            (event.published, &event.changes)
        }
        Subject::Episode(id) => {
            let episode = session.dataset.episode(id)?;
            (episode.published, &episode.changes)
        }
    };
    Some(changes_view(session, published, changes).view())
}

fn changes_view(session: &Session, published: Date, changes: &[Change]) -> Tag {
    let m = &session.messages;
    let none = if changes.is_empty() { m.text("changes.none") } else { "" };
    let published = m.fill("changes.published", &[("date", &m.date(published))]);
    let note = [published.as_str(), " ", none].concat();
    let section = tag("section")
        .class("changes")
        .with("aria-labelledby", "changes")
        .child(tag("h2").with("id", "changes").text(m.text("section.changes")))
        .child(tag("p").class("section-note").text(note));
    if changes.is_empty() {
        return section;
    }
    let items = changes.iter().map(|change| {
        let words = [m.date(change.date).as_str(), DOT, &change.what, " ", &change.why].concat();
        tag("li").text(words).view()
    });
    section.child(tag("ul").children(items))
}
