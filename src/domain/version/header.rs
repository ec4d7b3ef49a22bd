//! The lines at the top of a version’s file: comments, which every reader of kits passes over.
//!
//! It must never take for a header what is not one to the letter: the rest is the kit’s own text.

use super::VersionName;
use super::notice::{Notice, REASON_MAX, ROLE_MAX, one_line};

/// The first line of a version’s file.
pub(super) const TITLE: &str = "// Réflexe Personas, version publiée. Ne changez pas ce fichier\u{202f}: publiez une autre version.";
/// What stands for no version before.
const NONE: &str = "aucune";

/// What stands at the top of a version’s file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its number.
    pub number: u32,
    /// The version it was made from.
    pub base: Option<VersionName>,
    /// What is said of it.
    pub notice: Notice,
}

impl Header {
    /// Writes it, as comments that every reader of kits passes over.
    fn text(&self) -> String {
        let base = self
            .base
            .map_or_else(|| NONE.to_owned(), |base| base.to_string());
        let Notice { reason, role, date } = &self.notice;
        format!(
            "{TITLE}\n// numéro : {}\n// base : {base}\n// date : {date}\n// rôle : {role}\n// motif : {reason}\n",
            self.number
        )
    }

    fn read(lines: [&str; 5]) -> Option<Self> {
        let [number, base, date, role, reason] = lines;
        let value = |line: &str, key: &str| {
            let value = line.strip_prefix("// ")?.strip_prefix(key)?;
            value.strip_prefix(" : ").map(str::to_owned)
        };
        let base = value(base, "base")?;
        let day: jiff::civil::Date = value(date, "date")?.parse().ok()?;
        // Somebody else may have written it: shown on one line, and no longer than ours.
        let short = |text: String, most| one_line(&text).chars().take(most).collect();
        Some(Self {
            number: value(number, "numéro")?.parse().ok()?,
            base: match base.as_str() {
                NONE => None,
                base => Some(VersionName::parse(base)?),
            },
            notice: Notice {
                reason: short(value(reason, "motif")?, REASON_MAX),
                role: short(value(role, "rôle")?, ROLE_MAX),
                date: day.to_string(),
            },
        })
    }
}

/// Puts a kit’s text under its header; what stood at its top from an earlier publication goes.
pub fn with_header(header: &Header, kit: &str) -> String {
    header.text() + without_header(kit).trim_start_matches('\u{feff}')
}

/// Gives a kit’s text as it was before it was published.
pub fn without_header(text: &str) -> &str {
    split(text).1
}

/// Tells the header of a version from the kit’s text; there is none over an original kept as it was.
pub fn split(text: &str) -> (Option<Header>, &str) {
    let mut rest = text;
    let mut line = || {
        let (line, after) = rest.split_once('\n')?;
        rest = after;
        Some(line)
    };
    let header = (line() == Some(TITLE)).then(|| {
        let lines = [line()?, line()?, line()?, line()?, line()?];
        Header::read(lines)
    });
    match header.flatten() {
        Some(header) => (Some(header), rest),
        None => (None, text),
    }
}
