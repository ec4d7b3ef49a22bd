//! The panel by role and name, as assistive technology sees it, and a whole interview by mouse.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use reflexe_personas::app::action::Format;
use reflexe_personas::app::state::Now;
use reflexe_personas::app::{Action, Moment, Overlay};
use reflexe_personas::domain::guard::VerifiedNote;
use reflexe_personas::domain::kit::KitContent;
use reflexe_personas::domain::note::Note;
use reflexe_personas::domain::study::tally::{ENOUGH, Tally};
use reflexe_personas::store::kit_file;
use reflexe_personas::ui::runner::Services;
use reflexe_personas::ui::{PanelApp, theme};

/// Effects as they would have happened.
#[derive(Debug, Default)]
pub(crate) struct Record {
    copied: Vec<String>,
    saved: Vec<Note>,
    tally: Option<Tally>,
    kits: Vec<KitContent>,
}

struct Recording {
    record: Arc<Mutex<Record>>,
    millis: u64,
}

impl Services for Recording {
    fn now(&self) -> Now {
        Now {
            date: "2026-11-24".to_owned(),
            millis: self.millis,
        }
    }

    fn copy_note(&mut self, _ctx: &egui::Context, note: &VerifiedNote) {
        let text = note.note().to_clipboard_text();
        self.record.lock().unwrap().copied.push(text);
    }

    fn save_note(&mut self, note: &VerifiedNote, _format: Format) -> Result<PathBuf, String> {
        self.record.lock().unwrap().saved.push(note.note().clone());
        Ok(PathBuf::from("note.md"))
    }

    fn save_note_as(&mut self, _ctx: &egui::Context, _note: VerifiedNote, _format: Format) {}

    fn tally_file(&self, kit: &str) -> String {
        format!("decompte-{kit}.json")
    }

    fn load_tally(&mut self, _kit: &str) -> Result<Option<Tally>, String> {
        Ok(self.record.lock().unwrap().tally.clone())
    }

    fn save_tally(&mut self, tally: &Tally) -> Result<(), String> {
        self.record.lock().unwrap().tally = Some(tally.clone());
        Ok(())
    }

    fn erase_tally(&mut self, _kit: &str) -> Result<(), String> {
        self.record.lock().unwrap().tally = None;
        Ok(())
    }

    fn save_kit_as(&mut self, _ctx: &egui::Context, kit: KitContent) {
        self.record.lock().unwrap().kits.push(kit);
    }

    fn poll(&mut self) -> Option<Action> {
        // Keys of a test are far apart: no burst.
        self.millis += 1_000;
        None
    }
}

pub(crate) type Panel = Harness<'static, PanelApp>;

pub(crate) fn panel(size: [f32; 2]) -> (Panel, Arc<Mutex<Record>>) {
    let record = Arc::new(Mutex::new(Record::default()));
    let services = Box::new(Recording {
        record: record.clone(),
        millis: 0,
    });
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let harness = Harness::builder()
        .with_size(size)
        .with_context_setup(theme::install)
        .build_eframe(|_cc| PanelApp::new(kit, false, services));
    (harness, record)
}

fn click(panel: &mut Panel, role: Role, label: &str) {
    panel.get_by_role_and_label(role, label).click();
    panel.run();
}

#[test]
fn a_whole_interview_with_the_mouse() {
    let (mut panel, record) = panel([1366.0, 690.0]);
    panel.run();
    click(&mut panel, Role::CheckBox, "Veut confirmer chaque étape");
    click(&mut panel, Role::CheckBox, "Souhaite une preuve");
    click(&mut panel, Role::CheckBox, "Cite son compte en ligne");
    let question = panel.state().state().question_in_view().unwrap().clone();
    let answer = panel
        .state()
        .state()
        .kit
        .question(question.as_str())
        .unwrap()
        .answers[0]
        .text
        .clone();
    click(&mut panel, Role::Button, &answer);
    click(&mut panel, Role::Button, "Suivre cette piste");
    assert_eq!(panel.state().state().moment(), Moment::Accompany);
    for _ in 0..3 {
        click(&mut panel, Role::Button, "Fait, suivante");
    }
    click(&mut panel, Role::Button, "Relire");
    assert_eq!(panel.state().state().overlay, Some(Overlay::Review));
    click(&mut panel, Role::Button, "Terminé");
    click(&mut panel, Role::Button, "Enregistrer");
    assert_eq!(record.lock().unwrap().saved.len(), 1);
    assert_eq!(record.lock().unwrap().saved[0].steps.len(), 3);
    assert!(panel.state().state().session.note_left);
    click(&mut panel, Role::Button, "Terminer");
    assert!(panel.state().state().session.interview.is_blank());
}

#[test]
fn a_whole_interview_with_the_keyboard() {
    let (mut panel, record) = panel([1024.0, 640.0]);
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
        panel.key_press(key);
        panel.run();
    }
    assert_eq!(panel.state().state().moment(), Moment::Accompany);
    for _ in 0..3 {
        panel.key_press(Key::Space);
        panel.run();
    }
    panel.key_press_modifiers(egui::Modifiers::COMMAND, Key::E);
    panel.run();
    panel.key_press(Key::Num1);
    panel.run();
    panel.key_press(Key::Enter);
    panel.run();
    let copied = record.lock().unwrap().copied.clone();
    assert_eq!(copied.len(), 1);
    assert!(copied[0].contains("Suite\u{a0}: terminé"), "{}", copied[0]);
    assert!(panel.state().state().session.interview.is_blank());
}

#[test]
fn every_layer_opens_closes_with_escape_and_names_its_inputs() {
    let (mut panel, _record) = panel([1366.0, 690.0]);
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
        panel.key_press(key);
        panel.run();
        assert_eq!(panel.state().state().overlay, Some(overlay), "{key:?}");
        panel.key_press(Key::Escape);
        panel.run();
        assert_eq!(panel.state().state().overlay, None, "{key:?}");
    }
}

#[test]
fn typing_in_the_search_never_triggers_a_key() {
    let (mut panel, _record) = panel([1366.0, 690.0]);
    panel.run();
    panel.key_press_modifiers(egui::Modifiers::COMMAND, Key::K);
    panel.run();
    panel.run();
    for key in [Key::M, Key::A, Key::I, Key::L] {
        panel.key_press(key);
    }
    panel.event(egui::Event::Text("mail".to_owned()));
    panel.run();
    assert_eq!(panel.state().state().overlay, Some(Overlay::Search));
    assert_eq!(panel.state().state().query, "mail");
    assert!(panel.state().state().session.interview.is_blank());
    panel.key_press(Key::Enter);
    panel.run();
    assert_eq!(panel.state().state().overlay, None);
    assert!(!panel.state().state().evidence().cues.is_empty());
}

#[test]
fn the_danger_sheet_gives_numbers_and_comes_back() {
    let (mut panel, _record) = panel([1024.0, 640.0]);
    panel.run();
    click(&mut panel, Role::Button, "Danger");
    panel.get_by_label("3114");
    click(&mut panel, Role::Button, "Fermer");
    assert_eq!(panel.state().state().overlay, None);
}

#[test]
fn counting_is_off_until_asked_counts_a_followed_lead_and_can_be_erased() {
    let (mut panel, record) = panel([1366.0, 690.0]);
    panel.run();
    let contact = |panel: &mut Panel| {
        click(panel, Role::CheckBox, "Veut confirmer chaque étape");
        click(panel, Role::CheckBox, "Souhaite une preuve");
        click(panel, Role::Button, "Suivre cette piste");
        panel.key_press_modifiers(egui::Modifiers::CTRL, Key::Enter);
        panel.run();
        panel.key_press(Key::X);
        panel.run();
        assert!(panel.state().state().session.interview.is_blank());
    };
    contact(&mut panel);
    assert_eq!(record.lock().unwrap().tally, None);
    panel.key_press(Key::F6);
    panel.run();
    click(&mut panel, Role::Button, "Commencer à compter");
    panel.key_press(Key::Escape);
    panel.run();
    for done in 1..=ENOUGH {
        contact(&mut panel);
        let tally = record.lock().unwrap().tally.clone().unwrap();
        assert_eq!(tally.contacts(), done);
    }
    panel.key_press(Key::F6);
    panel.run();
    click(&mut panel, Role::Button, "Recalibrer");
    let proposal = panel.state().state().learning.proposal.clone().unwrap();
    let before = &panel.state().state().kit;
    let level = |content: &KitContent, code: &str| {
        let cue = before.cue(code).unwrap().id.clone();
        let persona = content.personas.iter().find(|p| p.code == "FIL").unwrap();
        let (_, level) = persona.cues.iter().find(|(id, _)| *id == cue).unwrap();
        content.levels.probability(*level)
    };
    assert!(level(&proposal.content, "C1") > level(before.content(), "C1"));
    assert!(level(&proposal.content, "C2") < level(before.content(), "C2"));
    click(&mut panel, Role::Button, "Enregistrer le kit recalé…");
    assert_eq!(record.lock().unwrap().kits.len(), 1);
    click(&mut panel, Role::Button, "Effacer et arrêter");
    assert_eq!(record.lock().unwrap().tally, None);
    assert!(panel.state().state().learning.tally.is_none());
}

#[test]
fn the_guard_speaks_in_the_note_and_one_key_masks() {
    let (mut panel, record) = panel([1366.0, 690.0]);
    panel.run();
    panel.key_press_modifiers(egui::Modifiers::CTRL, Key::E);
    panel.run();
    let field = panel.get_by_role(Role::MultilineTextInput);
    field.focus();
    panel.run();
    panel
        .get_by_role(Role::MultilineTextInput)
        .type_text("Rappeler au 06 39 98 12 34 demain");
    panel.run();
    assert!(panel.query_by_label_contains("Bloquant").is_some());
    click(&mut panel, Role::Button, "Copier");
    assert!(
        record.lock().unwrap().copied.is_empty(),
        "red does not leave"
    );
    panel.key_press_modifiers(egui::Modifiers::CTRL, Key::M);
    panel.run();
    assert!(panel.query_by_label_contains("Bloquant").is_none());
    click(&mut panel, Role::Button, "Copier");
    let copied = record.lock().unwrap().copied.clone();
    assert_eq!(copied.len(), 1);
    assert!(copied[0].contains("[téléphone masqué]") && !copied[0].contains("39 98"));
}
