//! Figures between record and screen: none is summed, none invented, none lost.

use std::collections::BTreeSet;

use proptest::prelude::*;
use qawlan::data::resolve::Edition;
use qawlan::domain::claim::{Claim, Content};
use qawlan::domain::event::Subject;
use qawlan::domain::figure::{Amount, Figure, Measure};
use qawlan::domain::statement::Statement;
use qawlan::i18n::LOCALES;
use qawlan::i18n::messages::Messages;
use qawlan::view_state::ViewState;

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/generated.rs"]
mod generated;
#[path = "fixtures/page.rs"]
mod pages;

fn messages(language: &str) -> Messages {
    let json = LOCALES.iter().find(|(code, _)| *code == language).expect("a language of ours").1;
    Messages::parse(language, json).expect("an object of texts")
}

fn without_isolates(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2068}', '\u{2069}'], "").replace("&#x27;", "'")
}

/// The text of every element of that class.
fn texts(html: &str, class: &str) -> Vec<String> {
    let start = format!("class=\"{class}\"");
    let starts = html.split(&start).skip(1);
    let text = |rest: &str| rest.split_once('>')?.1.split('<').next().map(without_isolates);
    starts.filter_map(text).collect()
}

/// The first place where a claim's words stand.
fn article<'a>(html: &'a str, claim: &Claim) -> &'a str {
    let start = format!("data-claim-id=\"{}\"", claim.id);
    let from = html.split_once(&start).unwrap_or_else(|| panic!("{} is on the page", claim.id)).1;
    from.split("</article>").next().unwrap_or_default()
}

/// What the two-by-two must hold: the amount of every figure that one of the pair gave of the
/// losses of one of the pair, once for each who gave it and each whose it is.
fn losses_of_the_pair(edition: &Edition, statements: &[&Statement], m: &Messages) -> Vec<String> {
    let pair = &edition.dataset.pair;
    let mut amounts = Vec::new();
    for statement in statements {
        let claimants =
            [&pair.first, &pair.second].into_iter().filter(|it| statement.voice.is_of(it)).count();
        let carried = statement.claims.iter().filter(|it| it.content == Content::Carried);
        for figure in carried.flat_map(|it| &it.figures) {
            let owners = figure.whose.iter().filter(|it| pair.side_of(it).is_some()).count();
            let counted = if figure.measure == Measure::Percent { 0 } else { claimants * owners };
            amounts.extend((0..counted).map(|_| without_isolates(&m.amount(figure))));
        }
    }
    amounts.sort();
    amounts
}

/// Holds a subject's page to what was said of it.
fn check(edition: &Edition, subject: &Subject, language: &str) {
    let m = messages(language);
    let html =
        pages::page(edition, ViewState::explorer(language).with_subject(Some(subject.clone())));
    let own = edition.statements_about(Some(subject));
    for claim in own.iter().flat_map(|it| &it.claims) {
        let expected: Vec<String> =
            claim.figures.iter().map(|it| without_isolates(&m.figure(it))).collect();
        assert_eq!(texts(article(&html, claim), "figure-words"), expected, "{}", claim.id);
    }
    let of_events = edition.event_losses(subject);
    let all: Vec<&Statement> = own.iter().chain(&of_events).map(|it| &**it).collect();
    let mut in_tables = texts(&html, "loss-amount");
    in_tables.sort();
    assert_eq!(in_tables, losses_of_the_pair(edition, &all, &m), "{subject:?}");
    let drawn = texts(&html, "plot-amount");
    let given: BTreeSet<&String> = in_tables.iter().collect();
    assert!(drawn.iter().all(|amount| given.contains(amount)), "{drawn:?} of {given:?}");
    assert!(drawn.iter().all(|amount| amount != "—"), "no number is drawn as one");
}

#[test]
fn every_figure_of_the_records_stands_in_its_claim_and_in_the_two_by_two() {
    for records in [folder::shipped(), folder::north_south()] {
        for language in ["ar", "en"] {
            let edition = folder::edition(&records, language);
            for subject in folder::subjects(&edition) {
                check(&edition, &subject, language);
            }
        }
    }
}

#[test]
fn every_claim_of_the_dataset_is_on_a_page() {
    let edition = folder::edition(&folder::shipped(), "en");
    let subjects = folder::subjects(&edition);
    let explorer = ViewState::explorer("en");
    let mut shown: BTreeSet<String> = BTreeSet::new();
    for subject in subjects.into_iter().map(Some).chain([None]) {
        let html = pages::page(&edition, explorer.with_subject(subject));
        let claims = html.split("data-claim-id=\"").skip(1);
        shown.extend(claims.filter_map(|it| it.split('"').next()).map(str::to_owned));
    }
    let all: BTreeSet<String> =
        edition.statements.iter().flat_map(|it| &it.claims).map(|it| it.id.to_string()).collect();
    assert_eq!(shown, all);
    assert_eq!(all.len(), edition.dataset.about.claim_count);
}

/// The numbers that a figure's own words hold.
fn numbers(figure: &Figure) -> Vec<u64> {
    match figure.amount {
        Amount::Exactly(n) => vec![n],
        Amount::Range(low, high) => vec![low, high],
        Amount::NotGiven => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_said_no_figure_is_summed_invented_or_lost(
        statements in generated::any_statements(),
    ) {
        let edition = generated::edition(&statements, 0);
        check(&edition, &generated::subject(), "en");
        let state = ViewState::explorer("en").with_subject(Some(generated::subject()));
        let html = pages::page(&edition, state);
        let given: BTreeSet<u64> = statements
            .iter()
            .flat_map(|it| &it.claims)
            .flat_map(|it| &it.figures)
            .flat_map(numbers)
            .collect();
        for class in ["loss-amount", "plot-amount", "figure-words"] {
            for text in texts(&html, class) {
                let digits = text.replace(',', "");
                let shown = digits.split(|c: char| !c.is_ascii_digit());
                for number in shown.filter_map(|it| it.parse::<u64>().ok()) {
                    // "km²" holds no ASCII digit; every other number must have been said.
                    prop_assert!(given.contains(&number), "{number} in {text}");
                }
            }
        }
    }
}
