//! A register as tables for engines that ask many districts at once: a table a kind of happening and year, what was found and how
//! obligations stand, and by what names units, mines and clauses go.
//!
//! Columns are the FIELDS of the kind, every one in every file, behind those that say whose row it is ([`LakeStamp`]). A key that such a
//! column has already goes by the kind's name too (`plan_year`). Rows are made while they are written.

mod column;
mod courses;
mod datum;
mod figures;
mod judged;
mod names;
mod records;
mod table;

pub use column::{LakeColumn, LakeShape, LakeWord};
pub use datum::Datum;
pub use figures::{DistrictFigures, HazardDays, figures};
pub use table::{AddRow, LakeRows, LakeStamp, LakeTable, TableBasis};

use crate::model::{FiledPath, Mechanism, Record};
use crate::report::Redaction;
use crate::rules::{Context, Judgement};
use crate::text::Text;

/// A register to be laid out as tables.
#[derive(Clone, Copy)]
pub struct LakeView<'a> {
    /// What the register holds, and as of which day it is judged.
    pub context: &'a Context<'a>,
    /// What was found.
    pub judgement: &'a Judgement,
    /// What is left out and struck out.
    pub redaction: &'a Redaction,
    /// What every row says of itself.
    pub stamp: &'a LakeStamp,
    /// By what names units, mines and clauses go, word by word.
    pub mechanism: &'a Mechanism,
    /// What reads records word by word, where the register was read without its texts.
    pub whole: Option<&'a WholeRecords<'a>>,
}

/// Gives records word by word, in the order of their paths.
pub type WholeRecords<'a> = dyn Fn(&[&FiledPath]) -> Result<Vec<Record>, Text> + Sync + 'a;

/// Every table of a register, those that need no judging first. Of each kind there is one at least, so that a question about it is never
/// one about nothing.
#[must_use]
pub fn tables<'a>(view: &LakeView<'a>) -> Vec<LakeTable<'a>> {
    let mut tables = records::tables(view);
    tables.extend(names::tables(view));
    tables.extend(courses::tables(view));
    tables.extend(judged::tables(view));
    tables
}

impl std::fmt::Debug for LakeView<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LakeView").field("stamp", self.stamp).finish_non_exhaustive()
    }
}
