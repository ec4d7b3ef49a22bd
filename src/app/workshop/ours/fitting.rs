//! What the layer of a structure can hold: edits bent to it, and the others taken back.
//!
//! It must never let an edit through that the layer cannot hold: the draft would say more than agents
//! get.

use crate::app::workshop::{WorkshopAction, WorkshopState};
use crate::domain::kit::KitContent;
use crate::domain::workshop::{Edit, Element};

/// A copy that stands last of its kind.
pub(in crate::app::workshop) fn put_last(copied: Edit, of: &Element, last: usize) -> Edit {
    let Edit::Duplicate { id, .. } = &copied else {
        return copied;
    };
    let element = of.renamed(id);
    Edit::Together(vec![copied, Edit::Move { element, to: last }])
}

/// A new card without the situations that test it, which are the kit's; it stands last.
pub(in crate::app::workshop) fn alone(edit: Edit, content: &KitContent) -> Edit {
    let Edit::Together(edits) = edit else {
        return edit;
    };
    let card = edits.into_iter().find_map(|edit| match edit {
        Edit::Add { item, .. } => Some(item),
        _ => None,
    });
    match card {
        Some(card) => Edit::append(content, card),
        None => Edit::Together(Vec::new()),
    }
}

/// Says whether an intent asks for something that cannot be local, before it is carried out.
pub(in crate::app::workshop) fn is_kept_out(
    workshop: &WorkshopState,
    action: &WorkshopAction,
) -> bool {
    let (WorkshopAction::Edit(Edit::Set { field, .. })
    | WorkshopAction::InsertLine(field, _)
    | WorkshopAction::RemoveLine(field, _)
    | WorkshopAction::MoveLine(field, ..)) = action
    else {
        return false;
    };
    !workshop.ours.may_fill(field)
}

/// After an intent: what the layer cannot hold is taken back. Gives whether it was.
pub(in crate::app::workshop) fn takes_back(
    workshop: &mut WorkshopState,
    judged: Judged,
    before: u64,
) -> bool {
    let ours = &workshop.ours;
    let Some(desk) = workshop.desk.as_mut().filter(|_| ours.is_on()) else {
        return false;
    };
    if judged == Judged::Already || desk.revision() == before {
        return false;
    }
    let (_, left) = ours.layer.record(&ours.bare, desk.content());
    if left.is_empty() {
        return false;
    }
    desk.refuse_last();
    true
}

/// Whether what an intent does is known to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app::workshop) enum Judged {
    /// It does: a field that may be filled in, or what was done before.
    Already,
    /// It is to be seen.
    After,
}

impl Judged {
    pub(in crate::app::workshop) fn of(action: &WorkshopAction) -> Self {
        match action {
            WorkshopAction::Edit(Edit::Set { .. })
            | WorkshopAction::InsertLine(..)
            | WorkshopAction::RemoveLine(..)
            | WorkshopAction::MoveLine(..)
            | WorkshopAction::Undo
            | WorkshopAction::Redo
            | WorkshopAction::Seal => Self::Already,
            _ => Self::After,
        }
    }
}
