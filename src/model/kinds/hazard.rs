//! 隐患: one hazard, one file, from finding to close-out (三（五）), owned by the supervising unit.

use crate::model::field::words;
use crate::model::happening::{Happening, Sequence, happening};
use crate::model::plain::plain_name;
use crate::model::record::record;
use crate::model::{Day, Line, Mine, MineId, NamesSomebody, Prose, Reference, Stated, UnitId};

words! {
    /// How a hazard came to light.
    pub enum HazardSource {
        /// A joint enforcement found it.
        Enforcement = "enforcement", "联合执法", "joint enforcement";
        /// The unit's own inspection found it.
        Inspection = "inspection", "自行检查", "own inspection";
        /// Another unit's notice told of it.
        Notice = "notice", "信息通报", "notice";
        Lead = "lead", "线索举报", "lead";
    }
}

words! {
    /// Whether something is dangerous or unlawful.
    pub enum HazardNature {
        Hazard = "hazard", "事故隐患", "hazard";
        /// A breach of law that is no danger by itself.
        Violation = "violation", "违法违规行为", "violation";
    }
}

words! {
    /// What a re-inspection found.
    pub enum Inspected {
        Passed = "passed", "合格", "passed";
        Failed = "failed", "不合格", "failed";
    }
}

words! {
    /// Why a hazard is no longer followed.
    pub enum CloseReason {
        /// It was put right and re-inspected.
        Passed = "passed", "复查合格", "re-inspection passed";
        /// The mine was closed meanwhile.
        MineClosed = "mine-closed", "矿山关闭", "mine closed";
        Duplicate = "duplicate", "重复登记", "filed twice";
        /// It went to another unit.
        Transferred = "transferred", "移交其他单位", "transferred";
    }
}

impl CloseReason {
    /// Whether the matter goes on in another record.
    #[must_use]
    pub fn goes_on_elsewhere(self) -> bool {
        matches!(self, Self::Transferred | Self::Duplicate)
    }
}

record! {
    /// The department's own word on whether it is a major hazard, where that departs from what those who found it said.
    pub struct Determination {
        on: Day = "认定日期", "on";
        major: bool = "重大隐患", "major";
        /// By which criterion, in words.
        criterion: Line = "判定依据", "criterion";
        by: Option<Line> = "认定人", "by", sealed;
        paper: Option<Line> = "文书", "paper";
    }
}

impl Determination {
    /// Whether it says by which criterion, by whom and by which paper it is: without, it is nobody's word. Nor is it a department's where the
    /// enterprise itself determined it, or nobody wrote it down.
    #[must_use]
    pub fn is_founded(&self, mine: Option<&Mine>) -> bool {
        let by = self.by.named().is_some_and(|by| !is_of_enterprise(by.as_str(), mine));
        let paper = self.paper.said().is_some_and(|paper| is_written(paper.as_str()) && !is_of_enterprise(paper.as_str(), mine));
        by && paper && !self.criterion.says_nothing()
    }
}

/// Whether what names somebody, or a paper, names the enterprise: who judges its own hazard takes none of its weight away.
fn is_of_enterprise(words: &str, mine: Option<&Mine>) -> bool {
    // 矿山安全监管股 is no enterprise, nor is the department's paper about one.
    const DEPARTMENT: [&str; 9] = ["监管", "监察", "局", "股", "科", "大队", "中心", "专家", "办公室"];
    const ENTERPRISE: [&str; 11] = ["企业", "矿方", "矿长", "矿主", "业主", "矿山自", "该矿", "本矿", "自查", "自评", "自行认定"];
    let plain = plain_name(words);
    let is_mine = mine.into_iter().flat_map(|mine| std::iter::once(&mine.name).chain(&mine.former_names));
    let is_mine = is_mine.map(|name| plain_name(name.as_str())).any(|name| plain.starts_with(&name));
    is_mine || (ENTERPRISE.iter().any(|who| plain.contains(who)) && !DEPARTMENT.iter().any(|who| plain.contains(who)))
}

/// Whether what names a paper names one: what was only said is none.
fn is_written(words: &str) -> bool {
    const SAID: [&str; 13] =
        ["口头", "电话", "微信", "短信", "当面", "无文", "无书面", "未出", "未形成", "未下达", "没有", "oral", "phone"];
    let plain = plain_name(words);
    plain.contains('号') || plain.contains('〔') || !SAID.iter().any(|said| plain.contains(said))
}

record! {
    /// What was done at once (三（五）: 现场处置措施).
    pub struct Onsite {
        measure: Prose = "措施", "measure";
        on: Day = "日期", "on";
    }
}

impl Onsite {
    /// The day on which something was done; none where the record says itself that nothing was (无, 尚未撤出人员), or that a record was made of it
    /// (拍照取证).
    #[must_use]
    pub fn taken(&self) -> Option<Day> {
        (!self.measure.says_nothing() && !self.measure.takes_no_measure()).then_some(self.on)
    }
}

record! {
    /// What the enterprise is to do.
    pub struct Rectification {
        /// How it is to be put right.
        plan: Option<Prose> = "整改措施", "plan";
        due: Option<Day> = "整改期限", "due", ahead;
        /// Who answers for it at the enterprise. With funds, precautions and plan one of the 五落实 of offices' ledgers, which no clause asks.
        responsible: Option<Line> = "整改责任人", "responsible", sealed;
        /// What it costs, as the enterprise says it, such as 12万元.
        funds: Option<Line> = "整改资金", "funds";
        /// What keeps people safe until it is done.
        precautions: Option<Prose> = "防控措施", "precautions";
        /// What is to be done should the worst happen meanwhile.
        emergency_plan: Option<Line> = "应急预案", "emergency plan";
    }
}

record! {
    /// A longer term.
    pub struct Extension {
        /// When it was asked for.
        asked: Day = "申请日期", "asked";
        approved_by: Option<Line> = "批准人", "approved by", fills, sealed;
        approved_on: Option<Day> = "批准日期", "approved on", fills;
        new_due: Day = "延至", "new term", ahead;
    }
}

record! {
    /// A look at whether it was put right (三（五）: 复查).
    pub struct Reinspection {
        on: Day = "复查日期", "on";
        by: Option<UnitId> = "复查单位", "by";
        result: Inspected = "复查结论", "result";
        /// The new term, where it was not put right.
        new_due: Option<Day> = "新的期限", "new term", ahead, fills;
        text: Option<Prose> = "说明", "text";
        /// Who looked; as offices' ledgers have it, and no clause asks it.
        inspectors: Vec<Line> = "复查人", "inspectors", sealed, idle;
    }
}

record! {
    /// The end of following a hazard (销号).
    pub struct Closed {
        on: Day = "销号日期", "on";
        reason: CloseReason = "销号原因", "reason";
    }
}

happening! {
    /// A hazard or violation at a mine.
    pub struct Hazard {
        mine: MineId = "矿山", "mine";
        found: Day = "发现日期", "found", fact;
        /// How it came to light.
        source_kind: HazardSource = "发现方式", "came to light by";
        /// The record or part that it came from, such as a problem of a joint enforcement.
        from: Option<Reference> = "来源", "from";
        /// Whether it is dangerous or unlawful.
        nature: HazardNature = "性质", "nature";
        /// Whether it is a major hazard (重大隐患).
        major: bool = "重大隐患", "major";
        /// By which criterion it is one, in words, such as 矿安〔2022〕88号 二（一）.
        criterion: Option<Line> = "判定依据", "criterion", fills;
        /// The department's own word on that.
        determined: Option<Box<Determination>> = "认定", "determination", fills;
        description: Prose = "隐患描述", "description", idle;
        /// Where in the mine it is; with inspectors and remarks as offices' ledgers have it, and no clause asks it.
        place: Option<Line> = "隐患部位", "place", fills, idle;
        /// Who found it.
        inspectors: Vec<Line> = "检查人", "inspectors", sealed, idle;
        /// When the enterprise reported it put right.
        reported_done: Option<Day> = "企业报告整改完成", "reported done", free;
        /// What was done at once.
        onsite: Option<Box<Onsite>> = "现场处置", "on-site measure", fills;
        /// What the enterprise is to do.
        rectification: Option<Box<Rectification>> = "整改", "rectification", fills;
        extension: Vec<Extension> = "延期", "extension", grows;
        /// Looks at whether it was put right.
        reinspection: Vec<Reinspection> = "复查", "re-inspection", grows;
        /// The end of following it.
        closed: Option<Closed> = "销号", "closed", fills;
        /// What the unit notes beside all that, for itself and the office.
        remarks: Option<Prose> = "备注", "remarks", free, sealed, idle;
    }
}

impl Hazard {
    /// The term in force: the latest one granted or set at a re-inspection, else the first.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        let first = self.rectification.as_ref().and_then(|rectification| rectification.due);
        let granted =
            self.extension.iter().filter(|extension| extension.approved_on.is_some()).map(|extension| extension.new_due);
        let set = self.reinspection.iter().filter_map(|reinspection| reinspection.new_due);
        granted.chain(set).chain(first).max()
    }

    /// The re-inspection that it passed.
    #[must_use]
    pub fn passed(&self) -> Option<&Reinspection> {
        self.reinspection.iter().find(|reinspection| reinspection.result == Inspected::Passed)
    }
}

impl Happening for Hazard {
    fn on(&self) -> Option<Day> {
        Some(self.found)
    }

    fn sequences(&self) -> Vec<Sequence> {
        let mut list = Vec::new();
        let found = ("found", Some(self.found));
        let passed = self.reinspection.iter().position(|looked| looked.result == Inspected::Passed);
        let passed = passed.and_then(|at| Some((format!("reinspection[{at}].on"), self.reinspection.get(at)?.on)));
        let passed = passed.map_or((String::new(), None), |(key, on)| (key, Some(on)));
        Sequence::push(&mut list, found, ("determined.on", self.determined.as_ref().map(|determined| determined.on)));
        Sequence::push(&mut list, found, ("onsite.on", self.onsite.as_ref().map(|onsite| onsite.on)));
        Sequence::push(&mut list, found, ("rectification.due", self.rectification.as_ref().and_then(|r| r.due)));
        Sequence::push(&mut list, found, ("reported_done", self.reported_done));
        for (position, extension) in self.extension.iter().enumerate() {
            let key = |name| format!("extension[{position}].{name}");
            Sequence::push(&mut list, found, (key("asked"), Some(extension.asked)));
            Sequence::push(&mut list, (key("asked"), Some(extension.asked)), (key("approved_on"), extension.approved_on));
            // Less time is no extension; what a re-inspection had set by then is longer or shorter as it is.
            let is_set_anew = self.reinspection.iter().any(|look| look.new_due.is_some() && look.on <= extension.asked);
            let first = self.rectification.as_ref().and_then(|r| r.due).filter(|_| !is_set_anew);
            Sequence::push(&mut list, ("rectification.due", first), (key("new_due"), Some(extension.new_due)));
        }
        for (position, reinspection) in self.reinspection.iter().enumerate() {
            let key = |name| format!("reinspection[{position}].{name}");
            Sequence::push(&mut list, found, (key("on"), Some(reinspection.on)));
            Sequence::push(&mut list, (key("on"), Some(reinspection.on)), (key("new_due"), reinspection.new_due));
        }
        let closed = self.closed.as_ref().map(|closed| closed.on);
        Sequence::push(&mut list, found, ("closed.on", closed));
        Sequence::push(&mut list, passed, ("closed.on", closed));
        list
    }
}
