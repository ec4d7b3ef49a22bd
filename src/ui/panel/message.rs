//! The message of the moment: said once, announced, never in the way.

use eframe::egui::accesskit::Live;
use eframe::egui::{Color32, Ui};

use crate::app::{Overlay, State, Toast};
use crate::ui::theme::{fonts, tokens};
use crate::ui::{Surroundings, text, widgets};

/// Says whether a message interrupts.
pub fn is_urgent(toast: &Toast) -> bool {
    matches!(
        toast,
        Toast::NotSaved(_)
            | Toast::OtherNotSaved(_)
            | Toast::KitNotSaved(_)
            | Toast::Conflict(..)
            | Toast::Blocked
            | Toast::ToFill
            | Toast::DraftTrouble(_)
            | Toast::Idle
            | Toast::IdleWiped
            | Toast::SettingsNotSaved(_)
    )
}

/// What there is to say, with its colour and how urgently it is announced.
fn message(state: &State, around: &Surroundings) -> Option<(String, Color32, Live)> {
    let t = tokens();
    let warning = around.warnings.first().cloned();
    match &state.toast {
        Some(toast) => {
            let (color, live) = if is_urgent(toast) {
                (t.colors.red, Live::Assertive)
            } else {
                (t.colors.ink, Live::Polite)
            };
            Some((text::toast(state, toast), color, live))
        }
        None if around.faulty_kit => {
            Some((text::kit_faults().to_owned(), t.colors.amber, Live::Polite))
        }
        None => warning.map(|words| (words, t.colors.amber, Live::Polite)),
    }
}

/// Says whether there is a message now.
pub fn has_message(state: &State, around: &Surroundings) -> bool {
    message(state, around).is_some()
}

/// Draws the message.
pub fn message_ui(ui: &mut Ui, state: &State, around: &Surroundings) {
    let t = tokens();
    let Some((words, color, live)) = message(state, around) else {
        return;
    };
    let font = fonts::semibold(t.type_scale.small);
    let response = widgets::text(ui, words.clone(), font, color);
    let response = response.on_hover_text(words);
    // Announced without moving focus; the review says its own.
    if state.overlay != Some(Overlay::Review) {
        ui.accesskit_node_builder(response.id, |node| node.set_live(live));
    }
}
