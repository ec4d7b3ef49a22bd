//! What a folder of versions holds, every file checked.
//!
//! It must never trust a file by its name alone, nor hide one that it does not trust.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::{FOLDER, LARGEST, current, sound};
use crate::domain::typography::french;
use crate::domain::version::{History, Standing, Version, VersionName, stand};
use crate::store::atomic;
use crate::store::disk::{Disk, EntryKind, uninterrupted};
use crate::store::error::StoreError;
use crate::store::lexicon::GUARD_FILE;
use crate::store::small::read_small;

/// Lists the versions of a folder, the latest first, and what is not one of them.
///
/// # Errors
/// [`StoreError`] if the folder is not there or cannot be read.
pub fn history(disk: &dyn Disk, folder: &Path) -> Result<History, StoreError> {
    let current = current(disk, folder)?;
    let mut found = History {
        current,
        ..History::default()
    };
    for path in listed(disk, folder)? {
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        let mut tell = |what: &str| found.troubles.push((path.clone(), french(what)));
        let Some(version) = VersionName::of_file(name) else {
            if !is_passed_over(name) {
                tell(
                    "Ce n’est pas une version publiée d’ici ; ce fichier est laissé de côté, intact.",
                );
            }
            continue;
        };
        match read_small(disk, &path, LARGEST) {
            Ok(Some(bytes)) => {
                let size = bytes.len() as u64;
                match sound(bytes, version) {
                    Some(text) => found.versions.push(Version {
                        name: version,
                        header: text.header,
                        standing: Standing::Aside,
                        bytes: size,
                    }),
                    None => tell(
                        "Cette version est abîmée ou n’est pas encore copiée en entier ; elle n’est pas utilisée.",
                    ),
                }
            }
            // It went meanwhile.
            Ok(None) => {}
            Err(error) => found.troubles.push((path.clone(), error.to_string())),
        }
    }
    stand(&mut found.versions, current);
    let is_present = |name: VersionName| found.versions.iter().any(|v| v.name == name);
    let place = folder.join(FOLDER);
    match current {
        None if !found.versions.is_empty() => found.troubles.push((
            place,
            french("Rien ne dit quelle version est publiée ; les versions sont intactes. Restaurez-en une."),
        )),
        Some(current) if !is_present(current) => found.troubles.push((
            folder.join(current.file_name()),
            french(
                "La version publiée manque ou est abîmée ; les postes gardent leur dernière bonne version. Restaurez-en une autre.",
            ),
        )),
        _ => {}
    }
    Ok(found)
}

/// Finds a version by its number: the one that is or was published, else the only one.
///
/// # Errors
/// [`StoreError`] if there is none, or several that never were published.
pub fn find(history: &History, number: u32, folder: &Path) -> Result<VersionName, StoreError> {
    let path = || folder.to_owned();
    let of_number: Vec<&Version> = history
        .versions
        .iter()
        .filter(|version| version.name.number == number)
        .collect();
    let published = of_number.iter().find(|v| v.standing != Standing::Aside);
    match (published, of_number.as_slice()) {
        (Some(version), _) => Ok(version.name),
        (None, [only]) => Ok(only.name),
        (None, []) => Err(StoreError::NoVersion {
            number,
            path: path(),
        }),
        (None, _) => Err(StoreError::SeveralVersions {
            number,
            path: path(),
        }),
    }
}

/// The highest number among the names of versions.
pub(super) fn highest(disk: &dyn Disk, folder: &Path) -> Result<Option<u32>, StoreError> {
    let number = |path: PathBuf| {
        let name = path.file_name()?.to_str()?;
        VersionName::of_file(name).map(|name| name.number)
    };
    Ok(listed(disk, folder)?.into_iter().filter_map(number).max())
}

fn listed(disk: &dyn Disk, folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let path = || folder.to_owned();
    let paths = uninterrupted(|| disk.list(folder)).map_err(|source| StoreError::Read {
        source,
        path: path(),
    })?;
    let is_ours = |path: &PathBuf| !path.ends_with(FOLDER) && !atomic::is_temporary(path);
    let is_file = |path: &PathBuf| {
        // What is no file of that folder is not looked into: it is somebody else’s.
        uninterrupted(|| disk.entry(path)).is_ok_and(|entry| entry.kind != EntryKind::Folder)
    };
    Ok(paths
        .into_iter()
        .filter(is_ours)
        .filter(|path| is_version(path) || is_file(path))
        .collect())
}

fn is_version(path: &Path) -> bool {
    let name = path.file_name().and_then(OsStr::to_str);
    name.is_some_and(|name| VersionName::of_file(name).is_some())
}

/// Says whether a file may stand there without a word: the guard’s words of the kit, and what systems
/// leave in every folder.
fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || [GUARD_FILE, "Thumbs.db", "desktop.ini"].contains(&name)
}
