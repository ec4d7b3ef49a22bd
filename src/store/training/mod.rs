//! What is used to practise, beside the kit: read with findings by line, like the kit itself.
//!
//! It must never open anything but ordinary files of the kit's folder, nor put any of it in a bundle.

pub mod scenarios;
