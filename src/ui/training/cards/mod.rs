//! The library of cards on screen: shelves and search, a list beside the card in hand, the map.
//!
//! Views take the plain data of [`crate::app::training::cards`] and push actions. They must never say
//! a probability as a number, nor open an address.

mod card;
mod list;
mod map;

use eframe::egui::{
    EventFilter, Id, Key, Modifiers, Rect, ScrollArea, Stroke, TextEdit, Ui, pos2, vec2,
};

use crate::app::TrainingAction;
use crate::app::keys::Key as PanelKey;
use crate::app::training::Spot;
use crate::app::training::cards::{self, Card, CardsAction, Leaf, Shelf};
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::tile::{Tile, tiles_ui};
use crate::ui::widgets::{self, gap};
use crate::ui::workshop::{LOW, TWO_PANES, margin, outdent, said};
use crate::ui::{panel, text};

use super::{Pen, page, title_ui};

/// Width of a card as one reads.
const READ: f32 = 680.0;

/// What the library's views remember that is not work.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The row of the list that takes the focus once it is chosen.
    row: Option<Card>,
    /// The card whose rare cues are in view.
    rare: Option<Card>,
}

/// Draws a page of the library.
pub(super) fn cards_ui(
    ui: &mut Ui,
    body: Rect,
    leaf: &Leaf,
    pen: &mut Pen<'_>,
    memory: &mut Memory,
) {
    if memory.row.is_some() {
        // One goes through the list: the focus stays there.
        pen.turned = false;
    }
    arrows_ui(ui, pen);
    match leaf {
        Leaf::Home => home_ui(ui, body, pen, memory),
        Leaf::Map => map::map_ui(ui, body, pen),
        Leaf::Shelf(shelf) => room_ui(ui, body, (*shelf, None), pen, memory),
        Leaf::Card(card) => match card.shelf(&pen.state.kit) {
            Some(shelf) => room_ui(ui, body, (shelf, Some(card)), pen, memory),
            None => page(ui, body, &place(leaf), READ, |ui| {
                gap(ui, 16.0);
                nav_ui(ui, leaf, pen);
                gap(ui, 12.0);
                title_ui(ui, text::fiches_task(), pen);
                gap(ui, 8.0);
                said(ui, text::fiches_gone());
            }),
        },
    }
}

fn go(pen: &mut Pen<'_>, leaf: Leaf) {
    pen.push(TrainingAction::Go(Spot::Cards(leaf)));
}

/// Alt and an arrow, as in a browser.
fn arrows_ui(ui: &Ui, pen: &mut Pen<'_>) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::ALT, key));
    if pressed(Key::ArrowLeft) {
        pen.push(TrainingAction::Back);
    }
    if pressed(Key::ArrowRight) {
        pen.push(TrainingAction::Cards(CardsAction::Forward));
    }
}

/// Back, forward, and the shelves.
fn nav_ui(ui: &mut Ui, leaf: &Leaf, pen: &mut Pen<'_>) {
    let cap = text::key_cap(PanelKey::Escape);
    outdent(ui, 8.0, tokens().space.row, |ui| {
        let back = Button::new(Kind::Quiet, text::training_back());
        if back.cap(&cap).small().show(ui).clicked() {
            pen.push(TrainingAction::Back);
        }
        if pen.state.training.cards.has_future() {
            let forward = Button::new(Kind::Quiet, text::fiches_forward());
            if forward
                .cap(text::fiches_forward_key())
                .small()
                .show(ui)
                .clicked()
            {
                pen.push(TrainingAction::Cards(CardsAction::Forward));
            }
        }
        let all = Button::new(Kind::Quiet, text::fiches_all()).small();
        if *leaf != Leaf::Home && all.show(ui).clicked() {
            go(pen, Leaf::Home);
        }
    });
}

/// The search; Entrée opens the first card found.
fn search_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let t = tokens();
    let mut query = pen.state.training.cards.query.clone();
    let edit = TextEdit::singleline(&mut query)
        .id(Id::unique("fiches_search"))
        .font(fonts::regular(t.type_scale.body))
        .hint_text(text::fiches_search())
        .margin(vec2(12.0, 9.0))
        // Arrows go on to what was found; Échap leaves the field first.
        .event_filter(EventFilter {
            horizontal_arrows: true,
            escape: true,
            ..EventFilter::default()
        })
        .desired_width(ui.available_width());
    let response = widgets::in_sight(ui.add(edit)).accessible_name(text::fiches_search());
    if response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter)) {
        let first = cards::found(pen.state).into_iter().next();
        if let Some(card) = first {
            go(pen, Leaf::Card(card));
        }
    }
    if response.changed() {
        pen.push(TrainingAction::Cards(CardsAction::Search(query)));
    }
}

/// The shelves and the map; or what was found.
fn home_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>, memory: &mut Memory) {
    page(ui, body, "cards", 1320.0, |ui| {
        gap(ui, 16.0);
        nav_ui(ui, &Leaf::Home, pen);
        gap(ui, 12.0);
        title_ui(ui, text::fiches_task(), pen);
        gap(ui, 4.0);
        said(ui, text::fiches_detail());
        gap(ui, 16.0);
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(READ));
            search_ui(ui, pen);
        });
        gap(ui, 20.0);
        if list::is_searching(pen) {
            // A child: the page itself has its width already.
            ui.scope(|ui| {
                ui.set_max_width(ui.available_width().min(READ));
                list::found_ui(ui, None, false, pen, memory);
            });
        } else {
            shelves_ui(ui, pen);
        }
        gap(ui, 24.0);
    });
}

fn shelves_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let mut tiles = Vec::new();
    let mut leaves = Vec::new();
    for shelf in Shelf::ALL {
        let count = shelf.cards(&pen.state.kit).len();
        if count == 0 {
            // Nothing to read there.
            continue;
        }
        let (title, detail) = text::shelf(*shelf);
        tiles.push(Tile {
            title: title.to_owned(),
            detail: detail.to_owned(),
            standing: text::fiches_count(count),
            grave: false,
        });
        leaves.push(Leaf::Shelf(*shelf));
    }
    tiles.push(Tile {
        title: text::fiches_map().to_owned(),
        detail: text::fiches_map_detail().to_owned(),
        standing: String::new(),
        grave: false,
    });
    leaves.push(Leaf::Map);
    let pressed = tiles_ui(ui, &tiles).and_then(|pressed| leaves.get(pressed));
    if let Some(leaf) = pressed {
        go(pen, leaf.clone());
    }
}

/// A page of its own for each: another card begins at its top.
fn place(leaf: &Leaf) -> String {
    format!("cards {leaf:?}")
}

/// The list at the left and the card at the right; one after the other where there is no room.
fn room_ui(
    ui: &mut Ui,
    body: Rect,
    (shelf, chosen): (Shelf, Option<&Card>),
    pen: &mut Pen<'_>,
    memory: &mut Memory,
) {
    let t = tokens();
    let width = body.width();
    let leaf = match chosen {
        None => Leaf::Shelf(shelf),
        Some(card) => Leaf::Card(card.clone()),
    };
    if width < TWO_PANES || body.height() < LOW {
        page(ui, body, &place(&leaf), READ, |ui| {
            gap(ui, 12.0);
            nav_ui(ui, &leaf, pen);
            gap(ui, 10.0);
            match chosen {
                Some(card) => card::card_ui(ui, card, pen, memory),
                None => list::list_ui(ui, (shelf, None), false, pen, memory),
            }
            gap(ui, 24.0);
        });
        return;
    }
    // Side by side there is always a card, the first until another is chosen.
    let first = || {
        let groups = cards::rows(&pen.state.kit, shelf);
        groups.into_iter().flat_map(|(_, cards)| cards).next()
    };
    let card = chosen.cloned().or_else(first);
    let gutter = margin(width);
    let edge = body.left() + if width >= 1240.0 { 376.0 } else { 328.0 };
    let line = Stroke::new(t.stroke.hairline, t.colors.line);
    ui.painter()
        .vline(edge, body.shrink2(vec2(0.0, 16.0)).y_range(), line);
    let pane = |left: f32, right: f32| {
        Rect::from_min_max(
            pos2(left + gutter, body.top() + 12.0),
            pos2(right - gutter + 8.0, body.bottom() - 8.0),
        )
    };
    panel::zone(
        ui,
        pane(body.left(), edge - 8.0),
        text::fiches_list(),
        |ui| {
            nav_ui(ui, &leaf, pen);
            gap(ui, 8.0);
            list::list_ui(ui, (shelf, card.as_ref()), true, pen, memory);
        },
    );
    let Some(card) = card else {
        return;
    };
    let rect = pane(edge, body.right());
    panel::zone(ui, rect, text::fiches_card(), |ui| {
        // Another card begins at its top.
        ScrollArea::vertical()
            .id_salt(("card", card.element().key()))
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                ui.set_width((rect.width() - 12.0).min(READ));
                widgets::scroll_by_page(ui);
                gap(ui, 6.0);
                card::card_ui(ui, &card, pen, memory);
                gap(ui, 32.0);
            });
    });
}
