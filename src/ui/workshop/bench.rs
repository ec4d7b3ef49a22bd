//! « Essayer nos cas ».
use eframe::egui::{Rect, Ui};
use super::Pen;
pub(super) fn bench_ui(_ui: &mut Ui, _body: Rect, _pen: &mut Pen<'_>) {}
