//! Files that stand in a kit's folder without being part of its format: words of the guard, words of training.
//!
//! It must never open anything but an ordinary file of the kit.

use std::fs;
use std::path::Path;

use super::disk::folder_of;
use super::error::StoreError;
use super::finding::Finding;
use super::format;
use super::kit_file::read_capped;
use crate::domain::problem::Gravity;
use crate::domain::validate::wording::french;

/// Reads an ordinary file of a kit that is outside its own format, if there is one; a link that leaves
/// the kit is not followed.
pub(super) fn read(folder: &Path, name: &str) -> Result<Option<String>, Box<Finding>> {
    let path = folder.join(name);
    if fs::symlink_metadata(&path).is_err() {
        return Ok(None);
    }
    let refused = |message: &str, cure: &str| {
        Box::new(Finding::whole_file(name, french(message), french(cure)))
    };
    let root = fs::canonicalize(folder);
    let inside =
        fs::canonicalize(&path).is_ok_and(|real| root.is_ok_and(|root| real.starts_with(root)));
    if !inside {
        return Err(refused(
            "Ce lien sort du kit, ou ne mène nulle part ; il n’a pas été suivi.",
            "Mettez un vrai fichier à sa place.",
        ));
    }
    let bytes = read_capped(&path).map_err(|error| match error {
        StoreError::NotRegular { .. } => refused(
            "Ce n’est pas un fichier ordinaire ; il n’a pas été ouvert.",
            "Mettez un vrai fichier à sa place.",
        ),
        other => refused(&other.to_string(), ""),
    })?;
    format::decode(&bytes)
        .map(Some)
        .map_err(|(fault, readable)| {
            let finding = Finding::in_text(Gravity::Error, name, &readable, String::new(), fault);
            Box::new(finding)
        })
}

/// The folder of a kit given as a folder, its `kit.ron` or a bundle.
pub(super) fn folder_of_kit(kit: &Path) -> &Path {
    if kit.is_dir() { kit } else { folder_of(kit) }
}
