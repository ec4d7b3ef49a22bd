//! The sentences of the page « Imprimer ».
//!
//! It must never hold a sentence of its own.

use super::{catalogue, language};
use crate::text::Value;

texts! {
    plain {
        print_what,
        print_paper,
        print_whose,
        print_all,
        print_save,
        print_saving,
        print_drawing,
        print_before,
        print_after,
        print_hint,
        print_standing,
    }
    with {
        print_written(path),
        print_proof(page, pages, words),
        print_turn(page, pages),
    }
}
