//! Losses two by two: who says, and whose.

use leptos::prelude::*;

use crate::domain::claim::Passage;
use crate::domain::comparison::{Comparison, Fill};
use crate::domain::event::Subject;
use crate::domain::losses::{LossCell, LossEntry, LossTable, Step, tabulate};
use crate::domain::party::Side;
use crate::session::{Session, SubjectStatements};

use super::attribution::{outlet_name, passage};
use super::claim::figure_notes;
use super::comparison::empty_words;
use super::seal::{party_name, seal, side_class};

/// One table for each group of losses of which the pair gave a figure.
pub fn loss_tables(
    session: &Session,
    comparison: &Comparison,
    loaded: &SubjectStatements,
) -> Option<AnyView> {
    let mut claims = crate::domain::comparison::ClaimRef::all_of(&loaded.statements);
    claims.extend(crate::domain::comparison::ClaimRef::all_of(&loaded.event_losses));
    let tables = tabulate(&session.pair.get_untracked(), &claims);
    if tables.is_empty() {
        return None;
    }
    let m = &session.messages;
    let tables: Vec<AnyView> =
        tables.iter().map(|table| table_view(session, comparison, loaded, table)).collect();
    Some(
        view! {
            <section class="losses" aria-labelledby="losses">
                <h2 id="losses">{m.text("section.losses").to_owned()}</h2>
                <p class="section-note">{m.text("section.losses-note").to_owned()}</p>
                {tables}
            </section>
        }
        .into_any(),
    )
}

fn table_view(
    session: &Session,
    comparison: &Comparison,
    loaded: &SubjectStatements,
    table: &LossTable,
) -> AnyView {
    let m = &session.messages;
    let pair = session.pair.get_untracked();
    let name = |side: Side| party_name(session, pair.party(side));
    let heads = Side::BOTH.map(|whose| {
        let words = m.fill("losses.whose", &[("party", &name(whose))]);
        view! { <th role="columnheader" scope="col">{words}</th> }
    });
    let rows = Side::BOTH.map(|claimant| {
        let says = m.fill("losses.says", &[("party", &name(claimant))]);
        let cells = Side::BOTH.map(|whose| {
            let cell = table.cell(claimant, whose);
            let label = m.fill("losses.whose", &[("party", &name(whose))]);
            view! {
                <td
                    role="cell"
                    class="loss-cell"
                    data-party=pair.party(claimant).to_string()
                    data-whose=pair.party(whose).to_string()
                    data-fill=cell.fill.key()
                >
                    <p class="loss-whose" aria-hidden="true">{label}</p>
                    {cell_view(session, comparison, loaded, cell)}
                </td>
            }
        });
        view! {
            <tr role="row" class=["loss-row loss-row-", side_class(claimant)].concat()>
                <th role="rowheader" scope="row">{seal(session, claimant, pair.party(claimant))} <span>{says}</span></th>
                {cells.into_iter().collect_view()}
            </tr>
        }
    });
    view! {
        <table role="table" class="loss-table" data-group=table.group.key()>
            <caption>{m.word("losses", table.group.key())}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col"><span class="visually-hidden">{m.text("losses.claimant").to_owned()}</span></th>
                    {heads.into_iter().collect_view()}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows.into_iter().collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn cell_view(
    session: &Session,
    comparison: &Comparison,
    loaded: &SubjectStatements,
    cell: &LossCell,
) -> AnyView {
    if cell.fill != Fill::Claims {
        let words = empty_words(session, comparison, cell.fill);
        return view! { <p class="cell-empty">{words}</p> }.into_any();
    }
    let entries = cell.entries.iter().map(|entry| entry_view(session, loaded, entry));
    view! { <ol class="loss-history">{entries.collect_view()}</ol> }.into_any()
}

fn entry_view(session: &Session, loaded: &SubjectStatements, entry: &LossEntry) -> AnyView {
    let m = &session.messages;
    let claim = entry.claim.claim();
    let (class, step) = match entry.step {
        Step::First => ("loss-entry", None),
        Step::Revision => ("loss-entry loss-revision", Some(m.text("losses.revision"))),
        Step::Variant => ("loss-entry loss-variant", Some(m.text("losses.variant"))),
    };
    let step = step.map(|step| view! { <span class="loss-step">{step.to_owned()} " · "</span> });
    let said = match entry.step {
        Step::Variant => String::new(),
        _ => [m.said(&entry.claim.statement.said).as_str(), " · "].concat(),
    };
    let place = claim.appearances.first().map(|first| {
        let place = match first.passage {
            Passage::Paragraph(_) => String::new(),
            other => [m.text("list.comma"), &passage(session, other)].concat(),
        };
        [outlet_name(session, &first.source).as_str(), &place].concat()
    });
    let event = match (&claim.about, &loaded.subject) {
        (Some(Subject::Event(id)), Subject::Episode(_)) => session.dataset.event(id).map(|event| {
            let href = session.href(&session.state.get_untracked().with_subject(Some(Subject::Event(id.clone()))));
            view! { <span class="loss-event">{m.text("losses.at-event").to_owned()} " " <a href=href>{event.title.clone()}</a></span> }
        }),
        _ => None,
    };
    let is_here = claim.about.as_ref() == Some(&loaded.subject);
    let amount = m.amount(&entry.figure);
    let amount = if is_here {
        let href = ["#claim-", claim.id.as_str()].concat();
        view! { <a class="loss-amount" href=href>{amount}</a> }.into_any()
    } else {
        view! { <span class="loss-amount">{amount}</span> }.into_any()
    };
    view! {
        <li class=class>
            {amount}
            " "
            <span class="loss-measure">{m.measure(&entry.figure)}</span>
            <span class="loss-notes">
                {step} {said} {place}
                {entry.figure.inferred_because.is_some().then(|| figure_notes(session, &entry.figure))}
            </span>
            {event}
        </li>
    }
    .into_any()
}
