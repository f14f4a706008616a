//! A comparison as a table without classes and styles, for systems that strip all else: both
//! columns, who said it, the states and the sources. No side's column has anything of its own.

use crate::domain::balance::Balance;
use crate::domain::claim::Content;
use crate::domain::comparison::{ClaimRef, Comparison, Fill, Row};
use crate::domain::id::SourceId;
use crate::domain::party::Side;
use crate::domain::row_state::RowState;
use crate::domain::statement::Voice;
use crate::session::Session;
use crate::view::{
    appearance_words, claimants, origin_words, outlet_name, party_name, reason, speaker_name,
    topic_heading,
};
use leptos::prelude::GetUntracked;

use super::snippets::safe;
use super::{Sharing, path_below};

/// The explorer's table lists at most so many events, the newest.
const MOST_EVENTS: usize = 20;

/// The table of a subject, or of the newest events.
pub fn table(sharing: &Sharing) -> String {
    let session = sharing.session;
    let m = &session.messages;
    let languages = &session.dataset.about.languages;
    let is_right_to_left = languages.iter().any(|l| l.code == m.language && l.is_right_to_left);
    let direction = if is_right_to_left { "rtl" } else { "ltr" };
    let (heading, rows, after) = match session.comparison.get_untracked() {
        Some(compared) => {
            let comparison = &compared.comparison;
            ("comparison.topic", rows(session, comparison), sources(session, comparison.cited()))
        }
        None => ("static.share-table-event", events(sharing), further(session)),
    };
    let pair = session.pair.get_untracked();
    let [first, second] = Side::BOTH.map(|side| safe(&party_name(session, pair.party(side))));
    format!(
        "<table lang=\"{0}\" dir=\"{direction}\">\n<caption>{1}</caption>\n<thead><tr><th scope=\"col\">{2}</th><th scope=\"col\">{first}</th><th scope=\"col\">{second}</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>{after}",
        m.language,
        safe(&sharing.title()),
        safe(m.text(heading)),
    )
}

fn rows(session: &Session, comparison: &Comparison) -> String {
    let m = &session.messages;
    let mut rows = String::new();
    for row in &comparison.rows {
        let state = m.word("state", row.state.key());
        let heading = [&topic_heading(session, row), " · ", &state].concat();
        let heading = format!("{}<br>{}", safe(&heading), safe(&reason(session, row)));
        let cells = Side::BOTH.map(|side| cell(session, comparison, row, side));
        if !row.joint.is_empty() {
            rows.push_str(&across(m.text("comparison.joint"), &claims(session, &row.joint, false)));
        }
        rows.push_str(&format!(
            "<tr><th scope=\"row\">{heading}</th><td>{}</td><td>{}</td></tr>\n",
            cells[0], cells[1]
        ));
        if !row.third.is_empty() {
            rows.push_str(&across(m.text("comparison.third"), &claims(session, &row.third, true)));
        }
    }
    for band in &comparison.third_parties_only {
        let topic = session.dataset.topic(&band.topic).map(|topic| topic.short.as_str());
        let state = m.word("state", RowState::ThirdPartiesOnly.key());
        let heading = [topic.unwrap_or_default(), " · ", &state].concat();
        rows.push_str(&across(&heading, &claims(session, &band.claims, true)));
    }
    rows
}

/// A row in which neither column is anybody's own.
fn across(heading: &str, matter: &str) -> String {
    format!("<tr><th scope=\"row\">{}</th><td colspan=\"2\">{matter}</td></tr>\n", safe(heading))
}

/// A side's place: its claims, or why there is none.
fn cell(session: &Session, comparison: &Comparison, row: &Row, side: Side) -> String {
    let m = &session.messages;
    let cell = row.cell(side);
    match cell.fill() {
        Fill::NoStatement if !row.joint.is_empty() => safe(m.text("fill.in-joint")),
        Fill::NoStatement => {
            safe(&m.count("fill.no-statement", comparison.covered_by.len() as u64))
        }
        _ => {
            let all: Vec<ClaimRef> = cell.claims.iter().chain(&cell.unsaid).cloned().collect();
            claims(session, &all, false)
        }
    }
}

/// Claims with their figures, who said each, and where it stands.
fn claims(session: &Session, claims: &[ClaimRef], with_party: bool) -> String {
    let m = &session.messages;
    let paragraph = |claim: &ClaimRef| {
        let it = claim.claim();
        let words = match it.content {
            Content::Carried => it.summary.clone(),
            content => m.word("fill", content.key()),
        };
        let figures: Vec<String> = it.figures.iter().map(|figure| m.figure(figure)).collect();
        let mut said = vec![speakers(session, claim, with_party)];
        said.push(m.word("position", it.position.key()));
        said.extend(origin_words(session, claim));
        said.extend(it.sources().into_iter().map(|source| {
            [outlet_name(session, source), appearance_words(session, it, source)].concat()
        }));
        let lines = [words, figures.join(m.text("list.semicolon")), said.join(" · ")];
        let lines = lines.iter().filter(|line| !line.is_empty()).map(|line| safe(line));
        format!("<p>{}</p>", lines.collect::<Vec<_>>().join("<br>"))
    };
    claims.iter().map(paragraph).collect()
}

fn speakers(session: &Session, claim: &ClaimRef, with_party: bool) -> String {
    let parties = claimants(session, claim);
    let Voice::Speakers(list) = &claim.statement.voice else { return parties };
    let names: Vec<String> = list.iter().map(|(id, _)| speaker_name(session, id)).collect();
    let names = names.join(session.messages.text("list.and"));
    if with_party && names != parties { [&parties, " · ", &names].concat() } else { names }
}

fn sources(session: &Session, cited: &[SourceId]) -> String {
    let m = &session.messages;
    let items = cited.iter().filter_map(|id| session.dataset.source(id)).map(|source| {
        let comma = m.text("list.comma");
        let origin = [&outlet_name(session, &source.id), comma, &m.date(source.published)].concat();
        let (language, headline) = (safe(&source.headline.language), safe(&source.headline.text));
        let quoted = match headline.is_empty() {
            true => String::new(),
            false => {
                format!("<q lang=\"{language}\" dir=\"auto\">{headline}</q>{}", safe(comma))
            }
        };
        format!("<li>{quoted}{}</li>", safe(&origin))
    });
    let items: String = items.collect();
    let (heading, language) = (safe(m.text("section.sources")), &m.language);
    format!(
        "\n<p lang=\"{language}\" dir=\"auto\">{heading}</p>\n<ul lang=\"{language}\" dir=\"auto\">{items}</ul>"
    )
}

/// The newest events: when, what was found, and how many claims of each side there are.
fn events(sharing: &Sharing) -> String {
    let session = sharing.session;
    let (m, dataset) = (&session.messages, &session.dataset);
    let pair = session.pair.get_untracked();
    let row = |event: &crate::domain::event::Event| {
        let subject = crate::domain::event::Subject::Event(event.id.clone());
        let address = sharing.site.url(&[&m.language, "/", &path_below(Some(&subject))].concat());
        let states = event.found.states.iter().map(|(state, _)| m.word("state", state.key()));
        let about = [vec![m.when_short(&event.when)], states.collect()].concat().join(" · ");
        let counts = Balance::of_events([event].into_iter(), &pair, &dataset.pair).claims;
        let [first, second, _] = counts.map(|n| safe(&m.count("count.claims", n as u64)));
        format!(
            "<tr><th scope=\"row\"><a href=\"{}\">{}</a><br>{}</th><td>{first}</td><td>{second}</td></tr>\n",
            safe(&address),
            safe(&event.title),
            safe(&about)
        )
    };
    dataset.events.iter().take(MOST_EVENTS).map(row).collect()
}

fn further(session: &Session) -> String {
    let m = &session.messages;
    let left_out = session.dataset.events.len().saturating_sub(MOST_EVENTS);
    if left_out == 0 {
        return String::new();
    }
    let number = m.number(left_out as u64);
    let words = safe(&m.fill("static.share-table-further", &[("n", &number)]));
    format!("\n<p lang=\"{}\" dir=\"auto\">{words}</p>", m.language)
}
