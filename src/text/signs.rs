//! The ten signs of the kit as lines and dots: drawn for this project, objects or gestures, never a face.
//!
//! It exists so that a screen and a page draw the same signs. It must never know who draws them.

use std::sync::LazyLock;

use serde::Deserialize;

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
struct Written {
    id: String,
    strokes: Vec<Piece>,
}

/// One stroke of a sign, in a box of [`BOX`] by [`BOX`], y downwards.
#[derive(Clone, Debug, PartialEq)]
pub enum Stroke {
    /// A line through points, round at ends and corners.
    Line(Vec<(f32, f32)>),
    /// A filled disc.
    Dot {
        /// Its centre.
        center: (f32, f32),
        /// Its radius.
        radius: f32,
    },
}

/// Side of the box signs are drawn in.
pub const BOX: f32 = 48.0;
/// Width of their lines, in the same unit.
pub const WIDTH: f32 = 2.0;
/// Segments of an arc: smooth at the sizes signs are drawn at.
const SEGMENTS: u16 = 48;

static SIGNS: LazyLock<Vec<(String, Vec<Stroke>)>> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the file is compiled in and a test loads it"
    )]
    let written: Vec<Written> =
        ron::from_str(include_str!("../../assets/signs.ron")).expect("signs.ron is sound");
    written
        .into_iter()
        .map(|sign| (sign.id, sign.strokes.iter().map(stroke).collect()))
        .collect()
});

fn arc(center: (f32, f32), radius: f32, from_deg: f32, to_deg: f32) -> Stroke {
    let points = (0..=SEGMENTS).map(|i| {
        let share = f32::from(i) / f32::from(SEGMENTS);
        let angle = (from_deg + (to_deg - from_deg) * share).to_radians();
        (
            center.0 + angle.cos() * radius,
            center.1 + angle.sin() * radius,
        )
    });
    Stroke::Line(points.collect())
}

fn stroke(piece: &Piece) -> Stroke {
    match piece {
        Piece::Arc {
            center,
            radius,
            from_deg,
            to_deg,
        } => arc(*center, *radius, *from_deg, *to_deg),
        Piece::Line { from, to } => Stroke::Line(vec![*from, *to]),
        Piece::Poly { points } => Stroke::Line(points.clone()),
        Piece::Dot { center, radius } => Stroke::Dot {
            center: *center,
            radius: *radius,
        },
    }
}

/// Gives the strokes of a sign; an unknown one is a plain open ring.
///
/// ```
/// use reflexe_personas::text::signs;
/// assert!(signs::strokes("stairs").len() > 1);
/// assert_eq!(signs::strokes("inconnu").len(), 1);
/// ```
pub fn strokes(id: &str) -> Vec<Stroke> {
    SIGNS.iter().find(|(known, _)| known == id).map_or_else(
        || vec![arc((24.0, 24.0), 20.0, 30.0, 330.0)],
        |(_, strokes)| strokes.clone(),
    )
}
