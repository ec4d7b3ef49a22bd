//! The pages of the workshop as assistive technology and the keyboard alone find them.

use std::collections::BTreeSet;

use eframe::egui::Modifiers;
use reflexe_personas::app::workshop::Spot;
use reflexe_personas::app::{Action, WorkshopAction};
use reflexe_personas::domain::workshop::{Element, Field, Kind, Name};

use super::super::support::{CHORD, Panel, SMALL_STRIP, Stage, WIDE};
use super::super::workshop_screens::pages;
use super::{controls, cut, in_sight, walk};

fn go(panel: &mut Panel, spot: Spot) {
    panel.act(Action::workshop(WorkshopAction::Go(spot)));
    panel.reshape();
}

/// The workshop, with a link in the draft: the kit has none.
fn open(stage: Stage) -> Panel {
    let mut panel = stage.open();
    panel.press_with(CHORD, eframe::egui::Key::A);
    panel.reshape();
    panel.act(Action::workshop(WorkshopAction::Add(Kind::Link)));
    panel
}

/// Every page, then a rule being built and a case being changed.
fn each_page(stage: Stage, mut check: impl FnMut(&str, &mut Panel)) {
    let mut panel = open(stage);
    for page in pages(&panel) {
        go(&mut panel, page.clone());
        check(&format!("{page:?}"), &mut panel);
    }
    let rule = Spot::Sheets(Kind::Rule, Some(Element::Rule(2)));
    go(&mut panel, rule);
    panel.push("Quand\u{a0}: Ajouter une condition");
    panel.push("Quand\u{a0}: Une réponse");
    check("a rule being built", &mut panel);
    let case = Field::new(Element::Case(0), Name::Title);
    panel.act(Action::workshop(WorkshopAction::GoTo(case)));
    check("a case being changed", &mut panel);
}

#[test]
fn every_control_of_the_workshop_has_a_name_and_is_large_enough() {
    let mut seen = 0;
    for stage in [Stage::wide(), Stage::wide().sized(SMALL_STRIP)] {
        each_page(stage, |page, panel| {
            let found = controls(panel);
            assert!(!found.is_empty(), "{page}");
            seen += found.len();
            for control in &found {
                assert!(!control.name.trim().is_empty(), "{page}: {control:?}");
                let twins = found.iter().filter(|other| {
                    other.parent == control.parent
                        && other.name == control.name
                        && other.role == control.role
                });
                assert_eq!(twins.count(), 1, "{page}: {control:?}");
                let size = control.rect.size();
                assert!(
                    size.x >= 23.9 && size.y >= 23.9,
                    "{page}: {} is {size:?}",
                    control.name
                );
            }
            assert!(panel.harness.unnamed_widgets().is_empty(), "{page}");
        });
    }
    assert!(seen > 1_000, "{seen}");
}

#[test]
fn tab_reaches_every_control_of_every_page() {
    let mut reached = 0;
    each_page(Stage::wide(), |page, panel| {
        let wanted: BTreeSet<String> = controls(panel)
            .iter()
            // What agents see is a picture of the panel: nothing in it acts.
            .filter(|control| control.focusable && !control.disabled)
            .map(|control| control.id.clone())
            .collect();
        let met = walk(panel, Modifiers::NONE);
        in_sight(panel, page, &met);
        let met: BTreeSet<String> = met.into_iter().map(|control| control.id).collect();
        let missed: Vec<String> = controls(panel)
            .into_iter()
            .filter(|control| wanted.contains(&control.id) && !met.contains(&control.id))
            .map(|control| control.name)
            .collect();
        assert!(missed.is_empty(), "{page}: never reached {missed:?}");
        reached += wanted.len();
    });
    assert!(reached > 500, "{reached}");
}

#[test]
fn no_text_of_the_workshop_is_cut_at_two_hundred_per_cent() {
    let mut faults = Vec::new();
    for (size, zoom) in [(WIDE, 100), (WIDE, 200), (SMALL_STRIP, 100)] {
        each_page(Stage::wide().sized(size).zoom(zoom), |page, panel| {
            if panel.state().workshop.spot() == &Spot::Levels {
                // A table that scrolls sideways: the column at its edge is seen in part.
                return;
            }
            for words in cut(panel) {
                faults.push(format!("{page} at {size:?}, {zoom} %: {words}"));
            }
        });
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
