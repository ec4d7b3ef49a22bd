//! Sharing a kit from the workshop: nothing by accident, nothing of a colleague lost, and another process
//! gets what was published.
#![expect(
    clippy::disallowed_methods,
    reason = "a test writes and reads files itself"
)]

mod scenario;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use reflexe_personas::app::workshop::sharing::files::{Brings, Given};
use reflexe_personas::app::workshop::sharing::{Errand, FilesAction, Published, Standing, Work};
use reflexe_personas::app::workshop::{ShareAction, Spot, elements};
use reflexe_personas::app::{Action, WorkshopAction, WorkshopState};
use reflexe_personas::domain::guard::GuardLexicon;
use reflexe_personas::domain::kit::{Kit, KitContent};
use reflexe_personas::domain::settings::Settings;
use reflexe_personas::domain::version::{self, Notice, VersionName};
use reflexe_personas::domain::vocab::ThemeChoice;
use reflexe_personas::domain::workshop::single::Choice;
use reflexe_personas::domain::workshop::{Edit, Element, Field, Kind, Name};
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::kit_file;
use reflexe_personas::store::versions::{self, Outcome, Publication};
use reflexe_personas::ui::runner::RealServices;
use reflexe_personas::ui::{PanelApp, theme};

use super::support::{Panel, SMALL_STRIP, Stage, WIDE, focused};
use super::versions::counter::{Share, services, until};

fn stage(folder: &Path) -> Stage {
    let mut stage = Stage::wide();
    stage.settings.published_folder = Some(folder.to_owned());
    stage
}

fn open(stage: Stage) -> Panel {
    let mut panel = stage.open();
    panel.act(Action::workshop(WorkshopAction::Toggle));
    panel.reshape();
    assert!(panel.state().workshop.content().is_some());
    panel
}

fn workshop(panel: &Panel) -> &WorkshopState {
    &panel.state().workshop
}

fn content(panel: &Panel) -> &KitContent {
    workshop(panel).content().unwrap()
}

fn act(panel: &mut Panel, action: WorkshopAction) {
    panel.act(Action::workshop(action));
}

fn share(panel: &mut Panel, action: ShareAction) {
    act(panel, WorkshopAction::Share(action));
}

fn files(panel: &mut Panel, action: FilesAction) {
    act(panel, WorkshopAction::files(action));
}

fn card(panel: &Panel, at: usize) -> Element {
    elements(content(panel), Kind::Persona)[at].clone()
}

/// Changes the sentence of a card.
fn change(panel: &mut Panel, at: usize, essence: &str) {
    let field = Field::new(card(panel, at), Name::Essence);
    act(panel, WorkshopAction::Edit(Edit::text(field, essence)));
}

fn publish(panel: &mut Panel, reason: &str) {
    act(panel, WorkshopAction::Go(Spot::Share));
    share(panel, ShareAction::Reason(reason.to_owned()));
    share(panel, ShareAction::Role("responsable d’accueil".to_owned()));
    share(panel, ShareAction::Ask);
    act(panel, WorkshopAction::Confirm);
}

fn current(folder: &Path) -> Option<VersionName> {
    versions::current(&RealDisk, folder).unwrap()
}

fn published(folder: &Path) -> KitContent {
    let text = versions::read(&RealDisk, folder, current(folder).unwrap()).unwrap();
    let loaded = kit_file::parse_bundle(text.kit(), "kit.ron", None);
    assert!(!loaded.has_errors());
    loaded.kit.unwrap().content().clone()
}

/// Somebody else publishes after what is published.
fn colleague(folder: &Path, made: impl FnOnce(&mut KitContent)) -> VersionName {
    let mut kit = published(folder);
    made(&mut kit);
    let words = GuardLexicon::default();
    let notice = Notice::new("Un mot", "référente", "2026-11-26", &words).unwrap();
    let publication = Publication {
        kit: &kit_file::write_bundle(&kit).unwrap(),
        original: None,
        notice: &notice,
        base: current(folder),
    };
    match versions::publish(&RealDisk, folder, &publication).unwrap() {
        Outcome::Published { version, .. } => version,
        other @ Outcome::Conflict { .. } => panic!("{other:?}"),
    }
}

/// Words with plain spaces, however they are set.
fn plain(words: &str) -> String {
    words.replace(['\u{a0}', '\u{202f}'], " ")
}

fn says(panel: &Panel, words: &str) -> bool {
    let wanted = plain(words);
    panel
        .words()
        .iter()
        .any(|said| plain(said).contains(&wanted))
}

#[track_caller]
fn tab_to(panel: &mut Panel, name: &str) {
    for _ in 0..160 {
        panel.press(Key::Tab);
        if plain(&focused(panel)).contains(name) {
            return;
        }
    }
    panic!("Tab never reaches {name}: {:?}", panel.words());
}

fn type_text(panel: &mut Panel, text: &str) {
    panel.harness.event(Event::Text(text.to_owned()));
    panel.run();
}

#[test]
fn a_kit_is_published_with_the_keyboard_alone_and_never_at_one_press() {
    let root = tempfile::tempdir().unwrap();
    let mut panel = open(stage(root.path()));
    change(&mut panel, 1, "« Je veux une preuve. »");
    tab_to(&mut panel, "Diffuser à l’équipe");
    panel.keys("Entrée");
    assert_eq!(workshop(&panel).spot(), &Spot::Share);
    assert!(says(&panel, "Rien n’a encore été diffusé"));
    assert!(says(&panel, "Avant"));
    assert!(says(&panel, "Maintenant : « Je veux une preuve. »"));
    // Without a reason nothing is asked, and the field says why.
    tab_to(&mut panel, "Diffuser…");
    panel.keys("Entrée");
    assert_eq!(workshop(&panel).asked, None);
    assert!(says(&panel, "Il manque le motif"));
    let field = |panel: &mut Panel, name: &str, text: &str| {
        panel
            .harness
            .get_by_role_and_label(Role::TextInput, name)
            .focus();
        panel.run();
        type_text(panel, text);
    };
    field(
        &mut panel,
        "Pourquoi, en une ligne",
        "Une carte plus claire",
    );
    tab_to(&mut panel, "Votre fonction");
    type_text(&mut panel, "responsable d’accueil");
    tab_to(&mut panel, "Diffuser…");
    panel.keys("Entrée");
    assert!(says(&panel, "Diffuser la version 1 à l’équipe"));
    assert_eq!(current(root.path()), None, "a second yes is needed");
    panel.keys("Échap");
    assert_eq!(workshop(&panel).asked, None);
    assert_eq!(current(root.path()), None);
    tab_to(&mut panel, "Diffuser…");
    panel.keys("Entrée");
    assert!(plain(&focused(&panel)).contains("Diffuser la version 1"));
    tab_to(&mut panel, "Diffuser maintenant");
    panel.keys("Entrée");
    let name = current(root.path()).unwrap();
    assert_eq!(name.number, 1);
    assert!(says(&panel, "Version 1 diffusée"), "{:?}", panel.words());
    assert_eq!(&published(root.path()), content(&panel));
    // Nothing is left to publish, nor to keep.
    assert_eq!(workshop(&panel).changes(), 0);
    assert_eq!(panel.record.lock().unwrap().workshop, None);
    assert!(says(&panel, "il n’y a rien à diffuser"));
    let desk = workshop(&panel).desk().unwrap();
    let standing = workshop(&panel).sharing.standing(desk);
    assert_eq!(standing, Some(Standing::Follows(name)));
}

#[test]
fn what_is_to_correct_is_refused_with_the_way_there() {
    let root = tempfile::tempdir().unwrap();
    let mut panel = open(stage(root.path()));
    let twin = content(&panel).personas[1].code.clone();
    let field = Field::new(card(&panel, 0), Name::Code);
    act(&mut panel, WorkshopAction::Edit(Edit::text(field, &twin)));
    publish(&mut panel, "Un essai");
    assert_eq!(current(root.path()), None);
    assert!(!says(&panel, "Diffuser…"));
    panel.push("Voir ce qui est à corriger");
    assert_eq!(workshop(&panel).spot(), &Spot::Health);
    let asked = &panel.record.lock().unwrap().errands.clone();
    assert!(asked.iter().all(|errand| matches!(errand, Errand::Look(_))));
}

#[test]
fn a_name_or_a_number_never_goes_with_a_version() {
    let root = tempfile::tempdir().unwrap();
    let mut panel = open(stage(root.path()));
    change(&mut panel, 0, "« Une autre phrase. »");
    publish(&mut panel, "Rappeler le 06 39 98 12 34");
    assert!(says(&panel, "Le motif contient"), "{:?}", panel.words());
    assert_eq!(workshop(&panel).asked, None);
    assert_eq!(current(root.path()), None);
}

#[test]
fn somebody_published_meanwhile_both_are_kept_and_put_together() {
    let root = tempfile::tempdir().unwrap();
    let mut panel = open(stage(root.path()));
    change(&mut panel, 0, "« La première phrase. »");
    publish(&mut panel, "Première");
    let base = content(&panel).clone();
    change(&mut panel, 0, "« La nôtre. »");
    change(&mut panel, 1, "« La nôtre aussi. »");
    act(&mut panel, WorkshopAction::Go(Spot::Share));
    share(&mut panel, ShareAction::Reason("Deux phrases".to_owned()));
    share(&mut panel, ShareAction::Ask);
    // Between the two yeses somebody else is first.
    let theirs = colleague(root.path(), |kit| {
        "« La leur. »".clone_into(&mut kit.personas[0].essence);
        "« Une troisième. »".clone_into(&mut kit.personas[2].essence);
    });
    act(&mut panel, WorkshopAction::Confirm);
    let told = workshop(&panel).sharing.published.clone();
    let Some(Published::Conflict { kept, current: now }) = told else {
        panic!("{told:?}");
    };
    assert_eq!(now, Some(theirs));
    assert_eq!(current(root.path()), Some(theirs));
    assert!(root.path().join(kept.file_name()).exists());
    assert!(says(
        &panel,
        "Quelqu’un a diffusé la version 2 au même moment"
    ));
    assert!(says(&panel, "Ce qu’ils ont changé"));
    assert!(says(&panel, "Maintenant : « Une troisième. »"));
    panel.push("Réunir les deux");
    assert!(says(&panel, "1 même chose"), "{:?}", panel.words());
    // Nothing changed yet; Échap leaves it.
    panel.keys("Échap");
    assert!(workshop(&panel).sharing.together.is_none());
    assert_eq!(plain(&content(&panel).personas[0].essence), "« La nôtre. »");
    panel.push("Réunir les deux");
    panel.push("Garder le leur (1)");
    panel.push("Réunir dans mon brouillon");
    let essences: Vec<_> = content(&panel)
        .personas
        .iter()
        .take(3)
        .map(|persona| plain(&persona.essence))
        .collect();
    assert_eq!(
        essences,
        ["« La leur. »", "« La nôtre aussi. »", "« Une troisième. »"]
    );
    let draft = panel.record.lock().unwrap().workshop.clone().unwrap();
    assert_ne!(*draft.base, base, "the draft goes on from theirs");
    let standing = |panel: &Panel| {
        let desk = workshop(panel).desk().unwrap();
        workshop(panel).sharing.standing(desk)
    };
    assert_eq!(standing(&panel), Some(Standing::Follows(theirs)));
    // Undone, the draft lacks their changes, and does not go on from them any more.
    panel.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(standing(&panel), Some(Standing::Passed(theirs)));
    panel.press_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(standing(&panel), Some(Standing::Follows(theirs)));
    publish(&mut panel, "Les deux ensemble");
    assert_eq!(current(root.path()).unwrap().number, 3);
    assert_eq!(&published(root.path()), content(&panel));
}

#[test]
fn versions_are_compared_and_one_is_restored_after_a_second_yes() {
    let root = tempfile::tempdir().unwrap();
    let mut panel = open(stage(root.path()));
    for number in 1..=3 {
        change(&mut panel, 0, &format!("« La phrase {number}. »"));
        publish(&mut panel, &format!("Phrase {number}"));
    }
    fs::write(root.path().join("kit-0009-00000000.ron"), "abîmé").unwrap();
    panel.push("Versions diffusées");
    assert_eq!(workshop(&panel).spot(), &Spot::Versions);
    for words in [
        "Phrase 1",
        "Phrase 3",
        "responsable d’accueil",
        "24/11/2026",
        "abîmée",
    ] {
        assert!(says(&panel, words), "{words}: {:?}", panel.words());
    }
    let history = workshop(&panel).sharing.history().unwrap().clone();
    let names: Vec<VersionName> = history.versions.iter().map(|v| v.name).collect();
    assert_eq!(names.len(), 3);
    let button = |what: &str, name: VersionName| {
        format!("{what} la version {} ({})", name.number, name.hash)
    };
    panel.push(&button("Comparer", names[0]));
    panel.push(&button("Comparer", names[2]));
    assert!(says(&panel, "De la version 1 à la version 3"));
    assert!(
        says(&panel, "Avant : « La phrase 1. »"),
        "{:?}",
        panel.words()
    );
    assert!(says(&panel, "Maintenant : « La phrase 3. »"));
    // Three presses: which one, with what reason, yes.
    panel.push(&button("Restaurer", names[2]));
    assert!(says(&panel, "Revenir à la version 1"));
    assert!(says(&panel, "Maintenant : « La phrase 1. »"));
    panel.push("Restaurer…");
    assert_eq!(current(root.path()), Some(names[0]));
    panel.push("Restaurer");
    assert_eq!(current(root.path()).unwrap().number, 4);
    assert!(says(&panel, "sous le numéro 4"), "{:?}", panel.words());
    assert!(
        published(root.path()).personas[0]
            .essence
            .contains("phrase 1")
    );
    let text = fs::read_to_string(root.path().join(current(root.path()).unwrap().file_name()));
    let header = version::split(&text.unwrap()).0.unwrap();
    assert_eq!(header.notice.reason(), "Retour à la version 1");
}

#[test]
fn a_file_is_shown_before_it_is_taken_in_and_one_undo_takes_it_out() {
    let root = tempfile::tempdir().unwrap();
    let mut panel = open(Stage::wide());
    let before = content(&panel).clone();
    let there = |name: &str| root.path().join(name);
    act(&mut panel, WorkshopAction::Go(Spot::Files));
    let first = before.personas[0].id.clone();
    for (given, name) in [
        (Given::Kit, "kit.ron"),
        (Given::Card(first.clone()), "carte.ron"),
        (Given::Table, "tableau.csv"),
    ] {
        files(&mut panel, FilesAction::Give(given));
        files(&mut panel, FilesAction::Write(Some(there(name))));
        assert!(says(&panel, name), "{:?}", panel.words());
        assert!(there(name).exists());
    }
    // What the file says already changes nothing.
    for name in ["kit.ron", "tableau.csv"] {
        files(&mut panel, FilesAction::Read(Some(there(name))));
        let incoming = workshop(&panel).sharing.files.incoming.clone().unwrap();
        assert_eq!(incoming.changes, [], "{name}");
        assert!(says(
            &panel,
            "Rien : votre brouillon dit déjà la même chose"
        ));
        panel.push("Laisser");
    }
    // A cell of the table changed by hand.
    let table = fs::read_to_string(there("tableau.csv")).unwrap();
    let cue = &before.cues[0];
    let line = table
        .lines()
        .find(|line| line.contains(&cue.short))
        .unwrap();
    let other = line.replace(&cue.short, "Veut une preuve");
    fs::write(there("autre.csv"), table.replace(line, &other)).unwrap();
    files(&mut panel, FilesAction::Read(Some(there("autre.csv"))));
    assert!(says(&panel, "Veut une preuve"), "{:?}", panel.words());
    assert_eq!(content(&panel), &before, "shown, not taken");
    panel.push("Prendre dans mon brouillon");
    assert_eq!(content(&panel).cues[0].short, "Veut une preuve");
    panel.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(content(&panel), &before);
    // The card comes back beside the one that changed, or in its place.
    change(&mut panel, 0, "« Tout autre chose. »");
    act(&mut panel, WorkshopAction::Go(Spot::Files));
    let changed = content(&panel).clone();
    files(&mut panel, FilesAction::Read(Some(there("carte.ron"))));
    let incoming = workshop(&panel).sharing.files.incoming.clone().unwrap();
    assert!(matches!(&incoming.brings, Brings::Card(_, clashes) if clashes.len() == 1));
    panel.push("Remplacer (1)");
    let settled = workshop(&panel).sharing.files.incoming.clone().unwrap();
    let Brings::Card(_, clashes) = &settled.brings else {
        panic!("{settled:?}");
    };
    assert_eq!(clashes[0].choice, Choice::Replace);
    panel.push("Prendre dans mon brouillon");
    assert_eq!(
        content(&panel).personas[0].essence,
        before.personas[0].essence
    );
    panel.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(content(&panel), &changed);
}

#[test]
fn a_dialog_that_fails_leaves_the_path_to_be_typed() {
    let root = tempfile::tempdir().unwrap();
    let mut panel = open(Stage::wide());
    act(&mut panel, WorkshopAction::Go(Spot::Files));
    panel.push("Choisir où…");
    assert!(says(&panel, "écrivez le chemin entier"));
    let path = root.path().join("kit.ron");
    panel
        .harness
        .get_by_role_and_label(Role::TextInput, "Chemin du fichier à écrire")
        .focus();
    panel.run();
    type_text(&mut panel, path.to_str().unwrap());
    panel.push("Écrire ici");
    assert!(path.exists());
    // Where it works, the dialog says where.
    let chosen = root.path().join("ailleurs.ron");
    panel.record.lock().unwrap().dialogs.push(chosen.clone());
    panel.push("Choisir où…");
    assert!(chosen.exists());
    // What is no kit is refused in a sentence, and nothing changes.
    let before = content(&panel).clone();
    fs::write(&path, "(pas un kit").unwrap();
    files(&mut panel, FilesAction::Read(Some(path)));
    assert!(workshop(&panel).sharing.files.trouble.is_some());
    assert_eq!(content(&panel), &before);
    files(
        &mut panel,
        FilesAction::Read(Some(root.path().join("absent.csv"))),
    );
    assert!(workshop(&panel).sharing.files.trouble.is_some());
    assert_eq!(workshop(&panel).sharing.work, None);
}

#[test]
fn a_first_folder_is_remembered_another_only_when_asked_and_a_fixed_one_stays() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (one, two) = (one.path().to_owned(), two.path().to_owned());
    let mut panel = open(Stage::wide());
    act(&mut panel, WorkshopAction::Go(Spot::Share));
    share(&mut panel, ShareAction::Folder(Some(one.clone())));
    let kept = |panel: &Panel| panel.state().settings.published_folder.clone();
    let saved = |panel: &Panel| {
        let record = panel.record.lock().unwrap();
        record.settings.last().map(|s| s.published_folder.clone())
    };
    assert_eq!(kept(&panel), Some(one.clone()));
    assert_eq!(saved(&panel), Some(Some(one.clone())));
    assert!(says(&panel, "Ce poste prend aussi le kit dans ce dossier"));
    share(&mut panel, ShareAction::Folder(Some(two.clone())));
    assert_eq!(kept(&panel), Some(one.clone()), "not without a yes");
    panel.push("Y prendre le kit désormais");
    assert_eq!(kept(&panel), Some(two.clone()));
    assert_eq!(saved(&panel), Some(Some(two.clone())));

    let mut stage = stage(&one);
    stage.settings.locked.insert("published_folder".to_owned());
    let mut panel = open(stage);
    act(&mut panel, WorkshopAction::Go(Spot::Share));
    share(&mut panel, ShareAction::Folder(Some(two.clone())));
    assert!(says(&panel, "Votre administration a choisi"));
    share(&mut panel, ShareAction::Follow);
    assert_eq!(kept(&panel), Some(one));
    assert_eq!(workshop(&panel).sharing.folder, Some(two));
}

#[test]
fn versions_without_a_pointer_are_not_taken_for_an_empty_folder() {
    let root = tempfile::tempdir().unwrap();
    let mut panel = open(stage(root.path()));
    change(&mut panel, 0, "Une autre phrase.");
    publish(&mut panel, "Première");
    fs::remove_dir_all(root.path().join(versions::FOLDER)).unwrap();
    share(&mut panel, ShareAction::Look);
    assert!(says(&panel, "Rien n’y dit quelle version est diffusée"));
    assert!(!says(&panel, "Rien n’a encore été diffusé"));
}

/// The workshop over the real services.
fn live(kit: Arc<Kit>, real: RealServices, settings: Settings) -> Harness<'static, PanelApp> {
    let mut harness = Harness::builder()
        .with_context_setup(theme::install)
        .build_eframe(move |_cc| PanelApp::new(kit, Box::new(real)).with_settings(settings));
    act_live(&mut harness, WorkshopAction::Toggle);
    until(&mut harness, "the workshop", |state| {
        state.workshop.content().is_some()
    });
    harness
}

fn act_live(harness: &mut Harness<'_, PanelApp>, action: WorkshopAction) {
    let ctx = harness.ctx.clone();
    harness.state_mut().act(&ctx, Action::workshop(action));
    harness.step();
}

#[test]
fn a_folder_that_hangs_is_told_of_and_never_called_by_the_window() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("partage");
    fs::create_dir(&folder).unwrap();
    let disk = Arc::new(Share {
        folder: folder.clone(),
        hangs: Mutex::new(true),
        ..Share::default()
    });
    let settings = Settings {
        published_folder: Some(folder.clone()),
        ..Settings::default()
    };
    let real =
        services(root.path(), disk.clone(), &settings).with_patience(Duration::from_millis(50));
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let mut harness = live(kit, real, settings);
    let act = act_live;
    act(&mut harness, WorkshopAction::Go(Spot::Share));
    until(&mut harness, "the refusal to answer", |state| {
        state.workshop.sharing.trouble.is_some()
    });
    disk.open();
    until(&mut harness, "the folder, once it answers", |state| {
        state.workshop.sharing.shelf.is_some()
    });
    for action in [
        ShareAction::Reason("Première".to_owned()),
        ShareAction::Role("responsable".to_owned()),
        ShareAction::Ask,
    ] {
        act(&mut harness, WorkshopAction::Share(action));
    }
    *disk.hangs.lock().unwrap() = true;
    act(&mut harness, WorkshopAction::Confirm);
    until(&mut harness, "the second refusal", |state| {
        state.workshop.sharing.trouble.is_some()
    });
    let sharing = &harness.state().state().workshop.sharing;
    assert_eq!(
        sharing.work,
        Some(Work::Publishing),
        "it is still under way"
    );
    assert_eq!(sharing.published, None);
    disk.open();
    until(&mut harness, "the publication", |state| {
        matches!(
            state.workshop.sharing.published,
            Some(Published::Done { .. })
        )
    });
    let path = root.path().join("partage/carte.csv");
    let write = WorkshopAction::files(FilesAction::Write(Some(path.clone())));
    until(&mut harness, "the second look", |state| {
        state.workshop.sharing.work.is_none()
    });
    act(&mut harness, write);
    until(&mut harness, "the file", |state| {
        state.workshop.sharing.files.written.is_some()
    });
    assert!(path.exists());
    let callers = disk.callers.lock().unwrap();
    assert!(callers.len() > 6, "{}", callers.len());
    let window = thread::current().id();
    let by_window = callers.iter().filter(|id| **id == window).count();
    assert_eq!(by_window, 0, "of {} calls", callers.len());
}

#[test]
fn a_kit_written_by_hand_becomes_version_one_to_the_letter() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("partage");
    fs::create_dir(&folder).unwrap();
    let file = root.path().join("mon-kit.ron");
    let by_hand = format!(
        "// De la main de quelqu’un.\n{}",
        include_str!("../fixtures/kits/small.ron").trim_start_matches('\u{feff}')
    );
    fs::write(&file, &by_hand).unwrap();
    let kit = kit_file::load(&file, None).unwrap().kit.unwrap();
    let settings = Settings {
        published_folder: Some(folder.clone()),
        ..Settings::default()
    };
    let real = services(root.path(), Arc::new(RealDisk), &settings).with_kit_file(Some(file));
    let mut harness = live(kit, real, settings);
    let act = act_live;
    act(&mut harness, WorkshopAction::Go(Spot::Share));
    until(&mut harness, "the folder", |state| {
        state.workshop.sharing.shelf.is_some()
    });
    let first = elements(
        harness.state().state().workshop.content().unwrap(),
        Kind::Persona,
    )[0]
    .clone();
    let field = Field::new(first, Name::Essence);
    act(
        &mut harness,
        WorkshopAction::Edit(Edit::text(field, "« Autre chose. »")),
    );
    for action in [
        ShareAction::Reason("Première".to_owned()),
        ShareAction::Role("responsable".to_owned()),
        ShareAction::Ask,
    ] {
        act(&mut harness, WorkshopAction::Share(action));
    }
    act(&mut harness, WorkshopAction::Confirm);
    until(&mut harness, "the publication", |state| {
        state.workshop.sharing.published.is_some()
    });
    let told = harness.state().state().workshop.sharing.published.clone();
    let Some(Published::Done {
        version, original, ..
    }) = told
    else {
        panic!("{told:?}");
    };
    assert_eq!(version.number, 2);
    let original = original.unwrap();
    assert_eq!(original.number, 1);
    let kept = fs::read_to_string(folder.join(original.file_name())).unwrap();
    assert_eq!(kept, by_hand);
    harness.run();
    let said = harness
        .root()
        .children_recursive()
        .map(|node| node.accesskit_node())
        .filter_map(|node| node.label().or_else(|| node.value()))
        .any(|words| plain(&words).contains("gardé tel quel comme version 1"));
    assert!(said);
}

const INTERACTIVE: &[Role] = &[
    Role::Button,
    Role::CheckBox,
    Role::RadioButton,
    Role::TextInput,
    Role::Link,
];

/// A page: its name, and how one comes to it.
type Page<'f> = (&'static str, Box<dyn Fn(&mut Panel) + 'f>);

/// The pages of sharing, in every state that has a layout of its own.
fn pages(folder: &Path) -> Vec<Page<'_>> {
    let file = folder.join("carte.ron");
    vec![
        (
            "home",
            Box::new(|panel: &mut Panel| {
                act(panel, WorkshopAction::Go(Spot::Home));
            }),
        ),
        (
            "share",
            Box::new(|panel: &mut Panel| {
                act(panel, WorkshopAction::Go(Spot::Share));
            }),
        ),
        (
            "share-confirm",
            Box::new(|panel: &mut Panel| {
                act(panel, WorkshopAction::Go(Spot::Share));
                share(
                    panel,
                    ShareAction::Reason("Horaires, une carte plus claire".to_owned()),
                );
                share(panel, ShareAction::Role("responsable d’accueil".to_owned()));
                share(panel, ShareAction::Ask);
            }),
        ),
        (
            "versions",
            Box::new(|panel: &mut Panel| {
                act(panel, WorkshopAction::AskNothing);
                act(panel, WorkshopAction::Go(Spot::Versions));
                let history = workshop(panel).sharing.history().unwrap().clone();
                let names: Vec<_> = history.versions.iter().map(|v| v.name).collect();
                share(panel, ShareAction::Compare(names[0]));
                share(panel, ShareAction::Compare(names[1]));
            }),
        ),
        (
            "versions-restore",
            Box::new(|panel: &mut Panel| {
                let history = workshop(panel).sharing.history().unwrap().clone();
                share(panel, ShareAction::Restore(history.versions[1].name));
            }),
        ),
        (
            "files",
            Box::new(move |panel: &mut Panel| {
                act(panel, WorkshopAction::Back);
                act(panel, WorkshopAction::Go(Spot::Files));
                let card = content(panel).personas[0].id.clone();
                files(panel, FilesAction::Give(Given::Card(card)));
                files(panel, FilesAction::Write(Some(file.clone())));
            }),
        ),
        (
            "files-preview",
            Box::new(|panel: &mut Panel| {
                change(panel, 0, "« Je veux être sûr, vraiment sûr. »");
                let file = folder.join("carte.ron");
                files(panel, FilesAction::Read(Some(file)));
            }),
        ),
        (
            "share-passed",
            Box::new(|panel: &mut Panel| {
                act(panel, WorkshopAction::Back);
                colleague(folder, |kit| {
                    "« La leur. »".clone_into(&mut kit.personas[0].essence);
                    "« Une autre. »".clone_into(&mut kit.personas[3].essence);
                });
                act(panel, WorkshopAction::Go(Spot::Share));
            }),
        ),
        (
            "share-together",
            Box::new(|panel: &mut Panel| {
                share(panel, ShareAction::Together);
            }),
        ),
    ]
}

/// Opens the workshop where three versions were published and the draft differs.
fn prepared(stage: Stage) -> Panel {
    let mut panel = open(stage);
    for number in 1..=3 {
        change(
            &mut panel,
            0,
            &format!("« Je veux être sûr, {number} fois. »"),
        );
        publish(&mut panel, &format!("Phrase {number} de la première carte"));
    }
    share(&mut panel, ShareAction::Read);
    change(&mut panel, 0, "« Je veux être certain. »");
    change(&mut panel, 2, "« Montrez-moi, je fais. »");
    panel
}

#[test]
fn every_control_has_a_name_of_its_own_and_no_text_is_cut() {
    let light = ThemeChoice::Light;
    let mut stages = vec![
        (WIDE, 100, light),
        (WIDE, 200, light),
        (SMALL_STRIP, 100, light),
    ];
    if pictures().is_some() {
        stages.push((WIDE, 100, ThemeChoice::Dark));
        stages.push((WIDE, 100, ThemeChoice::Contrast));
    }
    for (size, zoom, look) in stages {
        let root = tempfile::tempdir().unwrap();
        let stage = stage(root.path()).sized(size).zoom(zoom).look(look);
        let mut panel = prepared(stage);
        for (page, lead) in pages(root.path()) {
            lead(&mut panel);
            panel.reshape();
            let root = panel.harness.root();
            let found: Vec<_> = root
                .children_recursive()
                .map(|node| node.accesskit_node())
                .filter(|node| INTERACTIVE.contains(&node.role()))
                .map(|node| {
                    let name = node.label().or_else(|| node.value()).unwrap_or_default();
                    let parent = node.parent().map(|parent| format!("{:?}", parent.id()));
                    (node.role(), name, parent)
                })
                .collect();
            assert!(found.len() > 3, "{page}");
            for control in &found {
                assert!(!control.1.trim().is_empty(), "{page} at {size:?}");
                let twins = found.iter().filter(|other| *other == control).count();
                assert_eq!(twins, 1, "{page} at {size:?}: {control:?}");
            }
            assert!(panel.harness.unnamed_widgets().is_empty(), "{page}");
            let cut = super::access::cut(&panel);
            assert_eq!(cut, [] as [String; 0], "{page} at {size:?} {zoom}");
            for words in panel.words() {
                let lower = words.to_lowercase();
                for banned in ["vraisemblance", "matrice", "décibel", "fusion", "lint"] {
                    assert!(!lower.contains(banned), "{page}: {words}");
                }
            }
            save(&mut panel, &format!("{page}-{look:?}-{zoom}-{}", size[0]));
        }
    }
}

/// Where pages are drawn, if one asks for it.
fn pictures() -> Option<PathBuf> {
    std::env::var_os("SHARE_PICTURES").map(PathBuf::from)
}

/// Draws a page, to be looked at.
fn save(panel: &mut Panel, name: &str) {
    if let Some(folder) = pictures() {
        let image = panel.harness.render().unwrap();
        image.save(folder.join(format!("{name}.png"))).unwrap();
    }
}
