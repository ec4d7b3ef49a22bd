//! Choosing what is added to a rule: first what it is about, then which one, as one types.
//!
//! It must never offer what the kit does not hold.

use eframe::egui::{Id, TextEdit, Ui, vec2};

use crate::app::state::ACCREDITED;
use crate::domain::ids::QuestionId;
use crate::domain::kit::{Condition, KitContent, Layer};
use crate::domain::typography::fold;
use crate::domain::vocab::{Channel, Term, Theme};
use crate::domain::workshop::{Field, condition};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, gap, hairline};

use super::super::field::keys_of_a_field;
use super::super::{Pen, small};

/// Choices shown at once.
const CHOICES: usize = 8;

/// Where something is being chosen, and among what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui::workshop) struct Choosing {
    field: Field,
    way: Vec<usize>,
    /// The position of what it is about, once it is chosen.
    about: Option<usize>,
    /// Whether the focus is still to come here.
    fresh: bool,
}

impl Choosing {
    /// Begins.
    pub(in crate::ui::workshop) fn new(field: &Field, way: Vec<usize>) -> Self {
        Self {
            field: field.clone(),
            way,
            about: None,
            fresh: true,
        }
    }
}

/// Something that can be chosen: what it is called, and what it is.
pub(in crate::ui::workshop) type Offer<T> = (String, T);

/// A button that opens a choice in two steps; gives what was chosen.
pub(super) fn choose_ui<T: Clone>(
    ui: &mut Ui,
    (field, way): (&Field, &[usize]),
    (place, words, question): (&str, &str, &str),
    abouts: &[(&'static str, Vec<Offer<T>>)],
    pen: &mut Pen<'_>,
) -> Option<T> {
    let here = pen.memory.choosing.as_ref();
    let open = here.is_some_and(|choosing| choosing.field == *field && choosing.way == way);
    if !open {
        let name = text::named(place, words);
        let button = Button::new(Look::Choice, words).small().name(&name);
        let response = button.show(ui);
        let back = pen.memory.chosen.as_ref();
        if back.is_some_and(|choosing| choosing.field == *field && choosing.way == way) {
            // What had the focus is gone: one goes on from where one began.
            pen.memory.chosen = None;
            response.request_focus();
        }
        if response.clicked() {
            pen.memory.choosing = Some(Choosing::new(field, way.to_vec()));
            pen.memory.sought.clear();
        }
        return None;
    }
    let (about, fresh) = here.map_or((None, false), |choosing| (choosing.about, choosing.fresh));
    hairline(ui);
    gap(ui, 8.0);
    small(ui, question);
    gap(ui, 6.0);
    let mut chosen = None;
    let mut turned = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (at, (words, offers)) in abouts.iter().enumerate() {
            if offers.is_empty() {
                continue;
            }
            let name = text::named(place, *words);
            let button = Button::new(Look::Choice, words).small().name(&name);
            let response = button.chosen(about == Some(at)).show(ui);
            if fresh && at == 0 {
                response.request_focus();
            }
            if response.clicked() {
                turned = Some(at);
            }
        }
    });
    if let Some(choosing) = &mut pen.memory.choosing {
        choosing.fresh = false;
        if turned.is_some() {
            choosing.about = turned;
        }
    }
    // What can only be one thing is chosen with its kind.
    let only = turned.and_then(|at| abouts.get(at));
    if let Some([(_, one)]) = only.map(|(_, offers)| offers.as_slice()) {
        chosen = Some(one.clone());
    }
    if turned.is_some() {
        pen.memory.sought.clear();
        if only.is_some_and(|(_, offers)| offers.len() > CHOICES) {
            ui.memory_mut(|m| m.request_focus(Id::unique("atelier_sought")));
        }
    }
    gap(ui, 8.0);
    if let Some((words, offers)) = about.and_then(|at| abouts.get(at))
        && let Some(one) = offers_ui(ui, &text::named(place, *words), offers, pen)
    {
        chosen = Some(one);
    }
    let no = text::atelier_add_no();
    let stop = Button::new(Look::Quiet, no).small();
    if stop.name(&text::named(place, no)).show(ui).clicked() || chosen.is_some() {
        pen.memory.chosen = pen.memory.choosing.take();
    }
    gap(ui, 4.0);
    chosen
}

/// What can be chosen, some at a time; more come as one types.
pub(in crate::ui::workshop) fn offers_ui<T: Clone>(
    ui: &mut Ui,
    name: &str,
    offers: &[Offer<T>],
    pen: &mut Pen<'_>,
) -> Option<T> {
    let t = tokens();
    let many = offers.len() > CHOICES;
    if many {
        let edit = TextEdit::singleline(&mut pen.memory.sought)
            .id(Id::unique("atelier_sought"))
            .font(fonts::regular(t.type_scale.body))
            .hint_text(text::atelier_filter())
            .event_filter(keys_of_a_field())
            .margin(vec2(10.0, 6.0))
            .desired_width(ui.available_width());
        widgets::in_sight(ui.add(edit)).accessible_name(name);
        gap(ui, 6.0);
    }
    let sought = if many {
        fold(&pen.memory.sought)
    } else {
        String::new()
    };
    let fits = |words: &str| sought.is_empty() || fold(words).contains(sought.as_str());
    let found: Vec<&Offer<T>> = offers.iter().filter(|(words, _)| fits(words)).collect();
    let mut chosen = None;
    for (words, what) in found.iter().take(CHOICES) {
        let button = Button::new(Look::Choice, words).small().wraps();
        let whole = text::named(name, words.as_str());
        let response = button.name(&whole).width(ui.available_width()).show(ui);
        if response.clicked() {
            chosen = Some(what.clone());
        }
        gap(ui, 4.0);
    }
    if found.is_empty() {
        small(ui, text::atelier_filter_empty());
    } else if found.len() > CHOICES {
        small(ui, text::atelier_more_choices(found.len() - CHOICES));
    }
    gap(ui, 4.0);
    chosen
}

/// The way to one more part of a condition.
pub(super) fn add_part_ui(
    ui: &mut Ui,
    at: (&Field, &[usize]),
    (place, words): (&str, &str),
    pen: &mut Pen<'_>,
) -> Option<Condition> {
    let open = pen.memory.choosing.is_some();
    let abouts = if open { parts(pen.content) } else { Vec::new() };
    choose_ui(ui, at, (place, words, text::rule_what()), &abouts, pen)
}

/// Every part a condition can be made of, by what it is about.
fn parts(content: &KitContent) -> Vec<(&'static str, Vec<Offer<Condition>>)> {
    let personas = |layer: Option<Layer>| {
        let all = content.personas.iter();
        all.filter(move |persona| layer.is_none_or(|layer| persona.layer == layer))
    };
    let cues = content.cues.iter();
    let answers = content.questions.iter().flat_map(|question| {
        question.answers.iter().map(|answer| {
            let words = format!("{} · {}", question.ask, answer.text);
            let part = Condition::Answer(question.id.clone(), answer.id.clone());
            (words, part)
        })
    });
    let mut settings = condition::settings(content);
    if settings.iter().all(|name| name != ACCREDITED) {
        settings.push(ACCREDITED.to_owned());
    }
    vec![
        (
            text::rule_pick_cue(),
            cues.map(|cue| (cue.short.clone(), Condition::Cue(cue.id.clone())))
                .collect(),
        ),
        (text::rule_pick_answer(), answers.collect()),
        (
            text::rule_pick_situation(),
            personas(Some(Layer::Situation))
                .map(|one| (one.name.clone(), Condition::Situation(one.id.clone())))
                .collect(),
        ),
        (
            text::rule_pick_followed(),
            personas(None)
                .map(|one| (one.name.clone(), Condition::Followed(one.id.clone())))
                .collect(),
        ),
        (
            text::rule_pick_channel(),
            terms(Channel::ALL, Condition::Channel),
        ),
        (text::rule_pick_theme(), terms(Theme::ALL, Condition::Theme)),
        (
            text::rule_pick_setting(),
            settings
                .into_iter()
                .map(|name| {
                    let words = text::capital(text::setting_name(&name));
                    (words, Condition::Setting(name))
                })
                .collect(),
        ),
        (
            text::rule_pick_group(),
            vec![(String::new(), Condition::Any(Vec::new()))],
        ),
    ]
}

/// Words of a closed list.
pub(super) fn terms<T: Term, V>(all: &[T], make: impl Fn(T) -> V) -> Vec<Offer<V>> {
    all.iter()
        .map(|one| (text::term(*one).to_owned(), make(*one)))
        .collect()
}

/// Questions as they are asked.
pub(super) fn questions<V>(content: &KitContent, make: impl Fn(QuestionId) -> V) -> Vec<Offer<V>> {
    let all = content.questions.iter();
    all.map(|question| (question.ask.clone(), make(question.id.clone())))
        .collect()
}
