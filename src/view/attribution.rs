//! Who said it, who told it, through what, and where it stands: the chain from speaker to report,
//! kept whole.

use leptos::prelude::*;

use crate::domain::carrying::{figures_at, is_rendered_otherwise};
use crate::domain::claim::{Claim, Passage};
use crate::domain::comparison::ClaimRef;
use crate::domain::id::{SourceId, SpeakerId};
use crate::domain::statement::Voice;
use crate::session::Session;

use super::seal::party_name;
use super::tag::{DOT, tag, text};

/// Person and office, the office alone, or the party's name.
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
pub fn speakers(session: &Session, claim: &ClaimRef, with_party: bool) -> Vec<AnyView> {
    let parties = claimants(session, claim);
    let Voice::Speakers(list) = &claim.statement.voice else {
        return vec![tag("b").text(parties).view()];
    };
    let names: Vec<String> = list.iter().map(|(id, _)| speaker_name(session, id)).collect();
    let names = names.join(session.messages.text("list.and"));
    if !with_party || names == parties {
        vec![tag("b").text(names).view()]
    } else {
        vec![tag("b").text(parties).view(), text([DOT, &names].concat())]
    }
}

/// Channel, teller, agency, time, and each place where the claim stands.
pub fn origin(session: &Session, claim: &ClaimRef) -> AnyView {
    let parts = origin_words(session, claim).into_iter();
    let parts: String = parts.map(|part| [part.as_str(), DOT].concat()).collect();
    let it = claim.claim();
    let places = it.sources().into_iter().map(|source| appearance_link(session, it, source));
    tag("p").class("claim-origin").text(parts).children(places).view()
}

/// Channel, teller, agency and time, and whether an outlet summed it up.
pub fn origin_words(session: &Session, claim: &ClaimRef) -> Vec<String> {
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
    parts
}

/// A teller with its party, since a teller is no claimant.
pub fn teller_name(session: &Session, id: &SpeakerId) -> String {
    let name = speaker_name(session, id);
    match session.dataset.speaker(id).map(|speaker| party_name(session, &speaker.party)) {
        Some(party) if party != name => {
            [name.as_str(), session.messages.text("list.comma"), &party].concat()
        }
        _ => name,
    }
}

/// One source with every passage of it in which the claim stands.
fn appearance_link(session: &Session, claim: &Claim, source: &SourceId) -> AnyView {
    let link = tag("a")
        .with("href", ["#source-", source.as_str()].concat())
        .text(outlet_name(session, source));
    let words = appearance_words(session, claim, source);
    tag("span").class("appearance").child(link).text(words).view()
}

/// What follows an outlet's name: when it published, and every passage in which the claim stands.
pub fn appearance_words(session: &Session, claim: &Claim, source: &SourceId) -> String {
    let comma = session.messages.text("list.comma");
    let date = session.dataset.source(source).map(|source| session.messages.date(source.published));
    let mut words = [comma, &date.unwrap_or_default()].concat();
    for appearance in claim.appearances.iter().filter(|a| a.source == *source) {
        words.push_str(comma);
        words.push_str(&passage(session, appearance.passage));
        if is_rendered_otherwise(claim) {
            let figures = figures_at(claim, appearance);
            let figures: Vec<String> =
                figures.iter().map(|it| session.messages.figure(it)).collect();
            words.push_str(": ");
            words.push_str(&figures.join(session.messages.text("list.semicolon")));
        }
        if let Some(note) = &appearance.note {
            words.push_str(&[" (", note.as_str(), ")"].concat());
        }
    }
    words
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
