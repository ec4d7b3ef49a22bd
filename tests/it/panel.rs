//! The panel by role and name, as assistive technology sees it, and a whole interview by mouse.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key};
use egui_kittest::kittest::Queryable as _;
use reflexe_personas::app::{Moment, Overlay};
use reflexe_personas::domain::kit::KitContent;
use reflexe_personas::domain::study::tally::ENOUGH;

use super::support::{Panel, Stage, WIDE};

fn panel(size: [f32; 2]) -> Panel {
    Stage::wide().sized(size).open()
}

#[test]
fn a_whole_interview_with_the_mouse() {
    let mut panel = panel(WIDE);
    let record = panel.record.clone();
    panel.run();
    panel.click(Role::CheckBox, "Veut confirmer chaque étape");
    panel.click(Role::CheckBox, "Souhaite une preuve");
    panel.click(Role::CheckBox, "Cite son compte en ligne");
    let question = panel.state().question_in_view().unwrap().clone();
    let answer = panel
        .state()
        .kit
        .question(question.as_str())
        .unwrap()
        .answers[0]
        .text
        .clone();
    panel.click(Role::Button, &answer);
    panel.click(Role::Button, "Suivre cette piste");
    assert_eq!(panel.state().moment(), Moment::Accompany);
    for _ in 0..3 {
        panel.click(Role::Button, "Fait, suivante");
    }
    panel.click(Role::Button, "Relire");
    assert_eq!(panel.state().overlay, Some(Overlay::Review));
    panel.click(Role::Button, "Terminé");
    panel.click(Role::Button, "Enregistrer");
    assert_eq!(record.lock().unwrap().saved.len(), 1);
    assert_eq!(record.lock().unwrap().saved[0].steps.len(), 3);
    assert!(panel.state().session.note_left);
    panel.click(Role::Button, "Terminer");
    assert!(panel.state().session.interview.is_blank());
}

#[test]
fn a_whole_interview_with_the_keyboard() {
    let mut panel = panel([1024.0, 640.0]);
    let record = panel.record.clone();
    panel.run();
    for key in [
        Key::C,
        Key::Num1,
        Key::C,
        Key::Num2,
        Key::N,
        Key::Num2,
        Key::Num1,
        Key::Enter,
    ] {
        panel.press(key);
        panel.run();
    }
    assert_eq!(panel.state().moment(), Moment::Accompany);
    for _ in 0..3 {
        panel.press(Key::Space);
        panel.run();
    }
    panel.press_with(egui::Modifiers::COMMAND, Key::E);
    panel.run();
    panel.press(Key::Num1);
    panel.run();
    panel.press(Key::Enter);
    panel.run();
    let copied = record.lock().unwrap().copied.clone();
    assert_eq!(copied.len(), 1);
    assert!(copied[0].contains("Suite\u{a0}: terminé"), "{}", copied[0]);
    assert!(panel.state().session.interview.is_blank());
}

#[test]
fn every_layer_opens_closes_with_escape_and_names_its_inputs() {
    let mut panel = panel(WIDE);
    panel.run();
    for (key, overlay) in [
        (Key::F1, Overlay::Help),
        (Key::F8, Overlay::Danger),
        (Key::F9, Overlay::Shared),
        (Key::T, Overlay::Themes),
        (Key::O, Overlay::Orientation),
        (Key::Q, Overlay::Questions),
        (Key::X, Overlay::Leads),
    ] {
        panel.press(key);
        panel.run();
        assert_eq!(panel.state().overlay, Some(overlay), "{key:?}");
        panel.press(Key::Escape);
        panel.run();
        assert_eq!(panel.state().overlay, None, "{key:?}");
    }
}

#[test]
fn typing_in_the_search_never_triggers_a_key() {
    let mut panel = panel(WIDE);
    panel.run();
    panel.press_with(egui::Modifiers::COMMAND, Key::K);
    panel.run();
    panel.run();
    for key in [Key::M, Key::A, Key::I, Key::L] {
        panel.press(key);
    }
    panel.harness.event(egui::Event::Text("mail".to_owned()));
    panel.run();
    assert_eq!(panel.state().overlay, Some(Overlay::Search));
    assert_eq!(panel.state().query, "mail");
    // What is searched may name somebody: no message for developers has it.
    assert!(!format!("{:?}", panel.state().query).contains("mail"));
    assert!(panel.state().session.interview.is_blank());
    panel.press(Key::Enter);
    panel.run();
    assert_eq!(panel.state().overlay, None);
    assert!(!panel.state().evidence().cues.is_empty());
}

#[test]
fn the_danger_sheet_gives_numbers_and_comes_back() {
    let mut panel = panel([1024.0, 640.0]);
    panel.run();
    panel.click(Role::Button, "Danger");
    panel.harness.get_by_label("3114");
    panel.click(Role::Button, "Fermer");
    assert_eq!(panel.state().overlay, None);
}

#[test]
fn counting_is_off_until_asked_counts_a_followed_lead_and_can_be_erased() {
    let mut panel = panel(WIDE);
    let record = panel.record.clone();
    panel.run();
    let contact = |panel: &mut Panel| {
        panel.click(Role::CheckBox, "Veut confirmer chaque étape");
        panel.click(Role::CheckBox, "Souhaite une preuve");
        panel.click(Role::Button, "Suivre cette piste");
        panel.press_with(egui::Modifiers::CTRL, Key::Enter);
        panel.run();
        panel.press(Key::X);
        panel.run();
        assert!(panel.state().session.interview.is_blank());
    };
    contact(&mut panel);
    assert_eq!(record.lock().unwrap().tally, None);
    panel.press(Key::F6);
    panel.run();
    panel.click(Role::Button, "Commencer à compter");
    panel.press(Key::Escape);
    panel.run();
    for done in 1..=ENOUGH {
        contact(&mut panel);
        let tally = record.lock().unwrap().tally.clone().unwrap();
        assert_eq!(tally.contacts(), done);
    }
    panel.press(Key::F6);
    panel.run();
    panel.click(Role::Button, "Recalibrer");
    let proposal = panel.state().learning.proposal.clone().unwrap();
    let before = &panel.state().kit;
    let level = |content: &KitContent, code: &str| {
        let cue = before.cue(code).unwrap().id.clone();
        let persona = content.personas.iter().find(|p| p.code == "FIL").unwrap();
        let (_, level) = persona.cues.iter().find(|(id, _)| *id == cue).unwrap();
        content.levels.probability(*level)
    };
    assert!(level(&proposal.content, "C1") > level(before.content(), "C1"));
    assert!(level(&proposal.content, "C2") < level(before.content(), "C2"));
    panel.click(Role::Button, "Enregistrer le kit recalé…");
    assert_eq!(record.lock().unwrap().kits.len(), 1);
    panel.click(Role::Button, "Effacer et arrêter");
    assert_eq!(record.lock().unwrap().tally, None);
    assert!(panel.state().learning.tally.is_none());
}

#[test]
fn the_guard_speaks_in_the_note_and_one_key_masks() {
    let mut panel = panel(WIDE);
    let record = panel.record.clone();
    panel.run();
    panel.press_with(egui::Modifiers::CTRL, Key::E);
    panel.run();
    let field = panel.harness.get_by_role(Role::MultilineTextInput);
    field.focus();
    panel.run();
    panel
        .harness
        .get_by_role(Role::MultilineTextInput)
        .type_text("Rappeler au 06 39 98 12 34 demain");
    panel.run();
    assert!(panel.harness.query_by_label_contains("Bloquant").is_some());
    panel.click(Role::Button, "Copier");
    assert!(
        record.lock().unwrap().copied.is_empty(),
        "red does not leave"
    );
    panel.press_with(egui::Modifiers::CTRL, Key::M);
    panel.run();
    assert!(panel.harness.query_by_label_contains("Bloquant").is_none());
    panel.click(Role::Button, "Copier");
    let copied = record.lock().unwrap().copied.clone();
    assert_eq!(copied.len(), 1);
    assert!(copied[0].contains("[téléphone masqué]") && !copied[0].contains("39 98"));
}

#[test]
fn a_letter_typed_just_before_a_key_is_kept() {
    let mut panel = panel(WIDE);
    panel.press_with(egui::Modifiers::CTRL, Key::E);
    panel.harness.get_by_role(Role::MultilineTextInput).focus();
    panel.run();
    // Both in one pass, as when the machine was busy.
    let raw = panel.harness.input_mut();
    raw.events.push(egui::Event::Text("b".to_owned()));
    raw.events.push(egui::Event::Key {
        key: Key::Escape,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    });
    panel.run();
    assert_eq!(panel.state().overlay, None);
    let facts = panel.state().session.interview.facts();
    assert_eq!(facts.free_text, "b");
}
