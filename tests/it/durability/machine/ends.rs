//! What a disk may hold after the power went.

use std::path::Path;

use super::super::Files;
use super::{Content, Machine, Node, apply, named};

/// At most so many ways for a cut to end; above, so many are drawn.
const ENDS: usize = 160;

impl Machine {
    /// The ways in which the files may be found again after the power went, all if they are few.
    pub(crate) fn after_the_cut(&self, root: &Path, random: &mut fastrand::Rng) -> Vec<Files> {
        let state = self.0.lock().unwrap();
        let named_files: Vec<usize> = (state.kept.values())
            .chain(
                state
                    .waiting
                    .iter()
                    .filter_map(|c| Some(&c.given.as_ref()?.1)),
            )
            .filter_map(|node| match node {
                Node::File(id) => Some(*id),
                Node::Folder => None,
            })
            .collect();
        let ways: Vec<Vec<Vec<u8>>> = (state.contents.iter().enumerate())
            .map(|(id, content)| {
                if named_files.contains(&id) {
                    ways_to_end(content)
                } else {
                    vec![Vec::new()]
                }
            })
            .collect();
        let sizes: Vec<usize> = std::iter::repeat_n(2, state.waiting.len())
            .chain(ways.iter().map(Vec::len))
            .collect();
        let product = |all: usize, size: &usize| all.saturating_mul(*size);
        let all = sizes.iter().fold(1, product);
        let draw = |random: &mut fastrand::Rng| {
            let pick = |size: &usize| random.usize(..*size);
            sizes.iter().map(pick).collect::<Vec<usize>>()
        };
        let choices: Vec<Vec<usize>> = if all <= ENDS {
            (0..all)
                .map(|mut rank| {
                    sizes
                        .iter()
                        .map(|size| {
                            let choice = rank % size;
                            rank /= size;
                            choice
                        })
                        .collect()
                })
                .collect()
        } else {
            let last = sizes.iter().map(|size| size - 1).collect();
            let drawn = (2..ENDS).map(|_| draw(random));
            [vec![0; sizes.len()], last]
                .into_iter()
                .chain(drawn)
                .collect()
        };
        choices
            .iter()
            .map(|choice| {
                let (names, contents) = choice.split_at(state.waiting.len());
                let mut kept = state.kept.clone();
                for (change, arrived) in state.waiting.iter().zip(names) {
                    if *arrived == 1 {
                        apply(&mut kept, change);
                    }
                }
                let contents: Vec<Vec<u8>> = ways
                    .iter()
                    .zip(contents)
                    .map(|(ways, choice)| ways[*choice].clone())
                    .collect();
                named(&kept, &contents, root)
            })
            .collect()
    }
}

/// What may be left of a file: as it was, as it is, and what lies between.
fn ways_to_end(content: &Content) -> Vec<Vec<u8>> {
    let Content { seen, kept } = content;
    if seen == kept {
        return vec![seen.clone()];
    }
    let mut ways = vec![kept.clone(), seen.clone()];
    if let Some(added) = seen.strip_prefix(kept.as_slice()) {
        let with = |tail: &[u8]| [kept, tail].concat();
        let block = added.len().saturating_sub(512).max(added.len() / 2);
        let mut torn = added.to_vec();
        torn[block..].fill(0);
        let mut mixed = added.to_vec();
        mixed[block..].iter_mut().for_each(|byte| *byte = !*byte);
        ways.extend([
            with(&vec![0; added.len()]),
            with(&added[..added.len() / 2]),
            with(&added[..1]),
            with(&torn),
            with(&mixed),
        ]);
    } else if !kept.starts_with(seen) {
        let half = seen.len().min(kept.len()) / 2;
        ways.push([&seen[..half], kept.get(half..).unwrap_or_default()].concat());
    }
    ways
}
