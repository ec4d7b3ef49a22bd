//! « Dans la peau de… » as somebody who practises lives it: by keyboard alone, left at any point, and
//! nothing of it anywhere.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Event as Toolkit, Key};
use reflexe_personas::app::state::State;
use reflexe_personas::app::training::{Loaded, Spot};
use reflexe_personas::app::update::{press, update};
use reflexe_personas::app::{Effect, TrainingAction};
use reflexe_personas::domain::guard::{Severity, scan};
use reflexe_personas::domain::kit::Kit;
use reflexe_personas::domain::lint::{Spot as LintSpot, examine};
use reflexe_personas::domain::problem::Gravity;
use reflexe_personas::domain::training::simulation::{
    Ended, Event, Leads, Mechanism, Obstacle, Page, Phase, Run, Simulation, Task, explore,
};
use reflexe_personas::domain::vocab::Language;
use reflexe_personas::store::training::simulations;
use reflexe_personas::store::{kit_file, lexicon};
use reflexe_personas::text::plain;
use reflexe_personas::ui::training::spoken;

use super::access::{controls, cut};
use super::support::{CHORD, Panel, SMALL_STRIP, Stage, focused, now, tab_to};

/// Opens training.
pub(crate) fn open(stage: Stage) -> Panel {
    let mut panel = stage.open();
    panel.press_with(CHORD, Key::E);
    panel.reshape();
    panel
}

/// Both editions, and the folder of each.
const EDITIONS: [(Language, &str); 2] = [
    (Language::French, "personas/usagers-numeriques"),
    (Language::English, "personas/digital-public-services-en"),
];

fn kit_in(language: Language) -> Arc<Kit> {
    kit_file::load_embedded_in(language, None).kit.unwrap()
}

fn shipped_in(language: Language) -> Vec<Simulation> {
    let loaded = simulations::check_of(None, kit_in(language).content());
    assert_eq!(loaded.findings, []);
    loaded.simulations
}

/// Opens training in a language, on its own edition.
fn open_in(language: Language, mut stage: Stage) -> Panel {
    stage.settings.language = language;
    let mut panel = stage.open_on(kit_in(language));
    panel.press_with(CHORD, Key::E);
    panel.reshape();
    panel
}

fn go(panel: &mut Panel, id: &str) {
    let spot = Spot::Simulation(id.into());
    panel.act(TrainingAction::Go(spot.clone()).into());
    assert_eq!(panel.state().training.spot(), &spot);
}

fn act(panel: &mut Panel, event: Event) {
    panel.act(TrainingAction::Simulation(event).into());
}

/// What brings a run on from a page: the shortest way.
fn next(simulation: &Simulation, run: &Run) -> Vec<Event> {
    let walk = run.walk().unwrap();
    let page = &simulation.pages[walk.page];
    if !run.is_accompanied() && walk.shows_way_out(simulation) {
        return vec![Event::WayOut];
    }
    let help = page.help.as_ref().filter(|_| run.is_accompanied());
    if help.is_some_and(|help| help.button.is_some()) {
        return vec![Event::Go];
    }
    match &page.task {
        Task::Go(_) => vec![Event::Go],
        Task::Type { answer, .. } => vec![Event::Type(answer.clone()), Event::Go],
        Task::Pick { options, .. } => {
            let on = options.iter().position(|o| o.leads == Leads::On).unwrap();
            vec![Event::Pick(on)]
        }
    }
}

fn playing(panel: &Panel) -> (Simulation, Run) {
    let (simulation, run) = panel.state().training.simulations.playing().unwrap();
    (simulation.clone(), run.clone())
}

/// Goes on by actions until a page with this obstacle is in view, alone or accompanied.
fn to(panel: &mut Panel, id: &str, accompanied: bool, wanted: Mechanism) {
    go(panel, id);
    if accompanied {
        act(panel, Event::Skip);
        act(panel, Event::Accompany);
    } else {
        act(panel, Event::Begin);
    }
    for _ in 0..40 {
        let (simulation, run) = playing(panel);
        let page = &simulation.pages[run.walk().unwrap().page];
        let obstacle = page.obstacle.as_ref().map(Obstacle::mechanism);
        if obstacle == Some(wanted) {
            return;
        }
        for event in next(&simulation, &run) {
            act(panel, event);
        }
    }
    panic!("{id} has no {wanted:?}");
}

fn debrief(panel: &mut Panel) {
    go(panel, "code-envoye-ailleurs");
    act(panel, Event::Skip);
    act(panel, Event::Accompany);
    while playing(panel).1.phase() != &Phase::Debrief {
        let (simulation, run) = playing(panel);
        for event in next(&simulation, &run) {
            act(panel, event);
        }
    }
    act(panel, Event::Feel(1));
}

type Lead = fn(&mut Panel);

/// Pages of training, and what leads to each.
pub(crate) const PAGES: &[(&str, Lead)] = &[
    ("entrainement", |_| {}),
    ("peau-choisir", |panel| {
        panel.act(TrainingAction::Go(Spot::Simulations).into());
    }),
    ("peau-annonce", |panel| go(panel, "une-page-mal-faite")),
    ("peau-mots", |panel| {
        to(panel, "changement-hors-des-cases", false, Mechanism::Jargon);
        act(panel, Event::Pick(0));
    }),
    ("peau-session", |panel| {
        let id = "changement-hors-des-cases";
        to(panel, id, false, Mechanism::SessionExpires);
        let (simulation, run) = playing(panel);
        for event in next(&simulation, &run) {
            act(panel, event);
        }
    }),
    ("peau-code", |panel| {
        to(
            panel,
            "code-envoye-ailleurs",
            false,
            Mechanism::CodeElsewhere,
        );
        act(panel, Event::Go);
        act(panel, Event::Go);
    }),
    ("peau-piece", |panel| {
        to(panel, "piece-en-photo", false, Mechanism::FileRefused);
        act(panel, Event::Pick(0));
    }),
    ("peau-ecriture", |panel| {
        to(
            panel,
            "un-courrier-illisible",
            false,
            Mechanism::UnknownScript,
        );
        act(panel, Event::Pick(0));
    }),
    ("peau-clavier", |panel| {
        to(panel, "une-page-mal-faite", false, Mechanism::KeyboardOnly);
    }),
    ("peau-agrandie", |panel| {
        to(panel, "une-page-mal-faite", false, Mechanism::Magnified);
    }),
    ("peau-telephone", |panel| {
        to(panel, "piece-en-photo", false, Mechanism::SmallScreen);
    }),
    ("peau-date", |panel| {
        to(panel, "tout-s-est-arrete", false, Mechanism::Deadline);
        act(panel, Event::Pick(1));
    }),
    ("peau-pour-un-autre", |panel| {
        to(
            panel,
            "au-nom-de-quelqu-un",
            false,
            Mechanism::ForSomeoneElse,
        );
    }),
    ("peau-en-ligne", |panel| {
        let id = "le-papier-s-il-vous-plait";
        to(panel, id, false, Mechanism::OnlineOnly);
        act(panel, Event::Pick(0));
    }),
    ("peau-entre-deux", |panel| {
        go(panel, "tout-s-est-arrete");
        act(panel, Event::Begin);
        act(panel, Event::LetGo);
    }),
    ("peau-accompagne", |panel| {
        to(
            panel,
            "un-courrier-illisible",
            true,
            Mechanism::UnknownScript,
        );
    }),
    ("peau-accompagne-date", |panel| {
        to(panel, "tout-s-est-arrete", true, Mechanism::Deadline);
    }),
    ("peau-bilan", debrief),
];

#[test]
fn every_card_has_a_simulation_and_every_mechanism_serves() {
    for (language, _) in EDITIONS {
        let (kit, all) = (kit_in(language), shipped_in(language));
        for persona in &kit.personas {
            let its = all.iter().filter(|one| one.persona == persona.id);
            assert!(its.count() >= 1, "{}", persona.id);
        }
        let used: BTreeSet<Mechanism> = all.iter().flat_map(Simulation::mechanisms).collect();
        assert_eq!(used, Mechanism::ALL.iter().copied().collect());
    }
}

#[test]
fn the_simulations_that_ship_are_those_of_the_folder_and_both_editions_resist_alike() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for (language, folder) in EDITIONS {
        let kit = kit_in(language);
        let read = simulations::playable(Some(&root.join(folder)), kit.content());
        assert_eq!(read.findings, []);
        assert_eq!(read.simulations, shipped_in(language));
    }
    let english = shipped_in(Language::English);
    for (one, other) in shipped_in(Language::French).iter().zip(&english) {
        assert_eq!(one.id, other.id);
        assert_eq!(one.mechanisms(), other.mechanisms(), "{}", one.id);
        assert_eq!((&one.persona, &one.helped), (&other.persona, &other.helped));
        let shape = |one: &Simulation| {
            let pages = one.pages.iter().map(|page| {
                let help = page.help.as_ref();
                let help = help.map(|help| (help.step.clone(), help.button.is_some()));
                (page.id.clone(), page.text.len(), help)
            });
            let lines = (one.paper.lines.len(), one.felt.len());
            (pages.collect::<Vec<_>>(), lines, explore(one).states)
        };
        assert_eq!(shape(one), shape(other), "{}", one.id);
        let own = texts(one);
        for text in texts(other) {
            // One word may be the same in both, or a number: « Image », « LAN 07-33 ».
            let sentence = text.contains(' ') && text.chars().any(char::is_lowercase);
            assert!(!sentence || !own.contains(&text), "{}: {text}", one.id);
            assert!(
                !text.contains(['«', '»', '\'', '\u{a0}', '\u{202f}']),
                "{text}"
            );
            let opened = text.matches('“').count();
            assert_eq!(opened, text.matches('”').count(), "{text}");
        }
    }
    assert_eq!(english.len(), shipped_in(Language::French).len());
}

#[test]
fn every_simulation_can_be_completed_from_everywhere_and_every_obstacle_is_met() {
    let mut states = 0;
    let both = EDITIONS
        .iter()
        .flat_map(|(language, _)| shipped_in(*language));
    for simulation in both {
        let found = explore(&simulation);
        assert!(found.alone && found.accompanied, "{}", simulation.id);
        assert!(found.trapped.is_empty(), "{}: {found:?}", simulation.id);
        assert!(found.avoided.is_empty(), "{}: {found:?}", simulation.id);
        assert_eq!(found.reached.len(), simulation.pages.len());
        states += found.states;
    }
    assert!(states > 200, "{states}");
}

/// Every text of a simulation.
fn texts(simulation: &Simulation) -> Vec<String> {
    fn of(page: &Page) -> Vec<String> {
        let mut all = vec![page.title.clone()];
        all.extend(page.text.iter().cloned());
        match &page.task {
            Task::Go(button) => all.push(button.clone()),
            Task::Type {
                label,
                answer,
                refusal,
                button,
            } => all.extend([label, answer, refusal, button].map(Clone::clone)),
            Task::Pick { question, options } => {
                all.push(question.clone());
                for option in options {
                    all.push(option.words.clone());
                    if let Leads::Reply(reply) = &option.leads {
                        all.push(reply.clone());
                    }
                }
            }
        }
        if let Some(obstacle) = &page.obstacle {
            all.extend(obstacle.replies().iter().cloned());
            if let Some(wall) = obstacle.wall() {
                all.extend([wall.way_out.clone(), wall.then.clone()]);
            }
        }
        if let Some(help) = &page.help {
            all.push(help.does.clone());
            all.extend(help.button.clone());
        }
        match &page.obstacle {
            Some(Obstacle::SessionExpires { message, .. }) => all.push(message.clone()),
            Some(Obstacle::KeyboardOnly { links }) => all.extend(links.iter().cloned()),
            Some(Obstacle::Deadline { date, at_stake, .. }) => {
                all.extend([date.clone(), at_stake.clone()]);
            }
            _ => {}
        }
        all
    }
    let mut all = vec![
        simulation.title.clone(),
        simulation.coming.clone(),
        simulation.situation.clone(),
        simulation.service.clone(),
        simulation.paper.title.clone(),
    ];
    all.extend(simulation.paper.lines.iter().cloned());
    all.extend(simulation.felt.iter().cloned());
    all.extend(simulation.pages.iter().flat_map(of));
    all
}

/// Words that would speak of somebody in a cue, and speak of nobody where simulations have them: what a
/// motive is called, letters of a file's name, whom one turns to, a form's own words, a time to wait.
const OF_NOBODY: [&str; 5] = ["s’appelle", "accents", "adresse à", "le nom de", "vingt et"];

#[test]
fn everything_in_a_simulation_is_invented() {
    let guard = lexicon::guard_of_language("fr");
    let mut read = 0;
    let both = EDITIONS.iter().flat_map(|(language, _)| {
        let all = shipped_in(*language).into_iter();
        all.map(|simulation| (*language, simulation))
    });
    let mut told = Vec::new();
    for (language, simulation) in both {
        let lint = lexicon::of_language(language.key());
        for text in texts(&simulation) {
            read += 1;
            // Reserved for examples: nobody can have it.
            if text.contains(".example") {
                continue;
            }
            let found = scan(&text, &guard, 2026).into_iter();
            let stopped = found.filter(|found| found.severity == Severity::Red);
            told.extend(stopped.map(|found| format!("{text}: {}", found.why)));
            // Nobody is imitated, nothing of who people are is said: the words that no cue may have.
            let remarks = examine(&lint, LintSpot::Cue, &text, 2026).into_iter();
            let graves = remarks.filter(|remark| remark.gravity == Gravity::Error);
            let graves = graves.filter(|remark| !OF_NOBODY.contains(&remark.token.as_str()));
            told.extend(graves.map(|remark| format!("{text}: {}", remark.message)));
        }
    }
    assert_eq!(told, Vec::<String>::new());
    assert!(read > 600, "{read}");
    // The guard would see a real one.
    assert!(!scan("Appeler le 06 39 98 12 34", &guard, 2026).is_empty());
}

/// Types into what has the focus.
fn type_text(panel: &mut Panel, text: &str) {
    panel.harness.event(Toolkit::Text(text.to_owned()));
    panel.run();
}

/// Presses something by name with the keyboard.
fn press_named(panel: &mut Panel, name: &str) {
    tab_to(panel, name);
    panel.keys("Entrée");
}

/// Does by keyboard what a run needs next.
fn by_keyboard(panel: &mut Panel) {
    let (simulation, run) = playing(panel);
    let page = &simulation.pages[run.walk().unwrap().page];
    let obstacle = page.obstacle.as_ref().filter(|_| !run.is_accompanied());
    let said = |words: &str| {
        if obstacle == Some(&Obstacle::UnknownScript) {
            spoken(words)
        } else {
            words.to_owned()
        }
    };
    for event in next(&simulation, &run) {
        match (event, &page.task) {
            (Event::WayOut, _) => {
                let wall = page.obstacle.as_ref().and_then(Obstacle::wall).unwrap();
                press_named(panel, &wall.way_out);
            }
            (Event::Type(answer), Task::Type { label, .. }) => {
                tab_to(panel, label);
                type_text(panel, &answer);
            }
            // Entrée in the field is enough.
            (Event::Go, Task::Type { .. }) if run.is_accompanied() && page.obstacle.is_some() => {
                let help = page.help.as_ref().unwrap();
                match &help.button {
                    Some(button) => press_named(panel, button),
                    None => panel.keys("Entrée"),
                }
            }
            (Event::Go, Task::Type { .. }) => panel.keys("Entrée"),
            (Event::Go, Task::Go(words)) => press_named(panel, words),
            (Event::Go, _) => {
                let button = page.help.as_ref().and_then(|help| help.button.clone());
                press_named(panel, &button.unwrap());
            }
            (Event::Pick(number), Task::Pick { options, .. }) => {
                press_named(panel, &said(&options[number].words));
            }
            (event, _) => panic!("{event:?}"),
        }
    }
}

fn through(panel: &mut Panel, until: impl Fn(&Phase) -> bool) {
    for _ in 0..40 {
        if until(playing(panel).1.phase()) {
            return;
        }
        by_keyboard(panel);
    }
    panic!("no end: {:?}", playing(panel).1);
}

#[test]
fn every_simulation_is_completed_by_keyboard_alone_both_ways() {
    for (language, _) in EDITIONS {
        completed_by_keyboard(language);
    }
}

fn completed_by_keyboard(language: Language) {
    let said = |key| plain(language, key);
    let mut panel = open_in(language, Stage::wide());
    for simulation in shipped_in(language) {
        press_named(&mut panel, said("training_task_simulations"));
        press_named(&mut panel, &simulation.title);
        press_named(&mut panel, said("training_begin"));
        through(&mut panel, |phase| *phase == Phase::Between(Ended::Through));
        press_named(&mut panel, said("training_accompany"));
        assert!(playing(&panel).1.is_accompanied());
        through(&mut panel, |phase| *phase == Phase::Debrief);
        // The focus is on the title of the page that came.
        assert_eq!(focused(&panel), said("training_debrief"));
        press_named(&mut panel, &simulation.felt[0]);
        assert_eq!(playing(&panel).1.felt().len(), 1, "{}", simulation.id);
        for step in &simulation.helped {
            let step = panel.state().kit.step(step.as_str()).unwrap().clone();
            assert!(panel.says(&step.title), "{}", step.id);
        }
        panel.keys("Échap Échap");
        assert_eq!(panel.state().training.spot(), &Spot::Home);
    }
    let record = panel.record.lock().unwrap();
    assert!(record.drafts.is_empty() && record.draft.is_none() && record.saved.is_empty());
    assert!(record.copied.is_empty() && record.settings.is_empty() && record.errands.is_empty());
    assert!(record.workshop.is_none() && record.tally.is_none());
}

#[test]
fn a_refusal_leaves_the_focus_where_it_was() {
    let mut panel = open(Stage::wide());
    to(&mut panel, "piece-en-photo", false, Mechanism::FileRefused);
    let (simulation, run) = playing(&panel);
    let page = &simulation.pages[run.walk().unwrap().page];
    let Task::Pick { options, .. } = &page.task else {
        panic!("{:?}", page.task);
    };
    let Some(Obstacle::FileRefused { replies }) = &page.obstacle else {
        panic!("{:?}", page.obstacle);
    };
    let refused = options[1].words.as_str();
    for reply in replies {
        press_named(&mut panel, refused);
        assert!(panel.says(reply), "{reply}");
        assert_eq!(focused(&panel), refused);
    }
}

#[test]
fn escape_leaves_a_field_then_the_exercise() {
    let mut panel = open(Stage::wide());
    go(&mut panel, "changement-hors-des-cases");
    act(&mut panel, Event::Begin);
    tab_to(&mut panel, "Numéro de suivi");
    type_text(&mut panel, "GAL");
    assert_eq!(playing(&panel).1.walk().unwrap().typed, "GAL");
    panel.keys("Échap");
    assert!(panel.state().training.simulations.playing().is_some());
    panel.keys("Échap");
    assert_eq!(panel.state().training.spot(), &Spot::Simulations);
    assert!(panel.state().training.simulations.playing().is_none());
    // What was typed is not there when one comes back.
    go(&mut panel, "changement-hors-des-cases");
    assert_eq!(playing(&panel).1, Run::default());
}

#[test]
fn from_every_point_escape_goes_back_and_no_effect_but_reading_is_asked() {
    for (language, _) in EDITIONS {
        escape_goes_back_from_every_point(language);
    }
}

fn escape_goes_back_from_every_point(language: Language) {
    let mut state = State::new(kit_in(language));
    let mut effects = update(&mut state, TrainingAction::Toggle.into(), &now(0));
    assert!(matches!(effects.as_slice(), [Effect::LoadTraining(_), ..]));
    effects.retain(|effect| !matches!(effect, Effect::LoadTraining(_)));
    let all = shipped_in(language);
    let loaded = Box::new(Loaded {
        simulations: all.clone(),
        ..Loaded::default()
    });
    effects.extend(update(
        &mut state,
        TrainingAction::Loaded(loaded).into(),
        &now(1),
    ));
    let mut points = 0;
    for simulation in &all {
        let spot = Spot::Simulation(simulation.id.clone());
        effects.extend(update(&mut state, TrainingAction::Go(spot).into(), &now(2)));
        for first in [vec![Event::Begin], vec![Event::Skip, Event::Accompany]] {
            let mut here = state.clone();
            for event in first {
                let event = TrainingAction::Simulation(event);
                effects.extend(update(&mut here, event.into(), &now(3)));
            }
            loop {
                points += 1;
                let mut left = here.clone();
                for (times, above) in [(1, Spot::Simulations), (2, Spot::Home)] {
                    effects.extend(press(
                        &mut left,
                        reflexe_personas::app::keys::Key::Escape,
                        &now(10_000 * times),
                    ));
                    assert_eq!(left.training.spot(), &above);
                    assert!(left.training.simulations.playing().is_none());
                }
                assert!(here.draft().is_none());
                let (_, run) = here.training.simulations.playing().unwrap();
                if run.walk().is_none() {
                    break;
                }
                for event in next(simulation, &run.clone()) {
                    let event = TrainingAction::Simulation(event);
                    effects.extend(update(&mut here, event.into(), &now(4)));
                }
            }
        }
    }
    assert!(points > 100, "{points}");
    // The window's own shape is all that changes outside.
    effects.retain(|effect| !matches!(effect, Effect::Reshape(_)));
    assert_eq!(effects, []);
}

#[test]
fn a_pointer_does_nothing_on_a_page_made_for_no_pointer_and_is_told() {
    let mut panel = open(Stage::wide());
    to(
        &mut panel,
        "une-page-mal-faite",
        false,
        Mechanism::KeyboardOnly,
    );
    let before = playing(&panel).1;
    panel.click(eframe::egui::accesskit::Role::Button, "OK");
    assert_eq!(playing(&panel).1, before);
    assert!(panel.says("la souris ne sert pas. Tab"));
    // Assistive technology presses what it reads.
    panel.push("OK");
    assert!(panel.says("Champ obligatoire"));
}

#[test]
fn every_page_names_its_controls_and_cuts_no_text_whatever_the_size() {
    for stage in [
        Stage::wide(),
        Stage::wide().zoom(200),
        Stage::wide().sized(SMALL_STRIP),
    ] {
        every_page_holds(Language::French, &stage);
        every_page_holds(Language::English, &stage);
    }
}

fn every_page_holds(language: Language, stage: &Stage) {
    let mut panel = open_in(language, stage.clone());
    for (name, lead) in PAGES {
        panel.act(TrainingAction::Go(Spot::Home).into());
        lead(&mut panel);
        let found = controls(&panel);
        for control in &found {
            assert!(!control.name.trim().is_empty(), "{name}: {control:?}");
            let twins = found.iter().filter(|other| {
                (&other.parent, &other.name, &other.role)
                    == (&control.parent, &control.name, &control.role)
            });
            assert_eq!(twins.count(), 1, "{name}: {control:?}");
            let size = control.rect.size();
            assert!(size.x >= 23.9 && size.y >= 23.9, "{name}: {control:?}");
        }
        assert!(panel.harness.unnamed_widgets().is_empty(), "{name}");
        // One page is seen by a corner, on purpose.
        if *name != "peau-agrandie" {
            assert_eq!(cut(&panel), Vec::<String>::new(), "{name} {stage:?}");
        }
    }
}

#[test]
fn the_english_edition_is_played_in_english() {
    let mut stage = Stage::wide();
    stage.settings.language = Language::English;
    stage.around.shipped_kit = true;
    let mut panel = open(stage);
    assert!(panel.says("10 simulations"));
    for (_, lead) in PAGES {
        panel.act(TrainingAction::Go(Spot::Home).into());
        lead(&mut panel);
        let french = panel.words().into_iter().find(|words| {
            let lower = words.to_lowercase();
            words.contains(['«', '\u{202f}']) || lower.contains(" vous ") || lower.contains(" la ")
        });
        assert_eq!(french, None);
    }
}

#[test]
fn a_kit_that_has_none_and_for_whose_language_none_ship_says_so() {
    let mut content = kit_in(Language::English).content().clone();
    content.language = "cy".to_owned();
    let text = kit_file::write_bundle(&content).unwrap();
    let kit = kit_file::parse_bundle(&text, "cymraeg.ron", None).kit;
    let mut stage = Stage::wide();
    stage.settings.language = Language::English;
    let mut panel = stage.open_on(kit.unwrap());
    panel.press_with(CHORD, Key::E);
    panel.reshape();
    assert!(panel.says("None for this kit"));
    panel.act(TrainingAction::Go(Spot::Simulations).into());
    assert!(panel.says("This kit has no simulation yet"));
}

#[test]
fn a_kit_without_a_folder_plays_those_of_its_language_and_an_empty_folder_is_a_choice() {
    for (language, _) in EDITIONS {
        let kit = kit_in(language);
        let folder = tempfile::tempdir().unwrap();
        let played = || simulations::playable(Some(folder.path()), kit.content()).simulations;
        assert_eq!(played(), shipped_in(language));
        std::fs::create_dir(folder.path().join(simulations::FOLDER)).unwrap();
        assert_eq!(played(), []);
    }
}

#[test]
fn a_mistake_in_a_file_is_told_by_line_with_a_cure_and_the_others_are_played() {
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join(simulations::FOLDER);
    std::fs::create_dir(&place).unwrap();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = root.join("personas/usagers-numeriques/simulations/tout-s-est-arrete.ron");
    let text = String::from_utf8(std::fs::read(source).unwrap()).unwrap();
    let write = |name: &str, text: String| {
        let path = place.join(name);
        let file = std::fs::File::create(path).unwrap();
        std::io::Write::write_all(&mut { file }, text.as_bytes()).unwrap();
    };
    write("a.ron", text.clone());
    write("b.ron", text.replace("nommer-urgence", "nommer-urgense"));
    write("c.ron", text.replace("persona:", "personna:"));
    write("d.ron", text.replace("format: 1", "format: 7"));
    write("e.ron", text.clone());
    let loaded = simulations::check_of(Some(folder.path()), kit.content());
    assert_eq!(loaded.simulations.len(), 1);
    let told: Vec<String> = loaded.findings.iter().map(ToString::to_string).collect();
    for words in [
        "b.ron",
        "« nommer-urgence »",
        "c.ron",
        "d.ron:3",
        "format 7",
        "e.ron",
        "Deux simulations",
    ] {
        let words = words.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
        assert!(
            told.iter().any(|said| said.contains(&words)),
            "{words}: {told:?}"
        );
    }
    for finding in &loaded.findings {
        assert_eq!(finding.severity, Gravity::Error);
        assert!(finding.line >= 1 && !finding.cure.is_empty(), "{finding}");
    }
    // The step is named at its page and in the debrief: both are told where they stand.
    let lines: BTreeSet<usize> = loaded
        .findings
        .iter()
        .filter(|finding| finding.file.ends_with("b.ron"))
        .map(|finding| finding.line)
        .collect();
    assert_eq!(lines.len(), 2, "{told:?}");
}
