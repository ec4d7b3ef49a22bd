//! What the guard found in the free text: underlined where it stands, said below with its cure.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Stroke, Ui, accesskit};

use crate::app::noting::Place;
use crate::app::{Action, Actions, Command, State};
use crate::domain::guard::{Finding, Reason, Severity};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap};

/// Findings shown at once; the others follow as these are dealt with.
const SHOWN: usize = 3;

/// Lays a text out with what was found underlined.
pub(super) fn underlined(typed: &str, findings: &[Finding]) -> LayoutJob {
    let t = tokens();
    let plain = TextFormat::simple(fonts::regular(t.type_scale.body), t.colors.ink);
    let mut job = LayoutJob::default();
    let mut at = 0;
    let mut in_order: Vec<&Finding> = findings.iter().collect();
    in_order.sort_by_key(|finding| finding.range);
    for finding in in_order {
        let (from, to) = finding.range;
        let (Some(before), Some(found)) = (typed.get(at..from), typed.get(from..to)) else {
            continue;
        };
        job.append(before, 0.0, plain.clone());
        let mut marked = plain.clone();
        // Red is thick, the others thin: the line says it without its colour.
        marked.underline = match finding.severity {
            Severity::Red => Stroke::new(3.0, t.colors.red),
            Severity::Orange => Stroke::new(1.5, t.colors.red),
            Severity::Info => Stroke::new(1.0, t.colors.muted),
        };
        job.append(found, 0.0, marked);
        at = to;
    }
    job.append(typed.get(at..).unwrap_or_default(), 0.0, plain);
    job
}

/// Says what was found in a place, with the ways to mask it or keep it.
pub(super) fn findings_ui(
    ui: &mut Ui,
    state: &State,
    place: &Place,
    findings: &[Finding],
    out: &mut Actions,
) {
    let t = tokens();
    let typed = state.typed(place);
    // A key is for the first finding it serves.
    let serves = |command: Command, number: usize| {
        let meant = match command.action(state) {
            Action::Mask(at, which) | Action::Keep(at, which, _) => at == *place && which == number,
            _ => false,
        };
        meant.then(|| text::cap_of(command, &state.settings))
    };
    for (number, finding) in findings.iter().enumerate().take(SHOWN) {
        gap(ui, 8.0);
        let (gravity, colour, live) = match finding.severity {
            Severity::Red => (text::guard_red(), t.colors.red, accesskit::Live::Assertive),
            Severity::Orange => (text::guard_orange(), t.colors.ink, accesskit::Live::Polite),
            Severity::Info => (text::guard_info(), t.colors.muted, accesskit::Live::Polite),
        };
        let words = text::guard_found(gravity, finding.text(&typed), finding.why.as_str());
        let said = widgets::text(ui, words, fonts::regular(t.type_scale.small + 1.0), colour);
        ui.accesskit_node_builder(said.id, |node| node.set_live(live));
        gap(ui, 4.0);
        let mask = text::guard_replace_by(finding.proposal.as_str());
        let mut ways = vec![(Kind::Choice, mask.as_str(), Command::Mask, None)];
        if finding.severity == Severity::Orange {
            for (command, reason) in [
                (Command::KeepFalseAlarm, Reason::FalseAlarm),
                (Command::KeepNeeded, Reason::Needed),
            ] {
                ways.push((Kind::Quiet, text::command(command), command, Some(reason)));
            }
        }
        ui.horizontal_wrapped(|ui| {
            for (kind, words, command, reason) in ways {
                let cap = serves(command, number).unwrap_or_default();
                let button = Button::new(kind, words).small().cap(&cap);
                if button.show(ui).clicked() {
                    out.push(match reason {
                        None => Action::Mask(place.clone(), number),
                        Some(reason) => Action::Keep(place.clone(), number, reason),
                    });
                }
            }
        });
    }
    if findings.len() > SHOWN {
        gap(ui, 6.0);
        widgets::text(
            ui,
            text::guard_more(findings.len() - SHOWN),
            fonts::regular(t.type_scale.small),
            t.colors.muted,
        );
    }
}
