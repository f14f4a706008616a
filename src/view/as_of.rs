//! The comparison as it was known at a moment: the control over time, and what may have been said
//! by then.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::as_of::{AsOf, moments};
use crate::domain::comparison::Comparison;
use crate::domain::date::Moment;
use crate::session::Session;

use super::comparison::Anchors;
use super::tag::{DOT, Tag, live, live_text, tag};

/// The moments of the chosen subject and where the reader stands among them.
#[derive(Clone)]
struct Stops {
    session: Session,
    moments: Arc<Vec<Moment>>,
}

/// The control. Nothing where all was said at one moment.
pub fn as_of_control(session: &Session) -> AnyView {
    let session = session.clone();
    // Made anew only for other statements, so that a hand on the control stays on it.
    live(move || {
        let moments = session.subject.with(|load| {
            let loaded = load.ready()?;
            let mut all = loaded.statements.clone();
            all.extend(loaded.event_losses.iter().cloned());
            Some(moments(&all))
        })?;
        let stops = Stops { session: session.clone(), moments: moments.into() };
        (stops.moments.len() > 1).then(|| control(&stops).view())
    })
}

impl Stops {
    fn last(&self) -> usize {
        self.moments.len() - 1
    }

    /// How many of the moments have passed: all where the reader chose none.
    fn passed(&self) -> usize {
        let is_past = |chosen: Moment| move |moment: &Moment| moment.end() <= chosen.end();
        match self.session.as_of.get() {
            Some(chosen) => self.moments.partition_point(is_past(chosen)),
            None => self.moments.len(),
        }
    }

    /// At the last moment all is known, which is the page without a moment.
    fn moment(&self, at: usize) -> Option<Moment> {
        self.moments.get(at).copied().filter(|_| at < self.last())
    }

    /// A link to another moment; without an address where there is none, so that it can't be
    /// followed but keeps its place.
    fn link(
        &self,
        step: &'static str,
        words: &'static str,
        to: impl Fn(&Self) -> Option<usize> + Send + 'static,
    ) -> AnyView {
        let stops = self.clone();
        let href = move || {
            let at = to(&stops)?;
            Some(stops.session.href_with(|state| state.as_of = stops.moment(at)))
        };
        let link = tag("a").with("data-step", step).with_live("href", href);
        link.text(self.session.messages.text(words)).view()
    }
}

fn control(stops: &Stops) -> Tag {
    let m = &stops.session.messages;
    let (heading, said) = (stops.session.clone(), stops.session.clone());
    let steps = tag("p")
        .class("as-of-steps")
        .child(stops.link("first", "as-of.first", |it| (it.passed() > 1).then_some(0)))
        .child(stops.link("back", "as-of.back", |it| it.passed().checked_sub(2)))
        .child(play(&stops.session))
        .child(stops.link("on", "as-of.on", |it| (it.passed() <= it.last()).then(|| it.passed())))
        .child(stops.link("all", "as-of.all", |it| it.session.as_of.get().map(|_| it.last())));
    tag("section")
        .class("as-of")
        .with("aria-label", m.text("as-of.label"))
        .child(
            tag("p")
                .class("as-of-moment")
                .child(
                    tag("label").with("for", "as-of").text([m.text("as-of.label"), " "].concat()),
                )
                .child(tag("b").child(live_text(move || moment_words(&heading)))),
        )
        .child(slider(stops))
        .child(steps)
        .child(
            tag("p")
                .class("as-of-found")
                .with("role", "status")
                .child(live_text(move || found_words(&said))),
        )
}

/// One stop for each moment at which something more is known or possible. What moving it does, and
/// that it follows the link, is `public/boot/moments.js`'s to see to.
fn slider(stops: &Stops) -> Tag {
    let (at, words) = (stops.clone(), stops.session.clone());
    let moments: Vec<String> = (0..stops.moments.len())
        .map(|at| stops.moment(at).map_or_else(String::new, Moment::iso))
        .collect();
    tag("input")
        .with("id", "as-of")
        .with("type", "range")
        .with("min", "0")
        .with("max", stops.last().to_string())
        .with("data-moments", moments.join(" "))
        .with_live("value", move || Some(at.passed().saturating_sub(1).to_string()))
        .with_live("aria-valuetext", move || Some(moment_words(&words)))
}

/// Goes from moment to moment by itself; `public/boot/moments.js` does what it says.
fn play(session: &Session) -> Tag {
    let m = &session.messages;
    tag("button")
        .class("as-of-play")
        .with("type", "button")
        .with("data-play", "")
        .child(tag("span").class("play-start").text(m.text("as-of.play")))
        .child(tag("span").class("play-stop").text(m.text("as-of.stop")))
}

fn moment_words(session: &Session) -> String {
    let m = &session.messages;
    session.as_of.get().map_or_else(|| m.text("as-of.whole").to_owned(), |it| m.as_of(it))
}

fn found_words(session: &Session) -> String {
    let m = &session.messages;
    let Some(compared) = session.comparison.get() else { return String::new() };
    let comparison = &compared.comparison;
    let Some(as_of) = &comparison.as_of else { return m.text("as-of.note").to_owned() };
    let (out, all) = (as_of.reports.to_string(), comparison.covered_by.len().to_string());
    let mut words = vec![
        m.count("as-of.said", as_of.statements as u64),
        m.fill("as-of.reports", &[("out", &out), ("all", &all)]),
    ];
    if !as_of.maybe.is_empty() {
        words.insert(1, m.count("as-of.maybe", as_of.maybe.len() as u64));
    }
    words.join(DOT)
}

/// What may have been said by then, apart from what was.
pub fn maybe_said(
    session: &Session,
    comparison: &Comparison,
    anchors: &Anchors,
) -> Option<AnyView> {
    let AsOf { maybe, .. } = comparison.as_of.as_ref()?;
    if maybe.is_empty() {
        return None;
    }
    let m = &session.messages;
    let section = tag("section")
        .class("maybe-said")
        .with("aria-labelledby", "maybe-said")
        .child(tag("h2").with("id", "maybe-said").text(m.text("section.maybe-said")))
        .child(tag("p").class("section-note").text(m.text("section.maybe-said-note")))
        .children(anchors.show_all(session, maybe));
    Some(section.view())
}
