//! A step of the kit as a trainee reads it: how one helps, the sentence, what it is.

use eframe::egui::Ui;

use crate::app::State;
use crate::domain::ids::StepId;
use crate::domain::kit::Say;
use crate::domain::vocab::Channel;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::{self, gap};

/// The sentences for the counter; those for the phone where there are no others.
pub(super) fn sentences(say: &[Say]) -> Vec<&str> {
    let counter = say
        .iter()
        .filter(|say| say.channels.contains(&Channel::Counter));
    let counter: Vec<&str> = counter.map(|say| say.text.as_str()).collect();
    if counter.is_empty() {
        return say.iter().map(|say| say.text.as_str()).collect();
    }
    counter
}

/// Draws a step; `loud` makes its sentence the largest thing in sight.
pub(super) fn step_ui(ui: &mut Ui, state: &State, id: &StepId, loud: bool) {
    let t = tokens();
    let Some(step) = state.kit.step(id.as_str()) else {
        return;
    };
    let line = format!("{} · {}", text::term(step.mode), step.title);
    let font = fonts::semibold(t.type_scale.small + 1.0);
    widgets::text(ui, line, font, t.colors.accent);
    if let Some(sentence) = sentences(&step.say).first() {
        gap(ui, 3.0);
        let font = if loud {
            fonts::bold(t.type_scale.say - 2.0)
        } else {
            fonts::semibold(t.type_scale.body)
        };
        widgets::text(ui, *sentence, font, t.colors.ink);
    }
}
