//! The guard's lists as a person reads them, without the program's own reader.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::file;

/// One file.
#[derive(Debug, Deserialize)]
pub(super) struct Lists {
    pub(super) version: String,
    #[serde(default)]
    pub(super) sets: BTreeMap<String, String>,
    pub(super) categories: Vec<Family>,
    #[serde(default)]
    pub(super) proposals: Vec<Proposal>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Family {
    pub(super) id: String,
    #[serde(default)]
    pub(super) rot13: bool,
    pub(super) terms: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Proposal {
    pub(super) say: String,
}

pub(super) fn turned(text: &str) -> String {
    let turn = |c: char| match c {
        'a'..='m' => char::from(c as u8 + 13),
        'n'..='z' => char::from(c as u8 - 13),
        other => other,
    };
    text.chars().map(turn).collect()
}

pub(super) fn lists() -> [Lists; 2] {
    ["assets/guard/fr.ron", "assets/guard/fr-insultes.ron"].map(|name| {
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let mut lists: Lists = options.from_str(&file(name)).unwrap();
        for family in lists.categories.iter_mut().filter(|f| f.rot13) {
            family.terms = family.terms.iter().map(|t| turned(t)).collect();
        }
        lists
    })
}

/// Words that a term recognises, one for each variant of its richest place, without its optional ones.
pub(super) fn forms(term: &str, sets: &BTreeMap<String, String>) -> Vec<String> {
    let variants = |place: &str| -> Vec<String> {
        if place == "_" {
            return vec!["voisins".to_owned()];
        }
        if place == "#" {
            return vec!["3".to_owned()];
        }
        let place = place.trim_start_matches('=');
        let mut spelled = place.to_owned();
        for (name, words) in sets {
            spelled = spelled.replace(&format!("<{name}>"), words);
        }
        let words = spelled.split('|');
        words.map(|w| w.trim_end_matches('*').to_owned()).collect()
    };
    let needed = term
        .split_whitespace()
        .filter(|place| !place.ends_with('?'));
    let places: Vec<Vec<String>> = needed.map(variants).collect();
    let richest = places.iter().map(Vec::len).max().unwrap_or(0);
    (0..richest)
        .map(|number| {
            let words: Vec<&str> = places
                .iter()
                .map(|place| place[number % place.len()].as_str())
                .collect();
            words.join(" ")
        })
        .collect()
}

/// Every form of the lists, with its family.
pub(super) fn all_forms() -> Vec<(String, String)> {
    let lists = lists();
    let sets = lists[0].sets.clone();
    let mut all = Vec::new();
    for family in lists.iter().flat_map(|l| &l.categories) {
        let mut seen = BTreeSet::new();
        for form in family.terms.iter().flat_map(|term| forms(term, &sets)) {
            if seen.insert(form.clone()) {
                all.push((family.id.clone(), form));
            }
        }
    }
    all
}
