//! Tests of the state machine and of the check, on small simulations made here.

use std::collections::BTreeSet;

use super::*;
use crate::domain::testing::kit;

fn choice(words: &str, leads: Leads) -> Choice {
    Choice {
        words: words.to_owned(),
        leads,
    }
}

fn page(id: &str, task: Task, obstacle: Option<Obstacle>) -> Page {
    let walled = obstacle.as_ref().is_some_and(|o| o.wall().is_some());
    Page {
        id: id.into(),
        title: id.to_owned(),
        text: Vec::new(),
        task,
        help: obstacle.is_some().then(|| Help {
            step: "x0".into(),
            does: "Relire ensemble".to_owned(),
            button: walled.then(|| "Ensemble".to_owned()),
        }),
        obstacle,
    }
}

fn go() -> Task {
    Task::Go("Continuer".to_owned())
}

fn typed() -> Task {
    Task::Type {
        label: "Numéro".to_owned(),
        answer: "AB 12".to_owned(),
        refusal: "Inconnu".to_owned(),
        button: "OK".to_owned(),
    }
}

fn pick() -> Task {
    Task::Pick {
        question: "Lequel".to_owned(),
        options: vec![
            choice("Celui-ci", Leads::Reply("Non".to_owned())),
            choice("Celui-là", Leads::On),
        ],
    }
}

fn wall(count: usize) -> Wall {
    Wall {
        replies: (0..count).map(|n| format!("Réponse {n}")).collect(),
        way_out: "Autrement".to_owned(),
        then: "Dix jours".to_owned(),
    }
}

fn links() -> Vec<String> {
    ["a", "b", "c"].map(str::to_owned).to_vec()
}

/// One obstacle of each mechanism, with a task it may stand on.
fn obstacles() -> Vec<(Task, Obstacle)> {
    vec![
        (pick(), Obstacle::Jargon),
        (
            typed(),
            Obstacle::SessionExpires {
                message: "Expirée".to_owned(),
                back_to: "debut".into(),
            },
        ),
        (typed(), Obstacle::CodeElsewhere(wall(2))),
        (
            pick(),
            Obstacle::FileRefused {
                replies: wall(3).replies,
            },
        ),
        (pick(), Obstacle::UnknownScript),
        (typed(), Obstacle::KeyboardOnly { links: links() }),
        (pick(), Obstacle::Magnified),
        (go(), Obstacle::SmallScreen),
        (
            pick(),
            Obstacle::Deadline {
                date: "vendredi".to_owned(),
                at_stake: "Le droit est clos".to_owned(),
                wall: wall(2),
            },
        ),
        (pick(), Obstacle::ForSomeoneElse(wall(1))),
        (go(), Obstacle::OnlineOnly(wall(3))),
    ]
}

fn of(pages: Vec<Page>) -> Simulation {
    Simulation {
        id: "essai".into(),
        title: "Essai".to_owned(),
        persona: "x0".into(),
        coming: String::new(),
        situation: String::new(),
        service: "Caisse Galet".to_owned(),
        paper: Paper {
            title: "Lettre".to_owned(),
            lines: vec!["Numéro : AB 12".to_owned()],
        },
        pages,
        felt: ["Un", "Deux"].map(str::to_owned).to_vec(),
        helped: vec!["x1".into()],
    }
}

fn with(task: Task, obstacle: Obstacle) -> Simulation {
    of(vec![
        page("debut", typed(), None),
        page("coeur", task, Some(obstacle)),
        page("fin", go(), None),
    ])
}

fn play(simulation: &Simulation, events: impl IntoIterator<Item = Event>) -> Run {
    let mut run = Run::default();
    for event in events {
        assert!(run.act(simulation, event.clone()), "{event:?}");
    }
    run
}

fn number() -> [Event; 2] {
    [Event::Type("ab12".to_owned()), Event::Go]
}

#[test]
fn every_mechanism_can_be_completed_both_ways_and_is_met() {
    let mut seen = BTreeSet::new();
    for (task, obstacle) in obstacles() {
        let mechanism = obstacle.mechanism();
        seen.insert(mechanism);
        let simulation = with(task, obstacle);
        assert_eq!(check(&simulation, kit().content()), [], "{mechanism:?}");
        let found = explore(&simulation);
        assert!(found.alone && found.accompanied, "{mechanism:?}");
        assert!(found.trapped.is_empty() && found.avoided.is_empty());
        assert_eq!(found.reached, (0..3).collect(), "{mechanism:?}");
        assert_eq!(simulation.mechanisms(), [mechanism]);
    }
    assert_eq!(seen, Mechanism::ALL.iter().copied().collect());
}

#[test]
fn a_wall_answers_until_its_way_round_shows_and_help_takes_it_away() {
    let simulation = with(typed(), Obstacle::CodeElsewhere(wall(2)));
    let mut run = play(&simulation, [Event::Begin].into_iter().chain(number()));
    assert!(!run.act(&simulation, Event::WayOut));
    // Whatever is typed, it answers.
    for (typed, said) in [
        ("AB 12", "Réponse 0"),
        ("", "Réponse 1"),
        ("x", "Réponse 1"),
    ] {
        assert!(run.act(&simulation, Event::Type(typed.to_owned())));
        assert!(run.act(&simulation, Event::Go));
        assert_eq!(run.said(&simulation), Some(said));
    }
    assert!(run.walk().unwrap().shows_way_out(&simulation));
    assert!(run.act(&simulation, Event::WayOut));
    assert_eq!(run.said(&simulation), Some("Dix jours"));
    assert!(run.act(&simulation, Event::Go));
    assert_eq!(run.phase(), &Phase::Between(Ended::Through));
    assert!(run.act(&simulation, Event::Accompany));
    for event in number().into_iter().chain([Event::Go, Event::Go]) {
        assert!(run.act(&simulation, event));
    }
    assert_eq!(run.phase(), &Phase::Debrief);
}

#[test]
fn a_session_expires_once_at_its_step_and_never_with_help() {
    let expires = Obstacle::SessionExpires {
        message: "Expirée".to_owned(),
        back_to: "debut".into(),
    };
    let simulation = with(typed(), expires);
    let mut run = play(&simulation, [Event::Begin].into_iter().chain(number()));
    // A wrong answer is refused first: it expires on a step that is done.
    assert!(run.act(&simulation, Event::Go));
    assert_eq!(run.said(&simulation), Some("Inconnu"));
    for event in number() {
        run.act(&simulation, event);
    }
    assert_eq!(run.walk().unwrap().page, 0);
    assert_eq!(run.said(&simulation), Some("Expirée"));
    // What was typed is gone with the page.
    assert!(run.walk().unwrap().typed.is_empty());
    for event in number().into_iter().chain(number()) {
        run.act(&simulation, event);
    }
    assert_eq!(run.walk().unwrap().page, 2);
    let mut helped = play(&simulation, [Event::Skip, Event::Accompany]);
    for event in number().into_iter().chain(number()) {
        assert!(helped.act(&simulation, event));
    }
    assert_eq!(helped.walk().unwrap().page, 2);
}

#[test]
fn a_refused_file_is_taken_after_its_reasons_and_at_once_with_help() {
    let refused = Obstacle::FileRefused {
        replies: wall(2).replies,
    };
    let simulation = with(pick(), refused);
    let mut run = play(&simulation, [Event::Begin].into_iter().chain(number()));
    for said in ["Réponse 0", "Réponse 1"] {
        assert!(run.act(&simulation, Event::Pick(1)));
        assert_eq!(run.said(&simulation), Some(said));
    }
    // A choice of its own reply is answered by it.
    assert!(run.act(&simulation, Event::Pick(0)));
    assert_eq!(run.said(&simulation), Some("Non"));
    assert!(run.act(&simulation, Event::Pick(1)));
    assert_eq!(run.walk().unwrap().page, 2);
    let mut helped = play(&simulation, [Event::Skip, Event::Accompany]);
    for event in number().into_iter().chain([Event::Pick(1)]) {
        assert!(helped.act(&simulation, event));
    }
    assert_eq!(helped.walk().unwrap().page, 2);
}

#[test]
fn one_may_let_go_anywhere_and_begin_again_and_what_was_felt_is_forgotten() {
    let simulation = with(pick(), Obstacle::Jargon);
    let mut run = play(&simulation, [Event::Begin, Event::LetGo]);
    assert_eq!(run.phase(), &Phase::Between(Ended::LetGo));
    run.act(&simulation, Event::Accompany);
    for event in number().into_iter().chain([Event::Pick(1), Event::Go]) {
        assert!(run.act(&simulation, event));
    }
    assert!(run.act(&simulation, Event::Feel(1)) && !run.act(&simulation, Event::Feel(9)));
    assert_eq!(run.felt(), &BTreeSet::from([1]));
    assert!(run.act(&simulation, Event::Again));
    assert_eq!(run, Run::default());
    // What means nothing here changes nothing.
    let before = run.clone();
    for event in [Event::Go, Event::LetGo, Event::Accompany, Event::Pick(0)] {
        assert!(!run.act(&simulation, event));
    }
    assert_eq!(run, before);
}

#[test]
fn what_is_hard_to_read_stays_so_when_one_comes_back() {
    let mut simulation = with(pick(), Obstacle::UnknownScript);
    if let Task::Pick { options, .. } = &mut simulation.pages[1].task {
        options.push(choice("Ailleurs", Leads::To("debut".into())));
    }
    let start = [Event::Begin].into_iter().chain(number());
    let mut run = play(&simulation, start.chain([Event::Pick(2)]).chain(number()));
    assert!(run.walk().unwrap().is_obstructed());
    assert!(run.act(&simulation, Event::Pick(1)));
}

/// What the check says of a simulation that somebody broke.
fn said(break_it: impl FnOnce(&mut Simulation)) -> Vec<String> {
    let mut simulation = with(pick(), Obstacle::Jargon);
    break_it(&mut simulation);
    let faults = check(&simulation, kit().content());
    faults.into_iter().map(|fault| fault.message).collect()
}

fn options(simulation: &mut Simulation) -> &mut Vec<Choice> {
    match &mut simulation.pages[1].task {
        Task::Pick { options, .. } => options,
        _ => panic!("a page of choices"),
    }
}

type Break = fn(&mut Simulation);

/// Ways of breaking a simulation, and what is said of each.
const MISTAKES: &[(Break, &str)] = &[
    (|s| s.persona = "nimbus".into(), "n’est pas dans le kit"),
    (
        |s| s.helped = vec!["nimbus".into()],
        "n’est pas dans le kit",
    ),
    (|s| s.helped.clear(), "ce qui aurait aidé"),
    (|s| s.felt.clear(), "trop ou trop peu"),
    (|s| s.id = "Pas Bon".into(), "en minuscules"),
    (
        |s| {
            s.pages[1].obstacle = None;
            s.pages[1].help = None;
        },
        "Rien ne résiste",
    ),
    (|s| s.pages[1].help = None, "personne pour le lever"),
    (
        |s| s.pages[2].help = s.pages[1].help.clone(),
        "rien qui résiste",
    ),
    (
        |s| s.pages[1].obstacle = Some(Obstacle::ForSomeoneElse(wall(1))),
        "il manque le bouton",
    ),
    (
        |s| s.pages[1].obstacle = Some(Obstacle::FileRefused { replies: vec![] }),
        "ne répond rien",
    ),
    (|s| s.pages[2].id = "debut".into(), "Deux pages"),
    (|s| s.paper.lines.clear(), "n’est pas sur le papier"),
    (
        |s| {
            options(s).remove(0);
        },
        "rien à déchiffrer",
    ),
    (
        |s| options(s).push(choice("Là", Leads::To("nulle-part".into()))),
        "n’existe pas",
    ),
    (
        |s| {
            s.pages[1].obstacle = Some(Obstacle::SessionExpires {
                message: String::new(),
                back_to: "fin".into(),
            });
        },
        "page d’avant",
    ),
    (
        |s| s.pages[1].obstacle = Some(Obstacle::KeyboardOnly { links: vec![] }),
        "que le clavier",
    ),
    // Paths, which only exploring finds.
    (
        |s| options(s)[1].leads = Leads::To("debut".into()),
        "pas de fin",
    ),
    (
        |s| {
            let aside = page("coin", go(), None);
            s.pages.insert(2, aside);
            options(s)[1].leads = Leads::To("fin".into());
        },
        "Personne n’arrive",
    ),
    (
        |s| {
            let mut trap = page("piege", pick(), None);
            if let Task::Pick { options, .. } = &mut trap.task {
                options.remove(1);
            }
            s.pages.push(trap);
            options(s).push(choice("Par là", Leads::To("piege".into())));
            s.pages[2].task = Task::Pick {
                question: String::new(),
                options: vec![choice("Finir", Leads::To("sortie".into()))],
            };
            s.pages.push(page("sortie", go(), None));
        },
        "ne peut plus finir",
    ),
    (
        |s| {
            s.pages[0].task = Task::Pick {
                question: String::new(),
                options: vec![
                    choice("Tout droit", Leads::On),
                    choice("Par le côté", Leads::To("fin".into())),
                ],
            };
        },
        "sans rencontrer l’obstacle",
    ),
];

#[test]
fn each_mistake_is_told_once_in_its_own_words() {
    for (break_it, words) in MISTAKES {
        let told = said(break_it);
        assert_eq!(told.len(), 1, "{words}: {told:?}");
        assert!(told[0].contains(words), "{words}: {told:?}");
    }
    assert_eq!(said(|_| {}), Vec::<String>::new());
}
