//! « Vérifier le kit »: everything to correct, to read again, then to know, each a way to its field.

use eframe::egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::workshop::WorkshopAction;
use crate::domain::problem::Gravity;
use crate::domain::workshop::Finding;
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::{self, focus_ring, gap, hairline, paint_icon, radius};

use super::field::color_of;
use super::home::back_ui;
use super::{Pen, column, header, heading, said, small, title_ui};

/// Draws the page.
pub(super) fn health_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let t = tokens();
    column(ui, body, "health", 860.0, |ui| {
        gap(ui, 16.0);
        back_ui(ui, text::atelier_back_home(), pen);
        gap(ui, 12.0);
        header::message_ui(ui, pen);
        title_ui(ui, text::atelier_task_health(), t.type_scale.lead, pen);
        gap(ui, 4.0);
        let checked = pen.workshop.checked();
        let errors = checked.count(Gravity::Error);
        let words = match (errors, checked.findings.is_empty()) {
            (_, true) => text::atelier_health_sound(),
            (0, false) => text::atelier_health_good(),
            _ => text::atelier_health_bad(),
        };
        said(ui, words);
        if let Some(words) = text::in_french().filter(|_| !checked.findings.is_empty()) {
            gap(ui, 6.0);
            small(ui, words);
        }
        for gravity in [Gravity::Error, Gravity::Warning, Gravity::Info] {
            let of: Vec<&Finding> = checked
                .findings
                .iter()
                .filter(|finding| finding.gravity == gravity)
                .collect();
            if of.is_empty() {
                continue;
            }
            gap(ui, 28.0);
            let title = match gravity {
                Gravity::Error => text::atelier_to_correct(of.len()),
                Gravity::Warning => text::atelier_to_read(of.len()),
                Gravity::Info => text::atelier_to_know(of.len()),
            };
            heading(ui, &title);
            gap(ui, 10.0);
            for (number, finding) in of.into_iter().enumerate() {
                hairline(ui);
                finding_ui(ui, number, finding, pen);
            }
            hairline(ui);
        }
        gap(ui, 32.0);
    });
}

/// A finding as a row that leads to its field.
fn finding_ui(ui: &mut Ui, number: usize, finding: &Finding, pen: &mut Pen<'_>) {
    let t = tokens();
    let place = text::field_place(&finding.field, pen.content);
    let width = ui.available_width();
    let left = 32.0;
    let most = width - left - 12.0;
    let lay = |words: &str, font, color| {
        ui.painter()
            .layout(widgets::unbreakable(words), font, color, most)
    };
    let parts = [
        lay(&place, fonts::semibold(t.type_scale.small), t.colors.accent),
        lay(
            &finding.message,
            fonts::semibold(t.type_scale.body),
            t.colors.ink,
        ),
        lay(
            &finding.cure,
            fonts::regular(t.type_scale.small + 1.0),
            t.colors.muted,
        ),
    ];
    let text_height: f32 = parts.iter().map(|galley| galley.size().y).sum();
    let (rect, response) = ui
        .push_id((finding.gravity, number), |ui| {
            let size = vec2(width, text_height + 6.0 + 24.0);
            ui.allocate_exact_size(size, Sense::click())
        })
        .inner;
    let name = format!("{place}. {} {}", finding.message, finding.cure);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name.clone()));
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, radius(t.radius.small), t.colors.tint);
    }
    let icon = Rect::from_min_size(rect.min + vec2(4.0, 12.0), vec2(18.0, 18.0));
    let sign = if finding.gravity == Gravity::Info {
        icons::INFO
    } else {
        icons::WARNING
    };
    paint_icon(ui, icon, sign, 18.0, color_of(finding.gravity));
    let mut y = rect.top() + 12.0;
    for galley in parts {
        let height = galley.size().y;
        ui.painter()
            .galley(pos2(rect.left() + left, y), galley, t.colors.ink);
        y += height + 3.0;
    }
    focus_ring(ui, &response, rect);
    if response.clicked() {
        pen.push(WorkshopAction::GoTo(finding.field.clone()));
    }
}
