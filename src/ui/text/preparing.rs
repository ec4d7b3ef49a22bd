//! The sentences of « Préparer un atelier ».
//!
//! It must never hold a sentence of its own.

use super::{catalogue, language};
use crate::text::Value;

texts! {
    plain {
        seance_standing,
        seance_detail,
        seance_length,
        seance_people,
        seance_people_more,
        seance_people_less,
        seance_wish,
        seance_wish_detail,
        seance_personas,
        seance_channel,
        seance_theme,
        seance_any,
        seance_propose,
        seance_picked,
        seance_by_hand,
        seance_back_to_proposal,
        seance_keep,
        seance_drop,
        seance_all_hide,
        seance_none,
        seance_reading,
        seance_empty,
        seance_order,
        seance_debrief_show,
        seance_debrief_hide,
        seance_print,
        seance_save_path,
        seance_save,
        seance_print_all,
        seance_save_dialog,
        seance_save_detail,
        seance_save_detail_text,
        pack_welcome,
        pack_pause,
        pack_close,
    }
    with {
        seance_minutes(count),
        seance_people_count(count),
        seance_groups(count),
        seance_all(count),
        seance_play(count),
        seance_unread(count),
        seance_left_out(count),
        seance_over(count),
        seance_sheets_large(count),
        seance_sheets_small(count),
        seance_copies(title, count),
        seance_saved(path),
        seance_printed(path),
        seance_game(reading, play, debrief),
        pack_from_to(from, to),
        pack_play(round, title),
    }
}
