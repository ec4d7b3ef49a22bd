//! The sentences of the interface, as functions: a key that does not exist does not compile.
//!
//! The sentences are in `assets/text`; the language is set once a pass. It must never hold a
//! sentence of its own.

use std::cell::Cell;

use crate::domain::template::Missing;
use crate::domain::vocab::{Language, Term};
use crate::text::{self as catalogue, Value};

thread_local! {
    // Every view of a pass speaks the same language; a test may run another on its own thread.
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::French) };
}

/// Sets the language of this pass.
pub fn speak(language: Language) {
    LANGUAGE.set(language);
}

/// Gives the language of this pass.
pub fn language() -> Language {
    LANGUAGE.get()
}

macro_rules! texts {
    (plain { $($plain:ident,)+ } with { $($with:ident($($argument:ident),+),)* }) => {
        $(
            #[doc = concat!("The sentence `", stringify!($plain), "`.")]
            pub fn $plain() -> &'static str {
                catalogue::plain(language(), stringify!($plain))
            }
        )+
        $(
            #[doc = concat!("The sentence `", stringify!($with), "`, with its arguments.")]
            pub fn $with<'v>($($argument: impl Into<Value<'v>>),+) -> String {
                catalogue::format(
                    language(),
                    stringify!($with),
                    &[$((stringify!($argument), $argument.into())),+],
                )
            }
        )*
    };
}

mod cards;
mod distinction;
mod kept;
mod keys;
mod ours;
mod practice;
mod preparing;
mod printing;
mod remarks;
mod rules;
mod sharing;
mod told;
mod training;
mod trials;
pub use crate::domain::typography::capital;
pub use cards::*;
pub use distinction::*;
pub use kept::*;
pub use keys::*;
pub use ours::*;
pub use preparing::*;
pub use remarks::*;
pub use rules::*;
mod workshop;
pub use practice::*;
pub use printing::*;
pub use sharing::*;
pub use told::*;
pub use training::*;
pub use trials::*;
pub use workshop::*;

texts! {
    plain {
        brand,
        title,
        search,
        channel,
        minutes,
        pause,
        resume,
        danger,
        observe,
        hear,
        to_ask,
        suggest,
        help,
        unanswered,
        follow,
        follow_short,
        other_lead,
        back_to_leads,
        ready,
        ready_detail,
        uncertain,
        uncertain_detail,
        none,
        none_detail,
        contradiction,
        contradiction_detail,
        motivations,
        obstacles,
        avoid,
        declared,
        to_verify,
        enough_questions,
        other_question,
        held,
        answered,
        theme,
        no_theme,
        done_next,
        done,
        skip,
        skipped,
        plan_done,
        plan_empty,
        note,
        review,
        to_observe,
        close,
        card,
        reopen,
        family_back,
        estimate,
        because,
        for_everyone,
        followed,
        counts_less,
        changes,
        kit_faults,
        menu,
        pin,
        unpin,
        pin_unavailable,
        fold,
        unfold,
        orient,
        shared,
        summary_nothing,
        summary_text,
        shape_disc,
        shape_square,
        time_unknown,
        copy_and_end,
        end_without_note,
        end,
        copy,
        save,
        note_format,
        format_md,
        format_txt,
        format_csv,
        format_json,
        format_ron,
        save_as,
        back,
        confirm_title,
        confirm_detail,
        review_title,
        outcome,
        equipment,
        autonomy,
        autonomy_not_said,
        orientation,
        free_text,
        free_text_hint,
        note_language,
        name_persona,
        leads_title,
        questions_title,
        themes_title,
        orientation_title,
        search_title,
        search_field,
        search_empty,
        search_hint,
        hit_cue,
        hit_step,
        hit_question,
        hit_persona,
        hit_command,
        commands_title,
        help_title,
        help_families_does,
        help_digits_does,
        help_zero_does,
        help_arrows_does,
        help_layouts,
        danger_title,
        danger_first,
        danger_local,
        danger_phone,
        shared_title,
        shared_promise,
        shared_empty,
        shared_documents,
        curtain,
        card_say,
        card_confused,
        guard_red,
        guard_orange,
        guard_info,
        procedures_title,
        procedures_empty,
        procedures_hit,
        procedures_documents,
        procedures_online,
        procedures_other_way,
        procedures_traps,
        procedures_varies,
        procedures_steps,
        learning_title,
        learning_what,
        learning_limits,
        learning_start,
        learning_erase,
        learning_recalibrate,
        learning_save,
        learning_no_change,
        learning_passes,
        save_and_close,
        confirm_quit_detail,
        settings_title,
        settings_language,
        settings_theme,
        settings_zoom,
        settings_channel,
        settings_channel_kit,
        settings_window,
        settings_folds,
        settings_on_top,
        settings_timer,
        settings_keyboard,
        settings_single_letters,
        settings_single_letters_detail,
        settings_letters,
        settings_rebind_reset,
        settings_structure,
        settings_accredited,
        settings_folder,
        settings_folder_field,
        settings_locked,
        settings_no_file,
        settings_published,
        settings_published_detail,
        settings_published_field,
        settings_published_choose,
        settings_published_none,
        settings_folder_absolute,
        kept_title,
        kept_what,
        kept_reading,
        kept_nothing,
        kept_nothing_detail,
        no_draft_shared,
        no_draft_not_alone,
        no_draft_no_folder,
        no_draft_unread,
        no_draft_refused,
        kept_settings_hold,
        kept_exports,
        kept_of_contacts,
        kept_kind_export,
        kept_kind_draft,
        kept_kind_draft_left,
        kept_kind_tally,
        kept_kind_previous,
        kept_kind_aside,
        kept_kind_leftover,
        kept_kind_export_list,
        kept_kind_workshop,
        kept_kind_settings,
        kept_kind_receipts,
        kept_kind_running,
        kept_kind_published,
        kept_of_tool,
        kept_ends_with_contact,
        kept_erase,
        kept_purge,
        kept_purge_show,
        kept_erase_all,
        kept_asked_one,
        kept_asked_detail,
        kept_yes,
        kept_today,
        kept_yesterday,
        kept_age_unknown,
        found_title,
        found_detail,
        found_text,
        found_masked,
        found_take_up,
        found_erase,
        settings_note_length,
        settings_note_none,
        settings_clipboard,
        settings_clipboard_end,
        settings_clipboard_detail,
        notes_network,
        notes_removable,
        settings_template,
        settings_template_none,
        settings_template_own,
        settings_template_detail,
        settings_template_faulty,
        settings_template_found,
        blanks,
        missing_outcome,
        copied_for_business,
        paper_of_file,
    }
    with {
        help_training(key),
        family_pages(page, pages),
        family_more(count),
        why(a, b),
        quoted(words),
        percent(number),
        explains(names),
        step_of(position, total),
        count_of(count, max),
        counts_less_line(what, words),
        withdraw(words),
        withdraw_name(words),
        strength_line(words, decibans),
        denied(words),
        named(name, words),
        gauge_name(marks),
        minutes_elapsed(minutes),
        elapsed_name(minutes),
        summary_steps(count),
        other_session(name),
        session_name(shape, time, channel),
        session_name_theme(shape, time, channel, theme),
        search_count(count),
        shared_done(step),
        shared_next(place),
        curtain_detail(key),
        guard_found(gravity, found, why),
        guard_replace_by(proposal),
        guard_more(count),
        procedures_seen(date),
        learning_counted(count, since),
        learning_of_channel(channel, list),
        learning_few(count),
        learning_file(path),
        learning_drift(z),
        learning_not_enough(missing),
        learning_bench(before, cases, after),
        learning_before_after(before, after),
        settings_rebind_now(what),
        settings_rebind_taken(letter, what),
        settings_folder_default(path),
        settings_file(path),
        settings_published_version(number, date),
        settings_published_undated(number),
        settings_published_waiting(number),
        kept_published(number),
        toast_kit_version(number),
        settings_renderer(renderer),
        kept_erase_named(name),
        kept_days(days),
        kept_purge_none(days),
        kept_asked_old(count, days),
        kept_asked_all(count),
        kept_receipt(files, day, version, size),
        kept_failed(path, reason),
        kept_total(files, size),
        kept_age(days),
        kept_bytes(count),
        kept_kilobytes(count),
        kept_megabytes(count),
        kept_row(kind, size, age),
        found_started(time),
        found_contact(channel, cues, steps),
        draft_trouble(reason),
        settings_note_characters(count),
        settings_clipboard_seconds(count),
        settings_clipboard_minutes(count),
        kept_unread(path, reason),
        blank_number(name),
        blank_day(name),
        missing_unfilled(name),
        missing_number(name),
        missing_day(name),
    }
}

pub use crate::text::DANGER_NUMBERS;

/// Says whom an emergency number reaches.
pub fn danger_number(number: &str) -> &'static str {
    catalogue::plain(language(), &format!("danger_{number}"))
}

/// A word of the field's vocabularies.
pub fn term<T: Term>(term: T) -> &'static str {
    catalogue::term(language(), term)
}

/// A message under a key chosen at run time: a reason, a command.
pub fn keyed(key: &str) -> &'static str {
    catalogue::plain(language(), key)
}

/// A number with one decimal, as the language writes it.
pub fn decimal(number: &str) -> String {
    match language() {
        Language::French => number.replace('.', ",").replace('-', "−"),
        Language::English => number.replace('-', "−"),
    }
}

/// « 61 % »
pub fn percentage(probability: f64) -> String {
    percent(format!("{:.0}", probability * 100.0))
}

/// Says that confirmed contacts no longer fit the kit, and by how much.
pub fn drift(z: f64) -> String {
    learning_drift(decimal(&format!("{z:.1}")))
}

/// Puts words within quotation marks, unless they are already.
pub fn quote(words: &str) -> String {
    if words.starts_with('«') || words.starts_with('“') {
        words.to_owned()
    } else {
        quoted(words)
    }
}

/// An answer one can take back: its words, cut short, and a cross.
pub fn withdrawn(words: &str) -> String {
    let mut short: String = words.chars().take(18).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    withdraw(short)
}

/// Says a weight of evidence in words.
pub fn strength(words: &str, decibans: f64) -> String {
    strength_line(words, decimal(&format!("{decibans:+.1}")))
}

/// What a template still waits for.
pub fn missing(missing: &Missing) -> String {
    match missing {
        Missing::Outcome => missing_outcome().to_owned(),
        Missing::Unfilled(name) => missing_unfilled(name.as_str()),
        Missing::NotANumber(name) => missing_number(name.as_str()),
        Missing::NotADay(name) => missing_day(name.as_str()),
    }
}
