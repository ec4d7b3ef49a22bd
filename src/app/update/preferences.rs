//! What this workplace chooses.

use crate::app::action::{Action, Effect, SettingChange};
use crate::app::command::Command;
use crate::app::keys::Key;
use crate::app::publishing;
use crate::app::state::{Shape, State, Toast};

/// Carries out what is its own; gives back what is not.
///
/// # Errors
/// The action, untouched, when it belongs elsewhere.
pub(super) fn apply(state: &mut State, action: Action) -> Result<Vec<Effect>, Action> {
    match action {
        Action::ToggleFold => {
            state.session.folded = Some(state.shape_wanted() == Shape::Wide);
        }
        Action::TogglePin => {
            state.settings.on_top = !state.settings.on_top;
            return Ok(vec![save_settings(state), Effect::Level]);
        }
        Action::Zoom(steps) => {
            if steps == 0 {
                state.settings.zoom_percent = 100;
            } else {
                state.settings.zoom_by(steps);
            }
            state.toast = Some(Toast::Zoom(state.settings.zoom_percent));
            let mut effects = vec![save_settings(state)];
            if state.shape == Shape::Strip {
                // The strip keeps its width in letters, not in pixels.
                effects.push(Effect::Rescale);
            }
            return Ok(effects);
        }
        Action::PickPublishedFolder => return Ok(vec![Effect::PickPublishedFolder]),
        Action::PublishedFolderPicked(folder) => {
            let is_locked = state.settings.is_locked("published_folder");
            if let Some(folder) = folder.filter(|_| !is_locked) {
                publishing::chosen(state, Some(folder));
                let mut effects = vec![save_settings(state)];
                effects.extend(state.look_for_kit());
                return Ok(effects);
            }
        }
        Action::Set(SettingChange::PublishedFolder(folder)) => {
            publishing::chosen(state, folder);
            let mut effects = vec![save_settings(state)];
            effects.extend(state.look_for_kit());
            return Ok(effects);
        }
        Action::Set(SettingChange::LocalFolder(folder)) => {
            if state.settings.is_locked("local_folder") {
                return Ok(Vec::new());
            }
            state.settings.local_folder = folder;
            let mut effects = vec![save_settings(state)];
            effects.extend(state.look_for_local());
            return Ok(effects);
        }
        Action::Set(change) => {
            let level = matches!(change, SettingChange::OnTop(_));
            set(state, change);
            let mut effects = vec![save_settings(state)];
            effects.extend(level.then_some(Effect::Level));
            return Ok(effects);
        }
        Action::StartRebinding(command) => state.rebinding = Some(command),
        Action::StopRebinding => state.rebinding = None,
        Action::Rebind(command, letter) => return Ok(rebind(state, command, letter)),
        Action::SettingsSaved(result) => {
            if let Err(reason) = result {
                state.toast = Some(Toast::SettingsNotSaved(reason));
            }
        }
        Action::PlaceIs(shape, place) => {
            let kept = match shape {
                Shape::Wide => &mut state.settings.wide_place,
                Shape::Strip => &mut state.settings.strip_place,
            };
            if *kept != Some(place) {
                *kept = Some(place);
                return Ok(vec![save_settings(state)]);
            }
        }
        other => return Err(other),
    }
    Ok(Vec::new())
}

/// Changes a setting that another space asks for.
pub(in crate::app) fn set_and_save(state: &mut State, change: SettingChange) -> Vec<Effect> {
    apply(state, Action::Set(change)).unwrap_or_default()
}

pub(super) fn save_settings(state: &State) -> Effect {
    Effect::SaveSettings(Box::new(state.settings.clone()))
}

pub(super) fn set(state: &mut State, change: SettingChange) {
    let settings = &mut state.settings;
    match change {
        SettingChange::Language(language) => settings.language = language,
        SettingChange::Theme(theme) => settings.theme = theme,
        SettingChange::Channel(channel) => {
            settings.channel = channel;
            if state.session.interview.is_blank() {
                let channel = state.first_channel();
                state.session.interview.set_channel(channel);
            }
        }
        SettingChange::Accredited(accredited) => {
            settings.accredited = accredited;
            state.recompute();
        }
        SettingChange::SingleLetters(on) => settings.single_letters = on,
        SettingChange::Folds(on) => settings.folds = on,
        SettingChange::OnTop(on) => settings.on_top = on,
        SettingChange::Timer(on) => settings.timer = on,
        SettingChange::CopyTemplate(template) => settings.copy_template = template,
        SettingChange::NoteFormat(format) => settings.note_format = format,
        SettingChange::NoteLength(length) => settings.note_length = length,
        SettingChange::ClipboardSeconds(seconds) => settings.clipboard_seconds = seconds,
        SettingChange::ExportFolder(folder) => settings.export_folder = folder,
        SettingChange::PublishedFolder(folder) => publishing::chosen(state, folder),
        SettingChange::LocalFolder(folder) => settings.local_folder = folder,
        SettingChange::ResetKeys => settings.keys.clear(),
    }
}

/// Gives a letter to a command, unless another command or a family has it.
pub(super) fn rebind(state: &mut State, command: Command, letter: char) -> Vec<Effect> {
    let of_family = |f: &crate::domain::kit::Family| f.key.to_ascii_lowercase() == letter;
    let taken = Command::of_key(Key::Letter(letter), &state.settings);
    if taken.is_some_and(|other| other != command) || state.kit.families.iter().any(of_family) {
        state.toast = Some(Toast::LetterTaken(letter));
        return Vec::new();
    }
    state.rebinding = None;
    let keys = &mut state.settings.keys;
    if command.printed_letter() == Some(letter) {
        keys.remove(command.id());
    } else {
        keys.insert(command.id().to_owned(), letter);
    }
    vec![save_settings(state)]
}
