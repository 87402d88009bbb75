//! Marks and numbers that official papers write otherwise (GB/T 15834, GB/T 9704-2012, 7.3.3): whoever prints a paper is told of them, and
//! nothing is changed. What a leader reviewed is printed as it was reviewed.

use super::parts::{Block, Paper};
use crate::text::{Text, clean, clip};
use crate::tr;

/// How many places are shown of a paper; whoever looks finds the others.
const SHOWN: usize = 3;

/// What is written otherwise in a paper, a line.
pub(super) fn unusual(paper: &Paper) -> Option<Text> {
    let words = |block: &Block| match block {
        Block::Paragraph(words) => words.clone(),
        Block::Heading { head, rest, .. } => format!("{head}{rest}"),
        Block::Table { .. } => String::new(),
    };
    let said: Vec<String> = std::iter::once(paper.title.words.clone()).chain(paper.body.iter().map(words)).collect();
    let places: Vec<String> = said.iter().filter_map(|words| place(words)).collect();
    if places.is_empty() {
        return None;
    }
    let shown: Vec<String> = places.iter().take(SHOWN).map(|place| format!("“{place}”")).collect();
    let (count, zh, en) = (places.len(), shown.join("、"), shown.join(", "));
    Some(tr!(
        "有 {count} 段用了半角标点或不合公文习惯的序号（如 {zh}）；公文中文字用全角标点，序号依次为一、（一）1.（1）：请核对原文，程序没有改动";
        "{count} paragraphs have half-width marks or numbers as papers do not write them ({en}); look at the text: nothing was changed"
    ))
}

/// The first place of a paragraph that is written otherwise, with what stands around it.
fn place(words: &str) -> Option<String> {
    let at = numbered(words).then_some(0).or_else(|| half_width(words))?;
    let start = words[..at].char_indices().rev().nth(3).map_or(0, |(start, _)| start);
    Some(clean(&clip(&words[start..], 18)).into_owned())
}

/// Where a half-width mark stands behind a Chinese character or before one.
fn half_width(words: &str) -> Option<usize> {
    let is_chinese = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '》' | '）' | '”');
    let signs: Vec<(usize, char)> = words.char_indices().collect();
    let found = signs.iter().enumerate().find(|(position, (_, c))| {
        let before = position.checked_sub(1).is_some_and(|before| is_chinese(signs[before].1));
        let after = signs.get(position + 1).is_some_and(|(_, next)| is_chinese(*next));
        matches!(c, ',' | ';' | '?' | '!') && before || matches!(c, '(' | ')' | ':') && before && after
    });
    found.map(|(_, (at, _))| *at)
}

/// Whether it begins with a number as papers do not write it: 1、 or 一.
fn numbered(words: &str) -> bool {
    let digits = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let chinese = words.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    // 3、5号台阶 counts nothing.
    let counts = |rest: &str| rest.chars().nth(1).is_some_and(|next| !next.is_ascii_digit());
    (digits.len() < words.len() && digits.starts_with('、') && counts(digits))
        || (chinese.len() < words.len() && chinese.starts_with(['.', '．']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_papers_write_otherwise_is_found_and_nothing_else() {
        for words in ["边坡有裂缝,请整改", "1、清理截水沟", "一.基本情况", "大山石场(虚构)边坡", "请尽快落实!"]
        {
            assert!(place(words).is_some(), "{words}");
        }
        for words in [
            "边坡有裂缝，请整改。",
            "1. 清理截水沟",
            "一、基本情况",
            "（一）执法时间",
            "会议定于9:30召开，高1,200米",
            "DB44/T 2341(2021)",
            "3、5号台阶",
        ] {
            assert!(place(words).is_none(), "{words}");
        }
        assert_eq!(place("全区非煤矿山边坡有裂缝,请整改").as_deref(), Some("坡有裂缝,请整改"));
    }
}
