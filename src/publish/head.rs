//! What a page says of itself to browsers, search engines and whoever shares its link.

use serde_json::Value;

use crate::domain::dataset::About;

use super::site::Site;
use super::template::escape;

/// What a page may load and run: its own files, WebAssembly, and its own frames. Nothing inline but
/// [`theme_script`], by its hash; nothing evaluated, no other host. `hosting/` says the same.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-sTOF/+kVMPMegAplw8kpVlKfQEWv3pOu3HwgIbvZQGs='; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// What is known of a page.
pub struct PageInfo<'a> {
    pub site: &'a Site,
    pub about: &'a About,
    pub default_language: &'a str,
    pub language: &'a str,
    /// Below the language, the same in every language; empty or ending in `/`.
    pub path: &'a str,
    /// The document's title: its name and the site's.
    pub title: &'a str,
    pub name: &'a str,
    pub description: &'a str,
    /// Whether it is about one event or episode.
    pub is_article: bool,
    /// The picture's path below the site's root, and its words.
    pub card: (&'a str, &'a str),
    /// The path below the site's root of the file that tells how to embed it, if it has one.
    pub oembed: Option<&'a str>,
    /// Whether search engines should list it.
    pub is_indexed: bool,
    /// JSON-LD.
    pub structured: Value,
    /// How the page reaches the site's root.
    pub root: &'a str,
}

impl PageInfo<'_> {
    /// The page's own address.
    pub fn url(&self) -> String {
        self.url_in(self.language)
    }

    fn url_in(&self, language: &str) -> String {
        self.site.url(&[language, "/", self.path].concat())
    }

    /// The matter of the page's `head`, in HTML.
    pub fn to_html(&self) -> String {
        let mut head = vec![
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"),
            format!("<title>{}</title>", escape(self.title)),
            meta("name", "description", self.description),
            meta("name", "color-scheme", "light dark"),
            theme_colours(),
            format!("<script>{}</script>", theme_script()),
            link("canonical", &[("href", &self.url())]),
        ];
        head.extend(self.alternates());
        head.push(link(
            "alternate",
            &[
                ("type", "application/atom+xml"),
                ("title", &self.about.title),
                ("href", &[self.root, self.language, "/feed.xml"].concat()),
            ],
        ));
        head.extend(self.oembed.map(|path| {
            let kind = ("type", "application/json+oembed");
            let href = self.site.url(path);
            link("alternate", &[kind, ("title", self.name), ("href", &href)])
        }));
        if !self.is_indexed {
            head.push(meta("name", "robots", "noindex"));
        }
        head.extend(self.cards());
        head.push(structured(&self.structured));
        head.join("\n")
    }

    /// The same page in every language. For whoever speaks none of them: the bare root, which
    /// offers them all, for the explorer, and otherwise the default language.
    fn alternates(&self) -> Vec<String> {
        let mut links: Vec<String> = self
            .about
            .languages
            .iter()
            .map(|language| {
                let url = self.url_in(&language.code);
                link("alternate", &[("hreflang", &language.code), ("href", &url)])
            })
            .collect();
        let other = if self.path.is_empty() {
            self.site.url("")
        } else {
            self.url_in(self.default_language)
        };
        links.push(link("alternate", &[("hreflang", "x-default"), ("href", &other)]));
        links
    }

    /// Open Graph and Twitter.
    fn cards(&self) -> Vec<String> {
        let (picture, words) = self.card;
        let picture = self.site.url(picture);
        let kind = if self.is_article { "article" } else { "website" };
        let graph = [
            ("og:type", kind),
            ("og:site_name", &self.about.title),
            ("og:title", self.name),
            ("og:description", self.description),
            ("og:url", &self.url()),
            ("og:image", &picture),
            ("og:image:type", "image/png"),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("og:image:alt", words),
        ];
        let twitter = [
            ("twitter:card", "summary_large_image"),
            ("twitter:title", self.name),
            ("twitter:description", self.description),
            ("twitter:image", &picture),
            ("twitter:image:alt", words),
        ];
        let graph = graph.iter().map(|(name, value)| meta("property", name, value));
        graph.chain(twitter.iter().map(|(name, value)| meta("name", name, value))).collect()
    }
}

/// The paper's colour in each theme, as `style/tokens.css` has it, for what the browser draws around
/// the page.
pub const PAPER: [(&str, &str); 2] = [("light", "#fbfaf7"), ("dark", "#161513")];

fn theme_colours() -> String {
    let metas = PAPER.map(|(theme, colour)| {
        format!(
            "<meta name=\"theme-color\" content=\"{colour}\" media=\"(prefers-color-scheme: {theme})\" data-theme-of=\"{theme}\">"
        )
    });
    metas.join("\n")
}

/// What has to run before the first paint: a file without the comment at its head.
pub fn theme_script() -> String {
    let lines = include_str!("../../public/head/theme.js").lines();
    lines.skip_while(|line| line.starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn meta(kind: &str, name: &str, content: &str) -> String {
    format!("<meta {kind}=\"{name}\" content=\"{}\">", escape(content))
}

fn link(relation: &str, attributes: &[(&str, &str)]) -> String {
    let attributes: String =
        attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escape(value))).collect();
    format!("<link rel=\"{relation}\"{attributes}>")
}

/// A data block: no script, so the policy lets it stand. With `<` escaped nothing in it can end it.
fn structured(value: &Value) -> String {
    let json = value.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>")
}
