//! Qawlan: what each of two parties said about every event of a conflict, side by side.
//!
//! The map of the house, from the inside out. Each room names only the rooms above it, and
//! `tests/tidy.rs` holds the line:
//!
//! - [`domain`]: events, statements, claims and how they are compared. Plain Rust.
//! - [`data`]: the records an editor writes, their validation, and the published form a page loads.
//! - [`i18n`]: the words of the interface, plurals, dates and numerals of each language.
//! - [`view_state`]: everything a link can say, to and from an address.
//! - [`map_scene`]: what the map should show, as plain data.
//! - [`loss_chart`]: what the charts of losses should show, as plain data.
//! - [`session`]: what one reader's visit holds, as signals.
//! - [`view`]: what a reader sees. Renders natively and in the browser alike.
//! - `browser`: the only code that talks to the browser (wasm32 only).
//! - `publish`: pages and files made at build time (native only).

pub mod data;
pub mod domain;
pub mod i18n;
pub mod loss_chart;
pub mod map_scene;
pub mod session;
pub mod view;
pub mod view_state;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
