//! The explorer's own matter: what this is, the episodes, and what was said of no single event.

use leptos::prelude::*;

use crate::domain::comparison::ClaimRef;
use crate::domain::event::{Episode, Subject};
use crate::domain::id::SourceId;
use crate::domain::statement::Voice;
use crate::session::{Load, Session};

use super::comparison::Anchors;
use super::further::further;
use super::names::names_switch;
use super::notices::{failed, loading};
use super::seal::party_name;
use super::sources::sources;
use super::subject_link::{share_link, subject_link};
use super::tag::{Tag, live, live_text, piece, tag, text};
use super::take_along::take_along;

/// What the page was read from, how its sides are ordered, and who wrote its texts.
pub fn explorer_introduction(session: &Session) -> AnyView {
    let about = &session.dataset.about;
    tag("header")
        .class("explorer-header")
        .child(tag("p").class("explorer-corpus").text(about.corpus.as_str()))
        .child(tag("p").class("explorer-order").text(about.order_reason.as_str()))
        .child(tag("p").class("explorer-language").child(language_note(session).map(text)))
        .child(tag("div").class("tools").child(share_link(session)).child(names_switch(session)))
        .view()
}

/// Whose accounts are compared.
pub fn explorer_title(session: &Session) -> Tag {
    let session = session.clone();
    let names = move || {
        let pair = session.pair.get();
        let [first, second] = [&pair.first, &pair.second].map(|party| party_name(&session, party));
        session.messages.fill("explorer.title", &[("first", &first), ("second", &second)])
    };
    tag("h1").with("tabindex", "-1").child(live_text(names))
}

/// Who made the texts in the page's language, and whether they were checked.
pub fn language_note(session: &Session) -> Option<String> {
    let m = &session.messages;
    let languages = &session.dataset.about.languages;
    let own = languages.iter().find(|language| language.code == m.language)?;
    let kind = if own.is_translation { "language.translation" } else { "language.original" };
    let made = m.fill("language.made-by", &[("by", &own.made_by)]);
    let checked = if own.is_checked { "language.checked" } else { "language.unchecked" };
    Some([m.text(kind), " ", &made, " ", m.text(checked)].concat())
}

/// The explorer lists at most so many episodes, the newest, and so many sources.
const MOST_EPISODES: usize = 30;
const MOST_SOURCES: usize = 30;

/// Episodes, claims on the conflict as a whole, sources, and downloads.
pub fn explorer_matter(session: &Session) -> AnyView {
    let all = &session.dataset.episodes;
    let items = all.iter().take(MOST_EPISODES).map(|episode| episode_item(session, episode));
    let left_out = all.len().saturating_sub(MOST_EPISODES);
    let episodes = tag("section")
        .class("episodes")
        .with("aria-labelledby", "episodes")
        .child(tag("h2").with("id", "episodes").text(session.messages.text("section.episodes")))
        .child(tag("ul").children(items))
        .child(further(session, "further.episodes", left_out));
    let parts: [fn(&Session) -> AnyView; 3] = [general, general_sources, take_along];
    let pieces = parts.into_iter().map(|part| {
        let own = session.clone();
        piece(session, Box::new(move || part(&own)))
    });
    let mut matter = vec![episodes.view()];
    matter.extend(pieces);
    matter.into_any()
}

/// The newest sources, and those that the claims on the conflict as a whole lead to.
pub fn general_sources(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let general = session.general.get();
        let cited = general.ready().map(|it| ClaimRef::all_of(it)).unwrap_or_default();
        let all = &session.dataset.sources;
        let mut listed: Vec<SourceId> = Vec::new();
        for (at, source) in all.iter().enumerate() {
            let is_cited = |claim: &ClaimRef| claim.claim().sources().contains(&&source.id);
            if at + MOST_SOURCES >= all.len() || cited.iter().any(is_cited) {
                listed.push(source.id.clone());
            }
        }
        let left_out = all.len() - listed.len();
        let mut parts = vec![sources(&session, &listed)];
        parts.extend(further(&session, "further.sources", left_out).map(Tag::view));
        Some(parts.into_any())
    })
}

fn episode_item(session: &Session, episode: &Episode) -> AnyView {
    let subject = Subject::Episode(episode.id.clone());
    let link = subject_link(session, subject).text(episode.title.as_str());
    let dates = session.messages.date_range(episode.from, episode.to);
    tag("li")
        .child(tag("h3").child(link))
        .child(tag("p").class("episode-dates").text(dates))
        .child(tag("p").text(episode.summary.as_str()))
        .view()
}

/// Claims about no single event: outlets' background, and what parties said of the conflict.
fn general(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        Some(session.general.with(|load| match load {
            Load::Ready(statements) => {
                general_claims(&session, &ClaimRef::all_of(statements)).view()
            }
            Load::Failed(file) => failed(&session, file),
            Load::Idle | Load::Loading => loading(&session),
        }))
    })
}

fn general_claims(session: &Session, claims: &[ClaimRef]) -> Tag {
    let m = &session.messages;
    let anchors = Anchors::default();
    let (outlets, parties): (Vec<ClaimRef>, Vec<ClaimRef>) =
        claims.iter().cloned().partition(|c| matches!(c.statement.voice, Voice::Outlet(_)));
    let spoken = anchors.show_all(session, &parties);
    let heading = (!spoken.is_empty()).then(|| tag("h3").text(m.text("general.parties")));
    tag("section")
        .class("background")
        .with("aria-labelledby", "general")
        .child(tag("h2").with("id", "general").text(m.text("section.general")))
        .child(tag("p").class("section-note").text(m.text("section.background-note")))
        .child(heading)
        .children(spoken)
        .children(anchors.show_all(session, &outlets))
}
