//! Whether two personas can be told apart in a real contact.
//!
//! Contacts are drawn from the kit: a few cues noticed, two questions answered, then which of the
//! two comes first. Everything known would tell any two apart, and nobody ever knows everything. It
//! must never say that a persona is true, only that the kit can recognise it.

use super::address::Element;
use super::levels::{About, level};
use super::refusal::Refusal;
use crate::domain::identify::Recogniser;
use crate::domain::ids::{CueId, PersonaId};
use crate::domain::kit::{Kit, KitContent, Layer, Level};
use crate::domain::study::diagnose::{Short, mistaken};
use crate::domain::typography::french;
use crate::domain::validate::admit;
use crate::domain::vocab::Channel;

/// What an agent comes to know of somebody before choosing.
const CONTACT: Short = Short {
    noted: 4,
    asked: 2,
    contacts: 400,
    seed: 1,
};
/// Share of contacts mistaken up to which two personas are well apart.
const WELL: f64 = 0.15;
/// Share of contacts mistaken up to which they are apart at all.
const BARELY: f64 = 0.30;
/// How many times as often a cue must be seen with one as with the other to tell them apart.
const RATIO: f64 = 3.0;

/// How far apart two personas are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// One is seldom taken for the other.
    Well,
    /// One is often enough taken for the other.
    Barely,
    /// It is nearly a matter of chance.
    NotAtAll,
    /// One of them is a situation: it goes with any profile and competes with none.
    Combines,
}

/// Mistakes on a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mistaken {
    /// The channel.
    pub channel: Channel,
    /// Share of contacts in which one is taken for the other, 0..=1.
    pub share: f64,
    /// Standard error of the share.
    pub error: f64,
    /// How much alike their levels are, all in all, 0..=1; 1 = the same.
    pub overlap: f64,
}

/// Whether two personas can be told apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Separability {
    /// In a word.
    pub apart: Apart,
    /// Mistakes, channel by channel.
    pub mistaken: Vec<Mistaken>,
    /// Typical cues of the new one that tell it from the other.
    pub telling: Vec<CueId>,
    /// The same as French sentences, with what to do.
    pub sentence: String,
}

/// Says whether `new` can be told from `near` in a draft.
///
/// # Errors
/// A [`Refusal`] if one of them is not in the draft, or has something to correct first.
pub fn separability(
    content: &KitContent,
    new: &PersonaId,
    near: &PersonaId,
) -> Result<Separability, Refusal> {
    for id in [new, near] {
        if content.personas.iter().all(|p| &p.id != id) {
            return Err(Refusal::unknown(&Element::Persona(id.clone())));
        }
    }
    let kit = admit(content.clone(), None).kit;
    let kit = kit.filter(|kit| {
        [new, near]
            .iter()
            .all(|id| kit.persona(id.as_str()).is_some())
    });
    let Some(kit) = kit else {
        return Err(Refusal::new(
            "L’une des deux cartes a encore quelque chose à corriger ; rien n’a changé.",
            "Corrigez-la, puis comparez-les de nouveau.",
        ));
    };
    let telling = telling(&kit, new, near);
    let profiles = [new, near].iter().all(|id| {
        kit.persona(id.as_str())
            .is_some_and(|p| p.layer == Layer::Profile)
    });
    if !profiles {
        return Ok(said(
            content,
            new,
            near,
            Apart::Combines,
            Vec::new(),
            telling,
        ));
    }
    let mistaken: Vec<Mistaken> = kit
        .channels
        .iter()
        .filter_map(|channel| mistakes(&kit, *channel, new, near))
        .collect();
    let worst = mistaken.iter().map(|m| m.share).fold(0.0, f64::max);
    let apart = match worst {
        share if share <= WELL => Apart::Well,
        share if share <= BARELY => Apart::Barely,
        _ => Apart::NotAtAll,
    };
    Ok(said(content, new, near, apart, mistaken, telling))
}

/// Cues often seen with the new persona, and at least three times as often as with the other.
fn telling(kit: &Kit, new: &PersonaId, near: &PersonaId) -> Vec<CueId> {
    let often = kit.levels.probability(Level::Frequent);
    let chance = |id: &PersonaId, cue: &CueId| {
        let persona = kit.persona(id.as_str());
        let level = persona.and_then(|p| level(p, &About::Cue(cue.clone())));
        kit.levels.probability(level.unwrap_or(Level::VeryRare))
    };
    kit.cues
        .iter()
        .filter(|cue| cue.scored)
        .filter(|cue| {
            let here = chance(new, &cue.id);
            here >= often && here >= RATIO * chance(near, &cue.id)
        })
        .map(|cue| cue.id.clone())
        .collect()
}

/// Draws contacts of both on a channel; `None` if one of them is not on it.
fn mistakes(kit: &Kit, channel: Channel, new: &PersonaId, near: &PersonaId) -> Option<Mistaken> {
    let recogniser = Recogniser::new(kit, channel);
    let found = mistaken(kit, &recogniser, [new, near], &CONTACT)?;
    Some(Mistaken {
        channel,
        share: found.share.value,
        error: found.share.error,
        overlap: found.overlap,
    })
}

fn said(
    content: &KitContent,
    new: &PersonaId,
    near: &PersonaId,
    apart: Apart,
    mistaken: Vec<Mistaken>,
    telling: Vec<CueId>,
) -> Separability {
    let name = |id: &PersonaId| Element::Persona(id.clone()).title(content);
    let (new, near) = (name(new), name(near));
    let worst = mistaken.iter().map(|m| m.share).fold(0.0, f64::max);
    let times = match (100.0 * worst).round() {
        less if less < 1.0 => "moins d’une fois".to_owned(),
        times => format!("{times:.0} fois"),
    };
    let sentence = match apart {
        Apart::Well => format!(
            "« {new} » se distingue bien de « {near} » : sur 100 contacts, l’un serait pris pour l’autre {times}. {}",
            separate(telling.len())
        ),
        Apart::Barely => format!(
            "« {new} » et « {near} » se ressemblent : sur 100 contacts, l’un serait pris pour l’autre {times}. {} Ajoutez un ou deux indices que l’on ne remarque qu’avec « {new} ».",
            separate(telling.len())
        ),
        Apart::NotAtAll => format!(
            "On ne distingue pas « {new} » de « {near} » : sur 100 contacts, l’un serait pris pour l’autre {times}. Choisissez des indices propres à « {new} », ou ajoutez plutôt une phrase, une étape ou une adresse à la carte « {near} »."
        ),
        Apart::Combines => format!(
            "« {new} » et « {near} » peuvent aller ensemble : une situation s’ajoute à un profil, et ne se confond pas avec lui."
        ),
    };
    Separability {
        apart,
        mistaken,
        telling,
        sentence: french(&sentence),
    }
}

/// « 5 indices typiques les séparent. »
fn separate(cues: usize) -> String {
    match cues {
        0 => "Aucun indice typique ne les sépare.".to_owned(),
        1 => "Un indice typique les sépare.".to_owned(),
        many => format!("{many} indices typiques les séparent."),
    }
}
