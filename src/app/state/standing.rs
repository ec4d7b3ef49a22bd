//! Where the interview stands: its moment, its lead, the shape the window should have.
//!
//! It must never say more than the engine did: there is no lead before something is counted.

use super::State;
use crate::app::session::{Moment, Shape};
use crate::domain::evidence::Evidence;
use crate::domain::ids::PersonaId;
use crate::domain::kit::Layer;
use crate::domain::vocab::{Channel, Label, Severity};

impl State {
    /// Says whether nothing of the recognising may be in sight: the strip, once a lead is followed.
    pub fn is_discreet(&self) -> bool {
        self.shape == Shape::Strip && self.moment() == Moment::Accompany
    }

    /// The channel of a new interview: the setting, if the kit serves it, else the kit's first.
    pub fn first_channel(&self) -> Channel {
        self.settings
            .channel
            .filter(|channel| self.kit.channels.contains(channel))
            .or_else(|| self.kit.channels.first().copied())
            .unwrap_or(Channel::Counter)
    }

    /// The shape the window should have: what the agent chose for this interview, else the strip on
    /// the phone and once a lead is followed.
    pub fn shape_wanted(&self) -> Shape {
        // One writes in the workshop and reads in training; the interview gets its shape back.
        if self.workshop.shown || self.training.shown {
            return Shape::Wide;
        }
        let by_itself = self.settings.folds
            && (self.evidence().channel == Channel::Phone || self.moment() == Moment::Accompany);
        if self.session.folded.unwrap_or(by_itself) {
            Shape::Strip
        } else {
            Shape::Wide
        }
    }

    /// Says which moment it is.
    pub fn moment(&self) -> Moment {
        if self.evidence().followed.is_some() {
            Moment::Accompany
        } else {
            Moment::Recognise
        }
    }

    /// Gives what is known of the contact.
    pub fn evidence(&self) -> &Evidence {
        &self.session.interview.facts().evidence
    }

    /// Gives the persona followed, or the lead once something is counted.
    pub fn lead(&self) -> Option<&PersonaId> {
        if let Some(followed) = &self.evidence().followed {
            return Some(followed);
        }
        let identification = self.identification.as_ref().ok()?;
        if identification.counted == 0 {
            return None;
        }
        identification.top().map(|c| &c.id)
    }

    /// The profile that comes second, once something is counted.
    pub fn runner_up(&self) -> Option<&PersonaId> {
        let identification = self.identification.as_ref().ok()?;
        (identification.counted > 0).then_some(())?;
        identification.runner_up().map(|c| &c.id)
    }

    /// Says whether there is a lead good enough to be followed with one key.
    pub fn has_lead(&self) -> bool {
        self.identification
            .as_ref()
            .is_ok_and(|i| matches!(i.label, Label::Clear | Label::Possible))
    }

    /// Says whether a card offers to be followed: a profile, while recognising.
    pub fn may_follow(&self, persona: &PersonaId) -> bool {
        let is_profile = self
            .kit
            .persona(persona.as_str())
            .is_some_and(|p| p.layer == Layer::Profile);
        is_profile && self.moment() == Moment::Recognise
    }

    /// Says whether a rule speaks of somebody's safety.
    pub fn in_danger(&self) -> bool {
        self.identification
            .as_ref()
            .is_ok_and(|i| i.notices.iter().any(|n| n.severity == Severity::Safety))
    }
}
