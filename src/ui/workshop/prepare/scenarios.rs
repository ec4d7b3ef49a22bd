//! The scenarios chosen, all of them on demand, and the debrief of one.
//!
//! It must never show a card's secrets as if they were facts about somebody.

use eframe::egui::{Ui, vec2};

use super::push;
use crate::app::workshop::PrepareAction;
use crate::domain::training::pack::{Block, DocumentKind};
use crate::domain::training::scenario::Scenario;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, gap, hairline};

use super::super::{Pen, heading, said, small};

/// Draws the scenarios.
pub(super) fn scenarios_ui(
    ui: &mut Ui,
    playable: &[&Scenario],
    picked: &[&Scenario],
    pen: &mut Pen<'_>,
) {
    heading(ui, text::seance_picked());
    gap(ui, 4.0);
    let by_hand = pen.workshop.preparing.is_by_hand();
    if by_hand {
        small(ui, text::seance_by_hand());
        gap(ui, 4.0);
    }
    if picked.is_empty() {
        said(ui, text::seance_none());
        gap(ui, 6.0);
    }
    for scenario in picked {
        row_ui(ui, scenario, true, pen);
    }
    if !picked.is_empty() {
        hairline(ui);
    }
    gap(ui, 10.0);
    let all = pen.workshop.preparing.all_shown;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let words = if by_hand {
            text::seance_back_to_proposal()
        } else {
            text::seance_propose()
        };
        let others = by_hand || pen.workshop.preparing.has_others(playable);
        let button = Button::new(Look::Choice, words).small().enabled(others);
        if button.show(ui).clicked() {
            push(pen, PrepareAction::Propose);
        }
        let words = if all {
            text::seance_all_hide().to_owned()
        } else {
            text::seance_all(playable.len())
        };
        if Button::new(Look::Choice, &words).small().show(ui).clicked() {
            push(pen, PrepareAction::ShowAll(!all));
        }
    });
    if all {
        gap(ui, 10.0);
        let others = playable
            .iter()
            .filter(|one| !picked.iter().any(|taken| taken.id == one.id));
        for scenario in others {
            row_ui(ui, scenario, false, pen);
        }
        hairline(ui);
    }
}

/// A scenario, what it trains, and what can be done with it.
fn row_ui(ui: &mut Ui, scenario: &Scenario, taken: bool, pen: &mut Pen<'_>) {
    let t = tokens();
    hairline(ui);
    gap(ui, 9.0);
    let font = fonts::semibold(t.type_scale.body);
    widgets::text(ui, scenario.title.clone(), font, t.colors.ink);
    gap(ui, 1.0);
    let personas: Vec<&str> = scenario
        .personas()
        .filter_map(|id| pen.content.personas.iter().find(|one| one.id == *id))
        .map(|one| one.name.as_str())
        .collect();
    small(
        ui,
        format!(
            "{} · {} · {} · {}",
            text::term(scenario.channel),
            text::term(scenario.theme),
            text::seance_play(scenario.minutes),
            personas.join(", ")
        ),
    );
    gap(ui, 3.0);
    said(ui, scenario.objective.clone());
    gap(ui, 7.0);
    let open = pen.workshop.preparing.debrief.as_ref() == Some(&scenario.id);
    ui.push_id(("scenario", scenario.id.as_str()), |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            let words = if taken {
                text::seance_drop()
            } else {
                text::seance_keep()
            };
            let name = text::named(words, &scenario.title);
            let button = Button::new(Look::Choice, words).small().name(&name);
            if button.show(ui).clicked() {
                push(pen, PrepareAction::Toggle(scenario.id.clone()));
            }
            let words = if open {
                text::seance_debrief_hide()
            } else {
                text::seance_debrief_show()
            };
            let name = text::named(words, &scenario.title);
            let button = Button::new(Look::Quiet, words).small().name(&name);
            if button.show(ui).clicked() {
                let next = (!open).then(|| scenario.id.clone());
                push(pen, PrepareAction::Debrief(next));
            }
        });
    });
    if open {
        debrief_ui(ui, scenario, pen);
    }
    gap(ui, 9.0);
}

/// The debrief as it is printed.
fn debrief_ui(ui: &mut Ui, scenario: &Scenario, pen: &Pen<'_>) {
    let session = pen.workshop.preparing.session(&[scenario]);
    let language = text::language();
    let pack = crate::text::pack::pack(language, pen.content, &session, &[scenario], pen.today);
    gap(ui, 6.0);
    ui.indent(("debrief", scenario.id.as_str()), |ui| {
        for block in pack.of(DocumentKind::Debrief).flat_map(|one| &one.blocks) {
            block_ui(ui, block);
        }
    });
}

fn block_ui(ui: &mut Ui, block: &Block) {
    let t = tokens();
    match block {
        Block::Heading(words) => {
            gap(ui, 10.0);
            let font = fonts::semibold(t.type_scale.small);
            widgets::text(ui, words.clone(), font, t.colors.accent);
            gap(ui, 2.0);
        }
        Block::Lead(words) | Block::Text(words) | Block::Speech(words) => said(ui, words.clone()),
        Block::Bullets(lines) | Block::Boxes(lines) => {
            for line in lines {
                said(ui, format!("– {line}"));
                gap(ui, 2.0);
            }
        }
        Block::Pairs(pairs) => {
            for (left, right) in pairs {
                said(ui, format!("{left} {right}"));
                gap(ui, 2.0);
            }
        }
        // Room to write on is for paper.
        Block::Lines(..) => {}
    }
}
