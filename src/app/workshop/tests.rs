//! Tests of the workshop, without a window.
