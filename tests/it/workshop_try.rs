//! « Essayer »: the interview on the draft, by keyboard, with nothing of it left anywhere.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use reflexe_personas::app::action::SettingChange;
use reflexe_personas::app::command::Command;
use reflexe_personas::app::state::State;
use reflexe_personas::app::update::update;
use reflexe_personas::app::workshop::Spot;
use reflexe_personas::app::{Action, Overlay, WorkshopAction};
use reflexe_personas::domain::bench;
use reflexe_personas::domain::note::NoteFormat;
use reflexe_personas::domain::study::tally::Tally;
use reflexe_personas::domain::validate::admit;
use reflexe_personas::domain::vocab::{Language, ThemeChoice};
use reflexe_personas::domain::workshop::{Edit, Element, Field, Name};
use reflexe_personas::store::kit_file;

use super::support::{CHORD, Panel, Record, SMALL_STRIP, Stage, WIDE, now};

fn open(stage: Stage) -> Panel {
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let tally = Tally::new(&kit, "2026-11-24");
    let left = Record {
        tally: Some(tally),
        ..Record::default()
    };
    let mut panel = stage.open_after(kit, left);
    panel.press_with(CHORD, Key::A);
    panel.reshape();
    panel.act(Action::workshop(WorkshopAction::Go(Spot::Try)));
    assert!(panel.state().workshop.tryout().is_some());
    panel
}

fn tried(panel: &Panel) -> &State {
    panel.state().workshop.tryout().unwrap().state()
}

fn type_text(panel: &mut Panel, text: &str) {
    for letter in text.chars() {
        panel.harness.event(Event::Text(letter.to_string()));
        panel.run();
    }
}

/// Nothing reached the outside world.
#[track_caller]
fn left_nothing(panel: &Panel) {
    let record = panel.record.lock().unwrap();
    assert!(record.copied.is_empty(), "{:?}", record.copied);
    assert!(record.saved.is_empty());
    assert!(record.kits.is_empty());
    assert!(record.settings.is_empty(), "{:?}", record.settings);
    assert!(record.drafts.is_empty() && record.draft.is_none());
    assert!(record.erased.is_empty());
    assert!(record.looks.is_empty());
    assert_eq!(record.tally.as_ref().map(Tally::contacts), Some(0));
    drop(record);
    assert!(panel.state().session.is_blank());
}

#[test]
fn the_interview_is_tried_by_keyboard_and_leaves_nothing() {
    let mut panel = open(Stage::wide());
    assert!(panel.says("rien n’est conservé"));
    panel.keys("C1 C2 N1");
    let noted = tried(&panel).evidence().cues.len();
    assert_eq!(noted, 3);
    panel.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(tried(&panel).evidence().cues.len(), 2);
    panel.press_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(tried(&panel).evidence().cues.len(), 3);
    assert!(!panel.state().workshop.desk().unwrap().is_changed());
    // A lead is followed to its end, which would be counted in a true contact.
    panel.keys("Entrée");
    assert!(tried(&panel).evidence().followed.is_some());
    panel.keys("P P Ctrl+E Ctrl+Entrée");
    assert_eq!(panel.state().overlay, None);
    left_nothing(&panel);
    // « Terminer » begins again, without a question.
    panel.act(Action::workshop(WorkshopAction::attempt(Action::Finish)));
    assert!(tried(&panel).session.is_blank());
    left_nothing(&panel);
    panel.keys("C1");
    panel.keys("Échap");
    assert_eq!(panel.state().workshop.spot(), &Spot::Home);
    assert!(panel.state().workshop.tryout().is_none());
    left_nothing(&panel);
    assert!(panel.record.lock().unwrap().workshop.is_none());
    // Coming back finds it blank.
    panel.act(Action::workshop(WorkshopAction::Go(Spot::Try)));
    assert!(tried(&panel).session.is_blank());
}

#[test]
fn what_is_typed_and_copied_in_the_search_of_a_try_out_stays_there() {
    let mut panel = open(Stage::wide());
    panel.keys("Ctrl+K");
    assert_eq!(tried(&panel).overlay, Some(Overlay::Search));
    type_text(&mut panel, "preuve");
    assert!(tried(&panel).query.contains("preuve"));
    assert!(panel.state().query.is_empty());
    panel.press_with(Modifiers::COMMAND, Key::A);
    panel.harness.event(Event::Copy);
    panel.run();
    panel.harness.event(Event::Cut);
    panel.run();
    left_nothing(&panel);
    panel.keys("Échap");
    assert_eq!(tried(&panel).overlay, None);
    assert_eq!(panel.state().workshop.spot(), &Spot::Try);
}

/// Everything a view, a key or a list could ask for that would reach the outside world.
fn outward() -> Vec<Action> {
    let mut all: Vec<Action> = Command::ALL.iter().copied().map(Action::Run).collect();
    all.extend(Command::ALL.iter().copied().map(Action::RunFromList));
    all.extend([
        Action::New,
        Action::Finish,
        Action::Close,
        Action::CopyAndEnd,
        Action::CopyNote,
        Action::EndWithoutNote,
        Action::Pause,
        Action::SaveNote(NoteFormat::ALL[0]),
        Action::SaveNoteAs(NoteFormat::ALL[0]),
        Action::SaveAndEnd,
        Action::SetFreeText("texte".to_owned()),
        Action::ToggleFold,
        Action::TogglePin,
        Action::Zoom(1),
        Action::Set(SettingChange::Language(Language::English)),
        Action::Set(SettingChange::Theme(ThemeChoice::Dark)),
        Action::StartTally,
        Action::EraseTally,
        Action::Recalibrate,
        Action::SaveProposal,
        Action::TakeUpDraft,
        Action::EraseDraft,
        Action::PickPublishedFolder,
        Action::EraseAsked,
        Action::Curtain,
        Action::TimeWentBy,
        Action::FollowLead,
        Action::Enter,
    ]);
    for overlay in [
        Overlay::Review,
        Overlay::Settings,
        Overlay::Kept,
        Overlay::Learning,
        Overlay::Shared,
        Overlay::Help,
        Overlay::ToTraining,
        Overlay::ToWorkshop,
    ] {
        all.push(Action::Open(overlay));
    }
    all.push(Action::workshop(WorkshopAction::Leave));
    all.push(Action::workshop(WorkshopAction::Edit(Edit::Delete(
        Element::Persona("reponse-precise".into()),
    ))));
    all
}

#[test]
fn no_effect_of_a_try_out_gets_out_whatever_is_asked_of_it() {
    let mut panel = open(Stage::wide());
    panel.keys("C1 C2");
    let mut state = panel.state().clone();
    let outside = |state: &State| {
        (
            state.session.interview.facts().clone(),
            state.settings.clone(),
            state.overlay.clone(),
            state.curtain,
            state.learning.tally.clone(),
            state.query.to_string(),
            state.workshop.content().cloned(),
            state.workshop.shown,
        )
    };
    let before = outside(&state);
    let mut refused = 0;
    for (millis, action) in (100_000..).step_by(1_000).zip(outward()) {
        let attempt = Action::workshop(WorkshopAction::attempt(action.clone()));
        let effects = update(&mut state, attempt, &now(millis));
        assert_eq!(effects, Vec::new(), "{action:?}");
        assert_eq!(outside(&state), before, "{action:?}");
        let tried = state.workshop.tryout().unwrap().state();
        assert!(!tried.curtain && tried.parked.is_none() && !tried.workshop.shown);
        if let Some(overlay) = &tried.overlay {
            let stray = matches!(
                overlay,
                Overlay::Review | Overlay::Settings | Overlay::Kept | Overlay::Shared
            );
            assert!(!stray, "{action:?}: {overlay:?}");
        }
        refused += usize::from(tried.toast.is_some());
    }
    assert!(refused > 30, "{refused}");
}

#[test]
fn a_case_is_made_of_what_was_ticked_and_one_undo_takes_it_back() {
    let mut panel = open(Stage::wide());
    let before = panel.state().workshop.content().unwrap().clone();
    assert!(panel.says("En faire un cas"));
    panel.keys("C1 C2 N1");
    panel.push("En faire un cas");
    assert!(panel.says("Nommer ce cas"));
    type_text(&mut panel, "Veut une preuve");
    panel.keys("Entrée");
    let after = panel.state().workshop.content().unwrap().clone();
    assert_eq!(after.cases.len(), before.cases.len() + 1);
    let case = after.cases.last().unwrap();
    assert_eq!(case.title, "Veut une preuve");
    assert_eq!(case.cues.len(), 3);
    // It says what the draft says now.
    let kit = admit(after.clone(), None).kit.unwrap();
    let recogniser = reflexe_personas::domain::identify::Recogniser::new(&kit, case.channel);
    let found = recogniser.identify(&kit, &bench::evidence(case)).unwrap();
    assert_eq!(bench::differences(&kit, &found, case), Vec::<String>::new());
    assert!(panel.says("Cas ajouté"));
    // What was ticked is still there, and the case is one thing to undo.
    assert_eq!(tried(&panel).evidence().cues.len(), 3);
    assert_eq!(panel.state().workshop.desk().unwrap().history().len(), 1);
    panel.push("Annuler");
    assert_eq!(panel.state().workshop.content().unwrap(), &before);
    assert_eq!(panel.state().workshop.spot(), &Spot::Try);
    // Nothing ticked, no case.
    panel.push("Recommencer");
    let button = panel
        .harness
        .get_by_role_and_label(Role::Button, "En faire un cas");
    assert!(button.accesskit_node().is_disabled());
}

#[test]
fn the_draft_is_what_is_tried() {
    let mut panel = open(Stage::wide());
    panel.keys("Échap");
    let content = panel.state().workshop.content().unwrap();
    let cue = content
        .cues
        .iter()
        .find(|cue| cue.short.starts_with("Veut confirmer"))
        .unwrap()
        .id
        .clone();
    let field = Field::new(Element::Cue(cue), Name::Short);
    panel.act(Action::workshop(WorkshopAction::Edit(Edit::text(
        field,
        "Réclame un tampon",
    ))));
    panel.act(Action::workshop(WorkshopAction::Go(Spot::Try)));
    assert!(panel.says("Réclame un tampon"));
    panel.press_with(CHORD, Key::A);
    assert!(!panel.state().workshop.shown);
    assert!(!panel.says("Réclame un tampon"));
}

#[test]
fn the_frame_and_every_control_are_named_at_every_size() {
    for (size, zoom) in [(WIDE, 100), (WIDE, 200), (SMALL_STRIP, 100)] {
        for theme in [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Contrast] {
            let mut panel = open(Stage::wide().sized(size).zoom(zoom).look(theme));
            assert!(panel.says("Essai du brouillon, rien n’est conservé"));
            assert!(panel.says("Quitter l’essai"));
            assert!(panel.harness.unnamed_widgets().is_empty());
            panel.keys("C1 C2");
            panel.push("En faire un cas");
            assert!(panel.harness.unnamed_widgets().is_empty());
            let root = panel.harness.root();
            let screen = root.accesskit_node().bounding_box();
            let right = screen.map_or(f64::MAX, |screen| screen.x1);
            for node in panel.harness.get_all_by_role(Role::Button) {
                let label = node.accesskit_node().label().unwrap_or_default();
                assert!(!label.trim().is_empty());
                let Some(rect) = node.accesskit_node().bounding_box() else {
                    continue;
                };
                let inside = rect.x0 >= -1.0 && rect.x1 <= right + 1.0;
                assert!(inside, "{label} at {size:?}, {zoom} %: {rect:?}");
            }
            panel.keys("Échap");
            assert!(panel.state().workshop.tryout().is_some());
        }
    }
}
