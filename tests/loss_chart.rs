//! The charts of losses: every number once, all on one scale, and nothing that no report gives.

use proptest::prelude::*;
use qawlan::domain::comparison::ClaimRef;
use qawlan::domain::figure::{Amount, Qualifier};
use qawlan::domain::losses::{LossEntry, LossTable, Step, tabulate};
use qawlan::domain::party::Side;
use qawlan::loss_chart::{BASE, HEIGHT, Mark, Scale, WIDTH, histories};

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/generated.rs"]
mod generated;

fn entries(table: &LossTable) -> Vec<&LossEntry> {
    let cells = Side::BOTH.map(|by| Side::BOTH.map(|whose| table.cell(by, whose)));
    cells.iter().flatten().flat_map(|cell| &cell.entries).collect()
}

/// Each mark of a table with its entry.
fn drawn<'a>(table: &'a LossTable, scale: &Scale) -> Vec<(&'a LossEntry, Mark)> {
    let mut drawn = Vec::new();
    for (by, whose) in Side::BOTH.into_iter().flat_map(|by| Side::BOTH.map(|whose| (by, whose))) {
        for history in histories(&table.cell(by, whose).entries) {
            let marks = scale.plot(&history).marks.into_iter();
            drawn.extend(marks.map(|mark| (history[mark.entry], mark)));
        }
    }
    drawn
}

fn september() -> LossTable {
    let edition = folder::edition(&folder::shipped(), "en");
    let subject = folder::subject(&edition, "2022-september");
    let claims = ClaimRef::all_of(&edition.statements_about(Some(&subject)));
    tabulate(&edition.dataset.pair, &claims).swap_remove(0)
}

fn number(entry: &LossEntry) -> Option<u64> {
    match entry.figure.amount {
        Amount::Exactly(n) | Amount::Range(_, n) => Some(n),
        Amount::NotGiven => None,
    }
}

#[test]
fn september_shows_49_then_105_with_the_captions_100_beside_them_on_the_scale_of_the_bodies() {
    let table = september();
    let scale = Scale::of(&table).expect("several numbers");
    assert_eq!(scale.most, 105);
    assert_eq!((scale.from.iso(), scale.to.iso()), ("2022-09-13".into(), "2022-09-15".into()));
    let drawn = drawn(&table, &scale);
    let told: Vec<(u64, Step)> =
        drawn.iter().map(|(entry, mark)| (number(entry).expect("a number"), mark.step)).collect();
    assert_eq!(
        told,
        [
            (49, Step::First),
            (105, Step::Revision),
            (100, Step::Variant),
            (100, Step::First),
            (50, Step::First)
        ]
    );
    let by_number = |n: u64| drawn.iter().find(|(entry, _)| number(entry) == Some(n));
    let (low, high) = (by_number(49).expect("49").1, by_number(105).expect("105").1);
    assert!(low.y_low > high.y_low && low.x < high.x, "higher and later");
    assert_eq!(low.y_high, None, "so far: there may be more");
    assert!(
        low.x_earliest.is_some() && high.x_earliest.is_none(),
        "105 has no lower bound in time"
    );
}

#[test]
fn one_number_alone_is_not_drawn() {
    let edition = folder::edition(&folder::shipped(), "en");
    let mut alone = 0;
    for subject in folder::subjects(&edition) {
        let claims = ClaimRef::all_of(&edition.statements_about(Some(&subject)));
        for table in tabulate(&edition.dataset.pair, &claims) {
            let numbers = entries(&table).into_iter().filter_map(number).count();
            assert_eq!(Scale::of(&table).is_some(), numbers > 1, "{subject:?}");
            alone += usize::from(numbers == 1);
        }
    }
    assert!(alone > 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_number_is_drawn_once_and_on_the_sheet(statements in generated::any_statements()) {
        let edition = generated::edition(&statements, 0);
        let own = edition.statements_about(Some(&generated::subject()));
        for table in tabulate(&edition.dataset.pair, &ClaimRef::all_of(&own)) {
            let Some(scale) = Scale::of(&table) else { continue };
            let drawn = drawn(&table, &scale);
            let with_number = entries(&table).into_iter().filter(|it| number(it).is_some()).count();
            prop_assert_eq!(drawn.len(), with_number);
            for (entry, mark) in &drawn {
                prop_assert!((0..=WIDTH).contains(&mark.x));
                prop_assert!(mark.x_earliest.is_none_or(|from| from <= mark.x));
                prop_assert!((0..=BASE).contains(&mark.y_low) && BASE < HEIGHT);
                prop_assert!(mark.y_high.is_none_or(|high| high <= mark.y_low));
                let is_open = matches!(
                    entry.figure.qualifier,
                    Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::SoFar
                );
                prop_assert_eq!(mark.y_high.is_none(), is_open);
            }
            // One scale: the greater number of any two is never drawn lower.
            for (a, at) in &drawn {
                for (b, other) in &drawn {
                    let exact = |it: &LossEntry| it.figure.qualifier == Qualifier::AsStated;
                    if exact(a) && exact(b) && number(a) > number(b) {
                        prop_assert!(at.y_low <= other.y_low);
                    }
                }
            }
        }
    }

    #[test]
    fn a_history_is_of_one_thing(statements in generated::any_statements()) {
        let edition = generated::edition(&statements, 0);
        let own = edition.statements_about(Some(&generated::subject()));
        for table in tabulate(&edition.dataset.pair, &ClaimRef::all_of(&own)) {
            for (by, whose) in Side::BOTH.into_iter().flat_map(|by| Side::BOTH.map(|of| (by, of))) {
                let cell = table.cell(by, whose);
                let histories = histories(&cell.entries);
                prop_assert_eq!(histories.iter().map(Vec::len).sum::<usize>(), cell.entries.len());
                for history in histories {
                    for pair in history.windows(2) {
                        prop_assert!(pair[0].figure.counts_the_same_as(&pair[1].figure));
                    }
                }
            }
        }
    }
}
