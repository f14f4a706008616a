//! A page as it stands inside another: what the frame's own script, `public/frame.js`, chooses
//! from by the link. The foot that leads to the page of its own is the build's, `publish::frame`.

use leptos::prelude::*;

use crate::session::Session;

use super::chosen::{chips, chosen_words};
use super::event_list::event_list;
use super::explorer::{explorer_title, general_sources};
use super::facets::facet_panel;
use super::map_pane::map_pane;
use super::masthead::languages;
use super::names::names_switch;
use super::notices::notices;
use super::subject::{subject_header, subject_matter};
use super::tag::{Tag, piece, tag};
use super::timeline::events_timeline;

/// All that a frame can show of the chosen subject, or of the events that pass the filters.
pub fn frame(session: &Session) -> AnyView {
    let has_subject = session.chosen.with_untracked(Option::is_some);
    let own = session.clone();
    let map = piece(session, Box::new(move || named("map", map_pane(&own))));
    let main = tag("main").with("id", "main").class("frame").with("tabindex", "-1");
    let main = main.child(languages(session)).child(notices(session));
    let main = if has_subject {
        main.child(subject_header(session)).child(map).child(subject_matter(session))
    } else {
        let heading = tag("header").class("explorer-header").child(explorer_title(session));
        let filters = tag("div")
            .class("tools")
            .child(facet_panel(session))
            .child(chips(session))
            .child(names_switch(session));
        main.child(heading)
            .child(filters)
            .child(chosen_words(session))
            .child(map)
            .child(named("list", event_list(session)))
            .child(named("timeline", events_timeline(session)))
            .child(named("sources", general_sources(session)))
    };
    main.view()
}

/// A part of a frame, by the name it has in a link's `view`.
pub fn named(name: &'static str, part: AnyView) -> AnyView {
    Tag::child(tag("div").with("data-part", name), part).view()
}
