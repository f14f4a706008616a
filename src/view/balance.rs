//! How much of the corpus each party has: the imbalance is disclosed, not hidden.

use leptos::prelude::*;

use crate::domain::id::PartyId;
use crate::session::Session;

use super::drawing::{Stroke, drawing};
use super::seal::party_name;
use super::tag::{live, live_text, tag};

const BAR_WIDTH: usize = 160;
const BAR_HEIGHT: usize = 8;

/// Reports, events and claims of the dataset, and how many claims each party made.
pub fn balance(session: &Session) -> AnyView {
    let (m, dataset) = (&session.messages, &session.dataset);
    let totals = [
        m.count("count.reports", dataset.sources.len() as u64),
        m.count("count.events", dataset.events.len() as u64),
        m.count("count.claims", dataset.about.claim_count as u64),
    ];
    let (to_draw, to_say) = (session.clone(), session.clone());
    tag("section")
        .class("balance")
        .with("aria-label", m.text("balance.label"))
        .child(tag("p").class("balance-totals").text(totals.join(" · ")))
        .child(live(move || Some(bar(&shares(&to_draw)))))
        .child(tag("p").class("balance-parties").child(live_text(move || words(&to_say))))
        .view()
}

/// How many claims the first of the pair made, the second, and all others.
fn shares(session: &Session) -> [usize; 3] {
    let [first, second, others] = session.dataset.about.claim_counts;
    let is_swapped = session.pair.with(|pair| pair.first != session.dataset.pair.first);
    if is_swapped { [second, first, others] } else { [first, second, others] }
}

fn words(session: &Session) -> String {
    let pair = session.pair.get();
    let name = |party: &PartyId| party_name(session, party);
    let others = session.messages.text("balance.others").to_owned();
    let names = [name(&pair.first), name(&pair.second), others];
    let counts = names.iter().zip(shares(session));
    counts.map(|(name, n)| [name, " ", &n.to_string()].concat()).collect::<Vec<_>>().join(" · ")
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
