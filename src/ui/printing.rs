//! Carries out what the page « Imprimer » asks: a page drawn, or a PDF written where a dialog says.
//!
//! It must never make the window wait, nor write anywhere but where somebody said.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use eframe::egui::Context;

use crate::app::Action;
use crate::app::training::printing::Wanted;
use crate::app::training::{PrintAction, Printing, TrainingAction};
use crate::domain::print;
use crate::store::disk::Disk;

/// What printing is given besides what is asked.
#[derive(Clone, Debug)]
pub(super) struct Means {
    /// What everything is written through.
    pub(super) disk: Arc<dyn Disk>,
    /// Where the dialog begins.
    pub(super) folder: PathBuf,
    /// The day pages carry.
    pub(super) today: String,
    /// Whether a dialog is open.
    pub(super) dialog_open: Arc<AtomicBool>,
}

fn told(action: PrintAction) -> Action {
    TrainingAction::Print(action).into()
}

/// Carries out what is asked on a thread of its own.
pub(super) fn send(means: Means, ctx: &Context, sender: &Sender<Action>, asked: Printing) {
    let asks = asked.wanted == Wanted::Written;
    if asks && means.dialog_open.swap(true, Ordering::SeqCst) {
        // One dialog at a time: this one says nothing.
        sender.send(told(PrintAction::Written(None))).ok();
        return;
    }
    let (answer, ctx, open) = (sender.clone(), ctx.clone(), means.dialog_open.clone());
    let work = move || {
        let to = asks.then(|| {
            let picked = rfd::FileDialog::new()
                .set_directory(&means.folder)
                .set_file_name(print::file_name(&asked.kit.id, &asked.order))
                .save_file();
            means.dialog_open.store(false, Ordering::SeqCst);
            picked
        });
        let action = carry_out(&*means.disk, &asked, to.flatten().as_deref(), &means.today);
        // The window may be gone; then nobody waits for the answer.
        answer.send(action).ok();
        ctx.request_repaint();
    };
    let started = std::thread::Builder::new()
        .name("print".to_owned())
        .spawn(work);
    if let Err(error) = started {
        tracing::warn!(%error, "no thread to print");
        if asks {
            open.store(false, Ordering::SeqCst);
            sender.send(told(PrintAction::Written(None))).ok();
        }
    }
}

/// Draws a page, or writes the pages where the dialog said; waits for the press and the disk.
pub fn carry_out(disk: &dyn Disk, asked: &Printing, to: Option<&Path>, today: &str) -> Action {
    told(match (asked.wanted, to) {
        (Wanted::Drawn(page), _) => {
            let drawn = press::draw(asked, page, today).map(Arc::new);
            PrintAction::Drawn(asked.order.clone(), page, drawn)
        }
        (Wanted::Written, None) => PrintAction::Written(None),
        (Wanted::Written, Some(path)) => {
            let written = press::write(disk, asked, path, today);
            PrintAction::Written(Some(written.map(|()| path.to_owned())))
        }
    })
}

#[cfg(feature = "paper")]
mod press {
    //! The press itself.

    use std::path::Path;

    use crate::app::training::Printing;
    use crate::domain::print::Proof;
    use crate::paper;
    use crate::store::disk::Disk;
    use crate::store::export;

    /// Pixels a point of a page seen before it is printed: a whole A4 at about the height of a screen.
    const SHARPNESS: f32 = 1.6;

    pub(super) fn draw(asked: &Printing, page: usize, today: &str) -> Result<Proof, String> {
        let pages = paper::pages(&asked.kit, &asked.order, today).map_err(|e| e.to_string())?;
        let picture = pages.picture(page, SHARPNESS).unwrap_or_default();
        let words = pages.words(page).into_iter().map(|word| word.text);
        Ok(Proof {
            pages: pages.count(),
            width: picture.width,
            height: picture.height,
            pixels: picture.pixels,
            words: words.collect::<Vec<_>>().join(" "),
        })
    }

    pub(super) fn write(
        disk: &dyn Disk,
        asked: &Printing,
        path: &Path,
        today: &str,
    ) -> Result<(), String> {
        let pdf = paper::render(&asked.kit, &asked.order, today).map_err(|e| e.to_string())?;
        export::export_pages_to(disk, path, &pdf).map_err(|e| e.to_string())
    }
}

#[cfg(not(feature = "paper"))]
mod press {
    //! A build without a press; its page is not in view.

    use std::path::Path;

    use crate::app::training::Printing;
    use crate::domain::print::Proof;
    use crate::store::disk::Disk;
    use crate::ui::text;

    pub(super) fn draw(_: &Printing, _: usize, _: &str) -> Result<Proof, String> {
        Err(text::print_not_built().to_owned())
    }

    pub(super) fn write(_: &dyn Disk, _: &Printing, _: &Path, _: &str) -> Result<(), String> {
        Err(text::print_not_built().to_owned())
    }
}
