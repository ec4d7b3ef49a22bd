//! Situations that test a new persona, drawn up from its typical cues and tried at once.
//!
//! It must never keep a situation that contradicts itself.

use super::creating::Creating;
use crate::domain::bench::{differences, evidence};
use crate::domain::identification::SituationState;
use crate::domain::identify::Recogniser;
use crate::domain::ids::{CueId, PersonaId};
use crate::domain::kit::{Case, Expectation, Kit, KitContent};
use crate::domain::vocab::{Channel, Label, Language};
use crate::domain::workshop::bench::sentence;
use crate::domain::workshop::like::{LEAST_TYPICAL, MOST_TYPICAL};
use crate::text;

/// A situation that tests a new persona.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// The situation.
    pub case: Case,
    /// The same as a French sentence.
    pub sentence: String,
    /// What is not as expected, one French sentence each.
    pub differences: Vec<String>,
    /// Whether it goes into the kit.
    pub kept: bool,
}

/// Tries a situation; what the person says in it is expected to be heard.
pub(super) fn try_out(kit: &Kit, content: &KitContent, mut case: Case, aside: &[String]) -> Test {
    let recogniser = Recogniser::new(kit, case.channel);
    let found = recogniser.identify(kit, &evidence(&case));
    let differences = match &found {
        Ok(found) => {
            case.raises = found
                .situations
                .iter()
                .filter(|situation| situation.state == Some(SituationState::Declared))
                .map(|situation| situation.id.clone())
                .collect();
            differences(kit, found, &case)
        }
        Err(_) => Vec::new(),
    };
    Test {
        sentence: sentence(content, &case),
        differences,
        // Cues that cannot hold together test nothing.
        kept: found.is_ok() && !aside.contains(&case.title),
        case,
    }
}

/// Situations that test it: three of its typical cues each time, in turn, on every channel.
pub(super) fn cases(
    creating: &Creating,
    content: &KitContent,
    persona: &PersonaId,
    language: Language,
) -> Vec<Case> {
    let heard = |cue: &CueId, channel: Channel| {
        content
            .cues
            .iter()
            .any(|c| &c.id == cue && c.scored && c.channels.contains(&channel))
    };
    let mut made: Vec<Case> = Vec::new();
    for turn in 0..content.channels.len().saturating_mul(MOST_TYPICAL) {
        if made.len() == TESTS {
            break;
        }
        let Some(channel) = content.channels.get(turn % content.channels.len().max(1)) else {
            break;
        };
        let known: Vec<CueId> = creating
            .typical
            .iter()
            .filter(|cue| heard(cue, *channel))
            .cloned()
            .collect();
        if known.len() < LEAST_TYPICAL {
            continue;
        }
        let cues: Vec<CueId> = (0..LEAST_TYPICAL)
            .filter_map(|i| known.get((turn + i) % known.len()).cloned())
            .collect();
        let twin = |case: &Case| {
            case.channel == *channel && case.cues.iter().all(|cue| cues.contains(cue))
        };
        if made.iter().any(twin) {
            continue;
        }
        let number = i64::try_from(made.len() + 1).unwrap_or(1);
        made.push(Case {
            title: text::format(
                language,
                "atelier_case_title",
                &[
                    ("name", creating.name.trim().to_owned().into()),
                    ("number", number.into()),
                ],
            ),
            channel: *channel,
            cues,
            not_cues: Vec::new(),
            answers: Vec::new(),
            expect: Expectation {
                label: vec![Label::Clear, Label::Possible],
                top: vec![persona.clone()],
            },
            raises: Vec::new(),
            to_verify: Vec::new(),
        });
    }
    made
}

/// Situations a new persona comes with.
const TESTS: usize = 3;
