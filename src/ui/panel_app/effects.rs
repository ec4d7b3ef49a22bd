//! What an intent asks of the outside world, handed to the services, and the draft kept up with.
//!
//! It must never touch the disk itself.

use eframe::egui::{self, ViewportCommand};

use super::PanelApp;
use crate::app::{Action, Effect};
use crate::domain::draft::Draft;
use crate::store::kit_file;
use crate::ui::window;

impl PanelApp {
    pub(super) fn carry_out(&mut self, ctx: &egui::Context, effects: Vec<Effect>) {
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

    pub(super) fn load_tally(&mut self) {
        let kit = self.tally_kit();
        self.state.learning.file = self.services.tally_file(&kit);
        match self.services.load_tally(&kit) {
            Ok(tally) => self.state.learning.tally = tally,
            Err(trouble) => self.state.learning.trouble = Some(trouble),
        }
    }

    /// The kit a tally is kept under: the editions of the shipped one share it.
    pub(super) fn tally_kit(&self) -> String {
        match (self.is_shipped(), &self.state.learning.tally) {
            (true, Some(tally)) => tally.kit.clone(),
            (true, None) => kit_file::SHIPPED.to_owned(),
            (false, _) => self.state.kit.id.clone(),
        }
    }

    /// Makes the draft on disk what is on the table; called after everything that may change it.
    pub(super) fn keep_draft(&mut self) {
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
}
