//! What the tool keeps, in words: kinds of files, sizes, ages, places.
//!
//! It must never say what a file holds.

use super::{
    decimal, format_csv, format_json, format_md, format_ron, format_txt, kept_age,
    kept_age_unknown, kept_bytes, kept_kilobytes, kept_kind_aside, kept_kind_draft,
    kept_kind_draft_left, kept_kind_export, kept_kind_export_list, kept_kind_leftover,
    kept_kind_ours, kept_kind_previous, kept_kind_published, kept_kind_receipts, kept_kind_remark,
    kept_kind_running, kept_kind_settings, kept_kind_tally, kept_kind_workshop, kept_megabytes,
    kept_today, kept_yesterday, no_draft_no_folder, no_draft_not_alone, no_draft_refused,
    no_draft_shared, no_draft_unread, notes_network, notes_removable, practice_kept_kind,
    settings_clipboard_end, settings_clipboard_minutes, settings_clipboard_seconds,
    settings_published_none, settings_published_undated, settings_published_version,
    settings_published_waiting,
};
use crate::app::State;
use crate::domain::kept::{KeptKind, NoDraft, PlaceKind};
use crate::domain::note::NoteFormat;

/// A size in the unit one reads it in.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => kept_bytes(i64::try_from(bytes).unwrap_or_default()),
        1_000..1_000_000 => kept_kilobytes((bytes / 1_000).to_string()),
        _ => kept_megabytes(decimal(&format!("{:.1}", bytes as f64 / 1e6))),
    }
}

/// How long ago a day was, in words.
pub fn age(day: &str, today: &str) -> String {
    match crate::domain::kept::days_between(day, today) {
        None => kept_age_unknown().to_owned(),
        Some(..=0) => kept_today().to_owned(),
        Some(1) => kept_yesterday().to_owned(),
        Some(days) => kept_age(days.to_string()),
    }
}

/// Which version of the published kit is in use, and which one waits.
pub fn published(state: &State) -> Vec<String> {
    let publishing = &state.publishing;
    let in_use = match (publishing.version, &publishing.date) {
        (Some(version), Some(date)) => {
            settings_published_version(version.number.to_string(), date.as_str())
        }
        (Some(version), None) => settings_published_undated(version.number.to_string()),
        (None, _) => settings_published_none().to_owned(),
    };
    let waiting = publishing.waiting.as_ref();
    let waiting = waiting.map(|p| settings_published_waiting(p.version.number.to_string()));
    std::iter::once(in_use).chain(waiting).collect()
}

/// Why a file is kept, in words.
pub fn kept_kind(kind: KeptKind, in_hand: bool) -> &'static str {
    match kind {
        KeptKind::Export => kept_kind_export(),
        KeptKind::Draft if in_hand => kept_kind_draft(),
        KeptKind::Draft => kept_kind_draft_left(),
        KeptKind::Tally => kept_kind_tally(),
        KeptKind::PreviousExport | KeptKind::Previous => kept_kind_previous(),
        KeptKind::Aside => kept_kind_aside(),
        KeptKind::Leftover => kept_kind_leftover(),
        KeptKind::ExportList => kept_kind_export_list(),
        KeptKind::Workshop => kept_kind_workshop(),
        KeptKind::Settings => kept_kind_settings(),
        KeptKind::Receipts => kept_kind_receipts(),
        KeptKind::Running => kept_kind_running(),
        KeptKind::PublishedKit => kept_kind_published(),
        KeptKind::Ours => kept_kind_ours(),
        KeptKind::Remark => kept_kind_remark(),
        KeptKind::Training => practice_kept_kind(),
    }
}

/// Why no draft is kept, and what that means.
pub fn no_draft(why: NoDraft) -> &'static str {
    match why {
        NoDraft::Shared => no_draft_shared(),
        NoDraft::NotAlone => no_draft_not_alone(),
        NoDraft::NoFolder => no_draft_no_folder(),
        NoDraft::Unread => no_draft_unread(),
        NoDraft::Refused => no_draft_refused(),
    }
}

/// How long a copied note stays on the clipboard, in words.
pub fn clipboard_time(seconds: Option<u16>) -> String {
    match seconds {
        None => settings_clipboard_end().to_owned(),
        Some(seconds) if seconds.is_multiple_of(60) => {
            settings_clipboard_minutes(i64::from(seconds / 60))
        }
        Some(seconds) => settings_clipboard_seconds(seconds.to_string()),
    }
}

/// What to know of the folder notes go to; nothing if it is of this machine.
pub fn place_warning(kind: PlaceKind) -> Option<&'static str> {
    match kind {
        PlaceKind::Local => None,
        PlaceKind::Network => Some(notes_network()),
        PlaceKind::Removable => Some(notes_removable()),
    }
}

/// The name of a format.
pub fn format_name(format: NoteFormat) -> &'static str {
    match format {
        NoteFormat::Markdown => format_md(),
        NoteFormat::Text => format_txt(),
        NoteFormat::Csv => format_csv(),
        NoteFormat::Json => format_json(),
        NoteFormat::Ron => format_ron(),
    }
}
