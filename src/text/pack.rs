//! The pack of a team workshop: every document that is printed, in words.
//!
//! Headings are the interface's, the rest comes from the kit and its scenarios. It must never put on a
//! card what its holder should not know, nor anything of a real contact.

mod cards;
mod leading;
mod markdown;

pub use markdown::markdown;

use super::{Value, format, plain, term};
use crate::domain::kit::KitContent;
use crate::domain::note::french_date;
use crate::domain::training::pack::{Block, Document, DocumentKind, Pack, Paper};
use crate::domain::training::scenario::Scenario;
use crate::domain::training::session::Session;
use crate::domain::typography;
use crate::domain::vocab::{Channel, Language};

/// What every document is made from.
#[derive(Clone, Copy)]
struct Maker<'a> {
    language: Language,
    content: &'a KitContent,
    session: &'a Session,
}

impl Maker<'_> {
    fn plain(self, key: &str) -> String {
        plain(self.language, key).to_owned()
    }

    fn format(self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        format(self.language, key, arguments)
    }

    fn heading(self, key: &str) -> Block {
        Block::Heading(self.plain(key))
    }

    fn said(self, key: &str) -> Block {
        Block::Text(self.plain(key))
    }

    /// The line above a title: what it is, which game, which channel.
    fn strap(self, key: &str, round: usize, channel: Channel) -> String {
        let channel = term(self.language, channel);
        let round = (round + 1).to_string();
        self.format(key, &[("round", round.into()), ("channel", channel.into())])
    }

    fn copies(self) -> usize {
        self.session.groups.len().max(1)
    }
}

/// Makes the pack of a workshop; `day` is ISO, and scenarios that are not there are left out.
pub fn pack(
    language: Language,
    content: &KitContent,
    session: &Session,
    scenarios: &[&Scenario],
    day: &str,
) -> Pack {
    let maker = Maker {
        language,
        content,
        session,
    };
    let rounds: Vec<(usize, &Scenario)> = session
        .scenarios
        .iter()
        .filter_map(|id| scenarios.iter().copied().find(|one| one.id == *id))
        .enumerate()
        .collect();
    let mut documents = Vec::new();
    for (round, scenario) in &rounds {
        documents.extend([
            maker.agent(*round, scenario),
            maker.usager(*round, scenario),
            maker.grid(*round, scenario),
            maker.debrief(*round, scenario),
        ]);
    }
    documents.push(maker.note(rounds.len()));
    let order = maker.order(&rounds, &documents);
    documents.insert(0, order);
    let minutes = session.length.minutes().to_string();
    let mut pack = Pack {
        title: maker.format("pack_title", &[("minutes", minutes.into())]),
        origin: maker.format(
            "pack_origin",
            &[
                ("kit", content.title.as_str().into()),
                ("version", content.version.as_str().into()),
                ("day", french_date(day).into()),
            ],
        ),
        language: content.language.clone(),
        documents,
    };
    if content.language == "fr" {
        spaced(&mut pack);
    }
    pack
}

/// How many copies there are of a kind.
pub fn copies(pack: &Pack, kind: DocumentKind) -> usize {
    pack.of(kind).map(|document| document.copies).sum()
}

/// What a kind of document is called, in the plural.
pub fn kind(language: Language, kind: DocumentKind) -> &'static str {
    let key = match kind {
        DocumentKind::RunningOrder => "pack_kind_order",
        DocumentKind::AgentCard => "pack_kind_agent",
        DocumentKind::UsagerCard => "pack_kind_usager",
        DocumentKind::ObserverGrid => "pack_kind_grid",
        DocumentKind::Debrief => "pack_kind_debrief",
        DocumentKind::BlankNote => "pack_kind_note",
    };
    plain(language, key)
}

/// A title without the marks it may bring, where the sentence has its own.
pub fn bare(title: &str) -> &str {
    title.trim_matches(['«', '»', '“', '”', ' ', '\u{a0}', '\u{202f}'])
}

/// French typography everywhere.
fn spaced(pack: &mut Pack) {
    let set = |text: &mut String| *text = typography::french(text);
    for document in &mut pack.documents {
        set(&mut document.title);
        for block in &mut document.blocks {
            match block {
                Block::Heading(text)
                | Block::Lead(text)
                | Block::Text(text)
                | Block::Speech(text)
                | Block::Lines(text, _) => set(text),
                Block::Bullets(lines) | Block::Boxes(lines) => lines.iter_mut().for_each(set),
                Block::Pairs(pairs) => {
                    for (left, right) in pairs {
                        set(left);
                        set(right);
                    }
                }
            }
        }
    }
}

/// A document of a scenario.
fn document(kind: DocumentKind, scenario: &Scenario, strap: String, paper: Paper) -> Document {
    Document {
        kind,
        scenario: Some(scenario.id.clone()),
        strap,
        title: scenario.title.clone(),
        paper,
        copies: 1,
        blocks: Vec::new(),
        foot: String::new(),
    }
}
