//! The published kit as a counter uses it: looked at, judged, and kept on this machine for when the
//! share is away.
//!
//! It must never take a kit that is not whole and sound, nor be called by the window’s thread: a share
//! may not answer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{LARGEST, VersionText, current, read, sound};
use crate::domain::kit::Kit;
use crate::domain::typography::french;
use crate::domain::version::{Looked, Picked, VersionName};
use crate::store::atomic::{self, Previous};
use crate::store::disk::Disk;
use crate::store::error::StoreError;
use crate::store::kit_file;
use crate::store::lexicon::{self, GUARD_FILE};
use crate::store::small::{private_folder_of, read_small};

/// Name of the copy in the data folder.
pub const FILE_NAME: &str = "kit-publie.ron";
/// Longest first line of the copy, in bytes.
const LONGEST_LINE: u64 = 8 << 10;

fn file(data: &Path) -> PathBuf {
    data.join(FILE_NAME)
}

/// Looks at what is published in a folder; another version than the known one is judged and kept.
pub fn look(
    disk: &dyn Disk,
    folder: &Path,
    data: Option<&Path>,
    known: Option<VersionName>,
    today: &str,
) -> Looked {
    let version = match current(disk, folder) {
        Ok(None) => return Looked::Nothing,
        Ok(version) if version == known => return Looked::Same,
        Ok(Some(version)) => version,
        Err(error) => return Looked::Away(error.to_string()),
    };
    let text = match read(disk, folder, version) {
        Ok(text) => text,
        Err(error @ StoreError::DamagedVersion { .. }) => {
            return Looked::Refused(error.to_string());
        }
        Err(error) => return Looked::Away(error.to_string()),
    };
    let kit = match usable(&text, today) {
        Ok(kit) => kit,
        Err(why) => return Looked::Refused(why),
    };
    if let Some(data) = data {
        let kept = keep_words(disk, data, folder).and_then(|()| keep(disk, data, folder, &text));
        if let Err(error) = kept {
            // It can be used now; only a share that is away would make it missed.
            tracing::warn!(%error, "published kit not kept");
        }
    }
    Looked::New(Box::new(picked(&text, kit, data)))
}

/// Gives the last version of that folder that was usable here.
pub fn last_good(disk: &dyn Disk, data: &Path, folder: &Path, today: &str) -> Option<Picked> {
    let bytes = read_small(disk, &file(data), LARGEST + LONGEST_LINE).ok()??;
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let line = std::str::from_utf8(bytes.get(..end)?).ok()?;
    let name = line.strip_prefix(PREFIX)?.strip_suffix(&suffix(folder))?;
    // The check is the published one: a damaged copy is none.
    let text = sound(bytes.get(end + 1..)?.to_vec(), VersionName::parse(name)?)?;
    let kit = usable(&text, today).ok()?;
    Some(picked(&text, kit, Some(data)))
}

const PREFIX: &str = "// Copie de ";

fn suffix(folder: &Path) -> String {
    // One line, whatever the name of the folder.
    let folder = folder.display().to_string().replace(['\n', '\r'], " ");
    format!(", publiée dans : {folder}")
}

fn keep(disk: &dyn Disk, data: &Path, folder: &Path, text: &VersionText) -> Result<(), StoreError> {
    let path = file(data);
    private_folder_of(disk, &path)?;
    let copy = format!("{PREFIX}{}{}\n{}", text.name, suffix(folder), text.text);
    atomic::write(disk, &path, copy.as_bytes(), Previous::Dropped)
}

/// Keeps the words for the guard that stand beside the versions, or keeps none if none do.
fn keep_words(disk: &dyn Disk, data: &Path, folder: &Path) -> Result<(), StoreError> {
    let path = data.join(GUARD_FILE);
    match read_small(disk, &folder.join(GUARD_FILE), LARGEST)? {
        Some(bytes) => {
            private_folder_of(disk, &path)?;
            atomic::write(disk, &path, &bytes, Previous::Dropped)
        }
        None => atomic::erase(disk, &path),
    }
}

/// Judges a version: all of it must be sound.
fn usable(text: &VersionText, today: &str) -> Result<Arc<Kit>, String> {
    let name = text.name.file_name();
    let loaded = kit_file::parse_bundle(&text.text, &name, Some(today));
    let faulty = loaded.has_errors();
    loaded.kit.filter(|_| !faulty).ok_or_else(|| {
        let number = text.name.number;
        french(&format!(
            "La version publiée {number} a une erreur ; elle n’est pas utilisée et rien n’est perdu. Demandez à qui l’a publiée de la vérifier."
        ))
    })
}

fn picked(text: &VersionText, kit: Arc<Kit>, data: Option<&Path>) -> Picked {
    // Of the copy, so that they are the same when the share is away.
    let words = match data {
        Some(data) => lexicon::guard_of_kit(&file(data), &kit.language).0,
        None => lexicon::guard_of_language(&kit.language),
    };
    Picked {
        version: text.name,
        date: text.header.as_ref().map(|h| h.notice.date().to_owned()),
        kit,
        words: Arc::new(words),
    }
}
