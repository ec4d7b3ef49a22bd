//! What the texts of a scenario must not say: who somebody is, a judgement, anything that names a person.
//!
//! The words are those of the kit's lint and of the guard of notes. It must never let a card do what a
//! cue may not.

use super::Scenario;
use super::check::Report;
use crate::domain::guard::{self, GuardLexicon};
use crate::domain::lint::{self, Lexicon, Spot};
use crate::domain::problem::{Gravity, Problem};

/// What texts are read against.
#[derive(Clone, Copy, Debug)]
pub struct Words<'w> {
    /// The words of the lint.
    pub lint: &'w Lexicon,
    /// The words of the guard.
    pub guard: &'w GuardLexicon,
    /// The current year.
    pub year: u32,
}

/// Examines every text of scenarios.
pub fn wording(words: Words<'_>, scenarios: &[Scenario]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, scenario) in scenarios.iter().enumerate() {
        let mut report = Report::new(scenario, index);
        for (field, spot, text) in texts(scenario) {
            examine(&mut report, words, (field, spot, text));
        }
        problems.append(&mut report.problems);
    }
    problems
}

/// Every text, its field, and what is asked of it: what not to do may quote what not to say.
fn texts(scenario: &Scenario) -> Vec<(&'static str, Spot, &str)> {
    let usager = &scenario.usager;
    let mut texts: Vec<(&str, Spot, &str)> = Vec::new();
    let mut add = |field, spot, text| texts.push((field, spot, text));
    add("title", Spot::Cue, scenario.title.as_str());
    add("objective", Spot::Cue, &scenario.objective);
    add("scene", Spot::Cue, &scenario.agent.scene);
    add("situation", Spot::Cue, &usager.situation);
    add("wants", Spot::Cue, &usager.wants);
    add("first", Spot::Cue, &usager.first);
    add("unsaid", Spot::Cue, &usager.unsaid);
    add("rewind", Spot::AvoidText, &scenario.rewind);
    // The idea it undoes has to be named to be undone.
    add(
        "undoes",
        Spot::AvoidText,
        scenario.undoes.as_deref().unwrap_or_default(),
    );
    for play in &usager.plays {
        add("plays", Spot::Cue, &play.how);
    }
    for reply in &usager.replies {
        add("replies", Spot::AvoidText, &reply.asked);
        add("replies", Spot::Cue, &reply.say);
    }
    let lists = [
        ("knows", Spot::Cue, &scenario.agent.knows),
        ("eases", Spot::AvoidText, &usager.eases),
        ("closes", Spot::AvoidText, &usager.closes),
        ("traps", Spot::AvoidText, &scenario.traps),
        ("observer", Spot::AvoidText, &scenario.observer),
        ("debrief", Spot::AvoidText, &scenario.debrief),
    ];
    for (field, spot, lines) in lists {
        for line in lines {
            add(field, spot, line);
        }
    }
    texts
}

fn examine(report: &mut Report<'_>, words: Words<'_>, (field, spot, text): (&str, Spot, &str)) {
    let mut remarks = lint::examine(words.lint, spot, text, words.year);
    if spot == Spot::AvoidText && field != "undoes" {
        // Whatever may be quoted there, nobody is described.
        let all = lint::examine(words.lint, Spot::Cue, text, words.year);
        remarks.extend(all.into_iter().filter(|one| one.code.starts_with("who-")));
    }
    for remark in remarks {
        let said = (remark.message.as_str(), remark.cure.as_str());
        report.tell(remark.gravity, field, &remark.token, said);
    }
    for finding in guard::scan(text, words.guard, words.year) {
        // Identifiers are told by the lint, and words that are only told mean no harm here.
        let told = match finding.severity {
            guard::Severity::Info => continue,
            guard::Severity::Red | guard::Severity::Orange => finding.text(text),
        };
        let of_words = matches!(finding.kind, guard::Kind::Name | guard::Kind::Word(_));
        if of_words && !(spot == Spot::AvoidText && quoted(text, finding.range.0)) {
            let message = format!("« {told} » : {}.", finding.why);
            let cure = "Dites ce qui se passe dans l’échange, sans nommer ni juger personne.";
            report.tell(Gravity::Warning, field, told, (&message, cure));
        }
    }
}

/// Says whether a place of a text is between « and », or between “ and ”.
fn quoted(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let opened = before.matches(['«', '“']).count();
    opened > before.matches(['»', '”']).count()
}
