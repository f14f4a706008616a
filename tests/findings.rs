//! Faults in records: each kind is found, at its place, and nothing else with it.

use std::fs;
use std::path::Path;

use qawlan::data::finding::Finding;
use qawlan::data::records_folder;
use qawlan::data::validation::validate;
use serde_json::{Value, json};

#[path = "fixtures/folder.rs"]
mod folder;

/// One edit of a copy of the North and South records.
enum Edit {
    /// Puts a value at a JSON pointer.
    Put(&'static str, &'static str, Value),
    /// Takes the value at a JSON pointer out.
    Take(&'static str, &'static str),
    /// Writes a whole file.
    Write(&'static str, &'static str),
    /// Gives a file another name.
    Rename(&'static str, &'static str),
    /// Takes a file away.
    Delete(&'static str),
}

use Edit::{Delete, Put, Rename, Take, Write};

fn make(folder: &Path, edit: &Edit) {
    match edit {
        Put(file, pointer, value) => {
            let mut json = folder::json(folder, file);
            folder::put(&mut json, pointer, Some(value.clone()));
            folder::write(folder, file, &json);
        }
        Take(file, pointer) => {
            let mut json = folder::json(folder, file);
            folder::put(&mut json, pointer, None);
            folder::write(folder, file, &json);
        }
        Write(file, text) => fs::write(folder.join(file), text).expect("the file can be written"),
        Rename(from, to) => {
            fs::rename(folder.join(from), folder.join(to)).expect("it can be renamed")
        }
        Delete(file) => fs::remove_file(folder.join(file)).expect("it can be removed"),
    }
}

/// File, path, and a fragment of what is wrong.
type Expected = (&'static str, &'static str, &'static str);

fn assert_found(name: &str, found: &[Finding], expected: &[Expected]) {
    let list: Vec<String> =
        found.iter().map(|f| format!("{} {} {}", f.file, f.path, f.what)).collect();
    let list = list.join("\n");
    assert_eq!(found.len(), expected.len(), "{name}:\n{list}");
    for (file, path, what) in expected {
        let is_it = |f: &&Finding| f.file == *file && f.path == *path && f.what.contains(what);
        assert_eq!(
            found.iter().filter(is_it).count(),
            1,
            "{name}: {file} {path} {what}, in\n{list}"
        );
    }
    for finding in found {
        assert!(
            !finding.mend.is_empty() && finding.mend.ends_with(['.', ':']),
            "{name}: how to mend {finding}"
        );
        assert!(finding.what.ends_with('.'), "{name}: {}", finding.what);
    }
}

const RENDERED_FIGURE: &str = "claims[0].appearances[1].renderings[0].figure";
const BRIDGE: &str = "events/2031-04-02-bridge.json";
const TOWN: &str = "events/2031-04-03-town.json";
const BORDER: &str = "events/2031-05-10-border.json";
const NORTH: &str = "statements/2031-04-02-north-defence.json";
const SOUTH: &str = "statements/2031-04-02-south-defence.json";
const PREMIER: &str = "statements/2031-04-03-north-premier.json";
const TOTAL: &str = "statements/2031-04-05-south-total.json";
const CAPTION: &str = "statements/2031-04-06-north-caption.json";
const OUTLET: &str = "statements/2031-04-06-unnamed-own-words.json";
const CONVOY: &str = "statements/2031-07-01-east-convoy.json";

/// What can't be read.
fn unreadable() -> Vec<(&'static str, Edit, Vec<Expected>)> {
    vec![
        (
            "a folder of another name",
            Rename("events", "happenings"),
            vec![("events", "", "The folder can't be read")],
        ),
        (
            "an unknown field",
            Put(BRIDGE, "/colour", json!("red")),
            vec![(BRIDGE, "colour", "unknown field `colour`")],
        ),
        (
            "an unknown field deep inside",
            Put(NORTH, "/claims/4/figures/0/color", json!(1)),
            vec![(NORTH, "claims[4].figures[0].color", "unknown field `color`")],
        ),
        (
            "an unknown field of a list's item",
            Put("places.json", "/2/lat", json!(1)),
            vec![("places.json", "[2].lat", "unknown field `lat`")],
        ),
        ("a missing field", Take(BRIDGE, "/title"), vec![(BRIDGE, "", "missing field `title`")]),
        (
            "a missing field of a list's item",
            Take("topics.json", "/1/kind"),
            vec![("topics.json", "[1]", "missing field `kind`")],
        ),
        (
            "null for a text",
            Put(BRIDGE, "/title", json!(null)),
            vec![(BRIDGE, "title", "invalid type: null")],
        ),
        (
            "broken JSON",
            Write("kinds.json", "[\n  { \"id\": \"fighting\",\n]"),
            vec![("kinds.json", "line 3, column 1", "This is no JSON")],
        ),
        ("an empty file", Write(BRIDGE, ""), vec![(BRIDGE, "line 1, column 0", "This is no JSON")]),
        ("no list", Write("kinds.json", "{}"), vec![("kinds.json", "", "The file holds no list")]),
        (
            "a missing file",
            Delete("outlets.json"),
            vec![("outlets.json", "", "The file can't be read")],
        ),
        (
            "a bad word of a list",
            Put(NORTH, "/claims/0/position", json!("admits")),
            vec![(
                NORTH,
                "claims[0].position",
                "unknown word \"admits\", expected one of asserts, denies",
            )],
        ),
        (
            "a bad kind of party",
            Put("parties.json", "/0/kind", json!("kingdom")),
            vec![("parties.json", "[0].kind", "unknown variant `kingdom`")],
        ),
        (
            "a bad measure",
            Put(NORTH, "/claims/4/figures/0/measure", json!("dead")),
            vec![(NORTH, "claims[4].figures[0].measure", "unknown word \"dead\"")],
        ),
        (
            "a bad role of a place",
            Put(NORTH, "/claims/1/places/0/role", json!("near")),
            vec![(NORTH, "claims[1].places[0].role", "unknown word \"near\"")],
        ),
        (
            "a bad state",
            Put(BRIDGE, "/states/0/state", json!("lies")),
            vec![(BRIDGE, "states[0].state", "unknown word \"lies\"")],
        ),
        (
            "an impossible day",
            Put("episodes.json", "/0/from", json!("2031-02-29")),
            vec![("episodes.json", "[0].from", "\"2031-02-29\" is no date that exists")],
        ),
        (
            "an impossible time",
            Put(BRIDGE, "/when/from", json!("2031-04-02T24:00")),
            vec![(BRIDGE, "when.from", "is no date that exists")],
        ),
        (
            "a date in another order",
            Put("manifest.json", "/updated", json!("01-08-2031")),
            vec![("manifest.json", "updated", "is no date that exists")],
        ),
        (
            "an id with capitals",
            Put("kinds.json", "/0/id", json!("Fighting")),
            vec![("kinds.json", "[0].id", "\"Fighting\" is no id")],
        ),
        (
            "an id with a space",
            Put(BRIDGE, "/places/0", json!("hill district")),
            vec![(BRIDGE, "places[0]", "is no id")],
        ),
        (
            "an amount in words",
            Put(NORTH, "/claims/4/figures/0/amount", json!("dozens")),
            vec![(NORTH, "claims[4].figures[0].amount", "expected a whole number")],
        ),
        (
            "a negative amount",
            Put(NORTH, "/claims/4/figures/0/amount", json!(-1)),
            vec![(NORTH, "claims[4].figures[0].amount", "expected a whole number")],
        ),
        (
            "a range with three ends",
            Put(NORTH, "/claims/6/figures/0/amount", json!([1, 2, 3])),
            vec![(NORTH, "claims[6].figures[0].amount", "expected a whole number")],
        ),
        (
            "a claim about something else",
            Put(NORTH, "/claims/0/about", json!({ "war": "x" })),
            vec![(NORTH, "claims[0].about", "unknown variant `war`")],
        ),
        (
            "a pair of three",
            Put("manifest.json", "/pair/-", json!("east")),
            vec![("manifest.json", "pair", "")],
        ),
        (
            "an unknown field of a text",
            Put(BRIDGE, "/title/en", json!({ "text": "x", "chekced": true })),
            vec![(BRIDGE, "title.en", "")],
        ),
        (
            "a broken manifest",
            Write("manifest.json", "{"),
            vec![("manifest.json", "line 1, column 1", "This is no JSON")],
        ),
        (
            "no manifest",
            Delete("manifest.json"),
            vec![("manifest.json", "", "The file can't be read")],
        ),
    ]
}

#[test]
fn what_cannot_be_read_is_one_finding_at_its_place() {
    for (name, edit, expected) in unreadable() {
        let copy = folder::copy_of(&folder::north_south());
        make(copy.path(), &edit);
        let (records, findings) = records_folder::read(copy.path());
        assert_found(name, &findings, &expected);
        assert_eq!(
            records.is_none(),
            expected[0].0 == "manifest.json",
            "{name}: the rest is still read"
        );
    }
}

fn long_quotation(words: usize) -> Value {
    json!([{ "language": "ar", "text": vec!["كلمة"; words].join(" ") }])
}

fn text(en: &str) -> Value {
    json!({ "ar": "نص", "en": en })
}

fn state(topic: &str, state: &str) -> Value {
    json!({ "topic": topic, "state": state, "reason": text("why") })
}

/// What can be read and is wrong.
fn wrong() -> Vec<(&'static str, Vec<Edit>, Vec<Expected>)> {
    vec![
        // The manifest.
        (
            "a language is missing",
            vec![Take("manifest.json", "/title/en")],
            vec![("manifest.json", "title", "missing in \"en\"")],
        ),
        (
            "a text is empty",
            vec![Put("manifest.json", "/corpus/ar", json!(" "))],
            vec![("manifest.json", "corpus", "empty in \"ar\"")],
        ),
        (
            "a language nobody announced",
            vec![Put("manifest.json", "/publisher/hy", json!("x"))],
            vec![("manifest.json", "publisher", "\"hy\" is no language of the manifest")],
        ),
        (
            "a language's maker is not named in it",
            vec![Take("manifest.json", "/languages/1/made_by/ar")],
            vec![("manifest.json", "languages[1].made_by", "missing in \"ar\"")],
        ),
        (
            "the pair is one party twice",
            vec![Put("manifest.json", "/pair/1", json!("north"))],
            vec![("manifest.json", "pair", "one party twice")],
        ),
        (
            "the pair names nobody",
            vec![Put("manifest.json", "/pair/1", json!("west"))],
            vec![("manifest.json", "pair[1]", "no party \"west\"")],
        ),
        (
            "the default language is none of them",
            vec![Put("manifest.json", "/default_language", json!("fr"))],
            vec![("manifest.json", "default_language", "\"fr\" is none of the languages")],
        ),
        (
            "the site has no web address",
            vec![Put("manifest.json", "/site", json!("ftp://example.org"))],
            vec![("manifest.json", "site", "no web address")],
        ),
        (
            "a map that shows nothing",
            vec![Put("manifest.json", "/map_box", json!([21, 10, 19, 12]))],
            vec![("manifest.json", "map_box", "none on the earth")],
        ),
        (
            "a map beyond the pole",
            vec![Put("manifest.json", "/map_box", json!([19, 10, 21, 86]))],
            vec![("manifest.json", "map_box", "none on the earth")],
        ),
        (
            "a language listed twice",
            vec![Put(
                "manifest.json",
                "/languages/-",
                json!({
                    "code": "en", "name": "English", "direction": "ltr", "translation": false,
                    "checked": false, "made_by": { "ar": "محرر", "en": "An editor" }
                }),
            )],
            vec![("manifest.json", "languages[2].code", "listed twice")],
        ),
        (
            "a point outside the map",
            vec![
                Put("manifest.json", "/map_box", json!([19, 10, 22, 12])),
                Put("places.json", "/0/point/longitude", json!(30)),
            ],
            vec![("places.json", "[0].point", "outside the map's box")],
        ),
        (
            "places that lie in each other",
            vec![Put("places.json", "/0/within", json!("mill-village"))],
            vec![
                ("places.json", "[0].within", "lies in itself"),
                ("places.json", "[1].within", "lies in itself"),
            ],
        ),
        (
            "a denial of nothing",
            vec![Take("statements/2031-04-04-north-defence-town.json", "/claims/0/denies")],
            vec![(
                "statements/2031-04-04-north-defence-town.json",
                "claims[0].denies",
                "names no claim it denies",
            )],
        ),
        // The lists.
        (
            "two parties of one id",
            vec![Put(
                "parties.json",
                "/-",
                json!({ "id": "east", "name": text("x"), "kind": "state" }),
            )],
            vec![("parties.json", "[3].id", "Another party has the id \"east\"")],
        ),
        (
            "two speakers of one id",
            vec![Put("speakers.json", "/-", json!({ "id": "north", "party": "north" }))],
            vec![("speakers.json", "[6].id", "Another speaker")],
        ),
        (
            "two outlets of one id",
            vec![Put(
                "outlets.json",
                "/-",
                json!({ "id": "wire", "name": text("x"), "named": true, "kind": "agency" }),
            )],
            vec![("outlets.json", "[3].id", "Another outlet")],
        ),
        (
            "two topics of one id",
            vec![Put(
                "topics.json",
                "/-",
                json!({ "id": "when", "question": text("x"), "short": text("x"), "kind": "time", "order": 999 }),
            )],
            vec![("topics.json", "[12].id", "Another topic")],
        ),
        (
            "two kinds of one id",
            vec![Put("kinds.json", "/-", json!({ "id": "fighting", "name": text("x") }))],
            vec![("kinds.json", "[3].id", "Another kind of event")],
        ),
        (
            "two places of one id",
            vec![Put(
                "places.json",
                "/-",
                json!({ "id": "oak-town", "name": text("x"), "kind": "town", "precision": "town" }),
            )],
            vec![("places.json", "[5].id", "Another place")],
        ),
        (
            "two episodes of one id",
            vec![Put(
                "episodes.json",
                "/-",
                json!({ "id": "2031-spring", "title": text("x"), "summary": text("x"), "from": "2031-04-02", "to": "2031-04-03", "published": "2031-08-01", "changes": [] }),
            )],
            vec![("episodes.json", "[2].id", "Another episode")],
        ),
        (
            "two sources of one id",
            vec![Put(
                "sources.json",
                "/-",
                json!({ "id": "report-a", "outlet": "daily", "with_agencies": false, "published": "2031-04-04", "published_basis": "stated", "headline": { "language": "ar", "text": "x" }, "paragraphs": 9 }),
            )],
            vec![("sources.json", "[3].id", "Another source")],
        ),
        (
            "a party of the pair without a seal",
            vec![Take("parties.json", "/0/seal")],
            vec![("parties.json", "[0]", "no letters for its seal")],
        ),
        (
            "a seal without letters in one language",
            vec![Take("parties.json", "/1/seal/ar")],
            vec![("parties.json", "[1].seal", "missing in \"ar\"")],
        ),
        (
            "a party's name in one language",
            vec![Take("parties.json", "/2/name/en")],
            vec![("parties.json", "[2].name", "missing in \"en\"")],
        ),
        (
            "a speaker of no party",
            vec![Put("speakers.json", "/1/party", json!("west"))],
            vec![("speakers.json", "[1].party", "no party \"west\"")],
        ),
        (
            "an office in one language",
            vec![Take("speakers.json", "/1/office/ar")],
            vec![("speakers.json", "[1].office", "missing in \"ar\"")],
        ),
        (
            "an outlet's name in one language",
            vec![Take("outlets.json", "/0/name/ar")],
            vec![("outlets.json", "[0].name", "missing in \"ar\"")],
        ),
        (
            "a source of no outlet",
            vec![Put("sources.json", "/0/outlet", json!("gazette"))],
            vec![("sources.json", "[0].outlet", "no outlet \"gazette\"")],
        ),
        (
            "a source's address that is no web address",
            vec![Put("sources.json", "/0/address", json!("javascript:alert(1)"))],
            vec![("sources.json", "[0].address", "no web address")],
        ),
        (
            "a headline that says nothing, and no note that there is none",
            vec![Put("sources.json", "/0/headline/text", json!(""))],
            vec![("sources.json", "[0].headline.text", "headline is empty")],
        ),
        (
            "a headline of spaces, though a note says that there is none",
            vec![
                Put("sources.json", "/0/headline/text", json!(" ")),
                Put("sources.json", "/0/note", json!({ "ar": "بلا عنوان", "en": "It has none" })),
            ],
            vec![("sources.json", "[0].headline.text", "headline is empty")],
        ),
        (
            "a note on the date in one language",
            vec![Take("sources.json", "/1/published_note/en")],
            vec![("sources.json", "[1].published_note", "missing in \"en\"")],
        ),
        (
            "a topic's question in one language",
            vec![Take("topics.json", "/0/question/en")],
            vec![("topics.json", "[0].question", "missing in \"en\"")],
        ),
        (
            "a kind's name in one language",
            vec![Take("kinds.json", "/0/name/en")],
            vec![("kinds.json", "[0].name", "missing in \"en\"")],
        ),
        (
            "a latitude beyond the pole",
            vec![Put("places.json", "/0/point/latitude", json!(90.1))],
            vec![("places.json", "[0].point", "no point on the earth")],
        ),
        (
            "a longitude beyond the date line",
            vec![Put("places.json", "/0/point/longitude", json!(-180.5))],
            vec![("places.json", "[0].point", "no point on the earth")],
        ),
        (
            "a place within nothing",
            vec![Put("places.json", "/1/within", json!("vale"))],
            vec![("places.json", "[1].within", "no other place \"vale\"")],
        ),
        (
            "a place within itself",
            vec![Put("places.json", "/2/within", json!("oak-town"))],
            vec![("places.json", "[2].within", "no other place \"oak-town\"")],
        ),
        (
            "a name in nobody's usage",
            vec![Put("places.json", "/0/names/1/usage", json!("west"))],
            vec![("places.json", "[0].names[1].usage", "no party \"west\"")],
        ),
        // Episodes and events.
        (
            "an episode's id without its year",
            vec![Put(
                "episodes.json",
                "/-",
                json!({ "id": "winter", "title": text("x"), "summary": text("x"), "from": "2031-12-01", "to": "2031-12-03", "published": "2031-08-01", "changes": [] }),
            )],
            vec![("episodes.json", "[2].id", "doesn't carry its year, 2031")],
        ),
        (
            "an episode that ends before it begins",
            vec![Put("episodes.json", "/0/to", json!("2031-04-01"))],
            vec![("episodes.json", "[0].to", "ends before it begins")],
        ),
        (
            "a change without a reason in one language",
            vec![Take("episodes.json", "/1/changes/0/why/en")],
            vec![("episodes.json", "[1].changes[0].why", "missing in \"en\"")],
        ),
        (
            "a change before publication",
            vec![Put(BRIDGE, "/changes/0/date", json!("2031-07-31"))],
            vec![(BRIDGE, "changes[0].date", "older than the record's publication")],
        ),
        (
            "an event that ends before it begins",
            vec![Put(BRIDGE, "/when/to", json!("2031-04-02T04:59"))],
            vec![(BRIDGE, "when.to", "ends before it begins")],
        ),
        (
            "an event of no kind",
            vec![Put(BRIDGE, "/kind", json!("rain"))],
            vec![(BRIDGE, "kind", "no kind of event \"rain\"")],
        ),
        (
            "an event of no episode",
            vec![Put(BRIDGE, "/episode", json!("2031-autumn"))],
            vec![(BRIDGE, "episode", "no episode \"2031-autumn\"")],
        ),
        (
            "an event at no place",
            vec![Put(BRIDGE, "/places/1", json!("vale"))],
            vec![(BRIDGE, "places[1]", "no place \"vale\"")],
        ),
        (
            "an event's file of another name",
            vec![Rename(TOWN, "events/2031-04-03-village.json")],
            vec![("events/2031-04-03-village.json", "id", "named \"2031-04-03-village\"")],
        ),
        (
            "two events of one id",
            vec![
                Put("events/2031-06-crossing.json", "/id", json!("2031-07-01-convoy")),
                Put(
                    "statements/2031-06-20-north-crossing.json",
                    "/claims/0/about/event",
                    json!("2031-07-01-convoy"),
                ),
                Put(
                    "statements/2031-06-20-north-crossing.json",
                    "/claims/1/about/event",
                    json!("2031-07-01-convoy"),
                ),
                Put(
                    "statements/2031-06-21-south-crossing.json",
                    "/claims/0/about/event",
                    json!("2031-07-01-convoy"),
                ),
                Put(
                    "statements/2031-06-21-south-crossing.json",
                    "/claims/1/about/event",
                    json!("2031-07-01-convoy"),
                ),
            ],
            vec![
                ("events/2031-06-crossing.json", "id", "The file is named \"2031-06-crossing\""),
                ("events/2031-07-01-convoy.json", "id", "Another event has the id"),
            ],
        ),
        // An editor's states.
        (
            "a state without its reason in one language",
            vec![Take(BRIDGE, "/states/0/reason/en")],
            vec![(BRIDGE, "states[0].reason", "missing in \"en\"")],
        ),
        (
            "a state on no topic",
            vec![Put(BRIDGE, "/states/-", state("weather", "agree"))],
            vec![(BRIDGE, "states[1].topic", "no topic \"weather\"")],
        ),
        (
            "two states on one topic",
            vec![Put(BRIDGE, "/states/-", state("weapons", "agree"))],
            vec![(BRIDGE, "states[1].topic", "\"weapons\" has a state already")],
        ),
        (
            "a state over figures",
            vec![Put(BRIDGE, "/states/-", state("losses", "agree"))],
            vec![(BRIDGE, "states[1]", "\"losses\" is a topic of figures")],
        ),
        (
            "words that meet figures and nobody judged",
            vec![Take(TOTAL, "/claims/0/figures")],
            vec![("episodes.json", "[0].states", "Both sides spoke on \"losses\"")],
        ),
        (
            "a caption that meets a figure and nobody judged",
            vec![Put(
                TOTAL,
                "/claims/0/appearances/0",
                json!({ "source": "report-b", "in": "caption" }),
            )],
            vec![("episodes.json", "[0].states", "Both sides spoke on \"losses\"")],
        ),
        (
            "a state that follows from the claims",
            vec![Put(BRIDGE, "/states/-", state("ceasefire", "denied"))],
            vec![(BRIDGE, "states[1].state", "\"denied\" follows from the claims")],
        ),
        (
            "words that meet and nobody judged",
            vec![Take(BRIDGE, "/states/0")],
            vec![(BRIDGE, "states", "Both sides spoke on \"weapons\"")],
        ),
        (
            "two rows that nobody judged",
            vec![Take(BORDER, "/states")],
            vec![
                (BORDER, "states", "Both sides spoke on \"who-attacked\""),
                (BORDER, "states", "Both sides spoke on \"weapons\""),
            ],
        ),
        // Statements.
        (
            "two statements of one id",
            vec![
                Put(TOTAL, "/id", json!("2031-04-06-north-caption")),
                Put(TOTAL, "/claims/0/id", json!("2031-04-06-north-caption.total")),
            ],
            vec![
                (TOTAL, "id", "The file is named \"2031-04-05-south-total\""),
                (CAPTION, "id", "Another statement"),
            ],
        ),
        (
            "two claims of one id",
            vec![Put(NORTH, "/claims/1/id", json!("2031-04-02-north-defence.who"))],
            vec![(NORTH, "claims.id", "Another claim has the id \"2031-04-02-north-defence.who\"")],
        ),
        (
            "a statement of nobody",
            vec![Take(CONVOY, "/speakers")],
            vec![(CONVOY, "speakers", "either speakers or an outlet")],
        ),
        (
            "a statement of a speaker and of an outlet",
            vec![Put(CONVOY, "/outlet_speaks", json!("report-c"))],
            vec![(CONVOY, "speakers", "either speakers or an outlet")],
        ),
        (
            "a speaker nobody knows",
            vec![Put(CONVOY, "/speakers/0", json!("east-king"))],
            vec![(CONVOY, "speakers[0]", "no speaker \"east-king\"")],
        ),
        (
            "a teller nobody knows",
            vec![Put(PREMIER, "/tellers/0", json!("east-king"))],
            vec![(PREMIER, "tellers[0]", "no speaker \"east-king\"")],
        ),
        (
            "an outlet that speaks in no report",
            vec![Put(OUTLET, "/outlet_speaks", json!("report-z"))],
            vec![(OUTLET, "outlet_speaks", "no source \"report-z\"")],
        ),
        (
            "an agency nobody knows",
            vec![Put(NORTH, "/agency", json!("ticker"))],
            vec![(NORTH, "agency", "no outlet \"ticker\"")],
        ),
        (
            "a channel in one language",
            vec![Take(NORTH, "/channel/en")],
            vec![(NORTH, "channel", "missing in \"en\"")],
        ),
        (
            "a statement without a claim",
            vec![Put(CONVOY, "/claims", json!([]))],
            vec![(CONVOY, "claims", "makes no claim")],
        ),
        // Renderings.
        (
            "a rendering of a figure that isn't there",
            vec![Put(PREMIER, "/claims/0/appearances/1/renderings/0/figure", json!(2))],
            vec![(PREMIER, RENDERED_FIGURE, "no figure 2; it has 1")],
        ),
        (
            "a rendering of a figure counted from nought",
            vec![Put(PREMIER, "/claims/0/appearances/1/renderings/0/figure", json!(0))],
            vec![(PREMIER, RENDERED_FIGURE, "no figure 0; it has 1")],
        ),
        (
            "a figure rendered twice in one passage",
            vec![Put(
                PREMIER,
                "/claims/0/appearances/1/renderings/-",
                json!({ "figure": 1, "qualifier": "so-far" }),
            )],
            vec![(PREMIER, "claims[0].appearances[1].renderings[1].figure", "rendered twice")],
        ),
        (
            "a rendering that takes the number away",
            vec![Put(
                PREMIER,
                "/claims/0/appearances/1/renderings/0/qualifier",
                json!("not-given"),
            )],
            vec![(PREMIER, "claims[0].appearances[1].renderings[0].qualifier", "don't agree")],
        ),
        (
            "a rendering that says nothing new",
            vec![Put(
                PREMIER,
                "/claims/0/appearances/1/renderings/0",
                json!({ "figure": 1, "qualifier": "as-stated" }),
            )],
            vec![(
                PREMIER,
                "claims[0].appearances[1].renderings[0]",
                "what the claim's figure says",
            )],
        ),
        (
            "a rendering that quotes at length",
            vec![Put(
                PREMIER,
                "/claims/0/appearances/1/renderings/0/wording",
                json!("a b c d e f g h i j k l m"),
            )],
            vec![(PREMIER, "claims[0].appearances[1].renderings[0].wording", "has 13 words")],
        ),
        (
            "a change of a statement in one language",
            vec![Put(
                CONVOY,
                "/changes/-",
                json!({ "date": "2031-08-02", "what": text("x"), "why": { "ar": "نص" } }),
            )],
            vec![(CONVOY, "changes[0].why", "missing in \"en\"")],
        ),
        (
            "a change of a statement before its publication",
            vec![Put(
                CONVOY,
                "/changes/-",
                json!({ "date": "2031-07-31", "what": text("x"), "why": text("x") }),
            )],
            vec![(CONVOY, "changes[0].date", "older than the record's publication")],
        ),
        (
            "said later than at the latest",
            vec![Put(NORTH, "/said/earliest", json!("2031-04-03"))],
            vec![(NORTH, "said.latest", "before the earliest")],
        ),
        (
            "said at a stated moment that is missing",
            vec![Take(NORTH, "/said/latest")],
            vec![(NORTH, "said.latest", "no moment is given")],
        ),
        (
            "said after it was reported",
            vec![Put(PREMIER, "/said/latest", json!("2031-04-05"))],
            vec![(PREMIER, "said.latest", "said on 2031-04-05 and reported on 2031-04-04")],
        ),
        // Claims.
        (
            "a claim's id that isn't its statement's",
            vec![Put(CONVOY, "/claims/0/id", json!("convoy.moved"))],
            vec![(CONVOY, "claims[0].id", "doesn't begin with its statement's")],
        ),
        (
            "a claim about no event",
            vec![Put(CONVOY, "/claims/0/about", json!({ "event": "gone" }))],
            vec![(CONVOY, "claims[0].about.event", "no event \"gone\"")],
        ),
        (
            "a claim about no episode",
            vec![Put(TOTAL, "/claims/0/about", json!({ "episode": "2031-gone" }))],
            vec![(TOTAL, "claims[0].about.episode", "no episode \"2031-gone\"")],
        ),
        (
            "a claim on no topic",
            vec![Put(CONVOY, "/claims/0/topic", json!("weather"))],
            vec![(CONVOY, "claims[0].topic", "no topic \"weather\"")],
        ),
        (
            "a claim against nobody",
            vec![Put(NORTH, "/claims/0/against", json!("west"))],
            vec![(NORTH, "claims[0].against", "no party \"west\"")],
        ),
        (
            "a claim's summary in one language",
            vec![Take(NORTH, "/claims/0/summary/en")],
            vec![(NORTH, "claims[0].summary", "missing in \"en\"")],
        ),
        (
            "a note on the print in one language",
            vec![Take(OUTLET, "/claims/1/as_printed/en")],
            vec![(OUTLET, "claims[1].as_printed", "missing in \"en\"")],
        ),
        (
            "a claimed time that ends before it begins",
            vec![Put(NORTH, "/claims/2/time/to", json!("2031-04-01"))],
            vec![(NORTH, "claims[2].time.to", "ends before it begins")],
        ),
        (
            "a claim on no place",
            vec![Put(NORTH, "/claims/1/places/0/place", json!("vale"))],
            vec![(NORTH, "claims[1].places[0].place", "no place \"vale\"")],
        ),
        (
            "a quotation of thirteen words",
            vec![Put(NORTH, "/claims/0/quotations", long_quotation(13))],
            vec![(NORTH, "claims[0].quotations[0].text", "has 13 words")],
        ),
        (
            "a figure in words that are not carried",
            vec![Put(
                SOUTH,
                "/claims/7/figures",
                json!([{ "measure": "wounded", "amount": 3, "qualifier": "as-stated", "people": "civilian" }]),
            )],
            vec![(SOUTH, "claims[7].figures", "can't carry a figure")],
        ),
        (
            "a claim that stands nowhere",
            vec![Put(CONVOY, "/claims/0/appearances", json!([]))],
            vec![(CONVOY, "claims[0].appearances", "stands in no source")],
        ),
        (
            "a denial that does something else",
            vec![Put(NORTH, "/claims/8/position", json!("asserts"))],
            vec![(NORTH, "claims[8].denies", "its position is another")],
        ),
        (
            "a denial of nothing",
            vec![Put(NORTH, "/claims/8/denies", json!("2031-04-02-south-defence.peace"))],
            vec![(NORTH, "claims[8].denies", "no claim \"2031-04-02-south-defence.peace\"")],
        ),
        (
            "a denial on another topic",
            vec![Put(NORTH, "/claims/8/denies", json!("2031-04-02-south-defence.who"))],
            vec![(NORTH, "claims[8].denies", "another subject or on another topic")],
        ),
        (
            "a denial about another event",
            vec![Put(NORTH, "/claims/8/denies", json!("2031-04-05-south-defence-town.ceasefire"))],
            vec![(NORTH, "claims[8].denies", "another subject or on another topic")],
        ),
        // Figures.
        (
            "nobody's losses",
            vec![Put(NORTH, "/claims/4/figures/0/whose/0", json!("west"))],
            vec![(NORTH, "claims[4].figures[0].whose[0]", "no party \"west\"")],
        ),
        (
            "a range from high to low",
            vec![Put(NORTH, "/claims/6/figures/0/amount", json!([5, 3]))],
            vec![(NORTH, "claims[6].figures[0].amount", "5 to 3 is no range")],
        ),
        (
            "a number that was not given",
            vec![Put(NORTH, "/claims/4/figures/0/qualifier", json!("not-given"))],
            vec![(
                NORTH,
                "claims[4].figures[0].qualifier",
                "don't agree on whether a number was given",
            )],
        ),
        (
            "no number, as stated",
            vec![Put(SOUTH, "/claims/6/figures/0/qualifier", json!("as-stated"))],
            vec![(
                SOUTH,
                "claims[6].figures[0].qualifier",
                "don't agree on whether a number was given",
            )],
        ),
        (
            "a zero that nobody worded",
            vec![Put(NORTH, "/claims/4/figures/0/amount", json!(0))],
            vec![(NORTH, "claims[4].figures[0].amount", "Zero is recorded without the words")],
        ),
        (
            "people counted in square kilometres",
            vec![Put(NORTH, "/claims/7/figures/0/people", json!("civilian"))],
            vec![(
                NORTH,
                "claims[7].figures[0].people",
                "\"civilian\" doesn't go with the measure \"area-km2\"",
            )],
        ),
        (
            "dead who are no people",
            vec![Put(NORTH, "/claims/4/figures/0/people", json!("none"))],
            vec![(
                NORTH,
                "claims[4].figures[0].people",
                "\"none\" doesn't go with the measure \"killed\"",
            )],
        ),
        (
            "whose losses, on no basis",
            vec![Take(NORTH, "/claims/4/figures/0/whose_basis")],
            vec![(NORTH, "claims[4].figures[0].whose_basis", "not on what basis")],
        ),
        (
            "a basis for nobody's losses",
            vec![Put(OUTLET, "/claims/2/figures/0/whose_basis", json!("stated"))],
            vec![(OUTLET, "claims[2].figures[0].whose_basis", "gives a basis, and not whose")],
        ),
        (
            "inferred without a reason",
            vec![Take(NORTH, "/claims/6/figures/0/whose_reason")],
            vec![(NORTH, "claims[6].figures[0].whose_basis", "inferred without a reason")],
        ),
        (
            "stated, and yet a reason",
            vec![Put(NORTH, "/claims/4/figures/0/whose_reason", text("why"))],
            vec![(NORTH, "claims[4].figures[0].whose_basis", "stated, and yet a reason")],
        ),
        (
            "inferred for a reason in one language",
            vec![Take(NORTH, "/claims/6/figures/0/whose_reason/en")],
            vec![(NORTH, "claims[6].figures[0].whose_reason", "missing in \"en\"")],
        ),
        // Appearances.
        (
            "an appearance in no report",
            vec![Put(CONVOY, "/claims/0/appearances/0/source", json!("report-z"))],
            vec![(CONVOY, "claims[0].appearances[0].source", "no source \"report-z\"")],
        ),
        (
            "a paragraph after the last",
            vec![Put(CONVOY, "/claims/0/appearances/0/paragraph", json!(13))],
            vec![(CONVOY, "claims[0].appearances[0].paragraph", "doesn't fit the source")],
        ),
        (
            "a paragraph before the first",
            vec![Put(CONVOY, "/claims/0/appearances/0/paragraph", json!(0))],
            vec![(CONVOY, "claims[0].appearances[0].paragraph", "doesn't fit the source")],
        ),
        (
            "a paragraph without its number",
            vec![Take(CONVOY, "/claims/0/appearances/0/paragraph")],
            vec![(CONVOY, "claims[0].appearances[0].paragraph", "doesn't fit the source")],
        ),
        (
            "a caption with a paragraph's number",
            vec![Put(CAPTION, "/claims/0/appearances/0/paragraph", json!(1))],
            vec![(CAPTION, "claims[0].appearances[0].paragraph", "doesn't fit the source")],
        ),
        (
            "a note on an appearance in one language",
            vec![Put(CAPTION, "/claims/0/appearances/0/note", json!({ "ar": "نص" }))],
            vec![(CAPTION, "claims[0].appearances[0].note", "missing in \"en\"")],
        ),
        // Several at once are all told.
        (
            "three faults at once",
            vec![
                Put(NORTH, "/agency", json!("ticker")),
                Put(BRIDGE, "/kind", json!("rain")),
                Put("episodes.json", "/0/to", json!("2031-04-01")),
            ],
            vec![
                ("episodes.json", "[0].to", "ends before it begins"),
                (BRIDGE, "kind", "no kind of event"),
                (NORTH, "agency", "no outlet"),
            ],
        ),
    ]
}

#[test]
fn what_is_wrong_is_found_at_its_place_and_nothing_else_is() {
    for (name, edits, expected) in wrong() {
        let copy = folder::copy_of(&folder::north_south());
        for edit in &edits {
            make(copy.path(), edit);
        }
        let (records, unreadable) = records_folder::read(copy.path());
        assert_eq!(unreadable, [], "{name}");
        let records = records.expect("the manifest can be read");
        assert_found(name, &validate(&records), &expected);
    }
}

/// What looks unusual and is allowed.
#[test]
fn what_is_right_is_not_found() {
    for (name, edit) in [
        ("a quotation of twelve words", Put(NORTH, "/claims/0/quotations", long_quotation(12))),
        (
            "a text with a remark on its language",
            Put(BRIDGE, "/title/en", json!({ "text": "x", "translation": false, "checked": true })),
        ),
        ("a zero in the report's own words", {
            let figure = json!({ "measure": "killed", "amount": 0, "qualifier": "as-stated", "people": "military",
                "whose": ["north"], "whose_basis": "stated", "wording": "لا قتلى" });
            Put(CAPTION, "/claims/0/figures/0", figure)
        }),
        ("the last paragraph", Put(CONVOY, "/claims/0/appearances/0/paragraph", json!(12))),
        ("a change on the day of publication", Put(BRIDGE, "/changes/0/date", json!("2031-08-01"))),
        (
            "a place at the pole",
            Put("places.json", "/0/point", json!({ "latitude": -90, "longitude": 180 })),
        ),
        ("a map of its own", Put("manifest.json", "/map_box", json!([19, 10, 21.5, 12]))),
        ("a third party with a seal", {
            Put("parties.json", "/2/seal", json!({ "ar": "شر", "en": "EA" }))
        }),
        ("an event of one moment", Put(TOWN, "/when/to", json!("2031-04-03T09:00"))),
        ("said on the day of the report", Put(PREMIER, "/said/latest", json!("2031-04-04"))),
    ] {
        let copy = folder::copy_of(&folder::north_south());
        make(copy.path(), &edit);
        let (records, unreadable) = records_folder::read(copy.path());
        assert_found(name, &unreadable, &[]);
        assert_found(name, &validate(&records.expect("the manifest can be read")), &[]);
    }
}

#[test]
fn where_figures_cannot_meet_an_editor_may_judge() {
    let copy = folder::copy_of(&folder::north_south());
    make(copy.path(), &Take(TOTAL, "/claims/0/figures"));
    make(
        copy.path(),
        &Put("episodes.json", "/0/states", json!([state("losses", "not-comparable")])),
    );
    let (records, _) = records_folder::read(copy.path());
    assert_found("a judged row", &validate(&records.expect("the manifest can be read")), &[]);
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let copy = folder::copy_of(&folder::north_south());
    let text = fs::read_to_string(copy.path().join(BRIDGE)).expect("the file can be read");
    fs::write(copy.path().join(BRIDGE), format!("\u{feff}{text}"))
        .expect("the file can be written");
    let (_, findings) = records_folder::read(copy.path());
    assert_found("a byte order mark", &findings, &[]);
}

#[test]
fn a_file_that_is_not_utf_8_is_found() {
    let copy = folder::copy_of(&folder::north_south());
    fs::write(copy.path().join(BRIDGE), [0xff, 0xfe, 0x00]).expect("the file can be written");
    let (_, findings) = records_folder::read(copy.path());
    assert_found("not UTF-8", &findings, &[(BRIDGE, "", "The file can't be read")]);
}

#[test]
fn a_finding_is_printed_with_its_place_and_how_to_mend_it() {
    let finding = Finding {
        file: "events/x.json".to_owned(),
        path: "when.to".to_owned(),
        what: "It ends before it begins.".to_owned(),
        mend: "Swap the two moments.".to_owned(),
    };
    let printed = "events/x.json at when.to\n    It ends before it begins.\n    To mend: Swap the two moments.";
    assert_eq!(finding.to_string(), printed);
}

#[test]
fn the_shipped_records_have_no_finding() {
    let (records, unreadable) = records_folder::read(&folder::shipped());
    assert_found("the shipped records", &unreadable, &[]);
    assert_found("the shipped records", &validate(&records.expect("a manifest")), &[]);
}
