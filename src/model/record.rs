//! The `record!` macro: one declaration gives a kind its struct, its FIELDS, its reader and its canonical writer, so that
//! none can drift from another.

/// Declares a table of a record.
///
/// Each key is `name: Type = "中文", "English" [, fills | grows | free | sealed | ahead | near | planned | fact | idle]… ;`. Its headings begin its
/// documentation; a line of its own says what they do not.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident {
        $($(#[$fmeta:meta])* $key:ident : $type:ty = $zh:literal, $en:literal $(, $mark:ident)* ;)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        pub struct $name {
            $(#[doc = concat!($zh, " (", $en, ").")]
            $(#[$fmeta])*
            #[serde(skip_serializing_if = "crate::model::value::Value::is_absent")]
            pub $key: $type,)+
        }

        impl $crate::model::value::Value for $name {
            const SHAPE: $crate::model::field::Shape =
                $crate::model::field::Shape::Table(<Self as $crate::model::value::TableValue>::FIELDS);

            fn read(
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                reader: &mut $crate::model::reader::TomlReader,
            ) -> Option<Self> {
                use $crate::model::value::TableValue;
                match value.get_ref().as_table() {
                    Some(table) => Self::read_table(table, value.span(), reader),
                    None => reader.wrong_shape(value, &Self::SHAPE),
                }
            }

            fn write_tables(&self, key: &'static str, writer: &mut $crate::model::writer::TomlWriter<'_>) {
                writer.table(key, |writer| $crate::model::value::TableValue::write_fields(self, writer));
            }

            fn visit(&self, walk: &mut $crate::model::leaf_walk::LeafWalk<'_>) {
                let mut fields = <Self as $crate::model::value::TableValue>::FIELDS.iter();
                // Nothing stands below most keys: to step below all of them took a twelfth of a check of 100,000 records that came from the
                // cache. A flag is shown as it is.
                $(if let Some(field) = fields.next()
                    && walk.asks_for(const { <$type as $crate::model::value::Value>::SHAPE.leaves() })
                    && (!self.$key.is_absent() || matches!(field.shape, $crate::model::field::Shape::Flag))
                {
                    walk.enter($crate::model::KeyStep::Key(field.key.into()), |walk| self.$key.visit(walk));
                })+
            }

            fn content(&self) -> $crate::model::Content<'_> {
                let mut fields = <Self as $crate::model::value::TableValue>::FIELDS.iter();
                let mut entries = Vec::new();
                $(if let Some(field) = fields.next().filter(|_| !self.$key.is_absent()) {
                    entries.push((field, self.$key.content()));
                })+
                $crate::model::Content::Table(entries)
            }

            fn pack(&self, packer: &mut $crate::model::Packer) {
                $(self.$key.pack(packer);)+
            }

            fn unpack(packed: &mut $crate::model::Packed<'_>) -> Option<Self> {
                // In the order in which they stand here, as they were packed.
                Some(Self { $($key: <$type as $crate::model::value::Value>::unpack(packed)?,)+ })
            }

            fn drop_text(&mut self, _: $crate::model::field::Bearing) {
                let mut fields = <Self as $crate::model::value::TableValue>::FIELDS.iter();
                $(if let Some(field) = fields.next() {
                    self.$key.drop_text(field.bearing);
                })+
            }
        }

        impl $crate::model::value::TableValue for $name {
            const FIELDS: &'static [$crate::model::field::Field] = &[$(
                $crate::model::field::Field::new(
                    stringify!($key),
                    $zh,
                    $en,
                    <$type as $crate::model::value::Value>::SHAPE,
                    <$type as $crate::model::value::Value>::REQUIRED,
                )$(.$mark())*,
            )+];

            fn read_table(
                table: &toml::de::DeTable<'_>,
                span: std::ops::Range<usize>,
                reader: &mut $crate::model::reader::TomlReader,
            ) -> Option<Self> {
                reader.known_keys(table, Self::FIELDS);
                let mut fields = Self::FIELDS.iter();
                // Every key is read before the first failure counts, so that all problems are reported at once.
                $(let $key: Option<$type> = reader.field(table, fields.next()?, &span);)+
                Some(Self { $($key: $key?,)+ })
            }

            fn write_fields(&self, writer: &mut $crate::model::writer::TomlWriter<'_>) {
                use $crate::model::value::Value;
                $(if !<$type as Value>::SHAPE.is_tables() {
                    writer.entry(stringify!($key), &self.$key);
                })+
                $(if <$type as Value>::SHAPE.is_tables() {
                    writer.tables(stringify!($key), &self.$key);
                })+
            }
        }
    };
}
pub(crate) use record;
