//! The order of time: what was said of a subject, the pair on either side of one axis and third
//! parties across it; and events, year by year.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::comparison::{ClaimRef, Fill, as_said};
use crate::domain::event::Subject;
use crate::domain::party::{Pair, Side};
use crate::domain::statement::{Statement, Voice};
use crate::session::{Compared, Session};

use super::attribution::speakers;
use super::comparison::{empty_words, topic_name};
use super::event_list::claim_marks;
use super::further::further;
use super::seal::{party_name, seal, side_class};
use super::subject_link::subject_link;
use super::tag::{DOT, Tag, live, tag};

/// The parties' claims, moment by moment; nothing where there are none. What stands in a headline
/// or a caption alone has no time of its own, and outlets' own words are no step in what was said.
pub fn timeline(session: &Session, compared: &Compared) -> Option<AnyView> {
    let m = &session.messages;
    let pair = session.pair.get_untracked();
    let claims = steps_of(&compared.known.statements);
    // Of one moment: what the first side said, what the second, and what the others.
    let mut moments: Vec<(String, [Vec<AnyView>; 3])> = Vec::new();
    for claim in as_said(&claims) {
        let when = m.said(&claim.statement.said);
        if moments.last().is_none_or(|(last, _)| *last != when) {
            moments.push((when, Default::default()));
        }
        if let Some((_, steps)) = moments.last_mut() {
            let side = side_of(&pair, &claim);
            let place = side.map_or(2, |side| side as usize);
            steps[place].push(step(session, &pair, &claim).view());
        }
    }
    // A silent side says so where its first step would stand.
    let (_, first) = moments.first_mut()?;
    for side in Side::BOTH {
        // What stands in a headline alone is no step, but it isn't silence either.
        let speaks = |statement: &Arc<Statement>| statement.voice.is_of(pair.party(side));
        if !compared.known.statements.iter().any(speaks) {
            let words = empty_words(session, &compared.comparison, Fill::NoStatement);
            let class = ["timeline-step timeline-empty timeline-", side_class(side)].concat();
            let name = tag("b").text(party_name(session, pair.party(side)));
            let empty = tag("li")
                .class(class)
                .child(tag("p").class("cell-empty").child(words))
                .child(tag("p").class("timeline-speaker").child(name));
            first[side as usize].push(empty.view());
        }
    }
    let moments = moments.into_iter().map(|(when, steps)| {
        let when = tag("h3").class("timeline-when").text(when);
        let steps = steps.into_iter().flatten();
        tag("li").child(when).child(tag("ul").class("timeline-steps").children(steps)).view()
    });
    let sides = Side::BOTH.map(|side| {
        let party = pair.party(side);
        let name = tag("span").class("side-name").text(party_name(session, party));
        tag("div").class("side").child(seal(session, side, party)).child(name).view()
    });
    let heading = tag("h2").with("id", "timeline").text(m.text("section.timeline"));
    let section = tag("section")
        .class("timeline")
        .with("aria-labelledby", "timeline")
        .child(heading)
        .child(tag("div").class("sides").with("aria-hidden", "true").children(sides))
        .child(tag("ol").children(moments));
    Some(section.view())
}

/// The parties' claims that have a time of their own.
pub fn steps_of(statements: &[Arc<Statement>]) -> Vec<ClaimRef> {
    let is_step = |claim: &ClaimRef| {
        claim.claim().is_comparable() && matches!(claim.statement.voice, Voice::Speakers(_))
    };
    ClaimRef::all_of(statements).into_iter().filter(is_step).collect()
}

/// A timeline lists at most so many events, the newest.
const MOST_EVENTS: usize = 40;

/// The events that pass the filters in the order of time, year by year.
pub fn events_timeline(session: &Session) -> AnyView {
    let session = session.clone();
    live(move || {
        let shown = session.shown.get();
        let listed = &shown[..shown.len().min(MOST_EVENTS)];
        let mut years: Vec<(i32, Vec<AnyView>)> = Vec::new();
        for at in listed.iter().rev() {
            let year = session.dataset.events[*at].when.from.date.year;
            let view = event_step(&session, *at).view();
            match years.last_mut() {
                Some((last, steps)) if *last == year => steps.push(view),
                _ => years.push((year, vec![view])),
            }
        }
        let years = years.into_iter().map(|(year, steps)| {
            let heading = tag("h3").class("timeline-when").text(year.to_string());
            tag("li").child(heading).child(tag("ul").children(steps)).view()
        });
        let heading = session.messages.text("section.timeline-events");
        let section = tag("section")
            .class("timeline")
            .with("aria-labelledby", "timeline")
            .child(tag("h2").with("id", "timeline").text(heading))
            .child(further(&session, "further.in-full", shown.len() - listed.len()))
            .child(tag("ol").children(years));
        Some(section.view())
    })
}

fn event_step(session: &Session, at: usize) -> Tag {
    let event = &session.dataset.events[at];
    let link = subject_link(session, Subject::Event(event.id.clone())).text(event.title.as_str());
    tag("li")
        .class("timeline-event")
        .child(tag("p").class("timeline-topic").text(session.messages.when_short(&event.when)))
        .child(tag("p").class("timeline-words").child(link))
        .child(tag("p").child(claim_marks(session, at)))
}

/// Whose a claim is; of neither side where it is joint or a third party's.
fn side_of(pair: &Pair, claim: &ClaimRef) -> Option<Side> {
    let voice = &claim.statement.voice;
    match Side::BOTH.map(|side| voice.is_of(pair.party(side))) {
        [true, false] => Some(Side::First),
        [false, true] => Some(Side::Second),
        _ => None,
    }
}

/// A claim on its side, across both where they make it together, or between them.
fn step(session: &Session, pair: &Pair, claim: &ClaimRef) -> Tag {
    let is_of = |side: Side| claim.statement.voice.is_of(pair.party(side));
    let (class, by) = match side_of(pair, claim) {
        Some(side) => (side_class(side), ""),
        None if is_of(Side::First) => ("joint", session.messages.text("comparison.joint")),
        None => ("others", session.messages.text("balance.others")),
    };
    let it = claim.claim();
    let dot = if by.is_empty() { "" } else { DOT };
    let topic = [by, dot, &topic_name(session, &it.topic)].concat();
    tag("li")
        .class(["timeline-step timeline-", class].concat())
        .child(tag("p").class("timeline-topic").text(topic))
        .child(tag("p").class("timeline-words").text(it.summary.as_str()))
        .child(tag("p").class("timeline-speaker").children(speakers(session, claim, true)))
}
