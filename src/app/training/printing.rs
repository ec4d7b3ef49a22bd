//! « Imprimer »: what of the kit comes out on paper, seen before it is saved.
//!
//! It must never draw a page nor write a file: it asks, and shows what comes back.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::action::Effect;
use crate::domain::ids::PersonaId;
use crate::domain::kit::{Kit, Layer};
use crate::domain::print::{Order, Proof, is_by_persona, is_in_cards};
use crate::domain::vocab::{PaperFormat, PrintKind};

/// What is asked of the press, elsewhere.
#[derive(Clone, Debug)]
pub struct Printing {
    /// The kit in use.
    pub kit: Arc<Kit>,
    /// What of it.
    pub order: Order,
    /// What to do with the pages.
    pub wanted: Wanted,
}

impl PartialEq for Printing {
    fn eq(&self, other: &Self) -> bool {
        let same_kit =
            Arc::ptr_eq(&self.kit, &other.kit) || self.kit.content() == other.kit.content();
        same_kit && self.order == other.order && self.wanted == other.wanted
    }
}

/// What becomes of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// One is drawn, counted from 0; answered by [`PrintAction::Drawn`].
    Drawn(usize),
    /// They are written where a dialog says; answered by [`PrintAction::Written`].
    Written,
}

/// An intent of this page.
#[derive(Clone, Debug, PartialEq)]
pub enum PrintAction {
    /// Chooses what.
    Kind(PrintKind),
    /// Chooses the paper.
    Format(PaperFormat),
    /// Chooses one persona, or all.
    Persona(Option<PersonaId>),
    /// Turns to the page before or after.
    Turn(isize),
    /// Writes the pages where a dialog says.
    Save,
    /// A page came back, or a French sentence.
    Drawn(Order, usize, Result<Arc<Proof>, String>),
    /// The pages were written; `None` if the dialog said nothing.
    Written(Option<Result<PathBuf, String>>),
}

impl PrintAction {
    /// Says whether it comes from outside.
    pub const fn is_answer(&self) -> bool {
        matches!(self, Self::Drawn(..) | Self::Written(_))
    }
}

/// What is printed in training: a role play is prepared in the workshop, with its scenarios.
pub const KINDS: &[PrintKind] = &[
    PrintKind::Cards,
    PrintKind::Sheet,
    PrintKind::Cues,
    PrintKind::Questions,
    PrintKind::Situations,
    PrintKind::Note,
];

/// Everything of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Press {
    /// What is asked.
    pub order: Order,
    /// The page in view, from 0.
    pub page: usize,
    /// That page; the one before stays in view until it comes.
    pub proof: Option<Arc<Proof>>,
    /// Whether a page is on its way.
    pub drawing: bool,
    /// Whether a dialog is open or a file being written.
    pub saving: bool,
    /// Where the pages were written.
    pub written: Option<PathBuf>,
    /// What went wrong, as a French sentence.
    pub trouble: Option<String>,
}

impl Default for Press {
    fn default() -> Self {
        Self {
            order: Order::all(PrintKind::Cards, PaperFormat::A4),
            page: 0,
            proof: None,
            drawing: false,
            saving: false,
            written: None,
            trouble: None,
        }
    }
}

impl Press {
    /// The papers what is asked comes on.
    pub fn formats(&self) -> impl Iterator<Item = PaperFormat> {
        let in_cards = is_in_cards(self.order.kind);
        let all = PaperFormat::ALL.iter().copied();
        all.filter(move |format| in_cards || *format != PaperFormat::FourUp)
    }

    /// The personas one may ask for alone; none if what is asked has no page for each.
    pub fn personas<'kit>(&self, kit: &'kit Kit) -> Vec<(&'kit PersonaId, &'kit str)> {
        if !is_by_persona(self.order.kind) {
            return Vec::new();
        }
        let situations = self.order.kind == PrintKind::Situations;
        let personas = kit.personas.iter();
        personas
            .filter(|persona| !situations || persona.layer == Layer::Situation)
            .map(|persona| (&persona.id, persona.name.as_str()))
            .collect()
    }

    /// Chooses the card of one persona, on the paper chosen before.
    pub(super) fn choose_card(&mut self, persona: PersonaId) {
        self.order = Order {
            persona: Some(persona),
            ..Order::all(PrintKind::Cards, self.order.format)
        };
        self.page = 0;
        self.written = None;
        self.trouble = None;
    }

    /// Asks for the page in view.
    pub(super) fn draw(&mut self, kit: &Arc<Kit>) -> Vec<Effect> {
        self.drawing = true;
        self.ask(kit, Wanted::Drawn(self.page))
    }

    fn ask(&self, kit: &Arc<Kit>, wanted: Wanted) -> Vec<Effect> {
        vec![Effect::Print(Box::new(Printing {
            kit: kit.clone(),
            order: self.order.clone(),
            wanted,
        }))]
    }

    fn changed(&mut self, kit: &Arc<Kit>) -> Vec<Effect> {
        self.page = 0;
        self.written = None;
        self.trouble = None;
        // A choice that no longer goes with the others is dropped, never refused.
        let alone = self.order.persona.take();
        let known = |id: &PersonaId| self.personas(kit).iter().any(|(one, _)| *one == id);
        self.order.persona = alone.filter(known);
        if !self.formats().any(|format| format == self.order.format) {
            self.order.format = PaperFormat::A6;
        }
        self.draw(kit)
    }

    /// Carries out an intent of the page.
    pub(super) fn update(&mut self, kit: &Arc<Kit>, action: PrintAction) -> Vec<Effect> {
        match action {
            PrintAction::Kind(kind) => {
                self.order.kind = kind;
                return self.changed(kit);
            }
            PrintAction::Format(format) => {
                self.order.format = format;
                return self.changed(kit);
            }
            PrintAction::Persona(persona) => {
                self.order.persona = persona;
                return self.changed(kit);
            }
            PrintAction::Turn(by) => {
                let last = self
                    .proof
                    .as_ref()
                    .map_or(0, |proof| proof.pages.saturating_sub(1));
                let page = self.page.saturating_add_signed(by).min(last);
                if page != self.page {
                    self.page = page;
                    return self.draw(kit);
                }
            }
            PrintAction::Save if self.saving => {}
            PrintAction::Save => {
                self.saving = true;
                self.written = None;
                self.trouble = None;
                return self.ask(kit, Wanted::Written);
            }
            PrintAction::Drawn(order, page, drawn) => self.drawn(&order, page, drawn),
            PrintAction::Written(written) => {
                self.saving = false;
                match written {
                    Some(Ok(path)) => self.written = Some(path),
                    Some(Err(trouble)) => self.trouble = Some(trouble),
                    None => {}
                }
            }
        }
        Vec::new()
    }

    /// Takes a page, unless another was asked for meanwhile.
    fn drawn(&mut self, order: &Order, page: usize, drawn: Result<Arc<Proof>, String>) {
        if *order != self.order || page != self.page {
            return;
        }
        self.drawing = false;
        match drawn {
            Ok(proof) => self.proof = Some(proof),
            Err(trouble) => {
                self.proof = None;
                self.trouble = Some(trouble);
            }
        }
    }
}
