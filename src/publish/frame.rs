//! A page that stands inside another, as one file: its words, its style and its script. The app is
//! only named in it; the script starts it when a reader's control needs it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use leptos::prelude::*;
use sha2::{Digest, Sha256};

use crate::view::{Page, language_note, title};

use super::page::{PageOf, failure, is_right_to_left, session, without_marks};
use super::template::escape;

/// The sheet and the script that a frame has inlined, and the policy that allows both by hash.
#[derive(Clone, Debug)]
pub struct Inlined {
    style: String,
    script: String,
    policy: String,
}

impl Inlined {
    /// Reads `frame.css` and a script of a folder. `connect`: other origins than its own that the
    /// page may ask, in a policy's form.
    pub fn read(folder: &Path, script: &str, connect: &str) -> Result<Self, String> {
        let read = |name: &str| {
            let path = folder.join(name);
            let text = fs::read_to_string(&path)
                .map_err(|error| format!("{}: can't be read: {error}", path.display()))?;
            if text.to_ascii_lowercase().contains("</s") {
                return Err(format!("{name}: \"</s\" would end the element it is inlined in"));
            }
            Ok(text.trim_end().to_owned())
        };
        Ok(Self::new(&read("frame.css")?, &read(script)?, connect))
    }

    /// What is inlined, with the policy that allows nothing else that is inline.
    pub fn new(style: &str, script: &str, connect: &str) -> Self {
        let [of_style, of_script] = [style, script].map(hash);
        let connect = ["'self'", connect].join(" ");
        let policy = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' '{of_script}'; \
             style-src 'self' '{of_style}'; img-src 'self' data:; connect-src {}; \
             base-uri 'none'; form-action 'none'",
            connect.trim_end()
        );
        Self { style: style.to_owned(), script: script.to_owned(), policy }
    }
}

/// A hash as a policy writes it.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// What distinguishes a frame as it is now from a copy.
pub struct Framed<'a> {
    pub inlined: &'a Inlined,
    /// How it reaches the site's root.
    pub root: &'a str,
    /// Further attributes of `html`, each with a space before it.
    pub attributes: String,
    /// Further elements of the head.
    pub head: Vec<String>,
    /// What stands above all else.
    pub top: String,
    /// What leads to the page of its own, above who made the texts in the page's language.
    pub foot: String,
}

/// The frame's HTML. Its links leave it, but for those within it.
pub fn render(of: &PageOf) -> String {
    let depth = of.path().matches('/').count();
    let root = "../".repeat(depth);
    let parts = of.shared.template.app_parts(depth);
    let boot = parts.boot.map(|boot| format!("<meta name=\"app-boot\" content=\"{boot}\">"));
    let head = parts.icon.into_iter().chain(parts.links).chain(boot).collect();
    let (m, about) = (&of.messages, &of.edition.dataset.about);
    let open = m.fill("static.frame-open", &[("site", &about.title)]);
    let data = m.fill("static.frame-data", &[("date", &m.date(about.updated))]);
    let foot = foot(of, &open, &[root.as_str(), &of.state().in_full().path()].concat(), &data);
    let inlined = &of.shared.inlined;
    let framed =
        Framed { inlined, root: &root, attributes: String::new(), head, top: String::new(), foot };
    document(of, framed)
}

/// A frame as one file.
pub fn document(of: &PageOf, framed: Framed) -> String {
    Owner::new().with(|| {
        let Framed { inlined, root, attributes, head, top, foot } = framed;
        let session = session(of, root);
        let title = title(&session);
        let note = language_note(&session).unwrap_or_default();
        provide_context(session);
        provide_context(Arc::clone(&of.shared.base_map));
        let matter = without_marks(&view! { <Page/> }.to_html())
            .replace("href=\"#", "target=\"_self\" href=\"#");
        let direction = if is_right_to_left(of) { "rtl" } else { "ltr" };
        let own = [
            "<meta charset=\"utf-8\">".to_owned(),
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".to_owned(),
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", inlined.policy),
            format!("<title>{}</title>", escape(&title)),
            "<meta name=\"color-scheme\" content=\"light dark\">".to_owned(),
            format!("<link rel=\"canonical\" href=\"{}\">", escape(&full(of))),
            "<base target=\"_blank\">".to_owned(),
            format!("<style>{}</style>", inlined.style),
        ];
        let head: Vec<String> = own.into_iter().chain(head).collect();
        let language = escape(&of.messages.language);
        let html = format!(
            "<html lang=\"{language}\" dir=\"{direction}\" data-root=\"{root}\" data-frame=\"{}\"{attributes}>",
            of.state().in_full().path()[language.len() + 1..].trim_end_matches('/'),
        );
        format!(
            "<!DOCTYPE html>\n{html}\n<head>\n{}\n</head>\n<body>\n{top}<div id=\"page\">{matter}</div>\
             <footer class=\"frame-foot\">{foot}<p class=\"frame-language\">{}</p></footer>{}\n\
             <script>{}</script>\n</body>\n</html>\n",
            head.join("\n"),
            escape(&note),
            failure(of),
            inlined.script,
        )
    })
}

/// The whole address of the page of its own.
pub fn full(of: &PageOf) -> String {
    of.shared.site.url(&of.state().in_full().path())
}

/// What leads to the page of its own, with its address where links can't leave, and what there is to
/// say of the data.
pub fn foot(of: &PageOf, open: &str, href: &str, data: &str) -> String {
    let [open, href, data, address] = [open, href, data, &full(of)].map(escape);
    format!(
        "<p><a class=\"frame-open\" rel=\"noopener\" href=\"{href}\">{open}</a> \
         <span class=\"frame-data\">{data}</span></p>\
         <p class=\"frame-address\" dir=\"ltr\">{address}</p>",
    )
}
