//! One simulation: what is coming, the procedure in its two parts, and what one takes away.

use eframe::egui::{Rect, Ui, vec2};

use super::columns::halves_ui;
use super::{Pen, helped, page, stop_ui, title_ui, walk};
use crate::app::TrainingAction;
use crate::app::training::Spot;
use crate::domain::kit::Persona;
use crate::domain::training::simulation::{Ended, Event, Phase, Run, Simulation};
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap, hairline, paint_icon};
use crate::ui::workshop::{heading, said, small};

/// Sentences of a card that are shown.
const SENTENCES: usize = 3;
/// From this width what one felt and what is said stand side by side.
const TWO: f32 = 900.0;

/// Draws the simulation being played.
pub(super) fn simulation_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let Some((simulation, run)) = pen.state.training.simulations.playing() else {
        return;
    };
    if run.walk().is_none() && pen.memory.scene.take().is_some() {
        // The page after the procedure is another page.
        pen.turned = true;
    }
    match run.phase() {
        Phase::Coming => coming_ui(ui, body, simulation, pen),
        Phase::Alone(_) | Phase::Accompanied(_) => walk::walk_ui(ui, body, simulation, run, pen),
        Phase::Between(ended) => between_ui(ui, body, *ended, pen),
        Phase::Debrief => debrief_ui(ui, body, simulation, run, pen),
    }
}

fn act(pen: &mut Pen<'_>, event: Event) {
    pen.push(TrainingAction::Simulation(event));
}

fn button(ui: &mut Ui, kind: Kind, words: &str) -> bool {
    Button::new(kind, words).wraps().show(ui).clicked()
}

/// What is coming, and the offer to skip.
fn coming_ui(ui: &mut Ui, body: Rect, simulation: &Simulation, pen: &mut Pen<'_>) {
    let t = tokens();
    page(ui, body, "coming", 720.0, |ui| {
        gap(ui, 16.0);
        stop_ui(ui, pen);
        gap(ui, 12.0);
        title_ui(ui, &simulation.title, pen);
        gap(ui, 18.0);
        heading(ui, text::training_coming());
        gap(ui, 4.0);
        said(ui, simulation.coming.as_str());
        gap(ui, 6.0);
        said(ui, text::training_coming_respect());
        gap(ui, 18.0);
        heading(ui, text::training_coming_you());
        gap(ui, 4.0);
        said(ui, simulation.situation.as_str());
        gap(ui, 18.0);
        heading(ui, text::training_coming_meets());
        gap(ui, 4.0);
        for mechanism in simulation.mechanisms() {
            marked_ui(
                ui,
                icons::MINUS,
                t.colors.muted,
                text::training_meets(mechanism),
            );
            gap(ui, 3.0);
        }
        gap(ui, 3.0);
        small(ui, text::training_coming_respect_persons());
        gap(ui, 24.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(10.0, 8.0);
            if button(ui, Kind::Loud, text::training_begin()) {
                act(pen, Event::Begin);
            }
            if button(ui, Kind::Choice, text::training_skip()) {
                act(pen, Event::Skip);
            }
            if button(ui, Kind::Quiet, text::training_other()) {
                pen.push(TrainingAction::Go(Spot::Simulations));
            }
        });
        gap(ui, 24.0);
    });
}

/// Between the two parts.
fn between_ui(ui: &mut Ui, body: Rect, ended: Ended, pen: &mut Pen<'_>) {
    page(ui, body, "between", 640.0, |ui| {
        gap(ui, 16.0);
        stop_ui(ui, pen);
        gap(ui, 12.0);
        let (title, detail) = text::training_ended(ended);
        title_ui(ui, title, pen);
        gap(ui, 8.0);
        said(ui, detail);
        gap(ui, 6.0);
        said(ui, text::training_between_detail());
        gap(ui, 24.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(10.0, 8.0);
            if button(ui, Kind::Loud, text::training_accompany()) {
                act(pen, Event::Accompany);
            }
            if button(ui, Kind::Choice, text::training_again()) {
                act(pen, Event::Again);
            }
        });
        gap(ui, 24.0);
    });
}

/// What one felt, what would have helped, what is said.
fn debrief_ui(ui: &mut Ui, body: Rect, simulation: &Simulation, run: &Run, pen: &mut Pen<'_>) {
    page(ui, body, "debrief", 1320.0, |ui| {
        gap(ui, 16.0);
        stop_ui(ui, pen);
        gap(ui, 12.0);
        title_ui(ui, text::training_debrief(), pen);
        gap(ui, 20.0);
        let persona = pen.state.kit.persona(simulation.persona.as_str());
        if ui.available_width() < TWO {
            felt_ui(ui, simulation, run, pen);
            gap(ui, 24.0);
            helped_ui(ui, simulation, pen);
            gap(ui, 24.0);
            phrases_ui(ui, persona);
            gap(ui, 18.0);
            hurts_ui(ui, persona);
        } else {
            halves_ui(ui, 48.0, |left, right| {
                felt_ui(left, simulation, run, pen);
                helped_ui(right, simulation, pen);
            });
            gap(ui, 20.0);
            halves_ui(ui, 48.0, |left, right| {
                phrases_ui(left, persona);
                hurts_ui(right, persona);
            });
        }
        gap(ui, 24.0);
        hairline(ui);
        gap(ui, 16.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(10.0, 8.0);
            if button(ui, Kind::Loud, text::training_choose_other()) {
                pen.push(TrainingAction::Go(Spot::Simulations));
            }
            if button(ui, Kind::Choice, text::training_again()) {
                act(pen, Event::Again);
            }
        });
        gap(ui, 24.0);
    });
}

fn felt_ui(ui: &mut Ui, simulation: &Simulation, run: &Run, pen: &mut Pen<'_>) {
    heading(ui, text::training_felt());
    gap(ui, 2.0);
    small(ui, text::training_felt_detail());
    gap(ui, 10.0);
    for (number, words) in simulation.felt.iter().enumerate() {
        let chosen = run.felt().contains(&number);
        let width = ui.available_width();
        let choice = Button::new(Kind::Choice, words).chosen(chosen).wraps();
        if choice.width(width).show(ui).clicked() {
            act(pen, Event::Feel(number));
        }
        gap(ui, 8.0);
    }
}

fn helped_ui(ui: &mut Ui, simulation: &Simulation, pen: &Pen<'_>) {
    heading(ui, text::training_helped());
    gap(ui, 2.0);
    small(ui, text::training_helped_detail());
    gap(ui, 12.0);
    for step in &simulation.helped {
        helped::step_ui(ui, pen.state, step, false);
        gap(ui, 14.0);
    }
}

fn phrases_ui(ui: &mut Ui, persona: Option<&Persona>) {
    let t = tokens();
    let Some(persona) = persona else {
        return;
    };
    heading(ui, text::training_phrases());
    gap(ui, 8.0);
    for sentence in helped::sentences(&persona.say).into_iter().take(SENTENCES) {
        marked_ui(ui, icons::CHECK, t.colors.accent, sentence);
        gap(ui, 6.0);
    }
}

fn hurts_ui(ui: &mut Ui, persona: Option<&Persona>) {
    let t = tokens();
    let Some(persona) = persona else {
        return;
    };
    heading(ui, text::training_hurts());
    gap(ui, 8.0);
    for avoid in persona.avoid.iter().take(SENTENCES) {
        let what = text::capital(&avoid.text);
        marked_ui(ui, icons::MINUS, t.colors.red, &what);
        ui.horizontal_top(|ui| {
            ui.add_space(26.0);
            small(ui, text::training_because(avoid.because.as_str()));
        });
        gap(ui, 6.0);
    }
}

/// Words after a small sign, that hang together.
fn marked_ui(ui: &mut Ui, sign: char, color: eframe::egui::Color32, words: &str) {
    let t = tokens();
    let most = ui.available_width() - 26.0;
    let font = fonts::regular(t.type_scale.body);
    let galley = ui.painter().layout(
        widgets::unbreakable(words),
        font.clone(),
        t.colors.ink,
        most,
    );
    let line = ui.fonts_mut(|fonts| fonts.row_height(&font));
    let size = vec2(ui.available_width(), galley.size().y);
    let (rect, response) = ui.allocate_exact_size(size, eframe::egui::Sense::hover());
    let name = words.to_owned();
    response.widget_info(|| {
        eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, name.clone())
    });
    let left = Rect::from_min_size(rect.min, vec2(16.0, line));
    paint_icon(ui, left, sign, 15.0, color);
    let at = rect.min + vec2(26.0, 0.0);
    ui.painter().galley(at, galley, t.colors.ink);
}
