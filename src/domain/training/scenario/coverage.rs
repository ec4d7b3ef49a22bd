//! Whether the scenarios of a kit, together, make one meet everybody; and whether each one shows what it
//! means to show.
//!
//! It must never decide which scenarios are played.

use super::Scenario;
use super::check::Report;
use crate::domain::identification::SituationState;
use crate::domain::identify::Recogniser;
use crate::domain::kit::{Kit, KitContent};
use crate::domain::problem::{Gravity, Problem};
use crate::domain::vocab::Label;

/// Names what no scenario makes one meet, each a French phrase: personas, then channels.
pub fn uncovered(content: &KitContent, scenarios: &[Scenario]) -> Vec<String> {
    let met = |id| {
        scenarios
            .iter()
            .any(|one| one.personas().any(|met| met == id))
    };
    let personas = content.personas.iter();
    let personas = personas.filter(|persona| !met(&persona.id));
    let channels = content.channels.iter();
    let channels =
        channels.filter(|one| scenarios.iter().all(|scenario| scenario.channel != **one));
    personas
        .map(|persona| format!("le persona « {} »", persona.name))
        .chain(channels.map(|channel| format!("le canal « {} »", channel.label())))
        .collect()
}

/// Says where the panel, given what is played, would not put forward what a scenario means.
pub fn unexpected(kit: &Kit, scenarios: &[Scenario]) -> Vec<Problem> {
    let recognisers: Vec<Recogniser> = kit
        .channels
        .iter()
        .map(|channel| Recogniser::new(kit, *channel))
        .collect();
    let mut problems = Vec::new();
    for (index, scenario) in scenarios.iter().enumerate() {
        let mut recognisers = recognisers.iter();
        let Some(recogniser) = recognisers.find(|one| one.channel() == scenario.channel) else {
            continue;
        };
        let mut report = Report::new(scenario, index);
        for with_answers in [false, true] {
            let evidence = scenario.evidence(with_answers);
            if let Ok(found) = recogniser.identify(kit, &evidence) {
                compare(&mut report, kit, &found);
            }
            if !report.problems.is_empty() {
                break;
            }
        }
        problems.append(&mut report.problems);
    }
    problems
}

fn compare(
    report: &mut Report<'_>,
    kit: &Kit,
    found: &crate::domain::identification::Identification,
) {
    let scenario = report.scenario();
    let name = |id: &crate::domain::ids::PersonaId| {
        let persona = kit.persona(id.as_str());
        persona.map_or_else(|| id.to_string(), |persona| persona.name.clone())
    };
    let cure = "Jouez d’autres indices, ou écrivez la piste qu’ils montrent.";
    let told = matches!(found.label, Label::Clear | Label::Possible);
    // Without a lead that is meant, none may stand out.
    let fits = |id| match scenario.leads.as_slice() {
        [] => !told,
        leads => leads.contains(id),
    };
    if let Some(top) = found.top()
        && !fits(&top.id)
    {
        let message = format!("Ces indices mettent « {} » en tête.", name(&top.id));
        report.tell(Gravity::Warning, "leads", "", (&message, cure));
    }
    for situation in &found.situations {
        let meant = scenario.situations.contains(&situation.id);
        let said = situation.state == Some(SituationState::Declared);
        let message = if meant && situation.state.is_none() {
            format!(
                "Ces indices ne font pas proposer « {} ».",
                name(&situation.id)
            )
        } else if said && !meant {
            format!("Ces indices font dire « {} ».", name(&situation.id))
        } else {
            continue;
        };
        report.tell(Gravity::Warning, "situations", "", (&message, cure));
    }
}
