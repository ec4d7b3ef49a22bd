//! What a kit's folder holds for training, outside the kit's own format.
//!
//! It must never change what a kit says, nor keep a kit from being used.

pub mod exchanges;
pub mod kept;
