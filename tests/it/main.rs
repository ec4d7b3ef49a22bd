//! The one integration binary: each extra one would link egui again.
#![expect(clippy::unwrap_used, reason = "a test helper fails by panicking")]

#[cfg(feature = "ui")]
mod access;
mod command_line;
#[cfg(feature = "ui")]
mod copying;
mod datasets;
mod determinism;
#[cfg(unix)]
mod durability;
mod engine_laws;
mod formats;
#[cfg(feature = "ui")]
mod gallery;
mod guard;
mod guard_corpus;
mod guard_found;
mod guard_laws;
mod interview;
#[cfg(feature = "ui")]
mod keeping;
mod kit_cases;
mod kit_guard;
mod kit_reach;
mod kit_words;
mod lexicon;
mod lint;
#[cfg(feature = "ui")]
mod looks;
#[cfg(feature = "ui")]
mod panel;
#[cfg(feature = "ui")]
mod pictures;
mod recalibration;
#[cfg(feature = "ui")]
mod settings;
mod study;
#[cfg(feature = "ui")]
mod support;
#[cfg(feature = "ui")]
mod texts;
mod tidy;
#[cfg(feature = "ui")]
mod traces;
mod trust;
mod vectors;
mod versions;
#[cfg(feature = "ui")]
mod walkthroughs;
mod workshop;
#[cfg(feature = "ui")]
mod workshop_bench;
#[cfg(feature = "ui")]
mod workshop_levels;
#[cfg(feature = "ui")]
mod workshop_map;
#[cfg(feature = "ui")]
mod workshop_publish;
#[cfg(feature = "ui")]
mod workshop_screens;
#[cfg(feature = "ui")]
mod workshop_try;
