//! Says everything that is wrong in a kit at once, and makes a [`Kit`] of what remains sound.
//!
//! A faulty element is left out together with whatever hung on it; the rest serves. It must never
//! mend a meaning, read a file or ask the clock.

use self::names::Declared;
use self::report::Report;
use super::kit::{Kit, KitContent};
use super::problem::{Gravity, Problem, Section};

mod dates;
mod items;
mod links;
mod manifest;
mod names;
mod personas;
mod prune;
mod report;
mod rules;
mod support;
mod texts;
pub mod wording;

pub(in crate::domain) use self::items::SHORT_LENGTH;
pub(in crate::domain) use self::manifest::RESERVED_KEYS;
pub(in crate::domain) use self::texts::is_prose;

pub use self::names::Unreadable;

/// Most personas a kit can hold.
const MOST_PERSONAS: usize = 500;
/// Most cues, steps and elements of any other section.
const MOST_ELEMENTS: usize = 2000;

/// What came of a kit: the sound part, if any, and everything found.
#[derive(Clone, Debug)]
pub struct Admission {
    /// The sound part; `None` when nothing usable remains.
    pub kit: Option<Kit>,
    /// Every problem, section by section in file order.
    pub problems: Vec<Problem>,
}

/// Judges content; `today` (ISO) lets the freshness of places be judged too.
pub fn admit(content: KitContent, today: Option<&str>) -> Admission {
    admit_partial(content, today, &Unreadable::default())
}

/// Judges a part of a kit, such as one persona taken out: it need not recognise anything alone.
pub fn admit_part(mut content: KitContent) -> Admission {
    let report = examine(&mut content, None, &Unreadable::default());
    Admission {
        kit: (!report.unusable).then(|| Kit::from_sound(content)),
        problems: report.problems,
    }
}

/// Says everything wrong in content, and prunes it.
fn examine(content: &mut KitContent, today: Option<&str>, unreadable: &Unreadable) -> Report {
    let mut report = Report::default();
    check_counts(content, &mut report);
    texts::check(content, &mut report);
    let declared = Declared::new(content, unreadable);
    manifest::check(content, &declared, &mut report);
    manifest::check_short_deck(content, unreadable, &mut report);
    items::check(content, &declared, &mut report);
    personas::check(content, &declared, &mut report);
    support::check(content, &declared, today, &mut report);
    rules::check(content, &declared, &mut report);
    links::check(content, &declared, &mut report);
    report
        .problems
        .sort_by_key(|problem| (problem.place.section, problem.place.index));
    prune::prune(content, &report);
    report
}

/// Judges content of which some elements could not be read: what mentions them is left out quietly.
pub fn admit_partial(
    mut content: KitContent,
    today: Option<&str>,
    unreadable: &Unreadable,
) -> Admission {
    let report = examine(&mut content, today, unreadable);
    let mut problems = report.problems;
    let mut kit = None;
    if !report.unusable {
        let sound = Kit::from_sound(content);
        if sound.profiles().next().is_some() {
            kit = Some(sound);
        } else if problems.iter().all(|p| p.gravity != Gravity::Error)
            && !unreadable.sections.contains(&Section::Personas)
            && unreadable.ids.is_empty()
        {
            let mut report = Report::default();
            report.manifest().error(
                "",
                "",
                (
                    "Le kit n’a aucun profil : il ne peut rien reconnaître.",
                    "Ajoutez au moins un persona avec layer: Profile.",
                ),
            );
            problems.append(&mut report.problems);
        }
    }
    Admission { kit, problems }
}

fn check_counts(content: &KitContent, report: &mut Report) {
    let sections = [
        (Section::Cues, content.cues.len(), MOST_ELEMENTS),
        (Section::Questions, content.questions.len(), MOST_ELEMENTS),
        (Section::Personas, content.personas.len(), MOST_PERSONAS),
        (Section::Steps, content.steps.len(), MOST_ELEMENTS),
        (Section::Places, content.places.len(), MOST_ELEMENTS),
        (Section::Procedures, content.procedures.len(), MOST_ELEMENTS),
        (Section::Rules, content.rules.len(), MOST_ELEMENTS),
        (Section::Cases, content.cases.len(), MOST_ELEMENTS),
        (Section::Links, content.links.len(), MOST_ELEMENTS),
    ];
    for (section, count, most) in sections {
        if count > most {
            let name = section.name();
            report.element(section, most, "").error(
                "",
                "",
                (
                    &format!("La partie {name} compte {count} éléments, au plus {most}."),
                    "Retirez ce qui ne sert pas, ou partagez le kit en deux.",
                ),
            );
            for index in most..count {
                report.faulty.insert((section, index));
            }
        }
    }
}
