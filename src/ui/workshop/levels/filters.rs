//! Which rows and columns are shown, and in which order.

use eframe::egui::{Id, ScrollArea, TextEdit, Ui, vec2};

use crate::app::workshop::LevelsAction;
use crate::app::workshop::levels::Menu;
use crate::domain::workshop::Element;
use crate::domain::workshop::matrix::{Rows, Sort};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, gap};

use super::super::field::keys_of_a_field;
use super::super::{Pen, small};
use super::act;

/// Draws every choice, the one that is open under the others.
pub(super) fn filters_ui(ui: &mut Ui, roomy: bool, pen: &mut Pen<'_>) {
    let view = pen.workshop.levels.view().clone();
    let menu = pen.workshop.levels.menu;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        find_ui(ui, &view.text, roomy, pen);
        for (rows, words) in [
            (Rows::Cues, text::niveaux_cues()),
            (Rows::Answers, text::niveaux_answers()),
            (Rows::Both, text::niveaux_both()),
        ] {
            let chosen = view.rows == rows;
            if choice(ui, words, chosen) && !chosen {
                act(pen, LevelsAction::Rows(rows));
            }
        }
        let family = view.family.as_ref().map_or_else(
            || text::niveaux_family_all().to_owned(),
            |id| Element::Family(id.clone()).title(pen.content),
        );
        menu_ui(ui, &text::niveaux_family(family), Menu::Family, menu, pen);
        let personas = text::niveaux_personas(view.personas.len());
        menu_ui(ui, &personas, Menu::Personas, menu, pen);
        let order = text::niveaux_order(order(&view.sort, pen));
        menu_ui(ui, &order, Menu::Sort, menu, pen);
        if choice(ui, text::niveaux_unwritten(), view.unwritten) {
            act(pen, LevelsAction::Unwritten(!view.unwritten));
        }
    });
    let open = match menu {
        Some(Menu::Family) => family_choices,
        Some(Menu::Personas) => persona_choices,
        Some(Menu::Sort) => sort_choices,
        Some(Menu::All) | None => return,
    };
    gap(ui, 8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        open(ui, roomy, pen);
    });
}

/// The same in place of the table, where there is little room.
pub(super) fn page_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    ScrollArea::vertical()
        .id_salt("levels-filters")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            ui.set_width(ui.available_width() - 8.0);
            filters_ui(ui, false, pen);
            gap(ui, 16.0);
            small(ui, text::niveaux_keys());
            gap(ui, 16.0);
        });
}

fn choice(ui: &mut Ui, words: &str, chosen: bool) -> bool {
    Button::new(Look::Choice, words)
        .small()
        .chosen(chosen)
        .show(ui)
        .clicked()
}

fn menu_ui(ui: &mut Ui, words: &str, menu: Menu, open: Option<Menu>, pen: &mut Pen<'_>) {
    let is_open = open == Some(menu);
    let shut = open.map(|_| Menu::All).filter(|_| !is_roomy(ui));
    if choice(ui, words, is_open) {
        let next = if is_open { shut } else { Some(menu) };
        act(pen, LevelsAction::Menu(next));
    }
}

fn is_roomy(ui: &Ui) -> bool {
    let size = ui.content_rect().size();
    size.x >= super::ROOMY && size.y >= super::LOW
}

/// Closes a choice once it is made; where there is little room the others stay in view.
fn done(roomy: bool, pen: &mut Pen<'_>) {
    let menu = if roomy { None } else { Some(Menu::All) };
    act(pen, LevelsAction::Menu(menu));
}

fn find_ui(ui: &mut Ui, typed: &str, roomy: bool, pen: &mut Pen<'_>) {
    let t = tokens();
    let mut words = typed.to_owned();
    let width = if roomy { 250.0 } else { ui.available_width() };
    let edit = TextEdit::singleline(&mut words)
        .id(Id::unique("niveaux_find"))
        .font(fonts::regular(t.type_scale.small + 1.0))
        .hint_text(text::atelier_filter())
        .margin(vec2(10.0, 6.0))
        .event_filter(keys_of_a_field())
        .desired_width(width - 20.0);
    let response = widgets::in_sight(ui.add(edit)).accessible_name(text::niveaux_find());
    if response.changed() && words != typed {
        act(pen, LevelsAction::Find(words));
    }
}

fn order(sort: &Sort, pen: &Pen<'_>) -> String {
    match sort {
        Sort::Kit => text::niveaux_order_kit().to_owned(),
        Sort::Label => text::niveaux_order_label().to_owned(),
        Sort::Telling => text::niveaux_order_telling().to_owned(),
        Sort::Persona(id) => {
            text::niveaux_order_persona(Element::Persona(id.clone()).title(pen.content))
        }
    }
}

fn family_choices(ui: &mut Ui, roomy: bool, pen: &mut Pen<'_>) {
    let shown = pen.workshop.levels.view().family.clone();
    if choice(ui, text::niveaux_all_families(), shown.is_none()) {
        act(pen, LevelsAction::Family(None));
        done(roomy, pen);
    }
    for family in &pen.content.families {
        let chosen = shown.as_ref() == Some(&family.id);
        if choice(ui, &family.title, chosen) {
            let action = LevelsAction::Family(Some(family.id.clone()));
            pen.out.push(crate::app::Action::workshop(
                crate::app::WorkshopAction::Levels(action),
            ));
            done(roomy, pen);
        }
    }
}

fn persona_choices(ui: &mut Ui, _roomy: bool, pen: &mut Pen<'_>) {
    let shown = pen.workshop.levels.view().personas.clone();
    if choice(ui, text::niveaux_all_personas(), shown.is_empty()) {
        act(pen, LevelsAction::EveryPersona);
    }
    for persona in &pen.content.personas {
        if choice(ui, &persona.name, shown.contains(&persona.id)) {
            act(pen, LevelsAction::Persona(persona.id.clone()));
        }
    }
}

fn sort_choices(ui: &mut Ui, roomy: bool, pen: &mut Pen<'_>) {
    let now = pen.workshop.levels.view().sort.clone();
    let mut all = vec![Sort::Kit, Sort::Label, Sort::Telling];
    if matches!(now, Sort::Persona(_)) {
        all.push(now.clone());
    } else if let Some(head) = {
        let levels = &pen.workshop.levels;
        levels.grid().columns.get(levels.cursor().column)
    } {
        all.push(Sort::Persona(head.persona.clone()));
    }
    for sort in all {
        if choice(ui, &order(&sort, pen), sort == now) {
            act(pen, LevelsAction::Sort(sort));
            done(roomy, pen);
        }
    }
}
