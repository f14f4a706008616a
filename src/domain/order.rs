//! Putting things in order.

use std::cmp::Ordering;

/// The numbers below `length` in the order that `compare` gives them; those it finds equal stay as
/// they stood. One compiled sort for all that is put in order: each further kind of element would
/// cost every reader another.
pub fn ordered(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}
