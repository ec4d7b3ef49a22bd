//! The banner: what this space is, in words and in colour at all times, and the way out of it.

use eframe::egui::{Align, Layout, Rect, Sense, Stroke, Ui, accesskit, vec2};

use crate::app::training::Spot;
use crate::app::{Actions, Command, State, TrainingAction};
use crate::ui::panel::message::is_urgent;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, paint_icon};
use crate::ui::workshop::margin;
use crate::ui::{panel, text};

/// From this width everything may be on one line.
const ONE_LINE: f32 = 720.0;
/// Room the sign and the way out take there, beside the words.
const BESIDE_WORDS: f32 = 240.0;
/// From this width the key of the way out is shown.
const WITH_CAPS: f32 = 900.0;

/// What is said of the page in view: an exercise is invented, cards and paper are the kit in use.
fn mark(state: &State) -> &'static str {
    match state.training.spot() {
        Spot::Cards(_) => text::training_mark_cards(),
        Spot::Printing => text::training_mark_printing(),
        Spot::Home => text::training_mark_home(),
        Spot::Simulations | Spot::Simulation(_) | Spot::Practice | Spot::Exchange => {
            text::training_mark()
        }
    }
}

/// The same in two parts, for two lines: what this is, and what to know of it.
fn parts(words: &str) -> (&str, String) {
    let (what, know) = words.split_once(':').unwrap_or((words, ""));
    (what.trim(), text::capital(know.trim()))
}

/// Says whether words stand on one line with the way out.
fn on_one_line(ui: &Ui, words: &str, width: f32) -> bool {
    let t = tokens();
    let font = fonts::bold(t.type_scale.body);
    let words = widgets::unbreakable(words);
    let galley = ui.painter().layout_no_wrap(words, font, t.colors.amber);
    width >= ONE_LINE && galley.size().x + BESIDE_WORDS + 2.0 * margin(width) <= width
}

/// Height of the banner in a window of that width: its words are never cut.
pub(super) fn height(ui: &Ui, state: &State, width: f32) -> f32 {
    let t = tokens();
    let words = mark(state);
    if on_one_line(ui, words, width) {
        return t.space.header;
    }
    let font = fonts::semibold(t.type_scale.small);
    let words = widgets::unbreakable(&parts(words).1);
    let room = width - 2.0 * margin(width);
    let galley = ui.painter().layout(words, font, t.colors.amber, room);
    t.space.header + galley.size().y + 8.0
}

/// Draws the banner.
pub(super) fn banner_ui(ui: &mut Ui, rect: Rect, state: &State, out: &mut Actions) {
    let t = tokens();
    ui.painter().rect_filled(rect, 0.0, t.colors.amber_ground);
    ui.painter().hline(
        rect.x_range(),
        rect.bottom(),
        Stroke::new(2.0, t.colors.amber_bar),
    );
    let width = rect.width();
    let words = mark(state);
    let one_line = on_one_line(ui, words, width);
    let inside = rect.shrink2(vec2(margin(width), 0.0));
    panel::zone(ui, inside, text::training_header(), |ui| {
        if one_line {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_height(t.space.header);
                mark_ui(ui, words);
                news_ui(ui, state);
                widgets::at_right(ui, "training_right", t.space.header, |ui| {
                    leave_ui(ui, state, width >= WITH_CAPS, out);
                });
            });
            return;
        }
        let (what, know) = parts(words);
        ui.vertical(|ui| {
            widgets::bar(ui, t.space.header, |ui| {
                leave_ui(ui, state, false, out);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    mark_ui(ui, what);
                    news_ui(ui, state);
                });
            });
            let font = fonts::semibold(t.type_scale.small);
            widgets::text(ui, know, font, t.colors.amber);
        });
    });
}

fn mark_ui(ui: &mut Ui, words: &str) {
    let t = tokens();
    let (icon, _) = ui.allocate_exact_size(vec2(20.0, t.space.row), Sense::hover());
    paint_icon(ui, icon, icons::INFO, 20.0, t.colors.amber);
    let font = fonts::bold(t.type_scale.body);
    widgets::line(ui, words, font, t.colors.amber);
}

/// Says what the program has to say, once.
fn news_ui(ui: &mut Ui, state: &State) {
    let t = tokens();
    let Some(toast) = &state.toast else {
        return;
    };
    let words = text::toast(state, toast);
    let (color, live) = if is_urgent(toast) {
        (t.colors.red, accesskit::Live::Assertive)
    } else {
        (t.colors.ink, accesskit::Live::Polite)
    };
    let font = fonts::semibold(t.type_scale.small);
    let said = widgets::line(ui, words.clone(), font, color).on_hover_text(words);
    ui.accesskit_node_builder(said.id, |node| node.set_live(live));
}

/// The way out: to the contact that waits, or to the panel.
fn leave_ui(ui: &mut Ui, state: &State, caps: bool, out: &mut Actions) {
    let waiting = !state.session.is_blank() || state.parked.is_some();
    let (words, kind) = if waiting {
        (text::atelier_to_interview(), Kind::Loud)
    } else {
        (text::training_leave(), Kind::Choice)
    };
    let cap = text::cap_of(Command::Training, &state.settings);
    let mut button = Button::new(kind, words).small();
    if caps {
        button = button.cap(&cap);
    }
    if button.show(ui).clicked() {
        out.push(TrainingAction::Leave.into());
    }
}
