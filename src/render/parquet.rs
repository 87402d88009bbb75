//! Tables as Parquet: rows are taken apart into columns a group at a time, so that no more than a group stands in memory twice.

use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};

use crate::report::lake::{Datum, LakeColumn, LakeShape, LakeStamp, LakeTable};
use crate::text::{Text, clean};
use crate::tr;

/// So many rows are a group.
const GROUP: usize = 8192;

/// A table as a file, and how many rows it has.
///
/// # Errors
/// A row cannot be read or is not shaped as its columns are, or the file could not be made.
pub fn parquet(table: LakeTable<'_>, stamp: &LakeStamp) -> Result<(Vec<u8>, usize), Text> {
    let file = table.file();
    let failed = |error: ParquetError| {
        let why = error.to_string();
        let why = clean(&why).into_owned();
        tr!("{file} 没有生成（{why}）"; "{file} could not be made ({why})")
    };
    let mut writer = TableWriter::new(&table, stamp).map_err(failed)?;
    (table.rows)(&mut |row| writer.add(row).map_err(failed))?;
    writer.finish().map_err(failed)
}

/// A file that is being made.
struct TableWriter {
    file: SerializedFileWriter<Vec<u8>>,
    columns: Vec<LakeColumn>,
    /// The rows that are no group yet.
    group: RowColumns,
    rows: usize,
}

impl TableWriter {
    fn new(table: &LakeTable<'_>, stamp: &LakeStamp) -> Result<Self, ParquetError> {
        let mut words = stamp.words();
        words.push(("liandong.columns", table.described()));
        let words = words.into_iter().map(|(key, value)| KeyValue::new(key.to_owned(), value)).collect();
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(format!("liandong {}", env!("CARGO_PKG_VERSION")))
            .set_key_value_metadata(Some(words))
            .build();
        let file = SerializedFileWriter::new(Vec::new(), schema(&table.columns)?, Arc::new(properties))?;
        Ok(Self { file, columns: table.columns.clone(), group: RowColumns::of(&table.columns), rows: 0 })
    }

    fn add(&mut self, row: &[Datum<'_>]) -> Result<(), ParquetError> {
        self.group.add(row)?;
        if self.group.rows == GROUP { self.write_group() } else { Ok(()) }
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let group = std::mem::replace(&mut self.group, RowColumns::of(&self.columns));
        self.rows += group.rows;
        group.write(self.file.next_row_group()?)
    }

    fn finish(mut self) -> Result<(Vec<u8>, usize), ParquetError> {
        if self.group.rows > 0 {
            self.write_group()?;
        }
        Ok((self.file.into_inner()?, self.rows))
    }
}

fn schema(columns: &[LakeColumn]) -> Result<TypePtr, ParquetError> {
    let fields = columns.iter().map(|column| typed(&column.name, &column.shape)).collect::<Result<_, _>>()?;
    Ok(Arc::new(Type::group_type_builder("record").with_fields(fields).build()?))
}

/// The type of a column. Anything may be absent, so that an older file reads as a newer one.
fn typed(name: &str, shape: &LakeShape) -> Result<TypePtr, ParquetError> {
    let leaf = |physical, logical: Option<LogicalType>| {
        let leaf = Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
        leaf.with_logical_type(logical).build()
    };
    let group = |name, fields, repetition, logical| {
        let group = Type::group_type_builder(name).with_fields(fields).with_repetition(repetition);
        group.with_logical_type(logical).build()
    };
    let column = match shape {
        LakeShape::Flag => leaf(Physical::BOOLEAN, None),
        LakeShape::Count => leaf(Physical::INT64, None),
        LakeShape::Text | LakeShape::Word(_) => leaf(Physical::BYTE_ARRAY, Some(LogicalType::String)),
        LakeShape::Day => leaf(Physical::INT32, Some(LogicalType::Date)),
        // Of the register's zone, which the file names: a day stays the day that it is there, wherever it is read.
        LakeShape::Moment => leaf(Physical::INT64, Some(LogicalType::timestamp(false, TimeUnit::MICROS))),
        LakeShape::List(item) => {
            let item = typed("element", item)?;
            let items = Arc::new(group("list", vec![item], Repetition::REPEATED, None)?);
            group(name, vec![items], Repetition::OPTIONAL, Some(LogicalType::List))
        }
        LakeShape::Struct(columns) => {
            let fields = columns.iter().map(|column| typed(&column.name, &column.shape)).collect::<Result<_, _>>()?;
            group(name, fields, Repetition::OPTIONAL, None)
        }
    };
    column.map(Arc::new)
}

/// Rows as columns.
struct RowColumns {
    nodes: Vec<LeafTree>,
    leaves: Vec<LeafValues>,
    rows: usize,
}

/// Which leaves lie below a column.
enum LeafTree {
    Leaf(usize),
    List(Box<LeafTree>),
    Struct(Vec<LeafTree>),
}

/// The values of a leaf, and at which depth each stands.
struct LeafValues {
    values: Values,
    /// How much of the way to it is there.
    definitions: Vec<i16>,
    /// In which list around it it goes on.
    repetitions: Vec<i16>,
}

enum Values {
    Flags(Vec<bool>),
    Days(Vec<i32>),
    Numbers(Vec<i64>),
    Texts(Vec<ByteArray>),
}

/// Where in a row a value stands.
#[derive(Clone, Copy)]
struct Depth {
    definition: i16,
    /// That of the value that comes next.
    repetition: i16,
    /// How many lists are around it.
    lists: i16,
}

impl RowColumns {
    fn of(columns: &[LakeColumn]) -> Self {
        let mut leaves = Vec::new();
        let nodes = columns.iter().map(|column| LeafTree::of(&column.shape, &mut leaves)).collect();
        Self { nodes, leaves, rows: 0 }
    }

    fn add(&mut self, row: &[Datum<'_>]) -> Result<(), ParquetError> {
        let top = Depth { definition: 0, repetition: 0, lists: 0 };
        add_each(&self.nodes, row, top, &mut self.leaves)?;
        self.rows += 1;
        Ok(())
    }

    fn write<W: std::io::Write + Send>(self, mut group: SerializedRowGroupWriter<'_, W>) -> Result<(), ParquetError> {
        for leaf in &self.leaves {
            match &leaf.values {
                Values::Flags(flags) => leaf.write::<BoolType, W>(&mut group, flags),
                Values::Days(days) => leaf.write::<Int32Type, W>(&mut group, days),
                Values::Numbers(numbers) => leaf.write::<Int64Type, W>(&mut group, numbers),
                Values::Texts(texts) => leaf.write::<ByteArrayType, W>(&mut group, texts),
            }?;
        }
        group.close().map(drop)
    }
}

impl LeafValues {
    fn write<T: DataType, W: std::io::Write + Send>(
        &self,
        group: &mut SerializedRowGroupWriter<'_, W>,
        values: &[T::T],
    ) -> Result<(), ParquetError> {
        let mut column = group.next_column()?.ok_or_else(misshapen)?;
        column.typed::<T>().write_batch(values, Some(&self.definitions), Some(&self.repetitions))?;
        column.close()
    }

    fn place(&mut self, depth: Depth) {
        self.definitions.push(depth.definition);
        self.repetitions.push(depth.repetition);
    }
}

impl LeafTree {
    fn of(shape: &LakeShape, leaves: &mut Vec<LeafValues>) -> Self {
        let values = match shape {
            LakeShape::List(item) => return Self::List(Box::new(Self::of(item, leaves))),
            LakeShape::Struct(columns) => {
                return Self::Struct(columns.iter().map(|column| Self::of(&column.shape, leaves)).collect());
            }
            LakeShape::Flag => Values::Flags(Vec::new()),
            LakeShape::Day => Values::Days(Vec::new()),
            LakeShape::Count | LakeShape::Moment => Values::Numbers(Vec::new()),
            LakeShape::Text | LakeShape::Word(_) => Values::Texts(Vec::new()),
        };
        leaves.push(LeafValues { values, definitions: Vec::new(), repetitions: Vec::new() });
        Self::Leaf(leaves.len() - 1)
    }

    /// Nothing stands there, or in all that is below.
    fn skip(&self, depth: Depth, leaves: &mut [LeafValues]) {
        match self {
            Self::Leaf(at) => leaves[*at].place(depth),
            Self::List(item) => item.skip(depth, leaves),
            Self::Struct(nodes) => nodes.iter().for_each(|node| node.skip(depth, leaves)),
        }
    }

    fn add(&self, datum: &Datum<'_>, depth: Depth, leaves: &mut [LeafValues]) -> Result<(), ParquetError> {
        let there = Depth { definition: depth.definition + 1, ..depth };
        match (self, datum) {
            (_, Datum::Absent) => self.skip(depth, leaves),
            (Self::Leaf(at), datum) => {
                match (&mut leaves[*at].values, datum) {
                    (Values::Flags(flags), Datum::Flag(flag)) => flags.push(*flag),
                    (Values::Days(days), Datum::Day(day)) => days.push(*day),
                    (Values::Numbers(numbers), Datum::Count(number) | Datum::Moment(number)) => numbers.push(*number),
                    (Values::Texts(texts), Datum::Text(text) | Datum::Word(text)) => texts.push(ByteArray::from(&**text)),
                    _ => return Err(misshapen()),
                }
                leaves[*at].place(there);
            }
            (Self::Struct(nodes), Datum::Struct(values)) => add_each(nodes, values, there, leaves)?,
            (Self::List(item), Datum::List(items)) if items.is_empty() => item.skip(there, leaves),
            (Self::List(item), Datum::List(items)) => {
                let lists = depth.lists + 1;
                let mut inside = Depth { definition: depth.definition + 2, repetition: depth.repetition, lists };
                for value in items {
                    item.add(value, inside, leaves)?;
                    inside.repetition = lists;
                }
            }
            _ => return Err(misshapen()),
        }
        Ok(())
    }
}

fn add_each(nodes: &[LeafTree], values: &[Datum<'_>], depth: Depth, leaves: &mut [LeafValues]) -> Result<(), ParquetError> {
    if nodes.len() != values.len() {
        return Err(misshapen());
    }
    nodes.iter().zip(values).try_for_each(|(node, value)| node.add(value, depth, leaves))
}

fn misshapen() -> ParquetError {
    ParquetError::General("a row that is not shaped as its columns are".to_owned())
}
