//! The workshop's other way in: « chez nous », what is the structure's own over the kit of everyone.
//!
//! Both have a draft of their own, which wait for one another. What is local is used when somebody says
//! so twice, and taken by counters between two interviews. It must never let an edit through that the
//! layer cannot hold, nor let anything local into the kit of everyone.

use std::path::PathBuf;
use std::sync::Arc;

use super::sharing::{OursAnswer, OursWork};
use super::{Asked, Keeping, Message, Spot, Task, WorkshopAction, WorkshopDraft, WorkshopState};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::app::{local, remarks};
use crate::domain::ids::StepId;
use crate::domain::kit::KitContent;
use crate::domain::problem::Gravity;
use crate::domain::workshop::layer::{
    LocalLayer, Look, Origin, Touched, apply, hidden, kit_value, kit_words, looks, may_fill,
    without,
};
use crate::domain::workshop::merge::merge;
use crate::domain::workshop::{Desk, Edit, Element, Field, Kind};
use crate::text;

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
        OursAction::Turn(whose) => turn(state, whose),
        OursAction::Reset(touched) => reset(state, &touched),
        OursAction::Keep(touched) => keep(state, &touched),
        OursAction::KeepBack => keep_back(state),
        OursAction::AskUse => {
            let ours = &state.workshop.ours;
            if ours.is_on() && !ours.is_saving() && may_use(&state.workshop) {
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

/// Says whether the draft may be used: sound, with something new.
fn may_use(workshop: &WorkshopState) -> bool {
    workshop.checked().count(Gravity::Error) == 0 && workshop.desk().is_some_and(Desk::is_changed)
}

/// Takes an answer of the disk.
pub(super) fn answered(state: &mut State, answer: OursAnswer) -> Vec<Effect> {
    let Some(answer) = remarks::answered(state, answer) else {
        return Vec::new();
    };
    match answer {
        OursAnswer::Left(_) | OursAnswer::Remarks(_) => Vec::new(),
        OursAnswer::Saved(Ok(())) => saved(state),
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

/// Turns to one kit or the other: both drafts stay as they are.
fn turn(state: &mut State, whose: Whose) -> Vec<Effect> {
    let newest = state.local.newest().clone();
    let bare = state.bare_kit().clone();
    let workshop = &mut state.workshop;
    if workshop.ours.whose == whose {
        return Vec::new();
    }
    let Some(mut desk) = workshop.desk.take() else {
        return Vec::new();
    };
    desk.seal();
    let other = workshop.ours.aside.take().unwrap_or_else(|| {
        let kept = workshop.ours.kept.take();
        first(
            &mut workshop.ours,
            &desk,
            (bare.content(), newest),
            kept.as_ref(),
            &workshop.keeping,
        )
    });
    let aside = Aside {
        desk,
        base: std::mem::replace(&mut workshop.base, other.base),
        keeping: std::mem::replace(&mut workshop.keeping, other.keeping),
    };
    workshop.desk = Some(other.desk);
    workshop.ours.aside = Some(aside);
    workshop.ours.whose = whose;
    workshop.ours.seen = None;
    workshop.ours.trouble = None;
    workshop.asked = None;
    workshop.spot = Spot::Home;
    workshop.trail.clear();
    workshop.creating = super::Creating::default();
    workshop.levels = super::Levels::default();
    workshop.bench = super::Bench::default();
    workshop.map = super::Map::default();
    workshop.refreshed = None;
    workshop.refresh();
    let mut effects = stand_on_newest(state);
    effects.extend(state.look_for_local());
    effects
}

/// The draft of what is local, the first time one turns to it.
fn first(
    ours: &mut Ours,
    everyone: &Desk,
    (bare, newest): (&KitContent, LocalLayer),
    kept: Option<&WorkshopDraft>,
    keeping: &Keeping,
) -> Aside {
    let bare = Arc::new(bare.clone());
    let layer = of_kit(newest, &bare.id);
    let (shown, _) = apply(&bare, &layer);
    let content = match kept {
        None => shown.clone(),
        Some(kept) if *kept.base == *bare => (*kept.content).clone(),
        // The kit changed since: what was local goes over the new one.
        Some(kept) => {
            let wanted = layer.record(&kept.base, &kept.content).0;
            apply(&bare, &wanted).0
        }
    };
    let keeping = match (keeping, content == shown) {
        (Keeping::Nowhere, _) => Keeping::Nowhere,
        (_, true) => Keeping::Nothing,
        (_, false) => Keeping::Kept,
    };
    ours.stand_on(bare.clone(), layer);
    let checks = everyone.checks().clone();
    let desk = Desk::resume(shown, everyone.base_hash(), content, checks);
    Aside {
        desk: Box::new(desk),
        base: bare,
        keeping,
    }
}

/// A layer, if it is of that kit; otherwise none.
fn of_kit(layer: LocalLayer, kit: &str) -> LocalLayer {
    if layer.kit == kit {
        return layer;
    }
    LocalLayer {
        kit: kit.to_owned(),
        ..LocalLayer::default()
    }
}

/// The draft of what is local goes on over the kit and the layer of today, if they are others.
pub(super) fn stand_on_newest(state: &mut State) -> Vec<Effect> {
    if !state.workshop.ours.is_on() || state.workshop.ours.is_saving() {
        return Vec::new();
    }
    let bare = state.bare_kit().content().clone();
    let newest = of_kit(state.local.newest().clone(), &bare.id);
    let workshop = &mut state.workshop;
    let ours = &mut workshop.ours;
    let Some(desk) = &mut workshop.desk else {
        return Vec::new();
    };
    if *ours.bare == bare && ours.layer == newest {
        return Vec::new();
    }
    let wanted = ours.recorded(desk.content());
    let mut content = apply(&bare, &wanted).0;
    // What a folder does not hold yet is not taken away from the draft.
    if ours.layer != newest && !newest.is_empty() {
        let before = apply(&bare, &ours.layer).0;
        content = merge(&before, &content, &apply(&bare, &newest).0).content;
    }
    let (shown, _) = apply(&bare, &newest);
    let hash = desk.base_hash().to_owned();
    desk.restart(shown, &hash, content);
    let bare = Arc::new(bare);
    ours.stand_on(bare.clone(), newest);
    workshop.base = bare;
    workshop.refreshed = None;
    workshop.refresh();
    super::update::to_disk(workshop, u64::MAX)
}

/// Takes what the kit says: in the draft where it shows, at once where nothing shows.
fn reset(state: &mut State, touched: &Touched) -> Vec<Effect> {
    let language = state.language();
    let workshop = &mut state.workshop;
    let ours = &mut workshop.ours;
    let Some(desk) = workshop.desk.as_mut().filter(|_| ours.is_on()) else {
        return Vec::new();
    };
    desk.seal();
    let mut layer = ours.recorded(desk.content());
    layer.reset(touched);
    let content = apply(&ours.bare, &layer).0;
    if content == *desk.content() {
        if ours.is_saving() {
            return Vec::new();
        }
        let mut layer = ours.layer.clone();
        layer.reset(touched);
        return save(state, layer);
    }
    let before = desk.revision();
    desk.replace(&content, text::plain(language, "ours_reset_label"));
    workshop.refresh();
    super::update::to_disk(workshop, before)
}

/// Keeps ours: what the kit says now is known, and agents see no difference.
fn keep(state: &mut State, touched: &Touched) -> Vec<Effect> {
    let ours = &mut state.workshop.ours;
    if !ours.is_on() || ours.is_saving() {
        return Vec::new();
    }
    let mut layer = ours.layer.clone();
    layer.keep(touched, &ours.bare);
    ours.keep = Some((ours.layer.clone(), layer.clone()));
    save(state, layer)
}

/// What was there before is written again: it is to be looked at as before.
fn keep_back(state: &mut State) -> Vec<Effect> {
    let ours = &mut state.workshop.ours;
    if !ours.may_keep_back() {
        return Vec::new();
    }
    match ours.keep.take() {
        Some((before, _)) => save(state, before),
        None => Vec::new(),
    }
}

/// The second yes was given: what is local is used.
pub(super) fn confirmed(state: &mut State) -> Vec<Effect> {
    let language = state.language();
    let workshop = &mut state.workshop;
    workshop.asked = None;
    if !may_use(workshop) || workshop.ours.is_saving() {
        return Vec::new();
    }
    let Some(desk) = &mut workshop.desk else {
        return Vec::new();
    };
    let before = desk.revision();
    // What agents get is this, to the letter.
    if desk.settled().is_none() {
        return Vec::new();
    }
    let (layer, left) = workshop
        .ours
        .layer
        .record(&workshop.ours.bare, desk.content());
    workshop.refresh();
    let mut effects = super::update::to_disk(workshop, before);
    if left.is_empty() {
        effects.extend(save(state, layer));
    } else {
        let told = text::plain(language, "ours_kept_out");
        state.workshop.message = Some(Message::Told(told.to_owned()));
    }
    effects
}

fn save(state: &mut State, layer: LocalLayer) -> Vec<Effect> {
    let folder = state.settings.local_folder.clone();
    let ours = &mut state.workshop.ours;
    ours.trouble = None;
    ours.saving = Some(layer.clone());
    let work = OursWork::Save {
        layer: Box::new(layer),
        before: Box::new(ours.layer.clone()),
    };
    vec![local::ours(folder, work)]
}

fn saved(state: &mut State) -> Vec<Effect> {
    let workshop = &mut state.workshop;
    let Some(layer) = workshop.ours.saving.take() else {
        return Vec::new();
    };
    let (shown, _) = apply(&workshop.ours.bare, &layer);
    workshop.ours.trouble = None;
    workshop.ours.layer = layer.clone();
    workshop.ours.seen = None;
    let mut used = false;
    if let Some(desk) = workshop.ours_desk()
        && *desk.base() != shown
    {
        used = true;
        let hash = desk.base_hash().to_owned();
        desk.rebase(shown, &hash);
    }
    state.local.offer(layer);
    state.local.trouble = None;
    let workshop = &mut state.workshop;
    if !workshop.ours.is_on() {
        return Vec::new();
    }
    if used {
        workshop.message = Some(Message::Used);
    }
    workshop.refreshed = None;
    workshop.refresh();
    super::update::to_disk(workshop, u64::MAX)
}

/// A copy that stands last of its kind.
pub(super) fn put_last(copied: Edit, of: &Element, last: usize) -> Edit {
    let Edit::Duplicate { id, .. } = &copied else {
        return copied;
    };
    let element = of.renamed(id);
    Edit::Together(vec![copied, Edit::Move { element, to: last }])
}

/// A new card without the situations that test it, which are the kit's; it stands last.
pub(super) fn alone(edit: Edit, content: &KitContent) -> Edit {
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
pub(super) fn is_kept_out(workshop: &WorkshopState, action: &WorkshopAction) -> bool {
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
pub(super) fn takes_back(workshop: &mut WorkshopState, judged: Judged, before: u64) -> bool {
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
pub(super) enum Judged {
    /// It does: a field that may be filled in, or what was done before.
    Already,
    /// It is to be seen.
    After,
}

impl Judged {
    pub(super) fn of(action: &WorkshopAction) -> Self {
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
