//! By which of its names a place is called: a reader's choice.

use super::id::{PartyId, is_well_formed};
use super::party::Pair;
use super::place::Place;

/// The choice. Running texts keep the names they were written with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Naming {
    /// The name in the page's language.
    OfThePage,
    /// What that party calls it.
    Usage(PartyId),
    /// What the two compared parties call it, in their order; once where they call it the same.
    Both,
    /// As the reports write it.
    AsReported,
}

impl Naming {
    /// Reads `both`, `reported`, or a party's id.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "both" => Some(Naming::Both),
            "reported" => Some(Naming::AsReported),
            party => is_well_formed(party).then(|| Naming::Usage(PartyId::new(party))),
        }
    }

    /// As a link writes it; empty for the page's own.
    pub fn key(&self) -> &str {
        match self {
            Naming::OfThePage => "",
            Naming::Usage(party) => party.as_str(),
            Naming::Both => "both",
            Naming::AsReported => "reported",
        }
    }

    /// The place's name. A usage for which none is documented has the page's name, marked with
    /// [`UNDOCUMENTED`].
    pub fn name(&self, place: &Place, pair: &Pair) -> String {
        match self {
            Naming::OfThePage => place.name.clone(),
            Naming::Usage(party) => in_usage(place, party),
            Naming::Both => {
                let [first, second] = [&pair.first, &pair.second].map(|it| in_usage(place, it));
                if first == second { first } else { [first.as_str(), " / ", &second].concat() }
            }
            Naming::AsReported => match place.as_reported.is_empty() {
                true => undocumented(place),
                false => place.as_reported.join(" / "),
            },
        }
    }
}

/// Stands behind a name that is the page's own because the one asked for isn't documented.
pub const UNDOCUMENTED: char = '*';

fn undocumented(place: &Place) -> String {
    let mut name = place.name.clone();
    name.push(UNDOCUMENTED);
    name
}

/// In the party's own script; where that isn't Latin, in Latin letters too.
fn in_usage(place: &Place, party: &PartyId) -> String {
    match place.toponyms.iter().find(|name| name.usage == *party) {
        None => undocumented(place),
        Some(name) => match &name.latin {
            Some(latin) => [name.text.as_str(), " (", latin, ")"].concat(),
            None => name.text.clone(),
        },
    }
}
