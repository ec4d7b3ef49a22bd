//! The gauge of five marks; its word stands beside it, so colour never speaks alone.

use eframe::egui::{Rect, Sense, Ui, pos2, vec2};

use super::radius;
use crate::ui::theme::tokens;

/// Marks on a gauge.
pub const MARKS: usize = 5;

/// Draws `filled` marks of five.
///
/// `mark_width` is in points.
pub fn gauge(ui: &mut Ui, filled: usize, mark_width: f32) {
    let t = tokens();
    let (mark, space) = (vec2(mark_width, 7.0), 4.0);
    let width = MARKS as f32 * (mark.x + space) - space;
    let (rect, _) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
    for i in 0..MARKS {
        let left = rect.left() + i as f32 * (mark.x + space);
        let bar = Rect::from_min_size(pos2(left, rect.center().y - mark.y / 2.0), mark);
        let color = if i < filled {
            t.colors.accent
        } else {
            t.colors.line
        };
        ui.painter().rect_filled(bar, radius(2.0), color);
    }
}
