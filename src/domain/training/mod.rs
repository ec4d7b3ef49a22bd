//! Training: exchanges that never took place, and what can be learned from them.
//!
//! It exists so that an agent can make mistakes where they hurt nobody. It must never count, rank or
//! time anyone, touch a file, or draw a person that the kit does not describe.

pub mod practice;
