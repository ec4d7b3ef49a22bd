//! The sentences about remarks on the texts of the kit.
//!
//! It must never hold a sentence of its own.

use super::{catalogue, language};
use crate::app::remarks::Sent;
use crate::domain::remark::Left;
use crate::text::Value;

texts! {
    plain {
        remark_begin,
        remark_title,
        remark_detail,
        remark_which,
        remark_words,
        remark_mask,
        remark_leave,
        remark_give_up,
        remark_going,
        remark_shared,
        remark_here,
        remarks_none,
        remarks_unread,
        remarks_read,
        remarks_look_again,
        remarks_mark,
        remarks_unmark,
        remarks_erase,
        remarks_erase_title,
        remarks_erase_detail,
        remarks_erase_yes,
        remarks_erase_no,
        remarks_see,
        remarks_other_kit,
        kept_kind_remark,
    }
    with {
        remark_which_named(name),
        remark_left_characters(count),
        remark_here_why(why),
        remarks_state(count),
        remarks_damaged(count),
        remarks_week(week, year),
        remarks_at(text),
    }
}

/// What became of a remark, in words.
pub fn remark_sent(sent: &Sent) -> String {
    match sent {
        Sent::Going => remark_going().to_owned(),
        Sent::Left(Left::Shared) => remark_shared().to_owned(),
        Sent::Left(Left::Here(None)) => remark_here().to_owned(),
        Sent::Left(Left::Here(Some(why))) => remark_here_why(why.as_str()),
        Sent::Failed(why) => why.clone(),
    }
}
