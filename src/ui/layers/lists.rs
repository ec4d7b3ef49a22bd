//! Lists one picks from with a digit or a click: leads, questions, themes, orientations, search.

use eframe::egui::{Key, TextEdit, Ui, accesskit, vec2};

use crate::app::keys::Key as PanelKey;
use crate::app::search::{self, HitAction};
use crate::app::{Action, Actions, State};
use crate::domain::vocab::{Orientation, Theme};
use crate::text::wording;
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
        let mut button = Button::new(Kind::Choice, words)
            .chosen(*chosen)
            .wraps()
            .width(ui.available_width());
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
            let identification = state.identification.as_ref().ok();
            let known = identification.and_then(|i| i.by_profile.get(id).copied());
            // No number in the strip.
            let words = match known.filter(|_| counted && !state.is_discreet()) {
                Some(p) => format!("{} · {}", persona.name, text::percentage(p)),
                None => persona.name.clone(),
            };
            Some((words, followed == Some(id)))
        })
        .collect();
    if let Some(id) = choices(ui, &rows).and_then(|i| leads.get(i)) {
        out.push(Action::Follow(id.clone()));
    }
    if !state.is_discreet() {
        changes_ui(ui, state);
    }
}

/// Says which observations the result hangs on.
fn changes_ui(ui: &mut Ui, state: &State) {
    let t = tokens();
    let Ok(identification) = &state.identification else {
        return;
    };
    let channel = identification.channel;
    let discounted = identification.reasons.iter().filter_map(|reason| {
        let words = wording::discount(state.language(), &state.kit, reason, channel)?;
        let what = wording::observation(state.language(), &state.kit, &reason.observation, channel);
        Some(text::counts_less_line(what, words))
    });
    for (number, words) in discounted.enumerate() {
        if number == 0 {
            gap(ui, 10.0);
            widgets::caption(ui, text::counts_less());
        }
        gap(ui, 4.0);
        widgets::text(ui, words, fonts::regular(t.type_scale.body), t.colors.ink);
    }
    if identification.changes.is_empty() {
        return;
    }
    gap(ui, 10.0);
    widgets::caption(ui, text::changes());
    for change in &identification.changes {
        gap(ui, 4.0);
        widgets::text(
            ui,
            wording::change(state.language(), &state.kit, change, identification.channel),
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
        .map(|theme| (text::term(*theme).to_owned(), current == Some(*theme)))
        .collect();
    if let Some(theme) = choices(ui, &rows).and_then(|i| Theme::ALL.get(i)) {
        out.push(Action::SetTheme(
            (current != Some(*theme)).then_some(*theme),
        ));
    }
    if current.is_some()
        && Button::new(Kind::Quiet, text::no_theme())
            .show(ui)
            .clicked()
    {
        out.push(Action::SetTheme(None));
    }
}

/// Draws the orientations.
pub(super) fn orientation_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let current = state.session.interview.facts().orientation;
    let rows: Vec<(String, bool)> = Orientation::ALL
        .iter()
        .map(|o| (text::term(*o).to_owned(), current == Some(*o)))
        .collect();
    if let Some(orientation) = choices(ui, &rows).and_then(|i| Orientation::ALL.get(i)) {
        out.push(Action::SetOrientation(
            (current != Some(*orientation)).then_some(*orientation),
        ));
    }
}

/// The search field.
pub(super) fn query_field() -> eframe::egui::Id {
    eframe::egui::Id::unique("search_field")
}

/// Draws the search field and its hits; each says what Entrée will do.
pub(super) fn search_ui(ui: &mut Ui, state: &State, just_opened: bool, out: &mut Actions) {
    let t = tokens();
    let mut query = state.query.to_string();
    let edit = TextEdit::singleline(&mut query)
        .id(query_field())
        .font(fonts::regular(t.type_scale.title))
        .hint_text(text::search())
        .margin(vec2(12.0, 10.0))
        .desired_width(f32::INFINITY);
    let response = widgets::in_sight(ui.add(edit)).accessible_name(text::search_field());
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
    if hits.is_empty() && state.query.trim().is_empty() {
        widgets::text(
            ui,
            text::search_hint(),
            fonts::regular(t.type_scale.body),
            t.colors.muted,
        );
        return;
    }
    if hits.is_empty() {
        let words = text::search_empty();
        widgets::text(ui, words, fonts::regular(t.type_scale.body), t.colors.muted);
    }
    let count = widgets::text(
        ui,
        text::search_count(hits.len()),
        fonts::regular(t.type_scale.small),
        t.colors.muted,
    );
    ui.accesskit_node_builder(count.id, |node| node.set_live(accesskit::Live::Polite));
    gap(ui, 6.0);
    for (position, hit) in hits.iter().enumerate() {
        let unavailable = match &hit.action {
            HitAction::Command(command) => command.enabled_in(state).err(),
            _ => None,
        };
        let after = unavailable.map_or_else(
            || does(state, &hit.action),
            |reason| text::keyed(reason).to_owned(),
        );
        let words = format!("{} · {after}", hit.text);
        let chosen = position == state.choice;
        let enter = text::key_cap(PanelKey::Enter);
        let mut button = Button::new(Kind::Choice, &words)
            .chosen(chosen)
            .enabled(unavailable.is_none())
            .wraps()
            .width(ui.available_width());
        if chosen && unavailable.is_none() {
            button = button.cap(&enter);
        }
        let response = button.show(ui);
        // Only when an arrow moved it: the wheel stays free.
        let moved = |i: &eframe::egui::InputState| {
            i.key_pressed(Key::ArrowDown) || i.key_pressed(Key::ArrowUp)
        };
        if chosen && ui.input(moved) {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            out.push(hit.action.clone().action());
        }
        gap(ui, 6.0);
    }
}

/// Says what Entrée does with a hit; a command says its key.
fn does(state: &State, action: &HitAction) -> String {
    match action {
        HitAction::Cue(_) => text::hit_cue().to_owned(),
        HitAction::Step(_) => text::hit_step().to_owned(),
        HitAction::Question(_) => text::hit_question().to_owned(),
        HitAction::Persona(_) => text::hit_persona().to_owned(),
        HitAction::Procedure(_) => text::procedures_hit().to_owned(),
        HitAction::Command(command) => {
            let cap = text::cap_of(*command, &state.settings);
            if cap.is_empty() {
                text::hit_command().to_owned()
            } else {
                cap
            }
        }
    }
}
