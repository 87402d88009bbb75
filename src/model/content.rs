//! What a record holds, as a tree: it is shown, compared and searched by it, without a way through text.

use serde::{Serialize, Serializer};

use super::field::Field;
use super::leaf::Leaf;

/// What stands behind a key, or a whole record. Keys that are absent are left out.
#[derive(Debug, Clone)]
pub enum Content<'a> {
    /// A value without keys.
    Leaf(Leaf<'a>),
    /// Items of one shape.
    List(Vec<Content<'a>>),
    /// Keys with their values, in canonical order.
    Table(Vec<(&'static Field, Content<'a>)>),
}

impl Content<'_> {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Table(entries) = self else { return None };
        entries.iter().find(|(field, _)| field.key == key).map(|(_, value)| value)
    }

    /// The whole number that it is.
    #[must_use]
    pub const fn as_count(&self) -> Option<u32> {
        match self {
            Self::Leaf(Leaf::Count(count)) => Some(*count),
            _ => None,
        }
    }

    /// Whether it is a value without keys that is written so.
    #[must_use]
    pub fn is_spelled(&self, words: &str) -> bool {
        matches!(self, Self::Leaf(leaf) if leaf.to_string() == words)
    }

    /// The items of the list that is the value of a key; none where that is absent.
    #[must_use]
    pub fn into_items(self, key: &str) -> Vec<Self> {
        let Self::Table(entries) = self else { return Vec::new() };
        match entries.into_iter().find(|(field, _)| field.key == key) {
            Some((_, Self::List(items))) => items,
            _ => Vec::new(),
        }
    }

    /// The tables that it has as a list of tables.
    #[must_use]
    pub fn tables(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) if matches!(items.first(), Some(Self::Table(_))) => Some(items),
            _ => None,
        }
    }
}

/// Of one shape: the same keys with the same values.
impl PartialEq for Content<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Leaf(one), Self::Leaf(other)) => one == other,
            (Self::List(one), Self::List(other)) => one == other,
            (Self::Table(one), Self::Table(other)) => {
                let is_same = |((one, value), (other, instead)): (&(&Field, Self), &(&Field, Self))| {
                    one.key == other.key && value == instead
                };
                one.len() == other.len() && one.iter().zip(other).all(is_same)
            }
            _ => false,
        }
    }
}

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Leaf(Leaf::Flag(flag)) => serializer.serialize_bool(*flag),
            Self::Leaf(Leaf::Count(count)) => serializer.serialize_u32(*count),
            Self::Leaf(Leaf::Listed(_, item)) => serializer.serialize_u8(*item),
            Self::Leaf(leaf) => serializer.collect_str(leaf),
            Self::List(items) => serializer.collect_seq(items),
            Self::Table(entries) => serializer.collect_map(entries.iter().map(|(field, value)| (field.key, value))),
        }
    }
}
