//! The note has not left: two buttons, and a way back.

use eframe::egui::Ui;

use crate::app::keys::Key;
use crate::app::state::AfterEnd;
use crate::app::{Action, Actions, State, TrainingAction, WorkshopAction};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap};

/// Draws the question and its two answers.
pub(super) fn confirm_ui(ui: &mut Ui, state: &State, then: AfterEnd, out: &mut Actions) {
    let t = tokens();
    let cap = |key| text::cap_for(key, &state.settings);
    let (detail, keep) = match then {
        AfterEnd::New => (text::confirm_detail(), text::copy_and_end()),
        AfterEnd::Quit => (text::confirm_quit_detail(), text::save_and_close()),
    };
    widgets::text(ui, detail, fonts::regular(t.type_scale.body), t.colors.ink);
    gap(ui, 20.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if Button::new(Kind::Loud, keep)
            .cap(&cap(Key::Enter))
            .show(ui)
            .clicked()
        {
            out.push(Action::CopyAndEnd);
        }
        if Button::new(Kind::Quiet, text::end_without_note())
            .cap(&cap(Key::Letter('x')))
            .show(ui)
            .clicked()
        {
            out.push(Action::EndWithoutNote);
        }
        if Button::new(Kind::Quiet, text::back())
            .cap(&cap(Key::Escape))
            .show(ui)
            .clicked()
        {
            out.push(Action::Dismiss);
        }
    });
}

/// Draws the question before the workshop takes the place of a contact.
pub(super) fn to_workshop_ui(ui: &mut Ui, out: &mut Actions) {
    let go = Action::workshop(WorkshopAction::Enter);
    let words = (text::atelier_contact_detail(), text::atelier_contact_go());
    away_ui(ui, words, go, out);
}

/// Draws the question before training takes the place of a contact.
pub(super) fn to_training_ui(ui: &mut Ui, out: &mut Actions) {
    let words = (text::training_contact_detail(), text::training_contact_go());
    away_ui(ui, words, TrainingAction::Enter.into(), out);
}

/// What becomes of the contact, and the two ways: the person first.
fn away_ui(ui: &mut Ui, (detail, leave): (&str, &str), go: Action, out: &mut Actions) {
    let t = tokens();
    let font = fonts::regular(t.type_scale.body);
    widgets::text(ui, detail, font, t.colors.ink);
    gap(ui, 20.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if Button::new(Kind::Loud, text::atelier_contact_stay())
            .cap(&text::key_cap(Key::Enter))
            .show(ui)
            .clicked()
        {
            out.push(Action::Dismiss);
        }
        if Button::new(Kind::Choice, leave).show(ui).clicked() {
            out.push(go);
        }
    });
}
