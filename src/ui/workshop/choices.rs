//! Fields filled in with words of a closed list, or with an element of the kit.

use eframe::egui::{Ui, vec2};

use crate::app::workshop::WorkshopAction;
use crate::domain::kit::{Axes, Deck, Layer, QuestionRole};
use crate::domain::vocab::{Channel, Label, Mode, Orientation, Theme};
use crate::domain::workshop::{Edit, Field, Value};
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::icon_button::{Picture, Tone, icon_button};
use crate::ui::widgets::sign::sign;
use crate::ui::widgets::{self, gap};

use super::lines::toggled;
use super::{Pen, small};

/// Highest mark on an axis.
const HIGHEST: u8 = 4;
/// By how much a share changes at once.
const STEP: f64 = 1.0;

fn fill(field: &Field, value: Value, pen: &mut Pen<'_>) {
    pen.push(WorkshopAction::Edit(Edit::set(field.clone(), value)));
}

/// Words side by side; gives the position of the one pressed.
fn words_ui(ui: &mut Ui, words: &[(String, bool)]) -> Option<usize> {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (at, (words, chosen)) in words.iter().enumerate() {
            let button = Button::new(Look::Choice, words).small().chosen(*chosen);
            if button.show(ui).clicked() {
                pressed = Some(at);
            }
        }
    });
    pressed
}

/// One of a closed list.
fn one_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    all: &[T],
    current: Option<T>,
    words: impl Fn(T) -> &'static str,
) -> Option<T> {
    let list: Vec<_> = all
        .iter()
        .map(|value| (words(*value).to_owned(), Some(*value) == current))
        .collect();
    words_ui(ui, &list).and_then(|at| all.get(at)).copied()
}

/// Several of a closed list; gives the new list when one was pressed.
fn some_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    all: &[T],
    current: &[T],
    words: impl Fn(T) -> &'static str,
) -> Option<Vec<T>> {
    let list: Vec<_> = all
        .iter()
        .map(|value| (words(*value).to_owned(), current.contains(value)))
        .collect();
    let pressed = *words_ui(ui, &list).and_then(|at| all.get(at))?;
    Some(
        all.iter()
            .copied()
            .filter(|value| current.contains(value) != (*value == pressed))
            .collect(),
    )
}

/// Draws a field that is chosen, not typed.
pub(super) fn choice_ui(ui: &mut Ui, field: &Field, value: Value, pen: &mut Pen<'_>) {
    let picked = match value {
        Value::Flag(on) => one_ui(ui, &[true, false], Some(on), |yes| {
            if yes {
                text::atelier_yes()
            } else {
                text::atelier_no()
            }
        })
        .map(Value::Flag),
        Value::Channels(current) => {
            let all = pen.content.channels.clone();
            let words: Vec<_> = all
                .iter()
                .map(|c| (text::term(*c).to_owned(), current.contains(c)))
                .collect();
            words_ui(ui, &words)
                .and_then(|at| all.get(at))
                .map(|channel| Value::Channels(toggled(&current, *channel)))
        }
        Value::Channel(current) => {
            one_ui(ui, Channel::ALL, Some(current), text::term).map(Value::Channel)
        }
        Value::Theme(current) => {
            one_ui(ui, Theme::ALL, Some(current), text::term).map(Value::Theme)
        }
        Value::Labels(current) => some_ui(ui, Label::ALL, &current, text::term).map(Value::Labels),
        Value::Themes(current) => some_ui(ui, Theme::ALL, &current, text::term).map(Value::Themes),
        Value::Mode(current) => one_ui(ui, Mode::ALL, Some(current), text::term).map(Value::Mode),
        Value::MaybeMode(current) => one_ui(ui, Mode::ALL, current, text::term)
            .map(|mode| Value::MaybeMode((current != Some(mode)).then_some(mode))),
        Value::Orientation(current) => {
            one_ui(ui, Orientation::ALL, Some(current), text::term).map(Value::Orientation)
        }
        Value::Deck(current) => {
            one_ui(
                ui,
                &[Deck::Short, Deck::Full],
                Some(current),
                |deck| match deck {
                    Deck::Short => text::atelier_deck_short(),
                    Deck::Full => text::atelier_deck_full(),
                },
            )
            .map(Value::Deck)
        }
        Value::Role(current) => one_ui(
            ui,
            &[QuestionRole::Inform, QuestionRole::Offer],
            Some(current),
            |role| match role {
                QuestionRole::Inform => text::atelier_role_inform(),
                QuestionRole::Offer => text::atelier_role_offer(),
            },
        )
        .map(Value::Role),
        Value::Layer(current) => one_ui(
            ui,
            &[Layer::Profile, Layer::Situation],
            Some(current),
            |layer| match layer {
                Layer::Profile => text::atelier_profile(),
                Layer::Situation => text::atelier_situation(),
            },
        )
        .map(Value::Layer),
        Value::Family(current) => family_ui(ui, Some(&current), pen).map(Value::Family),
        Value::MaybeFamily(current) => family_ui(ui, current.as_ref(), pen).map(|family| {
            Value::MaybeFamily((current.as_ref() != Some(&family)).then_some(family))
        }),
        Value::Letter(current) => letter_ui(ui, current, pen).map(Value::Letter),
        Value::PerChannel(shares) => shares_ui(ui, &shares, pen).map(Value::PerChannel),
        Value::Axes(axes) => axes_ui(ui, axes).map(|axes| Value::Axes(Some(axes))),
        _ => None,
    };
    if let Some(value) = picked {
        fill(field, value, pen);
    }
}

fn family_ui(
    ui: &mut Ui,
    current: Option<&crate::domain::ids::FamilyId>,
    pen: &Pen<'_>,
) -> Option<crate::domain::ids::FamilyId> {
    let words: Vec<_> = pen
        .content
        .families
        .iter()
        .map(|family| (family.title.clone(), Some(&family.id) == current))
        .collect();
    let at = words_ui(ui, &words)?;
    pen.content.families.get(at).map(|family| family.id.clone())
}

/// Letters that are free, and the family's own.
fn letter_ui(ui: &mut Ui, current: char, pen: &Pen<'_>) -> Option<char> {
    let letters: Vec<char> = ('A'..='Z')
        .filter(|letter| {
            let lower = letter.to_ascii_lowercase();
            let kept = crate::app::keys::PANEL_LETTERS.contains(&lower);
            let taken = pen
                .content
                .families
                .iter()
                .any(|family| family.key.to_ascii_lowercase() == lower);
            *letter == current.to_ascii_uppercase() || !(kept || taken)
        })
        .collect();
    let words: Vec<_> = letters
        .iter()
        .map(|letter| (letter.to_string(), *letter == current.to_ascii_uppercase()))
        .collect();
    words_ui(ui, &words).and_then(|at| letters.get(at)).copied()
}

/// A number with less and more.
fn stepper_ui(ui: &mut Ui, name: &str, words: &str) -> Option<i8> {
    let t = tokens();
    let mut by = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let minus = Picture::Icon(icons::MINUS);
        let less = text::named(name, text::atelier_less());
        if icon_button(ui, minus, &less, "", Tone::Plain).clicked() {
            by = Some(-1);
        }
        let font = fonts::semibold(t.type_scale.body);
        widgets::line(ui, words, font, t.colors.ink);
        let plus = Picture::Icon(icons::PLUS);
        let more = text::named(name, text::atelier_more());
        if icon_button(ui, plus, &more, "", Tone::Plain).clicked() {
            by = Some(1);
        }
        let font = fonts::regular(t.type_scale.body);
        widgets::line(ui, name, font, t.colors.ink);
    });
    by
}

fn shares_ui(
    ui: &mut Ui,
    shares: &std::collections::BTreeMap<Channel, f64>,
    pen: &Pen<'_>,
) -> Option<std::collections::BTreeMap<Channel, f64>> {
    let mut changed = None;
    for channel in pen.content.channels.iter().copied() {
        let share = shares.get(&channel).copied().unwrap_or(0.0);
        let words = text::decimal(&share.to_string());
        if let Some(by) = stepper_ui(ui, text::term(channel), &words) {
            let mut shares = shares.clone();
            shares.insert(channel, (share + f64::from(by) * STEP).max(0.0));
            changed = Some(shares);
        }
    }
    changed
}

fn axes_ui(ui: &mut Ui, axes: Option<Axes>) -> Option<Axes> {
    let axes = axes.unwrap_or_default();
    let mut changed = None;
    for (at, (name, value)) in [
        (text::atelier_axis_aptitude(), axes.aptitude),
        (text::atelier_axis_confidence(), axes.confidence),
        (text::atelier_axis_administrative(), axes.administrative),
        (text::atelier_axis_appetite(), axes.appetite),
    ]
    .into_iter()
    .enumerate()
    {
        if let Some(by) = stepper_ui(ui, name, &value.to_string()) {
            let value = value.saturating_add_signed(by).min(HIGHEST);
            let mut axes = axes;
            match at {
                0 => axes.aptitude = value,
                1 => axes.confidence = value,
                2 => axes.administrative = value,
                _ => axes.appetite = value,
            }
            changed = Some(axes);
        }
    }
    changed
}

/// The signs that are drawn, and none.
pub(super) fn symbol_ui(ui: &mut Ui, field: &Field, current: &str, pen: &mut Pen<'_>) {
    if !current.is_empty() {
        sign(ui, current, 48.0);
        gap(ui, 8.0);
    }
    let words: Vec<_> = SIGNS
        .iter()
        .map(|id| {
            (
                text::keyed(&format!("atelier_sign_{id}")).to_owned(),
                *id == current,
            )
        })
        .collect();
    if let Some(id) = words_ui(ui, &words).and_then(|at| SIGNS.get(at)) {
        let chosen = (*id != current).then(|| (*id).to_owned());
        fill(field, Value::Maybe(chosen), pen);
    }
}

/// The signs, in the order of `assets/signs.ron`.
const SIGNS: [&str; 10] = [
    "target",
    "net",
    "phone",
    "stairs",
    "bowl",
    "envelope",
    "relay",
    "wave",
    "passage",
    "hourglass",
];

/// A date that is today's in one press.
pub(super) fn today_ui(ui: &mut Ui, field: &Field, pen: &mut Pen<'_>) {
    let today = pen.today.to_owned();
    if today.is_empty() {
        return;
    }
    let words = text::atelier_today();
    let name = text::named(text::field_label(&field.element, field.name), words);
    if super::field::small_button(ui, words, &name) {
        fill(field, Value::Maybe(Some(today)), pen);
    }
    gap(ui, 2.0);
    small(ui, text::atelier_date_form());
}
