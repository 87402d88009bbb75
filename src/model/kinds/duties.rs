//! `duties/<unit>.toml`: the unit's duties of chapter one, with the words by which people look for them. Their text is in
//! `clauses.toml`.

use crate::model::field::words;
use crate::model::record::record;
use crate::model::{ClauseKey, Line};

words! {
    /// What sort of duty it is.
    pub enum DutyType {
        Standing = "standing", "常态职责", "standing";
        /// Something to be made every year.
        Yearly = "yearly", "年度职责", "yearly";
        /// Something that an event sets off, or that is forbidden.
        Triggered = "triggered", "触发职责", "triggered";
        Cooperation = "cooperation", "配合职责", "cooperation";
        /// Whatever else the law gives it.
        CatchAll = "catch-all", "兜底职责", "catch-all";
    }
}

record! {
    /// A duty.
    pub struct Duty {
        /// Its number in the clause.
        no: u8 = "序号", "number";
        sort: DutyType = "类型", "type";
        /// Whether it is to close mines, or to have them closed: a closure by anybody else is none.
        closes: bool = "关闭矿山", "closes mines";
        /// The words by which people look for it.
        words: Vec<Line> = "检索词", "search words";
    }
}

record! {
    /// All duties of a unit.
    pub struct DutiesFile {
        /// The clause whose items they are.
        clause: ClauseKey = "条款", "clause";
        duty: Vec<Duty> = "职责", "duty";
    }
}
