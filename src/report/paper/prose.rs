//! What a record says at length, as paragraphs and headings, and the closing words of a paper.

use super::parts::Block;
use super::words::chinese;
use crate::model::Prose;

/// What papers end with. A text that ends so already gets no second one; a text that is continued loses it until the end.
const CLOSINGS: &[&str] = &[
    "特此函告。",
    "特此函达。",
    "特此通报。",
    "特此通知。",
    "特此报告。",
    "特此请示。",
    "妥否，请批示。",
    "当否，请批示。",
    "妥否，请批复。",
    "当否，请批复。",
    "以上请示妥否，请批示。",
    "以上请示，请批示。",
    "请批示。",
    "请批复。",
    "以上报告，请审阅。",
];

/// The body of a paper while it is written: sections number themselves behind the headings that a text brings along.
#[derive(Default)]
pub(super) struct PaperBody {
    blocks: Vec<Block>,
    sections: usize,
    closing: Option<String>,
}

impl PaperBody {
    /// A paragraph.
    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Paragraph(words.into()));
    }

    /// The next heading of level 1.
    pub(super) fn section(&mut self, head: &str) {
        self.sections += 1;
        let head = format!("{}、{head}", chinese(self.sections));
        self.blocks.push(Block::Heading { level: 1, head, rest: String::new() });
    }

    /// A heading of level 2 within the section, with what runs on behind it.
    pub(super) fn item(&mut self, number: usize, head: &str, rest: impl Into<String>) {
        let head = format!("（{}）{head}", chinese(number));
        self.blocks.push(Block::Heading { level: 2, head, rest: rest.into() });
    }

    /// A paragraph that counts: 1. ….
    pub(super) fn count(&mut self, number: usize, words: &str) {
        self.blocks.push(Block::Heading { level: 3, head: format!("{number}. "), rest: words.to_owned() });
    }

    /// A table.
    pub(super) fn table(&mut self, table: Block) {
        self.blocks.push(table);
    }

    /// What a record says. Its own headings stay what they are, its closing words go to the end.
    pub(super) fn quote(&mut self, prose: &Prose) {
        let words = prose.open().unwrap_or_default();
        for line in words.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (line, closing) = parted(line);
            self.closing = closing.map(str::to_owned).or(self.closing.take());
            if !line.is_empty() {
                let block = heading(line).unwrap_or_else(|| Block::Paragraph(line.to_owned()));
                self.sections += usize::from(matches!(block, Block::Heading { level: 1, .. }));
                self.blocks.push(block);
            }
        }
    }

    /// Whether some text brought headings of level 1 along, or some section was begun.
    pub(super) fn has_sections(&self) -> bool {
        self.sections > 0
    }

    /// Everything, ending in the words that a text ended with, else in the given ones.
    pub(super) fn close(mut self, closing: &str) -> Vec<Block> {
        let closing = self.closing.take().unwrap_or_else(|| closing.to_owned());
        if !closing.is_empty() {
            self.blocks.push(Block::Paragraph(closing));
        }
        self.blocks
    }
}

/// A paragraph without the closing words at its end, and these.
fn parted(line: &str) -> (&str, Option<&str>) {
    let closing = CLOSINGS.iter().filter(|closing| line.ends_with(**closing)).max_by_key(|closing| closing.len());
    match closing {
        Some(closing) => (line[..line.len() - closing.len()].trim_end(), Some(closing)),
        None => (line, None),
    }
}

/// A paragraph that is numbered as headings are: 一、…, （一）…, 1. …, （1）…. What follows its first sentence runs on.
fn heading(line: &str) -> Option<Block> {
    const COUNTS: &str = "一二三四五六七八九十";
    let chinese = |text: &str| !text.is_empty() && text.chars().count() <= 3 && text.chars().all(|c| COUNTS.contains(c));
    let digits = |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    let bracketed =
        |line: &str| line.strip_prefix('（').and_then(|rest| rest.split_once('）')).map(|(inner, _)| inner.to_owned());
    let level = if line.split_once('、').is_some_and(|(number, _)| chinese(number)) {
        1
    } else if bracketed(line).is_some_and(|inner| chinese(&inner)) {
        2
    } else if line
        .split_once(['.', '．'])
        .is_some_and(|(number, rest)| digits(number) && !rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        3
    } else if bracketed(line).is_some_and(|inner| digits(&inner)) {
        4
    } else {
        return None;
    };
    let end = line.find('。').map_or(line.len(), |at| at + '。'.len_utf8());
    let (head, rest) = line.split_at(end);
    Some(Block::Heading { level, head: head.to_owned(), rest: rest.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(text: &str) -> Prose {
        text.parse().expect("a text")
    }

    #[test]
    fn a_text_keeps_its_headings_and_sections_go_on_behind_them() {
        let mut body = PaperBody::default();
        body.quote(&prose("现报告如下：\n一、情况\n（一）边坡。有裂缝。\n1. 削坡\n（1）减载\n2.5米以上\n特此报告。"));
        body.section("建议");
        let blocks = body.close("特此通报。");
        let heading = |level, head: &str, rest: &str| Block::Heading { level, head: head.to_owned(), rest: rest.to_owned() };
        let said = |words: &str| Block::Paragraph(words.to_owned());
        assert_eq!(
            blocks,
            [
                said("现报告如下："),
                heading(1, "一、情况", ""),
                heading(2, "（一）边坡。", "有裂缝。"),
                heading(3, "1. 削坡", ""),
                heading(4, "（1）减载", ""),
                said("2.5米以上"),
                heading(1, "二、建议", ""),
                said("特此报告。"),
            ]
        );
    }

    #[test]
    fn what_ends_well_is_not_ended_twice() {
        let mut body = PaperBody::default();
        body.quote(&prose("各单位意见附后，请予明确。妥否，请批示。"));
        let said = |words: &str| Block::Paragraph(words.to_owned());
        assert_eq!(body.close("妥否，请批示。"), [said("各单位意见附后，请予明确。"), said("妥否，请批示。")]);
    }
}
