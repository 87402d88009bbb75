//! 督办事项: what a meeting, a circular or a reply from above asks somebody to do.

use crate::model::record::record;
use crate::model::{ClauseKey, Day, Line, Party, Prose};

record! {
    /// A task under supervision; part of the record that set it.
    pub struct Task {
        /// Its number in that record.
        no: u32 = "序号", "number", idle;
        /// What is to be done.
        text: Prose = "事项", "text";
        /// Who answers for it; in a circular also a town or a mine.
        lead: Option<Party> = "牵头责任单位", "lead";
        with: Vec<Party> = "配合单位", "with";
        due: Option<Day> = "完成时限", "due", ahead;
        /// Whether it is to be done for as long as it lasts, without a term.
        standing: bool = "长期坚持", "standing";
        /// The clause that it rests on.
        clause: Option<ClauseKey> = "依据条款", "clause";
        /// The leader who answers for it, as offices' ledgers have it, and no clause asks it.
        leader: Option<Line> = "责任领导", "leader", sealed, idle;
    }
}
