//! What a build writes, and that it writes nothing at all when a record has a finding.

#[path = "fixtures/build.rs"]
mod build;
#[path = "fixtures/folder.rs"]
mod folder;

use std::fs;

use build::{Build, TEMPLATE};
use qawlan::domain::event::Subject;
use qawlan::publish::head::theme_script;
use qawlan::publish::{Failure, Job, publish};
use serde_json::json;

#[test]
fn every_subject_has_a_page_and_a_file_in_every_language() {
    let build = Build::new(TEMPLATE);
    let published = build.publish(&folder::north_south()).expect("no finding");
    let files = build.files();
    let written = files.iter().filter(|name| name.ends_with(".html")).count();
    assert_eq!(published.pages, written);
    assert!(files.contains(&"index.html".to_owned()), "the root");
    for language in folder::languages(&folder::north_south()) {
        let edition = folder::edition(&folder::north_south(), language);
        for subject in folder::subjects(&edition) {
            let name = match subject {
                Subject::Event(id) => format!("events/{id}"),
                Subject::Episode(id) => format!("episodes/{id}"),
            };
            for file in [
                format!("{language}/{name}/index.html"),
                format!("published/{language}/{name}.json"),
            ] {
                assert!(files.contains(&file), "{file}");
            }
        }
        for file in [
            "index.html",
            "method/index.html",
            "reports/index.html",
            "glossary/index.html",
            "feed.xml",
        ] {
            assert!(files.contains(&format!("{language}/{file}")), "{file}");
        }
        for file in ["index", "messages", "search", "general"] {
            assert!(files.contains(&format!("published/{language}/{file}.json")), "{file}");
        }
    }
    for file in ["sitemap.xml", "robots.txt"] {
        assert!(files.contains(&file.to_owned()), "{file}");
    }
}

#[test]
fn a_page_knows_its_language_its_depth_and_its_policy() {
    let build = Build::new(TEMPLATE);
    build.publish(&folder::north_south()).expect("no finding");
    for (page, opening, sheet) in [
        ("index.html", "<html lang=\"ar\" dir=\"rtl\" data-root=\"\">", "\"./site.css\""),
        ("en/index.html", "<html lang=\"en\" dir=\"ltr\" data-root=\"../\">", "\"../site.css\""),
        (
            "en/method/index.html",
            "<html lang=\"en\" dir=\"ltr\" data-root=\"../../\">",
            "\"../../site.css\"",
        ),
        (
            "ar/events/2031-04-02-bridge/index.html",
            "<html lang=\"ar\" dir=\"rtl\" data-root=\"../../../\">",
            "\"../../../site.css\"",
        ),
    ] {
        let html = build.read(page);
        assert!(html.contains(opening), "{page}");
        assert!(html.contains(sheet), "{page}");
        assert!(html.contains("Content-Security-Policy"), "{page}");
        // What the policy allows by its hash.
        let theme = format!("<script>{}</script>", theme_script());
        assert_eq!(html.matches(&theme).count(), 1, "{page}");
        let html = html.replace(&theme, "");
        for forbidden in
            ["unsafe-inline", "'unsafe-eval'", " style=", "<style", "<script>", " onclick"]
        {
            assert!(!html.contains(forbidden), "{page} holds {forbidden}");
        }
    }
}

#[test]
fn the_app_starts_on_every_page_but_those_that_stand_as_they_are_made() {
    let build = Build::new(TEMPLATE);
    build.publish(&folder::north_south()).expect("no finding");
    for name in build.files().iter().filter(|name| name.ends_with(".html")) {
        let html = build.read(name);
        let starts = html.contains("data-app=") && html.contains("boot.js\" defer");
        let stands = ["method", "reports", "glossary"]
            .iter()
            .any(|page| name.ends_with(&format!("/{page}/index.html")))
            || name.contains("/share/");
        // A frame names it, for its own script to start.
        let is_frame = name.contains("/embed/");
        let named = html.contains("<meta name=\"app-boot\"");
        assert_eq!((starts, named), (!stands && !is_frame, is_frame), "{name}");
    }
}

#[test]
fn a_finding_stops_the_build_and_nothing_is_written() {
    let records = folder::changed(&[("topics.json", "/0/short/en", json!(""))]);
    let build = Build::new(TEMPLATE);
    let Err(Failure::Findings(findings)) = build.publish(records.path()) else {
        panic!("an empty text was published");
    };
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!((finding.file.as_str(), finding.path.as_str()), ("topics.json", "[0].short"));
    assert!(!finding.mend.is_empty());
    assert_eq!(build.files(), ["index.html"]);
    assert_eq!(build.read("index.html"), TEMPLATE);
}

#[test]
fn a_template_without_its_markers_is_named() {
    for marker in ["<html>", "<!-- head -->", "<!-- page -->"] {
        let build = Build::new(&TEMPLATE.replace(marker, ""));
        let Err(Failure::Other(sentence)) = build.publish(&folder::north_south()) else {
            panic!("published without {marker}");
        };
        assert!(sentence.contains(marker), "{sentence}");
        assert_eq!(build.files(), ["index.html"]);
    }
}

#[test]
fn a_base_map_that_cannot_be_read_is_named_with_what_makes_it() {
    for broken in [None, Some("{"), Some("{ \"box\": [19.0, 9.0, 22.0] }")] {
        let build = Build::new(TEMPLATE);
        let base_map = build.base_map();
        match broken {
            Some(json) => fs::write(&base_map, json).expect("it is overwritten"),
            None => fs::remove_file(&base_map).expect("it is taken away"),
        }
        let Err(Failure::Other(sentence)) = build.publish(&folder::north_south()) else {
            panic!("published with {broken:?} as base map");
        };
        assert!(sentence.contains("base-map.json: "), "{sentence}");
        assert!(sentence.contains("tools/base-map.mjs"), "{sentence}");
        assert_eq!(build.files(), ["index.html"]);
    }
}

#[test]
fn the_address_given_to_the_build_wins_over_the_manifests() {
    let records =
        folder::changed(&[("manifest.json", "/site", json!("https://manifest.example/"))]);
    for (given, address) in [
        (Some("https://given.example/news"), "https://given.example/news/"),
        (None, "https://manifest.example/"),
        // An empty SITE_URL is an unset one.
        (Some(""), "https://manifest.example/"),
    ] {
        let build = Build::new(TEMPLATE);
        let job = Job { site: given.map(str::to_owned), ..build.job(records.path()) };
        let published = publish(&job).expect("no finding");
        assert!(!published.is_local, "{given:?}");
        let page = build.read("en/index.html");
        assert!(page.contains(&format!("rel=\"canonical\" href=\"{address}en/\"")), "{given:?}");
        for file in ["en/index.html", "en/feed.xml", "sitemap.xml", "robots.txt"] {
            let text = build.read(file);
            let hosts = text.match_indices(".example/").count();
            assert!(hosts > 0, "{file}");
            assert_eq!(text.matches(address).count(), hosts, "{file} with {given:?}");
        }
    }
}

#[test]
fn without_an_address_the_build_says_that_its_own_is_local() {
    let build = Build::new(TEMPLATE);
    let published = build.publish(&folder::north_south()).expect("no finding");
    assert!(published.is_local);
    assert!(build.read("robots.txt").contains("http://127.0.0.1:8080/sitemap.xml"));
}

#[test]
fn an_address_that_is_none_stops_the_build_with_a_sentence() {
    for address in ["example.org", "ftp://example.org/", "https://", "https://a b/", "https://a/?x"]
    {
        let build = Build::new(TEMPLATE);
        let job = Job { site: Some(address.to_owned()), ..build.job(&folder::north_south()) };
        let Err(Failure::Other(sentence)) = publish(&job) else {
            panic!("published at {address}");
        };
        assert_eq!(
            sentence,
            format!(
                "SITE_URL: \"{address}\" is no address of a site. Write it as https://example.org/path/."
            )
        );
        assert_eq!(build.files(), ["index.html"]);
    }
}
