//! How much of the corpus each party has: the imbalance is disclosed, not hidden.

use leptos::prelude::*;

use crate::domain::balance::Balance;
use crate::domain::event::Subject;
use crate::domain::party::Side;
use crate::session::Session;

use super::drawing::{Stroke, drawing};
use super::explorer::explorer_title;
use super::seal::party_name;
use super::tag::{DOT, tag};

const BAR_WIDTH: usize = 160;
const BAR_HEIGHT: usize = 8;

/// The explorer's title; reports, events and claims of the dataset; of what is shown, how many claims
/// each party made and on how many topics none was found.
pub fn balance(session: &Session, has_subject: Memo<bool>) -> AnyView {
    let (m, dataset) = (&session.messages, &session.dataset);
    let totals = [
        m.count("count.reports", dataset.sources.len() as u64),
        m.count("count.events", dataset.events.len() as u64),
        m.count("count.claims", dataset.about.claim_count as u64),
    ];
    let (titled, own) = (session.clone(), session.clone());
    tag("section")
        .class("balance")
        .with("aria-label", m.text("balance.label"))
        .live(move || (!has_subject.get()).then(|| explorer_title(&titled).view()))
        .child(tag("p").class("balance-totals").text(totals.join(DOT)))
        .live(move || Some(of_view(&own)))
        .view()
}

/// Of what is shown. Nothing is counted until it is loaded.
fn of_view(session: &Session) -> AnyView {
    let shown = session.balance().unwrap_or_default();
    let parties = tag("p").class("balance-parties").text(words(session, &shown));
    let silence = tag("p").class("balance-silence").text(silence(session, &shown));
    vec![bar(&shown.claims), parties.view(), silence.view()].into_any()
}

fn names(session: &Session) -> [String; 2] {
    let pair = session.pair.get();
    Side::BOTH.map(|side| party_name(session, pair.party(side)))
}

fn words(session: &Session, shown: &Balance) -> String {
    let m = &session.messages;
    let [first, second] = names(session);
    let names = [first, second, m.text("balance.others").to_owned()];
    let counts = names.iter().zip(shown.claims);
    let counts = counts.map(|(name, n)| [name, "\u{a0}", &n.to_string()].concat());
    let of_what = session.chosen.with(|chosen| match chosen {
        Some(Subject::Event(_)) => "balance.shown",
        Some(Subject::Episode(_)) => "balance.of-episode",
        None => "balance.listed",
    });
    [m.text(of_what), " ", &counts.collect::<Vec<_>>().join(DOT)].concat()
}

/// On how many topics no statement of each was found.
fn silence(session: &Session, shown: &Balance) -> String {
    let [first, second] = names(session);
    let Balance { topics, unanswered, .. } = *shown;
    if topics == 0 {
        return "\u{a0}".to_owned(); // The line is kept, so that nothing moves once there are some.
    }
    let [a, b] = unanswered.map(|n| n.to_string());
    let holes = [
        ("first", first.as_str()),
        ("second", &second),
        ("a", &a),
        ("b", &b),
        ("topics", &topics.to_string()),
    ];
    session.messages.fill("balance.silence", &holes)
}

fn bar(shares: &[usize; 3]) -> AnyView {
    let whole = shares.iter().sum::<usize>().max(1);
    let mut done = 0;
    let mut strokes = Vec::new();
    for (class, share) in ["bar-first", "bar-second", "bar-others"].into_iter().zip(shares) {
        let from = (done * BAR_WIDTH / whole).to_string();
        done += share;
        let to = (done * BAR_WIDTH / whole).to_string();
        let path = ["M", &from, " 0H", &to, "V", &BAR_HEIGHT.to_string(), "H", &from, "Z"].concat();
        strokes.push(Stroke { class, path });
    }
    drawing("balance-bar", BAR_WIDTH, BAR_HEIGHT, strokes)
}
