//! The glossary: every state, every kind of cell and every word of uncertainty, in the very words
//! that the pages use, each with its one meaning and an address of its own.

mod terms;

use leptos::prelude::*;

use crate::session::Session;

use super::standing::{Section, Standing, standing};
use super::tag::{Tag, tag};

/// One entry: its address in the page, the word as pages show it, and what it means.
pub struct Term {
    pub id: String,
    pub word: AnyView,
    pub meaning: String,
}

/// The whole page. Takes its [`Session`] from the context.
pub fn glossary_page() -> AnyView {
    let session = expect_context::<Session>();
    let s = &session;
    let say = |key: &'static str| tag("p").text(s.messages.text(key));
    let section = |id, heading, matter| Section { id, heading, matter };
    let sections = vec![
        section(
            "states",
            "static.states",
            vec![list(terms::states(s)), say("static.states-judged")],
        ),
        section(
            "fills",
            "static.fills",
            vec![list(terms::fills(s)), say("static.fills-none-is-zero")],
        ),
        section("qualifiers", "static.glossary-qualifiers", vec![list(terms::qualifiers(s))]),
        section("marks", "static.glossary-marks", vec![list(terms::marks(s))]),
        section("positions", "static.glossary-positions", vec![list(terms::positions(s))]),
        section("measures", "static.glossary-measures", vec![list(terms::measures(s))]),
        section("times", "static.glossary-times", vec![list(terms::times(s))]),
        section("exactness", "static.glossary-exactness", vec![list(terms::exactness(s))]),
        section("roles", "static.glossary-roles", vec![list(terms::roles(s))]),
    ];
    standing(s, Standing::Glossary, sections, Vec::new())
}

fn list(terms: Vec<Term>) -> Tag {
    let entries = terms.into_iter().map(|term| {
        let word = tag("dt").with("id", term.id).child(term.word);
        vec![word.view(), tag("dd").text(term.meaning).view()].into_any()
    });
    tag("dl").class("standing-terms").children(entries)
}
