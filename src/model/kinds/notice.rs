//! 信息通报 (四): what one unit tells the others.

use sha2::{Digest as _, Sha256};

use crate::model::field::words;
use crate::model::happening::{Happening, NumberedPaper, Sequence, happening};
use crate::model::record::record;
use crate::model::{
    Carrier, ClauseKey, Day, DocNumber, Line, Moment, NoticeContent, Party, Post, Printing, Prose, Reference, SystemId, Trigger,
    UnitId, Urgency,
};

words! {
    /// The kind of official paper (《党政机关公文处理工作条例》).
    pub enum DocType {
        /// Between bodies with no subordination.
        Letter = "letter", "函", "letter";
        /// Down and across; never to a superior.
        Circular = "circular", "通报", "circular";
        Announcement = "announcement", "通知", "announcement";
        Report = "report", "报告", "report";
    }
}

words! {
    /// How word was given.
    pub enum Way {
        Telephone = "telephone", "电话", "telephone";
        InPerson = "in-person", "当面", "in person";
        Message = "message", "信息", "message";
        Written = "written", "书面", "written";
        /// In the office's own system.
        Oa = "oa", "办公系统", "office system";
        /// By messenger or confidential post.
        Confidential = "confidential", "机要", "confidential post";
    }
}

record! {
    /// One who is told, and why.
    pub struct Recipient {
        /// A unit, a body or a mine.
        who: Party = "单位", "who";
        /// The duty of the recipient that the matter touches (四（三）: 涉及…有关单位相关工作的).
        why: Option<ClauseKey> = "涉及职责", "why";
    }
}

record! {
    /// How the paper reached one who has no clone.
    pub struct Delivery {
        /// A unit, a body or a mine.
        who: Party = "单位", "who";
        on: Day = "送达日期", "on";
        way: Option<Way> = "方式", "way", idle;
    }
}

record! {
    /// The word given at once, before the paper.
    pub struct Preliminary {
        at: Moment = "时间", "at";
        by: Line = "告知人", "by", sealed, idle;
        to: Vec<Party> = "告知对象", "to";
        way: Option<Way> = "方式", "way", idle;
    }
}

record! {
    /// What is shared, and how (四（五）: 同时确定信息共享的内容、方式).
    pub struct Share {
        content: Option<Line> = "共享内容", "content";
        way: Option<Line> = "共享方式", "way";
    }
}

record! {
    /// What the leader in charge said to it (四（五）: 分管领导要进行审核把关).
    pub struct Review {
        name: Line = "审核人", "name", sealed;
        post: Post = "职务", "post";
        on: Day = "审核日期", "on";
        /// How the word was given.
        way: Way = "审核方式", "way";
        /// What shows it: the signed slip, the authority to act.
        evidence: Option<Line> = "凭据", "evidence", fills;
        /// When a word by telephone was confirmed in writing.
        confirmed_on: Option<Day> = "补签日期", "confirmed on", fills;
        /// The SHA-256 of what was reviewed (see [`Notice::digest`]).
        digest: Option<Line> = "审核稿摘要", "digest of what was reviewed";
        /// What is shared, and how.
        share: Option<Share> = "信息共享", "share";
    }
}

happening! {
    /// An information notice; frozen once issued.
    pub struct Notice {
        /// Which of the contents that the regulation lists (四（二）), from 1.
        content: NoticeContent = "通报内容", "content";
        /// Which of the urgent matters of 四（三） it is about.
        trigger: Option<Trigger> = "重要情形", "trigger";
        /// The mines, orders, hazards, leads or plans that it is about.
        about: Vec<Reference> = "涉及事项", "about";
        title: Line = "标题", "title", idle;
        body: Option<Prose> = "正文", "body", sealed;
        /// What was done about the problem (四（四）).
        measures: Option<Prose> = "已采取的措施", "measures taken", sealed;
        /// What should be coordinated or solved (四（四）).
        suggestions: Option<Prose> = "意见和建议", "suggestions", sealed;
        /// Whether it is about a problem common to the whole district (四（六）).
        common: bool = "共性问题", "common problem";
        /// For a report that there is nothing to tell: the year without anything.
        none_for: Option<u16> = "零报告年度", "nothing to tell for";
        /// How internal information is kept (四（五）: 相应的保密措施).
        protection: Option<Line> = "保密措施", "protection";
        /// The system of the mechanism that it belongs to, where the mechanism has several for notices.
        system: Option<SystemId> = "所属制度", "system";
        issued: Option<Day> = "印发日期", "issued", fact;
        /// What kind of official paper it is (四（五）: 正式文件).
        doc_type: Option<DocType> = "文种", "type of paper";
        doc_number: Option<DocNumber> = "发文字号", "document number", fills, idle;
        /// The units that issue it too, in the order in which papers name them (联合行文); the number is that of whose record it is.
        jointly: Vec<UnitId> = "联合发文单位", "issued jointly with";
        /// The notice that it corrects.
        corrects: Option<Reference> = "更正", "corrects";
        /// The notice that it withdraws.
        withdraws: Option<Reference> = "撤回", "withdraws";
        to: Vec<Recipient> = "主送", "to";
        /// Who gets a copy, and is asked for nothing.
        copies: Vec<Party> = "抄送", "copies";
        urgency: Option<Urgency> = "紧急程度", "urgency", idle;
        printing: Option<Printing> = "送印", "printing", fills, idle;
        /// The word given at once.
        preliminary: Option<Box<Preliminary>> = "先行告知", "preliminary word", fills;
        /// What the leader in charge said to it.
        review: Option<Box<Review>> = "审核", "review";
        /// How it reached those who have no clone.
        delivery: Vec<Delivery> = "送达", "delivery", grows;
    }
}

impl Notice {
    /// The SHA-256, in hexadecimal, of what a leader reviews: contents, texts and recipients, not the review itself nor
    /// what comes after it. Texts must have been kept.
    #[must_use]
    pub fn digest(&self) -> String {
        let reviewed = Self {
            issued: None,
            doc_type: None,
            doc_number: None,
            review: None,
            printing: None,
            preliminary: None,
            delivery: Vec::new(),
            because: None,
            attachments: Vec::new(),
            amended: Vec::new(),
            ..self.clone()
        };
        let text = crate::model::writer::write(&reviewed);
        format!("{:x}", Sha256::digest(text.as_bytes()))
    }

    /// Whether it is what was reviewed; `None` where no digest of that was kept. Texts must have been kept.
    #[must_use]
    pub fn is_as_reviewed(&self) -> Option<bool> {
        let reviewed = self.review.as_ref()?.digest.as_ref()?;
        Some(reviewed.as_str().eq_ignore_ascii_case(&self.digest()))
    }

    /// Keeps with a review that is filed now what was reviewed, unless it says so itself: a text that changes between review and issue
    /// is seen. A review that stands keeps what it has. `before` is the notice as filed last.
    pub fn keep_reviewed(&mut self, before: Option<&Self>) {
        let stood = before.and_then(|before| before.review.as_deref());
        let is_open = before.is_none_or(|before| before.issued.is_none() || before.review.is_none());
        if !is_open || self.review.as_deref() == stood {
            return;
        }
        let digest = self.digest().parse().ok();
        if let Some(review) =
            self.review.as_mut().filter(|review| review.digest.as_ref() == stood.and_then(|stood| stood.digest.as_ref()))
        {
            review.digest = digest;
        }
    }

    /// Everybody whom it tells: those to whom it goes, and those who get a copy (抄送), who are to know of it and are asked for nothing.
    pub fn told(&self) -> impl Iterator<Item = &Party> {
        self.to.iter().map(|recipient| &recipient.who).chain(&self.copies)
    }

    /// Whether it tells somebody.
    #[must_use]
    pub fn tells(&self, party: &Party) -> bool {
        self.told().any(|told| told == party)
    }
}

impl Happening for Notice {
    fn on(&self) -> Option<Day> {
        self.issued.or_else(|| self.preliminary.as_ref().map(|preliminary| preliminary.at.day()))
    }

    fn is_issued(&self) -> bool {
        self.issued.is_some()
    }

    fn carries(&self) -> Option<(Carrier, Option<&SystemId>)> {
        Some((Carrier::Notice, self.system.as_ref()))
    }

    fn sequences(&self) -> Vec<Sequence> {
        let mut list = Vec::new();
        let review = self.review.as_ref();
        let issued = ("issued", self.issued);
        let confirmed = review.and_then(|review| review.confirmed_on);
        Sequence::push(&mut list, ("review.on", review.map(|review| review.on)), ("review.confirmed_on", confirmed));
        Sequence::push(&mut list, ("preliminary.at", self.preliminary.as_ref().map(|p| p.at.day())), issued);
        Printing::push_sequence(self.printing.as_ref(), &mut list, issued, "printing.on");
        for (position, delivery) in self.delivery.iter().enumerate() {
            Sequence::push(&mut list, issued, (format!("delivery[{position}].on"), Some(delivery.on)));
        }
        list
    }

    fn papers(&self) -> Vec<NumberedPaper<'_>> {
        NumberedPaper::numbered("doc_number", self.doc_number.as_ref(), self.issued).into_iter().collect()
    }
}
