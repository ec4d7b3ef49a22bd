//! The sentences about what is a structure's own over the kit of everyone.
//!
//! It must never hold a sentence of its own.

use super::{catalogue, language};
use crate::text::Value;

texts! {
    plain {
        ours_which,
        ours_everyone,
        ours_ours,
        ours_everyone_detail,
        ours_ours_detail,
        ours_none,
        ours_looks,
        ours_looks_detail,
        ours_fields,
        ours_hidden,
        ours_own,
        ours_keep,
        ours_kept,
        ours_keep_back,
        ours_take,
        ours_forget,
        ours_see,
        ours_back,
        ours_show_again,
        ours_remove,
        ours_mark,
        ours_mark_own,
        ours_rest,
        ours_hide,
        ours_tests_detail,
        ours_home_same,
        ours_place,
        ours_place_here,
        ours_place_shared,
        ours_folder,
        ours_locked,
        ours_use,
        ours_use_detail,
        ours_use_none,
        ours_use_errors,
        ours_confirm,
        ours_confirm_yes,
        ours_confirm_no,
        ours_saving,
        ours_used,
        toast_ours,
        kept_kind_ours,
    }
    with {
        ours_state(count),
        ours_state_looks(count),
        ours_was(words),
        ours_now(words),
        ours_here(words),
        ours_base(words),
        ours_named(action, label),
        ours_confirm_detail(count),
        ours_hide_title(label),
        ours_home_changes(count),
    }
}
