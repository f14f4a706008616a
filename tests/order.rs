//! What is put in order: as the standard library would, equals as they stood.

use proptest::prelude::*;
use qawlan::domain::order::ordered;

proptest! {
    #[test]
    fn things_come_in_order_and_equals_stay_as_they_stood(things in prop::collection::vec(0..20_u8, 0..70)) {
        let mut expected: Vec<usize> = (0..things.len()).collect();
        expected.sort_by_key(|at| things[*at]);
        let order = ordered(things.len(), &|a, b| things[a].cmp(&things[b]));
        prop_assert_eq!(order, expected);
    }
}

#[test]
fn ten_thousand_that_stand_in_order_are_compared_a_few_times_each() {
    let compared = std::cell::Cell::new(0);
    let order = ordered(10_000, &|a, b| {
        compared.set(compared.get() + 1);
        a.cmp(&b)
    });
    assert!(order.is_sorted());
    assert!(compared.get() < 10_000 * 8, "{}", compared.get());
}
