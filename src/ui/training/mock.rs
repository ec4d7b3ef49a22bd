//! The invented service: its pages, drawn with controls of their own, in the manner that resists.
//!
//! It must never be taken for a real one: its frame says that it is invented. A pointer that is of no use
//! on a page is told at once, and everything is reached and pressed with the keyboard.

use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Id, Key, PointerButton, Pos2, Rect, Response,
    Role, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, accesskit, pos2, vec2,
};

use super::script::{self, Signs};
use crate::domain::training::simulation::Obstacle;
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::{self, focus_ring, gap, paint_icon, radius};
use crate::ui::workshop::keys_of_a_field;

/// How a page is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Manner {
    /// How many times larger than usual.
    pub(super) scale: f32,
    /// Whether it is in the invented script.
    pub(super) script: bool,
    /// Whether the pointer is of no use.
    pub(super) keyboard: bool,
    /// Whether it is on a screen the size of a phone.
    pub(super) small: bool,
}

impl Manner {
    /// As any page.
    pub(super) const PLAIN: Self = Self {
        scale: 1.0,
        script: false,
        keyboard: false,
        small: false,
    };

    /// The manner of an obstacle.
    pub(super) fn of(obstacle: Option<&Obstacle>) -> Self {
        match obstacle {
            Some(Obstacle::UnknownScript) => Self {
                script: true,
                ..Self::PLAIN
            },
            Some(Obstacle::KeyboardOnly { .. }) => Self {
                keyboard: true,
                ..Self::PLAIN
            },
            Some(Obstacle::Magnified) => Self {
                scale: 2.4,
                ..Self::PLAIN
            },
            Some(Obstacle::SmallScreen) => Self {
                small: true,
                ..Self::PLAIN
            },
            _ => Self::PLAIN,
        }
    }

    /// What a screen reader says of words of the page.
    fn spoken(self, words: &str) -> String {
        if self.script {
            script::spoken(words)
        } else {
            words.to_owned()
        }
    }
}

/// Words laid out, readable or not.
enum Laid {
    Words(Arc<Galley>),
    Signs(Signs),
}

impl Laid {
    fn new(ui: &Ui, manner: Manner, words: &str, font: FontId, color: Color32, width: f32) -> Self {
        if manner.script {
            return Self::Signs(script::lay(words, font.size, width));
        }
        let words = widgets::unbreakable(words);
        Self::Words(ui.painter().layout(words, font, color, width))
    }

    fn size(&self) -> eframe::egui::Vec2 {
        match self {
            Self::Words(galley) => galley.size(),
            Self::Signs(signs) => signs.size(),
        }
    }

    fn paint(self, ui: &Ui, at: Pos2, color: Color32) {
        match self {
            Self::Words(galley) => {
                ui.painter().galley(at, galley, color);
            }
            Self::Signs(signs) => signs.paint(ui.painter(), at, color),
        }
    }
}

/// The pen of a page: its manner, and whether the pointer was tried where it is of no use.
pub(super) struct Mock {
    pub(super) manner: Manner,
    pub(super) pointer_tried: bool,
}

impl Mock {
    /// Words of the page.
    pub(super) fn words_ui(
        &self,
        ui: &mut Ui,
        words: &str,
        font: FontId,
        color: Color32,
    ) -> Response {
        let font = FontId::new(font.size * self.manner.scale, font.family);
        let laid = Laid::new(ui, self.manner, words, font, color, ui.available_width());
        let (rect, response) = ui.allocate_exact_size(laid.size(), Sense::hover());
        let spoken = self.manner.spoken(words);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken.clone()));
        laid.paint(ui, rect.min, color);
        response
    }

    /// The title of the page, which takes the focus when the page is turned.
    pub(super) fn title_ui(&self, ui: &mut Ui, words: &str, taken: bool) {
        let t = tokens();
        let font = fonts::bold(t.type_scale.say * self.manner.scale);
        let width = ui.available_width();
        let laid = Laid::new(ui, self.manner, words, font, t.colors.ink, width);
        let size = vec2(width, laid.size().y);
        let (rect, response) = ui.allocate_exact_size(size, Sense::focusable_noninteractive());
        let spoken = self.manner.spoken(words);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken.clone()));
        ui.accesskit_node_builder(response.id, |node| {
            node.set_role(accesskit::Role::Heading);
            node.set_label(spoken.clone());
        });
        laid.paint(ui, rect.min, t.colors.ink);
        if taken {
            response.request_focus();
            // Its beginning alone: a page larger than what one sees begins at its left edge.
            let margin = vec2(24.0, 24.0);
            let begins = Rect::from_min_size(rect.min - margin, margin + vec2(40.0, size.y));
            ui.scroll_to_rect(begins, None);
        }
    }

    /// Something to press.
    pub(super) fn press_ui(&mut self, ui: &mut Ui, words: &str, look: Look) -> bool {
        self.press_named_ui(ui, words, words, look)
    }

    /// The same under another name, where several say the same.
    pub(super) fn press_named_ui(
        &mut self,
        ui: &mut Ui,
        words: &str,
        name: &str,
        look: Look,
    ) -> bool {
        let t = tokens();
        let scale = self.manner.scale;
        let (font, color, fill, edge) = match look {
            Look::Loud => (
                fonts::semibold(t.type_scale.body * scale),
                t.colors.on_accent,
                t.colors.accent,
                t.colors.accent,
            ),
            Look::Row => (
                fonts::regular(t.type_scale.body * scale),
                t.colors.ink,
                t.colors.ground,
                t.colors.line,
            ),
            Look::Link => (
                fonts::regular((t.type_scale.small + 1.0) * scale),
                t.colors.accent,
                t.colors.surface,
                t.colors.surface,
            ),
        };
        let padding = match look {
            Look::Link => vec2(0.0, 5.0) * scale,
            Look::Loud | Look::Row => vec2(16.0, 11.0) * scale,
        };
        let width = ui.available_width();
        let laid = Laid::new(ui, self.manner, words, font, color, width - 2.0 * padding.x);
        let size = laid.size() + 2.0 * padding;
        let least = if look == Look::Link {
            28.0
        } else {
            t.space.target
        };
        let size = vec2(
            if look == Look::Row { width } else { size.x },
            size.y.max(least * scale),
        );
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let spoken = self.manner.spoken(name);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken.clone()));
        let hovered = response.hovered() && !self.manner.keyboard;
        let (fill, edge) = match look {
            Look::Loud if hovered => (t.colors.accent_hover, t.colors.accent_hover),
            Look::Row if hovered => (t.colors.tint, t.colors.edge),
            _ => (fill, edge),
        };
        ui.painter().rect(
            rect,
            radius(t.radius.small),
            fill,
            Stroke::new(t.stroke.hairline, edge),
            StrokeKind::Inside,
        );
        let at = pos2(
            rect.left() + padding.x,
            rect.center().y - laid.size().y / 2.0,
        );
        let under = laid.size().x;
        laid.paint(ui, at, color);
        if look == Look::Link {
            let y = rect.center().y + t.type_scale.body * 0.62 * scale;
            let line = Stroke::new(t.stroke.hairline, t.colors.accent);
            ui.painter().hline(at.x..=at.x + under, y, line);
        }
        focus_ring(ui, &response, rect);
        self.pressed(&response)
    }

    /// Whether it was pressed, in the manner of the page.
    fn pressed(&mut self, response: &Response) -> bool {
        let by_pointer = response.clicked_by(PointerButton::Primary);
        if self.manner.keyboard && by_pointer {
            self.pointer_tried = true;
            return false;
        }
        response.clicked()
    }

    /// A field; says what is typed if it changed, and whether Entrée was pressed in it.
    pub(super) fn field_ui(
        &mut self,
        ui: &mut Ui,
        label: &str,
        typed: &str,
    ) -> (Option<String>, bool) {
        let t = tokens();
        let scale = self.manner.scale;
        let color = t.colors.ink;
        self.words_ui(ui, label, fonts::semibold(t.type_scale.small + 1.0), color);
        gap(ui, 4.0);
        let mut buffer = typed.to_owned();
        let edit = TextEdit::singleline(&mut buffer)
            .id(Id::unique("training").with("field"))
            .font(fonts::regular(t.type_scale.body * scale))
            .char_limit(40)
            .event_filter(keys_of_a_field())
            .margin(vec2(10.0, 8.0) * scale)
            .desired_width(ui.available_width().min(320.0 * scale));
        let response = widgets::in_sight(ui.add(edit)).accessible_name(label);
        if self.manner.keyboard && response.clicked() {
            self.pointer_tried = true;
            response.surrender_focus();
        }
        let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if entered {
            // If it is refused, one is still where one typed.
            response.request_focus();
        }
        (response.changed().then_some(buffer), entered)
    }

    /// What the service says, at once to whoever listens.
    pub(super) fn said_ui(&self, ui: &mut Ui, words: &str) -> Response {
        let t = tokens();
        let scale = self.manner.scale;
        let width = ui.available_width();
        let font = fonts::semibold(t.type_scale.body * scale);
        let line = if self.manner.script {
            script::line(font.size)
        } else {
            ui.fonts_mut(|fonts| fonts.row_height(&font))
        };
        let (margin, icon) = (vec2(14.0, 10.0) * scale, 26.0 * scale);
        let most = width - 2.0 * margin.x - icon;
        let laid = Laid::new(ui, self.manner, words, font, t.colors.amber, most);
        let size = vec2(width, laid.size().y + 2.0 * margin.y);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let (round, ground) = (radius(t.radius.small), t.colors.amber_ground);
        ui.painter().rect_filled(rect, round, ground);
        let left = Rect::from_min_size(rect.min + margin, vec2(18.0 * scale, line));
        paint_icon(ui, left, icons::WARNING, 17.0 * scale, t.colors.amber);
        laid.paint(ui, rect.min + margin + vec2(icon, 0.0), t.colors.amber);
        let spoken = self.manner.spoken(words);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken.clone()));
        ui.accesskit_node_builder(response.id, |node| {
            node.set_live(accesskit::Live::Assertive);
        });
        gap(ui, 14.0 * scale);
        response
    }
}

/// How something to press looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// The button of the page.
    Loud,
    /// One of several.
    Row,
    /// Words with a line under them.
    Link,
}

/// The band at the top of the service: its name, and that it is invented.
pub(super) fn band_ui(ui: &mut Ui, service: &str, corner: u8) {
    let t = tokens();
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 40.0), Sense::hover());
    let name = text::named(service, text::training_invented());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name.clone()));
    let round = CornerRadius {
        nw: corner,
        ne: corner,
        ..CornerRadius::ZERO
    };
    ui.painter().rect_filled(rect, round, t.colors.tint);
    ui.painter().hline(
        rect.x_range(),
        rect.bottom(),
        Stroke::new(t.stroke.hairline, t.colors.line),
    );
    let left = pos2(rect.left() + 16.0, rect.center().y);
    let font = fonts::bold(t.type_scale.body);
    let painter = ui.painter();
    painter.text(left, Align2::LEFT_CENTER, service, font, t.colors.accent);
    let right = pos2(rect.right() - 16.0, rect.center().y);
    let font = fonts::regular(t.type_scale.small);
    let words = text::training_invented();
    painter.text(right, Align2::RIGHT_CENTER, words, font, t.colors.muted);
}
