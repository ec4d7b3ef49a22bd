//! Printed pages: cards, sheets and lists of a kit, as PDF that a screen reader can read too.
//!
//! It exists so that the work goes on the day the machine is down, and so that a team can lay a kit on
//! a table. A page is a template of `assets/paper` that is given plain data: no text of a kit is ever
//! read as markup. It must never write a file, read one, ask the clock, or know a window; what it makes
//! depends on the kit, the order and the day it is told, to the byte.

mod data;
mod faces;
mod pack;
mod press;
mod sheet;

use thiserror::Error;

use crate::domain::kit::Kit;
use crate::domain::print::Order;
use crate::domain::training::pack::Pack;
use crate::domain::vocab::{Language, PaperFormat, PrintKind};
use crate::text;

pub use press::Picture;

/// Pages, ready to be written.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages.
    pub pages: usize,
    /// Signs our typeface lacks, each once, replaced by a question mark.
    pub replaced: Vec<char>,
}

/// Why nothing was printed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PaperError {
    /// The kit has no such persona.
    #[error("Ce kit n’a pas de persona «\u{202f}{0}\u{202f}». Donnez son identifiant ou son code, par exemple {1}.")]
    NoSuchPersona(String, String),
    /// This kind has no page for one persona alone.
    #[error("«\u{202f}{0}\u{202f}» ne s’imprime pas persona par persona. Retirez ce choix, ou demandez les fiches.")]
    NotByPersona(&'static str),
    /// Nothing of the kind is in the kit.
    #[error("Il n’y a rien à imprimer\u{a0}: le kit n’a pas de «\u{202f}{0}\u{202f}».")]
    Nothing(&'static str),
    /// The pages could not be laid out.
    #[error("Les pages n’ont pas pu être composées. Rien n’a été écrit, le kit est intact. Signalez ce message à qui gère ce poste\u{a0}: {0}")]
    Composition(String),
}

/// Gives the language pages of a kit are in.
pub fn language_of(kit: &Kit) -> Language {
    if kit.language.starts_with("en") {
        Language::English
    } else {
        Language::French
    }
}

/// Lays out the pages of an order and gives them as PDF.
///
/// `today` is an ISO date; it is on the page and in the file.
///
/// # Errors
/// [`PaperError`]: a French sentence.
pub fn render(kit: &Kit, order: &Order, today: &str) -> Result<Printed, PaperError> {
    let pages = compose(kit, order, today)?;
    let identity = format!("{}/{}/{order:?}/{today}", kit.id, kit.version);
    printed(&pages, &identity, today)
}

/// Lays out the pages of an order and gives them as pictures, at so many pixels a point.
///
/// # Errors
/// [`PaperError`]: a French sentence.
pub fn pictures(
    kit: &Kit,
    order: &Order,
    today: &str,
    pixels_a_point: f32,
) -> Result<Vec<Picture>, PaperError> {
    let pages = compose(kit, order, today)?;
    Ok(press::pictures(&pages.document, pixels_a_point))
}

/// Lays out the pages of a role play and gives them as PDF.
///
/// The small cards are four on a sheet, unless `format` is [`PaperFormat::A6`].
///
/// # Errors
/// [`PaperError`]: a French sentence.
pub fn render_pack(pack: &Pack, format: PaperFormat, today: &str) -> Result<Printed, PaperError> {
    let pages = compose_pack(pack, format)?;
    let identity = format!("{}/{}/{}/{today}", pack.title, pack.origin, format.key());
    printed(&pages, &identity, today)
}

/// Lays out the pages of a role play and gives them as pictures, at so many pixels a point.
///
/// # Errors
/// [`PaperError`]: a French sentence.
pub fn pictures_of_pack(
    pack: &Pack,
    format: PaperFormat,
    pixels_a_point: f32,
) -> Result<Vec<Picture>, PaperError> {
    let pages = compose_pack(pack, format)?;
    Ok(press::pictures(&pages.document, pixels_a_point))
}

fn compose_pack(pack: &Pack, format: PaperFormat) -> Result<Composed, PaperError> {
    if pack.documents.iter().all(|document| document.copies == 0) {
        return Err(PaperError::Nothing(PrintKind::Workshop.label()));
    }
    laid_out(PrintKind::Workshop, pack::of(pack, format))
}

fn printed(pages: &Composed, identity: &str, today: &str) -> Result<Printed, PaperError> {
    Ok(Printed {
        pdf: press::pdf(&pages.document, identity, today)?,
        pages: pages.document.pages().len(),
        replaced: pages.replaced.clone(),
    })
}

struct Composed {
    document: typst_layout::PagedDocument,
    replaced: Vec<char>,
}

fn compose(kit: &Kit, order: &Order, today: &str) -> Result<Composed, PaperError> {
    laid_out(order.kind, data::of(kit, order, today)?)
}

fn laid_out(kind: PrintKind, mut data: serde_json::Value) -> Result<Composed, PaperError> {
    let replaced = faces::keep_to_our_typeface(&mut data);
    let document = press::compose(template(kind), &data)?;
    Ok(Composed { document, replaced })
}

const fn template(kind: PrintKind) -> &'static str {
    match kind {
        PrintKind::Cards => "cards.typ",
        PrintKind::Sheet => "sheet.typ",
        PrintKind::Cues => "cues.typ",
        PrintKind::Questions => "questions.typ",
        PrintKind::Situations => "situations.typ",
        PrintKind::Note => "note.typ",
        PrintKind::Workshop => "workshop.typ",
    }
}

/// Says which signs were replaced, in words; nothing if none was.
pub fn replaced_words(language: Language, replaced: &[char]) -> Option<String> {
    if replaced.is_empty() {
        return None;
    }
    let list: Vec<String> = replaced
        .iter()
        .map(|sign| format!("{sign} (U+{:04X})", u32::from(*sign)))
        .collect();
    Some(text::format(
        language,
        "print_notice_glyphs",
        &[
            ("count", replaced.len().into()),
            ("list", list.join(", ").into()),
        ],
    ))
}
