//! One's own reading: a lead, situations, steps, all chosen before the engine says anything.

use eframe::egui::{Rect, Ui, vec2};

use super::{Pen, act, steady, told};
use crate::app::training::PracticeAction;
use crate::app::training::practice::{Played, Stage};
use crate::domain::kit::Step;
use crate::domain::training::practice::Lead;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::training::columns::halves_ui;
use crate::ui::training::{back_ui, page, title_ui};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::cue::{Tick, Trailing, row};
use crate::ui::widgets::{self, gap};
use crate::ui::workshop::{heading, small};

/// From this width the steps stand beside the rest.
const TWO: f32 = 960.0;

/// Draws one's own reading.
pub(super) fn choose_ui(ui: &mut Ui, body: Rect, played: &Played, pen: &mut Pen<'_>) {
    let most = if body.width() < TWO { 760.0 } else { 1320.0 };
    page(ui, body, "choose", most, |ui| {
        gap(ui, 16.0);
        back_ui(ui, text::practice_back_to_it(), pen);
        gap(ui, 10.0);
        title_ui(ui, text::practice_reading(), pen);
        gap(ui, 2.0);
        small(ui, told::heading(played));
        gap(ui, 20.0);
        if body.width() < TWO {
            lead_ui(ui, played, pen);
            gap(ui, 22.0);
            situations_ui(ui, played, pen);
            gap(ui, 22.0);
            steps_ui(ui, played, pen);
        } else {
            halves_ui(ui, 48.0, |left, right| {
                lead_ui(left, played, pen);
                gap(left, 22.0);
                situations_ui(left, played, pen);
                steps_ui(right, played, pen);
            });
        }
        gap(ui, 22.0);
        let ready = played.sheet().lead.is_some();
        if !ready {
            small(ui, text::practice_reason_first());
            gap(ui, 8.0);
        }
        steady(ui, "reason", |ui| {
            let reason = Button::new(Kind::Loud, text::practice_reason());
            if reason.enabled(ready).show(ui).clicked() && ready {
                act(pen, PracticeAction::Stage(Stage::Debrief));
            }
        });
        gap(ui, 24.0);
    });
}

fn lead_ui(ui: &mut Ui, played: &Played, pen: &mut Pen<'_>) {
    heading(ui, text::practice_lead());
    gap(ui, 10.0);
    let leads = played
        .kit()
        .profiles()
        .map(|persona| (Lead::Persona(persona.id.clone()), persona.name.as_str()));
    let all = leads.chain([(Lead::NotYet, text::practice_lead_not_yet())]);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (lead, words) in all {
            let chosen = played.sheet().lead.as_ref() == Some(&lead);
            let button = Button::new(Kind::Choice, words).chosen(chosen);
            if button.show(ui).clicked() {
                act(pen, PracticeAction::Lead(lead));
            }
        }
    });
}

fn situations_ui(ui: &mut Ui, played: &Played, pen: &mut Pen<'_>) {
    if played.kit().situations().next().is_none() {
        return;
    }
    heading(ui, text::practice_situations());
    gap(ui, 2.0);
    small(ui, text::practice_situations_detail());
    gap(ui, 10.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for situation in played.kit().situations() {
            let chosen = played.sheet().situations.contains(&situation.id);
            let button = Button::new(Kind::Choice, &situation.name).chosen(chosen);
            if button.show(ui).clicked() {
                act(pen, PracticeAction::Situation(situation.id.clone()));
            }
        }
    });
}

fn steps_ui(ui: &mut Ui, played: &Played, pen: &mut Pen<'_>) {
    heading(ui, text::practice_steps());
    gap(ui, 2.0);
    small(ui, text::practice_steps_detail());
    gap(ui, 8.0);
    let offered = &played.exchange().offered;
    let steps = offered
        .iter()
        .filter_map(|id| played.kit().step(id.as_str()));
    for step in steps {
        step_ui(ui, played, step, pen);
        gap(ui, 4.0);
    }
}

/// A step with how one helps in it, and what it is under it.
fn step_ui(ui: &mut Ui, played: &Played, step: &Step, pen: &mut Pen<'_>) {
    let t = tokens();
    let tick = if played.sheet().steps.contains(&step.id) {
        Tick::Yes
    } else {
        Tick::Unknown
    };
    let mode = text::term(step.mode);
    let wide = ui.available_width() >= 480.0;
    // Where there is no room beside it, the way of helping stands under the title.
    let trailing = Trailing::Words(if wide { mode } else { "" });
    if row(ui, &step.title, tick, trailing, None, 40.0).clicked() {
        act(pen, PracticeAction::Step(step.id.clone()));
    }
    let detail = if wide {
        step.detail.clone()
    } else {
        format!("{mode}. {}", step.detail)
    };
    if detail.is_empty() {
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(36.0);
        ui.vertical(|ui| {
            let font = fonts::regular(t.type_scale.small);
            widgets::text(ui, detail, font, t.colors.muted);
        });
    });
    gap(ui, 4.0);
}
