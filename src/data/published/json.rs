//! Reads JSON, for what the build has published: small, and sparing with memory, because every
//! reader loads this code and the texts of a hundred thousand events go through it.

use std::borrow::Cow;

/// A JSON value. Texts that hold no escapes stay where they stand in the file.
#[derive(Clone, PartialEq, Debug)]
pub enum Value<'a> {
    Null,
    Flag(bool),
    /// As it is written; what it is read as depends on what is expected.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    Object(Vec<Field<'a>>),
}

/// A field of an object: its name and its value.
pub type Field<'a> = (Cow<'a, str>, Value<'a>);

/// Lists and objects inside one another at most; published files have seven.
const MOST_DEPTH: usize = 64;

impl<'a> Value<'a> {
    /// Reads a whole file. `None` if it isn't JSON.
    pub fn parse(json: &'a str) -> Option<Self> {
        let mut reader = Reader { json, at: 0 };
        let value = reader.value(0)?;
        reader.skip_space();
        (reader.at == json.len()).then_some(value)
    }

    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_list(&self) -> Option<&[Value<'a>]> {
        match self {
            Value::List(values) => Some(values),
            _ => None,
        }
    }

    /// A whole number that isn't negative.
    pub fn as_whole(&self) -> Option<u64> {
        match self {
            Value::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    /// Any number, as near as its first 18 digits come to it: exact for all that coordinates have.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Value::Number(digits) => decimal(digits),
            _ => None,
        }
    }
}

/// Reads a JSON number. The standard library's way is exact to the last bit, and weighs ten times
/// as much.
fn decimal(written: &str) -> Option<f64> {
    const MOST_MANTISSA: u64 = 10u64.pow(17);
    let (mut mantissa, mut exponent, mut is_fraction) = (0u64, 0i32, false);
    for (at, byte) in written.bytes().enumerate() {
        match byte {
            b'0'..=b'9' if mantissa < MOST_MANTISSA => {
                mantissa = mantissa * 10 + u64::from(byte - b'0');
                exponent -= i32::from(is_fraction);
            }
            b'0'..=b'9' => exponent += i32::from(!is_fraction),
            b'.' => is_fraction = true,
            b'e' | b'E' => {
                let written: i32 = written.get(at + 1..)?.parse().ok()?;
                exponent = exponent.saturating_add(written);
                break;
            }
            _ => {}
        }
    }
    let power = (0..exponent.unsigned_abs().min(400)).fold(1.0, |power: f64, _| power * 10.0);
    let size = if exponent < 0 { mantissa as f64 / power } else { mantissa as f64 * power };
    let number = if written.starts_with('-') { -size } else { size };
    number.is_finite().then_some(number)
}

struct Reader<'a> {
    json: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.json.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn takes(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        if depth > MOST_DEPTH {
            return None;
        }
        self.skip_space();
        match self.peek()? {
            b'{' => self.object(depth),
            b'[' => self.list(depth),
            b'"' => self.text().map(Value::Text),
            b'n' => self.word("null", Value::Null),
            b't' => self.word("true", Value::Flag(true)),
            b'f' => self.word("false", Value::Flag(false)),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Option<Value<'a>> {
        let is_there = self.json.as_bytes().get(self.at..)?.starts_with(word.as_bytes());
        self.at += word.len();
        is_there.then_some(value)
    }

    fn object(&mut self, depth: usize) -> Option<Value<'a>> {
        let mut fields = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.takes(b'}') {
            return Some(Value::Object(fields));
        }
        loop {
            self.skip_space();
            let name = self.text()?;
            self.skip_space();
            if !self.takes(b':') {
                return None;
            }
            fields.push((name, self.value(depth + 1)?));
            if self.ends(b'}')? {
                return Some(Value::Object(fields));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<Value<'a>> {
        let mut values = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.takes(b']') {
            return Some(Value::List(values));
        }
        loop {
            values.push(self.value(depth + 1)?);
            if self.ends(b']')? {
                return Some(Value::List(values));
            }
        }
    }

    /// Whether a list or object ends here or, after a comma, goes on.
    fn ends(&mut self, end: u8) -> Option<bool> {
        self.skip_space();
        match self.next()? {
            b',' => Some(false),
            byte => (byte == end).then_some(true),
        }
    }

    fn text(&mut self) -> Option<Cow<'a, str>> {
        if !self.takes(b'"') {
            return None;
        }
        let mut before = String::new();
        let mut from = self.at;
        loop {
            match self.next()? {
                b'"' => {
                    let rest = self.json.get(from..self.at - 1)?;
                    return Some(if before.is_empty() {
                        Cow::Borrowed(rest)
                    } else {
                        before.push_str(rest);
                        Cow::Owned(before)
                    });
                }
                b'\\' => {
                    before.push_str(self.json.get(from..self.at - 1)?);
                    before.push(self.escaped()?);
                    from = self.at;
                }
                0..=0x1f => return None,
                _ => {}
            }
        }
    }

    /// The character that stands behind a backslash.
    fn escaped(&mut self) -> Option<char> {
        let byte = self.next()?;
        Some(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                // Characters beyond the first plane are written as two units.
                let is_first_half = (0xd800..0xdc00).contains(&unit);
                let code = if is_first_half && self.takes(b'\\') && self.takes(b'u') {
                    let second = self.unit()?.checked_sub(0xdc00).filter(|half| *half < 0x400)?;
                    0x10000 + ((unit - 0xd800) << 10) + second
                } else {
                    unit
                };
                char::from_u32(code)?
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.next()?).to_digit(16)?;
        }
        Some(unit)
    }

    fn number(&mut self) -> Option<Value<'a>> {
        let from = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        self.json.get(from..self.at).map(Value::Number)
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Value;

    /// The same value as serde_json reads it.
    fn known(value: &Value) -> serde_json::Value {
        match value {
            Value::Null => serde_json::Value::Null,
            Value::Flag(flag) => (*flag).into(),
            Value::Number(written) => serde_json::from_str(written).expect("a number"),
            Value::Text(text) => text.as_ref().into(),
            Value::List(values) => values.iter().map(known).collect(),
            Value::Object(fields) => {
                let fields = fields.iter().map(|(name, value)| (name.to_string(), known(value)));
                serde_json::Value::Object(fields.collect())
            }
        }
    }

    fn assert_read_alike(json: &str) {
        let expected = serde_json::from_str::<serde_json::Value>(json).ok();
        assert_eq!(Value::parse(json).as_ref().map(known), expected, "{json}");
    }

    #[test]
    fn what_is_json_is_read_and_what_is_none_refused() {
        for json in [
            "null",
            "true",
            "false",
            " [ ] ",
            "{ }",
            "[1, -2, 3.5e-3]",
            r#"{"a":{"b":[[]]}}"#,
            r#""a\"b\\c\/d\b\f\n\r\te""#,
            r#""\u0041\u0627\ud83d\ude00""#,
            "\"قال\"",
            "0",
            "-0",
            "10",
            "",
            " ",
            "nul",
            "truer",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{\"a\"}",
            "{\"a\":1,}",
            "{a:1}",
            "\"",
            "\"\\",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud83d\"",
            "\"\\ud83dx\"",
            "\"\\ud83d\\u0041\"",
            "\"\\ude00\"",
            "\"\n\"",
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "+1",
            "[1]]",
            "[",
            "{",
            "{\"a\":",
            "\u{feff}1",
        ] {
            assert_read_alike(json);
        }
    }

    #[test]
    fn a_file_nested_without_end_is_refused() {
        assert_eq!(Value::parse(&"[".repeat(100_000)), None);
    }

    #[test]
    fn numbers_are_read_as_what_is_expected() {
        for (written, whole, number) in [
            ("7", Some(7), Some(7.0)),
            ("-7", None, Some(-7.0)),
            ("18446744073709551615", Some(u64::MAX), Some(u64::MAX as f64)),
            ("18446744073709551616", None, Some(u64::MAX as f64)),
            ("46.7519", None, Some(46.7519)),
            ("-0.000001", None, Some(-0.000_001)),
            ("2.5e3", None, Some(2500.0)),
            ("1E-2", None, Some(0.01)),
            ("1e999", None, None),
            ("1e-999", None, Some(0.0)),
            ("1e99999999999", None, None),
        ] {
            let value = Value::Number(written);
            assert_eq!((value.as_whole(), value.as_number()), (whole, number), "{written}");
        }
    }

    proptest! {
        #[test]
        fn damaged_json_is_read_or_refused_as_serde_json_does(
            at in any::<proptest::sample::Index>(), with in "[\\[\\]{}:,\"\\\\0-9.eEu\\-+ a-f\n]{0,3}",
        ) {
            let json = r#"{"a": [1, -2.5e3, "x\u00e9\"y"], "b": {"c": null, "d": true}, "e": ""}"#;
            let (before, after) = json.split_at(at.index(json.len()));
            assert_read_alike(&[before, &with, after.get(1..).unwrap_or("")].concat());
        }

        #[test]
        fn coordinates_are_exact(degrees in -18_000_000i32..18_000_000) {
            let exact = f64::from(degrees) / 100_000.0;
            let written = serde_json::to_string(&exact).expect("a number is JSON");
            prop_assert_eq!(Value::Number(&written).as_number(), Some(exact));
        }
    }
}
