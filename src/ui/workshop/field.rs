//! One field: its label, what it is filled in with, and what is to correct in it, just under.

use eframe::egui::{
    EventFilter, FontSelection, Response, RichText, Role, Sense, TextEdit, Ui, UiBuilder,
    WidgetInfo, accesskit, vec2,
};

use crate::app::workshop::WorkshopAction;
use crate::domain::problem::Gravity;
use crate::domain::workshop::{Edit, Field, Finding, Name, Value, fields};
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::icon_button::{Picture, Tone, icon_button};
use crate::ui::widgets::{self, gap, paint_icon};

use super::{Pen, bench, choices, id_of, lean, lines, marks, ours, remarks, rules, small};

/// Longest text of a field: what a kit's file accepts.
pub(super) const LONGEST: usize = 4_000;

/// Keys that stay in a field: Échap leaves it, and Tab goes on.
pub(in crate::ui) fn keys_of_a_field() -> EventFilter {
    EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        tab: false,
        escape: true,
    }
}

/// How a text is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// A word or a title.
    One,
    /// A sentence without line breaks, over as many lines as it takes.
    Wrapped,
    /// A sentence, over as many lines as it takes.
    Many,
}

/// How many lines a field's text is usually on.
fn lines_of(name: Name) -> Lines {
    match name {
        Name::Ask
        | Name::AskPhone
        | Name::Detail
        | Name::Essence
        | Name::Note
        | Name::OtherWay
        | Name::Contact
        | Name::Hours
        | Name::Varies => Lines::Many,
        Name::Text | Name::TextPhone | Name::Url | Name::Site => Lines::Wrapped,
        _ => Lines::One,
    }
}

/// The label of a field.
pub(super) fn label_ui(ui: &mut Ui, words: &str) -> Response {
    let t = tokens();
    let font = fonts::semibold(t.type_scale.small + 1.0);
    let response = widgets::text(ui, words, font, t.colors.ink);
    gap(ui, 4.0);
    response
}

/// Draws a field with its label and its findings; nothing if it does not exist.
pub(super) fn field_ui(ui: &mut Ui, field: &Field, pen: &mut Pen<'_>) {
    // What only the kit of everyone may say has no place in a form of what is local.
    if !pen.workshop.ours().may_fill(field) {
        return;
    }
    let Some(value) = fields::read(pen.content, field) else {
        return;
    };
    let words = text::field_label(&field.element, field.name);
    let group = UiBuilder::new()
        .id_salt(field.key())
        .accessibility_role(Role::Group)
        .accessibility_label(words);
    ui.scope_builder(group, |ui| {
        let wished = pen.wants(field);
        let label = label_ui(ui, words);
        if wished {
            label.scroll_to_me(Some(eframe::egui::Align::Center));
        }
        let typed = matches!(value, Value::Text(_) | Value::Maybe(_));
        if !typed {
            led_ui(ui, field, &label, words, wished);
        }
        if let Some(help) = text::field_help(field.name) {
            small(ui, help);
            gap(ui, 6.0);
        }
        control_ui(ui, field, value, words, wished, pen);
        findings_ui(ui, field, pen);
        ours::mark_ui(ui, field, pen);
        remarks::field_ui(ui, field, pen);
    });
    gap(ui, 16.0);
}

/// Where one is led to a field that is not typed, its label takes the focus; its controls follow.
pub(super) fn led_ui(ui: &Ui, field: &Field, label: &Response, words: &str, wished: bool) {
    let id = id_of(field).with("label");
    if !wished && !ui.memory(|m| m.has_focus(id)) {
        return;
    }
    let sense = Sense::focusable_noninteractive();
    let response = ui.interact(label.rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    if wished {
        response.request_focus();
    }
}

/// What a field is filled in with.
fn control_ui(
    ui: &mut Ui,
    field: &Field,
    value: Value,
    words: &str,
    wished: bool,
    pen: &mut Pen<'_>,
) {
    match value {
        Value::Text(typed) => {
            let lines = lines_of(field.name);
            text_ui(ui, field, (&typed, words, lines), wished, pen, Value::Text);
        }
        Value::Maybe(typed) => {
            let typed = typed.unwrap_or_default();
            let lines = lines_of(field.name);
            if field.name == Name::Symbol {
                choices::symbol_ui(ui, field, &typed, pen);
                return;
            }
            text_ui(ui, field, (&typed, words, lines), wished, pen, |typed| {
                Value::Maybe((!typed.is_empty()).then_some(typed))
            });
            if matches!(field.name, Name::Confirmed | Name::Reviewed) {
                gap(ui, 6.0);
                choices::today_ui(ui, field, pen);
            }
        }
        Value::Number(number) => number_ui(ui, field, Some(number), words, pen, Value::Number),
        Value::MaybeNumber(number) => {
            number_ui(ui, field, number, words, pen, |x| {
                Value::MaybeNumber(Some(x))
            });
        }
        Value::Count(count) => {
            let whole = i64::try_from(count).unwrap_or(0);
            whole_ui(ui, field, whole, pen, |n| {
                Value::Count(usize::try_from(n).unwrap_or(0))
            });
        }
        Value::Minutes(minutes) => {
            whole_ui(ui, field, i64::from(minutes), pen, |n| {
                Value::Minutes(u32::try_from(n).unwrap_or(0))
            });
        }
        Value::Condition(when) => rules::condition_ui(ui, field, Some(&when), words, pen),
        Value::MaybeCondition(when) => {
            rules::condition_ui(ui, field, when.as_ref(), words, pen);
        }
        Value::Item(item) => lean::item_ui(ui, field, &item, words, pen),
        Value::LinkRows(_) => lean::rows_ui(ui, field, pen),
        Value::Given(given) => bench::given_ui(ui, field, &given, words, pen),
        value if value.lines().is_some() => lines::lines_ui(ui, field, &value, words, pen),
        value => choices::choice_ui(ui, field, value, pen),
    }
}

/// A text being typed.
pub(super) fn text_ui(
    ui: &mut Ui,
    field: &Field,
    (typed, name, lines): (&str, &str, Lines),
    wished: bool,
    pen: &mut Pen<'_>,
    make: impl FnOnce(String) -> Value,
) {
    let t = tokens();
    let mut buffer = typed.to_owned();
    let width = ui.available_width();
    let words = marks::words_of(field, pen);
    let mut layouter = marks::laid_out(t.type_scale.body, lines, words);
    let edit = match lines {
        Lines::One => TextEdit::singleline(&mut buffer),
        Lines::Wrapped => TextEdit::multiline(&mut buffer)
            .desired_rows(1)
            .return_key(None),
        Lines::Many => TextEdit::multiline(&mut buffer).desired_rows(1),
    };
    let edit = edit
        .layouter(&mut layouter)
        .id(id_of(field))
        .font(FontSelection::FontId(fonts::regular(t.type_scale.body)))
        .char_limit(LONGEST)
        .event_filter(keys_of_a_field())
        .margin(vec2(10.0, 8.0))
        .desired_width(width);
    let response = widgets::in_sight(ui.add(edit)).accessible_name(name);
    if wished {
        response.request_focus();
    }
    if lines == Lines::Wrapped {
        // What is pasted may hold some.
        buffer = buffer.replace(['\r', '\n'], " ");
    }
    if response.changed() && buffer != typed {
        pen.push(WorkshopAction::Edit(Edit::set(field.clone(), make(buffer))));
    }
    if response.lost_focus() {
        pen.push(WorkshopAction::Seal);
    }
}

/// A number being typed: what is no number yet stays in the field, and says so.
fn number_ui(
    ui: &mut Ui,
    field: &Field,
    number: Option<f64>,
    name: &str,
    pen: &mut Pen<'_>,
    make: impl FnOnce(f64) -> Value,
) {
    let t = tokens();
    let shown = number.map_or_else(String::new, |x| text::decimal(&x.to_string()));
    let typing = pen
        .memory
        .typing
        .as_ref()
        .filter(|(of, _)| of == field)
        .map(|(_, typed)| typed.clone());
    let mut buffer = typing.clone().unwrap_or_else(|| shown.clone());
    let edit = TextEdit::singleline(&mut buffer)
        .id(id_of(field))
        .font(FontSelection::FontId(fonts::regular(t.type_scale.body)))
        .event_filter(keys_of_a_field())
        .margin(vec2(10.0, 8.0))
        .desired_width(120.0);
    let response = widgets::in_sight(ui.add(edit)).accessible_name(name);
    if response.changed() {
        pen.memory.typing = Some((field.clone(), buffer.clone()));
        if let Some(x) = read_number(&buffer) {
            pen.push(WorkshopAction::Edit(Edit::set(field.clone(), make(x))));
        }
    }
    if typing.is_some() && read_number(&buffer).is_none() {
        gap(ui, 4.0);
        let font = fonts::regular(t.type_scale.small);
        widgets::text(ui, text::atelier_no_number(), font, t.colors.red);
    }
    if response.lost_focus() {
        pen.memory.typing = None;
        pen.push(WorkshopAction::Seal);
    }
}

fn read_number(typed: &str) -> Option<f64> {
    let typed = typed.trim().replace(',', ".");
    typed.parse().ok().filter(|x: &f64| x.is_finite())
}

/// A whole number, by steps.
fn whole_ui(
    ui: &mut Ui,
    field: &Field,
    number: i64,
    pen: &mut Pen<'_>,
    make: impl FnOnce(i64) -> Value,
) {
    let t = tokens();
    let mut to = None;
    ui.horizontal(|ui| {
        if icon_button(
            ui,
            Picture::Icon(icons::MINUS),
            text::atelier_less(),
            "",
            Tone::Plain,
        )
        .clicked()
        {
            to = Some((number - 1).max(0));
        }
        let font = fonts::semibold(t.type_scale.body);
        widgets::line(ui, number.to_string(), font, t.colors.ink);
        if icon_button(
            ui,
            Picture::Icon(icons::PLUS),
            text::atelier_more(),
            "",
            Tone::Plain,
        )
        .clicked()
        {
            to = Some(number + 1);
        }
    });
    if let Some(to) = to.filter(|to| *to != number) {
        pen.push(WorkshopAction::Edit(Edit::set(field.clone(), make(to))));
    }
}

/// An answer of a question: a text, and the way to take it out.
pub(super) fn answer_ui(ui: &mut Ui, field: &Field, pen: &mut Pen<'_>) {
    let Some(Value::Text(typed) | Value::Maybe(Some(typed))) = fields::read(pen.content, field)
    else {
        return;
    };
    let maybe = field.name == Name::TextPhone;
    let title = field.element.title(pen.content);
    let name = text::named(
        text::field_label(&field.element, field.name),
        title.as_str(),
    );
    let wished = pen.wants(field);
    ui.push_id(field.key(), |ui| {
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - 40.0;
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                let words = (typed.as_str(), name.as_str(), Lines::Wrapped);
                text_ui(ui, field, words, wished, pen, |typed| {
                    if maybe {
                        Value::Maybe((!typed.is_empty()).then_some(typed))
                    } else {
                        Value::Text(typed)
                    }
                });
            });
            if !maybe && !pen.workshop.ours().is_on() {
                let take_out = text::atelier_take_out(title.as_str());
                let cross = icon_button(ui, Picture::Cross, &take_out, "", Tone::Plain);
                if cross.clicked() {
                    pen.push(WorkshopAction::AskDelete(field.element.clone()));
                }
            }
        });
        findings_ui(ui, field, pen);
        ours::mark_ui(ui, field, pen);
        gap(ui, 8.0);
    });
}

/// What is to correct or to read again in a field, its lines apart.
pub(super) fn findings_ui(ui: &mut Ui, field: &Field, pen: &Pen<'_>) {
    let checked = pen.workshop.checked();
    let here = checked
        .findings
        .iter()
        .filter(|finding| finding.field == *field);
    for finding in here {
        finding_ui(ui, finding);
    }
}

/// Colour of a gravity.
pub(super) fn color_of(gravity: Gravity) -> eframe::egui::Color32 {
    let t = tokens();
    match gravity {
        Gravity::Error => t.colors.red,
        Gravity::Warning => t.colors.amber,
        Gravity::Info => t.colors.muted,
    }
}

/// One finding: how grave in a word, what is the matter, and the cure.
fn finding_ui(ui: &mut Ui, finding: &Finding) {
    let t = tokens();
    gap(ui, 6.0);
    let color = color_of(finding.gravity);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), eframe::egui::Sense::hover());
        let icon = match finding.gravity {
            Gravity::Error | Gravity::Warning => icons::WARNING,
            Gravity::Info => icons::INFO,
        };
        paint_icon(ui, rect, icon, 16.0, color);
        ui.vertical(|ui| {
            let words = text::workshop_finding(finding.gravity, finding.message.as_str());
            let words = RichText::new(widgets::unbreakable(words))
                .font(fonts::semibold(t.type_scale.small))
                .color(color);
            let said = ui.add(eframe::egui::Label::new(words).wrap());
            ui.accesskit_node_builder(said.id, |node| {
                node.set_live(accesskit::Live::Polite);
            });
            small(ui, finding.cure.clone());
        });
    });
}

/// A small button under a field.
pub(super) fn small_button(ui: &mut Ui, words: &str, name: &str) -> bool {
    Button::new(Look::Choice, words)
        .small()
        .name(name)
        .show(ui)
        .clicked()
}
