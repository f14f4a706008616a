//! The comparison: topic rows with the pair in two columns of equal weight, third parties under
//! the row they answer, and what only they spoke of in bands of its own.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

use crate::domain::balance::Balance;
use crate::domain::comparison::{Band, ClaimRef, Comparison, Fill, Row};
use crate::domain::id::{ClaimId, TopicId};
use crate::domain::party::{Pair, Side};
use crate::domain::row_state::RowState;
use crate::session::{Compared, Session};

use super::claim::{ClaimStyle, claim};
use super::seal::{party_name, seal, side_class};
use super::state_sign::{reason, state_link};
use super::tag::{Tag, piece, tag, text};

/// Gives each claim its address once, however often it is shown. Clones share what was given.
#[derive(Clone, Default)]
pub struct Anchors(Arc<Mutex<Vec<ClaimId>>>);

impl Anchors {
    /// Shows a claim, with its address if it hasn't been given yet.
    pub fn show(&self, session: &Session, it: &ClaimRef, with_party: bool) -> AnyView {
        let id = &it.claim().id;
        let is_anchor = self.give(id);
        claim(session, it, ClaimStyle { is_anchor, with_party })
    }

    /// Whether the claim hadn't been given its address.
    fn give(&self, id: &ClaimId) -> bool {
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = !given.contains(id);
        if is_new {
            given.push(id.clone());
        }
        is_new
    }

    /// Shows claims one after the other, with their parties' names.
    pub fn show_all(&self, session: &Session, claims: &[ClaimRef]) -> Vec<AnyView> {
        claims.iter().map(|it| self.show(session, it, true)).collect()
    }
}

/// The table of rows.
pub fn comparison_table(session: &Session, compared: &Arc<Compared>, anchors: &Anchors) -> AnyView {
    let (m, comparison) = (&session.messages, &compared.comparison);
    let pair = session.pair.get_untracked();
    let topic = tag("div")
        .with("role", "columnheader")
        .class("visually-hidden")
        .text(m.text("comparison.topic"));
    let claims = Balance::of_comparison(comparison, &pair).claims;
    let sides = tag("div")
        .with("role", "row")
        .class("sides")
        .child(topic)
        .children(Side::BOTH.map(|side| column_head(session, claims, &pair, side)));
    let mut table = tag("div")
        .with("role", "table")
        .class("comparison")
        .with("aria-label", m.text("comparison.label"))
        .child(sides);
    for at in 0..comparison.rows.len() {
        let (own, pair, anchors) = (session.clone(), pair.clone(), anchors.clone());
        let compared = Arc::clone(compared);
        let row = move || {
            let row = &compared.comparison.rows[at];
            let view = row_view(&own, &compared.comparison, row, &pair, &anchors).view();
            let third = third_view(&own, &row.third, &anchors).map(Tag::view);
            vec![view, third.into_any()].into_any()
        };
        table = table.child(piece(session, Box::new(row)));
    }
    table.view()
}

fn column_head(session: &Session, claims: [usize; 3], pair: &Pair, side: Side) -> AnyView {
    let party = pair.party(side);
    let claims = session.messages.count("count.claims", claims[side as usize] as u64);
    tag("div")
        .with("role", "columnheader")
        .class(["side side-", side_class(side)].concat())
        .with("data-party", party.as_str())
        .child(seal(session, side, party))
        .child(tag("span").class("side-name").text(party_name(session, party)))
        .child(tag("span").class("side-count").text(claims))
        .view()
}

fn row_view(
    session: &Session,
    comparison: &Comparison,
    row: &Row,
    pair: &Pair,
    anchors: &Anchors,
) -> Tag {
    let joint = joint_view(session, row, pair, anchors);
    let both_joint = joint.is_some()
        && Side::BOTH.iter().all(|side| row.cell(*side).fill() == Fill::NoStatement);
    let view = tag("div")
        .with("role", "row")
        .class("row")
        .with("data-topic", row.topic.as_str())
        .with("data-state", row.state.key())
        .with_maybe("data-whose", row.whose.as_ref().map(ToString::to_string))
        .child(row_head(session, row))
        .child(joint);
    if both_joint {
        return view;
    }
    view.children(Side::BOTH.map(|side| cell_view(session, comparison, row, side, pair, anchors)))
}

fn row_head(session: &Session, row: &Row) -> Tag {
    let state = tag("p")
        .class("row-state")
        .child(state_link(session, row.state))
        .text(session.messages.text("list.colon"))
        .child(tag("span").class("row-reason").text(reason(session, row)));
    tag("div")
        .with("role", "rowheader")
        .class("row-head")
        .child(tag("h3").text(topic_heading(session, row)))
        .child(state)
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

/// A topic's short name.
pub fn topic_name(session: &Session, topic: &TopicId) -> String {
    session.dataset.topic(topic).map_or_else(|| topic.to_string(), |topic| topic.short.clone())
}

fn joint_view(session: &Session, row: &Row, pair: &Pair, anchors: &Anchors) -> Option<Tag> {
    if row.joint.is_empty() {
        return None;
    }
    let parties = [pair.first.as_str(), " ", pair.second.as_str()].concat();
    let spoken = tag("p")
        .class("cell-party")
        .children(Side::BOTH.map(|side| seal(session, side, pair.party(side))))
        .child(tag("span").text(session.messages.text("comparison.joint")));
    let cell = tag("div")
        .with("role", "cell")
        .with("aria-colspan", "2")
        .class("cell cell-joint")
        .with("data-party", parties)
        .child(spoken)
        .children(anchors.show_all(session, &row.joint));
    Some(cell)
}

fn cell_view(
    session: &Session,
    comparison: &Comparison,
    row: &Row,
    side: Side,
    pair: &Pair,
    anchors: &Anchors,
) -> AnyView {
    let m = &session.messages;
    let cell = row.cell(side);
    let is_empty = cell.fill() == Fill::NoStatement;
    let is_spoken_jointly = is_empty && !row.joint.is_empty();
    let fill = if is_spoken_jointly { "in-joint" } else { cell.fill().key() };
    let mut view = cell_frame(session, side, pair)
        .with("data-fill", fill)
        .children(cell.claims.iter().map(|it| anchors.show(session, it, false)));
    for it in &cell.unsaid {
        view = view
            .child(empty_line(m.word("fill", it.claim().content.key())))
            .child(anchors.show(session, it, false));
    }
    if is_spoken_jointly {
        view = view.child(empty_line(m.text("fill.in-joint").to_owned()));
    } else if is_empty {
        view = view.child(tag("p").class("cell-empty").child(no_statement(session, comparison)));
    }
    view.view()
}

/// A side's cell with its party, as yet without claims.
fn cell_frame(session: &Session, side: Side, pair: &Pair) -> Tag {
    let party = pair.party(side);
    let name = tag("p")
        .class("cell-party")
        .child(seal(session, side, party))
        .child(tag("span").text(party_name(session, party)));
    tag("div")
        .with("role", "cell")
        .class(["cell cell-", side_class(side)].concat())
        .with("data-party", party.as_str())
        .child(name)
}

/// Why nothing stands here.
fn empty_line(words: String) -> Tag {
    tag("p").class("cell-empty").text(words)
}

/// "No statement found in the 3 reports that cover this", or by then in those that were out, leading
/// to where they are named.
fn no_statement(session: &Session, comparison: &Comparison) -> AnyView {
    let m = &session.messages;
    let words = match &comparison.as_of {
        Some(as_of) => m.count("fill.no-statement-then", as_of.reports as u64),
        None => m.count("fill.no-statement", comparison.covered_by.len() as u64),
    };
    tag("a").with("href", "#sources").text(words).view()
}

fn third_view(session: &Session, claims: &[ClaimRef], anchors: &Anchors) -> Option<Tag> {
    if claims.is_empty() {
        return None;
    }
    let label = session.messages.text("comparison.third");
    let cell = tag("div")
        .with("role", "cell")
        .with("aria-colspan", "3")
        .class("third-cell")
        .child(tag("p").class("third-label").text(label))
        .children(anchors.show_all(session, claims));
    Some(tag("div").with("role", "row").class("third").child(cell))
}

/// What only third parties spoke of: topic by topic, apart from the pair's rows.
pub fn third_parties_only(session: &Session, bands: &[Band], anchors: &Anchors) -> Option<AnyView> {
    if bands.is_empty() {
        return None;
    }
    let m = &session.messages;
    let note = [m.text("list.colon"), m.text("reason.only-third-parties")].concat();
    let note = tag("p")
        .class("section-note")
        .child(state_link(session, RowState::ThirdPartiesOnly))
        .text(note);
    let section = tag("section")
        .class("third-parties")
        .with("aria-labelledby", "third-parties")
        .child(tag("h2").with("id", "third-parties").text(m.text("section.third-parties")))
        .child(note)
        .children(bands.iter().map(|band| band_view(session, band, anchors)));
    Some(section.view())
}

fn band_view(session: &Session, band: &Band, anchors: &Anchors) -> AnyView {
    tag("div")
        .class("band")
        .with("data-topic", band.topic.as_str())
        .with("data-state", RowState::ThirdPartiesOnly.key())
        .child(tag("h3").text(topic_name(session, &band.topic)))
        .children(anchors.show_all(session, &band.claims))
        .view()
}

/// What outlets say in their own voice.
pub fn background(session: &Session, claims: &[ClaimRef], anchors: &Anchors) -> Option<AnyView> {
    if claims.is_empty() {
        return None;
    }
    let m = &session.messages;
    let section = tag("section")
        .class("background")
        .with("aria-labelledby", "background")
        .child(tag("h2").with("id", "background").text(m.text("section.background")))
        .child(tag("p").class("section-note").text(m.text("section.background-note")))
        .children(anchors.show_all(session, claims));
    Some(section.view())
}

/// Why a cell of the table of losses holds no figure.
pub fn empty_words(session: &Session, comparison: &Comparison, fill: Fill) -> AnyView {
    match fill {
        Fill::NoStatement => no_statement(session, comparison),
        other => text(session.messages.word("fill", other.key())),
    }
}
