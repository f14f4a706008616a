//! The news of the dataset: an Atom feed (RFC 4287) for each language.

use std::io;

use crate::data::resolve::Edition;
use crate::domain::date::Date;
use crate::domain::event::Change;
use crate::i18n::messages::Messages;

use super::site::Site;
use super::xml::{Xml, document, link, text};

/// Entries a feed holds at most.
const FEED_LENGTH: usize = 50;

/// An event or an episode as news.
pub struct News<'a> {
    /// Below the language.
    pub path: String,
    pub title: &'a str,
    pub summary: &'a str,
    pub published: Date,
    /// When its record was last corrected.
    pub updated: Date,
}

/// The feed of one edition: what was published or corrected last comes first.
pub fn feed(site: &Site, edition: &Edition, messages: &Messages) -> String {
    let about = &edition.dataset.about;
    let language = &messages.language;
    let mut news = news(edition);
    news.truncate(FEED_LENGTH);
    let updated = news.iter().map(|it| it.updated).chain([about.updated]).max();
    let own = site.url(&[language, "/feed.xml"].concat());
    let page = site.url(&[language, "/"].concat());
    document(|xml| {
        let feed = xml
            .create_element("feed")
            .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
            .with_attribute(("xml:lang", language.as_str()));
        feed.write_inner_content(|xml| {
            text(xml, "id", &own)?;
            text(xml, "title", &[about.title.as_str(), " · ", &about.subtitle].concat())?;
            text(xml, "updated", &moment(updated.unwrap_or(about.updated)))?;
            link(xml, "self", "application/atom+xml", &own)?;
            link(xml, "alternate", "text/html", &page)?;
            xml.create_element("author")
                .write_inner_content(|xml| text(xml, "name", &about.publisher))?;
            text(xml, "rights", &about.licence)?;
            news.iter()
                .try_for_each(|it| entry(xml, &site.url(&[language, "/", &it.path].concat()), it))
        })?;
        Ok(())
    })
}

fn entry(xml: &mut Xml, url: &str, news: &News) -> io::Result<()> {
    xml.create_element("entry").write_inner_content(|xml| {
        text(xml, "id", url)?;
        text(xml, "title", news.title)?;
        text(xml, "published", &moment(news.published))?;
        text(xml, "updated", &moment(news.updated))?;
        link(xml, "alternate", "text/html", url)?;
        text(xml, "summary", news.summary)
    })?;
    Ok(())
}

/// Every event and episode, what was published or corrected last first.
pub fn news(edition: &Edition) -> Vec<News<'_>> {
    let updated = |published: Date, changes: &[Change]| {
        changes.iter().map(|change| change.date).chain([published]).max().unwrap_or(published)
    };
    let events = edition.dataset.events.iter().map(|event| News {
        path: format!("events/{}/", event.id),
        title: &event.title,
        summary: &event.summary,
        published: event.published,
        updated: updated(event.published, &event.changes),
    });
    let episodes = edition.dataset.episodes.iter().map(|episode| News {
        path: format!("episodes/{}/", episode.id),
        title: &episode.title,
        summary: &episode.summary,
        published: episode.published,
        updated: updated(episode.published, &episode.changes),
    });
    let mut news: Vec<News> = episodes.chain(events).collect();
    // The sort is stable: of one day, episodes come first, and events newest first.
    news.sort_by_key(|it| std::cmp::Reverse(it.updated));
    news
}

/// A day as Atom wants it: its first second.
fn moment(date: Date) -> String {
    date.iso() + "T00:00:00Z"
}
