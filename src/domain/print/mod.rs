//! What of a kit is printed, as plain data, and the arithmetic of a sheet of paper.
//!
//! It exists so that the day the machine is down the work goes on with the same codes, in the same
//! order and towards the same lead as on the screen. It must never know how a page is drawn: that is
//! `paper`, which may not be in the build.

pub mod marks;
pub mod order;
pub mod triggers;

use super::ids::PersonaId;
use super::vocab::{Channel, PaperFormat, PrintKind};

/// What somebody asks to be printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Order {
    /// What.
    pub kind: PrintKind,
    /// On what paper.
    pub format: PaperFormat,
    /// One persona only, where there is one page each.
    pub persona: Option<PersonaId>,
    /// One channel only, where both have theirs.
    pub channel: Option<Channel>,
}

impl Order {
    /// Asks for all of a kind.
    pub fn all(kind: PrintKind, format: PaperFormat) -> Self {
        Self {
            kind,
            format,
            persona: None,
            channel: None,
        }
    }
}

/// One page as it will come out, to be looked at before it is printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Proof {
    /// How many pages there are; never 0.
    pub pages: usize,
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Red, green, blue and opacity of each, line by line.
    pub pixels: Vec<u8>,
    /// What the page says, in the order it is read aloud.
    pub words: String,
}

impl std::fmt::Debug for Proof {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            pages,
            width,
            height,
            ..
        } = self;
        write!(f, "Proof({pages}, {width} x {height})")
    }
}

/// Says whether a kind has a page for each persona, so that one can be asked for alone.
///
/// ```
/// use reflexe_personas::domain::{print, vocab::PrintKind};
/// assert!(print::is_by_persona(PrintKind::Cards));
/// assert!(!print::is_by_persona(PrintKind::Note));
/// ```
pub const fn is_by_persona(kind: PrintKind) -> bool {
    matches!(kind, PrintKind::Cards | PrintKind::Situations)
}

/// Says whether a kind comes in cards that four of make a sheet.
pub const fn is_in_cards(kind: PrintKind) -> bool {
    matches!(
        kind,
        PrintKind::Cards | PrintKind::Note | PrintKind::Workshop
    )
}

/// Gives the name a file is proposed under: what is printed, and how; nothing of a contact.
///
/// ```
/// use reflexe_personas::domain::print::{Order, file_name};
/// use reflexe_personas::domain::vocab::{PaperFormat, PrintKind};
/// let order = Order::all(PrintKind::Cards, PaperFormat::A6);
/// assert_eq!(file_name("mon-kit", &order), "mon-kit-fiches-personas-a6.pdf");
/// ```
pub fn file_name(kit: &str, order: &Order) -> String {
    let what = super::typography::fold(order.kind.label()).replace(' ', "-");
    let format = order.format.key();
    let persona = order
        .persona
        .as_ref()
        .map_or_else(String::new, |id| format!("-{id}"));
    format!("{kit}-{what}{persona}-{format}.pdf")
}
