//! Which names are those of this program's files, and why such a file is there.
//!
//! It must never take a name for one of its own that it does not give: what it takes may be erased.

use std::ffi::OsStr;
use std::path::Path;

use crate::domain::kept::KeptKind;
use crate::store::aside::{NEW, made_of};
use crate::store::atomic::{PREVIOUS_END, is_temporary};
use crate::store::training::kept;
use crate::store::{
    draft, export_list, instance, lexicon, local_layer, receipts, remarks, start_mark, tally,
    versions, workshop_draft,
};

/// Says why a file of the data folder is there; `None` for one of somebody else.
pub(super) fn kind_in_data(name: &str) -> Option<KeptKind> {
    kind(name, &|name| match name {
        draft::FILE_NAME => Some(KeptKind::Draft),
        instance::LOCK | instance::REQUEST => Some(KeptKind::Running),
        export_list::FILE_NAME => Some(KeptKind::ExportList),
        receipts::FILE_NAME => Some(KeptKind::Receipts),
        versions::FILE_NAME | lexicon::GUARD_FILE => Some(KeptKind::PublishedKit),
        _ if workshop_draft::is_file_name(name) => Some(KeptKind::Workshop),
        _ if local_layer::is_file_name(name) => Some(KeptKind::Ours),
        _ if remarks::is_file_name(name) => Some(KeptKind::Remark),
        _ if is_in(Path::new(name), start_mark::file) => Some(KeptKind::Running),
        _ => is_tally(name).then_some(KeptKind::Tally),
    })
    .or_else(|| leftover(name))
}

/// The same beside the settings file.
pub(super) fn kind_beside_settings(name: &str, own: &OsStr) -> Option<KeptKind> {
    kind(name, &|name| {
        (OsStr::new(name) == own).then_some(KeptKind::Settings)
    })
    .or_else(|| leftover(name))
}

/// The same in a folder of exports; `ours` says that files of that spelling are this program's.
pub(super) fn kind_in_exports(
    name: &str,
    ours: bool,
    is_export: &dyn Fn(&str) -> bool,
) -> Option<KeptKind> {
    kind(name, &|name| is_export(name).then_some(KeptKind::Export))
        .or_else(|| leftover(name).filter(|_| ours))
}

/// The same in the folder of training beside a folder of exports.
pub(super) fn kind_in_training(name: &str) -> Option<KeptKind> {
    kind(name, &|name| {
        kept::is_kept_name(name).then_some(KeptKind::Training)
    })
    .or_else(|| leftover(name))
}

/// The kind of a file, or of what was made of it: its version before, put aside, or not put in place.
fn kind(name: &str, base: &dyn Fn(&str) -> Option<KeptKind>) -> Option<KeptKind> {
    if let Some(kind) = base(name) {
        return Some(kind);
    }
    if let Some(of) = name.strip_suffix(PREVIOUS_END) {
        let kind = kind(of, base)?;
        return Some(match kind {
            KeptKind::Export => KeptKind::PreviousExport,
            _ if kind.is_of_contacts() => KeptKind::Previous,
            // What says nothing of a contact is not erased with what may.
            _ => kind,
        });
    }
    let (of, word) = made_of(name)?;
    let made = if word == NEW {
        KeptKind::Leftover
    } else {
        KeptKind::Aside
    };
    let kind = kind(of, base)?;
    Some(if kind.is_of_contacts() { made } else { kind })
}

/// What an interrupted writing left.
fn leftover(name: &str) -> Option<KeptKind> {
    is_temporary(Path::new(name)).then_some(KeptKind::Leftover)
}

fn is_tally(name: &str) -> bool {
    let kit = name
        .strip_prefix("decompte-")
        .and_then(|rest| rest.strip_suffix(".json"));
    kit.is_some_and(|kit| is_in(Path::new(name), |folder| tally::file(folder, kit)))
}

/// Says whether that is the name a module gives in a folder.
fn is_in(name: &Path, file: impl Fn(&Path) -> std::path::PathBuf) -> bool {
    file(Path::new("")) == name
}
