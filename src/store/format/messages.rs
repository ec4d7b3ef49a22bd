//! From ron's errors to sentences a manager can act on.
//!
//! ron says where its parser stood; the mistake is often a little earlier (a quote, a comma, a bracket).
//! These functions must never hide a fault: at worst they repeat that something is unexpected here.

use std::ops::Range;

use ron::error::{Error, Position, SpannedError};

use super::scan::{Break, Token, Tokens};
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
            let closes = match opened {
                "(" => "la parenthèse )",
                "[" => "le crochet ]",
                _ => "l’accolade }",
            };
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

/// Gives the last byte written before a place, so that a missing sign is shown on its own line.
fn before(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().trim_end().len()
}

/// Gives the byte of a position ron counted within a slice.
fn byte_of(slice: &str, position: &Position) -> usize {
    let start: usize = slice
        .split_inclusive('\n')
        .take(position.line.saturating_sub(1))
        .map(str::len)
        .sum();
    slice
        .get(start..)
        .unwrap_or_default()
        .char_indices()
        .nth(position.col.saturating_sub(1))
        .map_or(slice.len(), |(offset, _)| start + offset)
}

/// The surroundings of the place where ron stopped.
struct Scene<'t> {
    text: &'t str,
    range: Range<usize>,
    /// First token not before the place, and the one after.
    here: Option<(Token, Range<usize>)>,
    after: Option<Token>,
    /// Last two tokens before the place.
    last: Option<(Token, Range<usize>)>,
    last_but_one: Option<(Token, Range<usize>)>,
    /// Innermost bracket open at the place.
    open: Option<(u8, usize)>,
    /// A text over several lines that swallowed what looks like RON.
    swallowing: Option<usize>,
    unclosed_comment: Option<usize>,
    at: usize,
}

/// Says whether a text over several lines seems to have lost its closing quote.
fn swallows(body: &str) -> bool {
    body.split('\n').skip(1).any(|line| {
        let line = line.trim_start();
        let name = line.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_');
        let named = name.len() < line.len() && name.trim_start().starts_with(':');
        named || line.starts_with([')', ']', '}', '('])
    })
}

impl<'t> Scene<'t> {
    fn new(text: &'t str, range: &Range<usize>, at: usize) -> Self {
        let mut scene = Self {
            text,
            range: range.clone(),
            here: None,
            after: None,
            last: None,
            last_but_one: None,
            open: None,
            swallowing: None,
            unclosed_comment: None,
            at,
        };
        let mut stack = Vec::new();
        for (token, place) in Tokens::new(text, range.clone()) {
            let body = text.get(place.clone()).unwrap_or_default();
            if matches!(token, Token::Text | Token::UnclosedText)
                && scene.swallowing.is_none()
                && body.starts_with('"')
                && (swallows(body) || token == Token::UnclosedText)
            {
                scene.swallowing = Some(place.start);
            }
            if token == Token::UnclosedComment {
                scene.unclosed_comment = Some(place.start);
            }
            if scene.here.is_some() {
                scene.after = Some(token);
                break;
            }
            if place.end > at {
                scene.here = Some((token, place));
                scene.open = stack.last().copied();
                continue;
            }
            match token {
                Token::Open(byte) => stack.push((byte, place.start)),
                Token::Close(_) => {
                    stack.pop();
                }
                _ => {}
            }
            scene.last_but_one = scene.last.replace((token, place));
        }
        if scene.here.is_none() {
            scene.open = stack.last().copied();
        }
        scene
    }

    fn word(&self, token: Option<&(Token, Range<usize>)>) -> &'t str {
        token
            .and_then(|(_, place)| self.text.get(place.clone()))
            .unwrap_or_default()
    }

    fn here(&self) -> &'t str {
        self.word(self.here.as_ref())
    }

    /// Start of the token ron stumbled on.
    fn start(&self) -> usize {
        self.here.as_ref().map_or(self.at, |(_, place)| place.start)
    }

    /// Start of the last thing written before the place.
    fn last_start(&self) -> usize {
        self.last.as_ref().map_or(self.at, |(_, place)| place.start)
    }

    /// Finds where a word ron names was written, from the place backwards.
    fn written(&self, word: &str) -> usize {
        let end = self.start() + self.here().len();
        let seen = self.text.get(self.range.start..end.max(self.range.start));
        seen.and_then(|seen| seen.rfind(word))
            .map_or(self.start(), |offset| self.range.start + offset)
    }
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
            if here.starts_with(';') { at } else { scene.last_start() },
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
        Some(candidate) => format!("{what} inconnu : « {found} ». Vouliez-vous dire « {candidate} » ?"),
        None => format!("{what} inconnu : « {found} »."),
    };
    let cure = format!("{of} : {}.", some_of(expected.iter().copied()));
    fault(at, &message, &cure)
}

fn by_code(scene: &Scene<'_>, code: &Error) -> Fault {
    let here = scene.here();
    let at = scene.start();
    match code {
        Error::NoSuchStructField { found, expected, .. } => {
            unknown(scene, "Champ", found, expected, "Champs possibles")
        }
        Error::NoSuchEnumVariant { found, expected, .. } => {
            unknown(scene, "Mot", found, expected, "Mots possibles")
        }
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
            let opened = scene.open.map_or(b'(', |(byte, _)| byte);
            let (sign, wanted) = match opened {
                b'[' => ("le crochet", "]"),
                b'{' => ("l’accolade", "}"),
                _ => ("la parenthèse", ")"),
            };
            fault(
                at,
                &format!("« {here} » est écrit ici, mais {sign} {wanted} était attendu."),
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
        Error::ExpectedIdentifier if first == Some('"') && scene.after != Some(Token::Colon) => fault(
            at,
            "Un mot sans guillemets est attendu ici.",
            "Écrivez par exemple Counter et non \"Counter\".",
        ),
        Error::ExpectedIdentifier if first == Some('"') => fault(
            at,
            "Le nom d’un champ s’écrit sans guillemets.",
            "Écrivez « id: » et non « \"id\": ».",
        ),
        Error::ExpectedIdentifier if first == Some(',') => {
            fault(at, "Il y a une virgule de trop.", "Retirez l’une des deux virgules.")
        }
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
            "L’élément s’arrête trop tôt.",
            "Complétez-le, puis fermez-le par « ), ».",
        ),
        _ => fault(
            at,
            &format!("« {} » n’est pas attendu ici.", here.chars().take(30).collect::<String>()),
            "Vérifiez la virgule, le guillemet ou la parenthèse juste avant.",
        ),
    }
}
