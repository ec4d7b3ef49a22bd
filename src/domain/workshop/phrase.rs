//! Small turns of French that labels and sentences share.
//!
//! It must never spell a word of its own.

/// Lower-cases the first letter, unless the word is an acronym.
pub(super) fn within(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// « un indice », « 3 indices ».
pub(super) fn count(many: usize, one: &str, several: &str) -> String {
    match many {
        0 | 1 => format!("{many} {one}"),
        _ => format!("{many} {several}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_take_their_place_in_a_sentence() {
        assert_eq!(within("Hésite"), "hésite");
        assert_eq!(within("CAF non jointe"), "CAF non jointe");
        assert_eq!(within(""), "");
        assert_eq!(count(1, "indice", "indices"), "1 indice");
        assert_eq!(count(3, "indice", "indices"), "3 indices");
    }
}
