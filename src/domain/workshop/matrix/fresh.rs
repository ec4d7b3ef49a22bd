//! A table of levels brought up to date where it stands.
//!
//! Rows that one is filling in must never move under one's hands: cells change in place, and the
//! order is only made anew when somebody asks for it.

use super::{Grid, View, cell, heads};
use crate::domain::kit::{KitContent, Persona};
use crate::domain::workshop::levels::About;

impl Grid {
    /// Reads the cells again where they stand; gives how many changed, or `None` if a row or a
    /// column has come or gone, and the table is to be laid out anew.
    pub fn reread(&mut self, content: &KitContent, view: &View) -> Option<usize> {
        // Rows that were left aside because they are filled in are no reason to begin again.
        let known = heads(content, view);
        let all_there = self.rows.iter().all(|row| known.contains(row));
        if !all_there || (!view.unwritten && known.len() != self.rows.len()) {
            return None;
        }
        let personas: Vec<&Persona> = super::columns(content, view);
        let same = |(persona, head): (&&Persona, &super::ColumnHead)| {
            persona.id == head.persona && persona.name == head.name
        };
        if personas.len() != self.columns.len() || !personas.iter().zip(&self.columns).all(same) {
            return None;
        }
        let mut changed = 0;
        for (row, cells) in self.rows.iter().zip(&mut self.cells) {
            for (persona, old) in personas.iter().zip(cells) {
                let new = cell(content, persona, &row.about);
                if *old != new {
                    *old = new;
                    changed += 1;
                }
            }
        }
        Some(changed)
    }

    /// Where something stands, by persona and cue or answer.
    pub fn find(
        &self,
        persona: &crate::domain::ids::PersonaId,
        about: &About,
    ) -> Option<(usize, usize)> {
        let row = self.rows.iter().position(|row| &row.about == about)?;
        let column = self.columns.iter().position(|c| &c.persona == persona)?;
        Some((row, column))
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::kit::Level;
    use crate::domain::workshop::matrix::{Grid, Rows, Sort, View};
    use crate::domain::workshop::testing::content;
    use crate::domain::workshop::{About, Cell, Edit, Element, apply};

    #[test]
    fn an_edit_changes_its_cell_and_moves_no_row() {
        let mut content = content();
        let view = View {
            rows: Rows::Cues,
            sort: Sort::Persona("pas-a-pas".into()),
            ..View::default()
        };
        let mut grid = Grid::new(&content, &view);
        let (rows, about) = (grid.rows.clone(), grid.rows[0].about.clone());
        let cell = Cell {
            persona: "pas-a-pas".into(),
            about: about.clone(),
            level: Some(Level::P(0.01)),
        };
        apply(&mut content, &Edit::Levels(vec![cell])).unwrap();
        assert_eq!(grid.reread(&content, &view), Some(1));
        assert_eq!(grid.rows, rows);
        assert_eq!(grid.reread(&content, &view), Some(0));
        let (row, column) = grid.find(&"pas-a-pas".into(), &about).unwrap();
        assert_eq!(grid.cells[row][column].level, Some(Level::P(0.01)));
        assert_ne!(Grid::new(&content, &view).rows[0].about, about);
    }

    #[test]
    fn a_row_that_goes_is_a_reason_to_begin_again() {
        let mut content = content();
        let view = View::default();
        let mut grid = Grid::new(&content, &view);
        let cue = match &grid.rows[0].about {
            About::Cue(cue) => cue.clone(),
            About::Answer(..) => unreachable!(),
        };
        apply(&mut content, &Edit::Delete(Element::Cue(cue))).unwrap();
        assert_eq!(grid.reread(&content, &view), None);
    }
}
