//! Ledgers drawn up: a sheet each.

use serde::Serialize;

use super::form::LedgerForm;
use super::sheet::{Column, Rows};
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::Day;
use crate::report::LeftOut;

/// Ledgers drawn up together: one file.
#[derive(Debug, Serialize)]
pub struct Workbook<'a> {
    /// What the mechanism is called.
    pub title: &'a str,
    /// The day as of which states are given.
    pub as_of: Day,
    /// The commit that was read, where one was.
    pub revision: Option<String>,
    /// What was left out, should it be a public edition.
    pub left_out: Option<LeftOut>,
    /// What a form explains and offers, should it be one.
    #[serde(skip)]
    pub form: Option<LedgerForm>,
    /// The sheets, in the order of the regulation.
    pub sheets: Vec<Sheet<'a>>,
}

/// One ledger: a sheet of the workbook.
#[derive(Debug, Serialize)]
pub struct Sheet<'a> {
    /// Which ledger it is; by its id in JSON.
    pub topic: &'static Topic,
    /// What stands above its cells; the reference and number of a row stand before them.
    pub columns: Vec<Column>,
    /// Its rows, made anew each time they are asked for.
    pub rows: Rows<'a>,
}

impl<'a> Sheet<'a> {
    /// The ledger of a topic; its rows are made when they are asked for.
    pub(super) fn new(topic: &'static Topic, view: LedgerView<'a>) -> Self {
        Self { topic, columns: (topic.columns)(), rows: (topic.rows)(view) }
    }

    /// The places of its columns as a workbook has them, those that are printed first, and how many are.
    #[must_use]
    pub fn print_order(&self) -> (Vec<usize>, usize) {
        let is = |column: &Column, name: &str| column.key.map_or_else(|| column.heading.zh() == name, |key| key == name);
        let place = |name: &&str| self.columns.iter().position(|column| is(column, name));
        let mut order: Vec<usize> = self.topic.printed.iter().filter_map(place).collect();
        let printed = order.len();
        order.extend((0..self.columns.len()).filter(|at| !order.contains(at)).collect::<Vec<_>>());
        (order, printed)
    }
}
