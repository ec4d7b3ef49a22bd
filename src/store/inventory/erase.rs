//! Erasing what was listed, and saying what came of it.
//!
//! It must never stop at the first failure, erase what became something else meanwhile, or count what
//! was already gone.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::since_1970;
use crate::domain::kept::{KeptFile, KeptKind, Receipt};
use crate::store::disk::{Disk, EntryKind, folder_of, uninterrupted};
use crate::store::error::cause;
use crate::store::export_list;

/// Why the list of exports stays when something else does.
const STILL_NAMES: &str =
    "gardée tant que le reste n’est pas effacé\u{a0}: cette liste dit où sont les notes";
/// Why what is no longer a file stays.
const NOT_A_FILE: &str = "ce n’est plus un fichier ordinaire\u{a0}: rien n’a été touché";
/// Why what is not as it was shown stays.
const CHANGED: &str =
    "ce fichier a changé depuis qu’il a été montré\u{a0}: il est gardé, regardez à nouveau";
/// Why it is not sure that what was removed is gone.
const NOT_CONFIRMED: &str = "les fichiers sont retirés, mais le disque n’a pas confirmé\u{a0}: regardez à nouveau après un redémarrage";

/// Erases files and waits until they are gone from the disk; `day` is the local one, ISO.
///
/// What is already gone is not counted: a second run erases nothing; what changed since it was listed
/// stays, and is told. `data` is the folder of the program's own files: the list of exports there
/// forgets what is gone, and goes itself, if it is asked to, only once it names nothing. `turn` is
/// held while the program's own files are touched.
pub fn erase(
    disk: &dyn Disk,
    data: Option<&Path>,
    files: &[KeptFile],
    day: &str,
    turn: &Mutex<()>,
) -> Receipt {
    let mut receipt = Receipt {
        day: day.to_owned(),
        files: 0,
        bytes: 0,
        failed: Vec::new(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let list = data.map(export_list::file);
    let is_list = |file: &&KeptFile| Some(&file.path) == list.as_ref();
    let is_own = |file: &&KeptFile| data.is_some() && file.path.parent() == data;
    let (own, far): (Vec<&KeptFile>, Vec<&KeptFile>) = files.iter().partition(is_own);
    // Folders of exports may be far: nobody waits for them.
    for file in &far {
        one(disk, file, &mut receipt);
    }
    confirm(disk, &far, &mut receipt);
    let vanished = list.as_deref().map(|list| vanished(disk, list));
    let held = turn.lock().unwrap_or_else(PoisonError::into_inner);
    for file in own.iter().filter(|file| !is_list(file)) {
        one(disk, file, &mut receipt);
    }
    if let Some(list) = &list {
        let mut gone = vanished.unwrap_or_default();
        let stays = |path: &Path| receipt.failed.iter().any(|(failed, _)| failed == path);
        let is_gone = |path: &&Path| !stays(path) && !stays(folder_of(path));
        let far = far.iter().map(|file| file.path.as_path());
        gone.extend(far.filter(is_gone).map(Path::to_owned));
        let wanted = own.iter().find(|file| is_list(file));
        update_list(disk, list, &gone, wanted.copied(), &mut receipt);
    }
    confirm(disk, &own, &mut receipt);
    drop(held);
    receipt
}

/// Waits until the folders of files are on the disk.
///
/// A name stays there until its folder is written; those already gone may be so since the last run
/// only.
fn confirm(disk: &dyn Disk, files: &[&KeptFile], receipt: &mut Receipt) {
    let folders: BTreeSet<&Path> = files.iter().map(|file| folder_of(&file.path)).collect();
    for folder in folders {
        match uninterrupted(|| disk.sync_folder(folder)) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                let why = format!("{NOT_CONFIRMED} ({})", cause(&error));
                receipt.failed.push((folder.to_owned(), why));
            }
            _ => {}
        }
    }
}

/// The exports of the list that are no longer in a folder that is there.
///
/// One whose folder is not there either may be on a key that is not plugged in: it stays listed.
fn vanished(disk: &dyn Disk, list: &Path) -> Vec<PathBuf> {
    let Ok(export_list::Read::Sound(exports)) = export_list::load(disk, list) else {
        return Vec::new();
    };
    let is_gone = |path: &Path| {
        uninterrupted(|| disk.entry(path)).is_err_and(|error| error.kind() == ErrorKind::NotFound)
    };
    let is_vanished = |path: &PathBuf| is_gone(path) && !is_gone(folder_of(path));
    exports.into_iter().filter(is_vanished).collect()
}

/// Takes what is gone out of the list; removes it, if that is wanted and it names nothing any more.
fn update_list(
    disk: &dyn Disk,
    list: &Path,
    gone: &[PathBuf],
    wanted: Option<&KeptFile>,
    receipt: &mut Receipt,
) {
    let something_stays = !receipt.failed.is_empty();
    let left = match export_list::load(disk, list) {
        // Nothing can be taken out of what names nothing readable.
        Ok(export_list::Read::Damaged) => usize::from(something_stays),
        Ok(export_list::Read::Sound(exports)) => {
            if let Err(error) = export_list::forget(disk, list, gone) {
                receipt.failed.push((list.to_owned(), error.to_string()));
                return;
            }
            exports.iter().filter(|path| !gone.contains(path)).count()
        }
        Err(error) => {
            if wanted.is_some() {
                receipt.failed.push((list.to_owned(), error.to_string()));
            }
            return;
        }
    };
    let Some(wanted) = wanted else {
        return;
    };
    if left > 0 {
        let path = list.to_owned();
        receipt.failed.push((path, STILL_NAMES.to_owned()));
    } else if let Ok(entry) = uninterrupted(|| disk.entry(list)) {
        // It has just been written: it is not what was shown, and names nothing.
        let now = KeptFile {
            kind: KeptKind::ExportList,
            path: list.to_owned(),
            bytes: entry.bytes,
            day: String::new(),
            written: since_1970(entry.modified),
        };
        let before = receipt.bytes;
        one(disk, &now, receipt);
        if receipt.bytes > before {
            // What was shown is what was erased, in two steps.
            receipt.bytes = before + wanted.bytes;
        }
    }
}

/// Erases one file.
fn one(disk: &dyn Disk, file: &KeptFile, receipt: &mut Receipt) {
    let path = &file.path;
    let bytes = match uninterrupted(|| disk.entry(path)) {
        Ok(entry) if entry.kind == EntryKind::File => {
            let is_as_shown =
                entry.bytes == file.bytes && since_1970(entry.modified) == file.written;
            is_as_shown
                .then_some(entry.bytes)
                .ok_or_else(|| CHANGED.to_owned())
        }
        Ok(_) => Err(NOT_A_FILE.to_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => return,
        Err(error) => Err(cause(&error)),
    };
    let removed = bytes.and_then(|bytes| match uninterrupted(|| disk.remove(path)) {
        Ok(()) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cause(&error)),
    });
    match removed {
        Ok(bytes) => {
            receipt.files += usize::from(bytes.is_some());
            receipt.bytes += bytes.unwrap_or_default();
        }
        Err(why) => receipt.failed.push((path.clone(), why)),
    }
}
