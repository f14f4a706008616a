//! Names of places: a reader's choice, and what is not documented says so.

use qawlan::data::resolve::Edition;
use qawlan::domain::id::{PartyId, PlaceId};
use qawlan::domain::naming::{Naming, UNDOCUMENTED};
use qawlan::view_state::ViewState;

#[path = "fixtures/folder.rs"]
mod folder;
#[path = "fixtures/page.rs"]
mod pages;

fn edition(language: &str) -> Edition {
    folder::edition(&folder::shipped(), language)
}

fn name(edition: &Edition, place: &str, naming: &Naming) -> String {
    let place = edition.dataset.place(&PlaceId::new(place)).expect("a known place");
    naming.name(place, &edition.dataset.pair)
}

#[test]
fn a_place_is_called_as_the_reader_chooses() {
    let usage = |party: &str| Naming::Usage(PartyId::new(party));
    for (language, place, naming, expected) in [
        ("en", "goris", Naming::OfThePage, "Goris"),
        ("ar", "goris", Naming::OfThePage, "غوريس"),
        ("ar", "goris", usage("armenia"), "Գորիս (Goris)"),
        ("ar", "goris", usage("azerbaijan"), "Gorus"),
        ("en", "goris", Naming::Both, "Գորիս (Goris) / Gorus"),
        ("en", "goris", Naming::AsReported, "غوريس / جوريس"),
        ("en", "dashkasan", usage("armenia"), "Dashkasan*"),
        ("en", "jermuk", Naming::Both, "Ջերմուկ (Jermuk) / Jermuk*"),
        ("en", "samarkand", Naming::Both, "Samarkand*"),
    ] {
        assert_eq!(name(&edition(language), place, &naming), expected, "{language} {naming:?}");
    }
}

#[test]
fn the_two_usages_stand_in_the_order_of_the_columns() {
    let edition = edition("en");
    let dataset = &edition.dataset;
    let swapped = dataset.pair.led_by(&dataset.pair.second);
    let place = dataset.place(&PlaceId::new("goris")).expect("a known place");
    assert_eq!(Naming::Both.name(place, &swapped), "Gorus / Գորիս (Goris)");
}

#[test]
fn no_choice_leaves_a_place_without_a_name() {
    for language in ["ar", "en", "hy", "az"] {
        let edition = edition(language);
        let pair = &edition.dataset.pair;
        let usages = [&pair.first, &pair.second].map(|party| Naming::Usage(party.clone()));
        let all = usages.into_iter().chain([Naming::OfThePage, Naming::Both, Naming::AsReported]);
        for naming in all {
            for place in &edition.dataset.places {
                let name = naming.name(place, pair);
                assert!(name.trim_matches([' ', '/', UNDOCUMENTED]).len() > 1, "{}", place.id);
            }
        }
    }
}

#[test]
fn the_whole_page_follows_the_choice_and_its_running_text_does_not() {
    let edition = edition("en");
    let subject = folder::subject(&edition, "2022-09-13-outbreak");
    let plain = ViewState::explorer("en").with_subject(Some(subject));
    let chosen = ViewState { names: Naming::Usage(PartyId::new("azerbaijan")), ..plain.clone() };
    let [plain, chosen] = [plain, chosen].map(|state| pages::page(&edition, state));
    let header = |html: &str| {
        let from = html.split_once("class=\"subject-meta\"").expect("the header").1;
        from.split_once("</p>").expect("its line ends").0.to_owned()
    };
    assert!(header(&plain).contains("Goris") && header(&chosen).contains("Gorus"));
    assert!(chosen.contains("names=azerbaijan"), "links keep the choice");
    let prose = |html: &str| {
        let starts = html.split("class=\"claim-summary\"").skip(1);
        let texts = starts.filter_map(|it| it.split_once("</p>")).map(|(text, _)| text.to_owned());
        texts.collect::<Vec<_>>()
    };
    assert_eq!(prose(&plain), prose(&chosen));
}
