//! What stands above the panel: one layer at most, closed by Échap, never a trap.

mod blanks;
mod end;
mod found;
mod guard;
mod kept;
mod learning;
mod lists;
mod procedures;
pub mod remark;
mod review;
mod settings;
mod sheets;

use eframe::egui::text_edit::TextEditState;
use eframe::egui::{
    Align2, Color32, Context, FontId, Frame, Id, IdSet, Key, Label, Margin, Modal, RichText,
    ScrollArea, Sense, Stroke, Ui, accesskit, vec2,
};

use crate::app::keys::Key as PanelKey;
use crate::app::{Action, Actions, Command, Overlay, State};

use super::Surroundings;
use super::text;
use super::theme::{fonts, tokens};
use super::widgets::button::{Button, Kind};
use super::widgets::{self, gap, radius};

/// What views remember that is not work: which layer was open, to give it focus once.
#[derive(Debug, Default)]
pub struct LayerMemory {
    last: Option<Overlay>,
    /// What had the focus before the layer opened, to give it back.
    opener: Option<Id>,
    /// What is being typed in the settings.
    typing: settings::Typing,
    /// Whether a second yes was asked for.
    asked: bool,
    /// The interview whose text the note field last held, and how often it was masked.
    typed: (u32, u32),
    /// The fields of blanks drawn so far: those of a template that was changed meanwhile too.
    blanks: IdSet,
}

/// Draws the open layer, if any.
pub fn layers_ui(
    ui: &mut Ui,
    state: &State,
    around: &Surroundings,
    memory: &mut LayerMemory,
    out: &mut Actions,
) {
    forget_typed(ui, state, memory);
    let Some(overlay) = state.overlay.clone() else {
        if memory.last.take().is_some() {
            // What is typed and left is chosen.
            settings::typed(state, &mut memory.typing, out);
            // Focus goes back to what opened the layer, or to the panel's own keys.
            match memory.opener.take() {
                Some(opener) => ui.memory_mut(|m| m.request_focus(opener)),
                None => ui.memory_mut(eframe::egui::Memory::stop_text_input),
            }
        }
        return;
    };
    let just_opened = memory.last.as_ref() != Some(&overlay);
    if memory.last.is_none() {
        memory.opener = ui.memory(eframe::egui::Memory::focused);
        if let Some(opener) = memory.opener {
            ui.memory_mut(|m| m.surrender_focus(opener));
        }
    }
    memory.last = Some(overlay.clone());
    match overlay {
        Overlay::Danger => sheets::danger_ui(ui, state, just_opened, out),
        Overlay::Shared => sheets::shared_ui(ui, state, just_opened, out),
        Overlay::Settings => {
            let typing = &mut memory.typing;
            let head = (720.0, just_opened);
            dialog(ui, text::settings_title(), head, out, |ui, out| {
                settings::settings_ui(ui, state, around, typing, out);
            });
        }
        Overlay::Kept => {
            let asked = &mut memory.asked;
            let head = (760.0, just_opened);
            dialog(ui, text::kept_title(), head, out, |ui, out| {
                kept::kept_ui(ui, state, asked, out);
            });
        }
        overlay => dialogs_ui(ui, state, overlay, just_opened, out),
    }
}

/// Draws a layer that is a dialog of the panel's own.
#[expect(
    clippy::too_many_lines,
    reason = "one short arm a layer: a table, not a procedure"
)]
fn dialogs_ui(ui: &mut Ui, state: &State, overlay: Overlay, just_opened: bool, out: &mut Actions) {
    match overlay {
        Overlay::Card(id) => dialog(
            ui,
            &title_of(state, &id),
            (760.0, just_opened),
            out,
            |ui, out| {
                sheets::card_ui(ui, state, &id, out);
                remark::remark_ui(ui, state, &id, out);
            },
        ),
        Overlay::ConfirmEnd(then) => dialog(
            ui,
            text::confirm_title(),
            (520.0, just_opened),
            out,
            |ui, out| end::confirm_ui(ui, state, then, out),
        ),
        Overlay::Help => dialog(
            ui,
            text::help_title(),
            (760.0, just_opened),
            out,
            |ui, _| {
                sheets::help_ui(ui, state);
            },
        ),
        Overlay::Leads => dialog(
            ui,
            text::leads_title(),
            (560.0, just_opened),
            out,
            |ui, out| {
                lists::leads_ui(ui, state, out);
            },
        ),
        Overlay::Found => dialog(
            ui,
            text::found_title(),
            (560.0, just_opened),
            out,
            |ui, out| found::found_ui(ui, state, out),
        ),
        Overlay::Learning => dialog(
            ui,
            text::learning_title(),
            (640.0, just_opened),
            out,
            |ui, out| {
                learning::learning_ui(ui, state, out);
            },
        ),
        Overlay::Orientation => {
            dialog(
                ui,
                text::orientation_title(),
                (460.0, just_opened),
                out,
                |ui, out| {
                    lists::orientation_ui(ui, state, out);
                },
            );
        }
        Overlay::Procedure(id) => {
            let title = state
                .kit
                .procedures
                .iter()
                .find(|p| p.id == id)
                .map_or("", |p| p.title.as_str());
            dialog(ui, title, (680.0, just_opened), out, |ui, out| {
                procedures::sheet_ui(ui, state, &id, out);
            });
        }
        Overlay::Procedures => {
            let title = state
                .evidence()
                .theme
                .map_or(text::procedures_title(), text::term);
            dialog(ui, title, (620.0, just_opened), out, |ui, out| {
                procedures::list_ui(ui, state, out);
            });
        }
        Overlay::Questions => {
            dialog(
                ui,
                text::questions_title(),
                (680.0, just_opened),
                out,
                |ui, out| {
                    lists::questions_ui(ui, state, out);
                },
            );
        }
        Overlay::Review => dialog_with_foot(
            ui,
            text::review_title(),
            (980.0, just_opened),
            out,
            |ui, out| review::review_ui(ui, state, out),
            |ui, out| review::buttons_ui(ui, state, out),
        ),
        Overlay::Search => {
            let title = if state.query.starts_with('>') {
                text::commands_title()
            } else {
                text::search_title()
            };
            // The field takes the focus instead of the title.
            dialog(ui, title, (620.0, false), out, |ui, out| {
                lists::search_ui(ui, state, just_opened, out);
            });
        }
        Overlay::Themes => dialog(
            ui,
            text::themes_title(),
            (460.0, just_opened),
            out,
            |ui, out| {
                lists::themes_ui(ui, state, out);
            },
        ),
        Overlay::ToTraining => dialog(
            ui,
            text::atelier_contact_title(),
            (520.0, just_opened),
            out,
            end::to_training_ui,
        ),
        Overlay::ToWorkshop => dialog(
            ui,
            text::atelier_contact_title(),
            (520.0, just_opened),
            out,
            end::to_workshop_ui,
        ),
        // Drawn above.
        Overlay::Danger | Overlay::Kept | Overlay::Shared | Overlay::Settings => {}
    }
}

/// Empties the fields' own undo when their text is another person's, or was masked.
fn forget_typed(ui: &Ui, state: &State, memory: &mut LayerMemory) {
    let template = state.template();
    let blanks = template.iter().flat_map(|template| template.blanks());
    memory
        .blanks
        .extend(blanks.map(|blank| blanks::field(&blank.name)));
    let now = (state.session.id, state.session.masked);
    if memory.typed == now {
        return;
    }
    memory.typed = now;
    let typed = [review::field(), lists::query_field()].into_iter();
    for id in typed.chain(std::mem::take(&mut memory.blanks)) {
        if let Some(mut field) = TextEditState::load(ui.ctx(), id) {
            field.clear_undoer();
            field.store(ui.ctx(), id);
        }
    }
}

fn title_of(state: &State, id: &crate::domain::ids::PersonaId) -> String {
    state
        .kit
        .persona(id.as_str())
        .map_or_else(String::new, |p| p.name.clone())
}

/// The title of a layer. It takes the focus when the layer opens, so that a screen reader is there;
/// the panel's own keys still act.
pub(super) fn title_ui(ui: &mut Ui, title: &str, font: FontId, color: Color32, opened: bool) {
    let words = RichText::new(widgets::unbreakable(title))
        .font(font)
        .color(color);
    let label = Label::new(words)
        .wrap()
        .sense(Sense::focusable_noninteractive());
    let response = ui.add(label);
    ui.accesskit_node_builder(response.id, |node| {
        node.set_role(accesskit::Role::Heading);
        node.set_label(title);
    });
    if opened {
        response.request_focus();
        ui.data_mut(|d| d.insert_temp(title_id(), response.id));
    }
}

fn title_id() -> Id {
    Id::unique("layer_title")
}

/// Says whether the focus is on the title of a layer, where no key is the widget's own.
pub fn focus_is_on_title(ctx: &Context) -> bool {
    let focused = ctx.memory(eframe::egui::Memory::focused);
    focused.is_some() && ctx.data(|d| d.get_temp::<Id>(title_id())) == focused
}

/// Scrolls what is open with the keys, unless a widget keeps them for itself.
fn scroll_by_keys(ui: &Ui) {
    let free = ui.memory(|m| m.focused().is_none()) || focus_is_on_title(ui.ctx());
    let page = ui.clip_rect().height() * 0.8;
    let by = ui.input(|i| {
        let pressed = |key| f32::from(i.key_pressed(key) && !i.modifiers.any());
        let pages = pressed(Key::PageUp) - pressed(Key::PageDown);
        let lines = pressed(Key::ArrowUp) - pressed(Key::ArrowDown);
        pages * page + if free { lines * 48.0 } else { 0.0 }
    });
    if by.abs() > 0.5 {
        ui.scroll_with_delta(vec2(0.0, by));
    }
}

/// A named dialog with a title, a close button and a body that scrolls if it must.
fn dialog(
    ui: &mut Ui,
    title: &str,
    (width, just_opened): (f32, bool),
    out: &mut Actions,
    add: impl FnOnce(&mut Ui, &mut Actions),
) {
    dialog_with_foot(ui, title, (width, just_opened), out, add, |_, _| {});
}

/// The same with a foot that never scrolls away.
fn dialog_with_foot(
    ui: &mut Ui,
    title: &str,
    (width, just_opened): (f32, bool),
    out: &mut Actions,
    add: impl FnOnce(&mut Ui, &mut Actions),
    foot: impl FnOnce(&mut Ui, &mut Actions),
) {
    let t = tokens();
    // One layer at a time, so one id: a title that changes leaves the field its focus.
    let id = Id::unique("layer");
    let screen = ui.content_rect();
    let width = width.min(screen.width() - 16.0);
    // In a low window (a large zoom) the layer takes all of it.
    let low = screen.height() < 520.0;
    let margin: i8 = if screen.width() < 640.0 || low {
        16
    } else {
        24
    };
    let inner = width - 2.0 * f32::from(margin);
    // The foot never scrolls away, so the body leaves it the height it took the pass before.
    let foot_id = id.with("foot");
    let foot_height: f32 = ui.data(|d| d.get_temp(foot_id)).unwrap_or(0.0);
    let around = 2.0 * f32::from(margin) + t.space.target + 24.0;
    let body_height = (screen.height() - around - foot_height).max(90.0);
    let frame = Frame::new()
        .fill(t.colors.surface)
        .stroke(Stroke::new(t.stroke.hairline, t.colors.edge))
        .corner_radius(radius(t.radius.control))
        .inner_margin(Margin::same(margin));
    let area = Modal::default_area(id)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .accessible_name(title);
    let reply = Modal::new(id)
        .area(area)
        .frame(frame)
        .backdrop_color(t.colors.veil)
        .show(ui, |ui| {
            ui.set_width(inner);
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            let size = if inner < 560.0 {
                t.type_scale.title
            } else {
                t.type_scale.say
            };
            widgets::bar(ui, t.space.row, |ui| {
                if Button::new(Kind::Quiet, text::close())
                    .cap(&text::key_cap(PanelKey::Escape))
                    .small()
                    .show(ui)
                    .clicked()
                {
                    out.push(Action::Dismiss);
                }
                ui.with_layout(
                    eframe::egui::Layout::left_to_right(eframe::egui::Align::Center),
                    |ui| {
                        title_ui(ui, title, fonts::bold(size), t.colors.ink, just_opened);
                    },
                );
            });
            gap(ui, 14.0);
            ScrollArea::vertical()
                .id_salt("layer_body")
                .max_height(body_height)
                .min_scrolled_height(body_height)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                    ui.set_width(inner);
                    scroll_by_keys(ui);
                    add(ui, out);
                });
            let top = ui.cursor().top();
            foot(ui, out);
            let taken = ui.cursor().top() - top;
            if (taken - foot_height).abs() > 0.5 {
                ui.data_mut(|d| d.insert_temp(foot_id, taken));
                ui.ctx().request_discard("the height of a foot changed");
            }
        });
    ui.accesskit_node_builder(id, accesskit::Node::set_modal);
    // Échap is the key map's; here only a click beside the dialog closes it.
    if reply.backdrop_response.clicked() {
        out.push(Action::Dismiss);
    }
}

/// Covers the whole window: danger, shared view, curtain.
pub(super) fn cover(ui: &mut Ui, name: &str, fill: Color32, add: impl FnOnce(&mut Ui)) {
    let id = Id::unique("cover").with(name);
    let rect = ui.content_rect();
    let area = Modal::default_area(id)
        .anchor(Align2::LEFT_TOP, vec2(0.0, 0.0))
        .accessible_name(name);
    Modal::new(id)
        .area(area)
        .frame(Frame::NONE)
        .backdrop_color(fill)
        .show(ui, |ui| {
            let margin = if rect.width() < 640.0 || rect.height() < 520.0 {
                32.0
            } else {
                64.0
            };
            let width = (rect.width() - margin).min(880.0);
            let size = vec2(width, rect.height() - margin);
            let inner = eframe::egui::Rect::from_center_size(rect.center(), size);
            ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(inner), |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                ScrollArea::vertical()
                    .id_salt("cover_body")
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        scroll_by_keys(ui);
                        add(ui);
                    });
            });
        });
    ui.accesskit_node_builder(id, accesskit::Node::set_modal);
}

/// Hides everything until the agent comes back.
pub fn curtain_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let key = text::cap_of(Command::Curtain, &state.settings);
    cover(ui, text::curtain(), t.colors.ground, |ui| {
        gap(ui, ui.available_height() * 0.3);
        widgets::text(
            ui,
            text::curtain(),
            fonts::bold(t.type_scale.lead),
            t.colors.ink,
        );
        gap(ui, 8.0);
        widgets::text(
            ui,
            text::curtain_detail(key.as_str()),
            fonts::regular(t.type_scale.body),
            t.colors.muted,
        );
        gap(ui, 16.0);
        if Button::new(Kind::Choice, text::resume())
            .cap(&key)
            .show(ui)
            .clicked()
        {
            out.push(Action::Curtain);
        }
    });
}
