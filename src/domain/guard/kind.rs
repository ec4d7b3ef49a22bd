//! What can be found, how grave it is, and what stands in its place once masked.

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing leaves until it is removed or masked.
    Red,
    /// To be masked, or kept for a reason that the agent chooses.
    Orange,
    /// Told, nothing more.
    Info,
}

impl Severity {
    /// Stable key, for JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Orange => "orange",
            Self::Info => "info",
        }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// E-mail address.
    Mail,
    /// IBAN, with its key.
    Iban,
    /// Social security number with its key.
    SocialSecurity,
    /// Social security number without its key.
    SocialSecurityBody,
    /// Bank card.
    Card,
    /// Tax number.
    TaxNumber,
    /// Company number.
    Company,
    /// Number of a company that is one person.
    SoleTrader,
    /// Mobile phone number.
    Mobile,
    /// Other phone number.
    Phone,
    /// Phone number of a service, not of a person.
    ServicePhone,
    /// Identity card, passport, residence permit, driving licence.
    Papers,
    /// Number of a file or of a beneficiary.
    FileNumber,
    /// Number of somebody who looks for work.
    JobSeeker,
    /// Vehicle plate.
    Plate,
    /// Date of birth.
    BirthDate,
    /// Postal address.
    Address,
    /// A person's name.
    Name,
    /// Password or code.
    Secret,
    /// Address of a machine, a place on earth, a link with a token.
    Technical,
    /// A word of the lexicon, by category.
    Word(String),
}

impl Kind {
    /// Stable key, for JSON and tests.
    pub fn key(&self) -> &str {
        match self {
            Self::Mail => "mail",
            Self::Iban => "iban",
            Self::SocialSecurity => "nir",
            Self::SocialSecurityBody => "nir-sans-cle",
            Self::Card => "carte",
            Self::TaxNumber => "spi",
            Self::Company => "siret",
            Self::SoleTrader => "siret-ei",
            Self::Mobile => "mobile",
            Self::Phone => "telephone",
            Self::ServicePhone => "numero-service",
            Self::Papers => "piece",
            Self::FileNumber => "dossier",
            Self::JobSeeker => "france-travail",
            Self::Plate => "plaque",
            Self::BirthDate => "naissance",
            Self::Address => "adresse",
            Self::Name => "nom",
            Self::Secret => "code",
            Self::Technical => "technique",
            Self::Word(category) => category,
        }
    }

    /// What it is, within a sentence.
    pub fn label(&self) -> &'static str {
        self.words().0
    }

    /// Rank when spans overlap: the lower wins.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::Mail => 0,
            Self::Iban => 1,
            Self::SocialSecurity | Self::SocialSecurityBody => 2,
            Self::Card => 3,
            Self::TaxNumber => 4,
            Self::Company | Self::SoleTrader => 5,
            Self::Mobile | Self::Phone | Self::ServicePhone => 6,
            Self::Secret => 7,
            Self::Papers | Self::FileNumber | Self::JobSeeker => 8,
            Self::Plate => 9,
            Self::BirthDate => 10,
            Self::Address => 11,
            Self::Name => 12,
            Self::Technical => 13,
            Self::Word(_) => 14,
        }
    }

    /// Says whether it is the number of a company or of a service, which hides nobody's.
    pub(super) fn is_business(&self) -> bool {
        matches!(self, Self::Company | Self::SoleTrader | Self::ServicePhone)
    }

    /// How grave it is; a word's gravity is its category's.
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::Mail
            | Self::Iban
            | Self::SocialSecurity
            | Self::Card
            | Self::TaxNumber
            | Self::Mobile
            | Self::Papers
            | Self::FileNumber
            | Self::Secret => Severity::Red,
            Self::Company | Self::ServicePhone => Severity::Info,
            _ => Severity::Orange,
        }
    }

    /// What it is, and what stands in its place once masked.
    pub(super) fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::Mail => ("une adresse e-mail", "[e-mail masqué]"),
            Self::Iban => ("un compte bancaire", "[compte masqué]"),
            Self::SocialSecurity | Self::SocialSecurityBody => {
                ("un numéro de sécurité sociale", "[NIR masqué]")
            }
            Self::Card => ("une carte bancaire", "[carte masquée]"),
            Self::TaxNumber => ("un numéro fiscal", "[numéro fiscal masqué]"),
            Self::Company => ("un numéro d’entreprise", "[entreprise masquée]"),
            Self::SoleTrader => (
                "un numéro d’entrepreneur individuel",
                "[entreprise masquée]",
            ),
            Self::ServicePhone => ("un numéro de service", "[numéro masqué]"),
            Self::Mobile | Self::Phone => ("un numéro de téléphone", "[téléphone masqué]"),
            Self::Papers => ("un numéro de pièce d’identité", "[pièce masquée]"),
            Self::FileNumber => ("un numéro de dossier", "[dossier masqué]"),
            Self::JobSeeker => ("un identifiant France Travail", "[identifiant masqué]"),
            Self::Plate => ("une plaque d’immatriculation", "[plaque masquée]"),
            Self::BirthDate => ("une date de naissance", "[date masquée]"),
            Self::Address => ("une adresse postale", "[adresse masquée]"),
            Self::Name => ("un nom", "[nom masqué]"),
            Self::Secret => ("un code ou un mot de passe", "[code masqué]"),
            Self::Technical => ("une trace technique", "[trace masquée]"),
            Self::Word(_) => ("", "[mot masqué]"),
        }
    }
}
