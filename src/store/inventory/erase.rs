//! Erasing what was listed, and saying what came of it.
//!
//! It must never stop at the first failure, erase what became something else meanwhile, or count what
//! was already gone.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

use crate::domain::kept::{KeptFile, KeptKind, Receipt};
use crate::store::disk::{Disk, EntryKind, uninterrupted};
use crate::store::error::cause;

/// Why the list of exports stays when something else does.
const STILL_NAMES: &str =
    "gardée tant que le reste n’est pas effacé\u{a0}: cette liste dit où sont les notes";
/// Why what is no longer a file stays.
const NOT_A_FILE: &str = "ce n’est plus un fichier ordinaire\u{a0}: rien n’a été touché";
/// Why it is not sure that what was removed is gone.
const NOT_CONFIRMED: &str = "les fichiers sont retirés, mais le disque n’a pas confirmé\u{a0}: regardez à nouveau après un redémarrage";

/// Erases files and waits until they are gone from the disk; `day` is the local one, ISO.
///
/// What is already gone is not counted: a second run erases nothing. The list of exports goes last,
/// and only if nothing stays.
pub fn erase(disk: &dyn Disk, files: &[KeptFile], day: &str) -> Receipt {
    let mut receipt = Receipt {
        day: day.to_owned(),
        files: 0,
        bytes: 0,
        failed: Vec::new(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let is_list = |file: &&KeptFile| file.kind == KeptKind::ExportList;
    let (lists, others): (Vec<&KeptFile>, Vec<&KeptFile>) = files.iter().partition(is_list);
    for file in others {
        one(disk, file, &mut receipt);
    }
    let something_stays = !receipt.failed.is_empty();
    for file in lists {
        if something_stays {
            let path = file.path.clone();
            receipt.failed.push((path, STILL_NAMES.to_owned()));
        } else {
            one(disk, file, &mut receipt);
        }
    }
    // A name stays on the disk until its folder is written; those already gone may be so since the
    // last run only.
    let folders: BTreeSet<&Path> = files.iter().filter_map(|file| file.path.parent()).collect();
    for folder in folders {
        match uninterrupted(|| disk.sync_folder(folder)) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                let why = format!("{NOT_CONFIRMED} ({})", cause(&error));
                receipt.failed.push((folder.to_owned(), why));
            }
            _ => {}
        }
    }
    receipt
}

/// Erases one file.
fn one(disk: &dyn Disk, file: &KeptFile, receipt: &mut Receipt) {
    let path = &file.path;
    let bytes = match uninterrupted(|| disk.entry(path)) {
        Ok(entry) if entry.kind == EntryKind::File => Ok(entry.bytes),
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
