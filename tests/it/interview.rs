//! Whole interviews through `update`, without a window: keys in, facts and effects out.

use reflexe_personas::app::keys::Key;
use reflexe_personas::app::state::{AfterEnd, Now};
use reflexe_personas::app::update::{press, update};
use reflexe_personas::app::{Action, Effect, Moment, Overlay, Shape, State, Toast};
use reflexe_personas::domain::interview::StepMark;
use reflexe_personas::domain::vocab::{Channel, Label, Outcome};
use reflexe_personas::store::kit_file;

fn state() -> State {
    State::new(kit_file::load_embedded(None).kit.unwrap())
}

fn at(millis: u64) -> Now {
    Now {
        date: "2026-11-24".to_owned(),
        clock: "10\u{a0}h\u{a0}42".to_owned(),
        millis,
    }
}

/// Presses keys a second apart and gathers their effects.
fn keys(state: &mut State, keys: &[Key]) -> Vec<Effect> {
    keys.iter()
        .enumerate()
        .flat_map(|(i, key)| press(state, *key, &at(1_000 * i as u64)))
        .collect()
}

fn letters(text: &str) -> Vec<Key> {
    text.chars()
        .map(|c| match c.to_digit(10) {
            Some(digit) => Key::Digit(u8::try_from(digit).unwrap()),
            None => Key::Letter(c),
        })
        .collect()
}

#[test]
fn a_counter_interview_takes_nineteen_keys() {
    let mut state = state();
    let mut sequence = vec![Key::Ctrl('n')];
    sequence.extend(letters("c1c2n1")); // three cues
    sequence.extend(letters("1")); // one answer
    sequence.push(Key::Enter); // follow
    let before_steps = sequence.len();
    keys(&mut state, &sequence);
    assert_eq!(state.moment(), Moment::Accompany);
    assert_eq!(state.evidence().cues.len(), 3);
    assert_eq!(state.evidence().answers.len(), 1);
    let steps = state.steps().len();
    assert!(steps >= 3, "{steps} steps");
    let ticks = vec![Key::Space; 3];
    keys(&mut state, &ticks);
    let done = state
        .session
        .interview
        .facts()
        .marks
        .iter()
        .filter(|(_, m)| *m == StepMark::Done);
    assert_eq!(done.count(), 3);
    keys(&mut state, &letters("t2")); // theme
    let end = keys(&mut state, &[Key::Ctrl('e'), Key::Digit(1), Key::Enter]);
    let [Effect::CopyNote(note), Effect::Reshape(Shape::Wide)] = end.as_slice() else {
        panic!("one copy expected, got {end:?}");
    };
    let note = note.note().to_clipboard_text();
    assert!(note.contains("Suite\u{a0}: terminé"), "{note}");
    assert!(note.contains("Thème\u{a0}: famille"), "{note}");
    assert!(state.session.interview.is_blank());
    assert_eq!(state.toast, Some(Toast::Wiped));
    // Three ticks here; the contract counts five.
    assert!(before_steps + 5 + 2 + 3 <= 19);
}

#[test]
fn the_clipboard_never_names_the_persona_and_the_file_only_if_asked() {
    let mut state = state();
    keys(&mut state, &letters("c1c2"));
    keys(&mut state, &[Key::Enter, Key::Space]);
    let lead = state.lead().unwrap().clone();
    let name = state.kit.persona(lead.as_str()).unwrap().name.clone();
    assert!(!state.note().to_markdown().contains(&name));
    update(&mut state, Action::SetNamePersona(true), &at(0));
    assert!(state.note().to_markdown().contains(&name));
    assert!(!state.note().to_clipboard_text().contains(&name));
}

#[test]
fn ending_with_a_note_that_has_not_left_asks() {
    let mut state = state();
    keys(&mut state, &letters("a1"));
    assert!(keys(&mut state, &[Key::CtrlEnter]).is_empty());
    assert_eq!(state.overlay, Some(Overlay::ConfirmEnd(AfterEnd::New)));
    keys(&mut state, &[Key::Escape]);
    assert!(!state.session.interview.is_blank());
    keys(&mut state, &[Key::Ctrl('n'), Key::Letter('x')]);
    assert!(state.session.interview.is_blank());
}

#[test]
fn closing_the_window_asks_too_and_brings_the_paused_interview_back() {
    let mut state = state();
    keys(&mut state, &letters("a1"));
    keys(&mut state, &letters("p"));
    assert!(state.session.interview.is_blank());
    assert!(update(&mut state, Action::Close, &at(0)).is_empty());
    assert_eq!(state.overlay, Some(Overlay::ConfirmEnd(AfterEnd::Quit)));
    assert!(!state.session.interview.is_blank());
    let effects = update(&mut state, Action::EndWithoutNote, &at(0));
    assert_eq!(effects, vec![Effect::Quit]);
}

#[test]
fn a_path_twice_denies_and_undo_comes_back() {
    let mut state = state();
    keys(&mut state, &letters("c1"));
    let cue = state.evidence().cues.keys().next().unwrap().clone();
    assert!(state.evidence().observed(&cue));
    keys(&mut state, &letters("c1"));
    assert!(state.evidence().denied(&cue));
    keys(&mut state, &[Key::Ctrl('z')]);
    assert!(state.evidence().observed(&cue));
    keys(&mut state, &[Key::Ctrl('y')]);
    assert!(state.evidence().denied(&cue));
}

#[test]
fn a_burst_is_undone_and_a_path_of_cues_is_not() {
    let mut state = state();
    for (i, key) in letters("samm").into_iter().enumerate() {
        press(&mut state, key, &at(i as u64 * 20));
    }
    assert_eq!(state.toast, Some(Toast::BurstUndone));
    assert!(state.session.interview.is_blank());
    let mut state = self::state();
    for (i, key) in letters("c1c2n1").into_iter().enumerate() {
        press(&mut state, key, &at(i as u64 * 20));
    }
    assert_eq!(state.evidence().cues.len(), 3);
}

#[test]
fn excluded_cues_ask_which_one() {
    let mut state = state();
    let first = state.kit.cue("N1").unwrap().id.clone();
    let second = state.kit.cue("N3").unwrap().id.clone();
    update(&mut state, Action::CycleCue(first.clone()), &at(0));
    update(&mut state, Action::CycleCue(second.clone()), &at(0));
    assert_eq!(state.toast, Some(Toast::Conflict(second, first)));
}

#[test]
fn a_failed_save_copies_the_note_and_says_so() {
    let mut state = state();
    keys(&mut state, &letters("a1"));
    let effects = update(
        &mut state,
        Action::Saved(Err("disque plein".to_owned())),
        &at(0),
    );
    assert!(matches!(effects.as_slice(), [Effect::CopyNote(_)]));
    assert_eq!(
        state.toast,
        Some(Toast::NotSaved("disque plein".to_owned()))
    );
    assert!(state.note_at_stake());
}

#[test]
fn one_cue_is_uncertain_and_enter_follows_nothing() {
    let mut state = state();
    let cue = state.kit.cue("A4").unwrap().id.clone();
    update(&mut state, Action::CycleCue(cue), &at(0));
    assert_eq!(
        state.identification.as_ref().unwrap().label,
        Label::Uncertain
    );
    keys(&mut state, &[Key::Enter]);
    assert_eq!(state.moment(), Moment::Recognise);
    assert!(!state.identification.as_ref().unwrap().plan.is_empty());
}

#[test]
fn at_most_two_questions_by_itself() {
    let mut state = state();
    keys(&mut state, &letters("00"));
    assert_eq!(state.evidence().unanswered.len(), 2);
    assert_eq!(state.question_in_view(), None);
    keys(&mut state, &letters("q1"));
    assert!(state.question_in_view().is_some());
}

#[test]
fn the_other_channel_changes_cues_and_question() {
    let mut state = state();
    let before = state.question_in_view().unwrap().clone();
    update(&mut state, Action::SetChannel(Channel::Phone), &at(0));
    assert_ne!(state.question_in_view().unwrap(), &before);
    for family in &state.kit.families {
        for cue in state.family_cues(&family.id) {
            assert!(
                state
                    .kit
                    .cue(cue.as_str())
                    .unwrap()
                    .channels
                    .contains(&Channel::Phone)
            );
        }
    }
}

#[test]
fn a_note_is_complete_without_a_typed_character() {
    let mut state = state();
    keys(&mut state, &letters("c1c2"));
    keys(&mut state, &[Key::Enter, Key::Space]);
    update(&mut state, Action::SetOutcome(Some(Outcome::Done)), &at(0));
    let note = state.note();
    assert!(note.free_text.is_empty());
    for text in [note.to_text(), note.to_markdown()] {
        for heading in [
            "Canal",
            "Thème",
            "Durée",
            "Suite",
            "Matériel",
            "Orientation",
            "Autonomie",
            "Étapes faites",
        ] {
            assert!(text.contains(heading), "{heading} in {text}");
        }
        assert!(text.contains("non précisé"));
        assert!(!text.contains('\''));
    }
}

#[test]
fn every_key_of_the_panel_is_free_of_families() {
    let state = state();
    for family in &state.kit.families {
        let key = family.key.to_ascii_lowercase();
        assert!(
            !reflexe_personas::app::keys::PANEL_LETTERS.contains(&key),
            "{key}"
        );
    }
}

#[test]
fn danger_opens_its_sheet_once_and_is_never_scored() {
    let mut state = state();
    let before = state.identification.as_ref().unwrap().candidates.clone();
    let cue = state.kit.cue("U7").unwrap().id.clone();
    update(&mut state, Action::CycleCue(cue), &at(0));
    assert_eq!(state.overlay, Some(Overlay::Danger));
    assert_eq!(state.identification.as_ref().unwrap().candidates, before);
    keys(&mut state, &[Key::Escape]);
    assert_eq!(state.overlay, None);
    keys(&mut state, &letters("c1"));
    assert_eq!(state.overlay, None);
}

#[test]
fn before_any_evidence_only_steps_for_everyone_are_proposed() {
    let state = state();
    let plan = &state.identification.as_ref().unwrap().plan;
    let ids: Vec<_> = plan.iter().map(|p| p.id.clone()).collect();
    assert_eq!(ids, state.kit.uncertain_steps);
}

#[test]
fn no_single_key_erases_a_note() {
    let mut all: Vec<Key> = ('a'..='z').map(Key::Letter).collect();
    all.extend((0..=9).map(Key::Digit));
    all.extend((1..=12).map(Key::Function));
    all.extend("dmnkezy".chars().map(Key::Ctrl));
    all.extend([
        Key::Enter,
        Key::Space,
        Key::Escape,
        Key::CtrlEnter,
        Key::Up,
        Key::Down,
    ]);
    let layers = [
        vec![],
        vec![Key::Ctrl('e')],
        vec![Key::Ctrl('k')],
        vec![Key::Letter('x')],
        (1..=12).map(Key::Function).take(1).collect(),
        vec![Key::Function(8)],
        vec![Key::Function(10)],
    ];
    for layer in layers {
        for key in &all {
            let mut state = state();
            keys(&mut state, &letters("c1c2"));
            keys(&mut state, &[Key::Enter, Key::Space]);
            keys(&mut state, &layer);
            let effects = keys(&mut state, &[*key]);
            let left = effects.iter().any(|e| matches!(e, Effect::CopyNote(_)));
            let kept = !state.session.interview.is_blank() || state.parked.is_some() || left;
            assert!(kept, "{layer:?} then {key:?}");
        }
    }
}

#[test]
fn every_command_has_words_a_free_key_and_an_action() {
    use reflexe_personas::app::Command;
    use reflexe_personas::domain::vocab::Language;
    use reflexe_personas::text;
    let state = state();
    let mut taken: Vec<Key> = Vec::new();
    for command in Command::ALL {
        assert_eq!(Command::from_id(command.id()), Some(*command));
        for language in Language::ALL {
            for key in [
                format!("cmd_{}", command.id()),
                format!("cmd_{}_help", command.id()),
            ] {
                assert!(!text::plain(*language, &key).is_empty(), "{key}");
            }
        }
        for key in command.printed_keys() {
            assert!(!taken.contains(key), "{key:?} twice");
            assert_eq!(Command::of_key(*key, &state.settings), Some(*command));
            if let Key::Letter(letter) = key {
                let panel = reflexe_personas::app::keys::PANEL_LETTERS;
                assert!(panel.contains(letter), "{letter} is not kept from families");
            }
            taken.push(*key);
        }
        // A reason is a sentence of the catalogue.
        if let Err(reason) = command.enabled_in(&state) {
            assert!(
                !text::plain(Language::French, reason).is_empty(),
                "{reason}"
            );
        }
        let _ = command.action(&state);
    }
}

#[test]
fn a_burst_is_one_step_that_redo_brings_back_and_a_pause_in_it_too() {
    let mut state = state();
    keys(&mut state, &letters("c1c2"));
    let before = state.session.interview.facts().clone();
    for (i, key) in letters("mmpm").into_iter().enumerate() {
        press(&mut state, key, &at(100_000 + i as u64 * 20));
    }
    assert_eq!(state.toast, Some(Toast::BurstUndone));
    assert_eq!(state.session.interview.facts(), &before);
    assert!(state.parked.is_none());
}
