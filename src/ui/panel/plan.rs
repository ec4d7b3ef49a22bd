//! Third zone: the step in hand with its sentence, the steps left, what to avoid, and the note.

use eframe::egui::{FontId, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::view::{self, StepView};
use crate::app::{Action, Actions, Command, Moment, Overlay, State};
use crate::domain::ids::StepId;
use crate::domain::interview::StepMark;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::cue::{Tick, Trailing, row};
use crate::ui::widgets::{self, gap, hairline};

use super::with_foot;

/// Height kept for the note.
const FOOT: f32 = 58.0;

/// Draws the zone; gives where each step stands.
pub fn plan_ui(ui: &mut Ui, state: &State, out: &mut Actions) -> Vec<(StepId, Rect)> {
    let (body, foot) = with_foot(ui.max_rect(), FOOT);
    let steps = view::steps(state, text::for_everyone());
    let mut places = Vec::new();
    ui.scope_builder(UiBuilder::new().max_rect(body).id_salt("plan"), |ui| {
        heading_ui(ui, state, out);
        gap(ui, 4.0);
        ScrollArea::vertical()
            .id_salt("steps")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                steps_ui(ui, state, &steps, &mut places, out);
                avoid_ui(ui, state);
                held_ui(ui, state);
            });
    });
    ui.scope_builder(UiBuilder::new().max_rect(foot).id_salt("note"), |ui| {
        note_ui(ui, state, out);
    });
    places
}

fn heading_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    super::heading_row(ui, text::help(), |ui| {
        if !state.kit.procedures.is_empty()
            && Button::new(Kind::Quiet, text::procedures_title())
                .small()
                .show(ui)
                .clicked()
        {
            out.push(Action::Open(Overlay::Procedures));
        }
        let theme = state.evidence().theme.map_or(text::theme(), text::term);
        if Button::new(Kind::Quiet, theme)
            .cap(&text::cap_of(Command::Theme, &state.settings))
            .small()
            .show(ui)
            .clicked()
        {
            out.push(Action::Open(Overlay::Themes));
        }
    });
}

fn steps_ui(
    ui: &mut Ui,
    state: &State,
    steps: &[StepView],
    places: &mut Vec<(StepId, Rect)>,
    out: &mut Actions,
) {
    let t = tokens();
    if steps.is_empty() {
        widgets::text(
            ui,
            text::plan_empty(),
            fonts::regular(t.type_scale.body),
            t.colors.muted,
        );
        return;
    }
    let position = steps.iter().position(|s| s.current);
    if let Some((i, step)) = position.and_then(|i| Some((i, steps.get(i)?))) {
        let top = ui.cursor().min;
        current_ui(ui, state, step, (i + 1, steps.len()), true, out);
        let rect = Rect::from_min_max(top, pos2(ui.max_rect().right(), ui.cursor().top()));
        places.push((step.id.clone(), rect));
    } else {
        widgets::text(
            ui,
            text::plan_done(),
            fonts::bold(t.type_scale.title),
            t.colors.ink,
        );
        gap(ui, 8.0);
    }
    for step in steps.iter().filter(|s| !s.current) {
        hairline(ui);
        let rect = row_ui(ui, step, true, out);
        places.push((step.id.clone(), rect));
    }
    hairline(ui);
}

/// Draws a step on one line; `reasons` says whether the pointer that rests on it reads why.
pub(super) fn row_ui(ui: &mut Ui, step: &StepView, reasons: bool, out: &mut Actions) -> Rect {
    ui.push_id(&step.id, |ui| {
        let tick = match step.mark {
            Some(StepMark::Done) => Tick::Done,
            Some(StepMark::Skipped) => Tick::No,
            None => Tick::Unknown,
        };
        let trailing = if step.mark == Some(StepMark::Skipped) {
            text::skipped()
        } else {
            text::term(step.mode)
        };
        let response = row(ui, &step.title, tick, Trailing::Words(trailing), None, 44.0);
        let why = if step.because.is_empty() || !reasons {
            step.detail.clone()
        } else {
            let because = text::named(text::because(), step.because.as_str());
            format!("{} ({because})", step.detail)
        };
        let response = if why.is_empty() {
            response
        } else {
            response.on_hover_text(why)
        };
        if response.clicked() {
            out.push(Action::ToggleStep(step.id.clone()));
        }
        response.rect
    })
    .inner
}

/// Draws the step in hand with its sentence; `at` is its place and how many there are.
///
/// `reasons` says whether its « parce que » is in sight: never in the strip, where no cue stays.
pub(super) fn current_ui(
    ui: &mut Ui,
    state: &State,
    step: &StepView,
    at: (usize, usize),
    reasons: bool,
    out: &mut Actions,
) {
    let t = tokens();
    let accompanying = state.moment() == Moment::Accompany;
    let mut line = if accompanying {
        format!("{} · {}", text::term(step.mode), text::step_of(at.0, at.1))
    } else {
        text::term(step.mode).to_owned()
    };
    if reasons && !step.because.is_empty() {
        let because = text::named(text::because(), step.because.as_str());
        line = format!("{line} · {because}");
    }
    widgets::text(
        ui,
        line,
        fonts::semibold(t.type_scale.small),
        t.colors.accent,
    );
    gap(ui, 2.0);
    let title = widgets::text(
        ui,
        step.title.clone(),
        fonts::bold(t.type_scale.title),
        t.colors.ink,
    );
    if accompanying {
        // Heard when a lead is followed and when one goes on to the next step.
        ui.accesskit_node_builder(title.id, |node| {
            node.set_live(eframe::egui::accesskit::Live::Polite);
        });
    }
    if let Some(say) = &step.say {
        gap(ui, 8.0);
        say_ui(ui, say);
    } else if !step.detail.is_empty() {
        gap(ui, 6.0);
        widgets::text(
            ui,
            step.detail.clone(),
            fonts::regular(t.type_scale.body),
            t.colors.ink,
        );
    }
    gap(ui, 10.0);
    ui.horizontal(|ui| {
        let done = match step.mark {
            Some(_) => text::reopen(),
            None if accompanying => text::done_next(),
            None => text::done(),
        };
        let kind = if accompanying && step.mark.is_none() {
            Kind::Loud
        } else {
            Kind::Choice
        };
        let cap = |command| text::cap_of(command, &state.settings);
        if Button::new(kind, done)
            .cap(&cap(Command::Tick))
            .show(ui)
            .clicked()
        {
            out.push(Action::ToggleStep(step.id.clone()));
        }
        if step.mark.is_none()
            && Button::new(Kind::Quiet, text::skip())
                .cap(&cap(Command::Skip))
                .show(ui)
                .clicked()
        {
            out.push(Action::GoToStep(step.id.clone()));
            out.push(Action::SkipCurrent);
        }
    });
    gap(ui, 12.0);
}

/// Draws a sentence to say, in large type beside its bar.
pub(in crate::ui) fn say_ui(ui: &mut Ui, say: &str) {
    sentence_ui(ui, say, fonts::semibold(tokens().type_scale.say));
}

/// Draws a sentence to say beside its bar.
pub(in crate::ui) fn sentence_ui(ui: &mut Ui, say: &str, font: FontId) {
    let t = tokens();
    let min = ui.cursor().min;
    let inner = Rect::from_min_max(
        min + vec2(18.0, 0.0),
        pos2(ui.max_rect().right(), f32::INFINITY),
    );
    let response = ui.scope_builder(UiBuilder::new().max_rect(inner).id_salt("say"), |ui| {
        widgets::text(ui, say, font, t.colors.ink)
    });
    let height = response.inner.rect.height();
    let bar = Rect::from_min_size(min, vec2(3.0, height));
    ui.painter().rect_filled(bar, 0.0, t.colors.line);
    ui.advance_cursor_after_rect(Rect::from_min_size(min, vec2(ui.available_width(), height)));
}

/// Draws what to avoid with the lead, two things at most.
pub(super) fn avoid_ui(ui: &mut Ui, state: &State) {
    let lead = state
        .lead()
        .filter(|_| state.moment() == Moment::Accompany || state.has_lead());
    let Some(persona) = lead.and_then(|id| state.kit.persona(id.as_str())) else {
        return;
    };
    if persona.avoid.is_empty() {
        return;
    }
    let avoid: Vec<&str> = persona
        .avoid
        .iter()
        .take(2)
        .map(|a| a.text.as_str())
        .collect();
    avoided_ui(ui, &avoid);
}

/// Draws what to avoid.
pub(in crate::ui) fn avoided_ui(ui: &mut Ui, avoid: &[&str]) {
    let t = tokens();
    gap(ui, 12.0);
    let mut job = eframe::egui::text::LayoutJob::default();
    let format = |font, color| eframe::egui::TextFormat {
        font_id: font,
        color,
        ..Default::default()
    };
    job.append(
        text::avoid(),
        0.0,
        format(fonts::bold(t.type_scale.body), t.colors.red),
    );
    job.append(
        &widgets::unbreakable(format!("  {}", avoid.join(" · "))),
        0.0,
        format(fonts::regular(t.type_scale.body), t.colors.ink),
    );
    ui.add(eframe::egui::Label::new(job).wrap());
}

/// Draws what rules say, and the questions not to ask now.
pub(super) fn held_ui(ui: &mut Ui, state: &State) {
    let t = tokens();
    let Ok(identification) = &state.identification else {
        return;
    };
    for notice in &identification.notices {
        gap(ui, 10.0);
        let (font, color) = (fonts::regular(t.type_scale.small + 1.0), t.colors.amber);
        widgets::text(ui, notice.text.clone(), font, color);
    }
    if identification.held.is_empty() {
        return;
    }
    gap(ui, 10.0);
    let questions: Vec<String> = identification
        .held
        .iter()
        .filter_map(|id| state.kit.question(id.as_str()))
        .map(|q| text::quote(q.ask_on(identification.channel)))
        .collect();
    let words = text::named(text::held(), questions.join(" "));
    widgets::text(
        ui,
        words,
        fonts::regular(t.type_scale.small),
        t.colors.muted,
    );
}

fn note_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    hairline(ui);
    gap(ui, 6.0);
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), t.space.target), Sense::hover());
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("note_line"), |ui| {
        ui.with_layout(
            eframe::egui::Layout::right_to_left(eframe::egui::Align::Center),
            |ui| {
                if Button::new(Kind::Quiet, text::review())
                    .cap(&text::cap_of(Command::Review, &state.settings))
                    .show(ui)
                    .clicked()
                {
                    out.push(Action::Run(Command::Review));
                }
                ui.with_layout(
                    eframe::egui::Layout::left_to_right(eframe::egui::Align::Center),
                    |ui| {
                        widgets::line(
                            ui,
                            text::note(),
                            fonts::bold(t.type_scale.body),
                            t.colors.ink,
                        );
                        let summary = text::summary(&state.note());
                        widgets::text(
                            ui,
                            summary,
                            fonts::regular(t.type_scale.small),
                            t.colors.muted,
                        );
                    },
                );
            },
        );
    });
}
