//! Reads the fields of one JSON item, and says which is wrong.
//!
//! A field that can't be read gives a stand-in and is noted with the item, which is then left out
//! as a whole. Stopping there instead would need code, for every field, that clears away those
//! before it.

use std::cell::RefCell;

use super::json::{Field, Value};

/// What is wrong with an item: the field, and what was expected there.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Fault {
    field: String,
    expected: &'static str,
}

impl Fault {
    fn sentence(&self) -> String {
        [&self.field, " is not ", self.expected].concat()
    }
}

/// One JSON object being read, or a stand-in for one.
#[derive(Clone, Copy)]
pub struct Item<'a> {
    /// `None` in a stand-in.
    fields: Option<&'a [Field<'a>]>,
    /// The first fault of the item that is kept or left out as a whole.
    fault: &'a RefCell<Option<Fault>>,
}

/// Reads a file's object as a whole. The error says what is wrong with it.
pub fn whole_file<T>(json: &str, read: impl FnOnce(Item) -> T) -> Result<T, String> {
    let value = Value::parse(json).ok_or_else(|| "this is no JSON".to_owned())?;
    let fault = RefCell::new(None);
    let item = Item { fields: None, fault: &fault }.object("the file", &value);
    let read = read(item);
    match fault.into_inner() {
        None => Ok(read),
        Some(fault) => Err(fault.sentence()),
    }
}

impl<'a> Item<'a> {
    /// Notes that a field isn't what was expected there.
    pub fn refuse(self, field: &str, expected: &'static str) {
        let mut fault = self.fault.borrow_mut();
        if fault.is_none() {
            *fault = Some(Fault { field: field.to_owned(), expected });
        }
    }

    fn is_faulty(self) -> bool {
        self.fault.borrow().is_some()
    }

    /// The object that `value` is; `field` names it in the fault.
    fn object(self, field: &str, value: &'a Value<'a>) -> Item<'a> {
        let fields = value.as_object();
        if fields.is_none() {
            self.refuse(field, "an object");
        }
        Item { fields, fault: self.fault }
    }

    /// A field's value; `null` is as good as missing.
    pub fn get(self, field: &str) -> Option<&'a Value<'a>> {
        let value = self.fields?.iter().rev().find(|(name, _)| name == field);
        value.map(|(_, value)| value).filter(|value| **value != Value::Null)
    }

    /// A text that must be there.
    pub fn text(self, field: &str) -> &'a str {
        self.get(field).and_then(Value::as_text).unwrap_or_else(|| {
            self.refuse(field, "a text");
            ""
        })
    }

    /// A text that must be there, to keep.
    pub fn words(self, field: &str) -> String {
        self.text(field).to_owned()
    }

    /// A text that may be missing, but must be a text where it is.
    pub fn maybe_words(self, field: &str) -> Option<String> {
        self.get(field).map(|_| self.words(field))
    }

    /// Missing is `false`.
    pub fn flag(self, field: &str) -> bool {
        matches!(self.get(field), Some(Value::Flag(true)))
    }

    pub fn whole(self, field: &str) -> u64 {
        self.get(field).and_then(Value::as_amount).unwrap_or_else(|| {
            self.refuse(field, "a whole number");
            0
        })
    }

    /// A whole number that may be negative.
    pub fn signed(self, field: &str) -> i64 {
        self.get(field).and_then(Value::as_whole).unwrap_or_else(|| {
            self.refuse(field, "a whole number");
            0
        })
    }

    /// An object that must be there.
    pub fn item(self, field: &str) -> Item<'a> {
        self.object(field, self.get(field).unwrap_or(&Value::Null))
    }

    /// An object that may be missing, but must be one where it is.
    pub fn maybe_item(self, field: &str) -> Option<Item<'a>> {
        self.get(field).map(|value| self.object(field, value))
    }

    /// A value that may be missing, read by `read`.
    pub fn maybe<T>(self, field: &str, read: impl Fn(&'a Value<'a>) -> Option<T>) -> Option<T> {
        let value = self.get(field)?;
        let read = read(value);
        if read.is_none() {
            self.refuse(field, "a value of its kind");
        }
        read
    }

    /// Notes that a text is none of the words that may stand there.
    pub fn refuse_word(self, field: &str) {
        self.refuse(field, "a word of its list");
    }

    /// The fields that are texts, each with its name.
    pub fn all_texts(self) -> Vec<(String, String)> {
        let fields = self.fields.into_iter().flatten();
        let texts = fields
            .filter_map(|(name, value)| Some((name.to_string(), value.as_text()?.to_owned())));
        texts.collect()
    }

    /// A list; missing is empty.
    fn list(self, field: &str) -> &'a [Value<'a>] {
        match self.get(field) {
            None => &[],
            Some(Value::List(values)) => values,
            Some(_) => {
                self.refuse(field, "a list");
                &[]
            }
        }
    }

    /// A list of texts, all of which must be readable.
    pub fn texts(self, field: &str) -> Vec<&'a str> {
        let texts = self.list(field).iter().map(|value| {
            value.as_text().unwrap_or_else(|| {
                self.refuse(&[field, "."].concat(), "a text");
                ""
            })
        });
        texts.collect()
    }

    /// A list of whole numbers, all of which must be readable.
    pub fn wholes(self, field: &str) -> Vec<u64> {
        let wholes = self.list(field).iter().map(|value| {
            value.as_amount().unwrap_or_else(|| {
                self.refuse(&[field, "."].concat(), "a whole number");
                0
            })
        });
        wholes.collect()
    }

    /// A list all of whose entries must be readable.
    pub fn every<T>(self, field: &str, read: fn(Item) -> T) -> Vec<T> {
        let values = self.list(field);
        let mut items = Vec::with_capacity(values.len());
        for value in values {
            let was_faulty = self.is_faulty();
            items.push(read(self.object("", value)));
            if !was_faulty {
                self.place_fault(field);
            }
        }
        items
    }

    /// Says of a fault in an entry which list it stands in.
    fn place_fault(self, list: &str) {
        if let Some(fault) = &mut *self.fault.borrow_mut() {
            fault.field = [list, ".", &fault.field].concat();
        }
    }

    /// A list whose unreadable entries are left out, each with a sentence that says which it was.
    pub fn each<T>(
        self,
        field: &str,
        read: impl Fn(Item) -> T,
        left_out: &mut Vec<String>,
    ) -> Vec<T> {
        let values = self.list(field);
        let mut items = Vec::with_capacity(values.len());
        for (at, value) in values.iter().enumerate() {
            let fault = RefCell::new(None);
            let item = Item { fields: None, fault: &fault }.object("", value);
            let read = read(item);
            match &*fault.borrow() {
                None => items.push(read),
                Some(fault) => left_out.push(left_out_sentence(field, at, item, fault)),
            }
        }
        items
    }
}

fn left_out_sentence(list: &str, at: usize, item: Item, fault: &Fault) -> String {
    let id = item.get("id").and_then(Value::as_text).unwrap_or("");
    [list, "[", &at.to_string(), "] ", id, ": ", &fault.sentence()].concat()
}
