//! The ten signs of the kit, painted.

use eframe::egui::{Color32, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::text::signs;
use crate::ui::theme::tokens;

fn polyline(painter: &Painter, points: Vec<Pos2>, stroke: Stroke) {
    // egui's lines have butt ends: a disc at each vertex makes caps and joins round.
    for point in &points {
        painter.circle_filled(*point, stroke.width / 2.0, stroke.color);
    }
    painter.add(Shape::line(points, stroke));
}

/// Paints a sign in a square; an unknown one is a plain open ring.
pub fn paint(painter: &Painter, id: &str, rect: Rect, color: Color32) {
    let scale = rect.width() / signs::BOX;
    let at = |(x, y): (f32, f32)| rect.min + vec2(x, y) * scale;
    let stroke = Stroke::new(tokens().stroke.sign * scale.max(1.0), color);
    for piece in signs::strokes(id) {
        match piece {
            signs::Stroke::Line(points) => {
                polyline(painter, points.into_iter().map(at).collect(), stroke);
            }
            signs::Stroke::Dot { center, radius } => {
                painter.circle_filled(at(center), radius * scale, color);
            }
        }
    }
}

/// Draws a sign of that side; decorative, the name stands beside it.
pub fn sign(ui: &mut Ui, id: &str, side: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
    let square = Rect::from_min_size(pos2(rect.left(), rect.top()), vec2(side, side));
    paint(ui.painter(), id, square, tokens().colors.accent);
}
