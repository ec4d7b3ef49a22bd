//! The strip once a lead is followed: steps, what to avoid, and the note at the foot.
//!
//! No cue, no name and no gauge may be in sight: the person may look over a shoulder.

use eframe::egui::{Align, Layout, Ui};

use crate::app::{Action, Actions, Command, State, view};
use crate::ui::panel::plan;
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap, hairline};

/// Draws what is done, the step in hand with its sentence, what is left, and what to avoid.
pub(super) fn accompany_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let steps = view::steps(state, text::for_everyone());
    if steps.is_empty() {
        widgets::text(
            ui,
            text::plan_empty(),
            fonts::regular(t.type_scale.body),
            t.colors.muted,
        );
    }
    let current = steps.iter().position(|step| step.current);
    let marked = |step: &&view::StepView| step.mark.is_some() && !step.current;
    let before: Vec<_> = steps.iter().filter(marked).collect();
    for step in &before {
        plan::row_ui(ui, step, false, out);
        hairline(ui);
    }
    if !before.is_empty() {
        gap(ui, 12.0);
    }
    match current.and_then(|i| Some((i, steps.get(i)?))) {
        Some((i, step)) => plan::current_ui(ui, state, step, (i + 1, steps.len()), false, out),
        None if !steps.is_empty() => {
            widgets::text(
                ui,
                text::plan_done(),
                fonts::bold(t.type_scale.title),
                t.colors.ink,
            );
            gap(ui, 12.0);
        }
        None => {}
    }
    for step in steps.iter().filter(|s| s.mark.is_none() && !s.current) {
        hairline(ui);
        plan::row_ui(ui, step, false, out);
    }
    hairline(ui);
    plan::avoid_ui(ui, state);
    plan::held_ui(ui, state);
    gap(ui, 8.0);
}

/// Draws the note in a line, and what one does with it.
pub(super) fn note_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let cap = |command| text::cap_of(command, &state.settings);
    widgets::bar(ui, t.space.row, |ui| {
        if Button::new(Kind::Quiet, text::review())
            .cap(&cap(Command::Review))
            .small()
            .show(ui)
            .clicked()
        {
            out.push(Action::Run(Command::Review));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            widgets::line(
                ui,
                text::note(),
                fonts::bold(t.type_scale.body),
                t.colors.ink,
            );
            widgets::line(
                ui,
                text::summary_short(&state.note()),
                fonts::regular(t.type_scale.small),
                t.colors.muted,
            );
        });
    });
    gap(ui, 4.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (words, icon, command) in [
            (text::orient(), icons::SIGNPOST, Command::Orient),
            (text::shared(), icons::SCREEN, Command::Shared),
        ] {
            if Button::new(Kind::Quiet, words)
                .icon(icon)
                .cap(&cap(command))
                .small()
                .show(ui)
                .clicked()
            {
                out.push(Action::Run(command));
            }
        }
    });
}
