//! What the list is narrowed to: the words of each value, and the chips that take values out again.

use leptos::prelude::*;

use crate::domain::facet::Facet;
use crate::domain::id::{EpisodeId, KindId, PartyId, PlaceId, SourceId, SpeakerId, TopicId};
use crate::session::Session;
use crate::view_state::ViewState;

use super::attribution::{outlet_name, teller_name};
use super::event_list::clear_link;
use super::seal::party_name;
use super::tag::{DOT, live, tag};

/// What a reader calls a facet's value, which follows how places are named.
pub fn value_name(session: &Session, facet: Facet, value: &str) -> String {
    let (dataset, m) = (&session.dataset, &session.messages);
    let name = match facet {
        Facet::Episode => dataset.episode(&EpisodeId::new(value)).map(|it| it.title.clone()),
        Facet::Place => dataset.place(&PlaceId::new(value)).map(|it| session.place_name(it)),
        Facet::Kind => dataset.kind(&KindId::new(value)).map(|it| it.name.clone()),
        Facet::Topic => dataset.topic(&TopicId::new(value)).map(|it| it.short.clone()),
        Facet::Party => Some(party_name(session, &PartyId::new(value))),
        Facet::Speaker => Some(teller_name(session, &SpeakerId::new(value))),
        Facet::Source => dataset.source(&SourceId::new(value)).map(|source| {
            let outlet = outlet_name(session, &source.id);
            [outlet.as_str(), m.text("list.comma"), &m.date(source.published)].concat()
        }),
        Facet::Where => Some(m.word("where", value)),
        Facet::Position => Some(m.word("position", value)),
        Facet::State => Some(m.word("state", value)),
        Facet::Measure => Some(m.word("measure", value)),
    };
    name.unwrap_or_default()
}

/// One thing that narrows the list: its words, and how the list is without it.
type Narrowing = (String, Box<dyn Fn(&mut ViewState) + Send>);

fn narrowings(session: &Session) -> Vec<Narrowing> {
    let (m, state) = (&session.messages, session.state.get());
    let filters = state.filters;
    let mut all: Vec<Narrowing> = Vec::new();
    for (facet, value) in filters.chosen {
        let words = value_name(session, facet, &value);
        all.push((words, Box::new(move |state| state.toggle(facet, &value))));
    }
    for (key, date) in [("facet.from", filters.from), ("facet.to", filters.to)] {
        let Some(date) = date else { continue };
        let words = [m.text(key), " ", &m.date(date)].concat();
        all.push((
            words,
            Box::new(move |state| {
                let filters = &mut state.filters;
                *(if key == "facet.from" { &mut filters.from } else { &mut filters.to }) = None;
            }),
        ));
    }
    if filters.area.is_some() {
        let words = m.text("map.only-shown").to_owned();
        all.push((words, Box::new(|state| state.filters.area = None)));
    }
    all
}

/// A chip for each thing that narrows the list, which takes it away, and one for all.
pub fn chips(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let m = &session.messages;
        if session.state.with(|state| state.filters.is_empty()) {
            return None;
        }
        let chips = narrowings(&session).into_iter().map(|(words, without)| {
            let to = session.clone();
            let label = m.fill("filters.remove", &[("value", &words)]);
            tag("li")
                .child(
                    tag("a")
                        .class("chip")
                        .href(move || {
                            to.href_with(|state| {
                                without(state);
                                state.page = 1;
                            })
                        })
                        .with("aria-label", label)
                        .text(words)
                        .child(tag("span").class("icon icon-close").with("aria-hidden", "true")),
                )
                .view()
        });
        let list = tag("ul")
            .class("chips")
            .with("aria-label", m.text("filters.chosen"))
            .children(chips)
            .child(tag("li").child(clear_link(&session)));
        Some(list.view())
    })
}

/// What the list is narrowed to, value by value, where no filter shows it; nothing where it isn't.
pub fn chosen_words(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let mut words: Vec<String> =
            narrowings(&session).into_iter().map(|(words, _)| words).collect();
        words.push(session.state.with(|state| state.filters.text.clone()));
        words.retain(|words| !words.is_empty());
        let values = words.join(DOT);
        let only = session.messages.fill("list.only", &[("values", &values)]);
        (!words.is_empty()).then(|| tag("p").class("list-only").text(only).view())
    })
}
