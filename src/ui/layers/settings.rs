//! What this workplace chooses, each at once in force; what an administrator fixed says so.

mod notes;
mod published;

use eframe::egui::{Response, Ui, vec2};

use crate::app::action::SettingChange;
use crate::app::{Action, Actions, Command, State};
use crate::domain::vocab::{Language, ThemeChoice};
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::cue::{Tick, Trailing, row};
use crate::ui::widgets::{self, caption, gap, hairline};
use crate::ui::{Surroundings, text};

pub(super) use notes::typed;

/// What is being typed here, until it is chosen.
#[derive(Debug, Default)]
pub(super) struct Typing {
    folder: Option<String>,
    published: Option<String>,
    /// The folder that was chosen when that was typed.
    published_from: Option<std::path::PathBuf>,
    template: Option<String>,
}

fn small(ui: &mut Ui, words: impl Into<String>) -> Response {
    let t = tokens();
    let font = fonts::regular(t.type_scale.small);
    widgets::text(ui, words, font, t.colors.muted)
}

/// A caption, and whether the setting may be changed here.
fn heading(ui: &mut Ui, state: &State, title: &str, name: &str) -> bool {
    let locked = state.settings.is_locked(name);
    if locked {
        caption(ui, format!("{title} · {}", text::settings_locked()));
    } else {
        caption(ui, title);
    }
    gap(ui, 6.0);
    !locked
}

/// One of several words; gives the one clicked.
fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    options: &[(T, &str)],
    current: T,
    enabled: bool,
) -> Option<T> {
    let mut picked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (value, words) in options {
            let button = Button::new(Kind::Choice, words)
                .small()
                .chosen(*value == current)
                .enabled(enabled);
            if button.show(ui).clicked() {
                picked = Some(*value);
            }
        }
    });
    gap(ui, 14.0);
    picked.filter(|value| *value != current)
}

/// A setting that is on or off.
fn switch(
    ui: &mut Ui,
    state: &State,
    words: &str,
    (name, on): (&str, bool),
    change: fn(bool) -> SettingChange,
    out: &mut Actions,
) {
    let tick = if on { Tick::Yes } else { Tick::Unknown };
    let locked = state.settings.is_locked(name);
    let trailing = if locked { text::settings_locked() } else { "" };
    let height = if ui.available_width() < 420.0 {
        48.0
    } else {
        tokens().space.row + 4.0
    };
    let response = row(ui, words, tick, Trailing::Words(trailing), None, height);
    if response.clicked() && !locked {
        out.push(Action::Set(change(!on)));
    }
}

/// Draws the settings; `typing` is what is being typed.
pub(super) fn settings_ui(
    ui: &mut Ui,
    state: &State,
    around: &Surroundings,
    typing: &mut Typing,
    out: &mut Actions,
) {
    let settings = &state.settings;
    for warning in &around.warnings {
        let t = tokens();
        let font = fonts::semibold(t.type_scale.small);
        widgets::text(ui, warning.clone(), font, t.colors.amber);
        gap(ui, 10.0);
    }
    if let Some(why) = state.no_draft {
        super::kept::no_draft_ui(ui, why);
        gap(ui, 10.0);
    }
    let enabled = heading(ui, state, text::settings_language(), "language");
    let languages = Language::ALL.iter().map(|l| (*l, l.label()));
    let languages: Vec<_> = languages.collect();
    if let Some(language) = choice(ui, &languages, settings.language, enabled) {
        out.push(Action::Set(SettingChange::Language(language)));
    }
    let enabled = heading(ui, state, text::settings_theme(), "theme");
    let themes: Vec<_> = ThemeChoice::ALL
        .iter()
        .map(|t| (*t, text::term(*t)))
        .collect();
    if let Some(theme) = choice(ui, &themes, settings.theme, enabled) {
        out.push(Action::Set(SettingChange::Theme(theme)));
    }
    zoom_ui(ui, state, out);
    let enabled = heading(ui, state, text::settings_channel(), "channel");
    let mut channels = vec![(None, text::settings_channel_kit())];
    channels.extend(
        state
            .kit
            .channels
            .iter()
            .map(|c| (Some(*c), text::term(*c))),
    );
    if let Some(channel) = choice(ui, &channels, settings.channel, enabled) {
        out.push(Action::Set(SettingChange::Channel(channel)));
    }
    caption(ui, text::settings_window());
    gap(ui, 2.0);
    let folds = ("folds", settings.folds);
    switch(
        ui,
        state,
        text::settings_folds(),
        folds,
        SettingChange::Folds,
        out,
    );
    let on_top = ("on_top", settings.on_top);
    switch(
        ui,
        state,
        text::settings_on_top(),
        on_top,
        SettingChange::OnTop,
        out,
    );
    if !state.can_pin {
        small(ui, text::pin_unavailable());
    }
    let timer = ("timer", settings.timer);
    switch(
        ui,
        state,
        text::settings_timer(),
        timer,
        SettingChange::Timer,
        out,
    );
    gap(ui, 12.0);
    keys_ui(ui, state, out);
    caption(ui, text::settings_structure());
    gap(ui, 2.0);
    let accredited = ("accredited", settings.accredited);
    let words = text::settings_accredited();
    switch(ui, state, words, accredited, SettingChange::Accredited, out);
    gap(ui, 12.0);
    notes::notes_ui(ui, state, around, typing, out);
    published::published_ui(ui, state, typing, out);
    hairline(ui);
    gap(ui, 8.0);
    small(ui, format!("{} {}", state.kit.title, state.kit.version));
    if !around.renderer.is_empty() {
        small(ui, text::settings_renderer(around.renderer.as_str()));
    }
    if around.settings_file.is_empty() {
        small(ui, text::settings_no_file());
    } else {
        small(ui, text::settings_file(around.settings_file.as_str()));
    }
}

fn zoom_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let enabled = heading(ui, state, text::settings_zoom(), "zoom_percent");
    let now = text::percent(state.settings.zoom_percent.to_string());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (words, command) in [
            (text::command(Command::ZoomOut), Command::ZoomOut),
            (now.as_str(), Command::ZoomReset),
            (text::command(Command::ZoomIn), Command::ZoomIn),
        ] {
            let cap = text::cap_of(command, &state.settings);
            let button = Button::new(Kind::Choice, words)
                .small()
                .cap(&cap)
                .enabled(enabled);
            if button.show(ui).clicked() {
                out.push(Action::Run(command));
            }
        }
    });
    gap(ui, 14.0);
}

/// Single letters as keys, and the letter of each command that has one.
fn keys_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    caption(ui, text::settings_keyboard());
    gap(ui, 2.0);
    let letters = ("single_letters", state.settings.single_letters);
    let words = text::settings_single_letters();
    switch(ui, state, words, letters, SettingChange::SingleLetters, out);
    small(ui, text::settings_single_letters_detail());
    gap(ui, 10.0);
    if !state.settings.single_letters || state.settings.is_locked("keys") {
        return;
    }
    caption(ui, text::settings_letters());
    gap(ui, 4.0);
    let commands = Command::ALL.iter().filter(|c| c.printed_letter().is_some());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for command in commands {
            let cap = text::cap_of(*command, &state.settings);
            let button = Button::new(Kind::Choice, text::command(*command))
                .small()
                .cap(&cap)
                .chosen(state.rebinding == Some(*command));
            if button.show(ui).clicked() {
                // The letter that comes next is for the settings, not for a focused button.
                out.push(Action::StartRebinding(*command));
            }
        }
    });
    gap(ui, 6.0);
    if let Some(command) = state.rebinding {
        let t = tokens();
        let said = widgets::text(
            ui,
            text::settings_rebind_now(text::command(command)),
            fonts::semibold(t.type_scale.body),
            t.colors.accent,
        );
        ui.accesskit_node_builder(said.id, |node| {
            node.set_live(eframe::egui::accesskit::Live::Polite);
        });
    }
    if let Some(toast @ crate::app::Toast::LetterTaken(_)) = &state.toast {
        let t = tokens();
        let said = widgets::text(
            ui,
            text::toast(state, toast),
            fonts::semibold(t.type_scale.body),
            t.colors.red,
        );
        ui.accesskit_node_builder(said.id, |node| {
            node.set_live(eframe::egui::accesskit::Live::Assertive);
        });
    }
    if !state.settings.keys.is_empty()
        && Button::new(Kind::Quiet, text::settings_rebind_reset())
            .small()
            .show(ui)
            .clicked()
    {
        out.push(Action::Set(SettingChange::ResetKeys));
    }
    gap(ui, 12.0);
}
