//! The sentences about sharing a kit: publishing, versions, files.
//!
//! It must never hold a sentence of its own.

use super::{catalogue, language, workshop_kinds};
use crate::app::workshop::sharing::files::{Brings, Given};
use crate::app::workshop::sharing::{Published, Work};
use crate::domain::note::french_date;
use crate::domain::version::Standing;
use crate::domain::vocab::Language;
use crate::domain::workshop::Kind;
use crate::text::Value;

texts! {
    plain {
        share_work_looking,
        share_work_publishing,
        share_work_restoring,
        share_work_comparing,
        share_work_choosing,
        share_work_writing,
        share_work_reading,
        share_folder,
        share_folder_help,
        share_choose_folder,
        share_look_again,
        share_first,
        share_none_current,
        share_followed,
        share_not_followed,
        share_follow,
        share_follow_locked,
        share_versions,
        share_all_versions,
        share_versions_detail,
        share_back,
        share_passed_detail,
        share_together,
        share_theirs,
        share_changes,
        share_no_news,
        share_first_same,
        share_see_errors,
        share_go,
        share_go_detail,
        share_reason,
        share_reason_help,
        share_role,
        share_role_help,
        share_confirm_detail,
        share_yes,
        share_not_yet,
        share_nothing_there,
        share_together_title,
        share_together_none,
        share_together_yes,
        share_together_detail,
        share_later,
        share_ours,
        share_their,
        share_troubles,
        share_same,
        share_compare,
        share_restore,
        share_restore_detail,
        share_restore_go,
        share_original,
        share_standing_current,
        share_standing_past,
        share_standing_aside,
        share_give,
        share_give_what,
        share_give_kit,
        share_give_card,
        share_give_table,
        share_which_card,
        share_given_kit,
        share_given_card,
        share_given_table,
        share_give_path,
        share_write,
        share_write_dialog,
        share_take,
        share_take_detail,
        share_take_path,
        share_read,
        share_read_dialog,
        share_brings_kit,
        share_brings_card,
        share_brings_table,
        share_brings_nothing,
        share_keep,
        share_both,
        share_replace,
        share_take_in,
        share_take_in_detail,
        share_leave,
        share_done_detail,
        share_conflict_detail,
    }
    with {
        share_current(number, date, role),
        share_current_bare(number),
        share_unreadable(number),
        share_passed(number),
        share_refused(count),
        share_confirm(number),
        share_confirm_changes(count),
        share_confirm_words(reason, role),
        share_confirm_folder(folder),
        share_all_changes(count),
        share_changes_of(kinds, count),
        share_before(words),
        share_after(words),
        share_together_some(count),
        share_keep_side(side, number),
        share_done(number),
        share_done_again(number),
        share_done_original(number),
        share_conflict(number),
        share_conflict_both(number),
        share_between(before, after),
        share_version(number, standing),
        share_who(date, role),
        share_compare_named(which),
        share_restore_named(which),
        share_restore_title(number),
        share_restore_confirm(number),
        share_written(path),
        share_taken(name),
        share_brings(name),
        share_bad_cells(count),
    }
}

/// A day as one reads it.
pub fn day(iso: &str) -> String {
    match language() {
        Language::French => french_date(iso),
        Language::English => iso.to_owned(),
    }
}

/// What is being done elsewhere.
pub fn share_work(work: Work) -> &'static str {
    match work {
        Work::Looking => share_work_looking(),
        Work::Publishing => share_work_publishing(),
        Work::Restoring => share_work_restoring(),
        Work::Comparing => share_work_comparing(),
        Work::Choosing => share_work_choosing(),
        Work::Writing => share_work_writing(),
        Work::Reading => share_work_reading(),
    }
}

/// A kind, and how many of its differences there are.
pub fn changes_of(kind: Kind, count: usize) -> String {
    share_changes_of(workshop_kinds(kind), count)
}

/// Where a version stands.
pub fn version_standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Current => share_standing_current(),
        Standing::Past => share_standing_past(),
        Standing::Aside => share_standing_aside(),
    }
}

/// What came of publishing, line by line.
pub fn share_published(published: &Published) -> Vec<String> {
    match published {
        Published::Done {
            version,
            original,
            again,
            ..
        } => {
            let number = version.number.to_string();
            let first = if *again {
                share_done_again(number)
            } else {
                share_done(number)
            };
            let kept = original.map(|name| share_done_original(name.number.to_string()));
            std::iter::once(first)
                .chain(kept)
                .chain((version.number > 1).then(|| String::from(share_done_detail())))
                .collect()
        }
        Published::Conflict { kept, current } => {
            let first = match current {
                Some(current) => share_conflict(current.number.to_string()),
                None => share_conflict(kept.number.to_string()),
            };
            vec![
                first,
                share_conflict_both(kept.to_string()),
                share_conflict_detail().to_owned(),
            ]
        }
    }
}

/// What a file will hold.
pub fn share_given(given: &Given) -> &'static str {
    match given {
        Given::Kit => share_given_kit(),
        Given::Card(_) => share_given_card(),
        Given::Table => share_given_table(),
    }
}

/// What a file is, and what becomes of the draft.
pub fn share_brings_what(brings: &Brings) -> &'static str {
    match brings {
        Brings::Kit => share_brings_kit(),
        Brings::Card(..) => share_brings_card(),
        Brings::Table(_) => share_brings_table(),
    }
}
