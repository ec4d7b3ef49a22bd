//! Cards and lists as plain data: what is said, in which order, and where each link goes.
//!
//! It must never hold a sentence of the interface, nor a probability: a level is one of five words.

use crate::domain::kit::{Kit, KitContent, Level, QuestionRole};
use crate::domain::vocab::{Channel, Minutes, Mode, Orientation, Theme};

use super::{Card, Shelf, helping, persona, question};

/// How usual something is, as one says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Often {
    /// Nearly always.
    Always,
    /// Often.
    Often,
    /// Sometimes.
    Sometimes,
    /// Rarely.
    Rarely,
    /// Nearly never.
    Never,
}

impl Often {
    /// Every word, the most usual first.
    pub const ALL: &'static [Self] = &[
        Self::Always,
        Self::Often,
        Self::Sometimes,
        Self::Rarely,
        Self::Never,
    ];

    /// The word for a level; a number takes the word that is nearest on the scale of the kit.
    pub fn of(content: &KitContent, level: Level) -> Self {
        let words = [
            (Level::Typical, Self::Always),
            (Level::Frequent, Self::Often),
            (Level::Possible, Self::Sometimes),
            (Level::Rare, Self::Rarely),
            (Level::VeryRare, Self::Never),
        ];
        let of = |level| content.levels.probability(level).max(1e-6).ln();
        let wanted = of(level);
        let far = |level: Level| (of(level) - wanted).abs();
        let nearest = words.iter().min_by(|a, b| far(a.0).total_cmp(&far(b.0)));
        nearest.map_or(Self::Never, |(_, word)| *word)
    }

    /// Says whether a card names it without being asked.
    pub fn is_usual(self) -> bool {
        self <= Self::Sometimes
    }
}

/// What stands above a part of a card.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Heading {
    /// « Ce qui compte »
    Matters,
    /// « Ce qui freine »
    Hinders,
    /// What to say, on a channel or on both.
    Say(Option<Channel>),
    /// What to avoid.
    Avoid,
    /// How to help: a part with others within.
    Help,
    /// How it is recognised: a part with others within.
    Recognised,
    /// What a cue evokes: a part with others within.
    Evokes,
    /// What answers evoke: a part with others within.
    Answers,
    /// Steps for a time at hand.
    Steps(Minutes),
    /// What is as usual as that.
    Cues(Often),
    /// What is rare, on demand.
    Rare(usize),
    /// What opens the situation at once.
    Opened,
    /// The situations it opens.
    Opens,
    /// The questions that tell it apart.
    Telling,
    /// What it is taken for.
    Confused,
    /// What is taken for it.
    TakenFor,
    /// An answer of a question.
    Answer(String),
    /// What brings a step.
    BroughtBy,
    /// The steps it brings.
    Brings,
    /// Whom a step helps.
    Helps,
    /// The démarches a step is for.
    OfProcedures,
    /// The steps of a démarche.
    ProcedureSteps,
    /// How to do it.
    How,
    /// What enters the note.
    Note,
    /// Other words on the phone.
    OnThePhone,
    /// What does not go with it.
    Excludes,
    /// Documents to bring.
    Documents,
    /// The online entry, as text.
    Online,
    /// The way that is not online.
    OtherWay,
    /// Traps.
    Traps,
    /// What is to be checked locally.
    Varies,
    /// What a place offers.
    Offers,
    /// Opening hours.
    When,
    /// How to reach a place.
    Contact,
    /// What to bring to a place.
    Bring,
    /// Places to send people to.
    Places,
    /// The steps that hand over.
    Relays,
    /// Sources.
    Sources,
}

/// What stands beside a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aside {
    /// Nothing.
    Nothing,
    /// How one helps.
    Mode(Mode),
    /// For which times at hand.
    Minutes(Vec<Minutes>),
    /// How usual it is.
    Often(Often),
    /// What kind of card it is.
    Shelf(Shelf),
}

/// A way to another card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The other card.
    pub card: Card,
    /// Its words.
    pub title: String,
    /// What stands beside.
    pub aside: Aside,
    /// What is said under it; empty for nothing.
    pub under: String,
}

impl Link {
    /// A link with nothing beside nor under.
    pub fn to(kit: &Kit, card: Card) -> Self {
        // A cue is read as a sentence; its label is for a panel.
        let title = match &card {
            Card::Cue(id) => kit.cue(id.as_str()).map(|cue| cue.text.clone()),
            _ => None,
        };
        Self {
            title: title.unwrap_or_else(|| card.title(kit)),
            card,
            aside: Aside::Nothing,
            under: String::new(),
        }
    }

    pub(super) fn beside(mut self, aside: Aside) -> Self {
        self.aside = aside;
        self
    }

    pub(super) fn under(mut self, words: impl Into<String>) -> Self {
        self.under = words.into();
        self
    }
}

/// A part of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A part that holds those after it.
    Part(Heading),
    /// One sentence in the person's words, or the words to say.
    Essence(String),
    /// Two short lists, side by side where there is room.
    Pair((Heading, Vec<String>), (Heading, Vec<String>)),
    /// Lines of text.
    Lines(Heading, Vec<String>),
    /// Sentences to say; the heading may stand above already.
    Say(Option<Heading>, Vec<String>),
    /// What to avoid, and why.
    Avoid(Vec<(String, String)>),
    /// Ways to other cards.
    Links(Heading, Vec<Link>),
    /// Ways to other cards that are shown on demand.
    Folded(Heading, Vec<Link>),
    /// Addresses and other references, small.
    Small(Heading, Vec<String>),
}

impl Block {
    /// Its ways to other cards.
    pub fn links(&self) -> &[Link] {
        match self {
            Self::Links(_, links) | Self::Folded(_, links) => links,
            _ => &[],
        }
    }
}

/// A short fact about a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Its kind.
    Kind(Shelf),
    /// Its family, as titled.
    Family(String),
    /// The one channel it is for.
    Only(Channel),
    /// The main way to help.
    Help(Mode),
    /// How one helps in a step.
    Mode(Mode),
    /// How long it takes, in minutes.
    Lasts(u32),
    /// Its theme.
    Theme(Theme),
    /// Who runs it.
    Operator(String),
    /// What kind of place.
    Place(Orientation),
    /// Noted only when said.
    Declared,
    /// The same words to everyone.
    Offered,
    /// Right for everyone.
    ForEveryone,
    /// Read again on that day, ISO.
    Reviewed(String),
    /// Checked on that day, ISO.
    Confirmed(String),
    /// Official pages last seen on that day, ISO.
    Seen(String),
}

/// A card as one reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardView {
    /// What it is about.
    pub card: Card,
    /// Its title.
    pub title: String,
    /// The sign beside it.
    pub symbol: Option<String>,
    /// Under the title.
    pub facts: Vec<Fact>,
    /// Whether the map shows it.
    pub on_map: bool,
    /// Its parts, in order of reading.
    pub blocks: Vec<Block>,
    /// At the end: when it was read again.
    pub dates: Vec<Fact>,
}

impl CardView {
    /// Adds a part that holds others, unless nothing is in it.
    pub(super) fn part(&mut self, heading: Heading, fill: impl FnOnce(&mut Self)) {
        self.blocks.push(Block::Part(heading));
        let before = self.blocks.len();
        fill(self);
        if self.blocks.len() == before {
            self.blocks.pop();
        }
    }

    /// Adds a block, unless it is empty.
    pub(super) fn push(&mut self, block: Block) {
        let empty = match &block {
            Block::Part(_) => false,
            Block::Essence(words) => words.is_empty(),
            Block::Pair((_, left), (_, right)) => left.is_empty() && right.is_empty(),
            Block::Lines(_, lines) | Block::Say(_, lines) | Block::Small(_, lines) => {
                lines.is_empty()
            }
            Block::Avoid(lines) => lines.is_empty(),
            Block::Links(_, links) | Block::Folded(_, links) => links.is_empty(),
        };
        if !empty {
            self.blocks.push(block);
        }
    }

    /// Its ways to other cards, in order.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.blocks.iter().flat_map(Block::links)
    }
}

/// The card, whole; none if the kit has no such card.
pub fn card(kit: &Kit, card: &Card) -> Option<CardView> {
    let shelf = card.shelf(kit)?;
    let mut view = CardView {
        card: card.clone(),
        title: card.title(kit),
        symbol: None,
        facts: vec![Fact::Kind(shelf)],
        on_map: false,
        blocks: Vec::new(),
        dates: Vec::new(),
    };
    match card {
        Card::Persona(id) => persona::fill(&mut view, kit, kit.persona(id.as_str())?),
        Card::Cue(id) => question::fill_cue(&mut view, kit, kit.cue(id.as_str())?),
        Card::Question(id) => question::fill(&mut view, kit, kit.question(id.as_str())?),
        Card::Step(id) => helping::fill_step(&mut view, kit, kit.step(id.as_str())?),
        Card::Procedure(id) => {
            let procedure = kit.procedures.iter().find(|one| &one.id == id)?;
            helping::fill_procedure(&mut view, kit, procedure);
        }
        Card::Place(id) => {
            let place = kit.places.iter().find(|one| &one.id == id)?;
            helping::fill_place(&mut view, kit, place);
        }
    }
    Some(view)
}

/// The one channel of something, if it has not both.
pub(super) fn only(channels: &[Channel]) -> Option<Fact> {
    match channels {
        [one] => Some(Fact::Only(*one)),
        _ => None,
    }
}

/// What stands above some rows of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// As the kit titles it.
    Titled(String),
    /// A theme.
    Theme(Theme),
    /// A way to help.
    Mode(Mode),
    /// What a question is for.
    Role(QuestionRole),
    /// A kind of place.
    Place(Orientation),
}

fn group_of(kit: &Kit, card: &Card) -> Option<Group> {
    Some(match card {
        Card::Persona(_) => return None,
        Card::Cue(id) => {
            let cue = kit.cue(id.as_str())?;
            Group::Titled(kit.family(&cue.family)?.title.clone())
        }
        Card::Question(id) => Group::Role(kit.question(id.as_str())?.role),
        Card::Step(id) => Group::Mode(kit.step(id.as_str())?.mode),
        Card::Procedure(id) => {
            let procedure = kit.procedures.iter().find(|one| &one.id == id)?;
            Group::Theme(procedure.theme)
        }
        Card::Place(id) => {
            let place = kit.places.iter().find(|one| &one.id == id)?;
            Group::Place(place.kind)
        }
    })
}

/// The cards of a shelf by groups, in the order groups first come in.
pub fn rows(kit: &Kit, shelf: Shelf) -> Vec<(Option<Group>, Vec<Card>)> {
    let mut groups: Vec<(Option<Group>, Vec<Card>)> = Vec::new();
    for card in shelf.cards(kit) {
        let group = group_of(kit, &card);
        match groups.iter_mut().find(|(of, _)| *of == group) {
            Some((_, cards)) => cards.push(card),
            None => groups.push((group, vec![card])),
        }
    }
    groups
}
