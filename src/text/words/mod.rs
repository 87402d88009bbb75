//! Where the words of a Chinese text end: it is written without blanks between them.
//!
//! Of all ways to part a text into words that are known, the one of the fewest. A library knows the common words, this program's own list
//! those of the regulation and of official papers. The library alone takes the longest word at each place and goes on behind it, which
//! breaks a word that begins within another (采空区分布 as 采, 空, 区分, 布); so it is asked at every place, and the ways are weighed here.

use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed, options::WordBreakInvariantOptions};

/// See its head.
const OFFICIAL: &str = include_str!("official.txt");

/// The most characters that a common word has.
const LONGEST: usize = 12;

/// How a word is known, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// One of the names that are given.
    Name,
    /// Of the list, or a number with what it counts.
    Official,
    /// Of the library.
    Common,
    /// A sign, or one of the characters that are words by themselves.
    Single,
    /// A character that nothing knows as a word.
    Unknown,
}

impl Standing {
    /// What each further word costs: a long word that is known is likelier than its parts beside each other.
    fn cost(self) -> u32 {
        match self {
            Self::Name => 0,
            Self::Official => 8,
            Self::Common => 10,
            Self::Single => 11,
            Self::Unknown => 15,
        }
    }
}

/// The cheapest words up to a place.
#[derive(Debug, Clone, Copy)]
struct Parted {
    cost: u32,
    /// Which of the places the last of the words begins at.
    start: usize,
    last: Standing,
}

/// The places at which words of a text end, its own end among them; `names` are words too.
pub(crate) fn word_ends(text: &str, names: &[String]) -> Vec<usize> {
    // Costs microseconds. Chinese goes by the dictionary here too, and other languages by less than half a megabyte more.
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut best = vec![Parted { cost: u32::MAX, start: 0, last: Standing::Name }; places.len()];
    best[0].cost = 0;
    for start in 0..places.len() - 1 {
        // A character may always stand alone: there are words up to here.
        let before = best[start].cost;
        for (length, last) in words_at(&text[places[start]..], names, segmenter) {
            let cost = before + last.cost();
            let end = places.partition_point(|place| *place < places[start] + length);
            if cost < best[end].cost {
                best[end] = Parted { cost, start, last };
            }
        }
    }
    let mut ends = Vec::new();
    let (mut at, mut next) = (places.len() - 1, Standing::Name);
    while at > 0 {
        let Parted { start, last, .. } = best[at];
        // Characters that nothing knows, beside each other, are a word that nothing knows.
        if (last, next) != (Standing::Unknown, Standing::Unknown) {
            ends.push(places[at]);
        }
        (at, next) = (start, last);
    }
    ends.reverse();
    ends
}

/// Whether a place lies within a word of the regulation, be other words likelier there or not.
pub(crate) fn is_in_official_word(text: &str, at: usize) -> bool {
    let within = |word: &str| {
        let starts = text[..at].char_indices().rev().map(|(start, _)| start).take_while(|start| start + word.len() > at);
        starts.into_iter().any(|start| text[start..].starts_with(word))
    };
    official().any(within)
}

fn official() -> impl Iterator<Item = &'static str> {
    OFFICIAL.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(' '))
}

/// The words that a text may begin with: how long in bytes, and how they are known.
fn words_at(text: &str, names: &[String], segmenter: WordSegmenterBorrowed<'_>) -> Vec<(usize, Standing)> {
    let Some(first) = text.chars().next() else { return Vec::new() };
    let alone = if !first.is_alphabetic() || ALONE.contains(first) { Standing::Single } else { Standing::Unknown };
    let mut words = vec![(first.len_utf8(), alone)];
    let given = names.iter().filter(|name| !name.is_empty() && text.starts_with(*name));
    words.extend(given.map(|name| (name.len(), Standing::Name)));
    words.extend(official().filter(|word| text.starts_with(word)).map(|word| (word.len(), Standing::Official)));
    let near = text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end]);
    // The first of the places that it names is where the text begins.
    let common = segmenter.segment_str(near).nth(1).unwrap_or(0);
    let longer = [(number(text), Standing::Official), (common, Standing::Common)];
    words.extend(longer.into_iter().filter(|(length, _)| *length > first.len_utf8()));
    words
}

/// Characters that are words by themselves in official papers.
const ALONE: &str = "的和与及暨对在以为向从把被将由等各后前内并或不未";

/// How long the number, date or Latin word is that a text begins with: 2025年度, 5月13日, 12起, 第四季度, +135米, 2024—2026年, GB 16423-2020.
fn number(text: &str) -> usize {
    let mut end = if text.starts_with('第') { '第'.len_utf8() } else { 0 };
    loop {
        let rest = &text[end..];
        let signed = rest.trim_start_matches(SIGNS);
        let sign = if signed.starts_with(|c: char| c.is_ascii_digit()) { rest.len() - signed.len() } else { 0 };
        let rest = &rest[sign..];
        let (latin, chinese) = (latin(rest), if sign == 0 { chinese(rest) } else { 0 });
        let behind = &rest[latin.max(chinese)..];
        let counts = |units: &[&'static str]| units.iter().find(|unit| behind.starts_with(**unit)).map(|unit| unit.len());
        let unit = counts(UNITS).or_else(|| counts(MEASURES).filter(|_| latin > 0)).filter(|_| latin.max(chinese) > 0);
        // A number in characters without what it counts is a word like others.
        end += sign + if unit.is_some() { latin.max(chinese) } else { latin } + unit.unwrap_or(0);
        match goes_on(&text[..end], &text[end..]) {
            Some(more) if latin > 0 => end += more,
            _ if unit.is_none() => return end,
            _ => {}
        }
    }
}

fn latin(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "-./·".contains(c)).len()
}

fn chinese(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c| "〇零一二三四五六七八九十百千两".contains(c)).len()
}

/// How long the sign is by which a number goes on to another: a range, or the blank within the number of a standard.
fn goes_on(before: &str, behind: &str) -> Option<usize> {
    let number = |rest: &str| rest.trim_start_matches(SIGNS).starts_with(|c: char| c.is_ascii_digit());
    let is_range = || RANGES.iter().find(|sign| behind.strip_prefix(**sign).is_some_and(number)).map(|sign| sign.len());
    let is_standard = before.ends_with(|c: char| c.is_ascii_uppercase()) && behind.strip_prefix(' ').is_some_and(number);
    if is_standard { Some(1) } else { is_range() }
}

/// Signs that stand before a number.
const SIGNS: [char; 9] = ['+', '-', '−', '±', '≥', '≤', '>', '<', '＋'];

/// Signs that stand between the ends of a range.
const RANGES: [&str; 6] = ["——", "—", "–", "－", "~", "～"];

/// What is counted or dated, the longer first.
const UNITS: &[&str] =
    &["年度", "季度", "个月", "年", "月", "日", "号", "期", "次", "项", "个", "名", "处", "家", "座", "起", "届"];

/// What figures measure or count besides, the longer first.
const MEASURES: &[&str] = &[
    "立方米",
    "平方米",
    "毫米",
    "厘米",
    "公里",
    "公顷",
    "万吨",
    "万元",
    "亿元",
    "小时",
    "分钟",
    "米",
    "吨",
    "元",
    "亩",
    "人",
    "天",
    "台",
    "条",
    "件",
    "份",
    "宗",
    "度",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with a sign wherever a word of it ends.
    fn parted(text: &str, names: &[&str]) -> String {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let mut start = 0;
        let words: Vec<&str> =
            word_ends(text, &names).into_iter().map(|end| &text[std::mem::replace(&mut start, end)..end]).collect();
        words.join("|")
    }

    #[test]
    fn a_text_falls_into_its_words() {
        for words in [
            "关于|开展|2025年度|非煤矿山|安全生产|联合执法|的|通知",
            "关于|进一步|加强|汛期|露天矿山|边坡|监测|工作|的|通知",
            "第四季度|安全风险|研判",
            "截至|2025年12月31日|尚未|办结|的|事项",
            "二〇二五年|工作要点",
            "DB44/2341-2021|实施|情况",
            "GB 16423-2020|实施|情况",
            "行动|（|2024—2026年|）",
            "边坡|+120米|至|+135米|平台",
            "高陡边坡|（|≥200米|）",
            "",
        ] {
            assert_eq!(parted(&words.replace('|', ""), &[]), words);
        }
    }

    #[test]
    fn a_word_is_not_found_across_others() {
        // 改期, 和风, 区分 and 和水 are words, and begin sooner; so do 通报 and 一名, which the list and the numbers know.
        for words in
            ["整改|期限", "责任制|和|风险分级管控", "历史|采空区|分布", "和|水利设施", "沟通|报告|制度", "矿山|统一|名单"]
        {
            assert_eq!(parted(&words.replace('|', ""), &[]), words);
        }
    }

    #[test]
    fn names_are_words_whatever_they_hold() {
        assert_eq!(parted("甲石场乙", &["甲石场"]), "甲石场|乙");
        assert_eq!(parted("关于大安全石场的通报", &["大安全石场", "", "大"]), "关于|大安全石场|的|通报");
        assert_eq!(parted("彧垚骉", &["垚"]), "彧|垚|骉");
    }

    #[test]
    fn characters_that_nothing_knows_stay_together() {
        assert_eq!(parted("关于彧垚骉的通报", &[]), "关于|彧垚骉|的|通报");
        assert_eq!(parted("《彧》垚", &[]), "《|彧|》|垚");
        // A sign that is put upon a letter, one that is not of this plane, and a text in which a word is longer than is looked for.
        for text in ["e\u{301}e\u{301}", "𠮷𠮷野", &"ก".repeat(40), &"あ".repeat(40), &"非".repeat(500)] {
            let ends = word_ends(text, &[]);
            assert!(ends.last() == Some(&text.len()) && ends.is_sorted() && ends.iter().all(|end| text.is_char_boundary(*end)));
        }
    }
}
