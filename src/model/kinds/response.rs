//! 回应: one unit's word on any other record or clause, in a file of its own.

use crate::model::field::words;
use crate::model::happening::{Happening, Sequence, happening};
use crate::model::{ClauseKey, Day, Prose, Reference, UnitId};

words! {
    /// What a response says. Only the addressee's answer changes a state.
    pub enum ResponseKind {
        Received = "received", "签收", "received";
        Progress = "progress", "进展", "progress";
        Done = "done", "已完成", "done";
        MeasuresTaken = "measures-taken", "已采取措施", "measures taken";
        /// 同意办结（区安委办）.
        Accepted = "accepted", "同意办结", "accepted";
        Returned = "returned", "退回", "returned";
        Cosigned = "cosigned", "会签", "cosigned";
        Objection = "objection", "异议", "objection";
        /// 反馈 (五（二）).
        Feedback = "feedback", "反馈问题", "feedback";
        Answer = "answer", "答复", "answer";
        /// What the office entered for the unit is so.
        Confirmed = "confirmed", "确认代录", "confirmed";
        /// 接收承办 a problem that a team found.
        TakenOver = "taken-over", "接收承办", "taken over";
    }
}

happening! {
    /// A unit's word; frozen once filed.
    pub struct Response {
        kind: ResponseKind = "类别", "kind";
        /// The record or part that it is about.
        to: Option<Reference> = "针对事项", "to";
        /// The clause that it is about; with neither, the mechanism as a whole.
        clause: Option<ClauseKey> = "针对条款", "clause";
        /// The unit whose work is accepted or returned, where several lead.
        of: Option<UnitId> = "承办单位", "of";
        on: Day = "日期", "on", fact;
        text: Option<Prose> = "内容", "text", sealed;
    }
}

impl Response {
    /// Whether it says how something goes: without a text the word itself does; “无”, “已阅” and “无进展” do not.
    #[must_use]
    pub fn tells(&self) -> bool {
        self.text.as_ref().is_none_or(|text| !text.says_nothing() && !text.only_acknowledges())
    }
}

impl Happening for Response {
    fn on(&self) -> Option<Day> {
        Some(self.on)
    }

    fn sequences(&self) -> Vec<Sequence> {
        Vec::new()
    }
}
