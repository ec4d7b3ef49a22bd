//! « Ce qui distingue nos cartes »: asked for, watched, stopped, taken up again, and read.

use std::ops::ControlFlow;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use reflexe_personas::app::action::Effect;
use reflexe_personas::app::workshop::map::{Remark, remarks};
use reflexe_personas::app::workshop::{Diagnosing, MapAction, Spot};
use reflexe_personas::app::{Action, WorkshopAction};
use reflexe_personas::domain::kit::KitContent;
use reflexe_personas::domain::study::Progress;
use reflexe_personas::domain::study::diagnose::{self, Diagnosis, Observed};
use reflexe_personas::domain::validate::admit;
use reflexe_personas::domain::vocab::ThemeChoice;
use reflexe_personas::domain::workshop::{Edit, Element, Field, Name};
use reflexe_personas::ui::runner::{RealServices, Services as _};

use super::support::{CHORD, Panel, SMALL_STRIP, Stage, WIDE, focused, now};

fn open(stage: Stage) -> Panel {
    let mut panel = stage.open();
    panel.press_with(CHORD, Key::A);
    panel.reshape();
    panel.act(Action::workshop(WorkshopAction::Go(Spot::Map)));
    panel
}

fn asked(panel: &Panel) -> Vec<Diagnosing> {
    panel.record.lock().unwrap().diagnosed.clone()
}

fn map(panel: &mut Panel, action: MapAction) {
    panel.act(Action::workshop(WorkshopAction::Map(action)));
}

/// What the thread would answer, with few contacts.
fn computed(job: &Diagnosing) -> Diagnosis {
    let kit = admit((*job.content).clone(), None).kit.unwrap();
    let options = diagnose::Options {
        samples: 20,
        ..job.options
    };
    let mut watch = |_| ControlFlow::Continue(());
    diagnose::run(&kit, job.channel, &options, &mut watch).unwrap()
}

fn answer(panel: &mut Panel) -> Diagnosis {
    let job = asked(panel).pop().unwrap();
    let diagnosis = computed(&job);
    let done = MapAction::Done(job.ticket, Some(Box::new(diagnosis.clone())));
    map(panel, done);
    diagnosis
}

fn change(panel: &mut Panel, words: &str) {
    let content = panel.state().workshop.content().unwrap();
    let persona = Element::Persona(content.personas[0].id.clone());
    let edit = Edit::text(Field::new(persona, Name::Essence), words);
    panel.act(Action::workshop(WorkshopAction::Edit(edit)));
}

#[test]
fn figures_are_asked_for_watched_stopped_and_taken_up_again() {
    let mut panel = open(Stage::wide());
    let jobs = asked(&panel);
    assert_eq!(jobs.len(), 1);
    assert_eq!(&*jobs[0].content, panel.state().workshop.content().unwrap());
    let progress = Progress { done: 2, total: 8 };
    map(&mut panel, MapAction::Progress(jobs[0].ticket, progress));
    assert!(panel.says("25"));
    panel.push("Arrêter le calcul");
    assert_eq!(panel.record.lock().unwrap().diagnoses_stopped, 1);
    assert!(panel.state().workshop.map().running().is_none());
    assert!(panel.says("Calcul arrêté"));
    // What was stopped answers too late: nobody waits for it.
    let late = computed(&jobs[0]);
    map(
        &mut panel,
        MapAction::Done(jobs[0].ticket, Some(Box::new(late))),
    );
    assert!(panel.state().workshop.map().found().is_none());
    panel.push("Reprendre le calcul");
    assert_eq!(asked(&panel).len(), 2);
    answer(&mut panel);
    assert!(panel.state().workshop.map().found().is_some());
    assert!(panel.says("Qui est pris pour qui"));
    assert!(!panel.says("Arrêter le calcul"));
}

#[test]
fn a_draft_that_changed_is_computed_again_and_older_figures_say_so() {
    let mut panel = open(Stage::wide());
    answer(&mut panel);
    assert!(!panel.says("Calculé sur une version d’avant"));
    panel.keys("Échap");
    change(&mut panel, "Je voudrais une preuve.");
    // Nobody looks at the figures: nothing is computed.
    assert_eq!(asked(&panel).len(), 1);
    panel.act(Action::workshop(WorkshopAction::Go(Spot::Map)));
    assert_eq!(asked(&panel).len(), 2);
    assert!(panel.says("Calculé sur une version d’avant"));
    // Undone while it goes: again, on what the draft says now.
    // The undo shows what comes back, at its field.
    panel.press_with(Modifiers::COMMAND, Key::Z);
    panel.act(Action::workshop(WorkshopAction::Go(Spot::Map)));
    let jobs = asked(&panel);
    assert_eq!(jobs.len(), 3);
    assert_eq!(&*jobs[2].content, panel.state().workshop.content().unwrap());
    let late = computed(&jobs[1]);
    map(
        &mut panel,
        MapAction::Done(jobs[1].ticket, Some(Box::new(late))),
    );
    assert!(panel.says("Calculé sur une version d’avant"));
    answer(&mut panel);
    assert!(!panel.says("Calculé sur une version d’avant"));
    // Back at the panel, an old machine is left alone.
    let channel = *panel
        .state()
        .workshop
        .content()
        .unwrap()
        .channels
        .last()
        .unwrap();
    map(&mut panel, MapAction::Channel(channel));
    assert_eq!(asked(&panel).last().unwrap().channel, channel);
    panel.press_with(CHORD, Key::A);
    assert!(panel.state().workshop.map().running().is_none());
    assert!(panel.record.lock().unwrap().diagnoses_stopped > 0);
}

#[test]
fn update_alone_asks_and_stops() {
    let panel = open(Stage::wide());
    let mut state = panel.state().clone();
    let mut act = |action| {
        let action = Action::workshop(WorkshopAction::Map(action));
        reflexe_personas::app::update::update(&mut state, action, &now(9_000))
    };
    assert_eq!(act(MapAction::Stop), vec![Effect::StopDiagnosis]);
    assert_eq!(act(MapAction::Stop), Vec::new());
    let effects = act(MapAction::Start);
    let [Effect::Diagnose(job)] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert!(job.options.samples >= 100);
}

/// A kit with everything wrong: two cards that say the same, and cues that tell nothing.
fn alike(content: &KitContent) -> KitContent {
    let mut content = content.clone();
    let model = content.personas[0].clone();
    content.personas[1].cues = model.cues;
    content.personas[1].answers = model.answers;
    content
}

#[test]
fn cards_that_say_the_same_are_told_with_a_way_to_their_field() {
    let mut panel = open(Stage::wide());
    let job = asked(&panel).pop().unwrap();
    let twins = alike(&job.content);
    let twins = Diagnosing {
        content: Arc::new(twins),
        ..job.clone()
    };
    let diagnosis = computed(&twins);
    let all = remarks(&twins.content, &diagnosis);
    let (one, other) = (&job.content.personas[0].id, &job.content.personas[1].id);
    let told = all
        .iter()
        .find(|remark| matches!(remark, Remark::Alike(a, b, _) if a == one && b == other));
    assert!(told.is_some(), "{all:?}");
    map(
        &mut panel,
        MapAction::Done(job.ticket, Some(Box::new(diagnosis))),
    );
    let rows = all.len();
    if rows > 5 {
        let button = panel
            .harness
            .get_all_by_role(Role::Button)
            .find(|node| {
                let label = node.accesskit_node().label().unwrap_or_default();
                label.starts_with("Voir ")
            })
            .unwrap();
        button.click_accesskit();
        panel.run();
    }
    let links: Vec<String> = panel
        .harness
        .get_all_by_role(Role::Link)
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert_eq!(links.len(), rows);
    let told = links.iter().find(|link| link.starts_with("On confond"));
    let told = told.unwrap().clone();
    panel
        .harness
        .get_by_role_and_label(Role::Link, &told)
        .click_accesskit();
    panel.run();
    // The table of levels, at the cell that would tell them apart.
    assert_eq!(panel.state().workshop.spot(), &Spot::Levels);
    let table = &panel.state().workshop.levels;
    let column = &table.grid().columns[table.cursor().column];
    assert_eq!(&column.persona, one);
    assert!(focused(&panel).contains(&column.name));
    panel.keys("Échap");
    assert_eq!(panel.state().workshop.spot(), &Spot::Map);
}

#[test]
fn every_remark_leads_to_its_level_or_its_sheet() {
    let mut panel = open(Stage::wide());
    let job = asked(&panel).pop().unwrap();
    let (one, other) = (
        job.content.personas[0].id.clone(),
        job.content.personas[1].id.clone(),
    );
    let cue = Observed::Cue(job.content.cues[0].id.clone());
    let question = Observed::Question(job.content.questions[0].id.clone());
    for remark in [
        Remark::Never(one.clone()),
        Remark::Always(one.clone()),
        Remark::Alike(one.clone(), other.clone(), Some(cue.clone())),
        Remark::Alike(one.clone(), other.clone(), None),
        Remark::Shadowed(one.clone(), other.clone()),
        Remark::Strangers(0.3, Some(0.2)),
        Remark::Fragile("cas".to_owned(), one, question.clone(), other),
        Remark::Redundant(cue.clone(), question.clone()),
        Remark::Dead(cue, false),
        Remark::Dead(question, true),
    ] {
        panel.act(Action::workshop(WorkshopAction::Go(Spot::Map)));
        let goes = WorkshopAction::GoTo(remark.field());
        panel.act(Action::workshop(goes));
        let spot = panel.state().workshop.spot();
        match &remark {
            Remark::Strangers(..) | Remark::Redundant(..) | Remark::Dead(..) => {
                assert!(spot.element().is_some(), "{remark:?}: {spot:?}");
            }
            levels => assert_eq!(spot, &Spot::Levels, "{levels:?}"),
        }
        let (what, remedy) = reflexe_personas::ui::text::remark(&remark, &job.content);
        for words in [&what, &remedy] {
            assert!(words.ends_with('.'), "{words}");
            for banned in ["vraisemblance", "matrice", "décibel", "fusion"] {
                assert!(!words.contains(banned), "{words}");
            }
        }
    }
}

#[test]
fn the_page_is_walked_by_keyboard_at_every_size_and_nothing_sticks_out() {
    let job = asked(&open(Stage::wide())).pop().unwrap();
    let diagnosis = computed(&job);
    for (size, zoom) in [(WIDE, 100), (WIDE, 200), (SMALL_STRIP, 100)] {
        for theme in [ThemeChoice::Light] {
            let mut panel = open(Stage::wide().sized(size).zoom(zoom).look(theme));
            let ticket = asked(&panel).pop().unwrap().ticket;
            let done = MapAction::Done(ticket, Some(Box::new(diagnosis.clone())));
            map(&mut panel, done);
            assert!(panel.harness.unnamed_widgets().is_empty());
            // The figures are said, not only painted.
            let names = &job.content.personas;
            let of = |id| names.iter().find(|persona| &persona.id == id).unwrap();
            for profile in &diagnosis.profiles {
                let name = &of(profile).name;
                assert!(panel.says(&format!("{name}\u{a0}: ")) || panel.says(name));
            }
            let root = panel.harness.root();
            let right = root
                .accesskit_node()
                .bounding_box()
                .map_or(f64::MAX, |screen| screen.x1);
            for node in root.children_recursive() {
                let node = node.accesskit_node();
                if let Some(rect) = node.bounding_box() {
                    let label = node.label().or_else(|| node.value());
                    assert!(rect.x1 <= right + 1.0, "{label:?} at {size:?}, {zoom} %");
                }
            }
            // Tab reaches a remark, Entrée follows it.
            let mut met = false;
            for _ in 0..40 {
                panel.press(Key::Tab);
                let root = panel.harness.root();
                met = root.children_recursive().any(|node| {
                    let node = node.accesskit_node();
                    node.is_focused() && node.role() == Role::Link
                });
                if met {
                    break;
                }
            }
            assert!(met, "{size:?}");
            panel.keys("Entrée");
            assert_ne!(panel.state().workshop.spot(), &Spot::Map);
        }
    }
}

#[test]
fn a_thread_computes_tells_how_far_it_is_and_stops() {
    let panel = open(Stage::wide());
    let job = asked(&panel).pop().unwrap();
    let few = |ticket, samples| Diagnosing {
        ticket,
        options: diagnose::Options {
            samples,
            ..job.options
        },
        ..job.clone()
    };
    let folder = tempfile::tempdir().unwrap();
    let day = |_| "2026-11-24".to_owned();
    let mut services = RealServices::new(folder.path().to_owned(), None, || now(0), day);
    let ctx = eframe::egui::Context::default();
    // The first is stopped by the second, and never answers.
    services.diagnose(&ctx, few(1, 1_000_000));
    services.diagnose(&ctx, few(2, 5));
    let (mut told, mut done) = (0, None);
    for _ in 0..6_000 {
        match services.poll() {
            Some(Action::Workshop(action)) => match *action {
                WorkshopAction::Map(MapAction::Progress(..)) => told += 1,
                WorkshopAction::Map(MapAction::Done(ticket, found)) => done = Some((ticket, found)),
                other => panic!("{other:?}"),
            },
            Some(other) => panic!("{other:?}"),
            None => std::thread::sleep(std::time::Duration::from_millis(10)),
        }
        if done.is_some() {
            break;
        }
    }
    let (ticket, found) = done.unwrap();
    assert_eq!(ticket, 2);
    assert!(!found.unwrap().profiles.is_empty());
    assert!(told > 3, "{told}");
}
