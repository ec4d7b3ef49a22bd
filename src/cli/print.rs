//! `reflexe print`: a kit on paper.

use std::path::Path;

use super::Failure;
use super::args::PrintOptions;
use crate::store::disk::Disk;

/// Writes the PDF asked for.
///
/// # Errors
/// [`Failure::Usage`] if the call asks for what cannot be; [`Failure::Found`] if the kit cannot be used
/// or the file cannot be written.
#[cfg(feature = "paper")]
pub fn run(
    disk: &dyn Disk,
    options: &PrintOptions,
    kit: Option<&Path>,
    today: &str,
) -> Result<(), Failure> {
    use super::load_usable;
    use crate::domain::print::Order;
    use crate::domain::vocab::{Channel, PaperFormat, PrintKind};
    use crate::paper::{self, PaperError};
    use crate::store::export;

    let kit = load_usable(options.kit.as_deref().or(kit), today)?;
    // The parser lets through nothing else.
    let kind = PrintKind::from_key(&options.what).unwrap_or(PrintKind::Cards);
    let format = PaperFormat::from_key(&options.format).unwrap_or(PaperFormat::A4);
    let order = Order {
        persona: options.persona.as_deref().map(Into::into),
        channel: options.channel.as_deref().and_then(Channel::from_key),
        ..Order::all(kind, format)
    };
    let refused = |error: PaperError| match error {
        PaperError::NoSuchPersona(..) | PaperError::NotByPersona(_) => {
            Failure::Usage(error.to_string())
        }
        PaperError::Nothing(_) | PaperError::Composition(_) => Failure::Found(error.to_string()),
    };
    let pages = paper::pages(&kit, &order, today).map_err(refused)?;
    let pdf = pages.pdf().map_err(refused)?;
    export::export_pages_to(disk, &options.out, &pdf)
        .map_err(|error| Failure::Found(error.to_string()))?;
    let count = pages.count();
    let plural = if count > 1 { "s" } else { "" };
    say!(
        "{}\u{a0}: {count} page{plural}, {}.",
        kind.label(),
        options.out.display()
    );
    let language = crate::domain::vocab::Language::French;
    if let Some(words) = paper::replaced_words(language, pages.replaced()) {
        say!("{words}");
    }
    Ok(())
}

/// Says that this build does not print.
///
/// # Errors
/// Always [`Failure::Usage`].
#[cfg(not(feature = "paper"))]
pub fn run(
    _disk: &dyn Disk,
    _options: &PrintOptions,
    _kit: Option<&Path>,
    _today: &str,
) -> Result<(), Failure> {
    Err(Failure::Usage(
        "Cette version est construite sans impression. Prenez la version complète, ou construisez-la avec «\u{202f}cargo build --release\u{202f}»."
            .to_owned(),
    ))
}
