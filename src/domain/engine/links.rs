//! Linked items: each may depend on one other besides the persona (a tree-augmented network).
//!
//! Everything stays exact: a tree is summed over what is unknown by passing messages from its
//! leaves to its root and back, one hypothesis at a time (Friedman, Geiger & Goldszmidt 1997;
//! Pearl 1988 for the messages). A kit without links never enters this module.

use super::{Given, Item, Table, answer_of};

/// The item another one depends on, and its rows for each of that item's answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Index of the parent item.
    pub parent: usize,
    /// Elicited likelihoods: per answer of the parent, K rows of V values, each summing to 1.
    pub rows: Vec<Vec<Vec<f64>>>,
}

/// Linked items gathered in trees.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forest {
    /// Members of each tree, parents before children.
    pub trees: Vec<Vec<usize>>,
    /// Tree of each item; empty when no item is linked.
    tree: Vec<Option<usize>>,
    /// Per tree and member, the position of its parent within the tree.
    parents: Vec<Vec<Option<usize>>>,
}

/// Buffers of message passing, reused from one call to the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Messages {
    /// Per member, 1 for each answer its own evidence leaves open.
    own: Vec<Vec<f64>>,
    /// Per member, what its subtree says of each of its answers.
    lambda: Vec<Vec<f64>>,
    /// Per member, what it tells its parent about each of the parent's answers.
    up: Vec<Vec<f64>>,
    /// Per member, what the rest of the tree says of each of its answers.
    pi: Vec<Vec<f64>>,
}

impl Forest {
    /// Gathers linked items in trees; they leave their groups. A link that closes a circle, or
    /// whose rows do not fit, is dropped: the item stands alone, as it would without it.
    pub fn new(items: &mut [Item]) -> Self {
        let count = items.len();
        if items.iter().all(|item| item.link.is_none()) {
            return Self::default();
        }
        for m in 0..count {
            let mut seen = 0;
            let mut above = parent_of(items, m);
            while let Some(p) = above {
                seen += 1;
                if p == m || p >= count || seen > count {
                    break;
                }
                above = parent_of(items, p);
            }
            if above.is_some()
                && let Some(item) = items.get_mut(m)
            {
                item.link = None;
            }
        }
        let mut root: Vec<usize> = (0..count).collect();
        let mut depth = vec![0_usize; count];
        for m in 0..count {
            let mut at = m;
            while let Some(p) = parent_of(items, at) {
                at = p;
                if let Some(d) = depth.get_mut(m) {
                    *d += 1;
                }
            }
            if let Some(slot) = root.get_mut(m) {
                *slot = at;
            }
        }
        let mut forest = Self {
            trees: Vec::new(),
            tree: vec![None; count],
            parents: Vec::new(),
        };
        for r in 0..count {
            let mut members: Vec<usize> = (0..count).filter(|m| root.get(*m) == Some(&r)).collect();
            if members.len() < 2 {
                continue;
            }
            members.sort_by_key(|m| (depth.get(*m).copied(), *m));
            for m in &members {
                if let Some(slot) = forest.tree.get_mut(*m) {
                    *slot = Some(forest.trees.len());
                }
                if let Some(item) = items.get_mut(*m) {
                    item.group = None;
                }
            }
            forest.parents.push(
                members
                    .iter()
                    .map(|m| {
                        let parent = parent_of(items, *m)?;
                        members.iter().position(|other| *other == parent)
                    })
                    .collect(),
            );
            forest.trees.push(members);
        }
        forest
    }

    /// Tree an item belongs to.
    pub fn tree_of(&self, item: usize) -> Option<usize> {
        self.tree.get(item).copied().flatten()
    }

    /// Members of a tree, parents before children.
    pub fn members(&self, tree: usize) -> &[usize] {
        self.trees.get(tree).map_or(&[], Vec::as_slice)
    }

    /// ln of the probability of the tree's answers under hypothesis `h`, unknown ones summed out.
    ///
    /// Leaves the messages of that hypothesis behind, for [`Self::belief`].
    pub fn log_evidence(
        &self,
        table: &Table,
        tree: usize,
        h: usize,
        given: &Given,
        messages: &mut Messages,
    ) -> f64 {
        let members = self.members(tree);
        let parents = self.parents.get(tree).map_or(&[][..], Vec::as_slice);
        messages.grow(members.len());
        for (at, &m) in members.iter().enumerate() {
            let known = answer_of(given, m);
            let open = |v: usize| {
                if known.is_none_or(|k| k == v) {
                    1.0
                } else {
                    0.0
                }
            };
            for buffer in [&mut messages.own, &mut messages.lambda] {
                if let Some(row) = buffer.get_mut(at) {
                    row.clear();
                    row.extend((0..table.answers(m)).map(open));
                }
            }
        }
        let mut log = 0.0;
        for (at, &m) in members.iter().enumerate().rev() {
            let Some(parent) = parents.get(at).copied().flatten() else {
                let sum: f64 = messages.lambda.get(at).map_or(0.0, |lambda| {
                    lambda
                        .iter()
                        .enumerate()
                        .map(|(v, l)| l * cell(table.th(m, v), h))
                        .sum()
                });
                return log + sum.ln();
            };
            let of_parent = members.get(parent).map_or(0, |p| table.answers(*p));
            let (Some(lambda), Some(up)) = (messages.lambda.get(at), messages.up.get_mut(at))
            else {
                continue;
            };
            up.clear();
            up.extend((0..of_parent).map(|u| {
                lambda
                    .iter()
                    .enumerate()
                    .map(|(v, l)| l * cell(table.given_parent(m, u, v), h))
                    .sum::<f64>()
            }));
            // Scaling keeps four hundred tiny likelihoods from underflowing.
            let scale = up.iter().copied().fold(0.0, f64::max);
            if scale <= 0.0 {
                return f64::NEG_INFINITY;
            }
            for value in up.iter_mut() {
                *value /= scale;
            }
            log += scale.ln();
            if let Some(target) = messages.lambda.get_mut(parent)
                && let Some(up) = messages.up.get(at)
            {
                for (slot, value) in target.iter_mut().zip(up) {
                    *slot *= value;
                }
            }
        }
        log
    }

    /// Probability of each answer of each member under hypothesis `h`, given the tree's answers.
    ///
    /// Reads the messages that [`Self::log_evidence`] left for the same hypothesis. `belief` is
    /// called with the item, the answer and its probability.
    pub fn belief(
        &self,
        table: &Table,
        tree: usize,
        h: usize,
        messages: &mut Messages,
        mut belief: impl FnMut(usize, usize, f64),
    ) {
        let members = self.members(tree);
        let parents = self.parents.get(tree).map_or(&[][..], Vec::as_slice);
        let mut down = std::mem::take(&mut messages.pi);
        for (at, &m) in members.iter().enumerate() {
            let (before, rest) = down.split_at_mut(at);
            let Some(pi) = rest.first_mut() else {
                continue;
            };
            pi.clear();
            match parents.get(at).copied().flatten() {
                None => pi.extend((0..table.answers(m)).map(|v| cell(table.th(m, v), h))),
                Some(parent) => {
                    let above = before.get(parent).map_or(&[][..], Vec::as_slice);
                    pi.extend((0..table.answers(m)).map(|v| {
                        above
                            .iter()
                            .enumerate()
                            .map(|(u, a)| {
                                let others = messages.without(parents, parent, at, u);
                                a * others * cell(table.given_parent(m, u, v), h)
                            })
                            .sum::<f64>()
                    }));
                }
            }
            let lambda = messages.lambda.get(at).map_or(&[][..], Vec::as_slice);
            let total: f64 = pi.iter().zip(lambda).map(|(a, b)| a * b).sum();
            for (v, (a, b)) in pi.iter().zip(lambda).enumerate() {
                belief(m, v, if total > 0.0 { a * b / total } else { 0.0 });
            }
            // Scaled, so that a long chain does not underflow.
            let own_total: f64 = pi.iter().sum();
            if own_total > 0.0 {
                for a in pi.iter_mut() {
                    *a /= own_total;
                }
            }
        }
        messages.pi = down;
    }
}

impl Messages {
    fn grow(&mut self, members: usize) {
        for buffer in [&mut self.own, &mut self.lambda, &mut self.up, &mut self.pi] {
            if buffer.len() < members {
                buffer.resize_with(members, Vec::new);
            }
        }
    }

    /// The parent's lambda at `u` without what this child told it: own evidence and other children.
    fn without(&self, parents: &[Option<usize>], parent: usize, child: usize, u: usize) -> f64 {
        let value = |list: &[Vec<f64>], at: usize| {
            list.get(at)
                .and_then(|row| row.get(u))
                .copied()
                .unwrap_or(0.0)
        };
        let told = value(&self.up, child);
        if told > 0.0 {
            return value(&self.lambda, parent) / told;
        }
        // The child excludes this answer: rebuild the product from the other children.
        parents
            .iter()
            .enumerate()
            .filter(|(at, p)| **p == Some(parent) && *at != child)
            .map(|(at, _)| value(&self.up, at))
            .product::<f64>()
            * value(&self.own, parent)
    }
}

fn cell(row: &[f64], h: usize) -> f64 {
    row.get(h).copied().unwrap_or(0.0)
}

fn parent_of(items: &[Item], m: usize) -> Option<usize> {
    items.get(m)?.link.as_ref().map(|link| link.parent)
}
