//! The pure core: personas, cues, probability, plans and notes.
//!
//! It exists so that everything the product promises about people can be read and tested without a
//! screen or a disk. It must never touch a file, a clock, an environment variable, a window or an
//! unseeded random number, and it imports none of our other layers.
//! Start with [`kit`], then [`evidence`] and [`identification`].

pub mod bench;
pub mod draft;
pub mod engine;
pub mod evidence;
pub mod guard;
pub mod identification;
pub mod identify;
pub mod ids;
pub mod interview;
pub mod kept;
pub mod kit;
pub mod lint;
pub mod note;
pub mod plan;
pub mod print;
pub mod problem;
pub mod remark;
pub mod rules;
pub mod sensitive;
pub mod settings;
pub mod spreadsheet;
pub mod study;
pub mod template;
#[cfg(test)]
pub(crate) mod testing;
pub mod training;
pub mod typography;
pub mod validate;
pub mod version;
pub mod vocab;
pub mod workshop;
