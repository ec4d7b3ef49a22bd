//! The kit workshop on real kits: edits and their inverses, checks, bench, differences, layers.

mod checks;
mod edits;
mod generate;
mod versions;
