//! A few pictures of the panel and of the workshop, compared with those kept in `tests/snapshots`.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test pictures` draws them again after a wanted change. They need a
//! Vulkan driver (a software one will do); without it the test says so and is skipped, except in CI.

use std::panic::{AssertUnwindSafe, catch_unwind};

use egui_kittest::SnapshotResults;
use reflexe_personas::app::workshop::Spot;
use reflexe_personas::app::{Action, Command, WorkshopAction};
use reflexe_personas::domain::vocab::ThemeChoice;
use reflexe_personas::domain::workshop::{Edit, Element, Field, Kind, Name};

use super::support::{Panel, Stage};

/// Client area of a picture of the workshop: list and sheet side by side, and no more.
const PAGE: [f32; 2] = [960.0, 600.0];

/// Says why nothing can be drawn here, if so.
fn obstacle(panel: &mut Panel) -> Option<String> {
    match catch_unwind(AssertUnwindSafe(|| panel.harness.render())) {
        Ok(Ok(_image)) => None,
        Ok(Err(error)) => Some(error),
        Err(_panic) => Some("no adapter".to_owned()),
    }
}

/// Says whether pictures can be drawn here; CI must be able to.
fn can_draw() -> bool {
    let mut probe = Stage::wide().sized([200.0, 200.0]).open();
    if let Some(obstacle) = obstacle(&mut probe) {
        #[expect(
            clippy::disallowed_methods,
            reason = "CI turns this skip into a failure"
        )]
        let in_ci = std::env::var("CI").is_ok();
        assert!(!in_ci, "no Vulkan driver, and CI must have one");
        println!("skipped: no Vulkan driver to draw with ({obstacle})");
        return false;
    }
    true
}

#[test]
fn pictures_of_the_panel() {
    if !can_draw() {
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
    if !can_draw() {
        return;
    }
    let mut results = SnapshotResults::new();
    let looks = [
        (ThemeChoice::Light, 100, ""),
        (ThemeChoice::Dark, 100, "-dark"),
        (ThemeChoice::Contrast, 100, "-contrast"),
        (ThemeChoice::Light, 200, "-200"),
    ];
    let wrong = "Les vieux ne savent pas, rappeler au 06 39 98 12 34";
    for (look, zoom, suffix) in looks {
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
