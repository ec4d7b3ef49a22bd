//! Notes with nothing to hide, full of what looks like it: amounts, references, organisms, dates.

use super::clean_words::{ACTS, BODIES, DAYS, DOCUMENTS, MONTHS, PLACES, SERVICE_PHONES, VERBS};
use super::draw::{Draw, grouped};

fn amount(draw: &mut Draw) -> String {
    let length = draw.between(2, 7);
    let whole = format!("{}{}", draw.between(1, 9), draw.digits(length - 1));
    let sizes: &[usize] = match length % 3 {
        1 => &[1, 3, 3],
        2 => &[2, 3, 3],
        _ => &[3, 3],
    };
    let cents = draw.digits(2);
    match draw.below(5) {
        0 => format!("{} €", grouped(&whole, sizes, " ")),
        1 => format!("{},{cents} €", grouped(&whole, sizes, "\u{202f}")),
        2 => format!("{},{cents} euros", grouped(&whole, sizes, " ")),
        3 => format!("{whole}.{cents} EUR"),
        _ => format!("{},{cents}€", grouped(&whole, sizes, ".")),
    }
}

fn hour(draw: &mut Draw) -> String {
    let (h, m) = (draw.between(8, 18), draw.below(12) * 5);
    match draw.below(5) {
        0 => format!("{h} h {m:02}"),
        1 => format!("{h}h{m:02}"),
        2 => format!("{h:02}:{m:02}"),
        3 => format!("{h}h"),
        _ => format!("{h} h"),
    }
}

fn day(draw: &mut Draw) -> String {
    let (d, m, y) = (
        draw.between(1, 28),
        draw.between(1, 12),
        draw.between(2024, 2027),
    );
    let month = MONTHS.get(m - 1).copied().unwrap_or_default();
    match draw.below(7) {
        0 => format!("{d:02}/{m:02}/{y}"),
        1 => format!("{d:02}/{m:02}"),
        2 => format!("{d:02}.{m:02}.{y}"),
        3 => format!("{d} {month} {y}"),
        4 => format!("{d} {month}"),
        5 => format!("{d}/{m}/{}", y % 100),
        _ => format!("{} {d} {month}", draw.one(&DAYS)),
    }
}

/// References that are nobody's identifier.
fn reference(draw: &mut Draw) -> String {
    let four = draw.digits(4);
    let letters = draw.letters(2, "ABCDEFGHJKLMNPQRSTVWXYZ");
    match draw.below(14) {
        0 => format!(
            "cerfa {}*0{}",
            draw.between(10_000, 16_999),
            draw.between(1, 9)
        ),
        1 => format!(
            "article L. {}-{}",
            draw.between(100, 900),
            draw.between(1, 60)
        ),
        2 => format!(
            "article R{}-{} du code",
            draw.between(100, 900),
            draw.between(1, 60)
        ),
        3 => format!("colis {}{}", draw.one(&["8G", "6A", "5Y"]), draw.digits(11)),
        4 => format!(
            "recommandé {}{} {} {} {} {}",
            draw.between(1, 2),
            draw.letters(1, "ACDEX"),
            draw.digits(3),
            draw.digits(3),
            four,
            draw.below(10)
        ),
        5 => format!("envoi {letters}{}FR", draw.digits(9)),
        6 => format!("facture n° F{}-{four}", draw.between(2023, 2026)),
        7 => format!(
            "commande {}-{}-{}",
            draw.digits(3),
            draw.digits(4),
            draw.digits(2)
        ),
        8 => format!(
            "ISBN 978-2-{}-{}-{}",
            draw.digits(4),
            draw.digits(4),
            draw.below(10)
        ),
        9 => format!(
            "version {}.{}.{}",
            draw.between(1, 19),
            draw.below(30),
            draw.below(10)
        ),
        10 => format!("formulaire S{}", draw.between(3000, 3999)),
        11 => format!("imprimante {letters}-{}", draw.digits(4)),
        12 => format!("erreur {}", draw.between(400, 599)),
        _ => format!(
            "décret n° {}-{} du {} {}",
            draw.between(1990, 2025),
            draw.between(1, 1800),
            draw.between(2, 28),
            draw.one(&MONTHS)
        ),
    }
}

#[expect(clippy::too_many_lines, reason = "one sentence a line")]
fn sentence(draw: &mut Draw) -> String {
    let (body, place, paper, act) = (
        draw.one(&BODIES),
        draw.one(&PLACES),
        draw.one(&DOCUMENTS),
        draw.one(&ACTS),
    );
    let (verb, call) = (draw.one(&VERBS), draw.one(&SERVICE_PHONES));
    let (sum, time, when, code) = (amount(draw), hour(draw), day(draw), reference(draw));
    let count = draw.between(2, 40);
    match draw.below(44) {
        0 => format!("Rdv avec {body} le {when} à {time}."),
        1 => format!("{act} faite, il manque le {paper}"),
        2 => format!("Appel au {call}, attente {count} min."),
        3 => format!("Madame {verb}."),
        4 => format!("monsieur {verb}"),
        5 => format!("mme {verb}"),
        6 => format!("Total : {sum}, échéance le {when}."),
        7 => format!("Orientation vers {body}, {place}."),
        8 => format!("{code}, imprimé et remis"),
        9 => format!("Permanence au {place} le {when}, {time}"),
        10 => format!("Paiement de {sum} refusé, reprise le {when}"),
        11 => format!("FAIT : {act}. MANQUE : {paper}. SUITE : {when}."),
        12 => format!("Étape {} sur {count} validée", draw.between(1, 4)),
        13 => format!("{count} pages scannées, {paper} ajouté au dossier"),
        14 => format!("Suivi {code} ; retrait possible dès {time}"),
        15 => format!("Courrier de {body} du {when} expliqué"),
        16 => format!("{act} commencée le {when}, brouillon gardé {count} jours"),
        17 => format!(
            "Site {} lent, page {code}",
            draw.one(&[
                "Ameli",
                "caf.fr",
                "ANTS",
                "impots.gouv.fr",
                "Mon Compte Formation",
                "Mon Espace Santé"
            ])
        ),
        18 => format!("Accueil fermé de {time} à {}, revenir {when}", hour(draw)),
        19 => format!("Dossier complet envoyé à {body}."),
        20 => format!(
            "{paper} périmé depuis {}, {act} lancée",
            draw.between(2019, 2025)
        ),
        21 => format!("Bus {} jusqu'à {place}, départ {time}", draw.between(1, 99)),
        22 => format!("Loyer {sum}, charges {sum}"),
        23 => format!("À rappeler : numéro sur la fiche papier, rien ici. {when}"),
        24 => format!("L'usager {verb}"),
        25 => format!(
            "{} DOSSIER COMPLET, {} PAGES",
            draw.one(&["OK", "URGENT :", "RDV PRIS."]),
            count
        ),
        26 => format!("Compte {body} ouvert, {paper} à joindre en PDF de {count} Ko"),
        27 => format!("Atelier numérique {place}, {count} inscrits, {when}"),
        28 => format!("Revenu fiscal {sum} lu sur l'avis"),
        29 => format!("{count} % de remise, soit {sum}"),
        30 => format!("Numéro de dossier donné à l'usager, pas noté. Délai {count} jours"),
        31 => format!(
            "Le code postal demandé est celui de {}",
            draw.one(&[
                "Villeurbanne",
                "Saint-Priest",
                "Le Creusot",
                "Aix-les-Bains"
            ])
        ),
        32 => format!("Prochaine déclaration avant le {when} {time}"),
        33 => format!("Message à {body} : {code}"),
        34 => format!(
            "Trimestres de {} à {} à corriger",
            draw.between(1975, 1999),
            draw.between(2000, 2012)
        ),
        35 => format!(
            "{} mois de bulletins, années {} et {}",
            draw.between(2, 12),
            draw.between(1985, 2000),
            draw.between(2001, 2024)
        ),
        36 => format!(
            "Rue {} barrée, entrée par {place}",
            draw.one(&["Pasteur", "de la Gare", "des Lilas", "Garibaldi"])
        ),
        37 => format!(
            "Borne n° {} en panne, poste {} libre",
            draw.between(1, 4),
            draw.between(1, 12)
        ),
        38 => format!(
            "Simulation : {sum} par mois pendant {} mois",
            draw.between(2, 24)
        ),
        39 => format!("Attestation du {when}, {code}"),
        40 => format!("Carte de transport à retirer au {place}"),
        41 => format!(
            "Horaires : {time} - {} / {} - {}",
            hour(draw),
            hour(draw),
            hour(draw)
        ),
        42 => format!(
            "Ticket n° {}, guichet {}, {}",
            draw.digits(3),
            draw.between(1, 6),
            time
        ),
        _ => format!("{act} : {count} minutes, {body} prévenue"),
    }
}

/// Clean notes, of one to three sentences.
pub(crate) fn clean_notes(seed: u64, count: usize) -> Vec<String> {
    let mut draw = Draw::part(seed, 100);
    (0..count)
        .map(|_| {
            let sentences: Vec<String> = (0..draw.between(1, 3))
                .map(|_| sentence(&mut draw))
                .collect();
            sentences.join(draw.one(&[" ", "\n", ". ", " - "]))
        })
        .collect()
}
