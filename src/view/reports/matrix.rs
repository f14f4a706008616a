//! The matrix: a row for each report, a column for each kind of claimant, and the counts of
//! appearances. On a phone a row is a card whose cells carry their columns' names.

use leptos::prelude::*;

use crate::domain::carrying::{Carried, Carrying, Claimants, Report};
use crate::domain::party::Side;
use crate::session::Session;

use crate::view::attribution::outlet_name;
use crate::view::drawing::{Stroke, drawing};
use crate::view::seal::{party_name, seal};
use crate::view::tag::{Tag, tag};

/// The longest bar, in pixels.
const BAR_WIDTH: usize = 64;
const BAR_HEIGHT: usize = 5;

/// The table. Of the reports the first `left_out` share one row, so that it still adds up.
pub fn matrix(session: &Session, carrying: &Carrying, left_out: usize) -> Tag {
    let m = &session.messages;
    let (older, listed) = carrying.reports.split_at(left_out);
    let counts = listed.iter().flat_map(|it| Claimants::ALL.iter().map(|c| it.carried.count(*c)));
    let most = counts.max().unwrap_or(0);
    let older_row = (left_out > 0).then(|| {
        let words = m.fill("static.carrying-further", &[("n", &m.number(left_out as u64))]);
        row(session, tag("span").text(words), &Carrying::sum(older), None)
    });
    let rows =
        listed.iter().map(|it| row(session, report_name(session, it), &it.carried, Some(most)));
    let whole = tag("span").text(m.text("static.carrying-all"));
    let whole = row(session, whole, &Carrying::sum(&carrying.reports), None);
    tag("table")
        .with("role", "table")
        .class("matrix")
        .child(tag("caption").text(m.text("static.carrying-caption")))
        .child(tag("thead").with("role", "rowgroup").child(head_row(session)))
        .child(tag("tbody").with("role", "rowgroup").child(older_row).children(rows.map(Tag::view)))
        .child(tag("tfoot").with("role", "rowgroup").child(whole))
}

/// The column's name in words.
fn column_name(session: &Session, claimants: Claimants) -> String {
    let m = &session.messages;
    let pair = &session.dataset.pair;
    match claimants {
        Claimants::First => party_name(session, &pair.first),
        Claimants::Second => party_name(session, &pair.second),
        Claimants::Joint => m.text("static.carrying-joint").to_owned(),
        Claimants::Third => m.text("static.carrying-third").to_owned(),
        Claimants::Outlet => m.text("static.carrying-outlet").to_owned(),
    }
}

/// The seal of a side of the pair, which its name stands beside.
fn side_seal(session: &Session, claimants: Claimants) -> Option<AnyView> {
    let side = Side::BOTH.into_iter().find(|side| Claimants::of_side(*side) == claimants)?;
    Some(seal(session, side, session.dataset.pair.party(side)))
}

fn head_row(session: &Session) -> Tag {
    let m = &session.messages;
    let head = || tag("th").with("role", "columnheader").with("scope", "col");
    let columns = Claimants::ALL.iter().map(|claimants| {
        let seal = side_seal(session, *claimants).map(|seal| tag("span").child(seal));
        head().child(seal).child(tag("span").text(column_name(session, *claimants))).view()
    });
    tag("tr")
        .with("role", "row")
        .child(head().text(m.text("static.carrying-report")))
        .children(columns)
        .child(head().text(m.text("static.carrying-all")))
}

fn report_name(session: &Session, report: &Report) -> Tag {
    let date = session.dataset.source(&report.source).map(|it| session.messages.date(it.published));
    let link = tag("a")
        .with("href", ["#source-", report.source.as_str()].concat())
        .text(outlet_name(session, &report.source));
    let date = tag("span").class("matrix-date").text(date.unwrap_or_default());
    tag("span").child(link).text(" ").child(date)
}

/// One row; with bars where `most`, the count of the longest, is given.
fn row(session: &Session, name: Tag, carried: &Carried, most: Option<usize>) -> Tag {
    let all = session.messages.text("static.carrying-all");
    let cells = Claimants::ALL.iter().map(|claimants| {
        let count = carried.count(*claimants);
        let bar = most.filter(|_| count > 0).map(|most| bar(*claimants, count, most));
        cell(session, &column_name(session, *claimants), count).child(bar).view()
    });
    tag("tr")
        .with("role", "row")
        .child(tag("th").with("role", "rowheader").with("scope", "row").child(name))
        .children(cells)
        .child(cell(session, all, carried.total()).class("matrix-whole"))
}

/// A count with its column's name, which only a narrow page shows.
fn cell(session: &Session, column: &str, count: usize) -> Tag {
    tag("td")
        .with("role", "cell")
        .child(tag("span").class("matrix-column").with("aria-hidden", "true").text(column))
        .child(tag("span").class("matrix-count").text(session.messages.number(count as u64)))
}

/// As long as the count is to the longest. Its own width, not a path's, so that it begins where a
/// line of text begins.
fn bar(claimants: Claimants, count: usize, most: usize) -> AnyView {
    let class = match claimants {
        Claimants::First => "bar-first",
        Claimants::Second => "bar-second",
        Claimants::Joint | Claimants::Third | Claimants::Outlet => "bar-others",
    };
    let width = (count * BAR_WIDTH / most.max(1)).max(1);
    let (right, height) = (width.to_string(), BAR_HEIGHT.to_string());
    let path = ["M0 0H", &right, "V", &height, "H0Z"].concat();
    drawing("matrix-bar", width, BAR_HEIGHT, vec![Stroke { class, path }])
}
