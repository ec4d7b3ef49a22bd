//! The counts of the managers' guide, measured: each task done by the keyboard alone, gesture by gesture.
//!
//! A gesture goes to something by its name and presses it, or goes to a field and fills it in: what
//! would be one click. The sentences typed are not counted.

use eframe::egui::{Event, Key};
use reflexe_personas::app::workshop::map::{Remark, remarks};
use reflexe_personas::app::workshop::{MapAction, Spot};
use reflexe_personas::app::{Action, WorkshopAction};
use reflexe_personas::domain::kit::KitContent;
use reflexe_personas::domain::study::diagnose;
use reflexe_personas::domain::validate::admit;
use reflexe_personas::domain::workshop::{Edit, Element, Field, Name, Value};
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::versions;

use super::support::{CHORD, Panel, Stage, focused};

const GUIDE: &str = include_str!("../../docs/GUIDE_MANAGER.md");

/// The gestures that a section of the guide promises, by its words before the number.
fn promised(task: &str) -> usize {
    let line = GUIDE
        .lines()
        .find(|line| line.starts_with(&format!("**{task}**")))
        .unwrap_or_else(|| panic!("the guide counts no « {task} »"));
    let (before, _) = line.split_once(" gestes").unwrap();
    before.rsplit(' ').next().unwrap().parse().unwrap()
}

/// Somebody at the keyboard, whose gestures are counted.
struct Hand {
    panel: Panel,
    gestures: usize,
}

fn plain(words: &str) -> String {
    words.replace(['\u{a0}', '\u{202f}'], " ")
}

impl Hand {
    /// At the home of the workshop.
    fn new(stage: Stage) -> Self {
        let mut panel = stage.open();
        panel.press_with(CHORD, Key::A);
        panel.reshape();
        Self { panel, gestures: 0 }
    }

    #[track_caller]
    fn reach(&mut self, name: &str) {
        for _ in 0..260 {
            if plain(&focused(&self.panel)).contains(name) {
                self.gestures += 1;
                return;
            }
            self.panel.press(Key::Tab);
        }
        panic!("Tab never reaches {name}: {:?}", self.panel.words());
    }

    #[track_caller]
    fn press(&mut self, name: &str) {
        self.reach(name);
        self.panel.keys("Entrée");
    }

    #[track_caller]
    fn fill(&mut self, name: &str, words: &str) {
        self.reach(name);
        self.panel.harness.event(Event::Text(words.to_owned()));
        self.panel.run();
    }

    fn key(&mut self, key: Key) {
        self.panel.press(key);
        self.gestures += 1;
    }

    fn content(&self) -> &KitContent {
        self.panel.state().workshop.content().unwrap()
    }
}

#[test]
fn creating_a_persona_takes_the_gestures_of_the_guide() {
    let mut hand = Hand::new(Stage::wide());
    let before = hand.content().clone();
    hand.press("Créer un persona");
    let cues: Vec<String> = before.personas[1]
        .cues
        .iter()
        .filter(|(_, level)| before.levels.probability(*level) >= before.levels.frequent)
        .filter_map(|(id, _)| before.cues.iter().find(|cue| &cue.id == id && cue.scored))
        .map(|cue| plain(&cue.short))
        .take(3)
        .collect();
    assert_eq!(cues.len(), 3);
    for cue in &cues {
        hand.press(cue);
    }
    hand.press("C’est un nouveau besoin");
    hand.fill("Nom", "Double vérification");
    hand.fill("En une phrase", "« Je veux en être sûr. »");
    hand.press("Continuer");
    hand.press("Créer la carte");
    assert_eq!(hand.content().personas.len(), before.personas.len() + 1);
    assert!(hand.content().cases.len() > before.cases.len());
    assert_eq!(hand.gestures, promised("Créer un persona"));
}

#[test]
fn correcting_a_confusion_takes_the_gestures_of_the_guide() {
    let mut hand = Hand::new(Stage::wide());
    // Two cards that say nearly the same: one cue apart.
    let (one, other) = (
        hand.content().personas[0].clone(),
        &hand.content().personas[1],
    );
    let field = |name| Field::new(Element::Persona(other.id.clone()), name);
    let edit = Edit::Together(vec![
        Edit::set(field(Name::Cues), Value::CueLevels(one.cues.clone())),
        Edit::set(field(Name::Answers), Value::Rows(one.answers.clone())),
    ]);
    let act = |hand: &mut Hand, action| hand.panel.act(Action::workshop(action));
    act(&mut hand, WorkshopAction::Edit(edit));
    let undos = hand.panel.state().workshop.desk().unwrap().history().len();
    hand.press("Ce qui distingue nos cartes");
    let job = hand.panel.record.lock().unwrap().diagnosed.pop().unwrap();
    let kit = admit((*job.content).clone(), None).kit.unwrap();
    let options = diagnose::Options {
        samples: 20,
        ..job.options
    };
    let mut watch = |_| std::ops::ControlFlow::Continue(());
    let found = diagnose::run(&kit, job.channel, &options, &mut watch).unwrap();
    let told = remarks(&job.content, &found);
    assert!(
        told.iter().any(|r| matches!(r, Remark::Alike(..))),
        "{told:?}"
    );
    let done = MapAction::Done(job.ticket, Some(Box::new(found)));
    act(&mut hand, WorkshopAction::Map(done));
    hand.press("On confond");
    assert_eq!(hand.panel.state().workshop.spot(), &Spot::Levels);
    let levels = hand.content().clone();
    // One level, where the remark led; another one where it stood already.
    hand.key(Key::Num1);
    if hand.content() == &levels {
        hand.gestures -= 1;
        hand.key(Key::Num5);
    }
    assert_ne!(hand.content(), &levels);
    let history = hand.panel.state().workshop.desk().unwrap().history();
    assert_eq!(history.len(), undos + 1);
    assert_eq!(hand.gestures, promised("Corriger une confusion"));
}

#[test]
fn publishing_takes_the_gestures_of_the_guide() {
    let root = tempfile::tempdir().unwrap();
    let mut stage = Stage::wide();
    stage.settings.published_folder = Some(root.path().to_owned());
    let mut hand = Hand::new(stage);
    let persona = Element::Persona(hand.content().personas[0].id.clone());
    let essence = Field::new(persona, Name::Essence);
    let edit = Edit::text(essence, "« Je veux une preuve. »");
    hand.panel.act(Action::workshop(WorkshopAction::Edit(edit)));
    hand.press("Diffuser à l’équipe");
    hand.fill("Pourquoi, en une ligne", "Une phrase plus claire");
    hand.fill("Votre fonction", "responsable d’accueil");
    hand.press("Diffuser…");
    hand.press("Diffuser maintenant");
    let version = versions::current(&RealDisk, root.path()).unwrap();
    assert_eq!(version.unwrap().number, 1);
    assert_eq!(hand.gestures, promised("Diffuser"));
}

#[test]
fn changing_a_sentence_takes_the_gestures_of_the_guide() {
    let mut hand = Hand::new(Stage::wide());
    let before = hand.content().personas[1].essence.clone();
    let name = plain(&hand.content().personas[1].name);
    hand.press("Adapter nos phrases");
    // The list is one stop of the Tab key; one arrow is one gesture.
    let first = plain(&hand.content().personas[0].name);
    hand.reach(&first);
    hand.gestures -= 1;
    hand.key(Key::ArrowDown);
    assert!(plain(&focused(&hand.panel)).contains(&name));
    hand.fill("En une phrase", "« Encore. »");
    assert_ne!(hand.content().personas[1].essence, before);
    assert_eq!(hand.gestures, promised("Changer une phrase"));
}
