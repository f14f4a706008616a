//! Elements built at run time: one compiled type for all of them.
//!
//! `view!` compiles code for every shape of markup, and a reader pays for each; most of a page is
//! plain nested elements. What needs a namespace is in `drawing`, of the same attributes.

use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;

use crate::session::Session;

/// Stands between two things on a line, and stays on the line of the first.
pub const DOT: &str = "\u{a0}· ";

/// An element under construction. Of a void element such as `input` the page is made without the
/// end tag (`publish::page`).
pub struct Tag {
    name: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of that name.
pub fn tag(name: &'static str) -> Tag {
    Tag { name, attributes: Vec::new(), children: Vec::new() }
}

/// A text node.
pub fn text(words: impl Into<String>) -> AnyView {
    words.into().into_any()
}

/// An attribute with its value.
pub fn attribute(name: &'static str, value: impl Into<String>) -> AnyAttribute {
    let value: String = value.into();
    custom_attribute(name, value).into_any_attr()
}

impl Tag {
    /// An attribute with its value.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push(attribute(name, value));
        self
    }

    /// Attributes with their values.
    pub fn with_all(self, attributes: &[(&'static str, &str)]) -> Self {
        attributes.iter().fold(self, |tag, (name, value)| tag.with(name, *value))
    }

    /// An attribute that is there only where it has a value.
    pub fn with_maybe(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// An attribute that follows the session; absent while it has no value.
    pub fn with_live(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        let value: Box<dyn Fn() -> Option<String> + Send> = Box::new(value);
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// The class attribute.
    pub fn class(self, class: impl Into<String>) -> Self {
        self.with("class", class)
    }

    /// A text property, such as what stands in a field, that follows the session.
    pub fn text_property(
        mut self,
        name: &'static str,
        value: impl Fn() -> String + Send + 'static,
    ) -> Self {
        let value: Box<dyn Fn() -> String + Send> = Box::new(value);
        self.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// Whether a box is checked, which follows the session.
    pub fn checked(mut self, value: impl Fn() -> bool + Send + 'static) -> Self {
        let value: Box<dyn Fn() -> bool + Send> = Box::new(value);
        self.attributes.push(prop("checked", value).into_any_attr());
        self
    }

    /// What is done at an event of the element.
    pub fn on(mut self, event: &'static str, act: impl FnMut(ev::Event) + 'static) -> Self {
        let act: Box<dyn FnMut(ev::Event)> = Box::new(act);
        self.attributes.push(on(ev::Custom::new(event), act).into_any_attr());
        self
    }

    /// A link's address, which follows the session.
    pub fn href(self, href: impl Fn() -> String + Send + 'static) -> Self {
        self.with_live("href", move || Some(href()))
    }

    /// Adds text.
    pub fn text(self, words: impl Into<String>) -> Self {
        self.child(text(words))
    }

    /// Adds a child.
    pub fn child(mut self, child: impl IntoChild) -> Self {
        if let Some(child) = child.into_child() {
            self.children.push(child);
        }
        self
    }

    /// Adds children in order.
    pub fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        self.children.extend(children);
        self
    }

    /// Adds what follows the session.
    pub fn live(self, child: impl Fn() -> Option<AnyView> + Send + 'static) -> Self {
        self.child(live(child))
    }

    /// The element as a view.
    pub fn view(self) -> AnyView {
        custom(dom_name(self.name)).add_any_attr(self.attributes).child(self.children).into_any()
    }
}

/// In the browser upper case, as the document itself names its elements: otherwise a re-run would
/// take every element for another kind and replace it, and focus would be lost.
fn dom_name(name: &'static str) -> String {
    if cfg!(target_arch = "wasm32") { name.to_ascii_uppercase() } else { name.to_owned() }
}

/// A view that follows the session.
pub fn live(child: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let child: Box<dyn Fn() -> Option<AnyView> + Send> = Box::new(child);
    child.into_any()
}

/// A piece of the page that is made in its turn, where the page is made piece by piece.
pub fn piece(session: &Session, make: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    match session.turn() {
        Some(turn) => live(move || turn.get().then(&make)),
        None => make(),
    }
}

/// Text that follows the session.
pub fn live_text(words: impl Fn() -> String + Send + 'static) -> AnyView {
    let words: Box<dyn Fn() -> String + Send> = Box::new(words);
    words.into_any()
}

/// What `read` says of the session, for many to follow. Whoever follows a memo is asked at every change
/// of what the memo follows, whether it makes a difference or not; whoever follows this hears of
/// differences alone.
pub fn settled(read: impl Fn() -> Vec<String> + Send + Sync + 'static) -> RwSignal<Vec<String>> {
    let settled = RwSignal::new(untrack(&read));
    Effect::new(move |_: Option<()>| {
        let now = read();
        if settled.with_untracked(|was| *was != now) {
            settled.set(now);
        }
    });
    settled
}

/// What can be added as a child: a view, another tag, or nothing.
pub trait IntoChild {
    /// The view, if there is one.
    fn into_child(self) -> Option<AnyView>;
}

impl IntoChild for AnyView {
    fn into_child(self) -> Option<AnyView> {
        Some(self)
    }
}

impl IntoChild for Tag {
    fn into_child(self) -> Option<AnyView> {
        Some(self.view())
    }
}

impl<T: IntoChild> IntoChild for Option<T> {
    fn into_child(self) -> Option<AnyView> {
        self.and_then(IntoChild::into_child)
    }
}
