//! The test bench: a kit's own cases, run through the engine, with what differs in words.

use super::evidence::{Evidence, Sighting};
use super::identification::{Identification, SituationState};
use super::identify::Recogniser;
use super::ids::PersonaId;
use super::kit::{Case, Kit};
use super::vocab::Channel;

/// The result of one case; no difference means it passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseResult {
    /// The case's title.
    pub title: String,
    /// What differs, one French sentence each.
    pub differences: Vec<String>,
}

/// Turns a case into evidence.
pub fn evidence(case: &Case) -> Evidence {
    let mut evidence = Evidence::new(case.channel);
    for cue in &case.cues {
        evidence.cues.insert(cue.clone(), Sighting::Observed);
    }
    for cue in &case.not_cues {
        evidence.cues.insert(cue.clone(), Sighting::Denied);
    }
    evidence.answers.extend(case.answers.iter().cloned());
    evidence
}

/// Runs all cases of a kit, in order.
pub fn run(kit: &Kit) -> Vec<CaseResult> {
    let recognisers: Vec<(Channel, Recogniser)> = kit
        .channels
        .iter()
        .map(|c| (*c, Recogniser::new(kit, *c)))
        .collect();
    kit.cases
        .iter()
        .map(|case| {
            let recogniser = recognisers.iter().find(|(c, _)| *c == case.channel);
            let differences = match recogniser {
                Some((_, recogniser)) => match recogniser.identify(kit, &evidence(case)) {
                    Ok(found) => differences(kit, &found, case),
                    Err(_) => vec!["Les indices de ce cas se contredisent.".to_owned()],
                },
                None => vec![format!(
                    "Le kit ne sert pas le canal {}.",
                    case.channel.label()
                )],
            };
            CaseResult {
                title: case.title.clone(),
                differences,
            }
        })
        .collect()
}

fn names(kit: &Kit, ids: &[&PersonaId]) -> String {
    if ids.is_empty() {
        return "aucune".to_owned();
    }
    ids.iter()
        .map(|id| {
            kit.persona(id.as_str())
                .map_or(id.as_str(), |p| p.name.as_str())
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// Says what is not as a case expects, one French sentence each.
pub fn differences(kit: &Kit, found: &Identification, case: &Case) -> Vec<String> {
    let mut differences = Vec::new();
    if !case.expect.label.is_empty() && !case.expect.label.contains(&found.label) {
        let wanted: Vec<&str> = case.expect.label.iter().map(|l| l.label()).collect();
        differences.push(format!(
            "On attendait {}, on obtient {}.",
            wanted.join(" ou "),
            found.label.label()
        ));
    }
    if let Some(top) = found.top()
        && !case.expect.top.is_empty()
        && !case.expect.top.contains(&top.id)
    {
        differences.push(format!(
            "On attendait {} en tête, on obtient {}.",
            names(kit, &case.expect.top.iter().collect::<Vec<_>>()),
            names(kit, &[&top.id])
        ));
    }
    let in_state = |wanted: SituationState| -> Vec<&PersonaId> {
        found
            .situations
            .iter()
            .filter(|s| s.state == Some(wanted))
            .map(|s| &s.id)
            .collect()
    };
    let declared = in_state(SituationState::Declared);
    let same =
        declared.len() == case.raises.len() && declared.iter().all(|id| case.raises.contains(id));
    if !same {
        differences.push(format!(
            "Situations dites\u{a0}: on attendait {}, on obtient {}.",
            names(kit, &case.raises.iter().collect::<Vec<_>>()),
            names(kit, &declared)
        ));
    }
    let to_verify = in_state(SituationState::ToVerify);
    for id in &case.to_verify {
        if !to_verify.contains(&id) {
            differences.push(format!("{} devrait être à proposer.", names(kit, &[id])));
        }
    }
    differences
}
