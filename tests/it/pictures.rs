//! A few pictures of the panel, compared with those kept in `tests/snapshots`.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test pictures` draws them again after a wanted change. They need a
//! Vulkan driver (a software one will do); without it the test says so and is skipped, except in CI.

use std::panic::{AssertUnwindSafe, catch_unwind};

use egui_kittest::SnapshotResults;
use reflexe_personas::domain::vocab::ThemeChoice;

use super::support::{Panel, Stage};

/// Says why nothing can be drawn here, if so.
fn obstacle(panel: &mut Panel) -> Option<String> {
    match catch_unwind(AssertUnwindSafe(|| panel.harness.render())) {
        Ok(Ok(_image)) => None,
        Ok(Err(error)) => Some(error),
        Err(_panic) => Some("no adapter".to_owned()),
    }
}

#[test]
fn pictures_of_the_panel() {
    let mut results = SnapshotResults::new();
    let mut probe = Stage::wide().sized([200.0, 200.0]).open();
    if let Some(obstacle) = obstacle(&mut probe) {
        #[expect(
            clippy::disallowed_methods,
            reason = "CI turns this skip into a failure"
        )]
        let in_ci = std::env::var("CI").is_ok();
        assert!(!in_ci, "no Vulkan driver, and CI must have one");
        println!("skipped: no Vulkan driver to draw with ({obstacle})");
        return;
    }
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
