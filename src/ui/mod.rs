//! The window: draws projections, reports intents, and carries out effects.
//!
//! It holds no rule about personas, probability or files. Text is in [`text`], looks in [`theme`].

pub mod input;
pub mod launch;
pub mod layers;
pub mod panel;
pub mod runner;
pub mod text;
pub mod theme;
pub mod widgets;

use std::sync::Arc;

use eframe::egui;

use crate::app::state::Now;
use crate::app::update::{press, update};
use crate::app::{Action, Actions, Effect, State};
use crate::domain::kit::Kit;
use crate::domain::study::confirmed::Confirmed;
use crate::domain::study::tally::Tally;
use crate::store::lexicon;

use runner::Services;

/// The application as eframe sees it.
pub struct PanelApp {
    state: State,
    services: Box<dyn Services>,
    faulty_kit: bool,
    memory: layers::LayerMemory,
    first_frame: Option<FirstFrame>,
    quitting: bool,
}

/// Says that the first frame was presented, once.
pub struct FirstFrame {
    /// Called when the frame after the first begins.
    pub presented: Box<dyn FnOnce(&eframe::Frame) + Send>,
    frames: u32,
}

impl FirstFrame {
    /// Waits for one frame.
    pub fn new(presented: Box<dyn FnOnce(&eframe::Frame) + Send>) -> Self {
        Self {
            presented,
            frames: 0,
        }
    }
}

impl PanelApp {
    /// Starts on a kit; `faulty_kit` says that a part of it could not be read.
    pub fn new(kit: Arc<Kit>, faulty_kit: bool, services: Box<dyn Services>) -> Self {
        let guard = lexicon::guard_of_language("fr");
        let mut state = State::new(kit).with_guard(guard);
        let mut services = services;
        state.learning.file = services.tally_file(&state.kit.id);
        match services.load_tally(&state.kit.id) {
            Ok(tally) => state.learning.tally = tally,
            Err(trouble) => state.learning.trouble = Some(trouble),
        }
        Self {
            state,
            services,
            faulty_kit,
            memory: layers::LayerMemory::default(),
            first_frame: None,
            quitting: false,
        }
    }

    /// Switches settings of the structure on.
    #[must_use]
    pub fn with_settings(mut self, settings: Vec<String>) -> Self {
        self.state = self.state.with_settings(settings);
        self
    }

    /// Reports the first frame, then closes.
    #[must_use]
    pub fn with_first_frame(mut self, first_frame: FirstFrame) -> Self {
        self.first_frame = Some(first_frame);
        self
    }

    /// Gives the state, for tests.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Carries out an intent, as a view would.
    pub fn act(&mut self, ctx: &egui::Context, action: Action) {
        let now = self.now();
        let effects = update(&mut self.state, action, &now);
        self.carry_out(ctx, effects);
    }

    fn now(&self) -> Now {
        self.services.now()
    }

    /// Adds a confirmed contact to what the disk holds now: another window may have counted since.
    fn count(&mut self, contact: &Confirmed) -> Result<Option<Tally>, String> {
        let Some(mut tally) = self.services.load_tally(&self.state.kit.id)? else {
            // Erased meanwhile: it stays erased.
            return Ok(None);
        };
        tally.add(&contact.evidence, &contact.persona);
        self.services.save_tally(&tally)?;
        Ok(Some(tally))
    }

    fn carry_out(&mut self, ctx: &egui::Context, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::CopyNote(note) => self.services.copy_note(ctx, &note),
                Effect::Quit => {
                    self.quitting = true;
                    ctx.send_viewport_cmd(egui::ViewportCommand::Close);
                }
                Effect::SaveNote { note, format } => {
                    let result = self.services.save_note(&note, format);
                    self.act(ctx, Action::Saved(result));
                }
                Effect::SaveNoteAs { note, format } => {
                    self.services.save_note_as(ctx, *note, format);
                }
                Effect::StartTally(tally) => {
                    let result = self.services.save_tally(&tally).map(|()| Some(*tally));
                    self.act(ctx, Action::TallyIs(result));
                }
                Effect::EraseTally => {
                    let result = self.services.erase_tally(&self.state.kit.id).map(|()| None);
                    self.act(ctx, Action::TallyIs(result));
                }
                Effect::Count(contact) => {
                    let result = self.count(&contact);
                    self.act(ctx, Action::TallyIs(result));
                }
                Effect::SaveKitAs(content) => self.services.save_kit_as(ctx, *content),
            }
        }
    }
}

impl eframe::App for PanelApp {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        while let Some(action) = self.services.poll() {
            self.act(ctx, action);
            ctx.request_repaint();
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        if let Some(mut first) = self.first_frame.take() {
            if first.frames > 0 {
                (first.presented)(frame);
                self.quitting = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            } else {
                first.frames += 1;
                self.first_frame = Some(first);
                ctx.request_repaint();
            }
        }
        if ui.input(|i| i.viewport().close_requested()) && !self.quitting {
            let now = self.now();
            let effects = update(&mut self.state, Action::Close, &now);
            if !effects.contains(&Effect::Quit) {
                ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            }
        }
        let mut changed = false;
        for key in input::keys(&ctx) {
            let now = self.now();
            let effects = press(&mut self.state, key, &now);
            self.carry_out(&ctx, effects);
            changed = true;
        }
        let mut out = Actions::default();
        panel::panel_ui(ui, &self.state, self.faulty_kit, &mut out);
        layers::layers_ui(ui, &self.state, &mut self.memory, &mut out);
        if self.state.curtain {
            layers::curtain_ui(ui, &mut out);
        }
        for action in out.drain() {
            self.act(&ctx, action);
            changed = true;
        }
        if changed {
            ctx.request_repaint();
        }
    }
}
