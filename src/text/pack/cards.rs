//! The cards of the three roles.
//!
//! It must never name a persona on the cards of those who play, nor put what the usager knows on the
//! agent's.

use super::{Maker, document};
use crate::domain::training::pack::{Block, Document, DocumentKind, Paper};
use crate::domain::training::scenario::Scenario;

impl Maker<'_> {
    /// What whoever plays the agent knows.
    pub(super) fn agent(self, round: usize, scenario: &Scenario) -> Document {
        let strap = self.strap("pack_strap_agent", round, scenario.channel);
        let minutes = scenario.minutes.to_string();
        Document {
            copies: self.copies(),
            blocks: vec![
                Block::Lead(scenario.agent.scene.clone()),
                self.heading("pack_knows"),
                Block::Bullets(scenario.agent.knows.clone()),
                self.heading("pack_agent_part"),
                self.said("pack_agent_do"),
                Block::Text(self.format("pack_agent_time", &[("minutes", minutes.into())])),
            ],
            foot: self.plain("pack_foot"),
            ..document(DocumentKind::AgentCard, scenario, strap, Paper::A6)
        }
    }

    /// What whoever plays the usager wants, says and answers.
    pub(super) fn usager(self, round: usize, scenario: &Scenario) -> Document {
        let strap = self.strap("pack_strap_usager", round, scenario.channel);
        let usager = &scenario.usager;
        let plays = usager.plays.iter().map(|play| play.how.clone()).collect();
        let replies = usager.replies.iter().map(|reply| {
            let asked = scenario.asked(reply, self.content);
            (asked.to_owned(), reply.say.clone())
        });
        let mut blocks = vec![
            Block::Lead(usager.situation.clone()),
            self.heading("pack_wants"),
            Block::Text(usager.wants.clone()),
            self.heading("pack_first"),
            Block::Speech(usager.first.clone()),
            self.heading("pack_plays"),
            Block::Bullets(plays),
            self.heading("pack_replies"),
            Block::Pairs(replies.collect()),
        ];
        if !usager.unsaid.is_empty() {
            blocks.push(self.heading("pack_unsaid"));
            blocks.push(Block::Text(usager.unsaid.clone()));
        }
        blocks.extend([
            self.heading("pack_eases"),
            Block::Bullets(usager.eases.clone()),
            self.said("pack_eases_do"),
            self.heading("pack_closes"),
            Block::Bullets(usager.closes.clone()),
            self.said("pack_closes_do"),
            self.said("pack_usager_part"),
        ]);
        Document {
            copies: self.copies(),
            blocks,
            foot: self.plain("pack_foot"),
            ..document(DocumentKind::UsagerCard, scenario, strap, Paper::A6)
        }
    }

    /// What whoever watches looks at.
    pub(super) fn grid(self, round: usize, scenario: &Scenario) -> Document {
        let strap = self.strap("pack_strap_grid", round, scenario.channel);
        Document {
            copies: self.session.observers().max(1),
            blocks: vec![
                self.said("pack_grid_do"),
                Block::Boxes(scenario.observer.clone()),
                Block::Lines(self.plain("pack_grid_heard"), 2),
                Block::Lines(self.plain("pack_grid_again"), 2),
            ],
            foot: self.plain("pack_foot_grid"),
            ..document(DocumentKind::ObserverGrid, scenario, strap, Paper::A4)
        }
    }
}
