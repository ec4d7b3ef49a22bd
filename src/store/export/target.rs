//! Whether a note may be written to a path that somebody chose.
//!
//! It must never repeat the name it refuses, which may say who it is about, nor depend on the system
//! it runs on: the folder may be shared with another.

use std::io::ErrorKind;
use std::path::{Component, Path, Prefix};

use crate::store::disk::{Disk, EntryKind, uninterrupted};
use crate::store::error::StoreError;

/// Names that Windows keeps for devices, whatever comes after a dot.
const RESERVED: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];

/// Refuses what is not an ordinary file of a plain name.
pub(super) fn check(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
    if let Some(reason) = fault(path) {
        return Err(StoreError::BadTarget { reason });
    }
    match uninterrupted(|| disk.entry(path)) {
        Ok(entry) => match entry.kind {
            EntryKind::File => Ok(()),
            EntryKind::Link => Err(StoreError::LinkTarget {
                path: path.to_owned(),
            }),
            EntryKind::Folder => Err(StoreError::BadTarget {
                reason: "c’est un dossier",
            }),
            EntryKind::Other => Err(StoreError::BadTarget {
                reason: "c’est un appareil ou un tube, pas un fichier",
            }),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(source) => Err(StoreError::Write {
            source,
            path: path.to_owned(),
        }),
    }
}

/// Says what is wrong in the spelling of a path.
fn fault(path: &Path) -> Option<&'static str> {
    let Some(text) = path.to_str() else {
        return Some("il n’est pas en UTF-8");
    };
    if text.contains('\0') {
        return Some("il contient un octet nul");
    }
    for component in path.components() {
        match component {
            Component::ParentDir => {
                return Some("il remonte d’un dossier par «\u{202f}..\u{202f}»");
            }
            Component::Prefix(prefix) if matches!(prefix.kind(), Prefix::DeviceNS(_)) => {
                return Some("c’est un appareil");
            }
            _ => {}
        }
    }
    match path.file_name().and_then(|name| name.to_str()) {
        // A separator or a dot after it names a folder.
        Some(name) if text.ends_with(name) => name_fault(name),
        _ => Some("il nomme un dossier"),
    }
}

/// Says what is wrong in a file name, for any system.
fn name_fault(name: &str) -> Option<&'static str> {
    if name.ends_with(['.', ' ']) {
        return Some("il finit par un point ou une espace");
    }
    if name.contains(|c: char| c.is_control()) {
        return Some("il contient un caractère invisible");
    }
    if name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']) {
        return Some("il contient un de ces signes\u{a0}: < > : \" | ? * \\");
    }
    let before_dot = name.split('.').next().unwrap_or_default();
    let before_dot = before_dot.trim_end().to_lowercase();
    let numbered = ["com", "lpt"]
        .iter()
        .filter_map(|device| before_dot.strip_prefix(device))
        .any(|number| {
            let mut digits = number.chars();
            let digit = digits.next();
            digits.next().is_none()
                && digit.is_some_and(|d| d.is_ascii_digit() || matches!(d, '¹' | '²' | '³'))
        });
    if numbered || RESERVED.contains(&before_dot.as_str()) {
        return Some("Windows réserve ce nom à un appareil");
    }
    None
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::disk::RealDisk;

    fn refused(path: &Path) -> String {
        let error = check(&RealDisk, path).unwrap_err();
        assert!(matches!(error, StoreError::BadTarget { .. }), "{error}");
        error.to_string()
    }

    #[test]
    fn names_that_no_note_may_have() {
        let folder = tempfile::tempdir().unwrap();
        let names = [
            ("CON", "réserve"),
            ("con.md", "réserve"),
            ("Prn.txt", "réserve"),
            ("AUX", "réserve"),
            ("nul.tar.csv", "réserve"),
            ("NUL .txt", "réserve"),
            ("COM1", "réserve"),
            ("com9.json", "réserve"),
            ("COM0", "réserve"),
            ("COM².md", "réserve"),
            ("LPT1.md", "réserve"),
            ("lpt9", "réserve"),
            ("CONIN$", "réserve"),
            ("conout$.ron", "réserve"),
            ("note.", "point ou une espace"),
            ("note.md ", "point ou une espace"),
            ("note.md...", "point ou une espace"),
            ("no\0te.md", "octet nul"),
            ("no\nte.md", "invisible"),
            ("no\u{7f}te.md", "invisible"),
            ("note.md:flux", "signes"),
            ("no?te.md", "signes"),
            ("no*te.md", "signes"),
            ("\\\\.\\COM1", "signes"),
            ("..\\note.md", "signes"),
            ("../note.md", "remonte"),
            ("a/../note.md", "remonte"),
            ("..", "remonte"),
            ("note/", "nomme un dossier"),
            ("note/.", "nomme un dossier"),
        ];
        for (name, says) in names {
            let said = refused(&folder.path().join(name));
            assert!(said.contains(says), "{name:?}: {said}");
            assert!(!said.contains("note"), "the name is repeated: {said}");
        }
        assert!(refused(Path::new("/")).contains("nomme un dossier"));
        assert!(refused(Path::new("")).contains("nomme un dossier"));
        assert!(refused(folder.path()).contains("dossier"));
    }

    #[test]
    fn plain_names_and_files_already_there_are_accepted() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "note.md",
            "Œuvre d’été (2).txt",
            ".caché",
            "console.md",
            "COM10.md",
            "communes.csv",
            "nul-autre.md",
            "auxiliaire",
            "a..b.md",
        ] {
            let path = folder.path().join(name);
            check(&RealDisk, &path).unwrap();
            fs::File::create(&path).unwrap();
            check(&RealDisk, &path).unwrap();
        }
    }

    #[test]
    #[cfg(unix)]
    fn links_devices_pipes_and_unreadable_names_are_refused() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt as _;
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.md"), folder.path().join("b.md"));
        fs::File::create(&file).unwrap();
        symlink(&file, &link).unwrap();
        let dangling = folder.path().join("c.md");
        symlink(folder.path().join("absent"), &dangling).unwrap();
        for link in [&link, &dangling] {
            let error = check(&RealDisk, link).unwrap_err();
            assert!(matches!(error, StoreError::LinkTarget { .. }));
        }
        for device in ["/dev/null", "/dev/zero", "/dev/full"] {
            assert!(refused(Path::new(device)).contains("appareil"));
        }
        let pipe = folder.path().join("d.md");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        assert!(refused(&pipe).contains("tube"));
        let bytes = folder.path().join(OsStr::from_bytes(b"\xe9t\xe9.md"));
        assert!(refused(&bytes).contains("UTF-8"));
        // A file where a folder should be: the system says why.
        let inside = check(&RealDisk, &file.join("e.md")).unwrap_err();
        assert!(matches!(inside, StoreError::Write { .. }));
    }

    #[test]
    #[cfg(windows)]
    fn devices_of_windows_are_refused() {
        for device in [r"\\.\COM1", r"\\.\PhysicalDrive0"] {
            refused(Path::new(device));
        }
    }
}
