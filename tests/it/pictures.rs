//! A few pictures of the panel, of the workshop and of training, compared with those kept in `tests/snapshots`.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test pictures` draws them again after a wanted change. They need a
//! Vulkan driver (a software one will do); without it the test says so and is skipped, except in CI.

use std::panic::{AssertUnwindSafe, catch_unwind};

use egui_kittest::SnapshotResults;
use reflexe_personas::app::training::cards::{Card, Leaf};
use reflexe_personas::app::workshop::Spot;
use reflexe_personas::app::{Action, Command, TrainingAction, WorkshopAction, training};
use reflexe_personas::domain::vocab::ThemeChoice;
use reflexe_personas::domain::workshop::{Edit, Element, Field, Kind, Name};

use super::support::{Panel, Stage};
use super::{practice_screens, training_screens};

/// Client area of a picture of the workshop: list and sheet side by side, and no more.
const PAGE: [f32; 2] = [960.0, 600.0];

/// Looks a page is drawn in, with the suffix of its picture.
const LOOKS: [(ThemeChoice, u16, &str); 4] = [
    (ThemeChoice::Light, 100, ""),
    (ThemeChoice::Dark, 100, "-dark"),
    (ThemeChoice::Contrast, 100, "-contrast"),
    (ThemeChoice::Light, 200, "-200"),
];

/// Says why nothing can be drawn here, if so.
fn obstacle(panel: &mut Panel) -> Option<String> {
    match catch_unwind(AssertUnwindSafe(|| panel.harness.render())) {
        Ok(Ok(_image)) => None,
        Ok(Err(error)) => Some(error),
        Err(_panic) => Some("no adapter".to_owned()),
    }
}

/// Says why pictures cannot be drawn here, if so; CI must be able to.
fn skipped() -> Option<String> {
    let mut probe = Stage::wide().sized([200.0, 200.0]).open();
    let obstacle = obstacle(&mut probe)?;
    #[expect(
        clippy::disallowed_methods,
        reason = "CI turns this skip into a failure"
    )]
    let in_ci = std::env::var("CI").is_ok();
    assert!(!in_ci, "no Vulkan driver, and CI must have one");
    Some(format!(
        "skipped: no Vulkan driver to draw with ({obstacle})"
    ))
}

#[test]
fn pictures_of_the_panel() {
    if let Some(why) = skipped() {
        println!("{why}");
        return;
    }
    let mut results = SnapshotResults::new();
    let lead = "C1 C2 N2";
    for (name, stage, keys) in [
        ("ready", Stage::wide(), ""),
        ("lead", Stage::wide(), lead),
        ("lead-dark", Stage::wide().look(ThemeChoice::Dark), lead),
        (
            "lead-contrast",
            Stage::wide().look(ThemeChoice::Contrast),
            lead,
        ),
        ("small", Stage::wide().sized([1024.0, 640.0]), lead),
        ("uncertain", Stage::wide(), "A2"),
        ("danger", Stage::wide(), "F8"),
        ("phone", Stage::phone(), "C1 C2 1"),
        ("accompany", Stage::phone(), "C1 C2 1 Entrée Espace"),
    ] {
        let mut panel = stage.open();
        panel.keys(keys);
        results.add(panel.harness.try_snapshot(name));
    }
}

#[test]
fn pictures_of_the_workshop() {
    if let Some(why) = skipped() {
        println!("{why}");
        return;
    }
    let mut results = SnapshotResults::new();
    let wrong = "Les vieux ne savent pas, rappeler au 06 39 98 12 34";
    for (look, zoom, suffix) in LOOKS {
        let stage = Stage::wide().sized(PAGE).look(look).zoom(zoom);
        let mut panel = stage.open();
        panel.act(Action::Run(Command::Workshop));
        panel.reshape();
        let content = panel.state().workshop.content().unwrap();
        let card = Element::Persona(content.personas[0].id.clone());
        let essence = Field::new(card.clone(), Name::Essence);
        for (name, spot) in [
            ("workshop-home", Spot::Home),
            ("workshop-card", Spot::Sheets(Kind::Persona, Some(card))),
            (
                "workshop-rule",
                Spot::Sheets(Kind::Rule, Some(Element::Rule(2))),
            ),
            ("workshop-levels", Spot::Levels),
        ] {
            panel.act(Action::workshop(WorkshopAction::Go(spot)));
            if name == "workshop-card" {
                // Words at fault are underlined where they are typed.
                let edit = Edit::text(essence.clone(), wrong);
                panel.act(Action::workshop(WorkshopAction::Edit(edit)));
            }
            results.add(panel.harness.try_snapshot(format!("{name}{suffix}")));
        }
    }
}

/// Follows the way that the gallery takes to a page of training.
fn led(panel: &mut Panel, page: &str) {
    let mut pages = training_screens::PAGES.iter();
    let (_, lead) = pages.find(|(name, _)| *name == page).unwrap();
    lead(panel);
}

/// What leads to a page of training.
type Way = fn(&mut Panel);

#[test]
fn pictures_of_training() {
    if let Some(why) = skipped() {
        println!("{why}");
        return;
    }
    let mut results = SnapshotResults::new();
    let pages: [(&str, Way); 4] = [
        ("training-obstacle", |panel| led(panel, "peau-mots")),
        ("training-debrief", |panel| led(panel, "peau-bilan")),
        ("training-practice", |panel| {
            practice_screens::play(panel, 12);
            practice_screens::read_it(panel);
        }),
        ("training-card", |panel| {
            let leaf = Leaf::Card(Card::Persona("filet-de-securite".into()));
            let spot = training::Spot::Cards(leaf);
            panel.act(TrainingAction::Go(spot).into());
        }),
    ];
    for (look, zoom, suffix) in LOOKS {
        for (name, lead) in pages {
            let stage = Stage::wide().sized(PAGE).look(look).zoom(zoom);
            let mut panel = training_screens::open(stage);
            lead(&mut panel);
            results.add(panel.harness.try_snapshot(format!("{name}{suffix}")));
        }
    }
}
