//! Everything but statements: the manifest, the lists, episodes and events.

use std::path::Path;

use crate::data::published::read::is_web_address;
use crate::data::record;
use crate::domain::date::Date;
use crate::domain::id::TopicId;
use crate::domain::row_state::RowState;

use super::{Check, field};

/// Checks all lists.
pub fn check(check: &mut Check) {
    manifest(check);
    map_box(check);
    duplicates(check);
    let records = check.records;
    for at in &records.parties {
        let (file, path, party) = (&at.file, &at.path, &at.record);
        check.text(file, &field(path, "name"), &party.name);
        check.maybe_text(file, &field(path, "adjective"), &party.adjective);
        check.maybe_text(file, &field(path, "seal"), &party.seal);
        if records.manifest.record.pair.contains(&party.id) && party.seal.is_none() {
            check.find(
                file,
                path,
                "A party of the pair has no letters for its seal.".to_owned(),
                "Add seal: one or two letters in every language of the manifest.",
            );
        }
    }
    for at in &records.speakers {
        let (file, path, speaker) = (&at.file, &at.path, &at.record);
        let is_known = records.parties.iter().any(|p| p.record.id == speaker.party);
        check.reference(file, &field(path, "party"), "party", speaker.party.as_str(), is_known);
        check.maybe_text(file, &field(path, "person"), &speaker.person);
        check.maybe_text(file, &field(path, "office"), &speaker.office);
    }
    for at in &records.outlets {
        check.text(&at.file, &field(&at.path, "name"), &at.record.name);
    }
    for at in &records.sources {
        source(check, &at.file, &at.path, &at.record);
    }
    for at in &records.topics {
        check.text(&at.file, &field(&at.path, "question"), &at.record.question);
        check.text(&at.file, &field(&at.path, "short"), &at.record.short);
    }
    for at in &records.kinds {
        check.text(&at.file, &field(&at.path, "name"), &at.record.name);
    }
    for at in &records.places {
        place(check, &at.file, &at.path, &at.record);
    }
    for at in &records.episodes {
        episode(check, &at.file, &at.path, &at.record);
    }
    for at in &records.events {
        event(check, &at.file, &at.path, &at.record);
    }
}

fn manifest(check: &mut Check) {
    let records = check.records;
    let (file, manifest) = (&records.manifest.file, &records.manifest.record);
    for (name, text) in [
        ("title", &manifest.title),
        ("subtitle", &manifest.subtitle),
        ("order_reason", &manifest.order_reason),
        ("publisher", &manifest.publisher),
        ("time_zone.name", &manifest.time_zone.name),
        ("corpus", &manifest.corpus),
    ] {
        check.text(file, name, text);
    }
    for (at, language) in manifest.languages.iter().enumerate() {
        check.text(file, &format!("languages[{at}].made_by"), &language.made_by);
    }
    for (at, party) in manifest.pair.iter().enumerate() {
        let is_known = records.parties.iter().any(|p| p.record.id == *party);
        check.reference(file, &format!("pair[{at}]"), "party", party.as_str(), is_known);
    }
    if manifest.pair[0] == manifest.pair[1] {
        check.find(
            file,
            "pair",
            "The pair is one party twice.".to_owned(),
            "Name the two parties to compare.",
        );
    }
    let codes = manifest.languages.iter().enumerate();
    for (at, language) in codes {
        if manifest.languages[..at].iter().any(|earlier| earlier.code == language.code) {
            check.find(
                file,
                &format!("languages[{at}].code"),
                format!("\"{}\" is listed twice.", language.code),
                "List each language once.",
            );
        }
    }
    if !manifest.languages.iter().any(|l| l.code == manifest.default_language) {
        check.find(
            file,
            "default_language",
            format!("\"{}\" is none of the languages.", manifest.default_language),
            "Name one of the languages listed above it.",
        );
    }
    if let Some(site) = manifest.site.as_ref().filter(|site| !is_web_address(site)) {
        check.find(
            file,
            "site",
            format!("\"{site}\" is no web address."),
            "Write the site's address beginning with https://.",
        );
    }
}

fn map_box(check: &mut Check) {
    let (file, manifest) = (&check.records.manifest.file, &check.records.manifest.record);
    if !manifest.map_box.as_ref().is_none_or(is_box) {
        check.find(
            file,
            "map_box",
            "The box is none on the earth.".to_owned(),
            "Write west, south, east, north in degrees, west before east and south before north.",
        );
    }
}

/// Whether west, south, east and north bound a part of the earth that a web map can show.
fn is_box([west, south, east, north]: &[f64; 4]) -> bool {
    west < east
        && south < north
        && *west >= -180.0
        && *east <= 180.0
        && *south >= -85.0
        && *north <= 85.0
}

fn duplicates(check: &mut Check) {
    let records = check.records;
    macro_rules! ids {
        ($kind:literal, $list:ident) => {
            let ids = records.$list.iter();
            check.duplicates(
                $kind,
                ids.map(|at| (at.file.as_str(), at.path.as_str(), at.record.id.as_str())),
            );
        };
    }
    ids!("party", parties);
    ids!("speaker", speakers);
    ids!("outlet", outlets);
    ids!("source", sources);
    ids!("topic", topics);
    ids!("kind of event", kinds);
    ids!("place", places);
    ids!("episode", episodes);
    ids!("event", events);
    ids!("statement", statements);
    for at in &records.events {
        file_name(check, &at.file, at.record.id.as_str());
    }
    for at in &records.statements {
        file_name(check, &at.file, at.record.id.as_str());
    }
}

fn file_name(check: &mut Check, file: &str, id: &str) {
    let name = Path::new(file).file_stem().and_then(|name| name.to_str()).unwrap_or("");
    if name != id {
        check.find(
            file,
            "id",
            format!("The file is named \"{name}\" and its record \"{id}\"."),
            "Give the file its record's id as name.",
        );
    }
}

fn source(check: &mut Check, file: &str, path: &str, source: &record::Source) {
    let is_known = check.records.outlets.iter().any(|o| o.record.id == source.outlet);
    check.reference(file, &field(path, "outlet"), "outlet", source.outlet.as_str(), is_known);
    for (name, text) in [
        ("published_note", &source.published_note),
        ("dateline", &source.dateline),
        ("republished_by", &source.republished_by),
        ("point_of_view", &source.point_of_view),
        ("note", &source.note),
    ] {
        check.maybe_text(file, &field(path, name), text);
    }
    if let Some(address) = source.address.as_ref().filter(|address| !is_web_address(address)) {
        check.find(
            file,
            &field(path, "address"),
            format!("\"{address}\" is no web address."),
            "Write an address beginning with https://, or leave it out: the page then says that none is known.",
        );
    }
    let has_none = source.headline.text.is_empty() && source.note.is_some();
    if source.headline.text.trim().is_empty() && !has_none {
        check.find(
            file,
            &field(path, "headline.text"),
            "The headline is empty.".to_owned(),
            "Write the headline in full, in its own language; where the text has none, say so in \"note\".",
        );
    }
}

fn place(check: &mut Check, file: &str, path: &str, place: &record::Place) {
    let records = check.records;
    check.text(file, &field(path, "name"), &place.name);
    check.maybe_text(file, &field(path, "note"), &place.note);
    if let Some(point) = place.point
        && (point.latitude.abs() > 90.0 || point.longitude.abs() > 180.0)
    {
        check.find(
            file,
            &field(path, "point"),
            format!("{}, {} is no point on the earth.", point.latitude, point.longitude),
            "Latitude goes from -90 to 90, longitude from -180 to 180.",
        );
    }
    let map_box = records.manifest.record.map_box.filter(is_box);
    if let (Some(point), Some([west, south, east, north])) = (place.point, map_box)
        && !((west..=east).contains(&point.longitude) && (south..=north).contains(&point.latitude))
    {
        check.find(
            file,
            &field(path, "point"),
            "The point lies outside the map's box.".to_owned(),
            "Widen the manifest's map_box, or leave the point out and say so in a note.",
        );
    }
    if let Some(within) = &place.within {
        let is_known = *within != place.id && check.known.places.contains(within);
        check.reference(file, &field(path, "within"), "other place", within.as_str(), is_known);
    }
    if lies_in_itself(check, place) {
        check.find(
            file,
            &field(path, "within"),
            format!("\"{}\" lies in itself, by way of the places it lies within.", place.id),
            "Let each place lie within a larger one only.",
        );
    }
    for (at, name) in place.names.iter().enumerate() {
        let is_known = records.parties.iter().any(|p| p.record.id == name.usage);
        let path = field(path, &format!("names[{at}].usage"));
        check.reference(file, &path, "party", name.usage.as_str(), is_known);
    }
}

fn lies_in_itself(check: &Check, place: &record::Place) -> bool {
    let places = &check.records.places;
    let mut larger = place.within.as_ref();
    for _ in 0..places.len() {
        match larger {
            // A place that names itself is reported as naming no other place.
            Some(id) if *id == place.id => return place.within.as_ref() != Some(id),
            Some(id) => {
                larger = places
                    .iter()
                    .find(|p| p.record.id == *id)
                    .and_then(|p| p.record.within.as_ref());
            }
            None => return false,
        }
    }
    false
}

fn episode(check: &mut Check, file: &str, path: &str, episode: &record::Episode) {
    check.text(file, &field(path, "title"), &episode.title);
    check.text(file, &field(path, "summary"), &episode.summary);
    let year = episode.from.year.to_string();
    if !episode.id.as_str().contains(&year) {
        check.find(
            file,
            &field(path, "id"),
            format!("The episode's id \"{}\" doesn't carry its year, {year}.", episode.id),
            "Put the year into the id, so that its address tells it from later ones.",
        );
    }
    if episode.to < episode.from {
        check.find(
            file,
            &field(path, "to"),
            "It ends before it begins.".to_owned(),
            "Swap the two dates or correct one.",
        );
    }
    states(check, file, path, &episode.states);
    changes(check, file, path, episode.published, &episode.changes);
}

fn event(check: &mut Check, file: &str, path: &str, event: &record::Event) {
    let records = check.records;
    check.text(file, &field(path, "title"), &event.title);
    check.text(file, &field(path, "summary"), &event.summary);
    check.when(file, &field(path, "when"), &event.when);
    let is_known = records.kinds.iter().any(|k| k.record.id == event.kind);
    check.reference(file, &field(path, "kind"), "kind of event", event.kind.as_str(), is_known);
    if let Some(episode) = &event.episode {
        let is_known = check.known.episodes.contains(episode);
        check.reference(file, &field(path, "episode"), "episode", episode.as_str(), is_known);
    }
    for (at, id) in event.places.iter().enumerate() {
        let is_known = check.known.places.contains(id);
        check.reference(
            file,
            &field(path, &format!("places[{at}]")),
            "place",
            id.as_str(),
            is_known,
        );
    }
    states(check, file, path, &event.states);
    changes(check, file, path, event.published, &event.changes);
}

fn states(check: &mut Check, file: &str, path: &str, states: &[record::EditorState]) {
    let mut seen: Vec<&TopicId> = Vec::new();
    for (at, state) in states.iter().enumerate() {
        let path = field(path, &format!("states[{at}]"));
        check.text(file, &field(&path, "reason"), &state.reason);
        let topic = check.records.topics.iter().find(|t| t.record.id == state.topic);
        check.reference(
            file,
            &field(&path, "topic"),
            "topic",
            state.topic.as_str(),
            topic.is_some(),
        );
        if seen.contains(&&state.topic) {
            check.find(
                file,
                &field(&path, "topic"),
                format!("\"{}\" has a state already.", state.topic),
                "Record one state a topic.",
            );
        }
        seen.push(&state.topic);
        if matches!(
            state.state,
            RowState::OneSideOnly | RowState::ThirdPartiesOnly | RowState::Denied
        ) {
            check.find(
                file,
                &field(&path, "state"),
                format!("\"{}\" follows from the claims and is never recorded.", state.state.key()),
                "Take the state out; for a denial, let the denying claim name the claim it denies.",
            );
        }
    }
}

/// Every change is dated, and says what and why in every language.
pub(super) fn changes(
    check: &mut Check,
    file: &str,
    path: &str,
    published: Date,
    changes: &[record::Change],
) {
    for (at, change) in changes.iter().enumerate() {
        let path = field(path, &format!("changes[{at}]"));
        check.text(file, &field(&path, "what"), &change.what);
        check.text(file, &field(&path, "why"), &change.why);
        if change.date < published {
            check.find(
                file,
                &field(&path, "date"),
                "The change is older than the record's publication.".to_owned(),
                "Correct one of the two dates.",
            );
        }
    }
}
