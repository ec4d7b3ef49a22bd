//! What a scenario refers to, and what its cards lack.
//!
//! It must never judge a way of helping: it only says what cannot be played, printed or found.

use super::{GRID, LONGEST, SHORTEST, Scenario};
use crate::domain::ids::is_kebab_case;
use crate::domain::kit::{KitContent, Layer};
use crate::domain::problem::{Gravity, Place, Problem, Section};
use crate::domain::validate::wording::{did_you_mean, french};

/// Problems of one scenario.
pub(super) struct Report<'s> {
    scenario: &'s Scenario,
    index: usize,
    pub(super) problems: Vec<Problem>,
}

impl<'s> Report<'s> {
    pub(super) fn new(scenario: &'s Scenario, index: usize) -> Self {
        Self {
            scenario,
            index,
            problems: Vec::new(),
        }
    }

    pub(super) fn scenario(&self) -> &'s Scenario {
        self.scenario
    }

    /// Tells of a field, at the words at fault.
    pub(super) fn tell(
        &mut self,
        gravity: Gravity,
        field: &str,
        token: &str,
        (message, cure): (&str, &str),
    ) {
        let name = self.scenario.id.as_str();
        self.problems.push(Problem {
            gravity,
            place: Place::new(Section::Scenarios, self.index, name, field).at(token, 0),
            message: french(message),
            cure: french(cure),
        });
    }

    fn error(&mut self, field: &str, token: &str, words: (&str, &str)) {
        self.tell(Gravity::Error, field, token, words);
    }

    fn warning(&mut self, field: &str, token: &str, words: (&str, &str)) {
        self.tell(Gravity::Warning, field, token, words);
    }

    fn known<'k>(
        &mut self,
        (field, what): (&str, &str),
        id: &str,
        ids: impl Iterator<Item = &'k str> + Clone,
    ) -> bool {
        if ids.clone().any(|known| known == id) {
            return true;
        }
        let message = format!("Le kit ne connaît pas {what} « {id} ».");
        let cure = did_you_mean(
            id,
            ids,
            "Écrivez un identifiant du kit, ou retirez cette ligne.",
        );
        self.error(field, id, (&message, &cure));
        false
    }
}

/// Says whether everything a scenario refers to is in a kit.
pub fn fits(content: &KitContent, scenario: &Scenario) -> bool {
    let mut report = Report::new(scenario, 0);
    personas(&mut report, content);
    cues(&mut report, content);
    replies(&mut report, content);
    help(&mut report, content);
    report.problems.is_empty() && content.channels.contains(&scenario.channel)
}

/// Says everything that scenarios refer to and a kit has not, and everything their cards lack.
pub fn references(content: &KitContent, scenarios: &[Scenario]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, scenario) in scenarios.iter().enumerate() {
        let mut report = Report::new(scenario, index);
        name(&mut report, scenarios);
        personas(&mut report, content);
        cues(&mut report, content);
        replies(&mut report, content);
        help(&mut report, content);
        cards(&mut report);
        problems.append(&mut report.problems);
    }
    problems
}

fn name(report: &mut Report<'_>, scenarios: &[Scenario]) {
    let id = report.scenario.id.as_str();
    if !is_kebab_case(id) {
        let message = format!("« {id} » n’est pas un identifiant.");
        let cure = "Écrivez-le en minuscules sans accent, avec des tirets.";
        report.error("id", id, (&message, cure));
    }
    let before = scenarios.iter().take(report.index);
    if before.into_iter().any(|other| other.id.as_str() == id) {
        let message = format!("Deux scénarios s’appellent « {id} ».");
        report.error("id", id, (&message, "Donnez-lui un autre identifiant."));
    }
}

fn personas(report: &mut Report<'_>, content: &KitContent) {
    let scenario = report.scenario;
    if scenario.leads.is_empty() && scenario.situations.is_empty() {
        let message = "Ce scénario ne fait rencontrer personne.";
        let cure = "Écrivez dans leads le profil qu’il montre, ou la situation dans situations.";
        report.error("leads", "", (message, cure));
    }
    let layers = [
        ("leads", Layer::Profile, &scenario.leads),
        ("situations", Layer::Situation, &scenario.situations),
    ];
    for (field, layer, ids) in layers {
        for id in ids {
            let all = content.personas.iter().map(|persona| persona.id.as_str());
            if !report.known((field, "le persona"), id.as_str(), all) {
                continue;
            }
            let mut personas = content.personas.iter();
            if personas.any(|persona| persona.id == *id && persona.layer != layer) {
                let (message, cure) = match layer {
                    Layer::Profile => ("est une situation", "Écrivez-le dans situations."),
                    Layer::Situation => ("est un profil", "Écrivez-le dans leads."),
                };
                report.error(field, id.as_str(), (&format!("« {id} » {message}."), cure));
            }
        }
    }
}

fn cues(report: &mut Report<'_>, content: &KitContent) {
    let scenario = report.scenario;
    let all = content.cues.iter().map(|cue| cue.id.as_str());
    for (at, play) in scenario.usager.plays.iter().enumerate() {
        let id = play.cue.as_str();
        if !report.known(("plays", "l’indice"), id, all.clone()) {
            continue;
        }
        let Some(cue) = content.cues.iter().find(|cue| cue.id == play.cue) else {
            continue;
        };
        if !cue.channels.contains(&scenario.channel) {
            let message = format!("« {id} » ne s’observe pas sur ce canal.");
            report.error("plays", id, (&message, "Choisissez un autre indice."));
        }
        let mut before = scenario.usager.plays.iter().take(at);
        if before.any(|other| other.cue == play.cue) {
            let message = format!("« {id} » est joué deux fois.");
            report.error("plays", id, (&message, "Réunissez les deux lignes."));
        }
        let mut others = scenario.usager.plays.iter();
        if let Some(other) = others.find(|other| cue.excludes.contains(&other.cue)) {
            let message = format!("« {id} » et « {} » s’excluent.", other.cue);
            report.error("plays", id, (&message, "Gardez l’un des deux."));
        }
    }
}

fn replies(report: &mut Report<'_>, content: &KitContent) {
    let scenario = report.scenario;
    let all = content
        .questions
        .iter()
        .map(|question| question.id.as_str());
    for (at, reply) in scenario.usager.replies.iter().enumerate() {
        let Some((question, answer)) = &reply.gives else {
            if reply.asked.is_empty() {
                let message = "Cette réponse n’a pas de question.";
                let cure = "Écrivez asked, ou la question et la réponse du kit.";
                report.error("replies", &reply.say, (message, cure));
            }
            continue;
        };
        let id = question.as_str();
        if !report.known(("replies", "la question"), id, all.clone()) {
            continue;
        }
        let Some(asked) = content.questions.iter().find(|one| one.id == *question) else {
            continue;
        };
        if !asked.channels.contains(&scenario.channel) {
            let message = format!("« {id} » ne se pose pas sur ce canal.");
            report.error("replies", id, (&message, "Choisissez une autre question."));
        }
        let answers = asked.answers.iter().map(|one| one.id.as_str());
        report.known(("replies", "la réponse"), answer.as_str(), answers);
        let mut before = scenario.usager.replies.iter().take(at);
        if before.any(|one| {
            one.gives
                .as_ref()
                .is_some_and(|(other, _)| other == question)
        }) {
            let message = format!("« {id} » reçoit deux réponses.");
            report.error("replies", id, (&message, "Gardez une seule réponse."));
        }
    }
}

fn help(report: &mut Report<'_>, content: &KitContent) {
    let scenario = report.scenario;
    let all = content.steps.iter().map(|step| step.id.as_str());
    for id in &scenario.steps {
        if !report.known(("steps", "l’étape"), id.as_str(), all.clone()) {
            continue;
        }
        let mut steps = content.steps.iter();
        let here = |step: &crate::domain::kit::Step| {
            step.id == *id && step.channels.contains(&scenario.channel)
        };
        if !steps.any(here) {
            let message = format!("L’étape « {id} » ne se fait pas sur ce canal.");
            let cure = "Choisissez une étape de ce canal.";
            report.error("steps", id.as_str(), (&message, cure));
        }
    }
    if let Some(id) = &scenario.procedure {
        let all = content.procedures.iter().map(|one| one.id.as_str());
        if !report.known(("procedure", "la démarche"), id.as_str(), all) {
            return;
        }
        let mut procedures = content.procedures.iter();
        if procedures.any(|one| one.id == *id && one.theme != scenario.theme) {
            let message = format!("La démarche « {id} » est d’un autre thème.");
            report.error("theme", id.as_str(), (&message, "Accordez les deux."));
        }
    }
}

fn cards(report: &mut Report<'_>) {
    let scenario = report.scenario;
    let usager = &scenario.usager;
    let texts = [
        ("title", &scenario.title),
        ("objective", &scenario.objective),
        ("rewind", &scenario.rewind),
        ("scene", &scenario.agent.scene),
        ("situation", &usager.situation),
        ("wants", &usager.wants),
        ("first", &usager.first),
    ];
    for (field, text) in texts {
        if text.trim().is_empty() {
            let message = format!("Le texte {field} manque.");
            report.warning(
                field,
                "",
                (&message, "Écrivez-le : les cartes l’impriment."),
            );
        }
    }
    let lists = [
        ("knows", scenario.agent.knows.len()),
        ("plays", usager.plays.len()),
        ("replies", usager.replies.len()),
        ("eases", usager.eases.len()),
        ("closes", usager.closes.len()),
        ("traps", scenario.traps.len()),
        ("steps", scenario.steps.len()),
        ("debrief", scenario.debrief.len()),
    ];
    for (field, count) in lists {
        if count < 2 {
            let message = format!("La liste {field} compte {count} ligne.");
            report.warning(field, "", (&message, "Donnez-en deux au moins."));
        }
    }
    if !GRID.contains(&scenario.observer.len()) {
        let message = format!("La grille compte {} lignes.", scenario.observer.len());
        let cure = format!("Gardez-en {} à {}.", GRID.start(), GRID.end());
        report.warning("observer", "", (&message, &cure));
    }
    if !(SHORTEST..=LONGEST).contains(&scenario.minutes) {
        let message = format!("Le jeu dure {} minutes.", scenario.minutes);
        let cure = format!("Un jeu dure de {SHORTEST} à {LONGEST} minutes.");
        report.warning("minutes", "", (&message, &cure));
    }
}
