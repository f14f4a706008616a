//! Figures: numbers as reported. Numbers this program counted are never a `Figure`.

use super::id::PartyId;
use super::word::words;

/// A number as a report carries it.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    pub measure: Measure,
    pub amount: Amount,
    pub qualifier: Qualifier,
    pub people: People,
    /// Whose losses, or whose territory, it counts. Empty where the report leaves it open.
    pub whose: Vec<PartyId>,
    /// Why `whose` was inferred; `None` where the report states it.
    pub inferred_because: Option<String>,
    /// The report's own short wording beside the number.
    pub wording: Option<String>,
}

/// What a figure counts. Figures of two measures are never compared nor put in one history.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Measure {
    Killed,
    Wounded,
    /// Losses that the report doesn't specify: not the same as killed.
    Losses,
    /// Killed, wounded and missing together.
    CasualtiesAll,
    Captured,
    BodiesHeld,
    Houses,
    GovernmentBuildings,
    AreaKm2,
    Percent,
}

words!(Measure {
    Killed = "killed",
    Wounded = "wounded",
    Losses = "losses",
    CasualtiesAll = "casualties-all",
    Captured = "captured",
    BodiesHeld = "bodies-held",
    Houses = "houses",
    GovernmentBuildings = "government-buildings",
    AreaKm2 = "area-km2",
    Percent = "percent",
});

/// The number itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Amount {
    Exactly(u64),
    /// Both ends included; a range stays a range.
    Range(u64, u64),
    /// A loss acknowledged without a number. Never zero.
    NotGiven,
}

/// How the report hedges the number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Qualifier {
    AsStated,
    AtLeast,
    About,
    MoreThan,
    Between,
    SoFar,
    NotGiven,
}

/// Who was lost. Military and civilian losses stand apart everywhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum People {
    Military,
    Civilian,
    Unspecified,
    /// Not people: houses, buildings, land.
    None,
}

words!(Qualifier {
    AsStated = "as-stated",
    AtLeast = "at-least",
    About = "about",
    MoreThan = "more-than",
    Between = "between",
    SoFar = "so-far",
    NotGiven = "not-given",
});

words!(People {
    Military = "military",
    Civilian = "civilian",
    Unspecified = "unspecified",
    None = "none",
});

impl Figure {
    /// The numbers the figure admits, both ends included; `None` for a number not given.
    ///
    /// "At least", "more than" and "so far" have no upper end. "About" is read as the number
    /// itself give or take a twentieth, the coarsest rounding common in news copy.
    pub fn admits(&self) -> Option<(u64, u64)> {
        let (low, high) = match self.amount {
            Amount::Exactly(n) => (n, n),
            Amount::Range(low, high) => (low, high),
            Amount::NotGiven => return None,
        };
        Some(match self.qualifier {
            Qualifier::AtLeast | Qualifier::SoFar => (low, u64::MAX),
            Qualifier::MoreThan => (low + 1, u64::MAX),
            Qualifier::About => (low - low / 20, high + high / 20),
            Qualifier::AsStated | Qualifier::Between | Qualifier::NotGiven => (low, high),
        })
    }

    /// Whether two figures count the same thing, so that they may be compared or one revise the
    /// other: same measure, same people, the same party's losses.
    pub fn counts_the_same_as(&self, other: &Figure) -> bool {
        self.measure == other.measure && self.people == other.people && self.whose == other.whose
    }
}

/// What comparing two figures of the same thing found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FigureComparison {
    /// The same number with the same hedge.
    Same,
    /// Both may be true; neither confirms the other.
    Compatible,
    /// They don't meet, and this is the smallest gap between them.
    Apart(u64),
    /// One of them gives no number.
    Incomparable,
}

/// Compares two figures of the same thing. Compatible is not agreement.
pub fn compare_figures(a: &Figure, b: &Figure) -> FigureComparison {
    let (Some((a_low, a_high)), Some((b_low, b_high))) = (a.admits(), b.admits()) else {
        return FigureComparison::Incomparable;
    };
    if a.amount == b.amount && a.qualifier == b.qualifier {
        FigureComparison::Same
    } else if a_low > b_high {
        FigureComparison::Apart(a_low - b_high)
    } else if b_low > a_high {
        FigureComparison::Apart(b_low - a_high)
    } else {
        FigureComparison::Compatible
    }
}
