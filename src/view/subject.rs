//! An event's or an episode's page: what it is, and everything said about it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::event::{Change, Event, Subject};
use crate::domain::id::PlaceId;
use crate::domain::row_state::RowState;
use crate::session::{Load, Session};

use super::comparison::{Anchors, background, comparison_table, third_parties_only};
use super::losses::loss_tables;
use super::notices::{failed, loading};
use super::sources::sources;
use super::state_sign::state_name;

/// Title, time, place, reports, and the states found.
#[component]
pub fn SubjectHeader() -> impl IntoView {
    let session = expect_context::<Session>();
    move || {
        let subject = session.chosen.get()?;
        Some(match &subject {
            Subject::Event(id) => event_header(&session, session.dataset.event(id)?),
            Subject::Episode(_) => episode_header(&session, &subject)?,
        })
    }
}

fn event_header(session: &Session, event: &Event) -> AnyView {
    let m = &session.messages;
    let about = &session.dataset.about;
    let episode = event.episode.as_ref().and_then(|id| session.dataset.episode(id)).map(|episode| {
        let (session, id) = (session.clone(), episode.id.clone());
        let href = move || {
            session.href_with(|state| *state = state.with_subject(Some(Subject::Episode(id.clone()))))
        };
        view! { <a href=href>{episode.title.clone()}</a> }.into_any()
    });
    let no_episode = || view! { <span>{m.text("subject.no-episode").to_owned()}</span> }.into_any();
    let when = m.when_long(&event.when, about.utc_offset_minutes);
    let wording = event.when.wording.as_ref().map(|wording| {
        view! { " · " <span>{m.text("subject.report-wording").to_owned()} " " <q lang="ar" dir="rtl">{wording.clone()}</q></span> }
    });
    let note = event.when.note.as_ref().map(|note| view! { <p class="subject-note">{note.clone()}</p> });
    let kind = session.dataset.kind(&event.kind).map(|kind| kind.name.clone());
    view! {
        <header class="subject-header">
            <p class="subject-episode">{episode.unwrap_or_else(no_episode)}</p>
            <h1 tabindex="-1">{event.title.clone()}</h1>
            <p class="subject-meta">
                <span>{when} {wording}</span>
                <span>{place_names(session, &event.places)}</span>
                <span>{kind}</span>
                <Coverage/>
            </p>
            {note}
            <p class="subject-summary">{event.summary.clone()}</p>
            {states(session, &event.found.states)}
            <Tools/>
        </header>
    }
    .into_any()
}

fn episode_header(session: &Session, subject: &Subject) -> Option<AnyView> {
    let Subject::Episode(id) = subject else { return None };
    let episode = session.dataset.episode(id)?;
    let m = &session.messages;
    let events = session.dataset.events.iter().filter(|e| e.episode.as_ref() == Some(id));
    let links: Vec<AnyView> = events
        .map(|event| {
            let (session, id) = (session.clone(), event.id.clone());
            let href = move || {
                session.href_with(|state| *state = state.with_subject(Some(Subject::Event(id.clone()))))
            };
            view! { <li><a href=href>{event.title.clone()}</a> " " <span>{m.when_short(&event.when)}</span></li> }
                .into_any()
        })
        .collect();
    Some(
        view! {
            <header class="subject-header">
                <p class="subject-episode">{m.text("subject.episode").to_owned()}</p>
                <h1 tabindex="-1">{episode.title.clone()}</h1>
                <p class="subject-meta">
                    <span>{m.date_range(episode.from, episode.to)}</span>
                    <span>{m.count("count.events", links.len() as u64)}</span>
                    <Coverage/>
                </p>
                <p class="subject-summary">{episode.summary.clone()}</p>
                <p class="subject-note">{m.text("subject.episode-note").to_owned()}</p>
                {states(session, &episode.found.states)}
                <Tools/>
                <details class="episode-events">
                    <summary>{m.text("subject.episode-events").to_owned()}</summary>
                    <ul>{links}</ul>
                </details>
            </header>
        }
        .into_any(),
    )
}

/// The names of these places, in the page's language.
pub fn place_names(session: &Session, places: &[PlaceId]) -> String {
    let names: Vec<&str> =
        places.iter().filter_map(|id| session.dataset.place(id)).map(|p| p.name.as_str()).collect();
    names.join(session.messages.text("list.comma"))
}

/// How many reports cover the subject, once its statements are there.
#[component]
fn Coverage() -> impl IntoView {
    let session = expect_context::<Session>();
    move || {
        let comparison = session.comparison.get()?;
        let words = session.messages.count("count.covering", comparison.covered_by.len() as u64);
        Some(view! { <span>{words}</span> })
    }
}

fn states(session: &Session, states: &[(RowState, usize)]) -> AnyView {
    let items = states.iter().map(|(state, n)| {
        view! { <li data-state=state.key()>{state_name(session, *state)} <span class="states-count">" · " {n.to_string()}</span></li> }
    });
    let label = session.messages.text("subject.states").to_owned();
    view! { <ul class="states" aria-label=label>{items.collect_view()}</ul> }.into_any()
}

/// What a reader can do with the comparison.
#[component]
fn Tools() -> impl IntoView {
    let session = expect_context::<Session>();
    let m = session.messages.clone();
    let swap = {
        let session = session.clone();
        move || {
            session.href_with(|state| {
                state.first = match state.first {
                    Some(_) => None,
                    None => Some(session.dataset.pair.second.clone()),
                };
            })
        }
    };
    view! {
        <ul class="tools" aria-label=m.text("tools.label").to_owned()>
            <li><a href=swap data-keep-scroll="">{m.text("tools.swap").to_owned()}</a></li>
        </ul>
    }
}

/// Rows, losses, third parties, background, sources, corrections.
#[component]
pub fn SubjectMatter() -> impl IntoView {
    let session = expect_context::<Session>();
    move || {
        let comparison = session.comparison.get();
        session.subject.with(|load| match (load, comparison) {
            (Load::Ready(loaded), Some(comparison)) => {
                matter(&session, &comparison, &Arc::clone(loaded))
            }
            (Load::Failed(file), _) => failed(&session, file),
            _ => loading(&session),
        })
    }
}

fn matter(
    session: &Session,
    comparison: &crate::domain::comparison::Comparison,
    loaded: &crate::session::SubjectStatements,
) -> AnyView {
    let mut anchors = Anchors::default();
    let m = &session.messages;
    let table = (!comparison.rows.is_empty()).then(|| comparison_table(session, comparison, &mut anchors));
    let nothing = comparison.rows.is_empty().then(|| {
        view! { <p class="section-note">{m.text("comparison.no-rows").to_owned()}</p> }
    });
    let losses = loss_tables(session, comparison, loaded);
    let third = third_parties_only(session, &comparison.third_parties_only, &mut anchors);
    let background = background(session, &comparison.background, &mut anchors);
    let changes = match &loaded.subject {
        Subject::Event(id) => session.dataset.event(id).map(|e| (e.published, e.changes.clone())),
        Subject::Episode(id) => session.dataset.episode(id).map(|e| (e.published, e.changes.clone())),
    };
    view! {
        <section class="comparison-section" aria-labelledby="comparison">
            <h2 id="comparison" class="visually-hidden">{m.text("comparison.label").to_owned()}</h2>
            {nothing}
            {table}
        </section>
        {losses}
        {third}
        {background}
        {sources(session, &comparison.covered_by)}
        {changes.map(|(published, changes)| changes_view(session, published, &changes))}
    }
    .into_any()
}

fn changes_view(session: &Session, published: crate::domain::date::Date, changes: &[Change]) -> AnyView {
    let m = &session.messages;
    let items = changes.iter().map(|change| {
        view! { <li>{m.date(change.date)} ": " {change.what.clone()} " " {change.why.clone()}</li> }
    });
    let none = changes.is_empty().then(|| m.text("changes.none").to_owned());
    view! {
        <section class="changes" aria-labelledby="changes">
            <h2 id="changes">{m.text("section.changes").to_owned()}</h2>
            <p class="section-note">{m.fill("changes.published", &[("date", &m.date(published))])} " " {none}</p>
            {(!changes.is_empty()).then(|| view! { <ul>{items.collect_view()}</ul> })}
        </section>
    }
    .into_any()
}
