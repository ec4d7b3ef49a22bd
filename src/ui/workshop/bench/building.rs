//! A case being made: cues to click, the sentence they make, what the draft says, what is expected.

use eframe::egui::{Id, Rect, ScrollArea, TextEdit, Ui, pos2, vec2};

use crate::app::workshop::BenchAction;
use crate::app::workshop::bench::{BuildAction, Building, Expected};
use crate::domain::evidence::Sighting;
use crate::domain::kit::Layer;
use crate::domain::workshop::bench::sentence;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::cue::{Tick, Trailing, row};
use crate::ui::widgets::{caption, gap};
use crate::ui::{panel, widgets};

use super::super::field::{LONGEST, keys_of_a_field, label_ui};
use super::super::{LOW, Pen, TWO_PANES, column, header, home, margin, said, small, title_ui};
use super::act;

/// Width from which cues stand two by two.
const TWO: f32 = 460.0;

fn build(pen: &mut Pen<'_>, action: BuildAction) {
    act(pen, BenchAction::Build(action));
}

/// Draws the page: cues and what they make side by side, or one under the other.
pub(super) fn building_ui(ui: &mut Ui, body: Rect, building: &Building, pen: &mut Pen<'_>) {
    if body.width() < TWO_PANES || body.height() < LOW {
        column(ui, body, "case", 720.0, |ui| {
            gap(ui, 12.0);
            top_ui(ui, pen);
            facts_ui(ui, building, pen);
            gap(ui, 20.0);
            widgets::hairline(ui);
            gap(ui, 16.0);
            case_ui(ui, building, pen);
            gap(ui, 24.0);
        });
        return;
    }
    let t = tokens();
    let gutter = margin(body.width());
    let edge = body.left() + (body.width() * 0.56).round();
    let pane = |left: f32, right: f32| {
        Rect::from_min_max(
            pos2(left + gutter, body.top() + 12.0),
            pos2(right - gutter, body.bottom() - 8.0),
        )
    };
    ui.painter().vline(
        edge,
        body.shrink2(vec2(0.0, 16.0)).y_range(),
        eframe::egui::Stroke::new(t.stroke.hairline, t.colors.line),
    );
    let scrolled = |ui: &mut Ui, rect: Rect, name: &str, add: &mut dyn FnMut(&mut Ui)| {
        panel::zone(ui, rect, name, |ui| {
            ScrollArea::vertical()
                .id_salt(("case", name))
                .auto_shrink(false)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                    ui.set_width(rect.width() - 10.0);
                    add(ui);
                    gap(ui, 24.0);
                });
        });
    };
    scrolled(
        ui,
        pane(body.left(), edge),
        text::essais_new_title(),
        &mut |ui| {
            top_ui(ui, pen);
            facts_ui(ui, building, pen);
        },
    );
    scrolled(
        ui,
        pane(edge, body.right()),
        text::essais_expect(),
        &mut |ui| case_ui(ui, building, pen),
    );
}

fn top_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    home::back_ui(ui, text::essais(), pen);
    gap(ui, 8.0);
    header::message_ui(ui, pen);
    title_ui(ui, text::essais_new_title(), tokens().type_scale.say, pen);
    gap(ui, 2.0);
    small(ui, text::essais_new_detail());
    gap(ui, 14.0);
}

/// Where it happens, what one notices, what is answered.
fn facts_ui(ui: &mut Ui, building: &Building, pen: &mut Pen<'_>) {
    if pen.content.channels.len() > 1 {
        caption(ui, text::essais_channel());
        gap(ui, 4.0);
        let channels = pen.content.channels.clone();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for channel in channels {
                let chosen = building.evidence.channel == channel;
                let button = Button::new(Look::Choice, text::term(channel)).small();
                if button.chosen(chosen).show(ui).clicked() && !chosen {
                    build(pen, BuildAction::Channel(channel));
                }
            }
        });
        gap(ui, 14.0);
    }
    cues_ui(ui, building, pen);
    let words = if building.questions {
        text::essais_questions_hide()
    } else {
        text::essais_questions()
    };
    if Button::new(Look::Choice, words).small().show(ui).clicked() {
        build(pen, BuildAction::Questions(!building.questions));
    }
    if building.questions {
        gap(ui, 12.0);
        questions_ui(ui, building, pen);
    }
}

fn cues_ui(ui: &mut Ui, building: &Building, pen: &mut Pen<'_>) {
    let width = ui.available_width();
    let columns = if width >= TWO { 2 } else { 1 };
    let each = (width - 20.0 * (columns as f32 - 1.0)) / columns as f32;
    let channel = building.evidence.channel;
    let mut pressed = None;
    for family in &pen.content.families {
        let cues: Vec<_> = pen
            .content
            .cues
            .iter()
            .filter(|cue| cue.family == family.id && cue.channels.contains(&channel))
            .collect();
        if cues.is_empty() {
            continue;
        }
        caption(ui, family.title.clone());
        gap(ui, 4.0);
        for pair in cues.chunks(columns) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 20.0;
                for cue in pair {
                    ui.allocate_ui(vec2(each, 34.0), |ui| {
                        ui.set_width(each);
                        let tick = match building.evidence.cues.get(&cue.id) {
                            Some(Sighting::Observed) => Tick::Yes,
                            Some(Sighting::Denied) => Tick::No,
                            None => Tick::Unknown,
                        };
                        let none = Trailing::Words("");
                        if row(ui, &cue.short, tick, none, None, 34.0).clicked() {
                            pressed = Some(cue.id.clone());
                        }
                    });
                }
            });
        }
        gap(ui, 12.0);
    }
    if let Some(cue) = pressed {
        build(pen, BuildAction::Cue(cue));
    }
}

fn questions_ui(ui: &mut Ui, building: &Building, pen: &mut Pen<'_>) {
    let channel = building.evidence.channel;
    let mut pressed = None;
    for question in &pen.content.questions {
        if !question.channels.contains(&channel) {
            continue;
        }
        said(ui, question.ask.as_str());
        gap(ui, 4.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for answer in &question.answers {
                let chosen = building.evidence.answers.get(&question.id) == Some(&answer.id);
                let name = text::essais_answer(question.ask.as_str(), answer.text.as_str());
                let button = Button::new(Look::Choice, &answer.text).small().wraps();
                if button.name(&name).chosen(chosen).show(ui).clicked() {
                    pressed = Some((question.id.clone(), answer.id.clone()));
                }
            }
        });
        gap(ui, 12.0);
    }
    if let Some((question, answer)) = pressed {
        build(pen, BuildAction::Answer(question, answer));
    }
}

/// The case as a sentence, what the draft says of it, what is expected, and adding it.
fn case_ui(ui: &mut Ui, building: &Building, pen: &mut Pen<'_>) {
    let t = tokens();
    if !building.has_facts() {
        said(ui, text::essais_nothing());
        gap(ui, 16.0);
        give_up_ui(ui, pen);
        return;
    }
    let case = building.case(pen.content);
    let font = fonts::semibold(t.type_scale.title);
    let response = widgets::text(ui, sentence(pen.content, &case), font, t.colors.ink);
    ui.accesskit_node_builder(response.id, |node| {
        node.set_live(eframe::egui::accesskit::Live::Polite);
    });
    gap(ui, 10.0);
    if building.is_refused() {
        let font = fonts::regular(t.type_scale.body);
        widgets::text(ui, text::essais_contradiction(), font, t.colors.red);
        gap(ui, 16.0);
        give_up_ui(ui, pen);
        return;
    }
    said(ui, text::essais_said(building.words(pen.content)));
    gap(ui, 20.0);
    expect_ui(ui, building, pen);
    gap(ui, 18.0);
    title_field(ui, building, pen);
    gap(ui, 18.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        if Button::new(Look::Loud, text::essais_add_yes())
            .enabled(building.is_ready())
            .show(ui)
            .clicked()
        {
            act(pen, BenchAction::Add);
        }
        give_up_ui(ui, pen);
    });
}

fn give_up_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let button = Button::new(Look::Quiet, text::essais_add_no());
    if button.show(ui).clicked() {
        act(pen, BenchAction::GiveUp);
    }
}

fn expect_ui(ui: &mut Ui, building: &Building, pen: &mut Pen<'_>) {
    label_ui(ui, text::essais_expect());
    gap(ui, 2.0);
    let mut all = vec![
        (Expected::AsSaid, text::essais_expect_as_said().to_owned()),
        (Expected::Nobody, text::essais_expect_nobody().to_owned()),
    ];
    all.extend(
        pen.content
            .personas
            .iter()
            .filter(|persona| persona.layer == Layer::Profile)
            .map(|persona| (Expected::Lead(persona.id.clone()), persona.name.clone())),
    );
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (expected, words) in all {
            let chosen = building.expected.as_ref() == Some(&expected);
            let button = Button::new(Look::Choice, &words).small();
            if button.chosen(chosen).show(ui).clicked() {
                build(pen, BuildAction::Expect(expected));
            }
        }
    });
}

fn title_field(ui: &mut Ui, building: &Building, pen: &mut Pen<'_>) {
    let t = tokens();
    let label = label_ui(ui, text::essais_title());
    let mut typed = building.title.clone();
    let edit = TextEdit::singleline(&mut typed)
        .id(Id::unique("essai_titre"))
        .font(fonts::regular(t.type_scale.body))
        .hint_text(building.own_title(pen.content))
        .char_limit(LONGEST)
        .event_filter(keys_of_a_field())
        .margin(vec2(10.0, 8.0))
        .desired_width(ui.available_width());
    let response = widgets::in_sight(ui.add(edit)).labelled_by(label.id);
    if response.changed() && typed != building.title {
        build(pen, BuildAction::Title(typed));
    }
}
