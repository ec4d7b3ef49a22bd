//! Réflexe Personas: recognise how to help, say why, act, without any network.
//!
//! Layers, left to right, each knowing only those to its left:
//! [`domain`] (pure) ← [`text`] (sentences) ← [`store`] (disk) ← [`app`] (state) ← `ui` (egui) and [`cli`] ← `main`;
//! `paper` (pages, by typst) knows [`domain`] and [`text`] only, and is used by `ui` and [`cli`].
//! Start reading at `docs/ARCHITECTURE.md`, then [`domain`].

#![cfg_attr(
    not(test),
    warn(clippy::indexing_slicing, clippy::panic, clippy::unreachable)
)]

pub mod app;
pub mod cli;
pub mod domain;
#[cfg(feature = "paper")]
pub mod paper;
pub mod store;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
