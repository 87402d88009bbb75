//! Why an in-principle obligation was not followed in a period; for any other obligation the same record is a statement
//! (情况说明) and changes nothing.

use crate::model::happening::{Happening, Sequence, happening};
use crate::model::{Day, Line, ObligationId, Period, Prose};

happening! {
    /// A waiver; frozen once filed.
    pub struct Waiver {
        obligation: ObligationId = "义务", "obligation";
        period: Period = "期间", "period";
        reason: Option<Prose> = "理由", "reason";
        approved_by: Option<Line> = "批准人", "approved by", sealed;
        paper: Option<Line> = "批准文件", "paper";
        on: Day = "批准日期", "on", fact;
        until: Option<Day> = "有效期至", "until", ahead;
    }
}

impl Happening for Waiver {
    fn on(&self) -> Option<Day> {
        Some(self.on)
    }

    fn sequences(&self) -> Vec<Sequence> {
        let mut list = Vec::new();
        Sequence::push(&mut list, ("on", Some(self.on)), ("until", self.until));
        list
    }
}
