//! How many claims of each side a view shows, and on how many topics none was found.

use proptest::prelude::*;
use qawlan::domain::balance::Balance;
use qawlan::domain::comparison::{Fill, compare};
use qawlan::domain::event::Subject;
use qawlan::domain::id::{EventId, TopicId};
use qawlan::domain::party::Side;
use qawlan::view_state::ViewState;

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/generated.rs"]
mod generated;
#[path = "fixtures/page.rs"]
mod pages;

#[test]
fn what_was_counted_for_the_list_is_what_the_events_own_page_counts() {
    for records in [folder::shipped(), folder::north_south()] {
        let edition = folder::edition(&records, "en");
        let dataset = &edition.dataset;
        for pair in [dataset.pair.clone(), dataset.pair.led_by(&dataset.pair.second)] {
            for event in &dataset.events {
                let subject = Subject::Event(event.id.clone());
                let own = edition.statements_about(Some(&subject));
                let comparison = compare(dataset, &pair, &event.editor_states, &own);
                let on_page = Balance::of_comparison(&comparison, &pair);
                let in_list = Balance::of_events([event].into_iter(), &pair, &dataset.pair);
                assert_eq!(on_page, in_list, "{}", event.id);
            }
        }
    }
}

#[test]
fn each_view_says_whose_claims_it_shows() {
    let edition = folder::edition(&folder::shipped(), "en");
    let explorer = ViewState::explorer("en");
    let subject = |id: &str| explorer.with_subject(Some(folder::subject(&edition, id)));
    let mut filtered = explorer.clone();
    filtered.toggle(qawlan::domain::facet::Facet::Episode, "2021-november");
    for (state, claims, silence) in [
        (
            subject("2022-september"),
            "On the episode as a whole: Armenia 6 · Azerbaijan 3 · others 3",
            "Topics without a statement: Armenia 2 of 6 · Azerbaijan 4 of 6",
        ),
        (
            subject("2022-09-13-outbreak"),
            "Claims shown here: Armenia 12 · Azerbaijan 6 · others 1",
            "Topics without a statement: Armenia 1 of 7 · Azerbaijan 2 of 7",
        ),
        (
            filtered,
            "On the events listed, by claimant: Armenia 5 · Azerbaijan 5 · others 6",
            "Topics without a statement: Armenia 5 of 10 · Azerbaijan 5 of 10",
        ),
    ] {
        let html = pages::page(&edition, state)
            .replace(['\u{2068}', '\u{2069}'], "")
            .replace('\u{a0}', " ");
        let from = html.split_once("class=\"balance-parties\">").expect("the balance").1;
        assert_eq!(from.split('<').next(), Some(claims));
        let from = html.split_once("class=\"balance-silence\">").expect("the balance").1;
        assert_eq!(from.split('<').next(), Some(silence));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn counts_are_those_of_the_statements(statements in generated::any_statements()) {
        let edition = generated::edition(&statements, 0);
        let (dataset, pair) = (&edition.dataset, &edition.dataset.pair);
        let own = edition.statements_about(Some(&generated::subject()));
        let comparison = compare(dataset, pair, &[], &own);
        let balance = Balance::of_comparison(&comparison, pair);
        for side in Side::BOTH {
            let by = statements.iter().filter(|it| it.voice.is_of(pair.party(side)));
            let expected: usize = by.map(|it| it.claims.len()).sum();
            prop_assert_eq!(balance.claims[side as usize], expected);
            let spoke = |topic: &TopicId| {
                let rows = comparison.rows.iter().filter(|row| row.topic == *topic);
                rows.into_iter().any(|row| {
                    row.cell(side).fill() != Fill::NoStatement || !row.joint.is_empty()
                })
            };
            let unanswered =
                dataset.topics.iter().filter(|topic| {
                    let spoken = statements.iter().any(|it| {
                        it.voice.parties().next().is_some()
                            && it.claims.iter().any(|claim| claim.topic == topic.id)
                    });
                    spoken && !spoke(&topic.id)
                });
            prop_assert_eq!(balance.unanswered[side as usize], unanswered.count());
            prop_assert!(balance.unanswered[side as usize] <= balance.topics);
        }
    }
}

#[test]
fn an_event_nobody_spoke_of_has_nothing_to_weigh() {
    let edition = generated::edition(&[], 0);
    let pair = &edition.dataset.pair;
    let event = edition.dataset.event(&EventId::new("2031-04-02-bridge")).expect("the bridge");
    let comparison = compare(&edition.dataset, pair, &event.editor_states, &[]);
    assert_eq!(Balance::of_comparison(&comparison, pair), Balance::default());
}
