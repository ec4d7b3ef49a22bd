//! From ron's errors to sentences a manager can act on.
//!
//! ron says where its parser stood; the mistake is often a little earlier (a quote, a comma, a bracket).
//! These functions must never hide a fault: at worst they repeat that something is unexpected here.

use std::ops::Range;

use ron::error::{Error, SpannedError};

use super::scan::{Break, Token};
use super::scene::{Scene, before, byte_of};
use crate::domain::validate::wording::{closest, french, some_of};
use crate::store::finding::Fault;

fn fault(at: usize, message: &str, cure: &str) -> Fault {
    Fault {
        at,
        message: french(message),
        cure: french(cure),
    }
}

/// Says what is wrong with the brackets.
pub(super) fn bracket(text: &str, at: usize, kind: Break) -> Fault {
    match kind {
        Break::NotOpened => match text.get(at..).and_then(|rest| rest.chars().next()) {
            None => fault(
                at,
                "Le fichier est vide, ou s’arrête avant sa première parenthèse.",
                "Une liste s’écrit [ … ], un kit ou un persona ( … ).",
            ),
            Some(found) => fault(
                at,
                &format!("« {found} » ne peut pas commencer ici."),
                "Une liste commence par un crochet [, un kit ou un persona par une parenthèse (.",
            ),
        },
        Break::MissingComma => fault(
            before(text, at),
            "Il manque une virgule après cet élément.",
            "Ajoutez « , » à la fin de la ligne.",
        ),
        Break::Mismatch(from) => {
            let opened = text.get(from..from + 1).unwrap_or_default();
            let closes = text.get(at..at + 1).unwrap_or_default();
            if from >= at || !"([{".contains(opened) {
                fault(
                    at,
                    &format!("« {closes} » ferme ce qui n’est pas ouvert."),
                    "Retirez ce signe, ou ajoutez celui qui l’ouvre.",
                )
            } else {
                fault(
                    at,
                    &format!("« {opened} » est fermé par « {closes} »."),
                    "Fermez ( par ), [ par ] et { par }.",
                )
            }
        }
        Break::Unclosed(from) => {
            let opened = text.get(from..from + 1).unwrap_or_default();
            let closes = sign_name(match opened {
                "[" => "]",
                "{" => "}",
                _ => ")",
            });
            fault(
                before(text, at),
                &format!("Le fichier s’arrête trop tôt : il manque {closes}."),
                "Ajoutez le signe qui manque à la fin, ou restaurez une copie complète du fichier.",
            )
        }
        Break::Trailing => fault(
            at,
            "Il y a du texte après la fin.",
            "Retirez ce qui suit la dernière parenthèse ou le dernier crochet, ou retirez le signe en trop qui ferme avant.",
        ),
        Break::UnclosedText => unclosed_text(at),
        Break::UnclosedComment => unclosed_comment(at),
    }
}

fn unclosed_text(at: usize) -> Fault {
    fault(
        at,
        "Il manque le guillemet qui ferme ce texte.",
        "Ajoutez un guillemet droit \" à la fin du texte.",
    )
}

fn unclosed_comment(at: usize) -> Fault {
    fault(
        at,
        "Ce commentaire /* n’est jamais fermé.",
        "Ajoutez */ à sa fin, ou commencez chaque ligne par //.",
    )
}

/// Explains an error of an element written at `range`.
pub(super) fn explain(text: &str, range: &Range<usize>, error: &SpannedError) -> Fault {
    let slice = text.get(range.clone()).unwrap_or_default();
    let at = range.start + byte_of(slice, &error.span.end);
    let scene = Scene::new(text, range, at);
    if matches!(error.code, Error::ExceededRecursionLimit) {
        fault(
            at,
            "Trop de parenthèses les unes dans les autres.",
            "Simplifiez cet élément : personne ne peut relire une condition aussi profonde.",
        )
    } else {
        quotes(&scene)
            .or_else(|| habits(&scene))
            .unwrap_or_else(|| by_code(&scene, &error.code))
    }
}

/// Faults of quotes, which show far from where they are.
fn quotes(scene: &Scene<'_>) -> Option<Fault> {
    if let Some(at) = scene.swallowing {
        return Some(unclosed_text(at));
    }
    if let Some(at) = scene.unclosed_comment {
        return Some(unclosed_comment(at));
    }
    let here = scene.here();
    let glued = scene.last.as_ref().is_some_and(|(token, place)| {
        *token == Token::Text
            && !scene
                .text
                .get(place.end..scene.start())
                .unwrap_or_default()
                .contains('\n')
    });
    if glued
        && matches!(scene.here, Some((Token::Word, _)))
        && scene.after != Some(Token::Colon)
        && !here.starts_with([';', '.', '|', '='])
    {
        return Some(fault(
            scene.start(),
            "Un guillemet droit ferme ce texte trop tôt.",
            "Dans un texte, écrivez « … » pour citer, ou \\\" pour garder le guillemet droit.",
        ));
    }
    if here.starts_with(['«', '»', '“', '”', '„', '‘', '’', '‹', '\'']) {
        return Some(fault(
            scene.start(),
            "Un texte ne s’écrit pas entre ces guillemets.",
            "Entourez le texte de guillemets droits \" (touche 3 du clavier français).",
        ));
    }
    None
}

/// Habits from French typing, spreadsheets, JSON and other languages.
fn habits(scene: &Scene<'_>) -> Option<Fault> {
    let here = scene.here();
    let at = scene.start();
    if here.starts_with(['\u{a0}', '\u{202f}', '\u{feff}', '\u{200b}']) {
        return Some(fault(
            at,
            "Il y a une espace insécable ou un caractère invisible hors d’un texte.",
            "Effacez cette espace et retapez une espace ordinaire.",
        ));
    }
    let digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    if digit(here)
        && matches!(scene.last, Some((Token::Comma, _)))
        && digit(scene.word(scene.last_but_one.as_ref()))
        && !matches!(scene.open, Some((b'[', _)))
    {
        return Some(fault(
            at,
            "Un nombre à virgule s’écrit ici avec un point.",
            "Écrivez 0.5 et non 0,5.",
        ));
    }
    if scene.after == Some(Token::Colon)
        && matches!(scene.open, Some((b'[', _)))
        && matches!(scene.here, Some((Token::Word, _)))
    {
        return Some(missing_close(scene, at));
    }
    if here.starts_with(';') || scene.word(scene.last.as_ref()).ends_with(';') {
        return Some(fault(
            if here.starts_with(';') {
                at
            } else {
                scene.last_start()
            },
            "Un point-virgule est écrit à la place d’une virgule.",
            "Séparez les champs par une virgule « , ».",
        ));
    }
    if here.starts_with('=') {
        return Some(fault(
            at,
            "Un signe = est écrit à la place de deux-points.",
            "Écrivez le nom du champ, puis deux-points : « code: \"E1\" ».",
        ));
    }
    if here.starts_with('#') || here.starts_with("--") {
        return Some(fault(
            at,
            "Un commentaire ne s’écrit pas ainsi.",
            "Commencez la ligne de commentaire par //.",
        ));
    }
    if here == "{" && !matches!(scene.last, Some((Token::Colon, _))) {
        return Some(fault(
            at,
            "Une accolade { est écrite à la place d’une parenthèse.",
            "Écrivez un élément entre parenthèses : ( id: \"…\", … ).",
        ));
    }
    None
}

/// A field begins while a list or a map is still open.
fn missing_close(scene: &Scene<'_>, at: usize) -> Fault {
    let (sign, cure) = match scene.open {
        Some((b'{', _)) => ("l’accolade }", "Ajoutez }, avant ce champ."),
        _ => ("le crochet ]", "Ajoutez ], avant ce champ."),
    };
    fault(
        before(scene.text, at),
        &format!("Il manque {sign} avant le champ suivant."),
        cure,
    )
}

fn unknown(scene: &Scene<'_>, what: &str, found: &str, expected: &[&str], of: &str) -> Fault {
    let at = scene.written(found);
    let next = scene
        .text
        .get(at + found.len()..scene.range.end)
        .unwrap_or_default()
        .trim_start();
    let meant = closest(found, expected.iter().copied());
    if what == "Mot" && next.starts_with(':') && meant.is_none() {
        return missing_close(scene, at);
    }
    let message = match meant {
        Some(candidate) => {
            format!("{what} inconnu : « {found} ». Vouliez-vous dire « {candidate} » ?")
        }
        None => format!("{what} inconnu : « {found} »."),
    };
    let cure = format!("{of} : {}.", some_of(expected.iter().copied()));
    fault(at, &message, &cure)
}

fn by_code(scene: &Scene<'_>, code: &Error) -> Fault {
    let here = scene.here();
    let at = scene.start();
    match code {
        Error::NoSuchStructField {
            found, expected, ..
        } => unknown(scene, "Champ", found, expected, "Champs possibles"),
        Error::NoSuchEnumVariant {
            found, expected, ..
        } => unknown(scene, "Mot", found, expected, "Mots possibles"),
        Error::MissingStructField { field, .. } => fault(
            scene.open.map_or(scene.range.start, |(_, start)| start),
            &format!("Le champ « {field} » manque."),
            &format!("Ajoutez « {field}: …, » dans ces parenthèses."),
        ),
        Error::DuplicateStructField { field, .. } => fault(
            scene.written(field),
            &format!("Le champ « {field} » est écrit deux fois."),
            "Gardez une seule des deux lignes.",
        ),
        Error::ExpectedBoolean => boolean(scene),
        Error::ExpectedString
            if scene.after == Some(Token::Colon) && matches!(scene.open, Some((b'{', _))) =>
        {
            missing_close(scene, at)
        }
        Error::ExpectedString => fault(
            at,
            "Un texte entre guillemets est attendu ici.",
            "Entourez le texte de guillemets droits : \"…\".",
        ),
        Error::ExpectedStringEnd => unclosed_text(scene.last_start()),
        Error::UnclosedBlockComment => unclosed_comment(at),
        Error::InvalidEscape(_) => fault(
            scene.at,
            "Une barre oblique inverse \\ n’est pas suivie d’un code connu.",
            "Doublez-la : \\\\, ou remplacez-la par /.",
        ),
        Error::IntegerOutOfBounds => fault(
            at,
            "Ce nombre est trop grand, ou négatif là où il ne peut pas l’être.",
            "Écrivez un nombre entier positif raisonnable.",
        ),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => fault(
            at,
            "Un nombre entier est attendu ici, sans guillemets.",
            "Écrivez par exemple 2.",
        ),
        Error::ExpectedFloat | Error::FloatUnderscore | Error::UnderscoreAtBeginning => fault(
            at,
            "Un nombre est attendu ici, sans guillemets ni signe %.",
            "Écrivez par exemple 0.5 ou 15.",
        ),
        Error::Message(message) if message.ends_with('.') => fault(
            scene.last_start(),
            message,
            "Corrigez cette valeur, ou gardez une seule des deux lignes.",
        ),
        _ => by_shape(scene, code, here, at),
    }
}

/// Names a closing sign.
fn sign_name(sign: &str) -> &'static str {
    match sign {
        "]" => "le crochet ]",
        "}" => "l’accolade }",
        _ => "la parenthèse )",
    }
}

/// Names the sign that would close what is open at the place.
fn awaited(scene: &Scene<'_>) -> &'static str {
    sign_name(match scene.open {
        Some((b'[', _)) => "]",
        Some((b'{', _)) => "}",
        _ => ")",
    })
}

fn boolean(scene: &Scene<'_>) -> Fault {
    let at = scene.start();
    let found = scene.here();
    let meant = match found.to_lowercase().trim_matches('"') {
        "oui" | "vrai" | "true" | "yes" | "1" | "o" => "true",
        "non" | "faux" | "false" | "no" | "0" | "n" => "false",
        _ => "true ou false",
    };
    fault(
        at,
        &format!("« {found} » ne se lit pas comme oui ou non."),
        &format!("Écrivez {meant}, sans majuscule ni guillemets."),
    )
}

/// Errors of shape: a sign is missing or one too many.
fn by_shape(scene: &Scene<'_>, code: &Error, here: &str, at: usize) -> Fault {
    let first = here.chars().next();
    match code {
        Error::ExpectedComma
        | Error::ExpectedArrayEnd
        | Error::ExpectedMapEnd
        | Error::ExpectedStructLikeEnd
        | Error::TrailingCharacters
            if matches!(first, Some(')' | ']' | '}')) =>
        {
            fault(
                at,
                &format!(
                    "Il y a ici {} au lieu de {}.",
                    sign_name(here),
                    awaited(scene)
                ),
                "Fermez ( par ), [ par ] et { par }, dans l’ordre inverse de l’ouverture.",
            )
        }
        Error::ExpectedComma
        | Error::ExpectedArrayEnd
        | Error::ExpectedMapEnd
        | Error::ExpectedStructLikeEnd
            if !here.is_empty() =>
        {
            fault(
                before(scene.text, at),
                "Il manque une virgule ici.",
                "Ajoutez « , » avant ce qui suit.",
            )
        }
        Error::ExpectedIdentifier if first == Some('(') => fault(
            before(scene.text, at),
            "Il manque la parenthèse ) qui ferme cet élément.",
            "Ajoutez « ), » avant l’élément suivant.",
        ),
        Error::ExpectedIdentifier if first == Some('"') && scene.after != Some(Token::Colon) => {
            fault(
                at,
                "Un mot sans guillemets est attendu ici.",
                "Écrivez par exemple Counter et non \"Counter\".",
            )
        }
        Error::ExpectedIdentifier if first == Some('"') => fault(
            at,
            "Le nom d’un champ s’écrit sans guillemets.",
            "Écrivez « id: » et non « \"id\": ».",
        ),
        Error::ExpectedIdentifier if first == Some(',') => fault(
            at,
            "Il y a une virgule de trop.",
            "Retirez l’une des deux virgules.",
        ),
        Error::ExpectedMapColon => fault(
            before(scene.text, at),
            "Il manque deux-points après ce nom.",
            "Écrivez le nom, deux-points, puis la valeur : « code: \"E1\" ».",
        ),
        Error::ExpectedArray => fault(
            at,
            "Une liste est attendue ici.",
            "Écrivez des crochets, même pour un seul élément : [Counter] ou [\"…\"].",
        ),
        Error::ExpectedMap => fault(
            at,
            "Une accolade { est attendue ici.",
            "Écrivez les correspondances entre accolades : { Counter: 1.0, Phone: 1.0 }.",
        ),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => fault(
            at,
            "Une parenthèse ( est attendue ici.",
            "Écrivez la valeur entre parenthèses : ( nom: valeur, … ).",
        ),
        _ => unexpected(scene, code, here, at),
    }
}

/// Whatever remains: something is not of the form expected.
fn unexpected(scene: &Scene<'_>, code: &Error, here: &str, at: usize) -> Fault {
    match code {
        Error::Eof => fault(
            before(scene.text, scene.range.end),
            "L’élément s’arrête trop tôt : il manque une parenthèse ou une valeur.",
            "Fermez l’élément par « ), ».",
        ),
        Error::TrailingCharacters => fault(
            at,
            &format!("« {here} » n’est pas attendu ici."),
            "Retirez ce signe, ou ajoutez la virgule ou la parenthèse qui manque avant.",
        ),
        Error::InvalidValueForType { .. } | Error::ExpectedDifferentLength { .. } => fault(
            scene.last_start(),
            "La valeur écrite ici n’est pas de la forme attendue.",
            "Comparez avec un élément voisin, ou avec docs/KIT_FORMAT.md.",
        ),
        _ if here.is_empty() => fault(
            before(scene.text, scene.range.end),
            &format!(
                "L’élément s’arrête trop tôt : il manque {}.",
                awaited(scene)
            ),
            "Complétez-le, puis fermez-le par « ), ».",
        ),
        _ => fault(
            at,
            &format!(
                "« {} » n’est pas attendu ici.",
                here.chars().take(30).collect::<String>()
            ),
            "Vérifiez la virgule, le guillemet ou la parenthèse juste avant.",
        ),
    }
}
