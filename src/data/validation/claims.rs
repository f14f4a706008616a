//! Statements and their claims.

use crate::data::record::{self, About, Part, PublishedBasis, SaidBasis};
use crate::domain::claim::{Content, Position};
use crate::domain::date::Date;
use crate::domain::figure::{Amount, Measure, People, Qualifier};

use super::{Check, QUOTATION_WORDS, field, lists, renderings};

/// Checks all statements.
pub fn check(check: &mut Check) {
    let records = check.records;
    let ids = records.statements.iter().flat_map(|at| {
        at.record.claims.iter().map(|claim| (at.file.as_str(), "claims", claim.id.as_str()))
    });
    check.duplicates("claim", ids);
    for at in &records.statements {
        statement(check, &at.file, &at.record);
        for (number, one) in at.record.claims.iter().enumerate() {
            let path = format!("claims[{number}]");
            claim(check, &at.file, &path, &at.record, one);
            for (number, figure) in one.figures.iter().enumerate() {
                self::figure(check, &at.file, &field(&path, &format!("figures[{number}]")), figure);
            }
            for (number, appearance) in one.appearances.iter().enumerate() {
                let path = field(&path, &format!("appearances[{number}]"));
                self::appearance(check, &at.file, &path, appearance);
                renderings::check(check, &at.file, &path, one, appearance);
            }
        }
    }
}

fn statement(check: &mut Check, file: &str, statement: &record::Statement) {
    let records = check.records;
    if statement.speakers.is_empty() != statement.outlet_speaks.is_some() {
        check.find(
            file,
            "speakers",
            "A statement has either speakers or an outlet that speaks.".to_owned(),
            "Name the speakers, or for an outlet's own words the source in outlet_speaks.",
        );
    }
    for (name, ids) in [("speakers", &statement.speakers), ("tellers", &statement.tellers)] {
        for (at, id) in ids.iter().enumerate() {
            let is_known = check.known.speakers.contains(id);
            check.reference(file, &format!("{name}[{at}]"), "speaker", id.as_str(), is_known);
        }
    }
    if let Some(source) = &statement.outlet_speaks {
        let is_known = check.known.sources.contains_key(source);
        check.reference(file, "outlet_speaks", "source", source.as_str(), is_known);
    }
    if let Some(agency) = &statement.agency {
        let is_known = records.outlets.iter().any(|o| o.record.id == *agency);
        check.reference(file, "agency", "outlet", agency.as_str(), is_known);
    }
    check.maybe_text(file, "channel", &statement.channel);
    if statement.claims.is_empty() {
        check.find(
            file,
            "claims",
            "The statement makes no claim.".to_owned(),
            "Write down what was claimed, or that the report doesn't carry it.",
        );
    }
    lists::changes(check, file, "", statement.published, &statement.changes);
    said(check, file, statement);
}

fn said(check: &mut Check, file: &str, statement: &record::Statement) {
    let said = &statement.said;
    if let (Some(earliest), Some(latest)) = (said.earliest, said.latest)
        && latest.end() < earliest.start()
    {
        check.find(
            file,
            "said.latest",
            "The latest moment is before the earliest.".to_owned(),
            "Swap the two moments or correct one.",
        );
    }
    if said.basis == SaidBasis::Stated && said.latest.is_none() {
        check.find(
            file,
            "said.latest",
            "The report dates the statement, and no moment is given.".to_owned(),
            "Give the moment, or write \"report-date\" as its basis.",
        );
    }
    let sources = statement.claims.iter().flat_map(|claim| &claim.appearances);
    let published = sources.filter_map(|a| check.known.sources.get(&a.source));
    let bound: Option<Date> = published.map(|source| source.published).min();
    if let (Some(latest), Some(bound)) = (said.latest, bound)
        && latest.date > bound
    {
        let what = format!("It was said on {} and reported on {}.", latest.date.iso(), bound.iso());
        check.find(
            file,
            "said.latest",
            what,
            "A report can't carry what was said after it: correct the moment, or the sources of the claims.",
        );
    }
}

fn claim(
    check: &mut Check,
    file: &str,
    path: &str,
    statement: &record::Statement,
    claim: &record::Claim,
) {
    let records = check.records;
    if !claim.id.as_str().starts_with(&format!("{}.", statement.id)) {
        check.find(
            file,
            &field(path, "id"),
            format!(
                "The claim's id \"{}\" doesn't begin with its statement's and a dot.",
                claim.id
            ),
            "Write the statement's id, a dot, and a word.",
        );
    }
    match &claim.about {
        About::Event(id) => {
            let is_known = check.known.events.contains(id);
            check.reference(file, &field(path, "about.event"), "event", id.as_str(), is_known);
        }
        About::Episode(id) => {
            let is_known = check.known.episodes.contains(id);
            check.reference(file, &field(path, "about.episode"), "episode", id.as_str(), is_known);
        }
        About::None => {}
    }
    let is_known = records.topics.iter().any(|t| t.record.id == claim.topic);
    check.reference(file, &field(path, "topic"), "topic", claim.topic.as_str(), is_known);
    if let Some(party) = &claim.against {
        let is_known = records.parties.iter().any(|p| p.record.id == *party);
        check.reference(file, &field(path, "against"), "party", party.as_str(), is_known);
    }
    check.text(file, &field(path, "summary"), &claim.summary);
    check.maybe_text(file, &field(path, "as_printed"), &claim.as_printed);
    if let Some(time) = &claim.time {
        check.when(file, &field(path, "time"), time);
    }
    for (at, place) in claim.places.iter().enumerate() {
        let is_known = check.known.places.contains(&place.place);
        let path = field(path, &format!("places[{at}].place"));
        check.reference(file, &path, "place", place.place.as_str(), is_known);
    }
    for (at, quotation) in claim.quotations.iter().enumerate() {
        let words = quotation.text.split_whitespace().count();
        if words > QUOTATION_WORDS {
            check.find(
                file,
                &field(path, &format!("quotations[{at}].text")),
                format!("The quotation has {words} words."),
                "Quote a fragment of at most twelve words, and put the rest into the summary.",
            );
        }
    }
    if claim.content != Content::Carried && !claim.figures.is_empty() {
        check.find(
            file,
            &field(path, "figures"),
            "Words that are not carried can't carry a figure.".to_owned(),
            "Take the figures out, or write \"carried\" as content.",
        );
    }
    if claim.appearances.is_empty() {
        check.find(
            file,
            &field(path, "appearances"),
            "The claim stands in no source.".to_owned(),
            "Name the source and the place in it.",
        );
    }
    denial(check, file, path, claim);
}

fn denial(check: &mut Check, file: &str, path: &str, claim: &record::Claim) {
    let path = field(path, "denies");
    let Some(denied) = &claim.denies else {
        if claim.position == Position::Denies {
            check.find(
                file,
                &path,
                "The claim denies, and names no claim it denies.".to_owned(),
                "Name the claim it answers, or where no report carries one write \"asserts\".",
            );
        }
        return;
    };
    if claim.position != Position::Denies {
        check.find(
            file,
            &path,
            "The claim names a claim it denies, and its position is another.".to_owned(),
            "Write \"denies\" as its position, or take the field out.",
        );
    }
    match check.known.claims.get(denied) {
        None => check.reference(file, &path, "claim", denied.as_str(), false),
        Some(other) if other.topic != claim.topic || other.about != claim.about => check.find(
            file,
            &path,
            format!("\"{denied}\" is about another subject or on another topic."),
            "A denial stands in one row with what it denies: give both one subject and one topic.",
        ),
        Some(_) => {}
    }
}

fn figure(check: &mut Check, file: &str, path: &str, figure: &record::Figure) {
    for (at, party) in figure.whose.iter().enumerate() {
        let is_known = check.records.parties.iter().any(|p| p.record.id == *party);
        check.reference(
            file,
            &field(path, &format!("whose[{at}]")),
            "party",
            party.as_str(),
            is_known,
        );
    }
    if let Amount::Range(low, high) = figure.amount
        && low >= high
    {
        check.find(
            file,
            &field(path, "amount"),
            format!("{low} to {high} is no range."),
            "Write the lower end first, or a single number.",
        );
    }
    let is_not_given = figure.amount == Amount::NotGiven;
    if is_not_given != (figure.qualifier == Qualifier::NotGiven) {
        check.find(
            file,
            &field(path, "qualifier"),
            "Amount and qualifier don't agree on whether a number was given.".to_owned(),
            "Write \"not-given\" in both or in neither.",
        );
    }
    if figure.amount == Amount::Exactly(0) && figure.wording.is_none() {
        check.find(
            file,
            &field(path, "amount"),
            "Zero is recorded without the words that say so.".to_owned(),
            "A number that wasn't given is \"not-given\"; a zero that was said needs the report's wording.",
        );
    }
    let is_thing = matches!(
        figure.measure,
        Measure::Houses | Measure::GovernmentBuildings | Measure::AreaKm2 | Measure::Percent
    );
    if is_thing != (figure.people == People::None) {
        check.find(
            file,
            &field(path, "people"),
            format!("\"{}\" doesn't go with the measure \"{}\".", figure.people.key(), figure.measure.key()),
            "Houses, buildings, land and shares count no people: \"none\". Everything else counts some.",
        );
    }
    whose(check, file, path, figure);
}

fn whose(check: &mut Check, file: &str, path: &str, figure: &record::Figure) {
    check.maybe_text(file, &field(path, "whose_reason"), &figure.whose_reason);
    let problem = match (figure.whose.is_empty(), figure.whose_basis, &figure.whose_reason) {
        (false, None, _) => Some("It says whose losses it counts, and not on what basis."),
        (true, Some(_), _) | (true, _, Some(_)) => {
            Some("It gives a basis, and not whose losses it counts.")
        }
        (_, Some(PublishedBasis::Inferred), None) => {
            Some("Whose losses it counts is inferred without a reason.")
        }
        (_, Some(PublishedBasis::Stated), Some(_)) => {
            Some("Whose losses it counts is stated, and yet a reason is given.")
        }
        _ => None,
    };
    if let Some(problem) = problem {
        check.find(
            file,
            &field(path, "whose_basis"),
            problem.to_owned(),
            "Give whose, whose_basis \"stated\" or \"inferred\", and for \"inferred\" a whose_reason.",
        );
    }
}

fn appearance(check: &mut Check, file: &str, path: &str, appearance: &record::Appearance) {
    let source = check.known.sources.get(&appearance.source).copied();
    let id = appearance.source.as_str();
    check.reference(file, &field(path, "source"), "source", id, source.is_some());
    check.maybe_text(file, &field(path, "note"), &appearance.note);
    let paragraphs = source.map_or(u64::MAX, |source| source.paragraphs);
    let is_right = match (appearance.part, appearance.paragraph) {
        (Part::Paragraph, Some(n)) => (1..=paragraphs).contains(&n),
        (Part::Paragraph, None) => false,
        (_, paragraph) => paragraph.is_none(),
    };
    if !is_right {
        check.find(
            file,
            &field(path, "paragraph"),
            "The paragraph doesn't fit the source.".to_owned(),
            "Count the body's paragraphs from 1; headlines, subheadings and captions have no number.",
        );
    }
}
