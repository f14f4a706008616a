//! Pages as a reader gets them before any script runs: rendered natively.

use std::collections::BTreeSet;
use std::path::Path;

use qawlan::data::resolve::Edition;
use qawlan::domain::comparison::compare;
use qawlan::domain::event::Subject;
use qawlan::domain::id::PartyId;
use qawlan::domain::party::Side;
use qawlan::i18n::LOCALES;
use qawlan::i18n::messages::Messages;
use qawlan::view::standing::Standing;
use qawlan::view_state::ViewState;
use serde_json::{Value, json};

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/page.rs"]
mod pages;

/// The page at an address.
fn page(
    edition: &Edition,
    language: &str,
    subject: Option<&Subject>,
    first: Option<&str>,
) -> String {
    let mut state = ViewState::explorer(language).with_subject(subject.cloned());
    state.first = first.map(PartyId::new);
    pages::page(edition, state)
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn editions_of(folder: &Path) -> Vec<(&'static str, Edition)> {
    let languages = folder::languages(folder).into_iter();
    languages.map(|language| (language, folder::edition(folder, language))).collect()
}

fn editions() -> Vec<(&'static str, Edition)> {
    editions_of(&folder::north_south())
}

/// What ships too, in each of its languages.
fn all_editions() -> Vec<(&'static str, Edition)> {
    [folder::north_south(), folder::shipped()].iter().flat_map(|it| editions_of(it)).collect()
}

#[test]
fn every_page_is_made_of_what_the_policy_allows() {
    for (language, edition) in all_editions() {
        let subjects = folder::subjects(&edition);
        for subject in subjects.iter().map(Some).chain([None]) {
            let html = page(&edition, language, subject, None);
            let name = format!("{language} {subject:?}");
            assert!(
                !html.contains(" style=\"")
                    && !html.contains("<script")
                    && !html.contains("<style"),
                "{name}"
            );
            assert_eq!(values(&html, "onclick"), [""; 0], "{name}");
            let ids = values(&html, "id");
            let distinct: BTreeSet<&&str> = ids.iter().collect();
            assert_eq!(ids.len(), distinct.len(), "{name}: an id stands once: {ids:?}");
            assert!(
                values(&html, "href")
                    .iter()
                    .all(|href| !href.starts_with('/') && !href.starts_with("javascript:")),
                "{name}"
            );
        }
    }
}

#[test]
fn every_claim_on_a_subject_is_on_its_page_with_an_address_of_its_own() {
    for (language, edition) in editions() {
        for subject in folder::subjects(&edition) {
            let html = page(&edition, language, Some(&subject), None);
            let shown: BTreeSet<&str> = values(&html, "data-claim-id").into_iter().collect();
            let ids: BTreeSet<&str> = values(&html, "id").into_iter().collect();
            for claim in edition.statements_about(Some(&subject)).iter().flat_map(|s| &s.claims) {
                assert!(shown.contains(claim.id.as_str()), "{language} {}", claim.id);
                assert!(
                    ids.contains(format!("claim-{}", claim.id).as_str()),
                    "{language} {}",
                    claim.id
                );
            }
        }
    }
}

#[test]
fn the_list_shows_every_event_and_each_comparison_says_which_it_is() {
    for (language, edition) in editions() {
        let explorer = page(&edition, language, None, None);
        let listed = values(&explorer, "data-event-id");
        let events: Vec<&str> =
            edition.dataset.events.iter().map(|event| event.id.as_str()).collect();
        assert_eq!(listed.iter().collect::<BTreeSet<_>>(), events.iter().collect(), "{language}");
        assert_eq!(listed.len(), events.len(), "{language}: each once");
        for event in &edition.dataset.events {
            let html = page(&edition, language, Some(&Subject::Event(event.id.clone())), None);
            let own = values(&html, "data-event-id")
                .into_iter()
                .filter(|id| *id == event.id.as_str())
                .count();
            assert_eq!(own, 2, "{language} {}: its card and its comparison", event.id);
        }
    }
}

#[test]
fn rows_and_cells_carry_their_hooks() {
    for (language, edition) in editions() {
        for subject in folder::subjects(&edition) {
            let states = match &subject {
                Subject::Event(id) => &edition.dataset.event(id).expect("an event").editor_states,
                Subject::Episode(id) => {
                    &edition.dataset.episode(id).expect("an episode").editor_states
                }
            };
            let pair = &edition.dataset.pair;
            let comparison =
                compare(&edition.dataset, pair, states, &edition.statements_about(Some(&subject)));
            let html = page(&edition, language, Some(&subject), None);
            let topics = values(&html, "data-topic");
            let rows: Vec<&str> = comparison.rows.iter().map(|row| row.topic.as_str()).collect();
            assert_eq!(topics[..rows.len()], rows, "{language} {subject:?}");
            for row in &comparison.rows {
                let start =
                    format!("data-topic=\"{}\" data-state=\"{}\"", row.topic, row.state.key());
                assert!(html.contains(&start), "{language} {subject:?} {start}");
                for side in Side::BOTH.into_iter().filter(|_| row.joint.is_empty()) {
                    let fill = row.cell(side).fill();
                    let hook =
                        format!("data-party=\"{}\" data-fill=\"{}\"", pair.party(side), fill.key());
                    assert!(html.contains(&hook), "{language} {subject:?} {} {hook}", row.topic);
                }
            }
        }
    }
}

#[test]
fn a_silent_cell_counts_the_reports_and_leads_to_where_they_are_named() {
    for (language, edition) in editions() {
        let subject = folder::subject(&edition, "2031-04-03-town");
        let html = page(&edition, language, Some(&subject), None);
        let silent = html
            .split("data-fill=\"no-statement\"")
            .skip(1)
            .find(|rest| !rest.starts_with(" class=\"loss"))
            .expect("South is silent on who attacked");
        let cell = silent.split("</div>").next().unwrap_or_default();
        assert!(cell.contains("href=\"#sources\""), "{language}: {cell}");
        let (_, sources) = html.split_once("id=\"sources\"").expect("the sources of the page");
        let outlet = edition.dataset.outlets.iter().find(|outlet| !outlet.is_named);
        let outlet = outlet.expect("the unnamed outlet");
        assert!(sources.contains(&outlet.name), "{language}: {sources}");
    }
}

#[test]
fn a_reason_that_the_line_before_gives_is_not_given_again() {
    let file = "statements/2031-04-02-north-defence.json";
    let figures = "/claims/6/figures";
    let inferred =
        folder::json(&folder::north_south(), file).pointer(figures).expect("figures")[0].clone();
    let mut otherwise = inferred.clone();
    otherwise["whose_reason"]["en"] = "For another reason".into();
    let all = vec![inferred.clone(), inferred, otherwise].into();
    let edition = folder::edition(folder::changed(&[(file, figures, all)]).path(), "en");
    let subject = folder::subject(&edition, "2031-04-02-bridge");
    let html = page(&edition, "en", Some(&subject), None);
    let (_, lines) = html.split_once("The district is in North").expect("the reason");
    let lines: Vec<&str> =
        lines.split("</ul>").next().unwrap_or_default().split("<li").skip(1).collect();
    let [again, otherwise] = lines[..] else { panic!("two lines more: {lines:?}") };
    assert!(again.contains("whose: inferred") && !again.contains("The district"), "{again}");
    assert!(otherwise.contains("For another reason"), "{otherwise}");
}

#[test]
fn a_report_without_a_headline_has_nothing_in_its_place() {
    let note: Value = json!({ "ar": "لا عنوان للنص", "en": "The text has no headline" });
    let changes =
        [("sources.json", "/0/headline/text", "".into()), ("sources.json", "/0/note", note)];
    let edition = folder::edition(folder::changed(&changes).path(), "en");
    let subject = folder::subject(&edition, "2031-04-02-bridge");
    for html in [
        page(&edition, "en", Some(&subject), None),
        pages::standing(&edition, "en", Standing::Reports),
        pages::share(&edition, "en", Some(subject.clone())),
    ] {
        for quotation in ["\"></q>", "\"><!></q>", ";&gt;&lt;/q&gt;"] {
            let found = html.find(quotation).map(|at| &html[at.saturating_sub(200)..at]);
            assert_eq!(found, None, "an empty quotation");
        }
        assert!(!html.contains("source-headline\"></p>"), "an empty line");
    }
    let html = page(&edition, "en", Some(&subject), None);
    let (_, sources) = html.split_once("id=\"source-report-a\"").expect("the report");
    let own = sources.split("</li>").next().unwrap_or_default();
    assert!(!own.contains("source-headline") && own.contains("The text has no headline"), "{own}");
}

#[test]
fn an_event_of_no_place_on_the_map_says_so_and_no_other_does() {
    let mut without = 0;
    for (language, edition) in editions() {
        for subject in folder::subjects(&edition).iter().map(Some).chain([None]) {
            let html = page(&edition, language, subject, None);
            let has_none = subject.is_some_and(|subject| match subject {
                Subject::Event(id) => edition.dataset.event(id).is_some_and(|event| {
                    let mut places = event.places.iter().filter_map(|id| edition.dataset.place(id));
                    places.all(|place| place.point.is_none())
                }),
                Subject::Episode(_) => false,
            });
            without += usize::from(has_none);
            assert_eq!(html.contains("class=\"map-none\""), has_none, "{language} {subject:?}");
        }
    }
    assert!(without > 0, "no event without a place on the map");
}

#[test]
fn swapping_the_columns_swaps_every_cell() {
    let mut found = 0;
    for (language, edition) in editions() {
        for subject in folder::subjects(&edition) {
            let cells = |first| -> Vec<(String, String)> {
                let html = page(&edition, language, Some(&subject), first);
                let tags = html.split("<div role=\"cell\"").skip(1);
                let tags = tags.map(|rest| rest.split('>').next().unwrap_or(""));
                let value = |tag: &str, name| values(tag, name).concat();
                let cells = tags.map(|tag| (value(tag, "data-party"), value(tag, "data-fill")));
                cells.filter(|(party, _)| !party.is_empty()).collect()
            };
            let (one, other) = (cells(None), cells(Some("south")));
            assert_eq!(one.len(), other.len());
            found += one.len();
            let sorted = |mut cells: Vec<(String, String)>| {
                for (party, _) in &mut cells {
                    if party.contains(' ') {
                        *party = "both".to_owned();
                    }
                }
                cells.sort();
                cells
            };
            assert_eq!(sorted(one.clone()), sorted(other.clone()), "{language} {subject:?}");
            let sides = |cells: &[(String, String)]| -> Vec<String> {
                cells
                    .iter()
                    .filter(|(party, _)| !party.contains(' '))
                    .map(|(party, _)| party.clone())
                    .collect()
            };
            assert!(
                sides(&one).chunks(2).all(|pair| pair == ["north", "south"]),
                "{language} {subject:?}"
            );
            assert!(
                sides(&other).chunks(2).all(|pair| pair == ["south", "north"]),
                "{language} {subject:?}"
            );
        }
    }
    assert!(found > 40, "{found} cells");
}

#[test]
fn text_from_records_is_only_ever_text() {
    let copy = folder::copy_of(&folder::north_south());
    let hostile = "<img src=x onerror=alert(1)>\"'&";
    let file = "statements/2031-04-02-north-defence.json";
    let mut statement = folder::json(copy.path(), file);
    folder::put(&mut statement, "/claims/0/summary/en", Some(hostile.into()));
    folder::put(&mut statement, "/claims/0/quotations/0/text", Some(hostile.into()));
    folder::put(&mut statement, "/channel/en", Some(hostile.into()));
    folder::write(copy.path(), file, &statement);
    let mut event = folder::json(copy.path(), "events/2031-04-02-bridge.json");
    folder::put(&mut event, "/title/en", Some(hostile.into()));
    folder::put(&mut event, "/states/0/reason/en", Some(hostile.into()));
    folder::write(copy.path(), "events/2031-04-02-bridge.json", &event);
    let mut parties = folder::json(copy.path(), "parties.json");
    folder::put(&mut parties, "/0/name/en", Some(hostile.into()));
    folder::write(copy.path(), "parties.json", &parties);
    let edition = folder::edition(copy.path(), "en");
    let subject = folder::subject(&edition, "2031-04-02-bridge");
    for subject in [Some(&subject), None] {
        let html = page(&edition, "en", subject, None);
        assert!(!html.contains("<img"), "{subject:?}");
        assert!(html.contains("&lt;img"), "{subject:?}");
    }
}

#[test]
fn no_page_shows_a_key_instead_of_its_message() {
    for (language, edition) in all_editions() {
        let keys: BTreeSet<String> = {
            let json = LOCALES.iter().find(|(code, _)| *code == language).expect("a language").1;
            let messages = Messages::parse(language, json).expect("an object of texts");
            messages.keys().map(|key| key.split('#').next().unwrap_or(key).to_owned()).collect()
        };
        let subjects = folder::subjects(&edition);
        for subject in subjects.iter().map(Some).chain([None]) {
            let html = page(&edition, language, subject, None);
            for text in html.split('<') {
                let last = text.rsplit(['>', ' ', '\u{2068}']).next().unwrap_or_default();
                assert!(!keys.contains(last), "{language} {subject:?} shows {last}");
            }
            assert!(
                !html.contains('{') && !html.contains('}'),
                "{language} {subject:?} has an unfilled hole"
            );
        }
    }
}
