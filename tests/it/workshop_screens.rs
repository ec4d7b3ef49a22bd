//! The workshop in the window: by keyboard alone, named for assistive technology, at every size.

use std::collections::BTreeSet;

use eframe::egui::accesskit::{Action as Act, Role};
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use reflexe_personas::app::workshop::creating::Step as Screen;
use reflexe_personas::app::workshop::{Asked, Spot, Task, elements};
use reflexe_personas::app::{Action, Overlay, Shape, WorkshopAction};
use reflexe_personas::domain::kit::KitContent;
use reflexe_personas::domain::vocab::ThemeChoice;
use reflexe_personas::domain::workshop::like::Advice;
use reflexe_personas::domain::workshop::{Edit, Element, Field, Kind, Name};

use super::support::{CHORD, Panel, SMALL_STRIP, Stage, WIDE, focused, tab_to};

fn open(stage: Stage) -> Panel {
    let mut panel = stage.open();
    panel.press_with(CHORD, Key::A);
    panel.reshape();
    assert!(panel.state().workshop.shown);
    assert!(panel.state().workshop.content().is_some());
    panel
}

fn content(panel: &Panel) -> &KitContent {
    panel.state().workshop.content().unwrap()
}

fn go(panel: &mut Panel, spot: Spot) {
    panel.act(Action::workshop(WorkshopAction::Go(spot)));
}

fn persona(panel: &Panel, at: usize) -> Element {
    elements(content(panel), Kind::Persona)[at].clone()
}

fn type_text(panel: &mut Panel, text: &str) {
    for letter in text.chars() {
        panel.harness.event(Event::Text(letter.to_string()));
        panel.run();
    }
}

/// Every page, with what it shows.
pub(crate) fn pages(panel: &Panel) -> Vec<Spot> {
    let mut pages = vec![
        Spot::Home,
        Spot::Health,
        Spot::Advanced,
        Spot::Create,
        Spot::Levels,
        Spot::Bench,
        Spot::Try,
        Spot::Map,
        Spot::Prepare,
        Spot::Share,
        Spot::Versions,
        Spot::Files,
        Spot::Remarks,
    ];
    for kind in [
        Kind::Persona,
        Kind::Step,
        Kind::Question,
        Kind::Place,
        Kind::Procedure,
        Kind::Cue,
        Kind::Rule,
        Kind::Link,
        Kind::Family,
        Kind::Source,
        Kind::Manifest,
    ] {
        pages.push(Spot::of_kind(kind));
        let first = elements(content(panel), kind).into_iter().next();
        if let Some(first) = first {
            pages.push(Spot::Sheets(kind, Some(first)));
        }
    }
    pages
}

const INTERACTIVE: &[Role] = &[
    Role::Button,
    Role::CheckBox,
    Role::RadioButton,
    Role::TextInput,
    Role::MultilineTextInput,
    Role::Link,
];

/// What one can act on: role, name, parent.
fn controls(panel: &Panel) -> Vec<(Role, String, String)> {
    let root = panel.harness.root();
    root.children_recursive()
        .map(|node| node.accesskit_node())
        .filter(|node| INTERACTIVE.contains(&node.role()))
        .map(|node| {
            let name = node.label().or_else(|| node.value()).unwrap_or_default();
            let parent = node.parent().map(|parent| format!("{:?}", parent.id()));
            (node.role(), name, parent.unwrap_or_default())
        })
        .collect()
}

#[test]
fn every_control_of_every_page_has_a_name_of_its_own() {
    let mut seen = 0;
    for (size, zoom) in [(WIDE, 100), (WIDE, 200), (SMALL_STRIP, 100)] {
        let mut panel = open(Stage::wide().sized(size).zoom(zoom));
        for page in pages(&panel) {
            go(&mut panel, page.clone());
            panel.reshape();
            let found = controls(&panel);
            assert!(!found.is_empty(), "{page:?}");
            seen += found.len();
            for control in &found {
                let (role, name, _) = control;
                assert!(!name.trim().is_empty(), "{page:?} at {size:?}: {role:?}");
                let twins = found.iter().filter(|other| *other == control).count();
                assert_eq!(twins, 1, "{page:?} at {size:?}: {control:?}");
            }
            assert!(panel.harness.unnamed_widgets().is_empty(), "{page:?}");
        }
    }
    assert!(seen > 800, "{seen}");
}

#[test]
fn tab_reaches_every_control_of_the_pages() {
    let reach = |panel: &Panel| -> BTreeSet<String> {
        let root = panel.harness.root();
        root.children_recursive()
            .map(|node| node.accesskit_node())
            .filter(|node| INTERACTIVE.contains(&node.role()) && !node.is_disabled())
            .filter(|node| node.data().supports_action(Act::Focus))
            .map(|node| format!("{:?}", node.id()))
            .collect()
    };
    for size in [WIDE, SMALL_STRIP] {
        let mut panel = open(Stage::wide().sized(size));
        let step = elements(content(&panel), Kind::Step)[0].clone();
        for page in [
            Spot::Home,
            Spot::Health,
            Spot::Advanced,
            Spot::Prepare,
            Spot::Sheets(Kind::Step, Some(step)),
            Spot::of_kind(Kind::Place),
        ] {
            go(&mut panel, page.clone());
            panel.reshape();
            let wanted = reach(&panel);
            let mut met = BTreeSet::new();
            for _ in 0..wanted.len() + 8 {
                panel.press(Key::Tab);
                let root = panel.harness.root();
                let focused = root
                    .children_recursive()
                    .map(|node| node.accesskit_node())
                    .find(AccessKitNode::is_focused);
                met.extend(focused.map(|node| format!("{:?}", node.id())));
            }
            let missed: Vec<_> = wanted.difference(&met).collect();
            assert!(missed.is_empty(), "{page:?} at {size:?}: {missed:?}");
        }
    }
}

#[test]
fn a_sentence_is_changed_undone_and_kept_with_the_keyboard_alone() {
    let mut panel = open(Stage::wide());
    tab_to(&mut panel, "Adapter nos phrases");
    panel.keys("Entrée");
    assert_eq!(panel.state().workshop.spot(), &Task::Words.spot());
    tab_to(&mut panel, "Réponse précise");
    // One stop for the list: the arrows go through it.
    panel.keys("Bas");
    let second = persona(&panel, 1);
    assert_eq!(panel.state().workshop.spot().element(), Some(&second));
    assert!(focused(&panel).contains("Filet de sécurité"));
    tab_to(&mut panel, "Nom");
    panel.press_with(Modifiers::COMMAND, Key::A);
    type_text(&mut panel, "Ceinture et bretelles !");
    assert!(panel.says("Ceinture et bretelles"));
    let draft = panel.record.lock().unwrap().workshop.clone().unwrap();
    assert!(draft.content.personas[1].name.starts_with("Ceinture"));
    // The card as agents see it follows each letter.
    let shown = panel
        .words()
        .iter()
        .filter(|words| words.contains("Ceinture et bretelles"))
        .count();
    assert!(shown >= 3, "list, sheet and card: {shown}");
    panel.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(content(&panel).personas[1].name, "Filet de sécurité");
    assert_eq!(panel.record.lock().unwrap().workshop, None);
    panel.press_with(CHORD, Key::Z);
    assert!(content(&panel).personas[1].name.starts_with("Ceinture"));
    // Échap leaves the field, then the page, and nothing is lost.
    panel
        .harness
        .get_by_role_and_label(Role::TextInput, "Nom")
        .focus();
    panel.run();
    panel.keys("Échap");
    assert!(panel.state().workshop.spot().element().is_some());
    panel.keys("Échap");
    assert_eq!(panel.state().workshop.spot(), &Spot::Home);
    assert!(panel.says("1 changement"));
    panel.press_with(CHORD, Key::A);
    assert!(!panel.state().workshop.shown);
}

#[test]
fn what_is_wrong_is_said_at_its_field_with_a_cure_and_on_the_page_that_leads_there() {
    let mut panel = open(Stage::wide());
    let card = persona(&panel, 0);
    go(&mut panel, Spot::Sheets(Kind::Persona, Some(card.clone())));
    let essence = Field::new(card, Name::Essence);
    panel.act(Action::workshop(WorkshopAction::Edit(Edit::text(
        essence.clone(),
        "« Les personnes âgées, appelez le 06 39 98 12 34. »",
    ))));
    let checked = panel.state().workshop.checked().clone();
    let found: Vec<_> = checked.of_field(&essence).collect();
    assert!(!found.is_empty());
    for finding in &found {
        for words in [&finding.message, &finding.cure] {
            let words = words.replace('\u{202f}', "\u{a0}");
            assert!(panel.says(&words), "{words}");
        }
    }
    go(&mut panel, Spot::Health);
    let place = essence.label(content(&panel));
    let link = panel
        .harness
        .get_all_by_role(Role::Link)
        .find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with(&place))
        })
        .map(|node| node.click_accesskit());
    assert!(link.is_some());
    panel.run();
    assert_eq!(focused(&panel), "En une phrase");
    panel.keys("Échap Échap");
    assert_eq!(panel.state().workshop.spot(), &Spot::Health);
}

#[test]
fn deleting_says_what_hangs_on_it_and_can_be_undone() {
    let mut panel = open(Stage::wide());
    let before = content(&panel).clone();
    let card = persona(&panel, 0);
    go(&mut panel, Spot::Sheets(Kind::Persona, Some(card.clone())));
    panel.push("Supprimer");
    let Some(Asked::Delete(asked, hanging)) = panel.state().workshop.asked.clone() else {
        panic!("nothing is asked");
    };
    assert_eq!(asked, card);
    assert!(!hanging.is_empty());
    for dependent in &hanging {
        // No line breaks before a closing quotation mark.
        let what = dependent.what.replace('\u{202f}', "\u{a0}");
        assert!(panel.says(&what), "{what}");
    }
    assert_eq!(content(&panel), &before);
    panel.keys("Échap");
    assert_eq!(panel.state().workshop.asked, None);
    panel.push("Supprimer");
    panel.push("Supprimer");
    assert_eq!(content(&panel).personas.len(), before.personas.len() - 1);
    assert!(panel.says("Supprimé"));
    panel.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(content(&panel), &before);
}

#[test]
fn an_address_is_added_by_its_name_then_filled_in() {
    let mut panel = open(Stage::wide().sized(SMALL_STRIP));
    tab_to(&mut panel, "Mettre à jour nos adresses");
    panel.keys("Entrée");
    tab_to(&mut panel, "Ajouter un lieu");
    panel.keys("Entrée");
    // The field has the focus at once.
    type_text(&mut panel, "Maison des services");
    panel.keys("Entrée");
    let places = &content(&panel).places;
    assert_eq!(places.len(), 1);
    assert_eq!(places[0].name, "Maison des services");
    assert_eq!(places[0].id.as_str(), "maison-des-services");
    assert!(panel.says("Horaires"));
    tab_to(&mut panel, "Horaires");
    type_text(&mut panel, "mardi 14 h");
    assert!(content(&panel).places[0].when.contains("mardi"));
    // From the sheet to its list, then home.
    panel.keys("Échap Échap");
    assert_eq!(panel.state().workshop.spot(), &Spot::of_kind(Kind::Place));
    panel.keys("Échap");
    assert_eq!(panel.state().workshop.spot(), &Spot::Home);
}

#[test]
fn a_contact_waits_with_its_way_back_in_sight() {
    let mut panel = Stage::wide().open();
    panel.keys("C1 C2");
    let facts = panel.state().session.interview.facts().clone();
    panel.press_with(CHORD, Key::A);
    assert_eq!(panel.state().overlay, Some(Overlay::ToWorkshop));
    panel.keys("Échap");
    assert!(!panel.state().workshop.shown);
    panel.press_with(CHORD, Key::A);
    panel.push("Ouvrir l’atelier");
    assert!(panel.state().workshop.shown);
    // Nothing of the contact is in sight, and no letter reaches it.
    assert!(!panel.says("Veut confirmer"));
    panel.keys("X T O 1 P");
    assert_eq!(panel.state().session.interview.facts(), &facts);
    panel.push("Retour à l’entretien");
    assert!(!panel.state().workshop.shown);
    assert_eq!(panel.state().session.interview.facts(), &facts);
    assert!(panel.says("Veut confirmer"));
}

#[test]
fn the_strip_unfolds_for_the_workshop_and_folds_again() {
    let mut panel = Stage::phone().open();
    assert_eq!(panel.state().shape, Shape::Strip);
    panel.press_with(CHORD, Key::A);
    assert_eq!(panel.state().shape, Shape::Wide);
    panel.press_with(CHORD, Key::A);
    assert_eq!(panel.state().shape, Shape::Strip);
}

#[test]
fn a_persona_is_created_or_a_card_completed_from_the_same_screen() {
    let mut panel = open(Stage::wide());
    go(&mut panel, Spot::Create);
    let before = content(&panel).clone();
    // What the first card is made of: the screen says so, and offers to complete it.
    let card = &before.personas[1];
    let typical: Vec<String> = card
        .cues
        .iter()
        .filter(|(_, level)| before.levels.probability(*level) >= before.levels.frequent)
        .filter_map(|(id, _)| before.cues.iter().find(|cue| &cue.id == id && cue.scored))
        .map(|cue| cue.short.clone())
        .take(4)
        .collect();
    for short in &typical {
        panel
            .harness
            .get_by_role_and_label(Role::CheckBox, short)
            .click_accesskit();
        panel.run();
    }
    assert!(panel.says("décrit déjà"), "{typical:?}");
    let coverage = panel.state().workshop.creating.coverage.clone().unwrap();
    let Advice::AddTo(id) = coverage.advice else {
        panic!("{coverage:?}");
    };
    let of = |content: &KitContent| {
        let card = content.personas.iter().find(|persona| persona.id == id);
        card.unwrap().say.len()
    };
    panel.push("Ajouter une phrase");
    let spot = panel.state().workshop.spot().clone();
    assert_eq!(spot.element(), Some(&Element::Persona(id.clone())));
    let says = of(content(&panel));
    assert_eq!(says, of(&before) + 1);
    assert_eq!(focused(&panel), format!("À dire {says}"));
    panel.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(content(&panel), &before);
    // The other way: it is a new need.
    go(&mut panel, Spot::Create);
    for short in typical.iter().take(3) {
        panel
            .harness
            .get_by_role_and_label(Role::CheckBox, short)
            .click_accesskit();
        panel.run();
    }
    panel.push("C’est un nouveau besoin");
    tab_to(&mut panel, "Nom");
    type_text(&mut panel, "Double vérification");
    tab_to(&mut panel, "En une phrase");
    type_text(&mut panel, "Je veux en être sûr.");
    panel.push("Continuer");
    assert!(panel.state().workshop.creating.verdict.is_some());
    let told = [
        "On les distingue bien",
        "On les confond parfois",
        "On ne les distingue pas",
    ];
    assert!(told.iter().any(|words| panel.says(words)));
    // Step by step, to the situations that test it.
    panel.push("Continuer pas à pas");
    tab_to(&mut panel, "Une phrase à dire");
    type_text(&mut panel, "« Nous relisons tout. »");
    panel.push("Continuer");
    panel.push("Continuer");
    assert_eq!(panel.state().workshop.creating.step, Screen::Tests);
    let drawn = panel.state().workshop.creating.tests.len();
    assert!(drawn > 0);
    panel.push("Créer la carte");
    assert_eq!(content(&panel).cases.len(), before.cases.len() + drawn);
    assert!(panel.says("Nous relisons tout"));
    assert_eq!(content(&panel).personas.len(), before.personas.len() + 1);
    assert!(panel.says("Double vérification"));
}

#[test]
fn no_task_that_is_not_built_is_shown_and_no_word_of_the_trade() {
    for theme in [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Contrast] {
        let mut panel = open(Stage::wide().look(theme));
        for page in pages(&panel) {
            go(&mut panel, page.clone());
            for words in panel.words() {
                let lower = words.to_lowercase();
                for banned in [
                    "vraisemblance",
                    "matrice",
                    "décibel",
                    "fusion",
                    "lint",
                    ".ron",
                    "préparer un atelier",
                ] {
                    let whole = lower
                        .split(|c: char| !(c.is_alphanumeric() || c == '.' || c == ' '))
                        .any(|part| part.split(' ').any(|word| word == banned) || part == banned);
                    assert!(!whole, "{page:?}: {words}");
                }
            }
        }
    }
}

#[test]
fn what_is_typed_just_before_leaving_a_field_is_kept() {
    let mut panel = open(Stage::wide());
    let card = persona(&panel, 0);
    go(&mut panel, Spot::Sheets(Kind::Persona, Some(card)));
    panel
        .harness
        .get_by_role_and_label(Role::TextInput, "Nom")
        .focus();
    panel.run();
    // All in one pass, as when the machine was busy.
    let raw = panel.harness.input_mut();
    raw.events.push(Event::Text(" bis".to_owned()));
    raw.events.push(Event::Key {
        key: Key::Escape,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    panel.run();
    assert!(content(&panel).personas[0].name.contains(" bis"));
    assert!(panel.state().workshop.spot().element().is_some());
}
