//! Everything a link can say, to and from an address.
//!
//! Path: language and subject. Query: everything else, and only what differs from the default.
//! Unknown parameter names belong to somebody else and are ignored; bad values of ours are
//! reported and the rest obeyed. A link once printed must work for years: a parameter that is
//! renamed keeps its old name here too, and `tests/published-links.txt` holds links that were
//! given out.

use crate::domain::dataset::Dataset;
use crate::domain::date::{Date, Moment};
use crate::domain::event::Subject;
use crate::domain::facet::Facet;
use crate::domain::filter::Filters;
use crate::domain::id::{EpisodeId, EventId, PartyId, TopicId, is_well_formed};
use crate::domain::naming::Naming;
use crate::domain::place::Area;
use crate::domain::sort::Sort;
use crate::domain::word::words;

/// What a reader looks at.
#[derive(Clone, PartialEq, Debug)]
pub struct ViewState {
    /// BCP 47.
    pub language: String,
    /// `None`: the explorer.
    pub subject: Option<Subject>,
    pub filters: Filters,
    pub sort: Sort,
    /// The party that stands first, where the reader chose another than the dataset's.
    pub first: Option<PartyId>,
    /// The moment as of which a subject is compared; `None`: with all that was said.
    pub as_of: Option<Moment>,
    /// By which of its names a place is called.
    pub names: Naming,
    /// Which part of the page is shown where not all are.
    pub pane: Pane,
    /// The topic whose rows alone a frame shows.
    pub row: Option<TopicId>,
    /// How the page stands inside another; `None`: it is a page of its own.
    pub frame: Option<Frame>,
    /// Where the map stands, if the reader moved it.
    pub map: Option<MapPosition>,
    /// Page of the list, from 1.
    pub page: usize,
}

/// What a narrow screen or a frame shows; on a wide screen all stand side by side. A page of its own
/// has no more than words and map: it shows the rest among the words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pane {
    /// The list, or the comparison where a subject is chosen.
    Words,
    Map,
    /// The losses two by two.
    Losses,
    /// Events, one after the other.
    List,
    /// What was said, in the order of time.
    Timeline,
}

words!(Pane {
    Words = "",
    Map = "map",
    Losses = "losses",
    List = "list",
    Timeline = "timeline",
});

/// How a page stands inside another. What it asks for is carried out by the frame's own script,
/// `public/frame.js`: here it is kept, so that links within the frame keep it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Frame {
    pub theme: Theme,
    /// Whether the reader is offered to swap, rename and go back in time.
    pub has_controls: bool,
}

/// Whose choice light or dark is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// The reader's device.
    #[default]
    Follow,
    Light,
    Dark,
}

words!(Theme { Follow = "", Light = "light", Dark = "dark" });

/// Centre and zoom of the map, at the precision a link carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MapPosition {
    /// Thousandths of a degree.
    pub latitude_milli: i32,
    pub longitude_milli: i32,
    pub zoom: u8,
}

/// A value of ours in a link that can't be obeyed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BadValue {
    /// The parameter, or `address` for the path.
    pub name: String,
    pub value: String,
}

impl ViewState {
    /// The explorer in that language, with nothing chosen.
    pub fn explorer(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            subject: None,
            filters: Filters::default(),
            sort: Sort::default(),
            first: None,
            as_of: None,
            names: Naming::OfThePage,
            pane: Pane::Words,
            row: None,
            frame: None,
            map: None,
            page: 1,
        }
    }

    /// This state as a page of its own.
    pub fn in_full(&self) -> Self {
        Self { frame: None, ..self.clone() }
    }

    /// The same choices with another subject, which is a page of its own; the map follows the subject
    /// again. The list as a whole has no moment.
    pub fn with_subject(&self, subject: Option<Subject>) -> Self {
        let as_of = self.as_of.filter(|_| subject.is_some());
        Self { subject, as_of, map: None, pane: Pane::Words, row: None, ..self.in_full() }
    }

    /// This state with the text, the dates, the map and the moment of another: what changes
    /// continuously.
    pub fn in_motion_as(&self, other: &Self) -> Self {
        let mut state = Self { map: other.map, as_of: other.as_of, ..self.clone() };
        let (own, others) = (&mut state.filters, &other.filters);
        own.text.clone_from(&others.text);
        (own.from, own.to) = (others.from, others.to);
        own.area = own.area.and(others.area);
        state
    }

    /// Reads an address: the path below the site's root, and the query without its `?`.
    ///
    /// `None` for a path that is none of ours. Values are checked for their form only; whether
    /// such an event or place exists is [`ViewState::check`]'s to say.
    pub fn parse(path: &str, query: &str) -> Option<(Self, Vec<BadValue>)> {
        let mut parts = path.split('/').filter(|part| !part.is_empty() && *part != "index.html");
        let language = parts.next().filter(|part| part.len() <= 8 && is_well_formed(part))?;
        let mut state = Self::explorer(language);
        let mut parts = parts.peekable();
        if parts.next_if_eq(&"embed").is_some() {
            state.frame = Some(Frame::default());
        }
        match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => {}
            (Some("events"), Some(id), None) if is_well_formed(id) => {
                state.subject = Some(Subject::Event(EventId::new(id)));
            }
            (Some("episodes"), Some(id), None) if is_well_formed(id) => {
                state.subject = Some(Subject::Episode(EpisodeId::new(id)));
            }
            (Some("pages"), Some(number), None) if state.frame.is_none() => {
                state.page = number.parse().ok().filter(|n| *n > 1)?
            }
            _ => return None,
        }
        let mut bad = Vec::new();
        for pair in query.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = decode(value);
            if !value.is_empty() && state.obey(name, &value) == Obeyed::Bad {
                bad.push(BadValue { name: name.to_owned(), value });
            }
        }
        Some((state, bad))
    }

    fn obey(&mut self, name: &str, value: &str) -> Obeyed {
        let filters = &mut self.filters;
        if let Some(facet) = Facet::from_key(name) {
            return if add_values(filters, facet, value) { Obeyed::Read } else { Obeyed::Bad };
        }
        let is_read = match name {
            "from" => set(&mut filters.from, Date::parse(value)),
            "to" => set(&mut filters.to, Date::parse(value)),
            "area" => set(&mut filters.area, parse_area(value)),
            "sort" => {
                let sort = Sort::from_key(value);
                self.sort = sort.unwrap_or_default();
                sort.is_some()
            }
            "q" => {
                filters.text = value.chars().take(200).collect();
                true
            }
            "first" => set(&mut self.first, is_well_formed(value).then(|| PartyId::new(value))),
            "asof" => set(&mut self.as_of, Moment::parse(value)),
            "names" => {
                let naming = Naming::parse(value);
                let is_read = naming.is_some();
                self.names = naming.unwrap_or(Naming::OfThePage);
                is_read
            }
            "view" => {
                let pane = Pane::from_key(value);
                self.pane = pane.unwrap_or(Pane::Words);
                pane.is_some()
            }
            "row" => set(&mut self.row, is_well_formed(value).then(|| TopicId::new(value))),
            "theme" | "controls" => match &mut self.frame {
                Some(frame) => frame.obey(name, value),
                None => return Obeyed::NotOurs,
            },
            "map" => set(&mut self.map, MapPosition::parse(value)),
            _ => return Obeyed::NotOurs,
        };
        if is_read { Obeyed::Read } else { Obeyed::Bad }
    }

    /// Puts a value, as a link writes it, into the choice of that facet, or takes it out again.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        self.filters.toggle(facet, value);
        self.page = 1;
    }

    /// Takes out what the dataset doesn't know, and returns it.
    pub fn check(&mut self, dataset: &Dataset) -> Vec<BadValue> {
        let mut bad = Vec::new();
        let is_known = match &self.subject {
            Some(Subject::Event(id)) => dataset.event(id).is_some(),
            Some(Subject::Episode(id)) => dataset.episode(id).is_some(),
            None => true,
        };
        if !is_known {
            let id = self.subject.take().map_or_else(String::new, |subject| match subject {
                Subject::Event(id) => id.to_string(),
                Subject::Episode(id) => id.to_string(),
            });
            bad.push(BadValue { name: "address".to_owned(), value: id });
        }
        for facet in Facet::ALL.iter().copied() {
            // Most links choose nothing, and a large dataset has many values.
            if self.filters.values(facet).next().is_none() {
                continue;
            }
            let known = dataset.values(facet);
            self.filters.chosen.retain(|(own, value)| {
                let is_known = *own != facet || known.contains(value);
                if !is_known {
                    let (name, value) = (facet.key().to_owned(), value.clone());
                    bad.push(BadValue { name, value });
                }
                is_known
            });
        }
        let leads = self.first.take_if(|party| dataset.pair.side_of(party).is_none());
        if let Some(party) = leads {
            bad.push(BadValue { name: "first".to_owned(), value: party.to_string() });
        }
        self.first.take_if(|party| *party == dataset.pair.first);
        if let Some(topic) = self.row.take_if(|topic| dataset.topic(topic).is_none()) {
            bad.push(BadValue { name: "row".to_owned(), value: topic.to_string() });
        }
        if let Naming::Usage(party) = &self.names
            && dataset.pair.side_of(party).is_none()
        {
            bad.push(BadValue { name: "names".to_owned(), value: party.to_string() });
            self.names = Naming::OfThePage;
        }
        if self.subject.is_none() {
            self.as_of = None;
        }
        bad
    }

    /// The path below the site's root; ends in `/`.
    pub fn path(&self) -> String {
        let frame = if self.frame.is_some() { "embed/" } else { "" };
        let mut path = [self.language.as_str(), "/", frame].concat();
        match &self.subject {
            Some(subject) => path.push_str(&[subject.path().as_str(), "/"].concat()),
            None if self.page > 1 && self.frame.is_none() => {
                path.push_str(&["pages/", &self.page.to_string(), "/"].concat())
            }
            None => {}
        }
        path
    }

    /// The query with its `?`; empty where everything is as by default.
    pub fn query(&self) -> String {
        let mut query = String::new();
        let mut put = |name: &str, value: &str| {
            if !value.is_empty() {
                query.push(if query.is_empty() { '?' } else { '&' });
                query.push_str(name);
                query.push('=');
                query.push_str(value);
            }
        };
        let filters = &self.filters;
        for facet in Facet::ALL {
            let values: Vec<&str> = filters.values(*facet).collect();
            put(facet.key(), &values.join(","));
        }
        put("from", &filters.from.map_or_else(String::new, Date::iso));
        put("to", &filters.to.map_or_else(String::new, Date::iso));
        put("area", &filters.area.map_or_else(String::new, print_area));
        put("q", &encode(&filters.text));
        put("sort", self.sort.key());
        put("first", self.first.as_ref().map_or("", PartyId::as_str));
        put("asof", &self.as_of.map_or_else(String::new, Moment::iso));
        put("names", self.names.key());
        put("view", self.pane.key());
        put("row", self.row.as_ref().map_or("", TopicId::as_str));
        put("map", &self.map.map_or_else(String::new, MapPosition::print));
        if let Some(frame) = &self.frame {
            put("theme", frame.theme.key());
            put("controls", if frame.has_controls { "on" } else { "" });
        }
        query
    }

    /// Path and query: what is appended to the site's root.
    pub fn address(&self) -> String {
        self.path() + &self.query()
    }
}

impl Frame {
    fn obey(&mut self, name: &str, value: &str) -> bool {
        if name == "controls" {
            self.has_controls = value == "on";
            return self.has_controls;
        }
        let theme = Theme::from_key(value);
        self.theme = theme.unwrap_or_default();
        theme.is_some()
    }
}

impl MapPosition {
    /// Reads `40.123,45.600,8`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(',');
        let mut degrees =
            |limit: i32| thousandths(parts.next()?).filter(|milli| milli.abs() <= limit * 1000);
        let (latitude_milli, longitude_milli) = (degrees(85)?, degrees(180)?);
        let zoom = parts.next()?.parse().ok().filter(|zoom| *zoom <= 14)?;
        parts.next().is_none().then_some(Self { latitude_milli, longitude_milli, zoom })
    }

    fn print(self) -> String {
        [
            milli(self.latitude_milli).as_str(),
            ",",
            &milli(self.longitude_milli),
            ",",
            &self.zoom.to_string(),
        ]
        .concat()
    }
}

#[derive(PartialEq)]
enum Obeyed {
    Read,
    Bad,
    NotOurs,
}

/// Reads `-40.12` as -40120: at most three digits before the point and three after it.
fn thousandths(text: &str) -> Option<i32> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_read = (1..=3).contains(&whole.len())
        && fraction.len() <= 3
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let mut padded = fraction.to_owned();
    while padded.len() < 3 {
        padded.push('0');
    }
    let number: i32 = [whole, &padded].concat().parse().ok().filter(|_| is_read)?;
    Some(sign * number)
}

fn milli(number: i32) -> String {
    let fraction = (number.unsigned_abs() % 1000 + 1000).to_string();
    let sign = if number < 0 { "-" } else { "" };
    [sign, &(number.unsigned_abs() / 1000).to_string(), ".", &fraction[1..]].concat()
}

/// Reads `39.200,45.100,40.300,46.900`: south, west, north, east.
fn parse_area(text: &str) -> Option<Area> {
    let mut parts = text.split(',');
    let mut degrees = || thousandths(parts.next()?);
    let (south, west, north, east) = (degrees()?, degrees()?, degrees()?, degrees()?);
    let is_part = south <= north && west <= east && parts.next().is_none();
    is_part.then_some(Area { south, west, north, east })
}

fn print_area(Area { south, west, north, east }: Area) -> String {
    [south, west, north, east].map(milli).join(",")
}

/// Adds each of the values to the facet's choice; what can't be one is left out.
fn add_values(filters: &mut Filters, facet: Facet, values: &str) -> bool {
    let mut is_read = true;
    for value in values.split(',') {
        is_read &= is_well_formed(value);
        if is_well_formed(value) && !filters.has(facet, value) {
            filters.toggle(facet, value);
        }
    }
    is_read
}

fn set<T>(field: &mut Option<T>, value: Option<T>) -> bool {
    let is_some = value.is_some();
    if is_some {
        *field = value;
    }
    is_some
}

/// Percent-encodes all but what a query may hold bare (RFC 3986, `unreserved`).
fn encode(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(byte as char);
        } else {
            encoded.push('%');
            encoded.push(HEX[(byte >> 4) as usize] as char);
            encoded.push(HEX[(byte & 15) as usize] as char);
        }
    }
    encoded
}

/// The inverse of [`encode`]; `+` is a space, and what isn't UTF-8 is replaced.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let mut ahead = rest.clone();
                let mut digit = || ahead.next().and_then(|b| (b as char).to_digit(16));
                if let (Some(high), Some(low)) = (digit(), digit()) {
                    bytes.push((high * 16 + low) as u8);
                    rest = ahead;
                } else {
                    bytes.push(byte);
                }
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_link_opens_what_can_be_opened() {
        let query = "utm_source=x&topic=ok,<script>&from=2022-02-30&to=2022-09-14&state=agree,nonsense\
                     &map=1e400,0,3&view=%00&first=..&q=%D9%88%zz%&=&&fbclid";
        let (state, bad) = ViewState::parse("ar/events/x-1/", query).expect("ours");
        assert_eq!(state.subject, Some(Subject::Event(EventId::new("x-1"))));
        assert_eq!(state.filters.values(Facet::Topic).collect::<Vec<_>>(), ["ok"]);
        assert_eq!(state.filters.to, Date::parse("2022-09-14"));
        assert_eq!(state.filters.text, "و%zz%");
        let names: Vec<&str> = bad.iter().map(|b| b.name.as_str()).collect();
        assert_eq!(names, ["topic", "from", "map", "view", "first"]);
    }

    #[test]
    fn strange_paths_are_none_of_ours() {
        for path in [
            "",
            "/",
            "../etc/",
            "ar/events/",
            "ar/events/a/b/",
            "ar/events/%2e%2e/",
            "AR/",
            "ar/pages/1/",
            "ar/x/",
        ] {
            assert!(ViewState::parse(path, "").is_none(), "{path}");
        }
    }

    #[test]
    fn a_map_position_keeps_its_sign_and_zeros() {
        for text in ["40.007,-0.060,8", "-0.500,45.000,0"] {
            assert_eq!(MapPosition::parse(text).map(MapPosition::print).as_deref(), Some(text));
        }
        for text in ["91,0,3", "0,181,3", "0,0,99", "0,0", "0,0,3,4", "NaN,0,3", "inf,0,3"] {
            assert_eq!(MapPosition::parse(text), None, "{text}");
        }
    }
}
