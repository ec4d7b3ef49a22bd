//! A link between two things one notices: « Si ceci, alors cela plus souvent », by choosing.
//!
//! It must never show a proportion where a word says it, nor change a level nobody touched.

use eframe::egui::{Ui, vec2};

use crate::app::workshop::WorkshopAction;
use crate::domain::ids::AnswerId;
use crate::domain::kit::{CueLink, ItemRef, KitContent, LinkRow};
use crate::domain::workshop::lean::{self, Oftener};
use crate::domain::workshop::{Edit, Element, Field, Kind, Value};
use crate::ui::text;
use crate::ui::theme::icons;
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::gap;
use crate::ui::widgets::icon_button::{Picture, Tone, icon_button};

use super::field::small_button;
use super::rules::{Offer, offers_ui};
use super::{Pen, heading, said};

fn link_of<'c>(content: &'c KitContent, field: &Field) -> Option<&'c CueLink> {
    match field.element {
        Element::Link(at) => content.links.get(at),
        _ => None,
    }
}

fn fill(field: &Field, value: Value, pen: &mut Pen<'_>) {
    pen.push(WorkshopAction::Edit(Edit::set(field.clone(), value)));
}

/// A cue or a question, and the way to another.
pub(super) fn item_ui(ui: &mut Ui, field: &Field, item: &ItemRef, label: &str, pen: &mut Pen<'_>) {
    said(ui, text::quote(&text::item_title(item, pen.content)));
    gap(ui, 6.0);
    let words = text::rule_other();
    if pen.memory.picking.as_ref() != Some(field) {
        if small_button(ui, words, &text::named(label, words)) {
            pen.memory.picking = Some(field.clone());
            pen.memory.sought.clear();
        }
        return;
    }
    let Some(link) = link_of(pen.content, field) else {
        return;
    };
    let offers: Vec<Offer<ItemRef>> = items(pen.content, link)
        .filter(|(_, other)| *other != link.child && *other != link.parent)
        .collect();
    let chosen = offers_ui(ui, label, &offers, pen);
    let no = text::atelier_add_no();
    let stop = Button::new(Look::Quiet, no).small();
    if stop.name(&text::named(label, no)).show(ui).clicked() || chosen.is_some() {
        pen.memory.picking = None;
    }
    if let Some(item) = chosen {
        // Levels were about what it was: they go with it, and come back with one undo.
        let rows = Field::new(field.element.clone(), crate::domain::workshop::Name::Rows);
        pen.push(WorkshopAction::Edit(Edit::Together(vec![
            Edit::set(field.clone(), Value::Item(item)),
            Edit::set(rows, Value::LinkRows(Vec::new())),
        ])));
    }
}

/// What can be noticed or asked on the channel of a link.
fn items<'c>(
    content: &'c KitContent,
    link: &'c CueLink,
) -> impl Iterator<Item = Offer<ItemRef>> + 'c {
    let cues = content.cues.iter();
    let cues = cues
        .filter(|cue| cue.scored && cue.channels.contains(&link.channel))
        .map(|cue| (cue.short.clone(), ItemRef::Cue(cue.id.clone())));
    let questions = content.questions.iter();
    let questions = questions
        .filter(|question| question.channels.contains(&link.channel))
        .map(|question| (question.ask.clone(), ItemRef::Question(question.id.clone())));
    cues.chain(questions)
}

/// What comes more or less often, for each answer of what it depends on.
pub(super) fn rows_ui(ui: &mut Ui, field: &Field, pen: &mut Pen<'_>) {
    let Some(link) = link_of(pen.content, field).cloned() else {
        return;
    };
    for given in lean::answers(pen.content, &link.parent) {
        let condition = given_words(&link, &given, pen.content);
        heading(ui, &condition);
        gap(ui, 8.0);
        for answer in lean::said(pen.content, &link.child) {
            ui.push_id((&given, &answer), |ui| {
                lean_ui(ui, field, &link, (&given, &answer, &condition), pen);
            });
            gap(ui, 12.0);
        }
        gap(ui, 6.0);
    }
}

fn given_words(link: &CueLink, given: &AnswerId, content: &KitContent) -> String {
    let title = text::item_title(&link.parent, content);
    match &link.parent {
        ItemRef::Cue(_) if given.as_str() == lean::YES => text::lean_if_cue(title),
        ItemRef::Cue(_) => text::lean_if_not(title),
        ItemRef::Question(id) => {
            let answer = Element::Answer(id.clone(), given.clone());
            text::lean_if_answer(answer.title(content))
        }
    }
}

/// One thing that comes more or less often: for all at once, or card by card.
fn lean_ui(
    ui: &mut Ui,
    field: &Field,
    link: &CueLink,
    (given, answer, condition): (&AnswerId, &AnswerId, &str),
    pen: &mut Pen<'_>,
) {
    let title = text::item_title(&link.child, pen.content);
    let words = match &link.child {
        ItemRef::Cue(_) => text::lean_then_cue(title),
        ItemRef::Question(id) => {
            let answer = Element::Answer(id.clone(), answer.clone());
            text::lean_then_answer(answer.title(pen.content))
        }
    };
    let place = text::named(condition, words.as_str());
    said(ui, words);
    gap(ui, 6.0);
    let now = lean::leaning(pen.content, link, given, answer);
    let mut rows: Option<Vec<LinkRow>> = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for how in [Oftener::Less, Oftener::Same, Oftener::More] {
            let words = text::oftener(Some(how));
            let name = text::named(place.as_str(), words);
            let button = Button::new(Look::Choice, words).small().name(&name);
            if button.chosen(now == Some(how)).show(ui).clicked() && now != Some(how) {
                rows = Some(lean::leaned(pen.content, link, given, answer, how));
            }
        }
        if now.is_none() {
            said(ui, text::lean_mixed());
        }
    });
    gap(ui, 6.0);
    let key = (Kind::Link, "cards");
    let open = pen.memory.open.contains(&key);
    let words = if open {
        text::lean_by_card_close()
    } else {
        text::lean_by_card()
    };
    let name = text::named(place.as_str(), words);
    let toggle = Button::new(Look::Quiet, words).small().name(&name);
    if toggle.show(ui).clicked() && !pen.memory.open.remove(&key) {
        pen.memory.open.insert(key);
    }
    if open {
        gap(ui, 6.0);
        rows = cards_ui(ui, link, (given, answer, &place), pen).or(rows);
    }
    if let Some(rows) = rows {
        fill(field, Value::LinkRows(rows), pen);
    }
}

/// The level on each card, with rarer and more frequent.
fn cards_ui(
    ui: &mut Ui,
    link: &CueLink,
    (given, answer, place): (&AnswerId, &AnswerId, &str),
    pen: &Pen<'_>,
) -> Option<Vec<LinkRow>> {
    let mut rows = None;
    for persona in lean::profiles(pen.content) {
        let level = lean::level_of(pen.content, link, given, &persona.id, answer);
        let name = text::named(place, persona.name.as_str());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for (picture, how, words) in [
                (icons::MINUS, Oftener::Less, text::lean_rarer(name.as_str())),
                (
                    icons::PLUS,
                    Oftener::More,
                    text::lean_oftener(name.as_str()),
                ),
            ] {
                let to = lean::beside(pen.content, level, how);
                let tone = if to == level { Tone::Off } else { Tone::Plain };
                let button = icon_button(ui, Picture::Icon(picture), &words, "", tone);
                if button.clicked() && to != level {
                    let set = (answer, to);
                    rows = Some(lean::with_level(pen.content, link, given, &persona.id, set));
                }
            }
            let words = text::lean_level(persona.name.as_str(), text::level_in_words(level));
            said(ui, words);
        });
    }
    rows
}
