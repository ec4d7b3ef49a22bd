//! « Dans la peau de… »: the simulations, to choose one; an honest page where there are none.

use eframe::egui::{Rect, Ui};

use super::{Pen, back_ui, page, title_ui};
use crate::app::TrainingAction;
use crate::app::training::Spot;
use crate::domain::training::simulation::Simulation;
use crate::ui::text;
use crate::ui::widgets::gap;
use crate::ui::widgets::tile::{Tile, tiles_ui};
use crate::ui::workshop::said;

/// Draws the simulations one may choose.
pub(super) fn simulations_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    page(ui, body, "simulations", 1320.0, |ui| {
        gap(ui, 16.0);
        back_ui(ui, text::training_back(), pen);
        gap(ui, 12.0);
        title_ui(ui, text::training_task_simulations(), pen);
        gap(ui, 4.0);
        said(ui, text::training_task_simulations_detail());
        gap(ui, 24.0);
        let list = pen.state.training.simulations.list();
        match list {
            None => said(ui, text::training_looking()),
            Some([]) => {
                said(ui, text::training_none());
                gap(ui, 4.0);
                said(ui, text::training_none_detail());
            }
            Some(list) => {
                let tiles: Vec<Tile> = list.iter().map(|one| tile(one, pen)).collect();
                if let Some(chosen) = tiles_ui(ui, &tiles).and_then(|at| list.get(at)) {
                    pen.push(TrainingAction::Go(Spot::Simulation(chosen.id.clone())));
                }
            }
        }
        gap(ui, 24.0);
    });
}

fn tile(simulation: &Simulation, pen: &Pen<'_>) -> Tile {
    let persona = pen.state.kit.persona(simulation.persona.as_str());
    let (name, essence) = persona.map_or(("", ""), |p| (p.name.as_str(), p.essence.as_str()));
    Tile {
        title: simulation.title.clone(),
        detail: essence.to_owned(),
        standing: text::training_minutes(name),
        grave: false,
    }
}
