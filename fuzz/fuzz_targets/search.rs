//! The search: any query, never a panic.
#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use reflexe_personas::app::{Action, State, search};
use reflexe_personas::app::state::Now;
use reflexe_personas::app::update::update;
use reflexe_personas::store::kit_file;

thread_local! {
    static STATE: RefCell<State> =
        RefCell::new(State::new(kit_file::load_embedded(None).kit.expect("the shipped kit")));
}

fuzz_target!(|query: &str| {
    STATE.with_borrow_mut(|state| {
        let now = Now {
            date: "2026-11-25".to_owned(),
            clock: String::new(),
            millis: 0,
        };
        update(state, Action::Search(query.to_owned()), &now);
        let _ = search::hits(state);
    });
});
