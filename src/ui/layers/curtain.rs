//! The curtain: what hides everything when the agent looks away.
//!
//! It must never show anything of the contact.

use eframe::egui::Ui;

use super::frame::cover;
use crate::app::{Action, Actions, Command, State};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap};

/// Hides everything until the agent comes back.
pub fn curtain_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let key = text::cap_of(Command::Curtain, &state.settings);
    cover(ui, text::curtain(), t.colors.ground, |ui| {
        gap(ui, ui.available_height() * 0.3);
        widgets::text(
            ui,
            text::curtain(),
            fonts::bold(t.type_scale.lead),
            t.colors.ink,
        );
        gap(ui, 8.0);
        widgets::text(
            ui,
            text::curtain_detail(key.as_str()),
            fonts::regular(t.type_scale.body),
            t.colors.muted,
        );
        gap(ui, 16.0);
        if Button::new(Kind::Choice, text::resume())
            .cap(&key)
            .show(ui)
            .clicked()
        {
            out.push(Action::Curtain);
        }
    });
}
