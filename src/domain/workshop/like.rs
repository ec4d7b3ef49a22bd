//! A new persona « comme *Pas à pas*, sauf… », and whether it is a new persona at all.
//!
//! All levels come from the nearest persona; the manager names what is typical and what never
//! occurs. Before that, [`coverage`] says which card already covers the cues chosen: most needs are
//! a sentence, a step or an address to add to it. It must never add a persona without being asked.

use super::address::Element;
use super::edit::{Edit, next_code};
use super::items::{self, Item, find};
use super::levels::{About, level};
use super::phrase::count;
use super::refusal::Refusal;
use crate::domain::ids::{CueId, PersonaId};
use crate::domain::kit::{KitContent, Layer, Level, Persona};
use crate::domain::typography::{fold, french};

/// Typical cues to name, at least.
pub const LEAST_TYPICAL: usize = 3;
/// Typical cues to name, at most: more than an agent can look for.
pub const MOST_TYPICAL: usize = 7;

/// A persona to create from another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Like {
    /// The nearest persona.
    pub near: PersonaId,
    /// Id of the new one.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its essence, in the person's words.
    pub essence: String,
    /// What is typical of it.
    pub typical: Vec<CueId>,
    /// What never occurs with it.
    pub never: Vec<CueId>,
    /// Whether it starts with the texts of the nearest, to be adapted.
    pub keep_texts: bool,
}

/// Creates a persona after its nearest.
///
/// # Errors
/// A [`Refusal`] if the names or the cues do not do.
pub fn create(content: &KitContent, like: &Like) -> Result<Edit, Refusal> {
    let persona = persona(content, like)?;
    let near = Element::Persona(like.near.clone());
    let at = items::position(content, &near).ok_or_else(|| Refusal::unknown(&near))?;
    Ok(Edit::Add {
        item: Item::Persona(Box::new(persona)),
        at: at + 1,
    })
}

/// Makes the persona without adding it.
///
/// # Errors
/// A [`Refusal`] if the names or the cues do not do.
pub fn persona(content: &KitContent, like: &Like) -> Result<Persona, Refusal> {
    let near = content
        .personas
        .iter()
        .find(|p| p.id == like.near)
        .ok_or_else(|| Refusal::unknown(&Element::Persona(like.near.clone())))?;
    let named = Element::Persona(like.id.as_str().into());
    if !items::is_spelled(&named, &like.id) {
        return Err(Refusal::spelling(&like.id));
    }
    if find(content, &named).is_some() {
        return Err(Refusal::taken(&named));
    }
    check_cues(content, like)?;
    let mut persona = near.clone();
    persona.id = like.id.as_str().into();
    persona.name.clone_from(&like.name);
    persona.essence.clone_from(&like.essence);
    persona.code = code_of(content, &like.name);
    persona.confused_with.clear();
    persona.reviewed = None;
    // Half as many contacts as the nearest, until somebody knows better; its own stay as they are.
    if persona.layer == Layer::Profile {
        for share in persona.share.values_mut() {
            *share /= 2.0;
        }
    }
    if !like.keep_texts {
        persona.motivations.clear();
        persona.obstacles.clear();
        persona.say.clear();
        persona.avoid.clear();
    }
    for (cues, level) in [
        (&like.typical, Level::Typical),
        (&like.never, Level::VeryRare),
    ] {
        for cue in cues {
            match persona.cues.iter_mut().find(|(id, _)| id == cue) {
                Some(slot) => slot.1 = level,
                None => persona.cues.push((cue.clone(), level)),
            }
        }
    }
    Ok(persona)
}

fn check_cues(content: &KitContent, like: &Like) -> Result<(), Refusal> {
    for cue in like.typical.iter().chain(&like.never) {
        let element = Element::Cue(cue.clone());
        if find(content, &element).is_none() {
            return Err(Refusal::unknown(&element));
        }
    }
    if let Some(both) = like.typical.iter().find(|cue| like.never.contains(cue)) {
        return Err(Refusal::new(
            &format!(
                "« {} » ne peut pas être à la fois typique et jamais là ; rien n’a changé.",
                Element::Cue(both.clone()).title(content)
            ),
            "Retirez-le d’une des deux listes.",
        ));
    }
    let many = like.typical.len();
    if !(LEAST_TYPICAL..=MOST_TYPICAL).contains(&many) {
        return Err(Refusal::new(
            &format!(
                "Vous avez choisi {} ; rien n’a changé.",
                count(many, "indice typique", "indices typiques")
            ),
            &format!(
                "Choisissez-en de {LEAST_TYPICAL} à {MOST_TYPICAL} : ceux que l’on remarque presque à chaque fois."
            ),
        ));
    }
    Ok(())
}

/// A printed code out of a name: « Filet de sécurité » gives FIL, then FIL2.
fn code_of(content: &KitContent, name: &str) -> String {
    let letters: String = fold(name)
        .chars()
        .filter(char::is_ascii_alphabetic)
        .take(3)
        .collect();
    let code = if letters.is_empty() {
        "PER".to_owned()
    } else {
        letters.to_ascii_uppercase()
    };
    let taken = content.personas.iter().map(|p| p.code.as_str());
    if taken.clone().any(|other| other == code) {
        next_code(&code, taken)
    } else {
        code
    }
}

/// A persona and what it shares with the cues chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// The persona.
    pub persona: PersonaId,
    /// Profile or situation.
    pub layer: Layer,
    /// Of the cues chosen, those often seen with it.
    pub shared: Vec<CueId>,
    /// Mean probability of the cues chosen, 0..=1.
    pub likeness: f64,
}

/// Ranks the personas by how well they already describe the cues chosen, nearest first.
pub fn nearest(content: &KitContent, cues: &[CueId]) -> Vec<Near> {
    let often = content.levels.probability(Level::Frequent);
    let mut all: Vec<Near> = content
        .personas
        .iter()
        .map(|persona| {
            // What a situation does not say of a cue, it does not describe.
            let chance = |cue: &CueId| match level(persona, &About::Cue(cue.clone())) {
                Some(level) => content.levels.probability(level),
                None if persona.layer == Layer::Profile => content.levels.very_rare,
                None => 0.0,
            };
            let shared = cues.iter().filter(|cue| chance(cue) >= often);
            Near {
                persona: persona.id.clone(),
                layer: persona.layer,
                shared: shared.cloned().collect(),
                likeness: cues.iter().map(chance).sum::<f64>() / cues.len().max(1) as f64,
            }
        })
        .collect();
    all.sort_by(|a, b| {
        b.shared
            .len()
            .cmp(&a.shared.len())
            .then(b.likeness.total_cmp(&a.likeness))
    });
    all
}

/// New need, or something to add to a card?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Too few cues to say.
    ChooseCues,
    /// A card covers them: add a sentence, a step or an address to it.
    AddTo(PersonaId),
    /// A card covers about half: both are possible.
    Either(PersonaId),
    /// No card covers them.
    NewNeed,
}

/// What the cues chosen say about the need for a new persona.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// What to do.
    pub advice: Advice,
    /// The nearest card, if any.
    pub near: Option<Near>,
    /// The same as a French sentence.
    pub sentence: String,
}

/// Says which card already covers the cues chosen, before a persona is created.
pub fn coverage(content: &KitContent, cues: &[CueId]) -> Coverage {
    let near = nearest(content, cues).into_iter().next();
    let many = cues.len();
    let (advice, sentence) = match &near {
        _ if many < LEAST_TYPICAL => (
            Advice::ChooseCues,
            format!(
                "Choisissez au moins {LEAST_TYPICAL} indices que l’on remarque souvent chez ces personnes."
            ),
        ),
        Some(near) if 3 * near.shared.len() >= 2 * many => (
            Advice::AddTo(near.persona.clone()),
            format!(
                "La carte « {} » décrit déjà {} de ces {many} indices. Ajoutez-lui plutôt une phrase, une étape ou une adresse.",
                Element::Persona(near.persona.clone()).title(content),
                near.shared.len()
            ),
        ),
        Some(near) if 2 * near.shared.len() >= many => (
            Advice::Either(near.persona.clone()),
            format!(
                "La carte « {} » décrit {} de ces {many} indices. Si l’aide est la même, complétez-la ; si elle est autre, créez une carte.",
                Element::Persona(near.persona.clone()).title(content),
                near.shared.len()
            ),
        ),
        Some(near) => (
            Advice::NewNeed,
            format!(
                "Aucune carte ne décrit ces indices ensemble ; la plus proche, « {} », en a {} sur {many}. C’est sans doute un nouveau besoin.",
                Element::Persona(near.persona.clone()).title(content),
                near.shared.len()
            ),
        ),
        None => (
            Advice::NewNeed,
            "Le kit n’a encore aucune carte.".to_owned(),
        ),
    };
    Coverage {
        advice,
        near,
        sentence: french(&sentence),
    }
}

#[cfg(test)]
mod tests;
