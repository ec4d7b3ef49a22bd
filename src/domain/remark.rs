//! What somebody at a counter says of a text of the kit, for whoever answers for it.
//!
//! It exists so that a sentence that does not work is told where it is read. It speaks of a text, in one
//! short line that the guard lets through, and is dated by its week: it must never hold a name, nor say
//! who wrote it, nor on which day.

use std::fmt;
use std::path::PathBuf;

use super::guard::{self, GuardLexicon, Severity};
use super::typography::french;
use super::workshop::Field;

/// Longest remark, in characters.
pub const LONGEST: usize = 140;

/// A remark on a text. Only [`Remark::new`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    kit: String,
    field: Field,
    text: String,
    week: Week,
}

/// An ISO week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    /// The year it belongs to.
    pub year: i16,
    /// From 1.
    pub number: i8,
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-S{:02}", self.year, self.number)
    }
}

impl Week {
    /// The week of a day, ISO.
    pub fn of(day: &str) -> Option<Self> {
        let day: jiff::civil::Date = day.parse().ok()?;
        let week = day.iso_week_date();
        Some(Self {
            year: week.year(),
            number: week.week(),
        })
    }

    /// Reads what [`fmt::Display`] writes, and nothing else.
    ///
    /// ```
    /// use reflexe_personas::domain::remark::Week;
    /// let week = Week::of("2026-12-31").unwrap();
    /// assert_eq!(week.to_string(), "2026-S53");
    /// assert_eq!(Week::parse("2026-S53"), Some(week));
    /// assert_eq!(Week::parse("2026-S54"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (year, number) = text.split_once("-S")?;
        let week = Self {
            year: year.parse().ok()?,
            number: number.parse().ok()?,
        };
        let there =
            jiff::civil::ISOWeekDate::new(week.year, week.number, jiff::civil::Weekday::Monday);
        (there.is_ok() && week.to_string() == text).then_some(week)
    }
}

/// A remark as it stands on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its file.
    pub path: PathBuf,
    /// What it says.
    pub remark: Remark,
    /// Whether somebody marked it as read.
    pub read: bool,
}

/// Where a remark was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// In the shared folder.
    Shared,
    /// On this machine; why not in the shared folder, if there is one.
    Here(Option<String>),
}

/// Why words cannot be left as a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Nothing is said.
    Empty,
    /// Longer than [`LONGEST`].
    TooLong,
    /// Something that must not be written at all; its label.
    Red(&'static str),
    /// Something to mask: its label, and the text with masks.
    Orange(&'static str, String),
    /// No ISO date.
    NoDate,
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::Empty => {
                "Il manque la remarque ; rien n’a été laissé. Dites en une ligne ce qui ne va pas dans ce texte.".to_owned()
            }
            Self::TooLong => format!(
                "La remarque est trop longue (au plus {LONGEST} caractères) ; rien n’a été laissé. Raccourcissez-la."
            ),
            Self::Red(label) => format!(
                "La remarque contient ce qui ne doit pas être écrit ({label}) ; rien n’a été laissé. Retirez-le : elle parle d’un texte, pas d’une personne."
            ),
            Self::Orange(label, _) => format!(
                "La remarque contient peut-être quelque chose sur une personne ({label}) ; rien n’a été laissé. Masquez-le, ou dites-le autrement."
            ),
            Self::NoDate => {
                "La date n’est pas lisible ; rien n’a été laissé. Vérifiez l’horloge de ce poste.".to_owned()
            }
        };
        f.write_str(&french(&said))
    }
}

impl Remark {
    /// Checks words that others will read: one short line, nothing the guard finds red or orange.
    ///
    /// # Errors
    /// [`Unfit`], whose text is a French sentence.
    pub fn new(
        kit: &str,
        field: &Field,
        text: &str,
        week: Option<Week>,
        words: &GuardLexicon,
    ) -> Result<Self, Unfit> {
        let week = week.ok_or(Unfit::NoDate)?;
        let text = one_line(text);
        if text.is_empty() {
            return Err(Unfit::Empty);
        }
        if text.chars().count() > LONGEST {
            return Err(Unfit::TooLong);
        }
        let year = u32::try_from(week.year).unwrap_or(0);
        let found = guard::scan(&text, words, year);
        let of = |severity| found.iter().find(|finding| finding.severity == severity);
        if let Some(finding) = of(Severity::Red) {
            return Err(Unfit::Red(finding.kind.label()));
        }
        if let Some(finding) = of(Severity::Orange) {
            let kept = guard::Kept::new();
            let masked = guard::excerpt(&text, words, year, &kept).text().to_owned();
            return Err(Unfit::Orange(finding.kind.label(), masked));
        }
        Ok(Self {
            kit: kit.to_owned(),
            field: field.whole(),
            text,
            week,
        })
    }

    /// The kit it speaks of.
    pub fn kit(&self) -> &str {
        &self.kit
    }

    /// The text it speaks of.
    pub fn field(&self) -> &Field {
        &self.field
    }

    /// What is said.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// When.
    pub fn week(&self) -> Week {
        self.week
    }
}

/// Puts a text on one line, without what could turn it around or hide a part of it.
fn one_line(text: &str) -> String {
    let hidden = |c: &char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let shown = text.chars().filter(|c| !hidden(c));
    let shown: String = shown
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = shown.split_ascii_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::workshop::{Element, Name};

    fn remark(text: &str) -> Result<Remark, Unfit> {
        let field = Field::line(Element::Persona("pas-a-pas".into()), Name::Say, 2);
        let week = Week::of("2026-11-26");
        Remark::new("essai", &field, text, week, &GuardLexicon::default())
    }

    #[test]
    fn a_remark_is_one_short_line_on_a_whole_text() {
        let made = remark("  Personne ne dit\n« formulaire »\u{200b} ici.  ").unwrap();
        assert_eq!(made.text(), "Personne ne dit « formulaire » ici.");
        assert_eq!(made.field().to_string(), "personas/pas-a-pas/say");
        assert_eq!(made.week().to_string(), "2026-S48");
        assert_eq!(remark(" \n "), Err(Unfit::Empty));
        assert_eq!(remark(&"é".repeat(LONGEST + 1)), Err(Unfit::TooLong));
        assert!(remark(&"é".repeat(LONGEST)).is_ok());
    }

    #[test]
    fn nothing_about_a_person_is_left() {
        // Numbers of the ranges kept for fiction.
        let number = "Appeler le 06 39 98 12 34";
        let refused = remark(number).unwrap_err();
        let told = refused.to_string();
        assert!(told.contains("rien n’a été laissé"), "{told}");
        assert_eq!(french(&told), told);
        if let Unfit::Orange(_, masked) = refused {
            assert!(remark(&masked).is_ok(), "{masked}");
        }
        assert!(matches!(
            remark("Mme Exemple ne comprend pas"),
            Err(Unfit::Orange(..) | Unfit::Red(_))
        ));
    }

    #[test]
    fn weeks_are_iso() {
        for (day, week) in [
            ("2026-01-01", "2026-S01"),
            ("2027-01-01", "2026-S53"),
            ("2024-12-30", "2025-S01"),
        ] {
            assert_eq!(Week::of(day).unwrap().to_string(), week);
        }
        assert_eq!(Week::of("hier"), None);
        for bad in ["2026-W48", "2026-S00", "26-S48", "2026-S048", "../S01"] {
            assert_eq!(Week::parse(bad), None, "{bad}");
        }
    }
}
