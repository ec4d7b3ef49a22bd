//! From one kit to the other: two drafts that wait for one another, and what they stand on.
//!
//! It must never lose what is in a draft, nor mix what is local into the kit of everyone.

use std::sync::Arc;

use super::{Aside, Ours, Whose};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::app::workshop::{Bench, Creating, Keeping, Levels, Map, Spot, WorkshopDraft, update};
use crate::domain::kit::KitContent;
use crate::domain::workshop::Desk;
use crate::domain::workshop::layer::{LocalLayer, apply};
use crate::domain::workshop::merge::merge;

/// Turns to one kit or the other: both drafts stay as they are.
pub(super) fn turn(state: &mut State, whose: Whose) -> Vec<Effect> {
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
    workshop.creating = Creating::default();
    workshop.levels = Levels::default();
    workshop.bench = Bench::default();
    workshop.map = Map::default();
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
pub(in crate::app::workshop) fn stand_on_newest(state: &mut State) -> Vec<Effect> {
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
    update::to_disk(workshop, u64::MAX)
}
