//! Balance: both columns come from one template. Data in which each side says what the other said
//! makes the same page with the two in each other's place.

use std::collections::BTreeMap;

use proptest::prelude::*;
use qawlan::domain::id::PartyId;
use qawlan::domain::statement::Statement;
use qawlan::view_state::ViewState;

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/generated.rs"]
mod generated;
#[path = "fixtures/page.rs"]
mod pages;

use generated::{PARTIES, any_statements, edition, mirrored, subject};

/// The bridge's page, with the party of that number first.
fn page(statements: &[Statement], first: usize) -> String {
    let state = ViewState::explorer("en").with_subject(Some(subject()));
    pages::page(&edition(statements, first), state)
}

/// Each party's name, seal and id in the other's place.
fn exchanged(html: &str) -> String {
    let [a, b] = PARTIES;
    html.replace(a, "\u{0}").replace(b, a).replace('\u{0}', b)
}

/// A row's cells by topic and whose losses it is of, then by party: how each is filled and what
/// stands in it, without what tells first from second; and the row's state.
type Rows = BTreeMap<(String, String), (String, BTreeMap<String, String>)>;

fn attribute<'a>(html: &'a str, name: &str) -> &'a str {
    let tag = html.split('>').next().unwrap_or_default();
    let from = tag.split_once(&format!(" {name}=\"")).map_or("", |(_, from)| from);
    from.split('"').next().unwrap_or_default()
}

/// The element that begins here, to its end.
fn element(html: &str) -> &str {
    let mut depth = 0;
    for (at, _) in html.match_indices('<') {
        if html[at..].starts_with("<div") {
            depth += 1;
        } else if html[at..].starts_with("</div>") {
            depth -= 1;
            if depth == 0 {
                return &html[..at];
            }
        }
    }
    html
}

fn rows(html: &str) -> Rows {
    let mut rows = Rows::new();
    for (at, _) in html.match_indices("<div role=\"row\"") {
        let row = element(&html[at..]);
        if attribute(row, "data-topic").is_empty() {
            continue;
        }
        let cells = row.match_indices("<div role=\"cell\"").map(|(at, _)| element(&row[at..]));
        // What both say together stands in neither column.
        let cells = cells.filter(|cell| !attribute(cell, "data-party").contains(' '));
        let cells = cells.map(|cell| {
            let party = attribute(cell, "data-party").to_owned();
            let inside = cell.replace("-first", "").replace("-second", "");
            // A claim's address stands once a page, in whichever row comes first.
            let inside = inside.replace(" id=\"claim-", " data-claim-id=\"");
            (party, words(&inside))
        });
        let key = |name| attribute(row, name).to_owned();
        rows.insert((key("data-topic"), key("data-whose")), (key("data-state"), cells.collect()));
    }
    rows
}

/// The text of some markup, and the classes of its elements.
fn words(html: &str) -> String {
    let parts = html.split('<').skip(1).map(|part| {
        let text = part.split_once('>').map_or("", |(_, text)| text);
        format!("{}|{text}", attribute(part, "class"))
    });
    parts.filter(|part| !part.contains("claim-link") && part != "|").collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn parties_exchanged_in_data_and_order_make_the_same_page(statements in any_statements()) {
        let one = page(&statements, 0);
        let other = exchanged(&page(&mirrored(&statements), 1));
        prop_assert_eq!(one, other);
    }

    #[test]
    fn what_the_one_said_looks_the_same_in_the_others_column(statements in any_statements()) {
        let one = rows(&page(&statements, 0));
        let other = rows(&exchanged(&page(&mirrored(&statements), 0)));
        let pair = PARTIES.map(PartyId::new);
        let is_spoken = statements.iter().any(|it| pair.iter().any(|of| it.voice.is_of(of)));
        prop_assert_eq!(!one.is_empty(), is_spoken);
        prop_assert_eq!(one, other);
    }
}
