//! Measuring a kit and improving it from confirmed contacts: evaluation, learning, diagnosis.
//!
//! Nobody will trust a suggestion whose quality cannot be shown. Everything here is a pure function
//! of a kit, confirmed cases (persona and what was noted, never who the person was) and a seed: the
//! same seed gives the same bytes. It must never read a file, nor learn from what the engine itself
//! suggested without confirmation.

pub mod confirmed;
pub mod diagnose;
pub mod evaluate;
pub mod learn;
pub mod policy;
pub mod random;
pub mod structure;
pub mod tally;

use std::ops::ControlFlow;

/// How far a long computation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Parts done.
    pub done: usize,
    /// Parts in all.
    pub total: usize,
}

/// Told of progress now and then; answers whether to go on.
pub type Watch<'w> = &'w mut dyn FnMut(Progress) -> ControlFlow<()>;

/// The computation was stopped by whoever watched it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("le calcul a été interrompu")]
pub struct Cancelled;

/// Tells the watcher; an error if it wants to stop.
pub(crate) fn tell(watch: Watch<'_>, done: usize, total: usize) -> Result<(), Cancelled> {
    match watch(Progress { done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Cancelled),
    }
}

/// Watches nothing and never stops.
pub fn unwatched(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Wilson's 95 % interval of a proportion (Wilson 1927), as (low, high).
pub fn wilson(successes: usize, trials: usize) -> (f64, f64) {
    const Z: f64 = 1.959_963_984_540_054;
    if trials == 0 {
        return (0.0, 1.0);
    }
    let n = trials as f64;
    let p = successes as f64 / n;
    let centre = p + Z * Z / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    (
        ((centre - half) / scale).max(0.0),
        ((centre + half) / scale).min(1.0),
    )
}
