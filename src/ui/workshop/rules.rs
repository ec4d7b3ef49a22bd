//! What a rule or a step waits for, as sentences: one is added by choosing, said otherwise, taken out.
//!
//! It must never ask for a word that can be chosen, nor show a group nobody made.

mod effects;
mod picking;

use eframe::egui::{Frame, Margin, Stroke, Ui, vec2};

use crate::app::workshop::WorkshopAction;
use crate::domain::kit::Condition;
use crate::domain::workshop::condition::{self, Joined, Way};
use crate::domain::workshop::{Edit, Element, Field, Value};
use crate::ui::text;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::gap;
use crate::ui::widgets::icon_button::{Picture, Tone, icon_button};

use super::{Pen, said, small};

pub(super) use effects::{add_effect_ui, effect_ui};
pub(super) use picking::{Choosing, Offer, offers_ui};

/// Width of the cross of a line.
const CROSS: f32 = 40.0;

/// What a view of a condition is given.
struct Whole<'a> {
    field: &'a Field,
    condition: &'a Condition,
    label: &'a str,
}

impl Whole<'_> {
    /// « Condition 2.1 », or the field itself.
    fn place(&self, way: &[usize]) -> String {
        if way.is_empty() {
            return self.label.to_owned();
        }
        let number: Vec<String> = way.iter().map(|at| (at + 1).to_string()).collect();
        text::rule_place(number.join("."))
    }
}

/// Fills the field in; a rule that waits for nothing keeps an empty group, which the check tells.
fn fill(field: &Field, condition: Option<Condition>, pen: &mut Pen<'_>) {
    let value = match field.element {
        Element::Rule(_) => {
            Value::Condition(condition.unwrap_or_else(|| Condition::Any(Vec::new())))
        }
        _ => Value::MaybeCondition(condition),
    };
    pen.push(WorkshopAction::Edit(Edit::set(field.clone(), value)));
}

/// Draws a condition, and the way to one more part.
pub(super) fn condition_ui(
    ui: &mut Ui,
    field: &Field,
    condition: Option<&Condition>,
    label: &str,
    pen: &mut Pen<'_>,
) {
    let Some(condition) = condition else {
        small(ui, text::rule_always());
        gap(ui, 6.0);
        if let Some(part) = picking::add_part_ui(ui, (field, &[]), (label, text::rule_add()), pen) {
            fill(field, Some(part), pen);
        }
        return;
    };
    let whole = Whole {
        field,
        condition,
        label,
    };
    part_ui(ui, &whole, &[], pen);
    if condition::joined(condition).is_none() && !is_group(condition) {
        gap(ui, 4.0);
        add_ui(ui, &whole, &[], text::rule_add(), pen);
    }
}

/// Says whether a part holds parts of its own.
fn is_group(part: &Condition) -> bool {
    match part {
        Condition::Any(_) | Condition::All(_) => true,
        Condition::Not(inner) => {
            matches!(**inner, Condition::Not(_)) || condition::joined(inner).is_some()
        }
        _ => false,
    }
}

fn part_ui(ui: &mut Ui, whole: &Whole<'_>, way: &[usize], pen: &mut Pen<'_>) {
    let Some(part) = condition::part(whole.condition, way) else {
        return;
    };
    if is_group(part) {
        group_ui(ui, whole, part, way, pen);
    } else {
        leaf_ui(ui, whole, part, way, pen);
    }
}

/// One sentence, how it is meant, and the way to take it out.
fn leaf_ui(ui: &mut Ui, whole: &Whole<'_>, part: &Condition, way: &[usize], pen: &mut Pen<'_>) {
    let words = text::capital(&text::condition_words(part, pen.content));
    let place = whole.place(way);
    ui.horizontal_top(|ui| {
        let width = ui.available_width() - CROSS;
        ui.allocate_ui(vec2(width, 0.0), |ui| {
            ui.vertical(|ui| {
                ui.set_width(width);
                gap(ui, 4.0);
                said(ui, words.clone());
            });
        });
        let name = text::atelier_take_out(text::named(place.as_str(), words.as_str()));
        if icon_button(ui, Picture::Cross, &name, "", Tone::Plain).clicked() {
            fill(whole.field, condition::removed(whole.condition, way), pen);
        }
    });
    let all = condition::ways(part);
    if all.len() > 1 {
        gap(ui, 4.0);
        let now = condition::way(part).0;
        let of_cue = all.len() == 3;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for (meant, said) in all {
                let words = match (meant, of_cue) {
                    (Way::Yes, true) => text::rule_noted(),
                    (Way::Yes, false) => text::rule_is(),
                    (Way::Denied, _) => text::rule_denied(),
                    (Way::Not, true) => text::rule_unsaid(),
                    (Way::Not, false) => text::rule_but(),
                };
                let name = text::named(place.as_str(), words);
                let button = Button::new(Look::Choice, words).small().name(&name);
                let pressed = button.chosen(meant == now).show(ui).clicked();
                if pressed && let Some(new) = condition::replaced(whole.condition, way, said) {
                    fill(whole.field, Some(new), pen);
                }
            }
        });
    }
    gap(ui, 10.0);
}

/// The parts of a group, how they go together, and the way to one more.
fn group_ui(ui: &mut Ui, whole: &Whole<'_>, part: &Condition, way: &[usize], pen: &mut Pen<'_>) {
    let (negated, inner) = match part {
        Condition::Not(inner) => (true, &**inner),
        other => (false, other),
    };
    let mut group = way.to_vec();
    if negated {
        group.push(0);
    }
    let nested = !way.is_empty();
    ui.push_id(("group", way), |ui| {
        let frame = Frame::new().inner_margin(Margin {
            left: if nested { 16 } else { 0 },
            ..Margin::ZERO
        });
        let drawn = frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            ui.set_width(ui.available_width());
            let parts = match inner {
                Condition::Any(all) | Condition::All(all) => all.len(),
                // A « sauf » within a « sauf ».
                _ => 0,
            };
            if nested || negated || parts > 1 {
                together_ui(ui, whole, (part, way), negated, pen);
                gap(ui, 8.0);
            }
            if condition::joined(inner).is_none() {
                part_ui(ui, whole, &group, pen);
                return;
            }
            if parts == 0 {
                small(ui, text::capital(text::rule_when_nothing()));
                gap(ui, 6.0);
            }
            for at in 0..parts {
                let mut way = group.clone();
                way.push(at);
                ui.push_id(at, |ui| part_ui(ui, whole, &way, pen));
            }
            let words = if nested {
                text::rule_add_here()
            } else {
                text::rule_add()
            };
            add_ui(ui, whole, &group, words, pen);
        });
        if nested {
            let t = tokens();
            let rect = drawn.response.rect;
            let line = Stroke::new(2.0, t.colors.line);
            ui.painter().vline(rect.left() + 4.0, rect.y_range(), line);
        }
    });
    gap(ui, 10.0);
}

/// How the parts of a group go together; a group within another can be taken out.
fn together_ui(
    ui: &mut Ui,
    whole: &Whole<'_>,
    (part, way): (&Condition, &[usize]),
    negated: bool,
    pen: &mut Pen<'_>,
) {
    let plain = match part {
        Condition::Not(inner) => (**inner).clone(),
        other => other.clone(),
    };
    let now = condition::joined(&plain);
    let may_deny = negated || condition::ways(&plain).len() > 1;
    let place = whole.place(way);
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (joined, deny, words) in [
            (Joined::Any, false, text::rule_any()),
            (Joined::All, false, text::rule_all()),
            (Joined::Any, true, text::rule_but_any()),
            (Joined::All, true, text::rule_but_all()),
        ] {
            if deny && !may_deny {
                continue;
            }
            let name = text::named(place.as_str(), words);
            let chosen = now == Some(joined) && negated == deny;
            let button = Button::new(Look::Choice, words).small().name(&name);
            if button.chosen(chosen).show(ui).clicked() && !chosen {
                wanted = Some((joined, deny));
            }
        }
        if !way.is_empty() {
            let name = text::atelier_take_out(place.as_str());
            let out = Button::new(Look::Quiet, text::rule_out()).small();
            if out.name(&name).show(ui).clicked() {
                fill(whole.field, condition::removed(whole.condition, way), pen);
            }
        }
    });
    let Some((joined, deny)) = wanted else {
        return;
    };
    let joined = condition::joining(&plain, &[], joined).unwrap_or(plain);
    let new = if deny {
        Condition::Not(Box::new(joined))
    } else {
        joined
    };
    if let Some(new) = condition::replaced(whole.condition, way, new) {
        fill(whole.field, Some(new), pen);
    }
}

/// One part more where it is asked for; a group made is filled in at once.
fn add_ui(ui: &mut Ui, whole: &Whole<'_>, way: &[usize], words: &str, pen: &mut Pen<'_>) {
    let place = whole.place(way);
    let Some(part) = picking::add_part_ui(ui, (whole.field, way), (&place, words), pen) else {
        return;
    };
    if condition::joined(&part).is_some() {
        let way = condition::place_of_added(whole.condition, way);
        pen.memory.choosing = Some(Choosing::new(whole.field, way));
    }
    if let Some(new) = condition::added(whole.condition, way, part) {
        fill(whole.field, Some(new), pen);
    }
}
