//! Reads JSON into values that borrow from its text.
//!
//! serde_json, which natively writes what this reads, would be a good part of what a reader waits
//! for. Of numbers only whole ones can be had, since nothing published has another.

use std::borrow::Cow;

/// How many lists and objects may stand in one another. What is published has fewer than ten.
const DEEPEST: usize = 64;

/// A JSON value.
#[derive(Clone, PartialEq, Debug)]
pub enum Value<'a> {
    Null,
    Flag(bool),
    Whole(i64),
    /// A number of another kind or too great to be kept. What it is isn't looked into.
    OtherNumber,
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    /// In the order of the text. Of two fields of one name the later counts.
    Object(Vec<Field<'a>>),
}

/// A name in an object, and what it holds.
pub type Field<'a> = (Cow<'a, str>, Value<'a>);

impl<'a> Value<'a> {
    /// Reads a text that is one value; `None` where it isn't.
    pub fn parse(json: &'a str) -> Option<Self> {
        let mut reader = Reader { json, at: 0, depth: 0 };
        reader.value().filter(|_| reader.at == json.len())
    }

    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_whole(&self) -> Option<i64> {
        match self {
            Self::Whole(number) => Some(*number),
            _ => None,
        }
    }

    /// A whole number that isn't negative.
    pub fn as_amount(&self) -> Option<u64> {
        u64::try_from(self.as_whole()?).ok()
    }

    pub fn as_list(&self) -> Option<&[Value<'a>]> {
        match self {
            Self::List(values) => Some(values),
            _ => None,
        }
    }

    pub fn as_object(&self) -> Option<&[Field<'a>]> {
        match self {
            Self::Object(fields) => Some(fields),
            _ => None,
        }
    }
}

/// Goes through a text from its beginning. What it answers is `None` where the text is no JSON.
struct Reader<'a> {
    json: &'a str,
    /// How many bytes have been read.
    at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    /// A value, with the space around it.
    fn value(&mut self) -> Option<Value<'a>> {
        self.skip_space();
        let value = match self.peek()? {
            b'"' => Value::Text(self.text()?),
            b'[' => Value::List(self.entries(b']', Self::value)?),
            b'{' => Value::Object(self.entries(b'}', Self::field)?),
            b'n' => self.token("null", Value::Null)?,
            b't' => self.token("true", Value::Flag(true))?,
            b'f' => self.token("false", Value::Flag(false))?,
            _ => self.number()?,
        };
        self.skip_space();
        Some(value)
    }

    fn field(&mut self) -> Option<Field<'a>> {
        self.skip_space();
        let name = self.text()?;
        self.skip_space();
        self.token(":", ())?;
        Some((name, self.value()?))
    }

    /// What stands between two brackets, with commas between; `entry` reads as far as the comma.
    fn entries<T>(&mut self, end: u8, entry: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut entries = Vec::new();
        self.skip_space();
        if self.peek()? != end {
            entries.push(entry(self)?);
            while self.peek()? == b',' {
                self.at += 1;
                entries.push(entry(self)?);
            }
        }
        if self.peek()? != end {
            return None;
        }
        self.at += 1;
        self.depth -= 1;
        Some(entries)
    }

    fn text(&mut self) -> Option<Cow<'a, str>> {
        self.token("\"", ())?;
        let mut before = String::new();
        loop {
            let plain = self.run(|byte| byte >= b' ' && byte != b'"' && byte != b'\\')?;
            let next = self.peek()?;
            self.at += 1;
            match next {
                b'"' if before.is_empty() => return Some(Cow::Borrowed(plain)),
                b'"' => return Some(Cow::Owned(before + plain)),
                b'\\' => {
                    before.push_str(plain);
                    before.push(self.escaped()?);
                }
                _ => return None,
            }
        }
    }

    /// The character that stands behind a backslash.
    fn escaped(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += 1;
        Some(match next {
            b'"' | b'\\' | b'/' => char::from(next),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                match char::from_u32(u32::from(unit)) {
                    Some(character) => character,
                    // Characters after the first 65,536 are written as two of UTF-16's units.
                    None => {
                        self.token("\\u", ())?;
                        char::decode_utf16([unit, self.unit()?]).next()?.ok()?
                    }
                }
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u16> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = char::from(self.peek()?).to_digit(16)?;
            unit = unit * 16 + digit as u16;
            self.at += 1;
        }
        Some(unit)
    }

    fn number(&mut self) -> Option<Value<'a>> {
        let is_of_number =
            |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E');
        let number = self.run(is_of_number).filter(|number| !number.is_empty())?;
        Some(number.parse().map_or(Value::OtherNumber, Value::Whole))
    }

    /// `value`, if `token` stands next.
    fn token<T>(&mut self, token: &str, value: T) -> Option<T> {
        self.json.as_bytes().get(self.at..)?.strip_prefix(token.as_bytes())?;
        self.at += token.len();
        Some(value)
    }

    fn skip_space(&mut self) {
        self.run(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
    }

    /// The bytes from here on of which `is_in` is true.
    fn run(&mut self, is_in: impl Fn(u8) -> bool) -> Option<&'a str> {
        let from = self.at;
        while self.peek().is_some_and(&is_in) {
            self.at += 1;
        }
        self.json.get(from..self.at)
    }

    fn peek(&self) -> Option<u8> {
        self.json.as_bytes().get(self.at).copied()
    }
}
