//! Buttons: one loud kind, quiet ones, and answers that one must not miss.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Color32, Galley, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::{cap_width, focus_ring, paint_cap, paint_icon, radius};
use crate::ui::theme::{fonts, tokens};

/// Width an icon takes before the words.
const ICON_SPACE: f32 = 24.0;

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Filled with the accent: one per state.
    Loud,
    /// A word, underlined by a hairline.
    Quiet,
    /// A framed choice on the page.
    Choice,
    /// A framed choice that is chosen.
    Chosen,
    /// A word alone, coloured for danger.
    Danger,
}

/// A button under construction.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a builder: each is set by a method of its own name"
)]
#[must_use]
pub struct Button<'a> {
    words: &'a str,
    kind: Kind,
    cap: Option<&'a str>,
    cap_first: bool,
    icon: Option<char>,
    width: Option<f32>,
    most: Option<f32>,
    height: f32,
    small: bool,
    enabled: bool,
    wraps: bool,
    selected: Option<bool>,
    name: Option<&'a str>,
}

impl<'a> Button<'a> {
    /// Starts a button with its visible words, which are also its name.
    pub fn new(kind: Kind, words: &'a str) -> Self {
        Self {
            words,
            kind,
            cap: None,
            cap_first: false,
            icon: None,
            width: None,
            most: None,
            height: tokens().space.target,
            small: false,
            enabled: true,
            wraps: false,
            selected: None,
            name: None,
        }
    }

    /// Draws a key cap after the words.
    pub fn cap(mut self, cap: &'a str) -> Self {
        self.cap = (!cap.is_empty()).then_some(cap);
        self
    }

    /// Draws the key cap before the words.
    pub fn cap_first(mut self) -> Self {
        self.cap_first = true;
        self
    }

    /// Draws an icon before the words.
    pub fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Fixes the width.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Bounds the width; words are cut with … beyond.
    pub fn most(mut self, width: f32) -> Self {
        self.most = Some(width);
        self
    }

    /// Sets the height.
    pub fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Makes it a row high, with smaller words.
    pub fn small(mut self) -> Self {
        self.height = tokens().space.row;
        self.small = true;
        self
    }

    /// Makes it one of several, chosen or not; assistive technology hears which.
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.kind = if chosen { Kind::Chosen } else { Kind::Choice };
        self.selected = Some(chosen);
        self
    }

    /// Lets the words take several lines; the button grows with them.
    pub fn wraps(mut self) -> Self {
        self.wraps = true;
        self
    }

    /// Gives it a name that says more than its words.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Greys it out.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let t = tokens();
        let size = if self.small {
            t.type_scale.small + 1.0
        } else {
            t.type_scale.body
        };
        let font = match self.kind {
            Kind::Loud | Kind::Chosen => fonts::semibold(size),
            _ => fonts::regular(size),
        };
        let padding = match self.kind {
            Kind::Quiet | Kind::Danger => 8.0,
            Kind::Loud => 18.0,
            _ => 14.0,
        };
        let color = match self.kind {
            _ if !self.enabled => t.colors.muted,
            Kind::Loud => t.colors.on_accent,
            Kind::Danger => t.colors.red,
            _ => t.colors.ink,
        };
        let cap_space = self
            .cap
            .map_or(0.0, |cap| cap_width(ui, cap).max(20.0) + 10.0);
        let icon_space = self.icon.map_or(0.0, |_| ICON_SPACE);
        let free = self
            .width
            .unwrap_or_else(|| ui.available_width().min(self.most.unwrap_or(f32::INFINITY)))
            .max(cap_space + icon_space + 2.0 * padding + 24.0);
        let width = free - cap_space - icon_space - 2.0 * padding;
        let mut job = if self.wraps {
            LayoutJob::simple(super::unbreakable(self.words), font, color, width)
        } else {
            LayoutJob::simple_singleline(super::unbreakable(self.words), font, color)
        };
        if !self.wraps {
            job.wrap = TextWrapping::truncate_at_width(width);
        }
        let galley = ui.painter().layout_job(job);
        let natural = galley.size().x + cap_space + icon_space + 2.0 * padding;
        let sense = if self.enabled {
            Sense::click()
        } else {
            // Still reached by Tab, so that the reason can be heard.
            Sense::focusable_noninteractive()
        };
        let height = self.height.max(galley.size().y + 2.0 * t.space.unit);
        let (rect, response) =
            ui.allocate_exact_size(vec2(self.width.unwrap_or(natural), height), sense);
        let (words, enabled) = (self.name.unwrap_or(self.words).to_owned(), self.enabled);
        response.widget_info(|| match self.selected {
            Some(chosen) => WidgetInfo::selected(Role::Button, enabled, chosen, words.clone()),
            None => WidgetInfo::labeled(Role::Button, enabled, words.clone()),
        });
        if ui.is_rect_visible(rect) {
            self.paint(ui, &response, galley, color, padding);
        }
        // Out of sight too: what takes the focus comes into sight.
        focus_ring(ui, &response, rect);
        response
    }

    /// Paints its ground, its key cap, its icon and its words.
    fn paint(
        &self,
        ui: &Ui,
        response: &Response,
        galley: Arc<Galley>,
        color: Color32,
        padding: f32,
    ) {
        let t = tokens();
        let rect = response.rect;
        let hovered = response.hovered() && self.enabled;
        let (fill, edge) = match self.kind {
            Kind::Loud if !self.enabled => (t.colors.tint, t.colors.tint),
            Kind::Loud if hovered => (t.colors.accent_hover, t.colors.accent_hover),
            Kind::Loud => (t.colors.accent, t.colors.accent),
            Kind::Choice if hovered => (t.colors.tint, t.colors.edge),
            Kind::Choice => (t.colors.surface, t.colors.line),
            Kind::Chosen => (t.colors.tint, t.colors.accent),
            Kind::Quiet | Kind::Danger if hovered => (t.colors.tint, t.colors.tint),
            Kind::Quiet | Kind::Danger => (
                t.colors.ground.gamma_multiply(0.0),
                t.colors.ground.gamma_multiply(0.0),
            ),
        };
        let painter = ui.painter();
        painter.rect(
            rect,
            radius(t.radius.control),
            fill,
            Stroke::new(t.stroke.hairline, edge),
            StrokeKind::Inside,
        );
        let mut x = rect.left() + padding;
        let y = rect.center().y;
        if let (Some(cap), true) = (self.cap, self.cap_first) {
            x += paint_cap(ui, eframe::egui::pos2(x, y), cap, self.kind == Kind::Loud) + 8.0;
        }
        if let Some(icon) = self.icon {
            let square = eframe::egui::Rect::from_center_size(
                eframe::egui::pos2(x + 8.0, y),
                vec2(16.0, 16.0),
            );
            paint_icon(ui, square, icon, 18.0, color);
            x += ICON_SPACE;
        }
        let height = galley.size().y;
        let width = galley.size().x;
        ui.painter()
            .galley(eframe::egui::pos2(x, y - height / 2.0), galley, color);
        if let (Some(cap), false) = (self.cap, self.cap_first) {
            paint_cap(
                ui,
                eframe::egui::pos2(x + width + 10.0, y),
                cap,
                self.kind == Kind::Loud,
            );
        }
    }
}
