//! « Essayer » on screen: the panel itself in a frame that says what it is.
//!
//! What the panel asks for goes to the try-out's own state and nowhere else; the frame stays in sight
//! above the panel's layers too.

use eframe::egui::{
    Align, Id, LayerId, Layout, Order, Rect, Role, Stroke, StrokeKind, Ui, UiBuilder, vec2,
};

use crate::app::workshop::{Asked, Message, Spot, WorkshopAction};
use crate::app::{Action, Actions, State};
use crate::domain::problem::Gravity;
use crate::domain::workshop::{Kind, bench};
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, caption, gap};
use crate::ui::{Surroundings, layers, panel, text};

use super::{Pen, ask, column, header, said, small, title_ui};

/// From this width the frame's words and buttons stand on one line.
const ONE_LINE: f32 = 900.0;
/// From this width its buttons stand on one line.
const TWO_LINES: f32 = 560.0;
/// How thick the frame is.
const FRAME: f32 = 3.0;

/// Height of the top of the frame, in a window of that width.
pub(super) fn height(width: f32) -> f32 {
    let t = tokens();
    match width {
        width if width >= ONE_LINE => t.space.header,
        width if width >= TWO_LINES => t.space.header + t.space.row + 4.0,
        _ => t.space.header + 2.0 * (t.space.row + 4.0),
    }
}

/// Draws the top of the frame: what this is, and what one may do with it.
pub(super) fn banner_ui(ui: &mut Ui, state: &State, width: f32, out: &mut Actions) {
    let t = tokens();
    if width >= ONE_LINE {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_height(t.space.header);
            mark_ui(ui, state);
            widgets::at_right(ui, "tryout_right", t.space.header, |ui| {
                buttons_ui(ui, state, out);
            });
        });
        return;
    }
    ui.vertical(|ui| {
        widgets::bar(ui, t.space.header, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                mark_ui(ui, state);
            });
        });
        super::outdent(ui, 5.0, t.space.row, |ui| {
            buttons_ui(ui, state, out);
        });
    });
}

fn mark_ui(ui: &mut Ui, state: &State) {
    let t = tokens();
    let font = fonts::bold(t.type_scale.title);
    widgets::line(ui, text::atelier_try_mark(), font, t.colors.amber);
    if header::news_ui(ui, state) {
        return;
    }
    let faulty = state.workshop.checked().count(Gravity::Error) > 0;
    let words = if faulty {
        text::atelier_try_without()
    } else {
        text::atelier_try_nothing()
    };
    let font = fonts::semibold(t.type_scale.small);
    widgets::line(ui, words, font, t.colors.amber).on_hover_text(words);
}

fn buttons_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let workshop = &state.workshop;
    // The contact that waits keeps its way back in sight.
    if !state.session.is_blank() || state.parked.is_some() {
        header::leave_ui(ui, state, false, out);
    }
    let cap = text::key_cap(crate::app::keys::Key::Escape);
    let asked = workshop.asked.is_some();
    if !asked
        && Button::new(Look::Quiet, text::atelier_try_back())
            .cap(&cap)
            .small()
            .show(ui)
            .clicked()
    {
        out.push(Action::workshop(WorkshopAction::Back));
    }
    if matches!(workshop.message, Some(Message::CaseAdded(_)))
        && Button::new(Look::Quiet, text::atelier_undo_this())
            .small()
            .show(ui)
            .clicked()
    {
        out.push(Action::workshop(WorkshopAction::Undo));
    }
    let Some(tryout) = workshop.tryout().filter(|_| !asked) else {
        return;
    };
    if Button::new(Look::Quiet, text::atelier_try_again())
        .small()
        .show(ui)
        .clicked()
    {
        out.push(Action::workshop(WorkshopAction::TryAgain));
    }
    if Button::new(Look::Choice, text::atelier_try_case())
        .small()
        .enabled(tryout.is_case())
        .show(ui)
        .clicked()
    {
        let name = Asked::Add(Kind::Case, String::new());
        out.push(Action::workshop(WorkshopAction::Ask(name)));
    }
}

/// Draws what is in the frame.
pub(super) fn tryout_ui(ui: &mut Ui, body: Rect, state: &State, pen: &mut Pen<'_>) {
    let Some(tryout) = pen.workshop.tryout() else {
        unplayable_ui(ui, body, pen);
        return;
    };
    if matches!(pen.workshop.asked, Some(Asked::Add(Kind::Case, _))) {
        naming_ui(ui, body, pen);
        return;
    }
    let t = tokens();
    let tried = tryout.state();
    let inside = Rect::from_min_max(body.min, body.max - vec2(FRAME, FRAME));
    let inside = inside.with_min_x(body.left() + FRAME);
    let builder = UiBuilder::new()
        .max_rect(inside)
        .id_salt("tryout")
        .accessibility_role(Role::Region)
        .accessibility_label(text::atelier_try_frame());
    let around = Surroundings::default();
    let mut asked = Actions::default();
    ui.scope_builder(builder, |ui| {
        ui.set_clip_rect(inside);
        panel::panel_ui(ui, tried, &around, &mut asked);
    });
    let stroke = Stroke::new(FRAME, t.colors.amber_bar);
    if state.overlay.is_none() && !state.curtain {
        if tried.overlay.is_some() {
            // Under a layer, nothing of the panel acts.
            asked.drain();
        }
        layers::layers_ui(ui, tried, &around, &mut pen.memory.layers, &mut asked);
        if tried.overlay.is_some() {
            over_ui(ui, stroke);
        }
    }
    ui.painter()
        .rect_stroke(body, 0.0, stroke, StrokeKind::Inside);
    for action in asked.drain() {
        pen.push(WorkshopAction::attempt(action));
    }
}

/// A layer covers the frame: it is drawn again above, with its word.
fn over_ui(ui: &Ui, stroke: Stroke) {
    let t = tokens();
    let layer = LayerId::new(Order::Tooltip, Id::unique("tryout_frame"));
    let painter = ui.ctx().layer_painter(layer);
    let screen = ui.content_rect();
    painter.rect_stroke(screen, 0.0, stroke, StrokeKind::Inside);
    let words = format!(
        "{} · {}",
        text::atelier_try_mark(),
        text::atelier_try_nothing()
    );
    let font = fonts::semibold(t.type_scale.small);
    let galley = painter.layout_no_wrap(words, font, t.colors.amber);
    // Over the words of the frame, which the layer dims.
    let tall = if screen.width() >= ONE_LINE {
        t.space.header - FRAME
    } else {
        galley.size().y + 6.0
    };
    let size = vec2(galley.size().x + t.space.gutter * 2.0, tall);
    let place = Rect::from_min_size(screen.min + vec2(FRAME, FRAME), size);
    painter.rect_filled(place, 0.0, t.colors.amber_ground);
    let at = place.center() - galley.size() / 2.0;
    painter.galley(at, galley, t.colors.amber);
}

/// What is ticked, what the draft says of it, and the name to give.
fn naming_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let t = tokens();
    column(ui, body, "case", 640.0, |ui| {
        gap(ui, 24.0);
        header::message_ui(ui, pen);
        super::heading(ui, text::atelier_case_name_title());
        gap(ui, 4.0);
        said(ui, text::atelier_case_name_detail());
        gap(ui, 16.0);
        if let Some(case) = pen.workshop.tryout().and_then(|tryout| tryout.case("")) {
            let font = fonts::regular(t.type_scale.body);
            widgets::text(ui, bench::sentence(pen.content, &case), font, t.colors.ink);
            gap(ui, 10.0);
            caption(ui, text::atelier_case_says());
            gap(ui, 2.0);
            let font = fonts::semibold(t.type_scale.body);
            widgets::text(ui, expected(&case, pen), font, t.colors.ink);
        }
        gap(ui, 20.0);
        ask::name_ui(ui, pen);
        gap(ui, 24.0);
    });
}

/// « Pas à pas, piste nette ».
fn expected(case: &crate::domain::kit::Case, pen: &Pen<'_>) -> String {
    let named = |id: &crate::domain::ids::PersonaId| {
        crate::domain::workshop::Element::Persona(id.clone()).title(pen.content)
    };
    let labels = case.expect.label.iter().map(|label| text::term(*label));
    let mut words: Vec<String> = case.expect.top.iter().map(named).collect();
    words.extend(labels.map(str::to_owned));
    words.join(", ")
}

/// The draft recognises nobody.
fn unplayable_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let t = tokens();
    column(ui, body, "unplayable", 640.0, |ui| {
        gap(ui, 24.0);
        title_ui(ui, text::atelier_try_unplayable(), t.type_scale.lead, pen);
        gap(ui, 4.0);
        said(ui, text::atelier_try_unplayable_detail());
        gap(ui, 16.0);
        if Button::new(Look::Choice, text::atelier_try_check())
            .show(ui)
            .clicked()
        {
            pen.push(WorkshopAction::Go(Spot::Health));
        }
        gap(ui, 8.0);
        small(ui, text::atelier_try_nothing());
    });
}
