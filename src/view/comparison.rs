//! The comparison: topic rows with the pair in two columns of equal weight, third parties under
//! the row they answer, and what only they spoke of in bands of its own.

use leptos::prelude::*;

use crate::domain::comparison::{Band, ClaimRef, Comparison, Fill, Row};
use crate::domain::id::{ClaimId, TopicId};
use crate::domain::party::{Pair, Side};
use crate::domain::row_state::RowState;
use crate::session::Session;

use super::attribution::outlet_name;
use super::claim::{ClaimStyle, claim};
use super::seal::{party_name, seal, side_class};
use super::state_sign::{reason, state_name};

/// Gives each claim its address once, however often it is shown.
#[derive(Default)]
pub struct Anchors(Vec<ClaimId>);

impl Anchors {
    /// Shows a claim, with its address if it hasn't been given yet.
    pub fn show(&mut self, session: &Session, it: &ClaimRef, with_party: bool) -> AnyView {
        let id = &it.claim().id;
        let is_anchor = !self.0.contains(id);
        if is_anchor {
            self.0.push(id.clone());
        }
        claim(session, it, ClaimStyle { is_anchor, with_party })
    }

    /// Shows claims one after the other, with their parties' names.
    pub fn show_all(&mut self, session: &Session, claims: &[ClaimRef]) -> Vec<AnyView> {
        claims.iter().map(|it| self.show(session, it, true)).collect()
    }
}

/// The table of rows.
pub fn comparison_table(
    session: &Session,
    comparison: &Comparison,
    anchors: &mut Anchors,
) -> AnyView {
    let m = &session.messages;
    let pair = session.pair.get_untracked();
    let rows: Vec<AnyView> =
        comparison.rows.iter().map(|row| row_view(session, comparison, row, &pair, anchors)).collect();
    let heads = Side::BOTH.map(|side| {
        let party = pair.party(side);
        let claims = claims_of(comparison, &pair, side);
        view! {
            <div role="columnheader" class=["side side-", side_class(side)].concat() data-party=party.to_string()>
                {seal(session, side, party)}
                <span class="side-name">{party_name(session, party)}</span>
                <span class="side-count">{m.count("count.claims", claims)}</span>
            </div>
        }
    });
    view! {
        <div role="table" class="comparison" aria-label=m.text("comparison.label").to_owned()>
            <div role="row" class="sides">
                <div role="columnheader" class="visually-hidden">{m.text("comparison.topic").to_owned()}</div>
                {heads.into_iter().collect_view()}
            </div>
            {rows}
        </div>
    }
    .into_any()
}

fn claims_of(comparison: &Comparison, pair: &Pair, side: Side) -> u64 {
    let mut seen: Vec<&ClaimId> = Vec::new();
    for row in &comparison.rows {
        let cell = row.cell(side);
        for it in cell.claims.iter().chain(&cell.unsaid).chain(&row.joint) {
            if it.statement.voice.is_of(pair.party(side)) && !seen.contains(&&it.claim().id) {
                seen.push(&it.claim().id);
            }
        }
    }
    seen.len() as u64
}

fn row_view(
    session: &Session,
    comparison: &Comparison,
    row: &Row,
    pair: &Pair,
    anchors: &mut Anchors,
) -> AnyView {
    let whose = row.whose.as_ref().map(ToString::to_string);
    let joint = joint_view(session, row, pair, anchors);
    let both_joint = joint.is_some() && Side::BOTH.iter().all(|side| row.cell(*side).fill() == Fill::NoStatement);
    let cells = (!both_joint).then(|| {
        Side::BOTH.map(|side| cell_view(session, comparison, row, side, pair, anchors)).into_iter().collect_view()
    });
    let third = third_view(session, &row.third, anchors);
    view! {
        <div role="row" class="row" data-topic=row.topic.to_string() data-state=row.state.key() data-whose=whose>
            <div role="rowheader" class="row-head">
                <h3>{topic_heading(session, row)}</h3>
                <p class="row-state">
                    {state_name(session, row.state)} ": "
                    <span class="row-reason">{reason(session, row)}</span>
                </p>
            </div>
            {joint}
            {cells}
        </div>
        {third}
    }
    .into_any()
}

/// The row's heading; for losses, whose.
pub fn topic_heading(session: &Session, row: &Row) -> String {
    let short = topic_name(session, &row.topic);
    match &row.whose {
        Some(party) => session.messages.fill(
            "comparison.topic-of",
            &[("topic", &short), ("party", &party_name(session, party))],
        ),
        None => short,
    }
}

fn topic_name(session: &Session, topic: &TopicId) -> String {
    session.dataset.topic(topic).map_or_else(|| topic.to_string(), |topic| topic.short.clone())
}

fn joint_view(session: &Session, row: &Row, pair: &Pair, anchors: &mut Anchors) -> Option<AnyView> {
    if row.joint.is_empty() {
        return None;
    }
    let claims = anchors.show_all(session, &row.joint);
    let seals = Side::BOTH.map(|side| seal(session, side, pair.party(side)));
    let parties = [pair.first.as_str(), " ", pair.second.as_str()].concat();
    Some(
        view! {
            <div role="cell" aria-colspan="2" class="cell cell-joint" data-party=parties>
                <p class="cell-party">
                    {seals.into_iter().collect_view()}
                    <span>{session.messages.text("comparison.joint").to_owned()}</span>
                </p>
                {claims}
            </div>
        }
        .into_any(),
    )
}

fn cell_view(
    session: &Session,
    comparison: &Comparison,
    row: &Row,
    side: Side,
    pair: &Pair,
    anchors: &mut Anchors,
) -> AnyView {
    let cell = row.cell(side);
    let party = pair.party(side);
    let is_spoken_jointly = cell.fill() == Fill::NoStatement && !row.joint.is_empty();
    let fill = if is_spoken_jointly { "in-joint" } else { cell.fill().key() };
    let claims: Vec<AnyView> =
        cell.claims.iter().map(|it| anchors.show(session, it, false)).collect();
    let unsaid: Vec<AnyView> = cell
        .unsaid
        .iter()
        .map(|it| {
            let note = session.messages.word("fill", it.claim().content.key());
            view! { <p class="cell-empty">{note}</p> {anchors.show(session, it, false)} }.into_any()
        })
        .collect();
    let empty = (cell.fill() == Fill::NoStatement).then(|| {
        let words = if is_spoken_jointly {
            session.messages.text("fill.in-joint").to_owned()
        } else {
            no_statement(session, comparison)
        };
        view! { <p class="cell-empty">{words}</p> }
    });
    view! {
        <div
            role="cell"
            class=["cell cell-", side_class(side)].concat()
            data-party=party.to_string()
            data-fill=fill
        >
            <p class="cell-party">{seal(session, side, party)} <span>{party_name(session, party)}</span></p>
            {claims}
            {unsaid}
            {empty}
        </div>
    }
    .into_any()
}

/// "No statement found in the 3 reports that cover this event", with the reports named.
pub fn no_statement(session: &Session, comparison: &Comparison) -> String {
    let m = &session.messages;
    let names: Vec<String> = comparison
        .covered_by
        .iter()
        .map(|id| {
            let date = session.dataset.source(id).map_or_else(String::new, |s| m.date(s.published));
            [outlet_name(session, id).as_str(), m.text("list.comma"), &date].concat()
        })
        .collect();
    m.count_with(
        "fill.no-statement",
        comparison.covered_by.len() as u64,
        &[("reports", &names.join(m.text("list.semicolon")))],
    )
}

fn third_view(session: &Session, claims: &[ClaimRef], anchors: &mut Anchors) -> Option<AnyView> {
    if claims.is_empty() {
        return None;
    }
    let label = session.messages.text("comparison.third").to_owned();
    let claims = anchors.show_all(session, claims);
    Some(
        view! {
            <div role="row" class="third">
                <div role="cell" aria-colspan="3" class="third-cell">
                    <p class="third-label">{label}</p>
                    {claims}
                </div>
            </div>
        }
        .into_any(),
    )
}

/// What only third parties spoke of: topic by topic, apart from the pair's rows.
pub fn third_parties_only(session: &Session, bands: &[Band], anchors: &mut Anchors) -> Option<AnyView> {
    if bands.is_empty() {
        return None;
    }
    let m = &session.messages;
    let state = RowState::ThirdPartiesOnly;
    let bands: Vec<AnyView> = bands
        .iter()
        .map(|band| {
            let claims = anchors.show_all(session, &band.claims);
            view! {
                <div class="band" data-topic=band.topic.to_string() data-state=state.key()>
                    <h3>{topic_name(session, &band.topic)}</h3>
                    {claims}
                </div>
            }
            .into_any()
        })
        .collect();
    Some(
        view! {
            <section class="third-parties" aria-labelledby="third-parties">
                <h2 id="third-parties">{m.text("section.third-parties").to_owned()}</h2>
                <p class="section-note">
                    {state_name(session, state)} ": " {m.text("reason.only-third-parties").to_owned()}
                </p>
                {bands}
            </section>
        }
        .into_any(),
    )
}

/// What outlets say in their own voice.
pub fn background(session: &Session, claims: &[ClaimRef], anchors: &mut Anchors) -> Option<AnyView> {
    if claims.is_empty() {
        return None;
    }
    let m = &session.messages;
    let claims = anchors.show_all(session, claims);
    Some(
        view! {
            <section class="background" aria-labelledby="background">
                <h2 id="background">{m.text("section.background").to_owned()}</h2>
                <p class="section-note">{m.text("section.background-note").to_owned()}</p>
                {claims}
            </section>
        }
        .into_any(),
    )
}

/// A cell that holds nothing but why; for the table of losses.
pub fn empty_words(session: &Session, comparison: &Comparison, fill: Fill) -> String {
    match fill {
        Fill::NoStatement => no_statement(session, comparison),
        other => session.messages.word("fill", other.key()),
    }
}

