//! The sentences of « Essayer » and of « Ce qui distingue nos cartes ».
//!
//! It must never hold a sentence of its own.

use super::{catalogue, language};
use crate::text::Value;

texts! {
    plain {
        atelier_try_mark,
        atelier_try_nothing,
        atelier_try_without,
        atelier_try_again,
        atelier_try_case,
        atelier_try_back,
        atelier_try_frame,
        atelier_try_unplayable,
        atelier_try_unplayable_detail,
        atelier_try_check,
        atelier_case_name_title,
        atelier_case_name_detail,
        atelier_case_says,
    }
    with {
        atelier_try_standing(count),
        atelier_case_added(title),
    }
}
