//! Our typeface on paper, and what it cannot write.
//!
//! A sign without a drawing would leave a hole on the page and break the promise of a readable PDF; it
//! is replaced and told.

use std::sync::LazyLock;

use serde_json::Value;
use typst::foundations::Bytes;
use typst::text::Font;

use crate::domain::typography::is_invisible;

static FACES: LazyLock<Vec<Font>> = LazyLock::new(|| {
    [
        &include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf")[..],
        &include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf")[..],
        &include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf")[..],
    ]
    .into_iter()
    .flat_map(|face| Font::iter(Bytes::new(face)))
    .collect()
});

/// Lists the faces pages are set in.
pub(super) fn all() -> &'static [Font] {
    &FACES
}

fn is_written(sign: char) -> bool {
    // Spaces are room, not drawings.
    sign.is_whitespace()
        || FACES
            .iter()
            .all(|face| face.info().coverage.contains(u32::from(sign)))
}

fn written(text: &str, replaced: &mut Vec<char>) -> Option<String> {
    let sound = |sign: char| is_written(sign) && !is_invisible(sign) && !sign.is_control();
    if text.chars().all(sound) {
        return None;
    }
    let kept = text.chars().filter_map(|sign| {
        if sound(sign) {
            Some(sign)
        } else if sign.is_control() {
            Some(' ')
        } else if is_invisible(sign) {
            None
        } else {
            if !replaced.contains(&sign) {
                replaced.push(sign);
            }
            Some('?')
        }
    });
    Some(kept.collect())
}

/// Replaces, in all the text of some data, what our typeface lacks; gives these signs, each once.
pub(super) fn keep_to_our_typeface(data: &mut Value) -> Vec<char> {
    fn walk(value: &mut Value, replaced: &mut Vec<char>) {
        match value {
            Value::String(text) => {
                if let Some(kept) = written(text, replaced) {
                    *text = kept;
                }
            }
            Value::Array(values) => values.iter_mut().for_each(|value| walk(value, replaced)),
            Value::Object(fields) => fields.values_mut().for_each(|value| walk(value, replaced)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut replaced = Vec::new();
    walk(data, &mut replaced);
    replaced
}
