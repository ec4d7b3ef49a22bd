//! Remarks on the texts of the kit: left from a card while no interview is under way, read in the workshop.
//!
//! It must never offer to leave one from inside a contact, nor keep words that were not left.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::ids::PersonaId;
use crate::domain::remark::{Left, Remark, Standing, Unfit, Week};
use crate::domain::workshop::{Element, Field, Name, Value, fields};

use super::action::Effect;
use super::local::ours;
use super::state::{Overlay, State};
use super::training::Spot;
use super::workshop::sharing::{OursAnswer, OursWork, RemarkDeed, Words};

/// An intent about remarks.
#[derive(Clone, Debug, PartialEq)]
pub enum RemarkAction {
    /// Begins one on the card of a persona.
    Begin(PersonaId),
    /// Says which text it is about.
    Choose(Field),
    /// What is typed.
    Type(String),
    /// Puts masks where the guard asks for them.
    Mask,
    /// Leaves it.
    Leave,
    /// Leaves none.
    GiveUp,
    /// Reads what was left.
    Look,
    /// Marks one as read, or as to be read again.
    Mark(PathBuf, bool),
}

/// A remark being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// The card it is about.
    pub persona: PersonaId,
    /// The text it is about.
    pub field: Field,
    /// What is typed so far.
    pub text: String,
    /// Why it cannot be left so.
    pub unfit: Option<Unfit>,
}

/// What became of the last one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It is on its way.
    Going,
    /// It was left.
    Left(Left),
    /// It was not; why, as a French sentence.
    Failed(String),
}

/// Everything of it.
#[derive(Clone, Debug, Default)]
pub struct Remarks {
    /// The one being written.
    pub writing: Option<Writing>,
    /// What became of the last one.
    pub sent: Option<Sent>,
    /// Those that were left, as far as the workshop has read them.
    pub standing: Vec<Standing>,
    /// How many were damaged and put aside.
    pub damaged: usize,
    /// What went wrong when they were read.
    pub trouble: Option<String>,
}

impl Remarks {
    /// Those on a text that nobody marked as read.
    pub fn unread_of<'r>(&'r self, field: &'r Field) -> impl Iterator<Item = &'r Standing> {
        let whole = field.whole();
        let of = self.standing.iter();
        of.filter(move |s| !s.read && *s.remark.field() == whole)
    }

    /// Counts those that nobody marked as read.
    pub fn unread(&self) -> usize {
        self.standing.iter().filter(|s| !s.read).count()
    }
}

/// The texts of a card that say something, in the order of the card.
pub fn texts(state: &State, persona: &PersonaId) -> Vec<Field> {
    let element = Element::Persona(persona.clone());
    let names = [
        Name::Essence,
        Name::Say,
        Name::Avoid,
        Name::Motivations,
        Name::Obstacles,
        Name::ConfusedWith,
        Name::Name,
    ];
    let says = |field: &Field| match fields::read(state.kit.content(), field) {
        Some(Value::Text(text)) => !text.is_empty(),
        Some(list) => list.lines().is_some_and(|lines| lines > 0),
        None => false,
    };
    let all = names
        .into_iter()
        .map(|name| Field::new(element.clone(), name));
    all.filter(says).collect()
}

impl State {
    /// Says whether a remark may be left: no interview is under way.
    pub fn may_remark(&self) -> bool {
        self.session.is_blank() && self.parked.is_none() && self.found.is_none()
    }

    /// Says whether a card is in view, over the panel or in the library.
    pub(super) fn reads_a_card(&self) -> bool {
        match &self.overlay {
            Some(overlay) => matches!(overlay, Overlay::Card(_)),
            None => self.training.shown && matches!(self.training.spot(), Spot::Cards(_)),
        }
    }

    /// Asks what was left.
    pub fn look_for_remarks(&self) -> Effect {
        deed(self, None)
    }

    /// A layer that closes takes what was typed along.
    pub(super) fn forget_remark(&mut self) {
        self.remarks.writing = None;
        self.remarks.sent = None;
    }
}

fn deed(state: &State, deed: Option<RemarkDeed>) -> Effect {
    let words = Words(Arc::new(state.guard().clone()));
    ours(
        state.settings.published_folder.clone(),
        OursWork::Remarks(words, deed),
    )
}

/// Erases one, once the answer is yes.
pub(super) fn erase(state: &State, path: PathBuf) -> Effect {
    deed(state, Some(RemarkDeed::Erase(path)))
}

/// Carries out an intent.
pub(super) fn apply(state: &mut State, action: RemarkAction) -> Vec<Effect> {
    match action {
        RemarkAction::Begin(persona) => {
            state.remarks.sent = None;
            let first = texts(state, &persona).into_iter().next();
            if let Some(field) = first.filter(|_| state.may_remark()) {
                state.remarks.writing = Some(Writing {
                    persona,
                    field,
                    text: String::new(),
                    unfit: None,
                });
            }
        }
        RemarkAction::Choose(field) => {
            if let Some(writing) = &mut state.remarks.writing {
                writing.field = field;
            }
        }
        RemarkAction::Type(text) => {
            if let Some(writing) = &mut state.remarks.writing {
                writing.text = text;
                writing.unfit = None;
            }
        }
        RemarkAction::Mask => {
            if let Some(writing) = &mut state.remarks.writing
                && let Some(Unfit::Orange(_, masked)) = writing.unfit.take()
            {
                writing.text = masked;
            }
        }
        RemarkAction::Leave => return leave(state),
        RemarkAction::GiveUp => state.forget_remark(),
        RemarkAction::Look => return vec![state.look_for_remarks()],
        RemarkAction::Mark(path, read) => {
            return vec![deed(state, Some(RemarkDeed::Mark(path, read)))];
        }
    }
    Vec::new()
}

fn leave(state: &mut State) -> Vec<Effect> {
    if !state.may_remark() {
        state.forget_remark();
        return Vec::new();
    }
    let Some(writing) = &state.remarks.writing else {
        return Vec::new();
    };
    let kit = state.bare_kit().id.clone();
    let week = Week::of(&state.today);
    let made = Remark::new(&kit, &writing.field, &writing.text, week, state.guard());
    match made {
        Err(unfit) => {
            if let Some(writing) = &mut state.remarks.writing {
                writing.unfit = Some(unfit);
            }
            Vec::new()
        }
        Ok(remark) => {
            state.remarks.sent = Some(Sent::Going);
            let folder = state.settings.published_folder.clone();
            vec![ours(folder, OursWork::Leave(Box::new(remark)))]
        }
    }
}

/// Takes an answer of the disk; gives back what is not its own.
pub(super) fn answered(state: &mut State, answer: OursAnswer) -> Option<OursAnswer> {
    let remarks = &mut state.remarks;
    match answer {
        OursAnswer::Left(Ok(left)) => {
            if remarks.sent.is_some() {
                remarks.sent = Some(Sent::Left(left));
            }
            remarks.writing = None;
        }
        OursAnswer::Left(Err(why)) => remarks.sent = Some(Sent::Failed(why)),
        OursAnswer::Remarks(Ok((standing, damaged))) => {
            remarks.standing = standing;
            remarks.damaged += damaged;
            remarks.trouble = None;
        }
        OursAnswer::Remarks(Err(why)) => remarks.trouble = Some(why),
        OursAnswer::Silent(why) if remarks.sent == Some(Sent::Going) => {
            remarks.sent = Some(Sent::Failed(why));
        }
        other => return Some(other),
    }
    None
}
