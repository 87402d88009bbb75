//! What a ledger is: a static with its names, its columns and its rows.

use std::fmt;

use serde::{Serialize, Serializer};

use super::layout::{NewRow, RowLayout, TakenBack};
use super::sheet::{Column, Rows};
use super::view::LedgerView;
use crate::model::Kind;
use crate::model::field::Word;
use crate::text::Text;

/// One ledger, declared in one file.
pub struct Topic {
    /// Its spelling on the command line and in JSON, and what its sheet is called.
    pub(super) word: Word,
    /// What else people say for it, so that a kind of record finds its ledger.
    pub(super) aliases: &'static [&'static str],
    /// Whether it can be shown to anybody.
    pub(super) is_public: bool,
    /// How its rows become records again; `None` where a row is drawn from several records.
    pub(super) taken_back: Option<TakenBack>,
    /// The columns that its print shows, in their order: by their keys, else by their Chinese headings. A page has no room for all.
    pub(super) printed: &'static [&'static str],
    /// What stands above its cells.
    pub(super) columns: fn() -> Vec<Column>,
    /// What it says of a register.
    pub(super) rows: for<'a> fn(LedgerView<'a>) -> Rows<'a>,
}

impl Topic {
    /// By what it is known.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.word.id
    }

    /// What its sheet is called.
    #[must_use]
    pub const fn label(&self) -> Text {
        self.word.label()
    }

    /// Whether it can be shown to anybody, sealed columns left out.
    #[must_use]
    pub const fn can_be_public(&self) -> bool {
        self.is_public
    }

    /// The kind of record that its rows say by its keys: a task has the same in every record that sets one. Other sheets are not
    /// taken back.
    #[must_use]
    pub fn taken_back(&self) -> Option<Kind> {
        self.taken_back.as_ref().map(|taken| taken.kind)
    }

    /// How its rows hold what they say of records.
    #[must_use]
    pub fn layout(&self) -> RowLayout {
        self.taken_back.as_ref().map_or(RowLayout::LastItem(&[]), |taken| taken.layout)
    }

    /// What a new row is, where it does not begin a record with a number.
    #[must_use]
    pub fn new_rows(&self) -> Option<NewRow> {
        self.taken_back.as_ref()?.new_rows
    }

    /// The table of a record of that kind in which its rows lie, where that is not the record itself.
    #[must_use]
    pub fn within(&self, kind: Kind) -> Option<&'static str> {
        let mut within = self.taken_back.as_ref()?.within.iter();
        within.find_map(|(of, table)| (*of == kind).then_some(*table))
    }
}

impl PartialEq for Topic {
    fn eq(&self, other: &Self) -> bool {
        self.word.id == other.word.id
    }
}

impl fmt::Debug for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word.id)
    }
}

impl Serialize for Topic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word.id)
    }
}
