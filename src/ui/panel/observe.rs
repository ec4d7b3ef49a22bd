//! First zone: the question to ask, and the cues to note.

use eframe::egui::{Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::view::{self, CueRow, FamilyView, QuestionView};
use crate::app::{Action, Actions, Overlay, State, Toast};
use crate::domain::evidence::Sighting;
use crate::domain::ids::FamilyId;
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::cue::{Tick, Trailing, row};
use crate::ui::widgets::{self, focus_ring, gap, hairline, paint_cap};

use super::with_foot;

/// Height kept for the question, its answers and what was answered.
const QUESTION_HEIGHT: f32 = 200.0;
/// Height kept for the message at the foot.
const FOOT: f32 = 26.0;

/// Draws the zone.
pub fn observe_ui(ui: &mut Ui, state: &State, faulty_kit: bool, out: &mut Actions) {
    let full = ui.max_rect();
    let (body, foot) = with_foot(full, FOOT);
    let top = Rect::from_min_size(body.min, vec2(body.width(), QUESTION_HEIGHT));
    let rest = Rect::from_min_max(pos2(body.left(), top.bottom()), body.max);
    ui.scope_builder(UiBuilder::new().max_rect(top).id_salt("question"), |ui| {
        heading_ui(ui, state, out);
        gap(ui, 4.0);
        question_ui(ui, state, out);
    });
    ui.scope_builder(UiBuilder::new().max_rect(rest).id_salt("cues"), |ui| {
        hairline(ui);
        gap(ui, 8.0);
        match &state.family {
            Some(family) => family_page_ui(ui, state, family, out),
            None => families_ui(ui, state, out),
        }
    });
    ui.scope_builder(UiBuilder::new().max_rect(foot).id_salt("message"), |ui| {
        message_ui(ui, state, faulty_kit);
    });
}

fn question_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    if let Some(question) = view::question(state) {
        widgets::text(
            ui,
            text::quoted(&question.ask),
            fonts::bold(t.type_scale.title),
            t.colors.ink,
        );
        gap(ui, 8.0);
        answers_ui(ui, &question, out);
    } else {
        widgets::text(
            ui,
            text::ENOUGH_QUESTIONS,
            fonts::regular(t.type_scale.body),
            t.colors.muted,
        );
        gap(ui, 8.0);
        if Button::new(Kind::Choice, text::OTHER_QUESTION)
            .cap("Q")
            .show(ui)
            .clicked()
        {
            out.push(Action::Open(Overlay::Questions));
        }
    }
}

/// Draws, beside the caption, what was answered and the way to leave a question unanswered.
fn heading_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    super::heading_row(ui, text::OBSERVE, |ui| {
        if let Some(question) = state.question_in_view()
            && Button::new(Kind::Quiet, text::UNANSWERED)
                .cap("0")
                .small()
                .show(ui)
                .clicked()
        {
            out.push(Action::LeaveUnanswered(question.clone()));
        }
        for answer in view::given(state).iter().rev().take(2) {
            let words = answer.answer.as_deref().unwrap_or(text::UNANSWERED);
            let label = text::withdraw(words);
            let response = Button::new(Kind::Quiet, &label)
                .small()
                .most(130.0)
                .show(ui);
            if response.on_hover_text(text::quoted(&answer.ask)).clicked() {
                out.push(Action::WithdrawAnswer(answer.id.clone()));
            }
        }
    });
}

fn answers_ui(ui: &mut Ui, question: &QuestionView, out: &mut Actions) {
    let compact = super::narrow(ui);
    let space = if compact { 6.0 } else { 8.0 };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space, space);
        for (position, (id, words)) in question.answers.iter().enumerate() {
            let cap = (position + 1).to_string();
            let kind = if question.given.as_ref() == Some(id) {
                Kind::Chosen
            } else {
                Kind::Choice
            };
            let mut button = Button::new(kind, words).cap(&cap).cap_first();
            if compact {
                button = button.height(36.0);
            }
            if button.show(ui).clicked() {
                out.push(Action::Answer(question.id.clone(), id.clone()));
            }
        }
    });
}

/// Draws a cue; a click goes unknown → observed → not the case → unknown.
fn cue_ui(ui: &mut Ui, cue: &CueRow, cap: Option<&str>, height: f32, out: &mut Actions) {
    let tick = match cue.sighting {
        Some(Sighting::Observed) => Tick::Yes,
        Some(Sighting::Denied) => Tick::No,
        None => Tick::Unknown,
    };
    let trailing = if cue.to_observe && cue.sighting.is_none() {
        Trailing::Icon(icons::EYE, text::TO_OBSERVE)
    } else {
        Trailing::Words("")
    };
    ui.push_id(&cue.id, |ui| {
        let response = row(ui, &cue.short, tick, trailing, cap, height);
        if response.on_hover_text(&cue.text).clicked() {
            out.push(Action::CycleCue(cue.id.clone()));
        }
    });
}

fn family_heading(ui: &mut Ui, family: &FamilyView, out: &mut Actions) {
    let t = tokens();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::click());
    let key = family.key.to_string();
    let title = if family.noted_elsewhere > 0 {
        format!("{} · + {}", family.title, family.noted_elsewhere)
    } else {
        family.title.clone()
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title.clone()));
    let color = if response.hovered() {
        t.colors.ink
    } else {
        t.colors.muted
    };
    let galley =
        ui.painter()
            .layout_no_wrap(title.clone(), fonts::semibold(t.type_scale.small), color);
    let width = galley.size().x;
    ui.painter().galley(
        pos2(rect.left(), rect.center().y - galley.size().y / 2.0),
        galley,
        color,
    );
    paint_cap(
        ui,
        pos2(rect.left() + width + 8.0, rect.center().y),
        &key,
        false,
    );
    focus_ring(ui, &response, rect);
    if response.clicked() {
        out.push(Action::OpenFamily(family.id.clone()));
    }
}

fn families_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let families = view::families(state);
    let rect = ui.available_rect_before_wrap();
    let rows = families.len().div_ceil(2).max(1) as f32;
    // 32-point rows where they fit, never under 26.
    let height = ((rect.height() / rows - 24.0 - 10.0) / 2.0).clamp(26.0, t.space.row);
    ScrollArea::vertical()
        .id_salt("families")
        .auto_shrink(false)
        .show(ui, |ui| {
            let column = (ui.available_width() - 16.0) / 2.0;
            let block = 24.0 + 2.0 * height + 10.0;
            let origin = ui.cursor().min;
            ui.allocate_exact_size(vec2(ui.available_width(), rows * block), Sense::hover());
            let half = families.len().div_ceil(2);
            for (i, family) in families.iter().enumerate() {
                let (column_index, row_index) = (i / half, i % half);
                let min = origin
                    + vec2(
                        column_index as f32 * (column + 16.0),
                        row_index as f32 * block,
                    );
                let area = Rect::from_min_size(min, vec2(column, block));
                ui.scope_builder(UiBuilder::new().max_rect(area).id_salt(&family.id), |ui| {
                    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                    family_heading(ui, family, out);
                    for cue in &family.cues {
                        cue_ui(ui, cue, None, height, out);
                    }
                    if row_index + 1 < half {
                        gap(ui, 4.0);
                        hairline(ui);
                    }
                });
            }
        });
}

fn family_page_ui(ui: &mut Ui, state: &State, id: &FamilyId, out: &mut Actions) {
    let t = tokens();
    let title = state.kit.family(id).map_or("", |f| f.title.as_str());
    ui.horizontal(|ui| {
        widgets::line(ui, title, fonts::bold(t.type_scale.title), t.colors.ink);
        if Button::new(Kind::Quiet, text::FAMILY_BACK)
            .cap("Échap")
            .small()
            .show(ui)
            .clicked()
        {
            out.push(Action::Dismiss);
        }
    });
    gap(ui, 4.0);
    ScrollArea::vertical()
        .id_salt("family")
        .auto_shrink(false)
        .show(ui, |ui| {
            for (position, cue) in state.family_cues(id).iter().enumerate() {
                let Some(row) = view::cue_row(state, cue) else {
                    continue;
                };
                // Digits reach ten rows; the tenth is 0.
                let cap = match position {
                    0..=8 => Some((position + 1).to_string()),
                    9 => Some("0".to_owned()),
                    _ => None,
                };
                cue_ui(ui, &row, cap.as_deref(), t.space.row, out);
            }
        });
}

fn message_ui(ui: &mut Ui, state: &State, faulty_kit: bool) {
    let t = tokens();
    let (words, color) = match &state.toast {
        Some(toast) => (
            text::toast(&state.kit, toast),
            if matches!(toast, Toast::NotSaved(_) | Toast::Conflict(..)) {
                t.colors.red
            } else {
                t.colors.ink
            },
        ),
        None if faulty_kit => (text::KIT_FAULTS.to_owned(), t.colors.amber),
        None => return,
    };
    gap(ui, 6.0);
    let response = widgets::line(
        ui,
        words.clone(),
        fonts::semibold(t.type_scale.small),
        color,
    );
    let response = response.on_hover_text(words);
    // Announced without moving focus.
    ui.accesskit_node_builder(response.id, |node| {
        node.set_live(eframe::egui::accesskit::Live::Polite);
    });
}
