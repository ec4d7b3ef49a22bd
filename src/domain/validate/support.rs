//! What an agent can do and where to send people: steps, places, procedures.
//!
//! It must never ask the clock: today's date is given, or freshness is not judged.

use super::dates;
use super::items::{Seen, check_channels};
use super::manifest::check_date;
use super::names::Declared;
use super::report::Report;
use crate::domain::kit::KitContent;
use crate::domain::problem::Section;

pub(super) fn check(
    content: &KitContent,
    declared: &Declared,
    today: Option<&str>,
    report: &mut Report,
) {
    let mut seen = Seen::default();
    for (index, step) in content.steps.iter().enumerate() {
        let mut element = report.element(Section::Steps, index, step.id.as_str());
        seen.id(&mut element, step.id.as_str());
        check_channels(&mut element, &step.channels);
        if let Some(condition) = &step.when {
            declared.condition(&mut element, condition, false);
        }
    }
    let today = today.and_then(dates::parse);
    let mut seen = Seen::default();
    for (index, place) in content.places.iter().enumerate() {
        let mut element = report.element(Section::Places, index, place.id.as_str());
        seen.id(&mut element, place.id.as_str());
        let confirmed = place.confirmed.as_deref();
        check_date(&mut element, "confirmed", confirmed);
        if let (Some(date), Some(since), Some(today)) =
            (confirmed, confirmed.and_then(dates::parse), today)
            && dates::over_six_months(since, today)
        {
            element.warning(
                "confirmed",
                date,
                (
                    "Ce lieu n’a pas été vérifié depuis plus de six mois.",
                    "Appelez le lieu, corrigez ses horaires, puis mettez la date du jour dans confirmed.",
                ),
            );
        }
    }
    let mut seen = Seen::default();
    for (index, procedure) in content.procedures.iter().enumerate() {
        let mut element = report.element(Section::Procedures, index, procedure.id.as_str());
        seen.id(&mut element, procedure.id.as_str());
        for page in &procedure.seen {
            check_date(&mut element, "seen", Some(&page.on));
        }
        for id in &procedure.steps {
            declared
                .steps
                .check(&mut element, "steps", id.as_str(), "Le geste");
        }
    }
}
