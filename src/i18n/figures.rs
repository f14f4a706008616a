//! Figures in words: the number with its hedge, its measure, and whose it is.

use crate::domain::figure::{Amount, Figure, Qualifier};

use super::messages::{Messages, fill_plain};

impl Messages {
    /// The number alone with its hedge: "49", "at least 3", "3–5", "—" for a number not given.
    pub fn amount(&self, figure: &Figure) -> String {
        let number = match figure.amount {
            Amount::Exactly(n) => self.number(n),
            Amount::Range(low, high) => self.range(&self.number(low), &self.number(high)),
            Amount::NotGiven => return "—".to_owned(),
        };
        let key = match figure.qualifier {
            Qualifier::AtLeast => "qualifier.at-least",
            Qualifier::About => "qualifier.about",
            Qualifier::MoreThan => "qualifier.more-than",
            _ => return number,
        };
        fill_plain(self.text(key), &[("n", &number)])
    }

    /// What the number counts, agreeing with it: "killed", "houses"; for a number not given, that
    /// it isn't.
    pub fn measure(&self, figure: &Figure) -> String {
        let family = ["measure.", figure.measure.key()].concat();
        let text = match figure.amount {
            Amount::Exactly(n) | Amount::Range(_, n) => self.counted(&family, n).to_owned(),
            Amount::NotGiven => {
                let measure = self.word("measure", figure.measure.key());
                fill_plain(self.text("measure.not-given"), &[("measure", &measure)])
            }
        };
        match figure.qualifier {
            Qualifier::SoFar => fill_plain(self.text("qualifier.so-far"), &[("measure", &text)]),
            _ => text,
        }
    }

    /// Number and measure in one: "49 killed so far".
    pub fn figure(&self, figure: &Figure) -> String {
        match figure.amount {
            Amount::NotGiven => self.measure(figure),
            _ => [self.amount(figure).as_str(), " ", &self.measure(figure)].concat(),
        }
    }

    /// A number with its thousands grouped, in the digits this project shows in every language.
    pub fn number(&self, n: u64) -> String {
        let digits = n.to_string();
        let separator = self.text("number.group");
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) && digits.len() > 4 {
                text.push_str(separator);
            }
            text.push(digit);
        }
        text
    }
}
