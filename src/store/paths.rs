//! Where files live on this machine.

use std::path::{Path, PathBuf};

/// Computes the folder of exported notes from the documents folder, else from the home folder.
///
/// ```
/// use std::path::Path;
/// use reflexe_personas::store::paths::notes_folder;
/// let folder = notes_folder(Some(Path::new("/d")), Some(Path::new("/h")));
/// assert_eq!(folder, Path::new("/d/Réflexe Personas/Notes"));
/// ```
pub fn notes_folder(documents: Option<&Path>, home: Option<&Path>) -> PathBuf {
    documents
        .or(home)
        .unwrap_or_else(|| Path::new("."))
        .join("Réflexe Personas")
        .join("Notes")
}

/// Gives the folder where this program keeps its own few files, if the system names one.
pub fn data_folder_of_user() -> Option<PathBuf> {
    directories::ProjectDirs::from("fr", "", "Reflexe Personas")
        .map(|dirs| dirs.data_local_dir().to_owned())
}

/// Gives the settings file of the person who runs the program, if the system names a folder for it.
pub fn settings_file_of_user() -> Option<PathBuf> {
    directories::ProjectDirs::from("fr", "", "Reflexe Personas")
        .map(|dirs| dirs.config_dir().join(super::settings::FILE_NAME))
}

/// Gives the folder of exported notes of the person who runs the program.
pub fn notes_folder_of_user() -> PathBuf {
    let user = directories::UserDirs::new();
    let documents = user.as_ref().and_then(|u| u.document_dir());
    let home = user.as_ref().map(directories::UserDirs::home_dir);
    notes_folder(documents, home)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_come_before_home_and_home_before_here() {
        let (documents, home) = (Path::new("/d"), Path::new("/h"));
        let notes = |root: &str| Path::new(root).join("Réflexe Personas/Notes");
        assert_eq!(notes_folder(Some(documents), Some(home)), notes("/d"));
        assert_eq!(notes_folder(None, Some(home)), notes("/h"));
        assert_eq!(notes_folder(None, None), notes("."));
    }

    #[test]
    fn settings_are_a_file_of_their_own_folder() {
        let file = settings_file_of_user();
        let named = |file: PathBuf| file.is_absolute() && file.ends_with("reglages.json");
        assert!(file.is_none_or(named));
    }
}
