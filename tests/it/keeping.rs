//! The draft of the contact in hand, what a crash left, and the screen « Ce que l'outil garde ».

use std::path::PathBuf;

use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;
use reflexe_personas::app::action::Stamp;
use reflexe_personas::app::keeping::Asked;
use reflexe_personas::app::noting::Place;
use reflexe_personas::app::state::AfterEnd;
use reflexe_personas::app::{Action, Command, Overlay, Toast};
use reflexe_personas::domain::draft::Draft;
use reflexe_personas::domain::kept::{Inventory, KeptFile, KeptKind, NoDraft, PlaceKind};
use reflexe_personas::domain::study::tally::Tally;
use reflexe_personas::domain::vocab::Theme;
use reflexe_personas::store::kit_file;

use super::access::controls;
use super::support::{Panel, Record, Stage};

fn draft_of(panel: &Panel) -> Option<Draft> {
    panel.record.lock().unwrap().draft.clone()
}

#[test]
fn the_draft_follows_every_change_and_goes_with_the_contact() {
    let mut panel = Stage::wide().open();
    assert_eq!(draft_of(&panel), None);
    panel.keys("C1 Entrée");
    let draft = draft_of(&panel).unwrap();
    assert_eq!(draft.day, "2026-11-24");
    assert_eq!(
        &draft.contacts[0].facts,
        panel.state().session.interview.facts()
    );
    // Put aside, another begun: both are kept.
    panel.act(Action::Pause);
    panel.act(Action::SetTheme(Some(Theme::Famille)));
    assert_eq!(draft_of(&panel).unwrap().contacts.len(), 2);
    let afresh = panel.record.lock().unwrap().afresh;
    panel.act(Action::EndWithoutNote);
    // What ended is nowhere in what is kept.
    let record = panel.record.lock().unwrap();
    assert_eq!(record.draft.as_ref().unwrap().contacts.len(), 1);
    assert!(record.afresh > afresh);
    drop(record);
    panel.act(Action::Pause);
    panel.act(Action::EndWithoutNote);
    assert_eq!(draft_of(&panel), None);
}

#[test]
fn an_undone_contact_leaves_no_draft() {
    let mut panel = Stage::wide().open();
    panel.keys("C1");
    assert!(draft_of(&panel).is_some());
    panel.keys("Ctrl+Z");
    assert_eq!(draft_of(&panel), None);
    panel.keys("Ctrl+Y");
    assert!(draft_of(&panel).is_some());
}

#[test]
fn what_is_red_is_never_in_the_draft_and_what_is_masked_leaves_it() {
    let mut panel = Stage::wide().open();
    panel.act(Action::SetFreeText(
        "Tél 06 39 98 12 34, Mme Durand".to_owned(),
    ));
    let kept = draft_of(&panel).unwrap().contacts[0]
        .facts
        .free_text
        .clone();
    assert_eq!(kept, "Tél [téléphone masqué], Mme Durand");
    let afresh = panel.record.lock().unwrap().afresh;
    panel.act(Action::Mask(Place::Note, 0));
    panel.act(Action::Mask(Place::Note, 0));
    let kept = draft_of(&panel).unwrap().contacts[0]
        .facts
        .free_text
        .clone();
    assert!(!kept.contains("Durand"), "{kept}");
    assert!(panel.record.lock().unwrap().afresh >= afresh + 2);
}

/// The texts of every draft that may still be on the disk.
fn on_disk(panel: &Panel) -> Vec<String> {
    let record = panel.record.lock().unwrap();
    let contacts = record.drafts.iter().flat_map(|draft| &draft.contacts);
    contacts
        .flat_map(|contact| {
            let answers = contact.answers.values().map(ToString::to_string);
            answers.chain([contact.facts.free_text.to_string()])
        })
        .collect()
}

#[test]
fn a_number_typed_digit_by_digit_leaves_nothing_of_itself() {
    for number in ["06 39 98 12 34", "jean.exemple@example.org"] {
        for in_blank in [false, true] {
            let mut panel = super::copying::with_template().open();
            let length = number.chars().count();
            for typed in 1..=length {
                let typed: String = number.chars().take(typed).collect();
                let typed = format!("Rappeler : {typed}");
                panel.act(if in_blank {
                    Action::SetAnswer("motif".to_owned(), typed)
                } else {
                    Action::SetFreeText(typed)
                });
            }
            let texts = on_disk(&panel);
            assert!(texts.iter().any(|text| text.contains("masqué]")));
            let beginning = &number[..5];
            let left: Vec<_> = texts.iter().filter(|t| t.contains(beginning)).collect();
            assert!(left.is_empty(), "{left:?}");
        }
    }
}

#[test]
fn what_is_deleted_or_undone_leaves_the_draft() {
    let mut panel = Stage::wide().open();
    for typed in [
        "Vu",
        "Vu ce matin",
        "Vu ce matin avec son frère",
        "Vu ce matin",
    ] {
        panel.act(Action::SetFreeText(typed.to_owned()));
    }
    assert_eq!(on_disk(&panel), ["Vu ce matin"]);
    panel.keys("C1");
    panel.act(Action::SetFreeText("Vu ce matin, en retard".to_owned()));
    panel.keys("Ctrl+Z");
    assert!(on_disk(&panel).iter().all(|text| !text.contains("retard")));
    // What only adds is added: no writing afresh for each letter.
    let afresh = panel.record.lock().unwrap().afresh;
    panel.act(Action::SetFreeText("Vu ce matin. Revenir".to_owned()));
    panel.act(Action::SetFreeText("Vu ce matin. Revenir lundi".to_owned()));
    assert_eq!(panel.record.lock().unwrap().afresh, afresh);
}

#[test]
fn closing_once_the_note_has_left_leaves_no_draft() {
    let mut panel = Stage::wide().open();
    panel.keys("C1 Ctrl+E");
    panel.act(Action::CopyNote);
    assert!(draft_of(&panel).is_some());
    panel.close();
    assert_eq!(draft_of(&panel), None);
    // A note that has not left keeps the window, and its draft.
    let mut panel = Stage::wide().open();
    panel.keys("C1");
    panel.close();
    assert!(matches!(
        panel.state().overlay,
        Some(Overlay::ConfirmEnd(AfterEnd::Quit))
    ));
    assert!(draft_of(&panel).is_some());
    panel.act(Action::EndWithoutNote);
    assert_eq!(draft_of(&panel), None);
}

#[test]
fn an_absence_wipes_the_draft_too() {
    let mut panel = Stage::wide().open();
    panel.keys("C1");
    panel.wait(31 * 60_000);
    panel.act(Action::TimeWentBy);
    assert!(draft_of(&panel).is_some());
    panel.wait(6 * 60_000);
    panel.act(Action::TimeWentBy);
    assert_eq!(panel.state().toast, Some(Toast::IdleWiped));
    assert_eq!(draft_of(&panel), None);
}

/// A panel opened after a crash in the middle of two contacts.
fn after_a_crash() -> (Draft, Panel) {
    let mut panel = Stage::wide().open();
    panel.keys("C1 N2 Entrée");
    panel.act(Action::SetFreeText("Revenir jeudi".to_owned()));
    panel.act(Action::Pause);
    panel.act(Action::SetTheme(Some(Theme::Logement)));
    let draft = draft_of(&panel).unwrap();
    let left = Record {
        draft: Some(draft.clone()),
        ..Record::default()
    };
    let kit = kit_file::load_embedded(None).kit.unwrap();
    (draft, Stage::wide().open_after(kit, left))
}

#[test]
fn what_a_crash_left_is_offered_and_taken_up_whole() {
    let (draft, mut panel) = after_a_crash();
    assert_eq!(panel.state().overlay, Some(Overlay::Found));
    assert!(panel.says("Un échange n’a pas été terminé"));
    // Still there until somebody decides.
    assert_eq!(draft_of(&panel), Some(draft.clone()));
    panel.keys("Entrée");
    let state = panel.state();
    assert_eq!(state.session.interview.facts(), &draft.contacts[0].facts);
    let parked = state.parked.as_ref().unwrap();
    assert_eq!(parked.interview.facts(), &draft.contacts[1].facts);
    assert_ne!(parked.badge, state.session.badge);
    // And kept again, in case it happens twice.
    assert_eq!(draft_of(&panel).unwrap().contacts.len(), 2);
}

#[test]
fn leaving_the_question_loses_nothing() {
    let (draft, mut panel) = after_a_crash();
    panel.keys("Échap");
    let facts = panel.state().session.interview.facts();
    assert_eq!(facts, &draft.contacts[0].facts);
}

#[test]
fn no_key_goes_past_the_question_of_what_a_crash_left() {
    let keys = [
        "F1",
        "F2",
        "F3",
        "F4",
        "F5",
        "F6",
        "F7",
        "F8",
        "F9",
        "F10",
        "F11",
        "Ctrl+E",
        "Ctrl+K",
        "Ctrl+N",
        "Ctrl+M",
        "Ctrl+J",
        "Ctrl+L",
        "Ctrl+Z",
        "Ctrl+Entrée",
        "C",
        "1",
        "N",
        "Q",
        "R",
        "P",
        "S",
        "Haut",
        "Bas",
    ];
    let (draft, mut panel) = after_a_crash();
    for key in keys {
        panel.keys(key);
        assert_eq!(panel.state().overlay, Some(Overlay::Found), "{key}");
        assert!(panel.state().found.is_some(), "{key}");
        assert_eq!(draft_of(&panel), Some(draft.clone()), "{key}");
    }
    // The curtain falls over it and goes up again; closing leaves it for the next start.
    panel.keys("F12");
    assert!(panel.state().curtain);
    panel.keys("F12");
    panel.close();
    assert_eq!(draft_of(&panel), Some(draft));
}

#[test]
fn nobody_deciding_what_becomes_of_it_erases_it() {
    let (_, mut panel) = after_a_crash();
    panel.wait(31 * 60_000);
    panel.act(Action::TimeWentBy);
    assert_eq!(panel.state().toast, Some(Toast::Idle));
    panel.wait(6 * 60_000);
    panel.act(Action::TimeWentBy);
    assert_eq!(panel.state().toast, Some(Toast::IdleWiped));
    assert_eq!(panel.state().overlay, None);
    assert_eq!(draft_of(&panel), None);
}

#[test]
fn what_is_of_another_day_by_then_is_erased() {
    let (mut draft, _) = after_a_crash();
    draft.day = "2026-11-23".to_owned();
    let left = Record {
        draft: Some(draft),
        ..Record::default()
    };
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let mut panel = Stage::wide().open_after(kit, left);
    panel.keys("Entrée");
    assert_eq!(panel.state().toast, Some(Toast::DraftOfAnotherDay));
    assert!(panel.state().session.interview.is_blank());
    assert_eq!(draft_of(&panel), None);
}

#[test]
fn what_a_crash_left_can_be_erased() {
    let (_, mut panel) = after_a_crash();
    panel.keys("X");
    assert_eq!(panel.state().overlay, None);
    assert!(panel.state().session.interview.is_blank());
    assert_eq!(draft_of(&panel), None);
}

#[test]
fn a_draft_of_another_kit_is_not_taken_up() {
    let (mut draft, _) = after_a_crash();
    draft.kit = "autre-kit".to_owned();
    let left = Record {
        draft: Some(draft),
        ..Record::default()
    };
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let panel = Stage::wide().open_after(kit, left);
    assert_eq!(panel.state().overlay, None);
    assert_eq!(draft_of(&panel), None);
    // Not erased: put aside, and told.
    assert!(panel.record.lock().unwrap().aside.is_some());
    assert!(panel.says("vient d’un autre kit"), "{:#?}", panel.words());
}

#[test]
fn that_no_draft_is_kept_is_told_where_one_looks() {
    for (why, words) in [
        (NoDraft::Shared, "sur le réseau"),
        (NoDraft::NotAlone, "une autre fenêtre"),
        (NoDraft::NoFolder, "n’a pas de dossier"),
        (NoDraft::Unread, "n’a pas pu être relu"),
        (NoDraft::Refused, "le système l’a refusé"),
    ] {
        let left = Record {
            no_draft: Some(why),
            ..Record::default()
        };
        let kit = kit_file::load_embedded(None).kit.unwrap();
        let mut panel = Stage::wide().open_after(kit, left);
        for key in ["F4", "Échap F7"] {
            panel.keys(key);
            assert!(panel.says("Aucun brouillon n’est gardé"), "{key} {why:?}");
            assert!(panel.says(words), "{key} {why:?}");
        }
    }
    let mut panel = Stage::wide().open();
    panel.keys("F4");
    assert!(!panel.says("Aucun brouillon"));
}

pub(crate) fn kept_files() -> Vec<KeptFile> {
    let file = |kind, path: &str, bytes, day: &str| KeptFile {
        kind,
        path: PathBuf::from(path),
        bytes,
        day: day.to_owned(),
        written: None,
    };
    let notes = "/home/agent/Documents/Réflexe Personas/Notes";
    let data = "/home/agent/.local/share/reflexepersonas";
    vec![
        file(
            KeptKind::Export,
            &format!("{notes}/accompagnement_20261124_k3f9a0.md"),
            612,
            "2026-11-24",
        ),
        file(
            KeptKind::Export,
            &format!("{notes}/accompagnement_20261123_p0d2cc.csv"),
            1_204,
            "2026-11-23",
        ),
        file(
            KeptKind::Export,
            &format!("{notes}/accompagnement_20261002_77aa1e.md"),
            540,
            "2026-10-02",
        ),
        file(
            KeptKind::Tally,
            &format!("{data}/decompte-usagers-numeriques.json"),
            3_870,
            "2026-11-20",
        ),
        file(
            KeptKind::ExportList,
            &format!("{data}/exports.json"),
            410,
            "2026-11-24",
        ),
        file(
            KeptKind::Settings,
            "/home/agent/.config/reflexepersonas/reglages.json",
            320,
            "2026-11-12",
        ),
        file(
            KeptKind::Running,
            &format!("{data}/ouvert.lock"),
            0,
            "2026-11-24",
        ),
    ]
}

fn on_the_screen() -> Panel {
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let left = Record {
        kept: kept_files(),
        ..Record::default()
    };
    let mut panel = Stage::wide().open_after(kit, left);
    panel.act(Action::Run(Command::Kept));
    panel
}

#[test]
fn the_screen_lists_every_file_with_its_size_and_age() {
    let panel = on_the_screen();
    for file in kept_files() {
        let name = file.path.file_name().unwrap().to_str().unwrap();
        assert!(panel.says(name), "{name}");
    }
    for words in ["612 octets · aujourd’hui", "1 Ko · hier", "il y a 53 jours"] {
        assert!(panel.says(words), "{words}: {:#?}", panel.words());
    }
}

#[test]
fn erasing_takes_two_steps_and_gives_a_receipt() {
    let mut panel = on_the_screen();
    panel.push("Effacer accompagnement_20261123_p0d2cc.csv");
    assert_eq!(panel.record.lock().unwrap().kept.len(), 7, "asked first");
    // Échap goes back to the list.
    panel.keys("Échap");
    assert_eq!(panel.state().overlay, Some(Overlay::Kept));
    panel.push("Effacer accompagnement_20261123_p0d2cc.csv");
    panel.push("Effacer pour de bon");
    assert_eq!(panel.record.lock().unwrap().kept.len(), 6);
    assert!(panel.says("Reçu du 24/11/2026"));
    assert!(!panel.says("p0d2cc.csv"));
}

#[test]
fn only_what_was_shown_is_erased_whatever_the_list_says_meanwhile() {
    let mut panel = on_the_screen();
    panel.act(Action::AskErase(Asked::Old));
    let shown = panel.state().keeping.asked.clone().unwrap().files;
    assert_eq!(shown.len(), 1);
    // Listed again before the second yes: one more is old, and the one that was shown is longer.
    let mut files = kept_files();
    files[0].day = "2020-01-01".to_owned();
    files[2].bytes += 1;
    panel.act(Action::KeptIs(Inventory {
        files,
        unread: Vec::new(),
    }));
    panel.push("Effacer pour de bon");
    assert_eq!(panel.record.lock().unwrap().erased, shown);
}

#[test]
fn the_second_yes_has_the_focus_on_the_way_back() {
    let mut panel = on_the_screen();
    let erase = "Effacer accompagnement_20261123_p0d2cc.csv";
    panel.harness.get_by_label(erase).focus();
    panel.run();
    panel.press(Key::Space);
    assert!(panel.state().keeping.asked.is_some());
    panel.run();
    let focused = controls(&panel).into_iter().find(|c| c.focused).unwrap();
    assert!(focused.name.contains("Revenir"), "{}", focused.name);
    // The same key again erases nothing.
    panel.press(Key::Space);
    assert!(panel.state().keeping.asked.is_none());
    assert_eq!(panel.record.lock().unwrap().erased, []);
}

#[test]
fn the_list_of_exports_has_no_button_while_there_are_exports() {
    let mut panel = on_the_screen();
    let button = "Effacer exports.json";
    assert!(!panel.says(button));
    let list = kept_files()[4].path.clone();
    panel.act(Action::AskErase(Asked::One(list)));
    assert_eq!(panel.state().keeping.asked, None, "nor by another way");
    let mut record = panel.record.lock().unwrap();
    record.kept.retain(|file| file.kind != KeptKind::Export);
    drop(record);
    panel.keys("Échap F4");
    assert!(panel.says(button));
}

#[test]
fn counts_go_with_their_own_file_and_once_it_is_gone() {
    let tally = |name: &str| KeptFile {
        path: PathBuf::from(name),
        ..kept_files()[3].clone()
    };
    let (own, other) = ("decompte-usagers-numeriques.json", "decompte-autre.json");
    let open = |stuck: Vec<PathBuf>| {
        let left = Record {
            kept: vec![tally(own), tally(other)],
            tally: Some(Tally {
                kit: "usagers-numeriques".to_owned(),
                ..Tally::default()
            }),
            stuck,
            ..Record::default()
        };
        let kit = kit_file::load_embedded(None).kit.unwrap();
        let mut panel = Stage::wide().open_after(kit, left);
        panel.act(Action::Run(Command::Kept));
        assert!(panel.state().learning.tally.is_some());
        panel
    };
    let erase = |panel: &mut Panel, name: &str| {
        panel.act(Action::AskErase(Asked::One(name.into())));
        panel.act(Action::EraseAsked);
        panel.run();
        panel.state().learning.tally.is_some()
    };
    let mut panel = open(Vec::new());
    assert!(erase(&mut panel, other), "another kit's");
    assert!(!erase(&mut panel, own));
    let mut panel = open(vec![own.into()]);
    assert!(erase(&mut panel, own), "its file stays");
}

#[test]
fn the_list_is_read_again_after_a_note_is_saved() {
    let mut panel = on_the_screen();
    let mut file = kept_files()[0].clone();
    file.path = "/home/agent/Bureau/Pour le dossier.md".into();
    panel.record.lock().unwrap().kept.push(file.clone());
    let stamp = Stamp {
        session: 0,
        revision: 0,
    };
    panel.act(Action::SavedAs(stamp, Ok(file.path.clone())));
    panel.run();
    assert!(
        panel
            .state()
            .keeping
            .files
            .as_ref()
            .unwrap()
            .contains(&file)
    );
}

#[test]
fn erasing_the_settings_says_how_long_those_of_the_window_hold() {
    let mut panel = on_the_screen();
    panel.push("Effacer reglages.json");
    assert!(panel.says("tiennent jusqu’à sa fermeture"));
    panel.keys("Échap");
    panel.push("Effacer accompagnement_20261123_p0d2cc.csv");
    assert!(!panel.says("tiennent jusqu’à sa fermeture"));
}

#[test]
fn old_notes_are_shown_before_they_are_purged() {
    let mut panel = on_the_screen();
    panel.push("365 jours");
    assert!(panel.says("Aucune note n’a plus de 365"));
    panel.push("30 jours");
    panel.push("Voir lesquelles");
    assert!(panel.says("accompagnement_20261002_77aa1e.md"));
    assert!(!panel.says("p0d2cc.csv"), "only what goes is shown");
    panel.push("Effacer pour de bon");
    assert_eq!(panel.record.lock().unwrap().kept.len(), 6);
}

#[test]
fn erasing_all_leaves_settings_and_what_runs_and_spares_the_contact_in_hand() {
    let mut panel = on_the_screen();
    panel.act(Action::SetTheme(Some(Theme::Famille)));
    let draft = KeptFile {
        kind: KeptKind::Draft,
        path: PathBuf::from("/home/agent/.local/share/reflexepersonas/brouillon.journal"),
        bytes: 900,
        day: "2026-11-24".to_owned(),
        written: None,
    };
    panel.record.lock().unwrap().kept.push(draft);
    panel.act(Action::Run(Command::Kept));
    assert!(panel.says("S’efface à la fin de l’échange."));
    panel.push("Tout effacer");
    panel.push("Effacer pour de bon");
    let kept = panel.record.lock().unwrap().kept.clone();
    let kinds: Vec<_> = kept.iter().map(|file| file.kind).collect();
    assert_eq!(
        kinds,
        [KeptKind::Settings, KeptKind::Running, KeptKind::Draft]
    );
    assert!(panel.state().learning.tally.is_none());
    // Once nothing of a contact is left, nothing offers to erase it.
    panel.act(Action::EndWithoutNote);
    panel.record.lock().unwrap().kept.pop();
    panel.act(Action::Run(Command::Kept));
    assert!(!panel.says("Tout effacer"));
}

#[test]
fn a_screen_reader_hears_how_much_is_left_from_nine_tenths_on() {
    use eframe::egui::accesskit::Live;
    use egui_kittest::kittest::NodeT as _;
    let mut panel = Stage::wide().open();
    panel.keys("Ctrl+E");
    for (length, live) in [
        (251, None),
        (252, Some(Live::Polite)),
        (281, Some(Live::Polite)),
    ] {
        panel.act(Action::SetFreeText("a".repeat(length)));
        let shown = format!("{} / 280", length.min(280));
        let root = panel.harness.root();
        let said = root.children_recursive().find(|node| {
            let node = node.accesskit_node();
            let words = node.label().or_else(|| node.value());
            words.is_some_and(|words| words.contains(&shown))
        });
        let heard = said.unwrap().accesskit_node().live();
        assert_eq!((heard != Live::Off).then_some(heard), live, "{length}");
    }
}

#[test]
fn a_folder_that_others_read_is_said_where_notes_leave() {
    let mut panel = Stage::wide().open();
    panel.keys("C1 Ctrl+E");
    assert!(!panel.says("partagé sur le réseau"));
    panel.act(Action::NotesGoTo(PlaceKind::Network));
    assert!(panel.says("partagé sur le réseau"));
    panel.act(Action::NotesGoTo(PlaceKind::Removable));
    assert!(panel.says("support amovible"));
    panel.keys("Échap F7");
    assert!(panel.says("support amovible"));
}
