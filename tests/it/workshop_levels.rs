//! The table of levels: what keys do, what is redrawn, what is pasted; by keyboard alone and named.

use eframe::egui::accesskit::Role;
use eframe::egui::{Color32, Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use reflexe_personas::app::action::Effect;
use reflexe_personas::app::update::update;
use reflexe_personas::app::workshop::levels::{Place, Read};
use reflexe_personas::app::workshop::{Levels, Spot};
use reflexe_personas::app::{Action, LevelsAction, WorkshopAction};
use reflexe_personas::domain::kit::{KitContent, Level};
use reflexe_personas::domain::vocab::ThemeChoice;
use reflexe_personas::domain::workshop::About;
use reflexe_personas::domain::workshop::levels::level;
use reflexe_personas::domain::workshop::matrix::{Rows, Sort};
use reflexe_personas::domain::workshop::table::Take;
use reflexe_personas::ui::theme::{Look, tokens::of, tokens::wear};
use reflexe_personas::ui::workshop::heat_color;

use super::support::{CHORD, Panel, SMALL_STRIP, Stage, WIDE, focused, now};

fn open(stage: Stage) -> Panel {
    let mut panel = stage.open();
    panel.press_with(CHORD, Key::A);
    panel.reshape();
    panel.act(Action::workshop(WorkshopAction::Go(Spot::Levels)));
    panel
}

fn levels(panel: &Panel) -> &Levels {
    &panel.state().workshop.levels
}

fn content(panel: &Panel) -> &KitContent {
    panel.state().workshop.content().unwrap()
}

fn act(panel: &mut Panel, action: LevelsAction) {
    panel.act(Action::workshop(WorkshopAction::Levels(action)));
}

/// The level written at a place of the table.
fn written(panel: &Panel, row: usize, column: usize) -> Option<Level> {
    let cell = levels(panel).grid().at(row, column, None).unwrap();
    let personas = &content(panel).personas;
    let persona = personas.iter().find(|p| p.id == cell.persona).unwrap();
    level(persona, &cell.about)
}

fn undos(panel: &Panel) -> usize {
    panel.state().workshop.desk().unwrap().history().len()
}

fn nodes(panel: &Panel, role: Role) -> usize {
    let root = panel.harness.root();
    root.children_recursive()
        .filter(|node| node.accesskit_node().role() == role)
        .count()
}

#[test]
fn a_cell_is_filled_extended_copied_and_undone_with_the_keyboard_alone() {
    let mut panel = open(Stage::wide());
    let before = content(&panel).clone();
    panel.keys("Bas");
    assert_eq!(levels(&panel).cursor(), Place { row: 1, column: 0 });
    let grid = levels(&panel).grid();
    let name = (grid.columns[0].name.clone(), grid.rows[1].label.clone());
    assert!(focused(&panel).contains(&name.0) && focused(&panel).contains(&name.1));
    panel.keys("5");
    assert_eq!(written(&panel, 1, 0), Some(Level::Typical));
    assert!(focused(&panel).contains("typique"), "{}", focused(&panel));
    panel.keys("R");
    assert_eq!(written(&panel, 1, 0), Some(Level::Rare));
    assert_eq!(undos(&panel), 2, "one undo a gesture");
    panel.press_with(Modifiers::SHIFT, Key::ArrowDown);
    panel.press_with(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(levels(&panel).selected(), ((1, 2), (0, 1)));
    panel.keys("4");
    for (row, column) in [(1, 0), (1, 1), (2, 0), (2, 1)] {
        assert_eq!(written(&panel, row, column), Some(Level::Frequent));
    }
    assert_eq!(undos(&panel), 3, "a block is one undo");
    // The block lets go at the first Échap, the page is left at the second.
    panel.keys("Échap");
    assert_eq!(levels(&panel).selected(), ((2, 2), (1, 1)));
    panel.press(Key::Delete);
    assert_eq!(written(&panel, 2, 1), None);
    panel.press(Key::Enter);
    assert_eq!(levels(&panel).cursor(), Place { row: 3, column: 1 });
    panel.press_with(Modifiers::COMMAND, Key::End);
    let grid = levels(&panel).grid();
    let last = Place {
        row: grid.rows.len() - 1,
        column: grid.columns.len() - 1,
    };
    assert_eq!(levels(&panel).cursor(), last);
    let (persona, cue) = (&grid.columns[last.column].name, &grid.rows[last.row].label);
    assert!(focused(&panel).contains(persona.as_str()) && focused(&panel).contains(cue.as_str()));
    for _ in 0..4 {
        panel.press_with(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(content(&panel), &before);
    panel.keys("Échap");
    assert_ne!(panel.state().workshop.spot(), &Spot::Levels);
}

#[test]
fn a_block_copied_is_pasted_elsewhere_and_one_level_fills_what_is_chosen() {
    let mut panel = open(Stage::wide());
    let pick = |row, column| LevelsAction::Pick(Place { row, column }, false);
    act(&mut panel, pick(0, 0));
    act(&mut panel, LevelsAction::Put(Some(Level::P(0.37))));
    act(
        &mut panel,
        LevelsAction::Pick(Place { row: 1, column: 1 }, true),
    );
    let copied = levels(&panel).copied();
    assert!(copied.starts_with("37\u{a0}%\t"), "{copied}");
    let mut state = panel.state().clone();
    let copy = Action::workshop(WorkshopAction::Levels(LevelsAction::Copy));
    let effects = update(&mut state, copy, &now(0));
    assert_eq!(effects, vec![Effect::CopyTable(copied.clone())]);
    act(&mut panel, pick(4, 2));
    let known = undos(&panel);
    // As the clipboard gives it, on the cell that has the focus.
    panel.harness.event(Event::Paste(copied));
    panel.run();
    assert_eq!(written(&panel, 4, 2), Some(Level::P(0.37)));
    assert_eq!(written(&panel, 5, 3), written(&panel, 1, 1));
    assert!(undos(&panel) <= known + 1);
    assert_eq!(levels(&panel).pasting, None);
    act(&mut panel, pick(6, 0));
    act(
        &mut panel,
        LevelsAction::Pick(Place { row: 8, column: 0 }, true),
    );
    act(&mut panel, LevelsAction::Paste("Typique".to_owned()));
    for row in 6..=8 {
        assert_eq!(written(&panel, row, 0), Some(Level::Typical));
    }
}

#[test]
fn a_table_is_shown_before_it_is_taken_and_bad_cells_are_told_with_their_cure() {
    let mut panel = open(Stage::wide());
    panel.push("Coller un tableau");
    let (first, second) = {
        let personas = &content(&panel).personas;
        (personas[0].name.clone(), personas[1].code.clone())
    };
    let cues: Vec<String> = content(&panel)
        .cues
        .iter()
        .take(2)
        .map(|cue| cue.code.clone())
        .collect();
    let table = format!(
        ";{first};{second}\n{};P(0.31);souvent\n{};P(0.32);P(0.33)\n",
        cues[0], cues[1]
    );
    // The field has the focus at once.
    panel.harness.event(Event::Paste(table));
    panel.run();
    let pasting = levels(&panel).pasting.clone().unwrap();
    let Some(Read::Table(pasted)) = &pasting.read else {
        panic!("{pasting:?}");
    };
    assert_eq!((pasted.good.len(), pasted.bad.len()), (3, 1));
    assert_eq!(pasting.changes.len(), 3);
    let told = pasted.bad[0].sentence().replace('\u{202f}', "\u{a0}");
    assert!(told.contains("souvent") && told.contains("On attend"));
    assert!(panel.says(&told), "{told}");
    assert!(panel.says("31\u{a0}%"));
    assert_eq!(undos(&panel), 0, "nothing changes before one agrees");
    panel.push("Prendre les bonnes cases");
    assert_eq!(undos(&panel), 1);
    let about = About::Cue(content(&panel).cues[1].id.clone());
    assert_eq!(
        level(&content(&panel).personas[1], &about),
        Some(Level::P(0.33))
    );
    panel.press_with(Modifiers::COMMAND, Key::Z);
    assert!(!panel.state().workshop.desk().unwrap().is_changed());
    // All or nothing, when asked so.
    act(&mut panel, LevelsAction::OpenPaste);
    let bad = format!(";{first}\n{};souvent\n", cues[0]);
    act(&mut panel, LevelsAction::PasteText(bad));
    act(&mut panel, LevelsAction::TakePaste(Take::All));
    assert_eq!(undos(&panel), 0);
    assert!(
        levels(&panel).pasting.is_some(),
        "what was pasted is still there"
    );
    panel.keys("Échap Échap");
    assert_eq!(levels(&panel).pasting, None);
    assert_eq!(panel.state().workshop.spot(), &Spot::Levels);
}

#[test]
fn an_edit_redraws_its_cell_and_no_row_moves() {
    let mut panel = open(Stage::wide());
    panel.keys("Bas");
    let (persona, cells) = {
        let grid = levels(&panel).grid();
        (
            grid.columns[0].persona.clone(),
            grid.rows.len() * grid.columns.len(),
        )
    };
    act(&mut panel, LevelsAction::Sort(Sort::Persona(persona)));
    let rows = levels(&panel).grid().rows.clone();
    let (layouts, redrawn) = levels(&panel).counts();
    let tall = |panel: &Panel| nodes(panel, Role::Cell);
    let drawn = tall(&panel);
    assert!(
        drawn > 60 && drawn * 3 < cells,
        "{drawn} of {cells}: those in view only"
    );
    // The rarest, where the most frequent stands.
    panel.act(Action::workshop(WorkshopAction::Levels(
        LevelsAction::Pick(Place { row: 0, column: 0 }, false),
    )));
    panel.keys("1 Bas Droite".trim_end_matches(" Droite"));
    assert_eq!(levels(&panel).counts(), (layouts, redrawn + 1));
    assert_eq!(levels(&panel).grid().rows, rows, "no row moves");
    assert_eq!(tall(&panel), drawn);
    for _ in 0..3 {
        panel.keys("Bas");
    }
    assert_eq!(levels(&panel).counts(), (layouts, redrawn + 1));
    // One pass for the key, one for what it changed, and not one more.
    panel.harness.key_press(Key::Num3);
    panel.harness.step();
    panel.harness.step();
    assert_eq!(written(&panel, 4, 0), Some(Level::Possible));
}

#[test]
fn rows_and_columns_are_chosen_and_what_is_left_out_comes_back() {
    let mut panel = open(Stage::wide());
    let all = levels(&panel).grid().clone();
    let family = content(&panel).families[1].clone();
    panel.push("Famille : toutes".replace(" :", "\u{a0}:").as_str());
    panel.push(&family.title);
    let shown = levels(&panel).grid();
    assert!(!shown.rows.is_empty() && shown.rows.len() < all.rows.len());
    assert!(shown.rows.iter().all(|row| row.group == family.title));
    act(&mut panel, LevelsAction::Everything);
    let persona = content(&panel).personas[2].clone();
    act(&mut panel, LevelsAction::Persona(persona.id.clone()));
    assert_eq!(levels(&panel).grid().columns.len(), 1);
    act(&mut panel, LevelsAction::EveryPersona);
    panel.push("Réponses");
    let rows = &levels(&panel).grid().rows;
    assert!(
        rows.iter()
            .all(|row| matches!(row.about, About::Answer(..)))
    );
    assert_eq!(levels(&panel).view().rows, Rows::Answers);
    act(&mut panel, LevelsAction::Find("zzzz".to_owned()));
    assert!(panel.says("Rien ne correspond"));
    panel.push("Tout montrer");
    assert!(!levels(&panel).grid().rows.is_empty());
}

#[test]
fn headings_and_cells_are_named_at_every_size_and_nothing_is_cut() {
    for (size, zoom) in [(WIDE, 100), (WIDE, 200), (SMALL_STRIP, 100)] {
        let mut panel = open(Stage::wide().sized(size).zoom(zoom));
        assert!(panel.harness.unnamed_widgets().is_empty());
        assert!(nodes(&panel, Role::Cell) >= 6, "{size:?} {zoom}");
        assert!(nodes(&panel, Role::ColumnHeader) >= 2);
        assert!(nodes(&panel, Role::RowHeader) >= 3);
        // Wherever one goes, the cell is within the window.
        for _ in 0..6 {
            panel.press(Key::ArrowRight);
        }
        panel.press_with(Modifiers::COMMAND, Key::ArrowDown);
        let name = focused(&panel);
        let node = panel.harness.get_by_role_and_label(Role::Cell, &name);
        let rect = node.rect();
        let screen = panel.harness.ctx.content_rect();
        assert!(screen.contains_rect(rect), "{rect} in {screen} at {zoom}");
        for words in panel.words() {
            assert!(
                !words.ends_with('…') || words.contains("Brouillon"),
                "{words}"
            );
        }
    }
}

#[test]
fn words_are_read_on_every_heat_in_every_look() {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.040_45 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    let light =
        |c: Color32| 0.2126 * linear(c.r()) + 0.7152 * linear(c.g()) + 0.0722 * linear(c.b());
    for (look, least) in [(Look::Light, 4.5), (Look::Dark, 4.5), (Look::Contrast, 7.0)] {
        wear(look);
        let ink = light(of(look).colors.ink);
        let mut before = None;
        for heat in 0..5 {
            let ground = heat_color(heat);
            let (a, b) = (light(ground), ink);
            let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
            assert!(contrast >= least, "{look:?} {heat}: {contrast:.2}");
            assert_ne!(before, Some(ground));
            before = Some(ground);
        }
    }
    wear(Look::Light);
    let mut panel = open(Stage::wide().look(ThemeChoice::Contrast));
    panel.keys("Bas 5");
    assert!(panel.says("typique"));
}
