//! Pages that stay as the build made them: no state of the app shows them and they need no
//! script, so that none of their words weigh on the app. Each is a run of sections under a heading,
//! with its contents first.

use leptos::prelude::*;

use crate::domain::word::words;
use crate::session::Session;

use super::explorer::language_note;
use super::footer::footer;
use super::masthead::masthead_of;
use super::tag::{Tag, tag};

/// Which of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// How statements are read and compared.
    Method,
    /// Who carried what.
    Reports,
    /// Every state and word of uncertainty with its meaning.
    Glossary,
}

words!(Standing { Method = "method", Reports = "reports", Glossary = "glossary" });

impl Standing {
    /// Where it lies below its language.
    pub fn path(self) -> String {
        [self.key(), "/"].concat()
    }

    /// The message that is its heading.
    pub fn title(self) -> &'static str {
        match self {
            Standing::Method => "static.method-title",
            Standing::Reports => "static.reports-title",
            Standing::Glossary => "static.glossary-title",
        }
    }

    /// The message that says what it holds.
    pub fn lead(self) -> &'static str {
        match self {
            Standing::Method => "static.method-lead",
            Standing::Reports => "static.reports-lead",
            Standing::Glossary => "static.glossary-lead",
        }
    }

    /// Its address from the page that is being made.
    pub fn href(self, session: &Session) -> String {
        [&*session.root, &session.messages.language, "/", &self.path()].concat()
    }
}

/// A section: its address in the page, its heading, and its matter.
pub struct Section {
    pub id: &'static str,
    pub heading: &'static str,
    pub matter: Vec<Tag>,
}

/// The whole page: what it holds, its contents, its sections, and what comes after them.
pub fn standing(
    session: &Session,
    page: Standing,
    sections: Vec<Section>,
    after: Vec<AnyView>,
) -> AnyView {
    let m = &session.messages;
    let contents = sections.iter().map(|section| {
        let link = tag("a").with("href", ["#", section.id].concat()).text(m.text(section.heading));
        tag("li").child(link).view()
    });
    let contents = tag("nav")
        .class("standing-contents")
        .with("aria-label", m.text("static.contents"))
        .child(tag("ol").children(contents));
    // The page on method says it among what it says of the material.
    let note = language_note(session).filter(|_| page != Standing::Method);
    let note = note.map(|note| tag("p").class("standing-language").text(note));
    let header = tag("header")
        .class("standing-header")
        .child(tag("h1").text(m.text(page.title())))
        .child(tag("p").text(m.text(page.lead())))
        .child(note);
    let main = tag("main")
        .with("id", "main")
        .class("standing")
        .with("tabindex", "-1")
        .child(header)
        .child(contents)
        .children(sections.into_iter().map(|section| section_view(session, section)))
        .children(after);
    let masthead = masthead_of(session, &page.path());
    vec![masthead, main.view(), footer(session)].into_any()
}

fn section_view(session: &Session, section: Section) -> AnyView {
    tag("section")
        .class("standing-section")
        .with("aria-labelledby", section.id)
        .child(tag("h2").with("id", section.id).text(session.messages.text(section.heading)))
        .children(section.matter.into_iter().map(Tag::view))
        .view()
}
