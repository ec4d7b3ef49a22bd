//! The document: the trust sheet, then how the guard's figures were obtained.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use reflexe_personas::domain::guard::{GuardLexicon, Severity};
use reflexe_personas::domain::lint::Pattern;

use crate::corpus;
use crate::corpus::measure::{Clean, Score};
use crate::figures::{Measure, count, head, row, share, with_interval};
use crate::guard::Measured;

/// Lines of the sheet that other commands measure, and their targets.
const LINES: [(&str, &str); 16] = [
    (
        "arrêts brutaux (kill -9) sans perte",
        "10\u{202f}000 sur 10\u{202f}000",
    ),
    (
        "pannes d’écriture injectées",
        "≥ 400 points, 0 fichier abîmé",
    ),
    (
        "kits malformés essayés",
        "≥ 1\u{202f}000\u{202f}000, 0 arrêt",
    ),
    ("vecteurs externes", "≥ 900, tous expliqués"),
    (
        "différentiel avec python-stdnum",
        "500\u{202f}000 numéros, 0 inexpliqué",
    ),
    ("canaris retrouvés après la fermeture", "0"),
    ("éléments sans nom (kittest)", "0"),
    ("un entretien entier par rôles et noms (AT-SPI)", "0"),
    ("écrans utilisables au clavier", "100\u{a0}%"),
    (
        "contraste le plus faible",
        "≥ 4,5:1 (7:1 en contraste élevé)",
    ),
    (
        "images au repos en 60 s / processeur",
        "≤ 2 / ≤ 1\u{a0}% (3\u{a0}% en rendu logiciel)",
    ),
    ("démarrage, carte graphique / logiciel", "≤ 1,5 s / ≤ 3 s"),
    ("connexions réseau ouvertes", "0"),
    (
        "unsafe dans notre code / avis de sécurité ouverts",
        "0 / 0, « non vérifié » si la base est hors de portée",
    ),
    ("lignes couvertes du cœur", "≥ 90\u{a0}%"),
    ("mutants tués", "≥ 80\u{a0}%"),
];

/// Rows of the corpus as the document names them, with the kind of alert.
const NAMES: [(&str, &str, &str); 25] = [
    ("nir", "NIR avec sa clé", "nir"),
    ("nir-sans-cle", "NIR sans clé", "nir-sans-cle"),
    ("spi", "numéro fiscal", "spi"),
    ("iban", "IBAN, RIB", "iban"),
    ("carte", "carte bancaire", "carte"),
    ("siret", "SIREN, SIRET (information)", "siret"),
    ("mobile", "téléphone mobile", "mobile"),
    ("telephone", "autre téléphone", "telephone"),
    ("mail", "adresse électronique", "mail"),
    ("dossier-caf", "numéro d’allocataire", "dossier"),
    (
        "france-travail",
        "identifiant France Travail",
        "france-travail",
    ),
    ("plaque", "plaque depuis 2009", "plaque"),
    ("plaque-fni", "plaque d’avant 2009", "plaque"),
    ("piece", "pièce d’identité, titre, permis", "piece"),
    ("mrz", "ligne lue par machine", "piece"),
    ("naissance", "date de naissance", "naissance"),
    ("adresse", "adresse postale", "adresse"),
    ("nom", "nom de personne", "nom"),
    ("code", "mot de passe, code", "code"),
    (
        "technique",
        "adresse IP, lien à jeton, position",
        "technique",
    ),
    (
        "mobile-suivi",
        "mobile que d’autres chiffres suivent",
        "mobile",
    ),
    (
        "etranger",
        "téléphone étranger annoncé, après 00",
        "telephone",
    ),
    ("insulte", "insulte après une civilité", "insulte"),
    ("formulaire", "« Nom : … Prénom : … », les deux", "nom"),
    ("deux", "deux identifiants dans une note, les deux", ""),
];

/// Kinds of which an alert blocks.
const RED: [&str; 10] = [
    "nir", "spi", "iban", "carte", "mobile", "mail", "dossier", "piece", "code", "insulte",
];

/// Kinds of which an alert asks for a mask or a reason.
const ORANGE: [&str; 8] = [
    "nir-sans-cle",
    "telephone",
    "france-travail",
    "plaque",
    "naissance",
    "adresse",
    "nom",
    "technique",
];

/// The whole document.
pub(crate) fn document(guard: &Measured, words: &GuardLexicon, measures: &[Measure]) -> String {
    let mut text = String::from(
        "# Ce qui est promis, et ce qui est mesuré\n\n\
         Ce document est fait par une commande, `cargo run --release --no-default-features --example trust > docs/CONFIANCE.md`.\n\
         Elle recompte tout ce qui concerne le garde de la note ; le reste vient des fichiers de `docs/trust/`, que d’autres commandes écrivent et datent.\n\
         Une ligne « non mesuré » n’est pas une promesse tenue.\n\n",
    );
    text += &trust_sheet(guard, measures);
    text += &identifiers(guard);
    text += &quiet(guard);
    text += &disguises(guard);
    text += &others(measures);
    text += &lexicon(words);
    text += LIMITS;
    text
}

/// What stays out of reach, said once.
const LIMITS: &str = "## Ce que ces chiffres ne disent pas\n\n\
    - Le corpus et les détecteurs sont du même atelier. La graine publiée n’a pas servi à régler les détecteurs, les listes de noms et les clés sont écrites deux fois, et des gens que d’autres inventent (Faker) sont mesurés à part ; de vraies notes, lues avec l’accord des personnes, diraient mieux.\n\
    - Ce que Faker et python-stdnum ont montré au premier passage a servi à corriger : 954 noms et 932 adresses sur 1 000 étaient alors trouvés. La graine de Faker publiée est une autre, comptée seulement.\n\
    - Un nom rare en petites lettres, sans civilité ni parenté devant, passe : « vu avec wassila mbappou ».\n\
    - Un prénom qui est aussi un mot (Rose, Pierre) n’est vu qu’avec un nom, une parenté ou « avec ».\n\
    - Une rue sans numéro ni code postal n’est vue qu’après « habite », « adresse » et semblables.\n\
    - Dix chiffres étrangers qui commencent par 06 ou 07 s’écrivent comme un mobile français et sont pris pour lui.\n\
    - Les chiffres en lettres (« zéro six… ») ne sont lus que pour un numéro de téléphone entier.\n\
    - Le garde aide à ne pas écrire ; il ne remplace pas la relecture.\n";

/// What a line is called when it was measured for longer than at each run, now and then.
fn long(line: &str) -> String {
    format!("{line}, forme longue")
}

/// The line of the sheet that has this name.
fn find<'m>(measures: &'m [Measure], line: &str) -> Option<&'m Measure> {
    measures.iter().find(|measure| measure.line == line)
}

fn trust_sheet(guard: &Measured, measures: &[Measure]) -> String {
    let mut text = String::from("## Fiche de confiance\n\n");
    text += &head(&["Ligne", "Mesuré", "Cible", "Le", "Commande"]);
    let here = "`cargo run … --example trust`";
    for (line, value, target) in computed(guard) {
        text += &row(&[line, &value, target, "à chaque passage", here]);
    }
    for (line, target) in LINES {
        text += &match find(measures, line) {
            Some(m) => {
                let value = match find(measures, &long(line)) {
                    Some(long) => format!(
                        "{} à chaque passage\u{202f}; {} le {}",
                        m.value, long.value, long.date
                    ),
                    None => m.value.clone(),
                };
                row(&[line, &value, target, &m.date, &format!("`{}`", m.command)])
            }
            None => row(&[line, "non mesuré", target, "", ""]),
        };
    }
    text.push('\n');
    text
}

/// Lines that are counted here.
fn computed(guard: &Measured) -> [(&'static str, String, &'static str); 2] {
    let first = ["nir", "spi", "iban", "carte", "mobile", "telephone", "mail"];
    let recalls: Vec<String> = first
        .iter()
        .filter_map(|row| guard.rows.get(row))
        .map(|score| share(score.found, score.notes))
        .collect();
    let sum = |of: fn(&Clean) -> usize| guard.clean.iter().map(of).sum::<usize>();
    let notes = sum(|clean| clean.notes);
    [
        (
            "rappel NIR / numéro fiscal / IBAN / carte / mobile / autre téléphone / e-mail",
            recalls.join(" / "),
            "≥ 99,5\u{a0}% chacun",
        ),
        (
            "notes sans rien à cacher qui alertent, orange / rouge",
            format!(
                "{} / {} sur {}",
                share(sum(|clean| clean.orange.len()), notes),
                share(sum(|clean| clean.red.len()), notes),
                count(notes)
            ),
            "≤ 10\u{a0}% / ≤ 1\u{a0}%",
        ),
    ]
}

fn identifiers(guard: &Measured) -> String {
    let notes: usize = guard.rows.values().map(|score| score.notes).sum();
    let mut text = format!(
        "## Identifiants\n\n\
         {} notes engendrées, un identifiant dans chacune ou deux, graine {}.\n\
         « Trouvé » : signalé sous son nom, et rien n’en reste hors de ce qui serait masqué, pas un chiffre.\n\
         « Exact » : ce qui serait masqué est l’identifiant et rien d’autre. « À tort » compte aussi les {} notes sans identifiant.\n\
         Entre parenthèses, l’intervalle de Wilson à 95 %. « Façons » : écritures et phrases différentes, chiffres et lettres confondus.\n\n",
        count(notes),
        corpus::SEED,
        count(guard.clean.iter().map(|clean| clean.notes).sum()),
    );
    text += &head(&[
        "Identifiant",
        "Notes",
        "Façons",
        "Trouvés",
        "Rappel",
        "Cible",
        "Exacts",
        "Alertes à tort",
        "Précision",
    ]);
    let mut told = BTreeSet::new();
    for (key, name, kind) in NAMES {
        let score = guard.rows.get(key).copied().unwrap_or_default();
        let (right, _) = guard.kinds.get(kind).copied().unwrap_or_default();
        let wrong = guard.wrong(kind);
        // Two rows of one kind share its precision, told once.
        let (false_alarms, precision) = if kind.is_empty() {
            ("voir chacun".to_owned(), String::new())
        } else if told.insert(kind) {
            (count(wrong), with_interval(right, right + wrong))
        } else {
            ("voir plus haut".to_owned(), String::new())
        };
        let shapes = guard.shapes.get(key).copied().unwrap_or_default();
        text += &row(&[
            name,
            &count(score.notes),
            &count(shapes),
            &count(score.found),
            &with_interval(score.found, score.notes),
            &target(key),
            &share(score.exact, score.notes),
            &false_alarms,
            &precision,
        ]);
    }
    for (name, kinds, asked) in [
        ("toutes les alertes rouges", &RED[..], "≥ 99\u{a0}%"),
        ("toutes les alertes orange", &ORANGE[..], "≥ 90\u{a0}%"),
    ] {
        let right: usize = kinds
            .iter()
            .filter_map(|kind| guard.kinds.get(*kind))
            .map(|(right, _)| right)
            .sum();
        let wrong: usize = kinds.iter().map(|kind| guard.wrong(kind)).sum();
        let _ = writeln!(
            text,
            "\nPrécision, {name} : {} ; cible {asked}.",
            with_interval(right, right + wrong)
        );
    }
    text.push('\n');
    text
}

fn target(row: &str) -> String {
    let percent = 100.0 * corpus::target(row);
    let places = usize::from(percent.fract() > 0.01);
    format!("≥ {}\u{a0}%", crate::figures::decimal(percent, places))
}

fn quiet(guard: &Measured) -> String {
    let mut text = String::from(
        "## Notes ordinaires et pièges\n\n\
         Les pièges sont écrits pour ressembler à ce qu’il faut cacher : montants, articles de loi, rendez-vous, sigles, fleurs et rues barrées.\n\n",
    );
    text += &head(&[
        "Textes",
        "Combien",
        "Rouge à tort",
        "Orange à tort",
        "dont un identifiant",
        "dont un mot du lexique seul",
    ]);
    let names = [
        "notes engendrées",
        "notes écrites à la main",
        "pièges écrits à la main",
    ];
    for (name, clean) in names.iter().zip(&guard.clean) {
        let orange = clean.orange.len();
        text += &row(&[
            name,
            &count(clean.notes),
            &with_interval(clean.red.len(), clean.notes),
            &with_interval(orange, clean.notes),
            &count(clean.orange_identifiers),
            &count(orange - clean.orange_identifiers),
        ]);
    }
    text += "\nCible : au plus 1 note sur 100 en rouge, 1 sur 10 en orange.\n\n";
    text
}

fn disguises(guard: &Measured) -> String {
    let mut text = String::from(
        "## Déguisements\n\n\
         Deux mille notes dont l’identifiant est déformé, exprès ou par un copier-coller.\n\n",
    );
    text += &head(&["Déguisement", "Notes", "Encore trouvés", "Part"]);
    let mut total = Score::default();
    for (name, (all, found)) in corpus::TRICKS.iter().zip(&guard.tricks) {
        total.notes += all;
        total.found += found;
        text += &row(&[
            name,
            &count(*all),
            &count(*found),
            &with_interval(*found, *all),
        ]);
    }
    text += &row(&[
        "tous",
        &count(total.notes),
        &count(total.found),
        &with_interval(total.found, total.notes),
    ]);
    text += "\nCible : au moins 95 %.\n\n";
    text
}

/// What other commands measured and the sheet has no line for.
fn others(measures: &[Measure]) -> String {
    let mut text = String::from(
        "## Autres mesures\n\n\
         Les temps dépendent de la machine et de ce qu’elle fait par ailleurs.\n\n",
    );
    text += &head(&["Mesure", "Valeur", "Cible", "Le", "Commande"]);
    let sheet = |line: &str| {
        let mut lines = LINES.iter();
        lines.any(|(known, _)| *known == line || long(known) == line)
    };
    for m in measures.iter().filter(|measure| !sheet(&measure.line)) {
        let command = format!("`{}`", m.command);
        text += &row(&[&m.line, &m.value, &m.target, &m.date, &command]);
    }
    text.push('\n');
    text
}

fn lexicon(words: &GuardLexicon) -> String {
    let forms = |patterns: &[Pattern]| patterns.iter().map(Pattern::forms).sum::<usize>();
    let of = |severity: Severity| {
        let categories = words.categories().iter();
        categories
            .filter(|category| category.severity == Some(severity))
            .count()
    };
    let terms: usize = words.categories().iter().map(|c| forms(&c.terms)).sum();
    let unless: usize = words.categories().iter().map(|c| forms(&c.unless)).sum();
    format!(
        "## Lexique\n\n\
         Version {} : {} formes dans {} familles ({} rouge, {} orange, {} d’information), {} formes qui y échappent, {} propositions de mots neutres.\n\
         Un début de mot suivi d’une étoile compte pour une forme.\n\
         Le garde connaît {} prénoms, dont {} qui sont aussi d’autres mots, {} noms de famille, et {} mots à majuscule qui ne nomment personne.\n\n",
        words.version,
        count(terms),
        words.categories().len(),
        of(Severity::Red),
        of(Severity::Orange),
        of(Severity::Info),
        count(unless),
        words.proposals().len(),
        count(words.names.first.len() + words.names.ambiguous.len()),
        words.names.ambiguous.len(),
        words.names.last.len(),
        words.names.never.len(),
    )
}
