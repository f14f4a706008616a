//! The JSON reader of the published form: what serde_json writes it reads the same, and nothing
//! makes it panic.

use proptest::prelude::*;
use qawlan::data::published::json::Value;

/// The value as serde_json has it; a number that isn't whole is lost.
fn known(value: &Value) -> serde_json::Value {
    match value {
        Value::Null | Value::OtherNumber => serde_json::Value::Null,
        Value::Flag(flag) => (*flag).into(),
        Value::Whole(number) => (*number).into(),
        Value::Text(text) => text.to_string().into(),
        Value::List(values) => values.iter().map(known).collect(),
        Value::Object(fields) => fields.iter().map(|(k, v)| (k.to_string(), known(v))).collect(),
    }
}

fn without_fractions(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value as Json;
    match value {
        Json::Number(number) if number.as_i64().is_none() => Json::Null,
        Json::Array(values) => values.into_iter().map(without_fractions).collect(),
        Json::Object(map) => map.into_iter().map(|(k, v)| (k, without_fractions(v))).collect(),
        value => value,
    }
}

fn any_value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Into::into),
            prop::collection::vec((any::<String>(), inner), 0..8)
                .prop_map(|fields| fields.into_iter().collect::<serde_json::Value>()),
        ]
    })
}

/// Pieces of JSON in no order. Each number has its own space, since two that touch make a third.
fn any_pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "{", "}", "[", "]", ",", ":", " 0 ", " -7 ", " 1.5e3 ", "\"", "\"a\"", "\"é\":", "\\n",
        "\\u00", "\\u0041", "\\ud83d", "\\ude00", "\\\"", "\\x", "\u{1}", "null", "true", "false",
        "nul", "\n", "\u{c}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..12).prop_map(|all| all.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn what_serde_json_writes_is_read_the_same(value in any_value()) {
        for json in [value.to_string(), format!("{value:#}")] {
            let read = Value::parse(&json);
            prop_assert_eq!(read.as_ref().map(known), Some(without_fractions(value.clone())));
        }
    }

    #[test]
    fn what_is_no_json_is_refused_and_what_is_some_is_not(json in any_pieces()) {
        let expected = serde_json::from_str(&json).ok().map(without_fractions);
        prop_assert_eq!(Value::parse(&json).as_ref().map(known), expected, "{}", json);
    }

    #[test]
    fn no_text_whatever_makes_it_panic(json in any::<String>(), at in any::<prop::sample::Index>()) {
        let _ = Value::parse(&json);
        // Cut off within something, as by a line that broke.
        let whole = serde_json::Value::from(vec![json]).to_string();
        let cut = at.index(whole.len());
        let _ = whole.get(..cut).map(Value::parse);
    }
}

#[test]
fn a_text_without_escapes_is_not_copied() {
    let read = Value::parse(r#"["قولان", "a\nb"]"#).expect("it is JSON");
    let Value::List(texts) = read else { panic!("{read:?}") };
    let is_borrowed =
        |value: &Value| matches!(value, Value::Text(std::borrow::Cow::Borrowed("قولان")));
    assert!(is_borrowed(&texts[0]));
    assert_eq!(texts[1].as_text(), Some("a\nb"));
}

#[test]
fn of_two_fields_of_one_name_both_are_kept_in_their_order() {
    let read = Value::parse(r#"{"a": 1, "a": 2}"#).expect("it is JSON");
    let numbers = read.as_object().expect("an object").iter().map(|(_, value)| value.as_whole());
    assert_eq!(numbers.collect::<Vec<_>>(), [Some(1), Some(2)]);
}

#[test]
fn what_stands_too_deep_is_refused_before_the_stack_ends() {
    let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert!(Value::parse(&nested(64)).is_some());
    assert!(Value::parse(&nested(65)).is_none());
    assert!(Value::parse(&"[".repeat(1_000_000)).is_none());
    assert!(Value::parse(&"{\"a\":".repeat(1_000_000)).is_none());
}

#[test]
fn only_amounts_are_never_negative() {
    let amount = |json: &str| Value::parse(json).and_then(|value| value.as_amount());
    for (json, expected) in [("0", Some(0)), ("12", Some(12)), ("-1", None), ("1.5", None)] {
        assert_eq!(amount(json), expected, "{json}");
    }
    for json in ["9223372036854775808", "1e2", "-0.5"] {
        assert_eq!(Value::parse(json), Some(Value::OtherNumber), "{json}");
    }
}
