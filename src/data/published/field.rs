//! Reads the fields of one JSON item, and says which is wrong.

use serde_json::{Map, Value};

/// What is wrong with an item: the field, and what was expected there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    pub field: String,
    pub expected: &'static str,
}

/// What reading a part of an item gives.
pub type Read<T> = Result<T, Fault>;

/// One JSON object being read.
#[derive(Clone, Copy)]
pub struct Item<'a>(&'a Map<String, Value>);

fn fault<T>(field: &str, expected: &'static str) -> Read<T> {
    Err(Fault { field: field.to_owned(), expected })
}

impl<'a> Item<'a> {
    /// The object that `value` is; `field` names it in the fault.
    pub fn of(field: &str, value: &'a Value) -> Read<Self> {
        match value {
            Value::Object(map) => Ok(Self(map)),
            _ => fault(field, "an object"),
        }
    }

    fn get(self, field: &str) -> Option<&'a Value> {
        self.0.get(field).filter(|value| !value.is_null())
    }

    /// A text that must be there.
    pub fn text(self, field: &str) -> Read<&'a str> {
        self.get(field).and_then(Value::as_str).map_or_else(|| fault(field, "a text"), Ok)
    }

    /// A text that may be missing, but must be a text where it is.
    pub fn maybe_text(self, field: &str) -> Read<Option<String>> {
        match self.get(field) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => fault(field, "a text"),
        }
    }

    /// Missing is `false`.
    pub fn flag(self, field: &str) -> bool {
        matches!(self.get(field), Some(Value::Bool(true)))
    }

    pub fn whole(self, field: &str) -> Read<u64> {
        self.get(field).and_then(Value::as_u64).map_or_else(|| fault(field, "a whole number"), Ok)
    }

    pub fn signed(self, field: &str) -> Read<i64> {
        self.get(field).and_then(Value::as_i64).map_or_else(|| fault(field, "a whole number"), Ok)
    }

    pub fn number(self, field: &str) -> Read<f64> {
        self.get(field).and_then(Value::as_f64).map_or_else(|| fault(field, "a number"), Ok)
    }

    /// An object that must be there.
    pub fn item(self, field: &str) -> Read<Item<'a>> {
        match self.get(field) {
            Some(value) => Item::of(field, value),
            None => fault(field, "an object"),
        }
    }

    /// An object that may be missing, but must be one where it is.
    pub fn maybe_item(self, field: &str) -> Read<Option<Item<'a>>> {
        self.get(field).map(|value| Item::of(field, value)).transpose()
    }

    /// A value that may be missing, read by `read`.
    pub fn maybe<T>(self, field: &str, read: impl Fn(&'a Value) -> Option<T>) -> Read<Option<T>> {
        match self.get(field) {
            None => Ok(None),
            Some(value) => {
                read(value).map_or_else(|| fault(field, "a value of its kind"), |v| Ok(Some(v)))
            }
        }
    }

    /// A text read by `read`, which refuses words it doesn't know.
    pub fn word<T>(self, field: &str, read: impl Fn(&str) -> Option<T>) -> Read<T> {
        read(self.text(field)?).map_or_else(|| fault(field, "a word of its list"), Ok)
    }

    /// A list; missing is empty.
    pub fn list(self, field: &str) -> Read<&'a [Value]> {
        match self.get(field) {
            None => Ok(&[]),
            Some(Value::Array(values)) => Ok(values),
            Some(_) => fault(field, "a list"),
        }
    }

    /// A list all of whose entries must be readable.
    pub fn every<T>(self, field: &str, read: impl Fn(&'a Value) -> Read<T>) -> Read<Vec<T>> {
        let mut items = Vec::new();
        for value in self.list(field)? {
            items.push(read(value).map_err(|inner| Fault {
                field: [field, ".", &inner.field].concat(),
                expected: inner.expected,
            })?);
        }
        Ok(items)
    }

    /// A list whose unreadable entries are left out, each with a fault that says which it was.
    pub fn each<T>(
        self,
        field: &str,
        read: impl Fn(Item<'a>) -> Read<T>,
        faults: &mut Vec<String>,
    ) -> Read<Vec<T>> {
        let mut items = Vec::new();
        for (at, value) in self.list(field)?.iter().enumerate() {
            match Item::of("", value).and_then(&read) {
                Ok(item) => items.push(item),
                Err(Fault { field: inner, expected }) => {
                    let id = value.get("id").and_then(Value::as_str).unwrap_or("");
                    let at = at.to_string();
                    faults.push(
                        [field, "[", &at, "] ", id, ": ", &inner, " is not ", expected].concat(),
                    );
                }
            }
        }
        Ok(items)
    }
}
