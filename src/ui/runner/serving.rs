//! What the window asks, done: notes, tally, settings, drafts, and errands sent to their threads.
//!
//! It must never wait on the window's thread for a disk that may not answer, save for small files of
//! the program's own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;

use super::RealServices;
use crate::app::Action;
use crate::app::action::{Format, Stamp};
use crate::app::state::Now;
use crate::app::training::Printing;
use crate::app::workshop::bench::Trial;
use crate::app::workshop::sharing::Errand;
use crate::app::workshop::{Diagnosing, WorkshopAction, WorkshopDraft};
use crate::domain::draft::Draft;
use crate::domain::guard::{Excerpt, VerifiedNote, VerifiedText};
use crate::domain::kept::{KeptFile, NoDraft};
use crate::domain::kit::KitContent;
use crate::domain::sensitive::Sensitive;
use crate::domain::settings::Settings;
use crate::domain::study::confirmed::Confirmed;
use crate::domain::study::tally::Tally;
use crate::domain::version::VersionName;
use crate::store::error::StoreError;
use crate::store::training::kept;
use crate::store::{export, kit_file, settings, tally};
use crate::ui::errands::{self, Means};
use crate::ui::services::Services;
use crate::ui::workroom::Workroom;
use crate::ui::{printing, trainer};

/// Between two looks for a second start.
const LOOK: std::time::Duration = std::time::Duration::from_millis(200);

fn short_id() -> String {
    (0..6)
        .map(|_| {
            if fastrand::bool() {
                fastrand::lowercase()
            } else {
                fastrand::digit(10)
            }
        })
        .collect()
}

impl Services for RealServices {
    fn now(&self) -> Now {
        (self.clock)()
    }

    fn copy_note(&mut self, ctx: &Context, note: &VerifiedNote) {
        let text = Sensitive::from(note.note().to_clipboard_text());
        self.copy(ctx, &text);
    }

    fn copy_filled(&mut self, ctx: &Context, text: &VerifiedText) {
        self.copy(ctx, text.text());
    }

    fn copy_excerpt(&mut self, ctx: &Context, part: &Excerpt) {
        self.copy(ctx, part.text());
    }

    fn save_note(&mut self, ctx: &Context, note: VerifiedNote, format: Format, stamp: Stamp) {
        let (date, folder) = (self.now().date, self.folder.clone());
        let (lister, sender) = (self.keeper.lister(), self.sender.clone());
        let write = move || {
            loop {
                let stem = crate::domain::note::file_stem(&date, &short_id());
                let path = export::path_of(&folder, format, &stem);
                let written = lister.export(&path, |disk| {
                    export::export_note(disk, &folder, &note, format, &stem)
                });
                match written {
                    // A name already taken only asks for another draw among 36^6.
                    Err(StoreError::AlreadyThere { .. }) => {}
                    other => return other.map_err(|error| error.to_string()),
                }
            }
        };
        let saved = move |result| Action::SavedAs(stamp, result);
        self.keeper.save(ctx, sender, write, saved);
    }

    fn save_note_as(&mut self, ctx: &Context, note: VerifiedNote, format: Format, stamp: Stamp) {
        let stem = crate::domain::note::file_stem(&self.now().date, &short_id());
        let name = format!("{stem}.{}", format.extension());
        let lister = self.keeper.lister();
        let write = move |path: &Path| {
            lister.export(path, |disk| {
                export::export_note_to(disk, path, &note, format).map(drop)
            })
        };
        let answer = move |result| Action::SavedAs(stamp, result);
        self.dialogs
            .pick_and_write(ctx, &self.sender, (&self.folder, name), write, answer);
    }

    fn tally_file(&self, kit: &str) -> String {
        self.tally_path(kit)
            .map(|path| path.display().to_string())
            .unwrap_or_default()
    }

    fn load_tally(&mut self, kit: &str) -> Result<Option<Tally>, String> {
        match self.tally_path(kit) {
            Ok(path) => self.in_turn(|disk| tally::load(disk, &path)),
            // Nowhere to keep it is only a trouble for whoever asks for it.
            Err(_) => Ok(None),
        }
    }

    fn save_tally(&mut self, tally: &Tally) -> Result<(), String> {
        let path = self.tally_path(&tally.kit)?;
        self.in_turn(|disk| tally::save(disk, &path, tally))
    }

    fn count(&mut self, kit: &str, contact: &Confirmed) -> Result<Option<Tally>, String> {
        let path = self.tally_path(kit)?;
        // In one turn: an erasing between the two would be undone.
        self.in_turn(|disk| {
            let Some(mut counts) = tally::load(disk, &path)? else {
                // Erased meanwhile: it stays erased.
                return Ok(None);
            };
            counts.add(&contact.evidence, &contact.persona);
            tally::save(disk, &path, &counts)?;
            Ok(Some(counts))
        })
    }

    fn erase_tally(&mut self, kit: &str) -> Result<(), String> {
        let path = self.tally_path(kit)?;
        self.in_turn(|disk| tally::erase(disk, &path))
    }

    fn save_kit_as(&mut self, ctx: &Context, kit: KitContent) {
        let name = format!("{}-{}.ron", kit.id, self.now().date);
        let disk = self.disk.clone();
        let write = move |path: &Path| kit_file::save_bundle(&*disk, path, &kit);
        self.dialogs.pick_and_write(
            ctx,
            &self.sender,
            (&self.folder, name),
            write,
            Action::KitSaved,
        );
    }

    fn save_settings(&mut self, wanted: &Settings) -> Result<(), String> {
        self.turn_to(wanted);
        // Nowhere to keep them: they hold until the window closes, and the settings say so.
        let Some((path, kept)) = &mut self.settings else {
            return Ok(());
        };
        if settings::is_gone(&*self.disk, path) {
            // What was erased must not come back with the next choice.
            kept.forget(&self.written);
        }
        settings::save(&*self.disk, path, wanted, kept).map_err(|error| error.to_string())?;
        self.written = wanted.clone();
        Ok(())
    }

    fn found_draft(&mut self) -> Option<Draft> {
        self.keeper.found()
    }

    fn keep_draft(&mut self, draft: Draft, afresh: bool) {
        self.keeper.keep(draft, afresh);
    }

    fn erase_draft(&mut self) {
        self.keeper.erase_draft();
    }

    fn put_draft_aside(&mut self) {
        self.keeper.put_draft_aside();
    }

    fn no_draft(&self) -> Option<NoDraft> {
        self.keeper.no_draft()
    }

    fn list_kept(&mut self, ctx: &Context) {
        let exports = vec![self.usual_folder.clone(), self.folder.clone()];
        self.keeper.list(ctx, self.sender.clone(), exports);
    }

    fn erase_kept(&mut self, ctx: &Context, files: Vec<KeptFile>) {
        let day = self.now().date;
        self.keeper.erase(ctx, self.sender.clone(), files, day);
    }

    fn ask_place(&mut self, ctx: &Context) {
        self.keeper
            .place_of(ctx, self.sender.clone(), self.folder.clone());
    }

    fn open_workshop(&mut self, ctx: &Context, kit: Arc<KitContent>) {
        let today = self.now().date;
        let place = (self.disk.clone(), self.keeper.for_drafts());
        self.workroom.open(ctx, &self.sender, place, kit, today);
    }

    fn keep_workshop(&mut self, draft: WorkshopDraft) {
        self.workroom.keep(draft);
    }

    fn erase_workshop(&mut self, kit: &str) {
        self.workroom.erase(kit);
    }

    fn share(&mut self, ctx: &Context, mut errand: Errand) {
        if let Errand::Ours(ours) = &mut errand {
            ours.data.clone_from(&self.data);
        }
        let asks = errand.asks();
        if asks && !self.dialogs.begin() {
            // One dialog at a time: this one says nothing.
            let nothing = errands::carry_out(&*self.disk, &errand, None);
            let nothing = WorkshopAction::Share(nothing);
            self.sender.send(Action::workshop(nothing)).ok();
            return;
        }
        let means = Means {
            disk: self.disk.clone(),
            own: self.kit_file.clone(),
            folder: self.folder.clone(),
            patience: self.lookout.patience(),
            dialog_open: asks.then(|| self.dialogs.open()),
        };
        errands::send(means, ctx, &self.sender, errand);
    }

    fn print(&mut self, ctx: &Context, printing: Printing) {
        let means = printing::Means {
            disk: self.disk.clone(),
            folder: self.folder.clone(),
            today: self.now().date,
            dialog_open: self.dialogs.open(),
        };
        printing::send(means, ctx, &self.sender, printing);
    }

    fn try_cases(&mut self, ctx: &Context, trial: Trial) {
        Workroom::try_cases(ctx, &self.sender, trial);
    }

    fn diagnose(&mut self, ctx: &Context, job: Diagnosing) {
        self.mapper.start(ctx, self.sender.clone(), job);
    }

    fn stop_diagnosis(&mut self) {
        self.mapper.stop();
    }

    fn load_training(&mut self, ctx: &Context, kit: Arc<KitContent>) {
        trainer::load(ctx, &self.sender, self.kit_file.clone(), kit);
    }

    fn keep_training(&mut self, ctx: &Context, text: String) {
        let wish = trainer::Wish {
            disk: Arc::clone(&self.disk),
            folder: kept::folder_beside(&self.usual_folder),
            day: self.now().date,
            text,
        };
        trainer::keep(ctx, &self.sender, wish);
    }

    fn look_for_kit(&mut self, ctx: &Context, folder: PathBuf, known: Option<VersionName>) {
        let day = self.now().date;
        let place = (self.disk.clone(), self.data.clone());
        self.lookout
            .look(ctx, self.sender.clone(), place, folder, known, day);
    }

    fn pick_published_folder(&mut self, ctx: &Context) {
        self.dialogs
            .pick_folder(ctx, &self.sender, Action::PublishedFolderPicked);
    }

    fn window_opened(&mut self, ctx: &Context) {
        use eframe::egui::ViewportCommand;
        let Some(guard) = self.guard.take() else {
            return;
        };
        let ctx = ctx.clone();
        let watch = move || {
            loop {
                std::thread::sleep(LOOK);
                if guard.asked() {
                    ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                    ctx.send_viewport_cmd(ViewportCommand::Focus);
                    ctx.request_repaint();
                }
            }
        };
        // Without the thread a second start says that nobody answers; the window works all the same.
        let started = std::thread::Builder::new()
            .name("second-start".to_owned())
            .spawn(watch);
        if let Err(error) = started {
            tracing::warn!(%error, "no watch for a second start");
        }
    }

    fn poll(&mut self) -> Option<Action> {
        if let Ok((ctx, text)) = self.refused.1.try_recv() {
            ctx.copy_text(text.to_string());
            return Some(Action::CopiedForGood);
        }
        let answer = self.receiver.try_recv().ok();
        answer.or_else(|| self.keeper.trouble().map(Action::DraftTrouble))
    }
}
