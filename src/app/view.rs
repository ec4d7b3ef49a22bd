//! What screens show, as plain data: computed from the state, drawn by views, tested without either.

use crate::domain::evidence::Sighting;
use crate::domain::identification::{SituationState, StepOrigin};
use crate::domain::ids::{AnswerId, CueId, FamilyId, PersonaId, QuestionId, StepId};
use crate::domain::interview::StepMark;
use crate::domain::kit::{Deck, Say};
use crate::domain::vocab::{Channel, Label, Mode};
use crate::text::wording;

use super::state::{Moment, State};

/// Reasons weaker than this are not shown, in decibans.
pub const MIN_REASON_DECIBANS: f64 = 1.0;
/// Reasons shown at most.
const MAX_REASONS: usize = 4;

/// A cue as a row.
#[derive(Clone, Debug, PartialEq)]
pub struct CueRow {
    /// The cue.
    pub id: CueId,
    /// Its label.
    pub short: String,
    /// Its whole sentence.
    pub text: String,
    /// Unknown, observed or denied.
    pub sighting: Option<Sighting>,
    /// Worth looking for.
    pub to_observe: bool,
}

/// A family and its first cues.
#[derive(Clone, Debug, PartialEq)]
pub struct FamilyView {
    /// The family.
    pub id: FamilyId,
    /// Its title.
    pub title: String,
    /// Its letter.
    pub key: char,
    /// The two most telling cues.
    pub cues: Vec<CueRow>,
    /// Cues noted on its own page.
    pub noted_elsewhere: usize,
}

/// The question in view.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// The question.
    pub id: QuestionId,
    /// The words to say.
    pub ask: String,
    /// Its answers.
    pub answers: Vec<(AnswerId, String)>,
    /// The answer it already has, if the agent came back to it.
    pub given: Option<AnswerId>,
}

/// An answer already given.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenView {
    /// The question.
    pub id: QuestionId,
    /// Its words.
    pub ask: String,
    /// The answer's words, or `None` for « sans réponse ».
    pub answer: Option<String>,
}

/// A situation as a banner.
#[derive(Clone, Debug, PartialEq)]
pub struct SituationView {
    /// The situation.
    pub id: PersonaId,
    /// Its name.
    pub name: String,
    /// Said, or to offer.
    pub state: SituationState,
    /// What it rests on, in words.
    pub because: String,
}

/// A reason as a line.
#[derive(Clone, Debug, PartialEq)]
pub struct ReasonView {
    /// What was observed.
    pub text: String,
    /// Weight of evidence, in decibans; its sign says for or against.
    pub decibans: f64,
    /// How strong it is and which way, in words.
    pub strength: String,
    /// How much less it counts, if it does.
    pub share: Option<String>,
    /// How much less it counts, and why, if it does.
    pub discount: Option<String>,
}

/// A lead as a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadView {
    /// The profile.
    pub id: PersonaId,
    /// Its name.
    pub name: String,
    /// Its sign.
    pub symbol: Option<String>,
    /// One sentence.
    pub essence: String,
    /// Its posterior.
    pub probability: f64,
    /// Marks filled on a gauge of five.
    pub marks: usize,
    /// What counts.
    pub motivations: Vec<String>,
    /// What holds back.
    pub obstacles: Vec<String>,
}

/// The middle zone, by state.
#[derive(Clone, Debug, PartialEq)]
pub enum SuggestionView {
    /// Nothing noted.
    Ready,
    /// Noted things that cannot hold together.
    Contradiction(Vec<CueId>),
    /// Something noted; `label` says how sure it is.
    Known {
        /// How sure.
        label: Label,
        /// The lead, or what is followed.
        lead: Box<LeadView>,
        /// The next two, with their posterior.
        others: Vec<(PersonaId, String, f64)>,
        /// Why the lead rather than the second.
        reasons: Vec<ReasonView>,
        /// Declared situations that explain part of it.
        explained_by: Vec<String>,
        /// Whether the agent follows it.
        followed: bool,
    },
}

/// A step as a row.
#[derive(Clone, Debug, PartialEq)]
pub struct StepView {
    /// The step.
    pub id: StepId,
    /// Its title.
    pub title: String,
    /// How.
    pub detail: String,
    /// How one helps.
    pub mode: Mode,
    /// Done, skipped, or neither.
    pub mark: Option<StepMark>,
    /// Whether it is the current one.
    pub current: bool,
    /// Why it is there, in words.
    pub because: String,
    /// The sentence to say with it.
    pub say: Option<String>,
}

fn say_on(list: &[Say], channel: Channel) -> Option<String> {
    list.iter()
        .find(|s| s.channels.contains(&channel))
        .map(|s| s.text.clone())
}

/// Gives a cue as a row.
pub fn cue_row(state: &State, id: &CueId) -> Option<CueRow> {
    let cue = state.kit.cue(id.as_str())?;
    let to_observe = state
        .identification
        .as_ref()
        .is_ok_and(|i| i.counted > 0 && i.to_observe.contains(id));
    Some(CueRow {
        id: id.clone(),
        short: cue.short.clone(),
        text: cue.text.clone(),
        sighting: state.evidence().cues.get(id).copied(),
        to_observe,
    })
}

/// Lists the families with their first cues, in kit order.
pub fn families(state: &State) -> Vec<FamilyView> {
    state
        .kit
        .families
        .iter()
        .map(|family| {
            let all = state.family_cues(&family.id);
            let shown: Vec<&CueId> = all
                .iter()
                .filter(|id| {
                    state
                        .kit
                        .cue(id.as_str())
                        .is_some_and(|c| c.deck == Deck::Short)
                })
                .take(2)
                .collect();
            let noted_elsewhere = all
                .iter()
                .filter(|id| !shown.contains(id) && state.evidence().cues.contains_key(*id))
                .count();
            FamilyView {
                id: family.id.clone(),
                title: family.title.clone(),
                key: family.key,
                cues: shown
                    .into_iter()
                    .filter_map(|id| cue_row(state, id))
                    .collect(),
                noted_elsewhere,
            }
        })
        .collect()
}

/// Gives the question in view.
pub fn question(state: &State) -> Option<QuestionView> {
    let channel = state.evidence().channel;
    let question = state.kit.question(state.question_in_view()?.as_str())?;
    Some(QuestionView {
        id: question.id.clone(),
        ask: question.ask_on(channel).to_owned(),
        answers: question
            .answers
            .iter()
            .map(|a| (a.id.clone(), a.text_on(channel).to_owned()))
            .collect(),
        given: state.evidence().answers.get(&question.id).cloned(),
    })
}

/// Lists the questions already asked.
pub fn given(state: &State) -> Vec<GivenView> {
    let evidence = state.evidence();
    state
        .kit
        .questions
        .iter()
        .filter(|q| evidence.asked(&q.id))
        .map(|q| GivenView {
            id: q.id.clone(),
            ask: q.ask_on(evidence.channel).to_owned(),
            answer: evidence.answers.get(&q.id).and_then(|id| {
                let answer = q.answers.iter().find(|a| &a.id == id)?;
                Some(answer.text_on(evidence.channel).to_owned())
            }),
        })
        .collect()
}

/// Lists the situations to show, declared first.
pub fn situations(state: &State) -> Vec<SituationView> {
    let Ok(identification) = &state.identification else {
        return Vec::new();
    };
    let mut list: Vec<SituationView> = identification
        .situations
        .iter()
        .filter_map(|s| {
            let state_of = s.state?;
            let persona = state.kit.persona(s.id.as_str())?;
            let because = s
                .because
                .iter()
                .map(|o| {
                    wording::observation(state.language(), &state.kit, o, identification.channel)
                })
                .collect::<Vec<_>>()
                .join(", ");
            Some(SituationView {
                id: s.id.clone(),
                name: persona.name.clone(),
                state: state_of,
                because,
            })
        })
        .collect();
    list.sort_by_key(|s| s.state != SituationState::Declared);
    list
}

/// Turns a posterior into marks on a gauge of five, one at least.
pub fn marks(probability: f64) -> usize {
    [0.3, 0.5, 0.7, 0.9]
        .iter()
        .filter(|threshold| probability >= **threshold)
        .count()
        + 1
}

fn lead(state: &State, id: &PersonaId, probability: f64) -> Option<LeadView> {
    let persona = state.kit.persona(id.as_str())?;
    Some(LeadView {
        id: id.clone(),
        name: persona.name.clone(),
        symbol: persona.symbol.clone(),
        essence: persona.essence.clone(),
        probability,
        marks: marks(probability),
        motivations: persona.motivations.iter().take(3).cloned().collect(),
        obstacles: persona.obstacles.iter().take(3).cloned().collect(),
    })
}

/// Gives the middle zone.
pub fn suggestion(state: &State) -> SuggestionView {
    let Ok(identification) = &state.identification else {
        return SuggestionView::Contradiction(state.evidence().cues.keys().cloned().collect());
    };
    let followed = state.evidence().followed.clone();
    let any_situation = identification.situations.iter().any(|s| s.state.is_some());
    if identification.counted == 0 && followed.is_none() && !any_situation {
        return SuggestionView::Ready;
    }
    let Some(id) = followed
        .clone()
        .or_else(|| identification.top().map(|c| c.id.clone()))
    else {
        return SuggestionView::Ready;
    };
    let probability = identification.by_profile.get(&id).copied().unwrap_or(0.0);
    let Some(lead) = lead(state, &id, probability) else {
        return SuggestionView::Ready;
    };
    let others = identification
        .candidates
        .iter()
        .filter(|c| c.id != id)
        .take(2)
        .filter_map(|c| {
            let name = state.kit.persona(c.id.as_str())?.name.clone();
            Some((c.id.clone(), name, c.probability))
        })
        .collect();
    let explains_top = identification.top().is_some_and(|top| top.id == id);
    let reasons = if explains_top {
        identification
            .reasons
            .iter()
            .filter(|r| r.decibans.abs() >= MIN_REASON_DECIBANS)
            .take(MAX_REASONS)
            .map(|r| ReasonView {
                text: wording::observation(
                    state.language(),
                    &state.kit,
                    &r.observation,
                    identification.channel,
                ),
                decibans: r.decibans,
                strength: wording::strength(state.language(), r),
                share: wording::share(state.language(), r),
                discount: wording::discount(
                    state.language(),
                    &state.kit,
                    r,
                    identification.channel,
                ),
            })
            .collect()
    } else {
        Vec::new()
    };
    SuggestionView::Known {
        label: identification.label,
        lead: Box::new(lead),
        others,
        reasons,
        explained_by: identification
            .explained_away_by
            .iter()
            .filter_map(|id| Some(state.kit.persona(id.as_str())?.name.clone()))
            .collect(),
        followed: followed.is_some(),
    }
}

/// Lists the steps in view.
pub fn steps(state: &State, for_everyone: &str) -> Vec<StepView> {
    let channel = state.evidence().channel;
    let current = state.current_step();
    let lead = state.lead().and_then(|id| state.kit.persona(id.as_str()));
    let speaks_for_lead = state.moment() == Moment::Accompany || state.has_lead();
    let name = |id: &PersonaId| {
        state
            .kit
            .persona(id.as_str())
            .map_or_else(String::new, |p| p.name.clone())
    };
    let mut spoken = 0;
    state
        .steps()
        .into_iter()
        .filter_map(|id| {
            let step = state.kit.step(id.as_str())?;
            let origin = state
                .identification
                .as_ref()
                .ok()
                .and_then(|i| i.plan.iter().find(|p| p.id == id))
                .map(|p| &p.origin);
            let because = match origin {
                Some(StepOrigin::Rule(observations)) => observations
                    .iter()
                    .map(|o| wording::observation(state.language(), &state.kit, o, channel))
                    .collect::<Vec<_>>()
                    .join(", "),
                Some(StepOrigin::Situation(id)) => name(id),
                Some(StepOrigin::Profiles(ids)) => {
                    ids.iter().take(2).map(name).collect::<Vec<_>>().join(", ")
                }
                Some(StepOrigin::Uncertain) => for_everyone.to_owned(),
                None => String::new(),
            };
            let own = say_on(&step.say, channel);
            let say = own.or_else(|| {
                let persona = match origin {
                    Some(StepOrigin::Situation(id)) => state.kit.persona(id.as_str()),
                    _ if speaks_for_lead => lead,
                    _ => None,
                }?;
                // Each step without words of its own takes the persona's next sentence.
                let sentences: Vec<&Say> = persona
                    .say
                    .iter()
                    .filter(|s| s.channels.contains(&channel))
                    .collect();
                let sentence = sentences
                    .get(spoken % sentences.len().max(1))
                    .map(|s| s.text.clone());
                spoken += 1;
                sentence
            });
            Some(StepView {
                title: step.title.clone(),
                detail: step.detail.clone(),
                mode: step.mode,
                mark: state.mark(&id),
                current: current.as_ref() == Some(&id),
                because,
                say,
                id,
            })
        })
        .collect()
}
