//! The cases: tried on every edit, accepted or refused one by one, made by clicking cues.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;
use reflexe_personas::app::action::Effect;
use reflexe_personas::app::update::update;
use reflexe_personas::app::workshop::bench::{BuildAction, Expected, Shown, is_changed};
use reflexe_personas::app::workshop::{Bench, Spot};
use reflexe_personas::app::{Action, BenchAction, WorkshopAction};
use reflexe_personas::domain::kit::{KitContent, Level};
use reflexe_personas::domain::workshop::bench::{CaseRow, Standing};
use reflexe_personas::domain::workshop::{About, Cell, Edit};

use super::support::{CHORD, Panel, SMALL_STRIP, Stage, WIDE, now, tab_to};

fn open(stage: Stage) -> Panel {
    let mut panel = stage.open();
    panel.press_with(CHORD, Key::A);
    panel.reshape();
    go(&mut panel, Spot::Bench);
    panel
}

fn go(panel: &mut Panel, spot: Spot) {
    panel.act(Action::workshop(WorkshopAction::Go(spot)));
}

fn bench(panel: &Panel) -> &Bench {
    &panel.state().workshop.bench
}

fn rows(panel: &Panel) -> &[CaseRow] {
    bench(panel).rows().unwrap()
}

fn content(panel: &Panel) -> &KitContent {
    panel.state().workshop.content().unwrap()
}

fn act(panel: &mut Panel, action: BenchAction) {
    panel.act(Action::workshop(WorkshopAction::Bench(action)));
}

fn edit(panel: &mut Panel, edit: Edit) {
    panel.act(Action::workshop(WorkshopAction::Edit(edit)));
}

fn undos(panel: &Panel) -> usize {
    panel.state().workshop.desk().unwrap().history().len()
}

/// Takes from a case's persona everything the case rests on.
fn upset(panel: &Panel, at: usize) -> Edit {
    let case = &content(panel).cases[at];
    let persona = case.expect.top[0].clone();
    let cells = case.cues.iter().map(|cue| Cell {
        persona: persona.clone(),
        about: About::Cue(cue.clone()),
        level: Some(Level::P(0.001)),
    });
    Edit::Levels(cells.collect())
}

#[test]
fn every_edit_tries_the_cases_and_nothing_changes_in_silence() {
    let mut panel = open(Stage::wide());
    assert_eq!(rows(&panel).len(), content(&panel).cases.len());
    assert!(rows(&panel).iter().all(|row| !is_changed(row)));
    let change = upset(&panel, 0);
    edit(&mut panel, change);
    let row = rows(&panel)[0].clone();
    assert_eq!(row.standing, Standing::Changed, "{row:#?}");
    act(&mut panel, BenchAction::Show(Shown::Changed));
    assert!(panel.says("à accepter ou refuser"));
    act(&mut panel, BenchAction::Open(0));
    for verdict in [&row.before, &row.after] {
        let words = verdict.as_ref().unwrap().words(content(&panel));
        assert!(panel.says(&words.replace('\u{202f}', "\u{a0}")), "{words}");
    }
    let known = undos(&panel);
    panel.push(&format!("Accepter\u{a0}: {}", row.title));
    assert_eq!(undos(&panel), known + 1, "what is accepted is one undo");
    assert_eq!(rows(&panel)[0].standing, Standing::Accepted);
    assert!(panel.says("accepté"));
    panel.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(rows(&panel)[0].standing, Standing::Changed);
}

#[test]
fn what_is_refused_leads_to_what_made_it_and_takes_it_back() {
    let mut panel = open(Stage::wide());
    let before = content(&panel).clone();
    let change = upset(&panel, 0);
    let Edit::Levels(cells) = &change else {
        unreachable!();
    };
    let cell = cells[0].clone();
    edit(&mut panel, change.clone());
    let title = rows(&panel)[0].title.clone();
    act(&mut panel, BenchAction::Open(0));
    panel.push(&format!("Refuser\u{a0}: {title}"));
    let (_, cause) = bench(&panel).cause.clone().unwrap();
    let cause = cause.unwrap();
    assert_eq!(cause.undos, 1);
    let said = format!("Cela vient de\u{a0}: {}", cause.label).replace('\u{202f}', "\u{a0}");
    assert!(panel.says(&said), "{said}");
    // To the very cell.
    panel.push("Aller le voir");
    assert_eq!(panel.state().workshop.spot(), &Spot::Levels);
    let levels = &panel.state().workshop.levels;
    let at = levels.cursor();
    let there = levels.grid().at(at.row, at.column, None).unwrap();
    assert_eq!((there.persona, there.about), (cell.persona, cell.about));
    panel.keys("Échap");
    assert_eq!(panel.state().workshop.spot(), &Spot::Bench);
    panel.push("Défaire ce changement");
    assert_eq!(content(&panel), &before);
    assert!(rows(&panel).iter().all(|row| !is_changed(row)));
    // What came after is told before it is undone too.
    edit(&mut panel, change);
    let other = Edit::Levels(vec![Cell {
        persona: content(&panel).personas[3].id.clone(),
        about: About::Cue(content(&panel).cues[5].id.clone()),
        level: Some(Level::P(0.123)),
    }]);
    edit(&mut panel, other);
    act(&mut panel, BenchAction::Why(0));
    let (_, cause) = bench(&panel).cause.clone().unwrap();
    if cause.unwrap().undos == 2 {
        assert!(panel.says("Un changement est venu après"));
        panel.push("Défaire les 2 derniers changements");
        assert_eq!(content(&panel), &before);
    }
}

#[test]
fn a_case_is_made_by_clicking_cues_with_the_keyboard_alone() {
    let mut panel = open(Stage::wide());
    let count = content(&panel).cases.len();
    tab_to(&mut panel, "Ajouter un cas");
    panel.keys("Entrée");
    let channel = content(&panel).channels[0];
    let cues: Vec<_> = content(&panel)
        .cues
        .iter()
        .filter(|cue| cue.channels.contains(&channel))
        .take(2)
        .cloned()
        .collect();
    assert!(bench(&panel).building.is_some());
    tab_to(&mut panel, &cues[0].short);
    panel.keys("Espace");
    tab_to(&mut panel, &cues[1].short);
    panel.keys("Espace Espace");
    assert!(panel.says("ce n’est pas le cas"));
    let building = bench(&panel).building.clone().unwrap();
    assert!(!building.is_ready(), "nothing is expected yet");
    assert!(panel.says("Le brouillon dit"));
    tab_to(&mut panel, "Ce que dit le brouillon");
    panel.keys("Entrée");
    tab_to(&mut panel, "Ajouter ce cas");
    panel.keys("Entrée");
    let cases = &content(&panel).cases;
    assert_eq!(cases.len(), count + 1);
    let case = &cases[count];
    assert_eq!(case.cues, vec![cues[0].id.clone()]);
    assert_eq!(case.not_cues, vec![cues[1].id.clone()]);
    assert_eq!(case.title, cues[0].short);
    assert!(!case.expect.label.is_empty());
    assert_eq!(undos(&panel), 1);
    assert_eq!(rows(&panel).len(), count + 1);
    assert!(rows(&panel)[count].differences.is_empty());
    panel.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(content(&panel).cases.len(), count);
    // A case that expects another persona than the draft says is to correct, and says so.
    act(&mut panel, BenchAction::Begin);
    let build = |action| BenchAction::Build(action);
    act(&mut panel, build(BuildAction::Cue(cues[0].id.clone())));
    let said = bench(&panel)
        .building
        .as_ref()
        .unwrap()
        .case(content(&panel));
    let personas = &content(&panel).personas;
    let other = personas.iter().rev().find(|p| {
        p.layer == reflexe_personas::domain::kit::Layer::Profile && !said.expect.top.contains(&p.id)
    });
    let other = other.unwrap().id.clone();
    act(
        &mut panel,
        build(BuildAction::Expect(Expected::Lead(other))),
    );
    act(&mut panel, BenchAction::Add);
    assert!(!rows(&panel)[count].differences.is_empty());
    // Échap gives up what is open before it leaves.
    act(&mut panel, BenchAction::Begin);
    panel.keys("Échap");
    assert!(bench(&panel).building.is_none());
    assert_eq!(panel.state().workshop.spot(), &Spot::Bench);
}

#[test]
fn cases_are_tried_elsewhere_one_run_at_a_time_and_late_ones_are_dropped() {
    let panel = open(Stage::wide());
    let mut state = panel.state().clone();
    let levels = |level| {
        Action::workshop(WorkshopAction::Edit(Edit::Levels(vec![Cell {
            persona: content(&panel).personas[0].id.clone(),
            about: About::Cue(content(&panel).cues[0].id.clone()),
            level: Some(Level::P(level)),
        }])))
    };
    let trials = |effects: Vec<Effect>| -> Vec<_> {
        let of = effects.into_iter().filter_map(|effect| match effect {
            Effect::TryCases(trial) => Some(*trial),
            _ => None,
        });
        of.collect()
    };
    let first = trials(update(&mut state, levels(0.11), &now(0)));
    assert_eq!(first.len(), 1);
    // While it runs nothing else is started, and what is shown is not taken for the draft's.
    assert!(trials(update(&mut state, levels(0.12), &now(0))).is_empty());
    let desk = state.workshop.desk().unwrap();
    assert!(!state.workshop.bench.is_current(desk));
    let known = state.workshop.desk().unwrap().history().len();
    let accept = Action::workshop(WorkshopAction::Bench(BenchAction::Accept(0)));
    update(&mut state, accept, &now(0));
    assert_eq!(state.workshop.desk().unwrap().history().len(), known);
    let tried = |trial: reflexe_personas::app::workshop::bench::Trial| {
        Action::workshop(WorkshopAction::Bench(BenchAction::Tried(Box::new(
            trial.run(),
        ))))
    };
    let again = tried(first[0].clone());
    let second = trials(update(&mut state, again.clone(), &now(0)));
    assert_eq!(second.len(), 1, "the draft has changed meanwhile");
    update(&mut state, tried(second[0].clone()), &now(0));
    assert!(
        state
            .workshop
            .bench
            .is_current(state.workshop.desk().unwrap())
    );
    update(&mut state, again, &now(0));
    assert!(
        state
            .workshop
            .bench
            .is_current(state.workshop.desk().unwrap())
    );
    // Where no case is in view, none is tried.
    let home = Action::workshop(WorkshopAction::Go(Spot::Home));
    update(&mut state, home, &now(0));
    assert!(trials(update(&mut state, levels(0.13), &now(0))).is_empty());
}

#[test]
fn every_control_has_a_name_of_its_own_and_nothing_is_cut() {
    for (size, zoom) in [(WIDE, 100), (WIDE, 200), (SMALL_STRIP, 100)] {
        let mut panel = open(Stage::wide().sized(size).zoom(zoom));
        let change = upset(&panel, 0);
        edit(&mut panel, change);
        act(&mut panel, BenchAction::Why(0));
        check(&panel);
        act(&mut panel, BenchAction::Begin);
        let cue = content(&panel).cues[0].id.clone();
        act(&mut panel, BenchAction::Build(BuildAction::Cue(cue)));
        act(&mut panel, BenchAction::Build(BuildAction::Questions(true)));
        check(&panel);
    }
}

#[track_caller]
fn check(panel: &Panel) {
    assert!(panel.harness.unnamed_widgets().is_empty());
    let root = panel.harness.root();
    let width = panel.harness.ctx.content_rect().right();
    let mut names = Vec::new();
    for node in root.children_recursive() {
        let role = node.accesskit_node().role();
        if !matches!(role, Role::Button | Role::CheckBox | Role::TextInput) {
            continue;
        }
        let rect = node.rect();
        let node = node.accesskit_node();
        let name = node.label().or_else(|| node.value()).unwrap_or_default();
        assert!(!name.trim().is_empty());
        assert!(rect.right() <= width + 0.5, "{name} sticks out");
        assert!(!names.contains(&name), "{name} twice");
        names.push(name);
    }
    assert!(names.len() > 8);
}
