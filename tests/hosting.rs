//! The settings shipped for hosts, read as text: all three send the same headers, and the policy
//! among them is the page's own. That nginx obeys its settings is tested in the browser.

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use qawlan::publish::head::{PAPER, POLICY, theme_script};
use sha2::{Digest, Sha256};

const HEADERS: &str = include_str!("../hosting/_headers");
const NGINX: &str = include_str!("../hosting/nginx.conf");
const CADDY: &str = include_str!("../hosting/Caddyfile");
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

type Headers = BTreeMap<String, String>;

/// The lines that say something.
fn lines(settings: &str) -> impl Iterator<Item = &str> {
    settings.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What `_headers` says of the paths that match, by pattern.
fn of_the_pattern(pattern: &str) -> Headers {
    let own = lines(HEADERS).skip_while(|line| *line != pattern).skip(1);
    let pairs =
        own.take_while(|line| !line.starts_with('/')).filter_map(|line| line.split_once(": "));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Name and value as both servers write them: `Name value` or `Name "a value with spaces"`.
fn name_and_value(setting: &str) -> (String, String) {
    let (name, value) = setting.split_once(' ').expect("a header has a value");
    (name.to_owned(), value.trim_matches('"').to_owned())
}

/// What nginx sends with every answer, errors too.
fn of_nginx() -> Headers {
    lines(NGINX)
        .filter_map(|line| line.strip_prefix("add_header ")?.strip_suffix(" always;"))
        .map(name_and_value)
        .map(|(name, value)| (name, value_in_nginx(&value)))
        .collect()
}

/// A value, or what the settings first set its variable to.
fn value_in_nginx(value: &str) -> String {
    if !value.starts_with('$') {
        return value.to_owned();
    }
    let set = format!("set {value} \"");
    let first = lines(NGINX).find_map(|line| line.strip_prefix(&set)?.strip_suffix("\";"));
    first.expect("a variable is set").to_owned()
}

/// What Caddy sends with every answer; with those of pages that carry a policy of their own, all but
/// the policy.
fn of_caddy() -> Headers {
    lines(CADDY)
        .filter_map(|line| line.strip_prefix("header "))
        .map(|setting| setting.strip_prefix("@own ").unwrap_or(setting))
        .filter(|setting| !setting.starts_with('@'))
        .map(name_and_value)
        .collect()
}

#[test]
fn every_host_sends_the_policy_of_the_page() {
    for (host, headers) in
        [("_headers", of_the_pattern("/*")), ("nginx", of_nginx()), ("Caddy", of_caddy())]
    {
        assert_eq!(
            headers.get("Content-Security-Policy").map(String::as_str),
            Some(POLICY),
            "{host}"
        );
    }
}

#[test]
fn every_host_sends_the_same_headers() {
    assert_eq!(of_nginx(), of_the_pattern("/*"));
    assert_eq!(of_caddy(), of_nginx());
}

#[test]
fn anyone_may_frame_the_site_and_fetch_its_data() {
    let headers = of_nginx();
    assert_eq!(headers["Access-Control-Allow-Origin"], "*");
    assert_eq!(headers["Cross-Origin-Resource-Policy"], "cross-origin");
    for settings in [HEADERS, NGINX, CADDY] {
        for line in lines(settings) {
            let line = line.to_lowercase();
            for word in ["x-frame-options", "frame-ancestors", "embedder-policy", "opener-policy"] {
                assert!(!line.contains(word), "{line}");
            }
        }
    }
}

/// A frame, a pin and a sample have their style and script inlined, which only their own policies
/// can allow.
#[test]
fn servers_leave_the_policy_of_what_stands_in_other_pages_to_it() {
    let folders = "/(embed|pinned|samples)/";
    assert!(lines(CADDY).any(|line| line == format!("@own not path_regexp {folders}")));
    let mut nginx =
        lines(NGINX).skip_while(|line| *line != format!("if ($uri ~ \"{folders}\") {{"));
    assert!(nginx.next().is_some());
    assert_eq!(nginx.next(), Some("set $qawlan_policy \"\";"));
}

#[test]
fn a_file_is_kept_for_good_only_where_its_name_would_change_with_it() {
    let mut patterns = 0;
    for pattern in lines(HEADERS).filter(|line| line.starts_with('/') && *line != "/*") {
        let headers = of_the_pattern(pattern);
        assert_eq!(
            headers,
            [("Cache-Control".to_owned(), FOR_GOOD.to_owned())].into(),
            "{pattern}"
        );
        assert!(pattern.ends_with("-*") || pattern.starts_with("/leaflet-"), "{pattern}");
        patterns += 1;
    }
    assert_eq!(patterns, 7);
    assert!(!of_the_pattern("/*").contains_key("Cache-Control"), "hosts would join both");

    let nginx: Vec<&str> = lines(NGINX).filter(|line| line.contains("qawlan_caching")).collect();
    let caddy: Vec<&str> = lines(CADDY).filter(|line| line.contains("Cache-Control")).collect();
    assert_eq!(nginx.iter().filter(|line| line.contains(FOR_GOOD)).count(), 1, "{nginx:?}");
    assert_eq!(caddy.iter().filter(|line| line.contains(FOR_GOOD)).count(), 1, "{caddy:?}");
    assert_eq!(expressions(NGINX, "if ($uri ~ \"(-", "\")").len(), 1);
    assert_eq!(
        expressions(CADDY, "path_regexp (-", ""),
        expressions(NGINX, "if ($uri ~ \"(-", "\")").repeat(2),
        "both know the names by the same expression"
    );
}

/// What stands between these two on a line.
fn expressions<'a>(settings: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    lines(settings)
        .filter_map(|line| line.split_once(before))
        .map(|(_, rest)| {
            rest.split_once(after).filter(|_| !after.is_empty()).map_or(rest, |(it, _)| it)
        })
        .collect()
}

/// nginx sets a variable anew in each location, or not at all.
#[test]
fn nginx_sends_one_policy_wherever_it_sets_it() {
    let policies: Vec<&str> = lines(NGINX)
        .filter_map(|line| line.strip_prefix("set $qawlan_policy \"")?.strip_suffix("\";"))
        .filter(|policy| !policy.is_empty())
        .collect();
    let locations = lines(NGINX).filter(|line| line.starts_with("location ")).count();
    assert_eq!(policies, vec![POLICY; 1 + locations]);
}

/// nginx drops what it inherits where a location adds a header of its own.
#[test]
fn no_location_of_nginx_adds_a_header_of_its_own() {
    let mut depth = 0_i32;
    let mut locations = 0;
    for line in lines(NGINX) {
        locations += i32::from(line.starts_with("location "));
        assert!(depth == 0 || !line.starts_with("add_header"), "{line}");
        // A brace between quotes is of an expression.
        let code: String = line.split('"').step_by(2).collect();
        depth += code.matches('{').count() as i32 - code.matches('}').count() as i32;
    }
    assert_eq!(depth, 0);
    assert!(locations > 0);
}

#[test]
fn the_policy_allows_the_one_script_that_pages_have_inlined() {
    let script = theme_script();
    assert!(script.starts_with("function wear("), "its opening comment is left out");
    assert!(!script.to_ascii_lowercase().contains("</s"), "it would end the element it stands in");
    let hash = BASE64_STANDARD.encode(Sha256::digest(&script));
    assert!(POLICY.contains(&format!(" 'sha256-{hash}';")), "sha256-{hash}");
}

#[test]
fn around_a_page_the_browser_draws_the_papers_colour() {
    let sheet = include_str!("../style/tokens.css");
    let papers: Vec<&str> = sheet
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--paper: #"))
        .map(|colour| colour.trim_end_matches(';'))
        .collect();
    let [(_, light), (_, dark)] = PAPER.map(|(theme, colour)| (theme, &colour[1..]));
    assert_eq!(papers, [light, dark, dark]);
}
