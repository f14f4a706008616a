//! Published JSON into domain types, item by item.

use std::sync::Arc;

use serde_json::Value;

use crate::domain::claim::{Appearance, Claim, Content, Passage, Position};
use crate::domain::dataset::{About, Dataset, Language};
use crate::domain::date::{Date, Moment, Precision, Said, When};
use crate::domain::event::{Change, Episode, Event, Found, Kind, Placing, Subject};
use crate::domain::figure::{Amount, Figure, Measure, People, Qualifier};
use crate::domain::id::*;
use crate::domain::party::{Pair, Party, Speaker};
use crate::domain::place::{Exactness, Place, Point, Role, Toponym};
use crate::domain::row_state::{EditorState, RowState};
use crate::domain::search::SearchIndex;
use crate::domain::source::{Outlet, Quotation, Source};
use crate::domain::statement::{Statement, Voice};
use crate::domain::topic::{Topic, TopicKind};

use super::Reading;
use super::field::{Fault, Item, Read};

/// Reads `index.json`. The error says why nothing of it could be read.
pub fn dataset(json: &str) -> Result<Reading<Dataset>, String> {
    file(json, |item, faults| {
        Ok(Dataset {
            about: about(item.item("about")?)?,
            pair: Pair {
                first: id(item, "first", PartyId::new)?,
                second: id(item, "second", PartyId::new)?,
            },
            parties: item.each("parties", party, faults)?,
            speakers: item.each("speakers", speaker, faults)?,
            outlets: item.each("outlets", outlet, faults)?,
            sources: item.each("sources", source, faults)?,
            topics: item.each("topics", topic, faults)?,
            kinds: item.each("kinds", kind, faults)?,
            places: item.each("places", place, faults)?,
            episodes: item.each("episodes", episode, faults)?,
            events: item.each("events", event, faults)?,
        })
    })
}

/// Reads a file of statements: those on the subject itself, and for an episode those on losses
/// in its events.
pub fn statements(json: &str) -> Result<Reading<[Vec<Arc<Statement>>; 2]>, String> {
    file(json, |item, faults| {
        let own = read_statements(item, "statements", faults)?;
        Ok([own, read_statements(item, "event_losses", faults)?])
    })
}

/// Reads `search.json`.
pub fn search_index(json: &str) -> Result<Reading<SearchIndex>, String> {
    file(json, |item, faults| {
        let entry =
            |item: Item| Ok((id(item, "id", EventId::new)?, item.text("words")?.to_owned()));
        Ok(SearchIndex { entries: item.each("events", entry, faults)? })
    })
}

fn file<T>(
    json: &str,
    read: impl Fn(Item, &mut Vec<String>) -> Read<T>,
) -> Result<Reading<T>, String> {
    let value: Value = serde_json::from_str(json).map_err(|_| "this is no JSON".to_owned())?;
    let mut faults = Vec::new();
    let value = Item::of("the file", &value)
        .and_then(|item| read(item, &mut faults))
        .map_err(|fault| [&fault.field, " is not ", fault.expected].concat())?;
    Ok(Reading { value, faults })
}

fn id<T>(item: Item, field: &str, make: fn(&str) -> T) -> Read<T> {
    Ok(make(item.text(field)?))
}

fn maybe_id<T>(item: Item, field: &str, make: fn(&str) -> T) -> Read<Option<T>> {
    item.maybe(field, |value| value.as_str().map(make))
}

fn ids<T>(item: Item, field: &str, make: fn(&str) -> T) -> Read<Vec<T>> {
    item.every(field, |value| text_of(value).map(make))
}

fn text_of(value: &Value) -> Read<&str> {
    value.as_str().ok_or(Fault { field: String::new(), expected: "a text" })
}

fn of<'a, T>(value: &'a Value, read: impl Fn(Item<'a>) -> Read<T>) -> Read<T> {
    Item::of("", value).and_then(read)
}

fn date(item: Item, field: &str) -> Read<Date> {
    item.word(field, Date::parse)
}

fn about(item: Item) -> Read<About> {
    let counts = item.every("counts", |value| {
        value.as_u64().ok_or(Fault { field: String::new(), expected: "a whole number" })
    })?;
    let count = |at: usize| counts.get(at).copied().unwrap_or(0) as usize;
    Ok(About {
        title: item.text("title")?.to_owned(),
        subtitle: item.text("subtitle")?.to_owned(),
        order_reason: item.text("order_reason")?.to_owned(),
        publisher: item.text("publisher")?.to_owned(),
        corpus: item.text("corpus")?.to_owned(),
        licence: item.text("licence")?.to_owned(),
        corrections: item.maybe_text("corrections")?,
        updated: date(item, "updated")?,
        time_zone: item.text("time_zone")?.to_owned(),
        utc_offset_minutes: item.signed("utc_offset")? as i32,
        languages: item.every("languages", |value| of(value, language))?,
        claim_count: item.whole("claims")? as usize,
        claim_counts: [count(0), count(1), count(2)],
    })
}

fn language(item: Item) -> Read<Language> {
    Ok(Language {
        code: item.text("code")?.to_owned(),
        name: item.text("name")?.to_owned(),
        is_right_to_left: item.flag("rtl"),
        is_translation: item.flag("translation"),
        is_checked: item.flag("checked"),
        made_by: item.text("made_by")?.to_owned(),
    })
}

fn party(item: Item) -> Read<Party> {
    Ok(Party {
        id: id(item, "id", PartyId::new)?,
        name: item.text("name")?.to_owned(),
        seal: item.maybe_text("seal")?.unwrap_or_default(),
        events: item.whole("n")? as usize,
    })
}

fn speaker(item: Item) -> Read<Speaker> {
    Ok(Speaker {
        id: id(item, "id", SpeakerId::new)?,
        party: id(item, "party", PartyId::new)?,
        person: item.maybe_text("person")?,
        office: item.maybe_text("office")?,
    })
}

fn outlet(item: Item) -> Read<Outlet> {
    Ok(Outlet {
        id: id(item, "id", OutletId::new)?,
        name: item.text("name")?.to_owned(),
        is_named: !item.flag("unnamed"),
    })
}

fn source(item: Item) -> Read<Source> {
    Ok(Source {
        id: id(item, "id", SourceId::new)?,
        outlet: id(item, "outlet", OutletId::new)?,
        with_agencies: item.flag("agencies"),
        published: date(item, "date")?,
        is_date_inferred: item.flag("inferred"),
        published_note: item.maybe_text("date_note")?,
        dateline: item.maybe_text("dateline")?,
        headline: quotation(item.item("headline")?)?,
        republished_by: item.maybe_text("republished")?,
        point_of_view: item.maybe_text("view")?,
        address: item.maybe_text("address")?.filter(|address| is_web_address(address)),
        note: item.maybe_text("note")?,
    })
}

/// Links from data are http(s) only.
pub fn is_web_address(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

fn quotation(item: Item) -> Read<Quotation> {
    Ok(Quotation { language: item.text("lang")?.to_owned(), text: item.text("text")?.to_owned() })
}

fn topic(item: Item) -> Read<Topic> {
    Ok(Topic {
        id: id(item, "id", TopicId::new)?,
        question: item.text("question")?.to_owned(),
        short: item.text("short")?.to_owned(),
        kind: item.word("kind", TopicKind::from_key)?,
        order: item.signed("order")?,
        events: item.whole("n")? as usize,
    })
}

fn kind(item: Item) -> Read<Kind> {
    Ok(Kind { id: id(item, "id", KindId::new)?, name: item.text("name")?.to_owned() })
}

fn place(item: Item) -> Read<Place> {
    let point = item.maybe("at", |value| {
        let [longitude, latitude] = value.as_array()?.as_slice() else { return None };
        Some(Point { latitude: latitude.as_f64()?, longitude: longitude.as_f64()? })
    })?;
    Ok(Place {
        id: id(item, "id", PlaceId::new)?,
        name: item.text("name")?.to_owned(),
        point,
        exactness: item.word("exactness", Exactness::from_key)?,
        within: maybe_id(item, "within", PlaceId::new)?,
        toponyms: item.every("names", |value| {
            of(value, |item| {
                Ok(Toponym {
                    usage: id(item, "usage", PartyId::new)?,
                    language: item.text("lang")?.to_owned(),
                    text: item.text("text")?.to_owned(),
                    latin: item.maybe_text("latin")?,
                })
            })
        })?,
        as_reported: item.every("reported", |value| text_of(value).map(str::to_owned))?,
        note: item.maybe_text("note")?,
        events: item.whole("n")? as usize,
        placed_by: ids(item, "by", PartyId::new)?,
    })
}

fn found(item: Item) -> Read<Found> {
    Ok(Found {
        claims_by_party: item.every("claims", |value| {
            of(value, |item| Ok((id(item, "party", PartyId::new)?, item.whole("n")? as usize)))
        })?,
        topics: ids(item, "topics", TopicId::new)?,
        states: item.every("states", |value| {
            of(value, |item| {
                Ok((item.word("state", RowState::from_key)?, item.whole("n")? as usize))
            })
        })?,
        placings: item.every("placings", |value| {
            of(value, |item| {
                Ok(Placing {
                    place: id(item, "place", PlaceId::new)?,
                    party: id(item, "party", PartyId::new)?,
                    role: item.word("role", Role::from_key)?,
                })
            })
        })?,
    })
}

fn editor_states(item: Item) -> Read<Vec<EditorState>> {
    item.every("judged", |value| {
        of(value, |item| {
            Ok(EditorState {
                topic: id(item, "topic", TopicId::new)?,
                state: item.word("state", RowState::from_key)?,
                reason: item.text("reason")?.to_owned(),
            })
        })
    })
}

fn changes(item: Item) -> Read<Vec<Change>> {
    item.every("changes", |value| {
        of(value, |item| {
            Ok(Change {
                date: date(item, "date")?,
                what: item.text("what")?.to_owned(),
                why: item.text("why")?.to_owned(),
            })
        })
    })
}

fn episode(item: Item) -> Read<Episode> {
    Ok(Episode {
        id: id(item, "id", EpisodeId::new)?,
        title: item.text("title")?.to_owned(),
        summary: item.text("summary")?.to_owned(),
        from: date(item, "from")?,
        to: date(item, "to")?,
        editor_states: editor_states(item)?,
        changes: changes(item)?,
        published: date(item, "published")?,
        found: found(item.item("found")?)?,
    })
}

fn event(item: Item) -> Read<Event> {
    Ok(Event {
        id: id(item, "id", EventId::new)?,
        episode: maybe_id(item, "episode", EpisodeId::new)?,
        title: item.text("title")?.to_owned(),
        summary: item.text("summary")?.to_owned(),
        kind: id(item, "kind", KindId::new)?,
        when: when(item.item("when")?)?,
        places: ids(item, "places", PlaceId::new)?,
        editor_states: editor_states(item)?,
        changes: changes(item)?,
        published: date(item, "published")?,
        found: found(item.item("found")?)?,
    })
}

fn when(item: Item) -> Read<When> {
    Ok(When {
        from: item.word("from", Moment::parse)?,
        to: item.maybe("to", |value| Moment::parse(value.as_str()?))?,
        precision: item.word("precision", Precision::from_key)?,
        wording: item.maybe_text("wording")?,
        note: item.maybe_text("note")?,
    })
}

fn read_statements(item: Item, field: &str, faults: &mut Vec<String>) -> Read<Vec<Arc<Statement>>> {
    // A broken claim must not take its statement along, so claims report to a list of their own.
    let inner = std::cell::RefCell::new(Vec::new());
    let statements =
        item.each(field, |item| statement(item, &mut inner.borrow_mut()).map(Arc::new), faults)?;
    faults.append(&mut inner.into_inner());
    Ok(statements)
}

fn statement(item: Item, faults: &mut Vec<String>) -> Read<Statement> {
    let outlet = maybe_id(item, "outlet", SourceId::new)?;
    let speakers = item.every("by", |value| {
        of(value, |item| Ok((id(item, "id", SpeakerId::new)?, id(item, "party", PartyId::new)?)))
    })?;
    Ok(Statement {
        id: id(item, "id", StatementId::new)?,
        voice: outlet.map_or(Voice::Speakers(speakers), Voice::Outlet),
        tellers: ids(item, "tellers", SpeakerId::new)?,
        channel: item.maybe_text("channel")?,
        agency: maybe_id(item, "agency", OutletId::new)?,
        said: said(item.item("said")?)?,
        published: date(item, "published")?,
        claims: item.each("claims", claim, faults)?,
    })
}

fn said(item: Item) -> Read<Said> {
    Ok(Said {
        earliest: item.maybe("earliest", |value| Moment::parse(value.as_str()?))?,
        latest: item.word("latest", Moment::parse)?,
        precision: item.word("precision", Precision::from_key)?,
        is_stated: item.flag("stated"),
        wording: item.maybe_text("wording")?,
    })
}

fn claim(item: Item) -> Read<Claim> {
    let event = maybe_id(item, "event", EventId::new)?.map(Subject::Event);
    let episode = maybe_id(item, "episode", EpisodeId::new)?.map(Subject::Episode);
    Ok(Claim {
        id: id(item, "id", ClaimId::new)?,
        about: event.or(episode),
        topic: id(item, "topic", TopicId::new)?,
        position: item.word("position", Position::from_key)?,
        content: item.word("content", Content::from_key)?,
        against: maybe_id(item, "against", PartyId::new)?,
        denies: maybe_id(item, "denies", ClaimId::new)?,
        summary: item.text("summary")?.to_owned(),
        quotations: item.every("quotations", |value| of(value, quotation))?,
        figures: item.every("figures", |value| of(value, figure))?,
        places: item.every("places", |value| {
            of(value, |item| {
                Ok((id(item, "id", PlaceId::new)?, item.word("role", Role::from_key)?))
            })
        })?,
        time: item.maybe_item("time")?.map(when).transpose()?,
        is_summarised: item.flag("summarised"),
        as_printed: item.maybe_text("printed")?,
        appearances: item.every("in", |value| of(value, appearance))?,
    })
}

fn appearance(item: Item) -> Read<Appearance> {
    Ok(Appearance {
        source: id(item, "source", SourceId::new)?,
        passage: match item.text("at") {
            Ok("headline") => Passage::Headline,
            Ok("subheading") => Passage::Subheading,
            Ok("caption") => Passage::Caption,
            _ => Passage::Paragraph(item.whole("at")?),
        },
        verb: item.maybe_text("verb")?,
        note: item.maybe_text("note")?,
    })
}

fn figure(item: Item) -> Read<Figure> {
    let amount = item.maybe("amount", |value| match value {
        Value::Array(ends) => match ends.as_slice() {
            [low, high] => Some(Amount::Range(low.as_u64()?, high.as_u64()?)),
            _ => None,
        },
        _ => value.as_u64().map(Amount::Exactly),
    })?;
    let qualifier = item.word("qualifier", Qualifier::from_key)?;
    // A number that was lost on the way must not read as one that was never given.
    let amount = match (amount, qualifier) {
        (Some(amount), _) => amount,
        (None, Qualifier::NotGiven) => Amount::NotGiven,
        (None, _) => return Err(Fault { field: "amount".to_owned(), expected: "a number" }),
    };
    Ok(Figure {
        measure: item.word("measure", Measure::from_key)?,
        amount,
        qualifier,
        people: item.word("people", People::from_key)?,
        whose: ids(item, "whose", PartyId::new)?,
        inferred_because: item.maybe_text("inferred")?,
        wording: item.maybe_text("wording")?,
    })
}
