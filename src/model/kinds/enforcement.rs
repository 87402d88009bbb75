//! 联合执法 (三).

use crate::model::field::words;
use crate::model::happening::{Happening, NumberedPaper, Sequence, happening};
use crate::model::kinds::{Cancelled, Onsite};
use crate::model::record::record;
use crate::model::{
    Carrier, Day, DocNumber, Line, ListingPaper, MineId, Party, Printing, Prose, Reference, SystemId, Task, UnitId,
};

words! {
    /// Why a joint enforcement is carried out (三（三）).
    pub enum BasisKind {
        Problem = "problem", "突出问题", "problem";
        Deployment = "deployment", "上级部署", "deployment";
    }
}

record! {
    /// Why a joint enforcement is carried out.
    pub struct Basis {
        /// Of which of the two kinds.
        kind: BasisKind = "类别", "kind";
        /// In words: which problem, which deployment.
        text: Line = "依据", "text";
        /// The record that it rests on, such as a meeting.
        from: Option<Reference> = "依据事项", "from";
    }
}

record! {
    /// The paper that sets it going.
    pub struct Launch {
        issued: Day = "印发日期", "issued", idle;
        doc_number: Option<DocNumber> = "发文字号", "document number", fills, idle;
        printing: Option<Printing> = "送印", "printing", fills, idle;
    }
}

record! {
    /// 组长 (三（四）: 实行组长负责制).
    pub struct TeamLeader {
        unit: UnitId = "单位", "unit";
        name: Line = "姓名", "name", sealed;
        post: Option<Line> = "职务", "post";
    }
}

record! {
    /// 工作小组.
    pub struct Group {
        no: u32 = "组号", "number", idle;
        leader: Option<Line> = "小组长", "leader", sealed;
        members: Vec<UnitId> = "成员单位", "members";
        /// The mines it goes to.
        mines: Vec<MineId> = "负责矿山", "mines", idle;
        /// The days on which it goes.
        days: Vec<Day> = "日期", "days", near, idle;
    }
}

record! {
    /// An expert who helps.
    pub struct Expert {
        name: Line = "姓名", "name", sealed;
        field: Option<Line> = "专业", "field", idle;
        organisation: Option<Line> = "单位", "organisation", idle;
    }
}

record! {
    /// A visit; one without problems leaves its trace too.
    pub struct Visit {
        mine: MineId = "矿山", "mine";
        on: Day = "日期", "on";
        /// The number of the group that went.
        group: Option<u32> = "组号", "group";
    }
}

record! {
    /// A problem that the team found.
    pub struct FoundProblem {
        /// Its number in the enforcement.
        no: u32 = "序号", "number", idle;
        mine: MineId = "矿山", "mine";
        text: Prose = "问题", "text", idle;
        /// Whether it is a major hazard.
        major: bool = "重大隐患", "major";
        /// The unit that is to have it put right.
        supervising_unit: Option<UnitId> = "监管单位", "supervising unit", fills;
        due: Option<Day> = "整改期限", "due", ahead, fills;
        /// What was done at once.
        onsite: Option<Onsite> = "现场处置", "on-site measure", fills;
    }
}

record! {
    /// The team's written summary (三（六）).
    pub struct Summary {
        effects: Option<Prose> = "执法成效", "effects", fills;
        problems: Option<Prose> = "主要问题", "problems", fills;
        causes: Option<Prose> = "原因分析", "causes", fills;
        requirements: Option<Prose> = "工作要求", "requirements", fills;
        submitted_by: Option<Line> = "报送人", "submitted by", fills, sealed, idle;
        /// When the office received it.
        received: Option<Day> = "收到日期", "received", fills;
    }
}

record! {
    /// The office's circular on it (三（七）).
    pub struct Circular {
        doc_number: Option<DocNumber> = "发文字号", "document number", fills, idle;
        issued: Day = "印发日期", "issued";
        /// How far it goes (一定范围内).
        scope: Option<Line> = "通报范围", "scope", fills;
        to: Vec<Party> = "主送", "to", grows;
        printing: Option<Printing> = "送印", "printing", fills, idle;
    }
}

happening! {
    /// A joint enforcement, internal until it is carried out.
    pub struct Enforcement {
        title: Option<Line> = "名称", "title", fills, idle;
        /// The system of the mechanism that it belongs to, where the mechanism has several with enforcement.
        system: Option<SystemId> = "所属制度", "system";
        /// Who leads it (三（四）: 由区安委办牵头组织).
        lead: UnitId = "牵头单位", "lead";
        from: Option<Day> = "开始日期", "from", planned, free, fact;
        to: Option<Day> = "结束日期", "to", planned, free;
        /// The units in the team.
        member_units: Vec<UnitId> = "成员单位", "member units", grows;
        guests: Vec<Party> = "邀请单位", "guests", grows;
        /// The report by which a superior was told.
        reported_up: Option<Reference> = "上报", "reported upward by", fills;
        /// Why it is carried out.
        basis: Option<Basis> = "执法依据", "basis", fills;
        /// The paper that set it going.
        plan: Option<Launch> = "执法方案", "plan", fills;
        /// Why it was not carried out.
        cancelled: Option<Cancelled> = "取消", "cancelled", fills;
        leader: Option<TeamLeader> = "组长", "team leader", fills;
        groups: Vec<Group> = "工作小组", "groups", grows;
        experts: Vec<Expert> = "专家", "experts", grows;
        visits: Vec<Visit> = "检查", "visits", grows;
        problem: Vec<FoundProblem> = "发现问题", "problem", grows;
        summary: Option<Box<Summary>> = "总结", "summary", fills;
        circular: Option<Box<Circular>> = "通报", "circular", fills;
        /// What somebody is to do.
        task: Vec<Task> = "整改要求", "demands", grows;
    }
}

impl Summary {
    /// Whether every part that the clause names (三（六）) is written.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        [&self.effects, &self.problems, &self.causes, &self.requirements].into_iter().all(Option::is_some)
    }
}

impl Enforcement {
    /// Whether some of it was carried out: a mine visited, a problem found, a summary or circular written.
    #[must_use]
    pub fn was_carried_out(&self) -> bool {
        !self.visits.is_empty() || !self.problem.is_empty() || self.summary.is_some() || self.circular.is_some()
    }

    /// Whether it was called off. What was carried out cannot be: the word has no effect on it.
    #[must_use]
    pub fn is_called_off(&self) -> bool {
        self.cancelled.is_some() && !self.was_carried_out()
    }

    /// The days on which the team was at work, as visits and on-site measures show.
    fn at_work(&self) -> impl Iterator<Item = Day> {
        let measures = self.problem.iter().filter_map(|problem| problem.onsite.as_ref()).map(|onsite| onsite.on);
        self.visits.iter().map(|visit| visit.on).chain(measures)
    }

    /// The day it began; where nobody filled that in, that of the first dated trace: a visit or measure, else the summary or circular.
    #[must_use]
    pub fn began(&self) -> Option<Day> {
        let received = self.summary.as_ref().and_then(|summary| summary.received);
        let papers = || received.into_iter().chain(self.circular.as_ref().map(|circular| circular.issued)).min();
        self.from.or_else(|| self.at_work().min()).or_else(papers)
    }

    /// The day it ended; where nobody filled that in, the last one of which there is a trace, once a summary or circular proves the end.
    #[must_use]
    pub fn ended(&self) -> Option<Day> {
        let is_told_of = self.summary.is_some() || self.circular.is_some();
        self.to.or_else(|| self.last_seen().filter(|_| is_told_of))
    }

    /// The last day on which it is known to have gone on, apart from what was filled in as its end.
    #[must_use]
    pub fn last_seen(&self) -> Option<Day> {
        self.at_work().chain(self.began()).max()
    }

    /// The units in the team; where nobody listed them, those of its groups.
    pub fn team(&self) -> impl Iterator<Item = &UnitId> {
        self.member_units.iter().chain(self.grouped().filter(|_| self.member_units.is_empty()))
    }

    /// The units of its groups, which are to be in the team (三（四）: 设立若干工作小组).
    pub fn grouped(&self) -> impl Iterator<Item = &UnitId> {
        self.groups.iter().flat_map(|group| &group.members)
    }

    /// Whether it had begun by a day and was not called off.
    #[must_use]
    pub fn has_begun(&self, by: Day) -> bool {
        !self.is_called_off() && self.began().is_some_and(|first| first <= by)
    }

    /// The day by which a problem was found: that of the first visit to its mine, else the day it began.
    #[must_use]
    pub fn found_on(&self, problem: &FoundProblem) -> Option<Day> {
        let visits = self.visits.iter().filter(|visit| visit.mine == problem.mine).map(|visit| visit.on);
        visits.min().or(self.began())
    }

    /// Whether on a day it is still to come, as far as anybody recorded: nothing was done of it, and it was not called off.
    #[must_use]
    pub fn is_ahead(&self, on: Day) -> bool {
        !self.was_carried_out() && self.cancelled.is_none() && self.from.is_none_or(|first| on < first)
    }

    /// Whether by a day its days have passed, and nobody recorded that anything was done of it or that it was called off.
    #[must_use]
    pub fn is_unsettled(&self, by: Day) -> bool {
        let last = self.to.or(self.from);
        !self.was_carried_out() && self.cancelled.is_none() && last.is_some_and(|last| last < by)
    }

    /// Whether it was carried out by a day.
    #[must_use]
    pub fn is_done(&self, by: Day) -> bool {
        !self.is_called_off() && self.ended().is_some_and(|last| last <= by)
    }

    /// Whether it found a major hazard.
    #[must_use]
    pub fn found_major(&self) -> bool {
        self.problem.iter().any(|problem| problem.major)
    }
}

impl Happening for Enforcement {
    /// The day it began: one that spans two years counts for the first.
    fn on(&self) -> Option<Day> {
        self.began()
    }

    fn carries(&self) -> Option<(Carrier, Option<&SystemId>)> {
        Some((Carrier::Enforcement, self.system.as_ref()))
    }

    fn sequences(&self) -> Vec<Sequence> {
        let mut list = Vec::new();
        let (from, to) = (("from", self.from), ("to", self.to));
        let received = self.summary.as_ref().and_then(|summary| summary.received);
        let circular = self.circular.as_ref().map(|circular| circular.issued);
        Sequence::push(&mut list, from, to);
        Sequence::push(&mut list, ("plan.issued", self.plan.as_ref().map(|plan| plan.issued)), to);
        Sequence::push(&mut list, from, ("summary.received", received));
        Sequence::push(&mut list, from, ("circular.issued", circular));
        let printed = self.circular.as_ref().and_then(|circular| circular.printing.as_ref());
        Printing::push_sequence(printed, &mut list, ("circular.issued", circular), "circular.printing.on");
        let (launched, printed) =
            (self.plan.as_ref().map(|plan| plan.issued), self.plan.as_ref().and_then(|plan| plan.printing.as_ref()));
        Printing::push_sequence(printed, &mut list, ("plan.issued", launched), "plan.printing.on");
        for (position, problem) in self.problem.iter().enumerate() {
            Sequence::push(&mut list, from, (format!("problem[{position}].due"), problem.due));
        }
        for (position, task) in self.task.iter().enumerate() {
            Sequence::push(&mut list, ("circular.issued", circular), (format!("task[{position}].due"), task.due));
        }
        for (position, visit) in self.visits.iter().enumerate() {
            let key = format!("visits[{position}].on");
            Sequence::push(&mut list, from, (key.clone(), Some(visit.on)));
            Sequence::push(&mut list, (key, Some(visit.on)), to);
        }
        list
    }

    fn parts(&self) -> Vec<(String, u32)> {
        let problems = self.problem.iter().enumerate().map(|(at, problem)| (format!("problem[{at}]"), problem.no));
        let tasks = self.task.iter().enumerate().map(|(at, task)| (format!("task[{at}]"), task.no));
        problems.chain(tasks).collect()
    }

    fn listing_paper(&self) -> Option<ListingPaper> {
        let issued = self.circular.as_ref()?.issued;
        Some(ListingPaper { lists: &["problem", "task"], key: "circular.issued", issued, name: "情况通报" })
    }

    fn papers(&self) -> Vec<NumberedPaper<'_>> {
        let launch =
            self.plan.as_ref().and_then(|p| NumberedPaper::numbered("plan.doc_number", p.doc_number.as_ref(), Some(p.issued)));
        let circular = self.circular.as_ref();
        let circular =
            circular.and_then(|c| NumberedPaper::numbered("circular.doc_number", c.doc_number.as_ref(), Some(c.issued)));
        launch.into_iter().chain(circular).collect()
    }
}
