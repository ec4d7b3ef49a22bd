//! Three versions of a list: which elements stay, and in which order.
//!
//! Both sides count the same, so that whoever shares first does not matter. It must never look into
//! an element.

/// What became of one thing that two sides may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Settled<T> {
    /// One version serves both sides; `None` = it is gone.
    One(Option<T>),
    /// Both changed it, and not to the same.
    Overlap,
}

/// Settles one thing, present or not on each side.
pub(super) fn settle<T: Clone + PartialEq>(
    base: Option<&T>,
    ours: Option<&T>,
    theirs: Option<&T>,
) -> Settled<T> {
    if ours == theirs || theirs == base {
        Settled::One(ours.cloned())
    } else if ours == base {
        Settled::One(theirs.cloned())
    } else {
        Settled::Overlap
    }
}

/// The keys that stay, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ordered<K> {
    /// The order kept.
    pub(super) keys: Vec<K>,
    /// The other side's, if both moved the same keys otherwise, and whether ours is the one kept.
    pub(super) other: Option<(Vec<K>, bool)>,
}

/// Orders the keys that stay: as whoever moved them, additions after what they were put after.
pub(super) fn order<K: Ord + Clone>(
    base: &[K],
    ours: &[K],
    theirs: &[K],
    stays: impl Fn(&K) -> bool,
) -> Ordered<K> {
    let kept: Vec<K> = base.iter().filter(|key| stays(key)).cloned().collect();
    let of = |side: &[K]| -> Vec<K> {
        let side = side.iter().filter(|key| kept.contains(key)).cloned();
        with_missing(side.collect(), &kept)
    };
    let (one, other) = (of(ours), of(theirs));
    let groups = additions(&kept, ours, theirs, &stays);
    let add = |arranged: &[K]| with_additions(arranged, &groups);
    if one == other || other == kept {
        Ordered {
            keys: add(&one),
            other: None,
        }
    } else if one == kept {
        Ordered {
            keys: add(&other),
            other: None,
        }
    } else {
        // Both moved: which one stays does not depend on whose it is.
        let mine = one <= other;
        let (kept, left) = if mine { (one, other) } else { (other, one) };
        Ordered {
            keys: add(&kept),
            other: Some((add(&left), mine)),
        }
    }
}

/// What each side put after a key of the base.
type Group<K> = (Option<K>, Vec<K>, Vec<K>);

fn additions<K: Ord + Clone>(
    kept: &[K],
    ours: &[K],
    theirs: &[K],
    stays: &impl Fn(&K) -> bool,
) -> Vec<Group<K>> {
    let mut groups: Vec<Group<K>> = Vec::new();
    for (side, mine) in [(ours, true), (theirs, false)] {
        let mut after: Option<K> = None;
        for key in side {
            if kept.contains(key) {
                after = Some(key.clone());
            } else if stays(key) {
                let at = groups.iter().position(|(anchor, ..)| *anchor == after);
                let at = at.unwrap_or_else(|| {
                    groups.push((after.clone(), Vec::new(), Vec::new()));
                    groups.len() - 1
                });
                if let Some((_, one, other)) = groups.get_mut(at) {
                    if mine { one } else { other }.push(key.clone());
                }
            }
        }
    }
    groups.sort();
    groups
}

fn with_additions<K: Ord + Clone>(arranged: &[K], groups: &[Group<K>]) -> Vec<K> {
    let mut out = arranged.to_vec();
    for (after, one, other) in groups {
        // What both put at one place stands by its key, so that the sides can change places.
        let (first, second) = if other.is_empty() || (!one.is_empty() && one <= other) {
            (one, other)
        } else {
            (other, one)
        };
        let anchor = after
            .as_ref()
            .and_then(|anchor| out.iter().position(|key| key == anchor));
        let mut at = anchor.map_or(0, |at| at + 1);
        for key in first.iter().chain(second) {
            if !out.contains(key) {
                out.insert(at, key.clone());
                at += 1;
            }
        }
    }
    out
}

/// Puts back keys that one side lacks, after what precedes them in the base.
fn with_missing<K: Ord + Clone>(mut side: Vec<K>, kept: &[K]) -> Vec<K> {
    let mut before: Option<&K> = None;
    for key in kept {
        if !side.contains(key) {
            let at = before
                .and_then(|before| side.iter().position(|other| other == before))
                .map_or(0, |at| at + 1);
            side.insert(at, key.clone());
        }
        before = Some(key);
    }
    side
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn merged(base: &[u8], ours: &[u8], theirs: &[u8]) -> Vec<u8> {
        order(base, ours, theirs, |key| {
            let of = |side: &[u8]| side.contains(key).then_some(*key);
            settle(of(base).as_ref(), of(ours).as_ref(), of(theirs).as_ref()) != Settled::One(None)
        })
        .keys
    }

    #[test]
    fn additions_removals_and_moves_go_together() {
        assert_eq!(
            merged(&[1, 2, 3], &[1, 9, 2, 3], &[1, 2, 3, 8]),
            [1, 9, 2, 3, 8]
        );
        assert_eq!(merged(&[1, 2, 3], &[1, 3], &[3, 1, 2]), [3, 1]);
        assert_eq!(merged(&[1, 2], &[1, 9, 2], &[1, 8, 2]), [1, 8, 9, 2]);
        assert_eq!(merged(&[], &[5, 4], &[4, 6]), [4, 6, 5]);
    }

    fn list() -> impl Strategy<Value = Vec<u8>> {
        Just((0..9_u8).collect::<Vec<_>>())
            .prop_shuffle()
            .prop_flat_map(|all| (0..=9_usize).prop_map(move |n| all[..n].to_vec()))
    }

    proptest! {
        #[test]
        fn no_change_on_one_side_gives_the_other(base in list(), other in list()) {
            prop_assert_eq!(&merged(&base, &base, &other), &other);
            prop_assert_eq!(&merged(&base, &other, &base), &other);
            prop_assert_eq!(&merged(&base, &other, &other), &other);
        }

        #[test]
        fn sides_change_places_when_only_one_moves(base in list(), other in list(), gone in 0..9_u8, new in 10..12_u8) {
            let mut ours: Vec<u8> = base.iter().copied().filter(|x| *x != gone).collect();
            ours.push(new);
            prop_assert_eq!(merged(&base, &ours, &other), merged(&base, &other, &ours));
        }

        #[test]
        fn sides_change_places_whatever_they_did(base in list(), ours in list(), theirs in list()) {
            prop_assert_eq!(merged(&base, &ours, &theirs), merged(&base, &theirs, &ours));
        }

        #[test]
        fn everything_that_stays_is_there_once(base in list(), ours in list(), theirs in list()) {
            let out = merged(&base, &ours, &theirs);
            for key in 0..9_u8 {
                let of = |side: &[u8]| side.contains(&key).then_some(key);
                let gone = settle(of(&base).as_ref(), of(&ours).as_ref(), of(&theirs).as_ref())
                    == Settled::One(None);
                let times: Vec<&u8> = out.iter().filter(|x| **x == key).collect();
                prop_assert_eq!(times.len(), usize::from(!gone));
            }
        }
    }
}
