//! Search over cues, steps, sentences, questions, personas, démarches and commands: accents, case,
//! word order and one typing mistake a word do not matter.
//!
//! The kit's words are folded once, when the kit is opened, so that a key costs comparisons only.

use crate::domain::ids::{CueId, PersonaId, ProcedureId, QuestionId, StepId};
use crate::domain::kit::{Kit, Persona};
use crate::domain::typography::fold;
use crate::domain::vocab::Channel;
use crate::text;

use super::action::Action;
use super::command::Command;
use super::state::{Overlay, State};

/// Hits shown at most.
const MAX_HITS: usize = 8;
/// Commands shown at most: all of them.
const MAX_COMMANDS: usize = Command::ALL.len();
/// Letters from which a word may have one typing mistake.
const MISTAKE_FROM: usize = 5;

/// What choosing a hit does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitAction {
    /// Notes the cue.
    Cue(CueId),
    /// Adds the step to the plan.
    Step(StepId),
    /// Shows the question.
    Question(QuestionId),
    /// Opens the card.
    Persona(PersonaId),
    /// Opens the démarche.
    Procedure(ProcedureId),
    /// Gives the command.
    Command(Command),
}

impl HitAction {
    /// The action that choosing it stands for.
    pub fn action(self) -> Action {
        match self {
            Self::Cue(cue) => Action::NoteCue(cue),
            Self::Step(step) => Action::AddStep(step),
            Self::Question(question) => Action::ShowQuestion(question),
            Self::Persona(persona) => Action::Open(Overlay::Card(persona)),
            Self::Procedure(procedure) => Action::Open(Overlay::Procedure(procedure)),
            Self::Command(command) => Action::RunFromList(command),
        }
    }
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its line.
    pub text: String,
    /// What Entrée does with it.
    pub action: HitAction,
}

/// Words folded, and the tokens among them.
#[derive(Debug)]
struct Folded {
    whole: String,
    /// Byte ranges of the tokens in `whole`.
    tokens: Vec<(usize, usize)>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let whole = fold(text);
        let mut tokens = Vec::new();
        let mut start = None;
        for (at, c) in whole.char_indices() {
            match (c.is_alphanumeric(), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    tokens.push((from, at));
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(from) = start {
            tokens.push((from, whole.len()));
        }
        Self { whole, tokens }
    }

    fn tokens(&self) -> impl Iterator<Item = &str> {
        self.tokens
            .iter()
            .filter_map(|(from, to)| self.whole.get(*from..*to))
    }

    /// Says how well this answers the words, lower is better; `None` if a word is missing.
    fn distance(&self, words: &[String]) -> Option<usize> {
        words.iter().try_fold(0, |sum, word| {
            if self.tokens().any(|t| t.starts_with(word.as_str())) {
                return Some(sum);
            }
            if self.whole.contains(word.as_str()) {
                return Some(sum + 1);
            }
            let letters = word.chars().count();
            let near = |token: &str| {
                // Lengths first: most tokens are ruled out without a comparison.
                token.len().abs_diff(word.len()) <= 2 && strsim::osa_distance(token, word) <= 1
            };
            (letters >= MISTAKE_FROM && self.tokens().any(near)).then_some(sum + 2)
        })
    }
}

#[derive(Debug)]
struct Entry {
    folded: Folded,
    shown: Shown,
    action: HitAction,
    /// Channels it serves; `None` for both.
    channels: Option<Vec<Channel>>,
    /// Ties between kinds: cues first.
    rank: usize,
    /// What is said and avoided beside, for whoever reads: a lead in a contact is found by its name.
    read: Option<Folded>,
}

/// What a title lacks beside the sentences under it: any title comes first.
const READ: usize = 8;

/// What the line of a hit says.
#[derive(Debug)]
enum Shown {
    Text(String),
    /// The words of the question depend on the channel.
    Question(QuestionId),
}

/// A kit's words, folded once.
#[derive(Debug, Default)]
pub struct Index(Vec<Entry>);

impl Index {
    /// Folds a kit's words.
    pub fn of(kit: &Kit) -> Self {
        let mut entries = Vec::new();
        let mut add = |all: &str, shown: Shown, action, channels: Option<&[Channel]>, rank| {
            entries.push(Entry {
                folded: Folded::of(all),
                shown,
                action,
                channels: channels.map(<[Channel]>::to_vec),
                rank,
                read: None,
            });
        };
        for cue in &kit.cues {
            add(
                &format!("{} {} {}", cue.short, cue.text, cue.code),
                Shown::Text(cue.text.clone()),
                HitAction::Cue(cue.id.clone()),
                Some(&cue.channels),
                0,
            );
        }
        for step in &kit.steps {
            let says: Vec<&str> = step.say.iter().map(|s| s.text.as_str()).collect();
            add(
                &format!("{} {} {}", step.title, step.detail, says.join(" ")),
                Shown::Text(step.title.clone()),
                HitAction::Step(step.id.clone()),
                Some(&step.channels),
                1,
            );
        }
        for procedure in &kit.procedures {
            add(
                &format!("{} {}", procedure.title, procedure.operator),
                Shown::Text(procedure.title.clone()),
                HitAction::Procedure(procedure.id.clone()),
                None,
                1,
            );
        }
        for question in &kit.questions {
            let asks: Vec<&str> = Channel::ALL.iter().map(|c| question.ask_on(*c)).collect();
            add(
                &format!("{} {}", asks.join(" "), question.code),
                Shown::Question(question.id.clone()),
                HitAction::Question(question.id.clone()),
                Some(&question.channels),
                2,
            );
        }
        for persona in &kit.personas {
            add(
                &format!("{} {} {}", persona.name, persona.code, persona.essence),
                Shown::Text(persona.name.clone()),
                HitAction::Persona(persona.id.clone()),
                None,
                2,
            );
        }
        for persona in &kit.personas {
            let id = HitAction::Persona(persona.id.clone());
            if let Some(entry) = entries.iter_mut().find(|entry| entry.action == id) {
                entry.read = Some(Folded::of(&sentences(persona)));
            }
        }
        Self(entries)
    }

    /// Finds what the words name on any channel, or what cards say with them, best first.
    fn anywhere(&self, words: &[String]) -> Vec<(usize, HitAction)> {
        let mut found: Vec<(usize, HitAction)> = self
            .0
            .iter()
            .filter_map(|entry| {
                let named = entry.folded.distance(words);
                let read = || Some(entry.read.as_ref()?.distance(words)? + READ);
                let score = named.or_else(read)? * 4 + entry.rank;
                Some((score, entry.action.clone()))
            })
            .collect();
        found.sort_by_key(|(score, _)| *score);
        found
    }

    /// Finds what the words name, best first, as (score, hit).
    fn search(&self, kit: &Kit, words: &[String], channel: Channel) -> Vec<(usize, Hit)> {
        self.0
            .iter()
            .filter(|e| e.channels.as_ref().is_none_or(|c| c.contains(&channel)))
            .filter_map(|entry| {
                let score = entry.folded.distance(words)? * 4 + entry.rank;
                let text = match &entry.shown {
                    Shown::Text(text) => text.clone(),
                    Shown::Question(id) => kit.question(id.as_str())?.ask_on(channel).to_owned(),
                };
                let action = entry.action.clone();
                Some((score, Hit { text, action }))
            })
            .collect()
    }
}

/// What the card of a persona says, with what to say and what to avoid.
fn sentences(persona: &Persona) -> String {
    let say = persona.say.iter().map(|say| say.text.as_str());
    let avoid = persona.avoid.iter();
    let avoid = avoid.flat_map(|avoid| [avoid.text.as_str(), avoid.because.as_str()]);
    let named = [persona.name.as_str(), persona.essence.as_str()];
    let all: Vec<&str> = named.into_iter().chain(say).chain(avoid).collect();
    all.join(" ")
}

fn words_of(query: &str) -> Vec<String> {
    // Signs are no words: a sentence pasted whole is found too.
    fold(query)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn commands(state: &State, words: &[String]) -> Vec<(usize, Hit)> {
    let language = state.language();
    Command::ALL
        .iter()
        .filter_map(|command| {
            let label = text::plain(language, &format!("cmd_{}", command.id()));
            let help = text::plain(language, &format!("cmd_{}_help", command.id()));
            // What can be done now comes first.
            let later = usize::from(command.enabled_in(state).is_err()) * 40;
            let score = Folded::of(&format!("{label} {help}")).distance(words)? * 4 + 3 + later;
            let hit = Hit {
                text: label.to_owned(),
                action: HitAction::Command(*command),
            };
            Some((score, hit))
        })
        .collect()
}

/// Finds what of the kit the query names, on any channel, best first: nothing for no word.
pub fn anywhere(state: &State, query: &str) -> Vec<HitAction> {
    let words = words_of(query);
    if words.is_empty() {
        return Vec::new();
    }
    let found = state.index.anywhere(&words);
    found.into_iter().map(|(_, action)| action).collect()
}

/// Says whether a text answers the query, as the search would.
pub fn answers(text: &str, query: &str) -> bool {
    let words = words_of(query);
    !words.is_empty() && Folded::of(text).distance(&words).is_some()
}

/// Finds what the query names, best first; « > » asks for commands only.
pub fn hits(state: &State) -> Vec<Hit> {
    let asked = state.query.trim_start().strip_prefix('>');
    let words = words_of(asked.unwrap_or(&state.query));
    if words.is_empty() && asked.is_none() {
        return Vec::new();
    }
    let mut found = commands(state, &words);
    let most = if asked.is_some() {
        MAX_COMMANDS
    } else {
        let channel = state.evidence().channel;
        found.extend(state.index.search(&state.kit, &words, channel));
        MAX_HITS
    };
    found.sort_by_key(|(score, _)| *score);
    found.into_iter().map(|(_, hit)| hit).take(most).collect()
}
