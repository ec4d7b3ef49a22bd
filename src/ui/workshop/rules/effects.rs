//! What a rule does, one sentence each: chosen, or for a message, typed.

use eframe::egui::{Ui, vec2};

use crate::app::workshop::WorkshopAction;
use crate::domain::kit::{KitContent, Layer, RuleEffect};
use crate::domain::vocab::{Mode, Severity};
use crate::domain::workshop::{Edit, Field, Value};
use crate::ui::text;
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::gap;

use super::super::field::{Lines, text_ui};
use super::super::{Pen, said};
use super::picking::{Offer, choose_ui, questions, terms};

/// One effect, under the name of its line.
pub(in crate::ui::workshop) fn effect_ui(
    ui: &mut Ui,
    here: &Field,
    effect: &RuleEffect,
    name: &str,
    wished: bool,
    pen: &mut Pen<'_>,
) {
    let RuleEffect::Notice {
        text: typed,
        severity,
    } = effect
    else {
        gap(ui, 4.0);
        said(ui, text::capital(&text::effect_words(effect, pen.content)));
        return;
    };
    let severity = *severity;
    let label = text::named(name, text::effect_message());
    let words = (typed.as_str(), label.as_str(), Lines::Many);
    text_ui(ui, here, words, wished, pen, move |text| {
        Value::Effect(RuleEffect::Notice { text, severity })
    });
    gap(ui, 4.0);
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for loud in Severity::ALL {
            let words = text::term(*loud);
            let whole = text::named(name, words);
            let button = Button::new(Look::Choice, words).small().name(&whole);
            if button.chosen(*loud == severity).show(ui).clicked() {
                wanted = Some(*loud);
            }
        }
    });
    if let Some(severity) = wanted.filter(|loud| *loud != severity) {
        let text = typed.clone();
        pen.push(WorkshopAction::Seal);
        pen.push(WorkshopAction::Edit(Edit::set(
            here.clone(),
            Value::Effect(RuleEffect::Notice { text, severity }),
        )));
    }
}

/// The way to one more effect.
pub(in crate::ui::workshop) fn add_effect_ui(
    ui: &mut Ui,
    field: &Field,
    label: &str,
    pen: &mut Pen<'_>,
) {
    let abouts = if pen.memory.choosing.is_some() {
        effects(pen.content)
    } else {
        Vec::new()
    };
    let words = (label, text::rule_add_effect(), text::rule_effect_what());
    if let Some(effect) = choose_ui(ui, (field, &[]), words, &abouts, pen) {
        pen.push(WorkshopAction::InsertLine(
            field.clone(),
            Value::Effect(effect),
        ));
    }
}

/// Every effect, by what it does.
fn effects(content: &KitContent) -> Vec<(&'static str, Vec<Offer<RuleEffect>>)> {
    let steps = content.steps.iter();
    let situations = content.personas.iter();
    vec![
        (
            text::effect_pick_step(),
            steps
                .map(|step| (step.title.clone(), RuleEffect::AddStep(step.id.clone())))
                .collect(),
        ),
        (
            text::effect_pick_raise(),
            situations
                .filter(|persona| persona.layer == Layer::Situation)
                .map(|one| (one.name.clone(), RuleEffect::Raise(one.id.clone())))
                .collect(),
        ),
        (text::effect_pick_ask(), questions(content, RuleEffect::Ask)),
        (
            text::effect_pick_hold(),
            questions(content, RuleEffect::HoldQuestion),
        ),
        (
            text::effect_pick_hide(),
            terms(Mode::ALL, RuleEffect::HideMode),
        ),
        (
            text::effect_pick_notice(),
            vec![(
                String::new(),
                RuleEffect::Notice {
                    text: String::new(),
                    severity: Severity::Info,
                },
            )],
        ),
    ]
}
