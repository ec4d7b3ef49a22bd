//! Going to what something is about: a field of a sheet, a level in its table, a case among cases.
//!
//! It must never change the draft: it only turns pages.

use super::bench::Shown;
use super::{Message, Spot, WorkshopState};
use crate::domain::ids::PersonaId;
use crate::domain::workshop::desk::Done;
use crate::domain::workshop::{About, Desk, Edit, Element, Field, Index, Name};

/// The level that a field is, if it is one; of all the levels of a card, the first one written.
fn cell_of(field: &Field, desk: &Desk) -> Option<(PersonaId, About)> {
    let Element::Persona(id) = &field.element else {
        return None;
    };
    let persona = desk.content().personas.iter().find(|p| &p.id == id)?;
    let about = match (&field.name, &field.index) {
        (Name::Cues, Index::Cue(cue)) => About::Cue(cue.clone()),
        (Name::Cues, _) => {
            let cue = persona.cues.first().map(|(id, _)| id);
            About::Cue(cue.or(desk.content().cues.first().map(|c| &c.id))?.clone())
        }
        (Name::Answers, Index::Answer(question, answer)) => {
            About::Answer(question.clone(), answer.clone())
        }
        (Name::Answers, index) => {
            let mut questions = desk.content().questions.iter();
            let question = questions.find(|question| match index {
                Index::Question(id) => &question.id == id,
                _ => persona.answers.iter().any(|(id, _)| id == &question.id),
            })?;
            About::Answer(question.id.clone(), question.answers.first()?.id.clone())
        }
        _ => return None,
    };
    Some((id.clone(), about))
}

impl WorkshopState {
    /// Goes where something is changed, and brings it forward.
    pub(super) fn go_to(&mut self, field: Field) {
        self.message = None;
        let cell = self.desk.as_deref().and_then(|desk| cell_of(&field, desk));
        if let Some((persona, about)) = cell {
            self.go(Spot::Levels);
            if let Some(desk) = self.desk.as_deref() {
                self.levels.show(&persona, &about, desk);
            }
            return;
        }
        self.go(Spot::of(&field.element));
        if let Element::Case(at) = field.element {
            self.bench.building = None;
            self.bench.cause = None;
            self.bench.shown = Shown::All;
            self.bench.open = Some(at);
        }
        self.wish_for(field);
    }
}

/// Undoes or does again, and shows what came back.
pub(super) fn undo(workshop: &mut WorkshopState, back: bool) {
    let Some(desk) = &mut workshop.desk else {
        return;
    };
    workshop.asked = None;
    let field = |done: Option<&Done>| match done.map(|d| &d.edit) {
        Some(Edit::Set { field, .. }) => Some(field.clone()),
        _ => None,
    };
    let touched = if back {
        field(desk.history().last())
    } else {
        None
    };
    let label = if back { desk.undo() } else { desk.redo() };
    let Some(label) = label else {
        return;
    };
    if let Some((base, hash)) = workshop.sharing.base_of(&label, back) {
        desk.rebase((*base).clone(), &hash);
        workshop.base = base;
        workshop.refreshed = None;
    }
    let touched = touched.or_else(|| {
        if back {
            None
        } else {
            field(desk.history().last())
        }
    });
    // What comes back must be seen coming back.
    let elsewhere = touched
        .map(|field| Spot::of(&field.element))
        .filter(|spot| *spot != workshop.spot && workshop.spot != Spot::Home);
    if let Some(spot) = elsewhere {
        workshop.go(spot);
    }
    workshop.message = Some(if back {
        Message::Undone(label)
    } else {
        Message::Redone(label)
    });
}

/// Goes back one place, closing first what is open on the page.
pub(super) fn back(workshop: &mut WorkshopState) {
    workshop.message = None;
    if workshop.spot == Spot::Create && workshop.asked.is_none() && workshop.creating.back() {
        return;
    }
    let closed = match workshop.spot {
        Spot::Levels => workshop.asked.is_none() && workshop.levels.back(),
        Spot::Bench => workshop.asked.is_none() && workshop.bench.back(),
        _ => workshop.asked.is_none() && workshop.sharing.back(),
    };
    if closed {
        return;
    }
    // Escape goes from a sheet to its list before it leaves the room, where a list is a page.
    workshop.back();
}
