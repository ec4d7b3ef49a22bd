//! Differences and both versions together, on drawn kits and on the shipped one.

use reflexe_personas::domain::kit::KitContent;
use reflexe_personas::domain::problem::Gravity;
use reflexe_personas::domain::validate::admit;
use reflexe_personas::domain::workshop::diff::diff;
use reflexe_personas::domain::workshop::merge::{Conflict, Side, merge};
use reflexe_personas::domain::workshop::{Edit, Element, Field, Value, apply, fields};
use reflexe_personas::store::kit_file;

use super::draw_edits::{edit, elements};
use super::generate::{Draw, content};

/// Says whether there is nothing left to draw an edit from.
fn drained(kit: &KitContent) -> bool {
    kit.cues.is_empty()
        || kit.questions.is_empty()
        || kit.steps.is_empty()
        || kit.personas.is_empty()
        || kit.questions.iter().any(|q| q.answers.is_empty())
}

/// Another version, a few edits later.
fn edited(start: &KitContent, seed: u64, many: usize) -> KitContent {
    let draw = &mut Draw::new(seed);
    let mut now = start.clone();
    for _ in 0..many {
        if drained(&now) {
            break;
        }
        // A refusal changes nothing.
        let edit = edit(draw, &now);
        apply(&mut now, &edit).ok();
    }
    now
}

/// Mentions of something that is not there; two new elements may well bear one code, which is told.
fn errors(content: &KitContent) -> usize {
    let problems = admit(content.clone(), None).problems;
    problems
        .iter()
        .filter(|p| p.gravity == Gravity::Error)
        .filter(|p| p.message.contains("n’existe pas") || p.message.contains("n’a pas de réponse"))
        .count()
}

#[test]
fn two_versions_differ_when_something_is_told_and_only_then() {
    let mut told = 0;
    for seed in 0..400 {
        let start = content(seed);
        let after = edited(&start, seed + 10_000, 3);
        let changes = diff(&start, &after);
        assert_eq!(
            changes.is_empty(),
            start == after,
            "seed {seed}: {changes:#?}"
        );
        assert!(changes.iter().all(|c| !c.what.is_empty()));
        assert!(diff(&after, &after).is_empty());
        told += changes.len();
    }
    assert!(told > 1000, "{told}");
}

/// Says whether each way round keeps its own side.
fn swapped(conflict: &Conflict, back: &[Conflict]) -> bool {
    conflict.field.is_some()
        && conflict.kept == Side::Ours
        && back.iter().any(|other| {
            (&other.element, &other.field, other.kept)
                == (&conflict.element, &conflict.field, Side::Ours)
        })
}

#[test]
fn a_change_with_no_change_is_the_change_and_the_sides_count_the_same() {
    let (mut smooth, mut rough) = (0, 0);
    for seed in 0..400 {
        let base = content(seed);
        let many = 1 + usize::try_from(seed % 3).unwrap();
        let ours = edited(&base, seed + 20_000, many);
        let theirs = edited(&base, seed + 30_000, many);
        for (one, other, whole) in [
            (&base, &theirs, &theirs),
            (&ours, &base, &ours),
            (&ours, &ours, &ours),
        ] {
            let merged = merge(&base, one, other);
            assert_eq!(&merged.content, whole, "seed {seed}");
            assert!(merged.conflicts.is_empty());
        }
        let merged = merge(&base, &ours, &theirs);
        let back = merge(&base, &theirs, &ours);
        assert_eq!(
            merged.conflicts.len(),
            back.conflicts.len(),
            "seed {seed}: {:#?} {:#?}",
            merged.conflicts,
            back.conflicts
        );
        // What each keeps of its own side, the other way round.
        let own: Vec<usize> = (0..merged.conflicts.len())
            .filter(|at| swapped(&merged.conflicts[*at], &back.conflicts))
            .collect();
        assert_eq!(merged.with_others(&own), back.content, "seed {seed}");
        if merged.conflicts.is_empty() {
            smooth += 1;
            assert_eq!(merged.content, back.content, "seed {seed}");
        } else {
            rough += 1;
            for (at, conflict) in merged.conflicts.iter().enumerate() {
                let taken = merged.with_others(&[at]) != merged.content;
                assert_eq!(taken, conflict.choice, "seed {seed}: {conflict:#?}");
            }
        }
        assert!(
            errors(&merged.content) <= errors(&ours) + errors(&theirs),
            "seed {seed}: a mention of something gone"
        );
    }
    assert!(smooth > 100 && rough > 30, "{smooth} smooth, {rough} rough");
}

/// The fields that an edit fills in, with what it puts there.
fn filled(edit: &Edit) -> Vec<(Field, Value)> {
    match edit {
        Edit::Set { field, value } => vec![(field.clone(), value.clone())],
        Edit::Levels(cells) => cells
            .iter()
            .map(|cell| (cell.field(), Value::Level(cell.level)))
            .collect(),
        _ => Vec::new(),
    }
}

#[test]
fn what_each_filled_in_is_in_both_together() {
    let mut kept = 0;
    for seed in 0..600 {
        let base = content(seed);
        let (draw, mut ours, mut theirs) =
            (&mut Draw::new(seed + 40_000), base.clone(), base.clone());
        let (one, other) = (edit(draw, &base), edit(draw, &base));
        let (mine, hers) = (filled(&one), filled(&other));
        if mine.is_empty() || hers.is_empty() {
            continue;
        }
        apply(&mut ours, &one).unwrap();
        apply(&mut theirs, &other).unwrap();
        let merged = merge(&base, &ours, &theirs);
        if !merged.conflicts.is_empty() {
            assert!(
                mine.iter()
                    .any(|(f, _)| hers.iter().any(|(g, _)| f.whole() == g.whole())),
                "seed {seed}"
            );
            continue;
        }
        for (field, _) in mine.iter().chain(&hers) {
            let read = |content: &KitContent| fields::read(content, field);
            let now = read(&merged.content);
            assert!(
                now == read(&ours) || now == read(&theirs),
                "seed {seed}: {field}"
            );
            let changed = if read(&ours) == read(&base) {
                read(&theirs)
            } else {
                read(&ours)
            };
            if read(&ours) == read(&base) || read(&theirs) == read(&base) {
                kept += 1;
                assert_eq!(now, changed, "seed {seed}: {field}");
            }
        }
    }
    assert!(kept > 100, "{kept}");
}

#[test]
fn versions_of_the_shipped_kit_go_together() {
    let base = kit_file::load_embedded(None).kit.unwrap().content().clone();
    for seed in 0..6 {
        let ours = edited(&base, seed + 50_000, 12);
        let theirs = edited(&base, seed + 60_000, 12);
        assert!(!diff(&base, &ours).is_empty());
        let merged = merge(&base, &ours, &theirs);
        assert_eq!(
            merged.conflicts.len(),
            merge(&base, &theirs, &ours).conflicts.len()
        );
        assert!(errors(&merged.content) <= errors(&ours) + errors(&theirs));
    }
}

fn renames(edit: &Edit) -> bool {
    match edit {
        Edit::Rename { .. } => true,
        Edit::Together(edits) => edits.iter().any(renames),
        _ => false,
    }
}

/// What a side wrote is in a content: texts and settings as they are, lines and levels one by one.
fn assert_holds(base: &KitContent, side: &KitContent, mine: &KitContent, seed: u64) -> usize {
    let mut met = 0;
    for element in elements(side) {
        if matches!(element, Element::Rule(_) | Element::Case(_)) {
            continue;
        }
        for name in fields::names(&element) {
            let field = Field::new(element.clone(), *name);
            let read = |content| fields::read(content, &field);
            let (was, wrote, now) = (read(base), read(side), read(mine));
            if was == wrote {
                continue;
            }
            met += 1;
            let (wrote, now) = (
                wrote.unwrap(),
                now.unwrap_or_else(|| panic!("seed {seed}: {field}")),
            );
            let said = format!("seed {seed}: {field}\n{was:?}\n{wrote:?}\n{now:?}");
            match (&wrote, &now) {
                (Value::CueLevels(wrote), Value::CueLevels(now)) => {
                    let was = match &was {
                        Some(Value::CueLevels(was)) => was.as_slice(),
                        _ => &[],
                    };
                    assert!(
                        wrote.iter().all(|x| was.contains(x) || now.contains(x)),
                        "{said}"
                    );
                }
                (Value::Rows(wrote), Value::Rows(now)) => {
                    let was = match &was {
                        Some(Value::Rows(was)) => was.as_slice(),
                        _ => &[],
                    };
                    let has = |all: &[_], question: &_, x: &_| {
                        all.iter()
                            .any(|(other, row): &(_, Vec<_>)| other == question && row.contains(x))
                    };
                    for (question, row) in wrote {
                        let held = |x| has(was, question, x) || has(now, question, x);
                        assert!(row.iter().all(held), "{said}");
                    }
                }
                (wrote, now) if wrote.lines().is_some() => {
                    let lines = |value: &Value| -> Vec<Value> {
                        (0..value.lines().unwrap_or(0))
                            .map(|at| value.line(at).unwrap())
                            .collect()
                    };
                    let was = was.as_ref().map(lines).unwrap_or_default();
                    let now = lines(now);
                    let held = |line: &Value| was.contains(line) || now.contains(line);
                    assert!(lines(wrote).iter().all(held), "{said}");
                }
                (wrote, now) => assert_eq!(wrote, now, "{said}"),
            }
        }
    }
    for rule in &side.rules {
        met += 1;
        let old = base.rules.iter().any(|x| x.when == rule.when);
        assert!(
            old || mine.rules.iter().any(|x| x.when == rule.when),
            "seed {seed}: {rule:?}"
        );
    }
    for case in &side.cases {
        let old = base.cases.iter().any(|x| x.title == case.title);
        assert!(
            old || mine.cases.iter().any(|x| x.title == case.title),
            "seed {seed}: {case:?}"
        );
    }
    met
}

#[test]
fn nothing_that_either_side_wrote_is_lost() {
    let mut seen = 0;
    for seed in 0..400 {
        let base = content(seed);
        let side = |seed: u64| {
            let draw = &mut Draw::new(seed);
            let mut now = base.clone();
            for _ in 0..3 {
                if drained(&now) {
                    break;
                }
                let edit = edit(draw, &now);
                // Another id is another address: what follows could not be found again.
                if !renames(&edit) {
                    apply(&mut now, &edit).ok();
                }
            }
            now
        };
        let (ours, theirs) = (side(seed + 70_000), side(seed + 80_000));
        let merged = merge(&base, &ours, &theirs);
        for (side, whose) in [(&ours, Side::Ours), (&theirs, Side::Theirs)] {
            let other: Vec<usize> = (0..merged.conflicts.len())
                .filter(|at| merged.conflicts[*at].kept != whose)
                .collect();
            seen += assert_holds(&base, side, &merged.with_others(&other), seed);
        }
    }
    assert!(seen > 1000, "{seen}");
}
