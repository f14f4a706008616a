//! Closed lists whose entries are written as words in records, addresses and message keys.

/// Gives an enum its words: `ALL`, `key` and `from_key`.
macro_rules! words {
    ($name:ident { $($entry:ident = $word:literal),* $(,)? }) => {
        impl $name {
            /// Every entry, in its order.
            pub const ALL: &'static [$name] = &[$($name::$entry),*];

            /// The word for it in records, addresses, data attributes and message keys.
            pub fn key(self) -> &'static str {
                match self { $($name::$entry => $word),* }
            }

            /// The entry of that word, if it is one.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|entry| entry.key() == key)
            }
        }
    };
}

pub(crate) use words;
