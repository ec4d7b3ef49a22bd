//! What agents see of an element, drawn with the panel's own widgets.

use eframe::egui::{Rect, Ui, UiBuilder, vec2};

use crate::domain::kit::{KitContent, Persona, Step};
use crate::domain::vocab::Label;
use crate::domain::workshop::Element;
use crate::ui::panel::plan;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::cue::{Tick, Trailing, row};
use crate::ui::widgets::gauge::gauge;
use crate::ui::widgets::sign::sign;
use crate::ui::widgets::{self, caption, gap, hairline};

use super::small;

/// Marks of a clear lead.
const CLEAR: usize = 4;
/// Steps shown after the first.
const STEPS: usize = 3;

/// Says whether an element has a preview.
pub(super) fn has(element: &Element) -> bool {
    matches!(
        element,
        Element::Persona(_) | Element::Step(_) | Element::Question(_)
    )
}

/// Draws what agents see.
pub(super) fn preview_ui(ui: &mut Ui, element: &Element, content: &KitContent) {
    caption(ui, text::atelier_preview());
    gap(ui, 14.0);
    match element {
        Element::Persona(id) => {
            if let Some(persona) = content.personas.iter().find(|p| &p.id == id) {
                card_ui(ui, persona, content);
            }
        }
        Element::Step(id) => {
            if let Some(step) = content.steps.iter().find(|s| &s.id == id) {
                step_ui(ui, step, None);
            }
        }
        Element::Question(id) => {
            if let Some(question) = content.questions.iter().find(|q| &q.id == id) {
                question_ui(ui, question);
            }
        }
        _ => {}
    }
}

/// The card: what it evokes, then how to help.
fn card_ui(ui: &mut Ui, persona: &Persona, content: &KitContent) {
    let t = tokens();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        if let Some(symbol) = &persona.symbol {
            sign(ui, symbol, 54.0);
        }
        ui.vertical(|ui| {
            widgets::text(
                ui,
                persona.name.clone(),
                fonts::bold(t.type_scale.lead),
                t.colors.ink,
            );
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                gauge(ui, CLEAR, 16.0);
                let font = fonts::semibold(t.type_scale.body);
                widgets::line(ui, text::term(Label::Clear), font, t.colors.ink);
            });
        });
    });
    gap(ui, 10.0);
    widgets::text(
        ui,
        text::quote(&persona.essence),
        fonts::regular(t.type_scale.body),
        t.colors.ink,
    );
    gap(ui, 14.0);
    hairline(ui);
    gap(ui, 10.0);
    two_ui(
        ui,
        (text::motivations(), &persona.motivations),
        (text::obstacles(), &persona.obstacles),
    );
    gap(ui, 16.0);
    hairline(ui);
    gap(ui, 12.0);
    caption(ui, text::help());
    gap(ui, 6.0);
    let mut steps = persona
        .steps
        .two_minutes
        .iter()
        .filter_map(|id| content.steps.iter().find(|step| &step.id == id));
    if let Some(first) = steps.next() {
        step_ui(ui, first, Some(persona));
    } else {
        small(ui, text::atelier_preview_no_step());
    }
    gap(ui, 10.0);
    for step in steps.take(STEPS) {
        hairline(ui);
        ui.push_id(step.id.as_str(), |ui| {
            // A picture of the row: it ticks nothing.
            ui.add_enabled_ui(false, |ui| {
                ui.set_opacity(1.0);
                let mode = Trailing::Words(text::term(step.mode));
                row(ui, &step.title, Tick::Unknown, mode, None, 44.0);
            });
        });
    }
    if !persona.avoid.is_empty() {
        let avoid: Vec<&str> = persona
            .avoid
            .iter()
            .take(2)
            .map(|avoid| avoid.text.as_str())
            .collect();
        plan::avoided_ui(ui, &avoid);
    }
}

/// Two short lists side by side.
pub(in crate::ui) fn two_ui(ui: &mut Ui, left: (&str, &Vec<String>), right: (&str, &Vec<String>)) {
    let t = tokens();
    let width = (ui.available_width() - 16.0) / 2.0;
    let top = ui.cursor().min;
    let mut height: f32 = 0.0;
    for (at, (title, lines)) in [left, right].into_iter().enumerate() {
        let min = top + vec2(at as f32 * (width + 16.0), 0.0);
        let rect = Rect::from_min_size(min, vec2(width, f32::INFINITY));
        let drawn = ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(title), |ui| {
            caption(ui, title);
            gap(ui, 2.0);
            for line in lines {
                gap(ui, 2.0);
                let font = fonts::regular(t.type_scale.small + 1.0);
                widgets::text(ui, line.clone(), font, t.colors.ink);
            }
        });
        height = height.max(drawn.response.rect.height());
    }
    let taken = Rect::from_min_size(top, vec2(ui.available_width(), height));
    ui.advance_cursor_after_rect(taken);
}

/// A step in hand with the sentence to say: its own, else the card's.
fn step_ui(ui: &mut Ui, step: &Step, persona: Option<&Persona>) {
    let t = tokens();
    let font = fonts::semibold(t.type_scale.small);
    widgets::text(ui, text::term(step.mode), font, t.colors.accent);
    gap(ui, 2.0);
    let font = fonts::bold(t.type_scale.title);
    widgets::text(ui, step.title.clone(), font, t.colors.ink);
    let say = step
        .say
        .first()
        .or_else(|| persona.and_then(|persona| persona.say.first()));
    if let Some(say) = say {
        gap(ui, 8.0);
        plan::say_ui(ui, &text::quote(&say.text));
    }
    if !step.detail.is_empty() {
        gap(ui, 10.0);
        let font = fonts::regular(t.type_scale.body);
        widgets::text(ui, step.detail.clone(), font, t.colors.ink);
    }
}

/// A question in the words to say, with its answers.
fn question_ui(ui: &mut Ui, question: &crate::domain::kit::Question) {
    use crate::ui::widgets::button::{Button, Kind};
    let t = tokens();
    let font = fonts::bold(t.type_scale.title);
    widgets::text(ui, text::quote(&question.ask), font, t.colors.ink);
    gap(ui, 10.0);
    // One under the other: the pane is narrower than the panel, and no answer is cut.
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        // A picture of the buttons: they answer nothing.
        ui.add_enabled_ui(false, |ui| {
            ui.set_opacity(1.0);
            for (at, answer) in question.answers.iter().enumerate() {
                let cap = (at + 1).to_string();
                ui.push_id(at, |ui| {
                    let button = Button::new(Kind::Choice, &answer.text).cap(&cap);
                    button.cap_first().wraps().show(ui);
                });
            }
        });
    });
    if let Some(words) = &question.ask_phone {
        gap(ui, 14.0);
        caption(ui, text::term(crate::domain::vocab::Channel::Phone));
        gap(ui, 4.0);
        let font = fonts::bold(t.type_scale.title);
        widgets::text(ui, text::quote(words), font, t.colors.ink);
    }
}
