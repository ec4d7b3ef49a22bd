//! The sentences of the interface, as functions: a key that does not exist does not compile.
//!
//! The sentences are in `assets/text`; the language is set once a pass. It must never hold a
//! sentence of its own.

use std::cell::Cell;

use crate::app::command::Command;
use crate::app::history::Changed;
use crate::app::keys::Key;
use crate::app::state::{Badge, SessionName};
use crate::app::{State, Toast};
use crate::domain::evidence::Sighting;
use crate::domain::interview::StepMark;
use crate::domain::kept::{KeptKind, NoDraft, PlaceKind};
use crate::domain::kit::Kit;
use crate::domain::note::{Note, NoteFormat};
use crate::domain::settings::Settings;
use crate::domain::template::Missing;
use crate::domain::vocab::{Language, Term};
use crate::text::wording::within_sentence;
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
mod ours;
mod practice;
mod preparing;
mod printing;
mod remarks;
mod rules;
mod sharing;
mod training;
mod trials;
pub use crate::domain::typography::capital;
pub use cards::*;
pub use distinction::*;
pub use ours::*;
pub use preparing::*;
pub use remarks::*;
pub use rules::*;
mod workshop;
pub use practice::*;
pub use printing::*;
pub use sharing::*;
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

/// The label of a command.
pub fn command(command: Command) -> &'static str {
    keyed(&format!("cmd_{}", command.id()))
}

/// What a command does.
pub fn command_help(command: Command) -> &'static str {
    keyed(&format!("cmd_{}_help", command.id()))
}

/// A key as its cap is drawn.
pub fn key_cap(key: Key) -> String {
    let ctrl = |rest: &str| format!("{} {rest}", keyed("key_ctrl"));
    match key {
        Key::Letter(letter) => letter.to_uppercase().collect(),
        Key::Digit(digit) => digit.to_string(),
        Key::Ctrl(letter) => ctrl(&letter.to_uppercase().to_string()),
        Key::CtrlShift(letter) => {
            let shift = keyed("key_shift");
            ctrl(&format!("{shift} {}", letter.to_uppercase()))
        }
        Key::CtrlEnter => ctrl(keyed("key_enter")),
        Key::CtrlPlus => ctrl("+"),
        Key::CtrlMinus => ctrl("−"),
        Key::CtrlZero => ctrl("0"),
        Key::Enter => keyed("key_enter").to_owned(),
        Key::Space => keyed("key_space").to_owned(),
        Key::Up | Key::Down => keyed("key_arrows").to_owned(),
        Key::Escape => keyed("key_escape").to_owned(),
        Key::Function(number) => format!("F{number}"),
    }
}

/// The cap of a command, with what the settings changed; empty if it has no key now.
pub fn cap_of(command: Command, settings: &Settings) -> String {
    command
        .key(settings)
        .filter(|key| settings.single_letters || !key.is_printable())
        .map_or_else(String::new, key_cap)
}

/// A key as its cap is drawn; empty if single keys are switched off and this is one.
pub fn cap_for(key: Key, settings: &Settings) -> String {
    if settings.single_letters || !key.is_printable() {
        key_cap(key)
    } else {
        String::new()
    }
}

/// A number with one decimal, as the language writes it.
pub fn decimal(number: &str) -> String {
    match language() {
        Language::French => number.replace('.', ",").replace('-', "−"),
        Language::English => number.replace('-', "−"),
    }
}

/// Every key of a command, with what the settings changed; empty if it has none.
pub fn caps_of(command: Command, settings: &Settings) -> String {
    let first = cap_of(command, settings);
    let others = command
        .printed_keys()
        .iter()
        .skip(1)
        .map(|key| key_cap(*key));
    std::iter::once(first)
        .filter(|cap| !cap.is_empty())
        .chain(others)
        .collect::<Vec<_>>()
        .join(" · ")
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

/// Says what tells an interview from another.
pub fn session(name: &SessionName) -> String {
    let shape = match name.badge {
        Badge::Disc => shape_disc(),
        Badge::Square => shape_square(),
    };
    let time = name.started.as_deref().unwrap_or(time_unknown());
    let channel = term(name.channel).to_lowercase();
    match name.theme {
        Some(theme) => session_name_theme(shape, time, channel, term(theme).to_lowercase()),
        None => session_name(shape, time, channel),
    }
}

/// Says in a line what the note holds so far; nothing typed, nothing about who it was.
pub fn summary(note: &Note) -> String {
    let mut parts = vec![term(note.channel).to_lowercase()];
    parts.extend(note.theme.map(|theme| term(theme).to_lowercase()));
    if !note.steps.is_empty() {
        parts.push(summary_steps(note.steps.len()));
    }
    parts.extend(note.outcome.map(|outcome| term(outcome).to_lowercase()));
    let text = if note.free_text.is_empty() {
        summary_nothing()
    } else {
        summary_text()
    };
    parts.push(text.to_owned());
    parts.join(" · ")
}

/// The same where there is little room: how many steps, and the outcome or what the note is free of.
pub fn summary_short(note: &Note) -> String {
    let mut parts = Vec::new();
    if !note.steps.is_empty() {
        parts.push(summary_steps(note.steps.len()));
    }
    parts.push(match note.outcome {
        Some(outcome) => term(outcome).to_lowercase(),
        None if note.free_text.is_empty() => summary_nothing().to_owned(),
        None => summary_text().to_owned(),
    });
    parts.join(" · ")
}

fn short_of(kit: &Kit, cue: &crate::domain::ids::CueId) -> String {
    kit.cue(cue.as_str())
        .map_or_else(|| cue.to_string(), |c| within_sentence(&c.short))
}

/// Says what an undo undid.
pub fn changed(kit: &Kit, changed: &Changed) -> String {
    let what = |key: &str, what: String| {
        catalogue::format(language(), key, &[("what", Value::from(what))])
    };
    let lower = |word: &str| word.to_lowercase();
    let title = |step: &crate::domain::ids::StepId| {
        kit.step(step.as_str())
            .map_or_else(|| step.to_string(), |s| s.title.clone())
    };
    match changed {
        Changed::Cue(cue, sighting) => {
            let key = match sighting {
                Some(Sighting::Observed) => "undo_cue_noted",
                Some(Sighting::Denied) => "undo_cue_denied",
                None => "undo_cue_withdrawn",
            };
            what(key, short_of(kit, cue))
        }
        Changed::Answer(question, answer) => {
            let words = kit
                .question(question.as_str())
                .and_then(|q| q.answers.iter().find(|a| &a.id == answer))
                .map_or_else(|| answer.to_string(), |a| a.text.clone());
            what("undo_answer", words)
        }
        Changed::Unanswered => keyed("undo_unanswered").to_owned(),
        Changed::AnswerWithdrawn => keyed("undo_answer_withdrawn").to_owned(),
        Changed::Followed(Some(persona)) => what(
            "undo_follow",
            kit.persona(persona.as_str())
                .map_or_else(|| persona.to_string(), |p| p.name.clone()),
        ),
        Changed::Followed(None) => keyed("undo_unfollow").to_owned(),
        Changed::Step(step, mark) => {
            let key = match mark {
                Some(StepMark::Done) => "undo_step_done",
                Some(StepMark::Skipped) => "undo_step_skipped",
                None => "undo_step_reopened",
            };
            what(key, title(step))
        }
        Changed::Added(step) => what("undo_step_added", title(step)),
        Changed::Channel(channel) => what("undo_channel", lower(term(*channel))),
        Changed::Minutes(minutes) => what("undo_minutes", lower(term(*minutes))),
        Changed::Theme(Some(theme)) => what("undo_theme", lower(term(*theme))),
        Changed::Theme(None) => keyed("undo_theme_cleared").to_owned(),
        Changed::Outcome(Some(outcome)) => what("undo_outcome", lower(term(*outcome))),
        Changed::Outcome(None) => keyed("undo_outcome_cleared").to_owned(),
        Changed::Orientation(Some(to)) => what("undo_orientation", lower(term(*to))),
        Changed::Orientation(None) => keyed("undo_orientation_cleared").to_owned(),
        Changed::Autonomy(_) => keyed("undo_autonomy").to_owned(),
        Changed::Equipment => keyed("undo_equipment").to_owned(),
        Changed::Text => keyed("undo_text").to_owned(),
        Changed::Name => keyed("undo_name").to_owned(),
        Changed::Several => keyed("undo_several").to_owned(),
    }
}

/// Says a message.
pub fn toast(state: &State, toast: &Toast) -> String {
    let kit = &state.kit;
    // In the strip, once a lead is followed, no cue and no lead is named.
    let told = |what: &Changed| {
        let hidden = matches!(
            what,
            Changed::Cue(..) | Changed::Answer(..) | Changed::Followed(Some(_))
        );
        if hidden && state.is_discreet() {
            keyed("undo_hidden").to_owned()
        } else {
            changed(kit, what)
        }
    };
    let with =
        |key: &str, arguments: &[(&str, Value<'_>)]| catalogue::format(language(), key, arguments);
    match toast {
        Toast::Wiped => keyed("toast_wiped").to_owned(),
        Toast::Copied => match state.settings.clipboard_seconds {
            None => keyed("toast_copied").to_owned(),
            time => with("toast_copied_for", &[("time", clipboard_time(time).into())]),
        },
        Toast::Saved(path) => with("toast_saved", &[("path", path.as_str().into())]),
        Toast::NotSaved(reason) => with("toast_not_saved", &[("reason", reason.as_str().into())]),
        Toast::OtherNotSaved(reason) => with(
            "toast_other_not_saved",
            &[("reason", reason.as_str().into())],
        ),
        Toast::KitSaved(path) => with("toast_kit_saved", &[("path", path.as_str().into())]),
        Toast::KitNotSaved(reason) => {
            with("toast_kit_not_saved", &[("reason", reason.as_str().into())])
        }
        Toast::NoPath => keyed("toast_no_path").to_owned(),
        Toast::BurstUndone => keyed("toast_burst_undone").to_owned(),
        Toast::Undone(what) => with("toast_undone", &[("what", told(what).into())]),
        Toast::Redone(what) => with("toast_redone", &[("what", told(what).into())]),
        Toast::ToFill => keyed("toast_to_fill").to_owned(),
        Toast::Blocked => keyed("toast_blocked").to_owned(),
        Toast::Paused(name) if !state.settings.single_letters => {
            with("toast_paused_keyless", &[("name", session(name).into())])
        }
        Toast::Paused(name) => with(
            "toast_paused",
            &[
                ("name", session(name).into()),
                ("key", cap_of(Command::Pause, &state.settings).into()),
            ],
        ),
        Toast::Resumed(name) => with("toast_resumed", &[("name", session(name).into())]),
        Toast::Conflict(a, b) => with(
            "toast_conflict",
            &[
                ("a", short_of(kit, a).into()),
                ("b", short_of(kit, b).into()),
            ],
        ),
        Toast::Unavailable(reason) => {
            with("toast_unavailable", &[("reason", keyed(reason).into())])
        }
        Toast::Channel(channel) => with("toast_channel", &[("channel", term(*channel).into())]),
        Toast::Zoom(zoom) => with("toast_zoom", &[("zoom", zoom.to_string().into())]),
        Toast::SettingsNotSaved(reason) => with(
            "toast_settings_not_saved",
            &[("reason", reason.as_str().into())],
        ),
        Toast::LetterTaken(letter) => {
            let upper: String = letter.to_uppercase().collect();
            let owner = Command::of_key(Key::Letter(*letter), &state.settings)
                .map(|c| command(c).to_owned())
                .or_else(|| {
                    let family = |f: &&crate::domain::kit::Family| {
                        f.key.to_lowercase().eq(letter.to_lowercase())
                    };
                    kit.families.iter().find(family).map(|f| f.title.clone())
                });
            settings_rebind_taken(upper, owner.unwrap_or_default())
        }
        Toast::DraftTrouble(reason) => draft_trouble(reason.as_str()),
        Toast::Saving => keyed("toast_saving").to_owned(),
        Toast::CopiedForGood => keyed("toast_copied_for_good").to_owned(),
        Toast::CopiedMasked => keyed("toast_copied_masked").to_owned(),
        Toast::DraftOfAnotherDay => keyed("toast_draft_of_another_day").to_owned(),
        Toast::Ours => toast_ours().to_owned(),
        Toast::KitVersion(number) => toast_kit_version(number.to_string()),
        Toast::Idle => keyed("toast_idle").to_owned(),
        Toast::IdleWiped => keyed("toast_idle_wiped").to_owned(),
    }
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
