//! Findings that share no letter: where two meet the graver keeps its place, and the other what is left.
//!
//! It must never lose a letter that was found: what the graver one does not take stays found.

use super::{Finding, Kind, Severity};

/// Findings in the order of the text, none over another.
pub(super) fn part(text: &str, mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|f| (f.range.0, std::cmp::Reverse(f.range.1)));
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for severity in [Severity::Red, Severity::Orange, Severity::Info] {
        let mut added = Vec::new();
        for finding in findings.iter().filter(|f| f.severity == severity) {
            left_of(text, finding, &kept, &mut added);
        }
        kept.append(&mut added);
        kept.sort_by_key(|f| f.range);
    }
    kept
}

/// Adds what others leave of a finding: `kept` in the order of the text, and those added before it.
fn left_of(text: &str, finding: &Finding, kept: &[Finding], added: &mut Vec<Finding>) {
    let (mut from, to) = finding.range;
    if let Some(last) = added.last_mut() {
        let words = matches!((&last.kind, &finding.kind), (Kind::Word(_), Kind::Word(_)));
        // Two expressions that share a word are rewritten as one, as the longer one is.
        if words && from < last.range.1 && !met(kept, finding) {
            let whole = (last.range.0, last.range.1.max(to));
            if to - from > last.range.1 - last.range.0 {
                *last = finding.clone();
            }
            last.range = whole;
            return;
        }
        // Of the same gravity the first keeps its place.
        from = from.max(last.range.1);
    }
    let next = kept.partition_point(|other| other.range.1 <= from);
    for other in kept.iter().skip(next) {
        if other.range.0 >= to {
            break;
        }
        push(text, finding, (from, other.range.0), added);
        from = other.range.1;
    }
    push(text, finding, (from, to), added);
}

/// Says whether a graver finding shares a letter with one.
fn met(kept: &[Finding], finding: &Finding) -> bool {
    let next = kept.partition_point(|other| other.range.1 <= finding.range.0);
    kept.get(next)
        .is_some_and(|other| other.range.0 < finding.range.1)
}

/// Adds a piece of a finding, without the signs and spaces around it; whole, as it was.
fn push(text: &str, finding: &Finding, (from, to): (usize, usize), added: &mut Vec<Finding>) {
    if from >= to {
        return;
    }
    if (from, to) == finding.range {
        added.push(finding.clone());
        return;
    }
    // What a right's name is cut from says nothing more.
    if finding.severity == Severity::Info && matches!(finding.kind, Kind::Word(_)) {
        return;
    }
    let piece = text.get(from..to).unwrap_or_default();
    let front = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
    let core = front.trim_end_matches(|c: char| !c.is_alphanumeric());
    if core.is_empty() {
        return;
    }
    let from = from + piece.len() - front.len();
    let range = (from, from + core.len());
    added.push(Finding {
        range,
        ..finding.clone()
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guard::Kind;

    fn finding(severity: Severity, range: (usize, usize)) -> Finding {
        Finding {
            kind: Kind::Name,
            severity,
            range,
            why: String::new(),
            proposal: String::new(),
        }
    }

    fn ranges(text: &str, findings: Vec<Finding>) -> Vec<(Severity, (usize, usize))> {
        let parted = part(text, findings).into_iter();
        parted.map(|f| (f.severity, f.range)).collect()
    }

    #[test]
    fn what_is_left_around_the_graver_one_stays_found() {
        let text = "un deux trois";
        let found = vec![
            finding(Severity::Orange, (0, 13)),
            finding(Severity::Red, (3, 7)),
        ];
        assert_eq!(
            ranges(text, found),
            [
                (Severity::Orange, (0, 2)),
                (Severity::Red, (3, 7)),
                (Severity::Orange, (8, 13))
            ]
        );
    }

    #[test]
    fn of_the_same_gravity_the_first_is_whole() {
        let found = vec![
            finding(Severity::Orange, (0, 7)),
            finding(Severity::Orange, (3, 13)),
        ];
        assert_eq!(
            ranges("un deux trois", found),
            [(Severity::Orange, (0, 7)), (Severity::Orange, (8, 13))]
        );
    }

    proptest::proptest! {
        #[test]
        fn nothing_found_is_lost_and_nothing_is_found_twice(
            places in proptest::collection::vec((0_usize..20, 1_usize..8, 0_usize..3), 0..8),
        ) {
            let text = "abcdefghijklmnopqrstuvwxyzabcdef";
            let severities = [Severity::Red, Severity::Orange, Severity::Info];
            let found: Vec<Finding> = places
                .iter()
                .map(|(from, length, severity)| finding(severities[*severity], (*from, from + length)))
                .collect();
            let parted = part(text, found.clone());
            for at in 0..text.len() {
                let over = |list: &[Finding]| -> Vec<Severity> {
                    let within = list.iter().filter(|f| (f.range.0..f.range.1).contains(&at));
                    within.map(|f| f.severity).collect()
                };
                let gravest = over(&found).into_iter().min();
                proptest::prop_assert_eq!(over(&parted), gravest.into_iter().collect::<Vec<_>>());
            }
        }
    }
}
