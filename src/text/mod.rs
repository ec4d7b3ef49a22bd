//! Every sentence of the interface, by language and key, from the Fluent files of `assets/text`.
//!
//! It exists so that no screen holds a sentence of its own and a language is one folder. The files
//! are compiled in. It must never read a file, know a widget, or decide anything: it says what it is
//! asked to say, in the language it is told.

pub mod pack;
pub mod signs;
pub mod wording;

use std::collections::HashMap;
use std::sync::LazyLock;

pub use fluent_bundle::FluentValue as Value;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::domain::typography;
use crate::domain::vocab::{Language, Term};

/// The files of a language, in the order they are read.
const FRENCH: &[&str] = &[
    include_str!("../../assets/text/fr/panel.ftl"),
    include_str!("../../assets/text/fr/sheets.ftl"),
    include_str!("../../assets/text/fr/messages.ftl"),
    include_str!("../../assets/text/fr/commands.ftl"),
    include_str!("../../assets/text/fr/settings.ftl"),
    include_str!("../../assets/text/fr/kept.ftl"),
    include_str!("../../assets/text/fr/atelier.ftl"),
    include_str!("../../assets/text/fr/sharing.ftl"),
    include_str!("../../assets/text/fr/rules.ftl"),
    include_str!("../../assets/text/fr/ours.ftl"),
    include_str!("../../assets/text/fr/remarks.ftl"),
    include_str!("../../assets/text/fr/niveaux.ftl"),
    include_str!("../../assets/text/fr/essai.ftl"),
    include_str!("../../assets/text/fr/paper.ftl"),
    include_str!("../../assets/text/fr/practice.ftl"),
    include_str!("../../assets/text/fr/training.ftl"),
    include_str!("../../assets/text/fr/seance.ftl"),
    include_str!("../../assets/text/fr/fiches.ftl"),
    include_str!("../../assets/text/fr/words.ftl"),
];
const ENGLISH: &[&str] = &[
    include_str!("../../assets/text/en/panel.ftl"),
    include_str!("../../assets/text/en/sheets.ftl"),
    include_str!("../../assets/text/en/messages.ftl"),
    include_str!("../../assets/text/en/commands.ftl"),
    include_str!("../../assets/text/en/settings.ftl"),
    include_str!("../../assets/text/en/kept.ftl"),
    include_str!("../../assets/text/en/atelier.ftl"),
    include_str!("../../assets/text/en/sharing.ftl"),
    include_str!("../../assets/text/en/rules.ftl"),
    include_str!("../../assets/text/en/ours.ftl"),
    include_str!("../../assets/text/en/remarks.ftl"),
    include_str!("../../assets/text/en/niveaux.ftl"),
    include_str!("../../assets/text/en/essai.ftl"),
    include_str!("../../assets/text/en/paper.ftl"),
    include_str!("../../assets/text/en/practice.ftl"),
    include_str!("../../assets/text/en/training.ftl"),
    include_str!("../../assets/text/en/seance.ftl"),
    include_str!("../../assets/text/en/fiches.ftl"),
    include_str!("../../assets/text/en/words.ftl"),
    include_str!("../../assets/text/en/vocabulary.ftl"),
];

/// One language: its bundle, and the messages without arguments, formatted once.
struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    plain: HashMap<String, String>,
    keys: Vec<String>,
}

/// Sets French spacing in the values of a file, never in its keys or comments.
fn spaced(source: &str) -> String {
    let mut out = String::with_capacity(source.len() + 256);
    for line in source.lines() {
        let value_at = if line.starts_with('#') {
            None
        } else if line.starts_with(' ') {
            Some(0)
        } else {
            line.find(" = ").map(|at| at + 3)
        };
        match value_at.map(|at| line.split_at(at)) {
            // The opening of a selector is syntax.
            Some((head, value)) if !value.trim_end().ends_with("->") => {
                out.push_str(head);
                out.push_str(&typography::french(value));
            }
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

/// Reads the keys of a source, in file order.
fn keys_of(source: &str) -> impl Iterator<Item = String> + '_ {
    source.lines().filter_map(|line| {
        let (key, _) = line.split_once(" = ")?;
        let is_key = !key.starts_with(['#', ' ', '-']) && !key.is_empty();
        is_key.then(|| key.to_owned())
    })
}

fn catalogue(language: Language, sources: &[&str]) -> Catalogue {
    let mut bundle = FluentBundle::new_concurrent(language.key().parse().into_iter().collect());
    // Isolation marks would be seen as missing glyphs; both languages run left to right.
    bundle.set_use_isolating(false);
    let mut keys = Vec::new();
    for source in sources {
        let text = match language {
            Language::French => spaced(source),
            Language::English => (*source).to_owned(),
        };
        keys.extend(keys_of(source));
        // A test reads every file: what is broken is never shipped.
        let resource = FluentResource::try_new(text).unwrap_or_else(|(sound, _faults)| sound);
        bundle.add_resource_overriding(resource);
    }
    let mut plain = HashMap::new();
    for key in &keys {
        let mut faults = Vec::new();
        let pattern = bundle.get_message(key).and_then(|m| m.value());
        if let Some(pattern) = pattern {
            let text = bundle.format_pattern(pattern, None, &mut faults);
            if faults.is_empty() {
                plain.insert(key.clone(), text.into_owned());
            }
        }
    }
    Catalogue {
        bundle,
        plain,
        keys,
    }
}

// Each is read when first asked for: a start needs one of them.
static FRENCH_CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| catalogue(Language::French, FRENCH));
static ENGLISH_CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| catalogue(Language::English, ENGLISH));

fn of(language: Language) -> &'static Catalogue {
    match language {
        Language::French => &FRENCH_CATALOGUE,
        Language::English => &ENGLISH_CATALOGUE,
    }
}

/// Gives a message without arguments; an unknown key gives French, then the key itself.
pub fn plain(language: Language, key: &str) -> &'static str {
    of(language)
        .plain
        .get(key)
        .or_else(|| of(Language::French).plain.get(key))
        .map_or("", String::as_str)
}

/// Gives a message with its arguments; numbers choose the plural.
pub fn format(language: Language, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
    let mut named = FluentArgs::with_capacity(arguments.len());
    for (name, value) in arguments {
        named.set(*name, value.clone());
    }
    let mut faults = Vec::new();
    for language in [language, Language::French] {
        let bundle = &of(language).bundle;
        if let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) {
            let text = bundle.format_pattern(pattern, Some(&named), &mut faults);
            return text.into_owned();
        }
    }
    key.to_owned()
}

/// Gives a word of the field's vocabularies.
///
/// ```
/// use reflexe_personas::domain::vocab::{Language, Theme};
/// use reflexe_personas::text;
/// assert_eq!(text::term(Language::French, Theme::Famille), "Famille");
/// assert_eq!(text::term(Language::English, Theme::Famille), "Family");
/// ```
pub fn term<T: Term>(language: Language, term: T) -> &'static str {
    match language {
        // Exports are in French: the words are in the program, once.
        Language::French => term.label(),
        Language::English => {
            let key = format!("{}_{}", T::NAME, term.key());
            of(language)
                .plain
                .get(&key)
                .map_or(term.label(), String::as_str)
        }
    }
}

/// Numbers one calls when somebody is in danger; what each is for is under `danger_<number>`.
pub const DANGER_NUMBERS: &[&str] = &["15", "17", "18", "112", "114", "3114", "3919", "119", "115"];

/// Lists the keys of a language, in file order.
pub fn keys(language: Language) -> &'static [String] {
    &of(language).keys
}

/// Says what is wrong in the files of a language: syntax, doubled keys. Empty when all is well.
pub fn faults(language: Language) -> Vec<String> {
    let sources = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    };
    let mut faults = Vec::new();
    for source in sources {
        if let Err((_, errors)) = FluentResource::try_new(spaced(source)) {
            faults.extend(errors.iter().map(ToString::to_string));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    for key in keys(language) {
        if !seen.insert(key) {
            faults.push(format!("{key} twice"));
        }
    }
    faults
}

/// Lists the arguments a message asks for, sorted.
pub fn arguments(language: Language, key: &str) -> Vec<String> {
    let sources = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    };
    let mut found = std::collections::BTreeSet::new();
    for source in sources {
        let mut inside = false;
        for line in source.lines() {
            if let Some((name, _)) = line.split_once(" = ") {
                inside = name == key;
            } else if !line.starts_with(' ') {
                inside = false;
            }
            if inside {
                for piece in line.split('$').skip(1) {
                    let name: String = piece
                        .chars()
                        .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                        .collect();
                    found.insert(name);
                }
            }
        }
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_spacing_is_set_and_keys_are_untouched() {
        assert_eq!(
            format(
                Language::French,
                "why",
                &[("a", "A".into()), ("b", "B".into())]
            ),
            "Pourquoi A plutôt que B\u{202f}?"
        );
        assert_eq!(
            format(Language::French, "quoted", &[("words", "x".into())]),
            "«\u{202f}x\u{202f}»"
        );
        assert_eq!(
            format(Language::French, "summary_steps", &[("count", 3.into())]),
            "3 étapes"
        );
        assert_eq!(
            format(Language::French, "summary_steps", &[("count", 1.into())]),
            "1 étape"
        );
    }
}
