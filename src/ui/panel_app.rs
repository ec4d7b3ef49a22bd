//! The application as eframe sees it: the state, what carries effects out, and what views remember.
//!
//! Here is how it is made and how it acts; `pass` is what happens from frame to frame, `effects` what
//! an intent asks of the outside world. It must never decide what `app::update` decides.

mod effects;
mod pass;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

use super::measure::Measure;
use super::services::Services;
use super::theme::Look;
use super::window::Platform;
use super::{Surroundings, layers, prepared, training, workshop};
use crate::app::keeping::DraftStamp;
use crate::app::state::Now;
use crate::app::update::update;
use crate::app::{Action, Overlay, Shape, State};
use crate::domain::draft::Draft;
use crate::domain::kit::Kit;
use crate::domain::settings::Settings;

/// A measure under way, and who prints what it says.
type Measured = (Measure, fn(&str));

/// The application as eframe sees it.
pub struct PanelApp {
    state: State,
    services: Box<dyn Services>,
    around: Surroundings,
    memory: layers::LayerMemory,
    workshop: workshop::Memory,
    training: training::Memory,
    /// Called once a frame was presented.
    first_frame: Option<Box<dyn FnOnce()>>,
    frames: u32,
    /// Says the first frame and what waiting costs, when asked to.
    measure: Option<Measured>,
    quitting: bool,
    worn: Option<Look>,
    /// The shape the window was last given, and the one to give it.
    shown: Shape,
    pending: Option<Shape>,
    /// Whether the strip takes its width again once the zoom holds.
    rescale: bool,
    placed: bool,
    due: Option<u64>,
    /// The folder of notes whose kind of place was asked.
    asked_place: Option<PathBuf>,
    /// Which draft the disk holds, as far as this window knows.
    drafted: DraftStamp,
    /// The draft handed over last.
    kept_draft: Option<Draft>,
}

impl PanelApp {
    /// Starts on a kit.
    pub fn new(kit: Arc<Kit>, services: Box<dyn Services>) -> Self {
        Self::on(prepared(kit), services)
    }

    /// Starts on a state made beforehand.
    pub fn on(state: State, services: Box<dyn Services>) -> Self {
        let mut app = Self {
            state,
            services,
            around: Surroundings::default(),
            memory: layers::LayerMemory::default(),
            workshop: workshop::Memory::default(),
            training: training::Memory::default(),
            first_frame: None,
            frames: 0,
            measure: None,
            quitting: false,
            worn: None,
            shown: Shape::Wide,
            pending: None,
            rescale: false,
            placed: false,
            due: None,
            asked_place: None,
            drafted: DraftStamp::default(),
            kept_draft: None,
        };
        app.load_tally();
        app
    }

    /// Starts with what this workplace chose.
    #[must_use]
    pub fn with_settings(mut self, settings: Settings) -> Self {
        self.state = self.state.with_settings(settings);
        self.shown = self.state.shape;
        self
    }

    /// Switches settings of the structure on.
    #[must_use]
    pub fn with_structure(mut self, structure: Vec<String>) -> Self {
        self.state = self.state.with_structure(structure);
        self
    }

    /// Says what is around the window.
    #[must_use]
    pub fn with_surroundings(mut self, around: Surroundings) -> Self {
        self.around = around;
        self.load_tally();
        self
    }

    /// Says what the platform lets a window do.
    #[must_use]
    pub fn with_platform(mut self, platform: Platform) -> Self {
        self.state.can_pin = platform == Platform::Free;
        self
    }

    /// Calls back once a frame was presented.
    #[must_use]
    pub fn with_first_frame(mut self, presented: impl FnOnce() + 'static) -> Self {
        self.first_frame = Some(Box::new(presented));
        self
    }

    /// Reports the first frame and what waiting costs, then closes.
    #[must_use]
    pub fn with_measure(mut self, measure: Measure, say: fn(&str)) -> Self {
        self.measure = Some((measure, say));
        self
    }

    /// Offers to go on with what a crash left, if it is of this kit.
    #[must_use]
    pub fn with_draft(mut self) -> Self {
        if let Some(draft) = self.services.found_draft() {
            if draft.kit == self.tally_kit() {
                let now = self.now();
                let offered = Action::DraftFound(Box::new(draft));
                // It asks the outside world for nothing.
                update(&mut self.state, offered, &now);
            } else {
                // It is somebody's contact all the same: put aside, and told.
                self.services.put_draft_aside();
            }
        }
        self.state.no_draft = self.services.no_draft();
        self
    }

    /// Asks at once what is published, as every interview will.
    #[must_use]
    pub fn with_published(mut self, ctx: &egui::Context) -> Self {
        let local = self.state.look_for_local();
        let asked = self.state.look_for_kit().into_iter().chain(local).collect();
        self.carry_out(ctx, asked);
        self
    }

    /// Gives the state, for tests.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Carries out an intent, as a view would.
    pub fn act(&mut self, ctx: &egui::Context, action: Action) {
        let now = self.now();
        let wrote = matches!(
            action,
            Action::Saved(Ok(_)) | Action::SavedAs(_, Ok(_)) | Action::SettingsSaved(Ok(()))
        );
        let effects = update(&mut self.state, action, &now);
        self.carry_out(ctx, effects);
        if wrote && self.state.overlay == Some(Overlay::Kept) {
            // A dialog may answer while the list is on the screen.
            self.services.list_kept(ctx);
        }
        self.keep_draft();
    }

    fn now(&self) -> Now {
        self.services.now()
    }

    /// Says whether the kit in use is the shipped one, which has an edition in each language.
    fn is_shipped(&self) -> bool {
        self.around.shipped_kit && self.state.publishing.version.is_none()
    }
}
