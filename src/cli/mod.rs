//! The command line: for scripts, and for the people who maintain kits.
//!
//! It parses, calls the domain and the store, and prints; it holds no rule of its own. Sentences on
//! standard error are French and carry a cure. Exit codes: 0 done, 1 a check failed or an input file
//! is bad, 2 usage. Printing happens here and nowhere else.
#![expect(
    clippy::print_stderr,
    reason = "this layer is the program's voice on a terminal"
)]

/// Prints a line on standard output; a reader that left early (`| head`) is not an error.
macro_rules! say {
    ($($argument:tt)*) => {{
        use std::io::Write as _;
        writeln!(std::io::stdout().lock(), $($argument)*).ok();
    }};
}

pub mod args;
pub mod check;
pub mod diagnose;
pub mod evaluate;
pub mod guard;
pub mod identify;
pub mod learn;
pub mod print;
pub mod publish;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use crate::domain::kit::Kit;
use crate::store::disk::{Disk, RealDisk};
use crate::store::kit_file::{self, LoadedKit};
use crate::store::lexicon::{self, Beside};

pub use args::{Arguments, Command};

/// What to say when the program breaks; what is not kept is not promised.
///
/// ```
/// use reflexe_personas::cli::crash_words;
/// assert!(crash_words("", true).contains("sera proposé au prochain démarrage"));
/// assert!(!crash_words("", false).contains("sera proposé"));
/// ```
pub fn crash_words(place: &str, draft_kept: bool) -> String {
    let kept = if draft_kept {
        "L’échange en cours est gardé sur ce poste et sera proposé au prochain démarrage."
    } else {
        "Aucun échange en cours n’était gardé sur ce poste\u{202f}; ce qui a été enregistré est intact."
    };
    format!(
        "Réflexe s’est arrêté sur une erreur du programme{place}. {kept} Signalez cet endroit à qui gère ce poste."
    )
}

/// Why a command stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A check found something, or an input file is bad: exit code 1.
    Found(String),
    /// The call is wrong: exit code 2.
    Usage(String),
}

impl Failure {
    /// Prints the sentence and gives the exit code.
    pub fn report(&self) -> ExitCode {
        let (text, code) = match self {
            Self::Found(text) => (text, 1),
            Self::Usage(text) => (text, 2),
        };
        if !text.is_empty() {
            eprintln!("{text}");
        }
        ExitCode::from(code)
    }
}

/// Loads a kit from a path, or the embedded one; findings go to standard error.
///
/// # Errors
/// A sentence if nothing usable could be read.
pub fn load(path: Option<&Path>, today: &str) -> Result<LoadedKit, Failure> {
    match path {
        None => Ok(kit_file::load_embedded(Some(today))),
        Some(path) => kit_file::load(path, Some(today)).map_err(|e| Failure::Found(e.to_string())),
    }
}

/// Says each error of a kit; warnings do not stop anything.
fn errors_of(loaded: &LoadedKit) -> Vec<String> {
    loaded
        .findings
        .iter()
        .filter(|f| f.severity == crate::domain::problem::Gravity::Error)
        .map(ToString::to_string)
        .collect()
}

/// Loads a kit that must be usable.
///
/// # Errors
/// The findings, if the kit cannot be used.
pub fn load_usable(path: Option<&Path>, today: &str) -> Result<Arc<Kit>, Failure> {
    let loaded = load(path, today)?;
    let errors = errors_of(&loaded);
    match loaded.kit {
        Some(kit) => {
            for error in errors {
                eprintln!("{error}");
            }
            Ok(kit)
        }
        None => Err(Failure::Found(format!(
            "{}\nLe kit ne peut pas être utilisé. Corrigez les points ci-dessus, puis relancez.",
            errors.join("\n")
        ))),
    }
}

/// Runs a command other than opening the window.
///
/// `kit` is the one given before the command; the command's own wins.
pub fn run(command: &Command, kit: Option<&Path>, today: &str) -> ExitCode {
    let result = match command {
        Command::Check { kit: own, json } => check::run(own.as_deref().or(kit), *json, today),
        Command::Identify(options) => identify::run(options, kit, today),
        Command::Evaluate(options) => evaluate::run(options, kit, today),
        Command::Learn(options) => learn::run(&RealDisk, options, kit, today),
        Command::Diagnose(options) => diagnose::run(options, kit, today),
        Command::Guard { file, json } => guard::run(file.as_deref(), kit, *json, today),
        Command::Bundle { kit_dir, out } => bundle(&RealDisk, kit_dir, out, today),
        Command::Print(options) => print::run(&RealDisk, options, kit, today),
        Command::Versions { folder, json } => publish::list(&RealDisk, folder, *json),
        Command::Publish(options) => publish::run(&RealDisk, options, today),
        Command::Restore(options) => publish::restore(&RealDisk, options, today),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn bundle(disk: &dyn Disk, kit_dir: &Path, out: &Path, today: &str) -> Result<(), Failure> {
    let loaded = load(Some(kit_dir), today)?;
    let errors = errors_of(&loaded);
    // Publishing a kit with a missing persona would lose it for good.
    let (true, Some(kit)) = (errors.is_empty(), loaded.kit) else {
        return Err(Failure::Found(format!(
            "{}\nRien n’a été écrit : corrigez les points ci-dessus, puis relancez.",
            errors.join("\n")
        )));
    };
    kit_file::save_bundle(disk, out, kit.content()).map_err(|e| Failure::Found(e.to_string()))?;
    say!(
        "Kit {} (version {}) écrit dans {}.",
        kit.id,
        kit.version,
        out.display()
    );
    words_beside(disk, kit_dir, out)
}

/// Takes the words a kit adds for the guard along with a bundle of it, and says so.
fn words_beside(disk: &dyn Disk, kit: &Path, out: &Path) -> Result<(), Failure> {
    match lexicon::copy_beside(disk, kit, out) {
        Ok(Beside::Nothing) => {}
        Ok(Beside::Copied(path)) => {
            say!(
                "Ses mots à masquer l’accompagnent\u{a0}: {}.",
                path.display()
            );
        }
        Ok(Beside::Others(path)) => {
            say!(
                "Ce kit n’ajoute aucun mot à masquer, mais ce fichier sera lu avec lui\u{a0}; effacez-le s’il vient d’un autre kit\u{a0}: {}.",
                path.display()
            );
        }
        Err(error) => {
            return Err(Failure::Found(format!(
                "Le kit est écrit, mais pas ses mots à masquer. {error}"
            )));
        }
    }
    Ok(())
}

/// Writes progress on a terminal's standard error, ten times in all; silent in a pipe.
fn progress() -> impl FnMut(crate::domain::study::Progress) -> std::ops::ControlFlow<()> {
    use std::io::{IsTerminal as _, Write as _};
    let shown = std::io::stderr().is_terminal();
    let mut last = None;
    move |progress| {
        let tenth = progress.done * 10 / progress.total.max(1);
        if shown && last != Some(tenth) {
            last = Some(tenth);
            let end = if tenth == 10 { "\n" } else { "" };
            write!(std::io::stderr(), "\rCalcul\u{a0}: {} %{end}", tenth * 10).ok();
        }
        std::ops::ControlFlow::Continue(())
    }
}

/// Prints a text asked for, such as the help.
pub fn show(text: &str) -> ExitCode {
    print_line(text.trim_end());
    ExitCode::SUCCESS
}

/// Prints a line on standard output.
pub fn print_line(line: &str) {
    say!("{line}");
}
