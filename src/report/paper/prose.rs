//! What a record says at length, as paragraphs and headings, and the closing words of a paper.

use super::numbering::{NumberedLine, below_heading};
use super::parts::Block;
use super::words::chinese;
use crate::model::Prose;

/// Polite words by which a sentence closes a paper, whatever it says before.
const POLITE: [&str; 6] = ["为盼", "为荷", "为感", "盼复", "此函", "此复"];

/// What a sentence asks for that closes a paper, where it asks: 请予函复.
const ASKED: [&str; 18] = [
    "函复", "复函", "函告", "函达", "函商", "函示", "示复", "赐复", "批示", "批复", "指示", "批准", "批转", "转发", "审阅",
    "审示", "审批", "审定",
];

/// How a sentence asks, or gives word.
const ASKS: [&str; 6] = ["请", "盼", "望", "恳", "特此", "现"];

/// What a paper leaves to its reader before it asks: 以上报告如无不妥，请转发各单位.
const LEFT_OPEN: [&str; 8] = ["妥否", "当否", "可否", "如无不妥", "是否妥当", "是否可行", "是否同意", "如有不当"];

/// How a sentence begins that does nothing but close: behind a text that is continued it goes to the end.
const FORMULAS: [&str; 9] = ["特此", "专此", "此函", "此复", "以上", "请予", "请批", "盼", "敬请"];

/// How long such a sentence is at most, in characters.
const FORMULA: usize = 14;

/// The body of a paper while it is written: sections number themselves behind the headings that a text brings along.
#[derive(Default)]
pub(super) struct PaperBody {
    blocks: Vec<Block>,
    sections: usize,
    /// Whether what follows stands below a heading of the paper's own.
    is_below_section: bool,
    /// Closing words, each once, in the order in which texts ended with them.
    closings: Vec<String>,
}

impl PaperBody {
    /// A paragraph.
    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Paragraph(words.into()));
    }

    /// The next heading of level 1.
    pub(super) fn section(&mut self, head: &str) {
        self.sections += 1;
        self.is_below_section = true;
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

    /// What a record says. Its own headings stay what they are, below a section go down under it; its closing words go to the end.
    pub(super) fn quote(&mut self, prose: &Prose) {
        let words = prose.open().unwrap_or_default();
        let lines = || words.lines().map(str::trim).filter(|line| !line.is_empty());
        let used = lines().filter_map(NumberedLine::read).map(|line| line.level);
        let levels = if self.is_below_section { below_heading(used) } else { [0, 1, 2, 3, 4] };
        for line in lines() {
            let (line, closing) = parted(line);
            if let Some(closing) = closing.filter(|closing| !self.closings.iter().any(|known| known == closing)) {
                self.closings.push(closing.to_owned());
            }
            if !line.is_empty() {
                let numbered = NumberedLine::read(line).map(|line| line.at(levels[usize::from(line.level)]));
                let block = numbered.unwrap_or_else(|| Block::Paragraph(line.to_owned()));
                self.sections += usize::from(matches!(block, Block::Heading { level: 1, .. }));
                self.blocks.push(block);
            }
        }
    }

    /// Whether some text brought headings of level 1 along, or some section was begun.
    pub(super) fn has_sections(&self) -> bool {
        self.sections > 0
    }

    /// Everything, ending in the words that a text ended with, else in the given ones. A last sentence that closes by itself gets none.
    pub(super) fn close(mut self, closing: &str) -> Vec<Block> {
        if !self.closings.is_empty() {
            self.blocks.push(Block::Paragraph(self.closings.concat()));
        } else if !closing.is_empty() && !self.blocks.last().is_some_and(closes) {
            self.blocks.push(Block::Paragraph(closing.to_owned()));
        }
        self.blocks
    }
}

/// Whether a block ends in a sentence that closes a paper.
fn closes(block: &Block) -> bool {
    let words = match block {
        Block::Paragraph(words) => words,
        Block::Heading { rest, .. } => rest,
        Block::Table { .. } => return false,
    };
    ends_paper(last_sentence(words).1)
}

fn ends_paper(sentence: &str) -> bool {
    let bare = sentence.trim_end_matches(['。', '！']);
    let begins = |words: &[&str]| words.iter().any(|word| bare.starts_with(word));
    let has = |words: &[&str]| words.iter().any(|word| bare.contains(word));
    let ends = |words: &[&str]| words.iter().any(|word| bare.ends_with(word));
    let asks = || has(&ASKS) && ends(&ASKED) || begins(&["现予", "现将"]) && ends(&["通报", "通知"]);
    begins(&["特此", "专此"]) || ends(&POLITE) || has(&LEFT_OPEN) && has(&ASKS) || asks()
}

/// A paragraph without its last sentence, and that.
fn last_sentence(line: &str) -> (&str, &str) {
    let bare = line.trim_end_matches(['。', '！']);
    let start = bare.rfind(['。', '！', '？', '；']).map_or(0, |at| at + '。'.len_utf8());
    line.split_at(start)
}

/// A paragraph without the closing words at its end, and these.
fn parted(line: &str) -> (&str, Option<&str>) {
    let (before, sentence) = last_sentence(line);
    let is_short = sentence.chars().count() <= FORMULA;
    let mut begins = FORMULAS.iter().chain(&LEFT_OPEN);
    let is_formula = is_short && begins.any(|begins| sentence.starts_with(begins)) && ends_paper(sentence);
    if is_formula { (before.trim_end(), Some(sentence)) } else { (line, None) }
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

    /// What a text becomes as a paper that would else end in 特此函告。
    fn ended(text: &str) -> Vec<String> {
        let mut body = PaperBody::default();
        body.quote(&prose(text));
        let words = |block: Block| match block {
            Block::Paragraph(words) => words,
            other => panic!("{other:?} is no paragraph"),
        };
        body.close("特此函告。").into_iter().map(words).collect()
    }

    #[test]
    fn what_ends_well_is_not_ended_twice() {
        assert_eq!(ended("各单位意见附后，请予明确。妥否，请批示。"), ["各单位意见附后，请予明确。", "妥否，请批示。"]);
        for closing in [
            "请予函复。",
            "特此请示，请批复。",
            "当否，请批示",
            "以上报告，请审阅。",
            "专此函达。",
            "特此函告。",
            "此复。",
            "请予支持为荷。",
            "盼复为感。",
            "请予研究并复函。",
            "是否妥当，请函示。",
        ] {
            assert_eq!(ended(&format!("情况如下。{closing}")), ["情况如下。", closing]);
            assert_eq!(ended(&format!("情况如下。\n{closing}")), ["情况如下。", closing]);
        }
        // It closes, and says something: it stays where it stands.
        for whole in [
            "请于12月1日前将大山石场（虚构）边坡处置情况书面函复。",
            "请贵局核实处理并函告为盼。",
            "请贵单位在职责范围内予以支持为荷。",
            "如能派员参加，盼复为感。",
            "上述问题请贵局研究并复函。",
            "以上报告如无不妥，请转发各镇人民政府、街道办事处执行。",
        ] {
            assert_eq!(ended(whole), [whole]);
        }
        for open in [
            "请及时处理。",
            "该矿尚未取得批准。此前多次通报过。",
            "特别提醒注意安全。",
            "该矿的扩建尚未取得批准。",
            "市局已作出批复。",
            "以上问题请于12月1日前整改。",
        ] {
            assert_eq!(ended(open), [open, "特此函告。"]);
        }
    }

    #[test]
    fn closing_words_go_behind_what_follows() {
        let mut body = PaperBody::default();
        body.quote(&prose("边坡有裂缝。请予函复。"));
        body.section("意见和建议");
        body.quote(&prose("请核实。特此函告。"));
        let Some(Block::Paragraph(last)) = body.close("特此函告。").pop() else { panic!("no closing") };
        assert_eq!(last, "请予函复。特此函告。");
    }
}
