//! The address bar: reads it, follows links and Back. It is written by the page's own script, which
//! knows the steps of the visit: `public/boot/steps.js`.

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MouseEvent};

use crate::domain::facet::Facet;
use crate::domain::id::is_well_formed;
use crate::session::{Notice, Session};
use crate::view_state::{BadValue, ViewState};

use super::document;

#[wasm_bindgen(js_namespace = qawlan)]
extern "C" {
    /// Writes the address, as a step of its own or in place of the present one.
    #[wasm_bindgen(js_name = write)]
    fn write_address(href: &str, is_step: bool);

    /// After another subject was chosen: its heading is read out and in sight, or the page stands
    /// as the reader left it.
    fn attend();
}

/// The path of the site's root, ending in `/`: the page says how far above itself it lies.
pub fn root() -> String {
    let depth = document()
        .document_element()
        .and_then(|html| html.get_attribute("data-root"))
        .map_or(0, |up| up.split('/').filter(|folder| *folder == "..").count());
    let path = window().location().pathname().unwrap_or_default();
    let mut folders: Vec<&str> = path.split('/').collect();
    // What follows the last slash is the page's own file name or nothing.
    folders.pop();
    folders.truncate(folders.len().saturating_sub(depth));
    folders.join("/") + "/"
}

/// What the address bar says, or `None` where the page is none of ours. The bare root is the
/// explorer in the page's own language.
pub fn read(root: &str) -> Option<(ViewState, Vec<BadValue>)> {
    let location = window().location();
    let (path, query) = (location.pathname().ok()?, location.search().ok()?);
    parse(root, &path, &query).or_else(|| {
        let language = document().document_element()?.get_attribute("lang")?;
        let is_root =
            path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest == "index.html");
        if is_root { parse(root, &[root, &language, "/"].concat(), &query) } else { None }
    })
}

fn parse(root: &str, path: &str, query: &str) -> Option<(ViewState, Vec<BadValue>)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    ViewState::parse(path.strip_prefix(root)?, query)
}

/// Keeps the address bar and the document's title, follows links to states of this page, and
/// follows Back and Forward.
pub fn follow(session: &Session, title: fn(&Session) -> String) {
    fix_icon();
    write(session.clone(), title);
    follow_links(session.clone());
    follow_history(session.clone());
}

/// The icon's address is relative to the page; from here on the page's address changes without it.
fn fix_icon() {
    let icon = document().query_selector("link[rel=icon]").ok().flatten();
    if let Some(icon) = icon.and_then(|icon| icon.dyn_into::<web_sys::HtmlLinkElement>().ok()) {
        icon.set_href(&icon.href());
    }
}

fn write(session: Session, title: fn(&Session) -> String) {
    let mut last: Option<ViewState> = None;
    super::effect(move || {
        let state = session.state.get();
        document().set_title(&title(&session));
        let Some(last) = last.replace(state.clone()).filter(|last| *last != state) else { return };
        let href = session.href(&state);
        let location = window().location();
        let here = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
        if href != here {
            // Typing and map moves would fill the history with steps nobody means to go back to.
            write_address(&href, last.in_motion_as(&state) != state);
        }
        if last.subject != state.subject {
            attend();
        }
    });
}

fn follow_links(session: Session) {
    let follow = move |event: MouseEvent| {
        let is_plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
            && !event.default_prevented();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target.filter(|_| is_plain) else { return };
        if let Ok(Some(mark)) = target.closest("[data-place-mark]") {
            if let Some(place) = mark.get_attribute("data-place-mark").filter(|p| is_well_formed(p))
            {
                session.state.update(|state| state.toggle(Facet::Place, &place));
            }
            return;
        }
        let Ok(Some(link)) = target.closest("a[href]") else { return };
        let Some(href) = link.get_attribute("href").filter(|href| !href.starts_with('#')) else {
            return;
        };
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        let Some((mut state, bad)) = parse(&session.root, path, query) else { return };
        // Another language is another page: its words are loaded with it. So is a page of its own to
        // one inside another.
        if state.language != session.messages.language
            || state.frame.is_some() != session.is_framed()
        {
            return;
        }
        event.prevent_default();
        state.check(&session.dataset);
        drop(bad);
        session.state.set(state);
    };
    listen("click", follow);
}

fn follow_history(session: Session) {
    let follow = move |_: web_sys::PopStateEvent| {
        let Some((mut state, mut bad)) = read(&session.root) else { return };
        bad.extend(state.check(&session.dataset));
        if state.language != session.messages.language {
            let _ = window().location().reload();
            return;
        }
        // A step within the page, to a claim's own address.
        if session.state.with_untracked(|present| *present == state) {
            return;
        }
        if !bad.is_empty() {
            session.notices.update(|notices| notices.push(Notice::BadLink(bad)));
        }
        session.state.set(state);
    };
    let closure = Closure::<dyn FnMut(web_sys::PopStateEvent)>::new(follow);
    let _ = window().add_event_listener_with_callback("popstate", closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Listens on the document for the visit's length.
fn listen(kind: &str, follow: impl FnMut(MouseEvent) + 'static) {
    let closure = Closure::<dyn FnMut(MouseEvent)>::new(follow);
    let _ = document().add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
    closure.forget();
}
