//! The lines between the rooms of the house, held by reading the sources.
//!
//! Each rule is a function from a file to its faults, and each is shown a bad line first: a rule
//! that finds nothing anywhere holds nothing.

use std::fs;
use std::path::Path;

/// A file under the project, its path with `/`.
struct File {
    path: String,
    text: String,
}

fn files(folder: &str, ending: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let name = path.strip_prefix(root).expect("it lies below the project");
                let text = fs::read_to_string(&path).expect("a source is UTF-8");
                found.push(File { path: name.to_string_lossy().replace('\\', "/"), text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "{folder} has no {ending}");
    found
}

fn bad(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}

type Rule = fn(&File) -> Vec<String>;

fn assert_tidy(rule: Rule, files: &[File]) {
    let faults: Vec<String> = files
        .iter()
        .flat_map(|file| rule(file).into_iter().map(|fault| format!("{}: {fault}", file.path)))
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[track_caller]
fn assert_caught(rule: Rule, path: &str, text: &str) {
    assert!(!rule(&bad(path, text)).is_empty(), "{path} should be caught: {text}");
}

#[track_caller]
fn assert_free(rule: Rule, path: &str, text: &str) {
    assert_eq!(rule(&bad(path, text)), [""; 0], "{path} should be free: {text}");
}

/// The lines of code with their numbers: no comments, and none of the file's own tests.
fn code(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let lines = file.text.lines().enumerate().map(|(at, line)| (at + 1, line));
    let lines = lines.take_while(|(_, line)| line.trim() != "#[cfg(test)]");
    lines.filter_map(|(at, line)| {
        let code = line.find(" // ").map_or(line, |comment| &line[..comment]);
        (!code.trim_start().starts_with("//")).then_some((at, code))
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether `word` stands in the line, not as a part of a longer word.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

/// The room a source belongs to: `domain`, `view`, `browser`…
fn room(file: &File) -> &str {
    let inside = file.path.strip_prefix("src/").unwrap_or(&file.path);
    inside.split(['/', '.']).next().unwrap_or("")
}

/// A room, the crates it may name, and the rooms of this crate it may name.
type Permit = (&'static str, &'static [&'static str], &'static [&'static str]);

const PERMITS: &[Permit] = &[
    ("domain", &[], &["domain"]),
    ("data", &["serde", "serde_json", "serde_path_to_error"], &["data", "domain"]),
    ("i18n", &["serde_json"], &["i18n", "domain"]),
    ("view_state", &[], &["view_state", "domain"]),
    ("loss_chart", &[], &["loss_chart", "domain"]),
    ("map_scene", &[], &["map_scene", "domain"]),
    ("session", &["leptos"], &["session", "domain", "i18n", "view_state", "map_scene"]),
    (
        "view",
        &["leptos"],
        &["view", "session", "domain", "i18n", "view_state", "loss_chart", "map_scene"],
    ),
    (
        "browser",
        &[
            "leptos",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "futures_util",
            "web_sys",
            "js_sys",
            "gloo_net",
            "leaflet",
        ],
        &["browser", "session", "data", "domain", "i18n", "view_state", "map_scene"],
    ),
    (
        "publish",
        &[
            "leptos",
            "serde",
            "serde_json",
            "rayon",
            "quick_xml",
            "harfrust",
            "unicode_bidi",
            "resvg",
            "png",
            "sha2",
            "base64",
        ],
        &["publish", "view", "session", "data", "domain", "i18n", "view_state", "map_scene"],
    ),
];

/// Every crate of Cargo.toml, as sources name it.
fn crates() -> Vec<String> {
    let manifest = include_str!("../Cargo.toml");
    let mut crates = Vec::new();
    let mut lists_crates = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            lists_crates = line.ends_with("dependencies]");
        } else if let (true, Some((name, _))) = (lists_crates, line.split_once('=')) {
            crates.push(name.trim().replace('-', "_"));
        }
    }
    assert!(crates.len() > 8, "{crates:?}");
    crates
}

fn names_a_crate(line: &str, name: &str) -> bool {
    let line = line.trim_start();
    names(line, &format!("use {name}"))
        || line.match_indices(&format!("{name}::")).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            !before.is_some_and(|c| is_word(c) || c == ':')
        })
}

fn layering(file: &File) -> Vec<String> {
    let Some((_, crates_allowed, rooms_allowed)) =
        PERMITS.iter().find(|(name, ..)| *name == room(file))
    else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    for (at, line) in code(file) {
        for name in crates() {
            if names_a_crate(line, &name) && !crates_allowed.contains(&name.as_str()) {
                faults.push(format!("line {at} names {name}"));
            }
        }
        for (start, _) in line.match_indices("crate::") {
            let rest = &line[start + "crate::".len()..];
            let other: String = rest.chars().take_while(|c| is_word(*c)).collect();
            if !other.is_empty() && !rooms_allowed.contains(&other.as_str()) {
                faults.push(format!("line {at} names crate::{other}"));
            }
        }
    }
    faults
}

#[test]
fn each_room_names_only_what_it_may() {
    for (path, line) in [
        ("src/domain/x.rs", "use serde::Deserialize;"),
        ("src/domain/x.rs", "let v = serde_json::from_str(text);"),
        ("src/domain/x.rs", "use crate::data::record;"),
        ("src/domain/x.rs", "use leptos::prelude::*;"),
        ("src/data/x.rs", "use leptos::prelude::*;"),
        ("src/data/x.rs", "use crate::i18n::messages;"),
        ("src/i18n/x.rs", "let w = web_sys::window();"),
        ("src/view_state.rs", "use js_sys::Reflect;"),
        ("src/map_scene.rs", "use leaflet::Map;"),
        ("src/session.rs", "use gloo_net::http::Request;"),
        ("src/view/x.rs", "use wasm_bindgen::prelude::*;"),
        ("src/view/x.rs", "use crate::data::resolve;"),
        ("src/view.rs", "crate::browser::start();"),
        ("src/browser/x.rs", "use crate::view::page::Page;"),
        ("src/publish/x.rs", "use web_sys::Window;"),
    ] {
        assert_caught(layering, path, line);
    }
    for (path, line) in [
        ("src/domain/x.rs", "use super::date::Date; // as serde::X"),
        ("src/domain/x.rs", "//! No serde::Deserialize here."),
        ("src/data/x.rs", "use serde::de::Deserialize;"),
        ("src/view/x.rs", "use leptos::prelude::*;"),
        ("src/browser/x.rs", "use leaflet::Map;"),
        ("src/main.rs", "use qawlan::view::page::Page;"),
    ] {
        assert_free(layering, path, line);
    }
    assert_tidy(layering, &files("src", ".rs"));
}

/// Crates that reach into the browser; nobody else names them, not even in passing.
fn browser_only(file: &File) -> Vec<String> {
    if room(file) == "browser" || file.path == "src/main.rs" {
        return Vec::new();
    }
    let forbidden = ["web_sys", "js_sys", "wasm_bindgen", "gloo_net", "leaflet"];
    let named = |line: &str, name: &&str| {
        names_a_crate(line, name) || (name.contains('_') && names(line, name))
    };
    let lines = code(file).flat_map(|(at, line)| {
        forbidden
            .into_iter()
            .filter(|name| named(line, name))
            .map(|name| format!("line {at} names {name}"))
            .collect::<Vec<_>>()
    });
    lines.collect()
}

#[test]
fn only_the_browser_half_talks_to_the_browser() {
    for line in ["fn x(e: web_sys::Event) {}", "use leaflet::Map;", "let x = js_sys::Date::now();"]
    {
        assert_caught(browser_only, "src/view/x.rs", line);
        assert_caught(browser_only, "src/session.rs", line);
        assert_caught(browser_only, "src/lib.rs", line);
        assert_free(browser_only, "src/browser/x.rs", line);
        assert_free(browser_only, "src/main.rs", line);
    }
    assert_tidy(browser_only, &files("src", ".rs"));
}

fn opening(file: &File) -> Vec<String> {
    let opens =
        file.text.lines().next().is_some_and(|line| line.starts_with("//! ") && line.len() > 12);
    if opens { Vec::new() } else { vec!["doesn't open with what it is for (//!)".to_owned()] }
}

#[test]
fn every_source_says_first_what_it_is_for() {
    assert_caught(opening, "src/x.rs", "use std::fmt;\n");
    assert_caught(opening, "src/x.rs", "");
    assert_caught(opening, "src/x.rs", "//!\n");
    assert_free(opening, "src/x.rs", "//! Dates and moments.\n");
    assert_tidy(opening, &files("src", ".rs"));
    assert_tidy(opening, &files("tests", ".rs"));
}

fn file_names(file: &File) -> Vec<String> {
    let layers = [
        "mod", "utils", "util", "helpers", "helper", "common", "types", "models", "model",
        "services", "service", "manager", "misc",
    ];
    let stem = file.path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or("");
    let is_layer = layers.contains(&stem) || stem.ends_with("_utils") || stem.ends_with("_manager");
    if is_layer { vec![format!("\"{stem}\" names a layer, not a thing")] } else { Vec::new() }
}

#[test]
fn files_are_named_for_things_in_the_world() {
    for path in
        ["src/view/mod.rs", "src/utils.rs", "src/data/common.rs", "src/browser/map_manager.rs"]
    {
        assert_caught(file_names, path, "");
    }
    assert_free(file_names, "src/domain/claim.rs", "");
    assert_tidy(file_names, &files("src", ".rs"));
}

fn html_from_text(file: &File) -> Vec<String> {
    let lines = code(file).filter(|(_, line)| {
        ["inner_html", "set_inner_html", "insert_adjacent_html", "set_outer_html"]
            .iter()
            .any(|name| line.contains(name))
    });
    lines.map(|(at, _)| format!("line {at} makes HTML from text")).collect()
}

#[test]
fn text_is_only_ever_text() {
    assert_caught(html_from_text, "src/view/x.rs", "view! { <p inner_html=text></p> }");
    assert_caught(html_from_text, "src/browser/x.rs", "element.set_inner_html(&text);");
    assert_free(html_from_text, "src/view/x.rs", "// never inner_html");
    assert_tidy(html_from_text, &files("src", ".rs"));
}

fn style_attributes(file: &File) -> Vec<String> {
    if !matches!(room(file), "view" | "publish") {
        return Vec::new();
    }
    let has_style = |line: &str| {
        let attribute = line
            .match_indices("style=")
            .any(|(at, _)| !line[..at].chars().next_back().is_some_and(|c| is_word(c) || c == '-'));
        let directive = line.match_indices("style:").any(|(at, _)| {
            let after = line[at + 6..].chars().next();
            !line[..at].chars().next_back().is_some_and(is_word)
                && after.is_some_and(|c| c.is_alphabetic() || c == '-')
        });
        attribute || directive
    };
    code(file)
        .filter(|(_, line)| has_style(line))
        .map(|(at, _)| format!("line {at} sets a style"))
        .collect()
}

#[test]
fn no_page_carries_a_style_attribute() {
    assert_caught(style_attributes, "src/view/x.rs", "<p style=\"color: red\">");
    assert_caught(style_attributes, "src/view/x.rs", "<p style:width=width>");
    assert_free(style_attributes, "src/view/x.rs", "fn claim(style: ClaimStyle) {}");
    assert_free(style_attributes, "src/view/x.rs", "<p class=style>");
    assert_tidy(style_attributes, &files("src", ".rs"));
}

fn shortcuts(file: &File) -> Vec<String> {
    let forbidden = [".unwrap()", "todo!", "dbg!", "unimplemented!", "#[ignore"];
    let lines = code(file).flat_map(|(at, line)| {
        forbidden
            .iter()
            .filter(move |word| line.contains(**word))
            .map(move |word| format!("line {at} has {word}"))
    });
    lines.collect()
}

#[test]
fn nothing_is_left_half_done() {
    for line in ["let x = y.unwrap();", "todo!()", "dbg!(x)", "#[ignore]"] {
        assert_caught(shortcuts, "src/x.rs", line);
    }
    assert_free(shortcuts, "src/x.rs", "#[cfg(test)]\nmod tests { fn x() { y.unwrap(); } }");
    assert_free(shortcuts, "src/x.rs", "let x = y.unwrap_or(0).expect(\"a reason\");");
    assert_tidy(shortcuts, &files("src", ".rs"));
}

/// One declaration of a sheet: the selectors around it, its line, property and value.
struct Declaration {
    selectors: String,
    line: usize,
    property: String,
    value: String,
}

fn declarations(sheet: &str) -> Vec<Declaration> {
    let mut found = Vec::new();
    let mut selectors: Vec<String> = Vec::new();
    let mut pending = String::new();
    let mut line = 1;
    let mut rest = sheet;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            let end = comment.find("*/").map_or(comment.len(), |end| end + 2);
            line += comment[..end].matches('\n').count();
            rest = &comment[end..];
            continue;
        }
        match c {
            '{' => selectors.push(std::mem::take(&mut pending).trim().to_owned()),
            ';' | '}' => {
                let declaration = std::mem::take(&mut pending);
                if let Some((property, value)) = declaration.split_once(':') {
                    found.push(Declaration {
                        selectors: selectors.join(" "),
                        line,
                        property: property.trim().to_lowercase(),
                        value: value.trim().to_lowercase(),
                    });
                }
                if c == '}' {
                    selectors.pop();
                }
            }
            '\n' => {
                line += 1;
                pending.push(' ');
            }
            other => pending.push(other),
        }
        rest = &rest[c.len_utf8()..];
    }
    found
}

fn physical_sides(file: &File) -> Vec<String> {
    let is_physical = |declaration: &Declaration| {
        let parts: Vec<&str> = declaration.property.split('-').collect();
        let is_own_property = declaration.property.starts_with("--");
        let names_a_side =
            !is_own_property && (parts.contains(&"left") || parts.contains(&"right"));
        let aligns = matches!(
            declaration.property.as_str(),
            "text-align" | "text-align-last" | "clear" | "float"
        );
        let value_is_a_side =
            declaration.value.split_whitespace().any(|word| word == "left" || word == "right");
        names_a_side || (aligns && value_is_a_side)
    };
    // The map shows the earth, which no language mirrors.
    let is_of_the_map =
        |d: &Declaration| d.selectors.contains(".map-canvas") || d.selectors.contains("leaflet");
    let all = declarations(&file.text);
    let faults = all.iter().filter(|d| is_physical(d) && !is_of_the_map(d));
    faults
        .map(|d| format!("line {}: {}: {} names a side of the screen", d.line, d.property, d.value))
        .collect()
}

#[test]
fn sheets_name_no_side_of_the_screen() {
    for line in [
        ".a { margin-left: 1em }",
        ".a { padding-right: 1em; }",
        ".a { left: 0 }",
        ".a{color:red;right:0}",
        ".a { text-align: left }",
        ".a { text-align: right; }",
        ".a { float: left }",
        ".a { border-top-left-radius: 2px }",
        "@media print { .a { .b & { border-right: 0 } } }",
        ".a { /* left */ scroll-margin-left: 1em }",
    ] {
        assert_caught(physical_sides, "style/a.css", line);
    }
    for line in [
        ".a { margin-inline-start: 1em; inset-inline-end: 0; text-align: start }",
        ".a { float: inline-end }",
        ".map-canvas .b { left: 0; float: left }",
        ".leaflet-pane { left: 0 }",
        "/* left: 0 */ .a { color: red }",
        ".left { color: red }",
        ".a { background: url(left.png) }",
    ] {
        assert_free(physical_sides, "style/a.css", line);
    }
    assert_tidy(physical_sides, &files("style", ".css"));
}

/// Parties and people that would tie the code to one conflict. The names of languages are no parties: Armenian
/// and Azerbaijani letters and plurals are the same wherever they are written.
const REAL_NAMES: [&str; 30] = [
    "armenia",
    "azerbaijan",
    "azerbaijan's",
    "armenia's",
    "karabakh",
    "nagorno",
    "qarabagh",
    "qarabağ",
    "artsakh",
    "caucasus",
    "yerevan",
    "baku",
    "stepanakert",
    "russia",
    "kremlin",
    "moscow",
    "türkiye",
    "turkiye",
    "turkey",
    "iran",
    "france",
    "pashinyan",
    "aliyev",
    "putin",
    "أرمينيا",
    "أذربيجان",
    "روسيا",
    "تركيا",
    "إيران",
    "فرنسا",
];

fn real_names(file: &File) -> Vec<String> {
    let lines = file.text.lines().enumerate().flat_map(|(at, line)| {
        let line = line.to_lowercase();
        let named = REAL_NAMES.iter().filter(|name| names(&line, name));
        named.map(|name| format!("line {} names {name}", at + 1)).collect::<Vec<_>>()
    });
    lines.collect()
}

#[test]
fn the_code_knows_no_conflict() {
    for line in [
        "if party == \"armenia\" {",
        "// as Azerbaijan said",
        ".side-azerbaijan { }",
        "\"أرمينيا\"",
        "QARABAGH",
    ] {
        assert_caught(real_names, "src/x.rs", line);
    }
    assert_free(real_names, "src/x.rs", "// Armenian counts zero as one");
    for (folder, ending) in [("src", ".rs"), ("src", ".json"), ("style", ".css")] {
        assert_tidy(real_names, &files(folder, ending));
    }
}

/// A language named in code: one more language would need that line changed. Only the list of
/// the interface's files and the plural rules may.
fn named_languages(file: &File) -> Vec<String> {
    if ["src/i18n.rs", "src/i18n/plurals.rs"].contains(&file.path.as_str()) {
        return Vec::new();
    }
    let codes = ["ar", "en", "hy", "az"].map(|code| format!("\"{code}\""));
    code(file)
        .filter(|(_, line)| codes.iter().any(|code| line.contains(code.as_str())))
        .map(|(number, line)| format!("line {number} names a language: {}", line.trim()))
        .collect()
}

#[test]
fn no_language_is_named_in_code() {
    assert_caught(named_languages, "src/view/claim.rs", "//! x\nif language == \"ar\" { x() }");
    assert_free(named_languages, "src/i18n/plurals.rs", "match language { \"ar\" => x }");
    assert_free(named_languages, "src/view/claim.rs", "// \"ar\" is Arabic\nlet x = \"are\";");
    assert_tidy(named_languages, &files("src", ".rs"));
}

#[test]
fn every_room_is_ruled() {
    let rooms: std::collections::BTreeSet<String> =
        files("src", ".rs").iter().map(|file| room(file).to_owned()).collect();
    let ruled: Vec<&str> =
        PERMITS.iter().map(|(name, ..)| *name).chain(["lib", "main", "bin"]).collect();
    let unruled: Vec<&String> =
        rooms.iter().filter(|room| !ruled.contains(&room.as_str())).collect();
    assert!(unruled.is_empty(), "{unruled:?} may name anything: give it a line in PERMITS");
}

#[test]
fn dark_is_the_same_by_the_readers_device_and_by_choice() {
    let sheet = include_str!("../style/tokens.css");
    let tokens = |rule: &str| -> Vec<&str> {
        let (_, block) = sheet.split_once(rule).expect("the sheet has the rule");
        let (block, _) = block.split_once('}').expect("a rule ends");
        block.lines().map(str::trim).filter(|line| line.starts_with("--")).collect()
    };
    let preferred = tokens(":root:where(:not([data-theme=\"light\"])) {");
    assert!(preferred.len() > 10);
    assert_eq!(preferred, tokens(":root:where([data-theme=\"dark\"]) {"));
}
