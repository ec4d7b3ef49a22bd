//! Remarks on the texts of the kit: never from inside a contact, nothing about a person, read at the text.
#![expect(
    clippy::disallowed_methods,
    reason = "a test looks at the files themselves"
)]

use std::fs;
use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key};
use egui_kittest::kittest::NodeT as _;
use reflexe_personas::app::remarks::{RemarkAction, Sent, texts};
use reflexe_personas::app::workshop::sharing::{OursAnswer, ShareAction};
use reflexe_personas::app::workshop::{Asked, Spot};
use reflexe_personas::app::{Action, Overlay, WorkshopAction};
use reflexe_personas::domain::guard::GuardLexicon;
use reflexe_personas::domain::ids::PersonaId;
use reflexe_personas::domain::remark::{Left, Remark, Unfit, Week};
use reflexe_personas::domain::workshop::{Element, Field, Name};
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::remarks::{self, FOLDER};

use super::support::{Panel, SMALL_STRIP, Stage, WIDE, tab_to};

fn stage(folder: &Path) -> Stage {
    let mut stage = Stage::wide();
    stage.settings.published_folder = Some(folder.to_owned());
    stage
}

fn card(panel: &Panel) -> PersonaId {
    panel.state().kit.personas[0].id.clone()
}

fn remark(panel: &mut Panel, action: RemarkAction) {
    panel.act(Action::Remark(action));
}

fn type_text(panel: &mut Panel, text: &str) {
    for letter in text.chars() {
        panel.harness.event(Event::Text(letter.to_string()));
        panel.run();
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder.join(FOLDER)) else {
        return Vec::new();
    };
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// Leaves a remark as another machine would.
fn left(folder: &Path, panel: &Panel, text: &str) {
    let field = Field::new(Element::Persona(card(panel)), Name::Essence);
    let (kit, week) = (&panel.state().kit.id, Week::of("2026-11-24"));
    let made = Remark::new(kit, &field, text, week, &GuardLexicon::default()).unwrap();
    let where_to = remarks::leave(&RealDisk, Some(folder), None, &made).unwrap();
    assert_eq!(where_to, Left::Shared);
}

#[test]
fn a_remark_is_left_from_a_card_with_the_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut panel = stage(folder.path()).open();
    let persona = card(&panel);
    panel.act(Action::Open(Overlay::Card(persona)));
    tab_to(&mut panel, "Une remarque sur cette carte");
    panel.keys("Entrée");
    tab_to(&mut panel, "Sur quel texte\u{a0}: À éviter");
    panel.keys("Entrée");
    tab_to(&mut panel, "Ce qui ne va pas");
    type_text(&mut panel, "Trop long pour être dit");
    assert!(panel.says("117 caractères au plus"));
    tab_to(&mut panel, "Laisser la remarque");
    panel.keys("Entrée");
    assert!(panel.says("Merci\u{a0}: la remarque est laissée à qui tient le kit."));
    let all = files(folder.path());
    assert_eq!(all.len(), 1);
    let text = fs::read_to_string(&all[0]).unwrap();
    assert!(
        text.contains("Trop long pour être dit") && text.contains("/avoid"),
        "{text}"
    );
    assert!(all[0].to_str().unwrap().contains("remarque-2026-S48-"));
    // What is typed and not left goes with the layer.
    tab_to(&mut panel, "Une remarque sur cette carte");
    panel.keys("Entrée");
    assert!(panel.state().remarks.writing.is_some());
    panel.press(Key::Escape);
    assert_eq!(panel.state().overlay, None);
    assert_eq!(panel.state().remarks.writing, None);
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn no_remark_is_left_from_inside_a_contact() {
    let folder = tempfile::tempdir().unwrap();
    let mut panel = stage(folder.path()).open();
    let persona = card(&panel);
    panel.act(Action::Open(Overlay::Card(persona.clone())));
    remark(&mut panel, RemarkAction::Begin(persona.clone()));
    remark(&mut panel, RemarkAction::Type("Trop long".to_owned()));
    // Somebody comes: what was being written is gone, and nothing can be left.
    let cue = panel.state().kit.cues[0].id.clone();
    panel.act(Action::CycleCue(cue));
    assert_eq!(panel.state().remarks.writing, None);
    panel.act(Action::Open(Overlay::Card(persona.clone())));
    assert!(!panel.says("Une remarque sur cette carte"));
    for action in [
        RemarkAction::Begin(persona),
        RemarkAction::Type("Trop long".to_owned()),
        RemarkAction::Leave,
    ] {
        remark(&mut panel, action);
    }
    assert_eq!(panel.state().remarks.writing, None);
    // Put aside, it is under way all the same.
    panel.act(Action::Dismiss);
    panel.act(Action::Pause);
    assert!(!panel.state().may_remark());
    assert_eq!(files(folder.path()), Vec::<PathBuf>::new());
}

#[test]
fn what_is_about_a_person_is_refused_or_masked() {
    let folder = tempfile::tempdir().unwrap();
    let mut panel = stage(folder.path()).open();
    let persona = card(&panel);
    panel.act(Action::Open(Overlay::Card(persona.clone())));
    remark(&mut panel, RemarkAction::Begin(persona));
    let unfit = |panel: &Panel| panel.state().remarks.writing.clone().unwrap().unfit;
    let mut masked = 0;
    for text in [
        "Rappeler au 06 39 98 12 34",
        "Mme Exemple n’a pas compris",
        "exemple@example.org n’a pas compris",
        "  ",
    ] {
        remark(&mut panel, RemarkAction::Type(text.to_owned()));
        remark(&mut panel, RemarkAction::Leave);
        let why = unfit(&panel).unwrap_or_else(|| panic!("{text} was left"));
        assert!(panel.says(&why.to_string()));
        if let Unfit::Orange(_, words) = why {
            masked += 1;
            panel.push("Masquer");
            assert_eq!(panel.state().remarks.writing.clone().unwrap().text, words);
            assert_eq!(unfit(&panel), None);
        } else {
            assert!(!panel.says("Masquer"), "{text}");
        }
        assert_eq!(files(folder.path()), Vec::<PathBuf>::new(), "{text}");
    }
    assert!(masked > 0);
    remark(&mut panel, RemarkAction::Type("Trop long".to_owned()));
    remark(&mut panel, RemarkAction::Leave);
    assert_eq!(panel.state().remarks.sent, Some(Sent::Left(Left::Shared)));
}

#[test]
fn a_share_that_does_not_answer_is_told_and_what_was_typed_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut panel = stage(&folder.path().join("parti")).open();
    let persona = card(&panel);
    panel.act(Action::Open(Overlay::Card(persona.clone())));
    remark(&mut panel, RemarkAction::Begin(persona));
    remark(&mut panel, RemarkAction::Type("Trop long".to_owned()));
    remark(&mut panel, RemarkAction::Leave);
    // Here there is no folder of the program's own: it is left nowhere, and told.
    assert!(matches!(panel.state().remarks.sent, Some(Sent::Failed(_))));
    assert_eq!(
        panel.state().remarks.writing.clone().unwrap().text,
        "Trop long"
    );
    assert!(!folder.path().join("parti").exists());
    let silent = OursAnswer::Left(Err("Ce dossier ne répond pas.".to_owned()));
    panel.act(Action::workshop(WorkshopAction::Share(ShareAction::Ours(
        Box::new(silent),
    ))));
    assert!(panel.says("Ce dossier ne répond pas."));
}

#[test]
fn remarks_stand_at_their_text_and_are_read_and_erased_in_the_workshop() {
    let folder = tempfile::tempdir().unwrap();
    let mut panel = stage(folder.path()).open();
    left(folder.path(), &panel, "Personne ne dit ça ici");
    left(folder.path(), &panel, "Dire « papier » plutôt");
    panel.act(Action::workshop(WorkshopAction::Toggle));
    panel.reshape();
    let sheet = Spot::Sheets(
        reflexe_personas::domain::workshop::Kind::Persona,
        Some(Element::Persona(card(&panel))),
    );
    panel.act(Action::workshop(WorkshopAction::Go(sheet)));
    assert!(panel.says("Remarque\u{a0}: «\u{202f}Personne ne dit ça ici\u{202f}»"));
    panel.act(Action::workshop(WorkshopAction::Go(Spot::Home)));
    tab_to(&mut panel, "Remarques de l’équipe");
    panel.keys("Entrée");
    assert_eq!(panel.state().workshop.spot(), &Spot::Remarks);
    assert!(panel.says("Semaine 48 de 2026"));
    let first = panel.state().remarks.standing[0].clone();
    let name = |words: &str| format!("{words}\u{a0}: 1, {}", first.remark.text());
    tab_to(&mut panel, &name("Lue"));
    panel.keys("Entrée");
    assert_eq!(panel.state().remarks.unread(), 1);
    assert!(panel.says("Lues"));
    assert!(
        files(folder.path())
            .iter()
            .any(|path| path.to_str().unwrap().contains("/lue-"))
    );
    // A second yes, and Échap is a no.
    let read = panel.state().remarks.standing[1].clone();
    panel.act(Action::workshop(WorkshopAction::Ask(Asked::EraseRemark(
        read.path.clone(),
    ))));
    assert!(panel.says("Effacer cette remarque\u{202f}?"));
    panel.press(Key::Escape);
    assert_eq!(files(folder.path()).len(), 2);
    panel.act(Action::workshop(WorkshopAction::Ask(Asked::EraseRemark(
        read.path.clone(),
    ))));
    tab_to(&mut panel, "Effacer");
    panel.keys("Entrée");
    assert!(!read.path.exists());
    assert_eq!(panel.state().remarks.standing.len(), 1);
    tab_to(&mut panel, "Voir le texte");
    panel.keys("Entrée");
    assert!(matches!(panel.state().workshop.spot(), Spot::Sheets(..)));
}

/// The workshop on remarks that were left.
pub(super) fn with_remarks(stage: Stage, folder: &Path) -> Panel {
    let mut stage = stage;
    stage.settings.published_folder = Some(folder.to_owned());
    let mut panel = stage.open();
    if files(folder).is_empty() {
        left(
            folder,
            &panel,
            "Personne ne dit ça ici : « C’est l’appareil qui refuse » passe mieux.",
        );
        left(folder, &panel, "Dire « papier » plutôt que « formulaire ».");
    }
    panel.act(Action::workshop(WorkshopAction::Toggle));
    panel.reshape();
    panel.act(Action::workshop(WorkshopAction::Go(Spot::Remarks)));
    panel
}

#[test]
fn every_control_about_remarks_has_a_name_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    for (size, zoom) in [(WIDE, 100), (WIDE, 200), (SMALL_STRIP, 100)] {
        let page = with_remarks(Stage::wide().sized(size).zoom(zoom), folder.path());
        let mut layer = stage(folder.path()).sized(size).zoom(zoom).open();
        let persona = card(&layer);
        assert!(texts(layer.state(), &persona).len() > 4);
        layer.act(Action::Open(Overlay::Card(persona.clone())));
        remark(&mut layer, RemarkAction::Begin(persona));
        for panel in [page, layer] {
            let root = panel.harness.root();
            let mut names: Vec<(String, String)> = root
                .children_recursive()
                .map(|node| node.accesskit_node())
                .filter(|node| {
                    matches!(
                        node.role(),
                        Role::Button | Role::TextInput | Role::MultilineTextInput
                    )
                })
                .map(|node| {
                    let parent = node.parent().map(|parent| format!("{:?}", parent.id()));
                    let name = node.label().or_else(|| node.value()).unwrap_or_default();
                    (name, parent.unwrap_or_default())
                })
                .collect();
            assert!(names.iter().all(|(name, _)| !name.trim().is_empty()));
            names.sort();
            let count = names.len();
            names.dedup();
            assert_eq!(names.len(), count, "{size:?} {names:?}");
        }
    }
}
