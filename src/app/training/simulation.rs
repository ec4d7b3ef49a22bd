//! « Dans la peau de… »: the simulations of the kit in use, and the one being played.
//!
//! A run lives here and nowhere else: leaving its page forgets it. It must never reach an effect.

use std::sync::Arc;

use crate::domain::ids::SimulationId;
use crate::domain::training::simulation::{Event, Run, Simulation};

/// The one being played.
#[derive(Clone, Debug)]
struct Playing {
    /// Where it is in the list.
    at: usize,
    run: Run,
}

/// The simulations of the kit in use.
#[derive(Clone, Debug, Default)]
pub struct Simulations {
    /// What the disk gave; `None` until it answers.
    list: Option<Arc<[Simulation]>>,
    playing: Option<Playing>,
}

impl Simulations {
    /// The simulations, in the order of the kit's cards; `None` until the disk answers.
    pub fn list(&self) -> Option<&[Simulation]> {
        self.list.as_deref()
    }

    /// The one being played, and where it is.
    pub fn playing(&self) -> Option<(&Simulation, &Run)> {
        let playing = self.playing.as_ref()?;
        let simulation = self.list.as_deref()?.get(playing.at)?;
        Some((simulation, &playing.run))
    }

    /// Takes what the disk gave.
    pub(super) fn load(&mut self, list: Vec<Simulation>) {
        // What is being played goes on: nobody's page is changed under their hands.
        if self.playing.is_none() {
            self.list = Some(list.into());
        }
    }

    /// Begins one; says whether there is such a one.
    pub(super) fn begin(&mut self, id: &SimulationId) -> bool {
        let list = self.list.as_deref().unwrap_or_default();
        let at = list.iter().position(|simulation| simulation.id == *id);
        self.playing = at.map(|at| Playing {
            at,
            run: Run::default(),
        });
        self.playing.is_some()
    }

    /// Forgets the one being played.
    pub(super) fn forget(&mut self) {
        self.playing = None;
    }

    /// Carries out what somebody does in the one being played.
    pub(super) fn act(&mut self, event: Event) {
        if let (Some(playing), Some(list)) = (&mut self.playing, &self.list)
            && let Some(simulation) = list.get(playing.at)
        {
            playing.run.act(simulation, event);
        }
    }
}
