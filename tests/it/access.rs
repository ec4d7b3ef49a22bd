//! The panel as assistive technology and the keyboard alone find it, on every screen.

mod workshop;

use std::collections::BTreeSet;

use eframe::egui::accesskit::{Action as Act, Live, Role};
use eframe::egui::epaint::Shape;
use eframe::egui::{Key, Modifiers, Rect, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use reflexe_personas::app::{Action, Overlay};
use reflexe_personas::domain::vocab::ThemeChoice;
use reflexe_personas::store::kit_file;

use super::gallery::SCREENS;
use super::support::{Panel, Record, SMALL_STRIP, STRIP, Stage, WIDE};

/// Something one can act on, as the tree shows it.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "states as assistive technology names them"
)]
pub(crate) struct Control {
    pub(crate) id: String,
    pub(crate) role: Role,
    pub(crate) name: String,
    pub(crate) parent: String,
    pub(crate) rect: Rect,
    pub(crate) disabled: bool,
    pub(crate) focusable: bool,
    pub(crate) focused: bool,
    /// The dialog it is in, if any.
    pub(crate) in_dialog: bool,
    pub(crate) live: Option<Live>,
}

const INTERACTIVE: &[Role] = &[
    Role::Button,
    Role::CheckBox,
    Role::RadioButton,
    Role::TextInput,
    Role::MultilineTextInput,
    Role::Link,
];

#[expect(clippy::cast_possible_truncation, reason = "places on a screen")]
fn nodes(panel: &Panel) -> Vec<Control> {
    let root = panel.harness.root();
    root.children_recursive()
        .map(|node| {
            let inner = node.accesskit_node();
            let mut in_dialog = false;
            let mut above = inner.parent();
            while let Some(parent) = above {
                in_dialog |= parent.role() == Role::Dialog;
                above = parent.parent();
            }
            Control {
                id: format!("{:?}", inner.id()),
                role: inner.role(),
                name: inner.label().or_else(|| inner.value()).unwrap_or_default(),
                parent: inner
                    .parent()
                    .map_or_else(String::new, |p| format!("{:?}", p.id())),
                rect: inner.bounding_box().map_or(Rect::NOTHING, |b| {
                    Rect::from_min_max(
                        pos2(b.x0 as f32, b.y0 as f32),
                        pos2(b.x1 as f32, b.y1 as f32),
                    )
                }),
                disabled: inner.is_disabled(),
                focusable: inner.data().supports_action(Act::Focus),
                focused: inner.is_focused(),
                in_dialog,
                live: Some(inner.live()),
            }
        })
        .collect()
}

pub(crate) fn controls(panel: &Panel) -> Vec<Control> {
    let all = nodes(panel);
    let dialog = all.iter().any(|node| node.role == Role::Dialog);
    all.into_iter()
        .filter(|node| INTERACTIVE.contains(&node.role))
        // What a layer covers is out of reach, on purpose.
        .filter(|node| !dialog || node.in_dialog)
        .collect()
}

fn each_screen(mut check: impl FnMut(&str, &mut Panel)) {
    for screen in SCREENS {
        let mut panel = screen.open(screen.stage());
        panel.reshape();
        check(screen.name, &mut panel);
    }
}

#[test]
fn every_interactive_node_has_a_name() {
    let mut seen = 0;
    each_screen(|screen, panel| {
        let found = controls(panel);
        assert!(!found.is_empty(), "{screen}");
        seen += found.len();
        for control in &found {
            assert!(!control.name.trim().is_empty(), "{screen}: {control:?}");
            let twins = found.iter().filter(|other| {
                other.parent == control.parent
                    && other.name == control.name
                    && other.role == control.role
            });
            assert_eq!(twins.count(), 1, "{screen}: {control:?}");
        }
        assert!(panel.harness.unnamed_widgets().is_empty(), "{screen}");
    });
    assert!(seen > 20 * SCREENS.len(), "{seen}");
    crate::trust::measured(
        "names",
        "éléments sans nom (kittest)",
        &format!(
            "0 sur {} en {} écrans",
            crate::trust::count(seen),
            SCREENS.len()
        ),
        "0",
        "access::every_interactive_node_has_a_name",
    );
}

/// Presses Tab until the focus comes back to where it began; gives what was met, in order.
pub(crate) fn walk(panel: &mut Panel, modifiers: Modifiers) -> Vec<Control> {
    // Titles are stops too, and no controls.
    let most = controls(panel).len() + 12;
    let mut met: Vec<Control> = Vec::new();
    for _ in 0..=most {
        panel.press_with(modifiers, Key::Tab);
        let focused = controls(panel).into_iter().find(|c| c.focused);
        let Some(focused) = focused else { continue };
        if met.first().is_some_and(|first| first.id == focused.id) {
            break;
        }
        if met.iter().all(|m| m.id != focused.id) {
            met.push(focused);
        }
    }
    met
}

/// Checks that what was walked over was in the window at the time.
#[track_caller]
pub(crate) fn in_sight(panel: &Panel, place: &str, met: &[Control]) {
    let window = panel.harness.ctx.content_rect();
    for control in met {
        let center = control.rect.center();
        assert!(
            window.contains(center),
            "{place}: out of sight: {control:?}"
        );
    }
}

#[test]
fn tab_reaches_every_control_and_comes_back() {
    for (number, screen) in SCREENS.iter().enumerate() {
        let name = screen.name;
        // Backwards on one in four: the toolkit reverses one and the same order.
        let backwards = number.is_multiple_of(4).then_some(Modifiers::SHIFT);
        for modifiers in std::iter::once(Modifiers::NONE).chain(backwards) {
            let mut panel = screen.open(screen.stage());
            panel.reshape();
            let wanted: BTreeSet<String> = controls(&panel)
                .iter()
                .filter(|c| c.focusable)
                .map(|c| c.id.clone())
                .collect();
            assert!(!wanted.is_empty(), "{name}: {} to reach", wanted.len());
            let met = walk(&mut panel, modifiers);
            let reached: BTreeSet<String> = met.iter().map(|c| c.id.clone()).collect();
            let missed: Vec<_> = controls(&panel)
                .into_iter()
                .filter(|c| wanted.contains(&c.id) && !reached.contains(&c.id))
                .map(|c| c.name)
                .collect();
            in_sight(&panel, name, &met);
            assert!(
                missed.is_empty(),
                "{name}, {modifiers:?}: never reached {missed:?}"
            );
        }
    }
    crate::trust::measured(
        "keyboard",
        "écrans utilisables au clavier",
        &format!("{0} sur {0}", SCREENS.len()),
        "tous",
        "access::tab_reaches_every_control_and_comes_back",
    );
}

#[test]
fn the_order_of_focus_is_the_order_of_reading() {
    for (name, columns) in [("lead", 3), ("phone-lead", 1), ("accompany-going", 1)] {
        let screen = SCREENS.iter().find(|s| s.name == name).unwrap();
        let mut panel = screen.open(screen.stage());
        panel.reshape();
        let met = walk(&mut panel, Modifiers::NONE);
        // Zones are met one after the other, left to right: nobody goes back to a zone.
        let mut zones: Vec<u64> = Vec::new();
        for control in &met {
            let column = if columns == 1 || control.rect.top() < 48.0 {
                u64::from(control.rect.top() >= 44.0)
            } else {
                1 + u64::from(control.rect.center().x > 553.0)
                    + u64::from(control.rect.center().x > 989.0)
            };
            if zones.last() != Some(&column) {
                zones.push(column);
            }
        }
        let head: Vec<f32> = met
            .iter()
            .filter(|c| c.rect.bottom() <= 48.0)
            .map(|c| c.rect.left())
            .collect();
        assert!(head.is_sorted(), "{name}: {head:?}");
        let mut sorted = zones.clone();
        sorted.sort_unstable();
        assert_eq!(zones, sorted, "{name}");
    }
}

#[test]
fn escape_closes_every_layer_and_gives_the_focus_back() {
    for (keys, overlay) in [
        ("F1", Overlay::Help),
        ("F4", Overlay::Kept),
        ("F6", Overlay::Learning),
        ("F7", Overlay::Settings),
        ("F8", Overlay::Danger),
        ("F9", Overlay::Shared),
        ("F10", Overlay::Search),
        ("Ctrl+K", Overlay::Search),
        ("Ctrl+D", Overlay::Procedures),
        ("Ctrl+E", Overlay::Review),
        ("T", Overlay::Themes),
        ("O", Overlay::Orientation),
        ("Q", Overlay::Questions),
        ("X", Overlay::Leads),
    ] {
        let mut panel = Stage::wide().open();
        panel.keys("Tab Tab");
        let before = controls(&panel).into_iter().find(|c| c.focused).unwrap();
        panel.keys(keys);
        assert_eq!(panel.state().overlay, Some(overlay.clone()), "{keys}");
        panel.run();
        let inside = nodes(&panel).into_iter().find(|c| c.focused);
        let inside = inside.unwrap_or_else(|| panic!("{keys}: no focus in the layer"));
        assert!(inside.in_dialog, "{keys}: focus on {}", inside.name);
        panel.keys("Échap");
        panel.run();
        assert_eq!(panel.state().overlay, None, "{keys}");
        let after = controls(&panel).into_iter().find(|c| c.focused);
        assert_eq!(after.map(|c| c.id), Some(before.id), "{keys}");
    }
    // What a crash left is offered before anything has the focus.
    let mut panel = Stage::wide().open();
    panel.keys("C1");
    let left = Record {
        draft: panel.record.lock().unwrap().draft.clone(),
        ..Record::default()
    };
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let mut panel = Stage::wide().open_after(kit, left);
    assert_eq!(panel.state().overlay, Some(Overlay::Found));
    let inside = nodes(&panel).into_iter().find(|c| c.focused).unwrap();
    assert!(inside.in_dialog, "focus on {}", inside.name);
    panel.keys("Échap");
    panel.run();
    assert_eq!(panel.state().overlay, None);
    assert!(!nodes(&panel).iter().any(|c| c.in_dialog));
}

#[test]
fn tab_leaves_the_note_field() {
    let mut panel = Stage::wide().open();
    panel.keys("Ctrl+E");
    panel.harness.get_by_role(Role::MultilineTextInput).focus();
    panel.run();
    for modifiers in [Modifiers::NONE, Modifiers::SHIFT] {
        panel.press_with(modifiers, Key::Tab);
        let focused = controls(&panel).into_iter().find(|c| c.focused).unwrap();
        assert_ne!(focused.role, Role::MultilineTextInput);
        panel.harness.get_by_role(Role::MultilineTextInput).focus();
        panel.run();
    }
}

#[test]
fn targets_are_large_enough() {
    each_screen(|screen, panel| {
        for control in controls(panel) {
            let size = control.rect.size();
            assert!(
                size.x >= 23.9 && size.y >= 23.9,
                "{screen}: {} is {size:?}",
                control.name
            );
        }
    });
    for name in ["ready", "lead", "phone-ready", "phone-lead"] {
        let screen = SCREENS.iter().find(|s| s.name == name).unwrap();
        let panel = screen.open(screen.stage());
        let state = panel.state();
        let question = state.question_in_view().unwrap();
        let question = state.kit.question(question.as_str()).unwrap();
        for answer in &question.answers {
            let words = answer.text_on(state.evidence().channel);
            let control = controls(&panel)
                .into_iter()
                .find(|c| c.name == words)
                .unwrap();
            assert!(control.rect.height() >= 43.9, "{name}: {words}");
        }
    }
}

/// Texts cut short, or drawn outside what one can see, sideways.
pub(crate) fn cut(panel: &Panel) -> Vec<String> {
    fn look(shape: &Shape, clip: Rect, found: &mut Vec<String>) {
        match shape {
            Shape::Text(text) => {
                let words = text.galley.text().to_owned();
                let rect = text.visual_bounding_rect();
                let sideways = rect.right() > clip.right() + 1.0 || rect.left() < clip.left() - 1.0;
                if clip.is_positive()
                    && rect.is_positive()
                    && clip.intersects(rect)
                    && (text.galley.elided || sideways)
                {
                    found.push(words);
                }
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|s| look(s, clip, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &panel.harness.output().shapes {
        look(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found
}

#[test]
fn no_text_is_cut_at_two_hundred_per_cent() {
    let mut faults = Vec::new();
    for zoom in [100, 200] {
        for screen in SCREENS {
            let mut panel = screen.open(screen.stage().zoom(zoom));
            panel.reshape();
            for words in cut(&panel) {
                faults.push(format!("{} at {zoom}: {words}", screen.name));
            }
        }
    }
    // Cut on purpose: the whole of it is in the name, and shown when the pointer rests on it.
    faults.retain(|fault| !fault.contains('×'));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn live_regions_say_what_changes() {
    let live = |panel: &Panel, level: Live| -> Vec<String> {
        nodes(panel)
            .into_iter()
            .filter(|n| n.live == Some(level))
            .map(|n| n.name)
            .collect()
    };
    let has = |list: &[String], words: &str| list.iter().any(|name| name.contains(words));
    for stage in [Stage::wide(), Stage::phone()] {
        let mut panel = stage.open();
        panel.keys("C1");
        assert!(
            has(&live(&panel, Live::Polite), "Pas encore de piste") || panel.state().has_lead()
        );
        panel.keys("C2");
        let lead = panel.state().lead().unwrap().clone();
        let name = panel
            .state()
            .kit
            .persona(lead.as_str())
            .unwrap()
            .name
            .clone();
        let said = live(&panel, Live::Polite);
        assert!(has(&said, &name), "{said:?}");
        panel.keys("Ctrl+Z");
        assert!(has(&live(&panel, Live::Polite), "Annulé"));
        panel.keys("C2 Entrée");
        let step = panel.state().current_step().unwrap();
        let title = panel.state().kit.step(step.as_str()).unwrap().title.clone();
        assert!(has(&live(&panel, Live::Polite), &title));
        panel.act(Action::SetFreeText("Rappeler au 06 39 98 12 34".to_owned()));
        panel.keys("Ctrl+E");
        assert!(has(&live(&panel, Live::Assertive), "Bloquant"));
        // One announcement an event, twenty words at most.
        for words in live(&panel, Live::Assertive) {
            assert!(words.split_whitespace().count() <= 25, "{words}");
        }
    }
}

#[test]
fn single_letters_can_be_switched_off() {
    let mut stage = Stage::wide();
    stage.settings.single_letters = false;
    let mut panel = stage.open();
    panel.keys("C1 T Espace 1 X");
    assert!(panel.state().session.interview.is_blank());
    assert_eq!(panel.state().overlay, None);
    panel.keys("Ctrl+K");
    assert_eq!(panel.state().overlay, Some(Overlay::Search));
    panel.keys("Échap");
    // Everything is still reached by Tab and pressed by Entrée.
    let mut found = false;
    for _ in 0..60 {
        panel.keys("Tab");
        let focused = controls(&panel).into_iter().find(|c| c.focused);
        if focused.is_some_and(|c| c.name.contains("Veut confirmer")) {
            found = true;
            break;
        }
    }
    assert!(found);
    panel.keys("Espace");
    assert_eq!(panel.state().evidence().cues.len(), 1);
}

#[test]
fn nothing_behind_a_layer_acts() {
    let mut panel = Stage::wide().open();
    panel.keys("Ctrl+E");
    let cue = panel
        .harness
        .query_all_by_role(Role::CheckBox)
        .next()
        .map(|node| node.click_accesskit());
    assert!(cue.is_some());
    panel.run();
    assert!(panel.state().session.interview.is_blank());
    assert_eq!(panel.state().overlay, Some(Overlay::Review));
}

#[test]
fn the_window_itself_has_a_name() {
    let panel = Stage::wide().open();
    let root = panel.harness.root();
    assert_eq!(
        root.accesskit_node().label().as_deref(),
        Some("Réflexe Personas")
    );
}

#[test]
fn what_is_in_the_strip_names_no_cue_no_lead_and_no_gauge() {
    for (stage, keys) in [
        (Stage::wide(), "C1 C2 N2 Entrée"),
        (Stage::phone(), "C1 C2 1 Entrée"),
    ] {
        let mut panel = stage.look(ThemeChoice::Light).open();
        panel.keys(keys);
        panel.reshape();
        let state = panel.state();
        let mut forbidden: Vec<String> =
            state.kit.personas.iter().map(|p| p.name.clone()).collect();
        forbidden.extend(state.kit.cues.iter().map(|c| c.short.clone()));
        let words: Vec<String> = nodes(&panel).into_iter().map(|n| n.name).collect();
        for name in &words {
            for word in &forbidden {
                assert!(!name.contains(word.as_str()), "{name} holds {word}");
            }
            assert!(
                !name.contains('%') && !name.contains("piste nette"),
                "{name}"
            );
        }
    }
}

#[test]
fn layers_fit_the_window_with_their_title_and_their_ways_out() {
    for size in [SMALL_STRIP, STRIP, WIDE] {
        for keys in [
            "C1 C2 Ctrl+E",
            "C1 Ctrl+Entrée",
            "F1",
            "F7",
            "F10",
            "T",
            "O",
            "X",
        ] {
            let mut panel = Stage::wide().sized(size).open();
            panel.keys(keys);
            let out_of_sight: Vec<_> = controls(&panel)
                .into_iter()
                .filter(|c| ["Fermer", "Terminer sans note"].contains(&c.name.as_str()))
                .filter(|c| c.rect.top() < 0.0 || c.rect.bottom() > size[1])
                .map(|c| c.name)
                .collect();
            assert!(
                out_of_sight.is_empty(),
                "{keys} at {size:?}: {out_of_sight:?}"
            );
        }
    }
}
