//! A persona being created: first whether it is a new need at all, then « comme …, sauf … », then
//! step by step for who wants it, ending with situations that test it.
//!
//! Nothing of it is in the draft before the last screen, and then it is one thing to undo.

use crate::domain::ids::{CueId, PersonaId, StepId};
use crate::domain::kit::{Avoid, Case, KitContent, Layer, Persona, Say};
use crate::domain::validate::admit;
use crate::domain::vocab::Language;
use crate::domain::workshop::apart::{Separability, separability};
use crate::domain::workshop::items::{free_id, id_of, position};
use crate::domain::workshop::like::{
    self, Coverage, LEAST_TYPICAL, Like, MOST_TYPICAL, coverage, nearest,
};
use crate::domain::workshop::{Edit, Element, Item, Refusal, edit};
use crate::text;

use super::action::CreateAction;
pub use super::trial::Test;
use super::trial::{cases, try_out};

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
    /// What to say to them, and what to avoid.
    Words,
    /// What to do with them.
    Steps,
    /// Situations that test it.
    Tests,
}

impl Step {
    /// Every screen.
    pub const ALL: [Self; 6] = [
        Self::Need,
        Self::Name,
        Self::Near,
        Self::Words,
        Self::Steps,
        Self::Tests,
    ];

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
    /// A sentence to say to them; may be empty.
    pub say: String,
    /// What to avoid; may be empty.
    pub avoid: String,
    /// Why.
    pub because: String,
    /// What to do in ten minutes, once chosen.
    pub steps: Option<Vec<StepId>>,
    /// Situations that test it, once drawn up.
    pub tests: Vec<Test>,
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
            say: String::new(),
            avoid: String::new(),
            because: String::new(),
            steps: None,
            tests: Vec::new(),
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
            Step::Near | Step::Words | Step::Steps | Step::Tests => {
                self.has_need() && self.is_named() && self.near.is_some()
            }
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
    pub(super) fn act(&mut self, action: CreateAction, content: &KitContent, language: Language) {
        match action {
            CreateAction::Typical(cue) => {
                self.never.retain(|id| *id != cue);
                toggle(&mut self.typical, cue);
                self.coverage = Some(coverage(content, &self.typical));
                self.near = None;
                self.steps = None;
            }
            CreateAction::Never(cue) => {
                self.typical.retain(|id| *id != cue);
                toggle(&mut self.never, cue);
                self.judge(content);
            }
            CreateAction::Near(persona) => {
                self.near = Some(persona);
                self.steps = None;
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
                if self.step == Step::Tests {
                    self.draw_up_tests(content, language);
                }
            }
            CreateAction::Say(say) => self.say = say,
            CreateAction::Avoid(avoid) => self.avoid = avoid,
            CreateAction::Because(because) => self.because = because,
            CreateAction::ToggleStep(step) => {
                let mut steps = self.chosen_steps(content);
                if let Some(at) = steps.iter().position(|id| *id == step) {
                    steps.remove(at);
                } else {
                    steps.push(step);
                }
                self.steps = Some(steps);
            }
            CreateAction::ToggleTest(at) => {
                if let Some(test) = self.tests.get_mut(at) {
                    test.kept = !test.kept;
                }
            }
            CreateAction::Finish => {}
        }
    }

    /// The steps of ten minutes: those chosen, else those of the nearest card.
    pub fn chosen_steps(&self, content: &KitContent) -> Vec<StepId> {
        match (&self.steps, self.near_card(content)) {
            (Some(steps), _) => steps.clone(),
            (None, Some(near)) => near.steps.ten_minutes.clone(),
            (None, None) => Vec::new(),
        }
    }

    /// Every step of the nearest card, each once.
    pub fn steps_offered(&self, content: &KitContent) -> Vec<StepId> {
        let mut offered: Vec<StepId> = Vec::new();
        if let Some(near) = self.near_card(content) {
            let lists = [
                &near.steps.ten_minutes,
                &near.steps.two_minutes,
                &near.steps.relay,
            ];
            for step in lists.into_iter().flatten() {
                if !offered.contains(step) {
                    offered.push(step.clone());
                }
            }
        }
        offered
    }

    fn near_card<'k>(&self, content: &'k KitContent) -> Option<&'k Persona> {
        let near = self.near.as_ref()?;
        content.personas.iter().find(|persona| persona.id == *near)
    }

    /// The persona as it would be, beside its nearest.
    fn made(&self, content: &KitContent) -> Result<(Persona, usize), Refusal> {
        let like = self.like(content).ok_or_else(no_near)?;
        let mut persona = like::persona(content, &like)?;
        if !self.say.trim().is_empty() {
            let say = Say {
                text: self.say.trim().to_owned(),
                channels: content.channels.clone(),
            };
            persona.say.insert(0, say);
        }
        if !self.avoid.trim().is_empty() {
            let avoid = Avoid {
                text: self.avoid.trim().to_owned(),
                because: self.because.trim().to_owned(),
            };
            persona.avoid.insert(0, avoid);
        }
        if let Some(steps) = &self.steps {
            persona
                .steps
                .two_minutes
                .retain(|step| steps.contains(step));
            persona.steps.ten_minutes.clone_from(steps);
        }
        let near = Element::Persona(like.near);
        let at = position(content, &near).map_or(content.personas.len(), |at| at + 1);
        Ok((persona, at))
    }

    /// Draws situations up and tries them at once; those put aside stay so.
    fn draw_up_tests(&mut self, content: &KitContent, language: Language) {
        let Ok((persona, at)) = self.made(content) else {
            self.tests.clear();
            return;
        };
        let id = persona.id.clone();
        let mut with = content.clone();
        with.personas.insert(at.min(with.personas.len()), persona);
        let Some(kit) = admit(with.clone(), None).kit else {
            self.tests.clear();
            return;
        };
        let aside: Vec<String> = self
            .tests
            .iter()
            .filter(|test| !test.kept)
            .map(|test| test.case.title.clone())
            .collect();
        self.tests = cases(self, content, &id, language)
            .into_iter()
            .map(|case| try_out(&kit, &with, case, &aside))
            .collect();
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
    let (persona, at) = creating.made(content)?;
    let id = persona.id.clone();
    let mut edits = vec![Edit::Add {
        item: Item::Persona(Box::new(persona)),
        at,
    }];
    let tests: Vec<Case> = if creating.tests.is_empty() {
        let mut drawn = creating.clone();
        drawn.draw_up_tests(content, language);
        drawn.tests.into_iter().map(|test| test.case).collect()
    } else {
        let kept = creating.tests.iter().filter(|test| test.kept);
        kept.map(|test| test.case.clone()).collect()
    };
    let first = content.cases.len();
    edits.extend(
        tests
            .into_iter()
            .enumerate()
            .map(|(number, case)| Edit::Add {
                item: Item::Case(Box::new(case)),
                at: first + number,
            }),
    );
    Ok((Edit::Together(edits), id))
}

fn no_near() -> Refusal {
    Refusal {
        message: text::plain(Language::French, "atelier_no_near").to_owned(),
        cure: text::plain(Language::French, "atelier_no_near_cure").to_owned(),
    }
}
