//! The sentences of the table of levels and of the cases.
//!
//! It must never hold a sentence of its own.

use super::{catalogue, language};
use crate::domain::workshop::bench::{CaseRow, Standing};
use crate::domain::workshop::words::LETTERS;
use crate::text::Value;

texts! {
    plain {
        niveaux,
        niveaux_detail,
        niveaux_task_detail,
        niveaux_table,
        niveaux_keys,
        niveaux_level_very_rare,
        niveaux_level_rare,
        niveaux_level_possible,
        niveaux_level_frequent,
        niveaux_level_typical,
        niveaux_cues,
        niveaux_answers,
        niveaux_both,
        niveaux_find,
        niveaux_filters,
        niveaux_family_all,
        niveaux_order_kit,
        niveaux_order_label,
        niveaux_order_telling,
        niveaux_all_personas,
        niveaux_all_families,
        niveaux_unwritten,
        niveaux_none,
        niveaux_everything,
        niveaux_trying,
        niveaux_see_cases,
        niveaux_paste,
        niveaux_paste_title,
        niveaux_paste_detail,
        niveaux_paste_field,
        niveaux_paste_cure,
        niveaux_paste_take,
        niveaux_paste_take_good,
        niveaux_paste_no,
        essais,
        essais_detail,
        essais_running,
        essais_none_changed,
        essais_none_wrong,
        essais_none,
        essais_add,
        essais_same,
        essais_same_wrong,
        essais_to_decide,
        essais_accepted,
        essais_new,
        essais_before,
        essais_after,
        essais_not_before,
        essais_not_after,
        essais_accept,
        essais_refuse,
        essais_why,
        essais_levels,
        essais_cause_none,
        essais_take_back,
        essais_go,
        essais_new_title,
        essais_new_detail,
        essais_channel,
        essais_nothing,
        essais_contradiction,
        essais_questions,
        essais_questions_hide,
        essais_expect,
        essais_expect_as_said,
        essais_expect_nobody,
        essais_title,
        essais_add_yes,
        essais_add_no,
    }
    with {
        niveaux_legend_one(digit, word),
        niveaux_family(name),
        niveaux_personas(count),
        niveaux_order(name),
        niveaux_order_persona(name),
        niveaux_sort_by(name),
        niveaux_cell(persona, about, word),
        niveaux_cell_meant(persona, about, word),
        niveaux_selected(count),
        niveaux_cases(count),
        niveaux_paste_changes(count),
        niveaux_paste_change(persona, about, before, after),
        niveaux_paste_more(count),
        niveaux_paste_bad(count),
        essais_state(count),
        essais_state_changed(count),
        essais_state_wrong(count),
        essais_all(count),
        essais_changed(count),
        essais_wrong(count),
        essais_accept_name(title),
        essais_refuse_name(title),
        essais_why_name(title),
        essais_levels_name(title),
        essais_cause(label),
        essais_take_back_many(count),
        essais_take_back_said(count),
        essais_said(words),
        essais_answer(question, answer),
    }
}

/// A level in the language of the interface: the domain says it in French.
pub fn level_word(word: &str) -> String {
    match LETTERS.iter().position(|(_, _, known)| *known == word) {
        Some(0) => niveaux_level_very_rare(),
        Some(1) => niveaux_level_rare(),
        Some(2) => niveaux_level_possible(),
        Some(3) => niveaux_level_frequent(),
        Some(_) => niveaux_level_typical(),
        None => word,
    }
    .to_owned()
}

/// Where a case stands, in words.
pub fn case_standing(row: &CaseRow) -> &'static str {
    match row.standing {
        Standing::Same => essais_same(),
        Standing::SameWrong => essais_same_wrong(),
        Standing::Changed => essais_to_decide(),
        Standing::Accepted => essais_accepted(),
        Standing::New => essais_new(),
    }
}
