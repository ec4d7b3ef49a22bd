//! The disk: kits and the program’s own few files, nothing else of the machine.
//!
//! It exists so that every file is opened under a size cap, read with findings a manager can act on,
//! and replaced in one go. It must never decide what a kit means (the domain does), show anything, or
//! reach for the network. Start with [`kit_file`].

mod aside;
pub mod atomic;
mod beside;
pub mod cases_csv;
pub mod disk;
pub mod draft;
pub mod error;
pub mod export;
pub mod export_list;
pub mod finding;
mod format;
pub mod instance;
pub mod inventory;
pub mod kit_file;
pub mod lexicon;
pub mod local_layer;
pub mod paths;
pub mod place;
pub mod receipts;
pub mod remarks;
pub mod settings;
mod small;
pub mod start_mark;
pub mod tally;
pub mod training;
pub mod versions;
pub mod workshop_draft;
