//! The page that offers what is shown for other pages: a preview, snippets to copy, pinned copies
//! and oEmbed. Complete for the default choices without script; `public/share.js` has the choices
//! obeyed.

use leptos::prelude::*;

use crate::domain::as_of::moments;
use crate::domain::date::Moment;
use crate::domain::event::Subject;
use crate::domain::id::TopicId;
use crate::domain::naming::Naming;
use crate::domain::party::Side;
use crate::session::Session;

use super::explorer::language_note;
use super::footer::footer;
use super::losses::has_losses;
use super::masthead::masthead_of;
use super::names::naming_words;
use super::seal::party_name;
use super::tag::{Tag, tag};
use super::timeline::steps_of;

/// The widths at which a frame is previewed and its height is told: a phone's, a tablet's, a
/// desktop's. In pixels.
pub const WIDTHS: [u32; 3] = [360, 600, 1000];
/// The place of the tablet's among them: the width of most articles' columns.
const MIDDLE: usize = 1;

/// What an explorer's link filters by, which its frame keeps.
const KEPT: &str = "episode party topic place state from to q map";

/// What there is to share.
pub struct Offer {
    /// `None`: the explorer.
    pub subject: Option<Subject>,
    pub title: String,
    /// What the frame is called.
    pub frame_title: String,
    /// The frame page's whole address, without any choice.
    pub frame: String,
    /// The whole address of the page that it shows.
    pub page: String,
    /// Where the oEmbed file lies below the site's root.
    pub oembed: String,
    /// The frame's height at each of [`WIDTHS`], in pixels, as far as is known.
    pub heights: [u32; 3],
    pub snippets: Vec<Snippet>,
    pub pins: Vec<Copy>,
}

/// A text to paste, with holes for what choices change.
pub struct Snippet {
    pub kind: &'static str,
    pub template: String,
}

/// A copy that never changes.
pub struct Copy {
    /// Below the site's root.
    pub path: String,
    /// When it was made, in words.
    pub date: String,
}

/// A template whose `{{holes}}` are filled with what `words` has for them; the others stay.
pub fn fill(template: &str, words: impl Fn(&str) -> Option<String>) -> String {
    let mut parts = template.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let hole = part.split_once("}}").and_then(|(name, rest)| Some((words(name)?, rest)));
        match hole {
            Some((value, rest)) => filled.extend([value.as_str(), rest]),
            None => filled.extend(["{{", part]),
        }
    }
    filled
}

impl Offer {
    /// The snippet's text with the default choices.
    pub fn text(&self, snippet: &Snippet) -> String {
        fill(&snippet.template, |hole| match hole {
            "frame" => Some(self.frame.clone()),
            "page" => Some(self.page.clone()),
            "height" => Some(self.heights[MIDDLE].to_string()),
            "heights" => Some(self.heights_by_width()),
            _ => None,
        })
    }

    /// As the custom element reads them: `360:900 600:700 1000:600`.
    fn heights_by_width(&self) -> String {
        let pairs = WIDTHS.iter().zip(self.heights);
        pairs.map(|(width, height)| format!("{width}:{height}")).collect::<Vec<_>>().join(" ")
    }

    /// Where it lies below its language and `share/`, `embed/` or nothing.
    fn path_below(&self) -> String {
        self.subject.as_ref().map_or_else(String::new, |subject| subject.path() + "/")
    }
}

/// The whole page. Takes its [`Session`] from the context.
pub fn share_page(offer: &Offer) -> AnyView {
    let session = expect_context::<Session>();
    let path = ["share/", &offer.path_below()].concat();
    let main = tag("main")
        .with("id", "main")
        .class("standing")
        .with("tabindex", "-1")
        .child(share(&session, offer));
    // The foot of a subject's page says it.
    let note = language_note(&session).filter(|_| offer.subject.is_none());
    let main = main.child(note.map(|note| tag("p").class("standing-language").text(note)));
    vec![masthead_of(&session, &path), main.view(), footer(&session)].into_any()
}

/// What stands on the page and in the dialog alike. It says of itself all that the script needs.
fn share(session: &Session, offer: &Offer) -> Tag {
    let m = &session.messages;
    let own = [&*session.root, &m.language, "/", &offer.path_below()].concat();
    // No header: in the dialog it would be the page's second.
    let header = tag("div")
        .class("standing-header")
        .child(tag("h1").with("id", "share-title").text(m.text("tools.share")))
        .child(tag("p").child(tag("a").with("href", own).text(offer.title.as_str())))
        .child(tag("p").class("section-note").text(m.text("static.share-lead")));
    tag("div")
        .class("share")
        .with("data-frame", offer.frame.as_str())
        .with("data-page", offer.page.as_str())
        .with("data-heights", offer.heights_by_width())
        .with("data-keeps", if offer.subject.is_none() { KEPT } else { "" })
        .with("data-close", m.text("static.share-close"))
        .with("data-copied", m.text("static.share-copied"))
        .with("data-failed", m.text("static.share-copy-failed"))
        .child(header)
        .child(choices(session, offer))
        .child(preview(session, offer))
        .child(snippets(session, offer))
        .child(link(session, offer))
        .child(offer.subject.as_ref().map(|subject| pins(session, offer, subject)))
        .child(tag("p").class("share-said").with("role", "status"))
}

fn section(session: &Session, id: &'static str, heading: &'static str) -> Tag {
    tag("section")
        .class("standing-section")
        .with("aria-labelledby", id)
        .child(tag("h2").with("id", id).text(session.messages.text(heading)))
}

/// What the reader can choose; the script enables it.
fn choices(session: &Session, offer: &Offer) -> Tag {
    let m = &session.messages;
    let mut selects = vec![select(session, "what", "static.share-what", &whats(session, offer))];
    let themes = [("", "follow"), ("light", "light"), ("dark", "dark")]
        .map(|(value, name)| (value.to_owned(), m.word("static-share-theme", name)));
    selects.push(select(session, "theme", "static.share-theme", &themes));
    let pair = &session.dataset.pair;
    let firsts = Side::BOTH.map(|side| {
        let party = pair.party(side);
        let value = if side == Side::First { "" } else { party.as_str() };
        (value.to_owned(), party_name(session, party))
    });
    selects.push(select(session, "first", "static.share-first", &firsts));
    let [first, second] = Side::BOTH.map(|side| Naming::Usage(pair.party(side).clone()));
    let names = [Naming::OfThePage, first, second, Naming::Both, Naming::AsReported];
    let names = names.map(|naming| (naming.key().to_owned(), naming_words(session, &naming)));
    selects.push(select(session, "names", "names.label", &names));
    let moments = as_of_choices(session);
    if moments.len() > 1 {
        selects.push(select(session, "asof", "as-of.label", &moments));
    }
    let controls = tag("input")
        .with("type", "checkbox")
        .with("name", "controls")
        .with("value", "on")
        .with("id", "share-controls");
    let label = tag("label").with("for", "share-controls").text(m.text("static.share-controls"));
    tag("fieldset")
        .class("share-choices")
        .with("disabled", "")
        .child(tag("legend").text(m.text("static.share-choices")))
        .children(selects.into_iter().map(Tag::view))
        .child(tag("p").class("share-choice").child(controls).child(label))
        .child(languages(session, offer))
}

/// A choice among these values and their words, the first by default.
fn select(
    session: &Session,
    name: &'static str,
    label: &'static str,
    options: &[(String, String)],
) -> Tag {
    let id = ["share-", name].concat();
    let label = tag("label").with("for", id.as_str()).text(session.messages.text(label));
    let options = options.iter().map(|(value, words)| {
        tag("option").with("value", value.as_str()).text(words.as_str()).view()
    });
    let select = tag("select").with("id", id).with("name", name).children(options);
    tag("p").class("share-choice").child(label).child(select)
}

/// What a frame can show, each as its link says it.
fn whats(session: &Session, offer: &Offer) -> Vec<(String, String)> {
    let m = &session.messages;
    let view = |name: &str| (["view=", name].concat(), m.word("static-share-view", name));
    let Some(compared) = session.comparison.get_untracked().filter(|_| offer.subject.is_some())
    else {
        let whole = (String::new(), m.text("static.share-explorer").to_owned());
        return vec![whole, view("list"), view("map"), view("timeline")];
    };
    let mut whats = vec![(String::new(), m.text("static.share-comparison").to_owned())];
    let mut topics: Vec<&TopicId> = compared.comparison.rows.iter().map(|row| &row.topic).collect();
    topics.dedup();
    whats.extend(topics.into_iter().filter_map(|id| session.dataset.topic(id)).map(|topic| {
        let words = m.fill("static.share-row", &[("topic", &topic.short)]);
        (["row=", topic.id.as_str()].concat(), words)
    }));
    let has_losses = has_losses(session, &compared);
    let has_timeline = !steps_of(&compared.known.statements).is_empty();
    let is_episode = matches!(offer.subject, Some(Subject::Episode(_)));
    let parts =
        [("losses", has_losses), ("list", is_episode), ("map", true), ("timeline", has_timeline)];
    whats.extend(parts.into_iter().filter(|(_, is_there)| *is_there).map(|(name, _)| view(name)));
    whats
}

/// The moments as of which the subject can be compared; the last is all that was said.
fn as_of_choices(session: &Session) -> Vec<(String, String)> {
    let m = &session.messages;
    let mut all: Vec<Moment> = session.subject.with_untracked(|load| {
        let Some(loaded) = load.ready() else { return Vec::new() };
        let statements = [&*loaded.statements, &*loaded.event_losses].concat();
        moments(&statements)
    });
    all.pop();
    let whole = (String::new(), m.text("as-of.whole").to_owned());
    let moments = all.into_iter().map(|moment| (moment.iso(), m.as_of(moment)));
    [whole].into_iter().chain(moments).collect()
}

/// The same page in every language; the script keeps what was chosen.
fn languages(session: &Session, offer: &Offer) -> Tag {
    let m = &session.messages;
    let links = session.dataset.about.languages.iter().map(|language| {
        let href = [&*session.root, &language.code, "/share/", &offer.path_below()].concat();
        let is_own = language.code == m.language;
        tag("a")
            .with("href", href)
            .with("hreflang", language.code.as_str())
            .with("lang", language.code.as_str())
            .with("dir", if language.is_right_to_left { "rtl" } else { "ltr" })
            .with_maybe("aria-current", is_own.then(|| "true".to_owned()))
            .text(language.name.as_str())
            .view()
    });
    tag("p")
        .class("share-languages")
        .child(tag("span").text(m.text("languages.label")))
        .children(links)
}

fn preview(session: &Session, offer: &Offer) -> Tag {
    let m = &session.messages;
    let frame = [&*session.root, &m.language, "/embed/", &offer.path_below()].concat();
    let names = ["phone", "tablet", "desktop"];
    let widths = WIDTHS.iter().zip(names).enumerate().map(|(at, (width, name))| {
        let id = ["share-", name].concat();
        let radio = tag("input")
            .with("type", "radio")
            .with("name", "share-width")
            .with("value", width.to_string())
            .with("id", id.as_str())
            .with_maybe("checked", (at == 0).then(String::new));
        let words = format!("{} {width}", m.word("static-share-width", name));
        let label = tag("label").with("for", id.as_str()).text(words);
        tag("span").class("share-width").child(radio).child(label).view()
    });
    let widths = tag("fieldset")
        .class("share-widths")
        .with("disabled", "")
        .child(tag("legend").text(m.text("static.share-width")))
        .children(widths);
    let shown = tag("iframe")
        .with("src", frame.as_str())
        .with("title", offer.frame_title.as_str())
        .with("width", WIDTHS[0].to_string())
        .with("height", offer.heights[0].to_string())
        .with("loading", "lazy");
    let stage = tag("div")
        .class("share-stage")
        .with("role", "group")
        .with("tabindex", "0")
        .with("aria-labelledby", "share-preview")
        .child(shown);
    let heights = tag("p")
        .class("share-heights")
        .text([m.text("static.share-heights"), " "].concat())
        .child(tag("b").with("dir", "ltr").text(offer.heights_by_width()));
    let alone =
        tag("a").class("share-alone").with("href", frame).text(m.text("static.share-alone"));
    section(session, "share-preview", "static.share-preview")
        .child(tag("p").class("section-note").text(m.text("static.share-live")))
        .child(widths)
        .child(stage)
        .child(heights)
        .child(tag("p").child(alone))
}

fn snippets(session: &Session, offer: &Offer) -> Tag {
    let m = &session.messages;
    let snippet = |snippet: &Snippet| {
        let name = m.word("static-snippet", snippet.kind);
        let id = ["share-text-", snippet.kind].concat();
        let note_id = [&id, "-note"].concat();
        let text = offer.text(snippet);
        let rows = text.lines().count().clamp(3, 8);
        let area = tag("textarea")
            .with("id", id.as_str())
            .with("aria-describedby", note_id.as_str())
            .with("readonly", "")
            .with("rows", rows.to_string())
            .with("dir", "ltr")
            .with("spellcheck", "false")
            .with("data-template", snippet.template.as_str())
            .text(text);
        let copy = tag("button")
            .with("type", "button")
            .with("disabled", "")
            .with("aria-label", m.fill("static.share-copy", &[("what", &name)]))
            .with("data-copies", id.as_str())
            .text(m.text("claim.copy-short"));
        let note = m.word("static-snippet-note", snippet.kind);
        let label = tag("label").with("for", id).text(name);
        tag("div")
            .class("share-snippet")
            .child(tag("h3").child(label))
            .child(copy)
            .child(tag("p").class("section-note").with("id", note_id).text(note))
            .child(area)
            .view()
    };
    section(session, "share-snippets", "static.share-snippets")
        .children(offer.snippets.iter().map(snippet))
}

/// The bare link, for systems that ask for oEmbed.
fn link(session: &Session, offer: &Offer) -> Tag {
    let m = &session.messages;
    let file = [&*session.root, &offer.oembed].concat();
    let address = tag("p").child(tag("code").with("dir", "ltr").text(offer.page.as_str()));
    let file = tag("a").with("href", file).text(m.text("static.share-oembed-file"));
    section(session, "share-oembed", "static.share-oembed")
        .child(tag("p").class("section-note").text(m.text("static.share-oembed-note")))
        .child(address)
        .child(tag("p").child(file))
}

fn pins(session: &Session, offer: &Offer, subject: &Subject) -> Tag {
    let m = &session.messages;
    let (kind, id) = match subject {
        Subject::Event(id) => ("EVENT", id.as_str()),
        Subject::Episode(id) => ("EPISODE", id.as_str()),
    };
    let command = format!("make pin {kind}={id} LANG={}", m.language);
    let items = offer.pins.iter().map(|pin| {
        let href = [&*session.root, &pin.path].concat();
        tag("li").child(tag("a").with("href", href).text(pin.date.as_str())).view()
    });
    let none = offer.pins.is_empty();
    let list = (!none).then(|| tag("ul").children(items));
    section(session, "share-pins", "static.share-pins")
        .child(list)
        .child(none.then(|| tag("p").class("section-note").text(m.text("static.share-pins-none"))))
        .child(tag("p").class("section-note").text(m.text("static.share-pins-note")))
        .child(tag("p").child(tag("code").with("dir", "ltr").text(command)))
}
