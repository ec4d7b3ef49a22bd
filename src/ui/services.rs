//! What the window asks of the outside world, as one list.
//!
//! It must never say how: [`runner`](super::runner) does, and tests record.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::Context;

use crate::app::Action;
use crate::app::action::{Format, Stamp};
use crate::app::state::Now;
use crate::app::training::Printing;
use crate::app::workshop::bench::Trial;
use crate::app::workshop::sharing::Errand;
use crate::app::workshop::{Diagnosing, WorkshopDraft};
use crate::domain::draft::Draft;
use crate::domain::guard::{Excerpt, VerifiedNote, VerifiedText};
use crate::domain::kept::{KeptFile, NoDraft};
use crate::domain::kit::KitContent;
use crate::domain::settings::Settings;
use crate::domain::study::confirmed::Confirmed;
use crate::domain::study::tally::Tally;
use crate::domain::version::VersionName;

/// What only the outside world can do; tests record instead.
pub trait Services {
    /// Tells the moment.
    fn now(&self) -> Now;
    /// Puts a note on the clipboard.
    fn copy_note(&mut self, ctx: &Context, note: &VerifiedNote);
    /// Puts a filled template on the clipboard.
    fn copy_filled(&mut self, ctx: &Context, text: &VerifiedText);
    /// Puts on the clipboard what somebody copied by hand in a field.
    fn copy_excerpt(&mut self, ctx: &Context, part: &Excerpt);
    /// Writes a note to the default folder, elsewhere, and reports through [`Services::poll`].
    fn save_note(&mut self, ctx: &Context, note: VerifiedNote, format: Format, stamp: Stamp);
    /// Asks for a path on another thread, writes there, and reports through [`Services::poll`].
    fn save_note_as(&mut self, ctx: &Context, note: VerifiedNote, format: Format, stamp: Stamp);
    /// Says where the tally of a kit is kept, to be shown.
    fn tally_file(&self, kit: &str) -> String;
    /// Reads the tally of a kit; the error is a French sentence.
    fn load_tally(&mut self, kit: &str) -> Result<Option<Tally>, String>;
    /// Writes the tally of its kit.
    fn save_tally(&mut self, tally: &Tally) -> Result<(), String>;
    /// Adds a confirmed contact to what the disk holds now: another window may have counted since.
    fn count(&mut self, kit: &str, contact: &Confirmed) -> Result<Option<Tally>, String>;
    /// Erases the tally of a kit.
    fn erase_tally(&mut self, kit: &str) -> Result<(), String>;
    /// Asks for a path on another thread, writes a kit there, and reports through
    /// [`Services::poll`].
    fn save_kit_as(&mut self, ctx: &Context, kit: KitContent);
    /// Writes the settings; the error is a French sentence.
    fn save_settings(&mut self, settings: &Settings) -> Result<(), String>;
    /// Gives the draft a crash left, once.
    fn found_draft(&mut self) -> Option<Draft>;
    /// Keeps the draft of what is on the table; `afresh` leaves nothing of what was kept before.
    fn keep_draft(&mut self, draft: Draft, afresh: bool);
    /// Erases the draft.
    fn erase_draft(&mut self);
    /// Puts the draft of another kit aside, and says so through [`Services::poll`].
    fn put_draft_aside(&mut self);
    /// Says why no draft is kept; `None` if one is.
    fn no_draft(&self) -> Option<NoDraft>;
    /// Lists what is kept on this machine, elsewhere, and reports through [`Services::poll`].
    fn list_kept(&mut self, ctx: &Context);
    /// Asks what kind of place notes go to, elsewhere, and reports through [`Services::poll`].
    fn ask_place(&mut self, ctx: &Context);
    /// Erases files, elsewhere, and reports through [`Services::poll`].
    fn erase_kept(&mut self, ctx: &Context, files: Vec<KeptFile>);
    /// Reads the workshop's draft of a kit and the words to check against, elsewhere, and reports
    /// through [`Services::poll`].
    fn open_workshop(&mut self, ctx: &Context, kit: Arc<KitContent>);
    /// Keeps the workshop's draft, elsewhere, and reports through [`Services::poll`].
    fn keep_workshop(&mut self, draft: WorkshopDraft);
    /// Erases the workshop's draft of a kit.
    fn erase_workshop(&mut self, kit: &str);
    /// Reads or writes what is shared, elsewhere, and reports through [`Services::poll`].
    fn share(&mut self, ctx: &Context, errand: Errand);
    /// Tries the cases of the workshop's draft, elsewhere, and reports through [`Services::poll`].
    fn try_cases(&mut self, ctx: &Context, trial: Trial);
    /// Computes what distinguishes the cards of a draft, elsewhere, and reports through
    /// [`Services::poll`].
    fn diagnose(&mut self, ctx: &Context, job: Diagnosing);
    /// Stops computing it.
    fn stop_diagnosis(&mut self);
    /// Reads what a kit trains with, elsewhere, and reports through [`Services::poll`].
    fn load_training(&mut self, ctx: &Context, kit: Arc<KitContent>);
    /// Draws or writes pages of the kit, elsewhere, and reports through [`Services::poll`].
    fn print(&mut self, ctx: &Context, printing: Printing);
    /// Keeps a text in the folder of training, elsewhere, and reports through [`Services::poll`].
    fn keep_training(&mut self, ctx: &Context, text: String);
    /// Looks at what is published in a folder, elsewhere, and reports through [`Services::poll`].
    fn look_for_kit(&mut self, ctx: &Context, folder: PathBuf, known: Option<VersionName>);
    /// Asks for the folder of published kits on another thread, and reports through
    /// [`Services::poll`].
    fn pick_published_folder(&mut self, ctx: &Context);
    /// The window is there: a second start may now bring it forward.
    fn window_opened(&mut self, ctx: &Context);
    /// Gives the next result of something that ran elsewhere.
    fn poll(&mut self) -> Option<Action>;
}
