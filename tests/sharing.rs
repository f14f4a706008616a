//! What leaves the site to stand in somebody else's page: both sides in it alike, nothing in it but
//! text, and the same natively as in the browser.

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/page.rs"]
mod page;

use qawlan::domain::event::Subject;
use qawlan::view::share::{Offer, fill};

const BRIDGE: &str = "2031-04-02-bridge";

fn offer_of(id: &str) -> Offer {
    let edition = folder::edition(&folder::north_south(), "en");
    let subject = folder::subject(&edition, id);
    page::offer(&edition, "en", Some(subject))
}

fn text_of(offer: &Offer, kind: &str) -> String {
    let snippet = offer.snippets.iter().find(|snippet| snippet.kind == kind).expect("there is one");
    offer.text(snippet)
}

/// What stands between these two, each time.
fn between<'a>(html: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    html.split(before).skip(1).filter_map(|rest| Some(rest.split_once(after)?.0)).collect()
}

#[test]
fn holes_are_filled_and_what_is_no_hole_stays() {
    let words = |name: &str| (name == "a").then(|| "{{b}}".to_owned());
    for (template, filled) in [
        ("{{a}}", "{{b}}"),
        ("x{{a}}y{{a}}z", "x{{b}}y{{b}}z"),
        ("{{b}} {{ {a} }}", "{{b}} {{ {a} }}"),
        ("{{a", "{{a"),
        ("}}", "}}"),
        ("", ""),
    ] {
        assert_eq!(fill(template, words), filled, "{template}");
    }
}

#[test]
fn every_snippet_leads_to_the_page_and_names_both_sides() {
    for language in folder::languages(&folder::north_south()) {
        let edition = folder::edition(&folder::north_south(), language);
        let parties = &edition.dataset.parties;
        let pair = [&edition.dataset.pair.first, &edition.dataset.pair.second];
        let names =
            pair.map(|id| &parties.iter().find(|party| party.id == *id).expect("a party").name);
        let subjects = folder::subjects(&edition).into_iter().map(Some);
        for subject in subjects.chain([None]) {
            let offer = page::offer(&edition, language, subject);
            assert_eq!(offer.snippets.len(), 7);
            for snippet in &offer.snippets {
                let (text, kind) = (offer.text(snippet), snippet.kind);
                assert!(text.contains(&format!("href=\"{}\"", offer.page)), "{kind}: {text}");
                assert!(!text.contains("{{"), "{kind}: {text}");
                for name in names {
                    assert!(text.contains(name.as_str()), "{kind} in {language} lacks {name}");
                }
            }
        }
    }
}

#[test]
fn a_frame_and_its_page_are_at_the_sites_own_address() {
    let offer = offer_of(BRIDGE);
    assert_eq!(offer.page, "http://127.0.0.1:8080/en/events/2031-04-02-bridge/");
    assert_eq!(offer.frame, "http://127.0.0.1:8080/en/embed/events/2031-04-02-bridge/");
    assert_eq!(offer.oembed, "en/oembed/events/2031-04-02-bridge.json");
    for kind in ["listener", "frame", "element", "amp"] {
        let text = text_of(&offer, kind);
        assert!(text.contains(&format!("src=\"{}\"", offer.frame)), "{text}");
    }
}

#[test]
fn the_plain_table_has_a_cell_of_each_side_in_every_row_and_no_class_or_style() {
    let offer = offer_of(BRIDGE);
    let table = text_of(&offer, "table");
    let headings = between(&table, "<th scope=\"col\">", "</th>");
    assert_eq!(headings[1..], ["North", "South"]);
    let rows: Vec<&str> = between(&table, "<tr><th scope=\"row\">", "</tr>");
    assert!(rows.len() > 3, "{table}");
    for row in rows {
        let cells = between(row, "<td", "</td>");
        let is_across = row.contains("colspan=\"2\"");
        assert_eq!(cells.len(), if is_across { 1 } else { 2 }, "{row}");
        assert!(cells.iter().all(|cell| cell.len() > 8), "an empty cell says why: {row}");
    }
    for word in ["class=", "style=", "id="] {
        assert!(!table.contains(word), "{word}");
    }
    assert!(table.starts_with("<table lang=\"en\" dir=\"ltr\">"));
}

#[test]
fn in_the_plain_table_every_claim_has_its_speaker_and_its_report() {
    let edition = folder::edition(&folder::north_south(), "en");
    let subject = folder::subject(&edition, BRIDGE);
    let offer = page::offer(&edition, "en", Some(subject.clone()));
    let table = text_of(&offer, "table");
    let statements = edition.statements_about(Some(&subject));
    let claims = statements.iter().flat_map(|statement| &statement.claims);
    let carried = claims.filter(|claim| claim.content.key() == "carried");
    let shown = carried.filter(|claim| table.contains(&claim.summary)).count();
    let paragraphs = between(&table, "<p>", "</p>");
    assert!(shown > 3, "{shown} claims");
    for paragraph in paragraphs {
        assert!(paragraph.contains("<br>") && paragraph.contains("20"), "{paragraph}");
    }
}

#[test]
fn text_from_records_is_only_ever_text_and_never_a_hole() {
    let hostile = "<img src=x onerror=alert(1)>\"'&{{frame}}</textarea>";
    let copy = folder::changed(&[
        ("events/2031-04-02-bridge.json", "/title/en", hostile.into()),
        ("parties.json", "/0/name/en", hostile.into()),
        ("statements/2031-04-02-north-defence.json", "/claims/0/summary/en", hostile.into()),
    ]);
    let edition = folder::edition(copy.path(), "en");
    let subject = folder::subject(&edition, BRIDGE);
    let offer = page::offer(&edition, "en", Some(subject.clone()));
    for snippet in &offer.snippets {
        let text = offer.text(snippet);
        assert!(!text.contains("<img src=x") && !text.contains("</textarea>"), "{text}");
        assert!(!text.contains("onerror=alert(1)>"), "{text}");
        let frames = text.matches(&offer.frame).count();
        let holes = snippet.template.matches("{{frame}}").count();
        assert_eq!(frames, holes, "{}", snippet.kind);
    }
    let html = page::share(&edition, "en", Some(subject));
    assert_eq!(html.matches("<textarea").count(), html.matches("</textarea>").count());
    assert!(!html.contains("<img"));
}

#[test]
fn a_frame_is_expected_to_be_higher_where_it_is_narrow_and_where_more_is_said() {
    let edition = folder::edition(&folder::north_south(), "en");
    for subject in folder::subjects(&edition) {
        let said = edition.statements_about(Some(&subject)).len();
        let [phone, tablet, desktop] = page::offer(&edition, "en", Some(subject.clone())).heights;
        assert!(phone >= tablet && tablet >= desktop, "{subject:?}: {phone} {tablet} {desktop}");
        assert!(said == 0 || desktop > 500, "{subject:?}: {desktop}");
    }
    let heights = |id: &str| offer_of(id).heights[0];
    let few = folder::subjects(&edition).into_iter().map(|subject| match subject {
        Subject::Event(id) => heights(id.as_str()),
        Subject::Episode(id) => heights(id.as_str()),
    });
    assert!(few.min() < Some(heights(BRIDGE)));
}

#[test]
fn a_share_page_offers_every_topic_and_leaves_no_hole() {
    for language in folder::languages(&folder::north_south()) {
        let edition = folder::edition(&folder::north_south(), language);
        for subject in folder::subjects(&edition).into_iter().map(Some).chain([None]) {
            let html = page::share(&edition, language, subject.clone());
            for state in ["disabled", "readonly"] {
                assert!(html.contains(state), "{state}");
            }
            assert_eq!(html.matches("<option value=\"\"").count() >= 4, true, "{subject:?}");
            assert!(!html.contains("static.share"), "{language} {subject:?} shows a key");
            assert_eq!(html.contains("value=\"row="), subject.is_some(), "{subject:?}");
        }
    }
}
