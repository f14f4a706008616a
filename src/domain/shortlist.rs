//! Which of many values are listed where not all can be.

use super::order::ordered;

/// For each of these numbers of events, whether its value is among the `most` most frequent. Of
/// values with as many events as the last of those, the first ones are; one without events never
/// is.
pub fn shortlist(events: &[usize], most: usize) -> Vec<bool> {
    let most_first = ordered(events.len(), &|a, b| events[b].cmp(&events[a]));
    let mut listed = vec![false; events.len()];
    for at in most_first.into_iter().take(most).filter(|at| events[*at] > 0) {
        listed[at] = true;
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::shortlist;

    #[test]
    fn the_most_frequent_are_listed_and_of_equals_the_first() {
        for (events, most, expected) in [
            (&[][..], 3, &[][..]),
            (&[0, 0], 3, &[false, false]),
            (&[1, 0, 5], 3, &[true, false, true]),
            (&[1, 4, 5], 2, &[false, true, true]),
            (&[2, 2, 7, 2], 2, &[true, false, true, false]),
            (&[2, 2, 7, 2], 3, &[true, true, true, false]),
            (&[3, 3], 0, &[false, false]),
        ] {
            assert_eq!(shortlist(events, most), expected, "{events:?} {most}");
        }
    }
}
