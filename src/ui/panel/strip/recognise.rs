//! The strip while recognising: the question, what can be noticed, and the lead at the foot.
//!
//! Nothing may move under the pointer when a row is ticked.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::keys::Key;
use crate::app::view::{self, QuestionView, SuggestionView};
use crate::app::{Action, Actions, Command, State};
use crate::domain::vocab::{Channel, Label};
use crate::ui::panel::observe::{self, digit};
use crate::ui::panel::{heading_row, suggest};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::gauge::gauge;
use crate::ui::widgets::{self, caption, gap};

/// Answers stacked at most; more share lines, so that what one hears stays in sight.
const STACKED: usize = 3;

/// Draws the question, its answers, the families and what can be noticed.
pub(super) fn recognise_ui(ui: &mut Ui, state: &State, height: f32, out: &mut Actions) {
    let t = tokens();
    let top = ui.cursor().top();
    let situations = view::situations(state);
    if !situations.is_empty() {
        suggest::situations_ui(ui, &situations, out);
        gap(ui, 8.0);
    }
    heading_row(ui, text::to_ask(), |ui| {
        observe::answered_ui(ui, state, (1, 122.0), out);
    });
    gap(ui, 4.0);
    if let Some(question) = view::question(state) {
        widgets::text(
            ui,
            text::quote(&question.ask),
            fonts::bold(t.type_scale.say - 2.0),
            t.colors.ink,
        );
        gap(ui, 10.0);
        if question.answers.len() > STACKED {
            observe::answers_ui(ui, state, &question, out);
        } else {
            stacked_ui(ui, state, &question, out);
        }
    } else {
        observe::no_question_ui(ui, state, out);
    }
    gap(ui, 12.0);
    if let Some(family) = &state.family {
        observe::family_page_ui(ui, state, family, &mut Vec::new(), out);
    } else {
        families_ui(ui, state, out);
        let used = ui.cursor().top() - top;
        cues_ui(ui, state, height - used, out);
    }
}

/// Draws answers one under the other, as wide as the strip.
fn stacked_ui(ui: &mut Ui, state: &State, question: &QuestionView, out: &mut Actions) {
    for (position, (id, words)) in question.answers.iter().enumerate() {
        if position > 0 {
            gap(ui, 6.0);
        }
        let cap = text::cap_for(Key::Digit(digit(position)), &state.settings);
        let mut button = Button::new(Kind::Choice, words).cap(&cap).cap_first();
        if question.given.is_some() {
            button = button.chosen(question.given.as_ref() == Some(id));
        }
        if button
            .wraps()
            .width(ui.available_width())
            .show(ui)
            .clicked()
        {
            out.push(Action::Answer(question.id.clone(), id.clone()));
        }
    }
}

/// Draws the families as their letters.
fn families_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let title = match state.evidence().channel {
        Channel::Phone => text::hear(),
        Channel::Counter => text::observe(),
    };
    caption(ui, title);
    gap(ui, 4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for family in &state.kit.families {
            let key = family.key.to_string();
            let response = Button::new(Kind::Choice, &key)
                .name(&family.title)
                .small()
                .height(28.0)
                .show(ui);
            if response.on_hover_text(&family.title).clicked() {
                out.push(Action::OpenFamily(family.id.clone()));
            }
        }
    });
    gap(ui, 4.0);
}

/// Draws the first cue of each family while there is room, then what was noted elsewhere.
///
/// Rows keep their place when they are ticked: nothing moves under the pointer.
fn cues_ui(ui: &mut Ui, state: &State, room: f32, out: &mut Actions) {
    let t = tokens();
    let families = view::families(state);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number of rows"
    )]
    let fit = (room / t.space.row).floor().clamp(3.0, 8.0) as usize;
    let first: Vec<_> = families
        .iter()
        .filter_map(|family| family.cues.first())
        .take(fit)
        .collect();
    for cue in &first {
        observe::cue_ui(ui, cue, None, t.space.row, out);
    }
    for id in state.evidence().cues.keys() {
        if first.iter().any(|cue| &cue.id == id) {
            continue;
        }
        if let Some(cue) = view::cue_row(state, id) {
            observe::cue_ui(ui, &cue, None, t.space.row, out);
        }
    }
}

/// Draws the lead with its word, the way to follow it, and the next ones.
pub(super) fn lead_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let say = |ui: &mut Ui, title: &str, detail: &str| {
        let said = widgets::text(ui, title, fonts::bold(t.type_scale.title), t.colors.ink);
        ui.accesskit_node_builder(said.id, |node| {
            node.set_live(eframe::egui::accesskit::Live::Polite);
        });
        gap(ui, 2.0);
        widgets::text(
            ui,
            detail,
            fonts::regular(t.type_scale.small + 1.0),
            t.colors.muted,
        );
    };
    let (label, lead, others) = match view::suggestion(state) {
        SuggestionView::Ready => return say(ui, text::ready(), text::ready_detail()),
        SuggestionView::Contradiction(_) => {
            return say(ui, text::contradiction(), text::contradiction_detail());
        }
        SuggestionView::Known {
            label: Label::None, ..
        } => return say(ui, text::none(), text::none_detail()),
        SuggestionView::Known {
            label: Label::Uncertain,
            ..
        } => return say(ui, text::uncertain(), text::uncertain_detail()),
        SuggestionView::Known {
            label,
            lead,
            others,
            ..
        } => (label, lead, others),
    };
    widgets::bar(ui, 56.0, |ui| {
        if Button::new(Kind::Loud, text::follow_short())
            .cap(&text::cap_of(Command::FollowLead, &state.settings))
            .show(ui)
            .clicked()
        {
            out.push(Action::FollowLead);
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let response = widgets::line(
                ui,
                lead.name.clone(),
                fonts::bold(t.type_scale.title),
                t.colors.ink,
            );
            let heard = text::named(lead.name.as_str(), suggest::word(label, false));
            ui.accesskit_node_builder(response.id, |node| {
                node.set_live(eframe::egui::accesskit::Live::Polite);
                node.set_value(heard);
            });
            gap(ui, 4.0);
            ui.horizontal(|ui| {
                gauge(ui, lead.marks, 10.0);
                widgets::line(
                    ui,
                    suggest::word(label, false),
                    fonts::semibold(t.type_scale.small + 1.0),
                    t.colors.ink,
                );
            });
        });
    });
    gap(ui, 4.0);
    ui.horizontal(|ui| {
        for (i, (id, name, _)) in others.iter().take(2).enumerate() {
            let cap = if i == 0 {
                text::cap_of(Command::FollowRunnerUp, &state.settings)
            } else {
                String::new()
            };
            let most = (ui.available_width() / (2 - i) as f32).max(60.0);
            if Button::new(Kind::Quiet, name)
                .small()
                .cap(&cap)
                .cap_first()
                .most(most)
                .show(ui)
                .clicked()
            {
                out.push(Action::Follow(id.clone()));
            }
        }
    });
}
