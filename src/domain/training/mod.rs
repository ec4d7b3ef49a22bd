//! Training: what is played, prepared and printed so that a team practises with invented contacts.
//!
//! It must never hold anything of a real contact, nor count or rank whoever practises.

pub mod note;
pub mod pack;
pub mod practice;
pub mod scenario;
pub mod session;
pub mod simulation;

pub use note::TrainingNote;
