//! The strip: the same interview in a column beside the business application.
//!
//! While recognising: the question and its answers, the families above what can be noticed, the lead
//! at the foot. Once a lead is followed no cue, no name and no gauge is left: only what to do, what to
//! say, what to avoid, and the note. A large zoom brings the same column, centred.

use eframe::egui::{Align, Layout, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::app::keys::Key;
use crate::app::view::{self, QuestionView, SuggestionView};
use crate::app::{Action, Actions, Command, Moment, Shape, State};
use crate::domain::vocab::{Channel, Label};
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::gauge::gauge;
use crate::ui::widgets::icon_button::{Picture, Tone, icon_button};
use crate::ui::widgets::{self, caption, gap, hairline};
use crate::ui::{Surroundings, text};

use super::message::{has_message, message_ui};
use super::observe::digit;
use super::{header, observe, plan, suggest};

/// Margin on both sides, in points.
const MARGIN: f32 = 16.0;
/// Widest column, in points: a line of text stays readable in a wide window.
const WIDEST: f32 = 560.0;
/// Height under which the foot scrolls with the rest instead of staying in sight.
const PINNED_FROM: f32 = 470.0;
/// Width of the column from which the brand stands in the header.
const BRANDED_FROM: f32 = 340.0;
/// Width of the five icons of the header.
const ICONS: f32 = 160.0;
/// Heights of the foot by moment.
const FOOT_RECOGNISE: f32 = 118.0;
const FOOT_ACCOMPANY: f32 = 92.0;
/// Answers stacked at most; more share lines, so that what one hears stays in sight.
const STACKED: usize = 3;
/// Height kept for a message, of three lines at most.
const MESSAGE: f32 = 54.0;

/// Draws the strip.
pub fn strip_ui(ui: &mut Ui, state: &State, around: &Surroundings, out: &mut Actions) {
    let t = tokens();
    let full = ui.max_rect();
    let top = Rect::from_min_size(full.min, vec2(full.width(), 44.0));
    ui.painter().rect_filled(top, 0.0, t.colors.surface);
    let line = Stroke::new(t.stroke.hairline, t.colors.line);
    ui.painter().hline(full.x_range(), top.bottom(), line);
    let width = (full.width() - 2.0 * MARGIN).min(WIDEST);
    let left = full.left() + ((full.width() - width) / 2.0).round();
    let column =
        |from: f32, to: f32| Rect::from_min_max(pos2(left, from), pos2(left + width, to.max(from)));
    super::zone(ui, column(top.top(), top.bottom()), text::brand(), |ui| {
        header_ui(ui, state, out);
    });
    let moment = state.moment();
    let foot = match moment {
        Moment::Recognise => FOOT_RECOGNISE,
        Moment::Accompany => FOOT_ACCOMPANY,
    };
    let pinned = full.height() >= PINNED_FROM;
    let message = if has_message(state, around) {
        MESSAGE
    } else {
        0.0
    };
    // The place of the message is taken from the foot of the list, never from what one points at.
    let foot_top = full.bottom() - 12.0 - foot;
    let body_bottom = if pinned {
        foot_top - message
    } else {
        full.bottom() - 4.0 - message
    };
    let body = column(top.bottom() + 12.0, body_bottom);
    let name = match moment {
        Moment::Recognise => text::observe(),
        Moment::Accompany => text::help(),
    };
    super::zone(ui, body, name, |ui| {
        ScrollArea::vertical()
            .id_salt("strip")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                match moment {
                    Moment::Recognise => recognise_ui(ui, state, body.height(), out),
                    Moment::Accompany => accompany_ui(ui, state, out),
                }
                if !pinned {
                    gap(ui, 12.0);
                    foot_ui(ui, state, out);
                }
            });
    });
    if message > 0.0 {
        let rect = column(body_bottom, body_bottom + message);
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("message"), |ui| {
            ui.set_clip_rect(rect);
            message_ui(ui, state, around);
        });
    }
    if pinned {
        let name = match moment {
            Moment::Recognise => text::suggest(),
            Moment::Accompany => text::note(),
        };
        super::zone(ui, column(foot_top, full.bottom() - 8.0), name, |ui| {
            foot_ui(ui, state, out);
        });
    }
}

fn foot_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    hairline(ui);
    gap(ui, 8.0);
    match state.moment() {
        Moment::Recognise => lead_ui(ui, state, out),
        Moment::Accompany => note_ui(ui, state, out),
    }
}

/// Says where and since when, without naming anybody.
fn context(state: &State) -> String {
    let evidence = state.evidence();
    let first = match (state.moment(), evidence.theme) {
        (Moment::Accompany, Some(theme)) => text::term(theme),
        _ => text::term(evidence.channel),
    };
    let second = match (state.moment(), &state.session.started_clock) {
        (Moment::Recognise, Some(clock)) => clock.clone(),
        _ => text::term(evidence.minutes).to_owned(),
    };
    format!("{first} · {second}")
}

fn header_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let full = ui.max_rect();
    let icons_left = full.right() - ICONS;
    let left = full.with_max_x(icons_left - 4.0);
    let layout = Layout::left_to_right(Align::Center);
    let builder = UiBuilder::new()
        .max_rect(left)
        .layout(layout)
        .id_salt("where");
    ui.scope_builder(builder, |ui| {
        // The narrowest strip keeps the place for what changes.
        if full.width() >= BRANDED_FROM {
            widgets::line(
                ui,
                text::brand(),
                fonts::bold(t.type_scale.title - 2.0),
                t.colors.accent,
            );
        }
        header::session_ui(ui, state);
        widgets::line(
            ui,
            context(state),
            fonts::regular(t.type_scale.small),
            t.colors.muted,
        );
    });
    let right = full.with_min_x(icons_left);
    let builder = UiBuilder::new()
        .max_rect(right)
        .layout(layout)
        .id_salt("icons");
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        icons_ui(ui, state, out);
    });
}

/// Draws what one does with the window and with the interview, as icons.
fn icons_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let parked = state.parked.as_ref();
    let parked = parked.map(|p| text::other_session(text::session(&p.name())));
    let pin = match (state.can_pin, state.settings.on_top) {
        (false, _) => (text::pin_unavailable(), Tone::Off),
        (true, true) => (text::unpin(), Tone::On),
        (true, false) => (text::pin(), Tone::Plain),
    };
    let pause = match &parked {
        Some(name) => (icons::PLAY, name.as_str(), Tone::On),
        None => (icons::PAUSE, text::pause(), Tone::Plain),
    };
    // A small window has this layout without being folded.
    let fold = match state.shape {
        Shape::Strip => text::unfold(),
        Shape::Wide => text::fold(),
    };
    let icon = Picture::Icon;
    for (picture, name, command, tone) in [
        (icon(icons::PIN), pin.0, Command::Pin, pin.1),
        (icon(pause.0), pause.1, Command::Pause, pause.2),
        (icon(icons::UNFOLD), fold, Command::Fold, Tone::Plain),
        (
            icon(icons::DANGER),
            text::danger(),
            Command::Danger,
            Tone::Danger,
        ),
        (Picture::Dots, text::menu(), Command::Palette, Tone::Plain),
    ] {
        let hint = text::cap_of(command, &state.settings);
        if icon_button(ui, picture, name, &hint, tone).clicked() {
            out.push(Action::Run(command));
        }
    }
}

/// Draws the question, its answers, the families and what can be noticed.
fn recognise_ui(ui: &mut Ui, state: &State, height: f32, out: &mut Actions) {
    let t = tokens();
    let top = ui.cursor().top();
    let situations = view::situations(state);
    if !situations.is_empty() {
        suggest::situations_ui(ui, &situations, out);
        gap(ui, 8.0);
    }
    super::heading_row(ui, text::to_ask(), |ui| {
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
fn lead_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
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

/// Draws what is done, the step in hand with its sentence, what is left, and what to avoid.
fn accompany_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let steps = view::steps(state, text::for_everyone());
    if steps.is_empty() {
        widgets::text(
            ui,
            text::plan_empty(),
            fonts::regular(t.type_scale.body),
            t.colors.muted,
        );
    }
    let current = steps.iter().position(|step| step.current);
    let marked = |step: &&view::StepView| step.mark.is_some() && !step.current;
    let before: Vec<_> = steps.iter().filter(marked).collect();
    for step in &before {
        plan::row_ui(ui, step, false, out);
        hairline(ui);
    }
    if !before.is_empty() {
        gap(ui, 12.0);
    }
    match current.and_then(|i| Some((i, steps.get(i)?))) {
        Some((i, step)) => plan::current_ui(ui, state, step, (i + 1, steps.len()), false, out),
        None if !steps.is_empty() => {
            widgets::text(
                ui,
                text::plan_done(),
                fonts::bold(t.type_scale.title),
                t.colors.ink,
            );
            gap(ui, 12.0);
        }
        None => {}
    }
    for step in steps.iter().filter(|s| s.mark.is_none() && !s.current) {
        hairline(ui);
        plan::row_ui(ui, step, false, out);
    }
    hairline(ui);
    plan::avoid_ui(ui, state);
    plan::held_ui(ui, state);
    gap(ui, 8.0);
}

/// Draws the note in a line, and what one does with it.
fn note_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let cap = |command| text::cap_of(command, &state.settings);
    widgets::bar(ui, t.space.row, |ui| {
        if Button::new(Kind::Quiet, text::review())
            .cap(&cap(Command::Review))
            .small()
            .show(ui)
            .clicked()
        {
            out.push(Action::Run(Command::Review));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            widgets::line(
                ui,
                text::note(),
                fonts::bold(t.type_scale.body),
                t.colors.ink,
            );
            widgets::line(
                ui,
                text::summary_short(&state.note()),
                fonts::regular(t.type_scale.small),
                t.colors.muted,
            );
        });
    });
    gap(ui, 4.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (words, icon, command) in [
            (text::orient(), icons::SIGNPOST, Command::Orient),
            (text::shared(), icons::SCREEN, Command::Shared),
        ] {
            if Button::new(Kind::Quiet, words)
                .icon(icon)
                .cap(&cap(command))
                .small()
                .show(ui)
                .clicked()
            {
                out.push(Action::Run(command));
            }
        }
    });
}
