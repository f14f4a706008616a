//! As of a moment: nothing that may have been said later is shown, except where the page says that
//! it may have been said by then.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use qawlan::data::resolve::Edition;
use qawlan::domain::as_of::{known_by, moments, states_then};
use qawlan::domain::claim::Claim;
use qawlan::domain::date::{Date, Moment};
use qawlan::domain::event::Subject;
use qawlan::domain::statement::{Statement, Voice};
use qawlan::map_scene::{NamedBy, Outlook, compose};
use qawlan::view_state::ViewState;

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/page.rs"]
mod page;

/// Every statement that a subject's page draws on.
fn statements(edition: &Edition, subject: &Subject) -> Vec<Arc<Statement>> {
    let mut statements = edition.statements_about(Some(subject));
    statements.extend(edition.event_losses(subject));
    statements
}

/// A moment given by minutes since 1970.
fn minute(at: i64) -> Moment {
    let day = at.div_euclid(1440);
    Moment { date: Date::from_day_number(day as i32), minute: Some(at.rem_euclid(1440) as u16) }
}

/// Each moment at which something changes, the minute before it, and the minute after.
fn probes(statements: &[Arc<Statement>]) -> Vec<Moment> {
    let mut probes = Vec::new();
    for moment in moments(statements) {
        let end = moment.end();
        probes.extend([minute(end - 1), moment, minute(end + 1)]);
    }
    probes
}

/// Whether a statement can only have been made by then, and whether it may have been.
fn is_known(statement: &Statement, now: i64) -> bool {
    statement.said.latest.end() <= now
}

fn is_possible(statement: &Statement, now: i64) -> bool {
    let starts = match (&statement.voice, statement.said.earliest) {
        (Voice::Outlet(_), _) => statement.said.latest.date.day_number() as i64 * 1440,
        (_, Some(earliest)) => earliest.start(),
        (_, None) => i64::MIN,
    };
    !is_known(statement, now) && starts <= now
}

fn ids<'a>(claims: impl Iterator<Item = &'a Claim>) -> BTreeSet<String> {
    claims.map(|claim| claim.id.to_string()).collect()
}

fn claims_where(
    statements: &[Arc<Statement>],
    is_wanted: impl Fn(&Statement) -> bool,
) -> BTreeSet<String> {
    ids(statements.iter().filter(|it| is_wanted(it)).flat_map(|it| &it.claims))
}

/// The claims whose words stand in a part of a page.
fn claims_in(html: &str) -> BTreeSet<String> {
    let starts = html.split("data-claim-id=\"").skip(1);
    starts.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// A page's section of what may have been said by then, and the rest of it.
fn parted(html: &str) -> (String, String) {
    let Some((before, from)) = html.split_once("<section class=\"maybe-said\"") else {
        return (String::new(), html.to_owned());
    };
    let (maybe, after) = from.split_once("</section>").expect("the section ends");
    (maybe.to_owned(), [before, after].concat())
}

fn rendered(edition: &Edition, language: &str, subject: &Subject, moment: Moment) -> String {
    let explorer = ViewState::explorer(language);
    let state = explorer.with_subject(Some(subject.clone()));
    page::page(edition, ViewState { as_of: Some(moment), ..state })
}

fn folders() -> [PathBuf; 2] {
    [folder::shipped(), folder::north_south()]
}

#[test]
fn at_no_moment_of_the_dataset_is_anything_shown_that_may_have_been_said_later() {
    let mut stepped = 0;
    for records in folders() {
        let edition = folder::edition(&records, "en");
        for subject in folder::subjects(&edition) {
            let own = edition.statements_about(Some(&subject));
            let all = statements(&edition, &subject);
            for moment in probes(&all) {
                let now = moment.end();
                let (maybe, rest) = parted(&rendered(&edition, "en", &subject, moment));
                let said = claims_where(&own, |it| is_known(it, now));
                assert_eq!(claims_in(&rest), said, "{subject:?} by {}", moment.iso());
                let possible = claims_where(&all, |it| is_possible(it, now));
                assert_eq!(claims_in(&maybe), possible, "{subject:?} by {}", moment.iso());
                let cited = [&maybe, &rest].map(|part| part.split("#source-").skip(1));
                for source in cited.into_iter().flatten().filter_map(|it| it.split('"').next()) {
                    let target = format!("id=\"source-{source}\"");
                    assert!(rest.contains(&target), "{source} by {}", moment.iso());
                }
                // The table of losses names claims by their addresses.
                let linked = rest.split("href=\"#claim-").skip(1);
                for id in linked.filter_map(|it| it.split('"').next()) {
                    assert!(said.contains(id), "{id} by {}", moment.iso());
                }
                stepped += 1;
            }
        }
    }
    assert!(stepped > 200, "{stepped} moments");
}

#[test]
fn a_figure_that_was_given_later_is_in_no_table_and_no_drawing() {
    let edition = folder::edition(&folder::shipped(), "en");
    let subject = folder::subject(&edition, "2022-september");
    let day = |day| Moment { date: Date::parse(day).expect("a day"), minute: None };
    let amounts = |moment| {
        let (_, rest) = parted(&rendered(&edition, "en", &subject, moment));
        let losses = rest.split_once("class=\"losses\"").map_or(String::new(), |(_, it)| {
            it.split_once("</section>").expect("the section ends").0.to_owned()
        });
        let in_table = losses.split("class=\"loss-amount\"").skip(1);
        let text = |it: &str| {
            let text = it.split_once('>').expect("a tag ends").1;
            text.split('<').next().unwrap_or_default().replace(['\u{2068}', '\u{2069}'], "")
        };
        let table: Vec<String> = in_table.map(text).collect();
        let drawn: Vec<String> = losses.split("class=\"plot-amount\"").skip(1).map(text).collect();
        (table, drawn)
    };
    let whole = day("2022-09-15");
    assert_eq!(amounts(day("2022-09-12")), (vec![], vec![]));
    assert_eq!(amounts(day("2022-09-13")).0, ["49", "—"]);
    assert_eq!(amounts(day("2022-09-14")).0, ["49", "100", "50", "—"]);
    assert_eq!(amounts(day("2022-09-14")).1, ["49", "100", "50"]);
    assert_eq!(amounts(whole).0, ["49", "105", "100", "100", "50", "—", "10", "40"]);
    assert_eq!(amounts(whole).1, ["49", "105", "100", "100", "50", "10", "40"]);
}

#[test]
fn between_two_stops_nothing_changes() {
    for records in folders() {
        let edition = folder::edition(&records, "en");
        for subject in folder::subjects(&edition) {
            let all = statements(&edition, &subject);
            let stops = moments(&all);
            assert!(stops.windows(2).all(|pair| pair[0].end() < pair[1].end()));
            for pair in stops.windows(2) {
                let before_next = minute(pair[1].end() - 1);
                assert_eq!(known_by(pair[0], &all), known_by(before_next, &all));
            }
            let (Some(first), Some(last)) = (stops.first(), stops.last()) else { continue };
            assert_eq!(known_by(minute(first.end() - 1), &all).said, []);
            let end = known_by(*last, &all);
            assert_eq!((end.said, end.maybe), (all, vec![]));
        }
    }
}

#[test]
fn the_last_moment_shows_what_the_page_without_a_moment_shows() {
    let edition = folder::edition(&folder::shipped(), "en");
    for subject in folder::subjects(&edition) {
        let last = *moments(&statements(&edition, &subject)).last().expect("somebody spoke");
        let explorer = ViewState::explorer("en");
        let whole = page::page(&edition, explorer.with_subject(Some(subject.clone())));
        let then = rendered(&edition, "en", &subject, last);
        assert_eq!(claims_in(&then), claims_in(&whole));
        let states = |html: &str| html.matches("data-state=").count();
        assert_eq!(states(&then), states(&whole));
    }
}

#[test]
fn an_empty_cell_says_how_many_reports_were_out() {
    let edition = folder::edition(&folder::shipped(), "en");
    let subject = folder::subject(&edition, "2022-september");
    let words = |moment: &str| {
        let moment = Moment::parse(moment).expect("a moment");
        rendered(&edition, "en", &subject, moment).replace(['\u{2068}', '\u{2069}'], "")
    };
    let one = "Nothing found by then in the one report that was out.";
    let two = "Nothing found by then in the 2 reports that were out.";
    for (moment, expected, out) in [
        ("2022-09-13", one, "reports out: 1 of 3"),
        ("2022-09-14T12:00", one, "reports out: 1 of 3"),
        ("2022-09-14", two, "reports out: 2 of 3"),
    ] {
        let html = words(moment);
        assert!(html.contains(expected) && html.contains(out), "{moment}");
        assert!(!html.contains("No statement found in the"), "{moment}");
    }
}

#[test]
fn an_editors_state_waits_for_all_that_it_was_found_over() {
    let mut waited = 0;
    for records in folders() {
        let edition = folder::edition(&records, "en");
        for event in &edition.dataset.events {
            let whole = edition.statements_about(Some(&Subject::Event(event.id.clone())));
            for moment in probes(&whole) {
                let said = known_by(moment, &whole).said;
                let shown = states_then(&event.editor_states, &whole, &said);
                for state in &event.editor_states {
                    let on_topic = |statements: &[Arc<Statement>]| {
                        let claims = statements.iter().flat_map(|it| &it.claims);
                        ids(claims.filter(|claim| claim.topic == state.topic))
                    };
                    let is_complete = on_topic(&said) == on_topic(&whole);
                    assert_eq!(shown.contains(state), is_complete, "{}", event.id);
                    waited += usize::from(!is_complete);
                }
            }
        }
    }
    assert!(waited > 0, "some state had to wait");
}

#[test]
fn the_map_marks_only_what_had_been_said_to_be_somewhere() {
    let edition = folder::edition(&folder::shipped(), "en");
    let (dataset, pair) = (&edition.dataset, &edition.dataset.pair);
    let shown: Vec<usize> = (0..dataset.events.len()).collect();
    let chosen = folder::subject(&edition, "2022-09-13-outbreak");
    let scene =
        |as_of| compose(dataset, &Outlook { pair, shown: &shown, chosen: Some(&chosen), as_of });
    let before = scene(Moment::parse("2022-09-12"));
    assert!(before.marks.iter().all(|mark| !mark.is_chosen), "nobody had spoken of it");
    let whole = scene(None);
    let chosen_then = scene(Moment::parse("2022-09-13"));
    let placed = |scene: &qawlan::map_scene::MapScene| {
        scene.marks.iter().filter(|it| it.named_by != NamedBy::Neither).count()
    };
    assert!(placed(&before) < placed(&chosen_then) && placed(&chosen_then) <= placed(&whole));
}

#[test]
fn a_statement_that_its_report_does_not_date_counts_from_the_reports_own_day() {
    let edition = folder::edition(&folder::shipped(), "en");
    let all = edition.statements.to_vec();
    let undated: Vec<_> = all.iter().filter(|it| !it.said.is_stated).cloned().collect();
    assert!(undated.len() > 20);
    for statement in undated {
        let claims = statement.claims.iter();
        let sources = claims.flat_map(|it| &it.appearances).map(|it| &it.source);
        let first =
            sources.filter_map(|id| edition.dataset.source(id)).map(|it| it.published).min();
        assert!(first <= Some(statement.said.latest.date), "{}", statement.id);
        let list = [Arc::clone(&statement)];
        let bound = statement.said.latest;
        assert_eq!(known_by(bound, &list).said.len(), 1);
        assert_eq!(known_by(minute(bound.end() - 1), &list).said, []);
    }
}
