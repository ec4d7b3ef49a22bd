//! The header of the workshop: which kit, whether the draft is kept, undo, and the way back.

use eframe::egui::{Align, Layout, Ui, accesskit, vec2};

use crate::app::workshop::{Keeping, Message, WorkshopAction};
use crate::app::{Action, Actions, Command, State};
use crate::ui::panel::message::is_urgent;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap};

/// From this width everything is on one line, with its keys.
const ONE_LINE: f32 = 1000.0;
/// From this width it is on one line without them.
const MIDDLE: f32 = 620.0;

/// Width from which a message has its buttons beside it.
const BESIDE: f32 = 480.0;

/// How much of the header there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    /// One line, with keys and the kit's title.
    Wide,
    /// One line.
    Middle,
    /// Two lines.
    Narrow,
}

fn room(width: f32) -> Room {
    match width {
        width if width >= ONE_LINE => Room::Wide,
        width if width >= MIDDLE => Room::Middle,
        _ => Room::Narrow,
    }
}

/// Height of the header.
pub(super) fn height(ui: &Ui) -> f32 {
    let t = tokens();
    match room(ui.max_rect().width()) {
        Room::Wide | Room::Middle => t.space.header,
        Room::Narrow => t.space.header + t.space.row + 4.0,
    }
}

/// Draws the header of a window of that width.
pub(super) fn header_ui(ui: &mut Ui, state: &State, width: f32, out: &mut Actions) {
    let t = tokens();
    let room = room(width);
    let wide = room == Room::Wide;
    if room != Room::Narrow {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_height(t.space.header);
            brand_ui(ui, state, wide);
            let free = ui.available_width() - if wide { 560.0 } else { 460.0 };
            if wide && free > 80.0 {
                ui.allocate_ui(vec2(free, t.space.row), |ui| {
                    ui.set_max_width(free);
                    news_ui(ui, state);
                });
            }
            widgets::at_right(ui, "workshop_right", t.space.header, |ui| {
                if wide || !news_ui(ui, state) {
                    keeping_ui(ui, state);
                }
                undo_ui(ui, state, wide, out);
                leave_ui(ui, state, wide, out);
            });
        });
        return;
    }
    ui.vertical(|ui| {
        widgets::bar(ui, t.space.header, |ui| {
            leave_ui(ui, state, false, out);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                brand_ui(ui, state, false);
            });
        });
        super::outdent(ui, 8.0, t.space.row, |ui| {
            undo_ui(ui, state, false, out);
            if !news_ui(ui, state) {
                keeping_ui(ui, state);
            }
        });
    });
}

fn brand_ui(ui: &mut Ui, state: &State, wide: bool) {
    let t = tokens();
    if wide {
        let font = fonts::bold(t.type_scale.title);
        widgets::line(ui, text::brand(), font, t.colors.accent);
    }
    let font = fonts::semibold(t.type_scale.body);
    widgets::line(ui, text::command(Command::Workshop), font, t.colors.ink);
    if state.workshop.ours().is_on() {
        // Always in sight: what one writes here is for one's own structure.
        let font = fonts::semibold(t.type_scale.small);
        widgets::line(ui, text::ours_ours(), font, t.colors.accent);
    }
    if wide && let Some(content) = state.workshop.content() {
        gap(ui, 0.0);
        let font = fonts::regular(t.type_scale.small);
        widgets::line(ui, content.title.clone(), font, t.colors.muted);
    }
}

/// Says what passes: what was undone, what the program has to say. Gives whether there was any.
pub(super) fn news_ui(ui: &mut Ui, state: &State) -> bool {
    let t = tokens();
    let passing = state.workshop.message.as_ref().filter(|m| m.is_passing());
    let (words, urgent) = match (&state.toast, passing) {
        (Some(toast), _) => (text::toast(state, toast), is_urgent(toast)),
        (None, Some(message)) => (text::workshop_message(message), false),
        (None, None) => return false,
    };
    let color = if urgent { t.colors.red } else { t.colors.ink };
    let font = fonts::semibold(t.type_scale.small);
    let said = widgets::line(ui, words.clone(), font, color).on_hover_text(words);
    let live = if urgent {
        accesskit::Live::Assertive
    } else {
        accesskit::Live::Polite
    };
    ui.accesskit_node_builder(said.id, |node| node.set_live(live));
    true
}

/// Says where the draft stands with the disk.
fn keeping_ui(ui: &mut Ui, state: &State) {
    let t = tokens();
    let (words, color) = match state.workshop.keeping {
        Keeping::Going => (text::atelier_keeping(), t.colors.muted),
        Keeping::Kept => (text::atelier_kept(), t.colors.muted),
        Keeping::Failing => (text::atelier_not_kept(), t.colors.red),
        Keeping::Nowhere if state.workshop.changes() > 0 => {
            (text::atelier_nowhere(), t.colors.amber)
        }
        Keeping::Nothing | Keeping::Nowhere => return,
    };
    widgets::line(ui, words, fonts::regular(t.type_scale.small), color);
}

fn undo_ui(ui: &mut Ui, state: &State, wide: bool, out: &mut Actions) {
    let workshop = &state.workshop;
    for (command, words, label, action) in [
        (
            Command::Undo,
            text::command(Command::Undo),
            workshop.undo_label(),
            WorkshopAction::Undo,
        ),
        (
            Command::Redo,
            text::command(Command::Redo),
            workshop.redo_label(),
            WorkshopAction::Redo,
        ),
    ] {
        let cap = text::cap_of(command, &state.settings);
        let mut button = Button::new(Kind::Quiet, words)
            .small()
            .enabled(label.is_some());
        if wide {
            button = button.cap(&cap);
        }
        let response = button.show(ui);
        let response = match label {
            Some(label) => response.on_hover_text(text::named(words, label)),
            None => response,
        };
        if response.clicked() {
            out.push(Action::workshop(action));
        }
    }
}

/// The way back: to the contact that waits, or to the panel.
pub(super) fn leave_ui(ui: &mut Ui, state: &State, wide: bool, out: &mut Actions) {
    let waiting = !state.session.is_blank() || state.parked.is_some();
    let words = if waiting {
        text::atelier_to_interview()
    } else {
        text::atelier_to_panel()
    };
    let cap = text::cap_of(Command::Workshop, &state.settings);
    let kind = if waiting { Kind::Loud } else { Kind::Choice };
    let mut button = Button::new(kind, words).small();
    if wide {
        button = button.cap(&cap);
    }
    if button.show(ui).clicked() {
        out.push(Action::workshop(WorkshopAction::Leave));
    }
}

/// Says what has just happened, and offers to take it back.
pub(super) fn message_ui(ui: &mut Ui, pen: &mut super::Pen<'_>) {
    let t = tokens();
    let message = pen.workshop.message.as_ref();
    let Some(message) = message.filter(|message| !message.is_passing()) else {
        return;
    };
    let urgent = matches!(
        message,
        Message::Refused(_) | Message::NotKept(_) | Message::Told(_)
    );
    let color = if urgent { t.colors.red } else { t.colors.ink };
    let words = text::workshop_message(message);
    let undoable = matches!(message, Message::Deleted(_) | Message::Abandoned);
    eframe::egui::Frame::new()
        .fill(t.colors.surface)
        .stroke(eframe::egui::Stroke::new(
            t.stroke.hairline,
            if urgent { t.colors.red } else { t.colors.line },
        ))
        .corner_radius(widgets::radius(t.radius.control))
        .inner_margin(eframe::egui::Margin::symmetric(14, 8))
        .show(ui, |ui| {
            let width = ui.available_width();
            ui.set_width(width);
            let say = |ui: &mut Ui| {
                let font = fonts::semibold(t.type_scale.small + 1.0);
                let said = widgets::text(ui, words.as_str(), font, color);
                let live = if urgent {
                    accesskit::Live::Assertive
                } else {
                    accesskit::Live::Polite
                };
                ui.accesskit_node_builder(said.id, |node| node.set_live(live));
            };
            if width < BESIDE {
                say(ui);
                gap(ui, 4.0);
                super::outdent(ui, 8.0, t.space.row, |ui| ways_ui(ui, undoable, pen));
                return;
            }
            ui.horizontal(|ui| {
                let room = width - if undoable { 190.0 } else { 100.0 };
                ui.allocate_ui(vec2(room, t.space.row), |ui| {
                    ui.set_width(room);
                    say(ui);
                });
                ways_ui(ui, undoable, pen);
            });
        });
    gap(ui, 12.0);
}

/// What one may do about a message.
fn ways_ui(ui: &mut Ui, undoable: bool, pen: &mut super::Pen<'_>) {
    if undoable
        && Button::new(Kind::Choice, text::atelier_undo_this())
            .small()
            .show(ui)
            .clicked()
    {
        pen.push(WorkshopAction::Undo);
    }
    if Button::new(Kind::Quiet, text::atelier_understood())
        .small()
        .show(ui)
        .clicked()
    {
        pen.push(WorkshopAction::DismissMessage);
    }
}
