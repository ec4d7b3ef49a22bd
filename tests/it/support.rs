//! The one way tests open the panel: sizes, settings, looks, and effects recorded instead of done.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use reflexe_personas::app::action::{Format, Stamp};
use reflexe_personas::app::state::Now;
use reflexe_personas::app::training::{Loaded, PracticeAction};
use reflexe_personas::app::workshop::bench::{BenchAction, Trial};
use reflexe_personas::app::workshop::sharing::{Errand, ShareAction};
use reflexe_personas::app::workshop::{Diagnosing, Opened, WorkshopDraft};
use reflexe_personas::app::{Action, Shape, State, TrainingAction, WorkshopAction};
use reflexe_personas::domain::draft::Draft;
use reflexe_personas::domain::guard::{Excerpt, VerifiedNote, VerifiedText};
use reflexe_personas::domain::kept::{Inventory, KeptFile, NoDraft, Receipt};
use reflexe_personas::domain::kit::{Kit, KitContent};
use reflexe_personas::domain::note::Note;
use reflexe_personas::domain::settings::Settings;
use reflexe_personas::domain::study::confirmed::Confirmed;
use reflexe_personas::domain::study::tally::Tally;
use reflexe_personas::domain::version::VersionName;
use reflexe_personas::domain::vocab::{Channel, ThemeChoice};
use reflexe_personas::domain::workshop::Checks;
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::training::{exchanges, simulations};
use reflexe_personas::store::{kit_file, lexicon};
use reflexe_personas::ui::runner::Services;
use reflexe_personas::ui::window::Platform;
use reflexe_personas::ui::{PanelApp, Surroundings, errands, printing, theme};

/// Client area of the wide shape: title bar and task bar are real.
pub(crate) const WIDE: [f32; 2] = [1366.0, 690.0];
/// Client area of the strip.
pub(crate) const STRIP: [f32; 2] = [380.0, 690.0];
/// Smallest strip.
pub(crate) const SMALL_STRIP: [f32; 2] = [360.0, 640.0];

/// The keys that go to the workshop are held with these, as a window says them.
pub(crate) const CHORD: Modifiers = Modifiers {
    alt: false,
    ctrl: true,
    shift: true,
    mac_cmd: false,
    command: true,
};

/// Name of what has the focus.
pub(crate) fn focused(panel: &Panel) -> String {
    use egui_kittest::kittest::{AccessKitNode, NodeT as _};
    let root = panel.harness.root();
    root.children_recursive()
        .map(|node| node.accesskit_node())
        .find(AccessKitNode::is_focused)
        .and_then(|node| node.label().or_else(|| node.value()))
        .unwrap_or_default()
}

/// Presses Tab until something of that name has the focus.
#[track_caller]
pub(crate) fn tab_to(panel: &mut Panel, name: &str) {
    for _ in 0..200 {
        panel.press(Key::Tab);
        if focused(panel).contains(name) {
            return;
        }
    }
    panic!("Tab never reaches {name}");
}

/// Effects as they would have happened.
#[derive(Debug, Default)]
pub(crate) struct Record {
    pub(crate) copied: Vec<String>,
    pub(crate) saved: Vec<Note>,
    pub(crate) tally: Option<Tally>,
    pub(crate) kits: Vec<KitContent>,
    pub(crate) settings: Vec<Settings>,
    /// What the disk holds of the contact in hand.
    pub(crate) draft: Option<Draft>,
    /// How often the draft was written afresh.
    pub(crate) afresh: usize,
    /// The drafts that may still be on the disk: those since it was last written afresh.
    pub(crate) drafts: Vec<Draft>,
    /// The draft that was put aside.
    pub(crate) aside: Option<Draft>,
    /// Why no draft is kept.
    pub(crate) no_draft: Option<NoDraft>,
    /// What is kept on the machine.
    pub(crate) kept: Vec<KeptFile>,
    /// What was asked to be erased.
    pub(crate) erased: Vec<KeptFile>,
    /// What cannot be erased.
    pub(crate) stuck: Vec<PathBuf>,
    /// What the disk holds of the workshop's draft.
    pub(crate) workshop: Option<WorkshopDraft>,
    /// The same of what is the structure's own.
    pub(crate) ours: Option<WorkshopDraft>,
    pub(crate) answers: Vec<Action>,
    /// What was asked to be kept of an exercise.
    pub(crate) trained: Vec<String>,
    /// What was asked about the cards of a draft.
    pub(crate) diagnosed: Vec<Diagnosing>,
    /// How often that was stopped.
    pub(crate) diagnoses_stopped: usize,
    /// Folders asked for a published kit, and what was known then.
    pub(crate) looks: Vec<(PathBuf, Option<VersionName>)>,
    /// What sharing asked of the disk, which is the real one.
    pub(crate) errands: Vec<Errand>,
    /// What dialogs will say; without one they fail.
    pub(crate) dialogs: Vec<PathBuf>,
    /// What was asked of the press.
    pub(crate) printed: Vec<reflexe_personas::app::training::Printing>,
}

struct Recording {
    record: Arc<Mutex<Record>>,
    millis: Arc<AtomicU64>,
}

impl Services for Recording {
    fn now(&self) -> Now {
        now(self.millis.load(Ordering::SeqCst))
    }

    fn copy_note(&mut self, _ctx: &egui::Context, note: &VerifiedNote) {
        let text = note.note().to_clipboard_text();
        self.record.lock().unwrap().copied.push(text);
    }

    fn copy_filled(&mut self, _ctx: &egui::Context, text: &VerifiedText) {
        self.record
            .lock()
            .unwrap()
            .copied
            .push(text.text().to_owned());
    }

    fn copy_excerpt(&mut self, _ctx: &egui::Context, part: &Excerpt) {
        self.record
            .lock()
            .unwrap()
            .copied
            .push(part.text().to_owned());
    }

    fn save_note(
        &mut self,
        _ctx: &egui::Context,
        note: VerifiedNote,
        _format: Format,
        stamp: Stamp,
    ) {
        let mut record = self.record.lock().unwrap();
        record.saved.push(note.note().clone());
        let saved = Ok(PathBuf::from("note.md"));
        record.answers.push(Action::SavedAs(stamp, saved));
    }

    fn save_note_as(
        &mut self,
        _ctx: &egui::Context,
        _note: VerifiedNote,
        _format: Format,
        _stamp: Stamp,
    ) {
    }

    fn tally_file(&self, kit: &str) -> String {
        format!("decompte-{kit}.json")
    }

    fn load_tally(&mut self, _kit: &str) -> Result<Option<Tally>, String> {
        Ok(self.record.lock().unwrap().tally.clone())
    }

    fn save_tally(&mut self, tally: &Tally) -> Result<(), String> {
        self.record.lock().unwrap().tally = Some(tally.clone());
        Ok(())
    }

    fn count(&mut self, kit: &str, contact: &Confirmed) -> Result<Option<Tally>, String> {
        let Some(mut tally) = self.load_tally(kit)? else {
            return Ok(None);
        };
        tally.add(&contact.evidence, &contact.persona);
        self.save_tally(&tally)?;
        Ok(Some(tally))
    }

    fn erase_tally(&mut self, _kit: &str) -> Result<(), String> {
        self.record.lock().unwrap().tally = None;
        Ok(())
    }

    fn save_kit_as(&mut self, _ctx: &egui::Context, kit: KitContent) {
        self.record.lock().unwrap().kits.push(kit);
    }

    fn save_settings(&mut self, settings: &Settings) -> Result<(), String> {
        self.record.lock().unwrap().settings.push(settings.clone());
        Ok(())
    }

    fn found_draft(&mut self) -> Option<Draft> {
        self.record.lock().unwrap().draft.clone()
    }

    fn keep_draft(&mut self, draft: Draft, afresh: bool) {
        let mut record = self.record.lock().unwrap();
        if afresh {
            record.drafts.clear();
        }
        record.drafts.push(draft.clone());
        record.draft = Some(draft);
        record.afresh += usize::from(afresh);
    }

    fn erase_draft(&mut self) {
        let mut record = self.record.lock().unwrap();
        record.drafts.clear();
        record.draft = None;
    }

    fn put_draft_aside(&mut self) {
        let mut record = self.record.lock().unwrap();
        record.aside = record.draft.take();
        let told = "Le brouillon vient d’un autre kit".to_owned();
        record.answers.push(Action::DraftTrouble(told));
    }

    fn no_draft(&self) -> Option<NoDraft> {
        self.record.lock().unwrap().no_draft
    }

    fn list_kept(&mut self, _ctx: &egui::Context) {
        let mut record = self.record.lock().unwrap();
        let files = record.kept.clone();
        record.answers.push(Action::KeptIs(Inventory {
            files,
            unread: Vec::new(),
        }));
    }

    fn ask_place(&mut self, _ctx: &egui::Context) {}

    fn erase_kept(&mut self, _ctx: &egui::Context, files: Vec<KeptFile>) {
        let mut record = self.record.lock().unwrap();
        let stuck = record.stuck.clone();
        let goes = |file: &KeptFile| files.contains(file) && !stuck.contains(&file.path);
        record.kept.retain(|file| !goes(file));
        let counts = |file: &KeptFile| file.path == Path::new("decompte-usagers-numeriques.json");
        if files.iter().any(|file| goes(file) && counts(file)) {
            record.tally = None;
        }
        record.erased.extend(files.iter().cloned());
        let receipt = Receipt {
            day: "2026-11-24".to_owned(),
            files: files.len(),
            bytes: files.iter().map(|file| file.bytes).sum(),
            failed: Vec::new(),
            version: "0.1.0".to_owned(),
        };
        record.answers.push(Action::KeptErased(receipt));
    }

    fn open_workshop(&mut self, _ctx: &egui::Context, kit: Arc<KitContent>) {
        let mut record = self.record.lock().unwrap();
        let words = Arc::new(lexicon::of_language(&kit.language));
        let opened = Opened {
            hash: kit.version.clone(),
            base: kit,
            checks: Checks::new(words, Some("2026-11-24")),
            kept: record.workshop.clone(),
            ours: record.ours.clone(),
            trouble: None,
            keeps: true,
        };
        let opened = WorkshopAction::Opened(Box::new(opened));
        record.answers.push(Action::workshop(opened));
    }

    fn keep_workshop(&mut self, draft: WorkshopDraft) {
        let mut record = self.record.lock().unwrap();
        if draft.kit.ends_with("-chez-nous") {
            record.ours = Some(draft);
        } else {
            record.workshop = Some(draft);
        }
        let kept = WorkshopAction::Kept(Ok(()));
        record.answers.push(Action::workshop(kept));
    }

    fn erase_workshop(&mut self, kit: &str) {
        let mut record = self.record.lock().unwrap();
        if kit.ends_with("-chez-nous") {
            record.ours = None;
        } else {
            record.workshop = None;
        }
    }
    fn share(&mut self, _ctx: &egui::Context, errand: Errand) {
        let mut record = self.record.lock().unwrap();
        record.errands.push(errand.clone());
        let answer = match record.dialogs.pop() {
            Some(path) if errand.asks() => match errand {
                Errand::ChooseFolder => ShareAction::Folder(Some(path)),
                Errand::Write { name, what, .. } => {
                    let to = Some(path);
                    errands::carry_out(&RealDisk, &Errand::Write { to, name, what }, None)
                }
                _ => errands::carry_out(&RealDisk, &Errand::Read(Some(path)), None),
            },
            _ => errands::carry_out(&RealDisk, &errand, None),
        };
        let answer = Action::workshop(WorkshopAction::Share(answer));
        record.answers.push(answer);
    }

    fn print(&mut self, _ctx: &egui::Context, asked: reflexe_personas::app::training::Printing) {
        let mut record = self.record.lock().unwrap();
        let asks = asked.wanted == reflexe_personas::app::training::printing::Wanted::Written;
        let to = asks.then(|| record.dialogs.pop()).flatten();
        let answer = printing::carry_out(&RealDisk, &asked, to.as_deref(), "2026-11-26");
        record.printed.push(asked);
        record.answers.push(answer);
    }

    fn try_cases(&mut self, _ctx: &egui::Context, trial: Trial) {
        let tried = BenchAction::Tried(Box::new(trial.run()));
        let answer = Action::workshop(WorkshopAction::Bench(tried));
        self.record.lock().unwrap().answers.push(answer);
    }

    fn diagnose(&mut self, _ctx: &egui::Context, job: Diagnosing) {
        self.record.lock().unwrap().diagnosed.push(job);
    }

    fn load_training(&mut self, _ctx: &egui::Context, kit: Arc<KitContent>) {
        let loaded = Loaded {
            simulations: simulations::playable(None, &kit).simulations,
            words: exchanges::words_of_language(&kit.language),
            seed: 7,
        };
        let answer = TrainingAction::Loaded(Box::new(loaded)).into();
        self.record.lock().unwrap().answers.push(answer);
    }

    fn keep_training(&mut self, _ctx: &egui::Context, text: String) {
        let mut record = self.record.lock().unwrap();
        record.trained.push(text);
        let kept = PracticeAction::Kept(Ok("/essai/entrainement-2026-11-26-1.txt".to_owned()));
        record.answers.push(kept.into());
    }

    fn stop_diagnosis(&mut self) {
        self.record.lock().unwrap().diagnoses_stopped += 1;
    }

    fn look_for_kit(&mut self, _ctx: &egui::Context, folder: PathBuf, known: Option<VersionName>) {
        self.record.lock().unwrap().looks.push((folder, known));
    }

    fn pick_published_folder(&mut self, _ctx: &egui::Context) {}

    fn window_opened(&mut self, _ctx: &egui::Context) {}

    fn poll(&mut self) -> Option<Action> {
        if let Some(answer) = self.record.lock().unwrap().answers.pop() {
            return Some(answer);
        }
        // Keys of a test are far apart: no burst.
        self.millis.fetch_add(1_000, Ordering::SeqCst);
        None
    }
}

/// A moment, on a fixed day.
pub(crate) fn now(millis: u64) -> Now {
    let minutes = 42 + millis / 60_000;
    Now {
        date: "2026-11-24".to_owned(),
        clock: format!("{}\u{a0}h\u{a0}{:02}", 10 + minutes / 60, minutes % 60),
        millis,
    }
}

/// How a panel is opened.
#[derive(Clone, Debug)]
pub(crate) struct Stage {
    pub(crate) size: [f32; 2],
    pub(crate) zoom: f32,
    pub(crate) settings: Settings,
    pub(crate) platform: Platform,
    pub(crate) around: Surroundings,
}

impl Stage {
    /// The wide window, light, at the counter.
    pub(crate) fn wide() -> Self {
        Self {
            size: WIDE,
            zoom: 1.0,
            settings: Settings {
                theme: ThemeChoice::Light,
                ..Settings::default()
            },
            platform: Platform::Free,
            around: Surroundings {
                notes_folder: "Documents/Réflexe Personas/Notes".to_owned(),
                renderer: "glow".to_owned(),
                settings_file: "reglages.json".to_owned(),
                ..Surroundings::default()
            },
        }
    }

    /// The strip, light, on the phone.
    pub(crate) fn phone() -> Self {
        let mut stage = Self::wide().sized(STRIP);
        stage.settings.channel = Some(Channel::Phone);
        stage
    }

    /// With another client area.
    pub(crate) fn sized(mut self, size: [f32; 2]) -> Self {
        self.size = size;
        self
    }

    /// With another look.
    pub(crate) fn look(mut self, theme: ThemeChoice) -> Self {
        self.settings.theme = theme;
        self
    }

    /// As another zoom would show it; the size stays that of the window.
    ///
    /// The harness scales points itself: the toolkit's zoom factor and its fixed screen do not agree.
    pub(crate) fn zoom(mut self, percent: u16) -> Self {
        self.zoom = f32::from(percent) / 100.0;
        self
    }

    /// Opens the panel.
    pub(crate) fn open(self) -> Panel {
        self.open_on(kit_file::load_embedded(None).kit.unwrap())
    }

    /// Opens the panel on a kit.
    pub(crate) fn open_on(self, kit: Arc<Kit>) -> Panel {
        self.open_after(kit, Record::default())
    }

    /// Opens the panel where something was left.
    pub(crate) fn open_after(self, kit: Arc<Kit>, left: Record) -> Panel {
        let record = Arc::new(Mutex::new(left));
        let millis = Arc::new(AtomicU64::new(0));
        let services = Box::new(Recording {
            record: record.clone(),
            millis: millis.clone(),
        });
        let stage = self.clone();
        let zoom = self.zoom;
        let harness = Harness::builder()
            .with_size(points(self.size, zoom))
            .with_pixels_per_point(zoom)
            .with_context_setup(theme::install)
            .build_eframe(move |_cc| {
                PanelApp::new(kit, services)
                    .with_settings(stage.settings)
                    .with_platform(stage.platform)
                    .with_surroundings(stage.around)
                    .with_draft()
            });
        let mut panel = Panel {
            harness,
            record,
            millis,
            wide: points(self.size, zoom),
            zoom,
            pressed: 0,
        };
        panel.harness.run();
        panel
    }
}

/// The client area at a zoom: a wide window keeps its pixels, the strip its width in points.
fn points(size: [f32; 2], zoom: f32) -> [f32; 2] {
    let [width, height] = size;
    let width = if width <= STRIP[0] {
        width
    } else {
        width / zoom
    };
    [width, height / zoom]
}

/// An open panel.
pub(crate) struct Panel {
    pub(crate) harness: Harness<'static, PanelApp>,
    pub(crate) record: Arc<Mutex<Record>>,
    millis: Arc<AtomicU64>,
    wide: [f32; 2],
    zoom: f32,
    /// Keys pressed so far.
    pub(crate) pressed: usize,
}

impl Panel {
    pub(crate) fn state(&self) -> &State {
        self.harness.state().state()
    }

    pub(crate) fn run(&mut self) {
        self.harness.run();
    }

    /// Presses a key and lets the panel settle.
    pub(crate) fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    /// The same with modifiers.
    pub(crate) fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.pressed += 1;
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Presses keys written as on their caps: letters, digits, and words for the rest.
    pub(crate) fn keys(&mut self, keys: &str) {
        for word in keys.split_whitespace() {
            match word {
                "Entrée" => self.press(Key::Enter),
                "Espace" => self.press(Key::Space),
                "Échap" => self.press(Key::Escape),
                "Bas" => self.press(Key::ArrowDown),
                "Haut" => self.press(Key::ArrowUp),
                "Tab" => self.press(Key::Tab),
                "Ctrl+Entrée" => self.press_with(Modifiers::CTRL, Key::Enter),
                function if function.len() > 1 && function.starts_with('F') => {
                    self.press(Key::from_name(function).unwrap());
                }
                chord if chord.starts_with("Ctrl+") => {
                    let key = Key::from_name(&chord["Ctrl+".len()..]).unwrap();
                    self.press_with(Modifiers::CTRL, key);
                }
                caps => {
                    for cap in caps.chars() {
                        self.press(Key::from_name(&cap.to_string()).unwrap());
                    }
                }
            }
        }
    }

    /// Everything the tree says, names and texts.
    pub(crate) fn words(&self) -> Vec<String> {
        use egui_kittest::kittest::NodeT as _;
        let root = self.harness.root();
        root.children_recursive()
            .filter_map(|node| {
                let node = node.accesskit_node();
                node.label().or_else(|| node.value())
            })
            .collect()
    }

    /// Says whether some text or name holds these words.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.words().iter().any(|said| said.contains(words))
    }

    /// Clicks something by role and name.
    pub(crate) fn click(&mut self, role: Role, label: &str) {
        self.harness.get_by_role_and_label(role, label).click();
        self.harness.run();
    }

    /// Presses a button by its name as assistive technology does, wherever it has scrolled.
    pub(crate) fn push(&mut self, label: &str) {
        self.harness
            .get_by_role_and_label(Role::Button, label)
            .click_accesskit();
        self.harness.run();
    }

    /// Does what the system would with the shape the panel wants.
    pub(crate) fn reshape(&mut self) {
        let size = match self.state().shape {
            Shape::Wide => self.wide,
            Shape::Strip => points(STRIP, self.zoom),
        };
        self.harness.set_size(size.into());
        self.harness.run();
    }

    /// Carries out an intent that no key brings.
    pub(crate) fn act(&mut self, action: Action) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().act(&ctx, action);
        self.harness.run();
    }

    /// Asks the window to close, as its cross does.
    pub(crate) fn close(&mut self) {
        let root = egui::ViewportId::ROOT;
        let viewport = self.harness.input_mut().viewports.entry(root).or_default();
        viewport.events.push(egui::ViewportEvent::Close);
        self.harness.step();
        let viewport = self.harness.input_mut().viewports.entry(root).or_default();
        viewport.events.clear();
        self.harness.run();
    }

    /// Lets time go by without a gesture.
    pub(crate) fn wait(&mut self, millis: u64) {
        self.millis.fetch_add(millis, Ordering::SeqCst);
        self.harness.run();
    }
}
