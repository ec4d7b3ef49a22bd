//! What the guard found in the free text: underlined where it stands, said below with its cure.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Stroke, Ui, accesskit};

use crate::app::keys::Key;
use crate::app::{Action, Actions};
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

/// Says what was found, with the way to mask it or keep it.
pub(super) fn findings_ui(ui: &mut Ui, typed: &str, findings: &[Finding], out: &mut Actions) {
    let t = tokens();
    let mask_cap = text::key_cap(Key::Ctrl('m'));
    for (number, finding) in findings.iter().enumerate().take(SHOWN) {
        gap(ui, 8.0);
        let (gravity, colour) = match finding.severity {
            Severity::Red => (text::guard_red(), t.colors.red),
            Severity::Orange => (text::guard_orange(), t.colors.ink),
            Severity::Info => (text::guard_info(), t.colors.muted),
        };
        let live = if finding.severity == Severity::Red {
            accesskit::Live::Assertive
        } else {
            accesskit::Live::Polite
        };
        let words = text::guard_found(gravity, finding.text(typed), finding.why.as_str());
        let said = widgets::text(ui, words, fonts::regular(t.type_scale.small + 1.0), colour);
        ui.accesskit_node_builder(said.id, |node| node.set_live(live));
        gap(ui, 4.0);
        ui.horizontal_wrapped(|ui| {
            let mask = text::guard_replace_by(finding.proposal.as_str());
            let mut button = Button::new(Kind::Choice, &mask).small();
            if number == 0 {
                button = button.cap(&mask_cap);
            }
            if button.show(ui).clicked() {
                out.push(Action::MaskFinding(number));
            }
            if finding.severity == Severity::Orange {
                for (words, reason) in [
                    (text::guard_false_alarm(), Reason::FalseAlarm),
                    (text::guard_needed(), Reason::Needed),
                ] {
                    if Button::new(Kind::Quiet, words).small().show(ui).clicked() {
                        out.push(Action::KeepFinding(number, reason));
                    }
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
