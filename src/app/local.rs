//! What is the structure's own, as a counter lives it: over whatever kit is in use, and taken between
//! two interviews like the kit itself.
//!
//! It must never change the kit of an interview, wait for a folder, nor let what is local into the kit
//! that others get: that one is [`State::bare_kit`].

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::kit::Kit;
use crate::domain::workshop::layer::{LocalLayer, over};
use crate::text;

use super::action::Effect;
use super::state::State;
use super::workshop::sharing::{Errand, OursAnswer, OursErrand, OursWork};

/// What is known of it.
#[derive(Clone, Debug, Default)]
pub struct Local {
    /// What is over the kit in use.
    pub layer: LocalLayer,
    /// What waits for the next interview.
    pub waiting: Option<LocalLayer>,
    /// What is the matter with it, as a French sentence.
    pub trouble: Option<String>,
    /// The kit without it; `None` while nothing is over it.
    bare: Option<Arc<Kit>>,
}

impl Local {
    /// What the disk holds, as far as is known.
    pub fn newest(&self) -> &LocalLayer {
        self.waiting.as_ref().unwrap_or(&self.layer)
    }

    /// What the disk holds now waits for the next interview, if it is something else.
    pub(super) fn offer(&mut self, layer: LocalLayer) {
        self.waiting = (layer != self.layer).then_some(layer);
    }
}

impl State {
    /// The kit as everyone has it.
    pub fn bare_kit(&self) -> &Arc<Kit> {
        self.local.bare.as_ref().unwrap_or(&self.kit)
    }

    /// Starts with what is known here of what is local.
    #[must_use]
    pub fn with_local(mut self, layer: Option<LocalLayer>, trouble: Option<String>) -> Self {
        self.local.trouble = trouble;
        if let Some(layer) = layer.filter(|layer| !layer.is_empty()) {
            self.local.layer = layer;
            let kit = self.dressed(self.kit.clone());
            self.begin_with(kit);
        }
        self
    }

    /// Asks what is in the structure's folder, where there is one.
    pub fn look_for_local(&self) -> Option<Effect> {
        let folder = self.settings.local_folder.clone()?;
        let kit = self.bare_kit().id.clone();
        Some(ours(Some(folder), OursWork::Look(kit)))
    }

    /// Makes what waits what is used; says whether something waited.
    pub(super) fn take_local(&mut self) -> bool {
        match self.local.waiting.take() {
            Some(layer) => {
                self.local.layer = layer;
                true
            }
            None => false,
        }
    }

    /// Puts what is local over a kit; one that it would break is used as it is, and that is told.
    pub(super) fn dressed(&mut self, bare: Arc<Kit>) -> Arc<Kit> {
        self.local.bare = None;
        let layer = &self.local.layer;
        if layer.is_empty() || layer.kit != bare.id {
            return bare;
        }
        if let Some(kit) = over(&bare, layer) {
            self.local.bare = Some(bare);
            Arc::new(kit)
        } else {
            let told = text::plain(self.language(), "ours_unsound");
            self.local.trouble = Some(told.to_owned());
            bare
        }
    }
}

/// An errand about what is local.
pub(super) fn ours(folder: Option<PathBuf>, work: OursWork) -> Effect {
    Effect::Share(Box::new(Errand::Ours(OursErrand {
        folder,
        data: None,
        work,
    })))
}

/// Takes what a look gave; says whether something new waits.
pub(super) fn looked(state: &mut State, answer: OursAnswer) -> bool {
    let OursAnswer::Looked {
        folder,
        kit,
        layer,
        trouble,
    } = answer
    else {
        return false;
    };
    // Another folder was chosen meanwhile, or another kit taken.
    if folder != state.settings.local_folder || kit != state.bare_kit().id {
        return false;
    }
    state.local.trouble = trouble;
    match layer {
        Some(layer) if layer != *state.local.newest() => {
            state.local.offer(layer);
            true
        }
        _ => false,
    }
}
