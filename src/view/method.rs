//! How statements are read and compared: the page on method. It is made at build time only and
//! needs no script, so that none of its words weigh on the app.

use leptos::prelude::*;

use crate::domain::comparison::Fill;
use crate::domain::event::{Change, Subject};
use crate::domain::id::SourceId;
use crate::domain::party::Side;
use crate::domain::row_state::RowState;
use crate::session::Session;

use super::explorer::language_note;
use super::footer::footer;
use super::further::further;
use super::masthead::masthead_of;
use super::seal::party_name;
use super::sources::sources;
use super::state_sign::state_name;
use super::subject_link::subject_link;
use super::tag::{Tag, tag};

/// Where the page on method lies below its language.
pub const METHOD_PATH: &str = "method/";

/// The newest sources, as many as the explorer lists too.
const MOST_SOURCES: usize = 30;

/// A section: its address in the page, its heading, and its matter.
struct Section {
    id: &'static str,
    heading: &'static str,
    matter: Vec<Tag>,
}

/// The whole page. Takes its [`Session`] from the context.
pub fn method_page() -> AnyView {
    let session = expect_context::<Session>();
    let m = &session.messages;
    let sections = sections(&session);
    let contents = sections.iter().map(|section| {
        let link = tag("a").with("href", ["#", section.id].concat()).text(m.text(section.heading));
        tag("li").child(link).view()
    });
    let contents = tag("nav")
        .class("method-contents")
        .with("aria-label", m.text("static.method-contents"))
        .child(tag("ol").children(contents));
    let header = tag("header")
        .class("method-header")
        .child(tag("h1").text(m.text("static.method-title")))
        .child(tag("p").text(m.text("static.method-lead")));
    let sections = sections.into_iter().map(|section| section_view(&session, section));
    let all = &session.dataset.sources;
    let left_out = all.len().saturating_sub(MOST_SOURCES);
    let newest: Vec<SourceId> = all.iter().skip(left_out).map(|it| it.id.clone()).collect();
    let main = tag("main")
        .with("id", "main")
        .class("method")
        .with("tabindex", "-1")
        .child(header)
        .child(contents)
        .children(sections)
        .child(self::sources(&session, &newest))
        .child(further(&session, "further.sources", left_out));
    let skip = tag("a").class("skip-link").with("href", "#main").text(m.text("page.skip"));
    vec![skip.view(), masthead_of(&session, METHOD_PATH), main.view(), footer(&session)].into_any()
}

fn section_view(session: &Session, section: Section) -> AnyView {
    tag("section")
        .class("method-section")
        .with("aria-labelledby", section.id)
        .child(tag("h2").with("id", section.id).text(session.messages.text(section.heading)))
        .children(section.matter.into_iter().map(Tag::view))
        .view()
}

fn sections(session: &Session) -> Vec<Section> {
    let m = &session.messages;
    let say = |key: &'static str| tag("p").text(m.text(key));
    let section = |id, heading, matter| Section { id, heading, matter };
    vec![
        section(
            "reading",
            "static.reading",
            vec![
                say("static.reading-event"),
                say("static.reading-claim"),
                say("static.reading-words"),
                say("static.reading-times"),
            ],
        ),
        section("states", "static.states", vec![states(session), say("static.states-judged")]),
        section("fills", "static.fills", vec![fills(session), say("static.fills-none-is-zero")]),
        section(
            "figures",
            "static.figures",
            vec![
                say("static.figures-as-reported"),
                say("static.figures-losses"),
                say("static.figures-revised"),
            ],
        ),
        section("map", "static.map", vec![say("static.map-marks"), say("map.lines")]),
        section("neutrality", "static.neutrality", neutrality(session)),
        section("corpus", "static.corpus", corpus(session)),
        section("corrections", "static.corrections", corrections(session)),
    ]
}

/// Each state with its sign, its wording and what it means.
fn states(session: &Session) -> Tag {
    let terms = RowState::ALL.iter().map(|state| {
        let meaning = session.messages.word("static-state", state.key());
        let term = tag("dt")
            .with("id", ["state-", state.key()].concat())
            .child(state_name(session, *state));
        vec![term.view(), tag("dd").text(meaning).view()].into_any()
    });
    tag("dl").class("method-terms").children(terms)
}

/// Each way in which a cell is filled, in the words the pages use.
fn fills(session: &Session) -> Tag {
    let m = &session.messages;
    let terms = Fill::ALL.iter().map(|fill| {
        let word = match fill {
            Fill::NoStatement => m.count("fill.no-statement", session.dataset.sources.len() as u64),
            other => m.word("fill", other.key()),
        };
        let meaning = m.word("static-fill", fill.key());
        vec![tag("dt").text(word).view(), tag("dd").text(meaning).view()].into_any()
    });
    tag("dl").class("method-terms").children(terms)
}

fn neutrality(session: &Session) -> Vec<Tag> {
    let (m, about) = (&session.messages, &session.dataset.about);
    let counts: Vec<String> = Side::BOTH
        .iter()
        .zip(about.claim_counts)
        .map(|(side, n)| {
            let party = party_name(session, session.dataset.pair.party(*side));
            m.count_with("card.claims", n as u64, &[("party", &party)])
        })
        .collect();
    let counts = counts.join(m.text("list.semicolon"));
    let order = about.order_reason.as_str();
    vec![
        tag("p").text(m.text("static.neutrality-template")),
        tag("p").text(m.fill("static.neutrality-order", &[("reason", order)])),
        tag("p").text(m.fill("static.neutrality-balance", &[("counts", &counts)])),
        tag("p").text(m.text("static.neutrality-colours")),
    ]
}

fn corpus(session: &Session) -> Vec<Tag> {
    let (m, about) = (&session.messages, &session.dataset.about);
    let holes = [("licence", about.licence.as_str()), ("publisher", &about.publisher)];
    let note = language_note(session).map(|note| tag("p").text(note));
    let mut matter = vec![tag("p").text(about.corpus.as_str())];
    matter.extend(note);
    matter.push(tag("p").text(m.fill("footer.licence", &holes)));
    matter.push(tag("p").text(m.fill("footer.updated", &[("date", &m.date(about.updated))])));
    matter
}

/// Where a mistake is reported, and every correction that was made, newest first.
fn corrections(session: &Session) -> Vec<Tag> {
    let m = &session.messages;
    let report = match &session.dataset.about.corrections {
        Some(contact) => m.fill("static.corrections-report", &[("contact", contact)]),
        None => m.text("static.corrections-no-contact").to_owned(),
    };
    let mut made: Vec<(&Change, Subject, &str)> = Vec::new();
    for event in &session.dataset.events {
        let subject = Subject::Event(event.id.clone());
        made.extend(event.changes.iter().map(|c| (c, subject.clone(), event.title.as_str())));
    }
    for episode in &session.dataset.episodes {
        let subject = Subject::Episode(episode.id.clone());
        made.extend(episode.changes.iter().map(|c| (c, subject.clone(), episode.title.as_str())));
    }
    made.sort_by_key(|(change, ..)| std::cmp::Reverse(change.date));
    let report = tag("p").text(report);
    if made.is_empty() {
        return vec![report, tag("p").text(m.text("static.corrections-none"))];
    }
    let items = made.into_iter().map(|(change, subject, title)| {
        let words = [" · ", &m.date(change.date), " · ", &change.what, " ", &change.why].concat();
        tag("li").child(subject_link(session, subject).text(title)).text(words).view()
    });
    vec![report, tag("ul").class("method-changes").children(items)]
}
