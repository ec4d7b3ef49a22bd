//! Publishing a version, and publishing an old one again.
//!
//! It must never say that a version is published which another took the place of at that moment, nor
//! lose one that could not be: it stays beside, under its own name.

use std::path::Path;

use super::pointer::{Advance, advance, confirm, current, is_there};
use super::{LARGEST, hash_of, history, read};
use crate::domain::version::{Header, Notice, VersionName, with_header, without_header};
use crate::store::atomic::{self, Previous};
use crate::store::disk::{Disk, folder_of, uninterrupted};
use crate::store::error::StoreError;
use crate::store::small::read_small;

/// What is to be published.
#[derive(Clone, Copy, Debug)]
pub struct Publication<'p> {
    /// The kit as a bundle’s text, comments included.
    pub kit: &'p str,
    /// The text somebody wrote by hand that `kit` was made from, if it is to be kept: it becomes the
    /// first version, to the letter, when nothing was published there yet.
    pub original: Option<&'p str>,
    /// What is said of it.
    pub notice: &'p Notice,
    /// The version it was made from, as [`current`] gave it then; `None` if there was none.
    pub base: Option<VersionName>,
}

/// What came of it. Both are on the disk, whatever comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is the published version.
    Published {
        /// Its name.
        version: VersionName,
        /// The name the original was kept under, if it was.
        original: Option<VersionName>,
    },
    /// Another version was published meanwhile: this one is beside, not published.
    Conflict {
        /// The name this one is kept under.
        kept: VersionName,
        /// The published one.
        current: Option<VersionName>,
    },
}

/// Publishes a kit in a folder, which must be there.
///
/// Done again after a refusal, it goes on where it was and makes nothing twice.
///
/// # Errors
/// [`StoreError`]: the version published before still is, except for [`StoreError::Unconfirmed`].
pub fn publish(
    disk: &dyn Disk,
    folder: &Path,
    publication: &Publication<'_>,
) -> Result<Outcome, StoreError> {
    is_there(disk, folder)?;
    let now = current(disk, folder)?;
    let mut base = publication.base;
    let mut original = None;
    let mut number = match base {
        Some(base) => base.number,
        // Without a pointer the next number is above all there are, not to be taken for one of them.
        None => history::highest(disk, folder)?
            .filter(|highest| *highest > 2)
            .unwrap_or(0),
    };
    if base.is_none()
        && number == 0
        && let Some(text) = publication.original.filter(|text| {
            let plain = |text: &str| {
                without_header(text)
                    .trim_start_matches('\u{feff}')
                    .to_owned()
            };
            plain(text) != plain(publication.kit)
        })
    {
        let name = VersionName {
            number: 1,
            hash: hash_of(text.as_bytes()),
        };
        place(disk, folder, name, text)?;
        number = 1;
        base = Some(name);
        original = Some(name);
    }
    number += 1;
    let header = Header {
        number,
        base,
        notice: publication.notice.clone(),
    };
    let text = with_header(&header, publication.kit);
    let version = VersionName {
        number,
        hash: hash_of(text.as_bytes()),
    };
    let published = Outcome::Published { version, original };
    place(disk, folder, version, &text)?;
    let advance = if now == Some(version) {
        // Of a try before, which the disk may not have confirmed.
        confirm(disk, folder, version)?
    } else if now == publication.base {
        advance(disk, folder, now, version)?
    } else {
        Advance::Lost(now)
    };
    match advance {
        Advance::Done => Ok(published),
        Advance::Lost(now) => Ok(Outcome::Conflict {
            kept: version,
            current: now,
        }),
    }
}

/// Publishes the content of an old version again, as a new one.
///
/// # Errors
/// As [`publish`], and if the old one is not sound.
pub fn restore(
    disk: &dyn Disk,
    folder: &Path,
    old: VersionName,
    notice: &Notice,
    base: Option<VersionName>,
) -> Result<Outcome, StoreError> {
    let old = read(disk, folder, old)?;
    publish(
        disk,
        folder,
        &Publication {
            kit: old.kit(),
            original: None,
            notice,
            base,
        },
    )
}

/// Writes a version’s file under its name, unless it is there.
fn place(disk: &dyn Disk, folder: &Path, name: VersionName, text: &str) -> Result<(), StoreError> {
    let path = folder.join(name.file_name());
    let size = text.len() as u64;
    if size > LARGEST {
        return Err(StoreError::TooLargeToPublish {
            size,
            most: LARGEST,
            path,
        });
    }
    match read_small(disk, &path, LARGEST) {
        Ok(Some(bytes)) if bytes == text.as_bytes() => {
            // Of a try before, which may have been interrupted while it waited.
            uninterrupted(|| disk.sync_folder(folder_of(&path))).map_err(|source| {
                StoreError::Write {
                    source,
                    path: path.clone(),
                }
            })?;
        }
        // Sound and another text: two texts in four billion have the same check.
        Ok(Some(bytes)) if hash_of(&bytes) == name.hash => {
            return Err(StoreError::VersionTaken { path });
        }
        // Missing, or half of what is written now.
        Ok(_) | Err(StoreError::TooLargeForUs { .. }) => {
            atomic::write(disk, &path, text.as_bytes(), Previous::Dropped)
                .map_err(not_published)?;
        }
        Err(error) => return Err(error),
    }
    // A folder that has no rights to give, or another owner’s file, changes nothing to what is in it.
    if let Err(error) = disk.share(&path) {
        tracing::debug!(%error, "version not shared");
    }
    Ok(())
}

/// A version’s file that the disk does not confirm is not published at all: what was published stays.
fn not_published(error: StoreError) -> StoreError {
    match error {
        StoreError::Unconfirmed { source, path } => StoreError::Write { source, path },
        other => other,
    }
}
