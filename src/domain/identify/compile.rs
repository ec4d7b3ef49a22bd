//! Compiling a kit for one channel: items, priors, links, and the shift each situation brings.

use super::{Meaning, Recogniser, SituationModel};
use crate::domain::engine::{Item, Link, Model, Shift};
use crate::domain::ids::{CueId, FamilyId};
use crate::domain::kit::{CueLink, ItemRef, Kit, Layer, Level, Persona, Question};
use crate::domain::vocab::Channel;

/// Answer of a cue in a link's rows: not the case, then observed.
const CUE_ANSWERS: [&str; 2] = ["non", "oui"];

impl Recogniser {
    /// Compiles a kit for a channel: only the cues and questions of that channel are items.
    pub fn new(kit: &Kit, channel: Channel) -> Self {
        let profiles: Vec<&Persona> = kit.profiles().collect();
        let mut meanings = Vec::new();
        let mut items = Vec::new();
        let group_of = |family: &FamilyId| kit.families.iter().position(|f| &f.id == family);
        for cue in &kit.cues {
            if !cue.scored || !cue.channels.contains(&channel) {
                continue;
            }
            items.push(Item {
                answers: 2,
                rows: profiles.iter().map(|p| cue_row(kit, p, &cue.id)).collect(),
                noise: cue.noise.unwrap_or(kit.engine.noise_floor),
                cost: 1.0,
                availability: 1.0,
                group: group_of(&cue.family),
                link: None,
            });
            meanings.push(Meaning::Cue {
                id: cue.id.clone(),
                declared: cue.declared,
            });
        }
        for question in &kit.questions {
            if !question.channels.contains(&channel) {
                continue;
            }
            let uniform = vec![1.0 / question.answers.len() as f64; question.answers.len()];
            let rows = profiles
                .iter()
                .map(|p| question_row(kit, p, question).unwrap_or_else(|| uniform.clone()))
                .collect();
            items.push(Item {
                answers: question.answers.len(),
                rows,
                noise: question.noise.unwrap_or(kit.engine.noise_floor),
                cost: question.cost,
                availability: question.availability.get(&channel).copied().unwrap_or(1.0),
                group: question.family.as_ref().and_then(group_of),
                link: None,
            });
            meanings.push(Meaning::Question {
                id: question.id.clone(),
                answers: question.answers.iter().map(|a| a.id.clone()).collect(),
                role: question.role,
            });
        }
        for link in kit.links.iter().filter(|link| link.channel == channel) {
            add_link(kit, link, &profiles, &meanings, &mut items);
        }
        let prior: Vec<f64> = profiles
            .iter()
            .map(|p| p.share.get(&channel).copied().unwrap_or(0.0))
            .collect();
        let model = Model::new(
            &prior,
            kit.engine.none_prior,
            kit.engine.none_spread,
            kit.engine.temper,
            kit.families.iter().map(|f| f.relatedness).collect(),
            items,
        );
        let shifts = kit
            .situations()
            .map(|s| {
                let rows = meanings.iter().map(|m| situation_row(kit, s, m)).collect();
                Shift::new(&model, rows)
            })
            .collect();
        let situations = kit
            .situations()
            .map(|s| SituationModel {
                id: s.id.clone(),
                share: s.share.get(&channel).map(|percent| percent / 100.0),
            })
            .collect();
        Self {
            channel,
            model,
            meanings,
            profiles: profiles.iter().map(|p| p.id.clone()).collect(),
            situations,
            shifts,
        }
    }
}

impl Recogniser {
    /// The same with other items and priors; situations shift what is now there.
    fn rebuilt(&self, model: Model) -> Self {
        let shifts = self
            .shifts
            .iter()
            .map(|shift| Shift::new(&model, shift.rows.clone()))
            .collect();
        Self {
            model,
            shifts,
            ..self.clone()
        }
    }

    fn remodelled(&self, prior: &[f64], none_prior: f64, items: Vec<Item>) -> Self {
        self.rebuilt(Model::new(
            prior,
            none_prior,
            self.model.none_spread,
            self.model.temper,
            self.model.relatedness.clone(),
            items,
        ))
    }

    /// What it would be with another none prior.
    pub(in crate::domain) fn with_none_prior(&self, none_prior: f64) -> Self {
        self.remodelled(&self.model.prior, none_prior, self.model.items.clone())
    }

    /// What it would be with another row for item `m` and profile number `k`.
    pub(in crate::domain) fn with_row(&self, m: usize, k: usize, row: Vec<f64>) -> Self {
        let mut items = self.model.items.clone();
        if let Some(slot) = items.get_mut(m).and_then(|item| item.rows.get_mut(k)) {
            *slot = row;
        }
        self.remodelled(&self.model.prior, self.model.none_prior, items)
    }

    /// What it would be without profile number `k`; `None` if it is the only one.
    pub(in crate::domain) fn without_profile(&self, k: usize) -> Option<Self> {
        if self.profiles.len() < 2 || k >= self.profiles.len() {
            return None;
        }
        let mut prior = self.model.prior.clone();
        prior.remove(k);
        let mut items = self.model.items.clone();
        for item in &mut items {
            item.rows.remove(k);
            for rows in item.link.iter_mut().flat_map(|link| &mut link.rows) {
                rows.remove(k);
            }
        }
        let mut without = self.remodelled(&prior, self.model.none_prior, items);
        without.profiles.remove(k);
        Some(without)
    }
}

fn position_of(meanings: &[Meaning], wanted: &ItemRef) -> Option<usize> {
    meanings.iter().position(|meaning| match (meaning, wanted) {
        (Meaning::Cue { id, .. }, ItemRef::Cue(other)) => id == other,
        (Meaning::Question { id, .. }, ItemRef::Question(other)) => id == other,
        _ => false,
    })
}

fn answer_position(meaning: &Meaning, answer: &str) -> Option<usize> {
    match meaning {
        Meaning::Cue { .. } => CUE_ANSWERS.iter().position(|a| *a == answer),
        Meaning::Question { answers, .. } => answers.iter().position(|a| a.as_str() == answer),
    }
}

/// Puts a kit's link on its item; a row the kit does not write is the item's own.
fn add_link(
    kit: &Kit,
    link: &CueLink,
    profiles: &[&Persona],
    meanings: &[Meaning],
    items: &mut [Item],
) {
    let (Some(child), Some(parent)) = (
        position_of(meanings, &link.child),
        position_of(meanings, &link.parent),
    ) else {
        return;
    };
    let (Some(of_child), Some(of_parent)) = (meanings.get(child), meanings.get(parent)) else {
        return;
    };
    let above = items.get(parent).map_or(0, |item| item.answers);
    let Some(item) = items.get_mut(child) else {
        return;
    };
    let mut rows = vec![item.rows.clone(); above];
    for written in &link.rows {
        let at = answer_position(of_parent, written.given.as_str()).and_then(|u| rows.get_mut(u));
        let k = profiles.iter().position(|p| p.id == written.persona);
        let (Some(rows), Some(k)) = (at, k) else {
            continue;
        };
        let mut row: Vec<f64> = vec![0.0; item.answers];
        for (answer, level) in &written.levels {
            if let Some(cell) =
                answer_position(of_child, answer.as_str()).and_then(|v| row.get_mut(v))
            {
                *cell = kit.levels.probability(*level);
            }
        }
        // Of a cue only « oui » needs writing.
        if let (Meaning::Cue { .. }, [no, yes]) = (of_child, row.as_mut_slice()) {
            *no = 1.0 - *yes;
        }
        let total: f64 = row.iter().sum();
        if total > 0.0
            && let Some(slot) = rows.get_mut(k)
        {
            *slot = row.iter().map(|x| x / total).collect();
        }
    }
    item.link = Some(Link { parent, rows });
}

fn cue_level(kit: &Kit, persona: &Persona, cue: &CueId) -> Option<f64> {
    persona
        .cues
        .iter()
        .find(|(id, _)| id == cue)
        .map(|(_, level)| kit.levels.probability(*level))
}

/// A profile's row for a cue, as written (no floor): [not the case, observed].
pub(in crate::domain) fn cue_row(kit: &Kit, persona: &Persona, cue: &CueId) -> Vec<f64> {
    let th =
        cue_level(kit, persona, cue).unwrap_or_else(|| kit.levels.probability(Level::VeryRare));
    vec![1.0 - th, th]
}

/// A persona's normalised row for a question it names; an omitted answer is very rare.
pub(in crate::domain) fn question_row(
    kit: &Kit,
    persona: &Persona,
    question: &Question,
) -> Option<Vec<f64>> {
    let (_, named) = persona.answers.iter().find(|(id, _)| id == &question.id)?;
    let row: Vec<f64> = question
        .answers
        .iter()
        .map(|answer| {
            let level = named
                .iter()
                .find(|(id, _)| id == &answer.id)
                .map_or(Level::VeryRare, |(_, level)| *level);
            kit.levels.probability(level)
        })
        .collect();
    let total: f64 = row.iter().sum();
    Some(row.iter().map(|x| x / total).collect())
}

pub(in crate::domain) fn situation_row(
    kit: &Kit,
    situation: &Persona,
    meaning: &Meaning,
) -> Option<Vec<f64>> {
    debug_assert_eq!(situation.layer, Layer::Situation);
    match meaning {
        Meaning::Cue { id, .. } => {
            let th = cue_level(kit, situation, id)?;
            Some(vec![1.0 - th, th])
        }
        Meaning::Question { id, .. } => question_row(kit, situation, kit.question(id.as_str())?),
    }
}
