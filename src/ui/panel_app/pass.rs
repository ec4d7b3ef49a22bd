//! From frame to frame: keys, drawing, what was asked, copies, shape; and what goes on while hidden.
//!
//! Keys act before anything is drawn, intents of views after. It must never hold a rule of the work.

use eframe::egui::{self, ViewportCommand};

use super::PanelApp;
use crate::app::keys::Key;
use crate::app::update::{press, update};
use crate::app::{Action, Actions, Effect, Overlay, idle};
use crate::domain::sensitive::Sensitive;
use crate::domain::settings::Settings;
use crate::store::kit_file;
use crate::ui::theme::{self, Look};
use crate::ui::{input, layers, panel, text, training, window, workshop};

fn zoom_of(settings: &Settings) -> f32 {
    f32::from(settings.zoom_percent) / 100.0
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
        self.frame_begins(&ctx, frame);
        self.dress(&ctx);
        self.find_place(&ctx, frame);
        // The name a screen reader gives the window itself.
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| {
            node.set_label(text::title());
        });
        let (keys, left) = self.keys(&ctx);
        // What was typed before a key of the same pass must reach its field before the key acts.
        let (at_once, after_typing) = if input::is_typed_into(&ctx) {
            (Vec::new(), keys)
        } else {
            (keys, Vec::new())
        };
        let mut changed = self.press_all(&ctx, at_once);
        let mut out = self.draw(ui);
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
        changed |= self.take_shape(&ctx, frame);
        if changed {
            ctx.request_repaint();
        }
    }
}

impl PanelApp {
    /// The first frame was presented, or a measure goes on.
    fn frame_begins(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        // The second pass begins once the first frame is on the screen.
        if self.frames == 1
            && let Some(presented) = self.first_frame.take()
        {
            presented();
        }
        self.frames = self.frames.saturating_add(1);
        let Some((measure, say)) = &mut self.measure else {
            return;
        };
        let renderer = if frame.wgpu_render_state().is_some() {
            "wgpu"
        } else {
            "glow"
        };
        if let Some(step) = measure.frame(ctx, renderer) {
            say(&step.line);
            if step.close {
                self.quitting = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Once there is a window: it opens where it was, unless that screen has gone.
    fn find_place(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        if self.placed || frame.winit_window().is_none() {
            return;
        }
        self.placed = true;
        self.services.window_opened(ctx);
        let screens = window::screens(ctx, frame);
        // A screen may have gone since the place was remembered.
        let wanted = window::place(&self.state.settings, self.state.shape, &screens);
        if wanted.is_some() && wanted != window::current(ctx) {
            self.pending = Some(self.state.shape);
        }
    }

    /// Draws the space in view and the layer above it; gives what was asked.
    fn draw(&mut self, ui: &mut egui::Ui) -> Actions {
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
        out
    }

    /// Gives the window the shape it waits for, once the zoom holds; says whether another pass is due.
    fn take_shape(&mut self, ctx: &egui::Context, frame: &eframe::Frame) -> bool {
        let zoomed = (ctx.zoom_factor() - zoom_of(&self.state.settings)).abs() <= f32::EPSILON;
        if !zoomed {
            // Sizes are in points: they wait for the zoom to hold.
            return self.pending.is_some() || self.rescale;
        }
        if std::mem::take(&mut self.rescale) {
            window::rescale(ctx, &window::screens(ctx, frame));
        }
        let Some(shape) = self.pending.take() else {
            return false;
        };
        let screens = window::screens(ctx, frame);
        window::reshape(ctx, &self.state.settings, shape, &screens);
        true
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
