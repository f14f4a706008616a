//! The browser's entry: takes the static page over with the same components that made it.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    qawlan::browser::start(|| view! { <qawlan::view::Page/> }, qawlan::view::title);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
