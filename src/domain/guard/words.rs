//! Lists of words that a detector knows, read once.

use std::collections::HashSet;
use std::sync::LazyLock;

/// A list of words, folded.
pub(super) type Words = LazyLock<HashSet<&'static str>>;

/// Reads words parted by spaces.
pub(super) fn words(list: &'static str) -> HashSet<&'static str> {
    list.split_whitespace().collect()
}
