//! The manifest: identity, channels, levels, engine settings, families, sources, openers.
//!
//! It must never mend a setting: a kit whose numbers are wrong does not run on others.

use std::collections::BTreeSet;

use super::dates;
use super::names::{Declared, Unreadable};
use super::report::{Element, Report};
use crate::domain::ids::is_kebab_case;
use crate::domain::kit::{Deck, KitContent, Levels};
use crate::domain::problem::Section;

/// Letters the panel keeps for itself.
pub(in crate::domain) const RESERVED_KEYS: &str = "PORSXQFTM";

/// How to write an id.
pub(super) const KEBAB_CURE: &str = "Écrivez des minuscules sans accent, des chiffres et des tirets, par exemple « sans-ordinateur ».";

/// Checks that an id is spelled like one.
pub(super) fn check_id(element: &mut Element<'_>, id: &str) {
    if !is_kebab_case(id) {
        let message = format!("L’identifiant « {id} » est mal formé.");
        element.error("id", id, (&message, KEBAB_CURE));
    }
}

/// Checks an optional date.
pub(super) fn check_date(element: &mut Element<'_>, field: &str, date: Option<&str>) {
    if let Some(date) = date
        && dates::parse(date).is_none()
    {
        element.error(
            field,
            date,
            (
                &format!("« {date} » n’est pas une date."),
                "Écrivez année-mois-jour, par exemple « 2026-11-23 ».",
            ),
        );
    }
}

/// Says whether a number is a probability, bounds included.
pub(super) fn is_probability(p: f64) -> bool {
    (0.0..=1.0).contains(&p)
}

/// Notes an error when a number is not a probability.
pub(super) fn check_probability(element: &mut Element<'_>, field: &str, p: f64) {
    if !is_probability(p) {
        element.error(
            field,
            field,
            (
                &format!("{field} vaut {p} : ce n’est pas une proportion."),
                "Écrivez un nombre de 0.0 à 1.0.",
            ),
        );
    }
}

pub(super) fn check(content: &KitContent, declared: &Declared, report: &mut Report) {
    let mut manifest = report.manifest();
    if !is_kebab_case(&content.id) {
        let message = format!("L’identifiant du kit « {} » est mal formé.", content.id);
        manifest.fatal("id", &content.id, (&message, KEBAB_CURE));
    }
    check_date(&mut manifest, "reviewed", content.reviewed.as_deref());
    check_date(&mut manifest, "review_by", content.review_by.as_deref());
    if content.channels.is_empty() {
        manifest.fatal(
            "channels",
            "channels",
            (
                "Le kit ne sert aucun canal.",
                "Écrivez channels: [Counter, Phone], ou l’un des deux.",
            ),
        );
    }
    check_levels(&mut manifest, &content.levels);
    check_engine(&mut manifest, content);
    for (channel, openers) in &content.openers {
        let field = format!("openers › {}", channel.label());
        for id in openers {
            declared
                .questions
                .check(&mut manifest, &field, id.as_str(), "La question");
        }
    }
    for id in &content.uncertain_steps {
        declared
            .steps
            .check(&mut manifest, "uncertain_steps", id.as_str(), "Le geste");
    }
    check_families(content, report);
    check_sources(content, report);
}

fn check_levels(manifest: &mut Element<'_>, levels: &Levels) {
    let named = [
        ("very_rare", levels.very_rare),
        ("rare", levels.rare),
        ("possible", levels.possible),
        ("frequent", levels.frequent),
        ("typical", levels.typical),
    ];
    let mut before: Option<(&str, f64)> = None;
    for (name, p) in named {
        if !(p > 0.0 && p < 1.0) {
            manifest.fatal(
                "levels",
                name,
                (
                    &format!(
                        "Le niveau {name} vaut {p} : il doit être entre 0 et 1, bornes exclues."
                    ),
                    "Écrivez par exemple 0.25 pour « 25 fois sur 100 ».",
                ),
            );
        } else if let Some((lower, q)) = before.filter(|(_, q)| p <= *q) {
            manifest.fatal(
                "levels",
                name,
                (
                    &format!("Le niveau {name} ({p}) ne dépasse pas {lower} ({q})."),
                    "Rangez les niveaux du plus petit au plus grand.",
                ),
            );
        }
        before = Some((name, p));
    }
}

fn check_engine(manifest: &mut Element<'_>, content: &KitContent) {
    let engine = &content.engine;
    let ranges = [
        (
            "noise_floor",
            is_probability(engine.noise_floor),
            "de 0.0 à 1.0",
        ),
        (
            "none_prior",
            (0.0..1.0).contains(&engine.none_prior),
            "de 0.0 à 1.0, 1 exclu",
        ),
        (
            "none_spread",
            is_probability(engine.none_spread),
            "de 0.0 à 1.0",
        ),
        (
            "temper",
            engine.temper > 0.0 && engine.temper <= 1.0,
            "de 0.0 à 1.0, 0 exclu",
        ),
        (
            "clear",
            engine.clear > 0.0 && engine.clear <= 1.0,
            "de 0.0 à 1.0, 0 exclu",
        ),
        (
            "clear_ratio",
            engine.clear_ratio >= 1.0 && engine.clear_ratio.is_finite(),
            "de 1.0 ou plus",
        ),
        (
            "possible",
            engine.possible > 0.0 && engine.possible <= 1.0,
            "de 0.0 à 1.0, 0 exclu",
        ),
        (
            "none",
            engine.none > 0.0 && engine.none <= 1.0,
            "de 0.0 à 1.0, 0 exclu",
        ),
        (
            "stop",
            engine.stop > 0.0 && engine.stop <= 1.0,
            "de 0.0 à 1.0, 0 exclu",
        ),
        (
            "min_gain_bits",
            engine.min_gain_bits >= 0.0 && engine.min_gain_bits.is_finite(),
            "de 0.0 ou plus",
        ),
    ];
    for (name, sound, range) in ranges {
        if !sound {
            manifest.fatal(
                "engine",
                name,
                (
                    &format!("Le réglage {name} est hors de ses bornes."),
                    &format!("Écrivez un nombre {range}, ou retirez la ligne : la valeur d’usage s’applique."),
                ),
            );
        }
    }
    if engine.possible > engine.clear {
        manifest.warning(
            "engine",
            "possible",
            (
                "Le seuil « possible » dépasse le seuil « clear » : aucune piste ne sera seulement possible.",
                "Mettez possible au-dessous de clear.",
            ),
        );
    }
}

fn check_families(content: &KitContent, report: &mut Report) {
    let mut ids = BTreeSet::new();
    let mut keys = BTreeSet::new();
    for (index, family) in content.families.iter().enumerate() {
        let field = |name: &str| format!("families › {} › {name}", family.id);
        let known = report.problems.len();
        let mut manifest = report.manifest();
        let token = family.id.as_str();
        if !is_kebab_case(token) {
            let message = format!("L’identifiant de famille « {token} » est mal formé.");
            manifest.error(&field("id"), token, (&message, KEBAB_CURE));
        }
        if !ids.insert(token) {
            manifest.error_at(
                &field("id"),
                token,
                1,
                (
                    &format!("La famille « {token} » est déclarée deux fois."),
                    "Gardez-en une, ou donnez un autre identifiant à la seconde.",
                ),
            );
        }
        let upper = family.key.to_ascii_uppercase();
        if !upper.is_ascii_uppercase() || RESERVED_KEYS.contains(upper) {
            manifest.error(
                &field("key"),
                &family.key.to_string(),
                (
                    &format!("La touche « {} » ne peut pas ouvrir une famille.", family.key),
                    "Choisissez une lettre de A à Z, sauf P O R S X Q F T M qui servent au panneau.",
                ),
            );
        } else if !keys.insert(upper) {
            manifest.error_at(
                &field("key"),
                &family.key.to_string(),
                1,
                (
                    &format!("La touche « {} » ouvre déjà une autre famille.", family.key),
                    "Donnez à chaque famille sa propre lettre.",
                ),
            );
        }
        if !is_probability(family.relatedness) {
            manifest.error(
                &field("relatedness"),
                token,
                (
                    &format!("relatedness vaut {} : ce n’est pas une proportion.", family.relatedness),
                    "Écrivez un nombre de 0.0 (indices sans lien) à 1.0 (la même chose dite deux fois).",
                ),
            );
        }
        if report.problems.len() > known {
            report.faulty_families.insert(index);
        }
    }
}

fn check_sources(content: &KitContent, report: &mut Report) {
    let mut ids = BTreeSet::new();
    for (index, source) in content.sources.iter().enumerate() {
        let field = format!("sources › {}", source.id);
        if source.id.trim().is_empty() {
            report.manifest().error(
                "sources",
                "sources",
                (
                    "Une source n’a pas de code.",
                    "Donnez-lui un code court, par exemple « F4 ».",
                ),
            );
            report.faulty_sources.insert(index);
        } else if !ids.insert(source.id.as_str()) {
            report.manifest().error_at(
                &field,
                &source.id,
                1,
                (
                    &format!("La source « {} » est déclarée deux fois.", source.id),
                    "Donnez à chaque source son propre code.",
                ),
            );
            report.faulty_sources.insert(index);
        }
    }
}

/// Warns when a family's first screen has fewer or more than two cues on a channel.
pub(super) fn check_short_deck(content: &KitContent, unreadable: &Unreadable, report: &mut Report) {
    if unreadable.sections.contains(&Section::Cues)
        || unreadable
            .ids
            .iter()
            .any(|(section, _)| *section == Section::Cues)
    {
        return;
    }
    for family in &content.families {
        for channel in &content.channels {
            let there: Vec<_> = content
                .cues
                .iter()
                .filter(|c| c.family == family.id && c.channels.contains(channel))
                .collect();
            let short = there.iter().filter(|c| c.deck == Deck::Short).count();
            // A family with a single cue on a channel cannot show two.
            if short != there.len().min(2) {
                let place = channel.label().to_lowercase();
                report.manifest().warning(
                    &format!("families › {} › title", family.id),
                    family.id.as_str(),
                    (
                        &format!(
                            "La famille « {} » montre {short} indice(s) au premier écran ({place}), au lieu de 2.",
                            family.id
                        ),
                        "Mettez deck: Short sur deux indices de la famille pour ce canal, Full sur les autres.",
                    ),
                );
            }
        }
    }
}
