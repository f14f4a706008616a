//! A party's seal: circle and single bar for the first, square and double bar for the second,
//! with the letters of its code. Colour never stands alone.

use leptos::prelude::*;

use crate::domain::id::PartyId;
use crate::domain::party::Side;
use crate::session::Session;

use super::tag::tag;

/// The word for a side in class names.
pub fn side_class(side: Side) -> &'static str {
    match side {
        Side::First => "first",
        Side::Second => "second",
    }
}

/// The seal of a party of the pair; its name stands beside it, so it is hidden from readers of
/// the accessibility tree.
pub fn seal(session: &Session, side: Side, party: &PartyId) -> AnyView {
    let letters = session.dataset.party(party).map(|party| party.seal.clone()).unwrap_or_default();
    let class = ["seal seal-", side_class(side)].concat();
    tag("span").class(class).with("aria-hidden", "true").text(letters).view()
}

/// A party's name in the page's language.
pub fn party_name(session: &Session, party: &PartyId) -> String {
    session.dataset.party(party).map_or_else(|| party.to_string(), |party| party.name.clone())
}
