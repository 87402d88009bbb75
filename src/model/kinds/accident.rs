//! 生产安全事故 (一（一）8, 一（三）2, 一（四）3, 一（十一）3): who came to the rescue and who looked into it. Nobody who was hurt has a
//! key here: a register keeps how many, never who.

use crate::model::field::words;
use crate::model::happening::{Happening, NumberedPaper, Sequence, happening};
use crate::model::record::record;
use crate::model::{Day, DocNumber, Line, MineId, Party, Prose, Reference, UnitId};

words! {
    /// How grave an accident is. The district's own bureau organises the investigation of the first grade only (一（一）8).
    pub enum AccidentGrade {
        General = "general", "一般事故", "general accident";
        Larger = "larger", "较大事故", "larger accident";
        Major = "major", "重大事故", "major accident";
        Exceptional = "exceptional", "特别重大事故", "exceptionally major accident";
    }
}

record! {
    /// What was done at once.
    pub struct Rescue {
        on: Day = "救援开始日期", "rescue begun on";
        until: Option<Day> = "救援结束日期", "rescue ended on", idle;
        lead: Option<Party> = "救援组织单位", "rescue organised by";
        /// Who else took part.
        units: Vec<Party> = "救援参加单位", "taking part in the rescue", grows;
        measures: Option<Prose> = "救援处置措施", "measures", sealed;
    }
}

record! {
    /// 调查组.
    pub struct Inquiry {
        on: Day = "调查开始日期", "inquiry begun on";
        lead: Option<Party> = "调查牵头单位", "inquiry led by";
        /// Who else took part.
        units: Vec<Party> = "调查参加单位", "taking part in the inquiry", grows;
        /// The number of the paper that set it up.
        number: Option<Line> = "成立文书编号", "number", idle;
    }
}

record! {
    /// That the police look into a suspected crime (一（四）3).
    pub struct CriminalCase {
        on: Day = "移送或者立案日期", "on", idle;
        by: UnitId = "办理单位", "by";
        number: Option<Line> = "案件文书编号", "number", idle;
    }
}

record! {
    /// 结案.
    pub struct AccidentEnd {
        on: Day = "结案日期", "on", idle;
        doc_number: Option<DocNumber> = "批复文号", "document number", idle;
        text: Option<Prose> = "调查结论", "conclusion", sealed;
    }
}

happening! {
    /// An accident at a mine.
    pub struct Accident {
        occurred: Day = "发生日期", "occurred on", fact;
        /// When the unit came to know of it.
        learned: Option<Day> = "接报日期", "learned on";
        mine: MineId = "矿山", "mine";
        /// How grave it is, once that is known; a death that follows may raise it.
        grade: Option<AccidentGrade> = "事故等级", "grade", free;
        /// How many died.
        deaths: Option<u32> = "死亡人数", "deaths", free;
        /// How many were hurt.
        injured: Option<u32> = "受伤人数", "injured", free;
        /// Whether it happened in the production, sale or storing for sale of civilian explosives (一（三）1).
        explosives: bool = "民爆生产销售环节", "in production or sale of explosives";
        /// Whether it is suspected to have been concealed or reported falsely (四（三）).
        concealed: bool = "涉嫌瞒报谎报", "suspected of being concealed or falsely reported";
        /// The lead that told of it.
        lead: Option<Reference> = "线索", "lead";
        /// The record of the same accident, where another was filed first.
        same_as: Option<Reference> = "同一起事故的登记", "same as", free;
        /// Whether it is another accident than the one that was recorded of the same mine and day.
        distinct: bool = "另一起事故", "another accident", free;
        text: Option<Prose> = "简要情况", "text", sealed, idle;
        rescue: Option<Rescue> = "应急救援", "rescue";
        inquiry: Option<Inquiry> = "事故调查", "inquiry";
        criminal: Option<CriminalCase> = "刑事案件", "criminal case";
        concluded: Option<AccidentEnd> = "结案", "concluded";
    }
}

impl Accident {
    /// The day on which it became known: that of the report, where one is recorded.
    #[must_use]
    pub fn known_on(&self) -> Day {
        self.learned.map_or(self.occurred, |learned| learned.max(self.occurred))
    }

    /// Whether somebody above the district looks into it.
    #[must_use]
    pub fn is_above_general(&self) -> bool {
        self.grade.is_some_and(|grade| AccidentGrade::General < grade)
    }
}

impl Happening for Accident {
    fn on(&self) -> Option<Day> {
        Some(self.occurred)
    }

    fn asked_on(&self) -> Option<Day> {
        Some(self.known_on())
    }

    fn sequences(&self) -> Vec<Sequence> {
        let mut list = Vec::new();
        let occurred = ("occurred", Some(self.occurred));
        let begun = self.inquiry.as_ref().map(|inquiry| inquiry.on);
        let ended = self.concluded.as_ref().map(|end| end.on);
        Sequence::push(&mut list, occurred, ("learned", self.learned));
        if let Some(rescue) = &self.rescue {
            Sequence::push(&mut list, occurred, ("rescue.on", Some(rescue.on)));
            Sequence::push(&mut list, ("rescue.on", Some(rescue.on)), ("rescue.until", rescue.until));
        }
        Sequence::push(&mut list, occurred, ("inquiry.on", begun));
        Sequence::push(&mut list, occurred, ("criminal.on", self.criminal.as_ref().map(|case| case.on)));
        Sequence::push(&mut list, occurred, ("concluded.on", ended));
        Sequence::push(&mut list, ("inquiry.on", begun), ("concluded.on", ended));
        list
    }

    fn papers(&self) -> Vec<NumberedPaper<'_>> {
        let end = self.concluded.as_ref();
        NumberedPaper::numbered("concluded.doc_number", end.and_then(|end| end.doc_number.as_ref()), end.map(|end| end.on))
            .into_iter()
            .collect()
    }
}
