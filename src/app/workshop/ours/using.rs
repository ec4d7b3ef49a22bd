//! Giving what is local to agents: what is taken back, kept after a look, or used after a second yes.
//!
//! Counters take it between two interviews. It must never use what is unsound, nor anything but what
//! the draft shows to the letter.

use crate::app::action::Effect;
use crate::app::local;
use crate::app::state::State;
use crate::app::workshop::sharing::OursWork;
use crate::app::workshop::{Message, WorkshopState, update};
use crate::domain::problem::Gravity;
use crate::domain::workshop::Desk;
use crate::domain::workshop::layer::{LocalLayer, Touched, apply};
use crate::text;

/// Says whether the draft may be used: sound, with something new.
pub(super) fn may_use(workshop: &WorkshopState) -> bool {
    workshop.checked().count(Gravity::Error) == 0 && workshop.desk().is_some_and(Desk::is_changed)
}

/// Takes what the kit says: in the draft where it shows, at once where nothing shows.
pub(super) fn reset(state: &mut State, touched: &Touched) -> Vec<Effect> {
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
    update::to_disk(workshop, before)
}

/// Keeps ours: what the kit says now is known, and agents see no difference.
pub(super) fn keep(state: &mut State, touched: &Touched) -> Vec<Effect> {
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
pub(super) fn keep_back(state: &mut State) -> Vec<Effect> {
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
pub(in crate::app::workshop) fn confirmed(state: &mut State) -> Vec<Effect> {
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
    let mut effects = update::to_disk(workshop, before);
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

/// The disk holds it: agents get it, and the draft stands on it.
pub(super) fn saved(state: &mut State) -> Vec<Effect> {
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
    update::to_disk(workshop, u64::MAX)
}
