//! Two columns of a page side by side, each as tall as what it holds.
//!
//! The toolkit's own columns stretch lines of text to both edges, which French does not do. They must
//! never be used where one of the two would be narrower than a line one reads at ease.

use eframe::egui::{Rect, Ui, UiBuilder, vec2};

/// Which column is reached first with the Tab key, and heard first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    /// The left one, as one reads.
    Left,
    /// The right one.
    Right,
}

/// Draws two columns, the right one that wide, with that space between them.
pub(super) fn columns_ui(
    ui: &mut Ui,
    (right, space): (f32, f32),
    first: First,
    add: impl FnOnce(&mut Ui, &mut Ui),
) {
    let width = ui.available_width();
    let top = ui.cursor().min;
    let mut column = |x: f32, width: f32, salt: &str| {
        let rect = Rect::from_min_size(top + vec2(x, 0.0), vec2(width, f32::INFINITY));
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(salt));
        child.spacing_mut().item_spacing = vec2(8.0, 0.0);
        child.set_width(width);
        child
    };
    let left = width - right - space;
    let (mut one, mut other) = match first {
        First::Left => {
            let one = column(0.0, left, "left");
            (one, column(left + space, right, "right"))
        }
        First::Right => {
            let other = column(left + space, right, "right");
            (column(0.0, left, "left"), other)
        }
    };
    add(&mut one, &mut other);
    let height = one.min_rect().height().max(other.min_rect().height());
    ui.advance_cursor_after_rect(Rect::from_min_size(top, vec2(width, height)));
}

/// The same, as wide as each other.
pub(super) fn halves_ui(ui: &mut Ui, space: f32, add: impl FnOnce(&mut Ui, &mut Ui)) {
    let right = ((ui.available_width() - space) / 2.0).floor();
    columns_ui(ui, (right, space), First::Left, add);
}
