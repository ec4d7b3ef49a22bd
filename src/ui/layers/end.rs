//! The note has not left: two buttons, and a way back.

use eframe::egui::Ui;

use crate::app::{Action, Actions};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap};

/// Draws the question and its two answers.
pub(super) fn confirm_ui(ui: &mut Ui, out: &mut Actions) {
    let t = tokens();
    widgets::text(
        ui,
        text::CONFIRM_DETAIL,
        fonts::regular(t.type_scale.body),
        t.colors.ink,
    );
    gap(ui, 20.0);
    ui.horizontal(|ui| {
        if Button::new(Kind::Loud, text::COPY_AND_END)
            .cap("Entrée")
            .show(ui)
            .clicked()
        {
            out.push(Action::CopyAndEnd);
        }
        if Button::new(Kind::Quiet, text::END_WITHOUT_NOTE)
            .cap("X")
            .show(ui)
            .clicked()
        {
            out.push(Action::EndWithoutNote);
        }
        if Button::new(Kind::Quiet, text::BACK)
            .cap("Échap")
            .show(ui)
            .clicked()
        {
            out.push(Action::Dismiss);
        }
    });
}
