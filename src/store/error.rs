//! Why a file could not be read or written, in a sentence for the person at the keyboard.
//!
//! It must never carry personal data: a path and the system's own words, nothing of a file's content.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

/// What failed on disk. What a file says wrongly is a [`super::finding::Finding`] instead.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Nothing stands at this path.
    #[error(
        "Rien à cet emplacement\u{202f}; rien n’a été modifié. Vérifiez le chemin\u{a0}: {path}"
    )]
    NotFound {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The folder has no manifest.
    #[error(
        "Ce dossier n’est pas un kit\u{a0}: il n’a pas de fichier kit.ron. Choisissez le dossier qui le contient\u{a0}: {path}"
    )]
    NoManifest {
        /// The folder.
        path: PathBuf,
    },
    /// A pipe, a device or a link that leaves the kit.
    #[error(
        "Ce n’est pas un fichier ordinaire\u{202f}; il n’a pas été ouvert. Copiez-en le contenu dans un vrai fichier\u{a0}: {path}"
    )]
    NotRegular {
        /// What it was.
        path: PathBuf,
    },
    /// Larger than any kit.
    #[error(
        "Fichier trop gros ({size}\u{a0}octets, au plus {most})\u{202f}; il n’a pas été ouvert. Vérifiez que c’est bien un kit\u{a0}: {path}"
    )]
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The largest accepted.
        most: u64,
        /// The file.
        path: PathBuf,
    },
    /// The system refused to read.
    #[error(
        "Lecture impossible ({})\u{202f}; rien n’a été modifié. Vérifiez les droits sur\u{a0}: {path}",
        cause(.source)
    )]
    Read {
        /// The system's reason.
        source: io::Error,
        /// What was read.
        path: PathBuf,
    },
    /// The system refused to write.
    #[error(
        "Écriture impossible ({})\u{202f}; ce qui était là est intact. Vérifiez la place et les droits, puis recommencez\u{a0}: {path}",
        cause(.source)
    )]
    Write {
        /// The system's reason.
        source: io::Error,
        /// What was written.
        path: PathBuf,
    },
    /// The new file is in place; the disk did not say that it will stay so if the power goes.
    #[error(
        "Le fichier est écrit mais le disque ne le confirme pas ({})\u{202f}; après une coupure de courant, la version d’avant pourrait revenir, intacte. Recommencez\u{a0}: {path}",
        cause(.source)
    )]
    Unconfirmed {
        /// The system's reason.
        source: io::Error,
        /// What was written.
        path: PathBuf,
    },
    /// The file is held by another program, so that the new one could not take its place.
    #[error(
        "Ce fichier n’a pas pu être remplacé ({})\u{202f}; il est intact et le nouveau est gardé à côté, sous le nom {beside}. Fermez le programme qui tient l’ancien, puis recommencez\u{a0}: {path}",
        cause(.source)
    )]
    KeptBeside {
        /// The system's reason.
        source: io::Error,
        /// What was to be replaced.
        path: PathBuf,
        /// Where the new file is.
        beside: PathBuf,
    },
    /// A file to replace that is larger than anything this program writes.
    #[error(
        "Le fichier à remplacer est trop gros pour être gardé à côté ({size}\u{a0}octets, au plus {most})\u{202f}; il est intact. Choisissez un autre nom que\u{a0}: {path}"
    )]
    TooLargeToReplace {
        /// Its size in bytes.
        size: u64,
        /// The largest accepted.
        most: u64,
        /// What was to be replaced.
        path: PathBuf,
    },
    /// A file that was to go may still be there.
    #[error(
        "L’effacement n’est pas assuré ({})\u{202f}; rien d’autre n’a été touché. Recommencez, ou effacez vous-même\u{a0}: {path}",
        cause(.source)
    )]
    NotErased {
        /// The system's reason.
        source: io::Error,
        /// What was to go.
        path: PathBuf,
    },
    /// The draft of the contact in hand could not be written.
    #[error(
        "Le brouillon de secours n’est pas à jour ({})\u{202f}; ce qui est à l’écran est intact. Vérifiez la place et les droits sur\u{a0}: {path}",
        cause(.source)
    )]
    Draft {
        /// The system's reason.
        source: io::Error,
        /// The journal.
        path: PathBuf,
    },
    /// A note of that name already stands there; another name is to be drawn.
    #[error(
        "Une note porte déjà ce nom\u{202f}; elle est intacte. Enregistrez sous un autre nom que\u{a0}: {path}"
    )]
    AlreadyThere {
        /// The note that stands there.
        path: PathBuf,
    },
    /// A name that is not a date and a short id: it may hold a word of the note, so it is not repeated.
    #[error(
        "Nom de note inattendu\u{202f}; rien n’a été écrit. Recommencez l’enregistrement sans changer le nom."
    )]
    NoteName,
    /// The target is a link: replacing it would change another place than the one named.
    #[error(
        "Cet emplacement est un lien\u{202f}; rien n’a été écrit. Indiquez le fichier lui-même\u{a0}: {path}"
    )]
    LinkTarget {
        /// The link.
        path: PathBuf,
    },
    /// A path the agent chose that no note may have; it may hold a name, so it is not repeated.
    #[error(
        "Cet emplacement n’est pas accepté ({reason})\u{202f}; rien n’a été écrit. Choisissez un autre nom de fichier."
    )]
    BadTarget {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A note that a format cannot hold.
    #[error(
        "Cette note ne s’écrit pas dans ce format ({reason})\u{202f}; rien n’a été écrit. Choisissez un autre format."
    )]
    NoteForm {
        /// The writer's reason.
        reason: String,
    },
    /// A file of the program’s own that a newer one wrote.
    #[error(
        "Ce fichier vient d’une version plus récente\u{202f}; il est intact. Mettez l’application à jour pour vous en servir\u{a0}: {path}"
    )]
    NewerFile {
        /// The file.
        path: PathBuf,
    },
    /// A file in the tally's place that is not one.
    #[error(
        "Ce fichier n’est pas un décompte lisible\u{202f}; il n’a pas été touché. Déplacez-le ou effacez-le, puis recommencez\u{a0}: {path}"
    )]
    NotATally {
        /// The file.
        path: PathBuf,
    },
    /// A small file of the program’s own that has grown beyond what it writes.
    #[error(
        "Ce fichier est trop gros ({size}\u{a0}octets, au plus {most})\u{202f}; il n’a pas été touché. Déplacez-le ou effacez-le, puis recommencez\u{a0}: {path}"
    )]
    TooLargeForUs {
        /// Its size in bytes.
        size: u64,
        /// The largest accepted.
        most: u64,
        /// The file.
        path: PathBuf,
    },
    /// Settings written by a newer program: writing them here could lose what it added.
    #[error(
        "Ces réglages viennent d’une version plus récente\u{202f}; le fichier est intact et vos changements ne durent que jusqu’à la fermeture. Mettez l’application à jour pour changer\u{a0}: {path}"
    )]
    NewerSettings {
        /// The file.
        path: PathBuf,
    },
    /// The system would not say whether the window is already open.
    #[error(
        "Impossible de savoir si l’application est déjà ouverte ({})\u{202f}; rien n’a été modifié. Vérifiez les droits sur\u{a0}: {path}",
        cause(.source)
    )]
    Lock {
        /// The system's reason.
        source: io::Error,
        /// The lock file.
        path: PathBuf,
    },
    /// A version whose bytes are not those that were published.
    #[error(
        "Cette version est abîmée ou n’est pas encore copiée en entier\u{202f}; elle n’a pas été lue et rien n’a été modifié. Attendez la fin de la copie, ou choisissez une autre version\u{a0}: {path}"
    )]
    DamagedVersion {
        /// Its file.
        path: PathBuf,
    },
    /// No version of that number.
    #[error(
        "Aucune version {number}\u{202f}; rien n’a été modifié. Voyez la liste des versions dans\u{a0}: {path}"
    )]
    NoVersion {
        /// What was asked.
        number: u32,
        /// The folder.
        path: PathBuf,
    },
    /// A folder of published kits that does not answer in time.
    #[error(
        "Le dossier du kit publié ne répond pas\u{202f}; la dernière bonne version reste en service et rien n’est perdu. Vérifiez l’accès au partage\u{a0}: {path}"
    )]
    NoAnswer {
        /// The folder.
        path: PathBuf,
    },
    /// The disk or share of a file did not answer in time.
    #[error(
        "Le disque ne répond pas\u{202f}; ce fichier n’est encore ni lu ni écrit, et rien n’est perdu. Vérifiez l’accès, ou choisissez une autre place\u{a0}: {path}"
    )]
    SilentDisk {
        /// The file.
        path: PathBuf,
    },
    /// Several versions of that number, of which none was ever the published one.
    #[error(
        "Plusieurs versions portent le numéro {number}\u{202f}; rien n’a été modifié. Donnez le nom entier du fichier, dans\u{a0}: {path}"
    )]
    SeveralVersions {
        /// What was asked.
        number: u32,
        /// The folder.
        path: PathBuf,
    },
    /// Another file that is sound has the name of a new version.
    #[error(
        "Une autre version porte déjà ce nom\u{202f}; elle est intacte. Changez un mot du motif, puis recommencez\u{a0}: {path}"
    )]
    VersionTaken {
        /// The file that stands there.
        path: PathBuf,
    },
    /// A kit too large to be published.
    #[error(
        "Ce kit est trop gros pour être publié ({size}\u{a0}octets, au plus {most})\u{202f}; rien n’a été modifié. Retirez-en ce qui ne sert plus, puis recommencez\u{a0}: {path}"
    )]
    TooLargeToPublish {
        /// Its size in bytes.
        size: u64,
        /// The largest accepted.
        most: u64,
        /// Where it was to go.
        path: PathBuf,
    },
    /// Content that the file format cannot express.
    #[error(
        "Ce kit ne peut pas être écrit ({source})\u{202f}; rien n’a été modifié. Simplifiez ses conditions imbriquées."
    )]
    Format {
        /// The writer's reason.
        source: ron::Error,
    },
    /// Somebody else wrote what is local since it was read.
    #[error(
        "Quelqu’un a changé ce qui est propre à votre structure depuis que vous l’avez ouvert\u{202f}; rien n’a été écrit et votre brouillon est gardé. Regardez ce qui a changé, puis recommencez\u{a0}: {path}"
    )]
    ChangedMeanwhile {
        /// The file.
        path: PathBuf,
    },
    /// What is local cannot be read: it is not written over.
    #[error(
        "Ce qui est propre à votre structure n’est pas lisible en entier\u{202f}; rien n’a été écrit et votre brouillon est gardé. Corrigez ce fichier, ou mettez-le ailleurs, puis recommencez\u{a0}: {path}"
    )]
    UnreadLayer {
        /// The file.
        path: PathBuf,
    },
    /// A layer that holds what no structure may fill in.
    #[error(
        "Ceci ne peut pas être propre à une structure\u{202f}; rien n’a été écrit. Changez-le dans le kit de tous."
    )]
    NotLocal,
    /// The system refused a thread.
    #[error(
        "La lecture n’a pas pu démarrer ({})\u{202f}; rien n’a été modifié. Fermez d’autres applications et recommencez.",
        cause(.source)
    )]
    Thread {
        /// The system's reason.
        source: io::Error,
    },
}

/// Gives what the system said, to be told in another sentence.
pub(super) fn into_io(error: StoreError) -> io::Error {
    match error {
        StoreError::Read { source, .. }
        | StoreError::Write { source, .. }
        | StoreError::Unconfirmed { source, .. }
        | StoreError::KeptBeside { source, .. }
        | StoreError::NotErased { source, .. }
        | StoreError::Draft { source, .. } => source,
        // Something else than a file stands there.
        _ => ErrorKind::InvalidInput.into(),
    }
}

/// Says in French why the system refused, in its own words where there are none here.
pub fn cause(error: &io::Error) -> String {
    let known = match error.kind() {
        ErrorKind::StorageFull => "plus de place sur le disque",
        ErrorKind::QuotaExceeded => "quota d’espace dépassé",
        ErrorKind::PermissionDenied => "droits insuffisants",
        ErrorKind::ReadOnlyFilesystem => "disque en lecture seule",
        ErrorKind::NotFound => "introuvable",
        ErrorKind::AlreadyExists => "ce nom est déjà pris",
        ErrorKind::WriteZero => "le disque n’écrit plus",
        ErrorKind::InvalidData => "ce qui est relu n’est pas ce qui a été écrit",
        ErrorKind::FileTooLarge => "fichier trop gros pour ce disque",
        ErrorKind::IsADirectory => "c’est un dossier",
        ErrorKind::NotADirectory => "ce n’est pas un dossier",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "occupé par un autre programme",
        ErrorKind::TimedOut => "le disque ne répond pas",
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::NetworkDown
        | ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable => "dossier partagé hors d’atteinte",
        ErrorKind::CrossesDevices => "disque différent",
        ErrorKind::InvalidFilename => "nom refusé par ce disque",
        ErrorKind::InvalidInput => "ce n’est pas un fichier ordinaire",
        ErrorKind::Unsupported => "ce disque ne sait pas le faire",
        _ => match error.raw_os_error() {
            // EIO, ENFILE and EMFILE have no kind of their own.
            Some(5) if cfg!(unix) => "erreur du disque",
            Some(23 | 24) if cfg!(unix) => "trop de fichiers ouverts",
            _ => return error.to_string(),
        },
    };
    known.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::typography::french;

    #[test]
    #[cfg(unix)]
    fn what_the_system_refuses_is_said_in_french() {
        for (code, said) in [
            (28, "plus de place sur le disque"),
            (5, "erreur du disque"),
            (13, "droits insuffisants"),
            (30, "disque en lecture seule"),
            (24, "trop de fichiers ouverts"),
        ] {
            assert_eq!(cause(&io::Error::from_raw_os_error(code)), said, "{code}");
        }
        assert_eq!(cause(&io::Error::other("inconnu")), "inconnu");
    }

    #[test]
    fn every_refusal_is_set_as_french_is() {
        let path = || PathBuf::from("/d");
        let source = || io::Error::from(ErrorKind::StorageFull);
        let (size, most) = (2, 1);
        for refusal in [
            StoreError::NotFound { path: path() },
            StoreError::NoManifest { path: path() },
            StoreError::NotRegular { path: path() },
            StoreError::TooLarge {
                size,
                most,
                path: path(),
            },
            StoreError::Read {
                source: source(),
                path: path(),
            },
            StoreError::Write {
                source: source(),
                path: path(),
            },
            StoreError::Unconfirmed {
                source: source(),
                path: path(),
            },
            StoreError::KeptBeside {
                source: source(),
                path: path(),
                beside: path(),
            },
            StoreError::TooLargeToReplace {
                size,
                most,
                path: path(),
            },
            StoreError::NotErased {
                source: source(),
                path: path(),
            },
            StoreError::Draft {
                source: source(),
                path: path(),
            },
            StoreError::AlreadyThere { path: path() },
            StoreError::NoteName,
            StoreError::LinkTarget { path: path() },
            StoreError::NotATally { path: path() },
            StoreError::TooLargeForUs {
                size,
                most,
                path: path(),
            },
            StoreError::NewerSettings { path: path() },
            StoreError::DamagedVersion { path: path() },
            StoreError::NoVersion {
                number: 7,
                path: path(),
            },
            StoreError::SeveralVersions {
                number: 7,
                path: path(),
            },
            StoreError::VersionTaken { path: path() },
            StoreError::NoAnswer { path: path() },
            StoreError::SilentDisk { path: path() },
            StoreError::TooLargeToPublish {
                size,
                most,
                path: path(),
            },
            StoreError::Lock {
                source: source(),
                path: path(),
            },
            StoreError::ChangedMeanwhile { path: path() },
            StoreError::UnreadLayer { path: path() },
            StoreError::NotLocal,
            StoreError::Thread { source: source() },
        ] {
            let said = refusal.to_string();
            assert_eq!(french(&said), said);
            assert!(!said.contains('\''), "{said}");
        }
    }
}
