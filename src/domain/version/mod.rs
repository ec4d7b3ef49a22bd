//! A published version of a kit: its name, what is said of it, and how that stands at the top of its
//! file.
//!
//! It exists so that a version says who may answer for it by role, when and why, in a line a manager
//! reads. It must never hold the name of a person, nor read a clock: the day is given. Files are in
//! `store::versions`.

mod header;
mod history;
mod notice;
#[cfg(test)]
mod tests;

use std::fmt;

pub use header::{Header, split, with_header, without_header};
pub use history::{History, Looked, Picked, Standing, Version, stand};
pub use notice::{Notice, REASON_MAX, ROLE_MAX, Unfit, What};

/// Most digits of a number: more is no number of ours.
const DIGITS_MAX: usize = 9;

/// The check of a file’s bytes, as eight hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub u32);

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl Hash {
    /// Reads eight hexadecimal digits in small letters.
    pub fn parse(text: &str) -> Option<Self> {
        let spelled =
            text.len() == 8 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        spelled.then(|| u32::from_str_radix(text, 16).ok().map(Self))?
    }
}

/// Which version: its number and the check of its file. Two with one number were made at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionName {
    /// From 1.
    pub number: u32,
    /// Check of the whole file.
    pub hash: Hash,
}

impl fmt::Display for VersionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "kit-{:04}-{}", self.number, self.hash)
    }
}

impl VersionName {
    /// Reads what [`fmt::Display`] writes, and nothing else.
    ///
    /// ```
    /// use reflexe_personas::domain::version::VersionName;
    /// let name = VersionName::parse("kit-0007-1a2b3c4d").unwrap();
    /// assert_eq!((name.number, name.to_string().as_str()), (7, "kit-0007-1a2b3c4d"));
    /// assert_eq!(VersionName::parse("kit-7-1a2b3c4d"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (number, hash) = text.strip_prefix("kit-")?.split_once('-')?;
        let digits = (4..=DIGITS_MAX).contains(&number.len());
        if !digits || !number.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let name = Self {
            number: number.parse().ok()?,
            hash: Hash::parse(hash)?,
        };
        // One spelling each: 00012 is not 12.
        (name.to_string() == text).then_some(name)
    }

    /// Gives the name of its file.
    pub fn file_name(self) -> String {
        format!("{self}.ron")
    }

    /// Reads the name of a file.
    pub fn of_file(name: &str) -> Option<Self> {
        Self::parse(name.strip_suffix(".ron")?).filter(|name| name.number > 0)
    }
}

/// The name of the file that says which version is the published one: its name is all it says, so that
/// one renaming, which one alone can make, both claims and changes it.
pub fn pointer_name(current: VersionName) -> String {
    format!("{current}.txt")
}

/// Reads the name of a pointer.
pub fn parse_pointer(name: &str) -> Option<VersionName> {
    VersionName::parse(name.strip_suffix(".txt")?).filter(|name| name.number > 0)
}

/// What stands inside a pointer, for whoever opens it.
pub const POINTER_TEXT: &str = "Le nom de ce fichier dit quelle version du kit est publiée. Ne le \
     renommez pas et ne l’effacez pas\u{202f}: publiez ou restaurez une version depuis Réflexe.\n";
