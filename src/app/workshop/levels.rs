//! Levels as a table being filled in: which cells are shown, where one stands, what is pasted.
//!
//! What a key does is decided here, so that it holds without a window. Cells change in place and
//! never move under one's hands. It must never set a level nobody asked for, and each gesture is one
//! thing to undo.

mod pasting;

use crate::domain::ids::{FamilyId, PersonaId};
use crate::domain::kit::{KitContent, Level};
use crate::domain::vocab::Channel;
use crate::domain::workshop::matrix::{Grid, Rows, Sort, View};
use crate::domain::workshop::table::Take;
use crate::domain::workshop::{About, Cell, Desk, Edit, Refusal};

pub use pasting::{Change, Pasting, Read};

/// A cell's place in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
}

/// A choice of what is shown, open for the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Every choice, where there is room for one button only.
    All,
    /// The families.
    Family,
    /// The personas.
    Personas,
    /// The order.
    Sort,
}

/// An intent about the table of levels.
#[derive(Clone, Debug, PartialEq)]
pub enum LevelsAction {
    /// Goes some rows down and columns right; extending what is selected, or not.
    Move {
        /// Rows down, negative for up.
        down: isize,
        /// Columns right, negative for left.
        right: isize,
        /// Whether the selection follows.
        extend: bool,
    },
    /// Goes to a cell; extending what is selected, or not.
    Pick(Place, bool),
    /// Selects every cell.
    All,
    /// Sets the level of what is selected; `None` = not written any more.
    Put(Option<Level>),
    /// Copies what is selected.
    Copy,
    /// Pastes a text where one stands.
    Paste(String),
    /// Opens the place where a table is pasted.
    OpenPaste,
    /// Changes the table being pasted.
    PasteText(String),
    /// Takes the table being pasted.
    TakePaste(Take),
    /// Opens or closes a choice.
    Menu(Option<Menu>),
    /// Shows cues, answers or both.
    Rows(Rows),
    /// Shows one family, or all.
    Family(Option<FamilyId>),
    /// Shows one channel, or all.
    Channel(Option<Channel>),
    /// Shows a persona, or leaves it out; none = all.
    Persona(PersonaId),
    /// Shows every persona.
    EveryPersona,
    /// Puts the rows in an order.
    Sort(Sort),
    /// Shows rows that hold these words.
    Find(String),
    /// Shows only rows where something is not written.
    Unwritten(bool),
    /// Shows everything.
    Everything,
}

/// The table of levels.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    view: View,
    grid: Grid,
    /// The draft it was read from.
    read: Option<u64>,
    /// How often it was laid out, and how many cells were drawn anew since, for tests.
    layouts: usize,
    redrawn: usize,
    cursor: Place,
    /// The other corner of what is selected.
    anchor: Place,
    /// The choice that is open.
    pub menu: Option<Menu>,
    /// The table being pasted.
    pub pasting: Option<Pasting>,
}

impl Levels {
    /// Which rows and columns are shown.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The table.
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// Where one stands.
    pub fn cursor(&self) -> Place {
        self.cursor
    }

    /// Counts layouts of the whole table, then cells that changed in place.
    pub fn counts(&self) -> (usize, usize) {
        (self.layouts, self.redrawn)
    }

    /// The first and last row, then the first and last column of what is selected.
    pub fn selected(&self) -> ((usize, usize), (usize, usize)) {
        let (a, b) = (self.cursor, self.anchor);
        (
            (a.row.min(b.row), a.row.max(b.row)),
            (a.column.min(b.column), a.column.max(b.column)),
        )
    }

    /// Says whether a cell is selected.
    pub fn is_selected(&self, place: Place) -> bool {
        let (rows, columns) = self.selected();
        (rows.0..=rows.1).contains(&place.row) && (columns.0..=columns.1).contains(&place.column)
    }

    /// Says whether more than a cell is selected.
    pub fn is_block(&self) -> bool {
        self.cursor != self.anchor
    }

    /// What is selected, as a spreadsheet takes it.
    pub fn copied(&self) -> String {
        let (rows, columns) = self.selected();
        self.grid.copy(rows, columns)
    }

    /// Brings the table up to date with the draft, where it stands.
    pub(super) fn refresh(&mut self, desk: &Desk) {
        if self.read == Some(desk.revision()) {
            return;
        }
        let fits = self
            .read
            .and_then(|_| self.grid.reread(desk.content(), &self.view));
        match fits {
            Some(changed) => {
                self.redrawn += changed;
                self.read = Some(desk.revision());
            }
            None => self.lay_out(desk.content(), desk.revision()),
        }
    }

    /// Lays the table out; one stays on the same cell if it is still there.
    fn lay_out(&mut self, content: &KitContent, revision: u64) {
        let stood = self.grid.at(self.cursor.row, self.cursor.column, None);
        self.grid = Grid::new(content, &self.view);
        self.read = Some(revision);
        self.layouts += 1;
        let found = stood.and_then(|cell| self.grid.find(&cell.persona, &cell.about));
        let (row, column) = found.unwrap_or_default();
        self.cursor = Place { row, column };
        self.anchor = self.cursor;
    }

    fn last(&self) -> Place {
        Place {
            row: self.grid.rows.len().saturating_sub(1),
            column: self.grid.columns.len().saturating_sub(1),
        }
    }

    fn go(&mut self, to: Place, extend: bool) {
        let last = self.last();
        self.cursor = Place {
            row: to.row.min(last.row),
            column: to.column.min(last.column),
        };
        if !extend {
            self.anchor = self.cursor;
        }
    }

    /// The cells selected, each with this level.
    fn filled(&self, level: Option<Level>) -> Vec<Cell> {
        let (rows, columns) = self.selected();
        (rows.0..=rows.1)
            .flat_map(|row| (columns.0..=columns.1).map(move |column| (row, column)))
            .filter_map(|(row, column)| self.grid.at(row, column, level))
            .collect()
    }

    /// Goes to the cell of a persona, shown again if it was left out.
    pub(super) fn show(&mut self, persona: &PersonaId, about: &About, desk: &Desk) {
        self.refresh(desk);
        if self.grid.find(persona, about).is_none() {
            self.view = View {
                rows: match about {
                    About::Cue(_) => Rows::Cues,
                    About::Answer(..) => Rows::Answers,
                },
                ..View::default()
            };
            self.lay_out(desk.content(), desk.revision());
        }
        let (row, column) = self.grid.find(persona, about).unwrap_or_default();
        self.go(Place { row, column }, false);
    }

    /// Closes what is open, then lets go of the selection; says whether there was any of it.
    pub(super) fn back(&mut self) -> bool {
        if self.pasting.take().is_some() || self.menu.take().is_some() {
            return true;
        }
        let block = self.is_block();
        self.anchor = self.cursor;
        block
    }

    /// Changes what is shown.
    fn look(&mut self, action: LevelsAction) {
        let view = &mut self.view;
        match action {
            LevelsAction::Rows(rows) => {
                // A family of cues is none of the answers.
                view.family = None;
                view.rows = rows;
            }
            LevelsAction::Family(family) => view.family = family,
            LevelsAction::Channel(channel) => view.channel = channel,
            LevelsAction::Persona(id) => {
                match view.personas.iter().position(|shown| *shown == id) {
                    Some(at) => {
                        view.personas.remove(at);
                    }
                    None => view.personas.push(id),
                }
            }
            LevelsAction::EveryPersona => view.personas.clear(),
            LevelsAction::Sort(sort) => view.sort = sort,
            LevelsAction::Find(words) => view.text = words,
            LevelsAction::Unwritten(only) => view.unwritten = only,
            LevelsAction::Everything => {
                *view = View {
                    rows: view.rows,
                    sort: std::mem::take(&mut view.sort),
                    ..View::default()
                };
            }
            _ => {}
        }
    }

    /// Carries out an intent; gives the edit it makes, if any.
    pub(super) fn act(
        &mut self,
        action: LevelsAction,
        desk: &Desk,
    ) -> Result<Option<Edit>, Refusal> {
        self.refresh(desk);
        match action {
            LevelsAction::Move {
                down,
                right,
                extend,
            } => {
                let to = Place {
                    row: self.cursor.row.saturating_add_signed(down),
                    column: self.cursor.column.saturating_add_signed(right),
                };
                self.go(to, extend);
            }
            LevelsAction::Pick(place, extend) => self.go(place, extend),
            LevelsAction::All => {
                self.anchor = Place::default();
                self.cursor = self.last();
            }
            LevelsAction::Put(level) => {
                let cells = self.filled(level);
                return Ok((!cells.is_empty()).then_some(Edit::Levels(cells)));
            }
            LevelsAction::Copy => {}
            LevelsAction::Menu(menu) => self.menu = menu,
            LevelsAction::OpenPaste => {
                self.menu = None;
                self.pasting = Some(Pasting::default());
            }
            LevelsAction::PasteText(text) => {
                self.pasting = Some(Pasting::of(text, self, desk.content()));
            }
            LevelsAction::Paste(text) => return self.paste(text, desk),
            LevelsAction::TakePaste(take) => return self.take(take),
            look => {
                self.look(look);
                self.lay_out(desk.content(), desk.revision());
            }
        }
        Ok(None)
    }

    /// A block whose cells are all good is taken at once; a table, or a bad cell, is shown first.
    fn paste(&mut self, text: String, desk: &Desk) -> Result<Option<Edit>, Refusal> {
        let pasting = Pasting::of(text, self, desk.content());
        let Some(Read::Block(pasted)) = &pasting.read else {
            self.pasting = Some(pasting);
            return Ok(None);
        };
        if !pasted.bad.is_empty() || pasted.good.is_empty() {
            self.pasting = Some(pasting);
            return Ok(None);
        }
        // One level over a selection fills it, as a spreadsheet does.
        if let [only] = pasted.good.as_slice()
            && self.is_block()
        {
            return Ok(Some(Edit::Levels(self.filled(only.level))));
        }
        let edit = pasted.edit(Take::All)?;
        if let Some(last) = pasted.good.last()
            && let Some((row, column)) = self.grid.find(&last.persona, &last.about)
        {
            let (rows, columns) = self.selected();
            self.anchor = Place {
                row: rows.0,
                column: columns.0,
            };
            self.cursor = Place { row, column };
        }
        Ok(Some(edit))
    }

    fn take(&mut self, take: Take) -> Result<Option<Edit>, Refusal> {
        let Some(pasting) = &self.pasting else {
            return Ok(None);
        };
        let edit = match &pasting.read {
            Some(Read::Table(pasted) | Read::Block(pasted)) => pasted.edit(take)?,
            Some(Read::Refused(refusal)) => return Err(refusal.clone()),
            None => return Ok(None),
        };
        self.pasting = None;
        Ok(Some(edit))
    }
}
