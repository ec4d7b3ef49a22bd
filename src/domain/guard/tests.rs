//! The published vectors, the precedence, offsets, and what must stay quiet.

use super::*;

fn kinds(text: &str) -> Vec<String> {
    scan(text, &GuardLexicon::default(), 2026)
        .iter()
        .map(|f| f.kind.key().to_owned())
        .collect()
}

#[test]
fn valid_numbers_are_found_with_their_kind() {
    for (text, kind) in [
        ("NIR 1 40 20 99 351 012 33 noté", "nir"),
        ("2 85 05 2A 004 123 06", "nir"),
        ("1 79 11 2B 033 007 10", "nir"),
        ("1.60.05.20.004.017.02", "nir"),
        ("192059741102347", "nir"),
        ("2-99-12-75-108-999-35", "nir"),
        ("30 23 217 600 053", "spi"),
        ("01 23 456 789 211", "spi"),
        ("FR76 3000 6000 0112 3456 7890 189", "iban"),
        ("FR14 2004 1010 0505 0001 3M02 606", "iban"),
        ("fr7630006000011234567890189", "iban"),
        ("carte 4111 1111 1111 1111", "carte"),
        ("06 39 98 12 34", "mobile"),
        ("+33 6 39 98 12 34", "mobile"),
        ("+33 (0)6 39 98 12 34", "mobile"),
        ("0033639981234", "mobile"),
        ("01 99 00 12 34", "telephone"),
        ("écrit à prenom.nom@example.org hier", "mail"),
        ("prenom arobase example.org", "mail"),
        ("prenom (at) example.org", "mail"),
        ("numéro d’allocataire 1234567", "dossier"),
        ("plaque AB-123-CD", "plaque"),
        ("née le 02/02/1975", "naissance"),
        ("né le 2 février 1975", "naissance"),
        ("habite 12 bis rue des Lilas", "adresse"),
        ("vu avec Mme Durand", "nom"),
        ("elle s’appelle Martine", "nom"),
        ("mdp : Azerty12!", "code"),
        ("code : 482913", "code"),
        ("adresse 192.168.1.20", "technique"),
    ] {
        assert_eq!(kinds(text), [kind], "{text}");
    }
}

#[test]
fn what_looks_like_it_stays_quiet() {
    for text in [
        "étape 3 sur 5",
        "cerfa 15481*01",
        "montant 1 234 567,89 €",
        "article L. 262-2",
        "appeler le 3646 ou le 3939",
        "rdv le 12/03/2027 à 14 h 30",
        "échéance le 15/01/2010",
        "le mot de passe est refusé par le site",
        "la rue est barrée",
        "dossier complet, France Travail prévenu",
        "Rose des vents sur la carte Vitale",
        "140209935101234",
        "deux places libres, 2 place de parking",
        "code postal refusé : 5 chiffres demandés",
    ] {
        assert_eq!(kinds(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_announces_a_number_tells_what_it_is() {
    for (text, kind) in [
        ("08 00 12 34 56", "numero-service"),
        ("+262 639 98 12 34", "mobile"),
        ("+687 12 34 56", "telephone"),
        ("+44 20 7946 0958", "telephone"),
        ("tél 6 39 98 12 34", "mobile"),
        ("NIR 1 40 20 99 351 012 clé 33", "nir"),
        ("1 40 20 99 351 012", "nir-sans-cle"),
        ("n° sécu 1 40 20 99 351 012", "nir"),
        ("identifiant France Travail 1234567A", "france-travail"),
        ("CNI D2H6862M2", "piece"),
        ("passeport 12AB34567", "piece"),
        ("12AB34567 (passeport)", "piece"),
        ("titre de séjour 9912345678", "piece"),
        ("permis n° 13AA00001", "piece"),
        ("véhicule ab 123 cd", "plaque"),
        ("123 ABC 75", "plaque"),
        ("code reçu : 482 913", "code"),
        ("mot de passe Ameli : Lilas2024!", "code"),
        ("code FranceConnect = 482913", "code"),
        ("né en 1958", "naissance"),
        ("née à Lyon le 3/4/58", "naissance"),
        ("03/04/1958 (date de naissance)", "naissance"),
        ("12bis r. des Lilas 69003 Lyon", "adresse"),
        ("BP 123, 69003 Lyon", "adresse"),
        ("dupont . marie (arobase) laposte . net", "mail"),
        ("position 48.85661, 2.35222", "technique"),
        ("https://example.org/reset?token=abcdef123456", "technique"),
        ("2001:db8:1:2::5", "technique"),
        ("auto-entrepreneur, SIRET 732 829 320 00074", "siret-ei"),
        ("TVA FR44732829320", "siret"),
    ] {
        assert_eq!(kinds(text), [kind], "{text}");
    }
}

#[test]
fn what_is_written_alike_stays_quiet() {
    for text in [
        "rdv le 06/11/2026 10:30",
        "ouvert 09:00-12:00/14:00-17:30",
        "cases 01, 02, 03, 04, 05",
        "CAF joignable au 3230",
        "CAF : 1 234 567,89 € versés",
        "passeport : rdv le 12/03/2027 à 14 h",
        "acte de naissance délivré le 12/03/2020",
        "de 200 le mois",
        "version 10.0.0.1 installée",
        "rue barrée à 14 h 30 rue des Lilas",
        "mot de passe oublié : procédure expliquée",
        "mdp : [code masqué]",
        "code erreur : 1012",
        "4012345678901 lu sur le paquet",
    ] {
        assert_eq!(kinds(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn lines_that_machines_read_are_papers_when_their_digits_agree() {
    // The specimen of the standard, whose country does not exist.
    let line = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
    assert!(keys::machine_line(line));
    assert!(!keys::machine_line(&line.replace("L898902C3", "L898902C4")));
    assert_eq!(kinds(line), ["piece"]);
    assert_eq!(
        kinds("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"),
        ["piece"]
    );
}

#[test]
fn evasions_are_read_through() {
    for text in [
        "06\u{200b}39\u{200b}98\u{200b}12\u{200b}34",
        "0６ 39 98 12 34",
        "06&#32;39 98 12 34",
        "06\n39\n98\n12\n34",
        "06\u{202f}39\u{a0}98 12 34",
        "O6 39 98 12 34",
        "٠٦ 39 98 12 34",
    ] {
        assert_eq!(kinds(text), ["mobile"], "{text:?}");
    }
}

#[test]
fn offsets_are_those_of_what_was_typed() {
    let text = "Été : appeler le 06\u{202f}39 98 12 34, merci";
    let found = scan(text, &GuardLexicon::default(), 2026);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].text(text), "06\u{202f}39 98 12 34");
    assert_eq!(found[0].characters(text), (17, 31));
    let masked = apply(text, &found[0]);
    assert_eq!(masked, "Été : appeler le [téléphone masqué], merci");
    assert!(kinds(&masked).is_empty());
}

#[test]
fn composed_and_decomposed_say_the_same() {
    use unicode_normalization::UnicodeNormalization as _;
    let text = "Née le 2 février 1975, s’appelle Hélène";
    let apart: String = text.nfd().collect();
    assert_eq!(kinds(text), kinds(&apart));
    for finding in scan(&apart, &GuardLexicon::default(), 2026) {
        assert!(apart.is_char_boundary(finding.range.0));
        assert!(apart.is_char_boundary(finding.range.1));
    }
}

#[test]
fn a_company_number_is_no_card_and_tells_only() {
    let found = scan("SIRET 732 829 320 00074", &GuardLexicon::default(), 2026);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (&found[0].kind, found[0].severity),
        (&Kind::Company, Severity::Info)
    );
}

#[test]
fn red_never_leaves_and_orange_leaves_for_a_reason() {
    let lexicon = GuardLexicon::default();
    let red = "appeler le 06 39 98 12 34";
    let mut kept = Kept::new();
    kept.insert((Kind::Mobile, "06 39 98 12 34".to_owned()), Reason::Needed);
    assert_eq!(obstacles(red, &lexicon, 2026, &kept).len(), 1);
    let orange = "vu avec Mme Durand";
    assert_eq!(obstacles(orange, &lexicon, 2026, &Kept::new()).len(), 1);
    let mut kept = Kept::new();
    kept.insert((Kind::Name, "Durand".to_owned()), Reason::FalseAlarm);
    assert!(obstacles(orange, &lexicon, 2026, &kept).is_empty());
}

#[test]
fn time_grows_as_the_text_does() {
    // Counts of work are not exposed; this only keeps a quadratic detector from coming back.
    let text = "06 39 98 12 34 Mme Durand 12 rue des Lilas ".repeat(2000);
    assert!(scan(&text, &GuardLexicon::default(), 2026).len() >= 6000);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,120}") {
        for finding in scan(&text, &GuardLexicon::default(), 2026) {
            proptest::prop_assert!(text.get(finding.range.0..finding.range.1).is_some());
            proptest::prop_assert!(finding.range.0 < finding.range.1);
        }
    }

    #[test]
    fn masking_removes_the_value(prefix in "[a-z ]{0,12}", digits in "0[67][0-9]{8}") {
        let text = format!("{prefix} {digits} fin");
        let found = scan(&text, &GuardLexicon::default(), 2026);
        proptest::prop_assert!(!found.is_empty());
        let masked = apply(&text, &found[0]);
        proptest::prop_assert!(!masked.contains(&digits));
    }
}
