//! `reflexe print`: a kit on paper.

use std::path::Path;

use super::Failure;
use super::args::PrintOptions;
use crate::store::disk::Disk;

/// Writes the PDF asked for.
///
/// # Errors
/// [`Failure::Usage`] if the call asks for what cannot be; [`Failure::Found`] if the kit cannot be used
/// or the file cannot be written.
#[cfg(feature = "paper")]
pub fn run(
    disk: &dyn Disk,
    options: &PrintOptions,
    kit: Option<&Path>,
    today: &str,
) -> Result<(), Failure> {
    press::run(disk, options, kit, today)
}

/// Says that this build does not print.
///
/// # Errors
/// Always [`Failure::Usage`].
#[cfg(not(feature = "paper"))]
pub fn run(
    _disk: &dyn Disk,
    _options: &PrintOptions,
    _kit: Option<&Path>,
    _today: &str,
) -> Result<(), Failure> {
    Err(Failure::Usage(
        "Cette version est construite sans impression. Prenez la version complète, ou construisez-la avec «\u{202f}cargo build --release\u{202f}»."
            .to_owned(),
    ))
}

#[cfg(feature = "paper")]
mod press {
    //! The press, where it is built.

    use std::path::Path;

    use crate::cli::args::PrintOptions;
    use crate::cli::{Failure, load_usable};
    use crate::domain::ids::{PersonaId, ScenarioId};
    use crate::domain::kit::Kit;
    use crate::domain::print::Order;
    use crate::domain::training::scenario::{self, Scenario};
    use crate::domain::training::session::{self, Length, Session, Wish};
    use crate::domain::vocab::{Channel, Language, PaperFormat, PrintKind};
    use crate::paper::{self, Pages, PaperError};
    use crate::store::disk::Disk;
    use crate::store::export;
    use crate::store::training::scenarios;
    use crate::text::pack;

    #[expect(clippy::needless_pass_by_value, reason = "given to map_err")]
    fn refused(error: PaperError) -> Failure {
        match error {
            PaperError::NoSuchPersona(..) | PaperError::NotByPersona(_) => {
                Failure::Usage(error.to_string())
            }
            PaperError::Nothing(_) | PaperError::Composition(_) => {
                Failure::Found(error.to_string())
            }
        }
    }

    pub(super) fn run(
        disk: &dyn Disk,
        options: &PrintOptions,
        kit: Option<&Path>,
        today: &str,
    ) -> Result<(), Failure> {
        let path = options.kit.as_deref().or(kit);
        let kit = load_usable(path, today)?;
        // The parser lets through nothing else.
        let kind = PrintKind::from_key(&options.what).unwrap_or(PrintKind::Cards);
        let format = PaperFormat::from_key(&options.format).unwrap_or(PaperFormat::A4);
        let pages = if kind == PrintKind::Workshop {
            workshop(&kit, path, options, format, today)?
        } else {
            let order = Order {
                persona: options.persona.as_deref().map(Into::into),
                channel: channel(options),
                ..Order::all(kind, format)
            };
            paper::pages(&kit, &order, today).map_err(refused)?
        };
        let pdf = pages.pdf().map_err(refused)?;
        export::export_pages_to(disk, &options.out, &pdf)
            .map_err(|error| Failure::Found(error.to_string()))?;
        let count = pages.count();
        let plural = if count > 1 { "s" } else { "" };
        say!(
            "{}\u{a0}: {count} page{plural}, {}.",
            kind.label(),
            options.out.display()
        );
        if let Some(words) = paper::replaced_words(Language::French, pages.replaced()) {
            say!("{words}");
        }
        Ok(())
    }

    fn channel(options: &PrintOptions) -> Option<Channel> {
        options.channel.as_deref().and_then(Channel::from_key)
    }

    fn workshop(
        kit: &Kit,
        path: Option<&Path>,
        options: &PrintOptions,
        format: PaperFormat,
        today: &str,
    ) -> Result<Pages, Failure> {
        let loaded = scenarios::of_kit(path, &kit.language);
        let all = loaded.scenarios.iter();
        let playable: Vec<&Scenario> = all.filter(|one| scenario::fits(kit, one)).collect();
        let length = Length::ALL
            .iter()
            .copied()
            .find(|length| length.minutes().to_string() == options.minutes)
            .unwrap_or_default();
        let ids: Vec<ScenarioId> = if options.scenarios.is_empty() {
            let wish = Wish {
                personas: met(kit, options)?,
                channel: channel(options),
                theme: None,
            };
            session::pick(&playable, &wish, length, 0)
        } else {
            let named = options.scenarios.iter();
            named.map(|id| ScenarioId::new(id)).collect()
        };
        let mut picked = Vec::new();
        for id in &ids {
            let Some(one) = playable.iter().find(|one| one.id == *id) else {
                let known: Vec<&str> = playable.iter().map(|one| one.id.as_str()).collect();
                return Err(Failure::Usage(format!(
                    "Ce kit n’a pas de scénario «\u{202f}{id}\u{202f}» qu’il puisse jouer. Scénarios possibles\u{a0}: {}.",
                    known.join(", ")
                )));
            };
            picked.push(*one);
        }
        if picked.is_empty() {
            return Err(refused(PaperError::Nothing(PrintKind::Workshop.label())));
        }
        let session = Session::plan(length, &picked, options.people);
        let language = paper::language_of(kit);
        let pack = pack::pack(language, kit.content(), &session, &picked, today);
        paper::pages_of_pack(&pack, format, today).map_err(refused)
    }

    /// Whom the workshop is to make one meet.
    fn met(kit: &Kit, options: &PrintOptions) -> Result<Vec<PersonaId>, Failure> {
        let Some(name) = &options.persona else {
            return Ok(Vec::new());
        };
        let persona = kit.persona(name).ok_or_else(|| {
            let example = kit.personas.first();
            let example = example.map_or_else(String::new, |p| p.code.clone());
            refused(PaperError::NoSuchPersona(name.clone(), example))
        })?;
        Ok(vec![persona.id.clone()])
    }
}
