//! Losses two by two: who says, and whose.

use leptos::prelude::*;

use crate::domain::comparison::{ClaimRef, Comparison, Fill};
use crate::domain::event::Subject;
use crate::domain::losses::{LossCell, LossEntry, LossTable, Step, tabulate};
use crate::domain::party::{Pair, Side};
use crate::loss_chart::{Scale, histories};
use crate::session::{Compared, Session, SubjectStatements};

use super::attribution::{outlet_name, passage};
use super::comparison::empty_words;
use super::further::further;
use super::loss_plot::loss_plot;
use super::seal::{party_name, seal, side_class};
use super::subject_link::subject_link;
use super::tag::{DOT, Tag, tag, text};

/// With more claims than these on losses in its single events, an episode's page leaves all of
/// them to the events' own pages: to show some would be to choose among them.
const MOST_OF_EVENTS: usize = 80;

/// Whether the pair gave a figure of any losses.
#[cfg(not(target_arch = "wasm32"))]
pub fn has_losses(session: &Session, compared: &Compared) -> bool {
    let own = ClaimRef::all_of(&compared.known.statements);
    let of_events = ClaimRef::all_of(&compared.known.event_losses);
    !tabulate(&session.pair.get_untracked(), &[own, of_events].concat()).is_empty()
}

/// One table for each group of losses of which the pair gave a figure.
pub fn loss_tables(session: &Session, compared: &Compared) -> Option<AnyView> {
    let Compared { comparison, known: loaded } = compared;
    let mut claims = ClaimRef::all_of(&loaded.statements);
    let of_events = ClaimRef::all_of(&loaded.event_losses);
    let left_out = if of_events.len() > MOST_OF_EVENTS { of_events.len() } else { 0 };
    if left_out == 0 {
        claims.extend(of_events);
    }
    let tables = tabulate(&session.pair.get_untracked(), &claims);
    if tables.is_empty() && left_out == 0 {
        return None;
    }
    let m = &session.messages;
    let is_drawn = tables.iter().filter(|table| Scale::of(table).is_some()).any(|table| {
        let of_cell = |whose: Side| Side::BOTH.map(|by| table.cell(by, whose));
        let mut entries = Side::BOTH.into_iter().flat_map(of_cell).flat_map(|cell| &cell.entries);
        entries.any(|entry| is_here(loaded, entry))
    });
    let chart_note = if is_drawn { m.text("losses.chart-note") } else { "" };
    let note = [m.text("section.losses-note"), " ", chart_note].concat();
    let tables = tables.iter().map(|table| table_view(session, comparison, loaded, table));
    let section = tag("section")
        .class("losses")
        .with("aria-labelledby", "losses")
        .child(tag("h2").with("id", "losses").text(m.text("section.losses")))
        .child(tag("p").class("section-note").text(note))
        .children(tables)
        .child(further(session, "further.losses", left_out));
    Some(section.view())
}

fn table_view(
    session: &Session,
    comparison: &Comparison,
    loaded: &SubjectStatements,
    table: &LossTable,
) -> AnyView {
    let group = table.group.key();
    let pair = session.pair.get_untracked();
    let scale = Scale::of(table);
    let rows = Side::BOTH.map(|claimant| {
        let cells = Side::BOTH.map(|whose| {
            let cell = table.cell(claimant, whose);
            cell_frame(session, &pair, claimant, whose)
                .with("data-fill", cell.fill.key())
                .children(cell_content(
                    session,
                    comparison,
                    loaded,
                    cell,
                    scale.map(|it| (it, claimant)),
                ))
                .view()
        });
        row_head(session, &pair, claimant).children(cells).view()
    });
    tag("table")
        .with("role", "table")
        .class("loss-table")
        .with("data-group", group)
        .child(tag("caption").text(session.messages.word("losses", group)))
        .child(tag("thead").with("role", "rowgroup").child(head_row(session, &pair)))
        .child(tag("tbody").with("role", "rowgroup").children(rows))
        .view()
}

/// "Losses of …".
fn whose_words(session: &Session, pair: &Pair, whose: Side) -> String {
    let party = party_name(session, pair.party(whose));
    session.messages.fill("losses.whose", &[("party", &party)])
}

fn column_head() -> Tag {
    tag("th").with("role", "columnheader").with("scope", "col")
}

fn head_row(session: &Session, pair: &Pair) -> Tag {
    let claimant = session.messages.text("losses.claimant");
    tag("tr")
        .with("role", "row")
        .child(column_head().child(tag("span").class("visually-hidden").text(claimant)))
        .children(
            Side::BOTH.map(|whose| column_head().text(whose_words(session, pair, whose)).view()),
        )
}

/// A claimant's row, as yet without its cells.
fn row_head(session: &Session, pair: &Pair, claimant: Side) -> Tag {
    let party = pair.party(claimant);
    let says = session.messages.fill("losses.says", &[("party", &party_name(session, party))]);
    let head = tag("th")
        .with("role", "rowheader")
        .with("scope", "row")
        .child(seal(session, claimant, party))
        .child(tag("span").text(says));
    tag("tr")
        .with("role", "row")
        .class(["loss-row loss-row-", side_class(claimant)].concat())
        .child(head)
}

/// A cell that says whose losses it is for, as yet without them.
fn cell_frame(session: &Session, pair: &Pair, claimant: Side, whose: Side) -> Tag {
    let label = tag("p")
        .class("loss-whose")
        .with("aria-hidden", "true")
        .text(whose_words(session, pair, whose));
    tag("td")
        .with("role", "cell")
        .class("loss-cell")
        .with("data-party", pair.party(claimant).as_str())
        .with("data-whose", pair.party(whose).as_str())
        .child(label)
}

fn cell_content(
    session: &Session,
    comparison: &Comparison,
    loaded: &SubjectStatements,
    cell: &LossCell,
    scale: Option<(Scale, Side)>,
) -> Vec<AnyView> {
    if cell.fill != Fill::Claims {
        let empty = tag("p").class("cell-empty");
        return vec![empty.child(empty_words(session, comparison, cell.fill)).view()];
    }
    let mut parts = Vec::new();
    for history in histories(&cell.entries) {
        // The figures of an episode's single events are many, and each has its plot on its own page.
        let drawn = scale.filter(|_| is_here(loaded, history[0]));
        parts.extend(drawn.and_then(|(scale, by)| loss_plot(session, &scale, by, &history)));
        let entries = history.into_iter().map(|entry| entry_view(session, loaded, entry));
        parts.push(tag("ol").class("loss-history").children(entries).view());
    }
    parts
}

fn entry_view(session: &Session, loaded: &SubjectStatements, entry: &LossEntry) -> AnyView {
    let class = match entry.step {
        Step::First => "loss-entry",
        Step::Revision => "loss-entry loss-revision",
        Step::Variant => "loss-entry loss-variant",
    };
    let measure = session.messages.measure(&entry.figure);
    tag("li")
        .class(class)
        .child(amount(session, loaded, entry))
        .text(" ")
        .child(tag("span").class("loss-measure").text(measure))
        .child(notes(session, entry))
        .child(event_link(session, loaded, entry))
        .view()
}

/// Whether the figure is of the subject itself, not of one of an episode's events.
fn is_here(loaded: &SubjectStatements, entry: &LossEntry) -> bool {
    entry.claim.claim().about.as_ref() == Some(&loaded.subject)
}

/// The amount, which leads to its claim if that stands on the same page.
fn amount(session: &Session, loaded: &SubjectStatements, entry: &LossEntry) -> Tag {
    let is_here = is_here(loaded, entry);
    let href = is_here.then(|| ["#claim-", entry.claim.claim().id.as_str()].concat());
    tag(if is_here { "a" } else { "span" })
        .class("loss-amount")
        .with_maybe("href", href)
        .text(session.messages.amount(&entry.figure))
}

/// What a figure is to the one before it, when it was said, where it stands, and whose it is if
/// that is inferred.
fn notes(session: &Session, entry: &LossEntry) -> Tag {
    let m = &session.messages;
    let step = match entry.step {
        Step::First => None,
        Step::Revision => Some(m.text("losses.revision")),
        Step::Variant => Some(m.text("losses.variant")),
    };
    let step = step.map(|step| tag("span").class("loss-step").text([step, DOT].concat()));
    let said = match entry.step {
        Step::Variant => String::new(),
        _ => [m.said(&entry.claim.statement.said).as_str(), DOT].concat(),
    };
    let notes = tag("span")
        .class("loss-notes")
        .child(step)
        .text(said)
        .child(place(session, entry).map(text));
    if entry.figure.inferred_because.is_some() {
        notes.text([DOT, m.text("losses.inferred")].concat())
    } else {
        notes
    }
}

/// The outlet; for a variant, whose statement has no time of its own, the report's date and the
/// passage.
fn place(session: &Session, entry: &LossEntry) -> Option<String> {
    let first = entry.claim.claim().appearances.first()?;
    let outlet = outlet_name(session, &first.source);
    if entry.step != Step::Variant {
        return Some(outlet);
    }
    let comma = session.messages.text("list.comma");
    let source = session.dataset.source(&first.source)?;
    let date = session.messages.date(source.published);
    Some([outlet.as_str(), comma, &date, comma, &passage(session, first.passage)].concat())
}

/// For an episode: the event whose losses these are.
fn event_link(session: &Session, loaded: &SubjectStatements, entry: &LossEntry) -> Option<Tag> {
    let (Some(subject @ Subject::Event(id)), Subject::Episode(_)) =
        (&entry.claim.claim().about, &loaded.subject)
    else {
        return None;
    };
    let event = session.dataset.event(id)?;
    let link = subject_link(session, subject.clone()).text(event.title.as_str());
    let words = [session.messages.text("losses.at-event"), " "].concat();
    Some(tag("span").class("loss-event").text(words).child(link))
}
