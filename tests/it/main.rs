//! The one integration binary: each extra one would link egui again.

mod formats;
mod vectors;
