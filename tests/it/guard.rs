//! The guard on corpora written by somebody who had not seen it, and every way out of a note.

use std::sync::Arc;

use reflexe_personas::app::action::Format;
use reflexe_personas::app::keys::Key;
use reflexe_personas::app::noting::Place;
use reflexe_personas::app::state::{Now, State, Toast};
use reflexe_personas::app::update::{press, update};
use reflexe_personas::app::{Action, Effect, Overlay};
use reflexe_personas::domain::guard::{GuardLexicon, Reason, Severity, scan};
use reflexe_personas::domain::kit::Kit;
use reflexe_personas::store::{kit_file, lexicon};
use serde::Deserialize;

use super::formats::repository;

#[expect(clippy::disallowed_methods, reason = "a file of the repository")]
pub(super) fn fixture(name: &str) -> String {
    std::fs::read_to_string(repository().join("tests/fixtures/guard").join(name)).unwrap()
}

fn words() -> GuardLexicon {
    lexicon::guard_of_language("fr")
}

#[derive(Debug, Deserialize)]
struct Sensitive {
    text: String,
    category: String,
}

/// Lines in which something of this gravity or worse is found.
fn flagged(lines: &str, worst: Severity) -> Vec<String> {
    let words = words();
    lines
        .lines()
        .filter(|line| !line.trim().is_empty())
        .filter_map(|line| {
            let found: Vec<String> = scan(line, &words, 2026)
                .into_iter()
                .filter(|f| f.severity <= worst)
                .map(|f| format!("{} « {} »", f.kind.key(), f.text(line)))
                .collect();
            (!found.is_empty()).then(|| format!("{found:?} in {line}"))
        })
        .collect()
}

#[test]
fn clean_notes_pass() {
    let clean = fixture("clean.txt");
    let count = clean.lines().count();
    assert!(count >= 300);
    let red = flagged(&clean, Severity::Red);
    assert!(red.is_empty(), "{}", red.join("\n"));
    let orange = flagged(&clean, Severity::Orange);
    // P20: one alert in ten ordinary notes at most.
    assert!(
        orange.len() * 10 <= count,
        "{}\n{}",
        orange.len(),
        orange.join("\n")
    );
}

#[test]
fn traps_pass() {
    let traps = fixture("traps.txt");
    let count = traps.lines().count();
    assert!(count >= 300);
    let red = flagged(&traps, Severity::Red);
    assert!(red.is_empty(), "{}", red.join("\n"));
    let orange = flagged(&traps, Severity::Orange);
    assert!(
        orange.len() * 10 <= count,
        "{}\n{}",
        orange.len(),
        orange.join("\n")
    );
}

#[test]
fn sensitive_sentences_are_found() {
    let list: Vec<Sensitive> = ron::from_str(&fixture("sensitive.ron")).unwrap();
    assert!(list.len() >= 100);
    let words = words();
    let missed: Vec<String> = list
        .iter()
        .filter(|entry| {
            let found = scan(&entry.text, &words, 2026);
            !found.iter().any(|f| f.severity != Severity::Info)
        })
        .map(|entry| format!("{}: {}", entry.category, entry.text))
        .collect();
    assert!(
        missed.is_empty(),
        "{} missed\n{}",
        missed.len(),
        missed.join("\n")
    );
}

fn now() -> Now {
    Now {
        date: "2026-11-24".to_owned(),
        clock: "10\u{a0}h\u{a0}42".to_owned(),
        millis: 0,
    }
}

fn state() -> State {
    let kit: Arc<Kit> = kit_file::load_embedded(None).kit.unwrap();
    let mut state = State::new(kit).with_guard(words());
    update(
        &mut state,
        Action::SetMinutes(reflexe_personas::domain::vocab::Minutes::Ten),
        &now(),
    );
    state
}

/// Every action that lets a note out.
fn exits() -> Vec<Action> {
    let mut exits = vec![
        Action::CopyAndEnd,
        Action::CopyNote,
        Action::SaveAndEnd,
        // A save that failed copies the note instead.
        Action::Saved(Err("disque plein".to_owned())),
    ];
    for format in Format::ALL {
        exits.push(Action::SaveNote(*format));
        exits.push(Action::SaveNoteAs(*format));
    }
    exits
}

#[test]
fn a_red_identifier_leaves_by_no_exit_and_nothing_is_lost() {
    for exit in exits() {
        let mut state = state();
        let typed = "Rappeler au 06 39 98 12 34 demain";
        update(&mut state, Action::SetFreeText(typed.to_owned()), &now());
        let failed = matches!(exit, Action::Saved(_));
        let effects = update(&mut state, exit.clone(), &now());
        assert!(effects.is_empty(), "{exit:?} gave {effects:?}");
        assert_eq!(state.session.interview.facts().free_text, typed);
        if !failed {
            assert_eq!(state.overlay, Some(Overlay::Review));
            assert_eq!(state.toast, Some(Toast::Blocked));
        }
        update(&mut state, Action::Mask(Place::Note, 0), &now());
        let text = state.session.interview.facts().free_text.clone();
        assert_eq!(text, "Rappeler au [téléphone masqué] demain");
        let effects = update(&mut state, exit, &now());
        assert_eq!(effects.len(), 1);
        let out = lets_out(&effects[0]).unwrap();
        assert!(out.contains("masqué") && !out.contains("39 98"), "{out}");
    }
}

/// What an effect lets out of a contact's typed text, if it does. Written out without a rest, so that
/// a new effect asks the question.
fn lets_out(effect: &Effect) -> Option<String> {
    match effect {
        Effect::CopyNote(note)
        | Effect::SaveNote { note, .. }
        | Effect::SaveNoteAs { note, .. } => Some(note.note().free_text.to_string()),
        Effect::CopyFilled(text) => Some(text.text().to_owned()),
        Effect::Count(_)
        | Effect::StartTally(_)
        | Effect::EraseTally
        | Effect::LoadTally
        | Effect::SaveKitAs(_)
        | Effect::SaveSettings(_)
        | Effect::Reshape(_)
        | Effect::Level
        | Effect::Rescale
        | Effect::EraseDraft
        | Effect::ListKept
        | Effect::EraseKept(_)
        | Effect::LookForKit { .. }
        | Effect::PickPublishedFolder
        | Effect::KitChanged
        | Effect::OpenWorkshop(_)
        | Effect::KeepWorkshop(_)
        | Effect::EraseWorkshop(_)
        | Effect::Share(_)
        // Pages of the kit, and nothing of a contact.
        | Effect::Print(_)
        | Effect::TryCases(_)
        | Effect::CopyTable(_)
        | Effect::Diagnose(_)
        | Effect::StopDiagnosis
        | Effect::LoadTraining(_)
        // The kit’s words and choices among them: nothing is typed in training.
        | Effect::KeepTraining(_)
        | Effect::Quit => None,
    }
}

/// Every key the panel can be given.
fn every_key() -> Vec<Key> {
    let letters = 'a'..='z';
    let mut keys: Vec<Key> = letters
        .flat_map(|letter| {
            [
                Key::Letter(letter),
                Key::Ctrl(letter),
                Key::CtrlShift(letter),
            ]
        })
        .collect();
    keys.extend((0..10).map(Key::Digit));
    keys.extend((1..=12).map(Key::Function));
    keys.extend([
        Key::CtrlEnter,
        Key::CtrlPlus,
        Key::CtrlMinus,
        Key::CtrlZero,
        Key::Enter,
        Key::Space,
        Key::Up,
        Key::Down,
        Key::Escape,
    ]);
    keys
}

#[test]
fn no_two_keys_let_a_red_identifier_out_of_any_layer() {
    let mut state = state();
    let typed = "Rappeler au 06 39 98 12 34 demain";
    update(&mut state, Action::SetFreeText(typed.to_owned()), &now());
    let keys = every_key();
    let (mut pressed, mut let_out) = (0, 0);
    let mut press_all = |state: &State, clean: bool| {
        for first in &keys {
            let mut after = state.clone();
            let effects = press(&mut after, *first, &now());
            // A key that opens nothing leaves the next one what it was.
            let opens = after.overlay != state.overlay || after.family != state.family;
            let seconds = if opens {
                keys.as_slice()
            } else {
                &[Key::Escape]
            };
            for second in seconds {
                // Far enough apart to be no burst.
                let later = Now {
                    millis: 10_000,
                    ..now()
                };
                let mut last = after.clone();
                let mut effects = effects.clone();
                effects.extend(press(&mut last, *second, &later));
                pressed += 1;
                let out: Vec<String> = effects.iter().filter_map(lets_out).collect();
                let_out += usize::from(!out.is_empty());
                assert!(clean || out.is_empty(), "{first:?} {second:?}: {out:?}");
                assert!(out.iter().all(|text| !text.contains("39 98")));
            }
        }
    };
    press_all(&state, false);
    // Once masked, keys do let it out: else the above would prove nothing.
    update(&mut state, Action::Mask(Place::Note, 0), &now());
    press_all(&state, true);
    assert!(pressed > 2_000, "{pressed}");
    assert!(let_out >= 4, "{let_out}");
}

#[test]
fn something_orange_leaves_only_masked_or_for_a_reason() {
    let mut state = state();
    let typed = "Vu avec Mme Durand".to_owned();
    update(&mut state, Action::SetFreeText(typed), &now());
    assert!(update(&mut state, Action::CopyNote, &now()).is_empty());
    update(
        &mut state,
        Action::Keep(Place::Note, 0, Reason::Needed),
        &now(),
    );
    assert!(state.findings().is_empty());
    assert_eq!(update(&mut state, Action::CopyNote, &now()).len(), 1);
    // The reason was for this name, not for the next.
    update(
        &mut state,
        Action::SetFreeText("Vu avec Mme Petit".to_owned()),
        &now(),
    );
    assert!(update(&mut state, Action::CopyNote, &now()).is_empty());
    // A reason does not outlive the contact.
    update(&mut state, Action::EndWithoutNote, &now());
    assert!(state.session.kept.is_empty());
}

#[test]
fn red_cannot_be_kept_for_a_reason() {
    let mut state = state();
    update(
        &mut state,
        Action::SetFreeText("06 39 98 12 34".to_owned()),
        &now(),
    );
    update(
        &mut state,
        Action::Keep(Place::Note, 0, Reason::FalseAlarm),
        &now(),
    );
    assert_eq!(state.findings().len(), 1);
    assert!(update(&mut state, Action::CopyNote, &now()).is_empty());
}

#[test]
fn what_was_masked_comes_back_neither_by_undo_nor_by_redo() {
    let mut state = state();
    let typed = "Écrire à a.b@example.org".to_owned();
    update(&mut state, Action::SetFreeText(typed), &now());
    // Something else between, so that the history holds the text more than once.
    update(
        &mut state,
        Action::SetTheme(Some(reflexe_personas::domain::vocab::Theme::Famille)),
        &now(),
    );
    update(&mut state, Action::Mask(Place::Note, 0), &now());
    assert!(!state.holds("example.org"), "somewhere in the state");
    for action in [Action::Undo, Action::Undo, Action::Redo, Action::Redo] {
        update(&mut state, action, &now());
        assert!(!state.holds("example.org"));
        assert!(state.findings().is_empty());
    }
}

#[test]
fn masking_a_word_leaves_longer_words_alone_and_a_right_gives_way_to_its_theme() {
    for (typed, left) in [
        (
            "client très con, connexion ok, con",
            "client très [mot masqué], connexion ok, [mot masqué]",
        ),
        (
            "il ment, document reçu",
            "il donne une information à vérifier, document reçu",
        ),
        ("dossier AAH reçu", "dossier social reçu"),
    ] {
        let mut state = state();
        update(&mut state, Action::SetFreeText(typed.to_owned()), &now());
        update(&mut state, Action::Mask(Place::Note, 0), &now());
        assert_eq!(state.session.interview.facts().free_text, left);
        assert!(state.findings().is_empty(), "{left}");
    }
}

#[test]
fn every_case_of_the_kit_gives_a_note_without_a_typed_character() {
    use reflexe_personas::domain::interview::Interview;
    use reflexe_personas::domain::vocab::Outcome;
    let base = state();
    assert!(base.kit.cases.len() >= 60);
    for case in &base.kit.cases {
        let mut state = state();
        let mut interview = Interview::new(case.channel);
        for cue in &case.cues {
            interview.set_cue(
                cue.clone(),
                Some(reflexe_personas::domain::evidence::Sighting::Observed),
            );
        }
        for (question, answer) in &case.answers {
            interview.answer(question.clone(), answer.clone());
        }
        interview.set_outcome(Some(Outcome::ALL[0]));
        state.session.interview = interview;
        let effects = update(&mut state, Action::CopyNote, &now());
        let copied = effects.iter().find_map(|effect| match effect {
            Effect::CopyNote(note) => Some(note),
            _ => None,
        });
        let note = copied.unwrap();
        assert!(note.note().free_text.is_empty());
        assert!(note.note().to_text().lines().count() >= 9, "{}", case.title);
    }
}
