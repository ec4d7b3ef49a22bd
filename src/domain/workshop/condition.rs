//! What a rule or a step waits for, built part by part: one is added, taken out, said otherwise.
//!
//! A part is named by the way to it from the whole: the number of a part among others, and 0 under a
//! « sauf ». It must never judge a condition, nor leave an empty group behind where a part was taken
//! out.

use crate::domain::kit::Condition;

/// How the parts of a group go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// One of them is enough.
    Any,
    /// All of them are needed.
    All,
}

/// How a part is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is so.
    Yes,
    /// Somebody said that it is not so: cues only.
    Denied,
    /// It is not so, or nobody said so.
    Not,
}

/// Says how a part is meant, and what it is about.
pub fn way(part: &Condition) -> (Way, Condition) {
    match part {
        Condition::NotCue(id) => (Way::Denied, Condition::Cue(id.clone())),
        Condition::Not(inner) => (Way::Not, (**inner).clone()),
        other => (Way::Yes, other.clone()),
    }
}

/// Lists the ways a part can be meant; a situation is never denied, for nobody can tell.
pub fn ways(part: &Condition) -> Vec<(Way, Condition)> {
    let (now, plain) = way(part);
    let mut all = vec![(Way::Yes, plain.clone())];
    if let Condition::Cue(id) = &plain {
        all.push((Way::Denied, Condition::NotCue(id.clone())));
    }
    if !holds_situation(&plain) || now == Way::Not {
        all.push((Way::Not, Condition::Not(Box::new(plain))));
    }
    all
}

fn holds_situation(condition: &Condition) -> bool {
    match condition {
        Condition::Situation(_) => true,
        Condition::Any(all) | Condition::All(all) => all.iter().any(holds_situation),
        Condition::Not(inner) => holds_situation(inner),
        _ => false,
    }
}

/// Gives a part.
pub fn part<'c>(whole: &'c Condition, way: &[usize]) -> Option<&'c Condition> {
    let Some((first, rest)) = way.split_first() else {
        return Some(whole);
    };
    let inner = match whole {
        Condition::Any(all) | Condition::All(all) => all.get(*first)?,
        Condition::Not(inner) if *first == 0 => inner,
        _ => return None,
    };
    part(inner, rest)
}

fn part_mut<'c>(whole: &'c mut Condition, way: &[usize]) -> Option<&'c mut Condition> {
    let Some((first, rest)) = way.split_first() else {
        return Some(whole);
    };
    let inner = match whole {
        Condition::Any(all) | Condition::All(all) => all.get_mut(*first)?,
        Condition::Not(inner) if *first == 0 => inner,
        _ => return None,
    };
    part_mut(inner, rest)
}

/// The whole with another part in place of one.
pub fn replaced(whole: &Condition, way: &[usize], with: Condition) -> Option<Condition> {
    let mut whole = whole.clone();
    *part_mut(&mut whole, way)? = with;
    Some(whole)
}

/// The whole with one part more: in the group that stands there, or in a group made for both.
pub fn added(whole: &Condition, way: &[usize], more: Condition) -> Option<Condition> {
    let mut whole = whole.clone();
    let mut at = part_mut(&mut whole, way)?;
    while let Condition::Not(inner) = at {
        at = inner;
    }
    match at {
        Condition::Any(all) | Condition::All(all) => all.push(more),
        alone => {
            let first = std::mem::replace(alone, Condition::Any(Vec::new()));
            *alone = Condition::Any(vec![first, more]);
        }
    }
    Some(whole)
}

/// Where a part that is added comes to stand.
pub fn place_of_added(whole: &Condition, way: &[usize]) -> Vec<usize> {
    let mut place = way.to_vec();
    let mut at = part(whole, way);
    while let Some(Condition::Not(inner)) = at {
        place.push(0);
        at = Some(inner);
    }
    place.push(match at {
        Some(Condition::Any(all) | Condition::All(all)) => all.len(),
        _ => 1,
    });
    place
}

/// The whole without a part, and without the groups it leaves empty; `None` = nothing is left.
pub fn removed(whole: &Condition, way: &[usize]) -> Option<Condition> {
    let (last, above) = way.split_last()?;
    let mut all = whole.clone();
    match part_mut(&mut all, above)? {
        Condition::Any(parts) | Condition::All(parts) if *last < parts.len() => {
            parts.remove(*last);
            if !parts.is_empty() {
                return Some(all);
            }
        }
        Condition::Not(_) => {}
        _ => return Some(all),
    }
    removed(whole, above)
}

/// How the parts of a group go together; `None` if it is no group.
pub fn joined(group: &Condition) -> Option<Joined> {
    match group {
        Condition::Any(_) => Some(Joined::Any),
        Condition::All(_) => Some(Joined::All),
        _ => None,
    }
}

/// The whole with the parts of a group going together otherwise.
pub fn joining(whole: &Condition, way: &[usize], how: Joined) -> Option<Condition> {
    let mut whole = whole.clone();
    let group = part_mut(&mut whole, way)?;
    let (Condition::Any(parts) | Condition::All(parts)) = group else {
        return None;
    };
    let parts = std::mem::take(parts);
    *group = match how {
        Joined::Any => Condition::Any(parts),
        Joined::All => Condition::All(parts),
    };
    Some(whole)
}

/// The names of settings that conditions of a kit wait for, each once, in the order of the kit.
pub fn settings(content: &crate::domain::kit::KitContent) -> Vec<String> {
    let mut found = Vec::new();
    let rules = content.rules.iter().map(|rule| &rule.when);
    let steps = content.steps.iter().filter_map(|step| step.when.as_ref());
    for condition in rules.chain(steps) {
        collect(condition, &mut found);
    }
    found
}

fn collect(condition: &Condition, found: &mut Vec<String>) {
    match condition {
        Condition::Setting(name) if !found.contains(name) => found.push(name.clone()),
        Condition::Any(all) | Condition::All(all) => {
            for inner in all {
                collect(inner, found);
            }
        }
        Condition::Not(inner) => collect(inner, found),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cue(id: &str) -> Condition {
        Condition::Cue(id.into())
    }

    fn not(inner: Condition) -> Condition {
        Condition::Not(Box::new(inner))
    }

    #[test]
    fn a_part_is_added_said_otherwise_and_taken_out() {
        let whole = cue("a");
        let whole = added(&whole, &[], cue("b")).unwrap();
        assert_eq!(whole, Condition::Any(vec![cue("a"), cue("b")]));
        let whole = joining(&whole, &[], Joined::All).unwrap();
        let whole = replaced(&whole, &[1], Condition::NotCue("b".into())).unwrap();
        let whole = added(&whole, &[0], cue("c")).unwrap();
        let inner = Condition::Any(vec![cue("a"), cue("c")]);
        assert_eq!(
            whole,
            Condition::All(vec![inner.clone(), Condition::NotCue("b".into())])
        );
        assert_eq!(part(&whole, &[0, 1]), Some(&cue("c")));
        let whole = removed(&whole, &[1]).unwrap();
        assert_eq!(whole, Condition::All(vec![inner]));
        assert_eq!(part(&whole, &[3]), None);
        assert_eq!(replaced(&whole, &[0, 9], cue("x")), None);
    }

    #[test]
    fn taking_the_last_part_out_leaves_no_empty_group() {
        let whole = Condition::All(vec![not(Condition::Any(vec![cue("a")])), cue("b")]);
        let left = removed(&whole, &[0, 0, 0]).unwrap();
        assert_eq!(left, Condition::All(vec![cue("b")]));
        assert_eq!(removed(&left, &[0]), None);
        assert_eq!(removed(&cue("a"), &[]), None);
        assert_eq!(removed(&not(cue("a")), &[0]), None);
        // A way that leads nowhere takes nothing out.
        assert_eq!(removed(&whole, &[7]), Some(whole.clone()));
    }

    #[test]
    fn what_is_added_under_a_but_stays_under_it() {
        let whole = not(cue("a"));
        let more = added(&whole, &[], cue("b")).unwrap();
        assert_eq!(place_of_added(&whole, &[]), [0, 1]);
        assert_eq!(part(&more, &[0, 1]), Some(&cue("b")));
        assert_eq!(place_of_added(&more, &[]), [0, 2]);
        assert_eq!(more, not(Condition::Any(vec![cue("a"), cue("b")])));
    }

    #[test]
    fn each_way_reads_back_and_a_situation_is_never_denied() {
        for part in [cue("a"), Condition::NotCue("a".into()), not(cue("a"))] {
            let all = ways(&part);
            assert_eq!(all.len(), 3);
            for (meant, said) in &all {
                assert_eq!(way(said).0, *meant);
                assert_eq!(way(said).1, cue("a"));
            }
        }
        let declared = Condition::Situation("s".into());
        assert_eq!(ways(&declared).len(), 1);
        let among = Condition::Any(vec![cue("a"), declared.clone()]);
        assert_eq!(ways(&among).len(), 1);
        // A file may hold one all the same: the way out of it is there.
        assert_eq!(ways(&not(declared)).len(), 2);
    }
}
