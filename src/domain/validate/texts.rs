//! Every text of a kit, one by one: length caps, invisible characters, French typography.
//!
//! It must never change a word: only apostrophes and the spaces around signs.

use super::report::{Element, Report};
use crate::domain::kit::{
    Answer, Avoid, Case, Confusion, Cue, Family, KitContent, PageSeen, Persona, Place, Procedure,
    Question, Rule, RuleEffect, Say, Source, Step,
};
use crate::domain::problem::Section;
use crate::domain::typography;

/// Longest text, in characters.
pub(super) const LONGEST: usize = 4000;
/// All texts of a kit together, in bytes.
const ALL_TEXTS: usize = 1 << 20;

/// Fields that are codes or addresses, which typography would spoil.
const NOT_PROSE: [&str; 9] = [
    "id", "code", "version", "language", "licence", "url", "site", "symbol", "reviewed",
];

/// Says whether a field holds words, which typography serves.
pub(in crate::domain) fn is_prose(field: &str) -> bool {
    !NOT_PROSE.contains(&field)
}

type Visit<'v> = &'v mut dyn FnMut(&'static str, &mut String);

/// Gives every text of an element with its field's name.
trait Texts {
    fn texts(&mut self, visit: Visit<'_>);
}

macro_rules! texts {
    ($($name:ident { $($plain:ident),* ; $($maybe:ident),* ; $($list:ident),* ; $($nested:ident),* })+) => {$(
        impl Texts for $name {
            fn texts(&mut self, visit: Visit<'_>) {
                $(visit(stringify!($plain), &mut self.$plain);)*
                $(if let Some(text) = &mut self.$maybe { visit(stringify!($maybe), text); })*
                $(for text in &mut self.$list { visit(stringify!($list), text); })*
                $(for inner in &mut self.$nested { inner.texts(visit); })*
            }
        }
    )+};
}

texts! {
    Family { title ; ; ; }
    Source { id, text, url ; ; ; }
    Cue { code, short, text ; ; ; }
    Answer { text ; text_phone ; ; }
    Question { code, ask ; ask_phone ; ; answers }
    Say { text ; ; ; }
    Avoid { text, because ; ; ; }
    Confusion { ask_yourself ; ; ; }
    Persona { code, name, essence ; symbol ; motivations, obstacles ; say, avoid, confused_with }
    Step { title, detail, note ; ; ; say }
    Place { name, when, contact ; ; offers, bring ; }
    PageSeen { url ; ; ; }
    Procedure { title, operator, other_way ; site, varies ; documents, traps ; seen }
    Rule { ; ; ; then }
    Case { title ; ; ; }
    KitContent { id, title, version, language, owner, licence ; reviewed, review_by ; ; families, sources }
}

impl Texts for RuleEffect {
    fn texts(&mut self, visit: Visit<'_>) {
        if let Self::Notice { text, .. } = self {
            visit("text", text);
        }
    }
}

/// Says whether a character is invisible and can make a text read otherwise than it is.
fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

fn examine(element: &mut Element<'_>, total: &mut usize, french: bool, texts: &mut dyn Texts) {
    texts.texts(&mut |field, text| {
        *total += text.len();
        let length = text.chars().count();
        if length > LONGEST {
            let start: String = text.chars().take(24).collect();
            element.error(
                field,
                &start,
                (
                    &format!("Texte trop long : {length} caractères, au plus {LONGEST}."),
                    "Raccourcissez ce texte ; il doit se lire en quelques secondes au guichet.",
                ),
            );
        }
        if let Some(hidden) = text.chars().find(|c| is_hidden(*c)) {
            element.warning(
                field,
                &hidden.to_string(),
                (
                    &format!(
                        "Caractère invisible U+{:04X} dans le texte ; il a été retiré à la lecture.",
                        u32::from(hidden)
                    ),
                    "Effacez-le, ou retapez le mot : un copier-coller l’a sans doute apporté.",
                ),
            );
            text.retain(|c| !is_hidden(c));
        }
        if french && is_prose(field) {
            *text = typography::french(text);
        }
    });
}

/// Checks and cleans every text of the kit.
pub(super) fn check(content: &mut KitContent, report: &mut Report) {
    let mut total = 0;
    let french = content.language == "fr";
    examine(&mut report.manifest(), &mut total, french, content);
    macro_rules! section {
        ($list:ident, $section:ident, $name:expr) => {
            for (index, item) in content.$list.iter_mut().enumerate() {
                let name: String = $name(item);
                let mut element = report.element(Section::$section, index, &name);
                examine(&mut element, &mut total, french, item);
            }
        };
    }
    section!(cues, Cues, |i: &Cue| i.id.to_string());
    section!(questions, Questions, |i: &Question| i.id.to_string());
    section!(personas, Personas, |i: &Persona| i.id.to_string());
    section!(steps, Steps, |i: &Step| i.id.to_string());
    section!(places, Places, |i: &Place| i.id.to_string());
    section!(procedures, Procedures, |i: &Procedure| i.id.to_string());
    section!(rules, Rules, |_: &Rule| String::new());
    section!(cases, Cases, |_: &Case| String::new());
    if total > ALL_TEXTS {
        report.manifest().fatal(
            "",
            "",
            (
                &format!("Les textes du kit pèsent {total} octets, au plus {ALL_TEXTS}."),
                "Allégez le kit : gardez ce qui sert au guichet, le reste dans un document à part.",
            ),
        );
    }
}
