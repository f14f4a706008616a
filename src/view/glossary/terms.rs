//! The glossary's entries, list by list.

use crate::domain::claim::Position;
use crate::domain::comparison::Fill;
use crate::domain::date::{Date, Moment, Precision, Said, When};
use crate::domain::figure::{Amount, Figure, Measure, People, Qualifier};
use crate::domain::place::{Exactness, Role};
use crate::domain::row_state::RowState;
use crate::session::Session;

use crate::view::state_sign::state_name;
use crate::view::tag::text;

use super::Term;

/// The eight states: sign, word, meaning, and who finds it.
pub fn states(session: &Session) -> Vec<Term> {
    let m = &session.messages;
    let term = |state: &RowState| {
        let (meaning, found) =
            (m.word("static-state", state.key()), m.word("static-found", state.key()));
        Term {
            id: ["state-", state.key()].concat(),
            word: state_name(session, *state),
            meaning: [meaning.as_str(), " ", &found].concat(),
        }
    };
    RowState::ALL.iter().map(term).collect()
}

/// The ways in which a cell is filled, the cell of a side whose claim is a joint one, and the empty
/// cell as of a moment.
pub fn fills(session: &Session) -> Vec<Term> {
    let m = &session.messages;
    let word = |fill: Fill| match fill {
        Fill::NoStatement => m.count("fill.no-statement", session.dataset.sources.len() as u64),
        other => m.word("fill", other.key()),
    };
    let term =
        |fill: &Fill| term("fill-", fill.key(), word(*fill), m.word("static-fill", fill.key()));
    let joint = self::term(
        "fill-",
        "in-joint",
        m.text("fill.in-joint").to_owned(),
        m.text("static.in-joint").to_owned(),
    );
    let then = self::term(
        "fill-",
        "no-statement-then",
        m.count("fill.no-statement-then", session.dataset.sources.len() as u64),
        m.text("static.no-statement-then").to_owned(),
    );
    Fill::ALL.iter().map(term).chain([joint, then]).collect()
}

/// How a report hedges a number, shown on a number of killed.
pub fn qualifiers(session: &Session) -> Vec<Term> {
    let m = &session.messages;
    let term = |qualifier: &Qualifier| {
        let key = qualifier.key();
        term("qualifier-", key, m.figure(&example(*qualifier)), m.word("static-qualifier", key))
    };
    Qualifier::ALL.iter().map(term).collect()
}

/// A figure of that qualifier. Its numbers are of no report.
fn example(qualifier: Qualifier) -> Figure {
    let amount = match qualifier {
        Qualifier::Between => Amount::Range(3, 5),
        Qualifier::NotGiven => Amount::NotGiven,
        _ => Amount::Exactly(3),
    };
    Figure {
        measure: Measure::Killed,
        amount,
        qualifier,
        people: People::Unspecified,
        whose: Vec::new(),
        inferred_because: None,
        wording: None,
    }
}

/// What stands beside a figure or a claim.
pub fn marks(session: &Session) -> Vec<Term> {
    let m = &session.messages;
    let of_someone = m.fill("figure.whose", &[("party", "…")]);
    let mark = |id: &str, word: &str, meaning: &str| {
        // Where a page goes on after the word, it has a colon.
        let word = word.trim_end_matches([':', '՝']);
        term("", id, word.to_owned(), m.text(meaning).to_owned())
    };
    vec![
        mark("whose-stated", &of_someone, "static.whose-stated"),
        mark("whose-inferred", m.text("losses.inferred"), "static.whose-inferred"),
        mark("revision", m.text("losses.revision"), "static.revision"),
        mark("variant", m.text("losses.variant"), "claim.variant"),
        mark("as-printed", m.text("claim.as-printed"), "static.as-printed"),
        mark("summarised", m.text("origin.summarised"), "static.summarised"),
        mark("quotation", m.text("claim.quotation"), "static.quotation"),
        mark("maybe-said", m.text("section.maybe-said"), "section.maybe-said-note"),
        mark("undocumented-name", "*", "static.undocumented-name"),
    ]
}

/// What a claim does.
pub fn positions(session: &Session) -> Vec<Term> {
    let m = &session.messages;
    let term = |it: &Position| {
        let key = it.key();
        term("position-", key, m.word("position", key), m.word("static-position", key))
    };
    Position::ALL.iter().map(term).collect()
}

/// What a figure counts.
pub fn measures(session: &Session) -> Vec<Term> {
    let m = &session.messages;
    let term = |it: &Measure| {
        let key = it.key();
        term("measure-", key, m.word("measure", key), m.word("static-measure", key))
    };
    Measure::ALL.iter().map(term).collect()
}

/// How exactly a time is known, with the form in which pages show it.
pub fn times(session: &Session) -> Vec<Term> {
    let m = &session.messages;
    let term = |it: &Precision| {
        let key = it.key();
        let example = shown(session, *it, session.dataset.about.updated);
        let example = m.fill("static.shown-as", &[("example", &example)]);
        let meaning = [&m.word("static-precision-means", key), " ", &example].concat();
        term("precision-", key, m.word("static-precision", key), meaning)
    };
    Precision::ALL.iter().map(term).collect()
}

/// A time of that precision as the pages show it.
fn shown(session: &Session, precision: Precision, day: Date) -> String {
    let m = &session.messages;
    let from = Moment { date: day, minute: (precision == Precision::Minute).then_some(5) };
    let to = Date::from_day_number(day.day_number() + 6);
    let to = (precision == Precision::Week).then_some(Moment { date: to, minute: None });
    if precision == Precision::Unknown {
        let said =
            Said { earliest: None, latest: from, precision, is_stated: false, wording: None };
        return m.said(&said);
    }
    m.when_short(&When { from, to, precision, wording: None, note: None })
}

/// How exact a place's location is.
pub fn exactness(session: &Session) -> Vec<Term> {
    let m = &session.messages;
    let term = |it: &Exactness| {
        let key = it.key();
        term("exactness-", key, m.word("exactness", key), m.word("static-exactness", key))
    };
    Exactness::ALL.iter().map(term).collect()
}

/// What a place is to a claim.
pub fn roles(session: &Session) -> Vec<Term> {
    let m = &session.messages;
    let term = |it: &Role| {
        let key = it.key();
        term("role-", key, m.word("role", key), m.word("static-role", key))
    };
    Role::ALL.iter().map(term).collect()
}

fn term(list: &str, key: &str, word: String, meaning: String) -> Term {
    Term { id: [list, key].concat(), word: text(word), meaning }
}
