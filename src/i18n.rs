//! The words of the interface in each language, plurals, dates and numerals.
//!
//! A language is one file of messages beside this one. A message is a sentence with `{holes}`;
//! one that counts has a variant a plural category, written `key#few`.

pub mod dates;
pub mod figures;
pub mod messages;
pub mod plurals;

/// Every interface language, its code and its messages, for builds and tests. The browser loads
/// only the page's own.
#[cfg(not(target_arch = "wasm32"))]
pub const LOCALES: [(&str, &str); 4] = [
    ("ar", include_str!("i18n/ar.json")),
    ("en", include_str!("i18n/en.json")),
    ("hy", include_str!("i18n/hy.json")),
    ("az", include_str!("i18n/az.json")),
];
