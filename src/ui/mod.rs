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

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, ViewportCommand};

use crate::app::idle;
use crate::app::keeping::DraftStamp;
use crate::app::keys::Key;
use crate::app::state::Now;
use crate::app::update::{press, update};
use crate::app::{Action, Actions, Effect, Overlay, Shape, State};
use crate::domain::draft::Draft;
use crate::domain::kit::Kit;
use crate::domain::sensitive::Sensitive;
use crate::domain::settings::Settings;
use crate::store::{kit_file, lexicon};

use measure::Measure;
use runner::Services;
use theme::Look;
use window::Platform;

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

fn zoom_of(settings: &Settings) -> f32 {
    f32::from(settings.zoom_percent) / 100.0
}

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

    fn load_tally(&mut self) {
        let kit = self.tally_kit();
        self.state.learning.file = self.services.tally_file(&kit);
        match self.services.load_tally(&kit) {
            Ok(tally) => self.state.learning.tally = tally,
            Err(trouble) => self.state.learning.trouble = Some(trouble),
        }
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

    /// Makes the draft on disk what is on the table; called after everything that may change it.
    fn keep_draft(&mut self) {
        // Until the agent decides, what a crash left stays as it is.
        if self.state.found.is_some() {
            return;
        }
        let stamp = self.state.draft_stamp();
        if stamp == self.drafted {
            return;
        }
        let ended = stamp.must_replace(&self.drafted);
        let mut draft = self.state.draft();
        if let Some(draft) = &mut draft {
            draft.kit = self.tally_kit();
            // A number is not red before its last digit is there: then its beginning, which was kept,
            // must go with it.
            let adds = |before: &Draft| draft.only_adds_to(before);
            let afresh = ended || !self.kept_draft.as_ref().is_none_or(adds);
            self.services.keep_draft(draft.clone(), afresh);
        } else {
            self.services.erase_draft();
        }
        self.kept_draft = draft;
        self.drafted = stamp;
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

    /// Asks at once what is published, as every interview will.
    #[must_use]
    pub fn with_published(mut self, ctx: &egui::Context) -> Self {
        let local = self.state.look_for_local();
        let asked = self.state.look_for_kit().into_iter().chain(local).collect();
        self.carry_out(ctx, asked);
        self
    }

    /// The kit a tally is kept under: the editions of the shipped one share it.
    fn tally_kit(&self) -> String {
        match (self.is_shipped(), &self.state.learning.tally) {
            (true, Some(tally)) => tally.kit.clone(),
            (true, None) => kit_file::SHIPPED.to_owned(),
            (false, _) => self.state.kit.id.clone(),
        }
    }

    fn carry_out(&mut self, ctx: &egui::Context, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::CopyNote(note) => self.services.copy_note(ctx, &note),
                Effect::CopyFilled(text) => self.services.copy_filled(ctx, &text),
                Effect::Quit => {
                    self.quitting = true;
                    ctx.send_viewport_cmd(ViewportCommand::Close);
                }
                Effect::SaveNote {
                    note,
                    format,
                    stamp,
                } => self.services.save_note(ctx, *note, format, stamp),
                Effect::SaveNoteAs {
                    note,
                    format,
                    stamp,
                } => self.services.save_note_as(ctx, *note, format, stamp),
                Effect::EraseDraft => self.services.erase_draft(),
                Effect::ListKept => self.services.list_kept(ctx),
                Effect::EraseKept(files) => self.services.erase_kept(ctx, files),
                Effect::OpenWorkshop(kit) => self.services.open_workshop(ctx, kit),
                Effect::KeepWorkshop(draft) => self.services.keep_workshop(*draft),
                Effect::EraseWorkshop(kit) => self.services.erase_workshop(&kit),
                Effect::Share(errand) => self.services.share(ctx, *errand),
                Effect::Print(printing) => self.services.print(ctx, *printing),
                Effect::TryCases(trial) => self.services.try_cases(ctx, *trial),
                Effect::CopyTable(text) => ctx.copy_text(text),
                Effect::Diagnose(job) => self.services.diagnose(ctx, *job),
                Effect::StopDiagnosis => self.services.stop_diagnosis(),
                Effect::LoadTraining(kit) => self.services.load_training(ctx, kit),
                Effect::KeepTraining(text) => self.services.keep_training(ctx, text),
                Effect::LookForKit { folder, known } => {
                    self.services.look_for_kit(ctx, folder, known);
                }
                Effect::PickPublishedFolder => self.services.pick_published_folder(ctx),
                Effect::KitChanged => {
                    // A published kit is whole, or it is not taken.
                    self.around.faulty_kit = false;
                    self.load_tally();
                }
                Effect::Level => {
                    let level = window::level(&self.state.settings, self.state.shape);
                    ctx.send_viewport_cmd(ViewportCommand::WindowLevel(level));
                }
                Effect::Rescale => self.rescale = true,
                Effect::StartTally(mut tally) => {
                    tally.kit = self.tally_kit();
                    let result = self.services.save_tally(&tally).map(|()| Some(*tally));
                    self.act(ctx, Action::TallyIs(result));
                }
                Effect::EraseTally => {
                    let result = self.services.erase_tally(&self.tally_kit()).map(|()| None);
                    self.act(ctx, Action::TallyIs(result));
                }
                Effect::LoadTally => {
                    let result = self.services.load_tally(&self.tally_kit());
                    self.act(ctx, Action::TallyIs(result));
                }
                Effect::Count(contact) => {
                    let result = self.services.count(&self.tally_kit(), &contact);
                    self.act(ctx, Action::TallyIs(result));
                }
                Effect::SaveKitAs(content) => self.services.save_kit_as(ctx, *content),
                Effect::SaveSettings(settings) => {
                    let result = self.services.save_settings(&settings);
                    self.act(ctx, Action::SettingsSaved(result));
                }
                Effect::Reshape(shape) => {
                    // The place it leaves is the place it comes back to.
                    let leaves = self.placed && shape != self.shown;
                    if let Some(place) = window::current(ctx).filter(|_| leaves) {
                        self.act(ctx, Action::PlaceIs(self.shown, place));
                    }
                    self.shown = shape;
                    self.pending = Some(shape);
                }
            }
        }
    }

    /// The keys of this pass, as the space in view reads them; the second value says that a field is left.
    fn keys(&self, ctx: &egui::Context) -> (Vec<Key>, bool) {
        let in_search = self.state.overlay == Some(Overlay::Search);
        if self.state.workshop.shown && self.state.overlay.is_none() {
            let tried = self.state.workshop.tried();
            let searching = tried.is_some_and(|tried| tried.overlay == Some(Overlay::Search));
            input::workshop_keys(ctx, searching)
        } else if self.state.training.shown && self.state.overlay.is_none() {
            input::training_keys(ctx)
        } else {
            (input::keys(ctx, in_search), false)
        }
    }

    /// Presses keys; says whether there were any.
    fn press_all(&mut self, ctx: &egui::Context, keys: Vec<Key>) -> bool {
        let any = !keys.is_empty();
        for key in keys {
            let now = self.now();
            let effects = press(&mut self.state, key, &now);
            self.carry_out(ctx, effects);
            self.keep_draft();
        }
        any
    }

    /// Sets language, look and zoom of this pass.
    fn dress(&mut self, ctx: &egui::Context) {
        let language = self.state.language();
        text::speak(language);
        if self.is_shipped() && self.state.kit.language != language.key() {
            let today = self.now().date;
            if let Some(kit) = kit_file::load_embedded_in(language, Some(&today)).kit {
                self.state.change_edition(kit);
            }
        }
        let dark = ctx.system_theme().map(|theme| theme == egui::Theme::Dark);
        let look = Look::of(self.state.settings.theme, dark);
        theme::tokens::wear(look);
        if self.worn != Some(look) {
            theme::apply(ctx, look);
            self.worn = Some(look);
        }
        let zoom = zoom_of(&self.state.settings);
        if (ctx.zoom_factor() - zoom).abs() > f32::EPSILON {
            ctx.set_zoom_factor(zoom);
        }
    }

    /// What waits for an absence: done when due, and the toolkit is woken for the next one only.
    fn absence(&mut self, ctx: &egui::Context) {
        let gesture = ctx.input(|i| {
            i.events.iter().any(|event| {
                matches!(
                    event,
                    egui::Event::Key { .. }
                        | egui::Event::Text(_)
                        | egui::Event::PointerMoved(_)
                        | egui::Event::PointerButton { .. }
                        | egui::Event::MouseWheel { .. }
                )
            })
        });
        let now = self.now().millis;
        if gesture {
            self.state.touched(now);
        }
        if self.due.is_some_and(|due| now >= due) {
            self.act(ctx, Action::TimeWentBy);
        }
        self.due = idle::next_due(&self.state, now);
        if let Some(due) = self.due {
            ctx.request_repaint_after(std::time::Duration::from_millis(due.saturating_sub(now)));
        }
    }

    /// What the toolkit's fields copy or cut leaves like a note: read by the guard, and for a while.
    fn copied_by_hand(&mut self, ctx: &egui::Context, copies: Vec<String>) -> bool {
        let any = !copies.is_empty();
        if self.state.workshop.shown && self.state.overlay.is_none() {
            // A kit's own words are about nobody: the service's number may be among them.
            for text in copies {
                ctx.copy_text(text);
            }
            return any;
        }
        for text in copies.into_iter().map(Sensitive::from) {
            let part = self.state.excerpt(&text);
            self.services.copy_excerpt(ctx, &part);
            if *part.text() != *text {
                self.act(ctx, Action::CopiedMasked);
            }
        }
        any
    }

    fn close_requested(&mut self, ctx: &egui::Context) {
        if self.quitting || !ctx.input(|i| i.viewport().close_requested()) {
            return;
        }
        if let Some(place) = window::current(ctx) {
            self.act(ctx, Action::PlaceIs(self.state.shape, place));
        }
        let now = self.now();
        let effects = update(&mut self.state, Action::Close, &now);
        if effects.contains(&Effect::Quit) {
            self.quitting = true;
        } else {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            // The question must be seen.
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
        }
        let others = effects.into_iter().filter(|e| *e != Effect::Quit).collect();
        self.carry_out(ctx, others);
        self.keep_draft();
    }
}

/// Takes away what the toolkit was about to put on the clipboard.
fn copies(ctx: &egui::Context) -> Vec<String> {
    ctx.output_mut(|output| {
        let mut copies = Vec::new();
        output.commands.retain_mut(|command| match command {
            egui::OutputCommand::CopyText(text) => {
                copies.push(std::mem::take(text));
                false
            }
            _ => true,
        });
        copies
    })
}

impl eframe::App for PanelApp {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        // Here and not where one draws: a window that is hidden closes and waits too.
        self.close_requested(ctx);
        self.absence(ctx);
        // An empty path is the usual folder.
        let folder = self.state.settings.export_folder.clone();
        let folder = folder.unwrap_or_default();
        if self.placed && self.asked_place.as_ref() != Some(&folder) {
            self.asked_place = Some(folder);
            self.services.ask_place(ctx);
        }
        while let Some(action) = self.services.poll() {
            self.act(ctx, action);
            ctx.request_repaint();
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        // What is already there was let through before.
        let let_through = copies(&ctx);
        // The second pass begins once the first frame is on the screen.
        if self.frames == 1
            && let Some(presented) = self.first_frame.take()
        {
            presented();
        }
        self.frames = self.frames.saturating_add(1);
        if let Some((measure, say)) = &mut self.measure {
            let renderer = if frame.wgpu_render_state().is_some() {
                "wgpu"
            } else {
                "glow"
            };
            if let Some(step) = measure.frame(&ctx, renderer) {
                say(&step.line);
                if step.close {
                    self.quitting = true;
                    ctx.send_viewport_cmd(ViewportCommand::Close);
                }
            }
        }
        self.dress(&ctx);
        if !self.placed && frame.winit_window().is_some() {
            self.placed = true;
            self.services.window_opened(&ctx);
            let screens = window::screens(&ctx, frame);
            // A screen may have gone since the place was remembered.
            let wanted = window::place(&self.state.settings, self.state.shape, &screens);
            if wanted.is_some() && wanted != window::current(&ctx) {
                self.pending = Some(self.state.shape);
            }
        }
        // The name a screen reader gives the window itself.
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| {
            node.set_label(text::title());
        });
        let mut changed = false;
        let (keys, left) = self.keys(&ctx);
        // What was typed before a key of the same pass must reach its field before the key acts.
        let (at_once, after_typing) = if input::is_typed_into(&ctx) {
            (Vec::new(), keys)
        } else {
            (keys, Vec::new())
        };
        changed |= self.press_all(&ctx, at_once);
        let mut behind = Actions::default();
        // Nothing of the panel stays, even for assistive technology, under the curtain or the view
        // that is turned to the person.
        if self.state.curtain || self.state.overlay == Some(Overlay::Shared) {
            panel::ground_ui(ui);
        } else if self.state.workshop.shown {
            workshop::workshop_ui(ui, &self.state, &mut self.workshop, &mut behind);
        } else if self.state.training.shown {
            training::training_ui(ui, &self.state, &mut self.training, &mut behind);
        } else {
            // Whoever comes back to training begins at the title of the page.
            self.training = training::Memory::default();
            panel::panel_ui(ui, &self.state, &self.around, &mut behind);
        }
        // Assistive technology can press what a layer covers; nothing behind it acts.
        let mut out = if self.state.overlay.is_some() || self.state.curtain {
            Actions::default()
        } else {
            behind
        };
        layers::layers_ui(ui, &self.state, &self.around, &mut self.memory, &mut out);
        if self.state.curtain {
            layers::curtain_ui(ui, &self.state, &mut out);
        }
        if left {
            input::leave_field(&ctx);
            changed = true;
        }
        for action in out.drain() {
            self.act(&ctx, action);
            changed = true;
        }
        changed |= self.press_all(&ctx, after_typing);
        let copied = copies(&ctx);
        // Nothing of a try-out leaves it.
        if self.state.workshop.tried().is_none() {
            changed |= self.copied_by_hand(&ctx, copied);
        }
        for text in let_through {
            ctx.copy_text(text);
        }
        let zoomed = (ctx.zoom_factor() - zoom_of(&self.state.settings)).abs() <= f32::EPSILON;
        if !zoomed {
            // Sizes are in points: they wait for the zoom to hold.
            changed |= self.pending.is_some() || self.rescale;
        } else if std::mem::take(&mut self.rescale) {
            window::rescale(&ctx, &window::screens(&ctx, frame));
        }
        if let Some(shape) = self.pending.take_if(|_| zoomed) {
            let screens = window::screens(&ctx, frame);
            window::reshape(&ctx, &self.state.settings, shape, &screens);
            changed = true;
        }
        if changed {
            ctx.request_repaint();
        }
    }
}
