//! The kit workshop: how managers shape their own personas without seeing a file.
//!
//! It exists so that everything the workshop promises (every edit can be undone, what an edit
//! changes is shown before it is shared, nothing of a colleague's work is lost) holds without a
//! screen or a disk, and can be tested so. It must never read a file, a clock or an unseeded random
//! number, and never show a manager the words of the trade: people *essaient*, see *ce que ça
//! change*, what is *à corriger* or *à relire*, and *diffusent*.
//!
//! Start with [`address`] (where things stand), [`value`] (what they hold), [`edit`] (what changes
//! them) and [`desk`] (the draft in hand).

pub mod address;
pub mod apart;
pub mod bench;
pub mod check;
pub mod condition;
pub mod csv;
pub mod desk;
pub mod diff;
pub mod edit;
mod element;
pub mod fields;
pub mod items;
pub mod layer;
pub mod lean;
pub mod levels;
pub mod like;
mod locate;
pub mod matrix;
pub mod merge;
pub mod names;
mod pairs;
mod phrase;
pub mod plain;
mod refs;
pub mod refusal;
pub mod say;
pub mod single;
pub mod table;
#[cfg(test)]
mod testing;
pub mod value;
pub mod words;

pub use address::{Element, Field, Index, Kind};
pub use check::{Checked, Checks, Finding, Summary};
pub use desk::Desk;
pub use edit::{Edit, apply, dependents, describe};
pub use items::Item;
pub use levels::{About, Cell};
pub use names::Name;
pub use refusal::Refusal;
pub use value::Value;
