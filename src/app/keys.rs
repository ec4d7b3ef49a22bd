//! The key map: one key, one meaning, shown by a test.
//!
//! Keys arrive already stripped of their layout: digits by position (row or numpad), letters by
//! what is printed on them. A text field in focus keeps its letters; that is the caller's to say.

use crate::domain::vocab::Minutes;

use super::action::Action;
use super::state::{Moment, Overlay, State};

/// A key as the panel understands it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter, lower case, without modifier.
    Letter(char),
    /// A digit, row or numpad.
    Digit(u8),
    /// Ctrl (or Command) and a letter.
    Ctrl(char),
    /// Ctrl and Entrée.
    CtrlEnter,
    /// Ctrl, Shift and Z.
    CtrlShiftZ,
    /// Entrée.
    Enter,
    /// Space bar.
    Space,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Échap.
    Escape,
    /// A function key.
    Function(u8),
}

impl Key {
    /// Says whether the key could be typed text meant for another window.
    pub const fn is_printable(self) -> bool {
        matches!(self, Self::Letter(_) | Self::Digit(_) | Self::Space)
    }
}

/// Letters the panel keeps for itself; a kit's families may not use them.
pub const PANEL_LETTERS: [char; 9] = ['p', 'o', 'r', 's', 'x', 'q', 'f', 't', 'm'];

/// One line of the help sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// The caps, as drawn.
    pub caps: &'static str,
    /// What they do.
    pub does: &'static str,
}

/// The whole map, as the help sheet and the README show it.
pub const HELP: &[HelpLine] = &[
    HelpLine {
        caps: "C N A E D L H U",
        does: "ouvrir une famille ; un chiffre note l’indice, deux fois : « ce n’est pas le cas »",
    },
    HelpLine {
        caps: "1 … 9",
        does: "répondre à la question en vue ; dans une liste ouverte, choisir la ligne",
    },
    HelpLine {
        caps: "0",
        does: "sans réponse ; dans une liste ouverte, la dixième ligne",
    },
    HelpLine {
        caps: "Entrée",
        does: "suivre la piste",
    },
    HelpLine {
        caps: "R",
        does: "suivre la seconde piste",
    },
    HelpLine {
        caps: "X",
        does: "choisir une autre piste",
    },
    HelpLine {
        caps: "Q",
        does: "choisir une autre question",
    },
    HelpLine {
        caps: "F",
        does: "ouvrir la fiche",
    },
    HelpLine {
        caps: "T",
        does: "choisir le thème",
    },
    HelpLine {
        caps: "M",
        does: "changer le temps disponible",
    },
    HelpLine {
        caps: "Espace",
        does: "étape faite, passer à la suivante",
    },
    HelpLine {
        caps: "S",
        does: "passer l’étape",
    },
    HelpLine {
        caps: "Flèches",
        does: "changer d’étape et de phrase",
    },
    HelpLine {
        caps: "O",
        does: "orienter",
    },
    HelpLine {
        caps: "P",
        does: "mettre en pause, reprendre",
    },
    HelpLine {
        caps: "Ctrl E",
        does: "relire la note",
    },
    HelpLine {
        caps: "Ctrl M",
        does: "dans la note, masquer ce que le garde a trouvé",
    },
    HelpLine {
        caps: "Ctrl Entrée",
        does: "terminer",
    },
    HelpLine {
        caps: "Ctrl N",
        does: "nouvel échange",
    },
    HelpLine {
        caps: "Ctrl K",
        does: "chercher",
    },
    HelpLine {
        caps: "Ctrl D",
        does: "démarches du thème",
    },
    HelpLine {
        caps: "Ctrl Z · Ctrl Y",
        does: "annuler · rétablir",
    },
    HelpLine {
        caps: "F1",
        does: "cette aide",
    },
    HelpLine {
        caps: "F6",
        does: "décompte local, pour recaler le kit",
    },
    HelpLine {
        caps: "F8",
        does: "danger",
    },
    HelpLine {
        caps: "F9",
        does: "vue partagée",
    },
    HelpLine {
        caps: "F12",
        does: "rideau",
    },
    HelpLine {
        caps: "Échap",
        does: "fermer ce qui est devant",
    },
];

/// Says what a key means now, if anything.
pub fn interpret(state: &State, key: Key) -> Option<Action> {
    if state.curtain {
        return matches!(key, Key::Function(12) | Key::Escape | Key::Enter)
            .then_some(Action::Curtain);
    }
    if let Some(action) = everywhere(state, key) {
        return Some(action);
    }
    match &state.overlay {
        None => in_panel(state, key),
        Some(overlay) => in_overlay(state, overlay, key),
    }
}

fn everywhere(state: &State, key: Key) -> Option<Action> {
    Some(match key {
        Key::Function(1) => Action::Open(Overlay::Help),
        Key::Function(6) => Action::Open(Overlay::Learning),
        Key::Function(8) => Action::Open(Overlay::Danger),
        Key::Function(9) => Action::Open(Overlay::Shared),
        Key::Function(12) => Action::Curtain,
        Key::Ctrl('n') => Action::New,
        Key::Ctrl('d') => Action::Open(Overlay::Procedures),
        Key::Ctrl('m') if state.overlay == Some(Overlay::Review) => Action::MaskFinding(0),
        Key::Ctrl('k') => Action::Open(Overlay::Search),
        Key::Ctrl('e') => Action::Open(Overlay::Review),
        Key::Ctrl('z') => Action::Undo,
        Key::Ctrl('y') | Key::CtrlShiftZ => Action::Redo,
        Key::CtrlEnter => Action::Finish,
        Key::Escape if state.overlay.is_some() || state.family.is_some() => Action::Dismiss,
        Key::Escape => Action::DismissToast,
        _ => return None,
    })
}

fn in_panel(state: &State, key: Key) -> Option<Action> {
    Some(match key {
        Key::Digit(digit) => Action::Digit(digit),
        Key::Enter => Action::Enter,
        Key::Space => Action::TickCurrent,
        Key::Up => Action::MoveCursor(-1),
        Key::Down => Action::MoveCursor(1),
        Key::Letter('s') => Action::SkipCurrent,
        Key::Letter('r') if state.moment() == Moment::Recognise => Action::FollowRunnerUp,
        Key::Letter('x') => Action::Open(Overlay::Leads),
        Key::Letter('q') => Action::Open(Overlay::Questions),
        Key::Letter('f') => Action::Open(Overlay::Card(state.lead()?.clone())),
        Key::Letter('t') => Action::Open(Overlay::Themes),
        Key::Letter('o') => Action::Open(Overlay::Orientation),
        Key::Letter('m') => Action::NextMinutes,
        Key::Letter('p') => Action::Pause,
        Key::Letter(letter) => {
            let family = state
                .kit
                .families
                .iter()
                .find(|f| f.key.to_ascii_lowercase() == letter)?;
            Action::OpenFamilyForKey(family.id.clone())
        }
        _ => return None,
    })
}

fn in_overlay(state: &State, overlay: &Overlay, key: Key) -> Option<Action> {
    Some(match (overlay, key) {
        (_, Key::Digit(digit)) => Action::Digit(digit),
        (_, Key::Enter) => Action::Enter,
        (Overlay::ConfirmEnd(_) | Overlay::Review, Key::Letter('x')) => Action::EndWithoutNote,
        (Overlay::Review, Key::Letter('s')) => Action::SaveNote(super::action::Format::Markdown),
        (Overlay::Card(_), Key::Letter('f'))
        | (Overlay::Themes, Key::Letter('t'))
        | (Overlay::Leads, Key::Letter('x'))
        | (Overlay::Questions, Key::Letter('q'))
        | (Overlay::Orientation, Key::Letter('o')) => Action::Dismiss,
        (Overlay::Card(id), Key::Letter('r')) if state.moment() == Moment::Recognise => {
            // The card of the runner-up is read before it is followed.
            let runner_up = state.identification.as_ref().ok()?.runner_up()?;
            (runner_up.id == *id).then(|| Action::Follow(id.clone()))?
        }
        _ => return None,
    })
}

/// The time at hand that comes after this one.
pub const fn next_minutes(minutes: Minutes) -> Minutes {
    match minutes {
        Minutes::Two => Minutes::Ten,
        Minutes::Ten => Minutes::Relay,
        Minutes::Relay => Minutes::Two,
    }
}
