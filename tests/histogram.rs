//! The timeline's steps and the list's orders.

use proptest::prelude::*;
use qawlan::data::resolve::Edition;
use qawlan::domain::date::Date;
use qawlan::domain::histogram::{Span, Unit};
use qawlan::domain::row_state::RowState;
use qawlan::domain::sort::{Sort, gap, sorted};

#[path = "fixtures/folder.rs"]
mod folder;

fn edition() -> Edition {
    folder::edition(&folder::north_south(), "en")
}

/// North and South with the first event's day and the last one's moved.
fn spanning(first: Date, last: Date) -> Edition {
    let mut edition = edition();
    let mut dataset = (*edition.dataset).clone();
    let count = dataset.events.len();
    for (at, event) in dataset.events.iter_mut().enumerate() {
        event.when.to = None;
        event.when.from.date = if at + 1 == count { first } else { last };
    }
    edition.dataset = dataset.into();
    edition
}

fn date(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

#[test]
fn the_span_decides_whether_a_bar_is_a_day_a_month_or_a_year() {
    for (first, last, unit, length) in [
        ("2031-04-02", "2031-04-02", Unit::Day, 1),
        ("2031-04-02", "2031-06-02", Unit::Day, 62),
        ("2031-04-02", "2031-06-03", Unit::Month, 3),
        ("2031-04-30", "2037-03-01", Unit::Month, 72),
        ("2031-04-30", "2037-04-01", Unit::Year, 7),
    ] {
        let span = Span::of(&spanning(date(first), date(last)).dataset).expect("events");
        assert_eq!((span.unit, span.length), (unit, length), "{first} to {last}");
    }
}

#[test]
fn a_month_without_events_is_a_gap_on_the_axis() {
    let edition = spanning(date("2031-01-15"), date("2031-12-15"));
    let span = Span::of(&edition.dataset).expect("events");
    let all: Vec<usize> = (0..edition.dataset.events.len()).collect();
    let bars = span.bars(&edition.dataset, &all);
    let filled: Vec<usize> = (0..bars.len()).filter(|at| bars[*at].events > 0).collect();
    assert_eq!((bars.len(), filled), (12, vec![0, 11]));
}

#[test]
fn the_bars_hold_every_event_statement_and_claim_once() {
    let edition = edition();
    let events = &edition.dataset.events;
    let all: Vec<usize> = (0..events.len()).collect();
    let bars = Span::of(&edition.dataset).expect("events").bars(&edition.dataset, &all);
    assert_eq!(bars.iter().map(|bar| bar.events).sum::<usize>(), events.len());
    for at in 0..3 {
        let claims: usize = events.iter().map(|event| event.found.balance.claims[at]).sum();
        assert_eq!(bars.iter().map(|bar| bar.claims[at]).sum::<usize>(), claims);
        assert!(claims > 0);
    }
    let statements: usize = events.iter().map(|event| event.found.statements).sum();
    assert_eq!(bars.iter().map(|bar| bar.statements).sum::<usize>(), statements);
}

#[test]
fn the_list_is_ordered_by_what_was_asked_and_then_by_time() {
    let dataset = edition().dataset;
    let all: Vec<usize> = (0..dataset.events.len()).collect();
    let by = |sort| sorted(&dataset, &all, sort, &|_| 0);
    assert_eq!(by(Sort::Time), all);
    assert_eq!(by(Sort::Best), all, "nothing is searched for");
    let claims = |at: usize| {
        let [first, second, _] = dataset.events[at].found.balance.claims;
        first + second
    };
    for (sort, weigh) in [
        (Sort::Gap, &(|at: usize| gap(&dataset.events[at])) as &dyn Fn(usize) -> usize),
        (Sort::Claims, &claims),
    ] {
        let order = by(sort);
        assert_ne!(order, all, "{sort:?} changes something here");
        for pair in order.windows(2) {
            let (a, b) = (weigh(pair[0]), weigh(pair[1]));
            assert!(a > b || (a == b && pair[0] < pair[1]), "{sort:?}: {pair:?}");
        }
    }
    let last = all.len() - 1;
    assert_eq!(sorted(&dataset, &all, Sort::Best, &|at| u32::from(at == last))[0], last);
}

#[test]
fn sides_are_apart_where_their_accounts_do_not_meet() {
    let mut event = edition().dataset.events[0].clone();
    event.found.states = RowState::ALL.iter().map(|state| (*state, 2)).collect();
    // Differ, contradict, denied, and each blames the other.
    assert_eq!(gap(&event), 8);
}

proptest! {
    #[test]
    fn every_day_of_the_span_lies_in_the_step_that_says_so(
        first in 0i32..20_000, length in 0i32..9_000, day in 0i32..9_000,
    ) {
        let [first, last] = [first, first + length].map(Date::from_day_number);
        let span = Span::of(&spanning(first, last).dataset).expect("events");
        let day = Date::from_day_number(first.day_number() + day % (length + 1));
        let step = span.step(day);
        prop_assert!(span.first_day(step) <= day && day <= span.last_day(step));
        prop_assert!(step < span.length);
    }
}
