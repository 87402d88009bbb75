//! Where a key of a record stands in its file. Records carry no places; a place is looked up when somebody has to see it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::model::KeyPath;

/// A text that was parsed once, in which any number of keys can be looked up.
#[derive(Debug)]
pub struct KeySpans<'t>(Spanned<DeTable<'t>>);

impl<'t> KeySpans<'t> {
    /// Parses a text as far as it is TOML.
    #[must_use]
    pub fn parse(text: &'t str) -> Self {
        Self(DeTable::parse_recoverable(text).0)
    }

    /// The bytes of the value at a key path; where a step is not there, the nearest that is.
    #[must_use]
    pub fn span(&self, key: &KeyPath) -> Range<usize> {
        key.walk::<Spanned<DeValue<'t>>>(self.0.get_ref()).last().map_or(0..0, Spanned::span)
    }
}

/// The bytes of the value at a key path of a text (see [`KeySpans`]).
#[must_use]
pub fn locate(text: &str, key: impl Into<KeyPath>) -> Range<usize> {
    KeySpans::parse(text).span(&key.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_where_they_stand() {
        let text = "title = \"甲\"\n\n[[to]]\nwho = \"gongan\"\n\n[[to]]\nwho = \"linye\"\nwhy = \"1.10.2\"\n";
        assert_eq!(&text[locate(text, "title")], "\"甲\"");
        assert_eq!(&text[locate(text, "to[1].why")], "\"1.10.2\"");
        assert_eq!(&text[locate(text, "to[0].why")], "[[to]]");
        assert_eq!(locate(text, "issued"), 0..0);
    }
}
