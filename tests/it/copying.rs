//! « Copier pour l'application métier » : a template with places to fill, read by the guard.

use reflexe_personas::app::action::SettingChange;
use reflexe_personas::app::noting::Place;
use reflexe_personas::app::{Action, Overlay, Toast};
use reflexe_personas::domain::guard::Reason;
use reflexe_personas::domain::vocab::Outcome;

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
