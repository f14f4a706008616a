//! What leaves the site to stand in somebody else's page: snippets to paste, oEmbed, and the page
//! that offers them.

mod height;
pub mod oembed;
pub mod snippets;
mod table;

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::data::resolve::Edition;
use crate::domain::event::Subject;
use crate::domain::party::Side;
use crate::i18n::messages::Messages;
use crate::session::Session;
use crate::view::party_name;
use crate::view::share::{Copy, Offer, WIDTHS};

use super::cards;
use super::pin::Pin;
use super::site::Site;

/// What share pages are made from besides the records.
#[derive(Clone, Debug, Default)]
pub struct Stock {
    /// The script that snippets have inlined: sets a frame's height as the frame tells it.
    pub listener: String,
    /// The pins that exist, of all subjects in all languages.
    pub pins: Vec<Pin>,
}

impl Stock {
    /// Reads `listener.js` of a folder.
    pub fn read(folder: &Path, pins: Vec<Pin>) -> Result<Self, String> {
        let path = folder.join("listener.js");
        let listener = fs::read_to_string(&path)
            .map_err(|error| format!("{}: can't be read: {error}", path.display()))?;
        Ok(Self { listener: listener.trim_end().to_owned(), pins })
    }
}

/// One subject, or the explorer, as it is shared in a language.
pub struct Sharing<'a> {
    pub site: &'a Site,
    pub edition: &'a Edition,
    pub messages: &'a Arc<Messages>,
    /// `None`: the explorer.
    pub subject: Option<&'a Subject>,
    pub stock: &'a Stock,
    /// A visit to its page, with everything loaded.
    pub session: &'a Session,
    /// Both sides' claims in words, once they were asked for: every snippet has them.
    pub words: OnceCell<String>,
}

impl Sharing<'_> {
    /// Everything that the share page offers.
    pub fn offer(&self) -> Offer {
        Offer {
            subject: self.subject.cloned(),
            title: self.title(),
            frame_title: self.frame_title(),
            frame: self.frame(),
            page: self.page(),
            oembed: oembed::path(&self.messages.language, self.subject),
            heights: self.heights(),
            snippets: snippets::snippets(self),
            pins: self.pins(),
        }
    }

    /// The address of its own page.
    fn page(&self) -> String {
        self.site.url(&[&self.messages.language, "/", &path_below(self.subject)].concat())
    }

    /// The address of its frame page.
    fn frame(&self) -> String {
        self.site.url(&[&self.messages.language, "/embed/", &path_below(self.subject)].concat())
    }

    /// Its picture's address; `ending` is `png` or `svg`.
    fn picture(&self, ending: &str) -> String {
        let png = cards::file(&self.messages.language, self.subject);
        self.site.url(&[png.trim_end_matches("png"), ending].concat())
    }

    /// Its own title.
    pub fn title(&self) -> String {
        let dataset = &self.edition.dataset;
        let title = match self.subject {
            Some(Subject::Event(id)) => dataset.event(id).map(|event| event.title.clone()),
            Some(Subject::Episode(id)) => dataset.episode(id).map(|episode| episode.title.clone()),
            None => Some([&dataset.about.title, " · ", &dataset.about.subtitle].concat()),
        };
        title.unwrap_or_default()
    }

    /// What a frame is called in the page around it.
    fn frame_title(&self) -> String {
        let pair = &self.edition.dataset.pair;
        let [first, second] = Side::BOTH.map(|side| party_name(self.session, pair.party(side)));
        let holes = [("title", &*self.title()), ("first", &first), ("second", &second)];
        self.messages.fill("static.share-frame-title", &holes)
    }

    /// Both sides' claims in a sentence or two.
    pub fn alternative(&self) -> &str {
        self.words.get_or_init(|| cards::alternative(self.session, self.subject))
    }

    /// The pins of it in its language, the newest first.
    fn pins(&self) -> Vec<Copy> {
        let language = &self.messages.language;
        let own = path_below(self.subject);
        let is_own =
            |pin: &&Pin| pin.language == *language && pin.subject == own.trim_end_matches('/');
        let mut pins: Vec<&Pin> = self.stock.pins.iter().filter(is_own).collect();
        pins.sort_by_key(|pin| Reverse(pin.day));
        let copy = |pin: &Pin| Copy { path: pin.path.clone(), date: self.messages.date(pin.day) };
        pins.into_iter().map(copy).collect()
    }

    /// How high the frame is at each of the widths, as far as can be told from its words.
    fn heights(&self) -> [u32; 3] {
        WIDTHS.map(|width| height::estimate(self.session, width))
    }
}

/// Where a subject lies below its language, its frame page below `embed/`, its share page below
/// `share/`; empty for the explorer.
pub fn path_below(subject: Option<&Subject>) -> String {
    subject.map_or_else(String::new, |subject| subject.path() + "/")
}
