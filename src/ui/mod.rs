//! The window: draws projections, reports intents, and carries out effects.
//!
//! It holds no rule about personas, probability or files. Text is in [`text`], looks in [`theme`].

mod clipboard;
mod dialogs;
pub mod errands;
pub mod input;
mod keeper;
pub mod launch;
pub mod layers;
mod lookout;
mod mapper;
pub mod measure;
pub mod panel;
mod panel_app;
pub mod printing;
pub mod runner;
pub mod services;
mod structure;
pub mod text;
pub mod theme;
mod threads;
mod trainer;
pub mod training;
pub mod widgets;
pub mod window;
mod workroom;
pub mod workshop;

use std::sync::Arc;

use crate::app::State;
use crate::domain::kit::Kit;
use crate::store::lexicon;

pub use panel_app::PanelApp;

/// What stands in the window's way of knowing or saying: shown, never decided here.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// Whether a part of the kit could not be read.
    pub faulty_kit: bool,
    /// The file of the settings, to be shown; empty if there is none.
    pub settings_file: String,
    /// The default folder of notes, to be shown.
    pub notes_folder: String,
    /// The renderer in use, to be shown.
    pub renderer: String,
    /// What was wrong with the settings file, in words.
    pub warnings: Vec<String>,
    /// Whether the kit is the shipped one, which has an edition in each language.
    pub shipped_kit: bool,
}

/// Makes the state of a kit: it needs no window, so a start makes it beside the window's opening.
pub fn prepared(kit: Arc<Kit>) -> State {
    State::new(kit).with_guard(lexicon::guard_of_language("fr"))
}
