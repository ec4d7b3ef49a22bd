//! The ten signs of the kit: drawn for this project, objects or gestures, never a face.

use std::sync::LazyLock;

use eframe::egui::{Color32, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};
use serde::Deserialize;

use crate::ui::theme::tokens;

#[derive(Debug, Deserialize)]
enum Piece {
    Arc {
        center: (f32, f32),
        radius: f32,
        from_deg: f32,
        to_deg: f32,
    },
    Line {
        from: (f32, f32),
        to: (f32, f32),
    },
    Poly {
        points: Vec<(f32, f32)>,
    },
    Dot {
        center: (f32, f32),
        radius: f32,
    },
}

#[derive(Debug, Deserialize)]
struct Sign {
    id: String,
    strokes: Vec<Piece>,
}

static SIGNS: LazyLock<Vec<Sign>> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the file is compiled in and a test loads it"
    )]
    ron::from_str(include_str!("../../../assets/signs.ron")).expect("signs.ron is sound")
});

/// Side of the box the signs are drawn in.
const BOX: f32 = 48.0;

fn polyline(painter: &Painter, points: Vec<Pos2>, stroke: Stroke) {
    // egui's lines have butt ends: a disc at each vertex makes caps and joins round.
    for point in &points {
        painter.circle_filled(*point, stroke.width / 2.0, stroke.color);
    }
    painter.add(Shape::line(points, stroke));
}

/// Paints a sign in a square; an unknown one is a plain open ring.
pub fn paint(painter: &Painter, id: &str, rect: Rect, color: Color32) {
    let scale = rect.width() / BOX;
    let at = |(x, y): (f32, f32)| rect.min + vec2(x, y) * scale;
    let stroke = Stroke::new(tokens().stroke.sign * scale.max(1.0), color);
    let fallback = Sign {
        id: String::new(),
        strokes: vec![Piece::Arc {
            center: (24.0, 24.0),
            radius: 20.0,
            from_deg: 30.0,
            to_deg: 330.0,
        }],
    };
    let sign = SIGNS.iter().find(|s| s.id == id).unwrap_or(&fallback);
    for piece in &sign.strokes {
        match piece {
            Piece::Arc {
                center,
                radius,
                from_deg,
                to_deg,
            } => {
                let steps = 48;
                let points = (0..=steps)
                    .map(|i| {
                        let angle =
                            (from_deg + (to_deg - from_deg) * i as f32 / steps as f32).to_radians();
                        at(*center) + vec2(angle.cos(), angle.sin()) * *radius * scale
                    })
                    .collect();
                polyline(painter, points, stroke);
            }
            Piece::Line { from, to } => polyline(painter, vec![at(*from), at(*to)], stroke),
            Piece::Poly { points } => {
                polyline(painter, points.iter().map(|p| at(*p)).collect(), stroke);
            }
            Piece::Dot { center, radius } => {
                painter.circle_filled(at(*center), radius * scale, color);
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
