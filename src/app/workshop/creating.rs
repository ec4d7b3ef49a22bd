//! A persona being created: first whether it is a new need at all, then « comme …, sauf … », then
//! step by step for who wants it, ending with situations that test it.
//!
//! Nothing of it is in the draft before the last screen, and then it is one thing to undo.

use crate::domain::ids::{CueId, PersonaId};
use crate::domain::kit::{Case, Expectation, KitContent, Layer};
use crate::domain::vocab::{Channel, Label, Language};
use crate::domain::workshop::apart::{Separability, separability};
use crate::domain::workshop::items::{free_id, id_of};
use crate::domain::workshop::like::{
    self, Coverage, LEAST_TYPICAL, Like, MOST_TYPICAL, coverage, nearest,
};
use crate::domain::workshop::{Edit, Element, Item, Refusal, edit};
use crate::text;

use super::action::CreateAction;

/// The screens, in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What one notices, and whether a card already describes it.
    #[default]
    Need,
    /// Its name, and what these people would say.
    Name,
    /// The nearest card, what never occurs, and whether the two can be told apart.
    Near,
}

impl Step {
    /// Every screen.
    pub const ALL: [Self; 3] = [Self::Need, Self::Name, Self::Near];

    /// Its number, from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or(0) + 1
    }

    fn before(self) -> Option<Self> {
        self.number()
            .checked_sub(2)
            .and_then(|at| Self::ALL.get(at))
            .copied()
    }
}

/// The persona being created.
#[derive(Clone, Debug)]
pub struct Creating {
    /// The screen in view.
    pub step: Step,
    /// What is typical of it.
    pub typical: Vec<CueId>,
    /// What never occurs with it.
    pub never: Vec<CueId>,
    /// The nearest card, if chosen.
    pub near: Option<PersonaId>,
    /// Its name.
    pub name: String,
    /// What these people would say.
    pub essence: String,
    /// Whether it starts with the texts of the nearest card.
    pub keep_texts: bool,
    /// Which card already describes what is ticked.
    pub coverage: Option<Coverage>,
    /// Whether it can be told from the nearest.
    pub verdict: Option<Result<Separability, Refusal>>,
}

impl Default for Creating {
    fn default() -> Self {
        Self {
            step: Step::Need,
            typical: Vec::new(),
            never: Vec::new(),
            near: None,
            name: String::new(),
            essence: String::new(),
            keep_texts: true,
            coverage: None,
            verdict: None,
        }
    }
}

fn toggle(list: &mut Vec<CueId>, cue: CueId) {
    if let Some(at) = list.iter().position(|id| *id == cue) {
        list.remove(at);
    } else {
        list.push(cue);
    }
}

impl Creating {
    /// Says whether enough is ticked, and not too much.
    pub fn has_need(&self) -> bool {
        (LEAST_TYPICAL..=MOST_TYPICAL).contains(&self.typical.len())
    }

    /// Says whether it has a name and a sentence.
    pub fn is_named(&self) -> bool {
        !self.name.trim().is_empty() && !self.essence.trim().is_empty()
    }

    /// Says whether the next screen can be opened.
    pub fn may_go_on(&self) -> bool {
        match self.step {
            Step::Need => self.has_need(),
            Step::Name => self.has_need() && self.is_named(),
            Step::Near => self.has_need() && self.is_named() && self.near.is_some(),
        }
    }

    /// Goes back one screen; says whether there was one.
    pub(super) fn back(&mut self) -> bool {
        match self.step.before() {
            Some(step) => {
                self.step = step;
                true
            }
            None => false,
        }
    }

    /// Carries out an intent.
    pub(super) fn act(&mut self, action: CreateAction, content: &KitContent) {
        match action {
            CreateAction::Typical(cue) => {
                self.never.retain(|id| *id != cue);
                toggle(&mut self.typical, cue);
                self.coverage = Some(coverage(content, &self.typical));
                self.near = None;
            }
            CreateAction::Never(cue) => {
                self.typical.retain(|id| *id != cue);
                toggle(&mut self.never, cue);
                self.judge(content);
            }
            CreateAction::Near(persona) => {
                self.near = Some(persona);
                self.judge(content);
            }
            CreateAction::Name(name) => self.name = name,
            CreateAction::Essence(essence) => self.essence = essence,
            CreateAction::KeepTexts(keep) => self.keep_texts = keep,
            CreateAction::Step(step) => {
                // Screens are met in order: what a later one shows rests on the earlier ones.
                if step <= self.step || self.may_go_on() {
                    self.step = step;
                }
                if self.step == Step::Near {
                    if self.near.is_none() {
                        let profile = |near: &like::Near| near.layer == Layer::Profile;
                        self.near = nearest(content, &self.typical)
                            .into_iter()
                            .find(profile)
                            .map(|near| near.persona);
                    }
                    self.judge(content);
                }
            }
            CreateAction::Finish => {}
        }
    }

    /// What the domain is asked to make; `None` until a nearest card is known.
    fn like(&self, content: &KitContent) -> Option<Like> {
        let wanted = id_of(&self.name);
        let element = Element::Persona(wanted.as_str().into());
        Some(Like {
            near: self.near.clone()?,
            id: free_id(content, &element, &wanted),
            name: self.name.trim().to_owned(),
            essence: self.essence.trim().to_owned(),
            typical: self.typical.clone(),
            never: self.never.clone(),
            keep_texts: self.keep_texts,
        })
    }

    /// Asks whether the new one can be told from the nearest.
    fn judge(&mut self, content: &KitContent) {
        self.verdict = self.like(content).map(|like| {
            let mut with = content.clone();
            let made = like::create(content, &like)?;
            edit::apply(&mut with, &made)?;
            separability(&with, &like.id.as_str().into(), &like.near)
        });
    }
}

/// What puts it in the kit, with situations that test it; and its id.
///
/// # Errors
/// A [`Refusal`] if names or cues do not do.
pub(super) fn finish(
    creating: &Creating,
    content: &KitContent,
    language: Language,
) -> Result<(Edit, PersonaId), Refusal> {
    let Some(like) = creating.like(content) else {
        // The screen does not offer it without a nearest card.
        return Err(no_near());
    };
    let persona: PersonaId = like.id.as_str().into();
    let mut edits = vec![like::create(content, &like)?];
    let at = content.cases.len();
    for (number, case) in cases(creating, content, &persona, language)
        .into_iter()
        .enumerate()
    {
        edits.push(Edit::Add {
            item: Item::Case(Box::new(case)),
            at: at + number,
        });
    }
    Ok((Edit::Together(edits), persona))
}

fn no_near() -> Refusal {
    Refusal {
        message: text::plain(Language::French, "atelier_no_near").to_owned(),
        cure: text::plain(Language::French, "atelier_no_near_cure").to_owned(),
    }
}

/// Situations that test it: three of its typical cues each time, in turn, on every channel.
fn cases(
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
