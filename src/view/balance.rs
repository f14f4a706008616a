//! How much of the corpus each party has: the imbalance is disclosed, not hidden.

use leptos::prelude::*;

use crate::session::Session;

const BAR_WIDTH: usize = 160;

/// Reports, events and claims of the dataset, and how many claims each party made.
#[component]
pub fn Balance() -> impl IntoView {
    let session = expect_context::<Session>();
    let (m, dataset) = (session.messages.clone(), session.dataset.clone());
    let totals = [
        m.count("count.reports", dataset.sources.len() as u64),
        m.count("count.events", dataset.events.len() as u64),
        m.count("count.claims", dataset.about.claim_count as u64),
    ]
    .join(" · ");
    let pair = session.pair;
    let parts = move || {
        let [first, second, others] = dataset.about.claim_counts;
        let is_swapped = pair.get().first != dataset.pair.first;
        let leading = if is_swapped { (second, first) } else { (first, second) };
        let name = |party| dataset.party(party).map_or("", |party| party.name.as_str()).to_owned();
        let pair = pair.get();
        (
            [leading.0, leading.1, others],
            [name(&pair.first), name(&pair.second), m.text("balance.others").to_owned()],
        )
    };
    let shown = parts.clone();
    let words = move || {
        let (counts, names) = shown();
        let pairs = names.iter().zip(counts).map(|(name, n)| [name.as_str(), " ", &n.to_string()].concat());
        pairs.collect::<Vec<_>>().join(" · ")
    };
    let bars = move || {
        let ([first, second, others], _) = parts();
        let whole = (first + second + others).max(1);
        let (a, b) = (first * BAR_WIDTH / whole, (first + second) * BAR_WIDTH / whole);
        view! {
            <rect class="bar-first" x="0" y="0" width=a height="8"></rect>
            <rect class="bar-second" x=a y="0" width={b - a} height="8"></rect>
            <rect class="bar-others" x=b y="0" width={BAR_WIDTH - b} height="8"></rect>
        }
    };
    view! {
        <div class="balance">
            <p class="balance-totals">{totals}</p>
            <svg class="balance-bar" viewBox="0 0 160 8" width="160" height="8" aria-hidden="true">
                {bars}
            </svg>
            <p class="balance-parties">{words}</p>
        </div>
    }
}
