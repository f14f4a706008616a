//! Events, statements, claims, and the rules by which two parties' claims are compared.
//!
//! Nothing here knows a browser, a framework, a file format or a real party.

pub mod as_of;
pub mod balance;
pub mod carrying;
pub mod claim;
pub mod comparison;
pub mod dataset;
pub mod date;
pub mod event;
pub mod facet;
pub mod figure;
pub mod filter;
pub mod fold;
pub mod histogram;
pub mod id;
pub mod losses;
pub mod naming;
pub mod order;
pub mod party;
pub mod place;
pub mod row_state;
pub mod search;
pub mod shortlist;
pub mod sort;
pub mod source;
pub mod statement;
pub mod tally;
pub mod topic;
pub mod word;
