//! The engine's reasoning beside one's own.

use eframe::egui::{Rect, Stroke, StrokeKind, Ui, accesskit, pos2, vec2};

use super::told::{self, Line, Reading, Told};
use super::{Pen, act, marked_ui, sign};
use crate::app::training::PracticeAction;
use crate::app::training::practice::{Kept, Played};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::training::{page, stop_ui, title_ui};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, caption, gap, hairline, radius};
use crate::ui::workshop::{heading, said, small};

/// From this width the two readings stand side by side.
const TWO: f32 = 640.0;
/// From this width a word stands beside what it is about.
const BESIDE: f32 = 560.0;
/// Width of the words that say how a line stands.
const WORDS: f32 = 150.0;

/// Draws the two readings.
pub(super) fn debrief_ui(ui: &mut Ui, body: Rect, played: &Played, pen: &mut Pen<'_>) {
    let Some(debrief) = played.debrief() else {
        return;
    };
    let told = told::told(played, debrief);
    page(ui, body, "debrief", 960.0, |ui| {
        gap(ui, 16.0);
        stop_ui(ui, pen);
        gap(ui, 10.0);
        title_ui(ui, text::practice_debrief(), pen);
        gap(ui, 2.0);
        small(ui, told.heading.clone());
        gap(ui, 12.0);
        said(ui, told.verdict);
        gap(ui, 16.0);
        readings_ui(ui, &told);
        for (title, lines) in &told.sections {
            gap(ui, 26.0);
            heading(ui, title);
            gap(ui, 10.0);
            if lines.is_empty() {
                small(ui, text::practice_steps_none());
            }
            for line in lines {
                line_ui(ui, line);
                gap(ui, 12.0);
            }
        }
        gap(ui, 14.0);
        heading(ui, text::practice_origin());
        gap(ui, 6.0);
        for line in &told.origin {
            small(ui, line.as_str());
            gap(ui, 3.0);
        }
        gap(ui, 20.0);
        hairline(ui);
        gap(ui, 16.0);
        ways_ui(ui, played, &told, pen);
        gap(ui, 24.0);
    });
}

fn readings_ui(ui: &mut Ui, told: &Told) {
    let width = ui.available_width();
    if width < TWO {
        reading_ui(ui, &told.yours, width, 0.0);
        gap(ui, 12.0);
        reading_ui(ui, &told.engine, width, 0.0);
        return;
    }
    let each = ((width - 16.0) / 2.0).floor();
    // Both as tall as the taller, known from the pass before.
    let id = ui.unique_id().with("readings");
    let least: f32 = ui.data(|d| d.get_temp(id)).unwrap_or_default();
    let mut tallest: f32 = 0.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for reading in [&told.yours, &told.engine] {
            tallest = tallest.max(reading_ui(ui, reading, each, least));
        }
    });
    if (tallest - least).abs() > 0.5 {
        ui.data_mut(|d| d.insert_temp(id, tallest));
        ui.ctx()
            .request_discard("the height of the two readings changed");
    }
}

/// A reading in its frame; gives the height its words take.
fn reading_ui(ui: &mut Ui, reading: &Reading, width: f32, least: f32) -> f32 {
    let t = tokens();
    let top = ui.cursor().min;
    let under = ui.painter().add(eframe::egui::Shape::Noop);
    let mut taken = 0.0;
    ui.allocate_ui(vec2(width, least), |ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            gap(ui, 14.0);
            indented(ui, 16.0, width - 32.0, |ui| {
                caption(ui, reading.who);
                gap(ui, 4.0);
                let font = fonts::bold(t.type_scale.title);
                widgets::text(ui, reading.lead.as_str(), font, t.colors.ink);
                gap(ui, 4.0);
                for line in &reading.about {
                    let font = fonts::regular(t.type_scale.body);
                    widgets::text(ui, line.as_str(), font, t.colors.muted);
                    gap(ui, 2.0);
                }
                gap(ui, 10.0);
                caption(ui, reading.caption);
                gap(ui, 4.0);
                for line in &reading.lines {
                    let font = fonts::regular(t.type_scale.body);
                    widgets::text(ui, line.as_str(), font, t.colors.ink);
                    gap(ui, 4.0);
                }
            });
            gap(ui, 12.0);
            taken = ui.min_rect().height();
            gap(ui, (least - taken).max(0.0));
        });
    });
    let height = taken.max(least);
    let rect = Rect::from_min_size(top, vec2(width, height));
    let frame = eframe::egui::Shape::Rect(eframe::egui::epaint::RectShape::new(
        rect,
        radius(t.radius.control),
        t.colors.surface,
        Stroke::new(t.stroke.hairline, t.colors.line),
        StrokeKind::Inside,
    ));
    ui.painter().set(under, frame);
    taken
}

/// Draws within margins.
fn indented(ui: &mut Ui, by: f32, width: f32, add: impl FnOnce(&mut Ui)) {
    let rect = Rect::from_min_size(
        ui.cursor().min + vec2(by, 0.0),
        vec2(width, ui.available_height().max(10.0)),
    );
    let builder = eframe::egui::UiBuilder::new().max_rect(rect);
    let mut child = ui.new_child(builder);
    child.spacing_mut().item_spacing = vec2(8.0, 0.0);
    child.set_width(width);
    add(&mut child);
    let bottom = child.min_rect().bottom();
    let left = rect.left() - by;
    ui.advance_cursor_after_rect(Rect::from_min_max(
        pos2(left, rect.top()),
        pos2(rect.right() + by, bottom),
    ));
}

/// A line: how it stands, what it is, and why.
fn line_ui(ui: &mut Ui, line: &Line) {
    let t = tokens();
    let (icon, color) = sign(line.mark);
    let width = ui.available_width();
    let words = |ui: &mut Ui| {
        let font = fonts::semibold(t.type_scale.body);
        widgets::text(ui, line.title.as_str(), font, t.colors.ink);
        for detail in line.details.iter().filter(|detail| !detail.is_empty()) {
            gap(ui, 2.0);
            let font = fonts::regular(t.type_scale.body);
            widgets::text(ui, detail.as_str(), font, t.colors.muted);
        }
    };
    if line.word.is_empty() {
        indented(ui, 0.0, width, words);
        return;
    }
    if width < BESIDE {
        marked_ui(ui, icon, color, line.word, width);
        indented(ui, 22.0, width - 22.0, words);
        return;
    }
    let top = ui.cursor().min;
    let rect = Rect::from_min_size(top, vec2(WORDS, 22.0));
    let mut child = ui.new_child(eframe::egui::UiBuilder::new().max_rect(rect));
    marked_ui(&mut child, icon, color, line.word, WORDS);
    indented(ui, WORDS + 8.0, width - WORDS - 8.0, words);
}

/// Another one, the same again, and keeping this.
fn ways_ui(ui: &mut Ui, played: &Played, told: &Told, pen: &mut Pen<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 8.0);
        let another = Button::new(Kind::Loud, text::practice_another());
        if another.show(ui).clicked() {
            act(pen, PracticeAction::Begin);
        }
        let again = Button::new(Kind::Choice, text::practice_again());
        if again.show(ui).clicked() {
            act(pen, PracticeAction::Again);
        }
    });
    gap(ui, 20.0);
    small(ui, text::practice_keep_detail());
    gap(ui, 8.0);
    let keep = |ui: &mut Ui, words: &str, pen: &mut Pen<'_>| {
        if Button::new(Kind::Choice, words).small().show(ui).clicked() {
            act(pen, PracticeAction::Keep(told.file()));
        }
    };
    let told_live = |ui: &mut Ui, words: String, color| {
        let t = tokens();
        let font = fonts::semibold(t.type_scale.small);
        let response = widgets::text(ui, words, font, color);
        ui.accesskit_node_builder(response.id, |node| {
            node.set_live(accesskit::Live::Polite);
        });
    };
    let t = tokens();
    match played.kept() {
        Kept::No => keep(ui, text::practice_keep(), pen),
        Kept::Writing => told_live(ui, text::practice_keeping().to_owned(), t.colors.muted),
        Kept::At(path) => told_live(ui, text::practice_kept(path.as_str()), t.colors.ink),
        Kept::Failed(why) => {
            told_live(ui, why.clone(), t.colors.red);
            gap(ui, 8.0);
            keep(ui, text::practice_keep_again(), pen);
        }
    }
}
