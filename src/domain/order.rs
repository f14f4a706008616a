//! Putting things in order.

use std::cmp::Ordering;

/// The numbers below `length` in the order that `compare` gives them; those it finds equal stay as
/// they stood. Of our own, since the standard library's is made for lists far longer than any here
/// and would cost every reader almost 2 KB more.
pub fn ordered(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut merged = Vec::with_capacity(length);
    let mut width = 1;
    // Runs of `width` are in order; each two become one of twice the width.
    while width < length {
        for runs in order.chunks(2 * width) {
            let (mut first, mut second) = runs.split_at(width.min(runs.len()));
            while let ([one, ..], [other, ..]) = (first, second) {
                let run = if compare(*other, *one).is_lt() { &mut second } else { &mut first };
                merged.push(run[0]);
                *run = &run[1..];
            }
            merged.extend_from_slice(first);
            merged.extend_from_slice(second);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        width *= 2;
    }
    order
}
