//! 上报: what the office asks of, or reports to, those above it (二（七）, 三（七）, 四（六）).

use crate::model::field::words;
use crate::model::happening::{Happening, NumberedPaper, Sequence, happening};
use crate::model::record::record;
use crate::model::{BodyId, Day, DocNumber, Line, Party, Printing, Prose, Reference, Task, UnitId, Urgency};

words! {
    /// Whether an answer is asked for.
    pub enum UpwardKind {
        /// 请示: one matter, one addressee, waits for a reply.
        Request = "request", "请示", "request";
        Report = "report", "报告", "report";
    }
}

record! {
    /// What came back.
    pub struct UpwardReply {
        number: Option<Line> = "批复文号", "number", idle;
        on: Day = "批复日期", "on";
        text: Prose = "批复意见", "text";
        /// What somebody is to do by it.
        task: Vec<Task> = "督办事项", "task", grows;
    }
}

happening! {
    /// A paper upward; frozen once filed.
    pub struct Upward {
        /// Whether an answer is asked for.
        kind: UpwardKind = "文种", "kind";
        to: BodyId = "主送", "to";
        /// Who gets a copy; never anybody below (《党政机关公文处理工作条例》 第十五条).
        copies: Vec<Party> = "抄送", "copies";
        urgency: Option<Urgency> = "紧急程度", "urgency", idle;
        printing: Option<Printing> = "送印", "printing", fills, idle;
        /// What it is about: an unresolved question, an enforcement, a notice.
        about: Vec<Reference> = "涉及事项", "about";
        title: Line = "标题", "title", idle;
        /// The units that issue it too, in the order in which papers name them (联合行文).
        jointly: Vec<UnitId> = "联合发文单位", "issued jointly with";
        /// Several by 、 apart, in the order of the issuers.
        signer: Option<Line> = "签发人", "signer", fills, sealed;
        doc_number: Option<DocNumber> = "发文字号", "document number", fills, idle;
        on: Day = "成文日期", "on", fact;
        /// Whom to call about it.
        contact: Option<Line> = "联系人及电话", "contact", sealed, idle;
        body: Option<Prose> = "正文", "body", sealed, idle;
        reply: Option<Box<UpwardReply>> = "批复", "reply", fills;
    }
}

impl Happening for Upward {
    fn on(&self) -> Option<Day> {
        Some(self.on)
    }

    fn sequences(&self) -> Vec<Sequence> {
        let mut list = Vec::new();
        Printing::push_sequence(self.printing.as_ref(), &mut list, ("on", Some(self.on)), "printing.on");
        Sequence::push(&mut list, ("on", Some(self.on)), ("reply.on", self.reply.as_ref().map(|reply| reply.on)));
        if let Some(reply) = &self.reply {
            for (position, task) in reply.task.iter().enumerate() {
                Sequence::push(&mut list, ("reply.on", Some(reply.on)), (format!("reply.task[{position}].due"), task.due));
            }
        }
        list
    }

    fn parts(&self) -> Vec<(String, u32)> {
        let tasks = self.reply.iter().flat_map(|reply| reply.task.iter().enumerate());
        tasks.map(|(at, task)| (format!("reply.task[{at}]"), task.no)).collect()
    }

    fn papers(&self) -> Vec<NumberedPaper<'_>> {
        NumberedPaper::numbered("doc_number", self.doc_number.as_ref(), Some(self.on)).into_iter().collect()
    }
}
