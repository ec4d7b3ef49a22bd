//! The one integration binary: each extra one would link egui again.
#![expect(clippy::unwrap_used, reason = "a test helper fails by panicking")]

#[cfg(feature = "ui")]
mod access;
#[cfg(feature = "ui")]
mod cards;
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
mod on_paper;
#[cfg(feature = "ui")]
mod panel;
#[cfg(feature = "paper")]
mod paper;
#[cfg(feature = "ui")]
mod pictures;
mod practice;
#[cfg(feature = "ui")]
mod practice_screens;
#[cfg(all(feature = "paper", feature = "ui"))]
mod printing;
mod recalibration;
#[cfg(feature = "ui")]
mod remarks;
mod scenarios;
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
#[cfg(feature = "ui")]
mod training;
#[cfg(feature = "ui")]
mod training_screens;
mod trust;
mod vectors;
mod versions;
#[cfg(feature = "ui")]
mod walkthroughs;
mod workshop;
#[cfg(feature = "ui")]
mod workshop_bench;
#[cfg(feature = "ui")]
mod workshop_guide;
#[cfg(feature = "ui")]
mod workshop_levels;
#[cfg(feature = "ui")]
mod workshop_map;
#[cfg(feature = "ui")]
mod workshop_ours;
#[cfg(feature = "ui")]
mod workshop_prepare;
#[cfg(feature = "ui")]
mod workshop_publish;
#[cfg(feature = "ui")]
mod workshop_rules;
#[cfg(feature = "ui")]
mod workshop_screens;
#[cfg(feature = "ui")]
mod workshop_try;
