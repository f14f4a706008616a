//! The switch for place names: the page's language, one side's usage, both, or the reports'.

use leptos::prelude::*;

use crate::domain::naming::Naming;
use crate::domain::party::Side;
use crate::session::Session;

use super::seal::party_name;
use super::tag::{Tag, live, live_text, tag};

/// The choices as links, folded under the one that holds.
pub fn names_switch(session: &Session) -> Tag {
    let m = &session.messages;
    let (own, heading) = (session.clone(), session.clone());
    let chosen = live_text(move || {
        let naming = heading.names.get();
        [heading.messages.text("names.label"), " · ", &naming_words(&heading, &naming)].concat()
    });
    let choices = live(move || {
        let items = choices(&own).into_iter().map(|naming| choice(&own, naming));
        Some(tag("ul").children(items).view())
    });
    let notes = [m.text("names.prose"), " ", m.text("names.undocumented")].concat();
    tag("details")
        .class("names")
        .child(tag("summary").child(chosen))
        .child(choices)
        .child(tag("p").class("section-note").text(notes))
}

fn choices(session: &Session) -> [Naming; 5] {
    let pair = session.pair.get();
    let [first, second] = Side::BOTH.map(|side| Naming::Usage(pair.party(side).clone()));
    [Naming::OfThePage, first, second, Naming::Both, Naming::AsReported]
}

fn choice(session: &Session, naming: Naming) -> AnyView {
    let (to, own) = (session.clone(), session.clone());
    let (set, is_own) = (naming.clone(), naming.clone());
    let link = tag("a")
        .href(move || to.href_with(|state| state.names.clone_from(&set)))
        .with_live("aria-current", move || (own.names.get() == is_own).then(|| "true".to_owned()))
        .text(naming_words(session, &naming));
    tag("li").child(link).view()
}

/// The choice in words.
pub fn naming_words(session: &Session, naming: &Naming) -> String {
    let m = &session.messages;
    match naming {
        Naming::OfThePage => m.text("names.page").to_owned(),
        Naming::Usage(party) => m.fill("names.usage", &[("party", &party_name(session, party))]),
        Naming::Both => m.text("names.both").to_owned(),
        Naming::AsReported => m.text("names.reported").to_owned(),
    }
}
