//! Opens the window on the main thread, trying the renderers in turn; without any, says so in French
//! and does not panic.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;
use std::time::SystemTime;

use eframe::egui::IconData;

use crate::app::state::Now;
use crate::app::{Shape, State};
use crate::cli::{Failure, print_line};
use crate::domain::guard::GuardLexicon;
use crate::domain::kit::Kit;
use crate::domain::settings::Settings;
use crate::domain::vocab::{Channel, Language};
use crate::store::disk::{Disk, RealDisk};
use crate::store::instance::{self, Guard, Start};
use crate::store::settings::{self, Loaded};
use crate::store::start_mark::{self, StartMark};
use crate::store::{kit_file, paths, versions};

pub use super::keeper::DayOf;
use super::measure::Measure;
use super::runner::RealServices;
use super::window::{self, Platform};
use super::{PanelApp, Surroundings, structure, text, theme};

/// The rungs of the ladder, by measurement: see docs/PERFORMANCE.md.
pub const LADDER: [&str; 3] = ["glow", "wgpu", "wgpu-software"];

/// The kit to open.
#[derive(Clone)]
pub enum KitToOpen {
    /// The shipped one, in the language of the interface.
    Shipped {
        /// Local date, ISO.
        today: String,
    },
    /// One that was read.
    Read {
        /// The kit.
        kit: Arc<Kit>,
        /// The words the guard knows with it.
        words: Box<GuardLexicon>,
        /// Whether a part of the kit, or of its words, could not be read.
        faulty: bool,
        /// Where it was read.
        path: PathBuf,
    },
}

impl KitToOpen {
    fn state(self, language: Language, settings: &Settings) -> Option<State> {
        let state = self.bare_state(language, settings.published_folder.as_deref())?;
        let (data, shared) = (own_folder(), settings.local_folder.as_deref());
        let (layer, trouble) = structure::known(&RealDisk, data.as_deref(), shared, &state.kit.id);
        Some(state.with_local(layer, trouble))
    }

    fn bare_state(self, language: Language, published: Option<&Path>) -> Option<State> {
        match self {
            Self::Shipped { today } => {
                // The copy on this machine only: the share is asked once the window is there.
                if let Some(picked) = published.zip(own_folder()).and_then(|(folder, data)| {
                    versions::last_good(&RealDisk, &data, folder, &today)
                }) {
                    return Some(super::prepared(picked.kit.clone()).with_published(&picked));
                }
                let kit = kit_file::load_embedded_in(language, Some(&today)).kit?;
                Some(super::prepared(kit))
            }
            Self::Read { kit, words, .. } => {
                Some(State::new(kit).with_guard(*words).with_named_kit())
            }
        }
    }
}

/// What to open.
pub struct Launch {
    /// The kit.
    pub kit: KitToOpen,
    /// Report the first frame, then stay that many seconds and report what waiting costs.
    pub measure: Option<Option<f64>>,
    /// The renderer asked for, if any.
    pub renderer: Option<String>,
    /// A settings file instead of the person's own.
    pub settings_file: Option<PathBuf>,
    /// Settings of the structure that are on.
    pub structure: Vec<String>,
    /// Whether the window is on Wayland.
    pub platform: Platform,
    /// The clock.
    pub clock: fn() -> Now,
    /// Milliseconds since the program started.
    pub millis: fn() -> u64,
    /// The local day of a moment.
    pub day_of: DayOf,
    /// The moment, as files are dated.
    pub moment: fn() -> SystemTime,
}

fn icon() -> IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png")).unwrap_or_default()
}

/// The folder where the program keeps its lock and its start mark; none if the system names no place.
fn own_folder() -> Option<PathBuf> {
    paths::data_folder_of_user()
}

/// Which window is to be.
enum Windows {
    /// This one, with the lock if there is one to hold.
    This(Option<Guard>),
    /// Another one, which comes forward.
    Another,
}

/// Makes sure that this is the only window.
fn only_window(launch: &Launch) -> Result<Windows, Failure> {
    // A measure opens beside whatever is open.
    let Some(folder) = own_folder().filter(|_| launch.measure.is_none()) else {
        return Ok(Windows::This(None));
    };
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    match instance::start(&disk, &folder) {
        Ok(Start::First(guard)) => Ok(Windows::This(Some(guard))),
        Ok(Start::Forwarded) => Ok(Windows::Another),
        Ok(Start::Silent) => Err(Failure::Found(
            "Réflexe est déjà ouvert mais ne répond pas. Rien n’est perdu de ce qui est enregistré. Fermez \
             l’autre fenêtre, puis recommencez."
                .to_owned(),
        )),
        Err(error) => {
            // Better two windows than none.
            tracing::warn!(%error, "no lock");
            Ok(Windows::This(None))
        }
    }
}

struct Opening<'a> {
    launch: &'a Launch,
    loaded: &'a Loaded,
    file: Option<PathBuf>,
    mark_file: Option<PathBuf>,
    /// Whether this is known to be the only window: only then is there a draft.
    first: bool,
}

impl Opening<'_> {
    fn save_mark(&self, mark: &StartMark) {
        if let Some(path) = &self.mark_file
            && let Err(error) = start_mark::save(&RealDisk, path, mark)
        {
            tracing::warn!(%error, "start mark not kept");
        }
    }

    /// Opens the window with one renderer and runs until it closes.
    fn try_rung(
        &self,
        rung: &str,
        guard: &Rc<Cell<Option<Guard>>>,
        mark: &StartMark,
    ) -> Result<(), String> {
        let settings = &self.loaded.settings;
        let shape = opening_shape(settings);
        let options = eframe::NativeOptions {
            renderer: if rung == "glow" {
                eframe::Renderer::Glow
            } else {
                eframe::Renderer::Wgpu
            },
            // Every rung runs on this thread, one after the other.
            run_and_return: true,
            wgpu_options: wgpu_options(rung),
            viewport: window::builder(settings, shape)
                .with_app_id("reflexe-personas")
                .with_title(text::title())
                .with_icon(icon()),
            ..Default::default()
        };
        let guard = guard.clone();
        let (launch, loaded) = (self.launch, self.loaded.clone());
        let around = Surroundings {
            faulty_kit: matches!(launch.kit, KitToOpen::Read { faulty: true, .. }),
            shipped_kit: matches!(launch.kit, KitToOpen::Shipped { .. }),
            settings_file: self
                .file
                .as_ref()
                .map(|path| path.display().to_string())
                .unwrap_or_default(),
            notes_folder: paths::notes_folder_of_user().display().to_string(),
            renderer: rung.to_owned(),
            warnings: loaded.warnings.clone(),
        };
        let services = RealServices::new(
            paths::notes_folder_of_user(),
            paths::data_folder_of_user(),
            launch.clock,
            launch.day_of,
        )
        .with_settings(self.file.clone(), loaded.kept.clone(), &loaded.settings)
        .with_kit_file(match &launch.kit {
            KitToOpen::Read { path, .. } => Some(path.clone()),
            KitToOpen::Shipped { .. } => None,
        });
        // Read and compiled while the window opens: half of a start is the driver's.
        let kit = launch.kit.clone();
        let language = settings.language;
        let chosen = settings.clone();
        let making = std::thread::Builder::new()
            .name("kit".to_owned())
            .spawn(move || {
                text::speak(language);
                text::title();
                kit.state(language, &chosen)
            });
        let (measure, structure) = (launch.measure, launch.structure.clone());
        let (platform, millis) = (launch.platform, launch.millis);
        let (moment, first) = (launch.moment, self.first);
        let works = mark.succeed(rung);
        let mark_file = self.mark_file.clone();
        let result = eframe::run_native(
            text::title(),
            options,
            Box::new(move |cc| {
                theme::install(&cc.egui_ctx);
                let mut services = services.with_guard(guard.take());
                if first {
                    services = services.with_drafts(moment());
                }
                let state = making?.join().ok().flatten();
                let state = state.ok_or("the kit could not be read")?;
                let mut app = PanelApp::on(state, Box::new(services))
                    .with_settings(loaded.settings)
                    .with_structure(structure)
                    .with_platform(platform)
                    .with_surroundings(around)
                    .with_draft()
                    .with_published(&cc.egui_ctx)
                    .with_first_frame(move || {
                        if let Some(path) = &mark_file
                            && let Err(error) = start_mark::save(&RealDisk, path, &works)
                        {
                            tracing::warn!(%error, "start mark not kept");
                        }
                    });
                if let Some(seconds) = measure {
                    app = app.with_measure(Measure::new(seconds, millis), print_line);
                }
                Ok(Box::new(app))
            }),
        );
        result.map_err(|error| error.to_string())
    }
}

/// The shape the window opens in, as the state will want it: known before the kit is.
fn opening_shape(settings: &Settings) -> Shape {
    if settings.folds && settings.channel == Some(Channel::Phone) {
        Shape::Strip
    } else {
        Shape::Wide
    }
}

/// Chooses the adapters a rung may use.
fn wgpu_options(rung: &str) -> eframe::WgpuConfiguration {
    let mut options = eframe::WgpuConfiguration::default();
    if let eframe::egui_wgpu::WgpuSetup::CreateNew(setup) = &mut options.wgpu_setup {
        let software = rung == "wgpu-software";
        setup.native_adapter_selector = Some(Arc::new(move |adapters, surface| {
            let usable = |adapter: &&eframe::wgpu::Adapter| {
                surface.is_none_or(|surface| adapter.is_surface_supported(surface))
            };
            let is_cpu = |adapter: &eframe::wgpu::Adapter| {
                adapter.get_info().device_type == eframe::wgpu::DeviceType::Cpu
            };
            adapters
                .iter()
                .filter(usable)
                .find(|adapter| is_cpu(adapter) == software)
                .cloned()
                .ok_or_else(|| "no such adapter".to_owned())
        }));
    }
    options
}

/// Opens the window and runs until it closes.
///
/// # Errors
/// A sentence when no window can be opened at all, or when another one does not answer.
pub fn open(launch: &Launch) -> Result<ExitCode, Failure> {
    let Windows::This(guard) = only_window(launch)? else {
        print_line("Réflexe est déjà ouvert\u{a0}: sa fenêtre est appelée.");
        return Ok(ExitCode::SUCCESS);
    };
    let first = guard.is_some();
    let guard = Rc::new(Cell::new(guard));
    let file = launch
        .settings_file
        .clone()
        .or_else(paths::settings_file_of_user);
    let executable = std::env::current_exe().ok();
    let admin = settings::admin_file(executable.as_deref());
    let loaded = settings::load(&RealDisk, file.as_deref(), admin.as_deref());
    text::speak(loaded.settings.language);
    let mark_file = own_folder().map(|folder| start_mark::file(&folder));
    let mut mark = mark_file
        .as_deref()
        .map(|path| start_mark::load(&RealDisk, path))
        .unwrap_or_default();
    let opening = Opening {
        launch,
        loaded: &loaded,
        file,
        mark_file,
        first,
    };
    let mut refusal = String::new();
    for rung in mark.order(launch.renderer.as_deref(), &LADDER) {
        mark = mark.begin(&rung);
        opening.save_mark(&mark);
        match opening.try_rung(&rung, &guard, &mark) {
            Ok(()) => return Ok(ExitCode::SUCCESS),
            Err(error) => {
                tracing::warn!(%error, rung, "no window");
                mark = mark.fail(&rung);
                opening.save_mark(&mark);
                // The first refusal is the cause: without a display, every rung meets the same.
                if refusal.is_empty() {
                    // Only the last clause in words: the rest names source files of the toolkit.
                    let in_words = |clause: &&str| clause.chars().any(char::is_alphabetic);
                    let clause = error.rsplit(": ").find(in_words).unwrap_or(&error);
                    clause.trim_end_matches('.').clone_into(&mut refusal);
                }
            }
        }
    }
    Err(Failure::Found(format!(
        "Aucune fenêtre n’a pu s’ouvrir ({refusal}). Rien n’est perdu. Vérifiez que l’écran est accessible, \
         demandez au support de lire ce qu’écrit «\u{202f}REFLEXE_LOG=warn reflexe\u{202f}», ou travaillez \
         avec les fiches papier."
    )))
}
