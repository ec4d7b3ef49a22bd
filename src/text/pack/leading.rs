//! What whoever leads holds: the running order, the debriefs, and the blank note.
//!
//! It must never rank a way of playing, nor ask who played what.

use super::{Maker, bare, document, kind};
use crate::domain::ids::{PersonaId, ScenarioId};
use crate::domain::training::pack::{Block, Document, DocumentKind, Paper};
use crate::domain::training::scenario::Scenario;
use crate::domain::training::session::{What, seats};
use crate::domain::vocab::{Orientation, Outcome};
use crate::text::term;

const RULES: [&str; 6] = [
    "pack_rule_pause",
    "pack_rule_rewind",
    "pack_rule_pass",
    "pack_rule_invented",
    "pack_rule_observe",
    "pack_rule_nothing",
];

/// The letter of a seat.
fn letter(seat: usize) -> String {
    let letters = ["A", "B", "C", "D", "E", "F"];
    letters.get(seat).copied().unwrap_or("…").to_owned()
}

impl Maker<'_> {
    /// The running order, with what is to be printed.
    pub(super) fn order(self, rounds: &[(usize, &Scenario)], documents: &[Document]) -> Document {
        let people: usize = self.session.groups.iter().sum();
        let sizes: Vec<String> = self
            .session
            .groups
            .iter()
            .map(ToString::to_string)
            .collect();
        let sizes = sizes.join(" + ");
        let mut blocks = vec![
            self.heading("pack_order_before"),
            Block::Bullets(vec![
                self.format(
                    "pack_order_people",
                    &[("people", people.to_string().into())],
                ),
                self.format("pack_order_groups", &[("sizes", sizes.into())]),
            ]),
            self.heading("pack_rules"),
            Block::Bullets(RULES.iter().map(|key| self.plain(key)).collect()),
            self.heading("pack_time"),
            Block::Pairs(self.moments(rounds)),
            self.heading("pack_seats"),
            self.said("pack_seats_detail"),
            Block::Pairs(self.seats(rounds.len())),
            self.heading("pack_to_prepare"),
            Block::Bullets(self.prepared(documents)),
            Block::Lines(self.plain("pack_team_keeps"), 3),
        ];
        blocks.retain(|block| !matches!(block, Block::Pairs(pairs) if pairs.is_empty()));
        let minutes = self.session.length.minutes().to_string();
        Document {
            kind: DocumentKind::RunningOrder,
            scenario: None,
            strap: self.format("pack_title", &[("minutes", minutes.into())]),
            title: self.plain("pack_order"),
            paper: Paper::A4,
            copies: 1,
            blocks,
            foot: self.plain("pack_foot_leader"),
        }
    }

    /// When, and what.
    fn moments(self, rounds: &[(usize, &Scenario)]) -> Vec<(String, String)> {
        let moments = self.session.moments.iter();
        moments
            .map(|moment| {
                let to = moment.from + moment.minutes;
                let (from, to) = (moment.from.to_string(), to.to_string());
                let when = [("from", from.into()), ("to", to.into())];
                let scenario = |id: &ScenarioId| {
                    let found = rounds.iter().find(|(_, one)| one.id == *id);
                    found.map(|(_, one)| *one)
                };
                (
                    self.format("pack_from_to", &when),
                    moment_words(self, &moment.what, scenario),
                )
            })
            .collect()
    }

    /// Who plays what, for each size of group.
    fn seats(self, rounds: usize) -> Vec<(String, String)> {
        let mut sizes = self.session.groups.clone();
        sizes.sort_unstable();
        sizes.dedup();
        let mut pairs = Vec::new();
        for size in sizes {
            for round in 0..rounds {
                let at = [
                    ("size", size.to_string().into()),
                    ("round", (round + 1).to_string().into()),
                ];
                let seats = seats(size, round);
                let observers: Vec<String> = seats.observers.iter().map(|s| letter(*s)).collect();
                let key = if observers.is_empty() {
                    "pack_seats_pair"
                } else {
                    "pack_seats_trio"
                };
                let who = [
                    ("agent", letter(seats.agent).into()),
                    ("usager", letter(seats.usager).into()),
                    ("observers", observers.join(", ").into()),
                ];
                pairs.push((self.format("pack_group_of", &at), self.format(key, &who)));
            }
        }
        pairs
    }

    /// How many of each document.
    fn prepared(self, documents: &[Document]) -> Vec<String> {
        let kinds = DocumentKind::ALL.iter();
        kinds
            .filter_map(|one| {
                let of_kind = documents.iter().filter(|document| document.kind == *one);
                let copies: usize = of_kind.map(|document| document.copies).sum();
                let arguments = [
                    ("title", kind(self.language, *one).into()),
                    ("count", copies.into()),
                ];
                (copies > 0).then(|| self.format("seance_copies", &arguments))
            })
            .collect()
    }

    /// How a scenario is talked over.
    pub(super) fn debrief(self, round: usize, scenario: &Scenario) -> Document {
        let strap = self.strap("pack_strap_debrief", round, scenario.channel);
        let mut blocks = vec![
            self.heading("pack_objective"),
            Block::Lead(scenario.objective.clone()),
        ];
        if let Some(idea) = &scenario.undoes {
            blocks.push(self.heading("pack_undoes"));
            blocks.push(Block::Text(idea.clone()));
        }
        blocks.extend([
            self.heading("pack_turn"),
            self.said("pack_turn_do"),
            self.heading("pack_questions"),
            Block::Bullets(scenario.debrief.clone()),
            self.heading("pack_traps"),
            Block::Bullets(scenario.traps.clone()),
            self.heading("pack_again"),
            Block::Text(scenario.rewind.clone()),
            self.heading("pack_tool"),
            Block::Bullets(self.shown(scenario)),
            self.heading("pack_steps"),
            Block::Bullets(self.steps(scenario)),
            Block::Lines(self.plain("pack_we_keep"), 2),
        ]);
        Document {
            blocks,
            foot: self.plain("pack_foot_leader"),
            ..document(DocumentKind::Debrief, scenario, strap, Paper::A4)
        }
    }

    /// What the panel would have put forward, and from what.
    fn shown(self, scenario: &Scenario) -> Vec<String> {
        let name = |id: &PersonaId| {
            let mut personas = self.content.personas.iter();
            let found = personas.find(|persona| persona.id == *id);
            found.map(|persona| persona.name.clone())
        };
        let cues = self.content.cues.iter().filter(|cue| {
            let mut plays = scenario.usager.plays.iter();
            plays.any(|play| play.cue == cue.id)
        });
        let cues: Vec<&str> = cues.map(|cue| cue.short.as_str()).collect();
        let lead = scenario.leads.first().and_then(name);
        let situations: Vec<String> = scenario.situations.iter().filter_map(name).collect();
        let mut shown = Vec::new();
        if let Some(lead) = lead {
            shown.push(self.format("pack_tool_lead", &[("names", lead.into())]));
        }
        if !situations.is_empty() {
            let names = situations.join(", ");
            shown.push(self.format("pack_tool_situation", &[("names", names.into())]));
        }
        shown.push(self.format("pack_tool_cues", &[("cues", cues.join(", ").into())]));
        shown
    }

    fn steps(self, scenario: &Scenario) -> Vec<String> {
        let found = scenario.steps.iter().filter_map(|id| {
            let mut steps = self.content.steps.iter();
            steps.find(|step| step.id == *id)
        });
        found.map(|step| step.title.clone()).collect()
    }

    /// A note to fill in by hand.
    pub(super) fn note(self, rounds: usize) -> Document {
        let words = |keys: Vec<&'static str>| keys.into_iter().map(str::to_owned).collect();
        let outcomes = Outcome::ALL.iter().map(|one| term(self.language, *one));
        let places = Orientation::ALL.iter().map(|one| term(self.language, *one));
        Document {
            kind: DocumentKind::BlankNote,
            scenario: None,
            strap: self.plain("pack_note_strap"),
            title: self.plain("pack_note"),
            paper: Paper::A4,
            copies: self.copies() * rounds.max(1),
            blocks: vec![
                self.said("pack_note_do"),
                Block::Lines(self.plain("pack_note_theme"), 1),
                Block::Lines(self.plain("pack_note_steps"), 5),
                self.heading("pack_note_outcome"),
                Block::Boxes(words(outcomes.collect())),
                self.heading("pack_note_orientation"),
                Block::Boxes(words(places.collect())),
                Block::Lines(self.plain("pack_note_more"), 2),
            ],
            foot: self.plain("pack_foot"),
        }
    }
}

fn moment_words<'s>(
    maker: Maker<'_>,
    what: &What,
    scenario: impl Fn(&ScenarioId) -> Option<&'s Scenario>,
) -> String {
    let of_round = |key: &str, round: usize, id: &ScenarioId| {
        let title = scenario(id).map_or("", |one| bare(&one.title));
        let round = (round + 1).to_string();
        maker.format(key, &[("round", round.into()), ("title", title.into())])
    };
    match what {
        What::Welcome => maker.plain("pack_welcome"),
        What::Read(round, id) => of_round("pack_read", *round, id),
        What::Play(round, id) => of_round("pack_play", *round, id),
        What::Debrief(round, id) => of_round("pack_debrief", *round, id),
        What::Pause => maker.plain("pack_pause"),
        What::Close => maker.plain("pack_close"),
    }
}
