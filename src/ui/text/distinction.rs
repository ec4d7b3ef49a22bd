//! The sentences of « Essayer » and of « Ce qui distingue nos cartes ».
//!
//! It must never hold a sentence of its own.

use super::{catalogue, language};
use crate::app::workshop::map::Remark;
use crate::domain::ids::PersonaId;
use crate::domain::kit::KitContent;
use crate::domain::study::diagnose::Observed;
use crate::domain::workshop::Element;
use crate::text::Value;

texts! {
    plain {
        atelier_try_mark,
        atelier_try_nothing,
        atelier_try_without,
        atelier_try_again,
        atelier_try_case,
        atelier_try_back,
        atelier_try_frame,
        atelier_try_unplayable,
        atelier_try_unplayable_detail,
        atelier_try_check,
        atelier_case_name_title,
        atelier_case_name_detail,
        atelier_case_says,
        atelier_task_map,
        atelier_map_standing,
        atelier_map_detail,
        atelier_map_stop,
        atelier_map_start,
        atelier_map_stopped,
        atelier_map_old,
        atelier_map_none,
        atelier_map_channel,
        atelier_map_remarks,
        atelier_map_sound,
        atelier_map_deciding,
        atelier_map_first,
        atelier_map_confused,
        atelier_map_confused_detail,
        atelier_map_table,
        atelier_map_nobody,
        atelier_map_undecided,
        atelier_map_stranger,
        atelier_map_questions,
        atelier_map_precise,
        atelier_remark_never_do,
        atelier_remark_always_do,
        atelier_remark_alike_do,
        atelier_remark_shadowed_do,
        atelier_remark_strangers_do,
        atelier_remark_redundant_do,
        atelier_remark_dead_do,
        atelier_remark_dead_serves,
    }
    with {
        atelier_try_standing(count),
        atelier_case_added(title),
        atelier_map_going(percent),
        atelier_map_more(count),
        atelier_map_as_much(percent),
        atelier_map_right(percent),
        atelier_map_right_stranger(percent),
        atelier_map_taken(name, percent),
        atelier_map_questions_mean(count),
        atelier_map_questions_of(name, count),
        atelier_map_simulated(count, points),
        atelier_remark_never(name),
        atelier_remark_always(name),
        atelier_remark_alike(name, other),
        atelier_remark_alike_by(item),
        atelier_remark_shadowed(name, other),
        atelier_remark_strangers(percent),
        atelier_remark_strangers_set(percent),
        atelier_remark_fragile(name),
        atelier_remark_fragile_do(item, name, other),
        atelier_remark_fragile_own(item, name),
        atelier_remark_redundant(name, other),
        atelier_remark_dead(name),
    }
}

/// A proportion in hundredths, as sentences give it.
pub fn hundredths(share: f64) -> String {
    format!("{:.0}", 100.0 * share)
}

/// A number with one decimal, as the language writes it.
pub fn one_decimal(number: f64) -> String {
    let written = format!("{number:.1}");
    match language() {
        crate::domain::vocab::Language::French => written.replace('.', ","),
        crate::domain::vocab::Language::English => written,
    }
}

/// The words of a cue or a question.
pub fn observed(item: &Observed, content: &KitContent) -> String {
    let element = match item {
        Observed::Cue(id) => Element::Cue(id.clone()),
        Observed::Question(id) => Element::Question(id.clone()),
    };
    // A question brings its own marks; two pairs of them would be read as a mistake.
    let title = element.title(content);
    title
        .trim_matches(|c: char| "«»“”".contains(c) || c.is_whitespace())
        .to_owned()
}

/// What figures say in plain words, and what to do about it.
pub fn remark(remark: &Remark, content: &KitContent) -> (String, String) {
    let named = |id: &PersonaId| Element::Persona(id.clone()).title(content);
    let item = |item: &Observed| observed(item, content);
    match remark {
        Remark::Never(id) => (
            atelier_remark_never(named(id)),
            atelier_remark_never_do().to_owned(),
        ),
        Remark::Always(id) => (
            atelier_remark_always(named(id)),
            atelier_remark_always_do().to_owned(),
        ),
        Remark::Alike(one, other, best) => (
            atelier_remark_alike(named(one), named(other)),
            best.as_ref().map_or_else(
                || atelier_remark_alike_do().to_owned(),
                |best| atelier_remark_alike_by(item(best)),
            ),
        ),
        Remark::Shadowed(one, by) => (
            atelier_remark_shadowed(named(one), named(by)),
            atelier_remark_shadowed_do().to_owned(),
        ),
        Remark::Strangers(share, advised) => (
            atelier_remark_strangers(hundredths(*share)),
            advised.map_or_else(
                || atelier_remark_strangers_do().to_owned(),
                |advised| atelier_remark_strangers_set(hundredths(advised)),
            ),
        ),
        Remark::Fragile(case, persona, of, top) => (
            atelier_remark_fragile(case.as_str()),
            if persona == top {
                atelier_remark_fragile_own(item(of), named(top))
            } else {
                atelier_remark_fragile_do(item(of), named(persona), named(top))
            },
        ),
        Remark::Redundant(one, other) => (
            atelier_remark_redundant(item(one), item(other)),
            atelier_remark_redundant_do().to_owned(),
        ),
        Remark::Dead(of, serves) => (
            atelier_remark_dead(item(of)),
            if *serves {
                atelier_remark_dead_serves().to_owned()
            } else {
                atelier_remark_dead_do().to_owned()
            },
        ),
    }
}
