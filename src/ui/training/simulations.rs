//! « Dans la peau de… »: the simulations, to choose one.

use eframe::egui::{Rect, Ui};

use super::{Pen, back_ui, page, title_ui};
use crate::ui::text;
use crate::ui::widgets::gap;
use crate::ui::workshop::said;

/// Draws the simulations one may choose.
pub(super) fn simulations_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    page(ui, body, "simulations", 1320.0, |ui| {
        gap(ui, 16.0);
        back_ui(ui, pen);
        gap(ui, 12.0);
        title_ui(ui, text::training_task_simulations(), pen);
        gap(ui, 4.0);
        said(ui, text::training_task_simulations_detail());
        gap(ui, 24.0);
    });
}
