//! Traces of machines and places: IP addresses, links that carry a token, coordinates.

use super::reading::Reading;
use super::{Kind, Match};

/// Longest link read whole.
const LONGEST: usize = 2048;

/// Finds all of them.
pub(super) fn find(reading: &Reading, matches: &mut Vec<Match>) {
    let mut at = 0;
    let mut last: Option<(usize, usize)> = None;
    while at < reading.len() {
        if reading.at(at) == Some(' ') {
            at += 1;
            continue;
        }
        let end = reading.unbroken(at, LONGEST);
        let word = reading.slice(at, end);
        // Most words are neither numbers nor links.
        if !word.bytes().any(|b| b.is_ascii_digit()) && !word.contains(['=', ':']) {
            last = Some((at, end));
            at = end.max(at + 1);
            continue;
        }
        let opened = word.len() - word.trim_start_matches(['(', '«', '"', '<', '=']).len();
        let value = word.get(opened..).unwrap_or_default();
        // « ip=192.0.2.1 », « lien:https://… »
        let label = value
            .find(['=', ':'])
            .filter(|cut| {
                let before = value.get(..*cut).unwrap_or_default();
                let after = value.get(cut + 1..).unwrap_or_default();
                !before.contains(['/', '.'])
                    && before.len() > 1
                    && before.bytes().all(|b| b.is_ascii_alphabetic())
                    && !after.starts_with("//")
                    && !after.is_empty()
                    && u16::from_str_radix(before, 16).is_err()
            })
            .map_or(0, |cut| cut + 1);
        let value = value.get(label..).unwrap_or_default();
        let trimmed = value.trim_end_matches(['.', ',', ';', ')', '»', '"', '>']);
        let from = at + word.get(..opened + label).map_or(0, |s| s.chars().count());
        let to = from + trimmed.chars().count();
        let after_version = last.is_some_and(|(a, b)| {
            let before = reading.slice(a, b).to_lowercase();
            matches!(
                before.as_str(),
                "version" | "v" | "application" | "firmware"
            )
        });
        let place = is_coordinate(trimmed) || is_degrees(trimmed);
        let second = place.then(|| second_coordinate(reading, end)).flatten();
        if let Some(to) = second {
            matches.push(Match::shaped(Kind::Technical, from, to));
            at = to;
            last = None;
            continue;
        }
        if (is_machine(trimmed) && !after_version) || has_token(trimmed) || is_degrees(trimmed) {
            matches.push(Match::shaped(Kind::Technical, from, to));
        }
        last = Some((at, end));
        at = end.max(at + 1);
    }
}

fn is_machine(text: &str) -> bool {
    let four: Vec<&str> = text.split('.').take(5).collect();
    let dotted = four.len() == 4
        && four
            .iter()
            .all(|p| p.len() <= 3 && p.parse::<u8>().is_ok() && !p.starts_with('+'));
    let groups = text.split(':').count();
    let colons = (3..=8).contains(&groups)
        && (groups == 8 || text.contains("::"))
        && text
            .split(':')
            .all(|p| p.len() <= 4 && p.bytes().all(|b| b.is_ascii_hexdigit()))
        && text.bytes().any(|b| b.is_ascii_digit());
    dotted || colons
}

/// A link whose question or last step is long and made of letters and digits.
fn has_token(text: &str) -> bool {
    let folded = text.to_ascii_lowercase();
    let link = folded.contains("://") || folded.starts_with("www.");
    if !link {
        return false;
    }
    let asks = text
        .split_once(['?', '#'])
        .is_some_and(|(_, query)| query.contains('=') && query.len() >= 12);
    let step = text.split('/').skip(3).any(|step| {
        let digits = step.bytes().filter(u8::is_ascii_digit).count();
        step.len() >= 16
            && digits >= 2
            && step
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
            && step.bytes().any(|b| b.is_ascii_alphabetic())
            && longest_run(step) >= 12
    });
    asks || step
}

/// The longest run without a dash: « demande-de-logement-2024 » is a title, not a token.
fn longest_run(step: &str) -> usize {
    step.split(['-', '_']).map(str::len).max().unwrap_or(0)
}

/// A number of degrees with at least four decimals.
fn is_coordinate(text: &str) -> bool {
    let text = text.trim_start_matches('-');
    text.split_once(['.', ','])
        .is_some_and(|(whole, decimals)| {
            (1..=3).contains(&whole.len())
                && decimals.len() >= 4
                && whole
                    .bytes()
                    .chain(decimals.bytes())
                    .all(|b| b.is_ascii_digit())
        })
}

/// The end of a second coordinate after a first: a place is two.
fn second_coordinate(reading: &Reading, after: usize) -> Option<usize> {
    let mut at = after;
    while matches!(reading.at(at), Some(' ' | ';' | ',' | '/')) && at < after + 3 {
        at += 1;
    }
    let end = reading.unbroken(at, 24);
    let word = reading.slice(at, end);
    let trimmed = word.trim_end_matches(['.', ',', ';', ')']);
    (is_coordinate(trimmed) || is_degrees(trimmed)).then(|| at + trimmed.chars().count())
}

/// « 48°51'24"N »
fn is_degrees(text: &str) -> bool {
    text.contains('°')
        && text.contains('\'')
        && text.ends_with(['N', 'S', 'E', 'W', 'O'])
        && text.bytes().filter(u8::is_ascii_digit).count() >= 4
}
