//! Solo practice in the window: by keyboard alone, left at any point, and kept nowhere unless asked.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{AccessKitNode, NodeT as _};
use reflexe_personas::app::training::practice::{NUMBERS, Played, Said, Stage as At};
use reflexe_personas::app::training::{PracticeAction, Spot};
use reflexe_personas::app::{Action, TrainingAction};
use reflexe_personas::domain::training::practice::{How, Lead, Turn};
use reflexe_personas::domain::vocab::Language;
use reflexe_personas::store::kit_file;

use super::support::{CHORD, Panel, SMALL_STRIP, Stage, WIDE, focused, tab_to};

/// Opens training on the page of solo practice.
pub(crate) fn open(stage: Stage) -> Panel {
    let mut panel = stage.open();
    panel.press_with(CHORD, Key::E);
    panel.reshape();
    panel.act(TrainingAction::Go(Spot::Practice).into());
    panel
}

fn act(panel: &mut Panel, action: PracticeAction) {
    panel.act(action.into());
}

/// Plays an exchange by its number.
pub(crate) fn play(panel: &mut Panel, number: u64) {
    act(panel, PracticeAction::Typed(number.to_string()));
    act(panel, PracticeAction::Replay);
    assert_eq!(played(panel).exchange().seed, number);
}

fn played(panel: &Panel) -> &Played {
    panel.state().training.practice.played().unwrap()
}

/// Sees and hears all of it, notes all but one cue and one too many, and chooses everything.
pub(crate) fn read_it(panel: &mut Panel) {
    while played(panel).goes_on() {
        act(panel, PracticeAction::Listen);
    }
    let exchange = played(panel).exchange().clone();
    let question = exchange.replies.keys().next().unwrap().clone();
    act(panel, PracticeAction::Ask(question));
    for cue in exchange.cues.iter().skip(1) {
        act(panel, PracticeAction::Note(cue.clone()));
    }
    let kit = played(panel).kit();
    let channel = exchange.channel;
    let mut cues = kit.cues.iter().filter(|c| c.channels.contains(&channel));
    let stranger = cues.find(|c| !exchange.cues.contains(&c.id)).unwrap();
    let (stranger, lead) = (
        stranger.id.clone(),
        kit.profiles().next().unwrap().id.clone(),
    );
    act(panel, PracticeAction::Note(stranger));
    act(panel, PracticeAction::Stage(At::Choose));
    act(panel, PracticeAction::Lead(Lead::Persona(lead)));
    for step in exchange.offered.iter().skip(1) {
        act(panel, PracticeAction::Step(step.clone()));
    }
}

/// Says whether these words are on screen, where a narrow space is drawn as one that does not break.
fn shows(panel: &Panel, words: &str) -> bool {
    panel.says(&words.replace('\u{202f}', "\u{a0}"))
}

#[test]
fn an_exchange_is_met_read_and_understood_with_the_keyboard_alone() {
    let mut panel = Stage::wide().open();
    panel.press_with(CHORD, Key::E);
    tab_to(&mut panel, "Un échange pour s’entraîner");
    panel.keys("Entrée");
    assert_eq!(panel.state().training.spot(), &Spot::Practice);
    tab_to(&mut panel, "Commencer un échange");
    panel.keys("Entrée");
    assert_eq!(panel.state().training.spot(), &Spot::Exchange);
    let exchange = played(&panel).exchange().clone();
    assert!(exchange.seed < NUMBERS);
    assert!(shows(&panel, &exchange.moments[0].text));
    assert!(!shows(&panel, &exchange.moments[1].text));
    tab_to(&mut panel, "Laisser poursuivre");
    // The focus stays in its place, so that one key goes on.
    for moment in &exchange.moments[1..] {
        panel.keys("Entrée");
        assert!(shows(&panel, &moment.text));
        assert_eq!(focused(&panel), "Laisser poursuivre");
    }
    panel.press(Key::Tab);
    assert_eq!(focused(&panel), "Poser une question");
    panel.keys("Entrée");
    // Among the questions at once, and back where one was.
    let asked = focused(&panel);
    panel.keys("Espace");
    let question = played(&panel).sheet().asked().next().unwrap().clone();
    let kit = played(&panel).kit();
    assert_eq!(
        kit.question(question.as_str())
            .unwrap()
            .ask_on(exchange.channel),
        asked
    );
    let reply = exchange.replies[&question].text.clone().unwrap();
    assert!(shows(&panel, &reply), "{reply}");
    assert_eq!(focused(&panel), "Poser une question");
    let family = kit.families[0].title.clone();
    tab_to(&mut panel, &family);
    panel.keys("Entrée");
    panel.press(Key::Tab);
    while !panel
        .harness
        .root()
        .children_recursive()
        .map(|node| node.accesskit_node())
        .any(|node| node.role() == Role::CheckBox && node.is_focused())
    {
        panel.press(Key::Tab);
    }
    panel.keys("Espace");
    assert_eq!(played(&panel).sheet().noted.len(), 1);
    tab_to(&mut panel, "J’ai ma lecture");
    panel.keys("Entrée");
    assert_eq!(played(&panel).stage(), At::Choose);
    // The reasoning waits for one's own lead.
    assert!(panel.says("Dites d’abord votre piste"));
    tab_to(&mut panel, "Pas encore de piste");
    panel.keys("Espace");
    tab_to(&mut panel, "Voir le raisonnement");
    panel.keys("Entrée");
    assert_eq!(played(&panel).stage(), At::Debrief);
    for words in [
        "Le moteur",
        "Les questions",
        "Les indices",
        "Les étapes",
        "Cas du kit",
    ] {
        assert!(panel.says(words), "{words}");
    }
    tab_to(&mut panel, "Un autre échange");
    panel.keys("Entrée");
    let next = played(&panel);
    assert_ne!(next.exchange().seed, exchange.seed);
    assert_eq!((next.stage(), next.sheet().turns.len()), (At::Meet, 0));
}

#[test]
fn escape_at_any_point_and_nothing_of_the_trainee_stays() {
    let mut panel = open(Stage::wide());
    play(&mut panel, 12);
    read_it(&mut panel);
    panel.keys("Échap");
    assert_eq!(played(&panel).stage(), At::Meet);
    assert!(!played(&panel).sheet().noted.is_empty());
    panel.keys("Échap");
    assert_eq!(panel.state().training.spot(), &Spot::Practice);
    assert!(panel.state().training.practice.played().is_none());
    // The same number begins with nothing noted.
    act(&mut panel, PracticeAction::Replay);
    assert!(played(&panel).sheet().noted.is_empty());
    read_it(&mut panel);
    act(&mut panel, PracticeAction::Stage(At::Debrief));
    panel.keys("Échap Échap");
    assert_eq!(panel.state().training.spot(), &Spot::Home);
    panel.keys("Échap");
    assert!(!panel.state().training.shown);
    let record = panel.record.lock().unwrap();
    assert!(record.trained.is_empty() && record.saved.is_empty() && record.copied.is_empty());
}

#[test]
fn what_is_kept_is_asked_for_says_that_all_is_invented_and_goes_once() {
    let mut panel = open(Stage::wide());
    play(&mut panel, 12);
    read_it(&mut panel);
    // Nothing to keep before there is something to read.
    act(&mut panel, PracticeAction::Keep("rien".to_owned()));
    assert!(panel.record.lock().unwrap().trained.is_empty());
    act(&mut panel, PracticeAction::Stage(At::Debrief));
    panel.push("Garder ce retour");
    assert!(panel.says("Gardé ici") && panel.says("entrainement-2026-11-26-1.txt"));
    let record = panel.record.lock().unwrap();
    assert_eq!(record.trained.len(), 1);
    let text = &record.trained[0];
    assert!(
        text.starts_with("Entraînement\u{a0}: tout est inventé\n"),
        "{text}"
    );
    for words in [
        "# Vous",
        "# Le moteur",
        "# Les indices",
        "Lu en trop",
        "Passé",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    // A file of what was thought, without a mark, a date or a name.
    for words in ["score", "2026", "%", "/10", "bonne réponse"] {
        assert!(!text.to_lowercase().contains(words), "{words}: {text}");
    }
    assert!(record.saved.is_empty());
}

#[test]
fn what_was_thought_does_not_change_once_the_reasoning_was_read() {
    let mut panel = open(Stage::wide());
    play(&mut panel, 31);
    read_it(&mut panel);
    act(&mut panel, PracticeAction::Stage(At::Debrief));
    let before = played(&panel).sheet().clone();
    let cue = played(&panel)
        .exchange()
        .cues
        .iter()
        .next()
        .unwrap()
        .clone();
    let question = played(&panel)
        .exchange()
        .replies
        .keys()
        .nth(3)
        .unwrap()
        .clone();
    act(&mut panel, PracticeAction::Note(cue));
    act(&mut panel, PracticeAction::Lead(Lead::NotYet));
    act(&mut panel, PracticeAction::Ask(question));
    act(&mut panel, PracticeAction::Stage(At::Meet));
    assert_eq!(played(&panel).sheet(), &before);
    assert_eq!(played(&panel).stage(), At::Debrief);
}

#[test]
fn the_thread_keeps_the_order_of_what_was_seen_asked_and_answered() {
    let mut panel = open(Stage::wide());
    for number in 0..20 {
        play(&mut panel, number);
        let questions: Vec<_> = played(&panel).exchange().replies.keys().cloned().collect();
        act(&mut panel, PracticeAction::Ask(questions[0].clone()));
        act(&mut panel, PracticeAction::Listen);
        act(&mut panel, PracticeAction::Ask(questions[1].clone()));
        // The same one again is not asked twice.
        act(&mut panel, PracticeAction::Ask(questions[1].clone()));
        let played = played(&panel);
        let turns = &played.sheet().turns;
        let listened = turns.iter().filter(|turn| **turn == Turn::Listen).count();
        assert_eq!(turns.len(), 2 + listened, "{number}");
        let thread = played.thread();
        let moments = thread.iter().filter(|said| matches!(said, Said::Moment(_)));
        let shown = played.exchange().shown(turns.len());
        assert_eq!(moments.count(), shown, "{number}");
        assert!(matches!(thread[0], Said::Moment(_)));
        assert_eq!(thread[1], Said::Asked(&questions[0]));
        assert!(matches!(thread[2], Said::Reply(_)));
        panel.keys("Échap");
    }
}

/// What one can act on: role and name.
fn controls(panel: &Panel) -> Vec<(Role, String)> {
    let interactive = [Role::Button, Role::CheckBox, Role::TextInput];
    let root = panel.harness.root();
    root.children_recursive()
        .map(|node| node.accesskit_node())
        .filter(|node| interactive.contains(&node.role()))
        .map(|node: AccessKitNode<'_>| {
            let name = node.label().or_else(|| node.value()).unwrap_or_default();
            (node.role(), name)
        })
        .collect()
}

#[test]
fn every_control_has_a_name_of_its_own_at_every_size() {
    for (size, zoom) in [(WIDE, 100), (WIDE, 200), (SMALL_STRIP, 100)] {
        let mut panel = open(Stage::wide().sized(size).zoom(zoom));
        let check = |panel: &Panel, page: &str| {
            assert!(
                panel.harness.unnamed_widgets().is_empty(),
                "{page} {size:?}"
            );
            let found = controls(panel);
            for one in &found {
                assert!(!one.1.trim().is_empty(), "{page} {size:?}: {one:?}");
                let twins = found.iter().filter(|other| *other == one).count();
                assert_eq!(twins, 1, "{page} {size:?}: {one:?}");
            }
        };
        check(&panel, "home");
        for number in [3, 4, 5] {
            play(&mut panel, number);
            check(&panel, "meet");
            act(&mut panel, PracticeAction::Questions(true));
            check(&panel, "questions");
            act(&mut panel, PracticeAction::Questions(false));
            for family in played(&panel).kit().families.clone() {
                act(&mut panel, PracticeAction::Family(family.id));
                check(&panel, "family");
            }
            read_it(&mut panel);
            check(&panel, "choose");
            act(&mut panel, PracticeAction::Stage(At::Debrief));
            check(&panel, "debrief");
            let how: Vec<How> = {
                let debrief = played(&panel).debrief().unwrap();
                debrief.cues.iter().map(|read| read.how).collect()
            };
            assert!(
                how.contains(&How::Missed) && how.contains(&How::OverRead),
                "{how:?}"
            );
            panel.keys("Échap");
        }
    }
}

#[test]
fn what_the_engine_says_begins_with_a_capital_where_it_begins_a_cell() {
    let mut panel = open(Stage::wide());
    let mut seen = 0;
    for number in 1..=6 {
        play(&mut panel, number);
        read_it(&mut panel);
        act(&mut panel, PracticeAction::Stage(At::Debrief));
        for words in panel.words() {
            let small = [
                "piste nette",
                "piste possible",
                "pas encore",
                "aucune piste",
            ];
            assert!(
                !small.iter().any(|small| words.starts_with(small)),
                "{words}"
            );
            seen += usize::from(words.starts_with("Piste "));
        }
        panel.keys("Échap Échap");
    }
    assert!(seen > 0);
}

#[test]
fn the_english_edition_is_played_in_english() {
    let mut stage = Stage::wide();
    stage.settings.language = Language::English;
    let kit = kit_file::load_embedded_in(Language::English, None)
        .kit
        .unwrap();
    let mut panel = stage.open_on(kit);
    panel.act(Action::Training(Box::new(TrainingAction::Enter)));
    panel.act(TrainingAction::Go(Spot::Practice).into());
    play(&mut panel, 12);
    read_it(&mut panel);
    act(&mut panel, PracticeAction::Stage(At::Debrief));
    for words in [
        "Two readings side by side",
        "The engine",
        "Read too far",
        "Case of the kit",
    ] {
        assert!(panel.says(words), "{words}");
    }
    let french = panel.words().into_iter().find(|words| {
        words.contains('«') || words.contains(" la personne ") || words.contains("indice")
    });
    assert_eq!(french, None);
}
