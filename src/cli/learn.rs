//! `reflexe learn`: levels and shares from confirmed cases, written as a new kit.

use std::path::Path;

use super::args::LearnOptions;
use super::evaluate::cases;
use super::{Failure, load_usable, progress};
use crate::domain::study::learn::{self, Base, Settings};
use crate::store::disk::Disk;
use crate::store::kit_file;

/// Runs the command.
///
/// # Errors
/// Usage errors, unusable kits and tables, a file that cannot be written.
pub fn run(
    disk: &dyn Disk,
    options: &LearnOptions,
    kit: Option<&Path>,
    today: &str,
) -> Result<(), Failure> {
    if !options.pseudo_count.is_finite() || options.pseudo_count <= 0.0 {
        return Err(Failure::Usage(format!(
            "--pseudo-count attend un nombre positif (2 à 10 d’ordinaire)\u{a0}: {} n’en est pas un.",
            options.pseudo_count
        )));
    }
    if !(options.forget > 0.0 && options.forget <= 1.0) {
        return Err(Failure::Usage(format!(
            "--forget attend un nombre au-dessus de 0, au plus 1\u{a0}: {} n’en est pas un.",
            options.forget
        )));
    }
    let kit_path = options.kit.as_deref().or(kit);
    let kit = load_usable(kit_path, today)?;
    let cases = cases(&options.cases, &kit, &options.channel)?;
    let settings = Settings {
        pseudo_count: options.pseudo_count,
        base: if options.base == "marginal" {
            Base::Marginal
        } else {
            Base::Elicited
        },
        forget: options.forget,
        linked: options.structure == "linked",
        date: today.to_owned(),
    };
    let learned = learn::run(&kit, &cases.confirmed, &settings, &mut progress())
        .map_err(|e| Failure::Found(e.to_string()))?;
    kit_file::save_bundle(disk, &options.out, &learned.content)
        .map_err(|e| Failure::Found(e.to_string()))?;
    say!("{}", learned.provenance);
    say!(
        "Kit appris écrit dans {}. Le kit de départ n’a pas changé\u{a0}: comparez avec «\u{202f}reflexe check\u{202f}» et «\u{202f}reflexe evaluate\u{202f}» sur d’autres cas.",
        options.out.display()
    );
    match kit_path {
        Some(from) => super::words_beside(disk, from, &options.out),
        None => Ok(()),
    }
}
