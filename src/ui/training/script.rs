//! A script that nobody taught: rings and rays drawn from letters, for a page that one cannot read.
//!
//! It resembles no writing of the world. What a screen reader says of it is made of syllables that mean
//! nothing either. It must never be used for anything but an obstacle.

use eframe::egui::{Color32, Painter, Pos2, Stroke, Vec2, pos2, vec2};

/// Directions a ray of a sign may take.
const DIRECTIONS: u32 = 8;

/// Signs laid out within a width.
pub(super) struct Signs {
    placed: Vec<(Pos2, u32)>,
    height: f32,
    size: Vec2,
}

fn number(letter: char) -> u32 {
    letter.to_lowercase().next().map_or(0, u32::from)
}

/// Height of a line of signs of a text of that size.
pub(super) fn line(size: f32) -> f32 {
    size * 1.5
}

/// Lays words out as signs of a text of that size.
pub(super) fn lay(words: &str, size: f32, width: f32) -> Signs {
    let height = size * 0.72;
    let (step, line) = (height * 1.3, line(size));
    let mut placed = Vec::new();
    let (mut x, mut y, mut widest) = (0.0_f32, 0.0_f32, 0.0_f32);
    for word in words.split_whitespace() {
        let letters: Vec<char> = word.chars().filter(|c| c.is_alphanumeric()).collect();
        let length = letters.len() as f32 * step;
        if x > 0.0 && x + length > width {
            (x, y) = (0.0, y + line);
        }
        for letter in letters {
            placed.push((pos2(x, y + (line - height) / 2.0), number(letter)));
            x += step;
        }
        widest = widest.max(x);
        x += step * 0.7;
    }
    Signs {
        placed,
        height,
        size: vec2(widest, y + line),
    }
}

impl Signs {
    /// Room they take.
    pub(super) fn size(&self) -> Vec2 {
        self.size
    }

    /// Paints them from there on.
    pub(super) fn paint(&self, painter: &Painter, at: Pos2, color: Color32) {
        let stroke = Stroke::new((self.height / 8.0).max(1.2), color);
        for (place, letter) in &self.placed {
            let origin = at + place.to_vec2();
            // A ring with one ray or two, and sometimes a point: no alphabet is made so.
            let center = origin + vec2(0.5, 0.5) * self.height;
            let radius = self.height * 0.26;
            painter.circle_stroke(center, radius, stroke);
            let rays = [
                Some(letter * 5),
                letter.is_multiple_of(2).then_some(letter * 3 + 2),
            ];
            for ray in rays.into_iter().flatten() {
                let turn = (ray % DIRECTIONS) as f32 / DIRECTIONS as f32;
                let way = Vec2::angled(turn * std::f32::consts::TAU);
                painter.line_segment([center + way * radius, center + way * radius * 2.1], stroke);
            }
            if letter.is_multiple_of(3) {
                painter.circle_filled(center, radius * 0.35, color);
            }
        }
    }
}

/// What a screen reader says of it.
pub fn spoken(words: &str) -> String {
    const FIRST: [char; 8] = ['v', 'z', 'k', 'm', 't', 'r', 'l', 'p'];
    const SECOND: [char; 5] = ['o', 'i', 'a', 'u', 'e'];
    let mut out = String::new();
    for (at, word) in words.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        let letters = word.chars().filter(|c| c.is_alphanumeric());
        for (place, letter) in letters.enumerate() {
            let number = number(letter) as usize;
            let letters: &[char] = if place.is_multiple_of(2) {
                &FIRST
            } else {
                &SECOND
            };
            out.extend(letters.get(number % letters.len()));
        }
    }
    out
}
