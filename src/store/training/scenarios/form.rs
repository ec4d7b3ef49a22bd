//! How a scenario is written (docs/KIT_FORMAT.md).
//!
//! It must never be used outside the store.

use serde::Deserialize;

use crate::domain::training::scenario::{AgentCard, Play, Reply, Scenario, UsagerCard};
use crate::store::format::words::{ChannelWord, ThemeWord, Wire as _};

/// A scenario's file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScenarioForm {
    id: String,
    title: String,
    channel: ChannelWord,
    theme: ThemeWord,
    #[serde(default)]
    procedure: Option<String>,
    leads: Vec<String>,
    #[serde(default)]
    situations: Vec<String>,
    minutes: u16,
    objective: String,
    #[serde(default)]
    undoes: Option<String>,
    #[serde(default)]
    traps: Vec<String>,
    agent: AgentForm,
    usager: UsagerForm,
    observer: Vec<String>,
    #[serde(default)]
    rewind: String,
    #[serde(default)]
    steps: Vec<String>,
    debrief: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AgentForm {
    scene: String,
    #[serde(default)]
    knows: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct UsagerForm {
    situation: String,
    wants: String,
    first: String,
    plays: Vec<PlayForm>,
    #[serde(default)]
    replies: Vec<ReplyForm>,
    #[serde(default)]
    unsaid: String,
    #[serde(default)]
    eases: Vec<String>,
    #[serde(default)]
    closes: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlayForm {
    cue: String,
    how: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyForm {
    #[serde(default)]
    asked: String,
    #[serde(default)]
    gives: Option<(String, String)>,
    say: String,
}

impl ScenarioForm {
    pub(super) fn into_scenario(self) -> Scenario {
        let ids = |texts: Vec<String>| texts.iter().map(|text| text.as_str().into()).collect();
        Scenario {
            id: self.id.as_str().into(),
            title: self.title,
            channel: self.channel.into_domain(),
            theme: self.theme.into_domain(),
            procedure: self.procedure.map(|id| id.as_str().into()),
            leads: ids(self.leads),
            situations: ids(self.situations),
            minutes: self.minutes,
            objective: self.objective,
            undoes: self.undoes,
            traps: self.traps,
            agent: AgentCard {
                scene: self.agent.scene,
                knows: self.agent.knows,
            },
            usager: self.usager.into_card(),
            observer: self.observer,
            rewind: self.rewind,
            steps: self.steps.iter().map(|id| id.as_str().into()).collect(),
            debrief: self.debrief,
        }
    }
}

impl UsagerForm {
    fn into_card(self) -> UsagerCard {
        let play = |form: PlayForm| Play {
            cue: form.cue.as_str().into(),
            how: form.how,
        };
        let reply = |form: ReplyForm| Reply {
            asked: form.asked,
            gives: form
                .gives
                .map(|(question, answer)| (question.as_str().into(), answer.as_str().into())),
            say: form.say,
        };
        UsagerCard {
            situation: self.situation,
            wants: self.wants,
            first: self.first,
            plays: self.plays.into_iter().map(play).collect(),
            replies: self.replies.into_iter().map(reply).collect(),
            unsaid: self.unsaid,
            eases: self.eases,
            closes: self.closes,
        }
    }
}
