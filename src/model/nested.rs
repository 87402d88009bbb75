//! Values that hold values: what may not be there, what is boxed, and lists.

use toml::Spanned;
use toml::de::DeValue;

use super::content::Content;
use super::field::{Bearing, Shape};
use super::key_path::KeyStep;
use super::leaf_walk::LeafWalk;
use super::limits;
use super::packed::{Packed, Packer};
use super::reader::TomlReader;
use super::value::Value;
use super::writer::{self, TomlWriter};
use crate::text::Text;
use crate::tr;

impl<T: Value> Value for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const REQUIRED: bool = false;

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(Value::is_absent)
    }

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut TomlReader) -> Option<Self> {
        let blank = value.get_ref().as_str().is_some_and(|words| words.trim().is_empty());
        if blank { Some(None) } else { T::read(value, reader).map(Some) }
    }

    fn write_inline(&self, out: &mut String) {
        if let Some(value) = self {
            value.write_inline(out);
        }
    }

    fn write_tables(&self, key: &'static str, writer: &mut TomlWriter<'_>) {
        if let Some(value) = self {
            value.write_tables(key, writer);
        }
    }

    fn visit(&self, walk: &mut LeafWalk<'_>) {
        if let Some(value) = self {
            value.visit(walk);
        }
    }

    fn content(&self) -> Content<'_> {
        self.as_ref().map_or_else(|| Content::Table(Vec::new()), Value::content)
    }

    fn pack(&self, packer: &mut Packer) {
        self.is_some().pack(packer);
        if let Some(value) = self {
            value.pack(packer);
        }
    }

    fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
        if bool::unpack(packed)? { T::unpack(packed).map(Some) } else { Some(None) }
    }

    fn drop_text(&mut self, bearing: Bearing) {
        if let Some(value) = self {
            value.drop_text(bearing);
        }
    }
}

impl<T: Value> Value for Box<T> {
    const SHAPE: Shape = T::SHAPE;
    const REQUIRED: bool = T::REQUIRED;

    fn absent() -> Option<Self> {
        T::absent().map(Box::new)
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut TomlReader) -> Option<Self> {
        T::read(value, reader).map(Box::new)
    }

    fn write_inline(&self, out: &mut String) {
        (**self).write_inline(out);
    }

    fn write_tables(&self, key: &'static str, writer: &mut TomlWriter<'_>) {
        (**self).write_tables(key, writer);
    }

    fn visit(&self, walk: &mut LeafWalk<'_>) {
        (**self).visit(walk);
    }

    fn content(&self) -> Content<'_> {
        (**self).content()
    }

    fn pack(&self, packer: &mut Packer) {
        (**self).pack(packer);
    }

    fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
        T::unpack(packed).map(Box::new)
    }

    fn drop_text(&mut self, bearing: Bearing) {
        (**self).drop_text(bearing);
    }
}

impl<T: Value> Value for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const REQUIRED: bool = false;

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut TomlReader) -> Option<Self> {
        let Some(items) = value.get_ref().as_array() else {
            return reader.wrong_shape(value, &Self::SHAPE);
        };
        if items.len() > limits::LIST_ITEMS {
            let (found, most) = (items.len(), limits::LIST_ITEMS);
            reader.problem(
                value.span(),
                tr!("列表有 {found} 项，超过上限 {most} 项"; "a list of {found} items, over the limit of {most}"),
                Text::fixed("请分成几条记录", "divide it into several records"),
            );
            return None;
        }
        // Every item is read, so that all problems of a list are reported at once.
        let read: Vec<Option<T>> = items.iter().map(|item| T::read(item, reader)).collect();
        read.into_iter().collect()
    }

    fn write_inline(&self, out: &mut String) {
        writer::list(self, out);
    }

    fn write_tables(&self, key: &'static str, writer: &mut TomlWriter<'_>) {
        for (position, item) in self.iter().enumerate() {
            writer.item(position);
            item.write_tables(key, writer);
        }
    }

    fn visit(&self, walk: &mut LeafWalk<'_>) {
        for (position, item) in self.iter().enumerate() {
            walk.enter(KeyStep::Item(position), |walk| item.visit(walk));
        }
    }

    fn content(&self) -> Content<'_> {
        Content::List(self.iter().map(Value::content).collect())
    }

    fn pack(&self, packer: &mut Packer) {
        packer.number(self.len() as u64);
        for item in self {
            item.pack(packer);
        }
    }

    fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
        /// Room for no more than these before they are there: a count may boast.
        const BELIEVED: usize = 64;
        let count = packed.count(1)?;
        // Just the room that they take: most lists have one item, and one that grows takes four at once.
        let mut items = Self::with_capacity(count.min(BELIEVED));
        for _ in 0..count {
            items.push(T::unpack(packed)?);
        }
        Some(items)
    }

    fn drop_text(&mut self, bearing: Bearing) {
        for item in self {
            item.drop_text(bearing);
        }
    }
}
