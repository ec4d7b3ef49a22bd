//! The workshop's other way in: « chez nous », what is the structure's own over the kit of everyone.
//!
//! Here is what is known of it, and its intents; `turning` goes from one kit to the other, `using` gives
//! what is local to agents, `fitting` keeps out what the layer cannot hold. It must never let anything
//! local into the kit of everyone.

mod fitting;
mod turning;
mod using;

use std::path::PathBuf;
use std::sync::Arc;

use super::sharing::{OursAnswer, OursWork};
use super::{Asked, Keeping, Spot, Task, WorkshopDraft, WorkshopState};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::app::{local, remarks};
use crate::domain::ids::StepId;
use crate::domain::kit::KitContent;
use crate::domain::workshop::layer::{
    LocalLayer, Look, Origin, Touched, apply, hidden, kit_value, kit_words, looks, may_fill,
    without,
};
use crate::domain::workshop::{Desk, Edit, Element, Field, Kind};

pub(super) use fitting::{Judged, alone, is_kept_out, put_last, takes_back};
pub(super) use turning::stand_on_newest;
pub(super) use using::confirmed;

/// Whose kit is in hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// « Le kit de tous ».
    #[default]
    Everyone,
    /// « Chez nous ».
    Ours,
}

/// An intent about what is the structure's own.
#[derive(Clone, Debug, PartialEq)]
pub enum OursAction {
    /// Turns to one kit or the other.
    Turn(Whose),
    /// Takes what the kit says.
    Reset(Touched),
    /// Keeps ours after a look.
    Keep(Touched),
    /// Goes back on the last look that was answered so.
    KeepBack,
    /// Asks for the second yes before it is used.
    AskUse,
    /// The folder it is kept in, as typed; `None` is this machine.
    Folder(Option<PathBuf>),
}

/// What is local in the draft, as the page lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The draft it was made of.
    revision: u64,
    /// All of it.
    pub layer: LocalLayer,
    /// The same, one by one.
    pub origins: Vec<Origin>,
    /// What needs a look.
    pub looks: Vec<Look>,
}

/// A draft that waits while the other is in hand.
#[derive(Clone, Debug)]
struct Aside {
    desk: Box<Desk>,
    base: Arc<KitContent>,
    keeping: Keeping,
}

/// Everything of it.
#[derive(Clone, Debug, Default)]
pub struct Ours {
    /// Whose kit is in hand.
    whose: Whose,
    /// The draft of another day, until one turns to it.
    pub(super) kept: Option<WorkshopDraft>,
    aside: Option<Aside>,
    /// The kit of everyone.
    bare: Arc<KitContent>,
    /// What is on the disk.
    layer: LocalLayer,
    /// What is being written there.
    saving: Option<LocalLayer>,
    /// What was on the disk before the last « Garder le nôtre », and with it.
    keep: Option<(LocalLayer, LocalLayer)>,
    /// Steps that the draft does not show, and the kit without them.
    hidden: Vec<StepId>,
    compared: Arc<KitContent>,
    seen: Option<Seen>,
    /// What went wrong, as a French sentence.
    pub trouble: Option<String>,
}

impl Ours {
    /// Whose kit is in hand.
    pub fn whose(&self) -> Whose {
        self.whose
    }

    /// Says whether what is local is in hand.
    pub fn is_on(&self) -> bool {
        self.whose == Whose::Ours
    }

    /// Says whether it is being written.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Says whether one can go back on the last « Garder le nôtre »: nothing else was used since.
    pub fn may_keep_back(&self) -> bool {
        let stands = |(_, with): &(LocalLayer, LocalLayer)| *with == self.layer;
        self.is_on() && !self.is_saving() && self.keep.as_ref().is_some_and(stands)
    }

    /// What is local in the draft; `None` where no page needs it.
    pub fn seen(&self) -> Option<&Seen> {
        self.seen.as_ref()
    }

    /// What is on the disk.
    pub fn layer(&self) -> &LocalLayer {
        &self.layer
    }

    /// The kit of everyone.
    pub fn bare(&self) -> &KitContent {
        &self.bare
    }

    /// Says whether a field may be filled in here.
    pub fn may_fill(&self, field: &Field) -> bool {
        !self.is_on() || may_fill(&self.bare, field)
    }

    /// Says whether an element is the structure's own, while what is local is in hand.
    pub fn is_own(&self, element: &Element) -> bool {
        self.is_on() && crate::domain::workshop::layer::is_own(&self.bare, element)
    }

    /// Says whether one may add an element of a kind.
    pub fn may_add(&self, kind: Kind) -> bool {
        !self.is_on() || matches!(kind, Kind::Persona | Kind::Step | Kind::Place | Kind::Case)
    }

    /// What the kit says where a field is local.
    pub fn kit_words(&self, content: &KitContent, field: &Field) -> Option<String> {
        if !self.is_on() {
            return None;
        }
        kit_words(&self.compared, content, field)
    }

    /// The edit that makes a field as the kit has it.
    pub fn back(&self, content: &KitContent, field: &Field) -> Option<Edit> {
        let value = kit_value(&self.compared, content, field)?;
        Some(Edit::set(field.whole(), value))
    }

    /// Follows the draft: what fields are compared with, and what a page lists.
    pub(super) fn follow(&mut self, desk: &Desk, spot: &Spot) {
        if !self.is_on() {
            return;
        }
        let now = hidden(&self.bare, desk.content());
        if now != self.hidden || self.compared.id != self.bare.id {
            self.compared = Arc::new(without(&self.bare, &now));
            self.hidden = now;
        }
        if !matches!(spot, Spot::Home | Spot::Ours) {
            return;
        }
        if self
            .seen
            .as_ref()
            .is_some_and(|s| s.revision == desk.revision())
        {
            return;
        }
        let (layer, _) = self.layer.record(&self.bare, desk.content());
        self.seen = Some(Seen {
            revision: desk.revision(),
            origins: apply(&self.bare, &layer).1,
            looks: looks(&layer, &self.bare),
            layer,
        });
    }

    /// What is local in a draft.
    fn recorded(&self, content: &KitContent) -> LocalLayer {
        self.layer.record(&self.bare, content).0
    }

    /// The kit of everyone is another: nothing worked out from the one before holds.
    fn stand_on(&mut self, bare: Arc<KitContent>, layer: LocalLayer) {
        self.compared = bare.clone();
        self.hidden.clear();
        self.seen = None;
        self.bare = bare;
        self.layer = layer;
    }
}

impl Task {
    /// Says whether it makes sense for one kit or the other.
    pub const fn is_for(self, whose: Whose) -> bool {
        match (whose, self) {
            (Whose::Everyone, task) => !matches!(task, Self::Ours),
            (Whose::Ours, task) => !matches!(task, Self::Share | Self::Files | Self::Bench),
        }
    }
}

impl Spot {
    /// Says whether it makes sense for one kit or the other.
    pub(super) const fn is_for(&self, whose: Whose) -> bool {
        match (whose, self) {
            (Whose::Everyone, spot) => !matches!(spot, Self::Ours),
            (Whose::Ours, spot) => !matches!(
                spot,
                Self::Share | Self::Versions | Self::Files | Self::Bench
            ),
        }
    }
}

impl WorkshopState {
    /// What is the structure's own.
    pub fn ours(&self) -> &Ours {
        &self.ours
    }

    /// The name its draft has on the disk: each kit has two.
    pub(super) fn draft_name(&self, kit: &str) -> String {
        draft_name(self.ours.whose, kit)
    }

    /// The draft of what is local, in hand or aside.
    fn ours_desk(&mut self) -> Option<&mut Desk> {
        if self.ours.is_on() {
            self.desk.as_deref_mut()
        } else {
            self.ours.aside.as_mut().map(|aside| &mut *aside.desk)
        }
    }
}

/// The name that the draft of a kit has on the disk.
pub fn draft_name(whose: Whose, kit: &str) -> String {
    match whose {
        Whose::Everyone => kit.to_owned(),
        Whose::Ours => format!("{kit}-chez-nous"),
    }
}

/// Carries out an intent.
pub(super) fn update(state: &mut State, action: OursAction) -> Vec<Effect> {
    state.workshop.message = None;
    match action {
        OursAction::Turn(whose) => turning::turn(state, whose),
        OursAction::Reset(touched) => using::reset(state, &touched),
        OursAction::Keep(touched) => using::keep(state, &touched),
        OursAction::KeepBack => using::keep_back(state),
        OursAction::AskUse => {
            let ours = &state.workshop.ours;
            if ours.is_on() && !ours.is_saving() && using::may_use(&state.workshop) {
                state.workshop.asked = Some(Asked::Use);
            }
            Vec::new()
        }
        OursAction::Folder(folder) => {
            let set = crate::app::action::SettingChange::LocalFolder(folder);
            crate::app::update::set_and_save(state, set)
        }
    }
}

/// Takes an answer of the disk.
pub(super) fn answered(state: &mut State, answer: OursAnswer) -> Vec<Effect> {
    let Some(answer) = remarks::answered(state, answer) else {
        return Vec::new();
    };
    match answer {
        OursAnswer::Left(_) | OursAnswer::Remarks(_) => Vec::new(),
        OursAnswer::Saved(Ok(())) => using::saved(state),
        OursAnswer::Saved(Err(why)) => {
            state.workshop.ours.saving = None;
            state.workshop.ours.trouble = Some(why);
            // What stands there now is looked at.
            look_here(state)
        }
        OursAnswer::Silent(why) => {
            if state.workshop.ours.is_saving() {
                state.workshop.ours.trouble = Some(why);
            } else {
                state.local.trouble = Some(why);
            }
            Vec::new()
        }
        looked @ OursAnswer::Looked { .. } => {
            if local::looked(state, looked) {
                stand_on_newest(state)
            } else {
                Vec::new()
            }
        }
    }
}

fn look_here(state: &State) -> Vec<Effect> {
    let folder = state.settings.local_folder.clone();
    let kit = state.bare_kit().id.clone();
    vec![local::ours(folder, OursWork::Look(kit))]
}
