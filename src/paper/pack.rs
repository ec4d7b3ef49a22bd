//! The printed matter of a role play, from its plain data.
//!
//! It must never choose what a card says: that is the pack's.

use serde_json::{Value, json};

use super::data::words;
use crate::domain::training::pack::{Block, Document, DocumentKind, Pack, Paper};
use crate::domain::vocab::{Language, PaperFormat};

fn block(block: &Block) -> Value {
    match block {
        Block::Heading(text) => json!({ "is": "heading", "text": text }),
        Block::Lead(text) => json!({ "is": "lead", "text": text }),
        Block::Text(text) => json!({ "is": "text", "text": text }),
        Block::Speech(text) => json!({ "is": "speech", "text": text }),
        Block::Bullets(lines) => json!({ "is": "bullets", "lines": lines }),
        Block::Pairs(pairs) => json!({ "is": "pairs", "pairs": pairs }),
        Block::Boxes(lines) => json!({ "is": "boxes", "lines": lines }),
        Block::Lines(label, count) => json!({ "is": "lines", "text": label, "count": count }),
    }
}

fn document(document: &Document) -> Value {
    json!({
        // Whoever leads keeps the answers: their sheets are told apart at a glance.
        "lead": matches!(document.kind, DocumentKind::RunningOrder | DocumentKind::Debrief),
        "small": document.paper == Paper::A6,
        "strap": document.strap,
        "title": document.title,
        "foot": document.foot,
        "blocks": document.blocks.iter().map(block).collect::<Vec<_>>(),
    })
}

/// Gives all that the pages of a pack say, each document as often as it is needed.
pub(super) fn of(pack: &Pack, format: PaperFormat) -> Value {
    let language = Language::from_key(&pack.language).unwrap_or(Language::French);
    let sheets: Vec<Value> = pack
        .documents
        .iter()
        .flat_map(|one| std::iter::repeat_n(document(one), one.copies))
        .collect();
    json!({
        "lang": language.key(),
        "title": pack.title,
        "heading": pack.title,
        "owner": "Réflexe Personas",
        "format": format.key(),
        "from": pack.origin,
        "on": "",
        "w": words(language),
        "body": { "sheets": sheets },
    })
}
