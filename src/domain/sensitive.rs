//! Text that somebody typed about somebody.
//!
//! It exists so that such a text is never in a message meant for developers, and is overwritten in
//! memory when it is let go (as far as a program can: what the window's toolkit or the system copied
//! is theirs). It must never print what it holds unless asked by [`std::fmt::Display`].

use std::fmt;
use std::ops::Deref;

use zeroize::Zeroize as _;

/// A text whose `Debug` says nothing, overwritten when dropped.
///
/// ```
/// use reflexe_personas::domain::sensitive::Sensitive;
/// let typed = Sensitive::from("Revenir jeudi");
/// assert_eq!(format!("{typed:?}"), "•••");
/// assert_eq!(typed.to_string(), "Revenir jeudi");
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sensitive(String);

impl Sensitive {
    /// Nothing.
    pub const fn new() -> Self {
        Self(String::new())
    }

    /// Lets the text go, overwriting it.
    pub fn clear(&mut self) {
        self.0.zeroize();
    }

    /// Gives the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Sensitive {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Sensitive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not its length either.
        f.write_str("•••")
    }
}

impl fmt::Display for Sensitive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for Sensitive {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Sensitive {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl FromIterator<char> for Sensitive {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Self {
        Self(characters.into_iter().collect())
    }
}

impl PartialEq<str> for Sensitive {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Sensitive {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl PartialEq<String> for Sensitive {
    fn eq(&self, other: &String) -> bool {
        self.0 == *other
    }
}

impl Drop for Sensitive {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}
