//! Nothing of a contact stays once it is closed, and nothing typed is lost when the program breaks:
//! the real services on a real folder.

use std::fs;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use eframe::egui::Context;
use reflexe_personas::app::noting::Place;
use reflexe_personas::app::state::Now;
use reflexe_personas::app::{Action, Overlay};
use reflexe_personas::domain::draft::Draft;
use reflexe_personas::domain::kept::NoDraft;
use reflexe_personas::domain::vocab::{Channel, Outcome, Theme};
use reflexe_personas::store::disk::{Disk, DiskFile, Entry, RealDisk};
use reflexe_personas::store::draft::{self, Found};
use reflexe_personas::store::kit_file;
use reflexe_personas::ui::PanelApp;
use reflexe_personas::ui::runner::{RealServices, Services as _};

const TODAY: &str = "2026-11-24";

fn now() -> Now {
    Now {
        date: TODAY.to_owned(),
        clock: "10\u{a0}h\u{a0}42".to_owned(),
        millis: 0,
    }
}

/// The moment, in the time of the files.
#[expect(
    clippy::disallowed_methods,
    reason = "files are dated by the real clock"
)]
fn moment() -> SystemTime {
    SystemTime::now()
}

fn day_of(_moment: SystemTime) -> String {
    TODAY.to_owned()
}

fn open(home: &Path) -> PanelApp {
    let data = home.join("data");
    let services =
        RealServices::new(home.join("notes"), Some(data), now, day_of).with_drafts(moment());
    let kit = kit_file::load_embedded(None).kit.unwrap();
    PanelApp::new(kit, Box::new(services)).with_draft()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return found;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn hold(folder: &Path, words: &str) -> Vec<PathBuf> {
    let all = files(folder).into_iter();
    all.filter(|path| {
        let bytes = fs::read(path).unwrap();
        bytes.windows(words.len()).any(|w| w == words.as_bytes())
    })
    .collect()
}

fn draft_in(home: &Path) -> Option<Draft> {
    let path = draft::file(&home.join("data"));
    match draft::load(&RealDisk, &path, TODAY, moment()).unwrap() {
        Found::Draft(draft) => Some(*draft),
        Found::Nothing => None,
        other => panic!("{other:?}"),
    }
}

/// Waits for the draft thread: it writes five times a second.
fn settle() {
    std::thread::sleep(Duration::from_millis(600));
}

const CANARY: &str = "zqxwvk";

/// A contact drawn by a seed, with a canary in every field one types in.
fn contact(app: &mut PanelApp, ctx: &Context, random: &mut fastrand::Rng, number: usize) {
    let cues: Vec<_> = app
        .state()
        .kit
        .cues
        .iter()
        .map(|cue| cue.id.clone())
        .collect();
    for _ in 0..random.usize(1..5) {
        let cue = cues[random.usize(..cues.len())].clone();
        app.act(ctx, Action::CycleCue(cue));
    }
    let typed = format!("{CANARY}{number} à revoir");
    app.act(ctx, Action::Search(format!("{CANARY}{number}")));
    app.act(ctx, Action::SetFreeText(typed));
    app.act(
        ctx,
        Action::SetAnswer("motif".to_owned(), format!("{CANARY}{number}")),
    );
    if random.bool() {
        let theme = Theme::ALL[random.usize(..Theme::ALL.len())];
        app.act(ctx, Action::SetTheme(Some(theme)));
    }
    if random.bool() {
        let outcome = Outcome::ALL[random.usize(..Outcome::ALL.len())];
        app.act(ctx, Action::SetOutcome(Some(outcome)));
    }
    if random.bool() {
        app.act(ctx, Action::SetChannel(Channel::Phone));
    }
    if random.u8(..4) == 0 {
        app.act(ctx, Action::Undo);
        app.act(ctx, Action::Redo);
    }
}

#[test]
fn a_hundred_contacts_leave_no_canary_once_closed() {
    let home = tempfile::tempdir().unwrap();
    let ctx = Context::default();
    let mut random = fastrand::Rng::with_seed(7);
    let mut seen = 0;
    {
        let mut app = open(home.path());
        for number in 0..100 {
            contact(&mut app, &ctx, &mut random, number);
            if number % 25 == 0 {
                settle();
                // While it lasts, the draft has it: else this test would prove nothing.
                seen += usize::from(!hold(home.path(), CANARY).is_empty());
            }
            match random.u8(..3) {
                0 => app.act(&ctx, Action::EndWithoutNote),
                1 => {
                    app.act(&ctx, Action::Pause);
                    app.act(&ctx, Action::Pause);
                    app.act(&ctx, Action::EndWithoutNote);
                }
                _ => {
                    app.act(&ctx, Action::New);
                    assert_eq!(
                        app.state().overlay,
                        Some(Overlay::ConfirmEnd(
                            reflexe_personas::app::state::AfterEnd::New
                        ))
                    );
                    app.act(&ctx, Action::EndWithoutNote);
                }
            }
        }
    }
    assert_eq!(seen, 4);
    assert_eq!(hold(home.path(), CANARY), Vec::<PathBuf>::new());
    assert_eq!(
        files(home.path()),
        Vec::<PathBuf>::new(),
        "nothing at all is left"
    );
    crate::trust::measured(
        "canaries",
        "canaris retrouvés après la fermeture",
        "0 après 100 échanges",
        "0",
        "traces::a_hundred_contacts",
    );
}

#[test]
fn what_is_masked_leaves_the_disk_at_once() {
    let home = tempfile::tempdir().unwrap();
    let ctx = Context::default();
    let mut app = open(home.path());
    app.act(
        &ctx,
        Action::SetFreeText("Vu avec Mme Zqxwvk hier".to_owned()),
    );
    settle();
    assert_eq!(
        hold(home.path(), "Zqxwvk").len(),
        1,
        "orange is kept until it is masked"
    );
    app.act(&ctx, Action::Mask(Place::Note, 0));
    settle();
    assert_eq!(hold(home.path(), "Zqxwvk"), Vec::<PathBuf>::new());
    assert_eq!(hold(home.path(), "[nom masqu").len(), 1);
    // Red never was.
    app.act(&ctx, Action::SetFreeText("a.zqxwvk@example.org".to_owned()));
    settle();
    assert_eq!(hold(home.path(), "zqxwvk@"), Vec::<PathBuf>::new());
    drop(app);
    assert!(
        draft_in(home.path()).is_some(),
        "closing the window is the agent's to decide"
    );
}

fn services(home: &Path) -> RealServices {
    RealServices::new(home.join("notes"), Some(home.join("data")), now, day_of)
}

/// What services say of themselves: sentences, in order.
fn said(services: &mut RealServices) -> Vec<String> {
    let mut said = Vec::new();
    while let Some(action) = services.poll() {
        if let Action::DraftTrouble(words) = action {
            said.push(words);
        }
    }
    said
}

#[test]
fn a_draft_that_cannot_be_read_is_neither_added_to_nor_erased() {
    let home = tempfile::tempdir().unwrap();
    let ctx = Context::default();
    let mut app = open(home.path());
    app.act(&ctx, Action::SetTheme(Some(Theme::Famille)));
    drop(app);
    let journal = draft::file(&home.path().join("data"));
    let left = fs::read(&journal).unwrap();
    let disk = Arc::new(Blind(journal.clone()));
    let mut blind = services(home.path())
        .with_disk(disk.clone())
        .with_drafts(moment());
    assert_eq!(blind.no_draft(), Some(NoDraft::Unread));
    let told = said(&mut blind);
    assert_eq!(told.len(), 1, "once: {told:?}");
    assert!(told[0].contains("aucun brouillon n’est gardé"), "{told:?}");
    assert_eq!(said(&mut blind), Vec::<String>::new());
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let mut app = PanelApp::new(kit, Box::new(blind)).with_draft();
    assert_eq!(app.state().no_draft, Some(NoDraft::Unread));
    app.act(&ctx, Action::SetTheme(Some(Theme::Logement)));
    settle();
    app.act(&ctx, Action::EndWithoutNote);
    settle();
    drop(app);
    assert_eq!(fs::read(&journal).unwrap(), left);
}

#[test]
fn the_draft_of_another_kit_is_put_aside_and_told() {
    let home = tempfile::tempdir().unwrap();
    let ctx = Context::default();
    let mut app = open(home.path());
    app.act(&ctx, Action::SetTheme(Some(Theme::Famille)));
    drop(app);
    let journal = draft::file(&home.path().join("data"));
    let left = fs::read(&journal).unwrap();
    let mut other = services(home.path()).with_drafts(moment());
    assert_eq!(other.no_draft(), None);
    assert!(other.found_draft().is_some());
    other.put_draft_aside();
    let told = said(&mut other);
    assert!(told[0].contains("vient d’un autre kit"), "{told:?}");
    let aside = journal.with_file_name("brouillon.journal.autre-kit-1");
    assert_eq!(fs::read(&aside).unwrap(), left);
    assert!(!journal.exists());
    // New drafts are kept beside it, and erasing them leaves it.
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let mut app = PanelApp::new(kit, Box::new(other));
    app.act(&ctx, Action::SetTheme(Some(Theme::Logement)));
    settle();
    assert!(journal.exists());
    app.act(&ctx, Action::EndWithoutNote);
    settle();
    assert!(!journal.exists() && aside.exists());
}

#[test]
fn without_the_lock_no_draft_is_kept_and_it_is_said() {
    let home = tempfile::tempdir().unwrap();
    assert_eq!(services(home.path()).no_draft(), Some(NoDraft::NotAlone));
    let nowhere = RealServices::new(home.path().join("notes"), None, now, day_of);
    let nowhere = nowhere.with_drafts(moment());
    assert_eq!(nowhere.no_draft(), Some(NoDraft::NoFolder));
}

#[test]
fn settings_that_were_erased_do_not_come_back_with_the_next_choice() {
    use reflexe_personas::domain::settings::Settings;
    use reflexe_personas::store::settings::{self, SettingsFile};
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("reglages.json");
    let read = || settings::load(&RealDisk, Some(&file), None).settings;
    let before = Settings {
        zoom_percent: 150,
        ..Settings::default()
    };
    settings::save(&RealDisk, &file, &before, &SettingsFile::default()).unwrap();
    let loaded = settings::load(&RealDisk, Some(&file), None);
    let mut services = services(home.path()).with_settings(
        Some(file.clone()),
        loaded.kept.clone(),
        &loaded.settings,
    );
    let mut chosen = Settings {
        note_length: 300,
        ..before
    };
    services.save_settings(&chosen).unwrap();
    assert_eq!((read().zoom_percent, read().note_length), (150, 300));
    fs::remove_file(&file).unwrap();
    chosen.timer = !chosen.timer;
    services.save_settings(&chosen).unwrap();
    // Neither what was read nor what was chosen before the erasing; what was chosen after it.
    let expected = Settings {
        timer: chosen.timer,
        ..Settings::default()
    };
    assert_eq!(read(), expected);
    // And from then on as ever.
    chosen.zoom_percent = 200;
    services.save_settings(&chosen).unwrap();
    assert_eq!(read().zoom_percent, 200);
}

/// A disk that will not read one file.
#[derive(Debug)]
struct Blind(PathBuf);

impl Disk for Blind {
    fn make_folder(&self, folder: &Path, private: bool) -> io::Result<()> {
        RealDisk.make_folder(folder, private)
    }
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        RealDisk.create_new(path)
    }
    fn open_append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        RealDisk.open_append(path)
    }
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        if path == self.0 {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        RealDisk.read(path, most)
    }
    fn entry(&self, path: &Path) -> io::Result<Entry> {
        RealDisk.entry(path)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        RealDisk.list(folder)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }
    fn share(&self, path: &Path) -> io::Result<()> {
        RealDisk.share(path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.sync_folder(folder)
    }
}

/// Breaks in the middle of a pass, at the nth question about the moment.
struct Breaking {
    inner: RealServices,
    left: std::cell::Cell<usize>,
}

mod breaking {
    use super::Breaking;
    use eframe::egui::Context;
    use reflexe_personas::app::Action;
    use reflexe_personas::app::action::{Format, Stamp};
    use reflexe_personas::app::state::Now;
    use reflexe_personas::app::workshop::WorkshopDraft;
    use reflexe_personas::domain::draft::Draft;
    use reflexe_personas::domain::guard::{Excerpt, VerifiedNote, VerifiedText};
    use reflexe_personas::domain::kept::{KeptFile, NoDraft};
    use reflexe_personas::domain::kit::KitContent;
    use reflexe_personas::domain::settings::Settings;
    use reflexe_personas::domain::study::confirmed::Confirmed;
    use reflexe_personas::domain::study::tally::Tally;
    use reflexe_personas::ui::runner::Services;
    use std::path::PathBuf;
    use std::sync::Arc;

    impl Breaking {
        fn step(&self) {
            match self.left.get() {
                0 => panic!("zqxwvk: an error of the program"),
                left => self.left.set(left - 1),
            }
        }
    }

    impl Services for Breaking {
        fn now(&self) -> Now {
            self.step();
            self.inner.now()
        }
        fn copy_note(&mut self, ctx: &Context, note: &VerifiedNote) {
            self.inner.copy_note(ctx, note);
        }
        fn copy_excerpt(&mut self, ctx: &Context, part: &Excerpt) {
            self.inner.copy_excerpt(ctx, part);
        }
        fn copy_filled(&mut self, ctx: &Context, text: &VerifiedText) {
            self.inner.copy_filled(ctx, text);
        }
        fn save_note(&mut self, ctx: &Context, note: VerifiedNote, format: Format, stamp: Stamp) {
            self.inner.save_note(ctx, note, format, stamp);
        }
        fn save_note_as(
            &mut self,
            ctx: &Context,
            note: VerifiedNote,
            format: Format,
            stamp: Stamp,
        ) {
            self.inner.save_note_as(ctx, note, format, stamp);
        }
        fn open_workshop(&mut self, ctx: &Context, kit: Arc<KitContent>) {
            self.inner.open_workshop(ctx, kit);
        }
        fn diagnose(&mut self, ctx: &Context, job: reflexe_personas::app::workshop::Diagnosing) {
            self.inner.diagnose(ctx, job);
        }
        fn load_training(&mut self, ctx: &Context, kit: Arc<KitContent>) {
            self.inner.load_training(ctx, kit);
        }
        fn keep_training(&mut self, ctx: &Context, text: String) {
            self.inner.keep_training(ctx, text);
        }
        fn stop_diagnosis(&mut self) {
            self.inner.stop_diagnosis();
        }
        fn keep_workshop(&mut self, draft: WorkshopDraft) {
            self.inner.keep_workshop(draft);
        }
        fn erase_workshop(&mut self, kit: &str) {
            self.inner.erase_workshop(kit);
        }
        fn try_cases(
            &mut self,
            ctx: &Context,
            trial: reflexe_personas::app::workshop::bench::Trial,
        ) {
            self.inner.try_cases(ctx, trial);
        }
        fn tally_file(&self, kit: &str) -> String {
            self.inner.tally_file(kit)
        }
        fn load_tally(&mut self, kit: &str) -> Result<Option<Tally>, String> {
            self.inner.load_tally(kit)
        }
        fn save_tally(&mut self, tally: &Tally) -> Result<(), String> {
            self.inner.save_tally(tally)
        }
        fn count(&mut self, kit: &str, contact: &Confirmed) -> Result<Option<Tally>, String> {
            self.inner.count(kit, contact)
        }
        fn put_draft_aside(&mut self) {
            self.inner.put_draft_aside();
        }
        fn no_draft(&self) -> Option<NoDraft> {
            self.inner.no_draft()
        }
        fn erase_tally(&mut self, kit: &str) -> Result<(), String> {
            self.inner.erase_tally(kit)
        }
        fn save_kit_as(&mut self, ctx: &Context, kit: KitContent) {
            self.inner.save_kit_as(ctx, kit);
        }
        fn save_settings(&mut self, settings: &Settings) -> Result<(), String> {
            self.inner.save_settings(settings)
        }
        fn found_draft(&mut self) -> Option<Draft> {
            self.inner.found_draft()
        }
        fn keep_draft(&mut self, draft: Draft, afresh: bool) {
            self.inner.keep_draft(draft, afresh);
        }
        fn erase_draft(&mut self) {
            self.inner.erase_draft();
        }
        fn list_kept(&mut self, ctx: &Context) {
            self.inner.list_kept(ctx);
        }
        fn ask_place(&mut self, ctx: &Context) {
            self.inner.ask_place(ctx);
        }
        fn erase_kept(&mut self, ctx: &Context, files: Vec<KeptFile>) {
            self.inner.erase_kept(ctx, files);
        }
        fn share(
            &mut self,
            ctx: &Context,
            errand: reflexe_personas::app::workshop::sharing::Errand,
        ) {
            self.inner.share(ctx, errand);
        }
        fn print(&mut self, ctx: &Context, printing: reflexe_personas::app::training::Printing) {
            self.inner.print(ctx, printing);
        }
        fn look_for_kit(
            &mut self,
            ctx: &Context,
            folder: PathBuf,
            known: Option<reflexe_personas::domain::version::VersionName>,
        ) {
            self.inner.look_for_kit(ctx, folder, known);
        }
        fn pick_published_folder(&mut self, ctx: &Context) {
            self.inner.pick_published_folder(ctx);
        }
        fn window_opened(&mut self, ctx: &Context) {
            self.inner.window_opened(ctx);
        }
        fn poll(&mut self) -> Option<Action> {
            self.inner.poll()
        }
    }
}

#[test]
fn twenty_five_panics_lose_nothing_that_was_noted() {
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let cues: Vec<_> = kit.cues.iter().map(|cue| cue.id.clone()).collect();
    for place in 3..28 {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("data");
        let inner = RealServices::new(home.path().join("notes"), Some(data), now, day_of)
            .with_drafts(moment());
        let services = Breaking {
            inner,
            left: std::cell::Cell::new(place),
        };
        let kit = kit.clone();
        let done = std::cell::Cell::new(0);
        let broke = catch_unwind(AssertUnwindSafe(|| {
            let ctx = Context::default();
            let mut app = PanelApp::new(kit, Box::new(services));
            for cue in &cues {
                app.act(&ctx, Action::NoteCue(cue.clone()));
                done.set(done.get() + 1);
            }
        }));
        assert!(broke.is_err(), "it did not break");
        let draft = draft_in(home.path()).unwrap();
        let noted = draft.contacts[0].facts.evidence.cues.len();
        assert_eq!(noted, done.get(), "after {place} questions");
        assert!(hold(home.path(), "an error of the program").is_empty());
    }
}

/// What the system says of this process, in KiB.
#[cfg(target_os = "linux")]
fn resident() -> usize {
    let status = String::from_utf8(fs::read("/proc/self/status").unwrap()).unwrap();
    let line = status.lines().find(|l| l.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[cfg(target_os = "linux")]
const SOAK: &str = "REFLEXE_TEST_SOAK";

/// A shift of seventy contacts, alone in its process; without being asked, nothing.
#[test]
#[cfg(target_os = "linux")]
fn the_shift() {
    #[expect(
        clippy::disallowed_methods,
        reason = "how the other process is told what to do"
    )]
    let Ok(events) = std::env::var(SOAK) else {
        return;
    };
    let events: usize = events.parse().unwrap();
    let home = tempfile::tempdir().unwrap();
    let ctx = Context::default();
    let mut random = fastrand::Rng::with_seed(11);
    let mut app = open(home.path());
    let (mut done, mut before) = (0, None);
    let handles = || fs::read_dir("/proc/self/fd").unwrap().count();
    for number in 0.. {
        let target = done + events / 70;
        while done < target {
            contact(&mut app, &ctx, &mut random, number);
            done += 12;
        }
        app.act(&ctx, Action::EndWithoutNote);
        if number == 10 {
            // What is loaded at the first use is loaded by now.
            before = Some((resident(), handles()));
        }
        if number >= 69 {
            break;
        }
    }
    settle();
    let (rss, open_then) = before.unwrap();
    println!(
        "§ {done} {} {} {}",
        resident().saturating_sub(rss),
        open_then,
        handles()
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_shift_of_seventy_contacts_holds_no_more_at_its_end() {
    #[expect(
        clippy::disallowed_methods,
        reason = "the long form is asked for from outside"
    )]
    let events = if std::env::var_os("REFLEXE_DEEP").is_some() {
        200_000
    } else {
        8_400
    };
    let name = concat!(module_path!(), "::the_shift");
    let out = std::process::Command::new(std::env::current_exe().unwrap())
        .args([name.split_once("::").unwrap().1, "--exact", "--nocapture"])
        .env(SOAK, events.to_string())
        .output()
        .unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    let line = text
        .lines()
        .find_map(|l| l.split_once("§ "))
        .expect(&text)
        .1;
    let numbers: Vec<usize> = line
        .split_whitespace()
        .map(|n| n.parse().unwrap())
        .collect();
    let [done, grown, then, now] = numbers[..] else {
        panic!("{line}");
    };
    assert!(done >= events);
    assert!(grown <= 10 * 1024, "{grown} KiB more after {done} events");
    assert!(now <= then, "{now} files open, {then} before");
    crate::trust::measured(
        "soak",
        "mémoire gagnée en 70 échanges / fichiers ouverts en plus",
        &format!("{grown} Kio en {} gestes / 0", crate::trust::count(done)),
        "≤ 10 Mio / 0",
        "traces::a_shift",
    );
}
