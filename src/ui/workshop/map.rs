//! « Ce qui distingue nos cartes » on screen: remarks that lead to their field, what decides, who is
//! taken for whom, and how much is asked.
//!
//! It must never show a figure without its sentence, nor figures of an earlier draft as if they were
//! of this one.

use eframe::egui::{ProgressBar, Rect, Role, Sense, Ui, WidgetInfo, accesskit, pos2, vec2};

use crate::app::workshop::map::{Found, Remark, remarks};
use crate::app::workshop::{MapAction, WorkshopAction};
use crate::domain::kit::KitContent;
use crate::domain::study::diagnose::{Diagnosis, Method};
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, focus_ring, gap, hairline, paint_icon, radius};

use super::heat;
use super::home::back_ui;
use super::{Pen, column, header, heading, said, small, title_ui};

/// Remarks in view until somebody asks for all of them.
const FIRST: usize = 5;
/// Questions in view.
const DECIDING: usize = 5;

/// Draws the page.
pub(super) fn map_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let t = tokens();
    column(ui, body, "map", 1180.0, |ui| {
        gap(ui, 16.0);
        back_ui(ui, text::atelier_back_home(), pen);
        gap(ui, 12.0);
        header::message_ui(ui, pen);
        title_ui(ui, text::atelier_task_map(), t.type_scale.lead, pen);
        gap(ui, 4.0);
        said(ui, text::atelier_map_detail());
        gap(ui, 16.0);
        channels_ui(ui, pen);
        standing_ui(ui, pen);
        if let Some(found) = pen.workshop.map().found().cloned() {
            match &found.diagnosis {
                None => {
                    gap(ui, 12.0);
                    said(ui, text::atelier_map_none());
                }
                Some(diagnosis) => found_ui(ui, &found, diagnosis, pen),
            }
        }
        gap(ui, 32.0);
    });
}

fn channels_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    if pen.content.channels.len() < 2 {
        return;
    }
    let chosen = pen.workshop.map_channel();
    let channels = pen.content.channels.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        for channel in channels {
            let words = text::term(channel);
            let look = if chosen == Some(channel) {
                Look::Loud
            } else {
                Look::Choice
            };
            let name = text::named(text::atelier_map_channel(), words);
            let response = Button::new(look, words).name(&name).small().show(ui);
            ui.accesskit_node_builder(response.id, |node| {
                node.set_selected(chosen == Some(channel));
            });
            if response.clicked() {
                pen.push(WorkshopAction::Map(MapAction::Channel(channel)));
            }
        }
    });
    gap(ui, 14.0);
}

/// How far the computation is, and whether what is in view is of this draft.
fn standing_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let t = tokens();
    let running = pen.workshop.map().running().map(|running| running.percent);
    if pen.workshop.map_is_old() {
        let font = fonts::semibold(t.type_scale.body);
        let told = widgets::text(ui, text::atelier_map_old(), font, t.colors.amber);
        ui.accesskit_node_builder(told.id, |node| node.set_live(accesskit::Live::Polite));
        gap(ui, 8.0);
    }
    if let Some(percent) = running {
        let words = text::atelier_map_going(percent);
        said(ui, words.clone());
        gap(ui, 6.0);
        let bar = ProgressBar::new(percent as f32 / 100.0)
            .desired_width(ui.available_width().min(420.0))
            .desired_height(8.0)
            .fill(t.colors.accent);
        let response = ui.add(bar);
        response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, words.clone()));
        gap(ui, 10.0);
        if Button::new(Look::Choice, text::atelier_map_stop())
            .small()
            .show(ui)
            .clicked()
        {
            pen.push(WorkshopAction::Map(MapAction::Stop));
        }
    } else if pen.workshop.map().found().is_none() || pen.workshop.map_is_old() {
        said(ui, text::atelier_map_stopped());
        gap(ui, 6.0);
        if Button::new(Look::Choice, text::atelier_map_start())
            .small()
            .show(ui)
            .clicked()
        {
            pen.push(WorkshopAction::Map(MapAction::Start));
        }
    }
}

fn found_ui(ui: &mut Ui, found: &Found, diagnosis: &Diagnosis, pen: &mut Pen<'_>) {
    let content = found.content.as_ref();
    let all = remarks(content, diagnosis);
    gap(ui, 20.0);
    if all.is_empty() {
        said(ui, text::atelier_map_sound());
    } else {
        heading(ui, text::atelier_map_remarks());
        gap(ui, 8.0);
        let shown = if pen.memory.all_remarks {
            all.len()
        } else {
            FIRST
        };
        for (number, remark) in all.iter().take(shown).enumerate() {
            hairline(ui);
            remark_ui(ui, number, remark, content, pen);
        }
        hairline(ui);
        if all.len() > shown {
            gap(ui, 8.0);
            if Button::new(Look::Choice, &text::atelier_map_more(all.len() - shown))
                .small()
                .show(ui)
                .clicked()
            {
                pen.memory.all_remarks = true;
            }
        }
    }
    gap(ui, 28.0);
    deciding_ui(ui, diagnosis, content);
    gap(ui, 28.0);
    heading(ui, text::atelier_map_confused());
    gap(ui, 4.0);
    heat::confused_ui(ui, diagnosis, content);
    gap(ui, 28.0);
    questions_ui(ui, diagnosis, content);
    gap(ui, 16.0);
    let words = match diagnosis.method {
        Method::Exact => text::atelier_map_precise().to_owned(),
        Method::MonteCarlo(samples) => {
            let error = 100.0 * (0.25 / samples.max(1) as f64).sqrt();
            text::atelier_map_simulated(samples, text::one_decimal(error))
        }
    };
    small(ui, words);
}

/// A remark as a row that leads to its field.
fn remark_ui(ui: &mut Ui, number: usize, remark: &Remark, content: &KitContent, pen: &mut Pen<'_>) {
    let t = tokens();
    let (what, cure) = text::remark(remark, content);
    let width = ui.available_width();
    let left = 32.0;
    let most = (width - left - 12.0).min(760.0);
    let lay = |words: &str, font, color| {
        ui.painter()
            .layout(widgets::unbreakable(words), font, color, most)
    };
    let parts = [
        lay(&what, fonts::semibold(t.type_scale.body), t.colors.ink),
        lay(
            &cure,
            fonts::regular(t.type_scale.small + 1.0),
            t.colors.muted,
        ),
    ];
    let height: f32 = parts.iter().map(|galley| galley.size().y).sum::<f32>() + 23.0;
    let (rect, response) = ui
        .push_id(("remark", number), |ui| {
            ui.allocate_exact_size(vec2(width, height), Sense::click())
        })
        .inner;
    let name = format!("{what} {cure}");
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name.clone()));
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, radius(t.radius.small), t.colors.tint);
    }
    let icon = Rect::from_min_size(rect.min + vec2(4.0, 11.0), vec2(18.0, 18.0));
    let (sign, color) = match remark {
        Remark::Dead(_, true) => (icons::INFO, t.colors.muted),
        _ => (icons::WARNING, t.colors.amber),
    };
    paint_icon(ui, icon, sign, 18.0, color);
    let mut y = rect.top() + 10.0;
    for galley in parts {
        let taken = galley.size().y;
        ui.painter()
            .galley(pos2(rect.left() + left, y), galley, t.colors.ink);
        y += taken + 3.0;
    }
    focus_ring(ui, &response, rect);
    if response.clicked() {
        pen.push(WorkshopAction::GoTo(remark.field()));
    }
}

/// The questions that decide most, against the best.
fn deciding_ui(ui: &mut Ui, diagnosis: &Diagnosis, content: &KitContent) {
    let t = tokens();
    let best = diagnosis.deciding.first().map_or(0.0, |(_, bits)| *bits);
    if best <= 0.0 {
        return;
    }
    heading(ui, text::atelier_map_deciding());
    gap(ui, 8.0);
    for (at, (item, bits)) in diagnosis.deciding.iter().take(DECIDING).enumerate() {
        hairline(ui);
        gap(ui, 7.0);
        let words = text::quote(&text::observed(item, content));
        let font = fonts::regular(t.type_scale.body);
        widgets::text(ui, words, font, t.colors.ink);
        gap(ui, 1.0);
        let words = if at == 0 {
            text::atelier_map_first().to_owned()
        } else {
            text::atelier_map_as_much(text::hundredths(bits / best))
        };
        small(ui, words);
        gap(ui, 7.0);
    }
    hairline(ui);
}

fn questions_ui(ui: &mut Ui, diagnosis: &Diagnosis, content: &KitContent) {
    let adaptive = &diagnosis.adaptive;
    heading(ui, text::atelier_map_questions());
    gap(ui, 6.0);
    said(
        ui,
        text::atelier_map_questions_mean(text::one_decimal(adaptive.questions_mean)),
    );
    gap(ui, 4.0);
    for (name, count) in heat::names(diagnosis, content)
        .into_iter()
        .zip(&adaptive.questions)
    {
        gap(ui, 2.0);
        small(
            ui,
            text::atelier_map_questions_of(name, text::one_decimal(*count)),
        );
    }
}
