//! French typography, and the folding that search compares with.
//!
//! It must never change what a text says: addresses, times and codes keep their spelling.

use unicode_normalization::UnicodeNormalization as _;

const NARROW: char = '\u{202f}';
const NO_BREAK: char = '\u{a0}';

/// Applies French typography to a visible text; idempotent.
///
/// Apostrophes become ’; « » get a narrow no-break space inside, and so do ; ! ? before them; : and %
/// get a no-break space. Web and mail addresses, times (10:42) and codes (a?b=c) keep their spelling.
///
/// ```
/// use reflexe_personas::domain::typography::french;
/// assert_eq!(french("Qu'est-ce?"), "Qu’est-ce\u{202f}?");
/// assert_eq!(french("À 10:42 : 61%"), "À 10:42\u{a0}: 61\u{a0}%");
/// ```
pub fn french(text: &str) -> String {
    let mut line = Line {
        out: String::with_capacity(text.len() + 8),
        after_address: false,
        opened: false,
    };
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end_matches(char::is_whitespace);
        if is_address(word) {
            line.out.push_str(word);
            line.after_address = true;
            line.opened = false;
        } else {
            let mut characters = word.chars().peekable();
            while let Some(c) = characters.next() {
                line.push(c, characters.peek().copied());
                line.after_address = false;
                line.opened = c == '«';
            }
        }
        for space in piece.chars().skip(word.chars().count()) {
            // The guillemet brought its own space.
            if !(line.opened && is_horizontal(space)) {
                line.out.push(space);
                line.opened = false;
            }
        }
    }
    line.out
}

/// Says whether a word is a web or mail address, or holds one.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains("www.") || word.contains('@')
}

fn is_horizontal(c: char) -> bool {
    matches!(c, ' ' | '\t' | NO_BREAK | NARROW | '\u{2009}')
}

/// The text so far, and what the last word was.
struct Line {
    out: String,
    after_address: bool,
    opened: bool,
}

impl Line {
    /// Adds a character of a word, knowing the next one of the same word.
    fn push(&mut self, c: char, next: Option<char>) {
        match c {
            '\'' => self.out.push('’'),
            '«' => {
                self.out.push(c);
                self.out.push(NARROW);
            }
            '»' | ';' | '!' | '?' | ':' | '%' => self.push_spaced(c, next),
            other => self.out.push(other),
        }
    }

    /// Adds a sign that takes a space before it, unless it is inside a code or starts a line.
    fn push_spaced(&mut self, sign: char, next: Option<char>) {
        let kept = self.out.trim_end_matches(is_horizontal);
        let spaced = kept.len() < self.out.len();
        let before = match kept.chars().next_back() {
            Some(before) if !before.is_whitespace() => before,
            _ => {
                self.out.push(sign);
                return;
            }
        };
        let kept = kept.len();
        let doubled = match sign {
            '!' | '?' => matches!(before, '!' | '?' | '(' | '[') && !self.after_address,
            _ => false,
        };
        let space = if doubled {
            None
        } else if before == '«' {
            Some(NARROW)
        } else if spaced || takes_space(sign, before, next) {
            Some(if matches!(sign, ':' | '%') {
                NO_BREAK
            } else {
                NARROW
            })
        } else {
            None
        };
        self.out.truncate(kept);
        self.out.extend(space);
        self.out.push(sign);
    }
}

/// Says whether a sign stuck to the word before it is punctuation rather than part of a code.
fn takes_space(sign: char, before: char, next: Option<char>) -> bool {
    match sign {
        '»' => true,
        '%' => before.is_ascii_digit() && !next.is_some_and(char::is_alphanumeric),
        ':' => {
            !matches!(before, ':' | '(' | '[')
                && matches!(next, None | Some('«' | '»' | ';' | '!' | '?'))
        }
        _ => !next.is_some_and(|n| {
            n.is_alphanumeric() || matches!(n, '=' | '&' | '/' | '_' | '-' | '#' | '+')
        }),
    }
}

/// Says whether a character shows nothing and takes no room: joiners, marks of direction, soft hyphens,
/// controls other than spaces.
pub fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffc}'
            | '\u{e0000}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Folds a text for comparison: no accents, lower case, plain spaces.
///
/// ```
/// use reflexe_personas::domain::typography::fold;
/// assert_eq!(fold("Éc\u{153}ur\u{e9}"), "ecoeure");
/// ```
pub fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .flat_map(|c| match c {
            'œ' => vec!['o', 'e'],
            'æ' => vec!['a', 'e'],
            '’' => vec!['\''],
            c if c.is_whitespace() => vec![' '],
            c => vec![c],
        })
        .collect()
}

/// The same words with a capital first letter.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn typography_by_example() {
        for (typed, printed) in [
            ("« Bonjour ! »", "«\u{202f}Bonjour\u{202f}!\u{202f}»"),
            ("«Bonjour»", "«\u{202f}Bonjour\u{202f}»"),
            ("Vraiment?!", "Vraiment\u{202f}?!"),
            ("Ah ! ! Bon", "Ah\u{202f}!! Bon"),
            ("un ; deux", "un\u{202f}; deux"),
            ("Suite: terminé", "Suite\u{a0}: terminé"),
            ("rendez-vous à 10:42", "rendez-vous à 10:42"),
            ("61 % ou 3%", "61\u{a0}% ou 3\u{a0}%"),
            ("(certain ?)", "(certain\u{202f}?)"),
            (
                "http://a.fr/?x=1;y%20z'w ?",
                "http://a.fr/?x=1;y%20z'w\u{202f}?",
            ),
            (
                "voir www.service-public.fr: l'aide",
                "voir www.service-public.fr: l’aide",
            ),
            ("le code A:B?c=d", "le code A:B?c=d"),
            ("\n? seul", "\n? seul"),
            ("À 10:42 : 61%", "À 10:42\u{a0}: 61\u{a0}%"),
            ("Qu'est-ce?", "Qu’est-ce\u{202f}?"),
        ] {
            assert_eq!(french(typed), printed, "{typed}");
        }
    }

    #[test]
    fn folding_a_character_twice_changes_nothing() {
        for c in '\0'..=char::MAX {
            let once = fold(c.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&once), once, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn typography_is_idempotent(text in "[a-zé '’«»;!?:% ]{0,40}") {
            let once = french(&text);
            prop_assert_eq!(french(&once), once.clone());
            prop_assert!(!once.contains('\''));
        }

        #[test]
        fn typography_of_anything_is_idempotent(text in "([ab1'’«»;!?:%()/@=\\-\n\t \u{a0}\u{202f}\u{2028}]|www\\.|://){0,24}") {
            let once = french(&text);
            prop_assert_eq!(french(&once), once);
        }

        #[test]
        fn typography_changes_only_spaces_and_apostrophes(text in "[ab1'«»;!?:%()/@. \u{a0}\u{202f}]{0,30}") {
            let bare = |t: &str| t.replace('\'', "’").replace(is_horizontal, "");
            prop_assert_eq!(bare(&french(&text)), bare(&text));
        }

        #[test]
        fn folding_is_idempotent(text in ".{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
        }
    }
}
