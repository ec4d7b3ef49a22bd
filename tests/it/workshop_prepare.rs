//! « Préparer un atelier » in the window: prepared by keyboard alone, saved, and at every size.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use reflexe_personas::app::workshop::sharing::{Errand, Written};
use reflexe_personas::app::workshop::{PrepareAction, Spot};
use reflexe_personas::app::{Action, WorkshopAction};
use reflexe_personas::domain::training::pack::{DocumentKind, Pack};
use reflexe_personas::domain::training::session::Length;
use reflexe_personas::domain::vocab::Channel;
use reflexe_personas::domain::workshop::{Edit, Element};

use super::support::{CHORD, Panel, SMALL_STRIP, Stage, WIDE, focused, tab_to};

fn workshop(stage: Stage) -> Panel {
    let mut panel = stage.open();
    panel.press_with(CHORD, Key::A);
    panel.reshape();
    panel
}

fn open(stage: Stage) -> Panel {
    let mut panel = workshop(stage);
    panel.act(Action::workshop(WorkshopAction::Go(Spot::Prepare)));
    panel
}

fn prepare(panel: &mut Panel, action: PrepareAction) {
    panel.act(Action::workshop(WorkshopAction::Prepare(action)));
}

/// What would be printed now.
fn pack(panel: &Panel) -> Pack {
    let state = panel.state();
    let content = state.workshop.content().unwrap();
    let preparing = &state.workshop.preparing;
    preparing.pack(state.language(), content, &state.today)
}

fn titles(panel: &Panel) -> Vec<String> {
    let pack = pack(panel);
    pack.of(DocumentKind::AgentCard)
        .map(|one| one.title.clone())
        .collect()
}

/// The packs that were asked to be written.
fn written(panel: &Panel) -> Vec<Pack> {
    let record = panel.record.lock().unwrap();
    let errands = record.errands.iter();
    errands
        .filter_map(|errand| match errand {
            Errand::Write {
                what: Written::Pack(pack),
                ..
            } => Some((**pack).clone()),
            _ => None,
        })
        .collect()
}

#[test]
fn a_workshop_is_prepared_and_saved_with_the_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("atelier.md");
    let mut panel = workshop(Stage::wide());
    tab_to(&mut panel, "Préparer un atelier");
    panel.keys("Entrée");
    assert_eq!(panel.state().workshop.spot(), &Spot::Prepare);
    assert!(focused(&panel).contains("Préparer un atelier"));
    assert_eq!(titles(&panel).len(), 3);
    tab_to(&mut panel, "90");
    panel.keys("Entrée");
    assert_eq!(panel.state().workshop.preparing.length, Length::Ninety);
    assert_eq!(titles(&panel).len(), 5);
    tab_to(&mut panel, "Une personne de plus");
    panel.keys("Entrée");
    assert_eq!(panel.state().workshop.preparing.people, 7);
    tab_to(&mut panel, "Porte-parole");
    panel.keys("Entrée");
    tab_to(&mut panel, "Téléphone");
    panel.keys("Entrée");
    assert_eq!(titles(&panel), ["C’est pour mon père"]);
    tab_to(&mut panel, "Enregistrer en texte…");
    panel.record.lock().unwrap().dialogs = vec![path.clone()];
    panel.keys("Entrée");
    let packs = written(&panel);
    assert_eq!(packs, vec![pack(&panel)]);
    let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
    assert!(text.contains("## C’est pour mon père"));
    assert!(panel.says("Dossier enregistré"));
    panel.keys("Échap");
    assert_eq!(panel.state().workshop.spot(), &Spot::Home);
    // Nothing of it is a change of the kit.
    assert!(panel.record.lock().unwrap().workshop.is_none());
}

/// The names proposed for a pack, as text or as pages.
#[cfg(feature = "paper")]
fn proposed(panel: &Panel) -> Vec<(String, bool)> {
    let record = panel.record.lock().unwrap();
    let errands = record.errands.iter();
    errands
        .filter_map(|errand| match errand {
            Errand::Write { name, what, .. } => {
                Some((name.clone(), matches!(what, Written::Pages(_))))
            }
            _ => None,
        })
        .collect()
}

#[test]
#[cfg(feature = "paper")]
fn the_whole_pack_is_printed_with_the_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("atelier.pdf");
    let mut panel = open(Stage::wide());
    prepare(&mut panel, PrepareAction::Length(Length::Quarter));
    // Both ways are said before one chooses.
    assert!(
        panel.says("fait un PDF de tout le dossier") && panel.says("fait un fichier à retoucher")
    );
    panel.record.lock().unwrap().dialogs = vec![path.clone()];
    tab_to(&mut panel, "Tout imprimer…");
    panel.keys("Entrée");
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-1."));
    assert!(panel.says("PDF enregistré") && panel.says("Ouvrez-le pour l’imprimer"));
    assert_eq!(
        proposed(&panel),
        [("atelier-15-min-2026-11-24.pdf".to_owned(), true)]
    );
    // No dialog on this machine: it is said, and a path typed by hand does as well.
    assert_eq!(focused(&panel), "Tout imprimer…");
    panel.keys("Entrée");
    assert!(!panel.says("PDF enregistré"), "{:?}", panel.words());
    assert!(panel.state().workshop.sharing.files.trouble.is_some());
    let typed = folder.path().join("a-la-main.PDF");
    tab_to(&mut panel, "Fichier du dossier");
    let text = typed.display().to_string();
    panel.harness.event(eframe::egui::Event::Text(text));
    panel.run();
    tab_to(&mut panel, "Enregistrer là");
    panel.keys("Entrée");
    assert!(std::fs::read(&typed).unwrap().starts_with(b"%PDF-1."));
    assert!(panel.says("PDF enregistré"));
    // A disk that refuses says why.
    let nowhere = folder.path().join("absent/atelier.pdf");
    panel.record.lock().unwrap().dialogs = vec![nowhere.clone()];
    panel.push("Tout imprimer…");
    let trouble = panel.state().workshop.sharing.files.trouble.clone();
    assert!(trouble.is_some_and(|why| !why.is_empty()) && !nowhere.exists());
    // As text beside it, under a name of its own.
    panel.push("Enregistrer en texte…");
    let last = proposed(&panel).pop();
    assert_eq!(
        last,
        Some(("atelier-15-min-2026-11-24.md".to_owned(), false))
    );
}

#[test]
fn what_is_chosen_by_hand_stands_until_it_is_given_back() {
    let mut panel = open(Stage::wide());
    let proposed = titles(&panel);
    panel.push("Proposer d’autres scénarios");
    let others = titles(&panel);
    assert_ne!(others, proposed);
    let first = others[0].clone();
    panel.push(&format!("Retirer\u{a0}: {first}"));
    assert_eq!(titles(&panel), others[1..]);
    assert!(panel.says("Votre choix"));
    panel.push("Voir les 20 scénarios");
    panel.push(&format!("Ajouter\u{a0}: {first}"));
    assert_eq!(titles(&panel).last().unwrap(), &first);
    // By hand, and more than the time holds: it is said, and nothing is taken away.
    for title in ["Le carnet", "Plus rien ce mois-ci", "La photo du bail"] {
        if !titles(&panel).iter().any(|one| one == title) {
            panel.push(&format!("Ajouter\u{a0}: {title}"));
        }
    }
    assert!(titles(&panel).len() >= 5);
    assert!(panel.says("Cela dépasse de"));
    panel.push("Revenir à la proposition");
    assert_eq!(titles(&panel), others);
    assert!(!panel.says("Cela dépasse de"));
}

#[test]
fn the_debrief_is_read_before_it_is_printed() {
    let mut panel = open(Stage::wide());
    let title = titles(&panel)[0].clone();
    assert!(!panel.says("L’ordre de parole"));
    panel.push(&format!("Lire le débrief\u{a0}: {title}"));
    assert!(panel.says("L’ordre de parole") && panel.says("Où l’on glisse"));
    panel.push(&format!("Fermer le débrief\u{a0}: {title}"));
    assert!(!panel.says("L’ordre de parole"));
}

#[test]
fn a_choice_that_nothing_goes_with_says_so_and_saves_nothing() {
    let mut panel = open(Stage::wide());
    let persona = panel.state().kit.persona("POR").unwrap().id.clone();
    prepare(&mut panel, PrepareAction::Persona(persona));
    let theme = reflexe_personas::domain::vocab::Theme::Loisirs;
    prepare(&mut panel, PrepareAction::Theme(Some(theme)));
    assert!(panel.says("Aucun scénario ne va avec ce choix"));
    let save = panel
        .harness
        .get_by_role_and_label(Role::Button, "Enregistrer en texte…");
    assert!(save.accesskit_node().is_disabled());
    prepare(&mut panel, PrepareAction::Theme(None));
    prepare(&mut panel, PrepareAction::Channel(Some(Channel::Counter)));
    assert_eq!(titles(&panel), ["Les papiers d’une autre"]);
}

#[test]
fn scenarios_of_what_the_draft_no_longer_has_are_left_out_and_told() {
    let mut panel = open(Stage::wide());
    let persona = Element::Persona(panel.state().kit.persona("ACC").unwrap().id.clone());
    let delete = Edit::Delete(persona);
    panel.act(Action::workshop(WorkshopAction::Edit(delete)));
    assert!(
        panel.says("ils ne sont pas proposés"),
        "{:?}",
        panel.words()
    );
    let all = panel.state().workshop.preparing.shelf.clone().unwrap();
    let content = panel.state().workshop.content().unwrap();
    let playable = panel.state().workshop.preparing.playable(content).len();
    assert_eq!(playable, all.all.len() - 2);
}

#[test]
fn a_kit_without_scenarios_says_where_to_put_some() {
    let mut panel = open(Stage::wide());
    panel.act(Action::workshop(WorkshopAction::Share(
        reflexe_personas::app::workshop::ShareAction::Scenarios(std::sync::Arc::default()),
    )));
    assert!(panel.says("Ce kit n’a pas encore de scénarios"));
    assert!(
        panel
            .harness
            .query_by_label("Enregistrer en texte…")
            .is_none()
    );
}

#[test]
fn a_disk_that_refuses_is_told_and_the_choice_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut panel = open(Stage::wide());
    prepare(&mut panel, PrepareAction::Length(Length::Quarter));
    let before = titles(&panel);
    let nowhere = folder.path().join("absent/atelier.md");
    prepare(&mut panel, PrepareAction::Write(Some(nowhere)));
    assert!(panel.state().workshop.sharing.files.trouble.is_some());
    assert_eq!(titles(&panel), before);
    let there = folder.path().join("atelier.md");
    prepare(&mut panel, PrepareAction::Write(Some(there.clone())));
    assert!(there.exists());
    assert!(panel.state().workshop.sharing.files.trouble.is_none());
}

#[test]
fn nothing_sticks_out_at_any_size() {
    for (size, zoom) in [
        (WIDE, 100),
        (WIDE, 200),
        (SMALL_STRIP, 100),
        (SMALL_STRIP, 200),
    ] {
        let mut panel = open(Stage::wide().sized(size).zoom(zoom));
        panel.reshape();
        prepare(&mut panel, PrepareAction::ShowAll(true));
        assert!(panel.harness.unnamed_widgets().is_empty());
        let root = panel.harness.root();
        let right = root
            .accesskit_node()
            .bounding_box()
            .map_or(f64::MAX, |b| b.x1);
        for node in root.children_recursive() {
            let node = node.accesskit_node();
            if let Some(rect) = node.bounding_box() {
                let label = node.label().or_else(|| node.value());
                assert!(rect.x1 <= right + 1.0, "{label:?} at {size:?}, {zoom} %");
            }
        }
    }
}
