//! First zone: the question to ask, and the cues to note.

use eframe::egui::{
    Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::app::keys::Key;
use crate::app::view::{self, CueRow, FamilyView, QuestionView};
use crate::app::{Action, Actions, Command, State};
use crate::domain::evidence::Sighting;
use crate::domain::ids::{CueId, FamilyId};
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::cue::{Tick, Trailing, row};
use crate::ui::widgets::{self, focus_ring, gap, hairline, paint_cap};
use crate::ui::{Surroundings, text};

use super::message::message_ui;
use super::thread::Spot;
use super::with_foot;

/// Height kept for the question, its answers and what was answered.
const QUESTION_HEIGHT: f32 = 194.0;
/// Height kept for the message at the foot, on two lines at most.
const FOOT: f32 = 34.0;
/// Height of a family's heading.
const HEADING: f32 = 24.0;
/// Space under a family's rows, its hairline included.
const UNDER: f32 = 7.0;

/// Draws the zone; gives the cue in focus, if there is one.
pub fn observe_ui(
    ui: &mut Ui,
    state: &State,
    around: &Surroundings,
    out: &mut Actions,
) -> Option<Spot> {
    let full = ui.max_rect();
    let (body, foot) = with_foot(full, FOOT);
    let top = Rect::from_min_size(body.min, vec2(body.width(), QUESTION_HEIGHT));
    let rest = Rect::from_min_max(pos2(body.left(), top.bottom()), body.max);
    ui.scope_builder(UiBuilder::new().max_rect(top).id_salt("question"), |ui| {
        heading_ui(ui, state, out);
        gap(ui, 4.0);
        question_ui(ui, state, out);
    });
    let mut spots = Vec::new();
    ui.scope_builder(UiBuilder::new().max_rect(rest).id_salt("cues"), |ui| {
        hairline(ui);
        gap(ui, 5.0);
        match &state.family {
            Some(family) => family_page_ui(ui, state, family, &mut spots, out),
            None => families_ui(ui, state, &mut spots, out),
        }
    });
    ui.scope_builder(UiBuilder::new().max_rect(foot).id_salt("message"), |ui| {
        message_ui(ui, state, around);
    });
    in_focus(spots, state.last_cue.as_ref())
}

/// The cue in focus: under the pointer, else under the keyboard, else noted last.
fn in_focus(spots: Vec<(Spot, bool, bool)>, last: Option<&CueId>) -> Option<Spot> {
    let rank = |(spot, hovered, focused): &(Spot, bool, bool)| match () {
        () if *hovered => 0,
        () if *focused => 1,
        () if last == Some(&spot.cue) => 2,
        () => 3,
    };
    spots
        .into_iter()
        .map(|entry| (rank(&entry), entry.0))
        .filter(|(rank, _)| *rank < 3)
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, spot)| spot)
}

/// Draws the question to ask and its answers, as many a line as fit.
fn question_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    if let Some(question) = view::question(state) {
        widgets::text(
            ui,
            text::quote(&question.ask),
            fonts::bold(t.type_scale.title),
            t.colors.ink,
        );
        gap(ui, 8.0);
        answers_ui(ui, state, &question, out);
    } else {
        no_question_ui(ui, state, out);
    }
}

/// Says that no other question would tell more, and how to ask one all the same.
pub(super) fn no_question_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    widgets::text(
        ui,
        text::enough_questions(),
        fonts::regular(t.type_scale.body),
        t.colors.muted,
    );
    gap(ui, 8.0);
    let cap = text::cap_of(Command::OtherQuestion, &state.settings);
    if Button::new(Kind::Choice, text::other_question())
        .cap(&cap)
        .show(ui)
        .clicked()
    {
        out.push(Action::Run(Command::OtherQuestion));
    }
}

/// Draws, beside the caption, what was answered and the way to leave a question unanswered.
fn heading_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    super::heading_row(ui, text::observe(), |ui| {
        answered_ui(ui, state, (2, 130.0), out);
    });
}

/// Draws the last answers, each with a way to take it back, and the way to leave the question in view
/// unanswered; `most` is how many, and how wide each.
pub(super) fn answered_ui(ui: &mut Ui, state: &State, most: (usize, f32), out: &mut Actions) {
    for answer in view::given(state).iter().rev().take(most.0).rev() {
        let words = answer.answer.as_deref().unwrap_or(text::unanswered());
        let label = text::withdrawn(words);
        let name = text::withdraw_name(words);
        let response = Button::new(Kind::Quiet, &label)
            .small()
            .name(&name)
            .most(most.1)
            .show(ui);
        if response.on_hover_text(text::quote(&answer.ask)).clicked() {
            out.push(Action::WithdrawAnswer(answer.id.clone()));
        }
    }
    if let Some(question) = state.question_in_view()
        && Button::new(Kind::Quiet, text::unanswered())
            .cap(&text::cap_for(Key::Digit(0), &state.settings))
            .small()
            .show(ui)
            .clicked()
    {
        out.push(Action::LeaveUnanswered(question.clone()));
    }
}

/// The digit of a row: the tenth is 0.
pub(super) fn digit(position: usize) -> u8 {
    u8::try_from((position + 1) % 10).unwrap_or(0)
}

/// Draws answers as many a line as fit.
pub(super) fn answers_ui(ui: &mut Ui, state: &State, question: &QuestionView, out: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (position, (id, words)) in question.answers.iter().enumerate() {
            let cap = text::cap_for(Key::Digit(digit(position)), &state.settings);
            let mut button = Button::new(Kind::Choice, words).cap(&cap).cap_first();
            if question.given.is_some() {
                button = button.chosen(question.given.as_ref() == Some(id));
            }
            if button.show(ui).clicked() {
                out.push(Action::Answer(question.id.clone(), id.clone()));
            }
        }
    });
}

/// Draws a cue; a click goes unknown → observed → not the case → unknown.
pub(super) fn cue_ui(
    ui: &mut Ui,
    cue: &CueRow,
    cap: Option<&str>,
    height: f32,
    out: &mut Actions,
) -> Response {
    let tick = match cue.sighting {
        Some(Sighting::Observed) => Tick::Yes,
        Some(Sighting::Denied) => Tick::No,
        None => Tick::Unknown,
    };
    let trailing = if cue.to_observe && cue.sighting.is_none() {
        Trailing::Icon(icons::EYE, text::to_observe())
    } else {
        Trailing::Words("")
    };
    ui.push_id(&cue.id, |ui| {
        let response = row(ui, &cue.short, tick, trailing, cap, height);
        let response = response.on_hover_text(&cue.text);
        if response.clicked() {
            out.push(Action::CycleCue(cue.id.clone()));
        }
        response
    })
    .inner
}

fn spot(cue: &CueRow, response: &Response, lane: Option<f32>) -> (Spot, bool, bool) {
    let spot = Spot {
        cue: cue.id.clone(),
        row: response.rect,
        lane,
    };
    (spot, response.hovered(), response.has_focus())
}

fn family_heading(ui: &mut Ui, state: &State, family: &FamilyView, out: &mut Actions) {
    let t = tokens();
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEADING), Sense::click());
    let key = family.key.to_string();
    let title = if family.noted_elsewhere > 0 {
        let more = text::family_more(family.noted_elsewhere);
        format!("{} · {more}", family.title)
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
    if state.settings.single_letters {
        let at = pos2(rect.left() + width + 8.0, rect.center().y);
        paint_cap(ui, at, &key, false);
    }
    focus_ring(ui, &response, rect);
    if response.clicked() {
        out.push(Action::OpenFamily(family.id.clone()));
    }
}

fn families_ui(ui: &mut Ui, state: &State, spots: &mut Vec<(Spot, bool, bool)>, out: &mut Actions) {
    let t = tokens();
    let families = view::families(state);
    let rect = ui.available_rect_before_wrap();
    let rows = families.len().div_ceil(2).max(1) as f32;
    // 32-point rows where they fit, never under 26.
    let height = ((rect.height() / rows - HEADING - UNDER) / 2.0).clamp(26.0, t.space.row);
    ScrollArea::vertical()
        .id_salt("families")
        .auto_shrink(false)
        .show(ui, |ui| {
            let column = (ui.available_width() - 16.0) / 2.0;
            let block = HEADING + 2.0 * height + UNDER;
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
                let group = UiBuilder::new()
                    .max_rect(area)
                    .id_salt(&family.id)
                    .accessibility_role(Role::Group)
                    .accessibility_label(&family.title);
                ui.scope_builder(group, |ui| {
                    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                    family_heading(ui, state, family, out);
                    let lane = area.bottom() - UNDER + 3.5;
                    for cue in &family.cues {
                        let response = cue_ui(ui, cue, None, height, out);
                        spots.push(spot(cue, &response, (column_index == 0).then_some(lane)));
                    }
                    if row_index + 1 < half {
                        gap(ui, 3.0);
                        hairline(ui);
                    }
                });
            }
        });
}

/// Draws a family's own page: ten cues, as many as there are digits, and the way on.
pub(super) fn family_page_ui(
    ui: &mut Ui,
    state: &State,
    id: &FamilyId,
    spots: &mut Vec<(Spot, bool, bool)>,
    out: &mut Actions,
) {
    let t = tokens();
    let family = state.kit.family(id);
    let title = family.map_or("", |f| f.title.as_str());
    let pages = state.family_pages(id);
    ui.horizontal(|ui| {
        widgets::line(ui, title, fonts::bold(t.type_scale.title), t.colors.ink);
        if pages > 1 {
            let words = text::count_of(state.family_page + 1, pages);
            let key = family.map_or_else(String::new, |f| f.key.to_string());
            if Button::new(Kind::Quiet, &words)
                .name(&text::family_pages(state.family_page + 1, pages))
                .cap(&key)
                .small()
                .show(ui)
                .clicked()
            {
                out.push(Action::OpenFamily(id.clone()));
            }
        }
        let escape = text::key_cap(Key::Escape);
        let words = if ui.available_width() < 220.0 {
            text::close()
        } else {
            text::family_back()
        };
        if Button::new(Kind::Quiet, words)
            .cap(&escape)
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
            for (position, cue) in state.family_page_cues(id).iter().enumerate() {
                let Some(row) = view::cue_row(state, cue) else {
                    continue;
                };
                // Digits reach ten rows; the tenth is 0.
                let cap = text::cap_for(Key::Digit(digit(position)), &state.settings);
                let cap = (!cap.is_empty()).then_some(cap);
                let response = cue_ui(ui, &row, cap.as_deref(), t.space.row, out);
                spots.push(spot(&row, &response, None));
            }
        });
}
