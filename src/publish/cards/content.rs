//! What a card says: the row of a comparison that tells most, and both sides' places in it.
//!
//! Its words are the page's: nothing is said on a card that the page doesn't say.

use leptos::prelude::GetUntracked;

use crate::domain::balance::Balance;
use crate::domain::comparison::{ClaimRef, Comparison, Fill, Row};
use crate::domain::event::Subject;
use crate::domain::id::{PartyId, TopicId};
use crate::domain::party::Side;
use crate::domain::row_state::{Reason, RowState};
use crate::domain::statement::Voice;
use crate::session::Session;
use crate::view;

use super::telling::{compared_figures, standing_claim, telling_row};

/// Everything that is read on a card.
#[derive(Clone, PartialEq, Debug)]
pub struct Content {
    pub site: String,
    pub subtitle: String,
    /// When, and of which episode.
    pub about: String,
    pub title: String,
    /// `None` where there is nothing to compare.
    pub row: Option<RowWords>,
    pub accounts: Accounts,
    /// What stands under both accounts and is neither's.
    pub note: Option<Note>,
}

/// A row's topic, and what was found in it.
#[derive(Clone, PartialEq, Debug)]
pub struct RowWords {
    pub topic: String,
    pub state: RowState,
    pub state_name: String,
    pub reason: String,
}

/// The two accounts, the one that stands first first.
#[derive(Clone, PartialEq, Debug)]
pub enum Accounts {
    Apart([Account; 2]),
    /// One claim that both make.
    Joint {
        parties: [PartyWords; 2],
        said: Said,
    },
}

/// One side's place.
#[derive(Clone, PartialEq, Debug)]
pub struct Account {
    pub party: PartyWords,
    /// How many claims of its the page has.
    pub count: String,
    /// The figure that was compared; on the site's card, how many claims there are. Either both
    /// sides have one or neither.
    pub figure: Option<String>,
    pub said: Said,
}

/// A party as it is named and sealed.
#[derive(Clone, PartialEq, Debug)]
pub struct PartyWords {
    pub name: String,
    pub seal: String,
}

/// What was said, or why nothing stands here.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Said {
    pub words: String,
    /// Whether the words are a claim's, rather than why there is none.
    pub is_found: bool,
    pub speaker: String,
    /// Position, teller, time, whether an outlet summed it up, whether whose losses is inferred.
    pub origin: Vec<String>,
}

/// Words of neither side, with whose they are; the site's own stand without.
#[derive(Clone, PartialEq, Debug)]
pub struct Note {
    pub label: String,
    pub words: String,
}

/// What the card of a subject says; `None`: that of the site. The session is of a visit to the
/// subject's page, with everything loaded.
pub fn content(session: &Session, subject: Option<&Subject>) -> Content {
    match subject {
        Some(subject) => of_subject(session, subject),
        None => of_site(session),
    }
}

/// Parts that have something to say, with a dot between each two.
pub fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn of_subject(session: &Session, subject: &Subject) -> Content {
    let dataset = &session.dataset;
    let heading = heading(session, subject);
    let compared = session.comparison.get_untracked();
    let comparison = &compared.expect("everything of its page is loaded").comparison;
    let row = telling_row(dataset, comparison);
    let band = comparison.third_parties_only.first().filter(|_| row.is_none());
    let summary = || Note { label: String::new(), words: heading.summary.to_owned() };
    let note = match (row, band) {
        (Some(row), _) => in_denial(row).map(|claim| note(session, claim)),
        (None, Some(band)) => Some(others(session, &band.claims)),
        (None, None) => Some(summary()),
    };
    Content {
        site: dataset.about.title.clone(),
        subtitle: dataset.about.subtitle.clone(),
        about: heading.about,
        title: heading.title.to_owned(),
        row: match (row, band) {
            (Some(row), _) => Some(row_words(session, row)),
            (None, band) => band.map(|band| band_words(session, &band.topic)),
        },
        accounts: accounts(session, comparison, row),
        note,
    }
}

/// The site's card: who is compared, with how much, from what.
fn of_site(session: &Session) -> Content {
    let (m, dataset) = (&session.messages, &session.dataset);
    let pair = session.pair.get_untracked();
    let name = |side: Side| view::party_name(session, pair.party(side));
    let account = |side: Side| {
        let claims = dataset.about.claim_counts[side as usize] as u64;
        Account {
            party: party_words(session, pair.party(side)),
            count: String::new(),
            figure: Some(m.count("count.claims", claims)),
            said: Said { is_found: true, ..Said::default() },
        }
    };
    let reports = m.count("count.reports", dataset.sources.len() as u64);
    let events = m.count("count.events", dataset.events.len() as u64);
    let names = [("first", name(Side::First)), ("second", name(Side::Second))];
    Content {
        site: dataset.about.title.clone(),
        subtitle: dataset.about.subtitle.clone(),
        about: joined(&[&reports, &events]),
        title: m.fill("explorer.title", &names.each_ref().map(|(hole, name)| (*hole, &**name))),
        row: None,
        accounts: Accounts::Apart(Side::BOTH.map(account)),
        note: Some(Note { label: String::new(), words: dataset.about.corpus.clone() }),
    }
}

struct Heading<'a> {
    about: String,
    title: &'a str,
    summary: &'a str,
}

fn heading<'a>(session: &'a Session, subject: &Subject) -> Heading<'a> {
    let (m, dataset) = (&session.messages, &session.dataset);
    let heading = match subject {
        Subject::Event(id) => dataset.event(id).map(|event| {
            let episode = event.episode.as_ref().and_then(|id| dataset.episode(id));
            let episode = episode.map_or("", |episode| &episode.title);
            Heading {
                about: joined(&[&m.when_short(&event.when), episode]),
                title: &event.title,
                summary: &event.summary,
            }
        }),
        Subject::Episode(id) => dataset.episode(id).map(|episode| {
            let is_in = |event: &&crate::domain::event::Event| event.episode.as_ref() == Some(id);
            let events = dataset.events.iter().filter(is_in).count();
            let when = m.date_range(episode.from, episode.to);
            Heading {
                about: joined(&[&when, &m.count("count.events", events as u64)]),
                title: &episode.title,
                summary: &episode.summary,
            }
        }),
    };
    heading.expect("a card is made for a subject of its own dataset")
}

fn row_words(session: &Session, row: &Row) -> RowWords {
    RowWords {
        topic: view::topic_heading(session, row),
        state: row.state,
        state_name: session.messages.word("state", row.state.key()),
        reason: view::reason(session, row),
    }
}

fn band_words(session: &Session, topic: &TopicId) -> RowWords {
    let state = RowState::ThirdPartiesOnly;
    let topic = session.dataset.topic(topic).map(|topic| topic.short.clone());
    RowWords {
        topic: topic.unwrap_or_default(),
        state,
        state_name: session.messages.word("state", state.key()),
        reason: session.messages.text("reason.only-third-parties").to_owned(),
    }
}

fn accounts(session: &Session, comparison: &Comparison, row: Option<&Row>) -> Accounts {
    let m = &session.messages;
    let pair = session.pair.get_untracked();
    if let Some(joint) = row.and_then(|row| joint_alone(row)) {
        return Accounts::Joint {
            parties: Side::BOTH.map(|side| party_words(session, pair.party(side))),
            said: said(session, joint),
        };
    }
    let claims = Balance::of_comparison(comparison, &pair).claims;
    Accounts::Apart(Side::BOTH.map(|side| {
        let figures = row.and_then(compared_figures);
        Account {
            party: party_words(session, pair.party(side)),
            count: m.count("count.claims", claims[side as usize] as u64),
            figure: figures.map(|figures| m.figure(figures[side as usize])),
            said: match row.and_then(|row| standing_claim(row, side)) {
                Some(claim) => said(session, claim),
                None => no_statement(session, comparison),
            },
        }
    }))
}

/// The joint claim of a row in which neither side said anything on its own.
fn joint_alone(row: &Row) -> Option<&ClaimRef> {
    let is_silent = Side::BOTH.iter().all(|side| row.cell(*side).fill() == Fill::NoStatement);
    row.joint.first().filter(|_| is_silent)
}

fn party_words(session: &Session, id: &PartyId) -> PartyWords {
    let seal = session.dataset.party(id).map(|party| party.seal.clone());
    PartyWords { name: view::party_name(session, id), seal: seal.unwrap_or_default() }
}

fn no_statement(session: &Session, comparison: &Comparison) -> Said {
    let reports = comparison.covered_by.len() as u64;
    Said { words: session.messages.count("fill.no-statement", reports), ..Said::default() }
}

/// A claim in its side's place; in the place of one that is not carried or doesn't say, that.
fn said(session: &Session, it: &ClaimRef) -> Said {
    let m = &session.messages;
    let claim = it.claim();
    let is_found = claim.content == crate::domain::claim::Content::Carried;
    let words = if is_found { claim.summary.clone() } else { m.word("fill", claim.content.key()) };
    Said { words, is_found, speaker: speakers(session, it), origin: origin(session, it) }
}

/// Who speaks; the party's name is that of the column. Both sides, where they do it together.
fn speakers(session: &Session, it: &ClaimRef) -> String {
    let m = &session.messages;
    let pair = session.pair.get_untracked();
    let voice = &it.statement.voice;
    let Voice::Speakers(speakers) = voice else { return view::claimants(session, it) };
    if Side::BOTH.iter().all(|side| voice.is_of(pair.party(*side))) {
        return m.text("comparison.joint").to_owned();
    }
    let names: Vec<String> =
        speakers.iter().map(|(id, _)| view::speaker_name(session, id)).collect();
    names.join(m.text("list.and"))
}

fn origin(session: &Session, it: &ClaimRef) -> Vec<String> {
    let m = &session.messages;
    let position = m.word("position", it.claim().position.key());
    let tellers: Vec<String> =
        it.statement.tellers.iter().map(|id| view::teller_name(session, id)).collect();
    let tellers = tellers.join(m.text("list.and"));
    let told = match tellers.is_empty() {
        true => String::new(),
        false => m.fill("origin.told-by", &[("teller", &tellers)]),
    };
    let summarised = if it.claim().is_summarised { m.text("origin.summarised") } else { "" };
    let is_inferred = it.claim().figures.iter().any(|figure| figure.inferred_because.is_some());
    let inferred = if is_inferred { m.text("losses.inferred") } else { "" };
    let said = m.said(&it.statement.said);
    let parts = [position, told, said, summarised.to_owned(), inferred.to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

/// The third party's claim that a side denies, or that denies a side's: a denial is never shown
/// without what it answers.
fn in_denial(row: &Row) -> Option<&ClaimRef> {
    let Reason::Denied { by, denied } = &row.reason else { return None };
    row.third.iter().find(|claim| *claim == by || *claim == denied)
}

/// What third parties alone spoke of: the words of the one who did; of several, who they are,
/// since a card has no room for all and picks none.
fn others(session: &Session, claims: &[ClaimRef]) -> Note {
    let mut names: Vec<String> = Vec::new();
    for claim in claims {
        let name = view::claimants(session, claim);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match (claims, names.as_slice()) {
        ([claim, ..], [_]) => note(session, claim),
        _ => Note {
            label: session.messages.text("comparison.third").to_owned(),
            words: names.join(session.messages.text("list.comma")),
        },
    }
}

fn note(session: &Session, it: &ClaimRef) -> Note {
    let position = session.messages.word("position", it.claim().position.key());
    let claimants = view::claimants(session, it);
    Note { label: joined(&[&claimants, &position]), words: it.claim().summary.clone() }
}
