//! The kit workshop on real kits: edits and their inverses, checks, bench, differences, layers.

mod acts;
mod bench;
mod checks;
mod draw_edits;
mod edits;
mod generate;
mod local;
mod versions;
