//! The shape that tells an open interview from the other; its word stands in the name.

use eframe::egui::{Rect, Sense, Ui, vec2};

use crate::app::state::Badge;
use crate::ui::theme::tokens;

/// Draws a badge of 10 points; decorative, the words stand beside it.
pub fn badge(ui: &mut Ui, badge: Badge) {
    let (rect, _) = ui.allocate_exact_size(vec2(12.0, 20.0), Sense::hover());
    let color = tokens().colors.accent;
    match badge {
        Badge::Disc => {
            ui.painter().circle_filled(rect.center(), 5.0, color);
        }
        Badge::Square => {
            let square = Rect::from_center_size(rect.center(), vec2(9.0, 9.0));
            ui.painter().rect_filled(square, 0.0, color);
        }
    }
}
