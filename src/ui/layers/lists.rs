//! Lists one picks from with a digit or a click: leads, questions, themes, orientations, search.

use eframe::egui::{Key, TextEdit, Ui, vec2};

use crate::app::search::{self, HitAction};
use crate::app::{Action, Actions, Overlay, State};
use crate::domain::vocab::{Orientation, Theme};
use crate::domain::wording;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap};

/// Draws rows with digits; returns the position of the row clicked.
fn choices(ui: &mut Ui, rows: &[(String, bool)]) -> Option<usize> {
    let mut clicked = None;
    for (position, (words, chosen)) in rows.iter().enumerate() {
        let cap = match position {
            0..=8 => (position + 1).to_string(),
            9 => "0".to_owned(),
            _ => String::new(),
        };
        let kind = if *chosen { Kind::Chosen } else { Kind::Choice };
        let mut button = Button::new(kind, words).width(ui.available_width());
        if !cap.is_empty() {
            button = button.cap(&cap).cap_first();
        }
        if button.show(ui).clicked() {
            clicked = Some(position);
        }
        gap(ui, 6.0);
    }
    clicked
}

/// Draws all leads.
pub(super) fn leads_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let leads = state.leads();
    let followed = state.evidence().followed.as_ref();
    let counted = state.identification.as_ref().is_ok_and(|i| i.counted > 0);
    let rows: Vec<(String, bool)> = leads
        .iter()
        .filter_map(|id| {
            let persona = state.kit.persona(id.as_str())?;
            let probability = state
                .identification
                .as_ref()
                .ok()?
                .by_profile
                .get(id)
                .copied()?;
            let words = if counted {
                format!("{}  ·  {}", persona.name, text::percent(probability))
            } else {
                persona.name.clone()
            };
            Some((words, followed == Some(id)))
        })
        .collect();
    if let Some(id) = choices(ui, &rows).and_then(|i| leads.get(i)) {
        out.push(Action::Follow(id.clone()));
    }
    changes_ui(ui, state);
}

/// Says which observations the result hangs on.
fn changes_ui(ui: &mut Ui, state: &State) {
    let t = tokens();
    let Ok(identification) = &state.identification else {
        return;
    };
    let channel = identification.channel;
    let discounted = identification.reasons.iter().filter_map(|reason| {
        let words = wording::discount(&state.kit, reason, channel)?;
        let what = wording::observation(&state.kit, &reason.observation, channel);
        Some(text::counts_less(&what, &words))
    });
    for (number, words) in discounted.enumerate() {
        if number == 0 {
            gap(ui, 10.0);
            widgets::caption(ui, text::COUNTS_LESS);
        }
        gap(ui, 4.0);
        widgets::text(ui, words, fonts::regular(t.type_scale.body), t.colors.ink);
    }
    if identification.changes.is_empty() {
        return;
    }
    gap(ui, 10.0);
    widgets::caption(ui, text::CHANGES);
    for change in &identification.changes {
        gap(ui, 4.0);
        widgets::text(
            ui,
            wording::change(&state.kit, change, identification.channel),
            fonts::regular(t.type_scale.body),
            t.colors.ink,
        );
    }
}

/// Draws all questions one may ask now.
pub(super) fn questions_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let questions = state.questions();
    let channel = state.evidence().channel;
    let rows: Vec<(String, bool)> = questions
        .iter()
        .filter_map(|id| {
            Some((
                state.kit.question(id.as_str())?.ask_on(channel).to_owned(),
                false,
            ))
        })
        .collect();
    if let Some(id) = choices(ui, &rows).and_then(|i| questions.get(i)) {
        out.push(Action::ShowQuestion(id.clone()));
    }
}

/// Draws the ten themes.
pub(super) fn themes_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let current = state.evidence().theme;
    let rows: Vec<(String, bool)> = Theme::ALL
        .iter()
        .map(|theme| (theme.label().to_owned(), current == Some(*theme)))
        .collect();
    if let Some(theme) = choices(ui, &rows).and_then(|i| Theme::ALL.get(i)) {
        out.push(Action::SetTheme(
            (current != Some(*theme)).then_some(*theme),
        ));
    }
    if current.is_some() && Button::new(Kind::Quiet, text::NO_THEME).show(ui).clicked() {
        out.push(Action::SetTheme(None));
    }
}

/// Draws the orientations.
pub(super) fn orientation_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let current = state.session.interview.facts().orientation;
    let rows: Vec<(String, bool)> = Orientation::ALL
        .iter()
        .map(|o| (o.label().to_owned(), current == Some(*o)))
        .collect();
    if let Some(orientation) = choices(ui, &rows).and_then(|i| Orientation::ALL.get(i)) {
        out.push(Action::SetOrientation(
            (current != Some(*orientation)).then_some(*orientation),
        ));
    }
}

/// Draws the search field and its hits; each says what Entrée will do.
pub(super) fn search_ui(ui: &mut Ui, state: &State, just_opened: bool, out: &mut Actions) {
    let t = tokens();
    let mut query = state.query.clone();
    let edit = TextEdit::singleline(&mut query)
        .id(eframe::egui::Id::unique("search_field"))
        .font(fonts::regular(t.type_scale.title))
        .hint_text(text::SEARCH)
        .margin(vec2(12.0, 10.0))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit).accessible_name(text::SEARCH_TITLE);
    if just_opened {
        response.request_focus();
    }
    if response.changed() {
        out.push(Action::Search(query));
    }
    if response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter)) {
        out.push(Action::Enter);
    }
    gap(ui, 12.0);
    let hits = search::hits(state);
    if hits.is_empty() {
        let words = if state.query.trim().is_empty() {
            text::SEARCH_HINT
        } else {
            text::SEARCH_EMPTY
        };
        widgets::text(ui, words, fonts::regular(t.type_scale.body), t.colors.muted);
    }
    for (position, hit) in hits.iter().enumerate() {
        let does = match &hit.action {
            HitAction::Cue(_) => text::HIT_CUE,
            HitAction::Step(_) => text::HIT_STEP,
            HitAction::Question(_) => text::HIT_QUESTION,
            HitAction::Procedure(_) => text::procedures::HIT,
        };
        let words = format!("{}  ·  {does}", hit.text);
        let mut button = Button::new(Kind::Choice, &words).width(ui.available_width());
        if position == 0 {
            button = button.cap("Entrée");
        }
        if button.show(ui).clicked() {
            out.push(match hit.action.clone() {
                HitAction::Cue(cue) => Action::NoteCue(cue),
                HitAction::Step(step) => Action::AddStep(step),
                HitAction::Question(question) => Action::ShowQuestion(question),
                HitAction::Procedure(id) => Action::Open(Overlay::Procedure(id)),
            });
        }
        gap(ui, 6.0);
    }
}
