//! French typography, and the folding that search compares with.

use unicode_normalization::UnicodeNormalization as _;

/// Applies French typography to a visible text; idempotent.
///
/// Apostrophes become ’, « » get narrow no-break spaces inside, as do ; ! ? before, and : and %
/// a no-break space. Addresses keep their spelling.
///
/// ```
/// use reflexe_personas::domain::typography::french;
/// assert_eq!(french("Qu'est-ce ?"), "Qu’est-ce\u{202f}?");
/// ```
pub fn french(text: &str) -> String {
    if text.contains("://") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\'' => out.push('’'),
            '«' => {
                out.push(c);
                while characters.peek().is_some_and(|next| next.is_whitespace()) {
                    characters.next();
                }
                out.push('\u{202f}');
            }
            '»' | ';' | '!' | '?' => {
                let spaced = out.ends_with(char::is_whitespace);
                out.truncate(out.trim_end().len());
                let doubled = matches!(out.chars().last(), Some('!' | '?'));
                if !doubled && (spaced || c == '»') {
                    out.push('\u{202f}');
                }
                out.push(c);
            }
            ':' | '%' => {
                if out.ends_with(char::is_whitespace) {
                    out.truncate(out.trim_end().len());
                    out.push('\u{a0}');
                }
                out.push(c);
            }
            other => out.push(other),
        }
    }
    out
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn typography_is_idempotent(text in "[a-zé '’«»;!?:% ]{0,40}") {
            let once = french(&text);
            prop_assert_eq!(french(&once), once.clone());
            prop_assert!(!once.contains('\''));
        }

        #[test]
        fn folding_is_idempotent(text in ".{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
        }
    }
}
