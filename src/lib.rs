//! Réflexe Personas: recognise how to help, say why, act, without any network.
//!
//! Layers, left to right, each knowing only those to its left:
//! [`domain`] (pure) ← [`store`] (disk) ← [`app`] (state) ← `ui` (egui) and [`cli`] ← `main`.
//! Start reading at `docs/ARCHITECTURE.md`, then [`domain`].

pub mod app;
pub mod cli;
pub mod domain;
pub mod store;
#[cfg(feature = "ui")]
pub mod ui;
