//! The parts of an official paper, as GB/T 9704-2012 names them. No layout.

use std::borrow::Cow;

use serde::Serialize;

use super::addressees::Addressees;
use crate::text::Text;

/// Which of the standard's forms a paper takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// 文件式, down and across.
    Document,
    /// 上行文: with the signer beside the number.
    Upward,
    /// 信函格式.
    Letter,
    /// 纪要格式.
    Minutes,
    /// No official paper: a list, or a form to be filled in by hand.
    Sheet,
}

/// What a record says, or the blank that is filled by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Slot {
    /// What the record says.
    Known(String),
    /// The blank.
    Blank(&'static str),
}

impl Slot {
    /// What is printed.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Known(words) => words,
            Self::Blank(blank) => blank,
        }
    }
}

/// 发文机关标志: whose paper it is, in red.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IssuerMark {
    /// The names of those who issue it, the first being whose number it bears; or what holds the meeting.
    pub names: Vec<String>,
    /// 文件, 会议纪要 or nothing.
    pub sort: String,
}

/// 标题, which is set in lines of like length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Title {
    /// The whole title.
    pub words: String,
    /// Names in it that no line break may part.
    pub whole: Vec<String>,
}

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A heading with its number, of level 1 (一、), 2 (（一）), 3 (1.) or 4 (（1）), and what runs on behind it in the same paragraph.
    Heading {
        /// 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
        level: u8,
        /// The number and the heading.
        head: String,
        /// What runs on.
        rest: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// A table with its headings.
    Table {
        /// The columns.
        columns: Vec<TableColumn>,
        /// The rows, a cell a column.
        rows: Vec<Vec<String>>,
    },
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableColumn {
    /// Its heading.
    pub head: Cow<'static, str>,
    /// How much of the width it takes, beside the others.
    pub share: u32,
    /// Whether its cells are words that read from the left; else they stand in the middle.
    pub prose: bool,
}

impl TableColumn {
    /// One that is called so, with so much of the width.
    pub(super) const fn new(head: &'static str, share: u32, prose: bool) -> Self {
        Self { head: Cow::Borrowed(head), share, prose }
    }
}

/// 出席, 请假, 列席: who took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AttendanceRoll {
    /// 出席, 请假 or 列席.
    pub label: &'static str,
    /// Units and names, as the paper prints them.
    pub names: String,
}

/// 署名 and 成文日期.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperSignature {
    /// 署名: each unit that issues it, by its full name on the day of the paper.
    pub by: Vec<String>,
    /// When.
    pub on: Slot,
}

/// 抄送 or 分送.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Copies {
    /// 抄送 or 分送.
    pub label: &'static str,
    /// Units by the names that they bore on the day of the paper.
    pub names: Addressees,
}

impl Copies {
    /// Copies, should anybody get one.
    pub(super) fn some(label: &'static str, names: Addressees) -> Option<Self> {
        (!names.is_empty()).then_some(Self { label, names })
    }
}

/// 印发机关 and 印发日期: who has it printed, and when. Neither is the issuer's name or the paper's own day by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Imprint {
    /// Who has it printed.
    pub by: Slot,
    /// When.
    pub on: Slot,
}

/// 附件, and whatever else begins on a page of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Annex {
    /// 附件, 附件1; none for a text that the paper issues.
    pub label: Option<String>,
    /// Its title.
    pub title: Title,
    /// What it holds.
    pub body: Vec<Block>,
}

/// An official paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// The record that it prints.
    pub record: String,
    /// Which of the forms of GB/T 9704-2012 it takes.
    pub form: Form,
    /// Why it is a draft; empty where it is none.
    pub draft: Vec<&'static str>,
    /// 发文机关标志: whose paper it is.
    pub mark: IssuerMark,
    /// 紧急程度: 加急 or 特急.
    pub urgency: Option<&'static str>,
    /// 发文字号, or the issue of minutes.
    pub number: Slot,
    /// 编发机关 and day of minutes, below their number.
    pub edited: Option<PaperSignature>,
    /// 签发人, of a paper upward; several by 、 apart.
    pub signer: Option<Slot>,
    /// Its title.
    pub title: Title,
    /// 主送机关.
    pub to: Addressees,
    /// 正文, a paragraph, heading or table a block.
    pub body: Vec<Block>,
    /// Who took part.
    pub rolls: Vec<AttendanceRoll>,
    /// 附件说明: the names of what is attached.
    pub attached: Vec<String>,
    /// Who signs, and when; none for minutes.
    pub signature: Option<PaperSignature>,
    /// 附注, without its brackets.
    pub note: Option<String>,
    /// 抄送.
    pub copies: Option<Copies>,
    /// Who sends it out, and when.
    pub imprint: Option<Imprint>,
    /// What is attached and printed with it.
    pub annexes: Vec<Annex>,
    /// What whoever prints it should know; says nothing of what the record says.
    pub told: Vec<Text>,
}

impl Paper {
    /// What is left blank, since the record does not say it.
    #[must_use]
    pub fn blanks(&self) -> Vec<Text> {
        let blank = |slot: &Slot| matches!(slot, Slot::Blank(_));
        let number = Text::fixed("发文字号", "the number");
        let signer = Text::fixed("签发人", "who signed it out");
        let day = Text::fixed("成文日期", "the date");
        let sender = Text::fixed("印发机关", "who has it printed");
        let printing_day = Text::fixed("印发日期", "the day of printing");
        let dated = self.signature.as_ref().or(self.edited.as_ref()).map(|signature| &signature.on);
        let (by, on) = self.imprint.as_ref().map(|imprint| (&imprint.by, &imprint.on)).unzip();
        let slots =
            [(Some(&self.number), number), (self.signer.as_ref(), signer), (dated, day), (by, sender), (on, printing_day)];
        slots.into_iter().filter(|(slot, _)| slot.is_some_and(blank)).map(|(_, name)| name).collect()
    }
}
