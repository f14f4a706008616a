//! An event's or an episode's page: what it is, and everything said about it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::comparison::Comparison;
use crate::domain::date::{Date, When};
use crate::domain::event::{Change, Episode, Event, Subject};
use crate::domain::id::PlaceId;
use crate::domain::row_state::RowState;
use crate::session::{Load, Session, SubjectStatements};

use super::comparison::{Anchors, background, comparison_table, third_parties_only};
use super::further::further;
use super::losses::loss_tables;
use super::notices::{failed, loading};
use super::sources::sources;
use super::state_sign::state_name;
use super::subject_link::subject_link;
use super::tag::{Tag, live, piece, tag, text};
use super::take_along::take_along;

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
    let session = session.clone();
    live(move || {
        let comparison = session.comparison.get();
        Some(session.subject.with(|load| match (load, comparison) {
            (Load::Ready(loaded), Some(comparison)) => matter(&Said {
                session: session.clone(),
                comparison,
                loaded: Arc::clone(loaded),
                anchors: Anchors::default(),
            }),
            (Load::Failed(file), _) => failed(&session, file),
            _ => loading(&session),
        }))
    })
}

/// The names of these places, in the page's language.
pub fn place_names(session: &Session, places: &[PlaceId]) -> String {
    let names: Vec<&str> =
        places.iter().filter_map(|id| session.dataset.place(id)).map(|p| p.name.as_str()).collect();
    names.join(session.messages.text("list.comma"))
}

fn event_header(session: &Session, event: &Event) -> Tag {
    let kind = session.dataset.kind(&event.kind).map(|kind| text(kind.name.as_str()));
    let meta = tag("p")
        .class("subject-meta")
        .child(when_line(session, &event.when))
        .child(tag("span").text(place_names(session, &event.places)))
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
        .child(states(session, &event.found.states))
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
        .child(states(session, &episode.found.states))
        .child(tools(session))
        .child(events)
}

fn heading(title: &str) -> Tag {
    tag("h1").with("tabindex", "-1").text(title)
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
    let quoted = tag("q").with("lang", "ar").with("dir", "rtl").text(wording.as_str());
    let label = [m.text("subject.report-wording"), " "].concat();
    line.text(" · ").child(tag("span").text(label).child(quoted))
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
        let comparison = session.comparison.get()?;
        let words = session.messages.count("count.covering", comparison.covered_by.len() as u64);
        Some(tag("span").text(words).view())
    })
}

fn states(session: &Session, states: &[(RowState, usize)]) -> Tag {
    let items = states.iter().map(|(state, n)| {
        let count = [" · ", &n.to_string()].concat();
        tag("li")
            .with("data-state", state.key())
            .child(state_name(session, *state))
            .child(tag("span").class("states-count").text(count))
            .view()
    });
    tag("ul")
        .class("states")
        .with("aria-label", session.messages.text("subject.states"))
        .children(items)
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
    tag("ul").class("tools").with("aria-label", m.text("tools.label")).child(tag("li").child(swap))
}

/// What the parts of a subject's matter are made from.
#[derive(Clone)]
struct Said {
    session: Session,
    comparison: Arc<Comparison>,
    loaded: Arc<SubjectStatements>,
    anchors: Anchors,
}

fn matter(said: &Said) -> AnyView {
    let parts: [fn(&Said) -> Option<AnyView>; 7] = [
        |it| Some(rows(it).view()),
        |it| loss_tables(&it.session, &it.comparison, &it.loaded),
        |it| third_parties_only(&it.session, &it.comparison.third_parties_only, &it.anchors),
        |it| background(&it.session, &it.comparison.background, &it.anchors),
        |it| Some(sources(&it.session, &it.comparison.covered_by)),
        |it| changes_of(&it.session, &it.loaded.subject),
        |it| Some(take_along(&it.session)),
    ];
    let pieces = parts.into_iter().map(|part| {
        let own = said.clone();
        piece(&said.session, Box::new(move || part(&own).into_any()))
    });
    pieces.collect::<Vec<AnyView>>().into_any()
}

fn rows(Said { session, comparison, anchors, .. }: &Said) -> Tag {
    let m = &session.messages;
    let matter = if comparison.rows.is_empty() {
        tag("p").class("section-note").text(m.text("comparison.no-rows")).view()
    } else {
        comparison_table(session, comparison, anchors)
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
        let words = [m.date(change.date).as_str(), ": ", &change.what, " ", &change.why].concat();
        tag("li").text(words).view()
    });
    section.child(tag("ul").children(items))
}
