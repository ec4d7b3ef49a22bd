//! « Copier pour l'application métier » : a template with places to fill, read by the guard.

use reflexe_personas::app::action::SettingChange;
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
    panel.act(Action::KeepAnswer("motif".to_owned(), 0, Reason::Needed));
    panel.act(Action::CopyNote);
    assert!(copied(&panel).is_empty());
    panel.act(Action::MaskAnswer("motif".to_owned(), 0));
    panel.act(Action::CopyNote);
    assert!(copied(&panel)[0].contains("rappeler au [téléphone masqué]"));
    // Orange is, for that name and not the next.
    answer(&mut panel, "motif", "vu avec Mme Durand");
    panel.act(Action::CopyNote);
    assert_eq!(copied(&panel).len(), 1);
    panel.act(Action::KeepAnswer("motif".to_owned(), 0, Reason::Needed));
    panel.act(Action::CopyNote);
    assert_eq!(copied(&panel).len(), 2);
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
