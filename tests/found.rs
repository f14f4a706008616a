//! What search engines, feed readers and previews are told: the head of a page, JSON-LD, the feed
//! and the sitemap of North and South.

#[path = "fixtures/build.rs"]
mod build;
#[path = "fixtures/folder.rs"]
mod folder;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use build::{Build, TEMPLATE};
use qawlan::data::resolve::Edition;
use qawlan::domain::date::Date;
use qawlan::domain::event::Subject;
use qawlan::domain::id::EventId;
use qawlan::i18n::LOCALES;
use qawlan::i18n::messages::Messages;
use qawlan::publish::feed::{feed, news};
use qawlan::publish::head::theme_script;
use qawlan::publish::site::Site;
use qawlan::publish::sitemap::{Mapped, robots, sitemap};
use qawlan::publish::structured_data::Described;
use quick_xml::events::Event as Xml;
use serde_json::{Value, json};

const BRIDGE: &str = "events/2031-04-02-bridge.json";
/// Words that would end an attribute, an element, a comment or a script, were they not escaped.
const SHARP: &str = "\"It's\" <b>R&D</b> --> </title></script><script>alert(1)</script> ]]> &lt;";

/// Records of which every text that reaches a head is sharp.
fn sharp_records() -> tempfile::TempDir {
    folder::changed(&[
        (BRIDGE, "/title/en", json!(SHARP)),
        (BRIDGE, "/summary/en", json!(SHARP)),
        ("manifest.json", "/title/en", json!(SHARP)),
        ("manifest.json", "/subtitle/en", json!(SHARP)),
        ("manifest.json", "/corpus/en", json!(SHARP)),
        ("manifest.json", "/publisher/en", json!(SHARP)),
        ("parties.json", "/0/name/en", json!(SHARP)),
        ("speakers.json", "/1/office/en", json!(SHARP)),
        ("sources.json", "/0/headline/text", json!(SHARP)),
        ("outlets.json", "/0/name/en", json!(SHARP)),
    ])
}

/// A build of records at https://example.org/.
fn published(records: &Path) -> Build {
    let build = Build::new(TEMPLATE);
    let job =
        qawlan::publish::Job { site: Some("https://example.org".to_owned()), ..build.job(records) };
    qawlan::publish::publish(&job).expect("no finding");
    build
}

fn english(records: &Path) -> Edition {
    folder::edition(records, "en")
}

fn messages() -> Messages {
    let json = LOCALES.iter().find(|(code, _)| *code == "en").expect("English is a language").1;
    Messages::parse("en", json).expect("an object of texts")
}

fn site() -> Site {
    Site::new(Some("https://example.org/"), None).expect("an address")
}

fn head(page: &str) -> &str {
    let (_, rest) = page.split_once("<head>").expect("a head");
    rest.split_once("</head>").expect("its end").0
}

/// The page's JSON-LD as it stands, between its tags.
fn block(page: &str) -> &str {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("a block");
    rest.split_once("</script>").expect("its end").0
}

/// The text of every element of that name, unescaped.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut found, mut open): (Vec<String>, Option<String>) = (Vec::new(), None);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Xml::Start(start) if start.name().as_ref() == name => {
                open = Some(String::new());
            }
            Xml::Text(words) => {
                if let Some(text) = &mut open {
                    text.push_str(&words);
                }
            }
            Xml::GeneralRef(entity) => {
                if let Some(text) = &mut open {
                    let entity = format!("&{};", &*entity);
                    text.push_str(&quick_xml::escape::unescape(&entity).expect("a known entity"));
                }
            }
            Xml::End(end) if end.name().as_ref() == name => found.extend(open.take()),
            Xml::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn no_word_of_a_record_ends_the_element_it_stands_in() {
    let records = sharp_records();
    let build = published(records.path());
    for path in ["en/index.html", "en/events/2031-04-02-bridge/index.html"] {
        // The one script of ours that is written into a page.
        let own = format!("<script>{}</script>", theme_script());
        let page = build.read(path);
        assert_eq!(page.matches(&own).count(), 1, "{path}");
        let page = page.replace(&own, "");
        let head = head(&page);
        assert!(!page.contains("<script>"), "{path}");
        assert!(!page.contains("<b>R"), "{path}");
        // The block and the script that starts the app.
        assert_eq!(head.matches("</script").count(), 2, "{path}");
        assert_eq!(head.matches("</title").count(), 1, "{path}");
        let lines = head.trim().lines();
        for line in lines.filter(|line| line.starts_with("<meta") || line.starts_with("<link")) {
            assert_eq!(line.matches('<').count(), 1, "{path}: {line}");
            assert_eq!(line.matches('>').count(), 1, "{path}: {line}");
            assert_eq!(line.matches('"').count() % 2, 0, "{path}: {line}");
        }
        let escaped = "content=\"&quot;It's&quot; &lt;b&gt;R&amp;D&lt;/b&gt; --&gt;";
        assert!(head.matches(escaped).count() >= 3, "{path}: the words are there, escaped");
        assert!(head.contains(" ]]&gt; &amp;lt;\""), "{path}: what looks escaped is escaped again");
    }
}

#[test]
fn structured_data_carries_sharp_words_whole_and_cannot_be_ended_by_them() {
    let records = sharp_records();
    let build = published(records.path());
    let page = build.read("en/events/2031-04-02-bridge/index.html");
    let block = block(&page);
    assert!(!block.contains('<'), "{block}");
    let data: Value = serde_json::from_str(block).expect("JSON");
    let [web, happening, claims @ ..] = data["@graph"].as_array().expect("a graph").as_slice()
    else {
        panic!("{data}");
    };
    for (thing, name) in [(web, "name"), (happening, "name"), (happening, "description")] {
        assert_eq!(thing[name], json!(SHARP), "{name}");
    }
    assert_eq!(web["publisher"]["name"], json!(SHARP));
    let names: Vec<&Value> = claims.iter().map(|claim| &claim["author"][0]["name"]).collect();
    assert!(names.contains(&&json!(SHARP)), "{names:?}");
}

#[test]
fn the_feed_carries_sharp_words_whole() {
    let records = sharp_records();
    let build = published(records.path());
    let feed = build.read("en/feed.xml");
    for (element, times) in [("title", 1), ("summary", 1), ("name", 1)] {
        let found = texts(&feed, element).into_iter().filter(|text| text == SHARP).count();
        assert_eq!(found, times, "{element}");
    }
    assert!(texts(&feed, "title").contains(&format!("{SHARP} · {SHARP}")), "the feed's own");
}

#[test]
fn a_page_names_itself_its_other_languages_and_where_others_should_go() {
    let build = published(&folder::north_south());
    let links = |path: &str| -> Vec<(String, String)> {
        let page = build.read(path);
        let lines = head(&page).lines().filter(|line| {
            line.starts_with("<link rel=\"canonical\"") || line.contains(" hreflang=\"")
        });
        let value = |line: &str, name: &str| {
            let (_, rest) = line.split_once(&format!(" {name}=\""))?;
            rest.split_once('"').map(|(value, _)| value.to_owned())
        };
        lines
            .map(|line| {
                let of = value(line, "hreflang").unwrap_or_else(|| "canonical".to_owned());
                (of, value(line, "href").expect("an address"))
            })
            .collect()
    };
    let expected = |own: &str, path: &str, other: &str| -> Vec<(String, String)> {
        let to = |of: &str, path: String| (of.to_owned(), format!("https://example.org/{path}"));
        vec![
            to("canonical", format!("{own}/{path}")),
            to("ar", format!("ar/{path}")),
            to("en", format!("en/{path}")),
            to("x-default", other.to_owned()),
        ]
    };
    assert_eq!(links("index.html"), expected("ar", "", ""), "the root is the Arabic list");
    assert_eq!(links("en/index.html"), expected("en", "", ""));
    for path in
        ["events/2031-04-02-bridge/", "episodes/2031-spring/", "method/", "reports/", "glossary/"]
    {
        assert_eq!(
            links(&format!("en/{path}index.html")),
            expected("en", path, &format!("ar/{path}")),
            "{path}"
        );
    }
}

/// What is described on an event's or an episode's page.
fn described(id: &str) -> Vec<Value> {
    let edition = english(&folder::north_south());
    let site = site();
    let described = Described {
        site: &site,
        edition: &edition,
        language: "en",
        url: "https://example.org/en/page/",
        title: "Title",
        description: "Description",
    };
    let data = described.subject(&folder::subject(&edition, id));
    data["@graph"].as_array().expect("a graph").clone()
}

#[test]
fn a_claim_is_described_with_whoever_made_it() {
    let north = json!({ "@type": "Organization", "name": "North" });
    let south = json!({ "@type": "Organization", "name": "South" });
    for (subject, claim, expected) in [
        (
            "2031-04-02-bridge",
            "2031-04-02-north-defence.who",
            json!([{
                "@type": "Organization",
                "name": "North's defence ministry",
                "parentOrganization": north,
            }]),
        ),
        ("2031-04-02-bridge", "2031-04-06-joint-mediation.mediation", json!([north, south])),
        (
            "2031-spring",
            "2031-04-05-north-premier-total.dead",
            json!([{
                "@type": "Person",
                "name": "Salem",
                "jobTitle": "Prime minister",
                "affiliation": north,
            }]),
        ),
        (
            "2031-spring",
            "2031-04-06-unnamed-own-words.sum",
            json!([{ "@type": "NewsMediaOrganization", "name": "Outlet not named" }]),
        ),
    ] {
        let graph = described(subject);
        let address = json!(format!("https://example.org/en/page/#claim-{claim}"));
        let found: Vec<&Value> = graph.iter().filter(|thing| thing["@id"] == address).collect();
        let [one] = found.as_slice() else { panic!("{claim}: {found:?}") };
        assert_eq!(one["author"], expected, "{claim}");
        assert_eq!(one["url"], address, "{claim}");
    }
}

#[test]
fn only_what_a_report_carries_is_described_as_a_claim() {
    let edition = english(&folder::north_south());
    for subject in folder::subjects(&edition) {
        let (id, statements) = match &subject {
            Subject::Event(id) => (id.to_string(), edition.statements_about(Some(&subject))),
            Subject::Episode(id) => (id.to_string(), edition.statements_about(Some(&subject))),
        };
        let carried: BTreeSet<String> = statements
            .iter()
            .flat_map(|statement| &statement.claims)
            .filter(|claim| claim.content == qawlan::domain::claim::Content::Carried)
            .map(|claim| format!("https://example.org/en/page/#claim-{}", claim.id))
            .collect();
        let graph = described(&id);
        let claims = graph.iter().filter(|thing| thing["@type"] == json!("Claim"));
        let found: Vec<String> =
            claims.map(|claim| claim["@id"].as_str().expect("an id").to_owned()).collect();
        assert_eq!(found.len(), carried.len(), "{id}: each once");
        assert_eq!(found.into_iter().collect::<BTreeSet<String>>(), carried, "{id}");
    }
}

#[test]
fn a_corrected_page_says_when() {
    for (id, modified) in [
        ("2031-04-02-bridge", "2031-08-02"),
        ("2031-04-03-town", "2031-08-01"),
        ("2031-summer", "2031-08-03"),
    ] {
        let [page, ..] = &described(id)[..] else { panic!("{id} has no page") };
        assert_eq!(page["datePublished"], json!("2031-08-01"), "{id}");
        assert_eq!(page["dateModified"], json!(modified), "{id}");
    }
}

#[test]
fn what_was_corrected_last_comes_first_in_the_feed() {
    let edition = english(&folder::north_south());
    let feed = feed(&site(), &edition, &messages());
    let ids = texts(&feed, "id");
    assert_eq!(
        ids[..3],
        [
            "https://example.org/en/feed.xml",
            "https://example.org/en/episodes/2031-summer/",
            "https://example.org/en/events/2031-04-02-bridge/",
        ]
    );
    let everything = folder::subjects(&edition).len();
    assert_eq!(ids.len(), 1 + everything, "and all others follow");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "each once");
    let updated = texts(&feed, "updated");
    assert_eq!(
        updated[..4],
        [
            "2031-08-03T00:00:00Z",
            "2031-08-03T00:00:00Z",
            "2031-08-02T00:00:00Z",
            "2031-08-01T00:00:00Z"
        ],
        "the feed is as new as its newest entry"
    );
    let published = texts(&feed, "published");
    assert!(published.iter().all(|moment| moment == "2031-08-01T00:00:00Z"), "{published:?}");
}

#[test]
fn a_feed_holds_the_newest_fifty() {
    let mut edition = english(&folder::north_south());
    let dataset = Arc::make_mut(&mut edition.dataset);
    let model = dataset.events[0].clone();
    for day in 1..=60 {
        let mut event = model.clone();
        event.id = EventId::new(&format!("many-{day:02}"));
        event.published = Date::from_day_number(model.published.day_number() + day);
        dataset.events.push(event);
    }
    let all = news(&edition).len();
    assert!(all > 60);
    let feed = feed(&site(), &edition, &messages());
    let ids = texts(&feed, "id");
    assert_eq!(ids.len(), 51, "the feed's own and fifty");
    assert_eq!(ids[1], "https://example.org/en/events/many-60/");
    assert_eq!(ids[50], "https://example.org/en/events/many-11/");
}

fn mapped(pages: usize) -> Vec<Mapped> {
    let updated = Date::new(2031, 8, 1).expect("a day");
    (1..=pages).map(|at| Mapped { path: format!("events/{at}/"), updated }).collect()
}

#[test]
fn a_sitemap_of_too_many_addresses_comes_in_parts() {
    let site = site();
    for (pages, parts) in [(25_000, 1), (25_001, 2)] {
        let files = sitemap(&site, &["ar", "en"], &mapped(pages));
        let (names, maps): (Vec<&str>, Vec<&str>) =
            files.iter().map(|(name, xml)| (name.as_str(), xml.as_str())).unzip();
        if parts == 1 {
            assert_eq!(names, ["sitemap.xml"], "{pages}");
        } else {
            let own: Vec<String> = (1..=parts).map(|at| format!("sitemap-{at}.xml")).collect();
            let all: Vec<&str> = own.iter().map(String::as_str).chain(["sitemap.xml"]).collect();
            assert_eq!(names, all, "{pages}");
            let index = texts(maps[parts], "loc");
            let expected: Vec<String> = own.iter().map(|name| site.url(name)).collect();
            assert_eq!(index, expected, "the index names every part");
        }
        let mut found: Vec<String> = Vec::new();
        for map in &maps[..parts] {
            let addresses = texts(map, "loc");
            assert!(addresses.len() <= 50_000, "{pages}: {} in one part", addresses.len());
            assert!(map.len() <= 50 * 1024 * 1024, "{pages}: {} bytes in one part", map.len());
            found.extend(addresses);
        }
        let expected: BTreeSet<String> = (1..=pages)
            .flat_map(|at| ["ar", "en"].map(|lang| site.url(&format!("{lang}/events/{at}/"))))
            .collect();
        assert_eq!(found.len(), expected.len(), "{pages}: each once");
        assert_eq!(found.into_iter().collect::<BTreeSet<String>>(), expected, "{pages}");
    }
}

#[test]
fn robots_are_let_in_and_told_of_the_sitemap() {
    let robots = robots(&site());
    assert!(robots.lines().any(|line| line == "Sitemap: https://example.org/sitemap.xml"));
    assert!(!robots.contains("Disallow"), "{robots}");
}
