//! Records as editors write them, what is wrong with them, and the form a page loads.

pub mod published;

#[cfg(not(target_arch = "wasm32"))]
pub mod facets;
#[cfg(not(target_arch = "wasm32"))]
pub mod finding;
#[cfg(not(target_arch = "wasm32"))]
pub mod record;
#[cfg(not(target_arch = "wasm32"))]
pub mod records_folder;
#[cfg(not(target_arch = "wasm32"))]
pub mod resolve;
#[cfg(not(target_arch = "wasm32"))]
pub mod search_entries;
#[cfg(not(target_arch = "wasm32"))]
pub mod statements;
#[cfg(not(target_arch = "wasm32"))]
pub mod validation;
