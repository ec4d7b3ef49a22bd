//! Training on screen: what one comes to practise, under a banner that never goes.
//!
//! Pages stand on the grid of the panel. Views take training's state and push its actions; what they
//! remember is where the focus is to go. They must never show a task that is not built, a score, nor
//! anything that could be taken for a contact.

mod banner;
mod cards;
mod columns;
mod helped;
mod home;
mod mock;
mod practice;
mod printing;
mod script;
mod simulation;
mod simulations;
mod walk;

pub use script::spoken;

use eframe::egui::{Rect, Role, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::app::training::Spot;
use crate::app::training::practice::Stage;
use crate::app::{Actions, State};

use super::theme::tokens;
use super::widgets::button::{Button, Kind};
use super::workshop::{focused_title, margin, outdent};
use super::{panel, text, widgets};

/// What the views remember that is not work.
#[derive(Debug, Default)]
pub struct Memory {
    spot: Option<Spot>,
    /// The page of a simulation that was drawn last: which part, which page, what is behind.
    scene: Option<(bool, usize, usize)>,
    /// Whether a pointer was tried where it is of no use.
    pointer_tried: bool,
    /// Whether a link that leads nowhere was pressed.
    dead_link: bool,
    /// What the service said last, so that what it says next comes into sight.
    heard: Option<String>,
    proof: printing::Shown,
    /// The exchange and the stage that were drawn last.
    stage: Option<(u64, Stage)>,
    /// What was said last in an exchange, so that news are told once.
    said: usize,
    /// Whether the questions were just opened, or just put away: the focus goes there.
    questions_turned: bool,
    cards: cards::Memory,
}

/// What every view of training is given.
struct Pen<'a> {
    state: &'a State,
    memory: &'a mut Memory,
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
    let height = banner::height(ui, state, full.width());
    let head = Rect::from_min_size(full.min, vec2(full.width(), height));
    banner::banner_ui(ui, head, state, out);
    let body = Rect::from_min_max(pos2(full.left(), head.bottom()), full.max);
    let spot = state.training.spot();
    let turned = memory.spot.as_ref() != Some(spot);
    if turned {
        *memory = Memory {
            spot: Some(spot.clone()),
            // Going from card to card, the row in hand stays in hand.
            cards: std::mem::take(&mut memory.cards),
            ..Memory::default()
        };
    }
    let mut pen = Pen {
        state,
        memory,
        out,
        turned,
    };
    match spot {
        Spot::Home => home::home_ui(ui, body, &mut pen),
        Spot::Simulations => simulations::simulations_ui(ui, body, &mut pen),
        Spot::Simulation(_) => simulation::simulation_ui(ui, body, &mut pen),
        Spot::Printing => {
            let mut proof = std::mem::take(&mut pen.memory.proof);
            printing::printing_ui(ui, body, &mut pen, &mut proof);
            pen.memory.proof = proof;
        }
        Spot::Practice => practice::practice_ui(ui, body, &mut pen),
        Spot::Exchange => practice::exchange_ui(ui, body, &mut pen),
        Spot::Cards(leaf) => {
            let mut cards = std::mem::take(&mut pen.memory.cards);
            cards::cards_ui(ui, body, leaf, &mut pen, &mut cards);
            pen.memory.cards = cards;
        }
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
                widgets::scroll_by_page(ui);
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
fn back_ui(ui: &mut Ui, words: &str, pen: &mut Pen<'_>) {
    outdent(ui, 8.0, tokens().space.row, |ui| {
        back_button_ui(ui, words, pen);
    });
}

/// The same among other buttons of a line.
fn back_button_ui(ui: &mut Ui, words: &str, pen: &mut Pen<'_>) {
    let cap = text::key_cap(crate::app::keys::Key::Escape);
    let back = Button::new(Kind::Quiet, words);
    if back.cap(&cap).small().show(ui).clicked() {
        pen.push(crate::app::TrainingAction::Back);
    }
}

/// The way out of an exercise, always in sight.
fn stop_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    back_ui(ui, text::training_stop(), pen);
}
