//! Outlets and the single documents they published.

use super::date::Date;
use super::id::{OutletId, SourceId};

/// The organisation that published, an agency included.
#[derive(Clone, PartialEq, Debug)]
pub struct Outlet {
    pub id: OutletId,
    /// In the page's language; for an outlet that its report doesn't name, words that say so.
    pub name: String,
    pub is_named: bool,
}

/// One document.
#[derive(Clone, PartialEq, Debug)]
pub struct Source {
    pub id: SourceId,
    pub outlet: OutletId,
    pub with_agencies: bool,
    pub published: Date,
    /// Whether the date of publication is inferred from the text; `published_note` says how.
    pub is_date_inferred: bool,
    pub published_note: Option<String>,
    pub dateline: Option<String>,
    /// Its text is empty where the report has none.
    pub headline: Quotation,
    pub republished_by: Option<String>,
    pub point_of_view: Option<String>,
    /// http(s) only; `None` where no address is known.
    pub address: Option<String>,
    pub note: Option<String>,
}

/// Words that stand in a report, in their own language.
#[derive(Clone, PartialEq, Debug)]
pub struct Quotation {
    /// BCP 47.
    pub language: String,
    pub text: String,
}
