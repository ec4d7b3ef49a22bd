//! Drawing an exchange: a written case, one or two small changes, and the words to tell it.
//!
//! Every change is tried on the engine and kept only if the case is still read as it was written. It
//! must never draw anything at random that is not then checked.

use std::collections::BTreeMap;

use super::{Change, Exchange, Ground, Moment};
use crate::domain::evidence::{Evidence, Sighting};
use crate::domain::ids::CueId;
use crate::domain::kit::{Case, Level, Procedure};
use crate::domain::study::random::SplitMix64;
use crate::domain::vocab::Channel;

/// Observations without which there is nothing to reason on.
const LEAST: usize = 2;

/// The three changes that are drawn; the démarche is another one each time.
#[derive(Clone, Copy)]
enum Kind {
    LeaveOut,
    Add,
    Switch,
}

impl Ground {
    /// Draws an exchange; `None` if the kit has no case that can be played.
    pub fn draw(&self, seed: u64) -> Option<Exchange> {
        let mut random = SplitMix64::part(seed, 0);
        let position = *self.playable.get(random.below(self.playable.len()))?;
        let case = self.kit.cases.get(position)?;
        let mut exchange = Exchange {
            seed,
            case: position,
            changes: Vec::new(),
            channel: case.channel,
            procedure: None,
            theme: None,
            cues: case.cues.iter().cloned().collect(),
            not_cues: case.not_cues.iter().cloned().collect(),
            told: case.answers.iter().cloned().collect(),
            moments: Vec::new(),
            replies: BTreeMap::new(),
            offered: Vec::new(),
        };
        self.change(case, &mut exchange, &mut random);
        self.give_procedure(case, &mut exchange, &mut random);
        exchange.moments = self.moments(&exchange, &mut random);
        exchange.replies = self.replies(case, &exchange, &mut random);
        exchange.offered = self.offer(case, &exchange, &mut random);
        Some(exchange)
    }

    /// Makes one change, and a second one in a third of exchanges; none if none can be made.
    fn change(&self, case: &Case, exchange: &mut Exchange, random: &mut SplitMix64) {
        let mut kinds = [Kind::LeaveOut, Kind::Add, Kind::Switch];
        shuffle(&mut kinds, random);
        let wanted = if random.below(3) == 0 { 2 } else { 1 };
        for kind in kinds {
            if exchange.changes.len() == wanted {
                return;
            }
            match kind {
                Kind::LeaveOut => self.leave_out(case, exchange, random),
                Kind::Add => self.add(case, exchange, random),
                Kind::Switch => self.switch(case, exchange),
            }
        }
    }

    fn leave_out(&self, case: &Case, exchange: &mut Exchange, random: &mut SplitMix64) {
        if exchange.cues.len() + exchange.told.len() <= LEAST || exchange.cues.len() < 2 {
            return;
        }
        let mut cues: Vec<CueId> = exchange.cues.iter().cloned().collect();
        shuffle(&mut cues, random);
        for cue in cues {
            // What was just added is not taken away again.
            if exchange.changes.contains(&Change::Added(cue.clone())) {
                continue;
            }
            let mut evidence = exchange.evidence();
            evidence.cues.remove(&cue);
            if self.reads_as(&evidence, case) {
                exchange.cues.remove(&cue);
                exchange.changes.push(Change::LeftOut(cue));
                return;
            }
        }
    }

    fn add(&self, case: &Case, exchange: &mut Exchange, random: &mut SplitMix64) {
        let mut cues: Vec<CueId> = self
            .kit
            .cues
            .iter()
            .map(|cue| cue.id.clone())
            .filter(|cue| self.may_add(case, exchange, cue))
            .collect();
        shuffle(&mut cues, random);
        for cue in cues {
            let mut evidence = exchange.evidence();
            evidence.cues.insert(cue.clone(), Sighting::Observed);
            if self.reads_as(&evidence, case) {
                exchange.cues.insert(cue.clone());
                exchange.changes.push(Change::Added(cue));
                return;
            }
        }
    }

    /// Says whether a cue goes with all that the exchange holds: the channel, what excludes it, what
    /// is not so, the answers of the case, and the card of whom the case expects.
    pub(super) fn may_add(&self, case: &Case, exchange: &Exchange, id: &CueId) -> bool {
        let Some(cue) = self.kit.cue(id.as_str()) else {
            return false;
        };
        // A declared cue raises a situation, and says who needs what: it is never made up.
        let met = cue.scored && !cue.declared && cue.channels.contains(&exchange.channel);
        let new = !exchange.cues.contains(id)
            && !exchange.not_cues.contains(id)
            && !exchange.changes.contains(&Change::LeftOut(id.clone()));
        met && new
            && exchange
                .cues
                .iter()
                .all(|other| self.words.go_together(&self.kit, id, other))
            && exchange
                .told
                .iter()
                .all(|(question, answer)| self.words.goes_with(id, question, answer))
            && self.is_likely(case, id)
    }

    /// Says whether the card of one of those expected finds a cue at least possible.
    fn is_likely(&self, case: &Case, id: &CueId) -> bool {
        let possible = self.kit.levels.probability(Level::Possible);
        case.expect.top.iter().any(|top| {
            self.kit.persona(top.as_str()).is_some_and(|persona| {
                persona.cues.iter().any(|(cue, level)| {
                    cue == id && self.kit.levels.probability(*level) >= possible
                })
            })
        })
    }

    fn switch(&self, case: &Case, exchange: &mut Exchange) {
        let other = match exchange.channel {
            Channel::Counter => Channel::Phone,
            Channel::Phone => Channel::Counter,
        };
        let cues_met = exchange.cues.iter().all(|id| {
            self.kit
                .cue(id.as_str())
                .is_some_and(|cue| cue.channels.contains(&other))
        });
        let questions_asked = exchange.told.keys().all(|id| {
            self.kit
                .question(id.as_str())
                .is_some_and(|question| question.channels.contains(&other))
        });
        let evidence = Evidence {
            channel: other,
            ..exchange.evidence()
        };
        if cues_met && questions_asked && self.reads_as(&evidence, case) {
            exchange.channel = other;
            exchange.changes.push(Change::OtherChannel);
        }
    }

    /// Gives the exchange a démarche that goes with its cues.
    fn give_procedure(&self, case: &Case, exchange: &mut Exchange, random: &mut SplitMix64) {
        let fits = |procedure: &&Procedure| {
            self.words
                .themes
                .iter()
                .filter(|(cue, _)| exchange.cues.contains(cue))
                .all(|(_, themes)| themes.contains(&procedure.theme))
        };
        let fitting: Vec<&Procedure> = self.kit.procedures.iter().filter(fits).collect();
        let Some(procedure) = fitting.get(random.below(fitting.len())) else {
            return;
        };
        let evidence = Evidence {
            theme: Some(procedure.theme),
            ..exchange.evidence()
        };
        // A rule may see the theme.
        if self.reads_as(&evidence, case) {
            exchange.procedure = Some(procedure.id.clone());
            exchange.theme = Some(procedure.theme);
        }
    }

    /// Tells the cues in words, in an order of its own, with one thing that means nothing.
    fn moments(&self, exchange: &Exchange, random: &mut SplitMix64) -> Vec<Moment> {
        let mut moments: Vec<Moment> = exchange
            .cues
            .iter()
            .map(|id| Moment {
                cue: Some(id.clone()),
                text: self.told(id, exchange.channel, random),
            })
            .collect();
        shuffle(&mut moments, random);
        if let Some(text) = one(self.words.neutral.on(exchange.channel), random) {
            let moment = Moment {
                cue: None,
                text: text.clone(),
            };
            moments.insert(random.below(moments.len() + 1), moment);
        }
        moments
    }

    /// The words of a cue; its own sentence if the file has none.
    fn told(&self, id: &CueId, channel: Channel, random: &mut SplitMix64) -> String {
        let words = self.words.cues.get(id).map_or(&[][..], |t| t.on(channel));
        one(words, random).cloned().unwrap_or_else(|| {
            self.kit
                .cue(id.as_str())
                .map(|cue| format!("{}.", cue.text.trim_end_matches('.')))
                .unwrap_or_default()
        })
    }
}

/// Draws one of a list.
pub(super) fn one<'a, T>(list: &'a [T], random: &mut SplitMix64) -> Option<&'a T> {
    // Drawn even from a list of one, so that what follows does not depend on how many words there are.
    let index = random.below(list.len());
    list.get(index)
}

/// Puts a list in a drawn order.
pub(super) fn shuffle<T>(list: &mut [T], random: &mut SplitMix64) {
    for end in (1..list.len()).rev() {
        list.swap(end, random.below(end + 1));
    }
}
