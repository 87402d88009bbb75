//! 线索: what was reported to a unit. No field can hold who reported it.

use crate::model::field::words;
use crate::model::happening::{Happening, Sequence, happening};
use crate::model::record::record;
use crate::model::{Day, Line, MineId, Prose, Reference, Site, Trigger, UnitId};

words! {
    /// The way by which a lead came in.
    pub enum Channel {
        /// A telephone line for reports.
        Hotline = "hotline", "举报电话", "hotline";
        Letter = "letter", "来信", "letter";
        Visit = "visit", "来访", "visit";
        /// A platform on the network.
        Online = "online", "网络平台", "online";
        /// Another body passed it on.
        Transfer = "transfer", "部门移送", "transferred";
        Media = "media", "媒体", "media";
        Patrol = "patrol", "巡查发现", "patrol";
    }
}

words! {
    /// What became of a lead.
    pub enum LeadVerdict {
        Confirmed = "confirmed", "属实", "confirmed";
        Refuted = "not-confirmed", "不属实", "not confirmed";
        /// It cannot be found out.
        Unverifiable = "cannot-verify", "无法核实", "cannot be verified";
    }
}

record! {
    /// What became of a lead.
    pub struct LeadResult {
        verdict: LeadVerdict = "核查结论", "verdict";
        on: Day = "核查日期", "on";
        text: Option<Prose> = "说明", "text", sealed;
    }
}

impl LeadResult {
    /// Whether the lead was found to be unfounded: its own text does not say that it is so (属实), nor that nobody knows yet (尚在调查).
    #[must_use]
    pub fn refutes(&self) -> bool {
        self.verdict == LeadVerdict::Refuted && !self.text.as_ref().is_some_and(|text| text.confirms() || leaves_open(text))
    }

    /// Whether its own text says otherwise.
    #[must_use]
    pub fn is_contradicted(&self) -> bool {
        let otherwise = |text: &Prose| match self.verdict {
            LeadVerdict::Confirmed => text.fails(),
            LeadVerdict::Refuted | LeadVerdict::Unverifiable => text.confirms(),
        };
        self.text.as_ref().is_some_and(|text| otherwise(text) || leaves_open(text))
    }
}

/// Whether nobody knows yet. What is done about a lead after it was looked into may go on.
fn leaves_open(text: &Prose) -> bool {
    text.is_unfinished() && !text.confirms() && !text.fails()
}

happening! {
    /// A lead, internal unless it says otherwise.
    pub struct Lead {
        received: Day = "收到日期", "received", fact;
        /// The way by which it came in.
        channel: Channel = "来源渠道", "channel", idle;
        /// Which of the urgent matters of 四（三） it is about.
        trigger: Option<Trigger> = "重要情形", "trigger";
        mine: Option<MineId> = "矿山", "mine", sealed;
        title: Line = "标题", "title", sealed, idle;
        text: Option<Prose> = "内容", "text", sealed, idle;
        /// The unit that looks into it.
        assigned_to: Option<UnitId> = "承办单位", "assigned to", fills;
        /// The place, where it is no known mine.
        site: Option<Site> = "地点", "site", sealed;
        /// The record of the same lead, where another was filed first.
        same_as: Option<Reference> = "同一线索的登记", "same as", free;
        /// Whether it is another lead than the one that was recorded of the same place, matter and day.
        distinct: bool = "另一条线索", "another lead", free;
        result: Option<LeadResult> = "核查结果", "result", fills;
    }
}

impl Happening for Lead {
    fn on(&self) -> Option<Day> {
        Some(self.received)
    }

    fn sequences(&self) -> Vec<Sequence> {
        let mut list = Vec::new();
        let result = self.result.as_ref().map(|result| result.on);
        Sequence::push(&mut list, ("received", Some(self.received)), ("result.on", result));
        list
    }
}
