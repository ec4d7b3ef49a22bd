//! What concerns notes: how long their text, how long on the clipboard, in which folder.

use eframe::egui::{TextEdit, Ui, vec2};

use super::{choice, heading, small};
use crate::app::action::SettingChange;
use crate::app::{Action, Actions, State};
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::{self, caption, gap};
use crate::ui::{Surroundings, text};

/// Lengths of the free text to choose from, in characters.
const LENGTHS: [u16; 4] = [0, 140, 280, 600];
/// Times on the clipboard to choose from, in seconds.
const SECONDS: [Option<u16>; 3] = [Some(60), Some(300), None];

/// Draws them.
pub(super) fn notes_ui(
    ui: &mut Ui,
    state: &State,
    around: &Surroundings,
    folder: &mut Option<String>,
    out: &mut Actions,
) {
    let settings = &state.settings;
    let enabled = heading(ui, state, text::settings_note_length(), "note_length");
    let mut lengths = LENGTHS.to_vec();
    if !lengths.contains(&settings.note_length) {
        lengths.push(settings.note_length);
        lengths.sort_unstable();
    }
    let words: Vec<String> = lengths
        .iter()
        .map(|length| match length {
            0 => text::settings_note_none().to_owned(),
            length => text::settings_note_characters(length.to_string()),
        })
        .collect();
    let options: Vec<_> = lengths
        .iter()
        .copied()
        .zip(words.iter().map(String::as_str))
        .collect();
    if let Some(length) = choice(ui, &options, settings.note_length, enabled) {
        out.push(Action::Set(SettingChange::NoteLength(length)));
    }
    clipboard_ui(ui, state, out);
    folder_ui(ui, state, around, folder, out);
}

fn clipboard_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let current = state.settings.clipboard_seconds;
    let enabled = heading(ui, state, text::settings_clipboard(), "clipboard_seconds");
    let mut times = SECONDS.to_vec();
    if !times.contains(&current) {
        times.insert(0, current);
    }
    let words: Vec<String> = times
        .iter()
        .map(|time| text::clipboard_time(*time))
        .collect();
    let options: Vec<_> = times
        .iter()
        .copied()
        .zip(words.iter().map(String::as_str))
        .collect();
    if let Some(seconds) = choice(ui, &options, current, enabled) {
        out.push(Action::Set(SettingChange::ClipboardSeconds(seconds)));
    }
    small(ui, text::settings_clipboard_detail());
    gap(ui, 14.0);
}

/// The folder of exported notes: the usual one, or the one typed.
fn folder_ui(
    ui: &mut Ui,
    state: &State,
    around: &Surroundings,
    folder: &mut Option<String>,
    out: &mut Actions,
) {
    let t = tokens();
    let enabled = heading(ui, state, text::settings_folder(), "export_folder");
    small(
        ui,
        text::settings_folder_default(around.notes_folder.as_str()),
    );
    gap(ui, 4.0);
    let label = caption(ui, text::settings_folder_field());
    let chosen = state.settings.export_folder.as_ref();
    let typed = folder
        .get_or_insert_with(|| chosen.map_or_else(String::new, |path| path.display().to_string()));
    let edit = TextEdit::singleline(typed)
        .id(eframe::egui::Id::unique("export_folder"))
        .font(fonts::regular(t.type_scale.body))
        .margin(vec2(10.0, 7.0))
        .desired_width(ui.available_width().min(520.0));
    let response = ui.add_enabled(enabled, edit).labelled_by(label.id);
    if response.lost_focus() {
        choose_folder(state, typed, out);
    }
    if let Some(warning) = text::place_warning(state.notes_place) {
        gap(ui, 4.0);
        let font = fonts::semibold(t.type_scale.small);
        widgets::text(ui, warning, font, t.colors.amber);
    }
    let path = std::path::Path::new(typed.trim());
    if path.is_relative() && !typed.trim().is_empty() {
        gap(ui, 4.0);
        let font = fonts::semibold(t.type_scale.small);
        widgets::text(ui, text::settings_folder_absolute(), font, t.colors.red);
    }
    gap(ui, 14.0);
}

/// Chooses the folder typed, if it is a whole path and another than the one in use; empty goes back
/// to the usual one.
pub(in crate::ui::layers) fn choose_folder(state: &State, typed: &str, out: &mut Actions) {
    let path = std::path::Path::new(typed.trim());
    if path.is_relative() && !typed.trim().is_empty() {
        return;
    }
    let wanted = (!typed.trim().is_empty()).then(|| path.to_owned());
    if wanted != state.settings.export_folder {
        out.push(Action::Set(SettingChange::ExportFolder(wanted)));
    }
}
