//! `clauses.toml`: the regulation's text, a clause a row.

use crate::model::record::record;
use crate::model::{ClauseKey, Day, Line};

record! {
    /// A clause.
    pub struct Clause {
        key: ClauseKey = "条款号", "key";
        /// How papers cite it: 三（四）.
        path: Line = "条款", "clause";
        /// Its text, to the letter.
        text: Line = "原文", "text";
        /// From when this text holds, where it is an amended one.
        since: Option<Day> = "起", "since", near;
    }
}

record! {
    /// All of them.
    pub struct ClausesFile {
        /// One by one, in the order of the regulation.
        clause: Vec<Clause> = "条款", "clause";
    }
}
