//! Lists of sentences and of elements: a line each, with its place in the list and the way to take
//! it out; what is added is brought forward.

use eframe::egui::{Id, TextEdit, Ui, vec2};

use crate::app::workshop::{WorkshopAction, elements};
use crate::domain::kit::{Avoid, Confusion, Layer, Say};
use crate::domain::typography::fold;
use crate::domain::vocab::Channel;
use crate::domain::workshop::{Edit, Element, Field, Index, Kind, Name, Value};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::icon_button::{Picture, Tone, icon_button};
use crate::ui::widgets::{self, gap, hairline};

use super::field::{self, Lines, findings_ui, small_button, text_ui};
use super::{Pen, marks, rules, small};

/// Width the three buttons of a line take.
const TOOLS: f32 = 3.0 * 32.0 + 2.0 * 2.0;
/// Choices shown at once.
const CHOICES: usize = 8;

/// Draws a list.
pub(super) fn lines_ui(ui: &mut Ui, field: &Field, value: &Value, label: &str, pen: &mut Pen<'_>) {
    let count = value.lines().unwrap_or(0);
    for at in 0..count {
        let Some(line) = value.line(at) else {
            continue;
        };
        let here = Field {
            index: Index::Line(at),
            ..field.clone()
        };
        let name = text::atelier_line(label, at + 1);
        ui.push_id(at, |ui| line_ui(ui, &here, (line, &name), count, pen));
    }
    match value {
        Value::Texts(_) if field.name == Name::Sources => {
            pick_ui(ui, field, Kind::Source, value, label, pen);
        }
        Value::Texts(_) => add_ui(ui, field, label, Value::Text(String::new()), pen),
        Value::Says(_) => {
            let line = Value::Say(Say {
                text: String::new(),
                channels: pen.content.channels.clone(),
            });
            add_ui(ui, field, label, line, pen);
        }
        Value::Avoids(_) => {
            let line = Value::Avoid(Avoid {
                text: String::new(),
                because: String::new(),
            });
            add_ui(ui, field, label, line, pen);
        }
        Value::StepIds(_) => pick_ui(ui, field, Kind::Step, value, label, pen),
        Value::CueIds(_) => pick_ui(ui, field, Kind::Cue, value, label, pen),
        Value::Effects(_) => rules::add_effect_ui(ui, field, label, pen),
        Value::PersonaIds(_) | Value::Confusions(_) => {
            pick_ui(ui, field, Kind::Persona, value, label, pen);
        }
        _ => {}
    }
}

fn add_ui(ui: &mut Ui, field: &Field, label: &str, line: Value, pen: &mut Pen<'_>) {
    let words = text::workshop_add_line(field.name);
    let name = text::named(label, words);
    if small_button(ui, words, &name) {
        pen.push(WorkshopAction::InsertLine(field.clone(), line));
    }
}

/// Says which element a line names, if it names one.
fn named_by(line: &Value, name: Name) -> Option<Element> {
    Some(match line {
        Value::StepId(id) => Element::Step(id.clone()),
        Value::CueId(id) => Element::Cue(id.clone()),
        Value::PersonaId(id) => Element::Persona(id.clone()),
        Value::Confusion(other) => Element::Persona(other.persona.clone()),
        Value::Text(id) if name == Name::Sources => Element::Source(id.clone()),
        _ => return None,
    })
}

fn line_ui(
    ui: &mut Ui,
    here: &Field,
    (line, name): (Value, &str),
    count: usize,
    pen: &mut Pen<'_>,
) {
    let wished = pen.wants(here);
    // Words first, then what one may do with them: in the order of reading.
    ui.horizontal_top(|ui| {
        let width = ui.available_width() - TOOLS - 8.0;
        let typed = line.is_typed();
        let words = ui.allocate_ui(vec2(width, 0.0), |ui| {
            ui.vertical(|ui| {
                ui.set_width(width);
                words_ui(ui, here, line, name, wished, pen);
            });
        });
        if !typed {
            field::led_ui(ui, here, &words.response, name, wished);
        }
        tools_ui(ui, here, name, count, pen);
    });
    findings_ui(ui, here, pen);
    gap(ui, 12.0);
}

/// Up, down, out.
fn tools_ui(ui: &mut Ui, here: &Field, name: &str, count: usize, pen: &mut Pen<'_>) {
    let Index::Line(at) = here.index else {
        return;
    };
    let whole = here.whole();
    ui.spacing_mut().item_spacing.x = 2.0;
    let tone = |enabled: bool| if enabled { Tone::Plain } else { Tone::Off };
    let (first, last) = (at == 0, at + 1 >= count);
    let up = text::atelier_up(name);
    if icon_button(ui, Picture::Up, &up, "", tone(!first)).clicked() {
        pen.push(WorkshopAction::MoveLine(whole.clone(), at, at - 1));
    }
    let down = text::atelier_down(name);
    if icon_button(ui, Picture::Down, &down, "", tone(!last)).clicked() {
        pen.push(WorkshopAction::MoveLine(whole.clone(), at, at + 1));
    }
    let out = text::atelier_take_out(name);
    if icon_button(ui, Picture::Cross, &out, "", Tone::Plain).clicked() {
        pen.push(WorkshopAction::RemoveLine(whole, at));
    }
}

fn words_ui(ui: &mut Ui, here: &Field, line: Value, name: &str, wished: bool, pen: &mut Pen<'_>) {
    if let Some(element) = named_by(&line, here.name) {
        element_ui(ui, &element, pen);
    }
    match line {
        Value::Text(_) if here.name == Name::Sources => {}
        Value::Text(typed) => {
            text_ui(
                ui,
                here,
                (&typed, name, Lines::Many),
                wished,
                pen,
                Value::Text,
            );
        }
        Value::Say(say) => say_ui(ui, here, &say, name, wished, pen),
        Value::Effect(effect) => rules::effect_ui(ui, here, &effect, name, wished, pen),
        Value::Avoid(avoid) => {
            let because = avoid.because.clone();
            text_ui(
                ui,
                here,
                (&avoid.text, name, Lines::Many),
                wished,
                pen,
                move |text| Value::Avoid(Avoid { text, because }),
            );
            gap(ui, 6.0);
            let words = avoid.text;
            second_ui(
                ui,
                here,
                (&avoid.because, text::atelier_because()),
                name,
                pen,
                move |because| {
                    Value::Avoid(Avoid {
                        text: words,
                        because,
                    })
                },
            );
        }
        Value::Confusion(other) => {
            let persona = other.persona;
            second_ui(
                ui,
                here,
                (&other.ask_yourself, text::atelier_ask_yourself()),
                name,
                pen,
                move |ask_yourself| {
                    Value::Confusion(Confusion {
                        persona,
                        ask_yourself,
                    })
                },
            );
        }
        _ => {}
    }
}

/// The second text of a line, under the first: its label is in the field while it is empty.
fn second_ui(
    ui: &mut Ui,
    here: &Field,
    (typed, label): (&str, &str),
    name: &str,
    pen: &mut Pen<'_>,
    make: impl FnOnce(String) -> Value,
) {
    let t = tokens();
    let mut buffer = typed.to_owned();
    let words = marks::words_of(here, pen);
    let mut layouter = marks::laid_out(t.type_scale.small + 1.0, Lines::Many, words);
    let edit = TextEdit::multiline(&mut buffer)
        .layouter(&mut layouter)
        .id(super::id_of(here).with("second"))
        .font(fonts::regular(t.type_scale.small + 1.0))
        .hint_text(label)
        .desired_rows(1)
        .char_limit(field::LONGEST)
        .event_filter(field::keys_of_a_field())
        .margin(vec2(10.0, 6.0))
        .desired_width(ui.available_width());
    let response = widgets::in_sight(ui.add(edit)).accessible_name(text::named(name, label));
    if response.changed() && buffer != typed {
        pen.push(WorkshopAction::Edit(Edit::set(here.clone(), make(buffer))));
    }
    if response.lost_focus() {
        pen.push(WorkshopAction::Seal);
    }
}

/// A sentence to say, and where.
fn say_ui(ui: &mut Ui, here: &Field, say: &Say, name: &str, wished: bool, pen: &mut Pen<'_>) {
    let channels = say.channels.clone();
    text_ui(
        ui,
        here,
        (&say.text, name, Lines::Many),
        wished,
        pen,
        move |text| Value::Say(Say { text, channels }),
    );
    if pen.content.channels.len() < 2 {
        return;
    }
    gap(ui, 4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for channel in pen.content.channels.iter().copied() {
            let chosen = say.channels.contains(&channel);
            let words = text::term(channel);
            let whole = text::named(name, words);
            let button = Button::new(Look::Choice, words)
                .small()
                .name(&whole)
                .chosen(chosen);
            if button.show(ui).clicked() {
                let mut say = say.clone();
                say.channels = toggled(&say.channels, channel);
                pen.push(WorkshopAction::Edit(Edit::set(
                    here.clone(),
                    Value::Say(say),
                )));
            }
        }
    });
}

/// A list of channels with one more, or one less, in the order screens show them.
pub(super) fn toggled(channels: &[Channel], channel: Channel) -> Vec<Channel> {
    Channel::ALL
        .iter()
        .copied()
        .filter(|c| channels.contains(c) != (*c == channel))
        .collect()
}

/// The name of an element, as a way to its sheet.
fn element_ui(ui: &mut Ui, element: &Element, pen: &mut Pen<'_>) {
    let title = match element {
        Element::Source(id) => {
            let source = pen.content.sources.iter().find(|s| s.id == *id);
            source.map_or_else(|| id.clone(), |s| format!("{id} · {}", s.text))
        }
        other => other.title(pen.content),
    };
    let known = crate::domain::workshop::items::position(pen.content, element).is_some();
    let name = text::atelier_open(title.as_str());
    let pressed = Button::new(Look::Choice, &title)
        .small()
        .wraps()
        .name(&name)
        .enabled(known)
        .width(ui.available_width())
        .show(ui)
        .clicked();
    if pressed {
        let spot = crate::app::workshop::Spot::of(element);
        pen.push(WorkshopAction::Go(spot));
    }
    gap(ui, 4.0);
}

/// Says whether an element can stand in a field: profiles come first, situations are stated.
fn fits(element: &Element, name: Name, pen: &Pen<'_>) -> bool {
    let wanted = match name {
        Name::ExpectTop => Layer::Profile,
        Name::Raises | Name::ToVerify => Layer::Situation,
        _ => return true,
    };
    let mut personas = pen.content.personas.iter();
    personas.any(|p| p.layer == wanted && *element == Element::Persona(p.id.clone()))
}

/// The line that names an element.
fn line_of(element: &Element, value: &Value) -> Option<Value> {
    Some(match (element, value) {
        (Element::Step(id), _) => Value::StepId(id.clone()),
        (Element::Cue(id), _) => Value::CueId(id.clone()),
        (Element::Persona(id), Value::Confusions(_)) => Value::Confusion(Confusion {
            persona: id.clone(),
            ask_yourself: String::new(),
        }),
        (Element::Persona(id), _) => Value::PersonaId(id.clone()),
        (Element::Source(id), _) => Value::Text(id.clone()),
        _ => return None,
    })
}

/// Adding an element to a list: choices come as one types, none that is there already.
fn pick_ui(ui: &mut Ui, field: &Field, kind: Kind, value: &Value, label: &str, pen: &mut Pen<'_>) {
    let words = text::workshop_pick(kind);
    let picking = pen.memory.picking.as_ref() == Some(field);
    let name = text::named(label, words);
    if !picking {
        if small_button(ui, words, &name) {
            pen.memory.picking = Some(field.clone());
            pen.memory.sought.clear();
            let id = Id::unique("atelier_sought");
            ui.memory_mut(|m| m.request_focus(id));
        }
        return;
    }
    let t = tokens();
    hairline(ui);
    gap(ui, 8.0);
    let edit = TextEdit::singleline(&mut pen.memory.sought)
        .id(Id::unique("atelier_sought"))
        .font(fonts::regular(t.type_scale.body))
        .hint_text(text::atelier_filter())
        .event_filter(field::keys_of_a_field())
        .margin(vec2(10.0, 6.0))
        .desired_width(ui.available_width());
    widgets::in_sight(ui.add(edit)).accessible_name(&name);
    gap(ui, 6.0);
    let sought = fold(&pen.memory.sought);
    let count = value.lines().unwrap_or(0);
    let there: Vec<Element> = (0..count)
        .filter_map(|at| named_by(&value.line(at)?, field.name))
        .collect();
    let free: Vec<Element> = elements(pen.content, kind)
        .into_iter()
        .filter(|element| !there.contains(element) && *element != field.element)
        .filter(|element| fits(element, field.name, pen))
        .filter(|element| {
            sought.is_empty() || fold(&element.title(pen.content)).contains(sought.as_str())
        })
        .collect();
    for element in free.iter().take(CHOICES) {
        let title = element.title(pen.content);
        let pressed = Button::new(Look::Choice, &title)
            .small()
            .wraps()
            .width(ui.available_width())
            .show(ui)
            .clicked();
        if pressed && let Some(line) = line_of(element, value) {
            pen.memory.picking = None;
            pen.push(WorkshopAction::InsertLine(field.clone(), line));
        }
        gap(ui, 4.0);
    }
    if free.is_empty() {
        small(ui, text::atelier_filter_empty());
    } else if free.len() > CHOICES {
        small(ui, text::atelier_more_choices(free.len() - CHOICES));
    }
    gap(ui, 4.0);
    if Button::new(Look::Quiet, text::atelier_add_no())
        .small()
        .show(ui)
        .clicked()
    {
        pen.memory.picking = None;
    }
    widgets::gap(ui, 4.0);
}
