//! What the window tells of an interview: which one it is, what its note holds, what was done or undone.
//!
//! It must never name a cue or a lead where nobody beside may read it.

use super::{
    cap_of, catalogue, clipboard_time, command, draft_trouble, keyed, language, session_name,
    session_name_theme, settings_rebind_taken, shape_disc, shape_square, summary_nothing,
    summary_steps, summary_text, term, time_unknown, toast_kit_version, toast_ours,
};
use crate::app::command::Command;
use crate::app::history::Changed;
use crate::app::keys::Key;
use crate::app::state::{Badge, SessionName};
use crate::app::{State, Toast};
use crate::domain::evidence::Sighting;
use crate::domain::ids::{CueId, StepId};
use crate::domain::interview::StepMark;
use crate::domain::kit::Kit;
use crate::domain::note::Note;
use crate::text::Value;
use crate::text::wording::within_sentence;

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

fn short_of(kit: &Kit, cue: &CueId) -> String {
    kit.cue(cue.as_str())
        .map_or_else(|| cue.to_string(), |c| within_sentence(&c.short))
}

/// Says what an undo undid.
pub fn changed(kit: &Kit, changed: &Changed) -> String {
    let what = |key: &str, what: String| {
        catalogue::format(language(), key, &[("what", Value::from(what))])
    };
    let lower = |word: &str| word.to_lowercase();
    let title = |step: &StepId| {
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
