//! Three versions of a list of lines that have no ids: what each side did where the other did
//! nothing.
//!
//! It must never lose a line, nor have one twice: what cannot be told apart is left to choose.

use super::three::{Settled, settle};

/// What a side made of lines `start..end` of the base.
#[derive(Clone, Debug, PartialEq)]
struct Hunk<T> {
    start: usize,
    end: usize,
    put: Vec<T>,
}

/// Both together; `None` if both touched the same lines.
pub(super) fn together<T>(base: &[T], ours: &[T], theirs: &[T]) -> Option<Vec<T>>
where
    T: Clone + PartialEq + std::fmt::Debug,
{
    let mut all = hunks(base, ours);
    all.extend(hunks(base, theirs));
    // The same whichever side comes first, so that the sides can change places.
    all.sort_by_key(|hunk| (hunk.start, hunk.end, format!("{:?}", hunk.put)));
    all.dedup();
    let mut out = Vec::new();
    let mut at = 0;
    for hunk in all {
        // Lines that both changed are behind already.
        out.extend_from_slice(base.get(at..hunk.start)?);
        out.extend(hunk.put);
        at = hunk.end;
    }
    out.extend_from_slice(base.get(at..)?);
    let mut lines = base.iter().chain(ours).chain(theirs);
    lines
        .all(|line| {
            let times = |all: &[T]| all.iter().filter(|other| *other == line).count();
            let [base, ours, theirs] = [base, ours, theirs].map(times);
            settle(Some(&base), Some(&ours), Some(&theirs)) == Settled::One(Some(times(&out)))
        })
        .then_some(out)
}

/// The stretches in which a side is not the base.
fn hunks<T: Clone + PartialEq>(base: &[T], side: &[T]) -> Vec<Hunk<T>> {
    let mut hunks = Vec::new();
    let (mut from, mut to) = (0, 0);
    let ends = std::iter::once((base.len(), side.len()));
    for (at, other) in common(base, side).into_iter().chain(ends) {
        let put = side.get(to..other).unwrap_or_default();
        if from < at || !put.is_empty() {
            hunks.push(Hunk {
                start: from,
                end: at,
                put: put.to_vec(),
            });
        }
        (from, to) = (at + 1, other + 1);
    }
    hunks
}

/// The positions of a longest run of lines that both have, in order.
fn common<T: PartialEq>(one: &[T], other: &[T]) -> Vec<(usize, usize)> {
    // longest[i][j]: how many lines the two have in common from i and j on.
    let mut longest = vec![vec![0_usize; other.len() + 1]; one.len() + 1];
    let known = |longest: &[Vec<usize>], i: usize, j: usize| -> usize {
        let row = longest.get(i).and_then(|row| row.get(j));
        row.copied().unwrap_or(0)
    };
    for (i, a) in one.iter().enumerate().rev() {
        for (j, b) in other.iter().enumerate().rev() {
            let best = if a == b {
                known(&longest, i + 1, j + 1) + 1
            } else {
                known(&longest, i + 1, j).max(known(&longest, i, j + 1))
            };
            if let Some(cell) = longest.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = best;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        if a == b {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if known(&longest, i + 1, j) >= known(&longest, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn merged(base: &str, ours: &str, theirs: &str) -> Option<String> {
        let lines = |text: &str| text.chars().collect::<Vec<_>>();
        let out = together(&lines(base), &lines(ours), &lines(theirs))?;
        Some(out.into_iter().collect())
    }

    #[test]
    fn lines_are_followed_and_not_counted() {
        for (base, ours, theirs, both) in [
            ("abc", "xabc", "abC", "xabC"),
            ("abc", "Abc", "abcd", "Abcd"),
            ("ab", "xb", "ay", "xy"),
            ("abc", "abcd", "abce", "abcde"),
            ("abc", "ac", "abcd", "acd"),
            // Equal lengths: a line put first and one taken off is no change of every line.
            ("abc", "xab", "abc", "xab"),
            ("abcd", "xabc", "Abcd", "xAbc"),
            ("abc", "cab", "abc", "cab"),
        ] {
            assert_eq!(merged(base, ours, theirs).as_deref(), Some(both));
            assert_eq!(merged(base, theirs, ours).as_deref(), Some(both));
        }
    }

    #[test]
    fn what_both_touched_is_left_to_choose() {
        for (base, ours, theirs) in [
            ("abc", "axc", "ayc"),
            ("abc", "ac", "axc"),
            // Moved by one, changed or moved elsewhere by the other.
            ("abc", "bca", "Abc"),
            ("abc", "bca", "bac"),
            ("abc", "ab", "cab"),
            // The same line put in two places.
            ("ab", "xab", "abx"),
        ] {
            assert_eq!(merged(base, ours, theirs), None, "{base} {ours} {theirs}");
            assert_eq!(merged(base, theirs, ours), None, "{base} {theirs} {ours}");
        }
    }

    fn list() -> impl Strategy<Value = Vec<u8>> {
        prop::collection::vec(0..6_u8, 0..7)
    }

    proptest! {
        #[test]
        fn the_laws_hold(base in list(), ours in list(), theirs in list()) {
            prop_assert_eq!(together(&base, &ours, &base), Some(ours.clone()));
            prop_assert_eq!(together(&base, &base, &ours), Some(ours.clone()));
            prop_assert_eq!(together(&base, &ours, &ours), Some(ours.clone()));
            prop_assert_eq!(together(&base, &ours, &theirs), together(&base, &theirs, &ours));
        }
    }
}
