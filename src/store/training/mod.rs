//! What a team trains with, in a kit's folder: one file an exercise, beside the kit and not part of it.
//!
//! It must never hand on an exercise that cannot be played, nor let one keep the kit from being used: what
//! is wrong is a finding.

pub mod exchanges;
pub mod kept;
pub mod scenarios;
pub mod simulations;

use std::fs;
use std::path::{Path, PathBuf};

use include_dir::Dir;

use super::error::StoreError;
use super::finding::Finding;
use super::format;
use super::kit_file::{self, read_capped};
use crate::domain::problem::Gravity;
use crate::domain::validate::wording::french;

/// Most files of one folder.
const MOST: usize = 200;

/// Files of a folder as texts, and what could not be read.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// Name within the kit, and text.
    pub(super) files: Vec<(String, String)>,
    pub(super) findings: Vec<Finding>,
    /// Whether there is such a folder at all.
    pub(super) exists: bool,
}

impl Texts {
    fn add(&mut self, name: String, bytes: &[u8]) {
        match format::decode(bytes) {
            Ok(text) => self.files.push((name, text)),
            Err((fault, readable)) => {
                let finding =
                    Finding::in_text(Gravity::Error, &name, &readable, String::new(), fault);
                self.findings.push(finding);
            }
        }
    }

    fn refuse(&mut self, name: &str, message: &str, cure: &str) {
        let finding = Finding::whole_file(name, french(message), french(cure));
        self.findings.push(finding);
    }
}

/// The folder of a kit: itself, that of its `kit.ron`, or the one a bundle stands in.
fn folder_of(kit: &Path) -> PathBuf {
    if kit.is_dir() {
        return kit.to_owned();
    }
    kit.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// Reads the `.ron` files of a folder of a kit, by name.
pub(super) fn texts(kit: &Path, folder: &str) -> Texts {
    let mut found = Texts::default();
    let root = folder_of(kit);
    let place = root.join(folder);
    let (Ok(root), Ok(entries)) = (fs::canonicalize(&root), fs::read_dir(&place)) else {
        return found;
    };
    found.exists = true;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    paths.sort();
    if paths.len() > MOST {
        let message =
            format!("Ce dossier a plus de {MOST} fichiers ; les autres n’ont pas été lus.");
        found.refuse(folder, &message, "Gardez ceux qui servent.");
        paths.truncate(MOST);
    }
    for path in paths {
        let own = path.file_name().unwrap_or_default().to_string_lossy();
        // Editors leave hidden files beside the real ones.
        if own.starts_with('.') {
            continue;
        }
        let name = format!("{folder}/{own}");
        let inside = fs::canonicalize(&path).is_ok_and(|real| real.starts_with(&root));
        if !inside {
            let message = "Ce lien sort du kit, ou ne mène nulle part ; il n’a pas été suivi.";
            found.refuse(&name, message, "Mettez un vrai fichier à sa place.");
            continue;
        }
        match read_capped(&path) {
            Ok(bytes) => found.add(name, &bytes),
            Err(StoreError::NotRegular { .. }) => {
                let message = "Ce n’est pas un fichier ordinaire ; il n’a pas été ouvert.";
                found.refuse(&name, message, "Mettez un vrai fichier à sa place.");
            }
            Err(error) => found.refuse(&name, &error.to_string(), ""),
        }
    }
    found
}

/// The `.ron` files of a folder of the shipped kit in a language; there may be none.
pub(super) fn shipped_texts(language: &str, folder: &str) -> Texts {
    let mut found = Texts::default();
    let shipped = kit_file::embedded(language);
    let Some(dir) = shipped.and_then(|shipped| shipped.get_dir(folder)) else {
        return found;
    };
    found.exists = true;
    let mut files: Vec<_> = Dir::files(dir).collect();
    files.sort_by_key(|file| file.path());
    for file in files {
        let name = file.path().to_string_lossy().replace('\\', "/");
        if Path::new(&name)
            .extension()
            .is_some_and(|ending| ending == "ron")
        {
            found.add(name, file.contents());
        }
    }
    found
}
