//! Solo practice: the exchange in hand, what the trainee did of it, and the engine's reasoning.
//!
//! It lives here and nowhere else: leaving its pages forgets it. It must never reach an effect, save the
//! text that somebody asks to keep, nor hold a mark, a duration or a count of what was right.

use std::sync::Arc;

use crate::domain::ids::{CueId, FamilyId, PersonaId, QuestionId, StepId};
use crate::domain::kit::Kit;
use crate::domain::study::random::SplitMix64;
use crate::domain::training::practice::{Debrief, Exchange, Ground, Lead, Sheet, Turn, Words};

use super::action::TrainingAction;
use super::spot::Spot;
use crate::app::Action;
use crate::app::action::Effect;
use crate::app::state::State;

/// Exchanges have numbers under this one: short enough to be said across a desk.
pub const NUMBERS: u64 = 10_000;
/// Digits of a number.
const DIGITS: usize = 4;

/// Where one is in an exchange.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// The exchange itself: seeing, hearing, asking, noting.
    #[default]
    Meet,
    /// One's own lead, and steps.
    Choose,
    /// The engine's reasoning beside one's own.
    Debrief,
}

/// What became of the wish to keep the debrief.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// Nobody asked.
    #[default]
    No,
    /// It is being written.
    Writing,
    /// It is there.
    At(String),
    /// It could not be, and why.
    Failed(String),
}

/// An intent of solo practice.
#[derive(Clone, Debug, PartialEq)]
pub enum PracticeAction {
    /// Draws an exchange.
    Begin,
    /// Plays the exchange whose number was typed.
    Replay,
    /// Plays the exchange in hand again.
    Again,
    /// The number is being typed.
    Typed(String),
    /// Lets the person go on.
    Listen,
    /// Shows the questions, or puts them away.
    Questions(bool),
    /// Asks a question.
    Ask(QuestionId),
    /// Opens a family of cues, or closes it.
    Family(FamilyId),
    /// Notes a cue, or takes it back.
    Note(CueId),
    /// Goes to a stage.
    Stage(Stage),
    /// Chooses a lead.
    Lead(Lead),
    /// Takes a situation into account, or no longer.
    Situation(PersonaId),
    /// Chooses a step, or no longer.
    Step(StepId),
    /// Keeps this text.
    Keep(String),
    /// What became of it.
    Kept(Result<String, String>),
}

impl From<PracticeAction> for Action {
    fn from(action: PracticeAction) -> Self {
        TrainingAction::Practice(action).into()
    }
}

/// An exchange in hand.
#[derive(Clone, Debug)]
pub struct Played {
    ground: Arc<Ground>,
    exchange: Exchange,
    sheet: Sheet,
    stage: Stage,
    /// The family of cues that is open.
    pub family: Option<FamilyId>,
    /// Whether the questions are shown.
    pub questions: bool,
    debrief: Option<Debrief>,
    kept: Kept,
}

/// Something that stands in the thread of an exchange, in order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said<'p> {
    /// What is seen or heard.
    Moment(&'p str),
    /// What the trainee asks.
    Asked(&'p QuestionId),
    /// What the person answers; `None` where the kit has no words for not knowing.
    Reply(Option<&'p str>),
}

impl Played {
    fn new(ground: Arc<Ground>, exchange: Exchange) -> Self {
        Self {
            ground,
            exchange,
            sheet: Sheet::default(),
            stage: Stage::default(),
            family: None,
            questions: false,
            debrief: None,
            kept: Kept::default(),
        }
    }

    /// The kit it was drawn from.
    pub fn kit(&self) -> &Kit {
        self.ground.kit()
    }

    /// Where it was drawn.
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// The exchange.
    pub fn exchange(&self) -> &Exchange {
        &self.exchange
    }

    /// What the trainee did.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Where one is in it.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// The engine's reasoning, once asked for.
    pub fn debrief(&self) -> Option<&Debrief> {
        self.debrief.as_ref()
    }

    /// What became of the wish to keep it.
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Says whether there is more to see or hear.
    pub fn goes_on(&self) -> bool {
        self.exchange.shown(self.sheet.turns.len()) < self.exchange.moments.len()
    }

    /// Everything seen, asked and heard so far, in order.
    pub fn thread(&self) -> Vec<Said<'_>> {
        let moments = &self.exchange.moments;
        let mut shown = self.exchange.shown(0);
        let texts = |from: usize, to: usize| {
            let part = moments.get(from..to).unwrap_or_default();
            part.iter().map(|moment| Said::Moment(&moment.text))
        };
        let mut said: Vec<Said<'_>> = texts(0, shown).collect();
        for (turn, done) in self.sheet.turns.iter().enumerate() {
            if let Turn::Ask(question) = done {
                said.push(Said::Asked(question));
                let reply = self.exchange.replies.get(question);
                said.push(Said::Reply(reply.and_then(|r| r.text.as_deref())));
            }
            let next = self.exchange.shown(turn + 1);
            said.extend(texts(shown, next));
            shown = next;
        }
        said
    }

    /// Goes back within the exchange; says whether there was somewhere to go back to.
    pub(super) fn back(&mut self) -> bool {
        if self.stage == Stage::Meet && self.questions {
            self.questions = false;
            return true;
        }
        let chosen = self.stage == Stage::Choose;
        if chosen {
            self.stage = Stage::Meet;
        }
        chosen
    }

    fn act(&mut self, action: PracticeAction) -> Option<Effect> {
        match action {
            PracticeAction::Listen if self.goes_on() => self.turn(Turn::Listen),
            PracticeAction::Questions(shown) => self.questions = shown,
            PracticeAction::Ask(question)
                if self.exchange.replies.contains_key(&question)
                    && !self.sheet.has_asked(&question) =>
            {
                self.questions = false;
                self.turn(Turn::Ask(question));
            }
            PracticeAction::Family(family) => {
                self.family = (self.family.as_ref() != Some(&family)).then_some(family);
            }
            PracticeAction::Stage(stage) => return self.go(stage),
            PracticeAction::Keep(text)
                if self.debrief.is_some() && !matches!(self.kept, Kept::Writing | Kept::At(_)) =>
            {
                self.kept = Kept::Writing;
                return Some(Effect::KeepTraining(text));
            }
            PracticeAction::Kept(result) => {
                self.kept = match result {
                    Ok(path) => Kept::At(path),
                    Err(why) => Kept::Failed(why),
                };
            }
            // Once the reasoning was read, what one thought stays what one thought.
            other if self.debrief.is_none() => self.think(other),
            _ => {}
        }
        None
    }

    /// What one notes and chooses.
    fn think(&mut self, action: PracticeAction) {
        fn toggle<T: Ord>(set: &mut std::collections::BTreeSet<T>, one: T) {
            if !set.remove(&one) {
                set.insert(one);
            }
        }
        match action {
            PracticeAction::Note(cue) => toggle(&mut self.sheet.noted, cue),
            PracticeAction::Lead(lead) => self.sheet.lead = Some(lead),
            PracticeAction::Situation(id) => toggle(&mut self.sheet.situations, id),
            PracticeAction::Step(step) => toggle(&mut self.sheet.steps, step),
            _ => {}
        }
    }

    fn turn(&mut self, turn: Turn) {
        if self.debrief.is_none() {
            self.sheet.turns.push(turn);
        }
    }

    fn go(&mut self, stage: Stage) -> Option<Effect> {
        match stage {
            Stage::Debrief => {
                // One's own lead comes first: what one reads after is beside it.
                self.sheet.lead.as_ref()?;
                self.debrief = self.ground.debrief(&self.exchange, &self.sheet);
                if self.debrief.is_some() {
                    self.stage = stage;
                }
            }
            Stage::Meet | Stage::Choose if self.debrief.is_none() => self.stage = stage,
            Stage::Meet | Stage::Choose => {}
        }
        None
    }
}

/// Solo practice.
#[derive(Clone, Debug, Default)]
pub struct Practice {
    words: Option<Arc<Words>>,
    ground: Option<Arc<Ground>>,
    /// What the numbers of this time are drawn from.
    seed: u64,
    /// How many were drawn.
    drawn: usize,
    /// The number being typed.
    typed: String,
    played: Option<Box<Played>>,
    /// Whether the kit has nothing to draw from.
    nothing: bool,
}

impl Practice {
    /// The exchange in hand.
    pub fn played(&self) -> Option<&Played> {
        self.played.as_deref()
    }

    /// The number being typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Says whether the disk has answered.
    pub fn is_ready(&self) -> bool {
        self.words.is_some()
    }

    /// Says whether the kit was found to have no case that can be played.
    pub fn has_nothing(&self) -> bool {
        self.nothing
    }

    /// Takes what the disk gave.
    pub(super) fn load(&mut self, words: Arc<Words>, seed: u64) {
        self.words = Some(words);
        self.ground = None;
        self.seed = seed;
    }

    /// Forgets the exchange in hand.
    pub(super) fn forget(&mut self) {
        self.played = None;
    }

    /// Goes back within the exchange; says whether there was somewhere to go back to.
    pub(super) fn back(&mut self) -> bool {
        self.played.as_mut().is_some_and(|played| played.back())
    }

    fn begin(&mut self, kit: &Arc<Kit>, number: u64) -> bool {
        let Some(words) = &self.words else {
            return false;
        };
        let known = self.ground.take();
        let known = known.filter(|ground| std::ptr::eq(ground.kit(), kit.as_ref()));
        let ground =
            known.unwrap_or_else(|| Arc::new(Ground::new(Arc::clone(kit), Arc::clone(words))));
        self.ground = Some(Arc::clone(&ground));
        let exchange = ground.draw(number);
        self.nothing = exchange.is_none();
        self.played = exchange.map(|exchange| Box::new(Played::new(ground, exchange)));
        self.played.is_some()
    }

    /// The number of the next exchange.
    fn next(&mut self) -> u64 {
        self.drawn += 1;
        SplitMix64::part(self.seed, self.drawn).next_u64() % NUMBERS
    }
}

/// Carries out an intent of solo practice.
pub(super) fn update(state: &mut State, action: PracticeAction) -> Vec<Effect> {
    let kit = Arc::clone(&state.kit);
    let practice = &mut state.training.practice;
    let number = match action {
        PracticeAction::Begin => Some(practice.next()),
        PracticeAction::Replay => practice.typed.parse().ok(),
        PracticeAction::Again => practice.played().map(|played| played.exchange.seed),
        PracticeAction::Typed(typed) => {
            let digits = typed.chars().filter(char::is_ascii_digit);
            practice.typed = digits.take(DIGITS).collect();
            None
        }
        other => {
            let effect = practice.played.as_mut().and_then(|p| p.act(other));
            return effect.into_iter().collect();
        }
    };
    if let Some(number) = number
        && practice.begin(&kit, number)
    {
        state.training.go(Spot::Exchange);
    }
    Vec::new()
}
