//! One page, rendered with the components the browser uses.

use std::cell::OnceCell;
use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use crate::data::resolve::Edition;
use crate::domain::event::Subject;
use crate::i18n::messages::Messages;
use crate::map_scene::sheet::Drawer;
use crate::session::{Load, Session, SubjectStatements};
use crate::view::glossary::glossary_page;
use crate::view::method::method_page;
use crate::view::reading_aids::reading_aids;
use crate::view::reports::reports_page;
use crate::view::share::share_page;
use crate::view::standing::Standing;
use crate::view::{Page, title};
use crate::view_state::ViewState;

use super::cards;
use super::frame::Inlined;
use super::head::PageInfo;
use super::sharing::{Sharing, Stock, oembed, path_below};
use super::site::Site;
use super::structured_data::Described;
use super::template::{Filling, Template, escape};

/// What all pages of a site share.
pub struct Shared {
    pub template: Template,
    pub site: Site,
    pub base_map: Arc<Drawer>,
    pub inlined: Inlined,
    pub stock: Stock,
    pub default_language: String,
}

/// What a page shows.
#[derive(Clone, PartialEq, Debug)]
pub enum Matter {
    /// A state of the app, which takes the page over.
    State(ViewState),
    /// The site's bare root: the default language's explorer.
    Root(ViewState),
    /// No state of the app: the page stays as it is.
    Standing(Standing),
    /// What offers a subject, or the explorer, for other pages. Stays as it is, too.
    Share(Option<Subject>),
}

/// Everything a page is made from.
pub struct PageOf<'a> {
    pub shared: &'a Shared,
    pub edition: &'a Edition,
    pub messages: &'a Arc<Messages>,
    pub matter: Matter,
}

impl PageOf<'_> {
    /// Where the page lies below the site's root; ends in `/`, or is empty for the root.
    pub fn path(&self) -> String {
        match &self.matter {
            Matter::State(state) => state.path(),
            Matter::Root(_) => String::new(),
            Matter::Standing(_) | Matter::Share(_) => {
                [&self.messages.language, "/", &self.path_below_language()].concat()
            }
        }
    }

    /// The same page's path below any language; that of the root is the explorer's.
    fn path_below_language(&self) -> String {
        match &self.matter {
            Matter::Standing(page) => page.path(),
            Matter::Share(subject) => ["share/", &path_below(subject.as_ref())].concat(),
            Matter::State(state) | Matter::Root(state) => {
                state.path()[state.language.len() + 1..].to_owned()
            }
        }
    }

    /// What the page shows, or stands beside.
    pub fn state(&self) -> ViewState {
        match &self.matter {
            Matter::State(state) | Matter::Root(state) => state.clone(),
            Matter::Standing(_) => ViewState::explorer(&self.messages.language),
            Matter::Share(subject) => {
                ViewState::explorer(&self.messages.language).with_subject(subject.clone())
            }
        }
    }

    /// Where the oEmbed file of what it shows lies below the site's root.
    pub fn oembed_path(&self) -> String {
        oembed::path(&self.messages.language, self.state().subject.as_ref())
    }

    /// Whether the app takes the page over.
    fn runs_app(&self) -> bool {
        matches!(self.matter, Matter::State(_) | Matter::Root(_))
    }
}

/// The page's HTML.
pub fn render(of: &PageOf) -> String {
    render_with(of, |_| ()).0
}

/// A share page's HTML and its oEmbed file, which are made of the same words.
pub fn render_share(of: &PageOf) -> (String, Value) {
    render_with(of, oembed::oembed)
}

/// The page's HTML, and what else is made of what it shows.
fn render_with<T>(of: &PageOf, make: impl FnOnce(&Sharing) -> T) -> (String, T) {
    let owner = Owner::new();
    owner.with(|| {
        let depth = of.path().matches('/').count();
        let root = "../".repeat(depth);
        let session = session(of, &root);
        let sharing = sharing(of, &session);
        let head = head(of, &sharing, &root);
        provide_context(session.clone());
        provide_context(Arc::clone(&of.shared.base_map));
        let matter = match of.matter {
            Matter::Standing(page) => standing_page(of, page).to_html(),
            Matter::Share(_) => share_page(&sharing.offer()).to_html(),
            Matter::State(_) | Matter::Root(_) => view! { <Page/> }.to_html(),
        };
        let matter = without_marks(&matter);
        let aids = without_marks(&reading_aids(&session, of.runs_app()).to_html());
        let address = format!("<p class=\"print-address\" dir=\"ltr\">{}</p>", escape(&url(of)));
        let failure = failure(of);
        let body = format!("{aids}<div id=\"page\">{matter}</div>{address}{failure}");
        let (language, is_right_to_left) = (&of.messages.language, is_right_to_left(of));
        let html = of.shared.template.fill(&Filling {
            language,
            is_right_to_left,
            depth,
            runs_app: of.runs_app(),
            head: &head,
            body: &body,
        });
        (html, make(&sharing))
    })
}

/// What a component wrote, as it is published. Leptos marks where views begin, for an app that would
/// grow into the page; ours replaces it. An input has no end tag; the run-time builder writes one for
/// every element.
pub fn without_marks(html: &str) -> String {
    let mut published = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        published.push_str(before);
        rest = match tag.strip_prefix("<!>").or_else(|| tag.strip_prefix("</input>")) {
            Some(after) => after,
            None => {
                published.push('<');
                &tag[1..]
            }
        };
    }
    published + rest
}

/// Whether the page's language is written from right to left.
pub fn is_right_to_left(of: &PageOf) -> bool {
    let languages = &of.edition.dataset.about.languages;
    languages.iter().any(|l| l.code == of.messages.language && l.is_right_to_left)
}

/// Takes the session from the context.
fn standing_page(of: &PageOf, page: Standing) -> AnyView {
    match page {
        Standing::Method => method_page(),
        Standing::Reports => reports_page(&of.edition.carrying()),
        Standing::Glossary => glossary_page(),
    }
}

/// A visit in which everything the page shows has been loaded.
pub fn session(of: &PageOf, root: &str) -> Session {
    visit(of.edition, of.messages, root, of.state())
}

/// A visit to a state of the app, with everything loaded that it shows.
pub fn visit(edition: &Edition, messages: &Arc<Messages>, root: &str, state: ViewState) -> Session {
    let (dataset, messages) = (Arc::clone(&edition.dataset), Arc::clone(messages));
    let subject = state.subject.clone();
    let session = Session::new(dataset, messages, root, state, Vec::new());
    match subject {
        Some(subject) => session.subject.set(Load::Ready(Arc::new(SubjectStatements {
            statements: edition.statements_about(Some(&subject)),
            event_losses: edition.event_losses(&subject),
            subject,
        }))),
        None => session.general.set(Load::Ready(Arc::new(edition.statements_about(None)))),
    }
    session
}

fn head(of: &PageOf, sharing: &Sharing, root: &str) -> String {
    let (shared, messages, about) = (of.shared, of.messages, &of.edition.dataset.about);
    let language = messages.language.as_str();
    let state = of.state();
    let title = match &of.matter {
        Matter::Standing(page) => [messages.text(page.title()), " · ", &about.title].concat(),
        Matter::Share(_) => {
            let title = sharing.title();
            let words = messages.fill("static.share-title", &[("title", &title)]);
            [&words, " · ", &about.title].concat()
        }
        Matter::State(_) | Matter::Root(_) => title(sharing.session),
    };
    let description = description(of, &state, sharing);
    let site_name = [" · ", &about.title].concat();
    let url = url(of);
    let described = Described {
        site: &shared.site,
        edition: of.edition,
        language,
        url: &url,
        title: title.strip_suffix(&site_name).unwrap_or(&title),
        description: &description,
    };
    let structured: Value = match (&of.matter, &state.subject) {
        (Matter::Standing(_) | Matter::Share(_), _) => described.page(),
        (_, Some(subject)) => described.subject(subject),
        (_, None) => described.dataset(),
    };
    let card = cards::file(language, state.subject.as_ref());
    let oembed = of.oembed_path();
    let info = PageInfo {
        site: &shared.site,
        about,
        default_language: &shared.default_language,
        language,
        path: &of.path_below_language(),
        title: &title,
        name: title.strip_suffix(&site_name).unwrap_or(&title),
        description: &description,
        is_article: state.subject.is_some(),
        card: (&card, sharing.alternative()),
        oembed: of.runs_app().then_some(&*oembed),
        is_indexed: !matches!(of.matter, Matter::Share(_)),
        structured,
        root,
    };
    info.to_html()
}

/// What the page shows, as it is shared.
pub fn sharing<'a>(of: &'a PageOf, session: &'a Session) -> Sharing<'a> {
    let (site, edition, messages) = (&of.shared.site, of.edition, of.messages);
    let subject = match &of.matter {
        Matter::Share(subject) => subject.as_ref(),
        Matter::State(state) | Matter::Root(state) => state.subject.as_ref(),
        Matter::Standing(_) => None,
    };
    let words = OnceCell::new();
    Sharing { site, edition, messages, subject, stock: &of.shared.stock, session, words }
}

/// The page's own address.
fn url(of: &PageOf) -> String {
    of.shared.site.url(&[&of.messages.language, "/", &of.path_below_language()].concat())
}

fn description(of: &PageOf, state: &ViewState, sharing: &Sharing) -> String {
    let dataset = &of.edition.dataset;
    if let Matter::Share(_) = &of.matter {
        return sharing.alternative().to_owned();
    }
    let description = match (&of.matter, &state.subject) {
        (Matter::Standing(page), _) => Some(of.messages.text(page.lead())),
        (_, Some(Subject::Event(id))) => dataset.event(id).map(|event| event.summary.as_str()),
        (_, Some(Subject::Episode(id))) => dataset.episode(id).map(|it| it.summary.as_str()),
        (_, None) => Some(dataset.about.corpus.as_str()),
    };
    description.unwrap_or_default().to_owned()
}

/// What a reader is told when the app couldn't start or has stopped, which the style sheet shows
/// only then, and where they are told how copying and taking along went; there stands too what is
/// copied along from a page in translation.
pub fn failure(of: &PageOf) -> String {
    let words = |key| escape(of.messages.text(key));
    let languages = &of.edition.dataset.about.languages;
    let own = languages.iter().find(|language| language.code == of.messages.language);
    let note = match own {
        Some(own) if own.is_translation && own.is_checked => words("static.copied-checked"),
        Some(own) if own.is_translation => words("static.copied-unchecked"),
        _ => String::new(),
    };
    format!(
        "<div class=\"boot-failed\" role=\"alert\"><p data-when=\"starting\">{} <span class=\"boot-file\" dir=\"ltr\"></span></p><p data-when=\"stopped\" hidden>{}</p><p><a href=\"\">{}</a></p></div>\
        <div class=\"copying\" data-copied=\"{}\" data-failed=\"{}\" data-note=\"{note}\"><p role=\"status\"></p></div>\
        <div class=\"taking\" data-progress=\"{}\" data-done=\"{}\" data-failed=\"{}\" data-many=\"{}\" data-none=\"{}\" data-again=\"{}\"><p role=\"status\"></p></div>",
        words("boot.failed"),
        words("boot.stopped"),
        words("load.again"),
        words("claim.copied"),
        words("claim.copy-failed"),
        words("static.take-progress"),
        words("static.take-done"),
        words("static.take-failed"),
        words("static.take-many"),
        words("static.take-none"),
        words("load.again"),
    )
}
