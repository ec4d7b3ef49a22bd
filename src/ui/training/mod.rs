//! Training on screen: what one comes to practise, under a banner that never goes.
//!
//! Pages stand on the grid of the panel. Views take training's state and push its actions; what they
//! remember is where the focus is to go. They must never show a task that is not built, a score, nor
//! anything that could be taken for a contact.

mod banner;
mod cards;
mod home;
mod simulations;

use eframe::egui::{Rect, Role, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::app::training::Spot;
use crate::app::{Actions, State};

use super::theme::tokens;
use super::widgets::button::{Button, Kind};
use super::workshop::{focused_title, margin, outdent};
use super::{panel, text};

/// What the views remember that is not work.
#[derive(Debug, Default)]
pub struct Memory {
    spot: Option<Spot>,
    cards: cards::Memory,
}

/// What every view of training is given.
struct Pen<'a> {
    state: &'a State,
    out: &'a mut Actions,
    /// Whether the page was just turned: its title takes the focus.
    turned: bool,
}

impl Pen<'_> {
    fn push(&mut self, action: crate::app::TrainingAction) {
        self.out.push(action.into());
    }
}

/// Draws training.
pub fn training_ui(ui: &mut Ui, state: &State, memory: &mut Memory, out: &mut Actions) {
    panel::ground_ui(ui);
    let full = ui.max_rect();
    let height = banner::height(full.width());
    let head = Rect::from_min_size(full.min, vec2(full.width(), height));
    banner::banner_ui(ui, head, state, out);
    let body = Rect::from_min_max(pos2(full.left(), head.bottom()), full.max);
    let spot = state.training.spot();
    let turned = memory.spot.as_ref() != Some(spot);
    if turned {
        memory.spot = Some(spot.clone());
    }
    let mut pen = Pen { state, out, turned };
    match spot {
        Spot::Home => home::home_ui(ui, body, &mut pen),
        Spot::Simulations => simulations::simulations_ui(ui, body, &mut pen),
        Spot::Cards(leaf) => cards::cards_ui(ui, body, leaf, &mut pen, &mut memory.cards),
    }
}

/// One column that scrolls, as wide as one reads.
fn page(ui: &mut Ui, body: Rect, salt: &str, most: f32, add: impl FnOnce(&mut Ui)) {
    let gutter = margin(body.width());
    let rect = Rect::from_min_max(
        pos2(body.left() + gutter, body.top()),
        pos2(body.right() - gutter + 8.0, body.bottom()),
    );
    let builder = UiBuilder::new()
        .max_rect(rect)
        .id_salt(("training", salt))
        .accessibility_role(Role::Region)
        .accessibility_label(text::training_page());
    ui.scope_builder(builder, |ui| {
        ScrollArea::vertical()
            .id_salt(("training", salt))
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                ui.set_width((rect.width() - 8.0).min(most));
                add(ui);
            });
    });
}

/// The title of a page, which takes the focus when the page is turned.
fn title_ui(ui: &mut Ui, title: &str, pen: &mut Pen<'_>) {
    let taken = std::mem::take(&mut pen.turned);
    focused_title(ui, title, tokens().type_scale.lead, taken);
}

/// The way back, one level.
fn back_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let cap = text::key_cap(crate::app::keys::Key::Escape);
    outdent(ui, 8.0, tokens().space.row, |ui| {
        let back = Button::new(Kind::Quiet, text::training_back());
        if back.cap(&cap).small().show(ui).clicked() {
            pen.push(crate::app::TrainingAction::Back);
        }
    });
}
