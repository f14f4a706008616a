//! Who carried what: the matrix of reports and claimants, what several reports carry, and each
//! report with its verbs and with what only it carries.

mod matrix;
mod report;
mod shared;

use leptos::prelude::*;

use crate::domain::carrying::Carrying;
use crate::domain::comparison::ClaimRef;
use crate::domain::party::Side;
use crate::session::Session;
use crate::view_state::ViewState;

use super::attribution::claimants;
use super::further::further;
use super::seal::party_name;
use super::standing::{Section, Standing, standing};
use super::tag::{Tag, tag};

/// The newest reports, as many as the page lists.
const MOST_REPORTS: usize = 10;
/// Of claims that only one report carries, the page lists at most so many, report by report: all of
/// a report's or, where they don't fit any more, none, since to list some would be to choose.
const MOST_ALONE: usize = 180;

/// The whole page. Takes its [`Session`] from the context.
pub fn reports_page(carrying: &Carrying) -> AnyView {
    let session = expect_context::<Session>();
    let sections = vec![
        Section {
            id: "matrix",
            heading: "static.carrying-matrix",
            matter: matrix_matter(&session, carrying),
        },
        Section {
            id: "shared",
            heading: "static.carrying-shared",
            matter: shared::matter(&session, carrying),
        },
        Section {
            id: "reports",
            heading: "static.carrying-reports",
            matter: reports_matter(&session, carrying),
        },
    ];
    standing(&session, Standing::Reports, sections, Vec::new())
}

fn matrix_matter(session: &Session, carrying: &Carrying) -> Vec<Tag> {
    let m = &session.messages;
    let all = Carrying::sum(&carrying.reports);
    let with_joint = Side::BOTH.map(|side| {
        let party = party_name(session, session.dataset.pair.party(side));
        let count = all.with_joint(side) as u64;
        let holes = [("party", party.as_str())];
        tag("li").text(m.count_with("static.carrying-with-joint", count, &holes)).view()
    });
    vec![
        tag("p").text(m.text("static.carrying-counts")),
        tag("p").text(m.text("static.carrying-joint-note")),
        matrix::matrix(session, carrying, left_out(carrying)),
        tag("ul").class("with-joint").children(with_joint),
    ]
}

fn reports_matter(session: &Session, carrying: &Carrying) -> Vec<Tag> {
    let m = &session.messages;
    let left_out = left_out(carrying);
    let mut matter = vec![
        tag("p").text(m.text("static.carrying-verbs-note")),
        tag("p").text(m.text("static.carrying-only-note")),
    ];
    let mut room = MOST_ALONE;
    for it in &carrying.reports[left_out..] {
        let is_listed = it.alone.len() <= room;
        if is_listed {
            room -= it.alone.len();
        }
        matter.push(report::report(session, it, is_listed));
    }
    matter.extend(further(session, "further.sources", left_out));
    matter
}

/// How many of the reports, the oldest, the page doesn't list.
fn left_out(carrying: &Carrying) -> usize {
    carrying.reports.len().saturating_sub(MOST_REPORTS)
}

/// Whose the claim is, and the claim in words, which lead to where it is shown whole.
fn claim_line(session: &Session, claim: &ClaimRef) -> Tag {
    let it = claim.claim();
    let subject = it.about.clone();
    let page = ViewState::explorer(&session.messages.language).with_subject(subject);
    let href = [&session.href(&page), "#claim-", it.id.as_str()].concat();
    let whose = [claimants(session, claim).as_str(), session.messages.text("list.colon")].concat();
    tag("p")
        .class("claim-line")
        .child(tag("b").text(whose))
        .child(tag("a").with("href", href).text(it.summary.as_str()))
}
