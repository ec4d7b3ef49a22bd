//! Carries out what sharing asks of the disk and of dialogs: folders of versions, files to and from
//! others.
//!
//! It must never make the window wait, nor say that something is published that is not: a folder that
//! does not answer is told, and its answer still counts when it comes.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use eframe::egui::Context;

use crate::app::workshop::Scenarios;
use crate::app::workshop::sharing::files::{Came, FilesAction, file_name};
use crate::app::workshop::sharing::{Errand, OursAnswer, Published, ShareAction, Shelf, Written};
use crate::app::{Action, WorkshopAction};
use crate::domain::kit::KitContent;
use crate::domain::problem::Gravity;
use crate::domain::training::pack::Pack;
use crate::domain::version::{Notice, VersionName};
use crate::domain::workshop::diff::{Change, diff};
use crate::store::atomic::{self, Previous};
use crate::store::disk::{Disk, uninterrupted};
use crate::store::error::StoreError;
use crate::store::training::scenarios;
use crate::store::versions::{self, Outcome, Publication};
use crate::store::{kit_file, workshop_draft};
use crate::text;

use super::threads::elsewhere;

use super::structure;

/// What an errand is given besides itself.
#[derive(Clone, Debug)]
pub(super) struct Means {
    /// What everything goes through.
    pub(super) disk: Arc<dyn Disk>,
    /// The kit's own file, if somebody named one.
    pub(super) own: Option<PathBuf>,
    /// Where dialogs begin.
    pub(super) folder: PathBuf,
    /// How long a disk may take before it is said not to answer.
    pub(super) patience: Duration,
    /// Lowered once the dialog of this errand is closed.
    pub(super) dialog_open: Option<Arc<AtomicBool>>,
}

/// Carries out an errand on a thread of its own, that another one watches.
pub(super) fn send(means: Means, ctx: &Context, sender: &Sender<Action>, errand: Errand) {
    let (sender, ctx) = (sender.clone(), ctx.clone());
    let tell = move |action: ShareAction| {
        // The window may be gone; then nobody waits for the answer.
        sender
            .send(Action::workshop(WorkshopAction::Share(action)))
            .ok();
        ctx.request_repaint();
    };
    elsewhere("share", move || {
        let asked = asked(&means.folder, errand);
        if let Some(open) = &means.dialog_open {
            open.store(false, Ordering::SeqCst);
        }
        let errand = match asked {
            Ok(errand) => errand,
            Err(answer) => return tell(answer),
        };
        let (found, result) = channel();
        let silence = silence_of(&errand);
        let is_ours = matches!(errand, Errand::Ours(_));
        elsewhere("share-disk", move || {
            found
                .send(carry_out(&*means.disk, &errand, means.own.as_deref()))
                .ok();
        });
        match result.recv_timeout(means.patience) {
            Err(RecvTimeoutError::Timeout) => {
                let why = silence.to_string();
                tell(if is_ours {
                    ShareAction::Ours(Box::new(OursAnswer::Silent(why)))
                } else {
                    ShareAction::Silent(why)
                });
                if let Ok(late) = result.recv() {
                    tell(late);
                }
            }
            Ok(answer) => tell(answer),
            Err(RecvTimeoutError::Disconnected) => {}
        }
    });
}

/// Asks what a dialog is to say; gives the answer if that is all, or if it says nothing.
fn asked(folder: &Path, errand: Errand) -> Result<Errand, ShareAction> {
    let dialog = || rfd::FileDialog::new().set_directory(folder);
    match errand {
        Errand::ChooseFolder => Err(ShareAction::Folder(rfd::FileDialog::new().pick_folder())),
        Errand::Write {
            to: None,
            name,
            what,
        } => match dialog().set_file_name(&name).save_file() {
            None => Err(ShareAction::Files(FilesAction::Written(None))),
            to => Ok(Errand::Write { to, name, what }),
        },
        Errand::Read(None) => match dialog().pick_file() {
            None => Err(ShareAction::Files(FilesAction::Came(None))),
            from => Ok(Errand::Read(from)),
        },
        other => Ok(other),
    }
}

/// What is told while the disk of an errand does not answer.
fn silence_of(errand: &Errand) -> StoreError {
    match errand {
        Errand::Look(folder)
        | Errand::Compare(folder, _)
        | Errand::Publish { folder, .. }
        | Errand::Restore { folder, .. } => StoreError::NoAnswer {
            path: folder.clone(),
        },
        Errand::Write { to: path, .. } | Errand::Read(path) => StoreError::SilentDisk {
            path: path.clone().unwrap_or_default(),
        },
        Errand::Ours(errand) => {
            let folder = errand.folder.as_ref().or(errand.data.as_ref());
            StoreError::SilentDisk {
                path: folder.cloned().unwrap_or_default(),
            }
        }
        Errand::ChooseFolder | Errand::Scenarios(_) => StoreError::SilentDisk {
            path: PathBuf::new(),
        },
    }
}

/// Carries out an errand that asks nothing, and waits for the disk.
pub fn carry_out(disk: &dyn Disk, errand: &Errand, own: Option<&Path>) -> ShareAction {
    match errand {
        Errand::Look(folder) => {
            let shelf = shelf(disk, folder).map(Box::new);
            ShareAction::Looked(folder.clone(), said(shelf))
        }
        Errand::Publish {
            folder,
            content,
            base,
            notice,
            after,
        } => {
            let original = own.and_then(|path| written_by_hand(path, base));
            let publication = (content.as_ref(), original.as_deref(), notice, *after);
            let published = publish(disk, folder, publication);
            ShareAction::Told(folder.clone(), said(published))
        }
        Errand::Restore {
            folder,
            old,
            notice,
            after,
        } => {
            let outcome = versions::restore(disk, folder, *old, notice, *after);
            let published = outcome.map(|outcome| told(outcome, String::new(), true));
            ShareAction::Told(folder.clone(), said(published))
        }
        Errand::Compare(folder, pair) => {
            let changes = compare(disk, folder, *pair);
            ShareAction::Compared(*pair, changes)
        }
        Errand::Write { to, what, .. } => {
            let written = to.as_deref().map(|path| {
                let written = match what {
                    Written::Kit(kit) => said(kit_file::save_bundle(disk, path, kit)),
                    Written::Table(table) => {
                        let table = table.as_bytes();
                        said(atomic::write(disk, path, table, Previous::Kept))
                    }
                    Written::Pack(pack) if is_pdf(path) => print_pack(disk, path, pack),
                    Written::Pack(pack) => write_pack(disk, path, pack),
                    Written::Pages(pack) => print_pack(disk, path, pack),
                };
                written.map(|()| path.to_owned())
            });
            ShareAction::Files(FilesAction::Written(written))
        }
        Errand::Read(from) => {
            let came = from.as_deref().map(|path| came(disk, path));
            ShareAction::Files(FilesAction::Came(came))
        }
        Errand::Ours(errand) => ShareAction::Ours(Box::new(structure::carry_out(disk, errand))),
        Errand::Scenarios(language) => {
            let loaded = scenarios::of_kit(own, language);
            ShareAction::Scenarios(Arc::new(Scenarios {
                unread: loaded.findings.len(),
                all: loaded.scenarios,
            }))
        }
        Errand::ChooseFolder => ShareAction::Folder(None),
    }
}

/// Says whether the name of a file asks for pages.
pub(super) fn is_pdf(path: &Path) -> bool {
    let ending = path.extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
}

/// Writes a pack as text.
fn write_pack(disk: &dyn Disk, path: &Path, pack: &Pack) -> Result<(), String> {
    let words = text::pack::markdown(pack);
    said(atomic::write(disk, path, words.as_bytes(), Previous::Kept))
}

/// Writes a pack as pages.
#[cfg(feature = "paper")]
fn print_pack(disk: &dyn Disk, path: &Path, pack: &Pack) -> Result<(), String> {
    use crate::domain::vocab::PaperFormat;
    // The day is in the origin that every page carries.
    let pages = crate::paper::pages_of_pack(pack, PaperFormat::A4, "");
    let pdf = pages.and_then(|pages| pages.pdf());
    let pdf = pdf.map_err(|error| error.to_string())?;
    said(crate::store::export::export_pages_to(disk, path, &pdf))
}

/// A build without a press: a text under the name of a PDF would open nowhere.
#[cfg(not(feature = "paper"))]
fn print_pack(_: &dyn Disk, _: &Path, _: &Pack) -> Result<(), String> {
    Err(crate::ui::text::print_not_built().to_owned())
}

fn said<T>(result: Result<T, StoreError>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}

fn shelf(disk: &dyn Disk, folder: &Path) -> Result<Shelf, StoreError> {
    let history = versions::history(disk, folder)?;
    let current = match history.current {
        Some(current) => content_of(disk, folder, current).ok(),
        None => None,
    };
    let hash = match &current {
        Some(content) => workshop_draft::name_of(content)?,
        None => String::new(),
    };
    Ok(Shelf {
        history,
        current: current.map(Arc::new),
        hash,
    })
}

/// What a version says, all of it sound; the error is a French sentence.
fn content_of(disk: &dyn Disk, folder: &Path, name: VersionName) -> Result<KitContent, String> {
    let text = said(versions::read(disk, folder, name))?;
    read_kit(text.kit(), &name.file_name())
}

/// Reads a kit, or says what is the matter with it.
fn read_kit(text: &str, name: &str) -> Result<KitContent, String> {
    let loaded = kit_file::parse_bundle(text, name, None);
    let error = loaded
        .findings
        .iter()
        .find(|finding| finding.severity == Gravity::Error);
    match (&loaded.kit, error) {
        (Some(kit), None) => Ok(kit.content().clone()),
        (_, Some(error)) => Err(format!("{} {}", error.message, error.cure)),
        (None, None) => Err(String::new()),
    }
}

fn compare(
    disk: &dyn Disk,
    folder: &Path,
    [before, after]: [VersionName; 2],
) -> Result<Vec<Change>, String> {
    let before = content_of(disk, folder, before)?;
    let after = content_of(disk, folder, after)?;
    Ok(diff(&before, &after))
}

/// The text of the kit's own file, if it says what the draft began with.
fn written_by_hand(path: &Path, base: &KitContent) -> Option<String> {
    let loaded = kit_file::load(path, None).ok()?;
    let same = loaded.kit.as_ref().is_some_and(|kit| kit.content() == base);
    if !same {
        return None;
    }
    let (text, rewritten) = versions::text_of(path, &loaded).ok()??;
    (!rewritten).then_some(text)
}

fn publish(
    disk: &dyn Disk,
    folder: &Path,
    (content, original, notice, base): (&KitContent, Option<&str>, &Notice, Option<VersionName>),
) -> Result<Published, StoreError> {
    let kit = kit_file::write_bundle(content)?;
    let hash = workshop_draft::name_of(content)?;
    let publication = Publication {
        kit: &kit,
        original,
        notice,
        base,
    };
    let outcome = versions::publish(disk, folder, &publication)?;
    Ok(told(outcome, hash, false))
}

fn told(outcome: Outcome, hash: String, again: bool) -> Published {
    match outcome {
        Outcome::Published { version, original } => Published::Done {
            version,
            original,
            hash,
            again,
        },
        Outcome::Conflict { kept, current } => Published::Conflict { kept, current },
    }
}

fn came(disk: &dyn Disk, path: &Path) -> Result<Came, String> {
    let name = file_name(path);
    let most = versions::LARGEST;
    let bytes = uninterrupted(|| disk.read(path, most + 1)).map_err(|source| {
        let path = path.to_owned();
        StoreError::Read { source, path }.to_string()
    })?;
    let size = bytes.len() as u64;
    if size > most {
        let path = path.to_owned();
        return Err(StoreError::TooLarge { size, most, path }.to_string());
    }
    // Spreadsheets of another time write one byte a letter.
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| error.as_bytes().iter().copied().map(char::from).collect());
    if path
        .extension()
        .is_some_and(|x| x.eq_ignore_ascii_case("ron"))
    {
        let kit = read_kit(&text, &name)?;
        return Ok(Came::Kit(name, Arc::new(kit)));
    }
    Ok(Came::Table(name, text))
}
