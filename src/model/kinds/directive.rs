//! 收文: what came to the office from above, a paper or a leader's instruction, what is proposed to be done about it and by when. A joint
//! enforcement that carries out a deployment (三（三）) names it as its basis.

use crate::model::field::words;
use crate::model::happening::{Happening, Sequence, happening};
use crate::model::record::record;
use crate::model::{Day, Line, Prose, Reference, UnitId};

words! {
    /// What came.
    pub enum DirectiveKind {
        /// A paper of somebody above.
        Paper = "paper", "上级来文", "paper from above";
        /// What a leader wrote on a paper, or gave as an instruction.
        Instruction = "instruction", "领导批示", "instruction";
    }
}

record! {
    /// 拟办: what is proposed to be done about it.
    pub struct Proposal {
        on: Day = "拟办日期", "on", idle;
        text: Prose = "拟办意见", "text", sealed, idle;
        /// Who is to do it.
        lead: Option<UnitId> = "承办单位", "lead", idle;
        with: Vec<UnitId> = "协办单位", "with", idle;
        due: Option<Day> = "办理期限", "due", ahead, idle;
    }
}

record! {
    /// 办结: what came of it.
    pub struct Carried {
        on: Day = "办结日期", "on", idle;
        text: Prose = "办理结果", "text", sealed;
        /// The record by which it was carried out, such as an enforcement or a paper upward.
        by: Option<Reference> = "办理事项", "by", idle;
    }
}

happening! {
    /// What came from above; what is filled in stays.
    pub struct Directive {
        kind: DirectiveKind = "类别", "kind", idle;
        /// Whose paper it is, or whose instruction.
        sender: Line = "来文机关（批示人）", "from", sealed, idle;
        title: Line = "标题", "title", idle;
        /// Its number as its sender writes it.
        number: Option<Line> = "来文字号", "number", idle;
        /// The day that it bears.
        dated: Option<Day> = "来文日期", "dated", idle;
        received: Day = "收到日期", "received", fact, idle;
        /// What it asks, in a few words.
        text: Option<Prose> = "内容摘要", "text", sealed, idle;
        proposal: Option<Box<Proposal>> = "拟办", "proposal", fills;
        carried: Option<Box<Carried>> = "办结", "carried out", fills;
    }
}

impl Directive {
    /// The last day by which it is to be carried out, while nobody says that it was.
    #[must_use]
    pub fn open_until(&self) -> Option<Day> {
        if self.carried.is_some() { None } else { self.proposal.as_ref()?.due }
    }
}

impl Happening for Directive {
    fn on(&self) -> Option<Day> {
        Some(self.received)
    }

    fn sequences(&self) -> Vec<Sequence> {
        let mut list = Vec::new();
        let (proposal, carried) = (self.proposal.as_ref(), self.carried.as_ref().map(|carried| carried.on));
        Sequence::push(&mut list, ("dated", self.dated), ("received", Some(self.received)));
        Sequence::push(&mut list, ("received", Some(self.received)), ("proposal.on", proposal.map(|proposal| proposal.on)));
        Sequence::push(
            &mut list,
            ("received", Some(self.received)),
            ("proposal.due", proposal.and_then(|proposal| proposal.due)),
        );
        Sequence::push(&mut list, ("received", Some(self.received)), ("carried.on", carried));
        list
    }
}
