//! Renderings: figures that one appearance gives otherwise than its claim does.

use crate::data::record::{Appearance, Claim, Rendering};
use crate::domain::figure::{Amount, Qualifier};

use super::{Check, QUOTATION_WORDS, field};

/// Checks the renderings of one appearance at `path`.
pub fn check(check: &mut Check, file: &str, path: &str, claim: &Claim, appearance: &Appearance) {
    for (at, rendering) in appearance.renderings.iter().enumerate() {
        let path = field(path, &format!("renderings[{at}]"));
        let before = &appearance.renderings[..at];
        if before.iter().any(|other| other.figure == rendering.figure) {
            check.find(
                file,
                &field(&path, "figure"),
                format!("Figure {} is rendered twice in one passage.", rendering.figure),
                "Keep one of the two, or write down the second passage as an appearance of its own.",
            );
        }
        one(check, file, &path, claim, rendering);
    }
}

fn one(check: &mut Check, file: &str, path: &str, claim: &Claim, rendering: &Rendering) {
    let figure = rendering.figure.checked_sub(1).and_then(|at| claim.figures.get(at));
    let Some(figure) = figure else {
        let (number, count) = (rendering.figure, claim.figures.len());
        check.find(
            file,
            &field(path, "figure"),
            format!("The claim has no figure {number}; it has {count}."),
            "Count the claim's figures from 1.",
        );
        return;
    };
    if (figure.amount == Amount::NotGiven) != (rendering.qualifier == Qualifier::NotGiven) {
        check.find(
            file,
            &field(path, "qualifier"),
            "The figure and its rendering don't agree on whether a number was given.".to_owned(),
            "A rendering keeps the claim's number: choose another qualifier, or record another claim.",
        );
    }
    if (figure.qualifier, &figure.wording) == (rendering.qualifier, &rendering.wording) {
        check.find(
            file,
            path,
            "The rendering says what the claim's figure says.".to_owned(),
            "Take it out: without it the passage is taken to give the figure as the claim does.",
        );
    }
    let words = rendering.wording.as_deref().unwrap_or("").split_whitespace().count();
    if words > QUOTATION_WORDS {
        check.find(
            file,
            &field(path, "wording"),
            format!("The wording has {words} words."),
            "Quote a fragment of at most twelve words.",
        );
    }
}
