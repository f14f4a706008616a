//! Addresses: what a link says comes back from it, and no link can do harm.

use proptest::prelude::*;
use qawlan::domain::date::{Date, Moment};
use qawlan::domain::event::Subject;
use qawlan::domain::facet::Facet;
use qawlan::domain::filter::Filters;
use qawlan::domain::id::{EpisodeId, EventId, PartyId, TopicId};
use qawlan::domain::naming::Naming;
use qawlan::domain::place::Area;
use qawlan::domain::sort::Sort;
use qawlan::view_state::{BadValue, Frame, MapPosition, Pane, Theme, ViewState};

#[path = "fixtures/folder.rs"]
mod folder;

fn split(address: &str) -> (&str, &str) {
    address.split_once('?').unwrap_or((address, ""))
}

fn parsed(address: &str) -> Option<(ViewState, Vec<BadValue>)> {
    let (path, query) = split(address);
    ViewState::parse(path, query)
}

fn names(bad: &[BadValue]) -> Vec<&str> {
    bad.iter().map(|value| value.name.as_str()).collect()
}

#[test]
fn an_address_says_only_what_differs_from_the_default() {
    let mut state = ViewState::explorer("ar");
    assert_eq!(state.address(), "ar/");
    state.page = 3;
    assert_eq!(state.address(), "ar/pages/3/");
    state.filters.text = "وقف النار".to_owned();
    state.first = Some(PartyId::new("south"));
    state.pane = Pane::Map;
    assert_eq!(
        state.address(),
        "ar/pages/3/?q=%D9%88%D9%82%D9%81%20%D8%A7%D9%84%D9%86%D8%A7%D8%B1&first=south&view=map"
    );
}

#[test]
fn choosing_a_subject_keeps_filters_and_lets_the_map_follow() {
    let (state, _) = parsed("en/?party=east&first=south&view=map&map=1,2,3").expect("ours");
    let chosen = state.with_subject(Some(Subject::Event(EventId::new("x"))));
    assert_eq!(chosen.address(), "en/events/x/?party=east&first=south");
    assert_eq!(chosen.with_subject(None).address(), "en/?party=east&first=south");
}

#[test]
fn what_stands_in_an_article_leads_to_pages_of_their_own() {
    let link = "en/embed/events/x/?first=south&view=losses&row=who&theme=dark&controls=on";
    let (state, bad) = parsed(link).expect("ours");
    assert_eq!((state.address().as_str(), bad), (link, Vec::new()));
    assert_eq!(
        state.in_full().address(),
        "en/events/x/?first=south&view=losses&row=who",
        "light or dark is the page's own reader's"
    );
    let other = state.with_subject(Some(Subject::Event(EventId::new("y"))));
    assert_eq!(other.address(), "en/events/y/?first=south");
}

/// A link, the address it means, and the names of the values that can't be obeyed.
const LINKS: &[(&str, &str, &[&str])] = &[
    // What belongs to others is passed over in silence.
    ("ar/?utm_source=a&fbclid=b&ref=c", "ar/", &[]),
    ("ar/?PARTY=north&Party=x", "ar/", &[]),
    ("ar/?page=7", "ar/", &[]),
    // Light, dark and controls are a frame's.
    ("ar/?theme=dark&controls=on", "ar/", &[]),
    ("ar/embed/?theme=dark&controls=on", "ar/embed/?theme=dark&controls=on", &[]),
    (
        "ar/embed/?theme=red&controls=yes&view=x&row=A",
        "ar/embed/",
        &["theme", "controls", "view", "row"],
    ),
    // Forms an address may take on its way.
    ("ar", "ar/", &[]),
    ("ar/index.html", "ar/", &[]),
    ("en/events/x/index.html", "en/events/x/", &[]),
    ("en//events//x", "en/events/x/", &[]),
    ("en/?party=north%2Csouth", "en/?party=north,south", &[]),
    ("en/?q=a+b", "en/?q=a%20b", &[]),
    ("en/?q=a%2Bb", "en/?q=a%2Bb", &[]),
    // Said twice: choices widen, of single values the last one holds.
    ("en/?party=north&party=south,north", "en/?party=north,south", &[]),
    ("en/?state=agree,agree", "en/?state=agree", &[]),
    ("en/?from=2031-01-01&from=2031-02-01", "en/?from=2031-02-01", &[]),
    ("en/?from=2031-01-01&from=tomorrow", "en/?from=2031-01-01", &["from"]),
    // Empty is not chosen.
    ("en/?party=&from=&q=&map=&view=&first=", "en/", &[]),
    // What can't be obeyed is told, and the rest obeyed.
    ("en/?party=,", "en/", &["party"]),
    ("en/?party=north,,south", "en/?party=north,south", &["party"]),
    ("en/?place=../../etc/passwd", "en/", &["place"]),
    ("en/?place=%00", "en/", &["place"]),
    ("en/?topic=%E2%80%AEdesrever", "en/", &["topic"]),
    ("en/?topic=javascript:alert(1)", "en/", &["topic"]),
    ("en/?state=AGREE", "en/", &["state"]),
    ("en/?from=0000-00-00&to=9999-12-31", "en/?to=9999-12-31", &["from"]),
    ("en/?view=grid", "en/", &["view"]),
    ("en/?party=b,a&episode=x&party=c", "en/?episode=x&party=b,a,c", &[]),
    ("en/?sort=gap", "en/?sort=gap", &[]),
    ("en/?sort=loudest", "en/", &["sort"]),
    ("en/?area=39.2,45.1,40.3,46.9", "en/?area=39.200,45.100,40.300,46.900", &[]),
    ("en/?area=40.3,45.1,39.2,46.9", "en/", &["area"]),
    ("en/?area=39.2,45.1,40.3", "en/", &["area"]),
    ("en/?area=39.2,45.1,40.3,46.9,1", "en/", &["area"]),
    ("en/?map=40.1,45.1", "en/", &["map"]),
    ("en/?map=40.1,45.1,-1", "en/", &["map"]),
    ("en/?map=40.1,45.1,8&map=,,", "en/?map=40.100,45.100,8", &["map"]),
    ("en/?first=north,south", "en/", &["first"]),
    (
        "en/?q=%3Cimg%20src=x%20onerror=alert(1)%3E",
        "en/?q=%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E",
        &[],
    ),
];

#[test]
fn a_link_means_one_address_and_tells_what_it_could_not_obey() {
    for (link, address, bad_names) in LINKS {
        let (state, bad) = parsed(link).unwrap_or_else(|| panic!("{link} is ours"));
        assert_eq!(state.address(), *address, "{link}");
        assert_eq!(names(&bad), *bad_names, "{link}");
    }
}

#[test]
fn paths_that_lead_nowhere_are_refused() {
    for path in [
        "ar/pages/0/",
        "ar/pages/-1/",
        "ar/pages/two/",
        "ar/pages/99999999999999999999999/",
        "ar/pages/",
        "ar/events/A/",
        "ar/events/x%2Fy/",
        "ar/events/-x/",
        "ar/episodes/",
        "ar/episodes/x/y/",
        "arabic-is-long/",
        "a_b/",
        "ar/events/ x/",
        "ar/events/x\u{202e}/",
        "..",
        ".",
        "ar/../en/",
    ] {
        assert!(ViewState::parse(path, "").is_none(), "{path:?}");
    }
    let long = "x".repeat(97);
    assert!(ViewState::parse(&format!("ar/events/{long}/"), "").is_none(), "a path has an end");
}

#[test]
fn a_very_long_search_is_cut_and_still_an_address() {
    let long = "ق".repeat(5000);
    let (state, bad) = ViewState::parse("ar/", &format!("q={long}")).expect("ours");
    assert_eq!(bad, []);
    assert_eq!(state.filters.text.chars().count(), 200);
}

#[test]
fn what_the_dataset_does_not_know_is_taken_out_and_told() {
    let dataset = folder::edition(&folder::north_south(), "en").dataset;
    for (link, address, expected) in [
        (
            "en/events/2031-04-02-bridge/?party=east",
            "en/events/2031-04-02-bridge/?party=east",
            &[][..],
        ),
        ("en/events/gone/", "en/", &[("address", "gone")]),
        ("en/episodes/2031-04-02-bridge/", "en/", &[("address", "2031-04-02-bridge")]),
        (
            "en/?party=north,west&topic=none",
            "en/?party=north",
            &[("topic", "none"), ("party", "west")],
        ),
        (
            "en/?episode=2031-spring,x,y",
            "en/?episode=2031-spring",
            &[("episode", "x"), ("episode", "y")],
        ),
        ("en/?place=oak-town,elm-town&q=a", "en/?place=oak-town&q=a", &[("place", "elm-town")]),
        ("en/?first=south", "en/?first=south", &[]),
        ("en/?first=north", "en/", &[]),
        ("en/?first=east", "en/", &[("first", "east")]),
        ("en/?first=west", "en/", &[("first", "west")]),
    ] {
        let (mut state, _) = parsed(link).expect("ours");
        let bad = state.check(&dataset);
        let told: Vec<(&str, &str)> =
            bad.iter().map(|b| (b.name.as_str(), b.value.as_str())).collect();
        assert_eq!(told, expected, "{link}");
        assert_eq!(state.address(), address, "{link}");
        assert_eq!(state.check(&dataset), [], "{link} is clean after that");
    }
}

#[test]
fn links_given_out_still_open_what_they_did() {
    let list = include_str!("published-links.txt");
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut seen = 0;
    for line in lines {
        let (link, address) = line.split_once(" -> ").expect("a link and its address");
        let (mut state, bad) = parsed(link).unwrap_or_else(|| panic!("{link} opens nothing"));
        let dataset = folder::edition(&folder::shipped(), &state.language).dataset;
        assert_eq!(bad, [], "{link}");
        assert_eq!(state.check(&dataset), [], "{link}");
        assert_eq!(state.address(), address, "{link}");
        seen += 1;
    }
    assert!(seen >= 12, "the list is not empty");
}

fn id() -> impl Strategy<Value = String> {
    "[a-z0-9]([a-z0-9.-]{0,12}[a-z0-9])?"
        .prop_filter("an own path segment", |id| id != "index.html")
}

fn unique() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::btree_set(id(), 0..4)
        .prop_map(|ids| ids.into_iter().collect())
        .prop_shuffle()
}

fn date() -> impl Strategy<Value = Option<Date>> {
    proptest::option::of((0i32..=9999, 1u8..=12, 1u8..=28).prop_map(|(y, m, d)| Date {
        year: y,
        month: m,
        day: d,
    }))
}

fn any_filters() -> impl Strategy<Value = Filters> {
    let chosen: Vec<_> = Facet::ALL.iter().map(|_| unique()).collect();
    (chosen, date(), date(), any_area(), ".{0,200}").prop_map(|(chosen, from, to, area, text)| {
        let of_facet = |(facet, ids): (&Facet, Vec<String>)| {
            ids.into_iter().map(|id| (*facet, id)).collect::<Vec<_>>()
        };
        let chosen = Facet::ALL.iter().zip(chosen).flat_map(of_facet).collect();
        Filters { chosen, from, to, area, text }
    })
}

fn any_area() -> impl Strategy<Value = Option<Area>> {
    let degrees = || -180_000i32..=180_000;
    let area = (degrees(), degrees(), degrees(), degrees());
    proptest::option::of(area.prop_map(|(a, b, c, d)| Area {
        south: a.min(b),
        north: a.max(b),
        west: c.min(d),
        east: c.max(d),
    }))
}

fn any_state() -> impl Strategy<Value = ViewState> {
    // A subject has no pages: only the explorer's list carries one in its address.
    let place = prop_oneof![
        (1usize..10_000).prop_map(|page| (None, page)),
        id().prop_map(|id| (Some(Subject::Event(EventId::new(&id))), 1)),
        id().prop_map(|id| (Some(Subject::Episode(EpisodeId::new(&id))), 1)),
    ];
    let map = (-85_000i32..=85_000, -180_000i32..=180_000, 0u8..=14).prop_map(
        |(latitude_milli, longitude_milli, zoom)| MapPosition {
            latitude_milli,
            longitude_milli,
            zoom,
        },
    );
    let part = (
        proptest::sample::select(Pane::ALL),
        proptest::option::of(id()),
        any_frame(),
        proptest::sample::select(Sort::ALL),
    );
    let language = proptest::sample::select(vec!["ar", "en", "hy", "az"]);
    let first = (proptest::option::of(id()), any_moment(), any_naming());
    (language, place, any_filters(), first, part, proptest::option::of(map)).prop_map(
        |(language, (subject, page), filters, (first, as_of, names), part, map)| ViewState {
            language: language.to_owned(),
            subject,
            filters,
            sort: part.3,
            first: first.map(|id| PartyId::new(&id)),
            as_of,
            names,
            pane: part.0,
            row: part.1.map(|id| TopicId::new(&id)),
            // A frame lists the newest alone.
            frame: part.2.filter(|_| page == 1),
            map,
            page,
        },
    )
}

fn any_frame() -> impl Strategy<Value = Option<Frame>> {
    let frame = (proptest::sample::select(Theme::ALL), any::<bool>())
        .prop_map(|(theme, has_controls)| Frame { theme, has_controls });
    proptest::option::of(frame)
}

fn any_moment() -> impl Strategy<Value = Option<Moment>> {
    let minute = proptest::option::of(0u16..1440);
    let moment = (0i32..40_000, minute)
        .prop_map(|(day, minute)| Moment { date: Date::from_day_number(day), minute });
    proptest::option::of(moment)
}

fn any_naming() -> impl Strategy<Value = Naming> {
    prop_oneof![
        Just(Naming::OfThePage),
        Just(Naming::Both),
        Just(Naming::AsReported),
        id().prop_map(|id| Naming::Usage(PartyId::new(&id))),
    ]
}

proptest! {
    #[test]
    fn what_a_reader_sees_comes_back_from_its_address(state in any_state()) {
        let address = state.address();
        prop_assert_eq!(parsed(&address), Some((state, Vec::new())), "{}", address);
    }

    #[test]
    fn an_address_holds_only_what_an_address_may(state in any_state()) {
        let address = state.address();
        prop_assert!(address.chars().all(|c| c.is_ascii_alphanumeric() || "-._~%/?&=,:".contains(c)), "{}", address);
    }

    #[test]
    fn any_text_is_refused_or_settles_on_one_address(path in ".{0,40}", query in ".{0,120}") {
        if let Some((state, _)) = ViewState::parse(&path, &query) {
            prop_assert_eq!(parsed(&state.address()), Some((state, Vec::new())));
        }
    }

    #[test]
    fn hostile_values_settle_on_one_address(
        pairs in proptest::collection::vec(
            ("(episode|party|topic|place|state|from|to|q|first|asof|names|view|row|theme|controls|map|x)", "[-a-z0-9,.%+:<>\u{202e}ء]{0,24}"), 0..8),
    ) {
        let query: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let (state, bad) = ViewState::parse("ar/", &query.join("&")).expect("the path is ours");
        prop_assert!(bad.iter().all(|value| value.name != "x" && value.name != "q"));
        prop_assert_eq!(parsed(&state.address()), Some((state, Vec::new())));
    }
}
