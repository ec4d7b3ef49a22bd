//! A counter and the published kit: taken between two interviews, never during one, and never waited for.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, ThreadId, sleep};
use std::time::Duration;

use eframe::egui::Context;
use egui_kittest::Harness;
use reflexe_personas::app::action::SettingChange;
use reflexe_personas::app::update::update;
use reflexe_personas::app::{Action, Effect, Overlay, State, Toast};
use reflexe_personas::domain::kept::KeptKind;
use reflexe_personas::domain::kit::Kit;
use reflexe_personas::domain::settings::Settings;
use reflexe_personas::domain::version::{Hash, Looked, Picked, VersionName};
use reflexe_personas::domain::vocab::Theme;
use reflexe_personas::store::disk::{Disk, DiskFile, Entry, RealDisk};
use reflexe_personas::store::kit_file;
use reflexe_personas::store::settings::{FILE_NAME, SettingsFile};
use reflexe_personas::ui::runner::{RealServices, Services as _};
use reflexe_personas::ui::{PanelApp, theme};

use super::{TODAY, kit, publish};
use crate::support::{Stage, now};

const SHARE: &str = "/partage/kits";

fn read(number: u32) -> Arc<Kit> {
    let mut content = kit_file::parse_bundle(&kit(number), "kit.ron", None)
        .kit
        .unwrap()
        .content()
        .clone();
    content.version = format!("version {number}");
    let text = kit_file::write_bundle(&content).unwrap();
    kit_file::parse_bundle(&text, "kit.ron", None).kit.unwrap()
}

fn version(number: u32) -> VersionName {
    VersionName {
        number,
        hash: Hash(number),
    }
}

fn new(number: u32) -> Action {
    let picked = Picked {
        version: version(number),
        date: Some(TODAY.to_owned()),
        kit: read(number),
        words: Arc::default(),
    };
    Action::KitLooked(SHARE.into(), Looked::New(Box::new(picked)))
}

fn counter() -> State {
    State::new(read(0)).with_settings(Settings {
        published_folder: Some(SHARE.into()),
        ..Settings::default()
    })
}

fn act(state: &mut State, action: Action) -> Vec<Effect> {
    update(state, action, &now(1_000))
}

fn look(known: Option<u32>) -> Effect {
    Effect::LookForKit {
        folder: SHARE.into(),
        known: known.map(version),
    }
}

fn in_use(state: &State) -> (&str, Option<u32>) {
    let number = state.publishing.version.map(|name| name.number);
    (state.kit.version.as_str(), number)
}

#[test]
fn before_anything_is_done_the_new_version_is_taken_at_once() {
    let mut state = counter();
    let effects = act(&mut state, new(1));
    assert_eq!(effects, [Effect::KitChanged]);
    assert_eq!(in_use(&state), ("version 1", Some(1)));
    assert_eq!(state.toast, Some(Toast::KitVersion(1)));
    assert_eq!(state.note().kit, "petit-kit version 1");
}

#[test]
fn during_an_interview_it_waits_and_the_next_one_begins_with_it() {
    let mut state = counter();
    let first = act(&mut state, Action::SetTheme(Some(Theme::Famille)));
    assert_eq!(first, [look(None)], "asked when an interview begins");
    assert_eq!(act(&mut state, new(1)), []);
    assert_eq!(in_use(&state), ("version 0", None));
    // Nor when all of it is undone: it can be done again.
    act(&mut state, Action::Undo);
    assert!(state.session.is_blank());
    assert_eq!(in_use(&state), ("version 0", None));
    act(&mut state, Action::Redo);
    assert_eq!(act(&mut state, new(2)), []);
    // Put aside, it is still under way.
    act(&mut state, Action::Pause);
    assert_eq!(in_use(&state), ("version 0", None));
    act(&mut state, Action::Pause);
    let ended = act(&mut state, Action::EndWithoutNote);
    assert_eq!(ended, [Effect::KitChanged, look(Some(2))]);
    assert_eq!(in_use(&state), ("version 2", Some(2)));
    assert!(state.session.is_blank());
}

#[test]
fn an_interview_of_which_nothing_is_noted_yet_is_one() {
    let mut state = counter();
    // The agent reads the question of the screen to somebody.
    act(&mut state, Action::NextMinutes);
    act(&mut state, Action::Undo);
    act(&mut state, new(1));
    assert_eq!(in_use(&state), ("version 0", None));
    act(&mut state, Action::New);
    assert_eq!(in_use(&state), ("version 1", Some(1)));
    // Something was done in this one: layers count too.
    act(&mut state, Action::OpenPalette);
    act(&mut state, Action::Dismiss);
    act(&mut state, new(2));
    assert_eq!(in_use(&state), ("version 1", Some(1)));
}

#[test]
fn a_refusal_or_an_absence_is_told_and_changes_nothing() {
    let mut state = counter();
    act(&mut state, new(1));
    for looked in [
        Looked::Refused("Une phrase.".to_owned()),
        Looked::Away("Une phrase.".to_owned()),
    ] {
        act(&mut state, Action::KitLooked(SHARE.into(), looked));
        assert_eq!(state.publishing.trouble.as_deref(), Some("Une phrase."));
        assert_eq!(in_use(&state), ("version 1", Some(1)));
        act(&mut state, Action::KitLooked(SHARE.into(), Looked::Same));
        assert_eq!(state.publishing.trouble, None);
    }
}

#[test]
fn what_comes_from_a_folder_that_is_no_longer_chosen_is_not_taken() {
    let mut state = counter();
    let other = PathBuf::from("/autre");
    let change = SettingChange::PublishedFolder(Some(other.clone()));
    let effects = act(&mut state, Action::Set(change));
    let asked = Effect::LookForKit {
        folder: other,
        known: None,
    };
    assert!(effects.contains(&asked), "{effects:?}");
    act(&mut state, Action::New);
    assert_eq!(act(&mut state, new(1)), [asked]);
    assert_eq!(in_use(&state), ("version 0", None));
}

#[test]
fn a_kit_that_somebody_named_stays() {
    let mut state = counter().with_named_kit();
    assert_eq!(state.look_for_kit(), None);
    act(&mut state, Action::SetTheme(Some(Theme::Famille)));
    assert_eq!(act(&mut state, Action::EndWithoutNote), []);
    assert_eq!(in_use(&state), ("version 0", None));
}

#[test]
fn an_administrator_may_fix_the_folder() {
    let mut state = counter();
    state.settings.locked.insert("published_folder".to_owned());
    let picked = Action::PublishedFolderPicked(Some("/autre".into()));
    assert_eq!(act(&mut state, picked), []);
    let folder = state.settings.published_folder.as_deref();
    assert_eq!(folder, Some(Path::new(SHARE)));
}

#[test]
fn the_settings_say_which_version_is_in_use_and_which_one_waits() {
    let mut stage = Stage::wide();
    stage.settings.published_folder = Some(SHARE.into());
    let mut panel = stage.open_on(read(0));
    panel.act(new(7));
    panel.act(Action::Open(Overlay::Settings));
    panel.act(new(8));
    for line in [
        "Version 7 du kit publié",
        "La version 8 sera prise au prochain entretien",
    ] {
        assert!(panel.says(line), "{line}: {:?}", panel.words());
    }
}

/// A share that may hang, and knows who called.
#[derive(Debug, Default)]
pub(crate) struct Share {
    pub(crate) folder: PathBuf,
    pub(crate) hangs: Mutex<bool>,
    pub(crate) opened: Condvar,
    pub(crate) callers: Mutex<Vec<ThreadId>>,
}

impl Share {
    fn pass(&self, path: &Path) {
        if path.starts_with(&self.folder) {
            self.callers.lock().unwrap().push(thread::current().id());
            let hangs = self.hangs.lock().unwrap();
            drop(self.opened.wait_while(hangs, |hangs| *hangs).unwrap());
        }
    }

    pub(crate) fn open(&self) {
        *self.hangs.lock().unwrap() = false;
        self.opened.notify_all();
    }
}

impl Disk for Share {
    fn make_folder(&self, folder: &Path, private: bool) -> io::Result<()> {
        self.pass(folder);
        RealDisk.make_folder(folder, private)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.pass(path);
        RealDisk.create_new(path)
    }

    fn open_append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.pass(path);
        RealDisk.open_append(path)
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.pass(path);
        RealDisk.read(path, most)
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        self.pass(path);
        RealDisk.entry(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.pass(folder);
        RealDisk.list(folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.pass(from);
        RealDisk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.pass(path);
        RealDisk.remove(path)
    }

    fn share(&self, path: &Path) -> io::Result<()> {
        self.pass(path);
        RealDisk.share(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.pass(folder);
        RealDisk.sync_folder(folder)
    }
}

pub(crate) fn services(root: &Path, disk: Arc<dyn Disk>, settings: &Settings) -> RealServices {
    let (notes, data) = (root.join("Notes"), root.join("données"));
    RealServices::new(notes, Some(data), || now(0), |_moment| TODAY.to_owned())
        .with_settings(
            Some(root.join(FILE_NAME)),
            SettingsFile::default(),
            settings,
        )
        .with_disk(disk)
}

/// Draws until something holds.
pub(crate) fn until(
    harness: &mut Harness<'_, PanelApp>,
    what: &str,
    holds: impl Fn(&State) -> bool,
) {
    for _ in 0..1_000 {
        harness.step();
        if holds(harness.state().state()) {
            return;
        }
        sleep(Duration::from_millis(5));
    }
    panic!("{what} never comes");
}

#[test]
fn a_share_that_hangs_is_told_of_and_never_called_by_the_window() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("partage");
    fs::create_dir(&folder).unwrap();
    let first = publish(&folder, &kit(1));
    let share = Arc::new(Share {
        folder: folder.clone(),
        hangs: Mutex::new(true),
        ..Share::default()
    });
    let settings = Settings {
        published_folder: Some(folder.clone()),
        ..Settings::default()
    };
    let real =
        services(root.path(), share.clone(), &settings).with_patience(Duration::from_millis(50));
    let mut harness = Harness::builder()
        .with_context_setup(theme::install)
        .build_eframe(move |cc| {
            PanelApp::new(read(0), Box::new(real))
                .with_settings(settings)
                .with_published(&cc.egui_ctx)
        });
    until(&mut harness, "the refusal to answer", |state| {
        state.publishing.trouble.is_some()
    });
    let said = harness.state().state().publishing.trouble.clone().unwrap();
    assert!(said.contains("ne répond pas"), "{said}");
    // Whole interviews go on meanwhile; one look hangs, and no other is begun.
    let ctx = harness.ctx.clone();
    for _ in 0..20 {
        let app = harness.state_mut();
        app.act(&ctx, Action::SetTheme(Some(Theme::Famille)));
        app.act(&ctx, Action::EndWithoutNote);
        harness.step();
    }
    assert_eq!(share.callers.lock().unwrap().len(), 1);
    let in_use = harness.state().state().publishing.version;
    assert_eq!(in_use, None);
    share.open();
    until(
        &mut harness,
        "the version, once the share answers",
        |state| state.publishing.version == Some(first),
    );
    assert_eq!(harness.state().state().publishing.trouble, None);
    // Published during an interview: there at the next one.
    let app = harness.state_mut();
    app.act(&ctx, Action::SetTheme(Some(Theme::Famille)));
    let second = publish(&folder, &kit(2));
    harness.step();
    let app = harness.state_mut();
    assert_eq!(app.state().publishing.version, Some(first));
    app.act(&ctx, Action::EndWithoutNote);
    until(&mut harness, "the second version", |state| {
        state.publishing.version == Some(second)
    });
    let window = thread::current().id();
    let callers = share.callers.lock().unwrap();
    assert!(callers.len() > 4);
    let by_window = callers.iter().filter(|id| **id == window).count();
    assert_eq!(by_window, 0, "of {} calls", callers.len());
}

#[test]
fn the_copy_is_listed_among_what_is_kept_and_says_nothing_of_a_contact() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("partage");
    fs::create_dir(&folder).unwrap();
    publish(&folder, &kit(1));
    let mut services = services(root.path(), Arc::new(RealDisk), &Settings::default());
    let ctx = Context::default();
    services.look_for_kit(&ctx, folder, None);
    let looked = answer(&mut services);
    assert!(
        matches!(looked, Action::KitLooked(_, Looked::New(_))),
        "{looked:?}"
    );
    services.list_kept(&ctx);
    let Action::KeptIs(found) = answer(&mut services) else {
        panic!("no list");
    };
    let kinds: Vec<_> = found.files.iter().map(|file| file.kind).collect();
    assert_eq!(kinds, [KeptKind::PublishedKit]);
    assert!(!KeptKind::PublishedKit.is_of_contacts());
}

/// Waits for what was asked elsewhere.
fn answer(services: &mut RealServices) -> Action {
    for _ in 0..1_000 {
        if let Some(action) = services.poll() {
            return action;
        }
        sleep(Duration::from_millis(5));
    }
    panic!("no answer");
}
