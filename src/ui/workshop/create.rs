//! A new persona: first whether it is one, then its name, then how it differs from the nearest card.

mod guided;
mod near;

use std::collections::BTreeSet;

use eframe::egui::{Id, Rect, TextEdit, Ui, accesskit, pos2, vec2};

use crate::app::workshop::action::CreateAction;
use crate::app::workshop::creating::Step;
use crate::app::workshop::{Spot, WorkshopAction};
use crate::domain::ids::{CueId, PersonaId};
use crate::domain::workshop::like::{Advice, MOST_TYPICAL};
use crate::domain::workshop::{Element, Field, Kind, Name};
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::cue::{Tick, Trailing, row};
use crate::ui::widgets::{self, caption, gap};
use crate::ui::{panel, text};

use super::field::{LONGEST, keys_of_a_field, label_ui};
use super::home::back_ui;
use super::{Pen, ask, column, header, said, small};

/// Width from which cues stand in two columns.
const TWO: f32 = 620.0;

/// What typing makes.
type Made = fn(String) -> CreateAction;

fn act(pen: &mut Pen<'_>, action: CreateAction) {
    pen.push(WorkshopAction::Create(action));
}

/// Width from which what is said of the choices stands beside them, always in sight.
const BESIDE: f32 = 1040.0;

/// Draws the screen in view.
pub(super) fn create_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let step = pen.workshop.creating.step;
    // Each screen begins at its top.
    let salt = match step {
        Step::Need => "need",
        Step::Name => "name",
        Step::Near => "near",
        Step::Words => "words",
        Step::Steps => "steps",
        Step::Tests => "tests",
    };
    let beside = body.width() >= BESIDE && matches!(step, Step::Need | Step::Near);
    let edge = if beside {
        body.left() + (body.width() * 0.66).round()
    } else {
        body.right()
    };
    let main = Rect::from_min_max(body.min, pos2(edge, body.bottom()));
    column(ui, main, salt, 860.0, |ui| {
        gap(ui, 16.0);
        let back = if step == Step::Need {
            text::atelier_back_home()
        } else {
            text::atelier_back_step()
        };
        back_ui(ui, back, pen);
        gap(ui, 12.0);
        header::message_ui(ui, pen);
        let t = tokens();
        widgets::text(
            ui,
            text::atelier_create_step(step.number(), Step::ALL.len()),
            fonts::semibold(t.type_scale.small),
            t.colors.accent,
        );
        gap(ui, 2.0);
        let (title, detail) = match step {
            Step::Need => (text::atelier_need(), text::atelier_need_detail()),
            Step::Name => (text::atelier_naming(), text::atelier_naming_detail()),
            Step::Near => (text::atelier_near(), text::atelier_near_detail()),
            Step::Words => (text::atelier_words(), text::atelier_words_detail()),
            Step::Steps => (text::atelier_doing(), text::atelier_doing_detail()),
            Step::Tests if pen.workshop.ours().is_on() => {
                (text::atelier_tests(), text::ours_tests_detail())
            }
            Step::Tests => (text::atelier_tests(), text::atelier_tests_detail()),
        };
        super::title_ui(ui, title, t.type_scale.lead, pen);
        gap(ui, 4.0);
        said(ui, detail);
        gap(ui, 20.0);
        match step {
            Step::Need => need_ui(ui, !beside, pen),
            Step::Name => name_ui(ui, pen),
            Step::Near => near::near_ui(ui, !beside, pen),
            Step::Words => guided::words_ui(ui, pen),
            Step::Steps => guided::steps_ui(ui, pen),
            Step::Tests => guided::tests_ui(ui, pen),
        }
        gap(ui, 32.0);
    });
    if beside {
        let margin = tokens().space.gutter;
        let corner = pos2(edge + margin, body.top() + 24.0);
        let rect = Rect::from_min_max(corner, body.max - vec2(margin, 8.0));
        panel::zone(ui, rect, text::atelier_advice(), |ui| match step {
            Step::Need => need_advice_ui(ui, pen),
            _ => near::advice_ui(ui, pen),
        });
    }
}

fn spoken(ui: &mut Ui, words: &str) {
    let t = tokens();
    let font = fonts::semibold(t.type_scale.body);
    let said = widgets::text(ui, words, font, t.colors.ink);
    ui.accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Polite));
}

fn next_ui(ui: &mut Ui, (step, look): (Step, Look), words: &str, pen: &mut Pen<'_>) {
    let enabled = pen.workshop.creating.may_go_on();
    if Button::new(look, words).enabled(enabled).show(ui).clicked() {
        act(pen, CreateAction::Step(step));
    }
}

/// What one notices.
fn need_ui(ui: &mut Ui, inline: bool, pen: &mut Pen<'_>) {
    let ticked: BTreeSet<CueId> = pen.workshop.creating.typical.iter().cloned().collect();
    if inline {
        need_advice_ui(ui, pen);
        gap(ui, 20.0);
    }
    cues_ui(ui, &ticked, &BTreeSet::new(), pen, CreateAction::Typical);
}

/// Which card already describes what one notices, and what to do then.
fn need_advice_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let ticked = pen.workshop.creating.typical.len();
    let coverage = pen.workshop.creating.coverage.clone();
    ask::frame(ui, |ui| {
        let words = coverage
            .as_ref()
            .map_or(text::atelier_need_start(), |c| c.sentence.as_str());
        spoken(ui, words);
        gap(ui, 4.0);
        small(ui, text::atelier_ticked(ticked, MOST_TYPICAL));
        let (card, new) = match coverage.as_ref().map(|c| &c.advice) {
            Some(Advice::AddTo(card) | Advice::Either(card)) => (Some(card.clone()), true),
            Some(Advice::NewNeed) => (None, true),
            Some(Advice::ChooseCues) | None => (None, false),
        };
        if let Some(card) = card {
            gap(ui, 14.0);
            complete_ui(ui, &card, pen);
        }
        if new {
            gap(ui, 14.0);
            // What is advised is the loud one.
            let look = if coverage
                .as_ref()
                .is_some_and(|c| c.advice == Advice::NewNeed)
            {
                Look::Loud
            } else {
                Look::Quiet
            };
            next_ui(ui, (Step::Name, look), text::atelier_new_need(), pen);
        }
    });
}

/// What may be added to a card instead of a new one: each is one press.
fn complete_ui(ui: &mut Ui, card: &PersonaId, pen: &mut Pen<'_>) {
    let element = Element::Persona(card.clone());
    caption(ui, text::atelier_complete(element.title(pen.content)));
    gap(ui, 6.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        for (words, action) in [
            (
                text::atelier_complete_say(),
                WorkshopAction::InsertLine(
                    Field::new(element.clone(), Name::Say),
                    crate::app::workshop::blank_say(pen.workshop),
                ),
            ),
            (
                text::atelier_complete_step(),
                WorkshopAction::AddStepTo(card.clone()),
            ),
            (
                text::atelier_complete_place(),
                WorkshopAction::ask_for(Kind::Place),
            ),
        ] {
            if !Button::new(Look::Choice, words).show(ui).clicked() {
                continue;
            }
            match &action {
                WorkshopAction::InsertLine(..) => {
                    let spot = Spot::Sheets(Kind::Persona, Some(element.clone()));
                    pen.push(WorkshopAction::Go(spot));
                }
                WorkshopAction::Ask(_) => {
                    pen.push(WorkshopAction::Go(Spot::of_kind(Kind::Place)));
                }
                _ => {}
            }
            pen.push(action);
        }
    });
}

/// The cues of the kit by family; `left_out` are those that cannot be chosen here.
fn cues_ui(
    ui: &mut Ui,
    ticked: &BTreeSet<CueId>,
    left_out: &BTreeSet<CueId>,
    pen: &mut Pen<'_>,
    action: fn(CueId) -> CreateAction,
) {
    let width = ui.available_width();
    let columns = if width >= TWO { 2 } else { 1 };
    let each = (width - 24.0 * (columns as f32 - 1.0)) / columns as f32;
    for family in &pen.content.families {
        let cues: Vec<_> = pen
            .content
            .cues
            .iter()
            .filter(|cue| cue.family == family.id && cue.scored && !left_out.contains(&cue.id))
            .collect();
        if cues.is_empty() {
            continue;
        }
        caption(ui, family.title.clone());
        gap(ui, 4.0);
        for pair in cues.chunks(columns) {
            let mut pressed = None;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 24.0;
                for cue in pair {
                    ui.allocate_ui(vec2(each, 36.0), |ui| {
                        ui.set_width(each);
                        let tick = if ticked.contains(&cue.id) {
                            Tick::Yes
                        } else {
                            Tick::Unknown
                        };
                        let none = Trailing::Words("");
                        let response = row(ui, &cue.short, tick, none, None, 36.0);
                        if response.on_hover_text(cue.text.as_str()).clicked() {
                            pressed = Some(cue.id.clone());
                        }
                    });
                }
            });
            if let Some(cue) = pressed {
                pen.out
                    .push(crate::app::Action::workshop(WorkshopAction::Create(
                        action(cue),
                    )));
            }
        }
        gap(ui, 12.0);
    }
}

fn typed_ui(ui: &mut Ui, label: &str, salt: &str, typed: &str, many: bool) -> Option<String> {
    let t = tokens();
    let label = label_ui(ui, label);
    let mut buffer = typed.to_owned();
    let edit = if many {
        TextEdit::multiline(&mut buffer).desired_rows(2)
    } else {
        TextEdit::singleline(&mut buffer)
    };
    let edit = edit
        .id(Id::unique("atelier_create").with(salt))
        .font(fonts::regular(t.type_scale.body))
        .char_limit(LONGEST)
        .event_filter(keys_of_a_field())
        .margin(vec2(10.0, 8.0))
        .desired_width(ui.available_width().min(560.0));
    let response = widgets::in_sight(ui.add(edit)).labelled_by(label.id);
    response.changed().then_some(buffer)
}

/// Its name, and what these people would say.
fn name_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let creating = &pen.workshop.creating;
    let (name, essence) = (creating.name.clone(), creating.essence.clone());
    if let Some(name) = typed_ui(ui, text::name_label(Name::Name), "name", &name, false) {
        act(pen, CreateAction::Name(name));
    }
    gap(ui, 4.0);
    small(ui, text::atelier_name_help());
    gap(ui, 16.0);
    if let Some(essence) = typed_ui(
        ui,
        text::name_label(Name::Essence),
        "essence",
        &essence,
        true,
    ) {
        act(pen, CreateAction::Essence(essence));
    }
    gap(ui, 4.0);
    small(ui, text::atelier_essence_help());
    gap(ui, 24.0);
    next_ui(ui, (Step::Near, Look::Loud), text::atelier_go_on(), pen);
}
