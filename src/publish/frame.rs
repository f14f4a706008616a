//! A page that stands inside another, as one file: its words, its style and its script. The app is
//! only named in it; the script starts it when a reader's control needs it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use leptos::prelude::*;
use sha2::{Digest, Sha256};

use crate::view::{Page, title};
use crate::view_state::ViewState;

use super::page::{PageOf, failure, is_right_to_left, session, without_marks};
use super::template::escape;

/// The sheet and the script that every frame has inlined, each with the hash that allows it.
#[derive(Clone, Debug)]
pub struct Inlined {
    style: String,
    script: String,
    policy: String,
}

impl Inlined {
    /// Reads `frame.css` and `frame.js` of a folder.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read_to_string(&path)
                .map_err(|error| format!("{}: can't be read: {error}", path.display()))
        };
        let (style, script) = (read("frame.css")?, read("frame.js")?);
        for (name, text) in [("frame.css", &style), ("frame.js", &script)] {
            if text.to_ascii_lowercase().contains("</s") {
                return Err(format!("{name}: \"</s\" would end the element it is inlined in"));
            }
        }
        Ok(Self::new(style.trim_end(), script.trim_end()))
    }

    /// What is inlined, with the policy that allows nothing else that is inline.
    pub fn new(style: &str, script: &str) -> Self {
        let [of_style, of_script] = [style, script].map(hash);
        let policy = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' '{of_script}'; \
             style-src 'self' '{of_style}'; img-src 'self' data:; connect-src 'self'; \
             base-uri 'none'; form-action 'none'"
        );
        Self { style: style.to_owned(), script: script.to_owned(), policy }
    }
}

/// A hash as a policy writes it.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The frame's HTML. Its links leave the frame, but for those within it.
pub fn render(of: &PageOf) -> String {
    Owner::new().with(|| {
        let depth = of.path().matches('/').count();
        let root = "../".repeat(depth);
        let session = session(of, &root);
        let title = title(&session);
        provide_context(session);
        provide_context(Arc::clone(&of.shared.base_map));
        let matter = without_marks(&view! { <Page/> }.to_html())
            .replace("href=\"#", "target=\"_self\" href=\"#");
        let direction = if is_right_to_left(of) { "rtl" } else { "ltr" };
        let (inlined, parts) = (&of.shared.inlined, of.shared.template.app_parts(depth));
        let boot = parts.boot.map(|boot| format!("<meta name=\"app-boot\" content=\"{boot}\">"));
        let state = of.state();
        let subject = state.in_full().path()[state.language.len() + 1..].trim_end_matches('/').to_owned();
        let head = [
            "<meta charset=\"utf-8\">".to_owned(),
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".to_owned(),
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", inlined.policy),
            format!("<title>{}</title>", escape(&title)),
            "<meta name=\"color-scheme\" content=\"light dark\">".to_owned(),
            format!("<link rel=\"canonical\" href=\"{}\">", escape(&full(of))),
            "<base target=\"_blank\">".to_owned(),
            format!("<style>{}</style>", inlined.style),
            parts.icon.unwrap_or_default(),
            parts.links.join("\n"),
            boot.unwrap_or_default(),
        ];
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{direction}\" data-root=\"{root}\" data-frame=\"{subject}\">\n\
             <head>\n{}\n</head>\n<body>\n<div id=\"page\">{matter}</div>{}{}\n\
             <script>{}</script>\n</body>\n</html>\n",
            escape(&of.messages.language),
            head.join("\n"),
            foot(of, &root),
            failure(of),
            inlined.script,
        )
    })
}

/// The address of the page of its own.
fn full(of: &PageOf) -> String {
    of.shared.site.url(&of.state().in_full().path())
}

/// What leads to the page of its own, also where links can't leave, and the date of the data.
fn foot(of: &PageOf, root: &str) -> String {
    let (m, about) = (&of.messages, &of.edition.dataset.about);
    let state: ViewState = of.state().in_full();
    let open = m.fill("static.frame-open", &[("site", &about.title)]);
    let data = m.fill("static.frame-data", &[("date", &m.date(about.updated))]);
    format!(
        "<footer class=\"frame-foot\"><p><a class=\"frame-open\" rel=\"noopener\" href=\"{root}{}\">{}</a> <span class=\"frame-data\">{}</span></p>\
         <p class=\"frame-address\" dir=\"ltr\">{}</p></footer>",
        state.path(),
        escape(&open),
        escape(&data),
        escape(&full(of)),
    )
}
