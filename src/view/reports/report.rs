//! One report: what the document says of itself, the verbs it uses for each side, and what only it
//! carries.

use leptos::prelude::*;

use crate::domain::carrying::Report;
use crate::domain::comparison::ClaimRef;
use crate::domain::id::OutletId;
use crate::domain::party::Side;
use crate::domain::source::Source;
use crate::session::Session;

use crate::view::claim::quoted;
use crate::view::further::further;
use crate::view::seal::{party_name, seal, side_class};
use crate::view::sources::{headline_line, notes_line, outlet_words};
use crate::view::tag::{DOT, Tag, tag};

use super::claim_line;

/// Of a side's verbs in one report, the most frequent, as many on either side.
const MOST_VERBS: usize = 12;
/// Third parties named with their counts.
const MOST_THIRD: usize = 12;

/// The report. What only it carries is listed where `is_listed`, and else counted.
pub fn report(session: &Session, report: &Report, is_listed: bool) -> Tag {
    let id = ["source-", report.source.as_str()].concat();
    let article = tag("article").class("report").with("id", id);
    let Some(source) = session.dataset.source(&report.source) else { return article };
    article
        .child(tag("h3").children(outlet_words(session, source)))
        .child(headline_line(session, source))
        .child(notes_line(session, source))
        .child(verbs(session, report, source))
        .child(third_parties(session, report))
        .child(agencies(session, report))
        .child(with_others(session, report))
        .child(alone(session, report, is_listed))
}

/// The verbs of both sides, in columns of one form.
fn verbs(session: &Session, report: &Report, source: &Source) -> Tag {
    let label = session.messages.text("static.carrying-verbs");
    let sides = Side::BOTH.map(|side| verbs_of(session, report, source, side).view());
    tag("div").class("verbs").with("role", "group").with("aria-label", label).children(sides)
}

fn verbs_of(session: &Session, report: &Report, source: &Source, side: Side) -> Tag {
    let m = &session.messages;
    let party = session.dataset.pair.party(side);
    let name = tag("p")
        .class("verbs-party")
        .child(seal(session, side, party))
        .child(tag("span").text(party_name(session, party)));
    let column = tag("div").class(["verbs-", side_class(side)].concat()).child(name);
    let (verbs, without) = (report.verbs(side), report.without_verb(side));
    if verbs.is_empty() && without == 0 {
        return column.child(tag("p").class("cell-empty").text(m.text("static.carrying-none")));
    }
    let items = verbs.iter().take(MOST_VERBS).map(|(verb, n)| verb_item(session, source, verb, *n));
    let rest: usize = verbs.iter().skip(MOST_VERBS).map(|(_, n)| n).sum();
    let rest = [("static.carrying-more-verbs", rest), ("static.carrying-no-verb", without)];
    let rest = rest.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| {
        tag("li").class("verb-rest").text(m.fill(key, &[("n", &m.number(n as u64))])).view()
    });
    column.child(tag("ul").children(items).children(rest))
}

/// The verb in the report's language, and how often it stands.
fn verb_item(session: &Session, source: &Source, verb: &str, n: usize) -> AnyView {
    let verb = quoted(session, &source.headline.language, verb);
    tag("li").child(verb).text([" ×", &n.to_string()].concat()).view()
}

/// Third parties with the number of appearances of each.
fn third_parties(session: &Session, report: &Report) -> Option<Tag> {
    let m = &session.messages;
    let listed = report.third.iter().take(MOST_THIRD);
    let mut names: Vec<String> = listed
        .map(|(party, n)| [&party_name(session, party), " ", &n.to_string()].concat())
        .collect();
    if report.third.len() > MOST_THIRD {
        names.push("…".to_owned());
    }
    let names = names.join(DOT);
    let words = || m.fill("static.carrying-third-line", &[("parties", names.as_str())]);
    (!names.is_empty()).then(|| tag("p").class("report-line").text(words()))
}

/// Agencies through which statements came that this report carries.
fn agencies(session: &Session, report: &Report) -> Option<Tag> {
    let mut named: Vec<&OutletId> = Vec::new();
    for claim in report.alone.iter().chain(&report.shared) {
        match &claim.statement.agency {
            Some(agency) if !named.contains(&agency) => named.push(agency),
            _ => {}
        }
    }
    let names: Vec<&str> = named
        .into_iter()
        .filter_map(|agency| session.dataset.outlet(agency))
        .map(|outlet| outlet.name.as_str())
        .collect();
    let names = names.join(session.messages.text("list.comma"));
    let words = || session.messages.fill("static.carrying-agencies", &[("agencies", &names)]);
    (!names.is_empty()).then(|| tag("p").class("report-line").text(words()))
}

/// How many of its claims other reports carry too, leading to them.
fn with_others(session: &Session, report: &Report) -> Option<Tag> {
    let count = report.shared.len();
    let words = || session.messages.count("static.carrying-with-others", count as u64);
    let link = || tag("a").with("href", "#shared").text(words());
    (count > 0).then(|| tag("p").class("report-line").child(link()))
}

/// What only this report carries.
fn alone(session: &Session, report: &Report, is_listed: bool) -> Tag {
    let count = report.alone.len();
    let words = session.messages.count("static.carrying-alone", count as u64);
    if count == 0 || !is_listed {
        let left_out = further(session, "static.carrying-left-out", count);
        return tag("div").class("report-alone").child(tag("p").text(words)).child(left_out);
    }
    let item = |claim: &ClaimRef| tag("li").child(claim_line(session, claim)).view();
    tag("details")
        .class("report-alone")
        .child(tag("summary").text(words))
        .child(tag("ul").children(report.alone.iter().map(item)))
}
