//! Which of many values are listed where not all can be.

/// For each of these numbers of events, whether its value is among the `most` most frequent. Of
/// values with as many events as the last of those, the first ones are; one without events never
/// is.
pub fn shortlist(events: &[usize], most: usize) -> Vec<bool> {
    let with_at_least = |n: usize| events.iter().filter(|events| **events >= n).count();
    // The number of events of the last one that is listed. It is found by halving, not by sorting:
    // a reader would load the code that sorts.
    let (mut least, mut greatest) = (1, events.iter().copied().max().unwrap_or(0).max(1));
    while least < greatest {
        let middle = least + (greatest - least).div_ceil(2);
        if with_at_least(middle) >= most { least = middle } else { greatest = middle - 1 }
    }
    let mut places_left = most.saturating_sub(with_at_least(least + 1));
    let is_listed = |n: &usize| {
        let is_last = *n == least && places_left > 0;
        places_left -= usize::from(is_last);
        *n > least || is_last
    };
    events.iter().map(is_listed).collect()
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
