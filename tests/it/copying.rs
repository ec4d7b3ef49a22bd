//! « Copier pour l'application métier » : a template with places to fill, read by the guard.

use reflexe_personas::app::action::SettingChange;
use reflexe_personas::app::noting::Place;
use reflexe_personas::app::{Action, Overlay, Toast};
use reflexe_personas::domain::guard::Reason;
use reflexe_personas::domain::note::NoteFormat;
use reflexe_personas::domain::vocab::Outcome;

use egui_kittest::kittest::Queryable as _;

use super::support::{Panel, Stage};

fn copied(panel: &Panel) -> Vec<String> {
    panel.record.lock().unwrap().copied.clone()
}

fn answer(panel: &mut Panel, blank: &str, words: &str) {
    panel.act(Action::SetAnswer(blank.to_owned(), words.to_owned()));
}

pub(crate) fn with_template() -> Stage {
    let mut stage = Stage::wide();
    stage.settings.copy_template = Some(
        "Reçu le {date}. Suite : {suite}. Motif : {?motif}. Pièces : {?pièces:nombre}.".to_owned(),
    );
    stage
}

#[test]
fn nothing_is_copied_while_a_place_is_to_fill() {
    let mut panel = with_template().open();
    panel.keys("C1 C2");
    panel.act(Action::CopyAndEnd);
    assert!(copied(&panel).is_empty());
    assert_eq!(panel.state().overlay, Some(Overlay::Review));
    assert_eq!(panel.state().toast, Some(Toast::ToFill));
    assert!(panel.says("Choisissez la suite"));
    assert!(panel.says("Remplissez «"));
    panel.act(Action::SetOutcome(Some(Outcome::ALL[0])));
    answer(&mut panel, "motif", "réclamation");
    answer(&mut panel, "pièces", "deux");
    panel.act(Action::CopyNote);
    assert!(copied(&panel).is_empty(), "not a number");
    answer(&mut panel, "pièces", "2");
    panel.act(Action::CopyNote);
    let text = copied(&panel).pop().unwrap();
    assert!(text.starts_with("Reçu le 24/11/2026."), "{text}");
    assert!(text.ends_with("Motif : réclamation. Pièces : 2."), "{text}");
    assert!(panel.state().session.note_left);
    // What was filled goes with the contact.
    panel.act(Action::Finish);
    assert!(panel.state().session.answers.is_empty());
}

#[test]
fn an_answer_is_read_by_the_guard_like_the_note() {
    let mut panel = with_template().open();
    panel.keys("C1");
    panel.act(Action::SetOutcome(Some(Outcome::ALL[0])));
    answer(&mut panel, "pièces", "1");
    answer(&mut panel, "motif", "rappeler au 06 39 98 12 34");
    for exit in [Action::CopyNote, Action::CopyAndEnd] {
        panel.act(exit);
        assert!(copied(&panel).is_empty());
        assert_eq!(panel.state().toast, Some(Toast::Blocked));
    }
    // Red is not kept for a reason.
    panel.act(Action::Keep(
        Place::Blank("motif".to_owned()),
        0,
        Reason::Needed,
    ));
    panel.act(Action::CopyNote);
    assert!(copied(&panel).is_empty());
    panel.act(Action::Mask(Place::Blank("motif".to_owned()), 0));
    panel.act(Action::CopyNote);
    assert!(copied(&panel)[0].contains("rappeler au [téléphone masqué]"));
    // Orange is, for that name and not the next.
    answer(&mut panel, "motif", "vu avec Mme Durand");
    panel.act(Action::CopyNote);
    assert_eq!(copied(&panel).len(), 1);
    panel.act(Action::Keep(
        Place::Blank("motif".to_owned()),
        0,
        Reason::Needed,
    ));
    panel.act(Action::CopyNote);
    assert_eq!(copied(&panel).len(), 2);
}

#[test]
fn one_key_masks_and_one_keeps_in_the_note_then_in_the_blanks() {
    let mut panel = with_template().open();
    panel.keys("C1");
    panel.act(Action::SetFreeText(
        "Mme Durand au 06 39 98 12 34".to_owned(),
    ));
    answer(&mut panel, "motif", "vu avec Mme Petit");
    // Red first: it can only be masked; then the name is kept, each by one key.
    panel.keys("Ctrl+E Ctrl+M");
    assert!(
        panel
            .state()
            .session
            .interview
            .facts()
            .free_text
            .contains("[téléphone masqué]")
    );
    panel.keys("Ctrl+J");
    assert!(
        panel.state().findings().is_empty(),
        "{:?} {:?}",
        panel.state().findings(),
        panel.state().toast
    );
    let place = Place::Blank("motif".to_owned());
    assert_eq!(panel.state().findings_in(&place).len(), 1);
    panel.keys("Ctrl+L");
    assert!(panel.state().findings_in(&place).is_empty());
    let reasons: Vec<_> = panel.state().session.kept.values().copied().collect();
    assert_eq!(reasons, [Reason::FalseAlarm, Reason::Needed]);
    // Nothing is left to keep, and it is said.
    panel.keys("Ctrl+J");
    assert!(panel.says("rien de souligné ne peut être gardé"));
}

#[test]
fn what_is_still_to_fill_scolds_only_once_somebody_tried() {
    let mut panel = with_template().open();
    panel.keys("C1 Ctrl+E");
    assert_ne!(panel.state().toast, Some(Toast::ToFill));
    assert!(panel.says("La note entière, pour le fichier"));
    panel.act(Action::CopyNote);
    assert_eq!(panel.state().toast, Some(Toast::ToFill));
}

#[test]
fn answers_are_in_the_draft_masked_and_come_back() {
    let mut panel = with_template().open();
    answer(&mut panel, "motif", "rappeler au 06 39 98 12 34");
    let draft = panel.record.lock().unwrap().draft.clone().unwrap();
    assert_eq!(
        draft.contacts[0].answers["motif"],
        "rappeler au [téléphone masqué]"
    );
    // Typed answers alone are something at stake.
    panel.act(Action::New);
    assert!(matches!(
        panel.state().overlay,
        Some(Overlay::ConfirmEnd(_))
    ));
    panel.act(Action::EndWithoutNote);
    assert!(panel.record.lock().unwrap().draft.is_none());
    panel.act(Action::DraftFound(Box::new(draft)));
    panel.keys("Entrée");
    assert_eq!(
        panel.state().session.answers["motif"],
        "rappeler au [téléphone masqué]"
    );
}

#[test]
fn what_shows_only_beside_other_words_is_told_and_treated() {
    let mut stage = Stage::wide();
    stage.settings.copy_template =
        Some("Avec Mme {?nom}. Au {?début} {?fin}. Dit : {complement} 34.".to_owned());
    let mut panel = stage.open();
    panel.keys("C1");
    answer(&mut panel, "nom", "Durand");
    answer(&mut panel, "début", "06 39 98");
    answer(&mut panel, "fin", "12 34");
    panel.act(Action::SetFreeText("  06 39 98 12".to_owned()));
    panel.act(Action::CopyNote);
    assert_eq!(panel.state().toast, Some(Toast::Blocked));
    // Each part is told at its place.
    for blank in ["nom", "début", "fin"] {
        let place = Place::Blank(blank.to_owned());
        assert_eq!(panel.state().findings_in(&place).len(), 1, "{blank}");
    }
    let in_note = panel.state().findings();
    let typed = panel.state().typed(&Place::Note);
    assert_eq!(in_note[0].text(&typed), "06 39 98 12");
    // Keys alone deal with all of it: masked, one part of a number frees the other.
    panel.keys("Ctrl+E Ctrl+M Ctrl+M");
    panel.act(Action::CopyNote);
    assert!(copied(&panel).is_empty());
    panel.keys("Ctrl+L");
    panel.act(Action::CopyNote);
    let text = copied(&panel).pop().unwrap();
    assert!(text.starts_with("Avec Mme Durand. Au [téléphone"), "{text}");
    assert!(!text.contains("39 98"), "{text}");
}

#[test]
fn a_name_over_two_lines_is_kept_or_masked_like_another() {
    for keep in [true, false] {
        let mut panel = Stage::wide().open();
        panel.keys("C1");
        panel.act(Action::SetFreeText("Vu avec Mme\nDurand".to_owned()));
        assert_eq!(panel.state().findings().len(), 1);
        panel.act(if keep {
            Action::Keep(Place::Note, 0, Reason::Needed)
        } else {
            Action::Mask(Place::Note, 0)
        });
        assert!(panel.state().findings().is_empty());
        panel.act(Action::CopyNote);
        let text = copied(&panel).pop().unwrap();
        assert_eq!(text.contains("Vu avec Mme Durand"), keep, "{text}");
        assert_eq!(panel.state().holds("Durand"), keep);
    }
}

#[test]
fn a_mask_longer_than_its_value_cuts_nothing() {
    let mut stage = Stage::wide();
    stage.settings.note_length = 30;
    let mut panel = stage.open();
    panel.keys("C1");
    panel.act(Action::SetFreeText(
        "06 39 98 12 34 puis la fin.".to_owned(),
    ));
    panel.act(Action::Mask(Place::Note, 0));
    let text = panel.state().typed(&Place::Note);
    assert_eq!(text, "[téléphone masqué] puis la fin.");
    // Typing more is refused, deleting is not.
    panel.act(Action::SetFreeText(format!("{text}.. Et encore")));
    assert_eq!(panel.state().typed(&Place::Note), text);
    panel.act(Action::SetFreeText("[téléphone masqué]".to_owned()));
    assert_eq!(panel.state().typed(&Place::Note), "[téléphone masqué]");
    // Nor does a blank take a book.
    panel.act(Action::SetAnswer("motif".to_owned(), "a".repeat(5_000)));
    assert_eq!(panel.state().session.answers["motif"].len(), 80);
}

#[test]
fn what_is_copied_by_hand_in_a_field_is_read_by_the_guard() {
    use eframe::egui::accesskit::Role;
    use eframe::egui::{Event, Key, Modifiers};
    let mut panel = with_template().open();
    panel.keys("C1 Ctrl+E");
    panel.act(Action::SetFreeText("Au 06 39 98 12 34, jeudi".to_owned()));
    answer(&mut panel, "motif", "vu avec Mme Petit");
    for (role, field, by_hand) in [
        (
            Role::MultilineTextInput,
            "Complément, si besoin",
            "Au [téléphone masqué], jeudi",
        ),
        (Role::TextInput, "motif", "vu avec Mme [nom masqué]"),
    ] {
        for event in [Event::Copy, Event::Cut] {
            panel.harness.get_by_role_and_label(role, field).focus();
            panel.run();
            // As a window says it: « command » is Ctrl here.
            panel.press_with(Modifiers::CTRL | Modifiers::COMMAND, Key::A);
            panel.harness.event(event);
            panel.run();
            assert_eq!(copied(&panel).pop().unwrap(), by_hand);
            assert_eq!(panel.state().toast, Some(Toast::CopiedMasked));
        }
    }
    assert!(!panel.state().session.note_left);
}

#[test]
fn a_saved_file_does_not_stand_for_what_was_typed_in_the_blanks() {
    let mut panel = with_template().open();
    panel.keys("C1");
    answer(&mut panel, "motif", "réclamation");
    panel.act(Action::SaveNote(NoteFormat::Markdown));
    assert!(!panel.state().session.note_left);
    panel.act(Action::New);
    assert!(matches!(
        panel.state().overlay,
        Some(Overlay::ConfirmEnd(_))
    ));
}

#[test]
fn a_red_note_is_not_copied_through_a_template_that_leaves_it_out() {
    let mut panel = with_template().open();
    panel.keys("C1");
    panel.act(Action::SetOutcome(Some(Outcome::ALL[0])));
    answer(&mut panel, "pièces", "1");
    answer(&mut panel, "motif", "question");
    panel.act(Action::SetFreeText("06 39 98 12 34".to_owned()));
    panel.act(Action::CopyNote);
    assert!(copied(&panel).is_empty());
    assert_eq!(panel.state().toast, Some(Toast::Blocked));
}

#[test]
fn a_faulty_template_is_told_and_the_note_is_copied_whole() {
    let mut panel = Stage::wide().open();
    panel.act(Action::Set(SettingChange::CopyTemplate(Some(
        "{suit}".to_owned(),
    ))));
    panel.keys("C1");
    panel.act(Action::CopyNote);
    assert!(copied(&panel)[0].starts_with("Accompagnement"));
    panel.keys("F7");
    assert!(panel.says("Ligne 1, caractère 1"));
}

#[test]
fn a_template_that_holds_a_number_says_that_it_leaves_with_every_note() {
    let mut stage = Stage::wide();
    stage.settings.copy_template = Some("{suite}. Rappel au 01 99 00 12 34.".to_owned());
    let mut panel = stage.open();
    panel.keys("F7");
    assert!(panel.says("il partira dans chaque note copiée"));
    let mut panel = with_template().open();
    panel.keys("F7");
    assert!(!panel.says("il partira dans chaque note copiée"));
}
