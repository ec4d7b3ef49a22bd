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
/// Push pin.
pub const PIN: char = '\u{e3e2}';
/// Arrows out, horizontally.
pub const UNFOLD: char = '\u{e534}';
/// Signpost.
pub const SIGNPOST: char = '\u{e89c}';
/// Screen.
pub const SCREEN: char = '\u{e32e}';
/// Eye.
pub const EYE: char = '\u{e220}';
