//! Fields that both sides changed: lists line by line, levels cell by cell, the rest as a whole.
//!
//! It must never mix two texts.

use super::three::{Settled, order, settle};
use super::{Merger, Side};
use crate::domain::kit::Level;
use crate::domain::workshop::address::{Field, Index};
use crate::domain::workshop::edit::Edit;
use crate::domain::workshop::value::{Row, Value};

/// The entry of a key in a list of pairs.
fn of<'a, K: PartialEq, V>(all: &'a [(K, V)], key: &K) -> Option<&'a V> {
    all.iter().find(|(id, _)| id == key).map(|(_, value)| value)
}

fn keys<K: Clone, V>(all: &[(K, V)]) -> Vec<K> {
    all.iter().map(|(key, _)| key.clone()).collect()
}

/// Three versions of a list of pairs; `overlap` says what is kept where both changed an entry.
fn pairs3<K: Ord + Clone, V: Clone + PartialEq>(
    base: &[(K, V)],
    ours: &[(K, V)],
    theirs: &[(K, V)],
    mut overlap: impl FnMut(&K, Option<&V>, Option<&V>, Option<&V>) -> Option<V>,
) -> Vec<(K, V)> {
    let mut settled: Vec<(K, Option<V>)> = Vec::new();
    for key in keys(base).into_iter().chain(keys(ours)).chain(keys(theirs)) {
        if of(&settled, &key).is_some() {
            continue;
        }
        let [base, ours, theirs] = [base, ours, theirs].map(|side| of(side, &key));
        let value = match settle(base, ours, theirs) {
            Settled::One(value) => value,
            Settled::Overlap => overlap(&key, base, ours, theirs),
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
        field: &Field,
        base: Option<&Value>,
        ours: &Value,
        theirs: &Value,
    ) -> Value {
        match (base, ours, theirs) {
            (base, Value::CueLevels(o), Value::CueLevels(t)) => {
                let base = match base {
                    Some(Value::CueLevels(base)) => base.as_slice(),
                    _ => &[],
                };
                let merged = pairs3(base, o, t, |cue, _, o, t| {
                    self.level(field, Index::Cue(cue.clone()), o, t)
                });
                Value::CueLevels(merged)
            }
            (base, Value::Rows(o), Value::Rows(t)) => {
                let base = match base {
                    Some(Value::Rows(base)) => base.as_slice(),
                    _ => &[],
                };
                Value::Rows(pairs3(base, o, t, |question, b, o, t| {
                    let side = |row: Option<&Row>| row.cloned().unwrap_or_default();
                    let merged = pairs3(&side(b), &side(o), &side(t), |answer, _, o, t| {
                        let index = Index::Answer(question.clone(), answer.clone());
                        self.level(field, index, o, t)
                    });
                    (!merged.is_empty()).then_some(merged)
                }))
            }
            (Some(base), ours, theirs) => match self.lines(field, base, ours, theirs) {
                Some(merged) => merged,
                None => self.as_a_whole(field, ours, theirs),
            },
            (None, ours, theirs) => self.as_a_whole(field, ours, theirs),
        }
    }

    fn as_a_whole(&mut self, field: &Field, ours: &Value, theirs: &Value) -> Value {
        self.conflict(field, Some(ours), Some(theirs));
        ours.clone()
    }

    /// A level that both changed: ours is kept, or the one that is left.
    fn level(
        &mut self,
        field: &Field,
        index: Index,
        ours: Option<&Level>,
        theirs: Option<&Level>,
    ) -> Option<Level> {
        let field = Field {
            index,
            ..field.clone()
        };
        let value = |level: Option<&Level>| Value::Level(level.copied());
        self.conflict(&field, Some(&value(ours)), Some(&value(theirs)));
        // What one took out and the other changed stays.
        if ours.is_none()
            && let Some(conflict) = self.conflicts.last_mut()
        {
            conflict.kept = Side::Theirs;
            conflict.other = Edit::set(field.clone(), value(None));
            conflict.what = conflict
                .what
                .replace("Votre version est gardée", "L’autre version est gardée");
        }
        ours.or(theirs).copied()
    }

    /// Lists: lines of the same place one by one, or lines added and removed here and there.
    fn lines(
        &mut self,
        field: &Field,
        base: &Value,
        ours: &Value,
        theirs: &Value,
    ) -> Option<Value> {
        let all = |value: &Value| -> Option<Vec<Value>> {
            Some(
                (0..value.lines()?)
                    .filter_map(|at| value.line(at))
                    .collect(),
            )
        };
        let (b, o, t) = (all(base)?, all(ours)?, all(theirs)?);
        if b.len() == o.len() && b.len() == t.len() {
            let mut merged = ours.clone();
            for (at, ((b, o), t)) in b.iter().zip(&o).zip(&t).enumerate() {
                match settle(Some(b), Some(o), Some(t)) {
                    Settled::One(Some(line)) => merged = merged.with_line(at, line)?,
                    Settled::One(None) => {}
                    Settled::Overlap => {
                        let field = Field {
                            index: Index::Line(at),
                            ..field.clone()
                        };
                        self.conflict(&field, Some(o), Some(t));
                    }
                }
            }
            return Some(merged);
        }
        let changed = |line: &&Value| !o.contains(line) && !t.contains(line);
        let unique = [&b, &o, &t].into_iter().all(|lines| {
            lines
                .iter()
                .enumerate()
                .all(|(at, line)| !lines.iter().skip(at + 1).any(|x| x == line))
        });
        // A line that both touched, or one written twice, cannot be told from its neighbours.
        if b.iter().any(|line| changed(&line)) || !unique {
            return None;
        }
        let key = |line: &Value| format!("{line:?}");
        let known: Vec<(String, Value)> = b
            .iter()
            .chain(&o)
            .chain(&t)
            .map(|line| (key(line), line.clone()))
            .collect();
        let keys = |lines: &[Value]| lines.iter().map(key).collect::<Vec<_>>();
        let [b, o, t] = [keys(&b), keys(&o), keys(&t)];
        let stays = |key: &String| {
            let on = |side: &[String]| side.contains(key).then_some(());
            settle(on(&b).as_ref(), on(&o).as_ref(), on(&t).as_ref()) != Settled::One(None)
        };
        let mut merged = ours.clone();
        for at in (0..ours.lines()?).rev() {
            merged = merged.removed(at)?;
        }
        for (at, key) in order(&b, &o, &t, stays).keys.iter().enumerate() {
            merged = merged.inserted(at, of(&known, key)?.clone())?;
        }
        Some(merged)
    }
}
