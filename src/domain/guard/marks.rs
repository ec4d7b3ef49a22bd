//! What the words around a candidate announce: a mark or several on each word, set in one pass.

use super::reading::Reading;

/// Marks of one word, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark(u32);

impl Mark {
    pub(super) const SOCIAL: Self = Self(1);
    pub(super) const PHONE: Self = Self(1 << 1);
    /// Files of beneficiaries.
    pub(super) const BENEFIT: Self = Self(1 << 2);
    /// « Dossier », which announces less than it seems.
    pub(super) const FILE: Self = Self(1 << 3);
    pub(super) const JOB: Self = Self(1 << 4);
    /// Identity card.
    pub(super) const IDENTITY: Self = Self(1 << 5);
    pub(super) const PASSPORT: Self = Self(1 << 6);
    /// Residence permit.
    pub(super) const PERMIT: Self = Self(1 << 7);
    /// Driving licence.
    pub(super) const LICENCE: Self = Self(1 << 8);
    pub(super) const TAX: Self = Self(1 << 9);
    pub(super) const CARD: Self = Self(1 << 10);
    pub(super) const ACCOUNT: Self = Self(1 << 11);
    pub(super) const COMPANY: Self = Self(1 << 12);
    /// A company that is one person.
    pub(super) const SOLE: Self = Self(1 << 13);
    pub(super) const VEHICLE: Self = Self(1 << 14);
    /// A date of birth comes.
    pub(super) const BIRTH: Self = Self(1 << 15);
    /// A date of something else comes.
    pub(super) const EVENT: Self = Self(1 << 16);
    /// Where somebody lives.
    pub(super) const HOME: Self = Self(1 << 17);

    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Marks of every word of a text.
pub(super) struct Marks(Vec<Mark>);

impl Marks {
    pub(super) fn new(reading: &Reading) -> Self {
        let words = &reading.words;
        let marks = words.iter().enumerate().map(|(number, word)| {
            let back = |by: usize| number.checked_sub(by).map_or("", |n| reading.word(n));
            mark(back(2), back(1), &word.text)
        });
        Self(marks.collect())
    }

    /// Says whether one of the `reach` words before a word has a mark.
    pub(super) fn before(&self, word: usize, reach: usize, mark: Mark) -> bool {
        let start = word.saturating_sub(reach);
        let window = self.0.get(start..word.min(self.0.len()));
        window.is_some_and(|window| window.iter().any(|m| m.has(mark)))
    }

    /// Says whether one of the `reach` words from a word on has a mark.
    pub(super) fn after(&self, word: usize, reach: usize, mark: Mark) -> bool {
        let window = self.0.iter().skip(word).take(reach);
        window.into_iter().any(|m| m.has(mark))
    }
}

/// Marks of a word, given the two before it.
fn mark(second: &str, first: &str, word: &str) -> Mark {
    numbers(first, word)
        .with(papers(second, first, word))
        .with(dates(second, first, word))
}

fn numbers(first: &str, word: &str) -> Mark {
    match (first, word) {
        (_, "secu" | "nir" | "insee" | "ss" | "vitale" | "ns" | "nss" | "niss")
        | ("securite" | "assuree", "sociale")
        | ("assure", "social") => Mark::SOCIAL,
        (
            _,
            "tel" | "tels" | "telephone" | "tph" | "portable" | "port" | "mob" | "mobile" | "gsm"
            | "fixe" | "joindre" | "joignable" | "appeler" | "rappeler" | "whatsapp" | "sms"
            | "numeros",
        ) => Mark::PHONE,
        (_, "caf" | "cnaf" | "alloc" | "allocataire" | "allocataires" | "matricule") => {
            Mark::BENEFIT
        }
        (_, "dossier" | "dossiers") => Mark::FILE,
        ("france", "travail") | ("pole" | "d", "emploi") | (_, "identifiant" | "francetravail") => {
            Mark::JOB
        }
        (_, "fiscal" | "spi" | "teledeclarant") => Mark::TAX,
        ("carte", "bancaire" | "bleue") | (_, "cb" | "visa" | "mastercard") => Mark::CARD,
        (_, "iban" | "rib") | ("coordonnees", "bancaires") => Mark::ACCOUNT,
        ("auto" | "micro", "entrepreneur" | "entrepreneuse" | "entreprise")
        | ("entrepreneur" | "entreprise", "individuel" | "individuelle")
        | ("profession", "liberale")
        | (_, "autoentrepreneur" | "autoentrepreneuse" | "microentreprise" | "eirl") => {
            Mark::SOLE.with(Mark::COMPANY)
        }
        (
            _,
            "siren" | "siret" | "entreprise" | "entreprises" | "societe" | "rcs" | "kbis" | "tva"
            | "employeur" | "sirene",
        ) => Mark::COMPANY,
        _ => Mark::default(),
    }
}

fn papers(second: &str, first: &str, word: &str) -> Mark {
    match (first, word) {
        (_, "cni" | "cnie" | "identite" | "cin") => Mark::IDENTITY,
        (_, "passeport" | "passeports") => Mark::PASSPORT,
        (_, "sejour" | "agdref" | "etranger" | "recepisse") => Mark::PERMIT,
        (_, "permis" | "neph") => Mark::LICENCE,
        (
            _,
            "plaque" | "immat" | "vehicule" | "voiture" | "auto" | "moto" | "scooter" | "camion"
            | "camionnette" | "fourgon" | "remorque" | "siv" | "cession" | "fni" | "ci",
        )
        | ("carte", "grise") => Mark::VEHICLE,
        (_, word) if word.starts_with("immatricul") => Mark::VEHICLE,
        (
            _,
            "habite" | "habitent" | "habitant" | "demeure" | "demeurant" | "domicilie"
            | "domiciliee" | "loge" | "logee" | "reside" | "residant" | "adresse" | "adr"
            | "domicile",
        )
        | ("logement", "situe" | "sis")
        | ("vit" | "vivent", "a" | "au") => Mark::HOME,
        ("courrier" | "lettre", "au") if matches!(second, "le" | "un" | "la") => Mark::HOME,
        _ => Mark::default(),
    }
}

fn dates(second: &str, first: &str, word: &str) -> Mark {
    let event = match word {
        "rdv" | "rendez" | "echeance" | "avant" | "jusqu" | "depuis" | "courrier" | "lettre"
        | "facture" | "loi" | "decret" | "arrete" | "ordonnance" | "jugement" | "circulaire"
        | "version" | "valable" | "effet" | "contrat" | "bail" | "attestation" | "avis" | "au"
        | "du" | "des" | "en" | "annees" | "entre" => true,
        _ => [
            "recu", "envoye", "depose", "date", "delivre", "valid", "expire", "signe", "notifi",
            "embauch", "obten",
        ]
        .iter()
        .any(|stem| word.starts_with(stem)),
    };
    let birth = match (first, word) {
        // « acte de naissance du 3 mars » dates the paper.
        ("de", "naissance") => !matches!(
            second,
            "acte" | "actes" | "extrait" | "copie" | "certificat"
        ),
        (_, "naissance" | "naiss" | "ddn" | "dn" | "anniversaire") => true,
        ("ne" | "nee" | "nes" | "nees" | "e", "le") => first != "e" || second == "ne",
        _ => false,
    };
    let mark = if event { Mark::EVENT } else { Mark::default() };
    if birth { Mark::BIRTH.with(mark) } else { mark }
}
