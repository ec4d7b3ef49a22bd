//! Which fields a sheet shows, in which groups and order; the rarer ones behind a door.
//!
//! Levels have no field here, they are a table of their own; cases are changed where they are tried.

use crate::domain::workshop::{Kind, Name};

/// A group of fields.
pub(super) struct Group {
    /// The key of its title in the catalogue; empty for the first group, which needs none.
    pub(super) title: &'static str,
    /// Its fields.
    pub(super) names: &'static [Name],
    /// Whether it opens only when asked.
    pub(super) rare: bool,
}

const fn group(title: &'static str, names: &'static [Name]) -> Group {
    Group {
        title,
        names,
        rare: false,
    }
}

const fn rare(title: &'static str, names: &'static [Name]) -> Group {
    Group {
        title,
        names,
        rare: true,
    }
}

/// The groups of a kind of element.
pub(super) const fn of(kind: Kind) -> &'static [Group] {
    match kind {
        Kind::Persona => PERSONA,
        Kind::Step => STEP,
        Kind::Question => QUESTION,
        Kind::Answer => ANSWER,
        Kind::Place => PLACE,
        Kind::Procedure => PROCEDURE,
        Kind::Cue => CUE,
        Kind::Family => FAMILY,
        Kind::Source => SOURCE,
        Kind::Manifest => MANIFEST,
        Kind::Rule => RULE,
        Kind::Link => LINK,
        Kind::Case => &[],
    }
}

const PERSONA: &[Group] = &[
    group("", &[Name::Name, Name::Essence]),
    group("atelier_group_say", &[Name::Say, Name::Avoid]),
    group(
        "atelier_group_person",
        &[Name::Motivations, Name::Obstacles],
    ),
    group(
        "atelier_group_help",
        &[Name::Mode, Name::StepsTwo, Name::StepsTen, Name::StepsRelay],
    ),
    group("atelier_group_neighbours", &[Name::ConfusedWith]),
    rare(
        "atelier_group_more",
        &[
            Name::Code,
            Name::Symbol,
            Name::Share,
            Name::Axes,
            Name::Sources,
            Name::Reviewed,
        ],
    ),
];

const STEP: &[Group] = &[
    group("", &[Name::Title, Name::Detail, Name::Say]),
    group("atelier_group_note", &[Name::Note]),
    group(
        "atelier_group_when",
        &[Name::Mode, Name::Minutes, Name::Channels, Name::Themes],
    ),
    rare("atelier_group_only_when", &[Name::When]),
];

const RULE: &[Group] = &[
    group("", &[Name::When]),
    group("atelier_group_then", &[Name::Then]),
];

const LINK: &[Group] = &[
    group("", &[Name::Channel, Name::Parent, Name::Child]),
    group("atelier_group_lean", &[Name::Rows]),
];

const QUESTION: &[Group] = &[
    group("", &[Name::Ask, Name::AskPhone]),
    rare(
        "atelier_group_more",
        &[
            Name::Code,
            Name::Channels,
            Name::Role,
            Name::Family,
            Name::Cost,
        ],
    ),
];

const ANSWER: &[Group] = &[group("", &[Name::Text, Name::TextPhone])];

const PLACE: &[Group] = &[
    group("", &[Name::Name, Name::Kind]),
    group(
        "atelier_group_go",
        &[Name::Hours, Name::Contact, Name::Confirmed],
    ),
    group("atelier_group_there", &[Name::Offers, Name::Bring]),
];

const PROCEDURE: &[Group] = &[
    group("", &[Name::Title, Name::Theme, Name::Operator, Name::Site]),
    group(
        "atelier_group_do",
        &[Name::Documents, Name::Steps, Name::OtherWay],
    ),
    group("atelier_group_care", &[Name::Traps, Name::Varies]),
];

const CUE: &[Group] = &[
    group("", &[Name::Short, Name::Text]),
    group(
        "atelier_group_where",
        &[Name::Family, Name::Channels, Name::Deck],
    ),
    rare(
        "atelier_group_more",
        &[
            Name::Code,
            Name::Declared,
            Name::Scored,
            Name::Excludes,
            Name::Noise,
        ],
    ),
];

const FAMILY: &[Group] = &[group("", &[Name::Title, Name::Key, Name::Relatedness])];

const SOURCE: &[Group] = &[group("", &[Name::Text, Name::Url])];

const MANIFEST: &[Group] = &[
    group(
        "",
        &[
            Name::Title,
            Name::Owner,
            Name::Version,
            Name::Reviewed,
            Name::ReviewBy,
            Name::UncertainSteps,
        ],
    ),
    rare(
        "atelier_group_levels",
        &[
            Name::LevelVeryRare,
            Name::LevelRare,
            Name::LevelPossible,
            Name::LevelFrequent,
            Name::LevelTypical,
        ],
    ),
    rare(
        "atelier_group_engine",
        &[
            Name::EngineClear,
            Name::EngineClearRatio,
            Name::EnginePossible,
            Name::EngineNone,
            Name::EngineStop,
            Name::EngineMinAnswers,
            Name::EngineMinGain,
            Name::EngineNoise,
            Name::EngineNonePrior,
            Name::EngineNoneSpread,
            Name::EngineTemper,
        ],
    ),
];
