//! Training: its banner, its keys, its walls, and nothing of it anywhere else.

use std::fs;
use std::path::Path;

use eframe::egui::Key;
use reflexe_personas::app::keys::Key as Pressed;
use reflexe_personas::app::state::State;
use reflexe_personas::app::training::{Spot, Task};
use reflexe_personas::app::update::{press, update};
use reflexe_personas::app::{Action, Command, Overlay, Shape, TrainingAction};
use reflexe_personas::store::kit_file;

use super::access::cut;
use super::support::{CHORD, Panel, SMALL_STRIP, Stage, WIDE, now};

/// The banner of every page begins so.
const BANNER: &str = "Entraînement\u{a0}: ";
// On two lines each begins with a capital.
const INVENTED: &str = "out est inventé, rien n’est conservé";
const REAL: &str = "e vrai kit, rien sur personne";
const NO_CONTACT: &str = "ucun échange réel, rien n’est conservé";

fn open(stage: Stage) -> Panel {
    let mut panel = stage.open();
    panel.press_with(CHORD, Key::E);
    panel.reshape();
    panel
}

fn state() -> State {
    State::new(kit_file::load_embedded(None).kit.unwrap())
}

#[test]
fn a_contact_in_hand_is_never_left_for_training_by_one_key() {
    let mut state = state();
    let cue = state.kit.cues[0].id.clone();
    update(&mut state, Action::CycleCue(cue), &now(0));
    let facts = state.session.interview.facts().clone();
    press(&mut state, Pressed::CtrlShift('e'), &now(10_000));
    assert!(!state.training.shown);
    assert_eq!(state.overlay, Some(Overlay::ToTraining));
    // The main key stays with the person; so does the same key again.
    press(&mut state, Pressed::Enter, &now(20_000));
    assert_eq!((state.overlay.clone(), state.training.shown), (None, false));
    press(&mut state, Pressed::CtrlShift('e'), &now(30_000));
    press(&mut state, Pressed::CtrlShift('e'), &now(40_000));
    assert!(!state.training.shown);
    update(&mut state, TrainingAction::Enter.into(), &now(50_000));
    assert!(state.training.shown && state.overlay.is_none());
    // No key of the interview acts in training.
    let keys = [
        Pressed::Letter('p'),
        Pressed::Digit(1),
        Pressed::Enter,
        Pressed::Space,
        Pressed::Ctrl('n'),
        Pressed::CtrlEnter,
        Pressed::Ctrl('z'),
        Pressed::Ctrl('e'),
        Pressed::Function(2),
        Pressed::Function(11),
    ];
    for (millis, key) in (60_000..).step_by(10_000).zip(keys) {
        press(&mut state, key, &now(millis));
        assert_eq!(state.session.interview.facts(), &facts, "{key:?}");
        assert!(state.training.shown && state.overlay.is_none(), "{key:?}");
    }
    press(&mut state, Pressed::CtrlShift('e'), &now(300_000));
    assert!(!state.training.shown);
    assert_eq!(state.session.interview.facts(), &facts);
}

#[test]
fn the_contact_waits_with_its_way_back_in_sight() {
    let mut panel = Stage::wide().open();
    panel.keys("C1 C2");
    let facts = panel.state().session.interview.facts().clone();
    panel.press_with(CHORD, Key::E);
    panel.keys("Échap");
    assert!(!panel.state().training.shown);
    panel.press_with(CHORD, Key::E);
    panel.push("Ouvrir l’entraînement");
    assert!(panel.state().training.shown && panel.says(BANNER));
    assert!(!panel.says("Veut confirmer"));
    panel.keys("X T O 1 P");
    panel.push("Retour à l’entretien");
    assert!(!panel.state().training.shown);
    assert_eq!(panel.state().session.interview.facts(), &facts);
}

#[test]
fn escape_goes_back_one_level_and_the_banner_is_on_every_page() {
    for task in Task::ALL {
        let mut panel = open(Stage::wide());
        assert!(panel.says(BANNER));
        panel.act(TrainingAction::Go(task.spot()).into());
        assert!(panel.says(BANNER), "{task:?}");
        panel.keys("Échap");
        assert_eq!(panel.state().training.spot(), &Spot::Home, "{task:?}");
        panel.keys("Échap");
        assert!(!panel.state().training.shown, "{task:?}");
        assert!(!panel.says(BANNER), "{task:?}");
    }
}

#[test]
fn exercises_say_they_are_invented_and_cards_that_they_are_the_kit() {
    for (size, zoom) in [(WIDE, 100), (WIDE, 200), (SMALL_STRIP, 100)] {
        let mut panel = open(Stage::wide().sized(size).zoom(zoom));
        // What leads to both says neither.
        assert!(panel.says(NO_CONTACT) && !panel.says(INVENTED) && !panel.says(REAL));
        for task in Task::ALL {
            panel.act(TrainingAction::Go(task.spot()).into());
            let real = matches!(task, Task::Cards | Task::Printing);
            let told = format!("{task:?} at {size:?}, {zoom} %");
            assert_eq!(panel.says(REAL), real, "{told}");
            assert_eq!(panel.says(INVENTED), !real, "{told}");
            // Cards are read; of what is printed, the file stays.
            let to_read = *task == Task::Cards;
            assert_eq!(
                panel.says("rien n’est conservé"),
                to_read || !real,
                "{told}"
            );
            assert_eq!(cut(&panel), Vec::<String>::new(), "{told}");
            panel.keys("Échap");
        }
    }
}

#[test]
fn one_space_at_a_time_and_each_gives_its_place() {
    let mut panel = open(Stage::phone());
    assert_eq!(panel.state().shape, Shape::Wide);
    panel.press_with(CHORD, Key::A);
    assert!(panel.state().workshop.shown && !panel.state().training.shown);
    panel.press_with(CHORD, Key::E);
    assert!(!panel.state().workshop.shown && panel.state().training.shown);
    // Somebody in danger is helped from here too.
    panel.keys("F8");
    assert_eq!(panel.state().overlay, Some(Overlay::Danger));
    panel.keys("Échap");
    assert!(panel.state().training.shown);
    panel.act(Action::Run(Command::Training));
    assert!(!panel.state().training.shown);
    assert_eq!(panel.state().shape, Shape::Strip);
}

/// Sources of a folder, code only.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = String::from_utf8(fs::read(&path).unwrap()).unwrap();
                let lines = text.lines();
                let code = lines.filter(|line| !line.trim_start().starts_with("//"));
                let code = code.collect::<Vec<_>>().join("\n");
                found.push((path.display().to_string(), code));
            }
        }
    }
    found
}

#[test]
fn training_has_no_way_to_a_live_exporter_and_exporters_know_nothing_of_it() {
    let exits = [
        "VerifiedNote",
        "VerifiedText",
        "guard::verify",
        "guard::fill",
        "domain::draft",
        "Effect::SaveNote",
        "Effect::CopyNote",
        "Effect::CopyFilled",
        "Effect::Count",
        "Effect::SaveKitAs",
        "Effect::KeepWorkshop",
        "Effect::CopyTable",
        "copy_text",
        "domain::evidence",
        "domain::interview",
    ];
    let inside = ["src/domain/training", "src/app/training", "src/ui/training"];
    for (path, code) in inside.into_iter().flat_map(sources) {
        // An exercise may play a contact of its own; nothing of it is the live one's way out.
        let plays = ["exchange", "practice", "scenario"]
            .iter()
            .any(|part| path.contains(part));
        for exit in exits {
            let own = exit == "domain::evidence" || exit == "domain::interview";
            assert!(!code.contains(exit) || plays && own, "{path}: {exit}");
        }
    }
    let live = ["src/store/export", "src/store/draft", "src/domain/guard"];
    for (path, code) in live.into_iter().flat_map(sources) {
        assert!(!code.contains("training"), "{path}");
    }
    for (path, code) in sources("src/store") {
        assert!(!code.contains("TrainingNote"), "{path}");
    }
}
