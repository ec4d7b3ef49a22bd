//! A case as a sentence in French, built from its cues.
//!
//! It must never name an id that has a title.

use std::fmt::Write as _;

use crate::domain::ids::{CueId, PersonaId};
use crate::domain::kit::{Case, KitContent};
use crate::domain::typography::french;
use crate::domain::vocab::Channel;
use crate::domain::workshop::address::Element;
use crate::domain::workshop::phrase::within;

/// A case as a sentence: « Au guichet : cherche ses gestes, hésite. À la question … : « … ». On
/// attend Pas à pas, piste nette. »
pub fn sentence(content: &KitContent, case: &Case) -> String {
    let cues = |list: &[CueId]| {
        list.iter()
            .map(|id| within(&Element::Cue(id.clone()).title(content)))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut said = match case.channel {
        Channel::Counter => "Au guichet".to_owned(),
        Channel::Phone => "Au téléphone".to_owned(),
    };
    let mut parts = Vec::new();
    if !case.cues.is_empty() {
        parts.push(cues(&case.cues));
    }
    if !case.not_cues.is_empty() {
        parts.push(format!("ce n’est pas le cas : {}", cues(&case.not_cues)));
    }
    said.push_str(" : ");
    said.push_str(if parts.is_empty() {
        "rien de noté"
    } else {
        ""
    });
    said.push_str(&parts.join(" ; "));
    said.push('.');
    for (question, answer) in &case.answers {
        let asked = Element::Question(question.clone()).title(content);
        let got = Element::Answer(question.clone(), answer.clone()).title(content);
        // Writing to a String cannot fail.
        write!(said, " « {asked} » — {}.", within(&got)).ok();
    }
    said.push_str(&expected(content, case));
    french(&said)
}

/// « On attend Pas à pas, piste nette. »
fn expected(content: &KitContent, case: &Case) -> String {
    let names = |list: &[PersonaId]| {
        list.iter()
            .map(|id| Element::Persona(id.clone()).title(content))
            .collect::<Vec<_>>()
            .join(" ou ")
    };
    let labels: Vec<&str> = case
        .expect
        .label
        .iter()
        .map(|label| label.label())
        .collect();
    let mut wanted: Vec<String> = Vec::new();
    if !case.expect.top.is_empty() {
        wanted.push(names(&case.expect.top));
    }
    if !labels.is_empty() {
        wanted.push(labels.join(" ou "));
    }
    let mut said = String::new();
    if !wanted.is_empty() {
        write!(said, " On attend {}.", wanted.join(", ")).ok();
    }
    for (list, what) in [(&case.raises, "dite"), (&case.to_verify, "à proposer")] {
        for id in list {
            write!(
                said,
                " Situation {what} : {}.",
                names(std::slice::from_ref(id))
            )
            .ok();
        }
    }
    said
}
