//! Every file this program made on the machine, and erasing them.
//!
//! It exists so that « Ce que l’outil garde » shows what is there, and leaves nothing behind. It must
//! never list a file of somebody else, follow a link, or say that something is erased which is not.

mod erase;
mod names;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::disk::{Disk, EntryKind, uninterrupted};
use super::error::cause;
use super::export_list;
use super::training::kept;
use crate::domain::kept::{Inventory, KeptFile, KeptKind, PlaceKind};
pub use erase::erase;

/// Where to look, and what only `main` and the system know.
#[derive(Clone, Copy)]
pub struct Places<'p> {
    /// The folder of the program's own files.
    pub data: Option<&'p Path>,
    /// The settings file.
    pub settings: Option<&'p Path>,
    /// The folders of exports: the usual one, and the chosen one; those of the list are added.
    pub exports: &'p [PathBuf],
    /// What kind of place a folder is, [`super::place::kind_of`].
    pub kind_of: &'p dyn Fn(&Path) -> PlaceKind,
    /// The local day of a moment, ISO: clock and zone are read in `main` only.
    pub day_of: &'p dyn Fn(SystemTime) -> String,
}

impl fmt::Debug for Places<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Places")
            .field("data", &self.data)
            .field("settings", &self.settings)
            .field("exports", &self.exports)
            .finish_non_exhaustive()
    }
}

/// Lists every file the program made, and only those; touches nothing.
///
/// In a network folder, names alone do not say whose an export is: only those of the list are listed.
pub fn list(disk: &dyn Disk, places: &Places<'_>) -> Inventory {
    let mut walk = Walk {
        disk,
        day_of: places.day_of,
        found: BTreeMap::new(),
        unread: Vec::new(),
    };
    if let Some(file) = places.settings
        && let (Some(folder), Some(own)) = (file.parent(), file.file_name())
    {
        walk.folder(folder, &|name| names::kind_beside_settings(name, own));
    }
    let mut listed: BTreeSet<PathBuf> = BTreeSet::new();
    if let Some(folder) = places.data {
        walk.folder(folder, &names::kind_in_data);
        match export_list::load(disk, &export_list::file(folder)) {
            Ok(export_list::Read::Sound(exports)) => listed.extend(
                exports
                    .into_iter()
                    // One that depends on where the program started is not one of its own.
                    .filter(|path| path.is_absolute()),
            ),
            // It is listed as a file, and what it named is found by the folders.
            Ok(export_list::Read::Damaged) => {}
            Err(error) => walk
                .unread
                .push((export_list::file(folder), error.to_string())),
        }
    }
    let folders: BTreeSet<&Path> = places
        .exports
        .iter()
        .map(PathBuf::as_path)
        .chain(listed.iter().filter_map(|path| path.parent()))
        .collect();
    for folder in folders {
        let ours = (places.kind_of)(folder) != PlaceKind::Network;
        let is_export = |name: &str| {
            listed.contains(&folder.join(name)) || (ours && super::export::is_export_name(name))
        };
        walk.folder(folder, &|name| {
            names::kind_in_exports(name, ours, &is_export)
        });
    }
    for folder in places.exports {
        let training = kept::folder_beside(folder);
        // Elsewhere, names alone do not say whose they are.
        if (places.kind_of)(folder) != PlaceKind::Network {
            walk.folder(&training, &names::kind_in_training);
        }
    }
    let mut files: Vec<KeptFile> = walk.found.into_values().collect();
    files.sort_by(|a, b| (a.kind, &a.path).cmp(&(b.kind, &b.path)));
    Inventory {
        files,
        unread: walk.unread,
    }
}

/// The moment a file was written, as [`KeptFile`] holds it.
fn since_1970(modified: Option<SystemTime>) -> Option<u128> {
    let since = modified?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(since.as_nanos())
}

struct Walk<'w> {
    disk: &'w dyn Disk,
    day_of: &'w dyn Fn(SystemTime) -> String,
    found: BTreeMap<PathBuf, KeptFile>,
    unread: Vec<(PathBuf, String)>,
}

impl Walk<'_> {
    /// Adds the ordinary files of a folder that one knows by their names.
    fn folder(&mut self, folder: &Path, kind: &dyn Fn(&str) -> Option<KeptKind>) {
        let paths = match uninterrupted(|| self.disk.list(folder)) {
            Ok(paths) => paths,
            // Nothing was made there yet, or what held it is not plugged in.
            Err(error) if error.kind() == ErrorKind::NotFound => return,
            Err(error) => {
                self.unread.push((folder.to_owned(), cause(&error)));
                return;
            }
        };
        for path in paths {
            let name = path.file_name().and_then(OsStr::to_str);
            let Some(kind) = name.and_then(kind) else {
                continue;
            };
            match uninterrupted(|| self.disk.entry(&path)) {
                Ok(entry) if entry.kind == EntryKind::File => {
                    let file = KeptFile {
                        kind,
                        path: path.clone(),
                        bytes: entry.bytes,
                        day: entry.modified.map(self.day_of).unwrap_or_default(),
                        written: since_1970(entry.modified),
                    };
                    // The first to know it knows best: settings are not exports.
                    self.found.entry(path).or_insert(file);
                }
                // A link or a folder of that name is not ours; a file may have gone meanwhile.
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => self.unread.push((path, cause(&error))),
            }
        }
    }
}
