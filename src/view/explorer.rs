//! The explorer's own matter: what this is, the episodes, and what was said of no single event.

use leptos::prelude::*;

use crate::domain::comparison::ClaimRef;
use crate::domain::event::Subject;
use crate::domain::id::SourceId;
use crate::domain::statement::Voice;
use crate::session::{Load, Session};

use super::comparison::Anchors;
use super::notices::{failed, loading};
use super::sources::sources;

/// What the page compares and what it was read from.
#[component]
pub fn ExplorerIntroduction() -> impl IntoView {
    let session = expect_context::<Session>();
    let m = session.messages.clone();
    let about = session.dataset.about.clone();
    let own = about.languages.iter().find(|language| language.code == m.language).cloned();
    let made = own.map(|language| {
        let kind = if language.is_translation { "language.translation" } else { "language.original" };
        let checked = if language.is_checked { "language.checked" } else { "language.unchecked" };
        [m.text(kind), " ", m.fill("language.made-by", &[("by", &language.made_by)]).as_str(), " ", m.text(checked)].concat()
    });
    let names = move || {
        let pair = session.pair.get();
        let name = |party| super::seal::party_name(&session, party);
        session.messages.fill("explorer.title", &[("first", name(&pair.first).as_str()), ("second", &name(&pair.second))])
    };
    view! {
        <header class="explorer-header">
            <h1 tabindex="-1">{names}</h1>
            <p class="explorer-corpus">{about.corpus.clone()}</p>
            <p class="explorer-order">{about.order_reason.clone()}</p>
            <p class="explorer-language">{made}</p>
        </header>
    }
}

/// Episodes, claims on the conflict as a whole, and all sources.
#[component]
pub fn ExplorerMatter() -> impl IntoView {
    let session = expect_context::<Session>();
    let m = session.messages.clone();
    let all: Vec<SourceId> = session.dataset.sources.iter().map(|source| source.id.clone()).collect();
    let episodes: Vec<AnyView> = session
        .dataset
        .episodes
        .iter()
        .map(|episode| {
            let (to, id) = (session.clone(), episode.id.clone());
            let href = move || to.href_with(|state| *state = state.with_subject(Some(Subject::Episode(id.clone()))));
            let dates = m.date_range(episode.from, episode.to);
            view! {
                <li>
                    <h3><a href=href>{episode.title.clone()}</a></h3>
                    <p class="episode-dates">{dates}</p>
                    <p>{episode.summary.clone()}</p>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="episodes" aria-labelledby="episodes">
            <h2 id="episodes">{m.text("section.episodes").to_owned()}</h2>
            <ul>{episodes}</ul>
        </section>
        <General/>
        {sources(&session, &all)}
    }
}

/// Claims about no single event: outlets' background, and what parties said of the conflict.
#[component]
fn General() -> impl IntoView {
    let session = expect_context::<Session>();
    move || {
        session.general.with(|load| match load {
            Load::Ready(statements) => general(&session, &ClaimRef::all_of(statements)),
            Load::Failed(file) => failed(&session, file),
            Load::Idle | Load::Loading => loading(&session),
        })
    }
}

fn general(session: &Session, claims: &[ClaimRef]) -> AnyView {
    let m = &session.messages;
    let mut anchors = Anchors::default();
    let (outlets, parties): (Vec<ClaimRef>, Vec<ClaimRef>) =
        claims.iter().cloned().partition(|c| matches!(c.statement.voice, Voice::Outlet(_)));
    let spoken = anchors.show_all(session, &parties);
    let spoken = (!spoken.is_empty()).then(|| {
        view! { <h3>{m.text("general.parties").to_owned()}</h3> {spoken} }
    });
    let written = anchors.show_all(session, &outlets);
    view! {
        <section class="background" aria-labelledby="general">
            <h2 id="general">{m.text("section.general").to_owned()}</h2>
            <p class="section-note">{m.text("section.background-note").to_owned()}</p>
            {spoken}
            {written}
        </section>
    }
    .into_any()
}
