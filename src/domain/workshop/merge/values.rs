//! Fields that both sides changed: lists line by line, levels cell by cell, the rest as a whole.
//!
//! It must never mix two texts.

use super::lines::together;
use super::three::{Settled, order, settle};
use super::{Merger, Side, Slot};
use crate::domain::ids::QuestionId;
use crate::domain::kit::Level;
use crate::domain::workshop::address::{Field, Index};
use crate::domain::workshop::value::{Row, Value};

/// The entry of a key in a list of pairs.
fn of<'a, K: PartialEq, V>(all: &'a [(K, V)], key: &K) -> Option<&'a V> {
    all.iter().find(|(id, _)| id == key).map(|(_, value)| value)
}

fn keys<K: Clone, V>(all: &[(K, V)]) -> Vec<K> {
    all.iter().map(|(key, _)| key.clone()).collect()
}

/// Three versions of a list of pairs; `overlap` says what is kept where both changed an entry. The
/// order has no meaning here: of two, one is kept whoever is asked.
fn pairs3<K: Ord + Clone, V: Clone + PartialEq>(
    [base, ours, theirs]: [&[(K, V)]; 3],
    mut overlap: impl FnMut(&K, [Option<&V>; 3]) -> Option<V>,
) -> Vec<(K, V)> {
    let mut settled: Vec<(K, Option<V>)> = Vec::new();
    for key in keys(base).into_iter().chain(keys(ours)).chain(keys(theirs)) {
        if of(&settled, &key).is_some() {
            continue;
        }
        let [base, ours, theirs] = [base, ours, theirs].map(|side| of(side, &key));
        let value = match settle(base, ours, theirs) {
            Settled::One(value) => value,
            Settled::Overlap => overlap(&key, [base, ours, theirs]),
        };
        settled.push((key, value));
    }
    let value = |key: &K| of(&settled, key).and_then(Clone::clone);
    order(&keys(base), &keys(ours), &keys(theirs), |key| {
        value(key).is_some()
    })
    .keys
    .into_iter()
    .filter_map(|key| value(&key).map(|value| (key, value)))
    .collect()
}

impl Merger<'_> {
    /// A value for a field that both changed, what overlaps being noted.
    pub(super) fn overlap(
        &mut self,
        slot: &Slot,
        field: &Field,
        base: Option<&Value>,
        ours: &Value,
        theirs: &Value,
    ) -> Value {
        match (base, ours, theirs) {
            (base, Value::CueLevels(o), Value::CueLevels(t)) => {
                let b = match base {
                    Some(Value::CueLevels(base)) => base.as_slice(),
                    _ => &[],
                };
                let merged = pairs3([b, o, t], |cue, [_, o, t]| {
                    self.level(slot, field, Index::Cue(cue.clone()), o, t)
                });
                Value::CueLevels(merged)
            }
            (base, Value::Rows(o), Value::Rows(t)) => {
                let b = match base {
                    Some(Value::Rows(base)) => base.as_slice(),
                    _ => &[],
                };
                let merged = pairs3([b, o, t], |question, rows| {
                    self.row(slot, field, question, rows)
                });
                Value::Rows(merged)
            }
            (base, ours, theirs) => {
                let lines = base.and_then(|base| lines(base, ours, theirs));
                lines.unwrap_or_else(|| {
                    let other = self.conflict(slot, field, [ours, theirs], Side::Ours);
                    if other { theirs } else { ours }.clone()
                })
            }
        }
    }

    /// Answers one by one if all have the row: a row half of each would say what nobody wrote.
    fn row(
        &mut self,
        slot: &Slot,
        field: &Field,
        question: &QuestionId,
        rows: [Option<&Row>; 3],
    ) -> Option<Row> {
        if let [Some(b), Some(o), Some(t)] = rows {
            return Some(pairs3([b, o, t], |answer, [_, o, t]| {
                let index = Index::Answer(question.clone(), answer.clone());
                self.level(slot, field, index, o, t)
            }));
        }
        let [_, ours, theirs] = rows;
        let value = |row: Option<&Row>| Value::Row(row.cloned());
        let index = Index::Question(question.clone());
        let [mine, hers] = [value(ours), value(theirs)];
        let other = self.written(slot, field, index, ours.is_some(), [&mine, &hers]);
        if other { theirs } else { ours }.cloned()
    }

    /// A level that both changed: ours is kept, or the one that is left.
    fn level(
        &mut self,
        slot: &Slot,
        field: &Field,
        index: Index,
        ours: Option<&Level>,
        theirs: Option<&Level>,
    ) -> Option<Level> {
        let value = |level: Option<&Level>| Value::Level(level.copied());
        let [mine, hers] = [value(ours), value(theirs)];
        let other = self.written(slot, field, index, ours.is_some(), [&mine, &hers]);
        if other { theirs } else { ours }.copied()
    }

    /// Notes an entry that both changed; says whether theirs is to be taken. What one took out and
    /// the other changed stays.
    fn written(
        &mut self,
        slot: &Slot,
        field: &Field,
        index: Index,
        mine: bool,
        [ours, theirs]: [&Value; 2],
    ) -> bool {
        let field = Field {
            index,
            ..field.clone()
        };
        let kept = if mine { Side::Ours } else { Side::Theirs };
        let other = self.conflict(slot, &field, [ours, theirs], kept);
        other == mine
    }
}

/// Lists of lines; `None` if both touched the same ones, or these are no lines.
fn lines(base: &Value, ours: &Value, theirs: &Value) -> Option<Value> {
    let all = |value: &Value| -> Option<Vec<Value>> {
        Some(
            (0..value.lines()?)
                .filter_map(|at| value.line(at))
                .collect(),
        )
    };
    let lines = together(&all(base)?, &all(ours)?, &all(theirs)?)?;
    let mut merged = ours.clone();
    for at in (0..ours.lines()?).rev() {
        merged = merged.removed(at)?;
    }
    for (at, line) in lines.into_iter().enumerate() {
        merged = merged.inserted(at, line)?;
    }
    Some(merged)
}
