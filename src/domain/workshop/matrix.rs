//! Levels as a table, cues and answers down, personas across, filled as fast as a spreadsheet.
//!
//! A [`Grid`] is what a screen shows: sorted, filtered, each cell in words and with its heat. Copy
//! and paste go through text, so that a spreadsheet can take part. It must never colour what it does
//! not also say.

mod bulk;
mod fresh;

pub use bulk::read;
pub(super) use bulk::{HEADINGS, find_about, headed};

use super::address::Element;
use super::levels::{About, Cell, level};
use super::refusal::Refusal;
use super::table::{BadCell, Pasted, cut};
use super::words::{self, UNWRITTEN, parse};
use crate::domain::ids::{FamilyId, PersonaId};
use crate::domain::kit::{KitContent, Layer, Level, Persona};
use crate::domain::spreadsheet::{Form, write};
use crate::domain::typography::fold;
use crate::domain::vocab::Channel;

/// What stands in the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// Cues.
    #[default]
    Cues,
    /// Answers of questions.
    Answers,
    /// Both.
    Both,
}

/// In which order the rows stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As in the kit.
    #[default]
    Kit,
    /// By label.
    Label,
    /// What tells personas apart most, first.
    Telling,
    /// What is most frequent with a persona, first.
    Persona(PersonaId),
}

/// Which rows and columns are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// What stands in the rows.
    pub rows: Rows,
    /// Their order.
    pub sort: Sort,
    /// Words to find in labels and codes, accents and capitals aside.
    pub text: String,
    /// One family only.
    pub family: Option<FamilyId>,
    /// One channel only.
    pub channel: Option<Channel>,
    /// Profiles or situations only.
    pub layer: Option<Layer>,
    /// These personas only; empty = all.
    pub personas: Vec<PersonaId>,
    /// Rows with a cell that is not written only.
    pub unwritten: bool,
}

/// A row's heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowHead {
    /// The cue or answer.
    pub about: About,
    /// Printed code of the cue, or of the question.
    pub code: String,
    /// Its label.
    pub label: String,
    /// Its family, or its question.
    pub group: String,
}

/// A column's heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnHead {
    /// The persona.
    pub persona: PersonaId,
    /// Its printed code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Profile or situation.
    pub layer: Layer,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CellView {
    /// The level written, if any.
    pub level: Option<Level>,
    /// The probability that counts; `None` = nothing is said of it.
    pub probability: Option<f64>,
    /// The level in words, or what stands for none.
    pub word: String,
    /// Heat, 0 (rarest) to 4; nothing said = 0.
    pub heat: u8,
}

/// A table of levels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Headings of rows.
    pub rows: Vec<RowHead>,
    /// Headings of columns.
    pub columns: Vec<ColumnHead>,
    /// Cells, row by row.
    pub cells: Vec<Vec<CellView>>,
}

impl Grid {
    /// Lays out the levels of a content.
    pub fn new(content: &KitContent, view: &View) -> Self {
        let personas = columns(content, view);
        let mut lines: Vec<(RowHead, Vec<CellView>)> = heads(content, view)
            .into_iter()
            .map(|head| {
                let cells = personas.iter().map(|p| cell(content, p, &head.about));
                let cells = cells.collect();
                (head, cells)
            })
            .filter(|(_, cells): &(_, Vec<CellView>)| {
                !view.unwritten || cells.iter().any(|cell| cell.level.is_none())
            })
            .collect();
        sort(&mut lines, &view.sort, &personas);
        let (rows, cells) = lines.into_iter().unzip();
        Self {
            rows,
            columns: personas
                .iter()
                .map(|p| ColumnHead {
                    persona: p.id.clone(),
                    code: p.code.clone(),
                    name: p.name.clone(),
                    layer: p.layer,
                })
                .collect(),
            cells,
        }
    }

    /// The cell at a place, to be set.
    pub fn at(&self, row: usize, column: usize, level: Option<Level>) -> Option<Cell> {
        Some(Cell {
            persona: self.columns.get(column)?.persona.clone(),
            about: self.rows.get(row)?.about.clone(),
            level,
        })
    }

    /// A block as text that a spreadsheet takes: rows and columns from the first to the last named.
    pub fn copy(&self, rows: (usize, usize), columns: (usize, usize)) -> String {
        let lines: Vec<Vec<String>> = self
            .cells
            .iter()
            .take(rows.1.saturating_add(1))
            .skip(rows.0)
            .map(|line| {
                line.iter()
                    .take(columns.1.saturating_add(1))
                    .skip(columns.0)
                    .map(|cell| match cell.level {
                        Some(level) => words::word(level),
                        None => UNWRITTEN.to_owned(),
                    })
                    .collect()
            })
            .collect();
        write(&lines, Form::Clipboard)
    }

    /// Reads a block pasted with its first cell at a place; empty cells leave what is there.
    ///
    /// # Errors
    /// A [`Refusal`] if the text is no table.
    pub fn paste(&self, row: usize, column: usize, text: &str) -> Result<Pasted, Refusal> {
        let mut pasted = Pasted::default();
        for (down, line) in cut(text)?.into_iter().enumerate() {
            for (across, found) in line.into_iter().enumerate() {
                let (head, over) = (self.rows.get(row + down), self.columns.get(column + across));
                let bad = |expected: &str| BadCell {
                    line: down + 1,
                    column: across + 1,
                    row: head.map_or_else(String::new, |head| head.label.clone()),
                    heading: over.map_or_else(String::new, |over| over.name.clone()),
                    found: found.clone(),
                    expected: expected.to_owned(),
                };
                if found.is_empty() {
                    continue;
                }
                let (Some(head), Some(over)) = (head, over) else {
                    pasted
                        .bad
                        .push(bad("une case du tableau : le bloc collé en sort"));
                    continue;
                };
                match parse(&found) {
                    Ok(level) => pasted.good.push(Cell {
                        persona: over.persona.clone(),
                        about: head.about.clone(),
                        level,
                    }),
                    Err(expected) => pasted.bad.push(bad(expected)),
                }
            }
        }
        Ok(pasted)
    }
}

/// The personas that a view keeps, in kit order.
fn columns<'k>(content: &'k KitContent, view: &View) -> Vec<&'k Persona> {
    content
        .personas
        .iter()
        .filter(|p| view.layer.is_none_or(|layer| p.layer == layer))
        .filter(|p| view.personas.is_empty() || view.personas.contains(&p.id))
        .collect()
}

/// Headings of the rows that a view keeps, in kit order.
fn heads(content: &KitContent, view: &View) -> Vec<RowHead> {
    let on = |channels: &[Channel]| {
        view.channel
            .is_none_or(|channel| channels.contains(&channel))
    };
    let of = |family: Option<&FamilyId>| {
        view.family
            .as_ref()
            .is_none_or(|wanted| family == Some(wanted))
    };
    let mut heads = Vec::new();
    if view.rows != Rows::Answers {
        let cues = content.cues.iter();
        let shown = cues.filter(|cue| on(&cue.channels) && of(Some(&cue.family)));
        heads.extend(shown.map(|cue| RowHead {
            about: About::Cue(cue.id.clone()),
            code: cue.code.clone(),
            label: Element::Cue(cue.id.clone()).title(content),
            group: Element::Family(cue.family.clone()).title(content),
        }));
    }
    if view.rows != Rows::Cues {
        let questions = content.questions.iter();
        for question in questions.filter(|q| on(&q.channels) && of(q.family.as_ref())) {
            heads.extend(question.answers.iter().map(|answer| RowHead {
                about: About::Answer(question.id.clone(), answer.id.clone()),
                code: question.code.clone(),
                label: answer.text.clone(),
                group: question.ask.clone(),
            }));
        }
    }
    let wanted = fold(&view.text);
    heads.retain(|head| {
        let said = fold(&format!("{} {} {}", head.code, head.label, head.group));
        wanted.split_whitespace().all(|word| said.contains(word))
    });
    heads
}

fn cell(content: &KitContent, persona: &Persona, about: &About) -> CellView {
    let written = level(persona, about);
    // What is left out means something else for a cue, an answer and a situation.
    let meant = written.or_else(|| match about {
        About::Cue(_) if persona.layer == Layer::Profile => Some(Level::VeryRare),
        About::Answer(question, _) if persona.answers.iter().any(|(id, _)| id == question) => {
            Some(Level::VeryRare)
        }
        _ => None,
    });
    let probability = meant.map(|level| content.levels.probability(level));
    CellView {
        level: written,
        probability,
        word: meant.map_or_else(|| UNWRITTEN.to_owned(), words::word),
        heat: probability.map_or(0, |p| heat(content, p)),
    }
}

/// The highest of the five words that a probability reaches.
fn heat(content: &KitContent, p: f64) -> u8 {
    let levels = &content.levels;
    [
        levels.rare,
        levels.possible,
        levels.frequent,
        levels.typical,
    ]
    .iter()
    .map(|threshold| u8::from(p >= *threshold))
    .sum()
}

fn sort(lines: &mut [(RowHead, Vec<CellView>)], by: &Sort, personas: &[&Persona]) {
    let chance = |cell: &CellView| cell.probability.unwrap_or(0.0);
    match by {
        Sort::Kit => {}
        Sort::Label => lines.sort_by_cached_key(|(head, _)| fold(&head.label)),
        Sort::Telling => {
            // Only profiles compete: a situation tells nothing apart.
            let spread = |cells: &[CellView]| {
                let all = cells
                    .iter()
                    .zip(personas)
                    .filter(|(_, p)| p.layer == Layer::Profile)
                    .map(|(cell, _)| chance(cell));
                let (low, high) = all.fold((1.0_f64, 0.0_f64), |(low, high), p| {
                    (low.min(p), high.max(p))
                });
                high - low
            };
            lines.sort_by(|a, b| spread(&b.1).total_cmp(&spread(&a.1)));
        }
        Sort::Persona(id) => {
            let at = personas.iter().position(|p| &p.id == id);
            let of = |cells: &[CellView]| at.and_then(|at| cells.get(at)).map_or(0.0, chance);
            lines.sort_by(|a, b| of(&b.1).total_cmp(&of(&a.1)));
        }
    }
}

#[cfg(test)]
mod tests;
