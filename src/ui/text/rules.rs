//! Rules, conditions, links and cases as sentences, in the language of the interface.
//!
//! It must never show an id where a title exists, nor a key of a file.

use super::{catalogue, language, level_word, term};
use crate::app::state::ACCREDITED;
use crate::domain::kit::{Condition, CueLink, ItemRef, KitContent, RuleEffect};
use crate::domain::workshop::condition::{self, Joined, Way};
use crate::domain::workshop::lean::{self, Oftener};
use crate::domain::workshop::{Element, words};
use crate::text::Value;

/// Longest effect that a list shows whole.
const SHORT: usize = 70;

texts! {
    plain {
        rule_when_nothing,
        rule_then_nothing,
        rule_always,
        rule_any,
        rule_all,
        rule_but_any,
        rule_but_all,
        rule_but,
        rule_add,
        rule_add_here,
        rule_add_effect,
        rule_what,
        rule_effect_what,
        rule_out,
        rule_other,
        rule_is,
        rule_noted,
        rule_denied,
        rule_unsaid,
        rule_pick_cue,
        rule_pick_answer,
        rule_pick_situation,
        rule_pick_followed,
        rule_pick_channel,
        rule_pick_theme,
        rule_pick_setting,
        rule_pick_group,
        rule_accredited,
        effect_notice_empty,
        effect_pick_step,
        effect_pick_raise,
        effect_pick_ask,
        effect_pick_hold,
        effect_pick_hide,
        effect_pick_notice,
        effect_message,
        lean_less,
        lean_same,
        lean_more,
        lean_mixed,
        lean_by_card,
        lean_by_card_close,
        case_change,
        case_change_close,
        case_untried,
        case_answer,
    }
    with {
        rule_title(when, then),
        rule_or_more(words, count),
        rule_and_more(words, count),
        rule_unless(words),
        rule_place(number),
        rule_cue(title),
        rule_cue_denied(title),
        rule_cue_unsaid(title),
        rule_answer(question, answer),
        rule_answer_unsaid(question, answer),
        rule_situation(title),
        rule_situation_unsaid(title),
        rule_followed(title),
        rule_followed_unsaid(title),
        rule_setting(title),
        rule_setting_unsaid(title),
        rule_channel(title),
        rule_channel_unsaid(title),
        rule_theme(title),
        rule_theme_unsaid(title),
        effect_step(title),
        effect_raise(title),
        effect_ask(title),
        effect_hold(title),
        effect_hide(title),
        effect_notice(title),
        lean_title(parent, child, how),
        lean_if_cue(title),
        lean_if_not(title),
        lean_if_answer(title),
        lean_then_cue(title),
        lean_then_answer(title),
        lean_rarer(name),
        lean_oftener(name),
        lean_level(name, word),
        case_change_name(title),
        case_copy_name(title),
        case_delete_name(title),
    }
}

/// A name of a setting, in words where this program knows it.
pub fn setting_name(name: &str) -> &str {
    if name == ACCREDITED {
        rule_accredited()
    } else {
        name
    }
}

/// One part of a condition as the middle of a sentence; a group says its first part.
pub fn condition_words(part: &Condition, content: &KitContent) -> String {
    let (way, plain) = condition::way(part);
    let title = |element: Element| element.title(content);
    let not = way == Way::Not;
    match &plain {
        Condition::Cue(id) => {
            let title = title(Element::Cue(id.clone()));
            match way {
                Way::Yes => rule_cue(title),
                Way::Denied => rule_cue_denied(title),
                Way::Not => rule_cue_unsaid(title),
            }
        }
        Condition::Answer(question, answer) => {
            let asked = title(Element::Question(question.clone()));
            let answer = title(Element::Answer(question.clone(), answer.clone()));
            if not {
                rule_answer_unsaid(asked, answer)
            } else {
                rule_answer(asked, answer)
            }
        }
        Condition::Situation(id) => {
            let title = title(Element::Persona(id.clone()));
            either(not, rule_situation_unsaid, rule_situation, title)
        }
        Condition::Followed(id) => {
            let title = title(Element::Persona(id.clone()));
            either(not, rule_followed_unsaid, rule_followed, title)
        }
        Condition::Setting(name) => {
            let title = setting_name(name).to_owned();
            either(not, rule_setting_unsaid, rule_setting, title)
        }
        Condition::Channel(channel) => {
            let title = term(*channel).to_owned();
            either(not, rule_channel_unsaid, rule_channel, title)
        }
        Condition::Theme(theme) => {
            let title = term(*theme).to_owned();
            either(not, rule_theme_unsaid, rule_theme, title)
        }
        Condition::Any(all) | Condition::All(all) => {
            let joined = condition::joined(&plain);
            let Some(first) = all.first() else {
                return rule_when_nothing().to_owned();
            };
            let words = condition_words(first, content);
            let words = match (all.len() - 1, joined) {
                (0, _) => words,
                (more, Some(Joined::All)) => rule_and_more(words, more),
                (more, _) => rule_or_more(words, more),
            };
            if not { rule_unless(words) } else { words }
        }
        inner @ (Condition::Not(_) | Condition::NotCue(_)) => condition_words(inner, content),
    }
}

fn either(
    not: bool,
    unsaid: fn(String) -> String,
    said: fn(String) -> String,
    title: String,
) -> String {
    if not { unsaid(title) } else { said(title) }
}

/// What a rule does, as the middle of a sentence.
pub fn effect_words(effect: &RuleEffect, content: &KitContent) -> String {
    let title = |element: Element| element.title(content);
    match effect {
        RuleEffect::AddStep(id) => effect_step(title(Element::Step(id.clone()))),
        RuleEffect::Raise(id) => effect_raise(title(Element::Persona(id.clone()))),
        RuleEffect::Ask(id) => effect_ask(title(Element::Question(id.clone()))),
        RuleEffect::HoldQuestion(id) => effect_hold(title(Element::Question(id.clone()))),
        RuleEffect::HideMode(mode) => effect_hide(term(*mode).to_lowercase()),
        RuleEffect::Notice { text, .. } if text.trim().is_empty() => {
            effect_notice_empty().to_owned()
        }
        RuleEffect::Notice { text, .. } => effect_notice(text.as_str()),
    }
}

/// The first words of a sentence: a list of rules is not read whole.
fn in_short(words: &str) -> String {
    if words.chars().count() <= SHORT {
        return words.to_owned();
    }
    let cut: String = words.chars().take(SHORT).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or(&cut))
}

/// What an element is called in lists: rules and links are sentences, the others have a title.
pub fn element_title(element: &Element, content: &KitContent) -> String {
    match element {
        Element::Rule(at) => content.rules.get(*at).map(|rule| {
            let first = rule.then.first();
            let then = first.map_or_else(
                || rule_then_nothing().to_owned(),
                |effect| in_short(&effect_words(effect, content)),
            );
            let then = match rule.then.len() {
                0 | 1 => then,
                more => rule_and_more(then, more - 1),
            };
            rule_title(condition_words(&rule.when, content), then)
        }),
        Element::Link(at) => content.links.get(*at).map(|link| link_title(link, content)),
        _ => None,
    }
    .unwrap_or_else(|| element.title(content))
}

/// A cue or a question by its title.
pub fn item_title(item: &ItemRef, content: &KitContent) -> String {
    match item {
        ItemRef::Cue(id) => Element::Cue(id.clone()).title(content),
        ItemRef::Question(id) => Element::Question(id.clone()).title(content),
    }
}

/// How often, in words.
pub fn oftener(how: Option<Oftener>) -> &'static str {
    match how {
        Some(Oftener::Less) => lean_less(),
        Some(Oftener::Same) => lean_same(),
        Some(Oftener::More) => lean_more(),
        None => lean_mixed(),
    }
}

/// « Si « A », alors « B » plus souvent », by the first thing it says.
fn link_title(link: &CueLink, content: &KitContent) -> String {
    let given = lean::answers(content, &link.parent);
    let said = lean::said(content, &link.child);
    let all = given.iter().flat_map(|given| {
        said.iter()
            .map(move |answer| lean::leaning(content, link, given, answer))
    });
    let how = all
        .filter(|how| *how != Some(Oftener::Same))
        .next()
        .unwrap_or(Some(Oftener::Same));
    lean_title(
        item_title(&link.parent, content),
        item_title(&link.child, content),
        oftener(how),
    )
}

/// A level in words.
pub fn level_in_words(level: crate::domain::kit::Level) -> String {
    level_word(&words::word(level))
}
