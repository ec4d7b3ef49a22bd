//! Keys alone, for who compares them with another implementation: `tests/stdnum` does.
//!
//! It must never be looser nor stricter than what the guard applies.

use super::{ibans, keys};

/// A number with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// Social security number, key included.
    SocialSecurity,
    /// Tax number.
    Tax,
    /// Company, nine digits.
    Siren,
    /// Establishment, fourteen digits.
    Siret,
    /// Account.
    Iban,
    /// Luhn's key and nothing else.
    Luhn,
    /// Bank card: issuer, length and key.
    Card,
    /// Two lines of a travel document and the like.
    MachineLine,
}

impl Number {
    /// Reads a name, as `tests/stdnum` writes it.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "nir" => Self::SocialSecurity,
            "spi" => Self::Tax,
            "siren" => Self::Siren,
            "siret" => Self::Siret,
            "iban" => Self::Iban,
            "luhn" => Self::Luhn,
            "card" => Self::Card,
            "mrz" => Self::MachineLine,
            _ => return None,
        })
    }

    /// Says whether a number, written without joints and in capitals, is right.
    ///
    /// ```
    /// use reflexe_personas::domain::guard::check::Number;
    /// assert!(Number::Siret.holds("73282932000074"));
    /// assert!(!Number::Siret.holds("73282932000075"));
    /// ```
    pub fn holds(self, number: &str) -> bool {
        let digits = number.bytes().all(|b| b.is_ascii_digit());
        match self {
            Self::SocialSecurity => keys::social_security(number),
            Self::Tax => digits && keys::tax_number(number),
            Self::Siren => digits && number.len() == 9 && keys::company(number),
            Self::Siret => digits && number.len() == 14 && keys::company(number),
            Self::Iban => ibans::iban(number),
            Self::Luhn => digits && keys::luhn(number),
            Self::Card => digits && keys::card(number),
            Self::MachineLine => keys::machine_line(number),
        }
    }
}
