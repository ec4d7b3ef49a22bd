//! Receipts of what was erased: one line each, in words, with nothing of what it was.
//!
//! It must never name a file, nor lose the receipts it could not read.

use std::path::{Path, PathBuf};

use super::aside::put_aside;
use super::atomic::{self, Previous};
use super::disk::Disk;
use super::error::StoreError;
use super::small::{private_folder_of, read_small};
use crate::domain::kept::Receipt;
use crate::domain::note::french_date;

/// Name of the file in the data folder.
pub const FILE_NAME: &str = "recus.txt";
/// Most receipts kept; the oldest go first.
pub const MOST: usize = 1_000;
/// Largest file read, in bytes: far above so many lines.
const LARGEST: u64 = 1 << 20;

/// Gives where the receipts are in a folder.
pub fn file(folder: &Path) -> PathBuf {
    folder.join(FILE_NAME)
}

/// A receipt in words: « 25/11/2026 · 12 fichiers effacés · version 0.1.0 ».
pub fn line(receipt: &Receipt) -> String {
    let many = |count: usize| if count > 1 { "s" } else { "" };
    let erased = receipt.files;
    let mut parts = vec![
        french_date(&receipt.day),
        format!("{erased} fichier{0} effacé{0}", many(erased)),
    ];
    let stayed = receipt.failed.len();
    if stayed > 0 {
        parts.push(format!("{stayed} échec{}", many(stayed)));
    }
    parts.push(format!("version {}", receipt.version));
    parts.join(" · ")
}

/// Adds a receipt to the file. One that is not a text is put aside first: gives its new path.
///
/// # Errors
/// [`StoreError`]: the receipts before are intact.
pub fn record(
    disk: &dyn Disk,
    path: &Path,
    receipt: &Receipt,
) -> Result<Option<PathBuf>, StoreError> {
    let bytes = read_small(disk, path, LARGEST)?.unwrap_or_default();
    let (text, aside) = if let Ok(text) = String::from_utf8(bytes) {
        (text, None)
    } else {
        let aside = put_aside(disk, path).map_err(|source| StoreError::Write {
            source,
            path: path.to_owned(),
        })?;
        (String::new(), Some(aside))
    };
    let new = line(receipt);
    let mut lines: Vec<&str> = text.lines().collect();
    lines.push(&new);
    let extra = lines.len().saturating_sub(MOST);
    lines.drain(..extra);
    private_folder_of(disk, path)?;
    let text = lines.join("\n") + "\n";
    atomic::write(disk, path, text.as_bytes(), Previous::Kept)?;
    Ok(aside)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::disk::RealDisk;

    fn receipt(files: usize, failed: usize) -> Receipt {
        Receipt {
            day: "2026-11-25".to_owned(),
            files,
            bytes: 12,
            failed: vec![("/d/Dupont.md".into(), "droits insuffisants".to_owned()); failed],
            version: "0.1.0".to_owned(),
        }
    }

    fn read(path: &Path) -> String {
        String::from_utf8(fs::read(path).unwrap()).unwrap()
    }

    #[test]
    fn a_receipt_is_one_line_of_words_and_names_nothing() {
        for (files, failed, said) in [
            (12, 0, "25/11/2026 · 12 fichiers effacés · version 0.1.0"),
            (1, 0, "25/11/2026 · 1 fichier effacé · version 0.1.0"),
            (0, 0, "25/11/2026 · 0 fichier effacé · version 0.1.0"),
            (
                2,
                1,
                "25/11/2026 · 2 fichiers effacés · 1 échec · version 0.1.0",
            ),
        ] {
            assert_eq!(line(&receipt(files, failed)), said);
        }
    }

    #[test]
    fn receipts_are_added_and_the_oldest_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder.path().join("neuf"));
        for files in 0..3 {
            assert_eq!(record(&RealDisk, &path, &receipt(files, 0)).unwrap(), None);
        }
        let three: String = (0..3).map(|n| line(&receipt(n, 0)) + "\n").collect();
        assert_eq!(read(&path), three);
        let full: String = (0..MOST).map(|n| line(&receipt(n, 0)) + "\n").collect();
        atomic::write(&RealDisk, &path, full.as_bytes(), Previous::Dropped).unwrap();
        record(&RealDisk, &path, &receipt(MOST, 0)).unwrap();
        let text = read(&path);
        assert_eq!(text.lines().count(), MOST);
        assert_eq!(text.lines().next().unwrap(), line(&receipt(1, 0)));
        assert_eq!(text.lines().last().unwrap(), line(&receipt(MOST, 0)));
        assert!(text.ends_with('\n'));
    }

    #[test]
    fn what_cannot_be_read_is_put_aside_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path());
        atomic::write(&RealDisk, &path, b"25/11 \xff\n", Previous::Dropped).unwrap();
        let aside = record(&RealDisk, &path, &receipt(3, 0)).unwrap().unwrap();
        assert_eq!(fs::read(aside).unwrap(), b"25/11 \xff\n");
        assert_eq!(read(&path), line(&receipt(3, 0)) + "\n");
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(record(&RealDisk, &path, &receipt(1, 0)).is_err());
    }
}
