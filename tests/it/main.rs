//! The one integration binary: each extra one would link egui again.
#![expect(clippy::unwrap_used, reason = "a test helper fails by panicking")]

#[cfg(feature = "ui")]
mod access;
mod command_line;
mod datasets;
mod engine_laws;
mod formats;
#[cfg(feature = "ui")]
mod gallery;
mod guard;
mod interview;
mod keeping;
mod kit_cases;
mod kit_reach;
mod lint;
#[cfg(feature = "ui")]
mod panel;
#[cfg(feature = "ui")]
mod pictures;
mod settings;
mod study;
#[cfg(feature = "ui")]
mod support;
mod texts;
mod tidy;
mod vectors;
#[cfg(feature = "ui")]
mod walkthroughs;
mod workshop;
