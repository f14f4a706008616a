//! The map's place in the page, its legend, and the card of a chosen place. What is drawn on the
//! map is the browser's to draw; everything on it is in the list too.

use leptos::prelude::*;

use crate::domain::event::{Placing, Subject};
use crate::domain::id::PlaceId;
use crate::domain::party::Side;
use crate::domain::place::Place;
use crate::session::{Load, Session};

use super::notices::failed;

use super::seal::{party_name, seal};

/// Map, legend, place card.
#[component]
pub fn MapPane() -> impl IntoView {
    let session = expect_context::<Session>();
    let m = session.messages.clone();
    let label = m.text("map.label").to_owned();
    let legend = {
        let session = session.clone();
        move || {
            let pair = session.pair.get();
            let name = |side| party_name(&session, pair.party(side));
            session.messages.fill(
                "map.legend",
                &[("first", name(Side::First).as_str()), ("second", &name(Side::Second))],
            )
        }
    };
    let problem = {
        let session = session.clone();
        move || session.map.with(|map| match map {
            Load::Failed(file) => Some(failed(&session, file)),
            _ => None,
        })
    };
    view! {
        <section class="map-pane" aria-label=label>
            <div class="map-box">
                <div class="map-canvas" dir="ltr" lang=m.language.clone()></div>
                <p class="map-enter">{m.text("map.enter").to_owned()}</p>
                {problem}
            </div>
            <p class="map-legend">{legend} " " {m.text("map.lines").to_owned()}</p>
            <p class="map-credit">{m.text("map.credit").to_owned()}</p>
            <PlaceCard/>
        </section>
    }
}

/// What is known of the one place that is chosen: its names, how exact it is, and which party's
/// claim puts what there.
#[component]
fn PlaceCard() -> impl IntoView {
    let session = expect_context::<Session>();
    let state = session.state;
    let place = Memo::new(move |_| {
        state.with(|state| match state.filters.places.as_slice() {
            [place] => Some(place.clone()),
            _ => None,
        })
    });
    move || {
        let id = place.get()?;
        let place = session.dataset.place(&id)?;
        Some(card(&session, place, &session.shown.get()))
    }
}

fn card(session: &Session, place: &Place, shown: &[crate::domain::id::EventId]) -> AnyView {
    let m = &session.messages;
    let pair = session.pair.get();
    let names = Side::BOTH.map(|side| {
        let party = pair.party(side);
        let usage = m.fill("place.usage", &[("party", &party_name(session, party))]);
        let toponym = place.toponyms.iter().find(|name| name.usage == *party);
        let name = match toponym {
            Some(name) => {
                let latin = name.latin.as_ref().map(|latin| [" (", latin.as_str(), ")"].concat());
                view! { <bdi lang=name.language.clone()>{name.text.clone()}</bdi> <bdi>{latin}</bdi> }.into_any()
            }
            None => view! { <span class="place-unknown">{m.text("place.no-name").to_owned()}</span> }.into_any(),
        };
        view! { <dt>{seal(session, side, party)} {usage}</dt> <dd>{name}</dd> }
    });
    let reported = (!place.as_reported.is_empty()).then(|| {
        let spellings = place.as_reported.join(m.text("list.comma"));
        view! { <dt>{m.text("place.as-reported").to_owned()}</dt> <dd><bdi>{spellings}</bdi></dd> }
    });
    let placings: Vec<AnyView> = session
        .dataset
        .events
        .iter()
        .filter(|event| shown.contains(&event.id))
        .flat_map(|event| event.found.placings.iter().map(move |placing| (event, placing)))
        .filter(|(_, placing)| placing.place == place.id)
        .map(|(event, placing)| {
            let subject = Some(Subject::Event(event.id.clone()));
            let href = session.href(&session.state.get().with_subject(subject));
            view! { <li>{placing_words(session, placing)} " · " <a href=href>{event.title.clone()}</a></li> }.into_any()
        })
        .collect();
    let no_placing = placings.is_empty().then(|| m.text("place.no-claims").to_owned());
    view! {
        <div class="place-card" data-place-id=place.id.to_string()>
            <h2>{place.name.clone()}</h2>
            <p class="place-exactness">{m.word("exactness", place.exactness.key())} " " {place.note.clone()}</p>
            <dl>{names.into_iter().collect_view()} {reported}</dl>
            <ul>{placings}</ul>
            <p>{no_placing} " " {clear(session, &place.id)}</p>
        </div>
    }
    .into_any()
}

fn placing_words(session: &Session, placing: &Placing) -> String {
    let role = session.messages.word("role", placing.role.key());
    session.messages.fill("place.placing", &[("party", party_name(session, &placing.party).as_str()), ("role", &role)])
}

fn clear(session: &Session, place: &PlaceId) -> AnyView {
    let words = session.messages.text("place.clear").to_owned();
    let place = place.clone();
    let session = session.clone();
    let href = move || session.href_with(|state| state.filters.places.retain(|p| *p != place));
    view! { <a href=href data-keep-scroll="">{words}</a> }.into_any()
}
