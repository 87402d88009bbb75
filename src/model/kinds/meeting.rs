//! 联席会议 (二).

use crate::model::field::words;
use crate::model::happening::{Happening, NumberedPaper, Sequence, happening};
use crate::model::record::record;
use crate::model::{
    Carrier, Day, DocNumber, Line, ListingPaper, Moment, Party, Post, Printing, Prose, Reference, Stated, SystemId, Task, UnitId,
};

words! {
    /// How somebody took part.
    pub enum Presence {
        Present = "present", "出席", "present";
        Deputy = "deputy", "委派代表", "deputy";
        Leave = "leave", "请假", "on leave";
        /// Sat in without being a member.
        SittingIn = "sitting-in", "列席", "sitting in";
    }
}

record! {
    /// Who presided.
    pub struct Chair {
        unit: UnitId = "单位", "unit";
        name: Line = "姓名", "name", sealed;
        post: Post = "职务", "post";
        /// Why another than the one in charge presided.
        because: Option<Line> = "变更原因", "because", fills;
    }
}

record! {
    /// One who was asked to come.
    pub struct Invitation {
        /// A unit or a body.
        who: Party = "单位", "who";
        on: Option<Day> = "通知日期", "on", fills, idle;
    }
}

record! {
    /// One who was expected or came.
    pub struct Attendance {
        /// A unit or a body.
        who: Party = "单位", "who";
        name: Option<Line> = "姓名", "name", sealed;
        post: Option<Line> = "职务", "post";
        how: Presence = "参会情况", "how";
    }
}

record! {
    /// What a unit holds about a question.
    pub struct UnitPosition {
        unit: UnitId = "单位", "unit";
        text: Prose = "意见", "text", sealed;
    }
}

record! {
    /// A question on which the units could not agree (二（七）).
    pub struct Unresolved {
        /// Its number in the meeting.
        no: u32 = "序号", "number", idle;
        question: Prose = "问题", "question";
        proposal: Option<Prose> = "处理建议", "proposal", fills, idle;
        /// The paper by which it went upward.
        upward: Option<Reference> = "上报", "sent upward by", fills;
        positions: Vec<UnitPosition> = "各单位意见", "positions", grows;
    }
}

record! {
    /// 会议纪要 (二（六）).
    pub struct Minutes {
        doc_number: Option<DocNumber> = "编号", "document number", fills, idle;
        issued: Day = "印发日期", "issued";
        /// The units that signed the draft.
        cosigned: Vec<UnitId> = "会签单位", "cosigned by", grows;
        printing: Option<Printing> = "送印", "printing", fills, idle;
    }
}

record! {
    /// The paper that calls a meeting (二（四）).
    pub struct MeetingNotice {
        doc_number: Option<DocNumber> = "发文字号", "document number", fills, idle;
        /// How long it is to last, as papers say it: 半天.
        length: Option<Line> = "会期", "length", free, idle;
        /// Until when those who come, and their material, are to be named.
        reply_by: Option<Day> = "回执期限", "reply by", near, free, idle;
    }
}

record! {
    /// Why a meeting was not held.
    pub struct Cancelled {
        on: Day = "日期", "on", idle;
        reason: Line = "原因", "reason", idle;
    }
}

happening! {
    /// A joint meeting: planned, held or cancelled.
    pub struct Meeting {
        title: Option<Line> = "名称", "title", fills, idle;
        /// The system of the mechanism that it belongs to, where the mechanism has several with meetings.
        system: Option<SystemId> = "所属制度", "system";
        /// The day it is planned for.
        planned: Option<Day> = "计划日期", "planned", ahead, free, idle;
        /// The day and hour for which it is called.
        begins: Option<Moment> = "开会时间", "begins", ahead, free, idle;
        /// The day it was held.
        held: Option<Day> = "召开日期", "held", fills, fact;
        place: Option<Line> = "地点", "place", fills, idle;
        /// Who called it (二（四）).
        convener: UnitId = "召集单位", "convener";
        agenda: Vec<Reference> = "议题", "agenda", grows;
        /// What was decided, apart from tasks.
        decided: Option<Prose> = "议定事项", "decided", fills;
        /// Why it was not held.
        cancelled: Option<Cancelled> = "取消", "cancelled", fills;
        chair: Option<Chair> = "主持人", "chair", fills;
        /// The paper that calls it.
        notice: Option<MeetingNotice> = "会议通知", "notice", fills;
        /// Who was asked to come.
        invited: Vec<Invitation> = "邀请", "invited", grows;
        attendance: Vec<Attendance> = "参会", "attendance", grows;
        /// What somebody is to do.
        task: Vec<Task> = "督办事项", "task", grows;
        /// What could not be agreed.
        unresolved: Vec<Unresolved> = "未能协调一致的问题", "unresolved", grows;
        minutes: Option<Minutes> = "会议纪要", "minutes", fills;
    }
}

impl Meeting {
    /// Whether it took place: the day is filled in, somebody is recorded as having come, or minutes went out.
    #[must_use]
    pub fn took_place(&self) -> bool {
        let came = |attendance: &Attendance| attendance.how != Presence::Leave;
        self.held.is_some() || self.minutes.is_some() || self.attendance.iter().any(came)
    }

    /// Whether it was called off. What took place cannot be: the word has no effect on it.
    #[must_use]
    pub fn is_called_off(&self) -> bool {
        self.cancelled.is_some() && !self.took_place()
    }

    /// The day it was held; where nobody filled that in, that of its minutes, else the one that it was planned for.
    #[must_use]
    pub fn took_place_on(&self) -> Option<Day> {
        let minutes = || self.minutes.as_ref().map(|minutes| minutes.issued);
        self.held.or_else(minutes).or_else(|| self.planned.filter(|_| self.took_place()))
    }

    /// Whether something was decided that minutes must record (二（六）: 重大问题事项和部署的工作安排).
    #[must_use]
    pub fn has_decided(&self) -> bool {
        self.decided.said().is_some() || !self.task.is_empty()
    }
}

impl Happening for Meeting {
    fn on(&self) -> Option<Day> {
        self.took_place_on()
    }

    fn carries(&self) -> Option<(Carrier, Option<&SystemId>)> {
        Some((Carrier::Meeting, self.system.as_ref()))
    }

    fn sequences(&self) -> Vec<Sequence> {
        let mut list = Vec::new();
        let minutes = self.minutes.as_ref().map(|minutes| minutes.issued);
        Sequence::push(&mut list, ("held", self.held), ("minutes.issued", minutes));
        let printing = self.minutes.as_ref().and_then(|minutes| minutes.printing.as_ref());
        Printing::push_sequence(printing, &mut list, ("minutes.issued", minutes), "minutes.printing.on");
        for (position, task) in self.task.iter().enumerate() {
            Sequence::push(&mut list, ("held", self.held), (format!("task[{position}].due"), task.due));
        }
        for (position, invitation) in self.invited.iter().enumerate() {
            Sequence::push(&mut list, (format!("invited[{position}].on"), invitation.on), ("held", self.held));
        }
        list
    }

    fn parts(&self) -> Vec<(String, u32)> {
        let tasks = self.task.iter().enumerate().map(|(at, task)| (format!("task[{at}]"), task.no));
        let questions = self.unresolved.iter().enumerate().map(|(at, question)| (format!("unresolved[{at}]"), question.no));
        tasks.chain(questions).collect()
    }

    fn listing_paper(&self) -> Option<ListingPaper> {
        let issued = self.minutes.as_ref()?.issued;
        Some(ListingPaper { lists: &["decided", "task", "unresolved"], key: "minutes.issued", issued, name: "会议纪要" })
    }

    fn papers(&self) -> Vec<NumberedPaper<'_>> {
        let minutes = self.minutes.iter();
        let minutes =
            minutes.filter_map(|m| NumberedPaper::numbered("minutes.doc_number", m.doc_number.as_ref(), Some(m.issued)));
        let minutes = minutes.map(|paper| NumberedPaper { by_issue: true, ..paper });
        let sent = self.invited.iter().filter_map(|invitation| invitation.on).max();
        let notice = self.notice.iter();
        let notice = notice.filter_map(|n| NumberedPaper::numbered("notice.doc_number", n.doc_number.as_ref(), sent));
        notice.chain(minutes).collect()
    }
}
