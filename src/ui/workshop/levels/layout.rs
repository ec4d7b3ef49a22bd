//! Where the rows and columns of the table stand; worked out once, not at each pass.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Galley, Rangef, Ui, Vec2};

use crate::domain::workshop::matrix::{Grid, RowHead, Rows, Sort, View};
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets;

/// Least height of a row.
const ROW: f32 = 34.0;
/// Space above and below the words of a heading.
const AROUND: f32 = 7.0;

/// A row: where it begins, the heading of its group above it if it opens one, and where it ends.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line {
    pub(super) top: f32,
    pub(super) band: f32,
    pub(super) bottom: f32,
}

impl Line {
    /// Where its cells stand.
    pub(super) fn cells(&self) -> Rangef {
        Rangef::new(self.top + self.band, self.bottom)
    }
}

/// The rows of a table of some widths.
#[derive(Debug, Default)]
pub(super) struct Lines {
    key: Option<(usize, u32, u32)>,
    pub(super) rows: Vec<Line>,
    /// Width of a column.
    pub(super) column: f32,
    /// Height of the headings of columns.
    pub(super) head: f32,
    /// How far the cells were scrolled when they were drawn last.
    pub(super) offset: Vec2,
    /// How often it was worked out.
    pub(super) made: usize,
}

/// What a row is called within its table.
pub(super) fn row_words(head: &RowHead, view: &View) -> String {
    let apart = view.sort != Sort::Kit && view.rows != Rows::Cues;
    if apart && matches!(head.about, crate::domain::workshop::About::Answer(..)) {
        format!("{} · {}", head.code, head.label)
    } else {
        head.label.clone()
    }
}

/// Whether a row opens a group.
pub(super) fn opens_group(grid: &Grid, row: usize, view: &View) -> bool {
    let group = |at: usize| grid.rows.get(at).map(|head| head.group.as_str());
    view.sort == Sort::Kit && (row == 0 || group(row) != group(row.wrapping_sub(1)))
}

/// The words of a row's heading.
pub(super) fn row_galley(ui: &Ui, words: &str, width: f32) -> Arc<Galley> {
    let t = tokens();
    ui.painter().layout(
        widgets::unbreakable(words),
        fonts::regular(t.type_scale.small + 1.0),
        t.colors.ink,
        width - 10.0,
    )
}

/// The words above a group.
pub(super) fn band_galley(ui: &Ui, words: &str, width: f32) -> Arc<Galley> {
    let t = tokens();
    ui.painter().layout(
        widgets::unbreakable(words),
        fonts::semibold(t.type_scale.small),
        t.colors.muted,
        width,
    )
}

/// The name of a column.
pub(super) fn column_galley(ui: &Ui, words: &str, width: f32) -> Arc<Galley> {
    let t = tokens();
    let font = fonts::semibold(t.type_scale.small);
    let words = widgets::unbreakable(words);
    let mut job = LayoutJob::simple(words, font, t.colors.ink, width - 8.0);
    job.halign = Align::Center;
    ui.painter().layout_job(job)
}

impl Lines {
    /// Works out where rows stand, unless nothing it rests on has changed.
    pub(super) fn bring(
        &mut self,
        ui: &Ui,
        (grid, view): (&Grid, &View),
        layouts: usize,
        (heads, whole): (f32, f32),
    ) {
        let key = Some((layouts, heads.to_bits(), whole.to_bits()));
        if self.key == key {
            return;
        }
        self.key = key;
        self.made += 1;
        // As wide as the longest word of a name: none is broken.
        let t = tokens();
        let longest = grid
            .columns
            .iter()
            .flat_map(|head| head.name.split_whitespace())
            .map(|word| {
                let font = fonts::semibold(t.type_scale.small);
                let galley = ui
                    .painter()
                    .layout_no_wrap(word.to_owned(), font, t.colors.ink);
                galley.size().x
            })
            .fold(0.0_f32, f32::max);
        // Where there is room columns spread, and no more.
        let spread = (whole - heads) / grid.columns.len().max(1) as f32;
        let least = (longest + 12.0).clamp(84.0, 150.0);
        self.column = spread.clamp(least, least.max(116.0)).floor();
        self.head = grid
            .columns
            .iter()
            .map(|head| column_galley(ui, &head.name, self.column).size().y)
            .fold(0.0_f32, f32::max)
            + 12.0;
        let mut top = 0.0;
        self.rows.clear();
        for (at, head) in grid.rows.iter().enumerate() {
            let band = if opens_group(grid, at, view) {
                let above = if at == 0 { 7.0 } else { 12.0 };
                band_galley(ui, &head.group, whole).size().y + above + 4.0
            } else {
                0.0
            };
            let words = row_galley(ui, &row_words(head, view), heads);
            let height = (words.size().y + 2.0 * AROUND).max(ROW).ceil();
            let bottom = top + band.ceil() + height;
            self.rows.push(Line {
                top,
                band: band.ceil(),
                bottom,
            });
            top = bottom;
        }
    }

    /// Height of every row.
    pub(super) fn height(&self) -> f32 {
        self.rows.last().map_or(0.0, |line| line.bottom)
    }

    /// The rows of which something is between two heights.
    pub(super) fn between(&self, range: Rangef) -> std::ops::Range<usize> {
        let first = self.rows.partition_point(|line| line.bottom <= range.min);
        let last = self.rows.partition_point(|line| line.top < range.max);
        first..last.max(first)
    }
}
