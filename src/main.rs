//! The program: parse arguments, start logging, then run a command or open the window.

use std::process::ExitCode;

use reflexe_personas::cli::{self, Failure, args::Parsed};
use reflexe_personas::store::draft;

mod clock {
    //! The one reader of the clock.
    #![expect(
        clippy::disallowed_methods,
        reason = "the clock is read here and injected everywhere else"
    )]

    use std::sync::OnceLock;
    use std::time::Instant;

    static START: OnceLock<Instant> = OnceLock::new();

    /// Remembers when the program started.
    pub(crate) fn start() {
        START.get_or_init(Instant::now);
    }

    /// Milliseconds since then.
    #[cfg(feature = "ui")]
    pub(crate) fn millis() -> u64 {
        u64::try_from(START.get_or_init(Instant::now).elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Local time of day, as shown: « 10 h 42 ».
    #[cfg(feature = "ui")]
    pub(crate) fn time_of_day() -> String {
        let now = jiff::ZonedDateTime::now();
        format!("{}\u{a0}h\u{a0}{:02}", now.hour(), now.minute())
    }

    /// The moment, as files are dated.
    #[cfg(feature = "ui")]
    pub(crate) fn moment() -> std::time::SystemTime {
        std::time::SystemTime::now()
    }

    /// The local day of a moment, ISO; empty if the zone cannot say.
    #[cfg(feature = "ui")]
    pub(crate) fn day_of(moment: std::time::SystemTime) -> String {
        jiff::ZonedDateTime::try_from(moment)
            .map_or_else(|_out_of_range| String::new(), |at| at.date().to_string())
    }

    /// Local date, ISO.
    pub(crate) fn today() -> String {
        jiff::ZonedDateTime::now().date().to_string()
    }
}

/// Keeps what an agent typed out of what a crash leaves: no core file, no value in a message.
fn discreet_crashes() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        // A system that refuses keeps its own rule; nothing here depends on it.
        setrlimit(Resource::Core, none).ok();
    }
    std::panic::set_hook(Box::new(|panic| {
        use std::io::Write as _;
        // Not the message: it may quote a value.
        let place = panic
            .location()
            .map_or_else(String::new, |at| format!(" ({}:{})", at.file(), at.line()));
        let words = cli::crash_words(&place, draft::is_kept());
        writeln!(std::io::stderr(), "{words}").ok();
    }));
}

fn main() -> ExitCode {
    discreet_crashes();
    clock::start();
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_env("REFLEXE_LOG"))
        .with_writer(std::io::stderr)
        .init();
    let arguments = match cli::args::parse(std::env::args_os()) {
        Ok(Parsed::Show(text)) => return cli::show(&text),
        Ok(Parsed::Run(arguments)) => arguments,
        Err(failure) => return failure.report(),
    };
    match &arguments.command {
        Some(command) => cli::run(command, arguments.kit.as_deref(), &clock::today()),
        None => open(&arguments).unwrap_or_else(|failure| failure.report()),
    }
}

#[cfg(feature = "ui")]
fn open(arguments: &cli::Arguments) -> Result<ExitCode, Failure> {
    use reflexe_personas::app::state::Now;
    use reflexe_personas::domain::problem::Gravity;
    use reflexe_personas::store::lexicon;
    use reflexe_personas::ui::launch::{KitToOpen, Launch, open};
    use reflexe_personas::ui::window::Platform;

    let today = clock::today();
    // A kit somebody names is read first, so that its faults are told before a window opens.
    let kit = match arguments.kit.as_deref() {
        None => KitToOpen::Shipped {
            today: today.clone(),
        },
        Some(path) => {
            let loaded = cli::load(Some(path), &today)?;
            let faulty = loaded.findings.iter().any(|f| f.severity == Gravity::Error);
            let kit = match loaded.kit {
                Some(kit) => kit,
                None => cli::load_usable(Some(path), &today)?,
            };
            let (words, told) = lexicon::guard_of_kit(path, &kit.language);
            let faulty = faulty || told.iter().any(|f| f.severity == Gravity::Error);
            let words = Box::new(words);
            KitToOpen::Read {
                kit,
                words,
                faulty,
                path: path.to_owned(),
            }
        }
    };
    open(&Launch {
        kit,
        measure: match (arguments.first_frame, arguments.measure) {
            (_, Some(seconds)) => Some(Some(seconds)),
            (true, None) => Some(None),
            (false, None) => None,
        },
        renderer: arguments.renderer.clone(),
        settings_file: arguments.settings_file.clone(),
        structure: arguments.settings.clone(),
        platform: if on_wayland() {
            Platform::Wayland
        } else {
            Platform::Free
        },
        clock: || Now {
            date: clock::today(),
            clock: clock::time_of_day(),
            millis: clock::millis(),
        },
        millis: clock::millis,
        day_of: clock::day_of,
        moment: clock::moment,
    })
}

/// Says whether the window will be on Wayland: the toolkit prefers it where it is offered.
#[cfg(feature = "ui")]
#[expect(
    clippy::disallowed_methods,
    reason = "the environment is read here, once"
)]
fn on_wayland() -> bool {
    let offered = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(target_os = "linux") && (offered("WAYLAND_DISPLAY") || offered("WAYLAND_SOCKET"))
}

#[cfg(not(feature = "ui"))]
fn open(_arguments: &cli::Arguments) -> Result<ExitCode, Failure> {
    Err(Failure::Usage(
        "Cette version est construite sans fenêtre. Voyez «\u{202f}reflexe --help\u{202f}»."
            .to_owned(),
    ))
}
