//! The folder where a manager publishes the kit, and which version is in use here.

use std::path::Path;

use eframe::egui::{TextEdit, Ui, vec2};

use super::{Typing, heading, small};
use crate::app::action::SettingChange;
use crate::app::{Action, Actions, State};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, caption, gap};

/// Draws them.
pub(super) fn published_ui(ui: &mut Ui, state: &State, typing: &mut Typing, out: &mut Actions) {
    let t = tokens();
    let title = text::settings_published();
    let enabled = heading(ui, state, title, "published_folder");
    small(ui, text::settings_published_detail());
    gap(ui, 4.0);
    let label = caption(ui, text::settings_published_field());
    let chosen = state.settings.published_folder.as_ref();
    // A folder chosen in the dialog takes the place of what was typed.
    if typing.published_from.as_ref() != chosen {
        typing.published_from = chosen.cloned();
        typing.published = None;
    }
    let shown = || chosen.map_or_else(String::new, |path| path.display().to_string());
    let typed = typing.published.get_or_insert_with(shown);
    let edit = TextEdit::singleline(typed)
        .id(eframe::egui::Id::unique("published_folder"))
        .font(fonts::regular(t.type_scale.body))
        .margin(vec2(10.0, 7.0))
        .desired_width(ui.available_width().min(520.0));
    let response = widgets::in_sight(ui.add_enabled(enabled, edit)).labelled_by(label.id);
    if response.lost_focus() {
        choose(state, typed, out);
    }
    if is_partial(typed) {
        gap(ui, 4.0);
        let font = fonts::semibold(t.type_scale.small);
        widgets::text(ui, text::settings_folder_absolute(), font, t.colors.red);
    }
    gap(ui, 6.0);
    let button = Button::new(Kind::Quiet, text::settings_published_choose())
        .small()
        .enabled(enabled);
    if button.show(ui).clicked() {
        out.push(Action::PickPublishedFolder);
    }
    gap(ui, 6.0);
    for line in text::published(state) {
        small(ui, line);
    }
    if let Some(trouble) = &state.publishing.trouble {
        let font = fonts::semibold(t.type_scale.small);
        widgets::text(ui, trouble.clone(), font, t.colors.amber);
    }
    gap(ui, 14.0);
}

fn is_partial(typed: &str) -> bool {
    Path::new(typed.trim()).is_relative() && !typed.trim().is_empty()
}

/// Chooses the folder typed, if it is a whole path and another than the one in use; empty is none.
pub(super) fn choose(state: &State, typed: &str, out: &mut Actions) {
    if is_partial(typed) {
        return;
    }
    let wanted = (!typed.trim().is_empty()).then(|| Path::new(typed.trim()).to_owned());
    if wanted != state.settings.published_folder {
        out.push(Action::Set(SettingChange::PublishedFolder(wanted)));
    }
}
