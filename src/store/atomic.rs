//! Replaces a file in one go: a reader sees the old bytes or the new ones, never a mixture.
//!
//! It must never follow a link nor leave a half-written file under the final name.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use super::error::StoreError;

/// Writes bytes under a path, atomically and durably; the new file is readable by its owner only.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    if fs::symlink_metadata(path).is_ok_and(|meta| meta.file_type().is_symlink()) {
        return Err(StoreError::LinkTarget {
            path: path.to_owned(),
        });
    }
    replace(path, bytes).map_err(|source| StoreError::Write {
        source,
        path: path.to_owned(),
    })
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    // A rename is atomic only within one file system, hence the same folder.
    let mut file = tempfile::Builder::new()
        .prefix(".reflexe-")
        .suffix(".tmp")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.flush()?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|failed| failed.error)?;
    sync_folder(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    // Without this the new name itself may be lost with the power.
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "same signature as on unix")]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
