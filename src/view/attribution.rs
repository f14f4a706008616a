//! Who said it, who told it, through what, and where it stands: the chain from speaker to report,
//! kept whole.

use leptos::prelude::*;

use crate::domain::claim::{Appearance, Passage};
use crate::domain::comparison::ClaimRef;
use crate::domain::id::{SourceId, SpeakerId};
use crate::domain::statement::Voice;
use crate::session::Session;

use super::seal::party_name;

/// "Nikol Pashinyan, Prime Minister", "Ministry of Defence", or the party's name.
pub fn speaker_name(session: &Session, id: &SpeakerId) -> String {
    let Some(speaker) = session.dataset.speaker(id) else { return id.to_string() };
    match (&speaker.person, &speaker.office) {
        (Some(person), Some(office)) => {
            [person.as_str(), session.messages.text("list.comma"), office].concat()
        }
        (Some(name), None) | (None, Some(name)) => name.clone(),
        (None, None) => party_name(session, &speaker.party),
    }
}

/// The outlet's name for a source.
pub fn outlet_name(session: &Session, source: &SourceId) -> String {
    let source = session.dataset.source(source);
    let outlet = source.and_then(|source| session.dataset.outlet(&source.outlet));
    outlet.map_or_else(String::new, |outlet| outlet.name.clone())
}

/// Parties that make the claim, or the outlet that does.
pub fn claimants(session: &Session, claim: &ClaimRef) -> String {
    match &claim.statement.voice {
        Voice::Outlet(source) => outlet_name(session, source),
        voice => {
            let mut names: Vec<String> = Vec::new();
            for party in voice.parties() {
                let name = party_name(session, party);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names.join(session.messages.text("list.and"))
        }
    }
}

/// Who speaks, with the party's name first where `with_party` asks for it.
pub fn speakers(session: &Session, claim: &ClaimRef, with_party: bool) -> AnyView {
    let Voice::Speakers(list) = &claim.statement.voice else {
        return view! { <b>{claimants(session, claim)}</b> }.into_any();
    };
    let names: Vec<String> = list.iter().map(|(id, _)| speaker_name(session, id)).collect();
    let names = names.join(session.messages.text("list.and"));
    let parties = claimants(session, claim);
    if !with_party || names == parties {
        view! { <b>{names}</b> }.into_any()
    } else {
        view! { <b>{parties}</b> " · " {names} }.into_any()
    }
}

/// Channel, teller, agency, time, and each place where the claim stands.
pub fn origin(session: &Session, claim: &ClaimRef) -> AnyView {
    let m = &session.messages;
    let statement = &claim.statement;
    let mut parts: Vec<String> = Vec::new();
    parts.extend(statement.channel.clone());
    if !statement.tellers.is_empty() {
        let tellers: Vec<String> =
            statement.tellers.iter().map(|id| teller_name(session, id)).collect();
        parts.push(m.fill("origin.told-by", &[("teller", &tellers.join(m.text("list.and")))]));
    }
    if let Some(agency) = statement.agency.as_ref().and_then(|id| session.dataset.outlet(id)) {
        parts.push(m.fill("origin.agency", &[("agency", &agency.name)]));
    }
    if !matches!(statement.voice, Voice::Outlet(_)) {
        parts.push(m.said(&statement.said));
    }
    if claim.claim().is_summarised {
        parts.push(m.text("origin.summarised").to_owned());
    }
    let parts = parts.into_iter().map(|part| [part.as_str(), " · "].concat());
    let places = claim.claim().appearances.iter().map(|appearance| appearance_link(session, appearance));
    view! {
        <p class="claim-origin">
            {parts.collect::<String>()}
            {places.collect_view()}
        </p>
    }
    .into_any()
}

/// A teller with its party, since a teller is no claimant.
fn teller_name(session: &Session, id: &SpeakerId) -> String {
    let name = speaker_name(session, id);
    match session.dataset.speaker(id).map(|speaker| party_name(session, &speaker.party)) {
        Some(party) if party != name => {
            [name.as_str(), session.messages.text("list.comma"), &party].concat()
        }
        _ => name,
    }
}

fn appearance_link(session: &Session, appearance: &Appearance) -> AnyView {
    let m = &session.messages;
    let outlet = outlet_name(session, &appearance.source);
    let date = session.dataset.source(&appearance.source).map(|source| m.date(source.published));
    let href = ["#source-", appearance.source.as_str()].concat();
    let passage = passage(session, appearance.passage);
    let note = appearance.note.as_ref().map(|note| [" (", note.as_str(), ")"].concat());
    view! {
        <span class="appearance">
            <a href=href>{outlet}</a>
            {m.text("list.comma").to_owned()}
            {date}
            {m.text("list.comma").to_owned()}
            {passage}
            {note}
        </span>
    }
    .into_any()
}

/// "paragraph 7", "photo caption".
pub fn passage(session: &Session, passage: Passage) -> String {
    let m = &session.messages;
    match passage {
        Passage::Headline => m.text("passage.headline").to_owned(),
        Passage::Subheading => m.text("passage.subheading").to_owned(),
        Passage::Caption => m.text("passage.caption").to_owned(),
        Passage::Paragraph(n) => m.fill("passage.paragraph", &[("n", &n.to_string())]),
    }
}
