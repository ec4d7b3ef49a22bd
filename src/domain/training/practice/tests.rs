//! Tests beside the code, on a hand-made kit.
