//! « Niveaux »: levels as a table, filled in with the keyboard as fast as a spreadsheet.
//!
//! Headings stay in view, only what is in view is drawn, and every cell says its level in a word. It
//! must never colour what it does not also say, nor move a row that is being filled in.

mod filters;
mod keys;
mod layout;
mod pasting;
mod table;

use eframe::egui::{Rect, Role, Ui, UiBuilder, pos2, vec2};

use crate::app::workshop::bench::is_changed;
use crate::app::workshop::levels::Menu;
use crate::app::workshop::{LevelsAction, Spot, WorkshopAction};
use crate::ui::text;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::gap;

use super::{LOW, Pen, header, home, margin, small, title_ui};

pub use table::heat_color;

/// Width from which every choice is in view.
const ROOMY: f32 = 900.0;

/// What the table remembers that is not work.
#[derive(Debug, Default)]
pub(super) struct Memory {
    lines: layout::Lines,
    /// The focus is to follow where one stands.
    follow: bool,
    /// The cell that had the focus last.
    focused: Option<eframe::egui::Id>,
    /// Cells are being chosen with the pointer.
    dragging: bool,
    /// Where one stood when the page was drawn last.
    stood: Option<crate::app::workshop::levels::Place>,
}

fn act(pen: &mut Pen<'_>, action: LevelsAction) {
    pen.push(WorkshopAction::Levels(action));
}

/// Draws the page.
pub(super) fn levels_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    if pen.workshop.levels.pasting.is_some() {
        pasting::pasting_ui(ui, body, pen);
        return;
    }
    if std::mem::take(&mut pen.turned) {
        // One comes to fill it in: the keyboard is the table's at once.
        pen.memory.levels.follow = true;
    }
    let gutter = margin(body.width());
    let rect = Rect::from_min_max(
        pos2(body.left() + gutter, body.top()),
        pos2(body.right() - gutter, body.bottom() - 8.0),
    );
    let roomy = body.width() >= ROOMY && body.height() >= LOW;
    let builder = UiBuilder::new()
        .max_rect(rect)
        .id_salt("workshop-levels")
        .accessibility_role(Role::Region)
        .accessibility_label(text::atelier_page());
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        let open = pen.workshop.levels.menu;
        if roomy {
            gap(ui, 12.0);
            home::back_ui(ui, back_words(pen), pen);
            gap(ui, 8.0);
            header::message_ui(ui, pen);
            head_ui(ui, pen);
            gap(ui, 12.0);
            filters::filters_ui(ui, roomy, pen);
            gap(ui, 10.0);
            table::table_ui(ui, roomy, pen);
            return;
        }
        gap(ui, 4.0);
        home::back_ui(ui, back_words(pen), pen);
        gap(ui, 2.0);
        header::message_ui(ui, pen);
        if body.height() < LOW {
            // Lines are for the table: the title stands beside its buttons.
            ui.horizontal(|ui| {
                ui.allocate_ui(vec2(96.0, tokens().space.row), |ui| {
                    title_ui(ui, text::niveaux(), tokens().type_scale.title, pen);
                });
                narrow_ui(ui, open, pen);
            });
        } else {
            title_ui(ui, text::niveaux(), tokens().type_scale.title, pen);
            gap(ui, 6.0);
            narrow_ui(ui, open, pen);
        }
        gap(ui, 8.0);
        if open.is_some() {
            filters::page_ui(ui, pen);
        } else {
            table::table_ui(ui, roomy, pen);
        }
    });
}

/// What one goes back to: where one was led from, or the door it is behind.
fn back_words(pen: &Pen<'_>) -> &'static str {
    match pen.workshop.origin() {
        Some(Spot::Map) => text::atelier_task_map(),
        Some(Spot::Bench) => text::essais(),
        Some(Spot::Health) => text::atelier_task_health(),
        _ => text::atelier_advanced(),
    }
}

/// The title, what the page is for, and what one may do with the whole table.
fn head_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let t = tokens();
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.allocate_ui(vec2((width - 430.0).max(300.0), 0.0), |ui| {
            ui.vertical(|ui| {
                title_ui(ui, text::niveaux(), t.type_scale.say, pen);
                gap(ui, 2.0);
                small(ui, text::niveaux_detail());
            });
        });
        ui.allocate_ui(vec2(ui.available_width(), t.space.row), |ui| {
            ui.with_layout(
                eframe::egui::Layout::right_to_left(eframe::egui::Align::Center),
                |ui| {
                    paste_button(ui, pen);
                    cases_ui(ui, pen);
                },
            );
        });
    });
}

fn paste_button(ui: &mut Ui, pen: &mut Pen<'_>) {
    let words = text::niveaux_paste();
    if Button::new(Look::Choice, words).small().show(ui).clicked() {
        act(pen, LevelsAction::OpenPaste);
    }
}

/// What the cases say of what has been changed, and the way to them.
fn cases_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let bench = &pen.workshop.bench;
    let words = match bench.rows() {
        _ if bench.is_running() => text::niveaux_trying().to_owned(),
        Some(rows) => text::niveaux_cases(rows.iter().filter(|row| is_changed(row)).count()),
        None => return,
    };
    let name = text::named(words.as_str(), text::niveaux_see_cases());
    if Button::new(Look::Quiet, &words)
        .small()
        .name(&name)
        .show(ui)
        .clicked()
    {
        pen.push(WorkshopAction::Go(Spot::Bench));
    }
}

/// Where there is little room: two buttons, and one choice at a time in place of the table.
fn narrow_ui(ui: &mut Ui, open: Option<Menu>, pen: &mut Pen<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let words = text::niveaux_filters();
        let button = Button::new(Look::Choice, words).small();
        if button.chosen(open.is_some()).show(ui).clicked() {
            let menu = if open.is_some() {
                None
            } else {
                Some(Menu::All)
            };
            act(pen, LevelsAction::Menu(menu));
        }
        paste_button(ui, pen);
    });
}
