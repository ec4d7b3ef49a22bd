//! « Imprimer »: what, on what paper, for whom; the page as it will come out; a PDF.

use std::sync::Arc;

use eframe::egui::{
    Color32, ColorImage, Rect, Role, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui,
    UiBuilder, WidgetInfo, accesskit, pos2, vec2,
};

use super::{Pen, back_ui, page, title_ui};
use crate::app::TrainingAction;
use crate::app::training::{PrintAction, printing::KINDS};
use crate::domain::print::Proof;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap};
use crate::ui::workshop::{margin, said, small};

/// Width from which the page stands beside the choices.
const BESIDE: f32 = 820.0;
/// Width of the choices there.
const CHOICES: f32 = 400.0;
/// Least height of the page below the choices.
const LEAST_HEIGHT: f32 = 420.0;
/// Letters of a page that its name begins with, for a screen reader.
const WORDS: usize = 400;

/// The page in view, as the painter holds it.
#[derive(Default)]
pub(super) struct Shown(Option<(Arc<Proof>, TextureHandle)>);

impl std::fmt::Debug for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Shown({:?})", self.0.as_ref().map(|(proof, _)| proof))
    }
}

impl Shown {
    /// Gives the texture of a page, made once.
    fn texture(&mut self, ui: &Ui, proof: &Arc<Proof>) -> Option<&TextureHandle> {
        let known = matches!(&self.0, Some((held, _)) if Arc::ptr_eq(held, proof));
        if !known {
            let size = [proof.width, proof.height];
            // A picture of another size than it says would be drawn askew, or not at all.
            let sound = proof.pixels.len() == 4 * proof.width * proof.height && proof.width > 0;
            self.0 = sound.then(|| {
                let image = ColorImage::from_rgba_premultiplied(size, &proof.pixels);
                let texture = ui.load_texture("proof", image, TextureOptions::LINEAR);
                (proof.clone(), texture)
            });
        }
        self.0.as_ref().map(|(_, texture)| texture)
    }
}

fn push(pen: &mut Pen<'_>, action: PrintAction) {
    pen.push(TrainingAction::Print(action));
}

/// Draws the page.
pub(super) fn printing_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>, shown: &mut Shown) {
    let gutter = margin(body.width());
    if body.width() < BESIDE {
        page(ui, body, "printing", 1320.0, |ui| {
            choices_ui(ui, pen);
            gap(ui, 20.0);
            let height = LEAST_HEIGHT.max(body.height() - 80.0);
            proof_ui(ui, height, pen, shown);
            gap(ui, 24.0);
        });
        return;
    }
    let split = body.left() + gutter + CHOICES;
    // A column has a narrower margin than the window: the words stand under those of the banner.
    let inset = gutter - margin(CHOICES);
    let left = Rect::from_min_max(
        pos2(body.left() + inset, body.top()),
        pos2(split, body.bottom()),
    );
    page(ui, left, "printing", CHOICES, |ui| {
        choices_ui(ui, pen);
        gap(ui, 24.0);
    });
    let right = Rect::from_min_max(
        pos2(split + gutter, body.top() + 16.0),
        pos2(body.right() - gutter, body.bottom() - 16.0),
    );
    ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
        proof_ui(ui, right.height(), pen, shown);
    });
}

/// One choice among several, under its label.
fn choose<T: Clone + PartialEq>(
    ui: &mut Ui,
    label: &str,
    choices: &[(T, String)],
    chosen: &T,
) -> Option<T> {
    let t = tokens();
    let font = fonts::semibold(t.type_scale.small + 1.0);
    widgets::text(ui, label, font, t.colors.ink);
    gap(ui, 6.0);
    let mut pressed = None;
    let group = UiBuilder::new()
        .accessibility_role(Role::RadioGroup)
        .accessibility_label(label);
    ui.scope_builder(group, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for (value, words) in choices {
                let button = Button::new(Kind::Choice, words).small();
                if button.chosen(value == chosen).show(ui).clicked() {
                    pressed = Some(value.clone());
                }
            }
        });
    });
    gap(ui, 18.0);
    pressed
}

/// What, on what paper, for whom.
fn choices_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    gap(ui, 16.0);
    back_ui(ui, text::training_back(), pen);
    gap(ui, 12.0);
    title_ui(ui, text::training_task_printing(), pen);
    gap(ui, 4.0);
    said(ui, text::training_task_printing_detail());
    gap(ui, 20.0);
    let press = pen.state.training.press().clone();
    let kinds: Vec<_> = KINDS
        .iter()
        .map(|kind| (*kind, text::term(*kind).to_owned()))
        .collect();
    if let Some(kind) = choose(ui, text::print_what(), &kinds, &press.order.kind) {
        push(pen, PrintAction::Kind(kind));
    }
    let formats: Vec<_> = press
        .formats()
        .map(|format| (format, text::term(format).to_owned()))
        .collect();
    if let Some(format) = choose(ui, text::print_paper(), &formats, &press.order.format) {
        push(pen, PrintAction::Format(format));
    }
    let personas = press.personas(&pen.state.kit);
    if !personas.is_empty() {
        let mut choices = vec![(None, text::print_all().to_owned())];
        let named = |(id, name): &(&crate::domain::ids::PersonaId, &str)| {
            (Some((*id).clone()), (*name).to_owned())
        };
        choices.extend(personas.iter().map(named));
        if let Some(one) = choose(ui, text::print_whose(), &choices, &press.order.persona) {
            push(pen, PrintAction::Persona(one));
        }
    }
    if press.saving {
        small(ui, text::print_saving());
    } else {
        let save = Button::new(Kind::Loud, text::print_save());
        if save.show(ui).clicked() {
            push(pen, PrintAction::Save);
        }
    }
    gap(ui, 10.0);
    if let Some(trouble) = &press.trouble {
        crate::ui::workshop::urgent(ui, trouble.clone());
        gap(ui, 10.0);
    }
    if let Some(path) = &press.written {
        let told = small(ui, text::print_written(path.display().to_string()));
        ui.accesskit_node_builder(told.id, |node| node.set_live(accesskit::Live::Polite));
        gap(ui, 10.0);
    }
    small(ui, text::print_hint());
}

/// The page as it will come out, and the way to the others.
fn proof_ui(ui: &mut Ui, height: f32, pen: &mut Pen<'_>, shown: &mut Shown) {
    let press = pen.state.training.press().clone();
    let Some(proof) = &press.proof else {
        if press.drawing {
            small(ui, text::print_drawing());
        }
        return;
    };
    turn_ui(ui, press.page, proof.pages, pen);
    gap(ui, 8.0);
    let room = vec2(ui.available_width(), (height - 48.0).max(120.0));
    let (width, tall) = (proof.width as f32, proof.height as f32);
    let Some(texture) = shown.texture(ui, proof).map(TextureHandle::id) else {
        return;
    };
    let scale = (room.x / width).min(room.y / tall);
    let size = vec2(width, tall) * scale;
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter().image(texture, rect, whole, Color32::WHITE);
    let edge = Stroke::new(1.0, tokens().colors.line);
    ui.painter()
        .rect_stroke(rect, 0.0, edge, StrokeKind::Outside);
    let begins: String = proof.words.chars().take(WORDS).collect();
    let name = text::print_proof(press.page + 1, proof.pages, begins);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
}

/// The page in view among the others.
fn turn_ui(ui: &mut Ui, at: usize, pages: usize, pen: &mut Pen<'_>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let mut way = |ui: &mut Ui, words: &str, by: isize, open: bool| {
            let button = Button::new(Kind::Choice, words).small().enabled(open);
            if button.show(ui).clicked() {
                push(pen, PrintAction::Turn(by));
            }
        };
        if pages > 1 {
            way(ui, text::print_before(), -1, at > 0);
        }
        let told = small(ui, text::print_turn(at + 1, pages));
        ui.accesskit_node_builder(told.id, |node| node.set_live(accesskit::Live::Polite));
        if pages > 1 {
            way(ui, text::print_after(), 1, at + 1 < pages);
        }
    });
}
