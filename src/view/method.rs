//! How statements are read and compared: the page on method.

use leptos::prelude::*;

use crate::domain::event::{Change, Subject};
use crate::domain::id::SourceId;
use crate::domain::party::Side;
use crate::session::Session;

use super::explorer::language_note;
use super::further::further;
use super::keys::keys;
use super::seal::party_name;
use super::sources::sources;
use super::standing::{Section, Standing, standing};
use super::subject_link::subject_link;
use super::tag::{DOT, Tag, tag};

/// The newest sources, as many as the explorer lists too.
const MOST_SOURCES: usize = 30;

/// The whole page. Takes its [`Session`] from the context.
pub fn method_page() -> AnyView {
    let session = expect_context::<Session>();
    let all = &session.dataset.sources;
    let left_out = all.len().saturating_sub(MOST_SOURCES);
    let newest: Vec<SourceId> = all.iter().skip(left_out).map(|it| it.id.clone()).collect();
    let mut after = vec![self::sources(&session, &newest)];
    after.extend(further(&session, "further.sources", left_out).map(Tag::view));
    standing(&session, Standing::Method, sections(&session), after)
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
        section(
            "states",
            "static.states",
            vec![say("static.states-judged"), to_glossary(session, "states")],
        ),
        section(
            "fills",
            "static.fills",
            vec![say("static.fills-none-is-zero"), to_glossary(session, "fills")],
        ),
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
        section("keys", "static.keys", keys(session)),
    ]
}

/// Leads to a section of the glossary, where each word has its meaning.
fn to_glossary(session: &Session, section: &str) -> Tag {
    let href = [&Standing::Glossary.href(session), "#", section].concat();
    let words = session.messages.text("static.to-glossary");
    tag("p").child(tag("a").with("href", href).text(words))
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
        let words = [DOT, &m.date(change.date), DOT, &change.what, " ", &change.why].concat();
        tag("li").child(subject_link(session, subject).text(title)).text(words).view()
    });
    vec![report, tag("ul").class("standing-changes").children(items)]
}
