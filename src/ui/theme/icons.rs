//! Code points of the bundled icon subset.

/// Tick.
pub const CHECK: char = '\u{e182}';
/// Minus.
pub const MINUS: char = '\u{e32a}';
/// Plus.
pub const PLUS: char = '\u{e3d4}';
/// Magnifying glass.
pub const SEARCH: char = '\u{e30c}';
/// Pause.
pub const PAUSE: char = '\u{e39e}';
/// Play.
pub const PLAY: char = '\u{e3d0}';
/// Outlined cross.
pub const DANGER: char = '\u{e56e}';
/// Warning triangle.
pub const WARNING: char = '\u{e4e0}';
/// Information.
pub const INFO: char = '\u{e2ce}';
/// Eye.
pub const EYE: char = '\u{e220}';
