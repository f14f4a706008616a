//! The sitemap (sitemaps.org, with the languages tied as Google documents it), and robots.txt.

use std::collections::HashMap;
use std::io;

use crate::data::resolve::Edition;
use crate::domain::date::Date;

use super::feed::news;
use super::page::Matter;
use super::site::Site;
use super::xml::{Xml, document, text};

/// Addresses a sitemap may hold at most (sitemaps.org).
const MOST_ADDRESSES: usize = 50_000;

/// A page that stands in every language at the same path below it.
pub struct Mapped {
    pub path: String,
    pub updated: Date,
}

/// The pages of a site that search engines should know: all but the bare root, whose words stand
/// at the default language's own address, and those that only offer others.
pub fn mapped(edition: &Edition, matters: &[Matter]) -> Vec<Mapped> {
    let updated = edition.dataset.about.updated;
    let news = news(edition);
    let dates: HashMap<&str, Date> = news.iter().map(|it| (it.path.as_str(), it.updated)).collect();
    let mapped = matters.iter().filter_map(|matter| {
        let path = match matter {
            Matter::State(state) => state.path()[state.language.len() + 1..].to_owned(),
            Matter::Root(_) | Matter::Share(_) => return None,
            Matter::Standing(page) => page.path(),
        };
        let updated = dates.get(path.as_str()).copied().unwrap_or(updated);
        Some(Mapped { path, updated })
    });
    mapped.collect()
}

/// The sitemap's files: one, or an index and its parts.
pub fn sitemap(site: &Site, languages: &[&str], pages: &[Mapped]) -> Vec<(String, String)> {
    let per_file = MOST_ADDRESSES / languages.len().max(1);
    if pages.len() <= per_file {
        return vec![("sitemap.xml".to_owned(), sitemap_part(site, languages, pages))];
    }
    let parts = pages.chunks(per_file).enumerate();
    let mut files: Vec<(String, String)> = parts
        .map(|(at, part)| (format!("sitemap-{}.xml", at + 1), sitemap_part(site, languages, part)))
        .collect();
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let index = document(|xml| {
        let index = xml
            .create_element("sitemapindex")
            .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
        index.write_inner_content(|xml| {
            names.iter().try_for_each(|name| {
                xml.create_element("sitemap")
                    .write_inner_content(|xml| text(xml, "loc", &site.url(name)))
                    .map(|_| ())
            })
        })?;
        Ok(())
    });
    files.push(("sitemap.xml".to_owned(), index));
    files
}

fn sitemap_part(site: &Site, languages: &[&str], pages: &[Mapped]) -> String {
    document(|xml| {
        let set = xml
            .create_element("urlset")
            .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
            .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"));
        set.write_inner_content(|xml| {
            pages.iter().try_for_each(|page| {
                languages
                    .iter()
                    .try_for_each(|language| address(xml, site, languages, language, page))
            })
        })?;
        Ok(())
    })
}

fn address(
    xml: &mut Xml,
    site: &Site,
    languages: &[&str],
    language: &str,
    page: &Mapped,
) -> io::Result<()> {
    let url = |language: &str| site.url(&[language, "/", &page.path].concat());
    xml.create_element("url").write_inner_content(|xml| {
        text(xml, "loc", &url(language))?;
        text(xml, "lastmod", &page.updated.iso())?;
        languages.iter().try_for_each(|other| {
            xml.create_element("xhtml:link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("hreflang", *other))
                .with_attribute(("href", url(other).as_str()))
                .write_empty()
                .map(|_| ())
        })
    })?;
    Ok(())
}

/// Lets every crawler in and names the sitemap.
pub fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.url("sitemap.xml"))
}
