//! Plural categories, as CLDR defines them for whole numbers.

/// A form a counted message can take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Category {
    /// The part of a message's key after `#`.
    pub fn key(self) -> &'static str {
        match self {
            Category::Zero => "zero",
            Category::One => "one",
            Category::Two => "two",
            Category::Few => "few",
            Category::Many => "many",
            Category::Other => "other",
        }
    }
}

/// The category of `n` in that language (CLDR 45, plural rules, cardinals). Armenian counts zero
/// as one; a language not listed counts as English does.
pub fn category(language: &str, n: u64) -> Category {
    match language {
        "ar" => match (n, n % 100) {
            (0, _) => Category::Zero,
            (1, _) => Category::One,
            (2, _) => Category::Two,
            (_, 3..=10) => Category::Few,
            (_, 11..=99) => Category::Many,
            _ => Category::Other,
        },
        "hy" if n == 0 => Category::One,
        _ if n == 1 => Category::One,
        _ => Category::Other,
    }
}

/// The categories whole numbers can fall into: what a language's file must provide.
pub fn categories(language: &str) -> &'static [Category] {
    match language {
        "ar" => &[
            Category::Zero,
            Category::One,
            Category::Two,
            Category::Few,
            Category::Many,
            Category::Other,
        ],
        _ => &[Category::One, Category::Other],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_has_six_forms() {
        use Category::*;
        for (n, expected) in [
            (0, Zero),
            (1, One),
            (2, Two),
            (3, Few),
            (10, Few),
            (11, Many),
            (49, Many),
            (99, Many),
            (100, Other),
            (101, Other),
            (102, Other),
            (103, Few),
            (105, Few),
            (111, Many),
            (200, Other),
            (1000, Other),
            (4000, Other),
        ] {
            assert_eq!(category("ar", n), expected, "{n}");
        }
    }

    #[test]
    fn armenian_counts_zero_as_one_and_the_others_do_not() {
        assert_eq!(category("hy", 0), Category::One);
        assert_eq!(category("en", 0), Category::Other);
        assert_eq!(category("az", 0), Category::Other);
        assert_eq!(category("az", 1), Category::One);
    }
}
