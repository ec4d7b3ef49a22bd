//! The walkthroughs of the design notes, replayed with the keyboard only; every key counts.

use eframe::egui;
use reflexe_personas::app::{Moment, Overlay, Shape};
use reflexe_personas::domain::vocab::{Channel, Orientation, Outcome, Theme};

use reflexe_personas::domain::validate::admit;
use reflexe_personas::store::kit_file;

use super::support::{Panel, Stage};

/// Steps done so far.
fn done(panel: &Panel) -> usize {
    panel.state().note().steps.len()
}

/// Says that nothing moved the pointer since the panel opened.
fn no_pointer(panel: &Panel) -> bool {
    panel
        .harness
        .ctx
        .input(|i| i.pointer.latest_pos().is_none() && !i.pointer.any_down())
}

fn finished(panel: &Panel) -> String {
    assert!(panel.state().session.interview.is_blank());
    assert!(no_pointer(panel));
    let copied = panel.record.lock().unwrap().copied.clone();
    assert_eq!(copied.len(), 1);
    copied.into_iter().next().unwrap()
}

#[test]
fn a_counter_interview_is_nineteen_keys_or_fewer() {
    let mut panel = Stage::wide().open();
    panel.keys("Ctrl+N C1 C2 N2 1 Entrée");
    assert_eq!(panel.state().moment(), Moment::Accompany);
    assert_eq!(panel.state().shape, Shape::Strip);
    panel.reshape();
    panel.keys("Espace Espace Espace Espace Espace T2");
    assert!(done(&panel) >= 4, "{}", done(&panel));
    panel.keys("Ctrl+E 1 Entrée");
    let note = finished(&panel);
    assert!(note.contains("Thème\u{a0}: famille") && note.contains("Suite\u{a0}: terminé"));
    println!("counter interview: {} keys", panel.pressed);
    assert!(panel.pressed <= 19, "{}", panel.pressed);
    assert_eq!(panel.state().shape, Shape::Wide);
}

#[test]
fn with_an_orientation_it_is_twenty_one_and_with_a_search_twenty_seven() {
    let mut panel = Stage::wide().open();
    panel.keys("Ctrl+N C1 C2 N2 1 Entrée Espace Espace Espace Espace Espace T2 O4");
    let facts = panel.state().session.interview.facts();
    assert_eq!(facts.orientation, Some(Orientation::ALL[3]));
    panel.keys("Ctrl+E 1 Entrée");
    println!("with an orientation: {} keys", panel.pressed);
    assert!(panel.pressed <= 21, "{}", panel.pressed);
    finished(&panel);

    let mut panel = Stage::wide().open();
    panel.keys("Ctrl+N C1 C2 N2 1 Entrée Espace Espace Espace");
    panel.keys("Ctrl+K");
    panel.run();
    for letter in ["m", "a", "i"] {
        panel.pressed += 1;
        panel.harness.event(egui::Event::Text(letter.to_owned()));
        panel.run();
    }
    panel.keys("Entrée");
    assert_eq!(panel.state().overlay, None);
    panel.keys("Espace Espace T2 O4 Ctrl+E 1 Entrée");
    println!("with an orientation and a search: {} keys", panel.pressed);
    assert!(panel.pressed <= 27, "{}", panel.pressed);
    finished(&panel);
}

#[test]
fn a_phone_interview_is_eighteen_keys_or_fewer_and_pauses_in_two() {
    let mut panel = Stage::phone().open();
    assert_eq!(panel.state().shape, Shape::Strip);
    assert_eq!(panel.state().evidence().channel, Channel::Phone);
    panel.keys("Ctrl+N C1 C2 1 Entrée");
    assert_eq!(panel.state().moment(), Moment::Accompany);
    panel.keys("Espace Espace");
    let before = panel.state().session.interview.facts().clone();
    panel.keys("P P");
    assert_eq!(panel.state().session.interview.facts(), &before);
    panel.keys("Espace Espace Ctrl+E 4 Entrée");
    let note = finished(&panel);
    let wanted = format!("Suite\u{a0}: {}", Outcome::ALL[3].label().to_lowercase());
    assert!(note.contains(&wanted), "{note}");
    println!("phone interview: {} keys", panel.pressed);
    assert!(panel.pressed <= 18, "{}", panel.pressed);
}

#[test]
fn two_interviews_are_told_apart_without_a_name_and_said_on_resuming() {
    let mut panel = Stage::wide().open();
    panel.keys("C1 C2 T2");
    let first = panel.state().session.name();
    panel.keys("P A2 E1");
    let second = panel.state().session.name();
    assert_ne!(first.badge, second.badge);
    assert_eq!(first.theme, Some(Theme::Famille));
    assert!(
        panel.says("rond") && panel.says("famille"),
        "the other one is named"
    );
    panel.keys("P");
    assert!(panel.says("Échange repris"), "{:?}", panel.words());
    assert_eq!(panel.state().session.name(), first);
    panel.keys("P");
    assert_eq!(panel.state().session.name(), second);
}

#[test]
fn undo_says_what_it_undid() {
    let mut panel = Stage::wide().open();
    panel.keys("C1 T2 C2 Entrée Espace");
    let mut said = Vec::new();
    while panel.state().session.interview.can_undo() {
        panel.keys("Ctrl+Z");
        let words = panel.words();
        let line = words.iter().find(|w| w.starts_with("Annulé")).cloned();
        said.push(line.unwrap_or_default());
    }
    assert!(panel.state().session.interview.is_blank());
    let all = said.join("\n");
    for part in ["faite", "suivre «", "indice «", "thème famille"] {
        assert!(all.contains(part), "{part} in {all}");
    }
    panel.keys("Ctrl+Y");
    assert!(panel.says("Rétabli"));
}

#[test]
fn absence_draws_the_curtain_warns_and_wipes() {
    let mut panel = Stage::wide().open();
    panel.keys("C1 C2");
    panel.wait(119_000 - 5_000);
    assert!(!panel.state().curtain);
    panel.wait(10_000);
    assert!(panel.state().curtain);
    panel.keys("F12");
    assert!(!panel.state().curtain);
    panel.keys("Entrée");
    // Over the strip the curtain never falls by itself.
    panel.wait(10 * 60_000);
    assert!(!panel.state().curtain);
    panel.wait(21 * 60_000);
    assert!(panel.says("dans 5 minutes"), "{:?}", panel.words());
    assert!(!panel.state().session.interview.is_blank());
    // A key keeps everything.
    panel.keys("F1 Échap");
    assert!(!panel.says("dans 5 minutes"));
    panel.wait(31 * 60_000);
    panel.wait(5 * 60_000);
    assert!(panel.state().session.interview.is_blank());
    assert!(panel.says("35 minutes"), "{:?}", panel.words());
}

#[test]
fn a_folded_window_unfolds_with_one_key_and_a_setting_keeps_it_wide() {
    let mut panel = Stage::wide().open();
    panel.keys("C1 C2 Entrée");
    assert_eq!(panel.state().shape, Shape::Strip);
    panel.keys("F11");
    assert_eq!(panel.state().shape, Shape::Wide);
    panel.keys("F11");
    assert_eq!(panel.state().shape, Shape::Strip);
    let mut stage = Stage::wide();
    stage.settings.folds = false;
    let mut panel = stage.open();
    panel.keys("C1 C2 Entrée");
    assert_eq!(panel.state().shape, Shape::Wide);
}

#[test]
fn settings_are_saved_and_a_letter_can_be_given_elsewhere() {
    let mut panel = Stage::wide().open();
    panel.keys("F7");
    panel.click(eframe::egui::accesskit::Role::Button, "Sombre");
    panel.push("Autre piste");
    panel.keys("C");
    assert!(panel.says("sert déjà"), "{:?}", panel.words());
    panel.keys("Y");
    panel.keys("Échap");
    let saved = panel.record.lock().unwrap().settings.clone();
    let last = saved.last().unwrap();
    assert_eq!(last.theme.key(), "dark");
    assert_eq!(last.keys.get("other_lead"), Some(&'y'));
    panel.keys("X");
    assert_eq!(panel.state().overlay, None);
    panel.keys("Y");
    assert_eq!(panel.state().overlay, Some(Overlay::Leads));
}

#[test]
fn a_language_changes_without_a_restart() {
    let mut panel = Stage::wide().open();
    assert!(panel.says("Écoutez d’abord"));
    panel.keys("F7");
    panel.click(eframe::egui::accesskit::Role::Button, "English");
    panel.keys("Échap");
    assert!(panel.says("Listen first"), "{:?}", panel.words());
}

#[test]
fn a_family_of_more_than_ten_cues_turns_its_page_with_its_letter() {
    let shipped = kit_file::load_embedded(None).kit.unwrap();
    let mut content = shipped.content().clone();
    let family = content.families[0].clone();
    let model = content
        .cues
        .iter()
        .find(|c| c.family == family.id)
        .unwrap()
        .clone();
    for number in 0..8 {
        let mut cue = model.clone();
        cue.id = format!("copie-{number}").as_str().into();
        cue.code = format!("C{}", 60 + number);
        content.cues.push(cue);
    }
    let kit = std::sync::Arc::new(admit(content, None).kit.unwrap());
    let mut panel = Stage::wide().open_on(kit);
    let letter = family.key.to_string();
    let pages = panel.state().family_pages(&family.id);
    assert!(pages >= 2, "{pages}");
    panel.keys(&format!("{letter} {letter} 1"));
    let eleventh = panel.state().family_cues(&family.id)[10].clone();
    assert!(panel.state().evidence().observed(&eleventh));
}

#[test]
fn the_shipped_kit_follows_the_language_and_the_note_stays_french() {
    let mut stage = Stage::wide();
    stage.around.shipped_kit = true;
    let mut panel = stage.open();
    panel.keys("C1 C2 Entrée Espace F7");
    panel.push("English");
    panel.keys("Échap");
    assert_eq!(panel.state().kit.language, "en");
    assert_eq!(panel.state().evidence().cues.len(), 2);
    let french = kit_file::load_embedded(None).kit.unwrap();
    let done = &panel.state().session.interview.facts().marks[0].0;
    let step = french.step(done.as_str()).unwrap();
    let phrase = if step.note.is_empty() {
        &step.title
    } else {
        &step.note
    };
    assert_eq!(&panel.state().note().steps[0], phrase);
}
