//! Words around names: what announces one, what belongs to one, what makes it the name of a place.

use std::sync::LazyLock;

use super::super::words::{Words, words};

/// Words before a name that are no part of it.
pub(super) static CIVILITIES: Words = LazyLock::new(|| {
    words(
        "m mr mme mmes mlle mlles mm monsieur madame mademoiselle messieurs mesdames docteur dr \
     maitre me professeur pr famille epoux vve mrs",
    )
});

/// Civilities so short that a name in small letters follows: « mme durand ».
pub(super) static ALWAYS_NAMED: Words = LazyLock::new(|| words("mme mlle mr vve dr"));

/// Words after which a capital is a name.
pub(super) static CALLS: Words = LazyLock::new(|| {
    words(
        "appelle nomme nommee nommes prenomme prenommee prenom epouse veuve divorcee surnomme \
     surnommee prenoms denomme denommee",
    )
});

/// Words that say a name comes, and are never part of one.
pub(super) static LABELS: Words =
    LazyLock::new(|| words("nom noms prenom prenoms patronyme patronymes"));

/// Words that go on such a label: « nom de naissance », « prénom usuel ».
pub(super) static OF_LABELS: Words = LazyLock::new(|| {
    words(
        "de d et naissance famille jeune fille usage epouse epoux marital usuel usuels complet \
     patronymique officiel",
    )
});

/// Labels of what comes beside a name on a form: they end it.
pub(super) static OTHER_LABELS: Words = LazyLock::new(|| {
    words(
        "nom noms prenom prenoms patronyme naissance usage ne nee adresse adr tel tels telephone \
     portable mobile mail email mel courriel date ddn age sexe nationalite profession situation \
     code codes numero num cni passeport nir iban rib siret dossier matricule allocataire rdv",
    )
});

/// Words of kin: « fille de », « voisine », and the like.
pub(super) static KIN: Words = LazyLock::new(|| {
    words(
        "fils fille filles mari femme mere pere frere soeur neveu niece oncle tante cousin \
     cousine ami amie voisin voisine compagnon compagne conjoint conjointe epouse epoux veuve \
     veuf beau belle gendre bru tuteur tutrice curateur curatrice aidant aidante enfant \
     enfants petit petite grand bebe copain copine collegue",
    )
});

/// Words before a person.
pub(super) static BEFORE_PERSON: Words = LazyLock::new(|| {
    words(
        "avec chez voir vu vue recu recue appeler rappeler contacter prevenir accompagne \
     accompagnee par pour joindre demander de d a et usager",
    )
});

/// Of these, the ones that a first name in small letters may follow.
pub(super) static BEFORE_SMALL: Words = LazyLock::new(|| {
    words("avec chez voir vu vue appeler rappeler contacter prevenir joindre par a")
});

/// Words after a person.
pub(super) static AFTER_PERSON: Words = LazyLock::new(|| {
    words(
        "est a vient viendra veut souhaite rappelle rappellera passe passera demande dit n ne \
     avait etait sera revient reviendra va doit attend habite travaille accompagne appelle \
     appellera aide parle repasse repassera prefere pense sait peut arrive s se",
    )
});

/// Of these, the ones that say a person even after a first name in small letters.
pub(super) static AFTER_SMALL: Words = LazyLock::new(|| {
    words(
        "est vient viendra veut souhaite rappelle rappellera passera revient reviendra repassera \
         appellera",
    )
});

/// Words that make a name the name of a place or a thing.
pub(super) static PLACES: Words = LazyLock::new(|| {
    words(
        "rue avenue boulevard place square quai impasse allee cours chemin route lycee college \
     ecole maternelle universite faculte institut hopital clinique ehpad foyer residence \
     centre espace salle maison mediatheque bibliotheque gymnase stade piscine parc jardin \
     theatre cinema musee crypte eglise gare arret station metro tram ligne pont quartier \
     cite batiment tour fondation association loi prix creche campus saint",
    )
});

/// Small words inside a name.
pub(super) static PARTICLES: Words = LazyLock::new(|| {
    words("de du des le la les d el al ben bel ait ould van von da dos di del n o l mc st")
});
