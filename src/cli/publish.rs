//! `reflexe versions`, `publish` and `restore`: the versions of a kit in a folder.

use std::path::Path;

use serde_json::{Value, json};

use super::args::{PublishOptions, RestoreOptions};
use super::{Failure, errors_of, load};
use crate::domain::typography::french;
use crate::domain::version::{Hash, History, Notice, Standing, Version, VersionName};
use crate::store::disk::Disk;
use crate::store::error::StoreError;
use crate::store::lexicon::{self, GUARD_FILE};
use crate::store::versions::{self, Outcome, Publication};

#[expect(clippy::needless_pass_by_value, reason = "given to map_err")]
fn refused(error: StoreError) -> Failure {
    Failure::Found(error.to_string())
}

fn notice(reason: &str, role: &str, today: &str) -> Result<Notice, Failure> {
    let words = lexicon::guard_of_language("fr");
    Notice::new(reason, role, today, &words).map_err(|unfit| Failure::Found(unfit.to_string()))
}

/// Lists the versions of a folder, the latest first.
///
/// # Errors
/// [`Failure::Found`] if the folder cannot be read, or if a file in it is not to be trusted.
pub fn list(disk: &dyn Disk, folder: &Path, as_json: bool) -> Result<(), Failure> {
    let history = versions::history(disk, folder).map_err(refused)?;
    if as_json {
        say!("{}", to_json(&history));
    } else {
        if history.versions.is_empty() {
            say!("Aucune version dans ce dossier.");
        }
        for version in &history.versions {
            say!("{}", line(version));
        }
        for (path, what) in &history.troubles {
            say!("{what} {}", path.display());
        }
    }
    if history.troubles.is_empty() {
        Ok(())
    } else {
        Err(Failure::Found(if as_json {
            String::new()
        } else {
            french("Un fichier du dossier demande un regard : voyez les lignes ci-dessus.")
        }))
    }
}

fn line(version: &Version) -> String {
    let standing = match version.standing {
        Standing::Current => "publiée",
        Standing::Past => "ancienne",
        Standing::Aside => "à côté, non publiée",
    };
    let said = match &version.header {
        Some(header) => format!(
            "{}, {} : {}",
            header.notice.date(),
            header.notice.role(),
            header.notice.reason()
        ),
        None => "fichier d’origine, gardé tel quel".to_owned(),
    };
    french(&format!(
        "{:>4} {} ({standing}) {said}",
        version.name.number, version.name.hash
    ))
}

/// Writes a history as the documented JSON object.
pub fn to_json(history: &History) -> Value {
    let version = |version: &Version| {
        let said = version.header.as_ref().map(|header| &header.notice);
        json!({
            "number": version.name.number,
            "hash": version.name.hash.to_string(),
            "file": version.name.file_name(),
            "bytes": version.bytes,
            "standing": version.standing.key(),
            "base": version.header.as_ref().and_then(|h| h.base).map(|base| base.to_string()),
            "date": said.map(Notice::date),
            "role": said.map(Notice::role),
            "reason": said.map(Notice::reason),
        })
    };
    let trouble = |(path, what): &(std::path::PathBuf, String)| json!({"path": path.display().to_string(), "message": what});
    json!({
        "current": history.current.map(|name| name.to_string()),
        "versions": history.versions.iter().map(version).collect::<Vec<_>>(),
        "troubles": history.troubles.iter().map(trouble).collect::<Vec<_>>(),
    })
}

/// Publishes a kit.
///
/// # Errors
/// [`Failure::Found`] if the kit has an error, if the words are not fit, or if another version was
/// published meanwhile; [`Failure::Usage`] if the base is no check.
pub fn run(disk: &dyn Disk, options: &PublishOptions, today: &str) -> Result<(), Failure> {
    let notice = notice(&options.reason, &options.role, today)?;
    let current = versions::current(disk, &options.to).map_err(refused)?;
    let base = base(disk, &options.to, options.base.as_deref(), current)?;
    let loaded = load(Some(&options.kit), today)?;
    let errors = errors_of(&loaded);
    let text = versions::text_of(&options.kit, &loaded).map_err(refused)?;
    let (true, Some((text, rewritten))) = (errors.is_empty(), text) else {
        return Err(Failure::Found(format!(
            "{}\n{}",
            errors.join("\n"),
            french("Rien n’a été publié : corrigez les points ci-dessus, puis relancez.")
        )));
    };
    if rewritten {
        say!(
            "{}",
            french(
                "Les fichiers de ce kit ont été réunis et réécrits sans leurs commentaires ; le dossier d’origine est intact."
            )
        );
    }
    let publication = Publication {
        kit: &text,
        original: None,
        notice: &notice,
        base,
    };
    let outcome = versions::publish(disk, &options.to, &publication).map_err(refused)?;
    if options.kit.join(GUARD_FILE).exists() {
        say!(
            "{}",
            french(
                "Les mots de la garde (guard.ron) ne sont pas dans la version : copiez ce fichier dans le dossier des versions pour que les postes les prennent."
            )
        );
    }
    told(outcome, &options.to)
}

/// The version a kit was made from: the published one, or the one of that check.
fn base(
    disk: &dyn Disk,
    folder: &Path,
    given: Option<&str>,
    current: Option<VersionName>,
) -> Result<Option<VersionName>, Failure> {
    let Some(given) = given else {
        return Ok(current);
    };
    if given == "aucune" {
        return Ok(None);
    }
    let given = given.trim_end_matches(".ron");
    let whole = VersionName::parse(given);
    let Some(hash) = whole.map(|name| name.hash).or_else(|| Hash::parse(given)) else {
        return Err(Failure::Usage(french(
            "--base attend le contrôle d’une version, huit caractères comme 1a2b3c4d, ou « aucune ».",
        )));
    };
    let is_it = |name: &VersionName| name.hash == hash && whole.is_none_or(|whole| whole == *name);
    if let Some(current) = current.filter(is_it) {
        return Ok(Some(current));
    }
    let history = versions::history(disk, folder).map_err(refused)?;
    let known = history.versions.iter().map(|version| version.name);
    match known.into_iter().find(is_it) {
        Some(name) => Ok(Some(name)),
        None => Err(Failure::Found(french(&format!(
            "Aucune version de contrôle {hash} dans ce dossier ; rien n’a été publié. Voyez « reflexe versions »."
        )))),
    }
}

/// Publishes an old version again.
///
/// # Errors
/// [`Failure::Found`] if there is no such version, or if another was published meanwhile.
pub fn restore(disk: &dyn Disk, options: &RestoreOptions, today: &str) -> Result<(), Failure> {
    let notice = notice(&options.reason, &options.role, today)?;
    let folder = &options.folder;
    let history = versions::history(disk, folder).map_err(refused)?;
    let asked = options.version.trim_end_matches(".ron");
    let version = match (VersionName::parse(asked), asked.parse()) {
        (Some(name), _) => name,
        (None, Ok(number)) => versions::find(&history, number, folder).map_err(refused)?,
        (None, Err(_)) => {
            return Err(Failure::Usage(french(
                "Il faut le numéro d’une version, comme 7, ou son nom entier, comme kit-0007-1a2b3c4d.",
            )));
        }
    };
    let outcome =
        versions::restore(disk, folder, version, &notice, history.current).map_err(refused)?;
    told(outcome, folder)
}

fn told(outcome: Outcome, folder: &Path) -> Result<(), Failure> {
    match outcome {
        Outcome::Published { version, .. } => {
            say!(
                "{} {}",
                french(&format!(
                    "Version {} publiée ({}) ; les postes la prendront au prochain entretien. Elle est dans",
                    version.number, version.hash
                )),
                folder.join(version.file_name()).display()
            );
            Ok(())
        }
        Outcome::Conflict { kept, current } => Err(Failure::Found(french(&format!(
            "Une autre version a été publiée entre-temps ({}) ; elle reste en place et la vôtre est gardée à côté, sous le nom {}. Comparez-les, puis publiez de nouveau.",
            current.map_or_else(|| "au même instant".to_owned(), |name| name.to_string()),
            kept.file_name()
        )))),
    }
}
