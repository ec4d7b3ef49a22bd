//! The workshop's threads: its draft on the disk, its checks once read, its cases tried.
//!
//! It must never publish anything: that is an errand.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use eframe::egui::Context;

use crate::app::Action;
use crate::app::workshop::bench::{BenchAction, Trial};
use crate::app::workshop::ours::draft_name;
use crate::app::workshop::{Opened, Whose, WorkshopAction, WorkshopDraft};
use crate::domain::kit::KitContent;
use crate::domain::workshop::Checks;
use crate::store::disk::Disk;
use crate::store::lexicon;
use crate::store::workshop_draft::{self, Job};

use super::threads::{answer, elsewhere};

/// What keeps the workshop's draft.
#[derive(Debug, Default)]
pub(super) struct Workroom {
    /// Where drafts go; `None` if this window keeps none.
    folder: Option<PathBuf>,
    /// From the first visit on.
    writer: Option<workshop_draft::Writer>,
}

impl Workroom {
    /// Reads the workshop's draft and the words to check against, on a thread of its own.
    pub(super) fn open(
        &mut self,
        ctx: &Context,
        sender: &Sender<Action>,
        (disk, folder): (Arc<dyn Disk>, Option<PathBuf>),
        kit: Arc<KitContent>,
        today: String,
    ) {
        self.folder = folder;
        if self.folder.is_some() && self.writer.is_none() {
            let (told, ctx) = (sender.clone(), ctx.clone());
            let started = workshop_draft::Writer::start(disk.clone(), move |result| {
                let kept = WorkshopAction::Kept(result);
                answer(&told, &ctx, Action::workshop(kept));
            });
            match started {
                Ok(writer) => self.writer = Some(writer),
                Err(error) => tracing::warn!(%error, "no workshop draft"),
            }
        }
        let (keeps, folder) = (self.writer.is_some(), self.folder.clone());
        let (sender, ctx) = (sender.clone(), ctx.clone());
        elsewhere("workshop", move || {
            let opened = opened(&*disk, folder.as_deref(), kit, &today, keeps);
            let opened = WorkshopAction::Opened(Box::new(opened));
            answer(&sender, &ctx, Action::workshop(opened));
        });
    }

    /// Tries the cases of the workshop's draft, on a thread of its own.
    pub(super) fn try_cases(ctx: &Context, sender: &Sender<Action>, trial: Trial) {
        let (sender, ctx) = (sender.clone(), ctx.clone());
        elsewhere("cases", move || {
            let tried = BenchAction::Tried(Box::new(trial.run()));
            answer(
                &sender,
                &ctx,
                Action::workshop(WorkshopAction::Bench(tried)),
            );
        });
    }

    /// Keeps the workshop's draft.
    pub(super) fn keep(&self, draft: WorkshopDraft) {
        if let (Some(writer), Some(folder)) = (&self.writer, &self.folder) {
            writer.hand(Job::Keep {
                path: workshop_draft::file(folder, &draft.kit),
                hash: draft.hash,
                base: draft.base,
                content: draft.content,
            });
        }
    }

    /// Erases the workshop's draft of a kit.
    pub(super) fn erase(&self, kit: &str) {
        if let (Some(writer), Some(folder)) = (&self.writer, &self.folder) {
            writer.hand(Job::Erase(workshop_draft::file(folder, kit)));
        }
    }
}

/// Reads the drafts of a kit, and checks it once so that the first check on screen is quick.
fn opened(
    disk: &dyn Disk,
    folder: Option<&Path>,
    kit: Arc<KitContent>,
    today: &str,
    keeps: bool,
) -> Opened {
    let read = |whose| {
        let name = draft_name(whose, &kit.id);
        let found = folder.map_or_else(Default::default, |folder| {
            workshop_draft::load(disk, &workshop_draft::file(folder, &name))
        });
        let kept = found.kept.map(|kept| WorkshopDraft {
            kit: name,
            hash: kept.hash,
            base: Arc::new(kept.base),
            content: Arc::new(kept.content),
        });
        (kept, found.told)
    };
    let (kept, told) = read(Whose::Everyone);
    let (ours, told_of_ours) = read(Whose::Ours);
    let words = Arc::new(lexicon::of_language(&kit.language));
    let mut checks = Checks::new(words, Some(today));
    checks.run(kept.as_ref().map_or(&kit, |kept| &kept.content));
    Opened {
        hash: workshop_draft::name_of(&kit).unwrap_or_default(),
        base: kit,
        checks,
        kept,
        ours,
        trouble: told.or(told_of_ours),
        keeps,
    }
}
