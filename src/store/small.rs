//! Reading the program’s own small files, and making the folder they live in.
//!
//! It must never open a link, a pipe or a device, nor read more than it was told to.

use std::fs::{self, DirBuilder, File};
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use super::error::StoreError;

/// Reads an ordinary file of at most so many bytes; `None` if there is none.
pub(super) fn read_small(path: &Path, most: u64) -> Result<Option<Vec<u8>>, StoreError> {
    let read = |source| StoreError::Read {
        source,
        path: path.to_owned(),
    };
    let meta = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        other => other.map_err(read)?,
    };
    if meta.file_type().is_symlink() {
        return Err(StoreError::LinkTarget {
            path: path.to_owned(),
        });
    }
    if !meta.is_file() {
        return Err(StoreError::NotRegular {
            path: path.to_owned(),
        });
    }
    let too_large = |size| StoreError::TooLargeForUs {
        size,
        most,
        path: path.to_owned(),
    };
    if meta.len() > most {
        return Err(too_large(meta.len()));
    }
    let mut bytes = Vec::new();
    // The file may have grown since it was measured.
    File::open(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(read)?;
    if bytes.len() as u64 > most {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(Some(bytes))
}

/// Makes a folder for its owner alone, with those above it; one already there keeps its rights.
pub(super) fn private_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder).map_err(|source| StoreError::Write {
        source,
        path: folder.to_owned(),
    })
}
