//! Words at fault, underlined where they are typed; the sentence below says what is the matter.
//!
//! It must never mark by colour alone: the line is thicker the graver it is.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Galley, Stroke, TextBuffer, Ui};

use crate::domain::problem::Gravity;
use crate::domain::workshop::Field;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::unbreakable;

use super::Pen;
use super::field::{Lines, color_of};

/// Words at fault, and how gravely.
pub(super) type Words = Vec<(String, Gravity)>;

/// The words at fault in a field.
pub(super) fn words_of(field: &Field, pen: &Pen<'_>) -> Words {
    let findings = pen.workshop.checked().findings.iter();
    findings
        .filter(|finding| finding.field == *field && !finding.token.trim().is_empty())
        .map(|finding| (finding.token.clone(), finding.gravity))
        .collect()
}

/// Lays a text being typed out as it will be read: a closing » never alone on a line, what is at
/// fault underlined.
pub(super) fn laid_out(
    size: f32,
    lines: Lines,
    words: Words,
) -> impl FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley> {
    move |ui, typed, width| {
        let mut job = underlined(typed.as_str(), size, &words);
        if lines == Lines::One {
            job.wrap.max_width = f32::INFINITY;
            job.break_on_newline = false;
        } else {
            job.wrap.max_width = width;
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }
}

fn underlined(typed: &str, size: f32, words: &Words) -> LayoutJob {
    let t = tokens();
    let plain = TextFormat::simple(fonts::regular(size), t.colors.ink);
    let mut job = LayoutJob::default();
    let mut at = 0;
    for (range, gravity) in ranges(typed, words) {
        let before = typed.get(at..range.start).unwrap_or_default();
        job.append(&unbreakable(before), 0.0, plain.clone());
        let mut marked = plain.clone();
        let width = match gravity {
            Gravity::Error => 3.0,
            Gravity::Warning => 1.5,
            Gravity::Info => 1.0,
        };
        marked.underline = Stroke::new(width, color_of(gravity));
        let found = typed.get(range.clone()).unwrap_or_default();
        job.append(&unbreakable(found), 0.0, marked);
        at = range.end;
    }
    let rest = typed.get(at..).unwrap_or_default();
    job.append(&unbreakable(rest), 0.0, plain);
    job
}

/// Where the words stand, in the order of the text; where two overlap, the graver, then the first.
fn ranges(typed: &str, words: &Words) -> Vec<(Range<usize>, Gravity)> {
    let mut graver: Vec<&(String, Gravity)> = words.iter().collect();
    graver.sort_by_key(|(_, gravity)| *gravity);
    let mut found: Vec<(Range<usize>, Gravity)> = Vec::new();
    for (word, gravity) in graver {
        for range in places(typed, word) {
            let free = |(other, _): &(Range<usize>, Gravity)| {
                range.end <= other.start || other.end <= range.start
            };
            if found.iter().all(free) {
                found.push((range, *gravity));
            }
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Every place of a word that is not within another; the first one if it always is.
fn places(typed: &str, word: &str) -> Vec<Range<usize>> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let all: Vec<Range<usize>> = typed
        .match_indices(word)
        .map(|(at, found)| at..at + found.len())
        .collect();
    let whole = |range: &&Range<usize>| {
        let before = typed.get(..range.start).and_then(|s| s.chars().next_back());
        let after = typed.get(range.end..).and_then(|s| s.chars().next());
        let starts = letter(word.chars().next()) && letter(before);
        let ends = letter(word.chars().next_back()) && letter(after);
        !starts && !ends
    };
    let alone: Vec<Range<usize>> = all.iter().filter(whole).cloned().collect();
    if alone.is_empty() {
        all.into_iter().take(1).collect()
    } else {
        alone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str, words: &[(&str, Gravity)]) -> Vec<(String, Gravity)> {
        let words: Words = words.iter().map(|(w, g)| ((*w).to_owned(), *g)).collect();
        ranges(typed, &words)
            .into_iter()
            .map(|(range, gravity)| (typed[range].to_owned(), gravity))
            .collect()
    }

    #[test]
    fn words_are_found_whole_everywhere_they_stand() {
        let typed = "Les vieux, vieux papiers et les vieuxtemps";
        assert_eq!(found(typed, &[("vieux", Gravity::Error)]).len(), 2);
        assert_eq!(found("revieux", &[("vieux", Gravity::Error)]).len(), 1);
        assert_eq!(found("rien", &[("vieux", Gravity::Error)]), []);
    }

    #[test]
    fn the_graver_of_two_that_overlap_is_marked_and_the_text_stays_whole() {
        let typed = "Appelez le 06\u{202f}39, merci";
        let words = [
            ("le 06\u{202f}39, merci", Gravity::Warning),
            ("06\u{202f}39", Gravity::Error),
        ];
        assert_eq!(
            found(typed, &words),
            [("06\u{202f}39".to_owned(), Gravity::Error)]
        );
        crate::ui::theme::tokens::wear(crate::ui::theme::Look::Light);
        let words = vec![("06\u{202f}39".to_owned(), Gravity::Error)];
        let job = underlined(typed, 15.0, &words);
        assert_eq!(job.text.chars().count(), typed.chars().count());
        assert_eq!(job.sections.len(), 3);
        assert!(job.sections[1].format.underline.width > 2.0);
    }
}
