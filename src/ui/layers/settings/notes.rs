//! What concerns notes: how long their text, how long on the clipboard, in which folder.

use eframe::egui::accesskit::Live;
use eframe::egui::{TextEdit, Ui, vec2};

use super::{Typing, choice, heading, small};
use crate::app::action::SettingChange;
use crate::app::{Action, Actions, State};
use crate::domain::template::{LONGEST, Template, USUAL};
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
    typing: &mut Typing,
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
    template_ui(ui, state, &mut typing.template, out);
    folder_ui(ui, state, around, &mut typing.folder, out);
}

/// What was typed and left is chosen.
pub(in crate::ui::layers) fn typed(state: &State, typing: &mut Typing, out: &mut Actions) {
    if let Some(typed) = typing.folder.take() {
        choose_folder(state, &typed, out);
    }
    if let Some(typed) = typing.published.take() {
        super::published::choose(state, &typed, out);
    }
    if let Some(typed) = typing.template.take() {
        choose_template(state, &typed, out);
    }
}

/// Chooses the template typed, if it is sound and another than the one in use; empty copies the note.
fn choose_template(state: &State, typed: &str, out: &mut Actions) {
    let wanted = (!typed.trim().is_empty()).then(|| typed.to_owned());
    let sound = wanted
        .as_deref()
        .is_none_or(|source| Template::parse(source).is_ok());
    if sound && wanted != state.settings.copy_template {
        out.push(Action::Set(SettingChange::CopyTemplate(wanted)));
    }
}

/// What is copied for the business application: the whole note, or a template with places to fill.
fn template_ui(ui: &mut Ui, state: &State, template: &mut Option<String>, out: &mut Actions) {
    let t = tokens();
    let enabled = heading(ui, state, text::settings_template(), "copy_template");
    let current = &state.settings.copy_template;
    let options = [
        (false, text::settings_template_none()),
        (true, text::settings_template_own()),
    ];
    let has_own = template
        .as_ref()
        .or(current.as_ref())
        .is_some_and(|s| !s.trim().is_empty());
    if let Some(own) = choice(ui, &options, has_own, enabled) {
        let wanted = own.then(|| USUAL.to_owned());
        *template = Some(wanted.clone().unwrap_or_default());
        out.push(Action::Set(SettingChange::CopyTemplate(wanted)));
    }
    if !has_own {
        return;
    }
    let source = template.get_or_insert_with(|| current.clone().unwrap_or_default());
    let edit = TextEdit::multiline(source)
        .id(eframe::egui::Id::unique("copy_template"))
        .font(fonts::regular(t.type_scale.body))
        .char_limit(LONGEST)
        .margin(vec2(10.0, 7.0))
        .desired_rows(6)
        .desired_width(ui.available_width().min(520.0));
    let label = small(ui, text::settings_template_detail());
    gap(ui, 4.0);
    let response = widgets::in_sight(ui.add_enabled(enabled, edit)).labelled_by(label.id);
    if response.lost_focus() {
        choose_template(state, source, out);
    }
    if let Err(faults) = Template::parse(source) {
        for fault in faults.iter().take(3) {
            gap(ui, 4.0);
            let font = fonts::semibold(t.type_scale.small);
            let said = widgets::text(ui, fault.to_string(), font, t.colors.red);
            ui.accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
        }
        gap(ui, 4.0);
        small(ui, text::settings_template_faulty());
    } else if state.excerpt(source).text() != source {
        // It may be the service's own number: the words of a template are the manager's to choose.
        gap(ui, 4.0);
        small(ui, text::settings_template_found());
    }
    gap(ui, 14.0);
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
    let response = widgets::in_sight(ui.add_enabled(enabled, edit)).labelled_by(label.id);
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
fn choose_folder(state: &State, typed: &str, out: &mut Actions) {
    let path = std::path::Path::new(typed.trim());
    if path.is_relative() && !typed.trim().is_empty() {
        return;
    }
    let wanted = (!typed.trim().is_empty()).then(|| path.to_owned());
    if wanted != state.settings.export_folder {
        out.push(Action::Set(SettingChange::ExportFolder(wanted)));
    }
}
