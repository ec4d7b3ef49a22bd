//! What one comes to practise: only what is built is shown.

use eframe::egui::{Rect, Ui};

use super::{Pen, page, title_ui};
use crate::app::TrainingAction;
use crate::app::training::Task;
use crate::app::training::cards::Shelf;
use crate::ui::text;
use crate::ui::widgets::gap;
use crate::ui::widgets::tile::{Tile, tiles_ui};
use crate::ui::workshop::said;

/// Draws what one comes to practise.
pub(super) fn home_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    page(ui, body, "home", 1320.0, |ui| {
        gap(ui, 28.0);
        title_ui(ui, text::training_home(), pen);
        gap(ui, 4.0);
        said(ui, text::training_home_detail());
        gap(ui, 24.0);
        let tiles: Vec<Tile> = Task::ALL.iter().map(|task| tile(*task, pen)).collect();
        let pressed = tiles_ui(ui, &tiles).and_then(|pressed| Task::ALL.get(pressed));
        if let Some(task) = pressed {
            pen.push(TrainingAction::Go(task.spot()));
        }
        gap(ui, 24.0);
    });
}

/// A task, with how it stands.
fn tile(task: Task, pen: &Pen<'_>) -> Tile {
    let (title, detail) = text::training_task(task);
    let standing = match task {
        Task::Simulations => match pen.state.training.simulations.list() {
            Some(list) => text::training_simulations_count(list.len()),
            None => String::new(),
        },
        Task::Practice => text::practice_standing().to_owned(),
        Task::Cards => {
            let cards = Shelf::ALL.iter().map(|shelf| shelf.cards(&pen.state.kit));
            text::fiches_count(cards.map(|cards| cards.len()).sum::<usize>())
        }
        Task::Printing => text::print_standing().to_owned(),
    };
    Tile {
        title: title.to_owned(),
        detail: detail.to_owned(),
        standing,
        grave: false,
    }
}
