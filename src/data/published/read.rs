//! Published JSON into domain types, item by item.

use std::sync::Arc;

use crate::domain::balance::Balance;
use crate::domain::carrying::Rendering;
use crate::domain::claim::{Appearance, Claim, Content, Passage, Position};
use crate::domain::dataset::{About, Dataset, Language};
use crate::domain::date::{Date, Moment, Precision, Said, When};
use crate::domain::event::{Change, Episode, Event, Found, Kind, Placing, Subject};
use crate::domain::facet::{Facet, Value as FacetValue};
use crate::domain::figure::{Amount, Figure, Measure, People, Qualifier};
use crate::domain::id::*;
use crate::domain::party::{Pair, Party, Speaker};
use crate::domain::place::{Exactness, Place, Point, Role, Toponym};
use crate::domain::row_state::{EditorState, RowState};
use crate::domain::search::index::{Entry, EntryKind, EntryText, Part};
use crate::domain::source::{Outlet, Quotation, Source};
use crate::domain::statement::{Statement, Voice};
use crate::domain::topic::{Topic, TopicKind};

use super::Reading;
use super::field::{Item, whole_file};
use super::json::Value;

/// Reads `messages.json`: each key with its text.
pub fn messages(json: &str) -> Result<Vec<(String, String)>, String> {
    whole_file(json, |item| item.all_texts())
}

/// Reads `index.json`. The error says why nothing of it could be read.
pub fn dataset(json: &str) -> Result<Reading<Dataset>, String> {
    file(json, |item, faults| Dataset {
        about: about(item.item("about")),
        pair: Pair {
            first: id(item, "first", PartyId::new),
            second: id(item, "second", PartyId::new),
        },
        parties: item.each("parties", party, faults),
        speakers: item.each("speakers", speaker, faults),
        outlets: item.each("outlets", outlet, faults),
        sources: item.each("sources", source, faults),
        topics: item.each("topics", topic, faults),
        kinds: item.each("kinds", kind, faults),
        places: item.each("places", place, faults),
        episodes: item.each("episodes", episode, faults),
        events: item.each("events", event, faults),
        facets: facets(item.item("facets")),
        tally: Default::default(),
        register: Default::default(),
    })
}

/// Reads a file of statements: those on the subject itself, and for an episode those on losses
/// in its events.
pub fn statements(json: &str) -> Result<Reading<[Vec<Arc<Statement>>; 2]>, String> {
    file(json, |item, faults| {
        ["statements", "event_losses"].map(|list| read_statements(item, list, faults))
    })
}

/// Reads `search.json`.
pub fn search_entries(json: &str) -> Result<Reading<Vec<Entry>>, String> {
    file(json, |item, faults| item.each("entries", entry, faults))
}

/// A table is kept of so many numbers.
const MOST_NUMBERS: usize = 1_000_000;

/// The texts of an entry that are nobody's claims: where a list of the part's texts stands.
pub const ENTRY_TEXTS: &[(Part, &str)] =
    &[(Part::Title, "title"), (Part::Name, "names"), (Part::Summary, "summary")];

fn entry(item: Item) -> Entry {
    let mut texts = Vec::new();
    for (part, field) in ENTRY_TEXTS {
        texts.extend(item.texts(field).into_iter().map(|text| EntryText::new(*part, text)));
    }
    texts.extend(item.every("said", claimed));
    if texts.is_empty() {
        item.refuse("names", "a list of names");
    }
    let number = item.whole("n") as usize;
    if number > MOST_NUMBERS {
        item.refuse("n", "so small a number");
    }
    Entry {
        kind: word(item, "kind", EntryKind::ALL, EntryKind::key),
        number,
        id: item.words("id"),
        holds: numbers(item, "holds"),
        mentions: numbers(item, "mentions"),
        texts,
    }
}

/// A claim's summary or, where it has a language of its own, a quotation.
fn claimed(item: Item) -> EntryText {
    let language = item.maybe_words("lang").unwrap_or_default();
    let part = if language.is_empty() { Part::Claim } else { Part::Quotation };
    EntryText { part, by: item.words("by"), language, text: item.words("text") }
}

fn numbers(item: Item, field: &str) -> Vec<usize> {
    item.wholes(field).into_iter().map(|number| number as usize).collect()
}

fn file<T>(json: &str, read: impl Fn(Item, &mut Vec<String>) -> T) -> Result<Reading<T>, String> {
    let mut faults = Vec::new();
    let value = whole_file(json, |item| read(item, &mut faults))?;
    Ok(Reading { value, faults })
}

fn id<T>(item: Item, field: &str, make: fn(&str) -> T) -> T {
    make(item.text(field))
}

fn maybe_id<T>(item: Item, field: &str, make: fn(&str) -> T) -> Option<T> {
    item.maybe(field, Value::as_text).map(make)
}

fn ids<T>(item: Item, field: &str, make: fn(&str) -> T) -> Vec<T> {
    item.texts(field).into_iter().map(make).collect()
}

/// A word of a closed list.
fn word<T: Copy>(item: Item, field: &str, all: &[T], key: fn(T) -> &'static str) -> T {
    let word = item.text(field);
    all.iter().copied().find(|entry| key(*entry) == word).unwrap_or_else(|| {
        item.refuse_word(field);
        all[0]
    })
}

fn date(item: Item, field: &str) -> Date {
    Date::parse(item.text(field)).unwrap_or_else(|| {
        item.refuse_word(field);
        NO_DATE
    })
}

fn moment(item: Item, field: &str) -> Moment {
    Moment::parse(item.text(field)).unwrap_or_else(|| {
        item.refuse_word(field);
        Moment { date: NO_DATE, minute: None }
    })
}

fn maybe_moment(item: Item, field: &str) -> Option<Moment> {
    item.maybe(field, |value| Moment::parse(value.as_text()?))
}

/// Stands in an item that is left out.
const NO_DATE: Date = Date { year: 0, month: 1, day: 1 };

fn about(item: Item) -> About {
    let counts = item.wholes("counts");
    let count = |at: usize| counts.get(at).copied().unwrap_or(0) as usize;
    About {
        title: item.words("title"),
        subtitle: item.words("subtitle"),
        order_reason: item.words("order_reason"),
        publisher: item.words("publisher"),
        corpus: item.words("corpus"),
        licence: item.words("licence"),
        corrections: item.maybe_words("corrections"),
        updated: date(item, "updated"),
        time_zone: item.words("time_zone"),
        utc_offset_minutes: item.signed("utc_offset") as i32,
        languages: item.every("languages", language),
        claim_count: item.whole("claims") as usize,
        claim_counts: [count(0), count(1), count(2)],
    }
}

fn language(item: Item) -> Language {
    Language {
        code: item.words("code"),
        name: item.words("name"),
        is_right_to_left: item.flag("rtl"),
        is_translation: item.flag("translation"),
        is_checked: item.flag("checked"),
        made_by: item.words("made_by"),
    }
}

fn party(item: Item) -> Party {
    Party {
        id: id(item, "id", PartyId::new),
        name: item.words("name"),
        seal: item.maybe_words("seal").unwrap_or_default(),
        events: item.whole("n") as usize,
    }
}

fn speaker(item: Item) -> Speaker {
    Speaker {
        id: id(item, "id", SpeakerId::new),
        party: id(item, "party", PartyId::new),
        person: item.maybe_words("person"),
        office: item.maybe_words("office"),
    }
}

fn outlet(item: Item) -> Outlet {
    Outlet {
        id: id(item, "id", OutletId::new),
        name: item.words("name"),
        is_named: !item.flag("unnamed"),
    }
}

fn source(item: Item) -> Source {
    Source {
        id: id(item, "id", SourceId::new),
        outlet: id(item, "outlet", OutletId::new),
        with_agencies: item.flag("agencies"),
        published: date(item, "date"),
        is_date_inferred: item.flag("inferred"),
        published_note: item.maybe_words("date_note"),
        dateline: item.maybe_words("dateline"),
        headline: quotation(item.item("headline")),
        republished_by: item.maybe_words("republished"),
        point_of_view: item.maybe_words("view"),
        address: item.maybe_words("address").filter(|address| is_web_address(address)),
        note: item.maybe_words("note"),
    }
}

/// Links from data are http(s) only.
pub fn is_web_address(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

fn quotation(item: Item) -> Quotation {
    Quotation { language: item.words("lang"), text: item.words("text") }
}

fn topic(item: Item) -> Topic {
    Topic {
        id: id(item, "id", TopicId::new),
        question: item.words("question"),
        short: item.words("short"),
        kind: word(item, "kind", TopicKind::ALL, TopicKind::key),
        order: item.signed("order"),
        events: item.whole("n") as usize,
    }
}

fn kind(item: Item) -> Kind {
    Kind { id: id(item, "id", KindId::new), name: item.words("name") }
}

fn place(item: Item) -> Place {
    let point = item.maybe("at", |value| {
        let [longitude, latitude] = value.as_list()? else { return None };
        Some(Point::from_millionths([longitude.as_whole()?, latitude.as_whole()?]))
    });
    Place {
        id: id(item, "id", PlaceId::new),
        name: item.words("name"),
        point,
        exactness: word(item, "exactness", Exactness::ALL, Exactness::key),
        within: maybe_id(item, "within", PlaceId::new),
        toponyms: item.every("names", |item| Toponym {
            usage: id(item, "usage", PartyId::new),
            language: item.words("lang"),
            text: item.words("text"),
            latin: item.maybe_words("latin"),
        }),
        as_reported: item.texts("reported").into_iter().map(str::to_owned).collect(),
        note: item.maybe_words("note"),
        events: item.whole("n") as usize,
        placed_by: ids(item, "by", PartyId::new),
    }
}

fn found(item: Item) -> Found {
    Found {
        balance: Balance::from_numbers(&item.wholes("balance")),
        claims_by_party: item
            .every("claims", |item| (id(item, "party", PartyId::new), item.whole("n") as usize)),
        topics: ids(item, "topics", TopicId::new),
        statements: item.whole("statements") as usize,
        states: item.every("states", |item| {
            (word(item, "state", RowState::ALL, RowState::key), item.whole("n") as usize)
        }),
        placings: item.every("placings", |item| Placing {
            place: id(item, "place", PlaceId::new),
            party: id(item, "party", PartyId::new),
            role: word(item, "role", Role::ALL, Role::key),
            by: moment(item, "by"),
        }),
    }
}

fn editor_states(item: Item) -> Vec<EditorState> {
    item.every("judged", |item| EditorState {
        topic: id(item, "topic", TopicId::new),
        state: word(item, "state", RowState::ALL, RowState::key),
        reason: item.words("reason"),
    })
}

fn changes(item: Item) -> Vec<Change> {
    item.every("changes", |item| Change {
        date: date(item, "date"),
        what: item.words("what"),
        why: item.words("why"),
    })
}

fn episode(item: Item) -> Episode {
    Episode {
        id: id(item, "id", EpisodeId::new),
        title: item.words("title"),
        summary: item.words("summary"),
        from: date(item, "from"),
        to: date(item, "to"),
        editor_states: editor_states(item),
        changes: changes(item),
        published: date(item, "published"),
        found: found(item.item("found")),
    }
}

fn event(item: Item) -> Event {
    Event {
        id: id(item, "id", EventId::new),
        episode: maybe_id(item, "episode", EpisodeId::new),
        title: item.words("title"),
        summary: item.words("summary"),
        kind: id(item, "kind", KindId::new),
        when: when(item.item("when")),
        places: ids(item, "places", PlaceId::new),
        editor_states: editor_states(item),
        changes: changes(item),
        published: date(item, "published"),
        found: found(item.item("found")),
        values: item.wholes("has").into_iter().map(FacetValue::from_number).collect(),
    }
}

fn facets(item: Item) -> Vec<Vec<String>> {
    let texts = |facet: &Facet| item.texts(facet.key()).into_iter().map(str::to_owned).collect();
    Facet::ALL.iter().map(texts).collect()
}

fn when(item: Item) -> When {
    When {
        from: moment(item, "from"),
        to: maybe_moment(item, "to"),
        precision: word(item, "precision", Precision::ALL, Precision::key),
        wording: item.maybe_words("wording"),
        note: item.maybe_words("note"),
    }
}

fn read_statements(item: Item, field: &str, faults: &mut Vec<String>) -> Vec<Arc<Statement>> {
    // A broken claim must not take its statement along, so claims report to a list of their own.
    let inner = std::cell::RefCell::new(Vec::new());
    let statements =
        item.each(field, |item| Arc::new(statement(item, &mut inner.borrow_mut())), faults);
    faults.append(&mut inner.into_inner());
    statements
}

fn statement(item: Item, faults: &mut Vec<String>) -> Statement {
    let outlet = maybe_id(item, "outlet", SourceId::new);
    let speakers =
        item.every("by", |item| (id(item, "id", SpeakerId::new), id(item, "party", PartyId::new)));
    Statement {
        id: id(item, "id", StatementId::new),
        voice: outlet.map_or(Voice::Speakers(speakers), Voice::Outlet),
        tellers: ids(item, "tellers", SpeakerId::new),
        channel: item.maybe_words("channel"),
        agency: maybe_id(item, "agency", OutletId::new),
        said: said(item.item("said")),
        published: date(item, "published"),
        claims: item.each("claims", claim, faults),
    }
}

fn said(item: Item) -> Said {
    Said {
        earliest: maybe_moment(item, "earliest"),
        latest: moment(item, "latest"),
        precision: word(item, "precision", Precision::ALL, Precision::key),
        is_stated: item.flag("stated"),
        wording: item.maybe_words("wording"),
    }
}

fn claim(item: Item) -> Claim {
    let event = maybe_id(item, "event", EventId::new).map(Subject::Event);
    let episode = maybe_id(item, "episode", EpisodeId::new).map(Subject::Episode);
    Claim {
        id: id(item, "id", ClaimId::new),
        about: event.or(episode),
        topic: id(item, "topic", TopicId::new),
        position: word(item, "position", Position::ALL, Position::key),
        content: word(item, "content", Content::ALL, Content::key),
        against: maybe_id(item, "against", PartyId::new),
        denies: maybe_id(item, "denies", ClaimId::new),
        summary: item.words("summary"),
        quotations: item.every("quotations", quotation),
        figures: item.every("figures", figure),
        places: item.every("places", |item| {
            (id(item, "id", PlaceId::new), word(item, "role", Role::ALL, Role::key))
        }),
        time: item.maybe_item("time").map(when),
        is_summarised: item.flag("summarised"),
        as_printed: item.maybe_words("printed"),
        appearances: item.every("in", appearance),
    }
}

fn appearance(item: Item) -> Appearance {
    Appearance {
        source: id(item, "source", SourceId::new),
        passage: match item.get("at").and_then(Value::as_text) {
            Some("headline") => Passage::Headline,
            Some("subheading") => Passage::Subheading,
            Some("caption") => Passage::Caption,
            _ => Passage::Paragraph(item.whole("at")),
        },
        verb: item.maybe_words("verb"),
        note: item.maybe_words("note"),
        renderings: item.every("renderings", |item| Rendering {
            figure: item.whole("figure") as usize,
            qualifier: word(item, "qualifier", Qualifier::ALL, Qualifier::key),
            wording: item.maybe_words("wording"),
        }),
    }
}

fn figure(item: Item) -> Figure {
    let amount = item.maybe("amount", |value| match value.as_list() {
        Some([low, high]) => Some(Amount::Range(low.as_amount()?, high.as_amount()?)),
        Some(_) => None,
        None => value.as_amount().map(Amount::Exactly),
    });
    let qualifier = word(item, "qualifier", Qualifier::ALL, Qualifier::key);
    // A number that was lost on the way must not read as one that was never given.
    let amount = match (amount, qualifier) {
        (Some(amount), _) => amount,
        (None, Qualifier::NotGiven) => Amount::NotGiven,
        (None, _) => {
            item.refuse("amount", "a number");
            Amount::NotGiven
        }
    };
    Figure {
        measure: word(item, "measure", Measure::ALL, Measure::key),
        amount,
        qualifier,
        people: word(item, "people", People::ALL, People::key),
        whose: ids(item, "whose", PartyId::new),
        inferred_because: item.maybe_words("inferred"),
        wording: item.maybe_words("wording"),
    }
}
