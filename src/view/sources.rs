//! The sources: what each document says of itself.

use leptos::prelude::*;

use crate::domain::id::SourceId;
use crate::domain::source::Source;
use crate::session::Session;

use super::attribution::outlet_name;
use super::claim::is_right_to_left;

/// These sources, each with its address in the page.
pub fn sources(session: &Session, ids: &[SourceId]) -> AnyView {
    let m = &session.messages;
    let items = ids.iter().filter_map(|id| session.dataset.source(id)).map(|source| source_view(session, source));
    view! {
        <section class="sources" aria-labelledby="sources">
            <h2 id="sources">{m.text("section.sources").to_owned()}</h2>
            <ul>{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn source_view(session: &Session, source: &Source) -> AnyView {
    let m = &session.messages;
    let agencies = source.with_agencies.then(|| m.text("source.with-agencies").to_owned());
    let published = [m.date(source.published).as_str(), if source.is_date_inferred { m.text("source.inferred") } else { "" }].concat();
    let mut notes: Vec<String> = Vec::new();
    notes.extend(source.published_note.clone());
    notes.extend(source.dateline.as_ref().map(|it| m.fill("source.dateline", &[("place", it)])));
    notes.extend(source.republished_by.as_ref().map(|it| m.fill("source.republished", &[("by", it)])));
    notes.extend(source.point_of_view.as_ref().map(|it| m.fill("source.point-of-view", &[("view", it)])));
    notes.extend(source.note.clone());
    let notes = notes.into_iter().map(|note| view! { <span class="source-note">{note}</span> });
    let direction = if is_right_to_left(&source.headline.language) { "rtl" } else { "ltr" };
    let address = match &source.address {
        Some(address) => {
            view! { <a href=address.clone() rel="noopener">{address.clone()}</a> }.into_any()
        }
        None => view! { <span>{m.text("source.no-address").to_owned()}</span> }.into_any(),
    };
    view! {
        <li id=["source-", source.id.as_str()].concat() class="source">
            <p class="source-outlet"><b>{outlet_name(session, &source.id)}</b> {agencies} " · " {published}</p>
            <p class="source-headline"><q lang=source.headline.language.clone() dir=direction>{source.headline.text.clone()}</q></p>
            <p class="source-notes">{notes.collect_view()} <span class="source-note">{address}</span></p>
        </li>
    }
    .into_any()
}
