//! The files of a kit on the disk: which ones, in which order, and how large at most.
//!
//! It must never open a pipe or a device, nor follow a link out of the kit.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::LoadedKit;
use super::raw::Raw;
use crate::store::disk::open_followed;
use crate::store::error::StoreError;

/// Largest file, in bytes.
pub(super) const LARGEST: u64 = 2 << 20;
/// Most files in `profiles/`.
const MOST_PROFILES: usize = 500;
/// What links items: the one file that is written only if the kit has some.
pub(super) const LINKS: &str = "links.ron";
/// Files at the root of a folder, in reading order.
pub(super) const FILES: [&str; 9] = [
    "kit.ron",
    "cues.ron",
    "questions.ron",
    "steps.ron",
    "places.ron",
    "procedures.ron",
    "rules.ron",
    "cases.ron",
    LINKS,
];

/// Says whether a name is that of a kit file.
pub(super) fn is_ron(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ron")
}

/// What could not be read, and whether it is there at all.
pub(super) fn read_error(source: io::Error, path: &Path) -> StoreError {
    let path = path.to_owned();
    if source.kind() == io::ErrorKind::NotFound {
        StoreError::NotFound { path }
    } else {
        StoreError::Read { source, path }
    }
}

/// Reads an ordinary file of a reasonable size; a pipe or a device is never opened.
pub(in crate::store) fn read_capped(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = |source| read_error(source, path);
    let file = open_followed(path).map_err(|source| match source.kind() {
        io::ErrorKind::InvalidInput => StoreError::NotRegular {
            path: path.to_owned(),
        },
        _ => failed(source),
    })?;
    let meta = file.metadata().map_err(failed)?;
    let too_large = |size| StoreError::TooLarge {
        size,
        most: LARGEST,
        path: path.to_owned(),
    };
    if meta.len() > LARGEST {
        return Err(too_large(meta.len()));
    }
    let mut bytes = Vec::new();
    // The file may grow between the two looks.
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(bytes)
}

/// Loads a folder, each file if it is inside.
pub(super) fn load_folder(
    dir: &Path,
    today: Option<&str>,
    origin: String,
) -> Result<LoadedKit, StoreError> {
    let root = fs::canonicalize(dir).map_err(|source| read_error(source, dir))?;
    if !root.join("kit.ron").exists() {
        return Err(StoreError::NoManifest {
            path: dir.to_owned(),
        });
    }
    let mut raw = Raw::default();
    for name in FILES {
        let path = root.join(name);
        // A dangling link is a fault, a missing file is not.
        if fs::symlink_metadata(&path).is_ok() {
            raw.add_file(name.to_owned(), &path, &root);
        }
    }
    for (name, path) in profile_files(&root)? {
        raw.add_file(name, &path, &root);
    }
    raw.read(true, today, origin)
}

/// Lists `profiles/*.ron` sorted by name.
fn profile_files(root: &Path) -> Result<Vec<(String, PathBuf)>, StoreError> {
    let folder = root.join("profiles");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |source| read_error(source, &folder);
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path
            .file_name()
            .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        // Editors leave hidden files beside the real ones.
        if is_ron(&path) && !name.starts_with('.') {
            files.push((format!("profiles/{name}"), path));
        }
    }
    files.sort();
    files.truncate(MOST_PROFILES + 1);
    Ok(files)
}
