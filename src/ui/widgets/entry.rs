//! Rows that lead somewhere: one of a list, chosen or not, or a link within a page.
//!
//! They know nothing of personas; they take words and return a response.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Color32, EventFilter, FontId, Galley, Id, Key, Rect, Response, Role, Sense, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{focus_ring, radius, unbreakable};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};

/// Width the words of a row keep, whatever stands at their right.
const LEAST: f32 = 150.0;

/// How it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// A row of a list, chosen or not.
    Row(bool),
    /// A link, underlined.
    Link,
}

/// A row under construction.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Entry<'a> {
    words: &'a str,
    look: Look,
    trailing: &'a str,
    color: Option<Color32>,
    under: &'a str,
    sense: Sense,
}

impl<'a> Entry<'a> {
    /// A row of a list.
    pub fn row(words: &'a str, chosen: bool) -> Self {
        Self {
            words,
            look: Look::Row(chosen),
            trailing: "",
            color: None,
            under: "",
            sense: Sense::click(),
        }
    }

    /// A link on a page.
    pub fn link(words: &'a str) -> Self {
        Self {
            look: Look::Link,
            ..Self::row(words, false)
        }
    }

    /// Small words at the right.
    pub fn beside(mut self, words: &'a str) -> Self {
        self.trailing = words;
        self
    }

    /// A mark at the right, in that colour.
    pub fn marked(mut self, words: &'a str, color: Color32) -> Self {
        self.trailing = words;
        self.color = Some(color);
        self
    }

    /// Small words under the first.
    pub fn under(mut self, words: &'a str) -> Self {
        self.under = words;
        self
    }

    /// What it senses.
    pub fn sense(mut self, sense: Sense) -> Self {
        self.sense = sense;
        self
    }

    /// Its whole name, for those who do not see it.
    fn name(&self) -> String {
        let parts = [self.words, self.trailing, self.under];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        match (parts.as_slice(), self.look) {
            ([first, rest], _) => text::named(*first, *rest),
            (parts, _) => parts.join(", "),
        }
    }

    fn font(&self) -> FontId {
        let size = tokens().type_scale.body;
        match self.look {
            Look::Row(true) => fonts::semibold(size),
            Look::Row(false) | Look::Link => fonts::regular(size),
        }
    }

    fn words_of(&self, ui: &Ui, width: f32) -> Arc<Galley> {
        let t = tokens();
        let (color, underline) = match self.look {
            Look::Row(_) => (t.colors.ink, Stroke::NONE),
            Look::Link => (t.colors.accent, Stroke::new(1.0, t.colors.accent)),
        };
        let format = TextFormat {
            font_id: self.font(),
            color,
            underline,
            ..TextFormat::default()
        };
        let mut job = LayoutJob::single_section(unbreakable(self.words), format);
        job.wrap.max_width = width;
        ui.painter().layout_job(job)
    }

    /// Draws it across the width.
    pub fn show(self, ui: &mut Ui, id: Id) -> Response {
        let t = tokens();
        let width = ui.available_width();
        let is_row = matches!(self.look, Look::Row(_));
        let (left, right) = if is_row { (12.0, 8.0) } else { (0.0, 0.0) };
        let small = fonts::regular(t.type_scale.small);
        let mark = fonts::semibold(t.type_scale.small);
        let (font, color) = match self.color {
            Some(color) => (mark, color),
            None => (small.clone(), t.colors.muted),
        };
        let trailing = ui
            .painter()
            .layout_no_wrap(unbreakable(self.trailing), font, color);
        let taken = if self.trailing.is_empty() {
            0.0
        } else {
            trailing.size().x + 16.0
        };
        // Without room for both, what stands beside stands under.
        let below = taken > 0.0 && width - left - right - taken < LEAST;
        let most = width - left - right - if below { 0.0 } else { taken };
        let words = self.words_of(ui, most.max(60.0));
        let under = ui.painter().layout(
            unbreakable(self.under),
            small,
            t.colors.muted,
            (width - left - right).max(60.0),
        );
        let mut text = words.size().y;
        if below {
            text += trailing.size().y + 2.0;
        }
        if !self.under.is_empty() {
            text += under.size().y + 2.0;
        }
        let height = (text + if is_row { 14.0 } else { 12.0 }).max(t.space.row);
        let (_, rect) = ui.allocate_space(vec2(width, height));
        let response = ui.interact(rect, id, self.sense);
        let name = self.name();
        response.widget_info(|| match self.look {
            Look::Row(chosen) => WidgetInfo::selected(Role::Button, true, chosen, name.clone()),
            Look::Link => WidgetInfo::labeled(Role::Link, true, name.clone()),
        });
        if ui.is_rect_visible(rect) {
            self.ground(ui, &response, rect);
            let top = rect.center().y - text / 2.0;
            let at = rect.left() + left;
            let mut y = top + words.size().y + 2.0;
            let line = words.rows.first().map_or(0.0, |row| row.rect().height());
            ui.painter().galley(pos2(at, top), words, t.colors.ink);
            if below {
                let taken = trailing.size().y;
                ui.painter().galley(pos2(at, y), trailing, color);
                y += taken + 2.0;
            } else if taken > 0.0 {
                let side = rect.right() - right - trailing.size().x;
                let middle = if is_row {
                    rect.center().y
                } else {
                    top + line / 2.0
                };
                let place = pos2(side, middle - trailing.size().y / 2.0);
                ui.painter().galley(place, trailing, color);
            }
            if !self.under.is_empty() {
                ui.painter().galley(pos2(at, y), under, t.colors.muted);
            }
        }
        focus_ring(ui, &response, rect);
        response
    }

    fn ground(&self, ui: &Ui, response: &Response, rect: Rect) {
        let t = tokens();
        let chosen = self.look == Look::Row(true);
        if chosen || response.hovered() {
            ui.painter()
                .rect_filled(rect, radius(t.radius.small), t.colors.tint);
        }
        if chosen {
            let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
            ui.painter().rect_filled(bar, 0.0, t.colors.accent);
        }
    }
}

/// Where an arrow leads from a row in focus of a list that is one stop of the Tab key.
pub fn stepped(ui: &Ui, response: &Response, number: usize, count: usize) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    ui.memory_mut(|m| {
        m.set_focus_lock_filter(
            response.id,
            EventFilter {
                vertical_arrows: true,
                ..Default::default()
            },
        );
    });
    let pressed = |key| ui.input(|i| i.key_pressed(key));
    if pressed(Key::ArrowDown) {
        Some((number + 1).min(count.saturating_sub(1)))
    } else if pressed(Key::ArrowUp) {
        Some(number.saturating_sub(1))
    } else {
        None
    }
}
