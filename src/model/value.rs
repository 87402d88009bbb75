//! How a value of a record is read, written and put away: one trait for texts, days, words, lists and tables.

use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::content::Content;
use super::field::{Bearing, Field, Shape};
use super::leaf::Leaf;
use super::leaf_walk::LeafWalk;
use super::line::instead_of;
use super::packed::{Packed, Packer};
use super::reader::TomlReader;
use super::writer::TomlWriter;
use crate::text::Text;

/// Something that stands behind a key of a record.
pub trait Value: Sized {
    /// What it looks like.
    const SHAPE: Shape;
    /// Whether the key must be there.
    const REQUIRED: bool = true;

    /// The value of a key that is not there, where that is allowed.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// Whether the key is left out when this is written.
    fn is_absent(&self) -> bool {
        false
    }

    /// Reads it; where it cannot be understood, the reader records why and nothing is returned.
    fn read(value: &Spanned<DeValue<'_>>, reader: &mut TomlReader) -> Option<Self>;

    /// Writes it behind `key = `. Tables are written by [`Value::write_tables`] instead.
    fn write_inline(&self, _out: &mut String) {}

    /// Writes it as `[key]` or `[[key]]`.
    fn write_tables(&self, _key: &'static str, _writer: &mut TomlWriter<'_>) {}

    /// Shows the leaves below it that a walk asks for.
    fn visit(&self, walk: &mut LeafWalk<'_>);

    /// What it holds.
    fn content(&self) -> Content<'_>;

    /// Puts it behind what was put before.
    fn pack(&self, packer: &mut Packer);

    /// Takes out again what was put; none where the bytes are of nothing of this type.
    fn unpack(packed: &mut Packed<'_>) -> Option<Self>;

    /// Drops the texts of a field, which bears upon a judgement or does not: that there is one is kept, its words are not (see
    /// [`Prose`](super::Prose)).
    fn drop_text(&mut self, _: Bearing) {}
}

/// A value made of keys.
pub trait TableValue: Value {
    /// Its keys, in canonical order.
    const FIELDS: &'static [Field];

    /// Reads it from a table whose header (or the file's head) is at `span`.
    fn read_table(table: &DeTable<'_>, span: Range<usize>, reader: &mut TomlReader) -> Option<Self>;

    /// Writes its keys, tables last.
    fn write_fields(&self, writer: &mut TomlWriter<'_>);
}

/// Says of a value without keys which leaf it is.
macro_rules! leaf {
    ($leaf:expr) => {
        fn visit(&self, walk: &mut $crate::model::leaf_walk::LeafWalk<'_>) {
            let leaf: fn(&Self) -> $crate::model::leaf::Leaf<'_> = $leaf;
            walk.show(leaf(self));
        }

        fn content(&self) -> $crate::model::Content<'_> {
            let leaf: fn(&Self) -> $crate::model::leaf::Leaf<'_> = $leaf;
            $crate::model::Content::Leaf(leaf(self))
        }
    };
}
pub(crate) use leaf;

/// Packs a value by how it is written.
macro_rules! packed_as_written {
    () => {
        fn pack(&self, packer: &mut $crate::model::Packer) {
            packer.written(self);
        }

        fn unpack(packed: &mut $crate::model::Packed<'_>) -> Option<Self> {
            packed.written()
        }
    };
}
pub(crate) use packed_as_written;

/// Declares a value that is written as a string and read by [`FromStr`].
macro_rules! scalar {
    ($name:ty, $shape:expr, $leaf:expr) => {
        impl $crate::model::value::Value for $name {
            const SHAPE: $crate::model::field::Shape = $shape;

            $crate::model::value::leaf!($leaf);

            fn read(
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                reader: &mut $crate::model::reader::TomlReader,
            ) -> Option<Self> {
                $crate::model::value::read_str(value, reader, &Self::SHAPE)
            }

            fn write_inline(&self, out: &mut String) {
                $crate::model::writer::quote(&self.to_string(), out);
            }

            $crate::model::value::packed_as_written!();
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}
pub(crate) use scalar;

/// Reads a string and has it parsed.
pub(crate) fn read_str<T: FromStr<Err = Text> + Display>(
    value: &Spanned<DeValue<'_>>,
    reader: &mut TomlReader,
    shape: &Shape,
) -> Option<T> {
    let Some(words) = value.get_ref().as_str() else {
        return reader.wrong_shape(value, shape);
    };
    match words.parse() {
        Ok(parsed) => Some(parsed),
        Err(why) => {
            // A text it is: how one is written helps nobody.
            let is_text = matches!(shape, Shape::Line | Shape::Prose);
            reader.problem(value.span(), why, if is_text { instead_of(words) } else { shape.expected() });
            None
        }
    }
}

impl Value for bool {
    const SHAPE: Shape = Shape::Flag;
    const REQUIRED: bool = false;

    leaf!(|flag| Leaf::Flag(*flag));

    fn absent() -> Option<Self> {
        Some(false)
    }

    fn is_absent(&self) -> bool {
        !self
    }

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut TomlReader) -> Option<Self> {
        value.get_ref().as_bool().or_else(|| reader.wrong_shape(value, &Self::SHAPE))
    }

    fn write_inline(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }

    fn pack(&self, packer: &mut Packer) {
        packer.byte(u8::from(*self));
    }

    fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
        match packed.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

macro_rules! count {
    ($($name:ty),*) => {$(
        impl Value for $name {
            const SHAPE: Shape = Shape::Count;

            leaf!(|count| Leaf::Count(u32::from(*count)));

            fn read(value: &Spanned<DeValue<'_>>, reader: &mut TomlReader) -> Option<Self> {
                let Some(number) = value.get_ref().as_integer() else {
                    return reader.wrong_shape(value, &Self::SHAPE);
                };
                match Self::from_str_radix(number.as_str(), number.radix()) {
                    Ok(number) => Some(number),
                    Err(_) => {
                        let most = Self::MAX;
                        let what = crate::tr!("这里的数只能在 0 与 {most} 之间"; "only a number between 0 and {most} can stand here");
                        reader.problem(value.span(), what, Self::SHAPE.expected());
                        None
                    }
                }
            }

            fn write_inline(&self, out: &mut String) {
                out.push_str(&self.to_string());
            }

            fn pack(&self, packer: &mut Packer) {
                packer.number((*self).into());
            }

            fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
                packed.number()?.try_into().ok()
            }
        }
    )*};
}
count!(u8, u16, u32);

#[cfg(test)]
mod tests {
    use crate::model::Kind;
    use crate::model::reader::Keys;

    #[test]
    fn a_number_out_of_range_is_told_its_range() {
        let read = |content: &str| Kind::Notice.read(&format!("content = {content}\ntitle = \"甲\"\n"), Keys::Known);
        assert!(read("255").is_ok());
        for beyond in ["256", "-1", "99999999999999999999"] {
            let problems = read(beyond).err().unwrap_or_default();
            assert_eq!(problems.len(), 1, "{beyond}");
            assert_eq!(problems[0].what.en(), "only a number between 0 and 255 can stand here", "{beyond}");
        }
    }
}
