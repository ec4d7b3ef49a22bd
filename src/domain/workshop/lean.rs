//! What a link says: once something is answered, something else comes more often, or less.
//!
//! Levels learned from data stay as they are until somebody changes them. It must never judge a
//! level, nor leave a row that says only a part of what can be answered.

use crate::domain::ids::{AnswerId, PersonaId};
use crate::domain::kit::{CueLink, ItemRef, KitContent, Layer, Level, LinkRow, Persona};

use super::levels::{About, level};

/// The answer of a cue that was noticed, as links write it.
pub const YES: &str = "oui";
/// The answer of a cue that is not the case.
pub const NO: &str = "non";

/// The words from the rarest.
const WORDS: [Level; 5] = [
    Level::VeryRare,
    Level::Rare,
    Level::Possible,
    Level::Frequent,
    Level::Typical,
];

/// How often something comes, against how often it comes by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oftener {
    /// Less often.
    Less,
    /// As often.
    Same,
    /// More often.
    More,
}

/// What a cue or a question can be answered by, as links write it, the most telling first.
pub fn answers(content: &KitContent, item: &ItemRef) -> Vec<AnswerId> {
    match item {
        ItemRef::Cue(_) => vec![YES.into(), NO.into()],
        ItemRef::Question(id) => content
            .questions
            .iter()
            .find(|question| &question.id == id)
            .map(|question| question.answers.iter().map(|a| a.id.clone()).collect())
            .unwrap_or_default(),
    }
}

/// The answers whose level is written: of a cue, « oui » says both.
pub fn said(content: &KitContent, item: &ItemRef) -> Vec<AnswerId> {
    let mut all = answers(content, item);
    if matches!(item, ItemRef::Cue(_)) {
        all.truncate(1);
    }
    all
}

/// The profiles, whose levels a link says.
pub fn profiles(content: &KitContent) -> impl Iterator<Item = &Persona> {
    let all = content.personas.iter();
    all.filter(|persona| persona.layer == Layer::Profile)
}

/// The level something has by itself.
fn own(persona: &Persona, item: &ItemRef, answer: &AnswerId) -> Level {
    let about = match item {
        ItemRef::Cue(id) => About::Cue(id.clone()),
        ItemRef::Question(id) => About::Answer(id.clone(), answer.clone()),
    };
    level(persona, &about).unwrap_or(Level::VeryRare)
}

fn row<'l>(link: &'l CueLink, given: &AnswerId, persona: &PersonaId) -> Option<&'l LinkRow> {
    let mut rows = link.rows.iter();
    rows.find(|row| &row.given == given && &row.persona == persona)
}

/// The level a link gives to an answer of what depends, or the one it has by itself.
pub fn level_of(
    content: &KitContent,
    link: &CueLink,
    given: &AnswerId,
    persona: &PersonaId,
    answer: &AnswerId,
) -> Level {
    let written = row(link, given, persona)
        .and_then(|row| row.levels.iter().find(|(id, _)| id == answer))
        .map(|(_, level)| *level);
    written.unwrap_or_else(|| {
        let persona = content.personas.iter().find(|p| &p.id == persona);
        persona.map_or(Level::VeryRare, |p| own(p, &link.child, answer))
    })
}

/// What a link says of one answer for every profile; `None` = more often for some, less for others.
pub fn leaning(
    content: &KitContent,
    link: &CueLink,
    given: &AnswerId,
    answer: &AnswerId,
) -> Option<Oftener> {
    let (mut less, mut more) = (false, false);
    for persona in profiles(content) {
        let here = level_of(content, link, given, &persona.id, answer);
        let alone = own(persona, &link.child, answer);
        let (here, alone) = (
            content.levels.probability(here),
            content.levels.probability(alone),
        );
        less |= here < alone;
        more |= here > alone;
    }
    match (less, more) {
        (true, true) => None,
        (true, false) => Some(Oftener::Less),
        (false, true) => Some(Oftener::More),
        (false, false) => Some(Oftener::Same),
    }
}

/// The word next to a level, rarer or more frequent; the last one stays.
pub fn beside(content: &KitContent, level: Level, oftener: Oftener) -> Level {
    let of = |level: Level| content.levels.probability(level);
    let now = of(level);
    let found = match oftener {
        Oftener::Same => None,
        Oftener::More => WORDS.into_iter().find(|word| of(*word) > now),
        Oftener::Less => WORDS.into_iter().rev().find(|word| of(*word) < now),
    };
    found.unwrap_or(level)
}

/// The rows with one level more; what else can be answered keeps the level it has.
pub fn with_level(
    content: &KitContent,
    link: &CueLink,
    given: &AnswerId,
    persona: &PersonaId,
    (answer, level): (&AnswerId, Level),
) -> Vec<LinkRow> {
    let levels = said(content, &link.child)
        .into_iter()
        .map(|other| {
            let level = if &other == answer {
                level
            } else {
                level_of(content, link, given, persona, &other)
            };
            (other, level)
        })
        .collect();
    let new = LinkRow {
        given: given.clone(),
        persona: persona.clone(),
        levels,
    };
    let mut rows = link.rows.clone();
    match rows
        .iter_mut()
        .find(|row| &row.given == given && &row.persona == persona)
    {
        Some(row) => *row = new,
        None => rows.push(new),
    }
    rows
}

/// The rows with one answer more or less often than by itself, for every profile.
pub fn leaned(
    content: &KitContent,
    link: &CueLink,
    given: &AnswerId,
    answer: &AnswerId,
    oftener: Oftener,
) -> Vec<LinkRow> {
    let mut link = link.clone();
    for persona in profiles(content) {
        let level = beside(content, own(persona, &link.child, answer), oftener);
        link.rows = with_level(content, &link, given, &persona.id, (answer, level));
    }
    // A row that only says what comes by itself need not be written.
    let child = link.child.clone();
    link.rows.retain(|row| {
        let persona = content.personas.iter().find(|p| p.id == row.persona);
        persona.is_none_or(|p| {
            row.levels
                .iter()
                .any(|(id, level)| *level != own(p, &child, id))
        })
    });
    link.rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::validate::admit;
    use crate::domain::vocab::Channel;
    use crate::domain::workshop::testing::content;

    fn link(child: ItemRef) -> CueLink {
        CueLink {
            version: 1,
            channel: Channel::Counter,
            child,
            parent: ItemRef::Question("essaye".into()),
            rows: Vec::new(),
        }
    }

    #[test]
    fn more_often_is_one_word_more_for_every_profile_and_as_often_is_not_written() {
        let content = content();
        let mut link = link(ItemRef::Cue("cherche".into()));
        let (given, yes) = ("bloque".into(), AnswerId::new(YES));
        assert_eq!(leaning(&content, &link, &given, &yes), Some(Oftener::Same));
        for how in [Oftener::More, Oftener::Less] {
            link.rows = leaned(&content, &link, &given, &yes, how);
            assert_eq!(leaning(&content, &link, &given, &yes), Some(how));
            for row in &link.rows {
                assert_eq!((row.given.as_str(), row.levels.len()), ("bloque", 1));
            }
        }
        link.rows = leaned(&content, &link, &given, &yes, Oftener::Same);
        assert_eq!(link.rows, Vec::new());
    }

    #[test]
    fn a_row_says_every_answer_of_a_question_and_the_kit_stays_sound() {
        let mut content = content();
        let mut link = link(ItemRef::Question("essaye".into()));
        link.parent = ItemRef::Cue("hesite".into());
        let persona = profiles(&content).next().unwrap().id.clone();
        let answers = said(&content, &link.child);
        assert!(answers.len() > 1);
        let yes = AnswerId::new(YES);
        link.rows = with_level(
            &content,
            &link,
            &yes,
            &persona,
            (&answers[0], Level::Typical),
        );
        assert_eq!(link.rows[0].levels.len(), answers.len());
        assert_eq!(
            level_of(&content, &link, &yes, &persona, &answers[0]),
            Level::Typical
        );
        content.links = vec![link];
        let admitted = admit(content.clone(), None);
        assert_eq!(admitted.kit.unwrap().content().links, content.links);
    }

    #[test]
    fn the_last_word_stays() {
        let content = content();
        assert_eq!(
            beside(&content, Level::Typical, Oftener::More),
            Level::Typical
        );
        assert_eq!(
            beside(&content, Level::P(0.3), Oftener::More),
            Level::Frequent
        );
        assert_eq!(
            beside(&content, Level::P(0.3), Oftener::Less),
            Level::Possible
        );
    }
}
