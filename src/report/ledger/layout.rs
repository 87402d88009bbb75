//! How rows hold the lists of records: taking a sheet back undoes it.

use crate::model::Kind;

/// How the rows of a sheet become records again.
#[derive(Debug, Clone, Copy)]
pub struct TakenBack {
    /// The kind of record of which its columns are keys.
    pub kind: Kind,
    /// Other kinds whose records hold its rows, with the table in which they do.
    pub within: &'static [(Kind, &'static str)],
    /// What a row shows of its record.
    pub layout: RowLayout,
    /// What a new row is; `None` where it begins a record, which gets the next number.
    pub new_rows: Option<NewRow>,
}

impl TakenBack {
    /// A row is a record of that kind, of which it says keys.
    pub(super) const fn row_per_record(kind: Kind) -> Self {
        Self { kind, within: &[], layout: RowLayout::LastItem(&[]), new_rows: None }
    }
}

/// What a new row is, where it does not begin a record with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewRow {
    /// An item of the file of the unit that files it.
    OwnFile,
    /// A mine, under an id of its own.
    Mine,
    /// An item of what the unit has of a mine.
    OfMine,
    /// A part of the record that the row names.
    Part,
}

/// How the rows of a sheet hold records.
#[derive(Debug, Clone, Copy)]
pub enum RowLayout {
    /// A record is a row. Of these lists it shows the last item.
    LastItem(&'static [DatedList]),
    /// A record takes a row for each item of these lists; what is so of the record as a whole stands in all of its rows.
    RowPerItem(&'static [Items]),
}

/// A list whose items follow each other by their days.
#[derive(Debug, Clone, Copy)]
pub struct DatedList {
    /// Its key in the record (`reinspection`).
    pub list: &'static str,
    /// The key of an item's day.
    pub day: &'static str,
}

/// A list of which a row shows one item.
#[derive(Debug, Clone, Copy)]
pub struct Items {
    /// Its key in the record (`reinspection`).
    pub list: &'static str,
    /// The keys by which an item is found.
    pub found_by: &'static [&'static str],
    /// Keys of an item that stand in a column of another list, with that column: a paper is delivered to the addressee of the row.
    pub borrowed: &'static [(&'static str, &'static str)],
}

impl RowLayout {
    /// The lists of which a row shows one item.
    #[must_use]
    pub const fn items(self) -> &'static [Items] {
        match self {
            Self::LastItem(_) => &[],
            Self::RowPerItem(items) => items,
        }
    }

    /// The lists of which a row shows the last item.
    #[must_use]
    pub const fn dated(self) -> &'static [DatedList] {
        match self {
            Self::LastItem(dated) => dated,
            Self::RowPerItem(_) => &[],
        }
    }
}

impl Items {
    /// The column in which a key of an item stands.
    #[must_use]
    pub fn column(&self, key: &str) -> String {
        let borrowed = self.borrowed.iter().find(|(own, _)| *own == key);
        borrowed.map_or_else(|| format!("{}.{key}", self.list), |(_, column)| (*column).to_owned())
    }

    /// The keys of an item that stand in a column.
    pub fn keys<'c>(&'c self, column: &'c str) -> impl Iterator<Item = &'c str> {
        let own = column.strip_prefix(self.list).and_then(|rest| rest.strip_prefix('.'));
        own.into_iter().chain(self.borrowed.iter().filter(move |(_, from)| *from == column).map(|(key, _)| *key))
    }

    /// Whether items are found by a number, which the next one gets where none is given.
    #[must_use]
    pub fn is_numbered(&self) -> bool {
        self.found_by.contains(&"no")
    }
}
