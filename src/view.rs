//! What a reader sees: one file for each thing a reader can name.
//!
//! A component shows and doesn't decide: it reads the [`Session`](crate::session::Session) and
//! calls domain functions. All of it renders natively too.

mod as_of;
mod attribution;
mod balance;
mod brush;
mod chosen;
mod claim;
mod comparison;
mod drawing;
mod event_list;
mod explorer;
mod facets;
mod footer;
mod frame;
mod further;
#[cfg(not(target_arch = "wasm32"))]
pub mod glossary;
#[cfg(not(target_arch = "wasm32"))]
pub mod keys;
mod loss_plot;
mod losses;
mod map_pane;
mod masthead;
#[cfg(not(target_arch = "wasm32"))]
pub mod method;
mod names;
mod notices;
mod page;
#[cfg(not(target_arch = "wasm32"))]
pub mod reading_aids;
#[cfg(not(target_arch = "wasm32"))]
pub mod reports;
mod seal;
mod search_box;
mod search_hit;
#[cfg(not(target_arch = "wasm32"))]
pub mod share;
mod sources;
#[cfg(not(target_arch = "wasm32"))]
pub mod standing;
mod state_sign;
#[cfg(not(target_arch = "wasm32"))]
pub mod static_map;
mod subject;
mod subject_link;
mod tag;
mod take_along;
mod timeline;

#[cfg(not(target_arch = "wasm32"))]
pub use attribution::{appearance_words, origin_words};
pub use attribution::{claimants, outlet_name, passage, speaker_name, teller_name};
pub use comparison::topic_heading;
pub use event_list::PAGE_LENGTH;
#[cfg(not(target_arch = "wasm32"))]
pub use explorer::language_note;
pub use page::{Page, title};
pub use seal::party_name;
pub use state_sign::{reason, strokes};
