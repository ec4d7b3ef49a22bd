//! Second zone: what this resembles, with its reasons and its doubt.

use eframe::egui::{Pos2, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::view::{self, LeadView, ReasonView, SituationView, SuggestionView};
use crate::app::{Action, Actions, Command, Moment, Overlay, State};
use crate::domain::identification::SituationState;
use crate::domain::vocab::Label;
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::gauge::gauge;
use crate::ui::widgets::sign::sign;
use crate::ui::widgets::{self, caption, gap, hairline, paint_icon};

use super::with_foot;

/// Height kept for the main button and the other leads.
const FOOT: f32 = 100.0;
/// Height kept for situations, so that the lead never moves.
const SITUATIONS: f32 = 58.0;

/// Draws the zone; gives the place where a thread may reach the lead.
pub fn suggest_ui(ui: &mut Ui, state: &State, out: &mut Actions) -> Option<Pos2> {
    let (body, foot) = with_foot(ui.max_rect(), FOOT);
    let suggestion = view::suggestion(state);
    let mut anchor = None;
    ui.scope_builder(UiBuilder::new().max_rect(body).id_salt("lead"), |ui| {
        heading_ui(ui, state, out);
        gap(ui, 4.0);
        let slot = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), SITUATIONS));
        ui.scope_builder(
            UiBuilder::new().max_rect(slot).id_salt("situations"),
            |ui| {
                situations_ui(ui, &view::situations(state), out);
            },
        );
        ui.advance_cursor_after_rect(slot);
        match &suggestion {
            SuggestionView::Ready => ready_ui(ui, text::ready(), text::ready_detail()),
            SuggestionView::Contradiction(_) => {
                ready_ui(ui, text::contradiction(), text::contradiction_detail());
            }
            SuggestionView::Known {
                label,
                lead,
                others,
                reasons,
                explained_by,
                followed,
            } => {
                if *followed || matches!(label, Label::Clear | Label::Possible) {
                    anchor = Some(lead_ui(ui, lead, *label, *followed));
                    let second = others.first().map(|o| o.1.as_str());
                    reasons_ui(ui, &lead.name, second, reasons, explained_by);
                    reasons_of_person_ui(ui, lead);
                } else {
                    doubt_ui(ui, *label, lead, others, reasons, explained_by);
                }
            }
        }
    });
    ui.scope_builder(UiBuilder::new().max_rect(foot).id_salt("follow"), |ui| {
        foot_ui(ui, state, &suggestion, out);
    });
    anchor
}

fn heading_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    super::heading_row(ui, text::suggest(), |ui| {
        let followable = state.has_lead() || state.moment() == Moment::Accompany;
        if let Some(lead) = state.lead().filter(|_| followable)
            && Button::new(Kind::Quiet, text::card())
                .cap(&text::cap_of(Command::Card, &state.settings))
                .small()
                .show(ui)
                .clicked()
        {
            out.push(Action::Open(Overlay::Card(lead.clone())));
        }
    });
}

/// Draws the situations, two at most; alone, one says what it rests on.
pub(super) fn situations_ui(ui: &mut Ui, situations: &[SituationView], out: &mut Actions) {
    let t = tokens();
    let detailed = situations.len() == 1;
    for situation in situations.iter().take(2) {
        let state = match situation.state {
            SituationState::Declared => text::declared(),
            SituationState::ToVerify => text::to_verify(),
        };
        let height = if detailed { 44.0 } else { 24.0 };
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        ui.painter().rect_filled(bar, 0.0, t.colors.amber_bar);
        let name = format!("{}, {state}. {}", situation.name, situation.because);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(eframe::egui::accesskit::Live::Polite);
        });
        response.widget_info(|| {
            eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, name.clone())
        });
        let left = rect.left() + 14.0;
        let title = ui.painter().layout_no_wrap(
            situation.name.clone(),
            fonts::bold(t.type_scale.body),
            t.colors.ink,
        );
        let more = ui.painter().layout_no_wrap(
            format!("· {state}"),
            fonts::regular(t.type_scale.small),
            t.colors.muted,
        );
        let width = title.size().x;
        ui.painter()
            .galley(pos2(left, rect.top() + 2.0), title, t.colors.ink);
        ui.painter().galley(
            pos2(left + width + 6.0, rect.top() + 4.0),
            more,
            t.colors.muted,
        );
        if detailed && !situation.because.is_empty() {
            let words = text::named(text::because(), situation.because.as_str());
            let mut job = eframe::egui::text::LayoutJob::simple_singleline(
                words,
                fonts::regular(t.type_scale.small),
                t.colors.amber,
            );
            job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(rect.right() - left);
            let galley = ui.painter().layout_job(job);
            ui.painter()
                .galley(pos2(left, rect.top() + 24.0), galley, t.colors.amber);
        }
        widgets::focus_ring(ui, &response, rect);
        if response.clicked() {
            out.push(Action::Open(Overlay::Card(situation.id.clone())));
        }
        gap(ui, 4.0);
    }
}

fn ready_ui(ui: &mut Ui, title: &str, detail: &str) {
    let t = tokens();
    let response = widgets::text(ui, title, fonts::bold(t.type_scale.lead), t.colors.ink);
    ui.accesskit_node_builder(response.id, |node| {
        node.set_live(eframe::egui::accesskit::Live::Polite);
    });
    gap(ui, 6.0);
    widgets::text(
        ui,
        detail,
        fonts::regular(t.type_scale.body),
        t.colors.muted,
    );
}

/// The word of the gauge.
pub(super) fn word(label: Label, followed: bool) -> &'static str {
    if followed {
        text::followed()
    } else {
        text::term(label)
    }
}

/// Draws the lead: sign, name, gauge with its word, essence. Gives where a thread may reach it.
fn lead_ui(ui: &mut Ui, lead: &LeadView, label: Label, followed: bool) -> Pos2 {
    let t = tokens();
    let anchor = ui.cursor().min + vec2(-6.0, 27.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        if let Some(symbol) = &lead.symbol {
            sign(ui, symbol, 54.0);
        }
        ui.vertical(|ui| {
            let response = widgets::line(
                ui,
                lead.name.clone(),
                fonts::bold(t.type_scale.lead),
                t.colors.ink,
            );
            // Heard without moving focus: the name, and how sure it is.
            let heard = text::named(lead.name.as_str(), word(label, followed));
            ui.accesskit_node_builder(response.id, |node| {
                node.set_live(eframe::egui::accesskit::Live::Polite);
                node.set_value(heard);
            });
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                gauge(ui, lead.marks, 16.0);
                widgets::line(
                    ui,
                    word(label, followed),
                    fonts::semibold(t.type_scale.body),
                    t.colors.ink,
                );
                let number = format!(
                    "{}, {}",
                    text::percentage(lead.probability),
                    text::estimate()
                );
                widgets::line(
                    ui,
                    number,
                    fonts::regular(t.type_scale.small),
                    t.colors.muted,
                );
            });
        });
    });
    gap(ui, 10.0);
    let slot = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 42.0));
    ui.scope_builder(UiBuilder::new().max_rect(slot).id_salt("essence"), |ui| {
        widgets::text(
            ui,
            text::quote(&lead.essence),
            fonts::regular(t.type_scale.body),
            t.colors.ink,
        );
    });
    ui.advance_cursor_after_rect(slot);
    anchor
}

fn reasons_ui(
    ui: &mut Ui,
    name: &str,
    second: Option<&str>,
    reasons: &[ReasonView],
    explained_by: &[String],
) {
    let t = tokens();
    gap(ui, 12.0);
    let Some(second) = second.filter(|_| !reasons.is_empty()) else {
        return;
    };
    caption(ui, text::why(name, second));
    gap(ui, 4.0);
    for reason in reasons {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(20.0, 24.0), Sense::hover());
            // Words say the strength too: one sign slight or moderate, two strong.
            let sign = if reason.decibans > 0.0 {
                icons::PLUS
            } else {
                icons::MINUS
            };
            let strong = reason.decibans.abs() >= 10.0;
            let spread = if strong { 5.0 } else { 0.0 };
            paint_icon(
                ui,
                rect.translate(vec2(-spread, 0.0)),
                sign,
                12.0,
                t.colors.ink,
            );
            if strong {
                paint_icon(
                    ui,
                    rect.translate(vec2(spread, 0.0)),
                    sign,
                    12.0,
                    t.colors.ink,
                );
            }
            ui.set_min_height(24.0);
            // Half of the line for what counts, in ink; why it counts less, quieter.
            let response = widgets::line(
                ui,
                reason.text.clone(),
                fonts::regular(t.type_scale.body),
                t.colors.ink,
            );
            response.on_hover_text(text::strength(&reason.strength, reason.decibans));
            if let Some(discount) = &reason.discount {
                // The share fits the line; why is one hover away, and in the list of leads.
                let share = reason.share.as_deref().unwrap_or(discount);
                widgets::line(
                    ui,
                    share,
                    fonts::regular(t.type_scale.small),
                    t.colors.muted,
                )
                .on_hover_text(discount);
            }
        });
    }
    if !explained_by.is_empty() {
        gap(ui, 2.0);
        let words = text::explains(explained_by.join(", "));
        widgets::text(
            ui,
            words,
            fonts::regular(t.type_scale.small),
            t.colors.muted,
        );
    }
}

fn reasons_of_person_ui(ui: &mut Ui, lead: &LeadView) {
    let t = tokens();
    gap(ui, 12.0);
    hairline(ui);
    gap(ui, 10.0);
    let width = (ui.available_width() - 16.0) / 2.0;
    let top = ui.cursor().min;
    let height = (ui.max_rect().bottom() - top.y).max(0.0);
    for (i, (title, lines)) in [
        (text::motivations(), &lead.motivations),
        (text::obstacles(), &lead.obstacles),
    ]
    .into_iter()
    .enumerate()
    {
        let min = top + vec2(i as f32 * (width + 16.0), 0.0);
        let rect = Rect::from_min_size(min, vec2(width, height));
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(title), |ui| {
            ui.set_clip_rect(rect);
            caption(ui, title);
            gap(ui, 2.0);
            for line in lines {
                gap(ui, 2.0);
                widgets::text(
                    ui,
                    line.clone(),
                    fonts::regular(t.type_scale.small + 1.0),
                    t.colors.ink,
                );
            }
        });
    }
}

fn doubt_ui(
    ui: &mut Ui,
    label: Label,
    lead: &LeadView,
    others: &[(crate::domain::ids::PersonaId, String, f64)],
    reasons: &[ReasonView],
    explained_by: &[String],
) {
    let t = tokens();
    if label == Label::None {
        ready_ui(ui, text::none(), text::none_detail());
        return;
    }
    ready_ui(ui, text::uncertain(), text::uncertain_detail());
    gap(ui, 14.0);
    let first = (lead.id.clone(), lead.name.clone(), lead.probability);
    for (_, name, probability) in std::iter::once(&first).chain(others.iter().take(2)) {
        ui.horizontal(|ui| {
            ui.set_min_height(28.0);
            gauge(ui, view::marks(*probability), 16.0);
            widgets::line(
                ui,
                name.clone(),
                fonts::semibold(t.type_scale.body),
                t.colors.ink,
            );
            widgets::line(
                ui,
                text::percentage(*probability),
                fonts::regular(t.type_scale.small),
                t.colors.muted,
            );
        });
    }
    let second = others.first().map(|o| o.1.as_str());
    reasons_ui(ui, &lead.name, second, reasons, explained_by);
}

fn foot_ui(ui: &mut Ui, state: &State, suggestion: &SuggestionView, out: &mut Actions) {
    let t = tokens();
    let cap = |command| text::cap_of(command, &state.settings);
    let SuggestionView::Known {
        label,
        others,
        followed,
        ..
    } = suggestion
    else {
        return;
    };
    let has_lead = matches!(label, Label::Clear | Label::Possible);
    ui.horizontal(|ui| {
        ui.set_min_height(t.space.target);
        if *followed {
            if Button::new(Kind::Quiet, text::back_to_leads())
                .show(ui)
                .clicked()
            {
                out.push(Action::Unfollow);
            }
        } else if has_lead
            && Button::new(Kind::Loud, text::follow())
                .cap(&cap(Command::FollowLead))
                .show(ui)
                .clicked()
        {
            out.push(Action::FollowLead);
        }
        if Button::new(Kind::Quiet, text::other_lead())
            .cap(&cap(Command::OtherLead))
            .show(ui)
            .clicked()
        {
            out.push(Action::Open(Overlay::Leads));
        }
    });
    if !*followed && !has_lead {
        return;
    }
    gap(ui, 10.0);
    hairline(ui);
    gap(ui, 6.0);
    ui.horizontal(|ui| {
        for (i, (id, name, probability)) in others.iter().take(2).enumerate() {
            let words = format!("{name}  {}", text::percentage(*probability));
            let second = if i == 0 && !*followed {
                cap(Command::FollowRunnerUp)
            } else {
                String::new()
            };
            let button = Button::new(Kind::Quiet, &words)
                .small()
                .cap(&second)
                .cap_first();
            if button.show(ui).clicked() {
                out.push(Action::Follow(id.clone()));
            }
        }
    });
}
