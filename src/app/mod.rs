//! What is true about the work, and what happens when somebody acts.
//!
//! Views push [`Action`]s; [`update`](update::update) is a pure function of state, action and the
//! moment, and returns [`Effect`]s that one runner carries out. Nothing here draws, reads a file or
//! knows egui, so a whole interview is tested without a window.

pub mod action;
pub mod command;
mod copying;
pub mod history;
pub mod idle;
pub mod keeping;
pub mod keys;
mod learning;
pub mod local;
pub mod noting;
pub mod publishing;
pub mod remarks;
pub mod search;
pub mod session;
pub mod state;
pub mod training;
pub mod update;
pub mod view;
pub mod workshop;

pub use action::{Action, Actions, Effect};
pub use command::Command;
pub use state::{Moment, Overlay, Shape, State, Toast};
pub use training::{TrainingAction, TrainingState};
pub use workshop::{BenchAction, LevelsAction, WorkshopAction, WorkshopState};
