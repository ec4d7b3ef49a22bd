//! « Le fil »: a still accent line from the cue in focus to the lead it supports and the step it brings.
//!
//! It runs in the gutters only, never across text, and says nothing that words do not: every step has
//! its « parce que », every reason its sign.

use eframe::egui::{Painter, Pos2, Shape, Stroke, pos2};

use crate::ui::theme::tokens;

/// Radius of a bend, in points.
const BEND: f32 = 5.0;
/// Points along a bend.
const BEND_POINTS: usize = 6;

/// Rounds the corners of a path of horizontal and vertical pieces.
pub fn rounded(path: &[Pos2]) -> Vec<Pos2> {
    let mut out = Vec::with_capacity(path.len() * BEND_POINTS);
    out.extend(path.first().copied());
    for window in path.windows(3) {
        let &[before, corner, after] = window else {
            continue;
        };
        let (into, away) = (corner - before, after - corner);
        let bend = BEND.min(into.length() / 2.0).min(away.length() / 2.0);
        if bend < 0.5 {
            out.push(corner);
            continue;
        }
        let from = corner - into.normalized() * bend;
        let to = corner + away.normalized() * bend;
        for i in 0..=BEND_POINTS {
            // A quadratic curve through the corner.
            let s = i as f32 / BEND_POINTS as f32;
            let a = from + (corner - from) * s;
            let b = corner + (to - corner) * s;
            out.push(a + (b - a) * s);
        }
    }
    out.extend(path.last().copied());
    out
}

/// Paints a thread along a path, with a knot at its end.
pub fn paint(painter: &Painter, path: &[Pos2]) {
    let t = tokens();
    let Some(end) = path.last() else {
        return;
    };
    let stroke = Stroke::new(t.stroke.thread, t.colors.accent);
    painter.add(Shape::line(rounded(path), stroke));
    painter.circle_filled(pos2(end.x, end.y), 3.0, t.colors.accent);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bend_keeps_its_ends_and_stays_between_the_pieces() {
        let path = [pos2(0.0, 0.0), pos2(40.0, 0.0), pos2(40.0, 30.0)];
        let round = rounded(&path);
        assert_eq!(round.first(), path.first());
        assert_eq!(round.last(), path.last());
        assert!(round.len() > path.len());
        assert!(
            round
                .iter()
                .all(|p| (0.0..=40.0).contains(&p.x) && (0.0..=30.0).contains(&p.y))
        );
    }
}
