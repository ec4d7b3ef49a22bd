//! The strip: the same interview in a column beside the business application.
//!
//! While recognising: the question and its answers, the families above what can be noticed, the lead
//! at the foot. Once a lead is followed no cue, no name and no gauge is left: only what to do, what to
//! say, what to avoid, and the note. A large zoom brings the same column, centred. Here is where each
//! thing stands; `header`, `recognise` and `accompany` draw it.

mod accompany;
mod header;
mod recognise;

use eframe::egui::{Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::app::{Actions, Moment, State};
use crate::ui::theme::tokens;
use crate::ui::widgets::{gap, hairline};
use crate::ui::{Surroundings, text};

use super::message::{has_message, message_ui};

/// Margin on both sides, in points.
const MARGIN: f32 = 16.0;
/// Widest column, in points: a line of text stays readable in a wide window.
const WIDEST: f32 = 560.0;
/// Height under which the foot scrolls with the rest instead of staying in sight.
const PINNED_FROM: f32 = 470.0;
/// Heights of the foot by moment.
const FOOT_RECOGNISE: f32 = 118.0;
const FOOT_ACCOMPANY: f32 = 92.0;
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
        header::header_ui(ui, state, out);
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
                    Moment::Recognise => recognise::recognise_ui(ui, state, body.height(), out),
                    Moment::Accompany => accompany::accompany_ui(ui, state, out),
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
        Moment::Recognise => recognise::lead_ui(ui, state, out),
        Moment::Accompany => accompany::note_ui(ui, state, out),
    }
}
