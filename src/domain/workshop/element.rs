//! The elements of a kit and what they are called: by id, or by position where they have none.
//!
//! It must never hold content: an element here is a name.

use crate::domain::ids::{
    AnswerId, CueId, FamilyId, PersonaId, PlaceId, ProcedureId, QuestionId, StepId,
};
use crate::domain::kit::KitContent;
use crate::domain::typography::french;

/// The kinds of elements, in the order the workshop shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The kit's own sheet.
    Manifest,
    /// Families of cues.
    Family,
    /// Sources.
    Source,
    /// Cues.
    Cue,
    /// Questions.
    Question,
    /// Answers of a question.
    Answer,
    /// Profiles and situations.
    Persona,
    /// Steps.
    Step,
    /// Places.
    Place,
    /// Procedures.
    Procedure,
    /// Rules.
    Rule,
    /// Cases of the test bench.
    Case,
    /// Links between cues, learned from data.
    Link,
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Manifest,
        Self::Family,
        Self::Source,
        Self::Cue,
        Self::Question,
        Self::Answer,
        Self::Persona,
        Self::Step,
        Self::Place,
        Self::Procedure,
        Self::Rule,
        Self::Case,
        Self::Link,
    ];

    /// Stable key, plural.
    pub const fn key(self) -> &'static str {
        self.words().0
    }

    /// What one is called, without article.
    pub const fn label(self) -> &'static str {
        self.words().1
    }

    /// What one is called within a sentence, with its article.
    pub const fn the(self) -> &'static str {
        self.words().2
    }

    /// What many are called.
    pub const fn plural(self) -> &'static str {
        self.words().3
    }

    const fn words(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Manifest => ("kit", "Fiche du kit", "la fiche du kit", "fiche du kit"),
            Self::Family => ("families", "Famille", "la famille", "familles"),
            Self::Source => ("sources", "Source", "la source", "sources"),
            Self::Cue => ("cues", "Indice", "l’indice", "indices"),
            Self::Question => ("questions", "Question", "la question", "questions"),
            Self::Answer => ("answers", "Réponse", "la réponse", "réponses"),
            Self::Persona => ("personas", "Carte", "la carte", "cartes"),
            Self::Step => ("steps", "Étape", "l’étape", "étapes"),
            Self::Place => ("places", "Lieu", "le lieu", "lieux"),
            Self::Procedure => ("procedures", "Démarche", "la démarche", "démarches"),
            Self::Rule => ("rules", "Règle", "la règle", "règles"),
            Self::Case => ("cases", "Cas d’essai", "le cas d’essai", "cas d’essai"),
            Self::Link => ("links", "Lien", "le lien", "liens"),
        }
    }
}

/// An element of a kit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    /// The kit's own sheet.
    Manifest,
    /// A family of cues.
    Family(FamilyId),
    /// A source, by its code.
    Source(String),
    /// A cue.
    Cue(CueId),
    /// A question.
    Question(QuestionId),
    /// An answer of a question.
    Answer(QuestionId, AnswerId),
    /// A profile or a situation.
    Persona(PersonaId),
    /// A step.
    Step(StepId),
    /// A place.
    Place(PlaceId),
    /// A procedure.
    Procedure(ProcedureId),
    /// A rule, by its position.
    Rule(usize),
    /// A case, by its position.
    Case(usize),
    /// A link between cues, by its position.
    Link(usize),
}

impl Element {
    /// What kind of element it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Manifest => Kind::Manifest,
            Self::Family(_) => Kind::Family,
            Self::Source(_) => Kind::Source,
            Self::Cue(_) => Kind::Cue,
            Self::Question(_) => Kind::Question,
            Self::Answer(..) => Kind::Answer,
            Self::Persona(_) => Kind::Persona,
            Self::Step(_) => Kind::Step,
            Self::Place(_) => Kind::Place,
            Self::Procedure(_) => Kind::Procedure,
            Self::Rule(_) => Kind::Rule,
            Self::Case(_) => Kind::Case,
            Self::Link(_) => Kind::Link,
        }
    }

    /// Its id, or its number from 1 where it has none.
    pub fn id(&self) -> String {
        match self {
            Self::Manifest => String::new(),
            Self::Family(id) => id.to_string(),
            Self::Source(id) => id.clone(),
            Self::Cue(id) => id.to_string(),
            Self::Question(id) => id.to_string(),
            Self::Answer(_, id) => id.to_string(),
            Self::Persona(id) => id.to_string(),
            Self::Step(id) => id.to_string(),
            Self::Place(id) => id.to_string(),
            Self::Procedure(id) => id.to_string(),
            Self::Rule(at) | Self::Case(at) | Self::Link(at) => (at + 1).to_string(),
        }
    }

    /// The same kind of element under another id; positions stay.
    #[must_use]
    pub fn renamed(&self, id: &str) -> Self {
        match self {
            Self::Family(_) => Self::Family(id.into()),
            Self::Source(_) => Self::Source(id.to_owned()),
            Self::Cue(_) => Self::Cue(id.into()),
            Self::Question(_) => Self::Question(id.into()),
            Self::Answer(question, _) => Self::Answer(question.clone(), id.into()),
            Self::Persona(_) => Self::Persona(id.into()),
            Self::Step(_) => Self::Step(id.into()),
            Self::Place(_) => Self::Place(id.into()),
            Self::Procedure(_) => Self::Procedure(id.into()),
            Self::Manifest | Self::Rule(_) | Self::Case(_) | Self::Link(_) => self.clone(),
        }
    }

    /// « L’indice « sans-ordinateur » », to begin a sentence.
    pub(super) fn named(&self) -> String {
        let words = self.named_within();
        let mut letters = words.chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => words,
        }
    }

    /// The same within a sentence.
    pub(super) fn named_within(&self) -> String {
        match self {
            Self::Manifest => Kind::Manifest.the().to_owned(),
            Self::Rule(_) | Self::Case(_) | Self::Link(_) => {
                format!("{} n° {}", self.kind().the(), self.id())
            }
            _ => french(&format!("{} « {} »", self.kind().the(), self.id())),
        }
    }

    /// What people call it: its name or title, else its id.
    pub fn title(&self, content: &KitContent) -> String {
        let found = match self {
            Self::Manifest => Some(content.title.clone()),
            Self::Family(id) => {
                let family = content.families.iter().find(|f| &f.id == id);
                family.map(|f| f.title.clone())
            }
            Self::Source(id) => Some(id.clone()),
            Self::Cue(id) => {
                let cue = content.cues.iter().find(|c| &c.id == id);
                cue.map(|c| c.short.clone())
            }
            Self::Question(id) => {
                let question = content.questions.iter().find(|q| &q.id == id);
                question.map(|q| q.ask.clone())
            }
            Self::Answer(id, answer) => content
                .questions
                .iter()
                .find(|q| &q.id == id)
                .and_then(|q| q.answers.iter().find(|a| &a.id == answer))
                .map(|a| a.text.clone()),
            Self::Persona(id) => {
                let persona = content.personas.iter().find(|p| &p.id == id);
                persona.map(|p| p.name.clone())
            }
            Self::Step(id) => {
                let step = content.steps.iter().find(|s| &s.id == id);
                step.map(|s| s.title.clone())
            }
            Self::Place(id) => {
                let place = content.places.iter().find(|p| &p.id == id);
                place.map(|p| p.name.clone())
            }
            Self::Procedure(id) => {
                let procedure = content.procedures.iter().find(|p| &p.id == id);
                procedure.map(|p| p.title.clone())
            }
            Self::Case(at) => content.cases.get(*at).map(|c| c.title.clone()),
            Self::Rule(_) | Self::Link(_) => None,
        };
        found
            .filter(|title| !title.trim().is_empty())
            .unwrap_or_else(|| self.id())
    }

    /// « Indice « Ni ordinateur ni tablette » », as a list or a finding shows it.
    pub fn label(&self, content: &KitContent) -> String {
        match self {
            Self::Manifest => Kind::Manifest.label().to_owned(),
            Self::Rule(_) | Self::Link(_) => format!("{} {}", self.kind().label(), self.id()),
            _ => french(&format!(
                "{} « {} »",
                self.kind().label(),
                self.title(content)
            )),
        }
    }

    /// Stable key, readable by [`Element::parse`].
    pub fn key(&self) -> String {
        match self {
            Self::Manifest => Kind::Manifest.key().to_owned(),
            Self::Answer(question, id) => format!("{}/{question}/{id}", Kind::Answer.key()),
            Self::Source(id) => format!("{}/{}", Kind::Source.key(), escape(id)),
            Self::Rule(at) | Self::Case(at) | Self::Link(at) => {
                format!("{}/{at}", self.kind().key())
            }
            _ => format!("{}/{}", self.kind().key(), self.id()),
        }
    }

    /// Reads a key.
    pub fn parse(key: &str) -> Option<Self> {
        let mut parts = key.split('/');
        let element = Self::read(&mut parts)?;
        parts.next().is_none().then_some(element)
    }

    /// Reads the first parts of a key.
    pub(super) fn read<'k>(parts: &mut impl Iterator<Item = &'k str>) -> Option<Self> {
        let kind = parts.next()?;
        let kind = *Kind::ALL.iter().find(|k| k.key() == kind)?;
        if kind == Kind::Manifest {
            return Some(Self::Manifest);
        }
        let id = parts.next()?;
        Some(match kind {
            Kind::Manifest => Self::Manifest,
            Kind::Family => Self::Family(id.into()),
            Kind::Source => Self::Source(unescape(id)),
            Kind::Cue => Self::Cue(id.into()),
            Kind::Question => Self::Question(id.into()),
            Kind::Answer => Self::Answer(id.into(), parts.next()?.into()),
            Kind::Persona => Self::Persona(id.into()),
            Kind::Step => Self::Step(id.into()),
            Kind::Place => Self::Place(id.into()),
            Kind::Procedure => Self::Procedure(id.into()),
            Kind::Rule => Self::Rule(id.parse().ok()?),
            Kind::Case => Self::Case(id.parse().ok()?),
            Kind::Link => Self::Link(id.parse().ok()?),
        })
    }
}

/// A source's code is free text: a slash in it must not part a key.
fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('/', "%2F")
}

fn unescape(text: &str) -> String {
    text.replace("%2F", "/").replace("%25", "%")
}
