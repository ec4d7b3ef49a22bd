//! The words of the templates themselves, of which a template may use no other.

use std::collections::BTreeMap;

use crate::domain::vocab::Language;
use crate::text;

/// The words a template may use, under their keys of the catalogue.
const WORDS: &[&str] = &[
    "print_page",
    "print_page_of",
    "print_profile",
    "print_situation",
    "print_counts",
    "print_holds_back",
    "print_recognise",
    "print_may_be",
    "print_declared",
    "print_say",
    "print_say_counter",
    "print_say_phone",
    "print_avoid",
    "print_help",
    "print_two_minutes",
    "print_ten_minutes",
    "print_relay",
    "print_confused",
    "print_axes",
    "print_kept_short",
    "print_estimate",
    "print_no_lead",
    "print_no_lead_essence",
    "print_no_lead_steps",
    "print_no_lead_then",
    "print_sheet_measured",
    "print_sheet_first",
    "print_sheet_first_why",
    "print_sheet_cues",
    "print_sheet_ask",
    "print_sheet_total",
    "print_sheet_leads",
    "print_sheet_more",
    "print_sheet_others",
    "print_family",
    "print_sentence",
    "print_tick",
    "print_code",
    "print_cue",
    "print_points",
    "print_where",
    "print_both",
    "print_declared_only",
    "print_cues_how",
    "print_more_first",
    "print_questions_how",
    "print_offer",
    "print_no_answer",
    "print_answer",
    "print_situations_how",
    "print_notices",
    "print_danger",
    "print_number",
    "print_number_for",
    "print_note_how",
    "print_note_date",
    "print_note_channel",
    "print_note_theme",
    "print_note_duration",
    "print_note_steps",
    "print_note_outcome",
    "print_note_equipment",
    "print_note_orientation",
    "print_note_autonomy",
    "print_note_more",
    "print_note_back",
    "danger_title",
    "danger_first",
    "danger_local",
    "danger_phone",
];

/// Gives the words of the templates, under their keys without what these begin with.
pub(in crate::paper) fn words(language: Language) -> BTreeMap<&'static str, &'static str> {
    let short = |key: &'static str| key.strip_prefix("print_").unwrap_or(key);
    WORDS
        .iter()
        .map(|key| (short(key), text::plain(language, key)))
        .collect()
}
