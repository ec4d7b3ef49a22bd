//! Démarches: the list of a theme, and one sheet with its documents, ways and traps.

use eframe::egui::Ui;

use crate::app::{Action, Actions, Overlay, State};
use crate::domain::ids::ProcedureId;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, caption, gap};

/// Draws the démarches of the theme, or all of them.
pub(super) fn list_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let list = state.procedures();
    if list.is_empty() {
        widgets::text(
            ui,
            text::procedures_empty(),
            fonts::regular(t.type_scale.body),
            t.colors.muted,
        );
    }
    let mut above = state.evidence().theme;
    for (position, procedure) in list.iter().enumerate() {
        if above != Some(procedure.theme) {
            gap(ui, if position == 0 { 0.0 } else { 10.0 });
            caption(ui, text::term(procedure.theme));
            gap(ui, 6.0);
            above = Some(procedure.theme);
        }
        let mut button = Button::new(Kind::Choice, &procedure.title).width(ui.available_width());
        let cap = match position {
            0..=8 => (position + 1).to_string(),
            9 => "0".to_owned(),
            _ => String::new(),
        };
        if !cap.is_empty() {
            button = button.cap(&cap).cap_first();
        }
        if button.show(ui).clicked() {
            out.push(Action::Open(Overlay::Procedure(procedure.id.clone())));
        }
        gap(ui, 6.0);
    }
}

/// Draws one démarche.
pub(super) fn sheet_ui(ui: &mut Ui, state: &State, id: &ProcedureId, out: &mut Actions) {
    let t = tokens();
    let Some(procedure) = state.kit.procedures.iter().find(|p| &p.id == id) else {
        return;
    };
    let line = |ui: &mut Ui, words: String| {
        gap(ui, 2.0);
        widgets::text(ui, words, fonts::regular(t.type_scale.body), t.colors.ink);
    };
    if !procedure.operator.is_empty() {
        widgets::text(
            ui,
            procedure.operator.clone(),
            fonts::semibold(t.type_scale.body),
            t.colors.muted,
        );
        gap(ui, 12.0);
    }
    let mut section = |title: &str, lines: Vec<String>| {
        if lines.is_empty() {
            return;
        }
        caption(ui, title);
        for words in lines {
            line(ui, words);
        }
        gap(ui, 12.0);
    };
    section(text::procedures_documents(), procedure.documents.clone());
    section(
        text::procedures_online(),
        procedure.site.iter().cloned().collect(),
    );
    section(
        text::procedures_other_way(),
        std::iter::once(&procedure.other_way)
            .filter(|words| !words.is_empty())
            .cloned()
            .collect(),
    );
    section(text::procedures_traps(), procedure.traps.clone());
    section(
        text::procedures_varies(),
        procedure.varies.iter().cloned().collect(),
    );
    let steps: Vec<_> = procedure
        .steps
        .iter()
        .filter_map(|id| state.kit.step(id.as_str()))
        .filter(|step| step.channels.contains(&state.evidence().channel))
        .collect();
    if !steps.is_empty() {
        caption(ui, text::procedures_steps());
        gap(ui, 4.0);
    }
    for step in steps {
        let in_plan = state.session.interview.facts().added.contains(&step.id)
            || state
                .identification
                .as_ref()
                .is_ok_and(|i| i.plan.iter().any(|p| p.id == step.id));
        let kind = if in_plan { Kind::Chosen } else { Kind::Choice };
        if Button::new(kind, &step.title)
            .width(ui.available_width())
            .show(ui)
            .clicked()
            && !in_plan
        {
            out.push(Action::AddStep(step.id.clone()));
        }
        gap(ui, 6.0);
    }
    if let Some(last) = procedure.seen.iter().map(|page| page.on.as_str()).max() {
        gap(ui, 6.0);
        widgets::text(
            ui,
            text::procedures_seen(last),
            fonts::regular(t.type_scale.small),
            t.colors.muted,
        );
    }
}
