//! Format 1 on disk: the only types of the kit that can be read and written.
//!
//! Their names and defaults are a promise (docs/KIT_FORMAT.md): a change is a new format, never an
//! edit here. They must never be used outside the store.

use serde::{Deserialize, Serialize};

use self::wire::{ByChannel, ChannelWord, DeckWord, LabelWord, LayerWord, Letter, Pairs, RoleWord};
use crate::domain::kit;

mod rule;
mod wire;

pub(crate) use self::rule::{ConditionForm, EffectForm};
pub(crate) use self::wire::{ModeWord, OrientationWord, ThemeWord, Wire};

/// Words that files beside the kit share with it.
pub(crate) mod words {
    pub(crate) use super::wire::{ChannelWord, ThemeWord, Wire};
}

/// The format these shapes read and write.
pub(crate) const FORMAT: u32 = 1;

macro_rules! shapes {
    ($($name:ident => $domain:ident { $($(#[$meta:meta])* $field:ident: $wire:ty),+ $(,)? })+) => {$(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $name { $($(#[$meta])* $field: $wire,)+ }

        impl Wire<kit::$domain> for $name {
            fn into_domain(self) -> kit::$domain {
                kit::$domain { $($field: self.$field.into_domain(),)+ }
            }
            fn from_domain(value: &kit::$domain) -> Self {
                Self { $($field: <$wire as Wire<_>>::from_domain(&value.$field),)+ }
            }
        }
    )+};
}

shapes! {
    LevelsForm => Levels {
        #[serde(default = "defaults::very_rare")] very_rare: f64,
        #[serde(default = "defaults::rare")] rare: f64,
        #[serde(default = "defaults::possible")] possible: f64,
        #[serde(default = "defaults::frequent")] frequent: f64,
        #[serde(default = "defaults::typical")] typical: f64,
    }
    FamilyForm => Family {
        id: String,
        key: Letter,
        #[serde(default)] title: String,
        #[serde(default = "defaults::relatedness")] relatedness: f64,
    }
    SourceForm => Source {
        id: String,
        #[serde(default)] text: String,
        #[serde(default)] url: String,
    }
    CueForm => Cue {
        id: String,
        code: String,
        short: String,
        text: String,
        family: String,
        channels: Vec<ChannelWord>,
        #[serde(default)] declared: bool,
        #[serde(default = "defaults::deck")] deck: DeckWord,
        #[serde(default)] noise: Option<f64>,
        #[serde(default = "defaults::yes")] scored: bool,
        #[serde(default)] excludes: Vec<String>,
    }
    AnswerForm => Answer {
        id: String,
        #[serde(default)] text: String,
        #[serde(default)] text_phone: Option<String>,
    }
    QuestionForm => Question {
        id: String,
        code: String,
        ask: String,
        #[serde(default)] ask_phone: Option<String>,
        #[serde(default)] family: Option<String>,
        #[serde(default = "defaults::channels")] channels: Vec<ChannelWord>,
        #[serde(default = "defaults::cost")] cost: f64,
        #[serde(default)] availability: ByChannel<f64>,
        #[serde(default)] noise: Option<f64>,
        #[serde(default = "defaults::role")] role: RoleWord,
        answers: Vec<AnswerForm>,
    }
    AxesForm => Axes {
        #[serde(default)] aptitude: u8,
        #[serde(default)] confidence: u8,
        #[serde(default)] administrative: u8,
        #[serde(default)] appetite: u8,
    }
    SayForm => Say {
        text: String,
        #[serde(default = "defaults::channels")] channels: Vec<ChannelWord>,
    }
    AvoidForm => Avoid {
        text: String,
        #[serde(default)] because: String,
    }
    StepListsForm => StepLists {
        #[serde(default)] two_minutes: Vec<String>,
        #[serde(default)] ten_minutes: Vec<String>,
        #[serde(default)] relay: Vec<String>,
    }
    ConfusionForm => Confusion {
        persona: String,
        #[serde(default)] ask_yourself: String,
    }
    PersonaForm => Persona {
        id: String,
        code: String,
        name: String,
        layer: LayerWord,
        #[serde(default)] symbol: Option<String>,
        #[serde(default)] axes: Option<AxesForm>,
        share: ByChannel<f64>,
        #[serde(default)] essence: String,
        #[serde(default)] motivations: Vec<String>,
        #[serde(default)] obstacles: Vec<String>,
        #[serde(default)] say: Vec<SayForm>,
        #[serde(default)] avoid: Vec<AvoidForm>,
        #[serde(default)] mode: Option<ModeWord>,
        #[serde(default = "defaults::step_lists")] steps: StepListsForm,
        #[serde(default)] confused_with: Vec<ConfusionForm>,
        #[serde(default)] cues: Pairs<LevelForm>,
        #[serde(default)] answers: Pairs<Pairs<LevelForm>>,
        #[serde(default)] sources: Vec<String>,
        #[serde(default)] reviewed: Option<String>,
    }
    StepForm => Step {
        id: String,
        title: String,
        #[serde(default)] detail: String,
        mode: ModeWord,
        minutes: u32,
        #[serde(default = "defaults::channels")] channels: Vec<ChannelWord>,
        #[serde(default)] themes: Vec<ThemeWord>,
        #[serde(default)] when: Option<ConditionForm>,
        #[serde(default)] say: Vec<SayForm>,
        #[serde(default)] note: String,
    }
    PlaceForm => Place {
        id: String,
        #[serde(default)] name: String,
        #[serde(default = "defaults::orientation")] kind: OrientationWord,
        #[serde(default)] offers: Vec<String>,
        #[serde(default)] when: String,
        #[serde(default)] contact: String,
        #[serde(default)] bring: Vec<String>,
        #[serde(default)] confirmed: Option<String>,
    }
    ProcedureForm => Procedure {
        id: String,
        theme: ThemeWord,
        #[serde(default)] title: String,
        #[serde(default)] site: Option<String>,
        #[serde(default)] documents: Vec<String>,
        #[serde(default)] steps: Vec<String>,
        #[serde(default)] other_way: String,
        #[serde(default)] operator: String,
        #[serde(default)] traps: Vec<String>,
        #[serde(default)] seen: Vec<PageSeenForm>,
        #[serde(default)] varies: Option<String>,
    }
    PageSeenForm => PageSeen {
        url: String,
        on: String,
    }
    RuleForm => Rule {
        when: ConditionForm,
        then: Vec<EffectForm>,
    }
    ExpectationForm => Expectation {
        #[serde(default)] label: Vec<LabelWord>,
        #[serde(default)] top: Vec<String>,
    }
    CaseForm => Case {
        #[serde(default)] title: String,
        #[serde(default = "defaults::channel")] channel: ChannelWord,
        #[serde(default)] cues: Vec<String>,
        #[serde(default)] not_cues: Vec<String>,
        #[serde(default)] answers: Pairs<String>,
        #[serde(default = "defaults::expectation")] expect: ExpectationForm,
        #[serde(default)] raises: Vec<String>,
        #[serde(default)] to_verify: Vec<String>,
    }
    LinkRowForm => LinkRow {
        given: String,
        persona: String,
        levels: Pairs<LevelForm>,
    }
    LinkForm => CueLink {
        version: u32,
        channel: ChannelWord,
        child: ItemForm,
        parent: ItemForm,
        #[serde(default)] rows: Vec<LinkRowForm>,
    }
}

/// A cue or a question, by id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum ItemForm {
    Cue(String),
    Question(String),
}

impl Wire<kit::ItemRef> for ItemForm {
    fn into_domain(self) -> kit::ItemRef {
        match self {
            Self::Cue(id) => kit::ItemRef::Cue(id.into_domain()),
            Self::Question(id) => kit::ItemRef::Question(id.into_domain()),
        }
    }
    fn from_domain(value: &kit::ItemRef) -> Self {
        match value {
            kit::ItemRef::Cue(id) => Self::Cue(id.to_string()),
            kit::ItemRef::Question(id) => Self::Question(id.to_string()),
        }
    }
}

/// Engine settings; every one can be left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct EngineForm {
    noise_floor: f64,
    none_prior: f64,
    none_spread: f64,
    temper: f64,
    clear: f64,
    clear_ratio: f64,
    possible: f64,
    none: f64,
    stop: f64,
    min_answers: usize,
    min_gain_bits: f64,
}

impl Default for EngineForm {
    fn default() -> Self {
        Self::from_domain(&kit::EngineSettings::default())
    }
}

macro_rules! same_fields {
    ($form:ident, $domain:ident { $($field:ident),+ }) => {
        impl Wire<kit::$domain> for $form {
            fn into_domain(self) -> kit::$domain {
                kit::$domain { $($field: self.$field),+ }
            }
            fn from_domain(value: &kit::$domain) -> Self {
                Self { $($field: value.$field),+ }
            }
        }
    };
}

same_fields!(
    EngineForm,
    EngineSettings {
        noise_floor,
        none_prior,
        none_spread,
        temper,
        clear,
        clear_ratio,
        possible,
        none,
        stop,
        min_answers,
        min_gain_bits
    }
);

/// A probability: one of five words or `P(0.37)`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum LevelForm {
    VeryRare,
    Rare,
    Possible,
    Frequent,
    Typical,
    P(f64),
}

impl Wire<kit::Level> for LevelForm {
    fn into_domain(self) -> kit::Level {
        match self {
            Self::VeryRare => kit::Level::VeryRare,
            Self::Rare => kit::Level::Rare,
            Self::Possible => kit::Level::Possible,
            Self::Frequent => kit::Level::Frequent,
            Self::Typical => kit::Level::Typical,
            Self::P(p) => kit::Level::P(p),
        }
    }
    fn from_domain(value: &kit::Level) -> Self {
        match *value {
            kit::Level::VeryRare => Self::VeryRare,
            kit::Level::Rare => Self::Rare,
            kit::Level::Possible => Self::Possible,
            kit::Level::Frequent => Self::Frequent,
            kit::Level::Typical => Self::Typical,
            kit::Level::P(p) => Self::P(p),
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature serde asks for"
)]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// The manifest; in a bundle `format` may stand at the root alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ManifestForm {
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) format: u32,
    id: String,
    title: String,
    version: String,
    language: String,
    #[serde(default)]
    owner: String,
    #[serde(default)]
    reviewed: Option<String>,
    #[serde(default)]
    review_by: Option<String>,
    #[serde(default)]
    licence: String,
    #[serde(default = "defaults::channels")]
    channels: Vec<ChannelWord>,
    #[serde(default)]
    openers: ByChannel<Vec<String>>,
    #[serde(default)]
    uncertain_steps: Vec<String>,
    #[serde(default = "defaults::levels")]
    levels: LevelsForm,
    #[serde(default)]
    engine: EngineForm,
    #[serde(default)]
    families: Vec<FamilyForm>,
    #[serde(default)]
    sources: Vec<SourceForm>,
}

impl ManifestForm {
    /// Gives content that holds the manifest only.
    pub(crate) fn into_content(self) -> kit::KitContent {
        kit::KitContent {
            id: self.id.into_domain(),
            title: self.title.into_domain(),
            version: self.version.into_domain(),
            language: self.language.into_domain(),
            owner: self.owner.into_domain(),
            reviewed: self.reviewed.into_domain(),
            review_by: self.review_by.into_domain(),
            licence: self.licence.into_domain(),
            channels: self.channels.into_domain(),
            openers: self.openers.into_domain(),
            uncertain_steps: self.uncertain_steps.into_domain(),
            levels: self.levels.into_domain(),
            engine: self.engine.into_domain(),
            families: self.families.into_domain(),
            sources: self.sources.into_domain(),
            ..kit::KitContent::default()
        }
    }

    /// Takes the manifest out of content; `format` 0 is not written.
    pub(crate) fn of_content(content: &kit::KitContent, format: u32) -> Self {
        Self {
            format,
            id: content.id.clone(),
            title: content.title.clone(),
            version: content.version.clone(),
            language: content.language.clone(),
            owner: content.owner.clone(),
            reviewed: content.reviewed.clone(),
            review_by: content.review_by.clone(),
            licence: content.licence.clone(),
            channels: Wire::from_domain(&content.channels),
            openers: Wire::from_domain(&content.openers),
            uncertain_steps: Wire::from_domain(&content.uncertain_steps),
            levels: Wire::from_domain(&content.levels),
            engine: Wire::from_domain(&content.engine),
            families: Wire::from_domain(&content.families),
            sources: Wire::from_domain(&content.sources),
        }
    }
}

/// A whole kit in one file; only written, since reading goes part by part.
#[derive(Debug, Serialize)]
pub(crate) struct BundleForm {
    pub(crate) format: u32,
    pub(crate) kit: ManifestForm,
    pub(crate) cues: Vec<CueForm>,
    pub(crate) questions: Vec<QuestionForm>,
    pub(crate) personas: Vec<PersonaForm>,
    pub(crate) steps: Vec<StepForm>,
    pub(crate) places: Vec<PlaceForm>,
    pub(crate) procedures: Vec<ProcedureForm>,
    pub(crate) rules: Vec<RuleForm>,
    pub(crate) cases: Vec<CaseForm>,
    /// Written only where there are some: a kit without links reads as it always did.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) links: Vec<LinkForm>,
}

/// What a field left out stands for.
mod defaults {
    use super::{
        ChannelWord, DeckWord, ExpectationForm, LevelsForm, OrientationWord, RoleWord,
        StepListsForm, Wire as _, kit,
    };

    macro_rules! level {
        ($($name:ident),+) => {$(
            pub(super) fn $name() -> f64 {
                kit::Levels::default().$name
            }
        )+};
    }

    level!(very_rare, rare, possible, frequent, typical);

    pub(super) fn levels() -> LevelsForm {
        LevelsForm::from_domain(&kit::Levels::default())
    }

    pub(super) fn channels() -> Vec<ChannelWord> {
        vec![ChannelWord::Counter, ChannelWord::Phone]
    }

    pub(super) fn channel() -> ChannelWord {
        ChannelWord::Counter
    }

    pub(super) fn relatedness() -> f64 {
        0.5
    }

    pub(super) fn deck() -> DeckWord {
        DeckWord::from_domain(&kit::Deck::default())
    }

    pub(super) fn role() -> RoleWord {
        RoleWord::from_domain(&kit::QuestionRole::default())
    }

    pub(super) fn yes() -> bool {
        true
    }

    pub(super) fn cost() -> f64 {
        1.0
    }

    pub(super) fn orientation() -> OrientationWord {
        OrientationWord::Autre
    }

    pub(super) fn step_lists() -> StepListsForm {
        StepListsForm::from_domain(&kit::StepLists::default())
    }

    pub(super) fn expectation() -> ExpectationForm {
        ExpectationForm::from_domain(&kit::Expectation::default())
    }
}
