//! What stands above the panel: one layer at most, closed by Échap, never a trap.
//!
//! Here is which layer is open and what it holds; `frame` draws what is around any of them.

mod blanks;
mod curtain;
mod end;
mod found;
mod frame;
mod guard;
mod kept;
mod learning;
mod lists;
mod procedures;
pub mod remark;
mod review;
mod settings;
mod sheets;

use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Id, IdSet, Ui};

use crate::app::{Actions, Overlay, State};

use super::Surroundings;
use super::text;

pub use curtain::curtain_ui;
pub use frame::focus_is_on_title;
use frame::{dialog, dialog_with_foot};

/// What views remember that is not work: which layer was open, to give it focus once.
#[derive(Debug, Default)]
pub struct LayerMemory {
    last: Option<Overlay>,
    /// What had the focus before the layer opened, to give it back.
    opener: Option<Id>,
    /// What is being typed in the settings.
    typing: settings::Typing,
    /// Whether a second yes was asked for.
    asked: bool,
    /// The interview whose text the note field last held, and how often it was masked.
    typed: (u32, u32),
    /// The fields of blanks drawn so far: those of a template that was changed meanwhile too.
    blanks: IdSet,
}

/// Draws the open layer, if any.
pub fn layers_ui(
    ui: &mut Ui,
    state: &State,
    around: &Surroundings,
    memory: &mut LayerMemory,
    out: &mut Actions,
) {
    forget_typed(ui, state, memory);
    let Some(overlay) = state.overlay.clone() else {
        if memory.last.take().is_some() {
            // What is typed and left is chosen.
            settings::typed(state, &mut memory.typing, out);
            // Focus goes back to what opened the layer, or to the panel's own keys.
            match memory.opener.take() {
                Some(opener) => ui.memory_mut(|m| m.request_focus(opener)),
                None => ui.memory_mut(eframe::egui::Memory::stop_text_input),
            }
        }
        return;
    };
    let just_opened = memory.last.as_ref() != Some(&overlay);
    if memory.last.is_none() {
        memory.opener = ui.memory(eframe::egui::Memory::focused);
        if let Some(opener) = memory.opener {
            ui.memory_mut(|m| m.surrender_focus(opener));
        }
    }
    memory.last = Some(overlay.clone());
    match overlay {
        Overlay::Danger => sheets::danger_ui(ui, state, just_opened, out),
        Overlay::Shared => sheets::shared_ui(ui, state, just_opened, out),
        Overlay::Settings => {
            let typing = &mut memory.typing;
            let head = (720.0, just_opened);
            dialog(ui, text::settings_title(), head, out, |ui, out| {
                settings::settings_ui(ui, state, around, typing, out);
            });
        }
        Overlay::Kept => {
            let asked = &mut memory.asked;
            let head = (760.0, just_opened);
            dialog(ui, text::kept_title(), head, out, |ui, out| {
                kept::kept_ui(ui, state, asked, out);
            });
        }
        overlay => dialogs_ui(ui, state, overlay, just_opened, out),
    }
}

/// Draws a layer that is a dialog of the panel's own.
#[expect(
    clippy::too_many_lines,
    reason = "one short arm a layer: a table, not a procedure"
)]
fn dialogs_ui(ui: &mut Ui, state: &State, overlay: Overlay, just_opened: bool, out: &mut Actions) {
    match overlay {
        Overlay::Card(id) => dialog(
            ui,
            &title_of(state, &id),
            (760.0, just_opened),
            out,
            |ui, out| {
                sheets::card_ui(ui, state, &id, out);
                remark::remark_ui(ui, state, &id, out);
            },
        ),
        Overlay::ConfirmEnd(then) => dialog(
            ui,
            text::confirm_title(),
            (520.0, just_opened),
            out,
            |ui, out| end::confirm_ui(ui, state, then, out),
        ),
        Overlay::Help => dialog(
            ui,
            text::help_title(),
            (760.0, just_opened),
            out,
            |ui, _| {
                sheets::help_ui(ui, state);
            },
        ),
        Overlay::Leads => dialog(
            ui,
            text::leads_title(),
            (560.0, just_opened),
            out,
            |ui, out| {
                lists::leads_ui(ui, state, out);
            },
        ),
        Overlay::Found => dialog(
            ui,
            text::found_title(),
            (560.0, just_opened),
            out,
            |ui, out| found::found_ui(ui, state, out),
        ),
        Overlay::Learning => dialog(
            ui,
            text::learning_title(),
            (640.0, just_opened),
            out,
            |ui, out| {
                learning::learning_ui(ui, state, out);
            },
        ),
        Overlay::Orientation => {
            dialog(
                ui,
                text::orientation_title(),
                (460.0, just_opened),
                out,
                |ui, out| {
                    lists::orientation_ui(ui, state, out);
                },
            );
        }
        Overlay::Procedure(id) => {
            let title = state
                .kit
                .procedures
                .iter()
                .find(|p| p.id == id)
                .map_or("", |p| p.title.as_str());
            dialog(ui, title, (680.0, just_opened), out, |ui, out| {
                procedures::sheet_ui(ui, state, &id, out);
            });
        }
        Overlay::Procedures => {
            let title = state
                .evidence()
                .theme
                .map_or(text::procedures_title(), text::term);
            dialog(ui, title, (620.0, just_opened), out, |ui, out| {
                procedures::list_ui(ui, state, out);
            });
        }
        Overlay::Questions => {
            dialog(
                ui,
                text::questions_title(),
                (680.0, just_opened),
                out,
                |ui, out| {
                    lists::questions_ui(ui, state, out);
                },
            );
        }
        Overlay::Review => dialog_with_foot(
            ui,
            text::review_title(),
            (980.0, just_opened),
            out,
            |ui, out| review::review_ui(ui, state, out),
            |ui, out| review::buttons_ui(ui, state, out),
        ),
        Overlay::Search => {
            let title = if state.query.starts_with('>') {
                text::commands_title()
            } else {
                text::search_title()
            };
            // The field takes the focus instead of the title.
            dialog(ui, title, (620.0, false), out, |ui, out| {
                lists::search_ui(ui, state, just_opened, out);
            });
        }
        Overlay::Themes => dialog(
            ui,
            text::themes_title(),
            (460.0, just_opened),
            out,
            |ui, out| {
                lists::themes_ui(ui, state, out);
            },
        ),
        Overlay::ToTraining => dialog(
            ui,
            text::atelier_contact_title(),
            (520.0, just_opened),
            out,
            end::to_training_ui,
        ),
        Overlay::ToWorkshop => dialog(
            ui,
            text::atelier_contact_title(),
            (520.0, just_opened),
            out,
            end::to_workshop_ui,
        ),
        // Drawn above.
        Overlay::Danger | Overlay::Kept | Overlay::Shared | Overlay::Settings => {}
    }
}

/// Empties the fields' own undo when their text is another person's, or was masked.
fn forget_typed(ui: &Ui, state: &State, memory: &mut LayerMemory) {
    let template = state.template();
    let blanks = template.iter().flat_map(|template| template.blanks());
    memory
        .blanks
        .extend(blanks.map(|blank| blanks::field(&blank.name)));
    let now = (state.session.id, state.session.masked);
    if memory.typed == now {
        return;
    }
    memory.typed = now;
    let typed = [review::field(), lists::query_field()].into_iter();
    for id in typed.chain(std::mem::take(&mut memory.blanks)) {
        if let Some(mut field) = TextEditState::load(ui.ctx(), id) {
            field.clear_undoer();
            field.store(ui.ctx(), id);
        }
    }
}

fn title_of(state: &State, id: &crate::domain::ids::PersonaId) -> String {
    state
        .kit
        .persona(id.as_str())
        .map_or_else(String::new, |p| p.name.clone())
}
