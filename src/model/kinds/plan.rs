//! 年度监督检查计划 (一（一）4).

use crate::model::happening::{Happening, NumberedPaper, Sequence, happening};
use crate::model::{Carrier, Day, DocNumber, Line, Prose, Reference, SystemId};

happening! {
    /// A unit's plan of inspections for one year.
    pub struct Plan {
        /// The year that it plans.
        year: u16 = "计划年度", "year planned";
        title: Line = "标题", "title", idle;
        issued: Option<Day> = "印发日期", "issued", fills, fact;
        doc_number: Option<DocNumber> = "发文字号", "document number", fills, idle;
        /// The notice by which the others were told of it.
        shared_by: Option<Reference> = "通报", "shared by", fills;
        /// The system of the mechanism that it belongs to, where the mechanism has one for plans.
        system: Option<SystemId> = "所属制度", "system";
        text: Option<Prose> = "内容", "text", sealed;
    }
}

impl Plan {
    /// The key at which it says of itself that it is no plan for its year: that none was made (“本年度未制定计划”), that it is a draft or a paper about one
    /// (征求意见稿), that of another year, or nothing.
    #[must_use]
    pub fn denied_at(&self) -> Option<&'static str> {
        let says_none = |text: &Prose| text.says_nothing() || text.tells_no_plan();
        let in_text = || self.text.as_ref().is_some_and(says_none).then_some("text");
        self.title.names_no_plan(self.year).then_some("title").or_else(in_text)
    }

    /// Whether it says so anywhere: such a record is no plan.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.denied_at().is_some()
    }
}

impl Happening for Plan {
    fn on(&self) -> Option<Day> {
        self.issued
    }

    fn is_issued(&self) -> bool {
        self.issued.is_some()
    }

    fn carries(&self) -> Option<(Carrier, Option<&SystemId>)> {
        Some((Carrier::Plan, self.system.as_ref()))
    }

    fn sequences(&self) -> Vec<Sequence> {
        Vec::new()
    }

    fn papers(&self) -> Vec<NumberedPaper<'_>> {
        NumberedPaper::numbered("doc_number", self.doc_number.as_ref(), self.issued).into_iter().collect()
    }
}
