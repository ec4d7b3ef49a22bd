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

pub use press::{Picture, Word};

/// Pages laid out, of which one makes a PDF, pictures and words.
pub struct Pages {
    document: typst_layout::PagedDocument,
    identity: String,
    today: String,
    replaced: Vec<char>,
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pages({}, {})", self.identity, self.count())
    }
}

impl Pages {
    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// Signs our typeface lacks, each once, replaced by a question mark.
    pub fn replaced(&self) -> &[char] {
        &self.replaced
    }

    /// Writes the pages as a tagged PDF/UA-1; the same pages and day give the same bytes.
    ///
    /// # Errors
    /// [`PaperError::Composition`].
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        press::pdf(&self.document, &self.identity, &self.today)
    }

    /// Draws a page, at so many pixels a point.
    pub fn picture(&self, page: usize, pixels_a_point: f32) -> Option<Picture> {
        let page = self.document.pages().get(page)?;
        Some(press::picture(page, pixels_a_point))
    }

    /// Lists what a page says and where, in the order it is read aloud.
    pub fn words(&self, page: usize) -> Vec<Word> {
        let page = self.document.pages().get(page);
        page.map_or_else(Vec::new, press::words)
    }

    /// Width and height of a page, in points.
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        let size = self.document.pages().get(page)?.frame.size();
        Some((size.x.to_pt(), size.y.to_pt()))
    }
}

/// Why nothing was printed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PaperError {
    /// The kit has no such persona.
    #[error(
        "Ce kit n’a pas de persona «\u{202f}{0}\u{202f}». Donnez son identifiant ou son code, par exemple {1}."
    )]
    NoSuchPersona(String, String),
    /// This kind has no page for one persona alone.
    #[error(
        "«\u{202f}{0}\u{202f}» ne s’imprime pas persona par persona. Retirez ce choix, ou demandez les fiches."
    )]
    NotByPersona(&'static str),
    /// Nothing of the kind is in the kit.
    #[error(
        "Il n’y a rien à imprimer\u{a0}: le kit n’a rien pour «\u{202f}{0}\u{202f}». Complétez-le, ou choisissez autre chose."
    )]
    Nothing(&'static str),
    /// The pages could not be laid out.
    #[error(
        "Les pages n’ont pas pu être composées. Rien n’a été écrit, le kit est intact. Signalez ce message à qui gère ce poste\u{a0}: {0}"
    )]
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

/// Lays out the pages of an order.
///
/// `today` is an ISO date; it is on the page and in the file.
///
/// # Errors
/// [`PaperError`]: a French sentence.
pub fn pages(kit: &Kit, order: &Order, today: &str) -> Result<Pages, PaperError> {
    let identity = format!("{}/{}/{order:?}/{today}", kit.id, kit.version);
    laid_out(order.kind, data::of(kit, order, today)?, identity, today)
}

/// Lays out the pages of an order and gives them as PDF.
///
/// # Errors
/// [`PaperError`]: a French sentence.
pub fn render(kit: &Kit, order: &Order, today: &str) -> Result<Vec<u8>, PaperError> {
    pages(kit, order, today)?.pdf()
}

/// Lays out the pages of a role play, each document as often as it is needed.
///
/// The small cards are four on a sheet, unless `format` is [`PaperFormat::A6`].
///
/// # Errors
/// [`PaperError`]: a French sentence.
pub fn pages_of_pack(pack: &Pack, format: PaperFormat, today: &str) -> Result<Pages, PaperError> {
    if pack.documents.iter().all(|document| document.copies == 0) {
        return Err(PaperError::Nothing(PrintKind::Workshop.label()));
    }
    let identity = format!("{}/{}/{}/{today}", pack.title, pack.origin, format.key());
    laid_out(PrintKind::Workshop, pack::of(pack, format), identity, today)
}

fn laid_out(
    kind: PrintKind,
    mut data: serde_json::Value,
    identity: String,
    today: &str,
) -> Result<Pages, PaperError> {
    let replaced = faces::keep_to_our_typeface(&mut data);
    let document = press::compose(template(kind), &data)?;
    Ok(Pages {
        document,
        identity,
        today: today.to_owned(),
        replaced,
    })
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
