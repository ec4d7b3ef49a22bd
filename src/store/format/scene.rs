//! What stands around the place where ron stopped.
//!
//! It only looks; what to say about it is for the messages. It must never look outside the element.

use std::ops::Range;

use ron::error::Position;

use super::scan::{Token, Tokens};

/// Gives the last byte written before a place, so that a missing sign is shown on its own line.
pub(super) fn before(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().trim_end().len()
}

/// Gives the byte of a position ron counted within a slice.
pub(super) fn byte_of(slice: &str, position: &Position) -> usize {
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
pub(super) struct Scene<'t> {
    pub(super) text: &'t str,
    pub(super) range: Range<usize>,
    /// First token not before the place, and the one after.
    pub(super) here: Option<(Token, Range<usize>)>,
    pub(super) after: Option<Token>,
    /// Last two tokens before the place.
    pub(super) last: Option<(Token, Range<usize>)>,
    pub(super) last_but_one: Option<(Token, Range<usize>)>,
    /// Innermost bracket open at the place.
    pub(super) open: Option<(u8, usize)>,
    /// A text over several lines that swallowed what looks like RON.
    pub(super) swallowing: Option<usize>,
    pub(super) unclosed_comment: Option<usize>,
    pub(super) at: usize,
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
    pub(super) fn new(text: &'t str, range: &Range<usize>, at: usize) -> Self {
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

    pub(super) fn word(&self, token: Option<&(Token, Range<usize>)>) -> &'t str {
        token
            .and_then(|(_, place)| self.text.get(place.clone()))
            .unwrap_or_default()
    }

    pub(super) fn here(&self) -> &'t str {
        self.word(self.here.as_ref())
    }

    /// Start of the token ron stumbled on.
    pub(super) fn start(&self) -> usize {
        self.here.as_ref().map_or(self.at, |(_, place)| place.start)
    }

    /// Start of the last thing written before the place.
    pub(super) fn last_start(&self) -> usize {
        self.last.as_ref().map_or(self.at, |(_, place)| place.start)
    }

    /// Finds where a word ron names was written, from the place backwards.
    pub(super) fn written(&self, word: &str) -> usize {
        let end = self.start() + self.here().len();
        let seen = self.text.get(self.range.start..end.max(self.range.start));
        seen.and_then(|seen| seen.rfind(word))
            .map_or(self.start(), |offset| self.range.start + offset)
    }
}
