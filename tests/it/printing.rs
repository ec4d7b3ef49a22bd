//! « Imprimer »: the page in view before it is saved, and the file that comes of it.

use eframe::egui::{Key, Role};
use reflexe_personas::app::TrainingAction;
use reflexe_personas::app::training::{PrintAction, Spot};
use reflexe_personas::domain::vocab::{PaperFormat, PrintKind};

use super::support::{CHORD, Panel, Stage};

fn open() -> Panel {
    let mut panel = Stage::wide().open();
    panel.press_with(CHORD, Key::E);
    panel.reshape();
    panel.act(TrainingAction::Go(Spot::Printing).into());
    panel.run();
    panel
}

#[test]
fn the_page_is_seen_before_it_is_saved_and_follows_each_choice() {
    let mut panel = open();
    let proof = |panel: &Panel| panel.state().training.press().proof.clone().unwrap();
    assert_eq!(proof(&panel).pages, panel.state().kit.personas.len());
    // What the page says is in the name of its picture.
    assert!(panel.says("Aperçu, page 1 sur 10"));
    assert!(panel.says("Réponse précise"));
    panel.push("Page suivante");
    assert!(panel.says("Page 2 sur 10"));
    panel.push("Note vierge");
    assert_eq!(proof(&panel).pages, 1);
    assert_eq!(panel.state().training.press().order.kind, PrintKind::Note);
    assert!(!panel.says("Pour qui"));
    // Four on a sheet is for cards alone: the choice gives way, and nothing is refused.
    panel.push("Quatre A6 sur une feuille A4");
    panel.push("Liste des questions");
    let press = panel.state().training.press();
    assert_eq!(press.order.format, PaperFormat::A6);
    assert_eq!(press.trouble, None);
}

#[test]
fn the_pages_are_written_where_the_dialog_says_and_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fiches.pdf");
    let mut panel = open();
    panel.push("Pas à pas");
    panel.record.lock().unwrap().dialogs.push(path.clone());
    panel.push("Enregistrer le PDF…");
    assert!(panel.says("Enregistré"));
    let pdf = std::fs::read(&path).unwrap();
    assert!(pdf.starts_with(b"%PDF-1."));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    // A dialog that says nothing writes nothing, and leaves the page as it was.
    panel.push("Enregistrer le PDF…");
    assert!(!panel.state().training.press().saving);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_comes_after_another_choice_is_not_shown() {
    let mut panel = open();
    let press = panel.state().training.press().clone();
    let late = PrintAction::Drawn(press.order.clone(), 7, Err("trop tard".to_owned()));
    panel.act(TrainingAction::Print(late).into());
    assert_eq!(panel.state().training.press().trouble, None);
    assert!(panel.state().training.press().proof.is_some());
    panel.click(Role::Button, "Quitter l’entraînement");
    assert!(!panel.state().training.shown);
    assert!(panel.state().training.press().proof.is_none());
}
