//! Carries out what is asked of the disk about what is a structure's own.
//!
//! It must never be called by the window's thread, nor say that something is written that is not.

use std::path::Path;

use crate::app::workshop::sharing::{OursAnswer, OursErrand, OursWork, RemarkDeed};
use crate::domain::workshop::layer::LocalLayer;
use crate::store::disk::Disk;
use crate::store::local_layer::{self, Place};
use crate::store::remarks;

/// What is known of it without asking a share: what is local, and what is the matter.
pub(super) fn known(
    disk: &dyn Disk,
    data: Option<&Path>,
    shared: Option<&Path>,
    kit: &str,
) -> (Option<LocalLayer>, Option<String>) {
    let Some(data) = data else {
        return (None, None);
    };
    let read = local_layer::known(disk, data, shared, kit);
    let trouble = read.trouble();
    (read.layer, trouble)
}

/// Carries an errand out, and waits for the disk.
pub(super) fn carry_out(disk: &dyn Disk, errand: &OursErrand) -> OursAnswer {
    let place = place(errand);
    let (shared, data) = (errand.folder.as_deref(), errand.data.as_deref());
    match &errand.work {
        OursWork::Leave(remark) => OursAnswer::Left(
            remarks::leave(disk, shared, data, remark).map_err(|error| error.to_string()),
        ),
        OursWork::Remarks(words, deed) => {
            let done = match deed {
                None => Ok(()),
                Some(RemarkDeed::Erase(path)) => remarks::erase(disk, path),
                Some(RemarkDeed::Mark(path, read)) => remarks::mark(disk, path, *read).map(drop),
            };
            let listed = done.and_then(|()| remarks::list(disk, shared, data, &words.0));
            OursAnswer::Remarks(listed.map_err(|error| error.to_string()))
        }
        OursWork::Look(kit) => {
            let (layer, trouble) = match place.map(|place| local_layer::load(disk, &place, kit)) {
                None => (None, None),
                Some(Ok(read)) => {
                    let trouble = read.trouble();
                    (read.layer, trouble)
                }
                Some(Err(error)) => (None, Some(error.to_string())),
            };
            OursAnswer::Looked {
                folder: errand.folder.clone(),
                kit: kit.clone(),
                layer,
                trouble,
            }
        }
        OursWork::Save { layer, before } => OursAnswer::Saved(match place {
            None => Err(
                "Ce poste n’a pas de dossier où garder ce qui vous est propre. Rien n’a été \
                         écrit. Choisissez un dossier."
                    .to_owned(),
            ),
            Some(place) => {
                local_layer::save(disk, &place, layer, before).map_err(|error| error.to_string())
            }
        }),
    }
}

fn place(errand: &OursErrand) -> Option<Place> {
    match (&errand.folder, &errand.data) {
        (Some(folder), data) => Some(Place::Shared {
            folder: folder.clone(),
            data: data.clone(),
        }),
        (None, Some(data)) => Some(Place::Here(data.clone())),
        (None, None) => None,
    }
}
