//! Domain types into published JSON. What [`super::read`] reads, and nothing else.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::domain::claim::{Appearance, Claim, Passage};
use crate::domain::dataset::{About, Dataset};
use crate::domain::date::{Moment, Said, When};
use crate::domain::event::{Change, Episode, Event, Found, Subject};
use crate::domain::facet::Facet;
use crate::domain::figure::{Amount, Figure};
use crate::domain::place::{Place, Point};
use crate::domain::row_state::EditorState;
use crate::domain::search::index::{Entry, Part};
use crate::domain::source::{Quotation, Source};
use crate::domain::statement::{Statement, Voice};

use super::read::ENTRY_TEXTS;

/// Writes `index.json`.
pub fn dataset(dataset: &Dataset) -> String {
    let parties = dataset.parties.iter().map(|p| {
        compact(json!({ "id": p.id.as_str(), "name": p.name, "seal": p.seal, "n": p.events }))
    });
    let speakers = dataset.speakers.iter().map(|s| {
        compact(json!({ "id": s.id.as_str(), "party": s.party.as_str(), "person": s.person, "office": s.office }))
    });
    let outlets = dataset
        .outlets
        .iter()
        .map(|o| compact(json!({ "id": o.id.as_str(), "name": o.name, "unnamed": !o.is_named })));
    let topics = dataset.topics.iter().map(|t| {
        json!({
            "id": t.id.as_str(), "question": t.question, "short": t.short,
            "kind": t.kind.key(), "order": t.order, "n": t.events,
        })
    });
    let kinds = dataset.kinds.iter().map(|k| json!({ "id": k.id.as_str(), "name": k.name }));
    let facets: Map<String, Value> = Facet::ALL
        .iter()
        .map(|facet| (facet.key().to_owned(), json!(dataset.values(*facet))))
        .collect();
    json!({
        "about": about(&dataset.about),
        "first": dataset.pair.first.as_str(),
        "second": dataset.pair.second.as_str(),
        "parties": parties.collect::<Vec<_>>(),
        "speakers": speakers.collect::<Vec<_>>(),
        "outlets": outlets.collect::<Vec<_>>(),
        "sources": dataset.sources.iter().map(source).collect::<Vec<_>>(),
        "topics": topics.collect::<Vec<_>>(),
        "kinds": kinds.collect::<Vec<_>>(),
        "places": dataset.places.iter().map(place).collect::<Vec<_>>(),
        "episodes": dataset.episodes.iter().map(episode).collect::<Vec<_>>(),
        "events": dataset.events.iter().map(event).collect::<Vec<_>>(),
        "facets": facets,
    })
    .to_string()
}

/// Writes a file of statements.
pub fn statements(own: &[Arc<Statement>], event_losses: &[Arc<Statement>]) -> String {
    let list = |list: &[Arc<Statement>]| list.iter().map(|s| statement(s)).collect::<Vec<_>>();
    compact(json!({ "statements": list(own), "event_losses": list(event_losses) })).to_string()
}

/// Writes `search.json`.
pub fn search_entries(entries: &[Entry]) -> String {
    let entry = |entry: &Entry| {
        let of = |part: Part| entry.texts.iter().filter(move |it| it.part == part);
        let said = of(Part::Claim).chain(of(Part::Quotation));
        let said =
            said.map(|it| compact(json!({ "by": it.by, "lang": it.language, "text": it.text })));
        let mut written = json!({
            "kind": entry.kind.key(), "n": entry.number, "id": entry.id,
            "holds": entry.holds, "mentions": entry.mentions, "said": said.collect::<Vec<_>>(),
        });
        for (part, field) in ENTRY_TEXTS {
            written[field] = of(*part).map(|it| it.text.as_str()).collect();
        }
        compact(written)
    };
    json!({ "entries": entries.iter().map(entry).collect::<Vec<_>>() }).to_string()
}

/// Leaves out what reads as its default: `null`, `false`, an empty list.
fn compact(value: Value) -> Value {
    let Value::Object(map) = value else { return value };
    let is_default = |value: &Value| match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(list) => list.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    };
    Value::Object(map.into_iter().filter(|(_, v)| !is_default(v)).collect::<Map<_, _>>())
}

fn texts<T: std::fmt::Display>(ids: &[T]) -> Vec<String> {
    ids.iter().map(T::to_string).collect()
}

fn about(about: &About) -> Value {
    let languages = about.languages.iter().map(|l| {
        compact(json!({
            "code": l.code, "name": l.name, "rtl": l.is_right_to_left,
            "translation": l.is_translation, "checked": l.is_checked, "made_by": l.made_by,
        }))
    });
    compact(json!({
        "title": about.title, "subtitle": about.subtitle, "order_reason": about.order_reason,
        "publisher": about.publisher, "corpus": about.corpus, "licence": about.licence,
        "corrections": about.corrections, "updated": about.updated.iso(),
        "time_zone": about.time_zone, "utc_offset": about.utc_offset_minutes,
        "languages": languages.collect::<Vec<_>>(),
        "claims": about.claim_count, "counts": about.claim_counts,
    }))
}

fn source(source: &Source) -> Value {
    compact(json!({
        "id": source.id.as_str(), "outlet": source.outlet.as_str(),
        "agencies": source.with_agencies, "date": source.published.iso(),
        "inferred": source.is_date_inferred, "date_note": source.published_note,
        "dateline": source.dateline, "headline": quotation(&source.headline),
        "republished": source.republished_by, "view": source.point_of_view,
        "address": source.address, "note": source.note,
    }))
}

fn quotation(quotation: &Quotation) -> Value {
    json!({ "lang": quotation.language, "text": quotation.text })
}

fn place(place: &Place) -> Value {
    let names = place.toponyms.iter().map(|t| {
        compact(json!({ "usage": t.usage.as_str(), "lang": t.language, "text": t.text, "latin": t.latin }))
    });
    compact(json!({
        "id": place.id.as_str(), "name": place.name,
        "at": place.point.map(Point::millionths),
        "exactness": place.exactness.key(),
        "within": place.within.as_ref().map(|w| w.as_str()),
        "names": names.collect::<Vec<_>>(),
        "reported": place.as_reported, "note": place.note, "n": place.events,
        "by": texts(&place.placed_by),
    }))
}

fn found(found: &Found) -> Value {
    let claims =
        found.claims_by_party.iter().map(|(party, n)| json!({ "party": party.as_str(), "n": n }));
    let states = found.states.iter().map(|(state, n)| json!({ "state": state.key(), "n": n }));
    let placings = found.placings.iter().map(
        |p| json!({ "place": p.place.as_str(), "party": p.party.as_str(), "role": p.role.key(), "by": p.by.iso() }),
    );
    compact(json!({
        "claims": claims.collect::<Vec<_>>(),
        "topics": texts(&found.topics),
        "statements": found.statements,
        "states": states.collect::<Vec<_>>(),
        "balance": found.balance.numbers(),
        "placings": placings.collect::<Vec<_>>(),
    }))
}

fn editor_states(states: &[EditorState]) -> Vec<Value> {
    let one = |s: &EditorState| json!({ "topic": s.topic.as_str(), "state": s.state.key(), "reason": s.reason });
    states.iter().map(one).collect()
}

fn changes(changes: &[Change]) -> Vec<Value> {
    let one = |c: &Change| json!({ "date": c.date.iso(), "what": c.what, "why": c.why });
    changes.iter().map(one).collect()
}

fn episode(episode: &Episode) -> Value {
    compact(json!({
        "id": episode.id.as_str(), "title": episode.title, "summary": episode.summary,
        "from": episode.from.iso(), "to": episode.to.iso(),
        "judged": editor_states(&episode.editor_states), "changes": changes(&episode.changes),
        "published": episode.published.iso(), "found": found(&episode.found),
    }))
}

fn event(event: &Event) -> Value {
    compact(json!({
        "id": event.id.as_str(), "episode": event.episode.as_ref().map(|e| e.as_str()),
        "title": event.title, "summary": event.summary, "kind": event.kind.as_str(),
        "when": when(&event.when), "places": texts(&event.places),
        "judged": editor_states(&event.editor_states), "changes": changes(&event.changes),
        "published": event.published.iso(), "found": found(&event.found),
        "has": event.values.iter().map(|value| value.number()).collect::<Vec<_>>(),
    }))
}

fn when(when: &When) -> Value {
    compact(json!({
        "from": when.from.iso(), "to": when.to.map(Moment::iso),
        "precision": when.precision.key(), "wording": when.wording, "note": when.note,
    }))
}

fn statement(statement: &Statement) -> Value {
    let (by, outlet) = match &statement.voice {
        Voice::Speakers(speakers) => {
            let one = |(speaker, party): &(_, crate::domain::id::PartyId)| {
                let speaker: &crate::domain::id::SpeakerId = speaker;
                json!({ "id": speaker.as_str(), "party": party.as_str() })
            };
            (speakers.iter().map(one).collect(), None)
        }
        Voice::Outlet(source) => (Vec::new(), Some(source.as_str())),
    };
    compact(json!({
        "id": statement.id.as_str(), "by": by, "outlet": outlet,
        "tellers": texts(&statement.tellers), "channel": statement.channel,
        "agency": statement.agency.as_ref().map(|a| a.as_str()),
        "said": said(&statement.said), "published": statement.published.iso(),
        "claims": statement.claims.iter().map(claim).collect::<Vec<_>>(),
    }))
}

fn said(said: &Said) -> Value {
    compact(json!({
        "earliest": said.earliest.map(Moment::iso), "latest": said.latest.iso(),
        "precision": said.precision.key(), "stated": said.is_stated, "wording": said.wording,
    }))
}

fn claim(claim: &Claim) -> Value {
    let (event, episode) = match &claim.about {
        Some(Subject::Event(id)) => (Some(id.as_str()), None),
        Some(Subject::Episode(id)) => (None, Some(id.as_str())),
        None => (None, None),
    };
    let places =
        claim.places.iter().map(|(id, role)| json!({ "id": id.as_str(), "role": role.key() }));
    compact(json!({
        "id": claim.id.as_str(), "event": event, "episode": episode,
        "topic": claim.topic.as_str(), "position": claim.position.key(),
        "content": claim.content.key(),
        "against": claim.against.as_ref().map(|p| p.as_str()),
        "denies": claim.denies.as_ref().map(|c| c.as_str()),
        "summary": claim.summary,
        "quotations": claim.quotations.iter().map(quotation).collect::<Vec<_>>(),
        "figures": claim.figures.iter().map(figure).collect::<Vec<_>>(),
        "places": places.collect::<Vec<_>>(),
        "time": claim.time.as_ref().map(when),
        "summarised": claim.is_summarised, "printed": claim.as_printed,
        "in": claim.appearances.iter().map(appearance).collect::<Vec<_>>(),
    }))
}

fn appearance(appearance: &Appearance) -> Value {
    let at = match appearance.passage {
        Passage::Headline => json!("headline"),
        Passage::Subheading => json!("subheading"),
        Passage::Caption => json!("caption"),
        Passage::Paragraph(n) => json!(n),
    };
    let renderings = appearance.renderings.iter().map(|it| {
        compact(json!({
            "figure": it.figure, "qualifier": it.qualifier.key(), "wording": it.wording,
        }))
    });
    compact(json!({
        "source": appearance.source.as_str(), "at": at,
        "verb": appearance.verb, "note": appearance.note,
        "renderings": renderings.collect::<Vec<_>>(),
    }))
}

fn figure(figure: &Figure) -> Value {
    let amount = match figure.amount {
        Amount::Exactly(n) => json!(n),
        Amount::Range(low, high) => json!([low, high]),
        Amount::NotGiven => Value::Null,
    };
    compact(json!({
        "measure": figure.measure.key(), "amount": amount, "qualifier": figure.qualifier.key(),
        "people": figure.people.key(), "whose": texts(&figure.whose),
        "inferred": figure.inferred_because, "wording": figure.wording,
    }))
}
