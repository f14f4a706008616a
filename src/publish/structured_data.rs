//! JSON-LD in the words of schema.org: the dataset for the site, and for an event or an episode
//! each claim with its claimant and the reports in which it stands.

use serde_json::{Map, Value, json};

use crate::data::resolve::Edition;
use crate::domain::claim::Content;
use crate::domain::comparison::ClaimRef;
use crate::domain::dataset::Dataset;
use crate::domain::date::Date;
use crate::domain::event::{Change, Subject};
use crate::domain::id::{PartyId, PlaceId, SourceId, SpeakerId};
use crate::domain::source::Source;
use crate::domain::statement::Voice;

use super::site::Site;

/// The forms in which tools/whole-dataset.mjs writes the dataset's data: ending and type.
const DOWNLOADS: [(&str, &str); 4] = [
    ("csv", "text/csv"),
    ("json", "application/json"),
    ("geojson", "application/geo+json"),
    ("jsonld", "application/ld+json"),
];

/// Where the things of one edition are found.
pub struct Described<'a> {
    pub site: &'a Site,
    pub edition: &'a Edition,
    pub language: &'a str,
    /// The page's own address.
    pub url: &'a str,
    pub title: &'a str,
    pub description: &'a str,
}

impl Described<'_> {
    /// The explorer: the dataset as a whole.
    pub fn dataset(&self) -> Value {
        let about = &self.dataset_of().about;
        let codes: Vec<&str> = about.languages.iter().map(|l| l.code.as_str()).collect();
        let mut value = json!({
            "@context": "https://schema.org",
            "@type": "Dataset",
            "@id": self.dataset_id(),
            "name": self.title,
            "description": self.description,
            "url": self.url,
            "inLanguage": codes,
            "isAccessibleForFree": true,
            "creator": self.publisher(),
            "dateModified": about.updated.iso(),
            "distribution": DOWNLOADS.map(|(ending, form)| self.download(ending, form)),
        });
        put(&mut value, "license", licence(&about.licence));
        put(&mut value, "temporalCoverage", self.covered_time());
        value
    }

    /// The whole dataset in one form.
    fn download(&self, ending: &str, form: &str) -> Value {
        json!({
            "@type": "DataDownload",
            "encodingFormat": form,
            "contentUrl": self.site.url(&format!("downloads/qawlan-{}.{ending}", self.language)),
        })
    }

    /// A page that is neither the explorer nor about a subject.
    pub fn page(&self) -> Value {
        let mut page = self.web_page();
        put(&mut page, "@context", Some("https://schema.org".to_owned()));
        page
    }

    /// The page of an event or an episode with every claim that is carried.
    pub fn subject(&self, subject: &Subject) -> Value {
        let mut page = self.web_page();
        let happening = self.happening(subject);
        page["mainEntity"] = json!({ "@id": happening["@id"] });
        let (published, changes) = self.history(subject);
        let modified = changes.iter().map(|change| change.date).chain([published]).max();
        put(&mut page, "datePublished", Some(published.iso()));
        put(&mut page, "dateModified", modified.map(Date::iso));
        let statements = self.edition.statements_about(Some(subject));
        let claims = ClaimRef::all_of(&statements);
        let claims = claims
            .iter()
            .filter(|claim| claim.claim().content == Content::Carried)
            .map(|claim| self.claim(claim, &happening["@id"]));
        let graph: Vec<Value> = [page, happening.clone()].into_iter().chain(claims).collect();
        json!({ "@context": "https://schema.org", "@graph": graph })
    }

    fn dataset_of(&self) -> &Dataset {
        &self.edition.dataset
    }

    /// What the dataset is called by.
    pub fn dataset_id(&self) -> String {
        self.site.url("#dataset")
    }

    fn publisher(&self) -> Value {
        json!({ "@type": "Organization", "name": self.dataset_of().about.publisher })
    }

    fn web_page(&self) -> Value {
        json!({
            "@type": "WebPage",
            "@id": self.url,
            "url": self.url,
            "name": self.title,
            "description": self.description,
            "inLanguage": self.language,
            "isPartOf": { "@type": "Dataset", "@id": self.dataset_id() },
            "publisher": self.publisher(),
        })
    }

    /// From the first day of any event to the last, as ISO 8601 writes an interval.
    fn covered_time(&self) -> Option<String> {
        let days = self.dataset_of().events.iter().map(|event| event.when.days());
        let first = days.clone().map(|(from, _)| from).min()?;
        let last = days.map(|(_, to)| to).max()?;
        Some(format!("{}/{}", first.iso(), last.iso()))
    }

    fn history(&self, subject: &Subject) -> (Date, &[Change]) {
        let dataset = self.dataset_of();
        let found = match subject {
            Subject::Event(id) => dataset.event(id).map(|e| (e.published, e.changes.as_slice())),
            Subject::Episode(id) => {
                dataset.episode(id).map(|e| (e.published, e.changes.as_slice()))
            }
        };
        found.unwrap_or((dataset.about.updated, &[]))
    }

    /// What happened, or is said to have happened.
    pub fn happening(&self, subject: &Subject) -> Value {
        let dataset = self.dataset_of();
        let mut event = json!({
            "@type": "Event",
            "@id": format!("{}#event", self.url),
            "name": self.title,
            "description": self.description,
        });
        match subject {
            Subject::Event(id) => {
                let Some(it) = dataset.event(id) else { return event };
                let (from, to) = it.when.days();
                put(&mut event, "startDate", Some(from.iso()));
                put(&mut event, "endDate", Some(to.iso()));
                let places: Vec<Value> = it.places.iter().filter_map(|id| self.place(id)).collect();
                if !places.is_empty() {
                    event["location"] = places.into();
                }
            }
            Subject::Episode(id) => {
                let Some(it) = dataset.episode(id) else { return event };
                put(&mut event, "startDate", Some(it.from.iso()));
                put(&mut event, "endDate", Some(it.to.iso()));
            }
        }
        event
    }

    fn place(&self, id: &PlaceId) -> Option<Value> {
        let place = self.dataset_of().place(id)?;
        let mut value = json!({ "@type": "Place", "name": place.name });
        if let Some(point) = place.point {
            value["geo"] = json!({
                "@type": "GeoCoordinates",
                "latitude": point.latitude,
                "longitude": point.longitude,
            });
        }
        Some(value)
    }

    /// One claim, whose `about` is called `event`.
    pub fn claim(&self, claim: &ClaimRef, event: &Value) -> Value {
        let it = claim.claim();
        let address = format!("{}#claim-{}", self.url, it.id);
        let sources = it.sources();
        let appearances: Vec<Value> = sources.iter().filter_map(|id| self.article(id)).collect();
        json!({
            "@type": "Claim",
            "@id": address,
            "url": address,
            "text": it.summary,
            "inLanguage": self.language,
            "author": self.claimants(&claim.statement.voice),
            "about": { "@id": event },
            "appearance": appearances,
            "claimInterpreter": self.publisher(),
        })
    }

    /// The speakers with their parties; an outlet in its own voice is its own claimant.
    fn claimants(&self, voice: &Voice) -> Vec<Value> {
        match voice {
            Voice::Speakers(speakers) => {
                speakers.iter().map(|(speaker, party)| self.speaker(speaker, party)).collect()
            }
            Voice::Outlet(source) => {
                let source = self.dataset_of().source(source);
                source.map(|source| self.outlet(source)).into_iter().collect()
            }
        }
    }

    fn speaker(&self, speaker: &SpeakerId, party: &PartyId) -> Value {
        let dataset = self.dataset_of();
        let name = dataset.party(party).map_or_else(|| party.to_string(), |p| p.name.clone());
        let party = json!({ "@type": "Organization", "name": name });
        let Some(speaker) = dataset.speaker(speaker) else { return party };
        match (&speaker.person, &speaker.office) {
            (Some(person), office) => {
                let mut value = json!({ "@type": "Person", "name": person, "affiliation": party });
                put(&mut value, "jobTitle", office.clone());
                value
            }
            (None, Some(office)) => {
                json!({ "@type": "Organization", "name": office, "parentOrganization": party })
            }
            (None, None) => party,
        }
    }

    fn outlet(&self, source: &Source) -> Value {
        let outlet = self.dataset_of().outlet(&source.outlet);
        let name = outlet.map_or("", |outlet| outlet.name.as_str());
        json!({ "@type": "NewsMediaOrganization", "name": name })
    }

    fn article(&self, id: &SourceId) -> Option<Value> {
        let source = self.dataset_of().source(id)?;
        let mut article = json!({
            "@type": "NewsArticle",
            "inLanguage": source.headline.language,
            "datePublished": source.published.iso(),
            "publisher": self.outlet(source),
        });
        let headline = &source.headline.text;
        put(&mut article, "headline", (!headline.is_empty()).then(|| headline.clone()));
        put(&mut article, "url", source.address.clone());
        Some(article)
    }
}

fn put(value: &mut Value, name: &str, text: Option<String>) {
    let object: Option<&mut Map<String, Value>> = value.as_object_mut();
    if let (Some(object), Some(text)) = (object, text) {
        object.insert(name.to_owned(), text.into());
    }
}

/// The address of a Creative Commons licence; none is known for other names.
pub fn licence(name: &str) -> Option<String> {
    let (kind, version) = name.strip_prefix("CC ")?.split_once(' ')?;
    Some(format!("https://creativecommons.org/licenses/{}/{version}/", kind.to_ascii_lowercase()))
}
