//! Headings as papers number them, 一、（一）1.（1）: read where a text brings its own along, and put further down where it stands below a
//! heading of the paper (GB/T 9704-2012, 7.3.3).

use super::parts::Block;
use super::words::chinese;

/// A paragraph that is numbered as headings are.
#[derive(Debug, Clone, Copy)]
pub(super) struct NumberedLine<'a> {
    /// 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
    pub(super) level: u8,
    number: usize,
    line: &'a str,
    /// What stands behind the number.
    words: &'a str,
}

impl<'a> NumberedLine<'a> {
    /// A line as one, should it be numbered so.
    pub(super) fn read(line: &'a str) -> Option<Self> {
        let bracketed = line.strip_prefix('（').and_then(|rest| rest.split_once('）'));
        let of = |level, number: Option<usize>, words: &'a str| number.map(|number| Self { level, number, line, words });
        let whole = line.split_once('、').and_then(|(number, words)| of(1, counted(number), words));
        let part = || bracketed.and_then(|(number, words)| of(2, counted(number), words));
        let item = || {
            let (number, words) = line.split_once(['.', '．'])?;
            // 2.5米以上 counts nothing.
            of(3, digits(number).filter(|_| !words.starts_with(|c: char| c.is_ascii_digit())), words)
        };
        let detail = || bracketed.and_then(|(number, words)| of(4, digits(number), words));
        whole.or_else(part).or_else(item).or_else(detail)
    }

    /// The heading at a level, with what follows its first sentence running on.
    pub(super) fn at(self, level: u8) -> Block {
        let words = self.words.trim_start();
        let line = match level {
            _ if level == self.level => self.line.to_owned(),
            2 => format!("（{}）{words}", chinese(self.number)),
            3 => format!("{}. {words}", self.number),
            4 => format!("（{}）{words}", self.number),
            _ => format!("{}{words}", circled(self.number)),
        };
        let end = line.find('。').map_or(line.len(), |at| at + '。'.len_utf8());
        let (head, rest) = line.split_at(end);
        Block::Heading { level: level.min(4), head: head.to_owned(), rest: rest.to_owned() }
    }
}

/// Where each level that a text uses comes to stand below a heading of level 1: no higher than 2, and each below the one before.
pub(super) fn below_heading(used: impl Iterator<Item = u8>) -> [u8; 5] {
    let mut levels = [0; 5];
    used.for_each(|level| levels[usize::from(level.min(4))] = level);
    let mut next = 2;
    for level in levels.iter_mut().skip(1).filter(|level| **level > 0) {
        *level = next.max(*level);
        next = *level + 1;
    }
    levels
}

/// A number as headings of the first levels count: 一, 十二, 三十.
fn counted(text: &str) -> Option<usize> {
    let is_short = !text.is_empty() && text.chars().count() <= 3;
    (1..100).find(|number| is_short && chinese(*number) == text)
}

fn digits(text: &str) -> Option<usize> {
    let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// ①, and in brackets what there is no such sign for.
fn circled(number: usize) -> String {
    let sign = u32::try_from(number).ok().filter(|number| (1..=20).contains(number)).and_then(|n| char::from_u32(0x245F + n));
    sign.map_or_else(|| format!("（{number}）"), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_below_a_heading_is_numbered_below_it() {
        let lowered = |lines: &[&str]| -> Vec<String> {
            let read: Vec<NumberedLine<'_>> = lines.iter().filter_map(|line| NumberedLine::read(line)).collect();
            let levels = below_heading(read.iter().map(|line| line.level));
            let head = |block| match block {
                Block::Heading { head, rest, .. } => format!("{head}{rest}"),
                other => panic!("{other:?} is no heading"),
            };
            read.into_iter().map(|line| head(line.at(levels[usize::from(line.level)]))).collect()
        };
        assert_eq!(lowered(&["一、停产。", "十二、封存。已拍照。"]), ["（一）停产。", "（十二）封存。已拍照。"]);
        assert_eq!(lowered(&["（一）停产", "1. 封存", "（1）贴条"]), ["（一）停产", "1. 封存", "（1）贴条"]);
        assert_eq!(lowered(&["一、停产", "1．封存"]), ["（一）停产", "1．封存"]);
        assert_eq!(lowered(&["一、停产", "（一）井下", "1. 风机", "（1）主扇"]), ["（一）停产", "1. 井下", "（1）风机", "①主扇"]);
        assert!(
            ["2.5米以上", "三、", "二五、", "五一节", "100. 多"].iter().filter_map(|line| NumberedLine::read(line)).count() == 1
        );
    }
}
